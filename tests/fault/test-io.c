/* test-io.c: every call to the disk fails once, and from then on
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>

#include "fault-centre.h"
#include "fault-disk.h"
#include "val-backup.h"
#include "val-files.h"
#include "val-seal.h"

/* What may be interrupted by a fault. Returns what it answered. @n: edits that are there before. */
typedef gboolean (*Work) (const char *path, int n, GError **error);

typedef struct
{
  const char *name;
  Work work;
  gboolean adds; /* one edit when it has succeeded */
} Job;

typedef struct
{
  FaultKind kind;
  gboolean for_good;
  const char *name;
} Fault;

#define EDITS_BEFORE 5

/* Of the files after a fault those that had a seal that holds. */
static guint n_held;

static gboolean
work_open (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && val_core_check_quickly (core, error);
}

static gboolean
work_edit (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && fault_centre_edit (core, n + 1, error);
}

static gboolean
work_import (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && fault_centre_import (core, n + 1, error);
}

/* Undoing and redoing comes to nothing in the end. */
static gboolean
work_undo (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);
  ValTables tables;

  return core != NULL && fault_centre_edit (core, n + 1, error)
         && val_core_turn (core, TRUE, &tables, NULL, error)
         && val_core_turn (core, FALSE, &tables, NULL, error);
}

/* A draft is there as it was or as it is. */
static gboolean
work_draft (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && val_core_put_draft (core, "capture", "Żółć", error)
         && val_core_put_draft (core, "capture", "Żółć i gęś", error)
         && val_core_put_draft (core, "capture", NULL, error);
}

static gboolean
work_backup (const char *path, int n, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);
  g_autofree char *backup = NULL;

  if (core == NULL
      || !val_backup_make (core->db->handle, path, VAL_BACKUP_DAILY, &backup, error))
    return FALSE;
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  return TRUE;
}

static gboolean
work_create (const char *path, int n, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *second = g_build_filename (folder, "second.db", NULL);
  g_autoptr (ValCore) core = val_core_open (second, VAL_STORE_CREATE_ONLY, error);

  return core != NULL;
}

/* Opens a sealed file, and seals it anew. */
static gboolean
work_session (const char *path, int n, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fault_centre_session (folder, n + 1, error);
}

static const Job jobs[] = {
  { "open", work_open, FALSE },     { "edit", work_edit, TRUE },
  { "import", work_import, TRUE },  { "undo", work_undo, TRUE },
  { "draft", work_draft, FALSE },   { "backup", work_backup, FALSE },
  { "create", work_create, FALSE }, { "seal", work_session, TRUE },
};

static const Fault faults[] = {
  { FAULT_IO, FALSE, "io-once" },
  { FAULT_IO, TRUE, "io-for-good" },
  { FAULT_FULL, FALSE, "full-once" },
  { FAULT_FULL, TRUE, "full-for-good" },
};

static void
make_template (const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (ValCore) core = NULL;

  fault_centre_create (folder);
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, NULL);
  for (int i = 1; i <= EDITS_BEFORE; i++)
    g_assert_true (fault_centre_edit (core, i, NULL));
}

/* The file, and its seal when there is one. */
static void
copy_template (const char *template, const char *folder)
{
  g_autofree char *source = fault_centre_path (template);
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *source_seal = fault_centre_seal_path (template);
  g_autofree char *seal = fault_centre_seal_path (folder);
  g_autofree char *seal_folder = g_path_get_dirname (seal);

  g_assert_true (val_files_copy (source, path, NULL));
  if (!val_files_exists (source_seal))
    return;
  g_assert_true (val_files_make_folder (seal_folder, NULL));
  g_assert_true (val_files_copy (source_seal, seal, NULL));
}

/* A session that came to a bad end leaves no seal, but for the one of the file as it was. */
static char *
verify_seal (const char *template, const char *folder, gboolean done)
{
  g_autofree char *source = fault_centre_path (template);
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *before = NULL, *after = NULL;
  guint held = n_held;
  char *wrong = fault_centre_verify_seal (folder, &n_held);
  gsize size, size_after;

  if (wrong != NULL || done || n_held == held)
    return wrong;
  g_assert_true (g_file_get_contents (source, &before, &size, NULL));
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  return size == size_after && memcmp (before, after, size) == 0
           ? NULL
           : g_strdup ("sealed after a bad end");
}

