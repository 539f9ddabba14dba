/* val-write-records.c: one record of any kind, written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-write-records.h"

#include "val-bulk-range.h"
#include "val-i18n.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* INSERT or UPDATE made of the names of the class alone; ?1 is the key, ?2 the person and ?3 the
 * import where the table has them, then the fields. */
static char *
dup_sql (const ValRecordClass *klass, gboolean is_new)
{
  GString *names = g_string_new (is_new ? "id" : NULL);
  GString *marks = g_string_new ("?1");
  char *sql;

  for (guint i = 0; i < klass->n_fields + 2; i++)
    {
      const char *name = i == 0   ? (klass->has_person ? "person_id" : NULL)
                         : i == 1 ? (klass->has_import && is_new ? "import_id" : NULL)
                                  : klass->fields[i - 2].name;

      if (name == NULL)
        continue;
      g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", name);
      if (is_new)
        g_string_append_printf (marks, ", ?%u", i + 2);
      else
        g_string_append_printf (names, " = ?%u", i + 2);
    }
  sql = is_new ? g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", klass->table, names->str,
                                  marks->str)
               : g_strdup_printf ("UPDATE %s SET %s WHERE id = ?1", klass->table, names->str);
  g_string_free (names, TRUE);
  g_string_free (marks, TRUE);
  return sql;
}

static gboolean
bind_field (ValWriteContext *context, ValStmt *stmt, int index, const ValRecord *record,
            const ValField *field, GError **error)
{
  gboolean none;
  gint64 value;

  if (field->type == VAL_FIELD_TEXT)
    {
      val_stmt_bind_text (stmt, index, val_record_get_text (record, field));
      return TRUE;
    }
  value = val_record_get_int (record, field, &none);
  if (field->type == VAL_FIELD_REF)
    {
      if (!val_write_resolve (context, value, &value, error))
        return FALSE;
      none = value == 0;
    }
  if (none)
    val_stmt_bind_null (stmt, index);
  else
    val_stmt_bind_int (stmt, index, value);
  return TRUE;
}

/* The key, the person and the import of the row. */
static gboolean
bind_owner (ValWriteContext *context, ValStmt *stmt, const ValRecord *record, gboolean is_new,
            GError **error)
{
  const ValRecordClass *klass = val_record_class (record->type);
  gint64 person;

  if (is_new && record->type == VAL_RECORD_VALUE)
    {
      gint64 key;

      /* Outside of all that imports have. */
      if (!val_bulk_next_key (context->db, VAL_BULK_VALUES, &key, error))
        return FALSE;
      val_stmt_bind_int (stmt, 1, key);
    }
  else if (is_new)
    val_stmt_bind_null (stmt, 1);
  else
    val_stmt_bind_int (stmt, 1, record->id);
  if (klass->has_person)
    {
      if (!val_write_resolve (context, record->person_id, &person, error))
        return FALSE;
      val_stmt_bind_id (stmt, 2, person);
    }
  if (klass->has_import && is_new)
    val_stmt_bind_id (stmt, 3, context->import_id);
  return TRUE;
}

static gboolean
write_people (ValWriteContext *context, const ValMentoring *session, gint64 id, GError **error)
{
  g_autoptr (GString) kept = g_string_new ("[");
  g_autoptr (ValStmt) clear = NULL;

  for (guint i = 0; i < session->people->len; i++)
    {
      g_autoptr (ValStmt) stmt = NULL;
      gint64 person;

      if (!val_write_resolve (context, g_array_index (session->people, gint64, i), &person, error))
        return FALSE;
      stmt = val_stmt_get (context->db,
                           "INSERT INTO mentoring_person (mentoring_id, person_id) VALUES (?1, ?2) "
                           "ON CONFLICT (mentoring_id, person_id) DO NOTHING",
                           error);
      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_int (stmt, 1, id);
      val_stmt_bind_int (stmt, 2, person);
      if (!val_stmt_run (stmt, error))
        return FALSE;
      g_string_append_printf (kept, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", person);
    }
  g_string_append (kept, "]");
  clear = val_stmt_get (context->db,
                        "DELETE FROM mentoring_person WHERE mentoring_id = ?1 "
                        "AND person_id NOT IN (SELECT value FROM json_each (?2))",
                        error);
  if (clear == NULL)
    return FALSE;
  val_stmt_bind_int (clear, 1, id);
  val_stmt_bind_text (clear, 2, kept->str);
  return val_stmt_run (clear, error);
}

/* val_write_record:
 * @context: the transaction
 * @record: any record; id 0 or below: a new one
 * @ret_id: (out): its id in the file
 * @error: %VAL_STORE_ERROR_CONSTRAINT with a sentence when it cannot be kept as it is
 */
gboolean
val_write_record (ValWriteContext *context, const ValRecord *record, gint64 *ret_id,
                  GError **error)
{
  const ValRecordClass *klass = val_record_class (record->type);
  gboolean is_new = record->id <= 0;
  g_autofree char *sql = dup_sql (klass, is_new);
  g_autoptr (GError) invalid = NULL;
  g_autoptr (ValStmt) stmt = NULL;

  if (!val_record_validate (record, &invalid))
    {
      g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT, invalid->message);
      return FALSE;
    }
  stmt = val_stmt_get (context->db, sql, error);
  if (stmt == NULL || !bind_owner (context, stmt, record, is_new, error))
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    if (!bind_field (context, stmt, 4 + (int) i, record, &klass->fields[i], error))
      return FALSE;
  if (!val_stmt_run (stmt, error))
    return FALSE;
  *ret_id = is_new ? sqlite3_last_insert_rowid (context->db->handle) : record->id;
  if (!is_new && sqlite3_changes (context->db->handle) == 0)
    {
      g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT,
                           _("What was to be changed is no longer there."));
      return FALSE;
    }
  return record->type != VAL_RECORD_MENTORING
         || write_people (context, (const ValMentoring *) record, *ret_id, error);
}

/* Contacts of imports that were taken back can be asked for again and count here too. */
static gboolean
label_is_free (ValDb *db, gint64 id, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db,
      "SELECT EXISTS (SELECT 1 FROM contact WHERE agent = ?1) OR ((SELECT kind FROM contact_label "
      "WHERE id = ?1) <> 0 AND EXISTS (SELECT 1 FROM contact WHERE channel = ?1 OR topic = ?1))",
      error);
  gint64 used = 0;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, id);
  if (!val_stmt_run_int (stmt, &used, error))
    return FALSE;
  if (used != 0)
    g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT,
                         _("Imported contacts have this name. Take their import back first."));
  return used == 0;
}

/* val_write_delete_record: one that is gone already is no fault; a label that contacts have stays.
 */
gboolean
val_write_delete_record (ValWriteContext *context, ValRecordType type, gint64 id, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", val_record_class (type)->table);
  g_autoptr (ValStmt) stmt = NULL;

  if (type == VAL_RECORD_LABEL && !label_is_free (context->db, id, error))
    return FALSE;
  stmt = val_stmt_get (context->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, id);
  return val_stmt_run (stmt, error);
}
