/* test-alloc.c: every request for memory fails once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's requests; GLib ends the program when there is no memory, which a kill covers.
 *
 * A job is prepared once; a child of its own then carries it out for every request that is to fail.
 * What several jobs have in common is a job itself: opening, and beginning to watch for writes.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-centre.h"
#include "fault-disk.h"
#include "fault-small.h"
#include "val-backup.h"
#include "val-files.h"
#include "val-journal-tables.h"
#include "val-plain-db.h"

#define EDITS_BEFORE 3
#define WATCHED_TABLES 2
/* With -m slow every request of a job fails; else only so many, evenly spread. */
#define QUICK_TRIES 700

static sqlite3_mem_methods real;
static guint countdown; /* 0: never */
static guint requests;
static gboolean fired;
static gboolean for_good;

static gboolean
fails (void)
{
  if (countdown == 0)
    return FALSE;
  requests++;
  if (fired)
    return for_good;
  if (--countdown > 0)
    return FALSE;
  countdown = 1;
  fired = TRUE;
  return TRUE;
}

static void *
failing_malloc (int size)
{
  return fails () ? NULL : real.xMalloc (size);
}

static void *
failing_realloc (void *memory, int size)
{
  return fails () ? NULL : real.xRealloc (memory, size);
}

static void
install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  methods = real;
  methods.xMalloc = failing_malloc;
  methods.xRealloc = failing_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_initialize (), ==, SQLITE_OK);
}

typedef struct
{
  char *folder;
  char *path;
  char *copy;    /* a backup, to make or to restore */
  ValCore *core; /* nullable */
} Place;

typedef gboolean (*Step) (Place *place, GError **error);

typedef struct
{
  const char *name;
  Step prepare;
  Step work;
  int adds; /* edits when it has succeeded */
  gboolean small;
} Job;

static gboolean
step_nothing (Place *place, GError **error)
{
  return TRUE;
}

static gboolean
step_open (Place *place, GError **error)
{
  place->core = val_core_open (place->path, VAL_STORE_OPEN_EXISTING, error);
  return place->core != NULL && val_core_check_quickly (place->core, error);
}

static gboolean
step_watch (Place *place, GError **error)
{
  return val_journal_watch (place->core->journal, error);
}

static gboolean
step_open_and_watch (Place *place, GError **error)
{
  return step_open (place, error) && step_watch (place, error);
}

static gboolean
step_edit (Place *place, GError **error)
{
  return fault_centre_edit (place->core, EDITS_BEFORE + 1, error);
}

/* Every table is watched in the same way: the last few stand for all. What was not watched for a
 * lack of memory is watched the next time. */
static gboolean
step_watch_few (Place *place, GError **error)
{
  gint64 n = 0;

  place->core->journal->n_watched = VAL_JOURNAL_N_TABLES - WATCHED_TABLES;
  step_watch (place, NULL);
  countdown = 0;
  if (!step_watch (place, error)
      || !val_db_get_int (place->core->db, "SELECT count (*) FROM temp.sqlite_schema", &n, error))
    return FALSE;
  g_assert_cmpint (n, ==, 3 * WATCHED_TABLES);
  return TRUE;
}

static gboolean
step_import (Place *place, GError **error)
{
  return fault_centre_import (place->core, EDITS_BEFORE + 1, error);
}

static gboolean
step_edited (Place *place, GError **error)
{
  return step_open_and_watch (place, error) && step_edit (place, error);
}

static gboolean
step_undo (Place *place, GError **error)
{
  ValTables tables;

  return val_core_turn (place->core, TRUE, &tables, NULL, error)
         && val_core_turn (place->core, FALSE, &tables, NULL, error);
}

static gboolean
step_backup (Place *place, GError **error)
{
  return val_backup_make (place->core->db->handle, place->path, VAL_BACKUP_DAILY, NULL, error);
}

static gboolean
step_restore (Place *place, GError **error)
{
  return val_store_restore_file (place->path, place->copy, NULL, error);
}

