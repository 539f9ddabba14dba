/* val-bulk.c: many scores at once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk.h"

#include "val-bulk-numbers.h"
#include "val-bulk-range.h"
#include "val-bulk-rows.h"
#include "val-search.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* How many people of a range are named before everybody is read again. */
#define NAMED_ROWS 20000
/* KiB of pages: all that a bulk goes back to. */
#define BULK_CACHE "-8192"
#define USUAL_CACHE "-2000"

/* Upkeep of an index row by row costs several times what making it anew does, when the rows that
 * move are not few against those that are there. */
static gboolean
is_mostly (ValDb *db, gint64 n, gboolean leaving, gboolean *ret_mostly, GError **error)
{
  gint64 there = 0;

  *ret_mostly = FALSE;
  if (n < VAL_SMALL_BULK)
    return TRUE;
  if (!val_db_get_int (db, "SELECT count (*) FROM assessment", &there, error))
    return FALSE;
  *ret_mostly = leaving ? n > there / 2 : n > there;
  return TRUE;
}

/* The rows come in the order of the first index, which only grows at its end or is met page after
 * page; of the second one page per skill is in use at a time. To make that one anew would be
 * quicker, but the sorting takes 38 MiB per million rows. */
static gboolean
store_rows (ValDb *db, const ValBulkRows *rows, const ValEdit *edit, gint64 first_key,
            ValBulkProgress progress, gpointer progress_data, GError **error)
{
  gboolean good;

  if (rows->n < VAL_SMALL_BULK)
    return val_bulk_rows_store (rows, db, edit, first_key, progress, progress_data, error);
  good = val_db_exec (db, "PRAGMA cache_size=" BULK_CACHE, error)
         && val_bulk_set_references (db, FALSE, error)
         && val_bulk_rows_store (rows, db, edit, first_key, progress, progress_data, error);
  /* Whatever happened: nothing else is ever written without them. */
  if (!val_bulk_set_references (db, TRUE, good ? error : NULL))
    good = FALSE;
  val_db_exec (db, "PRAGMA cache_size=" USUAL_CACHE, NULL);
  return good;
}

/* The next picture gets the scores from here, without reading them back. */
static void
hand_over_scores (ValJournal *journal, ValBulkRows *rows)
{
  journal->touched.tables |= VAL_TABLE_ASSESSMENTS;
  for (guint i = 0; i < rows->people->len; i++)
    if (rows->scores[i] != NULL)
      val_touched_add_scores (&journal->touched, g_array_index (rows->people, gint64, i),
                              g_steal_pointer (&rows->scores[i]));
}

/* Remarks are searched for: the index is brought up to what came and went. */
static gboolean
write_remarks (ValJournal *journal, const char *sql, gint64 first, gint64 last, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (journal->db, sql, error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    val_touched_add_text (&journal->touched, VAL_SEARCH_ASSESSMENT, val_stmt_int (stmt, 0));
  return step == VAL_STEP_DONE;
}

#define REMARKS_THAT_CAME                                                                         \
  "SELECT id FROM assessment WHERE id BETWEEN ?1 AND ?2 AND remark IS NOT NULL"
#define REMARKS_THAT_WENT                                                                         \
  "SELECT key FROM search_text WHERE kind = 101 AND key BETWEEN ?1 AND ?2"
G_STATIC_ASSERT (VAL_SEARCH_ASSESSMENT == 101);

/* val_bulk_add:
 * @journal: the journal, in a transaction
 * @edit: where the scores are, and their remarks
 * @resolve: knows the stored rows of provisional ids
 * @resolve_data: for @resolve
 * @progress: (nullable): told the share that is done
 * @progress_data: for @progress
 * @ret_first: (out): the first key given
 * @ret_last: (out): the last one
 * @error: %VAL_STORE_ERROR_CONSTRAINT when a score does not fit; breaking off by the connection's
 *   cancellable gives G_IO_ERROR_CANCELLED
 *
 * Stores the bulk of scores of @edit, sorted by the index they go into, and writes nothing down
 * about each of them: who calls writes the range down. After a failure the transaction cannot go
 * on.
 */
gboolean
val_bulk_add (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
              gpointer resolve_data, ValBulkProgress progress, gpointer progress_data,
              gint64 *ret_first, gint64 *ret_last, GError **error)
{
  g_autoptr (ValBulkRows) ordered = NULL;
  guint n;
  const ValEditRow *rows = val_edit_rows (edit, &n);

  if (!val_bulk_next_key (journal->db, VAL_BULK_SCORES, ret_first, error))
    return FALSE;
  ordered = val_bulk_rows_new (journal->db, rows, n, resolve, resolve_data, error);
  if (ordered == NULL || !val_journal_suspend (journal, error))
    return FALSE;
  *ret_last = *ret_first + n - 1;
  if (!store_rows (journal->db, ordered, edit, *ret_first, progress, progress_data, error)
      || !val_journal_resume (journal, error))
    return FALSE;
  hand_over_scores (journal, ordered);
  return !val_edit_has_row_remarks (edit)
         || write_remarks (journal, REMARKS_THAT_CAME, *ret_first, *ret_last, error);
}

/* Whose scores the range holds in @sql's table. */
static gboolean
touch_range (ValJournal *journal, const char *sql, const ValBulkRange *range, GError **error)
{
  g_autoptr (ValStmt) stmt = NULL;
  ValStep step;

  journal->touched.tables |= VAL_TABLE_ASSESSMENTS | VAL_TABLE_IMPORTS;
  if (val_bulk_range_length (range) > NAMED_ROWS)
    {
      journal->touched.all_people = TRUE;
      return TRUE;
    }
  stmt = val_stmt_get (journal->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, range->first);
  val_stmt_bind_int (stmt, 2, range->last);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    val_touched_add_person (&journal->touched, val_stmt_int (stmt, 0));
  return step == VAL_STEP_DONE;
}

static gboolean
mark_import (ValDb *db, gint64 import_id, gboolean undone, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db, "UPDATE import SET undone = ? WHERE id = ?", error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, undone);
  val_stmt_bind_int (stmt, 2, import_id);
  return val_stmt_run (stmt, error);
}

