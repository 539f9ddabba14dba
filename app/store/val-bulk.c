/* val-bulk.c: many scores at once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk.h"

#include "val-stmt.h"
#include "val-store-error.h"

/* Below this many rows the indexes are simply kept up. */
#define SMALL_BULK 2000
/* How many people of a range are named before everybody is read again. */
#define NAMED_ROWS 20000
#define PROGRESS_ROWS 20000
/* Shares of the time: rows, then indexes. */
#define ROWS_SHARE 0.65

typedef struct
{
  gint64 first;
  gint64 last;
} Range;

static gint64
range_length (const Range *range)
{
  return range->last < range->first ? 0 : range->last - range->first + 1;
}

/* The order of the index; equal ones in order of entry. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const ValEditRow *rows = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  const ValEditRow *x = &rows[i], *y = &rows[j];

  if (x->person_id != y->person_id)
    return x->person_id < y->person_id ? -1 : 1;
  if (x->skill_id != y->skill_id)
    return x->skill_id < y->skill_id ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* The places of the rows in the order of the index. */
static guint32 *
sort_places (const ValEditRow *rows, guint n)
{
  guint32 *places = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    places[i] = i;
  g_qsort_with_data (places, (int) n, sizeof *places, compare_places, (gpointer) rows);
  return places;
}

/* Keys are never used twice, even when the newest scores lie aside or were taken back for good:
 * the range of an import has to stay its own. */
static gboolean
next_key (ValDb *db, gint64 *ret_key, GError **error)
{
  *ret_key = 1;
  return val_db_get_int (db,
                         "SELECT 1 + max ("
                         "ifnull ((SELECT max (id) FROM assessment), 0), "
                         "ifnull ((SELECT max (id) FROM assessment_undone), 0), "
                         "ifnull ((SELECT max (last_row) FROM import), 0))",
                         ret_key, error);
}

/* Upkeep of an index row by row costs several times what making it anew does, when the rows that
 * come are not few against those that are there. */
static gboolean
is_mostly (ValDb *db, gint64 n, gboolean leaving, gboolean *ret_mostly, GError **error)
{
  gint64 there = 0;

  *ret_mostly = FALSE;
  if (n < SMALL_BULK)
    return TRUE;
  if (!val_db_get_int (db, "SELECT count (*) FROM assessment", &there, error))
    return FALSE;
  *ret_mostly = leaving ? n > there / 2 : n > there;
  return TRUE;
}

static GPtrArray *
drop_indexes (ValDb *db, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) drops = g_string_new (NULL);
  ValStep step;

  {
    g_autoptr (ValStmt) stmt = val_stmt_get (
        db,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'assessment' "
        "AND sql IS NOT NULL ORDER BY name",
        error);

    if (stmt == NULL)
      return NULL;
    while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
      {
        g_autofree char *name = val_stmt_dup_text (stmt, 0);

        /* A name out of a file becomes part of a statement: ours are plain words. */
        g_strcanon (name, G_CSET_a_2_z G_CSET_DIGITS "_", '_');
        g_string_append_printf (drops, "DROP INDEX main.%s;", name);
        g_ptr_array_add (made, val_stmt_dup_text (stmt, 1));
      }
    if (step == VAL_STEP_ERROR)
      return NULL;
  }
  return val_db_exec (db, drops->str, error) ? g_steal_pointer (&made) : NULL;
}

static gboolean
make_indexes (ValDb *db, GPtrArray *made, ValBulkProgress progress, gpointer data, GError **error)
{
  for (guint i = 0; i < made->len; i++)
    {
      if (!val_db_exec (db, g_ptr_array_index (made, i), error))
        return FALSE;
      if (progress != NULL)
        progress (ROWS_SHARE + (1 - ROWS_SHARE) * (i + 1) / made->len, data);
    }
  return TRUE;
}

