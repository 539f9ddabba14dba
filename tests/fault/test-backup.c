/* test-backup.c: backups, restoring and checking, on whole and on failing disks
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-disk.h"
#include "fault-small.h"
#include "val-backup.h"
#include "val-files.h"
#include "val-plain-db.h"

#define CUTS_PER_STEP 20

typedef struct
{
  char *folder;
  char *path;   /* holds "old" */
  char *backup; /* holds "new" */
} Fixture;

static void
assert_database (const char *path, const char *wanted)
{
  g_autofree char *text = fault_small_read (path);

  g_assert_cmpstr (text, ==, wanted);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fault_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "valmius.db", NULL);
  fixture->backup = g_build_filename (fixture->folder, "copy.db", NULL);
  fault_small_make (fixture->path, "old");
  fault_small_make (fixture->backup, "new");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_disk_watch (NULL);
  fault_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backup);
}

/* A transaction that a kill has cut in two: the file half written, the journal beside it. */
static void
interrupt (const char *path)
{
  g_autofree char *kept = g_strconcat (path, ".kept", NULL);
  g_autofree char *journal = val_plain_db_journal_of (path);
  g_autofree char *kept_journal = val_plain_db_journal_of (kept);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA cache_size = 2; PRAGMA journal_mode = TRUNCATE; BEGIN;"
                                     "UPDATE team SET name = 'half of a change'", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  g_assert_true (val_files_copy (path, kept, NULL));
  g_assert_true (val_files_copy (journal, kept_journal, NULL));
  sqlite3_close (db);
  g_assert_cmpint (g_rename (kept, path), ==, 0);
  g_assert_cmpint (g_rename (kept_journal, journal), ==, 0);
  g_assert_true (val_plain_db_has_hot_journal (path));
}

