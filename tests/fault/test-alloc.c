/* test-alloc.c: every request for memory fails once
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's requests; GLib ends the program when there is no memory, which a kill covers.
 */
#include <sqlite3.h>

#include "fault-centre.h"
#include "fault-disk.h"
#include "val-backup.h"
#include "val-files.h"

#define EDITS_BEFORE 3
/* Without -m slow only so many, evenly spread, fail. */
#define QUICK_TRIES 400

static sqlite3_mem_methods real;
static guint countdown; /* 0: never */
static gboolean fired;
static gboolean for_good;

static gboolean
fails (void)
{
  if (countdown == 0)
    return FALSE;
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

static gboolean
work_edit (const char *path, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && fault_centre_edit (core, EDITS_BEFORE + 1, error);
}

static gboolean
work_import (const char *path, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && fault_centre_import (core, EDITS_BEFORE + 1, error);
}

static gboolean
work_undo (const char *path, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);
  ValTables tables;

  return core != NULL && fault_centre_edit (core, EDITS_BEFORE + 1, error)
         && val_core_turn (core, TRUE, &tables, NULL, error)
         && val_core_turn (core, FALSE, &tables, NULL, error);
}

static gboolean
work_backup (const char *path, GError **error)
{
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && val_backup_make (core->db->handle, path, VAL_BACKUP_DAILY, NULL, error)
         && fault_centre_edit (core, EDITS_BEFORE + 1, error);
}

static gboolean
work_restore (const char *path, GError **error)
{
  g_autofree char *backup = g_strconcat (path, ".backup", NULL);

  if (!val_files_exists (backup))
    g_assert_true (val_files_copy (path, backup, NULL));
  return val_store_restore_file (path, backup, NULL, error) && work_edit (path, error);
}

typedef struct
{
  const char *name;
  gboolean (*work) (const char *path, GError **error);
} Job;

static const Job jobs[] = {
  { "edit", work_edit },     { "import", work_import },   { "undo", work_undo },
  { "backup", work_backup }, { "restore", work_restore },
};

/* Requests in one run without a fault. */
static guint
count_requests (const Job *job, const char *source, const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);

  g_assert_true (val_files_copy (source, path, NULL));
  fired = FALSE;
  countdown = G_MAXUINT;
  g_assert_true (job->work (path, NULL));
  fault_clear_folder (folder);
  return G_MAXUINT - countdown;
}

static void
test_job (gconstpointer data)
{
  const Job *job = data;
  g_autofree char *template = fault_make_folder ();
  g_autofree char *source = fault_centre_path (template);
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  guint total;
  guint step;
  guint n = 1;
  guint tried = 0;
  gboolean met = TRUE;

  fault_centre_create (template);
  {
    g_autoptr (ValCore) core = val_core_open (source, VAL_STORE_OPEN_EXISTING, NULL);

    for (int i = 1; i <= EDITS_BEFORE; i++)
      g_assert_true (fault_centre_edit (core, i, NULL));
  }
  fault_disk_watch (folder);
  total = count_requests (job, source, folder);
  step = g_test_slow () ? 1 : MAX (1, total / QUICK_TRIES);
  for (; met; n += step)
    {
      g_autofree char *wrong = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_assert_true (val_files_copy (source, path, NULL));
      fired = FALSE;
      for_good = tried % 2 == 0;
      countdown = n;
      done = job->work (path, &error);
      countdown = 0;
      met = fired;
      tried++;
      if (done != (error == NULL) || (!done && !met))
        g_error ("request %u of %s: %s", n, job->name, error != NULL ? error->message : "no error");
      wrong = fault_centre_verify (folder, EDITS_BEFORE + (done ? 1 : 0), NULL);
      if (wrong != NULL)
        g_error ("request %u of %s, %s: %s", n, job->name, done ? "done" : error->message, wrong);
      fault_clear_folder (folder);
    }
  g_test_message ("%s: %u of %u requests failed one by one", job->name, tried, total);
  g_assert_cmpuint (tried, >, 200);
  fault_disk_watch (NULL);
  fault_remove_folder (template);
  fault_remove_folder (folder);
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
