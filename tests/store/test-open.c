/* test-open.c: what is opened, what is refused, and what is left alone
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Opens in this very thread; NULL and the code. */
static ValCore *
try_open (const char *path, ValStoreOpenFlags flags, int *ret_code)
{
  g_autoptr (GError) error = NULL;
  ValCore *core = val_core_open (path, flags, &error);

  *ret_code = -1;
  if (core == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpint (strlen (error->message), >, 10);
      g_assert_true (error->domain == VAL_STORE_ERROR);
      *ret_code = error->code;
    }
  return core;
}

static void
assert_refused (const char *path, ValStoreOpenFlags flags, int code)
{
  int got;
  ValCore *core = try_open (path, flags, &got);

  g_assert_null (core);
  g_assert_cmpint (got, ==, code);
}

static void
make_centre (const char *path)
{
  GError *error = NULL;
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_CREATE_ONLY, &error);
  g_autoptr (ValEdit) edit = test_centre_edit ();
  ValTables tables;

  g_assert_no_error (error);
  val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_no_error (error);
}

static char *
dump_of (const char *path)
{
  int code;
  g_autoptr (ValCore) core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);

  g_assert_nonnull (core);
  return test_dump_tables (core);
}

static int
mode_of (const char *path)
{
  GStatBuf st;

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  return st.st_mode & 07777;
}

