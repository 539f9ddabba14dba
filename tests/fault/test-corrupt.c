/* test-corrupt.c: damaged files: never a crash, never a hang, always a sentence
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-centre.h"
#include "fault-disk.h"
#include "val-backup.h"
#include "val-files.h"

#define SECONDS 20
#define DAMAGES 150
#define EDITS 12

enum
{
  SAID_SOUND = 0,
  SAID_DAMAGED = 1,
  SALVAGED = 2,
};

static gboolean
has_sentence (gboolean done, const GError *error)
{
  gboolean right = done ? error == NULL
                        : error != NULL && strlen (error->message) > 10
                            && g_utf8_validate (error->message, -1, NULL);

  if (!right)
    g_printerr ("# %s: %s\n", done ? "done" : "not done",
                error != NULL ? error->message : "no error");
  return right;
}

/* Opens, edits, checks and rescues; in the child. Bits of what came out, or 64: no sentence. */
static int
try_file (const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *rescued = g_build_filename (folder, "rescued.db", NULL);
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) checking = NULL;
  g_autoptr (GError) rescuing = NULL;
  ValCore *core;
  gboolean sound;
  gboolean done;
  guint64 got = 0;
  guint64 lost = 0;

  alarm (SECONDS);
  sound = val_store_check_file (path, &checking);
  if (!has_sentence (sound, checking))
    return 64;
  done = val_store_salvage_file (path, rescued, &got, &lost, &rescuing);
  if (!has_sentence (done, rescuing) || done != val_files_exists (rescued))
    return 65;
  /* What was rescued is sound, whatever it came from. */
  if (done && !val_store_check_file (rescued, NULL))
    return 66;
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &opening);
  if (!has_sentence (core != NULL, opening))
    return 67;
  if (core != NULL)
    {
      g_autoptr (GError) error = NULL;

      /* As the program does: looked over before the first edit. */
      if (val_core_check_quickly (core, &error))
        {
          done = fault_centre_edit (core, 9999, &error);
          if (!has_sentence (done, error))
            return 68;
        }
      val_core_close (core);
    }
  return (sound ? SAID_SOUND : SAID_DAMAGED) | (rescuing == NULL ? SALVAGED : 0);
}

static int
try_in_child (const char *folder, const char *name)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    _exit (try_file (folder));
  waitpid (child, &status, 0);
  if (WIFSIGNALED (status))
    g_error ("%s: ended by signal %d (%d: it took longer than %d s)", name, WTERMSIG (status),
             SIGALRM, SECONDS);
  if (WEXITSTATUS (status) >= 64)
    g_error ("%s: wrong answer %d", name, WEXITSTATUS (status));
  return WEXITSTATUS (status);
}

static void
pretend_ours (const char *path)
{
  static const guchar version[4] = { 0, 0, 0, 1 };
  static const guchar id[4] = { 0x56, 0x61, 0x6c, 0x6d };
  int fd = g_open (path, O_RDWR, 0);

  g_assert_cmpint (pwrite (fd, version, 4, 60), ==, 4);
  g_assert_cmpint (pwrite (fd, id, 4, 68), ==, 4);
  close (fd);
}

/* Files that the makers of SQLite keep because each broke something once; as they are (foreign)
 * and made to look like ours. */
static void
test_collection (void)
{
  g_autofree char *collection = g_build_filename (g_getenv ("VAL_TEST_DATA") != NULL
                                                    ? g_getenv ("VAL_TEST_DATA")
                                                    : "/nowhere",
                                                  "sqlite-corrupt", NULL);
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GDir) dir = g_dir_open (collection, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    g_test_skip ("the collection of damaged files is not there");
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (collection, name, NULL);

      if (strstr (name, ".db") == NULL)
        continue;
      for (int ours = 0; ours < 2; ours++)
        {
          g_assert_true (val_files_copy (source, path, NULL));
          if (ours)
            pretend_ours (path);
          g_assert_cmpint (try_in_child (folder, name) & SAID_DAMAGED, !=, 0);
          fault_clear_folder (folder);
        }
      n++;
    }
  g_test_message ("%u files, each twice", n);
  fault_remove_folder (folder);
}

