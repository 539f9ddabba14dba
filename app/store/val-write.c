/* val-write.c: carrying out an edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-write.h"

#include "val-bulk-numbers.h"
#include "val-bulk-range.h"
#include "val-stmt.h"
#include "val-store-error.h"
#include "val-write-records.h"
#include "val-write-rows.h"

/* So many rows deleted at once deserve a backup before. */
#define BULK_DELETE 10

static gboolean
resolve_cb (gint64 id, gint64 *ret_id, gpointer data)
{
  gpointer found = g_hash_table_lookup (data, GINT_TO_POINTER ((int) id));

  *ret_id = GPOINTER_TO_INT (found);
  return found != NULL;
}

static gboolean
run_with_ids (ValWriteContext *context, const char *sql, gint64 id, gint64 id2, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (context->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, id);
  if (sqlite3_bind_parameter_count (stmt->stmt) >= 2)
    val_stmt_bind_int (stmt, 2, id2);
  return val_stmt_run (stmt, error);
}

/* What hangs below the row moves up first; the rest is the schema's own rule. */
static gboolean
delete_op (ValWriteContext *context, const ValOp *op, GError **error)
{
  gint64 id, id2;

  if (!val_write_resolve (context, op->id, &id, error)
      || !val_write_resolve (context, op->id2, &id2, error))
    return FALSE;
  switch (op->kind)
    {
    case VAL_OP_DELETE_TEAM:
      return run_with_ids (context,
                           "UPDATE person SET team_id = (SELECT parent_id FROM team WHERE "
                           "id = ?1) WHERE team_id = ?1",
                           id, 0, error)
             && run_with_ids (context,
                              "UPDATE team SET parent_id = (SELECT parent_id FROM team WHERE "
                              "id = ?1) WHERE parent_id = ?1",
                              id, 0, error)
             && run_with_ids (context, "DELETE FROM team WHERE id = ?1", id, 0, error);
    case VAL_OP_DELETE_SKILL:
      return run_with_ids (context,
                           "UPDATE skill SET parent_id = (SELECT parent_id FROM skill WHERE "
                           "id = ?1) WHERE parent_id = ?1",
                           id, 0, error)
             && run_with_ids (context, "DELETE FROM skill WHERE id = ?1", id, 0, error);
    case VAL_OP_DELETE_PERSON:
      /* A session that nobody else took part in goes with the person. */
      return run_with_ids (context,
                           "DELETE FROM mentoring WHERE id IN (SELECT mentoring_id FROM "
                           "mentoring_person WHERE person_id = ?1) AND NOT EXISTS (SELECT 1 FROM "
                           "mentoring_person AS other WHERE other.mentoring_id = mentoring.id "
                           "AND other.person_id <> ?1)",
                           id, 0, error)
             && run_with_ids (context, "DELETE FROM person WHERE id = ?1", id, 0, error);
    case VAL_OP_DELETE_ROLE:
      return run_with_ids (context, "DELETE FROM role WHERE id = ?1", id, 0, error);
    case VAL_OP_DELETE_ASSESSMENT:
      return run_with_ids (context, "DELETE FROM assessment WHERE id = ?1", id, 0, error);
    case VAL_OP_DELETE_RECORD:
      return val_write_delete_record (context, (ValRecordType) op->id2, id, error);
    case VAL_OP_DELETE_REQUIREMENT:
      return run_with_ids (context,
                           "DELETE FROM requirement WHERE role_id = ?1 AND skill_id = ?2", id, id2,
                           error);
    case VAL_OP_PUT_TEAM:
    case VAL_OP_PUT_PERSON:
    case VAL_OP_PUT_ROLE:
    case VAL_OP_PUT_SKILL:
    case VAL_OP_PUT_BANDS:
    case VAL_OP_PUT_REQUIREMENT:
    case VAL_OP_ADD_ASSESSMENT:
    case VAL_OP_SET_SETTING:
    case VAL_OP_PUT_RECORD:
    default:
      g_assert_not_reached ();
    }
}