static void
touch_rows (ValJournal *journal, const ValEditRow *rows, guint n)
{
  gint32 last = 0;

  journal->touched |= VAL_TABLE_ASSESSMENTS;
  if (n > NAMED_ROWS)
    journal->all_people = TRUE;
  for (guint i = 0; i < n && !journal->all_people; i++)
    {
      if (rows[i].person_id != last)
        val_journal_touch_person (journal, rows[i].person_id);
      last = rows[i].person_id;
    }
}

static void
bind_row (ValStmt *stmt, gint64 key, const ValEditRow *row, const char *remark)
{
  ValScore score = { 0, row->day, row->packed };
  ValLevel level = val_score_level (score);

  val_stmt_bind_int (stmt, 1, key);
  val_stmt_bind_int (stmt, 2, row->person_id);
  val_stmt_bind_int (stmt, 3, row->skill_id);
  val_stmt_bind_int (stmt, 4, row->day);
  if (level == VAL_LEVEL_NOT_APPLICABLE)
    val_stmt_bind_null (stmt, 5);
  else
    val_stmt_bind_int (stmt, 5, level);
  val_stmt_bind_int (stmt, 6, val_score_assessor (score));
  val_stmt_bind_text (stmt, 7, remark != NULL && *remark != '\0' ? remark : NULL);
}