static gboolean
back_up (const char *path, const char *target, GError **error)
{
  sqlite3 *db = NULL;
  gboolean done;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      sqlite3_close (db);
      g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_IO, "It was not opened.");
      return FALSE;
    }
  done = val_backup_write (db, target, error);
  sqlite3_close (db);
  return done;
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "a.db", NULL);
  g_autofree char *sum = g_strconcat (target, ".sha256", NULL);
  g_autoptr (GError) error = NULL;
  struct stat st;

  back_up (fixture->path, target, &error);
  g_assert_no_error (error);
  assert_database (target, "old");
  g_assert_cmpint (g_stat (target, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_test (sum, G_FILE_TEST_EXISTS));
  g_assert_true (val_backup_verify (target, NULL));
  g_assert_cmpuint (fault_count_files (fixture->folder, ".tmp"), ==, 0);

  g_assert_false (back_up (fixture->path, target, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_EXISTS);
}

static void
flip_byte (const char *path, gint64 at)
{
  int fd = g_open (path, O_RDWR, 0);
  char byte = 0;

  g_assert_cmpint (pread (fd, &byte, 1, at), ==, 1);
  byte = (char) (byte ^ 0x20);
  g_assert_cmpint (pwrite (fd, &byte, 1, at), ==, 1);
  close (fd);
}

/* A changed letter breaks no page; only the checksum sees it. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "a.db", NULL);
  g_autoptr (GError) error = NULL;
  struct stat st;

  g_assert_true (back_up (fixture->path, target, NULL));
  g_assert_cmpint (g_stat (target, &st), ==, 0);
  flip_byte (target, st.st_size - 5);
  g_assert_false (val_backup_verify (target, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (val_store_restore_file (fixture->path, target, NULL, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  assert_database (fixture->path, "old");
}

static void
put_empty (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (val_files_write_new (path, "", NULL));
}

static void
test_rotation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = val_backup_dup_folder (fixture->path);
  static const char *const reasons[] = { "daily", "weekly", "monthly", "pinned", "before-import" };
  static const guint kept[] = { 7, 4, 3, 20, 5 };
  g_autofree char *backup = NULL;
  g_autoptr (GPtrArray) list = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int i = 1; i <= 20; i++)
    for (guint r = 0; r < G_N_ELEMENTS (reasons); r++)
      {
        g_autofree char *name = g_strdup_printf ("valmius-2025-03-%02d-081500-%s.db", i,
                                                 reasons[r]);

        put_empty (folder, name);
      }
  put_empty (folder, "other-2025-03-01-081500-daily.db");
  put_empty (folder, "valmius-2025-13-01-081500-daily.db");

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (val_backup_make (db, fixture->path, VAL_BACKUP_DAILY, &backup, NULL));
  sqlite3_close (db);
  for (guint r = 0; r < G_N_ELEMENTS (reasons); r++)
    {
      g_autofree char *part = g_strdup_printf ("-%s.db", reasons[r]);
      guint others = strcmp (reasons[r], "daily") == 0 ? 3 : 0; /* not ours, and the checksum */

      g_assert_cmpuint (fault_count_files (folder, part), ==, kept[r] + others);
    }
  list = val_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (list->len, ==, 7 + 4 + 3 + 20 + 5);
  for (guint i = 0; i < list->len; i++)
    {
      const ValBackupInfo *info = g_ptr_array_index (list, i);

      g_assert_cmpint (info->good, ==, i == 0);
      if (i == 0)
        g_assert_cmpstr (info->path, ==, backup);
      else
        g_assert_cmpint (info->at, <=, ((ValBackupInfo *) g_ptr_array_index (list, i - 1))->at);
    }
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = val_backup_dup_folder (fixture->path);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  /* Wednesday, 15 April 2026, noon. */
  g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 4, 15, 12, 0, 0);
  gint64 now = g_date_time_to_unix (at);

  g_assert_cmpstr (val_backup_due (fixture->path, now), ==, VAL_BACKUP_MONTHLY);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put_empty (folder, "valmius-2026-03-31-081500-monthly.db");
  g_assert_cmpstr (val_backup_due (fixture->path, now), ==, VAL_BACKUP_MONTHLY);
  put_empty (folder, "valmius-2026-04-12-081500-monthly.db");
  g_assert_cmpstr (val_backup_due (fixture->path, now), ==, VAL_BACKUP_WEEKLY);
  put_empty (folder, "valmius-2026-04-13-081500-weekly.db");
  g_assert_cmpstr (val_backup_due (fixture->path, now), ==, VAL_BACKUP_DAILY);
  put_empty (folder, "valmius-2026-04-15-000500-before-import.db");
  g_assert_cmpstr (val_backup_due (fixture->path, now), ==, VAL_BACKUP_DAILY);
  put_empty (folder, "valmius-2026-04-15-000500-daily.db");
  g_assert_null (val_backup_due (fixture->path, now));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  val_store_restore_file (fixture->path, fixture->backup, &kept, &error);
  g_assert_no_error (error);
  assert_database (fixture->path, "new");
  assert_database (kept, "old");
  assert_database (fixture->backup, "new");

  /* What was replaced can be put back like any backup. */
  g_assert_true (val_store_restore_file (fixture->path, kept, &again, NULL));
  assert_database (fixture->path, "old");
  assert_database (again, "new");
}

static void
test_restore_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *journal = val_plain_db_journal_of (fixture->path);

  interrupt (fixture->path);
  g_assert_true (val_store_restore_file (fixture->path, fixture->backup, &kept, NULL));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  assert_database (fixture->path, "new");
  g_assert_true (val_plain_db_has_hot_journal (kept));
  g_assert_true (val_backup_verify (kept, NULL));
  /* The journal that was kept with it is rolled back into it when it is restored. */
  g_assert_true (val_store_restore_file (fixture->path, kept, NULL, NULL));
  assert_database (fixture->path, "old");
}

static void
test_restore_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;

  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  g_assert_true (val_store_restore_file (fixture->path, fixture->backup, &kept, NULL));
  assert_database (fixture->path, "new");
  g_assert_nonnull (kept);
  g_clear_pointer (&kept, g_free);

  g_assert_true (g_file_set_contents (fixture->path, "no database", -1, NULL));
  g_assert_true (val_store_restore_file (fixture->path, fixture->backup, &kept, NULL));
  assert_database (fixture->path, "new");
  g_clear_pointer (&kept, g_free);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (val_store_restore_file (fixture->path, fixture->backup, &kept, NULL));
  assert_database (fixture->path, "new");
  g_assert_null (kept);
}

