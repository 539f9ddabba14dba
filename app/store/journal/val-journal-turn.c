/* val-journal-turn.c: how changes are turned round
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk.h"
#include "val-journal-tables.h"
#include "val-journal.h"
#include "val-stmt.h"
#include "val-store-error.h"

typedef struct
{
  int op;
  const ValJournalTable *table; /* NULL: op is about an import */
  gint64 key;
  char *body;
} Line;

static void
line_free (gpointer data)
{
  Line *self = data;

  g_free (self->body);
  g_free (self);
}

static gboolean
run_with_id (ValJournal *self, const char *sql, gint64 id, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, id);
  return val_stmt_run (stmt, error);
}

static GPtrArray *
read_lines (ValJournal *self, gint64 change, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (ValStmt) stmt
      = val_stmt_get (self->db,
                      "SELECT op, kind, key, body FROM journal WHERE change_id = ? "
                      "ORDER BY id DESC",
                      error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  val_stmt_bind_int (stmt, 1, change);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      Line *line = g_new0 (Line, 1);
      g_autofree char *kind = val_stmt_dup_text (stmt, 1);

      g_ptr_array_add (lines, line);
      line->op = (int) val_stmt_int (stmt, 0);
      line->table = val_journal_table_find (kind);
      line->key = val_stmt_int (stmt, 2);
      line->body = val_stmt_dup_text_or_null (stmt, 3);
      if (line->table == NULL && line->op <= VAL_JOURNAL_OP_UPDATE)
        {
          val_store_set_error (error, VAL_STORE_ERROR_DAMAGED);
          return NULL;
        }
    }
  return step == VAL_STEP_ERROR ? NULL : g_steal_pointer (&lines);
}

static gboolean
replay_line (ValJournal *self, const Line *line, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (ValStmt) stmt = NULL;

  if (line->op == VAL_JOURNAL_OP_TAKE_OUT)
    return val_bulk_take_out (self, line->key, error);
  if (line->op == VAL_JOURNAL_OP_PUT_IN)
    return val_bulk_put_in (self, line->key, error);

  sql = val_journal_table_dup_replay (line->table, line->op);
  stmt = val_stmt_get (self->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, line->key);
  if (line->op != VAL_JOURNAL_OP_DELETE)
    val_stmt_bind_text (stmt, 2, line->body);
  return val_stmt_run (stmt, error);
}

/* val_journal_turn:
 * @self: the journal, in a transaction
 * @change: a change that stands, or that was undone
 * @undo: whether it is to be undone or to be done again
 * @error: where to
 *
 * Carries out what is written down about @change, newest first, and writes down the opposite.
 */
gboolean
val_journal_turn (ValJournal *self, gint64 change, gboolean undo, GError **error)
{
  g_autoptr (GPtrArray) lines = read_lines (self, change, error);

  if (lines == NULL
      || !run_with_id (self, "DELETE FROM journal WHERE change_id = ?", change, error))
    return FALSE;
  self->change = change;
  for (guint i = 0; i < lines->len; i++)
    if (!replay_line (self, g_ptr_array_index (lines, i), error))
      return FALSE;
  return run_with_id (self,
                      undo ? "UPDATE change SET state = 1 WHERE id = ?"
                           : "UPDATE change SET state = 0 WHERE id = ?",
                      change, error);
}

static gboolean
ask_about (ValJournal *self, const char *sql, const Line *line, gint64 change, gboolean *ret_yes,
           GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self->db, sql, error);
  gint64 answer = 0;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, line->key);
  if (change != 0)
    {
      val_stmt_bind_int (stmt, 2, change);
      val_stmt_bind_text (stmt, 3, line->table->name);
    }
  if (!val_stmt_run_int (stmt, &answer, error))
    return FALSE;
  *ret_yes = answer != 0;
  return TRUE;
}

/* Whether a row of an import has a life of its own since: changed by hand later, or referred to. */
static gboolean
is_needed (ValJournal *self, const Line *line, gint64 change, gboolean *ret_needed, GError **error)
{
  *ret_needed = FALSE;
  if (line->table == NULL)
    return TRUE;
  if (!ask_about (self,
                  "SELECT EXISTS (SELECT 1 FROM journal AS j JOIN change AS c "
                  "ON c.id = j.change_id WHERE j.kind = ?3 AND j.key = ?1 AND c.state = 0 "
                  "AND c.id > ?2 AND j.op <> 1 AND c.id <> (SELECT max (id) FROM change))",
                  line, change, ret_needed, error))
    return FALSE;
  if (*ret_needed || line->op != VAL_JOURNAL_OP_DELETE || line->table->referred == NULL)
    return TRUE;
  return ask_about (self, line->table->referred, line, 0, ret_needed, error);
}

/* val_journal_turn_import:
 * @self: the journal, in a transaction, after val_journal_begin () for this very taking back
 * @import_id: an import that stands
 * @error: where to
 *
 * Takes an import back whatever was changed since: its scores all, of the other rows those that
 * nothing later has touched or refers to.
 */
gboolean
val_journal_turn_import (ValJournal *self, gint64 import_id, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gint64 change = 0;
  g_autoptr (ValStmt) stmt = val_stmt_get (
      self->db, "SELECT id FROM change WHERE import_id = ? ORDER BY id LIMIT 1", error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, import_id);
  if (!val_stmt_run_int (stmt, &change, error))
    return FALSE;
  lines = read_lines (self, change, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);
      gboolean needed;

      if (!is_needed (self, line, change, &needed, error)
          || (!needed && !replay_line (self, line, error)))
        return FALSE;
    }
  return TRUE;
}
