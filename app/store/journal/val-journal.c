/* val-journal.c: the change log: what is written down, and what of it is kept
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-journal.h"

#include "val-bulk-numbers.h"
#include "val-bulk.h"
#include "val-i18n.h"
#include "val-journal-tables.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* Changes that can be undone; what lies further back stays in the log alone. */
#define KEEP_CHANGES 500

static void
recording_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const ValJournal *self = sqlite3_user_data (context);

  sqlite3_result_int (context, self->change != 0);
}

static void
change_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  ValJournal *self = sqlite3_user_data (context);

  self->touched.tables |= val_journal_tables[sqlite3_value_int (values[0])].tables;
  sqlite3_result_int64 (context, self->change);
}

static void
touch_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  ValJournal *self = sqlite3_user_data (context);

  val_touched_add_person (&self->touched, sqlite3_value_int64 (values[0]));
}

static void
touch_events_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  ValJournal *self = sqlite3_user_data (context);

  val_touched_add_events (&self->touched, sqlite3_value_int64 (values[0]));
}

static void
written_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  ValJournal *self = sqlite3_user_data (context);

  val_touched_add_text (&self->touched, sqlite3_value_int (values[0]),
                        sqlite3_value_int64 (values[1]));
}

/* One walk over all contacts for all agents that are asked about: there is no index of them. */
static gboolean
read_agents (ValJournal *self, GError **error)
{
  g_autoptr (GHashTable) agents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (ValStmt) stmt
      = val_stmt_get (self->db,
                      "SELECT c.agent FROM import AS i CROSS JOIN contact AS c "
                      "ON c.id BETWEEN i.first_row AND i.last_row WHERE i.undone = 0 "
                      "AND i.kind IN " VAL_KINDS_OF_CONTACTS,
                      error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      gint64 agent = val_stmt_int (stmt, 0);

      if (!g_hash_table_contains (agents, &agent))
        g_hash_table_add (agents, g_memdup2 (&agent, sizeof agent));
    }
  if (step == VAL_STEP_DONE)
    self->agents = g_steal_pointer (&agents);
  return step == VAL_STEP_DONE;
}

static void
has_contacts_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  ValJournal *self = sqlite3_user_data (context);
  gint64 agent = sqlite3_value_int64 (values[0]);

  if (self->agents == NULL && !read_agents (self, NULL))
    sqlite3_result_error_code (context, sqlite3_extended_errcode (self->db->handle));
  else
    sqlite3_result_int (context, g_hash_table_contains (self->agents, &agent));
}

static gboolean
add_function (ValJournal *self, const char *name, int n,
              void (*function) (sqlite3_context *, int, sqlite3_value **), GError **error)
{
  int rc = sqlite3_create_function_v2 (self->db->handle, name, n,
                                       SQLITE_UTF8 | SQLITE_INNOCUOUS, self, function, NULL, NULL,
                                       NULL);

  if (rc != SQLITE_OK)
    val_store_set_sqlite_error (error, self->db->handle, rc);
  return rc == SQLITE_OK;
}

