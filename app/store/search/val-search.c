/* val-search.c: the full-text index of everything written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-search.h"

#include "val-fold.h"
#include "val-stmt.h"

/* Everything of a person that is text. */
#define PERSON_TEXTS                                                                              \
  "given || ' ' || family, number, email, channels, languages, contract, matters, wishes, "      \
  "strengths, traits, leave_reason"
/* A session of one person is about that person. */
#define ONLY_PERSON                                                                               \
  "(SELECT iif (count (*) = 1, max (p.person_id), 0) FROM mentoring_person AS p "                 \
  "WHERE p.mentoring_id = mentoring.id)"
/* Words are kept in memory up to this size while all of them are indexed anew; in bytes. */
#define REBUILD_HASH 16777216
#define USUAL_HASH 1048576

static const int kinds[]
    = { VAL_RECORD_NOTE, VAL_RECORD_RECOGNITION, VAL_RECORD_MENTORING, VAL_RECORD_AGREEMENT,
        VAL_RECORD_GOAL, VAL_RECORD_STEP,        VAL_RECORD_PHASE,     VAL_RECORD_RULE,
        VAL_RECORD_INDICATOR, VAL_SEARCH_PERSON, VAL_SEARCH_ASSESSMENT };

/* val_search_dup_texts_sql: (transfer full): see the header. */
char *
val_search_dup_texts_sql (int kind, const char *where)
{
  const ValRecordClass *klass;
  GString *sql;

  if (kind == VAL_SEARCH_PERSON)
    return g_strdup_printf ("SELECT id, id, 0, " PERSON_TEXTS " FROM person WHERE %s", where);
  if (kind == VAL_SEARCH_ASSESSMENT)
    return g_strdup_printf ("SELECT id, person_id, day, remark FROM assessment "
                            "WHERE remark IS NOT NULL AND %s",
                            where);
  klass = val_record_class ((ValRecordType) kind);
  sql = g_string_new ("SELECT id");
  if (kind == VAL_RECORD_MENTORING)
    g_string_append (sql, ", " ONLY_PERSON ", ifnull (held_day, planned_day)");
  else
    {
      g_string_append (sql, klass->has_person ? ", person_id" : ", 0");
      g_string_append (sql, kind == VAL_RECORD_STEP || kind == VAL_RECORD_INDICATOR ? ", 0"
                                                                                     : ", day");
    }
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & VAL_FIELD_SEARCHED) != 0)
      g_string_append_printf (sql, ", %s", klass->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE %s", klass->table, where);
  return g_string_free (sql, FALSE);
}

/* val_search_text_is_private: see the header. */
gboolean
val_search_text_is_private (int kind, int column)
{
  const ValRecordClass *klass;
  int at = VAL_SEARCH_FIRST_TEXT;

  if (kind >= VAL_N_RECORD_TYPES)
    return FALSE;
  klass = val_record_class ((ValRecordType) kind);
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & VAL_FIELD_SEARCHED) != 0 && at++ == column)
      return (klass->fields[i].flags & VAL_FIELD_PRIVATE) != 0;
  return FALSE;
}