static void
test_permissions (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a/b/c.db");
  g_autofree char *inner = test_folder_path (folder, "a/b");
  g_autofree char *outer = test_folder_path (folder, "a");
  g_autofree char *fresh = test_folder_path (folder, "a/b/c.db.new");
  mode_t mask = umask (0);

  make_centre (path);
  umask (mask);
  g_assert_cmpint (mode_of (path), ==, 0600);
  g_assert_cmpint (mode_of (inner), ==, 0700);
  g_assert_cmpint (mode_of (outer), ==, 0700);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

static void
test_create (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *kept = g_strconcat (path, "-journal.leftover", NULL);
  g_autofree char *link_path = test_folder_path (folder, "link.db");
  g_autofree char *target = test_folder_path (folder, "nowhere");
  g_autofree char *half = g_strconcat (path, ".new", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_refused (path, VAL_STORE_OPEN_EXISTING, VAL_STORE_ERROR_NOT_FOUND);
  /* What a killed creation and a removed database leave behind is no obstacle. */
  test_write_file (journal, "", 0);
  test_write_file (half, "half", 4);
  make_centre (path);
  before = dump_of (path);
  assert_refused (path, VAL_STORE_CREATE_ONLY, VAL_STORE_ERROR_EXISTS);
  after = dump_of (path);
  g_assert_cmpstr (before, ==, after);

  /* A journal with content may be somebody's last data: it is kept beside. */
  g_unlink (path);
  test_write_file (journal, "content", 7);
  make_centre (path);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  /* Through a link to nowhere nothing is made. */
  g_assert_cmpint (symlink (target, link_path), ==, 0);
  assert_refused (link_path, VAL_STORE_CREATE_ONLY, VAL_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
write_number (const char *path, long offset, guint32 number)
{
  FILE *file = fopen (path, "r+b");
  guint8 bytes[4] = { (guint8) (number >> 24), (guint8) (number >> 16), (guint8) (number >> 8),
                      (guint8) number };

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpint (fwrite (bytes, 1, 4, file), ==, 4);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
make_foreign (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE theirs (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
cut_file (const char *path)
{
  g_assert_cmpint (truncate (path, 8192), ==, 0);
}

static void
empty_file (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
text_file (const char *path)
{
  test_write_file (path, "agent;skill;level\nAnna;Calm;7\n", 30);
}

static void
newer_file (const char *path)
{
  write_number (path, 60, VAL_DB_VERSION + 1);
}

static void
other_program (const char *path)
{
  write_number (path, 68, 0x12345678);
}

static void
foreign_file (const char *path)
{
  g_unlink (path);
  make_foreign (path);
}

static void
folder_instead (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

typedef struct
{
  const char *name;
  void (*spoil) (const char *path);
  int code;
} Refusal;

static const Refusal refusals[] = {
  { "empty", empty_file, VAL_STORE_ERROR_DAMAGED },
  { "cut-short", cut_file, VAL_STORE_ERROR_DAMAGED },
  { "text", text_file, VAL_STORE_ERROR_FOREIGN },
  { "newer", newer_file, VAL_STORE_ERROR_NEWER },
  { "other-program", other_program, VAL_STORE_ERROR_FOREIGN },
  { "foreign", foreign_file, VAL_STORE_ERROR_FOREIGN },
  { "folder", folder_instead, VAL_STORE_ERROR_FOLDER },
};

/* Refused with its own word, with or without leave to create, and not a byte of it changed. */
static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size = 0, after_size = 0;
  gboolean is_file;

  make_centre (path);
  refusal->spoil (path);
  is_file = g_file_get_contents (path, &before, &before_size, NULL);
  assert_refused (path, VAL_STORE_OPEN_EXISTING, refusal->code);
  assert_refused (path, VAL_STORE_CREATE, refusal->code);
  assert_refused (path, VAL_STORE_CREATE_ONLY, VAL_STORE_ERROR_EXISTS);
  g_assert_cmpint (is_file, ==, g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_newer_read_only (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  GError *error = NULL;
  ValTables tables;
  int code;
  ValCore *core;

  make_centre (path);
  newer_file (path);
  core = try_open (path, VAL_STORE_READ_ONLY, &code);
  g_assert_nonnull (core);
  g_assert_cmpuint (val_dataset_n_people (core->dataset), ==, 4);
  g_assert_null (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  val_core_close (core);
}

/* Runs @work in a process of its own and gives its exit status. */
static int
in_child (int (*work) (const char *), const char *path)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    _exit (work (path));
  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
open_in_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  ValCore *core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);

  return core != NULL ? 100 : error->code;
}

/* While one has the file nobody else gets it, and is told within a few seconds. */
static void
test_busy (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  GError *error = NULL;
  ValTables tables;
  int code;
  ValCore *core;
  gint64 start;

  make_centre (path);
  core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);
  g_assert_nonnull (core);
  start = g_get_monotonic_time ();
  g_assert_cmpint (in_child (open_in_child, path), ==, VAL_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  /* The same process again: refused without touching the file, or its lock would be gone. */
  assert_refused (path, VAL_STORE_OPEN_EXISTING, VAL_STORE_ERROR_BUSY);
  g_assert_cmpint (in_child (open_in_child, path), ==, VAL_STORE_ERROR_BUSY);
  val_edit_set_setting (edit, "k1", "v");
  val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_no_error (error);
  val_core_close (core);
  g_assert_cmpint (in_child (open_in_child, path), ==, 100);
}

static int
use_as_reader (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  ValTables tables;
  ValCore *core;

  if (geteuid () == 0 && setuid (65534) != 0)
    return 90;
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);
  if (core == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 91;
    }
  if (!core->db->read_only || val_dataset_n_people (core->dataset) != 4)
    return 92;
  if (val_core_edit (core, edit, NULL, NULL, &tables, &error) != NULL)
    return 93;
  return error->code;
}

/* Without the right to write: it can be looked at, and an edit says why not. */
static void
test_no_right_to_write (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  make_centre (path);
  g_chmod (journal, 0444);
  g_chmod (path, 0444);
  g_chmod (folder, 0555);
  g_assert_cmpint (in_child (use_as_reader, path), ==, VAL_STORE_ERROR_READ_ONLY);
  g_chmod (folder, 0700);
}

static void
spoil_by_rename (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".elsewhere", NULL);

  g_assert_cmpint (g_rename (path, other), ==, 0);
}

static void
spoil_by_unlink (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
spoil_by_replacing (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  test_write_file (path, bytes, size);
}

static const Refusal moves[] = {
  { "renamed", spoil_by_rename, 0 },
  { "deleted", spoil_by_unlink, 0 },
  { "replaced", spoil_by_replacing, 0 },
};

/* A write into a file that is no longer the one in the folder is never called saved. */
static void
test_moved (gconstpointer data)
{
  const Refusal *move = data;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  int code;
  ValCore *core;

  make_centre (path);
  core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);
  g_assert_nonnull (core);
  move->spoil (path);
  val_edit_set_setting (edit, "k1", "v");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      ValTables tables;

      g_assert_null (val_core_edit (core, edit, NULL, NULL, &tables, &error));
      g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_MOVED);
      g_assert_null (val_dataset_setting (core->dataset, "k1"));
    }
  g_assert_true (sqlite3_get_autocommit (core->db->handle));
  val_core_close (core);
}

static int
die_within_a_transaction (const char *path)
{
  GError *error = NULL;
  ValCore *core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);

  if (core == NULL)
    return 1;
  /* A cache of one page pushes changed pages into the file before the commit. */
  if (!val_db_exec (core->db,
                    "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN IMMEDIATE;"
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) "
                    "INSERT INTO setting (key, value) SELECT 'junk' || i, hex (zeroblob (50)) "
                    "FROM n; DELETE FROM assessment",
                    &error))
    return 2;
  return 0;
}

/* What a killed process left half written is rolled back, after a copy was laid aside. */
static void
test_hot_journal (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autofree char *backups = test_folder_path (folder, "backups");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GStatBuf st;

  make_centre (path);
  before = dump_of (path);
  g_assert_cmpint (in_child (die_within_a_transaction, path), ==, 0);
  g_assert_cmpint (g_stat (journal, &st), ==, 0);
  g_assert_cmpint (st.st_size, >, 512);
  assert_refused (path, VAL_STORE_READ_ONLY, VAL_STORE_ERROR_READ_ONLY);
  after = dump_of (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_test (backups, G_FILE_TEST_IS_DIR));
}

/* No room: nothing changes, the connection is clean, and with room it works again. */
static void
test_full (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  g_autofree char *value = g_strnfill (400000, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GError *error = NULL;
  ValTables tables;
  int code;
  ValCore *core;

  make_centre (path);
  core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);
  before = test_dump_tables (core);
  sqlite3_exec (core->db->handle, "PRAGMA max_page_count=60", NULL, NULL, NULL);
  val_edit_set_setting (edit, "k1", value);
  g_assert_null (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_true (sqlite3_get_autocommit (core->db->handle));
  after = test_dump_tables (core);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (val_dataset_setting (core->dataset, "k1"));

  sqlite3_exec (core->db->handle, "PRAGMA max_page_count=100000", NULL, NULL, NULL);
  val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (val_dataset_setting (core->dataset, "k1"), ==, value);
  val_core_close (core);
}

/* Damage inside is found before the first write, and nothing is written. */
static void
test_damaged_inside (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (ValEdit) edit = val_edit_new ("Edit", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  GError *error = NULL;
  ValTables tables;
  int code;
  ValCore *core;

  make_centre (path);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  /* The journal of changes is not read when the file is opened. */
  memset (bytes + size - 2 * 4096, 0x5a, 4096);
  test_write_file (path, bytes, size);
  core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);
  if (core == NULL)
    {
      g_assert_cmpint (code, ==, VAL_STORE_ERROR_DAMAGED);
      return;
    }
  val_edit_set_setting (edit, "k1", "v");
  g_assert_null (val_core_edit (core, edit, NULL, NULL, &tables, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (core->db->read_only);
  val_core_close (core);
}

static void
test_settings (void)
{
  static const struct
  {
    const char *pragma;
    const char *wanted;
  } pragmas[] = {
    { "journal_mode", "truncate" }, { "synchronous", "2" },     { "locking_mode", "exclusive" },
    { "foreign_keys", "1" },        { "secure_delete", "1" },   { "cell_size_check", "1" },
    { "temp_store", "2" },          { "trusted_schema", "0" },  { "application_id", "1449225325" },
    { "user_version", G_STRINGIFY (VAL_DB_VERSION) },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  int code;
  ValCore *core;

  make_centre (path);
  core = try_open (path, VAL_STORE_OPEN_EXISTING, &code);
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA %s", pragmas[i].pragma);
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (core->db->handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, pragmas[i].wanted);
      sqlite3_finalize (stmt);
    }
  val_core_close (core);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/permissions", test_permissions);
  g_test_add_func ("/open/create", test_create);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *name = g_strconcat ("/open/refused/", refusals[i].name, NULL);

      g_test_add_data_func (name, &refusals[i], test_refusal);
    }
  g_test_add_func ("/open/newer-read-only", test_newer_read_only);
  g_test_add_func ("/open/busy", test_busy);
  g_test_add_func ("/open/no-right-to-write", test_no_right_to_write);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *name = g_strconcat ("/open/moved/", moves[i].name, NULL);

      g_test_add_data_func (name, &moves[i], test_moved);
    }
  g_test_add_func ("/open/hot-journal", test_hot_journal);
  g_test_add_func ("/open/full", test_full);
  g_test_add_func ("/open/damaged-inside", test_damaged_inside);
  g_test_add_func ("/open/settings", test_settings);
  return g_test_run ();
}
