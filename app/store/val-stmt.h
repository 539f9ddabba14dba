/* val-stmt.h: prepared statements with three outcomes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-db.h"

G_BEGIN_DECLS

/**
 * ValStep: what a step of a statement can end in.
 */
typedef enum
{
  VAL_STEP_ROW,
  VAL_STEP_DONE,
  VAL_STEP_ERROR,
} ValStep;

/**
 * ValStmt: a statement out of the connection's store of prepared ones; one user at a time. Faults
 * while binding or reading are kept and come out of the next step.
 */
typedef struct
{
  ValDb *db;
  sqlite3_stmt *stmt;
  int rc;
  gboolean busy;
} ValStmt;

ValStmt *val_stmt_get (ValDb *db, const char *sql, GError **error);
void val_stmt_release (ValStmt *self);
void val_stmt_free (ValStmt *self);
ValStep val_stmt_step (ValStmt *self, GError **error);
gboolean val_stmt_run (ValStmt *self, GError **error);

void val_stmt_bind_int (ValStmt *self, int index, gint64 value);
void val_stmt_bind_id (ValStmt *self, int index, gint64 id);
void val_stmt_bind_day (ValStmt *self, int index, ValDay day);
void val_stmt_bind_text (ValStmt *self, int index, const char *text);
/* @data must stay until the statement has run. */
void val_stmt_bind_blob (ValStmt *self, int index, gconstpointer data, gsize size);
void val_stmt_bind_null (ValStmt *self, int index);
gint64 val_stmt_int (ValStmt *self, int column);
gboolean val_stmt_is_null (ValStmt *self, int column);
char *val_stmt_dup_text (ValStmt *self, int column);
char *val_stmt_dup_text_or_null (ValStmt *self, int column);

/* One value of one row; @ret_value stays as it is when there is no row. */
gboolean val_stmt_run_int (ValStmt *self, gint64 *ret_value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValStmt, val_stmt_release)

G_END_DECLS