static void
damage (const char *path, GRand *random)
{
  int fd = g_open (path, O_RDWR, 0);
  guchar noise[4096];
  struct stat st;
  gint64 pages;
  gint64 page;

  g_assert_cmpint (fstat (fd, &st), ==, 0);
  pages = st.st_size / 4096;
  page = g_rand_int_range (random, 0, (int) pages);
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guchar) g_rand_int (random);
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0: /* a page of noise */
      g_assert_cmpint (pwrite (fd, noise, 4096, page * 4096), ==, 4096);
      break;
    case 1: /* a page of nothing */
      memset (noise, 0, sizeof noise);
      g_assert_cmpint (pwrite (fd, noise, 4096, page * 4096), ==, 4096);
      break;
    case 2: /* one page in the place of another */
      g_assert_cmpint (pread (fd, noise, 4096, page * 4096), ==, 4096);
      g_assert_cmpint (pwrite (fd, noise, 4096,
                               g_rand_int_range (random, 0, (int) pages) * 4096),
                       ==, 4096);
      break;
    case 3: /* the end is missing */
      g_assert_cmpint (ftruncate (fd, g_rand_int_range (random, 1, (int) st.st_size)), ==, 0);
      break;
    case 4: /* the header of a page */
      g_assert_cmpint (pwrite (fd, noise, 12, page * 4096 + (page == 0 ? 100 : 0)), ==, 12);
      break;
    default: /* single bytes here and there */
      for (int i = 0; i < 20; i++)
        g_assert_cmpint (pwrite (fd, noise + i, 1, g_rand_int_range (random, 0, (int) st.st_size)),
                         ==, 1);
      break;
    }
  close (fd);
}

static void
make_template (const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (ValCore) core = NULL;

  fault_centre_create (folder);
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, NULL);
  for (int i = 1; i <= EDITS; i++)
    g_assert_true (i == 5 ? fault_centre_import (core, i, NULL) : fault_centre_edit (core, i, NULL));
}

static void
test_damaged (void)
{
  g_autofree char *template = fault_make_folder ();
  g_autofree char *source = fault_centre_path (template);
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint sound = 0;
  guint salvaged = 0;

  make_template (template);
  for (int i = 0; i < DAMAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("damage %d", i);
      int answer;

      g_assert_true (val_files_copy (source, path, NULL));
      damage (path, random);
      answer = try_in_child (folder, name);
      sound += (answer & SAID_DAMAGED) == 0 ? 1 : 0;
      salvaged += (answer & SALVAGED) != 0 ? 1 : 0;
      fault_clear_folder (folder);
    }
  g_test_message ("%d files: %u looked sound, %u gave something back", DAMAGES, sound, salvaged);
  g_assert_cmpuint (salvaged, >, DAMAGES / 2);
  g_assert_cmpuint (sound, <, DAMAGES / 2);
  fault_remove_folder (template);
  fault_remove_folder (folder);
}

static gint64
count (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 n = -1;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return n;
}

/* A sound file comes through whole; with one leaf page of scores gone, all others come through and
 * the loss is known exactly from an index. */
static void
test_salvage_counts (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *first = g_build_filename (folder, "first.db", NULL);
  g_autofree char *second = g_build_filename (folder, "second.db", NULL);
  g_autoptr (GError) error = NULL;
  guint64 got = 0;
  guint64 lost = 0;
  guint64 whole;
  gint64 scores;
  gint64 page;
  gint64 on_page;
  int fd;

  make_template (folder);
  val_store_salvage_file (path, first, &whole, &lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lost, ==, 0);
  scores = count (path, "SELECT count (*) FROM assessment");
  g_assert_cmpint (count (first, "SELECT count (*) FROM assessment"), ==, scores);
  g_assert_cmpint (count (first, "SELECT count (*) FROM person"), ==, EDITS);
  page = count (path, "SELECT pageno FROM dbstat WHERE name = 'assessment' AND pagetype = 'leaf' "
                      "ORDER BY ncell DESC LIMIT 1");
  on_page = count (path, "SELECT max (ncell) FROM dbstat WHERE name = 'assessment' "
                         "AND pagetype = 'leaf'");
  g_assert_cmpint (page, >, 1);
  g_assert_cmpint (on_page, >, 10);

  fd = g_open (path, O_RDWR, 0);
  g_assert_cmpint (pwrite (fd, "\xff\xff\xff\xff\xff\xff\xff\xff", 8, (page - 1) * 4096), ==, 8);
  close (fd);
  g_assert_false (val_store_check_file (path, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  val_store_salvage_file (path, second, &got, &lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lost, ==, (guint64) on_page);
  g_assert_cmpuint (got, ==, whole - (guint64) on_page);
  g_assert_cmpint (count (second, "SELECT count (*) FROM assessment"), ==, scores - on_page);
  g_assert_cmpuint (fault_count_files (folder, ".tmp"), ==, 0);

  g_assert_false (val_store_salvage_file (path, second, &got, &lost, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_EXISTS);
  fault_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corrupt/salvage-counts", test_salvage_counts);
  g_test_add_func ("/corrupt/collection", test_collection);
  g_test_add_func ("/corrupt/damaged", test_damaged);
  return g_test_run ();
}
