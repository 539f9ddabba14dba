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

/* The question that finds the texts of what @kind and ?1 name: person, day, then texts. */
static char *
dup_texts_sql (int kind, const char *where)
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
  g_string_append (sql, klass->has_person ? ", person_id" : ", 0");
  if (kind == VAL_RECORD_MENTORING)
    g_string_append (sql, ", ifnull (held_day, planned_day)");
  else
    g_string_append (sql, kind == VAL_RECORD_STEP ? ", 0" : ", day");
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & VAL_FIELD_SEARCHED) != 0)
      g_string_append_printf (sql, ", %s", klass->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE %s", klass->table, where);
  return g_string_free (sql, FALSE);
}

/* The texts of the row that @stmt stands on, folded, one a line. */
static char *
fold_row (ValStmt *stmt)
{
  GString *folded = g_string_new (NULL);

  for (int i = 3; i < sqlite3_column_count (stmt->stmt); i++)
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
put_text (ValDb *db, int kind, gint64 id, gint64 person, gint64 day, const char *folded,
          GError **error)
{
  g_autoptr (ValStmt) text
      = val_stmt_get (db,
                      "INSERT INTO search_text (kind, key, person_id, day, folded) "
                      "VALUES (?1, ?2, ?3, ?4, ?5)",
                      error);
  g_autoptr (ValStmt) index = NULL;

  if (text == NULL)
    return FALSE;
  val_stmt_bind_int (text, 1, kind);
  val_stmt_bind_int (text, 2, id);
  val_stmt_bind_int (text, 3, person);
  val_stmt_bind_int (text, 4, day);
  val_stmt_bind_text (text, 5, folded);
  if (!val_stmt_run (text, error))
    return FALSE;
  index = val_stmt_get (db, "INSERT INTO search (rowid, folded) VALUES (?1, ?2)", error);
  if (index == NULL)
    return FALSE;
  val_stmt_bind_int (index, 1, sqlite3_last_insert_rowid (db->handle));
  val_stmt_bind_text (index, 2, folded);
  return val_stmt_run (index, error);
}

/* An index whose texts lie elsewhere has to be told what it forgets. */
static gboolean
forget_text (ValDb *db, int kind, gint64 id, GError **error)
{
  g_autoptr (ValStmt) index = val_stmt_get (
      db,
      "INSERT INTO search (search, rowid, folded) SELECT 'delete', id, folded FROM search_text "
      "WHERE kind = ?1 AND key = ?2",
      error);
  g_autoptr (ValStmt) text = NULL;

  if (index == NULL)
    return FALSE;
  text = val_stmt_get (db, "DELETE FROM search_text WHERE kind = ?1 AND key = ?2", error);
  if (text == NULL)
    return FALSE;
  val_stmt_bind_int (index, 1, kind);
  val_stmt_bind_int (index, 2, id);
  val_stmt_bind_int (text, 1, kind);
  val_stmt_bind_int (text, 2, id);
  return val_stmt_run (index, error) && val_stmt_run (text, error);
}

static gboolean
index_rows (ValDb *db, int kind, const char *where, gint64 id, GError **error)
{
  g_autofree char *sql = dup_texts_sql (kind, where);
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (stmt->stmt) > 0)
    val_stmt_bind_int (stmt, 1, id);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      g_autofree char *folded = fold_row (stmt);

      if (*folded != '\0'
          && !put_text (db, kind, val_stmt_int (stmt, 0), val_stmt_int (stmt, 1),
                        val_stmt_int (stmt, 2), folded, error))
        return FALSE;
    }
  return step == VAL_STEP_DONE;
}

/* val_search_update: see the header. */
gboolean
val_search_update (ValJournal *journal, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, journal->written);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      int kind = (int) (*(gint64 *) key >> 48);
      gint64 id = *(gint64 *) key & ((G_GINT64_CONSTANT (1) << 48) - 1);

      if (!forget_text (journal->db, kind, id, error)
          || !index_rows (journal->db, kind, "id = ?1", id, error))
        return FALSE;
    }
  return TRUE;
}

/* val_search_rebuild: see the header. */
gboolean
val_search_rebuild (ValDb *db, GError **error)
{
  static const int kinds[]
      = { VAL_RECORD_NOTE,      VAL_RECORD_RECOGNITION, VAL_RECORD_MENTORING,
          VAL_RECORD_AGREEMENT, VAL_RECORD_GOAL,        VAL_RECORD_STEP,
          VAL_RECORD_PHASE,     VAL_RECORD_RULE,        VAL_SEARCH_PERSON,
          VAL_SEARCH_ASSESSMENT };

  if (!val_db_exec (db, "INSERT INTO search (search) VALUES ('delete-all');DELETE FROM search_text",
                    error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!index_rows (db, kinds[i], "id > 0", 0, error))
      return FALSE;
  return TRUE;
}