static gboolean
move_range (ValJournal *journal, const ValBulkRange *range, const char *copy, const char *delete,
            gboolean leaving, GError **error)
{
  ValDb *db = journal->db;
  g_autoptr (GPtrArray) indexes = NULL;
  gboolean anew = FALSE;

  if (val_bulk_range_length (range) == 0)
    return TRUE;
  if (!is_mostly (db, val_bulk_range_length (range), leaving, &anew, error)
      || !val_journal_suspend (journal, error))
    return FALSE;
  if (anew && (indexes = val_bulk_drop_indexes (db, "assessment", error)) == NULL)
    return FALSE;
  return val_bulk_range_run (db, copy, range, error) && val_bulk_range_run (db, delete, range, error)
         && (indexes == NULL || val_bulk_make_indexes (db, indexes, error))
         && val_journal_resume (journal, error);
}

/* Contacts and values stay where they are: who reads them leaves out what was taken back. */
static gboolean
take_scores_out (ValJournal *journal, const ValBulkRange *range, GError **error)
{
  return touch_range (journal,
                      "SELECT DISTINCT person_id FROM assessment WHERE id BETWEEN ? AND ?", range,
                      error)
         && move_range (journal, range,
                        "INSERT INTO assessment_undone "
                        "SELECT id, person_id, skill_id, day, level, assessor, remark "
                        "FROM assessment WHERE id BETWEEN ? AND ?",
                        "DELETE FROM assessment WHERE id BETWEEN ? AND ?", TRUE, error)
         && write_remarks (journal, REMARKS_THAT_WENT, range->first, range->last, error);
}

static gboolean
put_scores_in (ValJournal *journal, const ValBulkRange *range, GError **error)
{
  return touch_range (journal,
                      "SELECT DISTINCT person_id FROM assessment_undone WHERE id BETWEEN ? AND ?",
                      range, error)
         && move_range (journal, range,
                        "INSERT INTO assessment "
                        "SELECT id, person_id, skill_id, day, level, assessor, remark "
                        "FROM assessment_undone WHERE id BETWEEN ? AND ?",
                        "DELETE FROM assessment_undone WHERE id BETWEEN ? AND ?", FALSE, error)
         && write_remarks (journal, REMARKS_THAT_CAME, range->first, range->last, error);
}

static void
touch_numbers (ValJournal *journal, const ValBulkRange *range)
{
  journal->touched.tables |= VAL_TABLE_IMPORTS;
  g_clear_pointer (&journal->agents, g_hash_table_unref);
  if (val_bulk_range_length (range) > 0)
    journal->touched.tables
        |= range->kind == VAL_BULK_CONTACTS ? VAL_TABLE_CONTACTS : VAL_TABLE_VALUES;
}

/* val_bulk_take_out: lays the bulk of an import aside and marks it as taken back. */
gboolean
val_bulk_take_out (ValJournal *journal, gint64 import_id, GError **error)
{
  ValBulkRange range;

  if (!val_bulk_range_get (journal->db, import_id, &range, error))
    return FALSE;
  if (range.kind != VAL_BULK_SCORES)
    touch_numbers (journal, &range);
  else if (!take_scores_out (journal, &range, error))
    return FALSE;
  return mark_import (journal->db, import_id, TRUE, error)
         && val_journal_note (journal, VAL_JOURNAL_OP_PUT_IN, "import", import_id, error);
}

/* val_bulk_put_in: the other way round. */
gboolean
val_bulk_put_in (ValJournal *journal, gint64 import_id, GError **error)
{
  ValBulkRange range;

  if (!val_bulk_range_get (journal->db, import_id, &range, error))
    return FALSE;
  if (range.kind != VAL_BULK_SCORES)
    touch_numbers (journal, &range);
  else if (!put_scores_in (journal, &range, error))
    return FALSE;
  return mark_import (journal->db, import_id, FALSE, error)
         && val_journal_note (journal, VAL_JOURNAL_OP_TAKE_OUT, "import", import_id, error);
}

/* val_bulk_forget: rows that were taken back and can no longer be asked for. */
gboolean
val_bulk_forget (ValJournal *journal, gint64 import_id, GError **error)
{
  ValBulkRange range;

  if (!val_bulk_range_get (journal->db, import_id, &range, error))
    return FALSE;
  if (range.kind != VAL_BULK_SCORES)
    return val_bulk_forget_numbers (journal, &range, error);
  return val_bulk_range_run (journal->db,
                             "DELETE FROM assessment_undone WHERE id BETWEEN ? AND ?", &range,
                             error);
}