/* A team that the same edit has made already is changed: its leader may be made after it. */
static gboolean
put_team (ValWriteContext *context, const ValTeam *team, GHashTable *new_ids, gint64 *ret_id,
          GError **error)
{
  gpointer known
      = team->id < 0 ? g_hash_table_lookup (new_ids, GINT_TO_POINTER ((int) team->id)) : NULL;
  g_autoptr (ValTeam) again = NULL;

  if (known == NULL)
    return val_write_team (context, team, ret_id, error);
  again = val_team_copy (team);
  again->id = GPOINTER_TO_INT (known);
  return val_write_team (context, again, ret_id, error);
}

static gboolean
run_op (ValWriteContext *context, const ValOp *op, GHashTable *new_ids, GError **error)
{
  gint64 id = 0;
  gboolean good;

  switch (op->kind)
    {
    case VAL_OP_PUT_TEAM:
      good = put_team (context, op->team, new_ids, &id, error);
      break;
    case VAL_OP_PUT_PERSON:
      good = val_write_person (context, op->person, &id, error);
      break;
    case VAL_OP_PUT_ROLE:
      good = val_write_role (context, op->role, &id, error);
      break;
    case VAL_OP_PUT_SKILL:
      good = val_write_skill (context, op->skill, &id, error);
      break;
    case VAL_OP_PUT_BANDS:
      good = val_write_bands (context, op->bands, error);
      break;
    case VAL_OP_PUT_REQUIREMENT:
      good = val_write_requirement (context, &op->requirement, error);
      break;
    case VAL_OP_ADD_ASSESSMENT:
      good = val_write_assessment (context, op->assessment, error);
      break;
    case VAL_OP_SET_SETTING:
      good = val_write_setting (context, op->setting.key, op->setting.value, error);
      break;
    case VAL_OP_PUT_RECORD:
      good = val_write_record (context, op->record, &id, error);
      break;
    case VAL_OP_DELETE_TEAM:
    case VAL_OP_DELETE_PERSON:
    case VAL_OP_DELETE_ROLE:
    case VAL_OP_DELETE_SKILL:
    case VAL_OP_DELETE_REQUIREMENT:
    case VAL_OP_DELETE_ASSESSMENT:
    case VAL_OP_DELETE_RECORD:
    default:
      good = delete_op (context, op, error);
      break;
    }
  if (good && id != 0 && op->id < 0)
    g_hash_table_insert (new_ids, GINT_TO_POINTER ((int) op->id), GINT_TO_POINTER ((int) id));
  return good;
}

static gint64
write_import (ValDb *db, const ValImport *import, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db,
      "INSERT INTO import (file_name, kind, sha256, at, rows_read, rows_stored, rows_refused, "
      "people_made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (stmt == NULL)
    return 0;
  val_stmt_bind_text (stmt, 1, import->file_name != NULL ? import->file_name : "");
  val_stmt_bind_text (stmt, 2, import->kind);
  val_stmt_bind_text (stmt, 3, import->sha256 != NULL ? import->sha256 : "");
  val_stmt_bind_int (stmt, 4, import->at != 0 ? import->at : g_get_real_time () / G_USEC_PER_SEC);
  val_stmt_bind_int (stmt, 5, import->rows_read);
  val_stmt_bind_int (stmt, 6, import->rows_stored);
  val_stmt_bind_int (stmt, 7, import->rows_refused);
  val_stmt_bind_int (stmt, 8, import->people_made);
  return val_stmt_run (stmt, error) ? sqlite3_last_insert_rowid (db->handle) : 0;
}

static gboolean
resolve_row_cb (gint64 id, gint64 *ret_id, gpointer data, GError **error)
{
  return val_write_resolve (data, id, ret_id, error);
}

static gboolean
set_range (ValDb *db, gint64 import_id, gint64 first, gint64 last, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db, "UPDATE import SET first_row = ?, last_row = ? WHERE id = ?", error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  val_stmt_bind_int (stmt, 3, import_id);
  return val_stmt_run (stmt, error);
}

typedef struct
{
  ValJournal *journal;
  ValWriteContext *context;
  const ValEdit *edit;
  ValBulkProgress progress;
  gpointer progress_data;
  ValBulkKind main; /* the bulk that has the range of the import itself */
  gboolean main_is_there;
} Bulks;

/* Each bulk is written down as the range of an import, also when the edit is none: then under a
 * nameless one, which no list shows. */