/* The texts of the row that @stmt stands on, folded, one a line. */
static char *
fold_row (ValStmt *stmt)
{
  GString *folded = g_string_new (NULL);

  for (int i = VAL_SEARCH_FIRST_TEXT; i < sqlite3_column_count (stmt->stmt); i++)
    {
      g_autofree char *text = val_stmt_dup_text (stmt, i);
      g_autofree char *part = val_fold (text);

      if (*part == '\0')
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, '\n');
      g_string_append (folded, part);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
has_text (ValStmt *stmt)
{
  for (int i = VAL_SEARCH_FIRST_TEXT; i < sqlite3_column_count (stmt->stmt); i++)
    if (sqlite3_column_bytes (stmt->stmt, i) > 0)
      return TRUE;
  return FALSE;
}

static gint64
day_of (int kind, ValStmt *stmt)
{
  return kind == VAL_SEARCH_PERSON ? G_MAXUINT16 : val_stmt_int (stmt, 2);
}

/* The next free row of a day. @last: (element-type gint64 gint64): the last one that was given. A
 * day with more than a million texts gives rows below all days. */
static gboolean
next_row (ValDb *db, GHashTable *last, gint64 day, gint64 *ret_row, GError **error)
{
  gint64 first = day << VAL_SEARCH_DAY_BITS;
  gint64 *known = g_hash_table_lookup (last, &day);

  if (known == NULL)
    {
      g_autoptr (ValStmt) stmt = val_stmt_get (
          db, "SELECT ifnull (max (id), ?1) FROM search_text WHERE id BETWEEN ?1 AND ?2", error);

      if (stmt == NULL)
        return FALSE;
      known = g_new (gint64, 1);
      g_hash_table_insert (last, g_memdup2 (&day, sizeof day), known);
      *known = first;
      val_stmt_bind_int (stmt, 1, first);
      val_stmt_bind_int (stmt, 2, first | ((1 << VAL_SEARCH_DAY_BITS) - 1));
      if (!val_stmt_run_int (stmt, known, error))
        return FALSE;
    }
  *ret_row = ++*known;
  if (*ret_row >> VAL_SEARCH_DAY_BITS == day)
    return TRUE;
  *known = first | ((1 << VAL_SEARCH_DAY_BITS) - 1);
  if (!val_db_get_int (db, "SELECT min (0, ifnull (min (id), 0)) - 1 FROM search_text", ret_row,
                       error))
    return FALSE;
  return TRUE;
}

static gboolean
put_text (ValDb *db, gint64 row, int kind, ValStmt *texts, const char *folded, gboolean indexed,
          GError **error)
{
  g_autoptr (ValStmt) text
      = val_stmt_get (db,
                      "INSERT INTO search_text (id, kind, key, person_id, day, folded) "
                      "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                      error);
  g_autoptr (ValStmt) index = NULL;

  if (text == NULL)
    return FALSE;
  val_stmt_bind_int (text, 1, row);
  val_stmt_bind_int (text, 2, kind);
  val_stmt_bind_int (text, 3, val_stmt_int (texts, 0));
  val_stmt_bind_int (text, 4, kind == VAL_RECORD_MENTORING ? 0 : val_stmt_int (texts, 1));
  val_stmt_bind_int (text, 5, val_stmt_int (texts, 2));
  val_stmt_bind_text (text, 6, folded);
  if (!val_stmt_run (text, error))
    return FALSE;
  if (!indexed)
    return TRUE;
  index = val_stmt_get (db, "INSERT INTO search (rowid, folded) VALUES (?1, ?2)", error);
  if (index == NULL)
    return FALSE;
  val_stmt_bind_int (index, 1, row);
  val_stmt_bind_text (index, 2, folded);
  return val_stmt_run (index, error);
}

static gboolean
run_on_row (ValDb *db, const char *sql, gint64 row, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, row);
  return val_stmt_run (stmt, error);
}

/* A text whose record was written: where it stood and where it will; 0: nowhere. */
typedef struct
{
  int kind;
  gint64 key;
  gint64 old_row;
  gint64 new_row;
} Change;

static int
compare_old (gconstpointer a, gconstpointer b)
{
  const Change *left = a, *right = b;

  return (left->old_row > right->old_row) - (left->old_row < right->old_row);
}

static int
compare_new (gconstpointer a, gconstpointer b)
{
  const Change *left = a, *right = b;

  return (left->new_row > right->new_row) - (left->new_row < right->new_row);
}

/* The old row is kept while the day is the same. */
static gboolean
plan_change (ValDb *db, Change *change, GHashTable *last, GError **error)
{
  g_autofree char *sql = val_search_dup_texts_sql (change->kind, "id = ?1");
  g_autoptr (ValStmt) old
      = val_stmt_get (db, "SELECT id FROM search_text WHERE kind = ?1 AND key = ?2", error);
  g_autoptr (ValStmt) texts = NULL;
  gint64 day;
  ValStep step;

  if (old == NULL)
    return FALSE;
  val_stmt_bind_int (old, 1, change->kind);
  val_stmt_bind_int (old, 2, change->key);
  if (!val_stmt_run_int (old, &change->old_row, error))
    return FALSE;
  texts = val_stmt_get (db, sql, error);
  if (texts == NULL)
    return FALSE;
  val_stmt_bind_int (texts, 1, change->key);
  step = val_stmt_step (texts, error);
  if (step != VAL_STEP_ROW || !has_text (texts))
    return step != VAL_STEP_ERROR;
  day = day_of (change->kind, texts);
  if (change->old_row != 0 && change->old_row >> VAL_SEARCH_DAY_BITS == day)
    {
      change->new_row = change->old_row;
      return TRUE;
    }
  return next_row (db, last, day, &change->new_row, error);
}

static gboolean
insert_change (ValDb *db, const Change *change, GError **error)
{
  g_autofree char *sql = val_search_dup_texts_sql (change->kind, "id = ?1");
  g_autoptr (ValStmt) texts = val_stmt_get (db, sql, error);
  g_autofree char *folded = NULL;
  ValStep step;

  if (texts == NULL)
    return FALSE;
  val_stmt_bind_int (texts, 1, change->key);
  step = val_stmt_step (texts, error);
  if (step != VAL_STEP_ROW)
    return step == VAL_STEP_DONE;
  folded = fold_row (texts);
  return *folded == '\0'
         || put_text (db, change->new_row, change->kind, texts, folded, TRUE, error);
}

/* The index writes what it has collected whenever a row is not above the one before: so all that
 * goes goes in rising order, then all that comes. It has to be told what it forgets. */
static gboolean
carry_out (ValDb *db, GArray *changes, GError **error)
{
  g_array_sort (changes, compare_old);
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 row = g_array_index (changes, Change, i).old_row;

      if (row != 0
          && (!run_on_row (db,
                           "INSERT INTO search (search, rowid, folded) "
                           "SELECT 'delete', id, folded FROM search_text WHERE id = ?1",
                           row, error)
              || !run_on_row (db, "DELETE FROM search_text WHERE id = ?1", row, error)))
        return FALSE;
    }
  g_array_sort (changes, compare_new);
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, Change, i).new_row != 0
        && !insert_change (db, &g_array_index (changes, Change, i), error))
      return FALSE;
  return TRUE;
}