static gboolean
insert_rows (ValDb *db, const ValEdit *edit, const ValEditRow *rows, guint n, gint64 key,
             double share, ValBulkProgress progress, gpointer data, GError **error)
{
  g_autofree guint32 *places = sort_places (rows, n);
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "INSERT INTO assessment (id, person_id, skill_id, day, level, assessor, "
                      "remark) VALUES (?, ?, ?, ?, ?, ?, ?)",
                      error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      bind_row (stmt, key + i, &rows[places[i]], val_edit_row_remark (edit, places[i]));
      if (!val_stmt_run (stmt, error))
        return FALSE;
      if (i % PROGRESS_ROWS == 0)
        {
          if (progress != NULL)
            progress (share * i / n, data);
          if (g_cancellable_set_error_if_cancelled (db->cancellable, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* val_bulk_add:
 * @journal: the journal, in a transaction
 * @edit: where the remarks are
 * @rows: (array length=n): the scores, with the ids of stored rows
 * @n: how many
 * @progress: (nullable): told the share that is done
 * @progress_data: for @progress
 * @ret_first: (out): the first key given
 * @ret_last: (out): the last one
 * @error: where to; breaking off by the connection's cancellable gives G_IO_ERROR_CANCELLED
 *
 * Stores many scores, sorted by the index they go into, and writes nothing down about each of
 * them: who calls writes the range down.
 */
gboolean
val_bulk_add (ValJournal *journal, const ValEdit *edit, const ValEditRow *rows, guint n,
              ValBulkProgress progress, gpointer progress_data, gint64 *ret_first,
              gint64 *ret_last, GError **error)
{
  ValDb *db = journal->db;
  g_autoptr (GPtrArray) indexes = NULL;
  gboolean anew = FALSE, wide, good;

  if (!next_key (db, ret_first, error) || !is_mostly (db, n, FALSE, &anew, error)
      || !val_journal_suspend (journal, error))
    return FALSE;
  *ret_last = *ret_first + n - 1;
  touch_rows (journal, rows, n);
  if (anew && (indexes = drop_indexes (db, error)) == NULL)
    return FALSE;
  wide = !anew && n >= SMALL_BULK;
  if (wide && !val_db_exec (db, "PRAGMA cache_size=-65536", error))
    return FALSE;
  good = insert_rows (db, edit, rows, n, *ret_first, anew ? ROWS_SHARE : 1, progress,
                      progress_data, error)
         && (indexes == NULL || make_indexes (db, indexes, progress, progress_data, error));
  if (wide)
    val_db_exec (db, "PRAGMA cache_size=-2000", NULL);
  return good && val_journal_resume (journal, error);
}

static gboolean
get_range (ValDb *db, gint64 import_id, Range *ret_range, GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db, "SELECT first_row, last_row FROM import WHERE id = ?", error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, import_id);
  step = val_stmt_step (stmt, error);
  if (step == VAL_STEP_DONE)
    val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
  if (step != VAL_STEP_ROW)
    return FALSE;
  ret_range->first = val_stmt_int (stmt, 0);
  ret_range->last = val_stmt_int (stmt, 1);
  return TRUE;
}

static gboolean
run_on_range (ValDb *db, const char *sql, const Range *range, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, range->first);
  val_stmt_bind_int (stmt, 2, range->last);
  return val_stmt_run (stmt, error);
}

/* Whose scores the range holds in @sql's table. */
static gboolean
touch_range (ValJournal *journal, const char *sql, const Range *range, GError **error)
{
  g_autoptr (ValStmt) stmt = NULL;
  ValStep step;

  journal->touched |= VAL_TABLE_ASSESSMENTS | VAL_TABLE_IMPORTS;
  if (range_length (range) > NAMED_ROWS)
    {
      journal->all_people = TRUE;
      return TRUE;
    }
  stmt = val_stmt_get (journal->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, range->first);
  val_stmt_bind_int (stmt, 2, range->last);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    val_journal_touch_person (journal, val_stmt_int (stmt, 0));
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
move_range (ValJournal *journal, const Range *range, const char *copy, const char *delete,
            gboolean leaving, GError **error)
{
  ValDb *db = journal->db;
  g_autoptr (GPtrArray) indexes = NULL;
  gboolean anew = FALSE;

  if (range_length (range) == 0)
    return TRUE;
  if (!is_mostly (db, range_length (range), leaving, &anew, error)
      || !val_journal_suspend (journal, error))
    return FALSE;
  if (anew && (indexes = drop_indexes (db, error)) == NULL)
    return FALSE;
  return run_on_range (db, copy, range, error) && run_on_range (db, delete, range, error)
         && (indexes == NULL || make_indexes (db, indexes, NULL, NULL, error))
         && val_journal_resume (journal, error);
}

/* val_bulk_take_out: lays the scores of an import aside and marks it as taken back. */
gboolean
val_bulk_take_out (ValJournal *journal, gint64 import_id, GError **error)
{
  Range range;

  return get_range (journal->db, import_id, &range, error)
         && touch_range (journal,
                         "SELECT DISTINCT person_id FROM assessment WHERE id BETWEEN ? AND ?",
                         &range, error)
         && move_range (journal, &range,
                        "INSERT INTO assessment_undone "
                        "SELECT id, person_id, skill_id, day, level, assessor, remark "
                        "FROM assessment WHERE id BETWEEN ? AND ?",
                        "DELETE FROM assessment WHERE id BETWEEN ? AND ?", TRUE, error)
         && mark_import (journal->db, import_id, TRUE, error)
         && val_journal_note (journal, VAL_JOURNAL_OP_PUT_IN, "import", import_id, error);
}

/* val_bulk_put_in: the other way round. */
gboolean
val_bulk_put_in (ValJournal *journal, gint64 import_id, GError **error)
{
  Range range;

  return get_range (journal->db, import_id, &range, error)
         && touch_range (
             journal,
             "SELECT DISTINCT person_id FROM assessment_undone WHERE id BETWEEN ? AND ?", &range,
             error)
         && move_range (journal, &range,
                        "INSERT INTO assessment "
                        "SELECT id, person_id, skill_id, day, level, assessor, remark "
                        "FROM assessment_undone WHERE id BETWEEN ? AND ?",
                        "DELETE FROM assessment_undone WHERE id BETWEEN ? AND ?", FALSE, error)
         && mark_import (journal->db, import_id, FALSE, error)
         && val_journal_note (journal, VAL_JOURNAL_OP_TAKE_OUT, "import", import_id, error);
}

/* val_bulk_forget: scores that lie aside and can no longer be asked for. */
gboolean
val_bulk_forget (ValJournal *journal, gint64 import_id, GError **error)
{
  Range range;

  return get_range (journal->db, import_id, &range, error)
         && run_on_range (journal->db,
                          "DELETE FROM assessment_undone WHERE id BETWEEN ? AND ?", &range, error);
}