static gboolean
write_bulk (Bulks *self, ValBulkKind kind, ValBulkAdd add, GError **error)
{
  ValDb *db = self->context->db;
  ValImport nameless
      = { .file_name = (char *) "", .kind = (char *) val_bulk_kind_without_name (kind) };
  gint64 import_id = kind == self->main ? self->context->import_id : 0, first = 0, last = -1;

  if (import_id != 0)
    self->main_is_there = TRUE;
  else if ((import_id = write_import (db, &nameless, error)) == 0)
    return FALSE;
  return add (self->journal, self->edit, resolve_row_cb, self->context, self->progress,
              self->progress_data, &first, &last, error)
         && set_range (db, import_id, first, last, error)
         && val_journal_note (self->journal, VAL_JOURNAL_OP_TAKE_OUT, "import", import_id, error);
}

static gboolean
write_bulks (ValJournal *journal, ValWriteContext *context, const ValEdit *edit,
             ValBulkProgress progress, gpointer progress_data, GError **error)
{
  const ValImport *import = val_edit_import (edit);
  Bulks self = { journal, context, edit, progress, progress_data };
  guint n;

  self.main = val_bulk_kind_of_import (import != NULL ? import->kind : NULL);
  val_edit_rows (edit, &n);
  if (n > 0 && !write_bulk (&self, VAL_BULK_SCORES, val_bulk_add, error))
    return FALSE;
  if (val_edit_values (edit) != NULL && val_edit_values (edit)->len > 0
      && !write_bulk (&self, VAL_BULK_VALUES, val_bulk_add_values, error))
    return FALSE;
  if (val_edit_contacts (edit) != NULL && val_contact_rows_n (val_edit_contacts (edit)) > 0
      && !write_bulk (&self, VAL_BULK_CONTACTS, val_bulk_add_contacts, error))
    return FALSE;
  if (!val_bulk_add_intervals (journal, edit, resolve_row_cb, context, error))
    return FALSE;
  return context->import_id == 0 || self.main_is_there
         || val_journal_note (journal, VAL_JOURNAL_OP_TAKE_OUT, "import", context->import_id,
                              error);
}

/* val_write_edit:
 * @journal: the journal, in a transaction
 * @edit: what to do
 * @progress: (nullable): for long bulks
 * @progress_data: for @progress
 * @error: %VAL_STORE_ERROR_CONSTRAINT with a sentence when the edit does not fit
 *
 * Carries @edit out and writes down how to take it back.
 *
 * Returns: (transfer full) (nullable): the numbers that were given
 */
ValEditResult *
val_write_edit (ValJournal *journal, const ValEdit *edit, ValBulkProgress progress,
                gpointer progress_data, GError **error)
{
  g_autoptr (ValEditResult) result = g_new0 (ValEditResult, 1);
  ValWriteContext context = { journal->db, 0, resolve_cb, NULL };
  const ValImport *import = val_edit_import (edit);
  const char *label = val_edit_get_label (edit);

  result->new_ids = g_hash_table_new (NULL, NULL);
  context.resolve_data = result->new_ids;
  if (import != NULL)
    {
      result->import_id = context.import_id = write_import (journal->db, import, error);
      if (result->import_id == 0)
        return NULL;
      journal->touched.tables |= VAL_TABLE_IMPORTS;
    }
  if (!val_journal_begin (journal, label != NULL ? label : "", val_edit_get_argument (edit),
                          context.import_id, error))
    return NULL;
  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    if (!run_op (&context, val_edit_op (edit, i), result->new_ids, error))
      return NULL;
  if (!write_bulks (journal, &context, edit, progress, progress_data, error))
    return NULL;
  result->change_id = journal->change;
  result->tables = journal->touched.tables;
  return g_steal_pointer (&result);
}

/* val_write_is_bulk_delete: whether a backup should be made before. */
gboolean
val_write_is_bulk_delete (const ValEdit *edit)
{
  guint n = 0;

  for (guint i = 0; i < val_edit_n_ops (edit); i++)
    {
      ValOpKind kind = val_edit_op (edit, i)->kind;

      n += kind == VAL_OP_DELETE_PERSON || kind == VAL_OP_DELETE_TEAM || kind == VAL_OP_DELETE_SKILL
           || kind == VAL_OP_DELETE_ROLE;
    }
  return n >= BULK_DELETE;
}
