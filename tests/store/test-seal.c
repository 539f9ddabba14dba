/* test-seal.c: a large file is looked over unless it is what we left
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "val-seal.h"
#include "val-sum.h"

#define DAY (24 * 3600)

static void
set_something (ValCore *core, const char *value)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Setting", NULL);

  val_edit_set_setting (edit, "k1", value);
  test_edit_core (core, edit);
}

static char *
seal_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_strdup_printf ("%s/backups/a.db.seal", folder);
}

/* A centre of several megabytes, closed. */
static char *
make_large (const TestFolder *folder)
{
  char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) centre = test_centre_edit ();
  g_autoptr (ValEdit) bulk = test_bulk_edit (120000, 4, 3, FALSE);
  ValCore *core = test_open_core (path, VAL_STORE_CREATE_ONLY);

  test_edit_core (core, centre);
  test_edit_core (core, bulk);
  val_core_close (core);
  return path;
}

/* Whether the seal was enough. The file is sound in any case. */
static gboolean
holds (const char *path)
{
  ValCore *core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
  GError *error = NULL;
  gboolean sealed;

  g_assert_true (val_core_check_quickly (core, &error));
  g_assert_no_error (error);
  g_assert_true (core->checked);
  sealed = core->sealed != 0;
  /* It is not sealed anew by who only looks. */
  core->checked = FALSE;
  val_core_close (core);
  return sealed;
}

static char *
read_text (const char *path)
{
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
flip (const char *path, gsize at, guint8 bits)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 4 * 1024 * 1024);
  bytes[at] = (char) (bytes[at] ^ bits);
  test_write_file (path, bytes, size);
}

/* Any byte that is another one, wherever it stands. */
static void
test_bytes (void)
{
  static const double places[] = { 0.01, 0.3, 0.5, 0.77, 0.999 };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  g_autofree char *sealed = read_text (seal);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (holds (path));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int bit = 0; bit < 8; bit += 7)
      {
        g_autoptr (ValCore) core = NULL;
        gint64 checked_at;

        flip (path, (gsize) (places[i] * (double) size), (guint8) (1 << bit));
        core = val_core_open (path, VAL_STORE_OPEN_EXISTING, NULL);
        if (core != NULL)
          {
            g_assert_false (val_seal_holds (core->db, g_get_real_time () / G_USEC_PER_SEC,
                                            &checked_at));
            core->checked = FALSE;
          }
        g_clear_pointer (&core, val_core_close);
        test_write_file (path, bytes, size);
        /* Gone where the damage was met on the way. */
        test_write_file (seal, sealed, strlen (sealed));
      }
  g_assert_true (holds (path));
}

/* Damage is found before the first write, and nothing is written, whatever the seal says of the file
 * as it was. */
static void
test_damage (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (ValEdit) edit = val_edit_new ("Setting", NULL);
  g_autoptr (GError) error = NULL;
  ValTables tables;
  ValCore *core;
  gsize size, size_after;

  g_assert_true (g_file_test (seal, G_FILE_TEST_EXISTS));
  /* The kind of a page in the midst of the table. */
  flip (path, 300 * 4096, 0x70);
  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING | VAL_STORE_WITHOUT_SCORES, &error);
  g_assert_no_error (error);
  val_edit_set_setting (edit, "k1", "a");
  g_assert_null (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  val_core_close (core);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
}

/* The day on which the file was looked over is kept from seal to seal, and not for long. */
static void
test_age (void)
{
  static const struct
  {
    int days;
    gboolean holds;
  } cases[] = { { 0, TRUE }, { 6, TRUE }, { 8, FALSE }, { -1, FALSE } };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_text (seal);
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      g_autofree char *aged = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", words[0],
                                               now - cases[i].days * DAY, words[2]);

      test_write_file (seal, aged, strlen (aged));
      g_assert_cmpint (holds (path), ==, cases[i].holds);
      if (cases[i].days == 6)
        {
          ValCore *core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
          g_autofree char *after = NULL;
          g_auto (GStrv) found = NULL;

          set_something (core, "x");
          val_core_close (core);
          after = read_text (seal);
          found = g_strsplit (after, " ", -1);
          g_assert_true (g_str_has_prefix (strchr (aged, ' ') + 1, found[1]));
          g_assert_cmpstr (found[2], !=, words[2]);
          g_assert_true (holds (path));
        }
    }
}

/* A seal that is no seal. */
static void
test_text (void)
{
  static const char *const texts[] = { "", "valmius-seal-1", "valmius-seal-1 1", "x y z",
                                       "valmius-seal-2 %s", "valmius-seal-1 -5 00" };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  g_autofree char *text = read_text (seal);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      test_write_file (seal, texts[i], strlen (texts[i]));
      g_assert_false (holds (path));
    }
  text[strlen (text) - 3] ^= 1;
  test_write_file (seal, text, strlen (text));
  g_assert_false (holds (path));
  g_unlink (seal);
  g_assert_false (holds (path));
}