static void
test_restore_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ready[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      sqlite3 *db = NULL;

      sqlite3_open (fixture->path, &db);
      sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL,
                    NULL);
      if (write (ready[1], "r", 1) == 1)
        sleep (60);
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_false (val_store_restore_file (fixture->path, fixture->backup, NULL, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_BUSY);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  assert_database (fixture->path, "old");
}

static void
expect_check (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (val_store_check_file (path, &error));
  g_assert_error (error, VAL_STORE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
exec_on (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  val_store_check_file (fixture->path, &error);
  g_assert_no_error (error);
  exec_on (fixture->path, "PRAGMA user_version = 999");
  expect_check (fixture->path, VAL_STORE_ERROR_NEWER);
  exec_on (fixture->path, "PRAGMA user_version = 1; PRAGMA application_id = 7");
  expect_check (fixture->path, VAL_STORE_ERROR_FOREIGN);
  exec_on (fixture->path, "PRAGMA application_id = 0x56616c6d;"
                          "UPDATE team SET parent_id = 3 WHERE id = 1;"
                          "UPDATE team SET parent_id = 1 WHERE id = 3");
  val_store_check_file (fixture->path, &error);
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "team 3"));
  g_assert_cmpint (truncate (fixture->backup, 5000), ==, 0);
  expect_check (fixture->backup, VAL_STORE_ERROR_DAMAGED);
  g_assert_cmpint (truncate (fixture->backup, 50), ==, 0);
  expect_check (fixture->backup, VAL_STORE_ERROR_DAMAGED);
  g_assert_cmpint (truncate (fixture->backup, 0), ==, 0);
  expect_check (fixture->backup, VAL_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (fixture->backup, "Dear all, please find attached", -1, NULL));
  expect_check (fixture->backup, VAL_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_unlink (fixture->backup), ==, 0);
  expect_check (fixture->backup, VAL_STORE_ERROR_NOT_FOUND);
  expect_check (fixture->folder, VAL_STORE_ERROR_FOLDER);
}

/* An interrupted transaction is no damage: it is rolled back, and a copy of it kept. */
static void
test_check_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  interrupt (fixture->path);
  val_store_check_file (fixture->path, &error);
  g_assert_no_error (error);
  assert_database (fixture->path, "old");
  g_assert_cmpuint (fault_count_files (fixture->folder, "-interrupted.db"), ==, 2);
}

/* The power goes at every step of a restore: old or new, whole, and a restore that was begun is
 * finished by the next opening. */
static void
test_restore_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FaultLog) log = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *cut = fault_make_folder ();
  g_autofree char *path = g_build_filename (cut, "valmius.db", NULL);
  guint n_new = 0;
  guint n_old = 0;

  if (GPOINTER_TO_INT (data))
    interrupt (fixture->path);
  fault_disk_watch (fixture->folder);
  fault_disk_record ();
  g_assert_true (val_store_restore_file (fixture->path, fixture->backup, NULL, NULL));
  fault_disk_mark (1);
  log = fault_disk_take_log ();
  fault_disk_watch (cut);
  for (guint at = 0; at <= fault_log_length (log); at++)
    for (int i = 0; i < CUTS_PER_STEP; i++)
      {
        gboolean done = fault_log_cut (log, at, random, cut) == 1;
        g_autofree char *text = NULL;
        g_autoptr (GError) error = NULL;

        val_restore_resume (path, &error);
        g_assert_no_error (error);
        text = fault_small_read (path);
        if (strcmp (text, "new") != 0 && (done || strcmp (text, "old") != 0))
          g_error ("cut after operation %u, %s: %s", at, done ? "done" : "not done", text);
        if (strcmp (text, "new") == 0)
          n_new++;
        else
          n_old++;
        fault_clear_folder (cut);
      }
  g_test_message ("%u times the old one, %u times the new one", n_old, n_new);
  g_assert_cmpuint (n_new, >, 0);
  g_assert_cmpuint (n_old, >, 0);
  fault_remove_folder (cut);
}

typedef struct
{
  FaultKind kind;
  gboolean for_good;
  const char *name;
} Fault;

static const Fault faults[] = {
  { FAULT_IO, FALSE, "io-once" },
  { FAULT_IO, TRUE, "io-for-good" },
  { FAULT_FULL, FALSE, "full-once" },
  { FAULT_FULL, TRUE, "full-for-good" },
};

