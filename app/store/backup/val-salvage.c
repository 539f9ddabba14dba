/* val-salvage.c: what can still be read of a damaged database, into a new one
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on a copy; the damaged file is only read. The new database has our own newest schema; its
 * tables are filled by walking those of the damaged one along the primary key: upwards to the first
 * fault, downwards to the first fault, then into what lies between: key by key where an index still
 * names the keys, else by halving, so that a damaged page costs its own rows only. The number of
 * probes and the time are limited.
 */
#include "val-backup-private.h"

#include <fcntl.h>
#include <unistd.h>

#include "val-contact-packs.h"
#include "val-db.h"
#include "val-files.h"
#include "val-i18n.h"
#include "val-plain-db.h"
#include "val-salvage-private.h"
#include "val-search.h"
#include "val-store-error.h"

#define MAX_SECONDS 120
/* Of virtual machine steps between two looks at the clock. */
#define STEPS_PER_LOOK 20000

/* The journal of undo says how to turn changes round that may be lost now; packs of contacts are made
 * anew. */
static const char *const left_out[] = { "journal", "assessment_undone", "contact_pack" };

static int
is_over_cb (void *data)
{
  const ValSalvage *self = data;

  return g_get_monotonic_time () > self->deadline;
}

/* The first 100 bytes hold nothing that cannot be guessed, and are what is hit most often by
 * whatever overwrites the beginning of a file. */
static gboolean
mend_header (const char *path, GError **error)
{
  static const guchar wanted[24] = "SQLite format 3\0\x10\x00\x01\x01\x00\x40\x20\x20";
  guchar header[100] = { 0 };
  int fd = open (path, O_RDWR | O_CLOEXEC);
  gboolean done = fd >= 0 && pread (fd, header, sizeof header, 0) >= 0;

  if (done && memcmp (header, wanted, 16) != 0)
    {
      /* 47: schema format 4; 59: UTF-8. */
      memcpy (header, wanted, sizeof wanted);
      header[44] = header[45] = header[46] = header[56] = header[57] = header[58] = 0;
      header[47] = 4;
      header[59] = 1;
      done = pwrite (fd, header, sizeof header, 0) == (gssize) sizeof header;
    }
  if (fd >= 0)
    close (fd);
  if (!done)
    val_store_set_error (error, VAL_STORE_ERROR_IO);
  return done;
}

