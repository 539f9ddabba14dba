/* val-core.c: everything that is done on the database thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-core.h"

#include "val-bulk-range.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-load.h"
#include "val-seal.h"
#include "val-search.h"
#include "val-stmt.h"
#include "val-store-error.h"
#include "val-write.h"

static gboolean
refresh_entries (ValCore *self, GError **error)
{
  val_journal_entry_clear (&self->undo);
  val_journal_entry_clear (&self->redo);
  if (self->db->read_only)
    return TRUE;
  return val_journal_find_undo (self->journal, &self->undo, error)
         && val_journal_find_redo (self->journal, &self->redo, error);
}

/* A newer file than ours that cannot be read as we read ours is told apart from damage. */
static gboolean
load_first (ValCore *self, GError **error)
{
  g_autoptr (GError) inner = NULL;

  self->dataset = val_load_dataset (self->db, NULL, NULL, !self->without_scores, &inner);
  if (self->dataset != NULL)
    return refresh_entries (self, error);
  if (g_error_matches (inner, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED)
      && self->db->read_only)
    val_store_set_error (error, VAL_STORE_ERROR_NEWER);
  else
    g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* val_core_open:
 * @path: the database
 * @flags: see #ValStoreOpenFlags
 * @error: see #ValStoreError
 *
 * Opens (or makes, or brings up to date) the file and loads the first picture.
 *
 * Returns: (transfer full) (nullable): the core
 */
ValCore *
val_core_open (const char *path, ValStoreOpenFlags flags, GError **error)
{
  g_autoptr (ValCore) self = g_new0 (ValCore, 1);

  self->db = val_db_open (path, flags, error);
  if (self->db == NULL)
    return NULL;
  self->checked = self->db->created;
  self->checked_at = g_get_real_time () / G_USEC_PER_SEC;
  self->without_scores = (flags & VAL_STORE_WITHOUT_SCORES) != 0;
  self->journal = val_journal_new (self->db, error);
  if (self->journal == NULL || !load_first (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A number that is another one after each transaction; 0: it is not known. */
static guint32
data_version (ValCore *self)
{
  guint32 version = 0;

  if (sqlite3_file_control (self->db->handle, "main", SQLITE_FCNTL_DATA_VERSION, &version)
      != SQLITE_OK)
    return 0;
  return version;
}

/* So that the next one need not look the file over: only what was sound and stayed in good hands. A
 * seal that still fits a file that has shown itself to be bad is taken away. */
static void
seal (ValCore *self)
{
  if (self->db == NULL || self->db->moved)
    return;
  if (self->db->failed || self->damage != NULL)
    val_seal_remove (self->db);
  else if (self->checked && !self->db->read_only && sqlite3_get_autocommit (self->db->handle)
           && !(self->sealed != 0 && self->sealed == data_version (self)))
    val_seal_write (self->db, self->checked_at);
}

/* val_core_close: (transfer full) */
void
val_core_close (ValCore *self)
{
  if (self == NULL)
    return;
  seal (self);
  val_journal_entry_clear (&self->undo);
  val_journal_entry_clear (&self->redo);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_clear_pointer (&self->contacts, val_contact_reader_free);
  g_clear_pointer (&self->db, val_db_close);
  g_clear_pointer (&self->journal, val_journal_free);
  g_clear_error (&self->damage);
  g_clear_error (&self->warning);
  g_free (self);
}

/* val_core_check_quickly: see the header. @error: %VAL_STORE_ERROR_DAMAGED, saying what */
gboolean
val_core_check_quickly (ValCore *self, GError **error)
{
  g_autoptr (GError) found = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (self->damage != NULL)
    {
      g_propagate_error (error, g_error_copy (self->damage));
      return FALSE;
    }
  if (self->checked)
    return TRUE;
  if (val_seal_holds (self->db, now, &self->checked_at))
    {
      self->checked = TRUE;
      self->sealed = data_version (self);
      return TRUE;
    }
  if (val_check_db_quick (self->db->handle, &found))
    {
      self->checked = TRUE;
      self->checked_at = now;
      return TRUE;
    }
  if (g_error_matches (found, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (self->db->cancellable == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  if (g_error_matches (found, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED))
    {
      self->damage = g_error_copy (found);
      self->db->read_only = TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}

static void
warn_about (ValCore *self, GError *warning)
{
  g_clear_error (&self->warning);
  self->warning = warning;
}

/* Nothing that anybody would want back. */
static gboolean
is_bare (ValCore *self)
{
  return val_dataset_n_people (self->dataset) == 0 && val_dataset_n_skills (self->dataset) == 0;
}

/* val_core_backup_if_due: the one of the day; a failure is told and stops nothing. A file that is
 * still bare would be the copy of the month, which is kept longest.
 *
 * Returns: FALSE: it was broken off and is still due */
gboolean
val_core_backup_if_due (ValCore *self)
{
  GError *error = NULL;
  const char *reason;

  if (self->db->read_only || !self->checked || is_bare (self))
    return TRUE;
  reason = val_backup_due (self->db->path, g_get_real_time () / G_USEC_PER_SEC);
  if (reason == NULL || val_backup_make (self->db->handle, self->db->path, reason, NULL, &error))
    return TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&error);
      return FALSE;
    }
  warn_about (self, error);
  return TRUE;
}

/* A copy before something large, of a file that was checked. Without room for it there is none for
 * the work either; any other hindrance is told, and the undo journal has to do. */
static gboolean
backup_before (ValCore *self, const char *reason, GError **error)
{
  GError *inner = NULL;

  if (is_bare (self))
    return TRUE;
  if (val_backup_make_plain (self->db->handle, self->db->path, reason, &inner))
    return TRUE;
  if (g_error_matches (inner, VAL_STORE_ERROR, VAL_STORE_ERROR_FULL)
      || g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, inner);
      return FALSE;
    }
  warn_about (self, inner);
  return TRUE;
}

/* What stands before every transaction. */
static gboolean
may_write (ValCore *self, GError **error)
{
  if (!val_core_check_quickly (self, error))
    return FALSE;
  if (self->db->read_only)
    {
      val_store_set_error (error, VAL_STORE_ERROR_READ_ONLY);
      return FALSE;
    }
  if (!self->checked)
    {
      /* The check was broken off because the file is being closed. */
      val_store_set_error (error, VAL_STORE_ERROR_FAILED);
      return FALSE;
    }
  val_journal_reset (self->journal);
  return TRUE;
}

/* The next picture, out of what was touched. Work that is done is not broken off any more. */
static gboolean
reload (ValCore *self, gboolean everything, ValTables *ret_tables, GError **error)
{
  GCancellable *cancellable = g_steal_pointer (&self->db->cancellable);
  ValDataset *next;
  gboolean good;

  next = val_load_dataset (self->db, everything ? NULL : self->dataset, &self->journal->touched,
                           !self->without_scores, error);
  good = next != NULL;
  if (good)
    {
      val_dataset_unref (self->dataset);
      self->dataset = next;
      *ret_tables = everything ? VAL_TABLE_ALL : self->journal->touched.tables;
      good = refresh_entries (self, error);
    }
  self->db->cancellable = cancellable;
  return good;
}

static gboolean
transact (ValCore *self, ValDbWork work, gpointer data, ValTables *ret_tables, GError **error)
{
  *ret_tables = 0;
  if (!val_journal_watch (self->journal, error))
    return FALSE;
  if (val_db_transaction (self->db, work, data, error))
    {
      g_autoptr (GError) inner = NULL;

      self->journal->change = 0;
      /* What is stored is stored, even when it cannot be read again at once. */
      if (!reload (self, FALSE, ret_tables, &inner))
        warn_about (self, g_steal_pointer (&inner));
      return TRUE;
    }
  self->journal->change = 0;
  /* A commit that failed late may have reached the disk: show what the file holds. */
  if (self->journal->touched.tables != 0 && !self->db->moved
      && sqlite3_get_autocommit (self->db->handle)
      && !(error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      && !(error != NULL
           && g_error_matches (*error, VAL_STORE_ERROR, VAL_STORE_ERROR_CONSTRAINT)))
    reload (self, TRUE, ret_tables, NULL);
  return FALSE;
}

typedef struct
{
  ValCore *core;
  const ValEdit *edit;
  ValBulkProgress progress;
  gpointer progress_data;
  ValEditResult *result;
  gint64 id;
  gboolean undo;
  char *argument;
} Work;

/* One row that is added or replaced points to what is there; several may be in any order. */
static gboolean
is_one_row (const ValEdit *edit)
{
  ValOpKind kind;

  if (val_edit_n_ops (edit) != 1 || val_edit_import (edit) != NULL)
    return FALSE;
  kind = val_edit_op (edit, 0)->kind;
  return kind == VAL_OP_ADD_ASSESSMENT || kind == VAL_OP_PUT_RECORD;
}

static gboolean
edit_work (ValDb *db, gpointer data, GError **error)
{
  Work *work = data;

  if (!is_one_row (work->edit) && !val_db_defer_references (db, error))
    return FALSE;
  work->result = val_write_edit (work->core->journal, work->edit, work->progress,
                                 work->progress_data, error);
  return work->result != NULL && val_search_update (work->core->journal, error);
}

/* val_core_edit: see val_store_edit (), its errors too. (transfer full) (nullable) */
ValEditResult *
val_core_edit (ValCore *self, const ValEdit *edit, ValBulkProgress progress,
               gpointer progress_data, ValTables *ret_tables, GError **error)
{
  Work work = { self, edit, progress, progress_data };

  *ret_tables = 0;
  if (!may_write (self, error))
    return NULL;
  if (val_edit_import (edit) != NULL && !backup_before (self, VAL_BACKUP_BEFORE_IMPORT, error))
    return NULL;
  if (val_write_is_bulk_delete (edit) && !backup_before (self, VAL_BACKUP_BEFORE_DELETE, error))
    return NULL;
  if (transact (self, edit_work, &work, ret_tables, error))
    return work.result;
  g_clear_pointer (&work.result, val_edit_result_free);
  return NULL;
}

static gboolean
turn_work (ValDb *db, gpointer data, GError **error)
{
  Work *work = data;

  return val_db_defer_references (db, error)
         && val_journal_turn (work->core->journal, work->id, work->undo, error)
         && val_search_update (work->core->journal, error);
}

/* val_core_dup_label: (transfer full) (nullable): the translated sentence of a change; NULL: no
 * change. */
char *
val_core_dup_label (const ValJournalEntry *entry)
{
  if (entry->id == 0)
    return NULL;
  if (*entry->label == '\0')
    return g_strdup (_("Change"));
  return val_format_replace (gettext (entry->label), entry->argument);
}

/* val_core_turn: see val_store_undo () and val_store_redo (). */
gboolean
val_core_turn (ValCore *self, gboolean undo, ValTables *ret_tables, char **ret_label,
               GError **error)
{
  const ValJournalEntry *entry = undo ? &self->undo : &self->redo;
  Work work = { .core = self, .id = entry->id, .undo = undo };
  g_autofree char *label = NULL;

  *ret_tables = 0;
  if (!may_write (self, error))
    return FALSE;
  if (entry->id == 0)
    {
      if (undo)
        val_store_set_error (error, VAL_STORE_ERROR_NOTHING);
      else
        g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING,
                             _("There is nothing to redo."));
      return FALSE;
    }
  label = val_core_dup_label (entry);
  if (!transact (self, turn_work, &work, ret_tables, error))
    return FALSE;
  if (ret_label != NULL)
    *ret_label = g_steal_pointer (&label);
  return TRUE;
}

/* The file's name of an import that stands. */
static gboolean
find_import (ValCore *self, gint64 import_id, char **ret_name, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      self->db,
      "SELECT file_name, undone FROM import WHERE id = ? AND kind NOT IN " VAL_KINDS_WITHOUT_NAME,
      error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, import_id);
  step = val_stmt_step (stmt, error);
  if (step == VAL_STEP_ERROR)
    return FALSE;
  if (step == VAL_STEP_ROW && val_stmt_int (stmt, 1) == 0)
    {
      *ret_name = val_stmt_dup_text (stmt, 0);
      return TRUE;
    }
  g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING,
                       step == VAL_STEP_DONE ? _("There is no import with this number.")
                                             : _("This import was taken back already."));
  return FALSE;
}

static gboolean
undo_import_work (ValDb *db, gpointer data, GError **error)
{
  Work *work = data;
  ValJournal *journal = work->core->journal;

  /* Translators: what Undo is about; %s is the name of a file. */
  return val_db_defer_references (db, error)
         && val_journal_begin (journal, N_ ("Undone import: %s"), work->argument, 0, error)
         && val_journal_turn_import (journal, work->id, error)
         && val_search_update (journal, error);
}

/* val_core_undo_import: see val_store_undo_import (). */
gboolean
val_core_undo_import (ValCore *self, gint64 import_id, ValTables *ret_tables, GError **error)
{
  Work work = { .core = self, .id = import_id };
  g_autofree char *name = NULL;

  *ret_tables = 0;
  if (!may_write (self, error) || !find_import (self, import_id, &name, error))
    return FALSE;
  work.argument = name;
  return transact (self, undo_import_work, &work, ret_tables, error);
}

typedef struct
{
  const char *key;
  const char *body;
} Draft;

static gboolean
draft_work (ValDb *db, gpointer data, GError **error)
{
  const Draft *draft = data;
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db,
      draft->body == NULL ? "DELETE FROM draft WHERE key = ?1"
                          : "INSERT INTO draft (key, body, at) VALUES (?1, ?2, ?3) "
                            "ON CONFLICT (key) DO UPDATE SET body = ?2, at = ?3",
      error);

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_text (stmt, 1, draft->key);
  if (draft->body != NULL)
    {
      val_stmt_bind_text (stmt, 2, draft->body);
      val_stmt_bind_int (stmt, 3, g_get_real_time () / G_USEC_PER_SEC);
    }
  return val_stmt_run (stmt, error);
}

/* val_core_put_draft: see val_store_put_draft_async (). */
gboolean
val_core_put_draft (ValCore *self, const char *key, const char *body, GError **error)
{
  Draft draft = { key, body };

  return may_write (self, error) && val_db_transaction (self->db, draft_work, &draft, error);
}