static void
assert_fault_error (const Fault *fault, const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == VAL_STORE_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 10);
  /* SQLite does not tell why a journal could not be made. */
  if (fault->kind == FAULT_FULL && error->code != VAL_STORE_ERROR_IO)
    g_assert_cmpint (error->code, ==, VAL_STORE_ERROR_FULL);
}

/* Every n-th call of a restore fails. */
static void
test_restore_fault (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  guint n = 0;
  gboolean fired;

  do
    {
      g_autofree char *kept = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      interrupt (fixture->path);
      fault_disk_watch (fixture->folder);
      fault_disk_arm (fault->kind, ++n, fault->for_good);
      done = val_store_restore_file (fixture->path, fixture->backup, &kept, &error);
      fired = fault_disk_disarm ();
      if (!done)
        assert_fault_error (fault, error);
      if (!fired)
        g_assert_no_error (error);
      g_assert_true (val_restore_resume (fixture->path, NULL));
      text = fault_small_read (fixture->path);
      if (strcmp (text, "new") != 0 && (done || strcmp (text, "old") != 0))
        g_error ("call %u, %s: %s", n, done ? "done" : "not done", text);
      /* New is there: so is the old one. */
      if (strcmp (text, "new") == 0)
        {
          g_assert_nonnull (kept);
          assert_database (kept, "old");
        }
      g_assert_cmpuint (fault_count_files (fixture->folder, "-restoring"), ==, 0);
      fault_disk_watch (NULL);
      fault_clear_folder (fixture->folder);
      fault_small_make (fixture->path, "old");
      fault_small_make (fixture->backup, "new");
    }
  while (fired);
  g_test_message ("%u calls failed one by one", n - 1);
  g_assert_cmpuint (n, >, 5);
}

/* Every n-th call of a backup fails: reported, and nothing left that looks like a backup. */
static void
test_backup_fault (Fixture *fixture, gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *target = g_build_filename (fixture->folder, "a.db", NULL);
  g_autofree char *sum = g_strconcat (target, ".sha256", NULL);
  guint n = 0;
  gboolean fired;

  do
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      fault_disk_watch (fixture->folder);
      fault_disk_arm (fault->kind, ++n, fault->for_good);
      done = back_up (fixture->path, target, &error);
      fired = fault_disk_disarm ();
      if (done)
        assert_database (target, "old");
      else
        assert_fault_error (fault, error);
      if (!done && !(fault->kind == FAULT_IO && fault->for_good))
        {
          g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
          g_assert_false (g_file_test (sum, G_FILE_TEST_EXISTS));
          g_assert_cmpuint (fault_count_files (fixture->folder, ".tmp"), ==, 0);
        }
      if (!fired)
        g_assert_no_error (error);
      fault_disk_watch (NULL);
      assert_database (fixture->path, "old");
      fault_clear_folder (fixture->folder);
      fault_small_make (fixture->path, "old");
    }
  while (fired);
  g_test_message ("%u calls failed one by one", n - 1);
  g_assert_cmpuint (n, >, 5);
}

#define ADD(name, function, data)                                                                  \
  g_test_add (name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/backup/write", test_write, NULL);
  ADD ("/backup/changed", test_changed, NULL);
  ADD ("/backup/rotation", test_rotation, NULL);
  ADD ("/backup/due", test_due, NULL);
  ADD ("/restore/plain", test_restore, NULL);
  ADD ("/restore/interrupted", test_restore_interrupted, NULL);
  ADD ("/restore/damaged", test_restore_damaged, NULL);
  ADD ("/restore/busy", test_restore_busy, NULL);
  ADD ("/restore/cut", test_restore_cut, NULL);
  ADD ("/restore/cut-interrupted", test_restore_cut, GINT_TO_POINTER (TRUE));
  ADD ("/check/kinds", test_check, NULL);
  ADD ("/check/interrupted", test_check_interrupted, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *restore = g_strdup_printf ("/restore/%s", faults[i].name);
      g_autofree char *backup = g_strdup_printf ("/backup/%s", faults[i].name);

      ADD (restore, test_restore_fault, &faults[i]);
      ADD (backup, test_backup_fault, &faults[i]);
    }
  return g_test_run ();
}