/* One fault at the @n-th call; FALSE: it was never reached. */
static gboolean
fail_at (const Job *job, const Fault *fault, guint n, const char *template, const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *wrong = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  gboolean fired;

  copy_template (template, folder);
  fault_disk_watch (folder);
  fault_disk_arm (fault->kind, n, fault->for_good);
  done = job->work (path, EDITS_BEFORE, &error);
  fired = fault_disk_disarm ();
  if (done != (error == NULL))
    g_error ("call %u of %s, %s: answer and error contradict each other", n, job->name, fault->name);
  if (!done && (!fired || error->message[0] == '\0'))
    g_error ("call %u of %s, %s: %s", n, job->name, fault->name, error->message);
  if (job->work == work_session)
    wrong = verify_seal (template, folder, done);
  if (wrong == NULL)
    wrong = fault_centre_verify (folder, EDITS_BEFORE + (done && job->adds ? 1 : 0), NULL);
  if (wrong != NULL)
    g_error ("call %u of %s, %s, %s: %s", n, job->name, fault->name,
             done ? "reported as done" : error->message, wrong);
  fault_disk_watch (NULL);
  fault_clear_folder (folder);
  return fired;
}

static void
test_fault (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  const Job *job = &jobs[number / G_N_ELEMENTS (faults)];
  const Fault *fault = &faults[number % G_N_ELEMENTS (faults)];
  g_autofree char *template = fault_make_folder ();
  g_autofree char *folder = fault_make_folder ();
  gboolean sealed = job->work == work_session;
  guint n = 0;

  n_held = 0;
  val_seal_set_least_size (sealed ? 0 : G_MAXINT64);
  make_template (template);
  while (fail_at (job, fault, ++n, template, folder))
    ;
  g_test_message ("%s, %s: %u calls failed one by one, %u times a seal held", job->name,
                  fault->name, n - 1, n_held);
  if (sealed)
    g_assert_cmpuint (n_held, >, 0);
  fault_remove_folder (template);
  fault_remove_folder (folder);
}

/* The schema's number in the file's first page, from https://www.sqlite.org/fileformat2.html */
static int
version_of (const char *path)
{
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return (guchar) bytes[63];
}

static char *
migration_fault (const Fault *fault, guint n, const char *folder, gboolean *ret_fired)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", "schema-1.db", NULL);
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  ValCore *core;
  gboolean done;
  char *wrong = NULL;

  g_assert_true (val_files_copy (source, path, NULL));
  fault_disk_watch (folder);
  fault_disk_arm (fault->kind, n, fault->for_good);
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);
  done = core != NULL;
  g_clear_pointer (&core, val_core_close);
  *ret_fired = fault_disk_disarm ();
  if (done == (error != NULL) || (!done && !*ret_fired))
    wrong = g_strdup ("answer and error contradict each other");
  else if (done && version_of (path) != VAL_DB_VERSION)
    wrong = g_strdup ("said to be new and is not");
  else
    {
      /* Whatever is there is the old file or the new one: the next time it opens. */
      core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &again);
      if (core == NULL || !val_check_db (core->db->handle, &again))
        wrong = g_strdup (again->message);
      else if (val_dataset_n_people (core->dataset) != 4
               || val_dataset_n_records (core->dataset, VAL_RECORD_KIND) == 0)
        wrong = g_strdup ("something is missing");
      g_clear_pointer (&core, val_core_close);
    }
  fault_disk_watch (NULL);
  fault_clear_folder (folder);
  return wrong;
}

/* Bringing an old file up to date is done or not done. */
static void
test_migration (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *folder = fault_make_folder ();
  gboolean fired = TRUE;

  for (guint n = 1; fired; n++)
    {
      g_autofree char *wrong = migration_fault (fault, n, folder, &fired);

      if (wrong != NULL)
        g_error ("call %u, %s: %s", n, fault->name, wrong);
    }
  fault_remove_folder (folder);
}

/* After a full disk has room again, the same open file goes on. */
static void
test_goes_on (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autofree char *wrong = NULL;
  ValCore *core;
  int n = 0;

  fault_centre_create (folder);
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, NULL);
  fault_disk_watch (folder);
  for (guint call = 1; call <= 30; call++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      fault_disk_arm (FAULT_FULL, call, TRUE);
      done = fault_centre_edit (core, n + 1, &error);
      if (!fault_disk_disarm () || done)
        n += done ? 1 : 0;
      else
        g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FULL);
      g_clear_error (&error);
      fault_centre_edit (core, n + 1, &error);
      g_assert_no_error (error);
      n++;
    }
  wrong = fault_centre_inspect (core, n, n);
  g_assert_cmpstr (wrong, ==, NULL);
  val_core_close (core);
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (jobs) * G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name = g_strdup_printf ("/io/%s/%s", jobs[i / G_N_ELEMENTS (faults)].name,
                                               faults[i % G_N_ELEMENTS (faults)].name);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name = g_strdup_printf ("/io/migration/%s", faults[i].name);

      g_test_add_data_func (name, &faults[i], test_migration);
    }
  g_test_add_func ("/io/goes-on", test_goes_on);
  return g_test_run ();
}
