/* test-kill.c: a program that is killed while it writes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-centre.h"
#include "fault-disk.h"
#include "val-backup.h"
#include "val-seal.h"

#define KILLS 1000
/* After so many the file is begun anew, or the last ones would be slow. */
#define KILLS_PER_FILE 50
#define MAX_DELAY 5000 /* microseconds */

typedef enum
{
  REPORT_OPENED,
  REPORT_SAVED,
  REPORT_BACKED_UP,
} Report;

static void
report (int fd, int what, int n)
{
  int message[2] = { what, n };

  if (write (fd, message, sizeof message) != (gssize) sizeof message)
    _exit (1);
}

/* What the child does until it is killed; @saved: what was reported as saved before. */
typedef void (*Writer) (const char *folder, int saved, int fd);

/* Edits, imports and backups. */
static void
write_for_ever (const char *folder, int saved, int fd)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GError) error = NULL;
  ValCore *core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);
  int n;

  if (core == NULL)
    {
      g_printerr ("# %s\n", error->message);
      _exit (2);
    }
  n = fault_centre_last (core);
  report (fd, REPORT_OPENED, n);
  for (;;)
    {
      gboolean done = ++n % 7 == 0 ? fault_centre_import (core, n, &error)
                                   : fault_centre_edit (core, n, &error);

      if (!done)
        {
          g_printerr ("# %s\n", error->message);
          _exit (3);
        }
      report (fd, REPORT_SAVED, n);
      if (n % 10 == 0)
        {
          if (!val_backup_make (core->db->handle, path, VAL_BACKUP_DAILY, NULL, &error))
            {
              g_printerr ("# %s\n", error->message);
              _exit (4);
            }
          report (fd, REPORT_BACKED_UP, n);
        }
    }
}

/* FALSE: there are no more. */
static gboolean
read_report (int fd, int *saved, guint *n_opened)
{
  int message[2];

  if (read (fd, message, sizeof message) != (gssize) sizeof message)
    return FALSE;
  if (message[0] == REPORT_OPENED)
    (*n_opened)++;
  else if (message[0] == REPORT_SAVED)
    *saved = message[1];
  return TRUE;
}

/* Kills a child of its own at a random moment; @saved: what it had reported as saved. */
static void
kill_once (const char *folder, Writer writer, GRand *random, int *saved, guint *n_opened)
{
  int pipes[2];
  int status = 0;
  int left;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      writer (folder, *saved, pipes[1]);
      _exit (1);
    }
  close (pipes[1]);
  /* One in four while it opens, the others after a few edits: a busy machine is slow. */
  left = g_rand_int_range (random, 0, 4) == 0 ? 0 : g_rand_int_range (random, 1, 4);
  for (; left > 0 && read_report (pipes[0], saved, n_opened); left--)
    ;
  g_usleep ((gulong) g_rand_int_range (random, 0, MAX_DELAY));
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  while (read_report (pipes[0], saved, n_opened))
    ;
  close (pipes[0]);
  if (!WIFSIGNALED (status))
    g_error ("the writer gave up by itself with %d", WEXITSTATUS (status));
}

static void
assert_backups (const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GPtrArray) list = val_store_list_backups (path, NULL);

  for (guint i = 0; i < list->len; i++)
    g_assert_true (((ValBackupInfo *) g_ptr_array_index (list, i))->good);
}

static void
test_kill (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint opened = 0;
  guint edits = 0;
  int saved = 0;

  fault_disk_watch (folder);
  for (int i = 0; i < KILLS; i++)
    {
      g_autofree char *wrong = NULL;
      int before = saved;

      if (i % KILLS_PER_FILE == 0)
        {
          fault_clear_folder (folder);
          fault_centre_create (folder);
          saved = before = 0;
        }
      kill_once (folder, write_for_ever, random, &saved, &opened);
      edits += (guint) (saved - before);
      /* What was under way may have come through. */
      before = saved;
      wrong = fault_centre_verify (folder, before, &saved);
      if (wrong != NULL)
        g_error ("kill %d after %d: %s", i, before, wrong);
      if (i % KILLS_PER_FILE == KILLS_PER_FILE - 1)
        assert_backups (folder);
    }
  g_test_message ("%d kills, %u of an open file, %u edits reported as saved", KILLS, opened, edits);
  g_assert_cmpuint (opened, >, KILLS / 3);
  g_assert_cmpuint (edits, >, KILLS / 3);
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
}

#define SEALED_KILLS 150

/* Session after session; tells of an edit while the file is still unsealed. */
static void
seal_for_ever (const char *folder, int saved, int fd)
{
  g_autofree char *path = fault_centre_path (folder);

  report (fd, REPORT_OPENED, saved);
  for (int n = saved + 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);

      if (core == NULL || !fault_centre_edit (core, n, &error))
        {
          g_printerr ("# %s\n", error->message);
          _exit (2);
        }
      report (fd, REPORT_SAVED, n);
      /* The half of the kills comes before the seal is finished. */
      g_usleep (MAX_DELAY / 2);
    }
}

/* Killed while it looks a file over or sums it up, edits or seals. */
static void
test_kill_sealing (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint held = 0, edits = 0, opened = 0;
  int saved = 0;

  val_seal_set_least_size (0);
  fault_centre_create (folder);
  for (int i = 0; i < SEALED_KILLS; i++)
    {
      g_autofree char *wrong = NULL;
      int before = saved;

      kill_once (folder, seal_for_ever, random, &saved, &opened);
      edits += (guint) (saved - before);
      wrong = fault_centre_verify_seal (folder, &held);
      if (wrong == NULL)
        wrong = fault_centre_verify (folder, saved, &saved);
      if (wrong != NULL)
        g_error ("kill %d after %d: %s", i, before, wrong);
    }
  g_test_message ("%d kills, %u sessions, %u seals held", SEALED_KILLS, edits, held);
  g_assert_cmpuint (edits, >, SEALED_KILLS / 3);
  g_assert_cmpuint (held, >, SEALED_KILLS / 10);
  g_assert_cmpuint (held, <, SEALED_KILLS);
  val_seal_set_least_size (G_MAXINT64);
  fault_remove_folder (folder);
}

/* A program that is killed while it makes its first file can make it again or open it. */
static void
test_kill_create (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ValCore) core = NULL;
      pid_t child = fork ();

      if (child == 0)
        {
          fault_centre_create (folder);
          for (;;)
            sleep (1);
        }
      g_usleep ((gulong) g_rand_int_range (random, 0, MAX_DELAY));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      core = val_core_open (path, VAL_STORE_CREATE, &error);
      g_assert_no_error (error);
      g_clear_pointer (&core, val_core_close);
      g_assert_true (val_store_check_file (path, NULL));
      fault_clear_folder (folder);
    }
  fault_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/writing", test_kill);
  g_test_add_func ("/kill/creating", test_kill_create);
  g_test_add_func ("/kill/sealing", test_kill_sealing);
  return g_test_run ();
}