static gboolean
add_triggers (ValJournal *self, const ValJournalTable *table, GError **error)
{
  for (int op = VAL_JOURNAL_OP_DELETE; op <= VAL_JOURNAL_OP_UPDATE; op++)
    {
      g_autofree char *sql = val_journal_table_dup_trigger (table, op);

      if (!val_db_exec (self->db, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* val_journal_new:
 * @db: an open connection; must outlive the journal
 * @error: where to
 *
 * Returns: (transfer full) (nullable): the journal; it sees writes from val_journal_watch () on
 */
ValJournal *
val_journal_new (ValDb *db, GError **error)
{
  g_autoptr (ValJournal) self = g_new0 (ValJournal, 1);

  self->db = db;
  val_touched_init (&self->touched);
  if (!add_function (self, "val_recording", 0, recording_cb, error)
      || !add_function (self, "val_change", 1, change_cb, error)
      || !add_function (self, "val_touch", 1, touch_cb, error)
      || !add_function (self, "val_touch_events", 1, touch_events_cb, error)
      || !add_function (self, "val_written", 2, written_cb, error)
      || !add_function (self, "val_has_contacts", 1, has_contacts_cb, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* val_journal_watch:
 * @self: the journal, outside of a transaction
 * @error: where to
 *
 * From now on every write is seen. Costs as much as opening the file does, and nothing the second
 * time, so that it is done before the first write and not by who only reads.
 */
gboolean
val_journal_watch (ValJournal *self, GError **error)
{
  for (; !self->db->read_only && self->n_watched < VAL_JOURNAL_N_TABLES; self->n_watched++)
    if (!add_triggers (self, &val_journal_tables[self->n_watched], error))
      return FALSE;
  return TRUE;
}

/* val_journal_free: (transfer full) @self; before its database is closed */
void
val_journal_free (ValJournal *self)
{
  val_touched_clear (&self->touched);
  g_clear_pointer (&self->agents, g_hash_table_unref);
  g_free (self);
}

/* val_journal_reset: forgets what was touched, before a transaction. */
void
val_journal_reset (ValJournal *self)
{
  self->change = 0;
  val_touched_reset (&self->touched);
  g_clear_pointer (&self->agents, g_hash_table_unref);
}

/* val_journal_suspend: a bulk of scores is written down as one line; its rows pass unseen. */
gboolean
val_journal_suspend (ValJournal *self, GError **error)
{
  return val_db_exec (self->db,
                      "DROP TRIGGER temp.journal_assessment_1;"
                      "DROP TRIGGER temp.journal_assessment_2;"
                      "DROP TRIGGER temp.journal_assessment_3",
                      error);
}

/* val_journal_resume: from now on rows of scores are seen again */
gboolean
val_journal_resume (ValJournal *self, GError **error)
{
  return add_triggers (self, val_journal_table_find ("assessment"), error);
}

/* val_journal_note: writes one line down by hand. */
gboolean
val_journal_note (ValJournal *self, int op, const char *kind, gint64 key, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      self->db, "INSERT INTO journal (change_id, op, kind, key) VALUES (?, ?, ?, ?)", error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, self->change);
  val_stmt_bind_int (stmt, 2, op);
  val_stmt_bind_text (stmt, 3, kind);
  val_stmt_bind_int (stmt, 4, key);
  return val_stmt_run (stmt, error);
}

static gboolean
run_in_range (ValJournal *self, const char *sql, gint64 first, gint64 last, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  return val_stmt_run (stmt, error);
}

/* What forgotten changes would have put back: of imports, or of forecasts. @which asks for the keys
 * of changes from @first to @last. */
static gboolean
forget (ValJournal *self, gboolean (*forget_one) (ValJournal *, gint64, GError **),
        const char *which, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ValStmt) stmt = val_stmt_get (self->db, which, error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      gint64 key = val_stmt_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  if (step == VAL_STEP_ERROR)
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!forget_one (self, g_array_index (keys, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* What was undone cannot be redone once something else is done. The state stands in the text of the
 * statements: bound as a value it would decide about an index, and SQLite would compile them anew
 * each time. */
static gboolean
drop_redo (ValJournal *self, GError **error)
{
  gint64 any = 0;

  if (!val_db_get_int (self->db, "SELECT EXISTS (SELECT 1 FROM change WHERE state = 1)", &any,
                       error))
    return FALSE;
  if (!any)
    return TRUE;
  return forget (self, val_bulk_forget,
                 "SELECT key FROM journal WHERE op = 5 AND change_id IN "
                 "(SELECT id FROM change WHERE state = 1 AND id BETWEEN ?1 AND ?2)",
                 1, G_MAXINT64, error)
         && forget (self, val_bulk_forget_intervals,
                    "SELECT key FROM journal WHERE kind = 'forecast' AND op = 2 AND change_id IN "
                    "(SELECT id FROM change WHERE state = 1 AND id BETWEEN ?1 AND ?2)",
                    1, G_MAXINT64, error)
         && val_db_exec (self->db,
                         "DELETE FROM journal WHERE change_id IN "
                         "(SELECT id FROM change WHERE state = 1);"
                         "UPDATE change SET state = 2 WHERE state = 1",
                         error);
}

/* The first change that can be undone although it lies further back than @last. They are dropped in
 * the order in which they were made, so that the one before the first one was dropped. */
static gboolean
find_first_old (ValJournal *self, gint64 last, gint64 *ret_first, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      self->db,
      "SELECT id + 1 FROM change WHERE id <= ? AND undoable = 0 ORDER BY id DESC LIMIT 1", error);

  *ret_first = 1;
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, last);
  return val_stmt_run_int (stmt, ret_first, error);
}

/* Lines of imports are kept: an import can be taken back at any time. */
static gboolean
drop_old (ValJournal *self, GError **error)
{
  gint64 last = self->change - KEEP_CHANGES, first;

  if (last <= 0)
    return TRUE;
  if (!find_first_old (self, last, &first, error))
    return FALSE;
  if (first > last)
    return TRUE;
  return forget (self, val_bulk_forget,
                 "SELECT j.key FROM journal AS j JOIN change AS c ON c.id = j.change_id "
                 "WHERE c.id BETWEEN ?1 AND ?2 AND c.undoable = 1 AND j.op = 5",
                 first, last, error)
         && forget (self, val_bulk_forget_intervals,
                    "SELECT j.key FROM journal AS j JOIN change AS c ON c.id = j.change_id "
                    "WHERE j.kind = 'forecast' AND j.op = 2 AND c.id BETWEEN ?1 AND ?2 "
                    "AND c.undoable = 1 AND c.import_id IS NULL",
                    first, last, error)
         && run_in_range (self,
                          "DELETE FROM journal WHERE change_id IN (SELECT id FROM change "
                          "WHERE id BETWEEN ?1 AND ?2 AND undoable = 1 AND import_id IS NULL)",
                          first, last, error)
         && run_in_range (self, "UPDATE change SET undoable = 0 WHERE id BETWEEN ?1 AND ?2 "
                                "AND undoable = 1",
                          first, last, error);
}

/* val_journal_begin:
 * @self: the journal, in a transaction
 * @label: a message id
 * @argument: (nullable): what stands for %s in it
 * @import_id: the import that the change is, or 0
 * @error: where to
 *
 * Opens a line in the log of changes; everything written after it belongs to it. Its number is
 * then in self->change.
 */
gboolean
val_journal_begin (ValJournal *self, const char *label, const char *argument, gint64 import_id,
                   GError **error)
{
  g_autoptr (ValStmt) stmt = NULL;

  self->change = 0;
  if (!drop_redo (self, error))
    return FALSE;
  stmt = val_stmt_get (
      self->db, "INSERT INTO change (at, label, argument, import_id) VALUES (?, ?, ?, ?)", error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, g_get_real_time () / G_USEC_PER_SEC);
  val_stmt_bind_text (stmt, 2, label);
  val_stmt_bind_text (stmt, 3, argument);
  val_stmt_bind_id (stmt, 4, import_id);
  if (!val_stmt_run (stmt, error))
    return FALSE;
  self->change = sqlite3_last_insert_rowid (self->db->handle);
  return drop_old (self, error);
}

static gboolean
find_entry (ValJournal *self, const char *sql, ValJournalEntry *ret_entry, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (self->db, sql, error);
  ValStep step;

  ret_entry->id = 0;
  ret_entry->label = ret_entry->argument = NULL;
  if (stmt == NULL)
    return FALSE;
  step = val_stmt_step (stmt, error);
  if (step == VAL_STEP_ROW && val_stmt_int (stmt, 1) != 0)
    {
      ret_entry->id = val_stmt_int (stmt, 0);
      ret_entry->label = val_stmt_dup_text (stmt, 2);
      ret_entry->argument = val_stmt_dup_text_or_null (stmt, 3);
    }
  return step != VAL_STEP_ERROR;
}

/* val_journal_find_undo: the newest change that stands, unless it lies too far back. @error:
 * what SQLite answered */
gboolean
val_journal_find_undo (ValJournal *self, ValJournalEntry *ret_entry, GError **error)
{
  return find_entry (self,
                     "SELECT id, undoable, label, argument FROM change WHERE state = 0 "
                     "ORDER BY id DESC LIMIT 1",
                     ret_entry, error);
}

/* val_journal_find_redo: the oldest change that was undone, which is the one undone last. */
gboolean
val_journal_find_redo (ValJournal *self, ValJournalEntry *ret_entry, GError **error)
{
  return find_entry (self,
                     "SELECT id, undoable, label, argument FROM change WHERE state = 1 "
                     "ORDER BY id LIMIT 1",
                     ret_entry, error);
}

void
val_journal_entry_clear (ValJournalEntry *self)
{
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->argument, g_free);
  self->id = 0;
}
