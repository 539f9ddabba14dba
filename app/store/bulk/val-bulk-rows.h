/* val-bulk-rows.h: many scores in the order in which they are stored
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk.h"

G_BEGIN_DECLS

/**
 * ValBulkRows:
 * @people: (element-type gint64): ids of everybody, rising
 * @skills: (element-type gint64): ids of all skills, rising
 * @scores: for each of @people the new scores, by skill, day and order of entry, or NULL
 * @places: which row of the edit each score was, in the order of storing
 * @n: how many rows
 *
 * A bulk of scores whose people and skills are known to exist and whose levels fit.
 */
typedef struct
{
  GArray *people;
  GArray *skills;
  ValScores **scores;
  guint32 *places;
  guint n;
} ValBulkRows;

ValBulkRows *val_bulk_rows_new (ValDb *db, const ValEditRow *rows, guint n, ValBulkResolve resolve,
                                gpointer resolve_data, GError **error);
void val_bulk_rows_free (ValBulkRows *self);

/* val-bulk-scores.c */
gboolean val_bulk_rows_store (const ValBulkRows *self, ValDb *db, const ValEdit *edit,
                              gint64 first_key, ValBulkProgress progress, gpointer progress_data,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValBulkRows, val_bulk_rows_free)

G_END_DECLS