/* Who is killed leaves no seal that holds; nor who had trouble with the disk, nor a small file. */
static void
test_none (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  g_autofree char *small = test_folder_path (folder, "small.db");
  g_autofree char *small_seal = test_folder_path (folder, "backups/small.db.seal");
  ValCore *core;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
      set_something (core, "killed");
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_false (holds (path));

  core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
  set_something (core, "good");
  val_core_close (core);
  g_assert_true (holds (path));

  core = test_open_core (path, VAL_STORE_OPEN_EXISTING);
  set_something (core, "bad");
  core->db->failed = TRUE;
  val_core_close (core);
  g_assert_false (holds (path));

  core = test_open_core (small, VAL_STORE_CREATE_ONLY);
  set_something (core, "small");
  val_core_close (core);
  g_assert_false (g_file_test (small_seal, G_FILE_TEST_EXISTS));
}

/* What other programs do while the file is open here. In a process of its own, because closing the
 * file in this one would drop the locks. */
static void
overwrite (const char *path, gsize at, gboolean keep_time)
{
  pid_t child;
  int status;

  /* Later than what we wrote, for a clock that counts in hundredths of a second. */
  g_usleep (50000);
  child = fork ();
  if (child == 0)
    {
      const struct timespec *times;
      struct stat st;
      char byte;
      int fd = open (path, O_RDWR);
      gboolean good = fd >= 0 && fstat (fd, &st) == 0 && pread (fd, &byte, 1, (off_t) at) == 1;

      byte ^= 0x70;
      good = good && pwrite (fd, &byte, 1, (off_t) at) == 1;
      times = (struct timespec[2]){ st.st_atim, st.st_mtim };
      good = good && (!keep_time || futimens (fd, times) == 0);
      _exit (good ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* What another program did to the open file is not sealed with what we did. */
static void
test_meddled (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);

  for (int edits = 0; edits < 4; edits++)
    {
      ValCore *core = test_open_core (path, VAL_STORE_OPEN_EXISTING | VAL_STORE_WITHOUT_SCORES);

      set_something (core, "before");
      /* Twice, so that the next turn begins with a sound file. */
      overwrite (path, 300 * 4096, FALSE);
      if (edits % 2 == 1)
        set_something (core, "after");
      overwrite (path, 300 * 4096, FALSE);
      if (edits / 2 == 1)
        set_something (core, "in the end");
      val_core_close (core);
      g_assert_false (holds (path));
    }
}

/* Damage that was met while reading: by a byte that turned round by itself, so that the file's time
 * says nothing. The seal that was there goes, or a file nobody writes to would never be looked at. */
static void
test_met (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = make_large (folder);
  g_autofree char *seal = seal_of (path);
  ValStoreOpenFlags flags = VAL_STORE_OPEN_EXISTING | VAL_STORE_WITHOUT_SCORES;
  g_autoptr (GError) error = NULL;
  gint64 n;
  ValCore *core = test_open_core (path, flags);

  set_something (core, "good");
  overwrite (path, 300 * 4096, TRUE);
  g_assert_false (val_db_get_int (
      core->db, "SELECT count (person_id) FROM assessment INDEXED BY assessment_person", &n,
      &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  val_core_close (core);
  g_assert_false (g_file_test (seal, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  core = test_open_core (path, flags);
  g_assert_false (val_core_check_quickly (core, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  val_core_close (core);
}

static char *
sum_of (const guchar *data, gsize size, gsize piece)
{
  ValQuickSum sum;

  val_quick_sum_init (&sum);
  for (gsize at = 0; at < size; at += piece)
    val_quick_sum_add (&sum, data + at, MIN (piece, size - at));
  return val_quick_sum_to_string (&sum);
}

/* In whatever pieces, and different for every bit. */
static void
test_sum (void)
{
  guchar data[200];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sizeof data; i++)
    data[i] = (guchar) (i * 7);
  for (gsize size = 0; size <= sizeof data; size++)
    {
      g_autofree char *whole = sum_of (data, size, sizeof data);
      g_autofree char *pieces = sum_of (data, size, 32);

      g_assert_cmpstr (whole, ==, pieces);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&whole)));
    }
  for (guint bit = 0; bit < 8 * sizeof data; bit++)
    {
      data[bit / 8] ^= (guchar) (1 << bit % 8);
      g_assert_true (g_hash_table_add (seen, sum_of (data, sizeof data, 64)));
      data[bit / 8] ^= (guchar) (1 << bit % 8);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/seal/sum", test_sum);
  g_test_add_func ("/store/seal/bytes", test_bytes);
  g_test_add_func ("/store/seal/damage", test_damage);
  g_test_add_func ("/store/seal/age", test_age);
  g_test_add_func ("/store/seal/text", test_text);
  g_test_add_func ("/store/seal/none", test_none);
  g_test_add_func ("/store/seal/meddled", test_meddled);
  g_test_add_func ("/store/seal/met", test_met);
  return g_test_run ();
}