static gboolean
step_small_backup (Place *place, GError **error)
{
  sqlite3 *db = NULL;
  guint left = countdown;
  gboolean done;

  countdown = 0;
  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  countdown = left;
  done = val_backup_write (db, place->copy, error);
  countdown = 0;
  sqlite3_close (db);
  return done;
}

static const Job jobs[] = {
  { "open", step_nothing, step_open, 0, FALSE },
  { "watch", step_open, step_watch_few, 0, FALSE },
  { "edit", step_open_and_watch, step_edit, 1, FALSE },
  { "import", step_open_and_watch, step_import, 1, FALSE },
  { "undo", step_edited, step_undo, 1, FALSE },
  { "small-backup", step_nothing, step_small_backup, 0, TRUE },
  { "small-restore", step_nothing, step_restore, 0, TRUE },
  { "backup", step_open_and_watch, step_backup, 0, FALSE },
  { "restore", step_nothing, step_restore, 0, FALSE },
};

/* What a child says when it ends. */
enum
{
  SAYS_WRONG = 1,
  SAYS_GOOD = 64,
  SAYS_FIRED = 65, /* good, and a request failed */
  SAYS_MORE = 2,   /* besides: one edit more */
};

static char *
verify_small (const Job *job, Place *place, gboolean done)
{
  gboolean restores = job->work == step_restore;
  g_autofree char *text = fault_small_read (place->path);
  g_autofree char *copy = restores || done ? fault_small_read (place->copy) : NULL;

  if (strcmp (text, "old") != 0 && !(restores && strcmp (text, "new") == 0))
    return g_steal_pointer (&text);
  if (restores && done && strcmp (text, "new") != 0)
    return g_strdup ("not restored");
  if (copy != NULL && strcmp (copy, restores ? "new" : "old") != 0)
    return g_steal_pointer (&copy);
  return NULL;
}

static char *
verify_centre (Place *place, int saved, int *ret_last)
{
  /* As a program that is killed now leaves it; closing a copy of so much memory takes long. */
  if (fault_centre_is_known (place->folder, ret_last) && *ret_last >= saved
      && *ret_last <= saved + 1)
    return NULL;
  g_clear_pointer (&place->core, val_core_close);
  return fault_centre_verify (place->folder, saved, ret_last);
}

/* In the child: fails the @n-th request and looks at what there is then. */
static G_GNUC_NORETURN void
fail_and_tell (const Job *job, Place *place, guint n, gboolean all_after)
{
  g_autofree char *wrong = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  int last = EDITS_BEFORE;

  fired = FALSE;
  for_good = all_after;
  countdown = n;
  done = job->work (place, &error);
  countdown = 0;
  if (done != (error == NULL) || (!done && !fired))
    wrong = g_strdup ("answer and error contradict each other");
  if (wrong == NULL)
    wrong = job->small ? verify_small (job, place, done)
                       : verify_centre (place, EDITS_BEFORE + (done ? job->adds : 0), &last);
  if (wrong != NULL)
    {
      g_printerr ("# request %u of %s, %s: %s\n", n, job->name,
                  done ? "done" : error != NULL ? error->message : "not done", wrong);
      _exit (SAYS_WRONG);
    }
  _exit ((fired ? SAYS_FIRED : SAYS_GOOD) + (last > EDITS_BEFORE ? SAYS_MORE : 0));
}

typedef struct
{
  GBytes *file, *journal, *copy; /* empty: not there */
} Files;

static GBytes *
read_file (const char *path)
{
  char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length)
                                                           : g_bytes_new (NULL, 0);
}

/* Into the same file, for it may be open. */
static void
write_file (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = open (path, O_RDWR | (length > 0 ? O_CREAT : 0), 0600);

  if (fd < 0 && length == 0)
    return;
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, data, length, 0), ==, length);
  g_assert_cmpint (ftruncate (fd, (off_t) length), ==, 0);
  close (fd);
}