static gboolean
is_readable (sqlite3 *db)
{
  return sqlite3_exec (db, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_OK;
}

static sqlite3 *
open_damaged (const char *copy, GError **error)
{
  sqlite3 *db = val_plain_db_open (copy, SQLITE_OPEN_READWRITE, error);

  if (db == NULL)
    return NULL;
  /* With it SQLite passes over entries of the schema that make no sense and over a length that
   * does not fit, instead of refusing the whole file. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (db, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
  return db;
}

/* The copy of the damaged file, opened; its journal is rolled back if that helps. */
static gboolean
open_source (ValSalvage *self, const char *path, const char *copy, GError **error)
{
  g_autofree char *journal = val_plain_db_journal_of (path);
  g_autofree char *copy_journal = val_plain_db_journal_of (copy);
  g_auto (ValLockFd) lock = -1;

  if (!val_plain_db_lock (path, &lock, error) || !val_files_copy (path, copy, error)
      || !mend_header (copy, error))
    return FALSE;
  if (val_plain_db_has_hot_journal (path) && !val_files_copy (journal, copy_journal, error))
    return FALSE;
  self->source = open_damaged (copy, error);
  if (self->source == NULL)
    return FALSE;
  if (!is_readable (self->source))
    {
      g_clear_pointer (&self->source, sqlite3_close_v2);
      unlink (copy_journal);
      self->source = open_damaged (copy, error);
    }
  if (self->source != NULL)
    sqlite3_progress_handler (self->source, STEPS_PER_LOOK, is_over_cb, self);
  return self->source != NULL;
}

static gboolean
create_target (ValSalvage *self, const char *temp, GError **error)
{
  g_autoptr (ValDb) made = val_db_open (temp, VAL_STORE_CREATE_ONLY, error);

  if (made == NULL)
    return FALSE;
  g_clear_pointer (&made, val_db_close);
  self->target = val_plain_db_open (temp, SQLITE_OPEN_READWRITE, error);
  return self->target != NULL
         && val_plain_db_exec (self->target, "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536;"
                                             "BEGIN IMMEDIATE", error);
}

static gboolean
is_left_out (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (strcmp (table, left_out[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What a new database holds by itself stays where the damaged one has nothing to say. */
static gboolean
salvage_table (ValSalvage *self, const char *table, GError **error)
{
  g_autofree char *clear = g_strdup_printf ("SAVEPOINT one; DELETE FROM \"%s\"", table);
  guint64 before = self->got;

  if (!val_plain_db_exec (self->target, clear, error)
      || !val_salvage_walk_table (self, table, error))
    return FALSE;
  return val_plain_db_exec (self->target,
                            self->got == before && self->faults ? "ROLLBACK TO one; RELEASE one"
                                                                : "RELEASE one",
                            error);
}

static gboolean
salvage_tables (ValSalvage *self, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (self->target,
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                 "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
                                 "AND name NOT LIKE 'search%' ORDER BY rowid",
                                 -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  if (code != SQLITE_DONE)
    {
      val_store_set_sqlite_error (error, self->target, code);
      return FALSE;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);

      self->faults = FALSE;
      if (!is_left_out (table) && !salvage_table (self, table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish_target (ValSalvage *self, GError **error)
{
  if (self->got == 0)
    {
      g_set_error_literal (error, VAL_STORE_ERROR,
                           self->found_table ? VAL_STORE_ERROR_DAMAGED : VAL_STORE_ERROR_FOREIGN,
                           _("Nothing of this program could be read from the file."));
      return FALSE;
    }
  if (!val_salvage_mend_references (self, error) || !val_salvage_mend_numbers (self, error)
      || !val_plain_db_exec (self->target, "UPDATE \"change\" SET undoable = 0, "
                                           "state = CASE state WHEN 1 THEN 2 ELSE state END; COMMIT",
                             error))
    return FALSE;
  g_clear_pointer (&self->target, sqlite3_close_v2);
  return TRUE;
}

static gboolean
rebuild_work (ValDb *db, gpointer data, GError **error)
{
  return val_db_defer_references (db, error) && val_search_rebuild (db, error) && val_contact_packs_rebuild (db, error);
}

/* The search index and the packs are not salvaged but made anew; with them the new file is whole. */
static gboolean
make_search (const char *temp, GError **error)
{
  g_autoptr (ValDb) db = val_db_open (temp, VAL_STORE_OPEN_EXISTING, error);

  return db != NULL && val_db_transaction (db, rebuild_work, NULL, error)
         && val_check_db (db->handle, error);
}

static gboolean
salvage (ValSalvage *self, const char *path, const char *copy, const char *temp, GError **error)
{
  return open_source (self, path, copy, error) && create_target (self, temp, error)
         && salvage_tables (self, error) && finish_target (self, error)
         && make_search (temp, error);
}

/**
 * val_store_salvage_file:
 * @path: a damaged database that nobody has open; it is only read
 * @new_path: the new database; nothing may have that name
 * @ret_rows: (out) (optional): rows that were read
 * @ret_lost: (out) (optional): rows known or believed to be lost
 * @error: return location
 *
 * Reads what can be read of @path into a new, sound database. Rows whose place in the file is
 * damaged, that break the schema's rules or that refer to rows that are gone are lost; how many
 * is known where an index still tells, else it is the number of keys that are missing. Changes
 * cannot be undone in the new file. Never takes longer than about two minutes; blocks, any thread.
 *
 * Returns: %TRUE when @new_path is on the disk
 */
gboolean
val_store_salvage_file (const char *path, const char *new_path, guint64 *ret_rows,
                        guint64 *ret_lost, GError **error)
{
  g_autoptr (ValTempFile) copy = NULL;
  g_autoptr (ValTempFile) temp = NULL;
  ValSalvage self = { .deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC };
  gboolean done;

  g_return_val_if_fail (path != NULL && new_path != NULL, FALSE);

  if (val_files_exists (new_path))
    {
      val_store_set_error (error, VAL_STORE_ERROR_EXISTS);
      return FALSE;
    }
  copy = g_strdup_printf ("%s.%08x.source.tmp", new_path, g_random_int ());
  temp = g_strdup_printf ("%s.%08x.tmp", new_path, g_random_int ());
  done = salvage (&self, path, copy, temp, error);
  sqlite3_close_v2 (self.source);
  sqlite3_close_v2 (self.target);
  done = done && val_files_sync (temp, error) && val_files_rename_new (temp, new_path, error)
         && val_files_sync_folder_of (new_path, error);
  if (ret_rows != NULL)
    *ret_rows = self.got;
  if (ret_lost != NULL)
    *ret_lost = self.lost;
  return done;
}