/* val_search_update: see the header. @error: what SQLite answered; the transaction is then given
 * up */
gboolean
val_search_update (ValJournal *journal, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_autoptr (GHashTable) last
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, journal->touched.written);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Change change = { (int) (*(gint64 *) key >> 48),
                        *(gint64 *) key & ((G_GINT64_CONSTANT (1) << 48) - 1) };

      if (!plan_change (journal->db, &change, last, error))
        return FALSE;
      g_array_append_val (changes, change);
    }
  return carry_out (journal->db, changes, error);
}

static gboolean
copy_texts (ValDb *db, int kind, GHashTable *last, GError **error)
{
  g_autofree char *sql = val_search_dup_texts_sql (kind, "id > 0 ORDER BY 3, 1");
  g_autoptr (ValStmt) texts = val_stmt_get (db, sql, error);
  ValStep step;

  if (texts == NULL)
    return FALSE;
  while ((step = val_stmt_step (texts, error)) == VAL_STEP_ROW)
    {
      g_autofree char *folded = fold_row (texts);
      gint64 row;

      if (*folded != '\0'
          && (!next_row (db, last, day_of (kind, texts), &row, error)
              || !put_text (db, row, kind, texts, folded, FALSE, error)))
        return FALSE;
    }
  return step == VAL_STEP_DONE;
}

/* val_search_rebuild: see the header. */
gboolean
val_search_rebuild (ValDb *db, GError **error)
{
  g_autoptr (GHashTable) last
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (!val_db_exec (db, "INSERT INTO search (search) VALUES ('delete-all');DELETE FROM search_text",
                    error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!copy_texts (db, kinds[i], last, error))
      return FALSE;
  return val_db_exec (db,
                      "INSERT INTO search (search, rank) VALUES ('hashsize', " G_STRINGIFY (
                          REBUILD_HASH) ");"
                                        "INSERT INTO search (search) VALUES ('rebuild');"
                                        "INSERT INTO search (search, rank) VALUES "
                                        "('hashsize', " G_STRINGIFY (USUAL_HASH) ")",
                      error);
}

#define STALE(kind, table)                                                                        \
  { table, "SELECT 'search " table " ' || key FROM search_text WHERE kind = " kind                \
           " AND key NOT IN (SELECT id FROM " table ")" }
#define MISSING(kind, table, text)                                                                \
  { table, "SELECT 'search " table " ' || id FROM " table " WHERE " text                          \
           " GLOB '*[a-zA-Z]*' AND NOT EXISTS (SELECT 1 FROM search_text WHERE kind = " kind      \
           " AND key = " table ".id)" }

/* See the header. A text of letters alone always has something to find. */
const ValSearchInvariant val_search_invariants[] = {
  STALE ("0", "note"),          MISSING ("0", "note", "text"),
  STALE ("1", "recognition"),   MISSING ("1", "recognition", "text"),
  STALE ("2", "mentoring"),     MISSING ("2", "mentoring", "text"),
  STALE ("3", "agreement"),     MISSING ("3", "agreement", "text"),
  STALE ("4", "goal"),          MISSING ("4", "goal", "text"),
  STALE ("5", "goal_step"),     MISSING ("5", "goal_step", "text"),
  STALE ("6", "coaching_phase"), MISSING ("6", "coaching_phase", "text"),
  STALE ("8", "recognition_rule"), MISSING ("8", "recognition_rule", "name"),
  STALE ("10", "indicator"),    MISSING ("10", "indicator", "name"),
  STALE ("100", "person"),      MISSING ("100", "person", "family"),
  STALE ("101", "assessment"),  MISSING ("101", "assessment", "remark"),
  { "search_text", "SELECT 'search ' || id FROM search_text "
                   "WHERE id NOT IN (SELECT id FROM search_docsize)" },
  { "search_text", "SELECT 'search ' || id FROM search_docsize "
                   "WHERE id NOT IN (SELECT id FROM search_text)" },
  { NULL, NULL },
};