/* The files as they were; all that is new goes. */
static void
put_back (const Place *place, const Files *files)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  g_autofree char *journal = val_plain_db_journal_of (place->path);
  const char *name;

  if (place->core == NULL)
    fault_clear_folder (place->folder);
  while (place->core != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fault_remove_folder (path);
      else if (strcmp (path, place->path) != 0 && strcmp (path, journal) != 0)
        unlink (path);
    }
  write_file (place->path, files->file);
  write_file (place->copy, files->copy);
  write_file (journal, files->journal);
}

static gboolean
try_request (const Job *job, Place *place, const Files *files, guint n, gboolean all_after)
{
  pid_t child = fork ();
  int status = 0;
  int says;

  if (child == 0)
    fail_and_tell (job, place, n, all_after);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  says = WIFEXITED (status) ? WEXITSTATUS (status) : SAYS_WRONG;
  if ((says & SAYS_GOOD) == 0)
    g_error ("request %u of %s ended with %d", n, job->name, status);
  if (!job->small)
    fault_centre_remember (place->folder, EDITS_BEFORE + ((says & SAYS_MORE) != 0 ? 1 : 0));
  put_back (place, files);
  return (says & ~SAYS_MORE) == SAYS_FIRED;
}

/* Requests in one run without a fault. */
static guint
count_requests (const Job *job, Place *place, const Files *files)
{
  guint total = 0;
  int pipes[2];
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      fired = FALSE;
      countdown = G_MAXUINT;
      job->work (place, NULL);
      _exit (write (pipes[1], &requests, sizeof requests) != sizeof requests);
    }
  close (pipes[1]);
  g_assert_cmpint (read (pipes[0], &total, sizeof total), ==, sizeof total);
  close (pipes[0]);
  waitpid (child, NULL, 0);
  put_back (place, files);
  return total;
}

/* A centre with a few edits, or the smallest database, and a backup where one is to be restored. */
static void
set_up (const Job *job, Place *place)
{
  gboolean restores = job->work == step_restore;

  place->folder = fault_make_folder ();
  place->path = fault_centre_path (place->folder);
  place->copy = g_build_filename (place->folder, "copy.db", NULL);
  if (job->small)
    {
      fault_small_make (place->path, "old");
      if (restores)
        fault_small_make (place->copy, "new");
    }
  else
    {
      g_autoptr (ValCore) core = NULL;

      fault_centre_create (place->folder);
      core = val_core_open (place->path, VAL_STORE_OPEN_EXISTING, NULL);
      for (int i = 1; i <= EDITS_BEFORE; i++)
        g_assert_true (fault_centre_edit (core, i, NULL));
      g_clear_pointer (&core, val_core_close);
      if (restores)
        g_assert_true (val_files_copy (place->path, place->copy, NULL));
    }
  fault_disk_watch (place->folder);
}

static void
test_job (gconstpointer data)
{
  const Job *job = data;
  Place place = { 0 };
  Files files = { 0 };
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  guint total, step;
  guint n = 1, tried = 0;

  set_up (job, &place);
  job->prepare (&place, &error);
  g_assert_no_error (error);
  /* Closing a file that was read takes a process's locks off it, so that a child may open it. */
  journal = val_plain_db_journal_of (place.path);
  files = (Files){ read_file (place.path), read_file (journal), read_file (place.copy) };
  total = count_requests (job, &place, &files);
  step = g_test_slow () ? 1 : MAX (1, total / QUICK_TRIES);
  for (; try_request (job, &place, &files, n, tried % 2 == 0); n += step)
    tried++;
  g_test_message ("%s: %u of %u requests failed one by one", job->name, tried, total);
  g_assert_cmpuint (tried, >, 200);
  g_assert_cmpuint (n, >=, total);
  fault_disk_watch (NULL);
  g_clear_pointer (&place.core, val_core_close);
  fault_remove_folder (place.folder);
  g_bytes_unref (files.file);
  g_bytes_unref (files.journal);
  g_bytes_unref (files.copy);
  g_free (place.folder);
  g_free (place.path);
  g_free (place.copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install ();
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *name = g_strconcat ("/alloc/", jobs[i].name, NULL);

      g_test_add_data_func (name, &jobs[i], test_job);
    }
  return g_test_run ();
}
