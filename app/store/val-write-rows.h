/* val-write-rows.h: one row of each kind, written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

/* Turns the ids of an edit into those of the file; FALSE: it refers to nothing. */
typedef gboolean (*ValWriteResolve) (gint64 id, gint64 *ret_id, gpointer data);

/**
 * ValWriteContext:
 * @db: the connection, in a transaction
 * @import_id: the import that makes people, or 0
 * @resolve: see there
 * @resolve_data: for @resolve
 */
typedef struct
{
  ValDb *db;
  gint64 import_id;
  ValWriteResolve resolve;
  gpointer resolve_data;
} ValWriteContext;

/* @ret_id: the row's id in the file; each checks what the rules of the schema cannot say. */
gboolean val_write_team (ValWriteContext *context, const ValTeam *team, gint64 *ret_id,
                         GError **error);
gboolean val_write_person (ValWriteContext *context, const ValPerson *person, gint64 *ret_id,
                           GError **error);
gboolean val_write_role (ValWriteContext *context, const ValRole *role, gint64 *ret_id,
                         GError **error);
gboolean val_write_skill (ValWriteContext *context, const ValSkill *skill, gint64 *ret_id,
                          GError **error);
gboolean val_write_bands (ValWriteContext *context, GPtrArray *bands, GError **error);
gboolean val_write_requirement (ValWriteContext *context, const ValRequirement *requirement,
                                GError **error);
gboolean val_write_assessment (ValWriteContext *context, const ValAssessment *assessment,
                               GError **error);
gboolean val_write_setting (ValWriteContext *context, const char *key, const char *value,
                            GError **error);
gboolean val_write_resolve (ValWriteContext *context, gint64 id, gint64 *ret_id, GError **error);

G_END_DECLS
