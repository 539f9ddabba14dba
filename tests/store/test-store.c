/* test-store.c: the store from outside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_reopen (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "new/deep/a.db");
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  {
    g_autoptr (ValStore) store = val_store_new (path);
    g_autoptr (ValEdit) edit = test_centre_edit ();
    g_autoptr (ValEditResult) result = NULL;
    g_autoptr (ValDataset) dataset = NULL;

    g_assert_true (val_store_open (store, VAL_STORE_CREATE, &error));
    g_assert_no_error (error);
    result = val_store_edit (store, edit, &error);
    g_assert_no_error (error);
    g_assert_cmpint (val_edit_result_id (result, -1), >, 0);
    dataset = val_store_ref_dataset (store);
    g_assert_cmpuint (val_dataset_n_people (dataset), ==, 4);
    g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 12);
    before = test_dump_dataset (dataset);
    val_store_close (store);
  }
  {
    g_autoptr (ValStore) store = val_store_new (path);
    g_autoptr (ValDataset) dataset = NULL;
    g_autofree char *after = NULL;

    g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
    g_assert_no_error (error);
    dataset = val_store_ref_dataset (store);
    after = test_dump_dataset (dataset);
    g_assert_cmpstr (before, ==, after);
    label = val_store_dup_undo_label (store);
    g_assert_cmpstr (label, ==, "Centre: test");
    g_assert_true (val_store_check (store, &error));
    g_assert_no_error (error);
    val_store_close (store);
  }
}

static void
test_rules (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autoptr (ValTeam) team = val_team_new ();
  g_autoptr (ValSkill) skill = val_skill_new ();
  g_autoptr (ValRole) role = val_role_new ();
  ValAssessment score = { .person_id = 1, .skill_id = 1, .day = 19999, .level = 10001 };

  for (int i = 0; i < 10; i++)
    {
      g_autoptr (ValEdit) edit = val_edit_new ("Bad", NULL);
      g_autoptr (GPtrArray) bands = g_ptr_array_new ();

      switch (i)
        {
        case 0: /* nobody */
          val_edit_put_person (edit, person);
          break;
        case 1: /* a number that is taken */
          val_set_string (&person->number, "N2");
          val_edit_put_person (edit, person);
          break;
        case 2: /* a team that is not there */
          val_set_string (&person->number, "N99");
          person->team_id = 4711;
          val_edit_put_person (edit, person);
          break;
        case 3: /* a circle of teams */
          team->id = 1;
          team->parent_id = 2;
          val_set_string (&team->name, "Centre");
          val_edit_put_team (edit, team);
          break;
        case 4: /* a level above the scale */
          val_edit_add_assessment (edit, &score);
          break;
        case 5: /* a person that is not there */
          score.level = 5000;
          score.person_id = 4711;
          val_edit_add_assessment (edit, &score);
          break;
        case 6: /* a role's name that is taken */
          val_set_string (&role->name, "Agent");
          val_edit_put_role (edit, role);
          break;
        case 7: /* a skill's name that is taken, in the same place */
          val_set_string (&skill->name, "Skill 1");
          val_edit_put_skill (edit, skill);
          break;
        case 8: /* levels without a group */
          val_edit_put_bands (edit, bands);
          break;
        default: /* a bulk for nobody */
          g_clear_pointer (&edit, val_edit_unref);
          edit = test_bulk_edit (3000, 4, 9, FALSE);
          break;
        }
      test_must_not_edit (store, edit);
    }
  val_store_close (store);
}

/* Deleting asks nothing and comes back whole. */
static void
test_delete (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autofree char *before = test_dump_store (store);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (ValEdit) edit = val_edit_new ("Delete", NULL);
      g_autoptr (ValDataset) dataset = NULL;
      g_autofree char *after = NULL;
      guint index;

      switch (i)
        {
        case 0:
          val_edit_delete_team (edit, 2);
          break;
        case 1:
          val_edit_delete_person (edit, 2);
          break;
        case 2:
          val_edit_delete_skill (edit, 1);
          break;
        default:
          val_edit_delete_role (edit, 2);
          break;
        }
      val_edit_result_free (test_must_edit (store, edit));
      dataset = val_store_ref_dataset (store);
      if (i == 0)
        {
          g_assert_true (val_dataset_find_person (dataset, 2, &index));
          g_assert_cmpint (val_dataset_person (dataset, index)->team_id, ==, 1);
        }
      if (i == 1)
        g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 9);
      if (i == 2)
        {
          g_assert_cmpuint (val_dataset_n_scores (dataset), ==, 8);
          g_assert_true (val_dataset_find_skill (dataset, 3, &index));
          g_assert_cmpint (val_dataset_skill (dataset, index)->parent_id, ==, 0);
        }
      g_assert_true (val_store_undo (store, NULL, NULL));
      after = test_dump_store (store);
      g_assert_cmpstr (before, ==, after);
    }
  val_store_close (store);
}

static void
test_history (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) import = test_bulk_edit (10, 1, 1, TRUE);
  g_autoptr (ValEditResult) result = test_must_edit (store, import);
  g_autoptr (GPtrArray) one = val_store_history (store, 1, 1, NULL);
  g_autoptr (GPtrArray) person = val_store_history (store, 1, 0, NULL);
  g_autoptr (GPtrArray) all = val_store_history (store, 0, 0, NULL);
  g_autoptr (GPtrArray) changes = val_store_list_changes (store, 1, NULL);
  const ValAssessment *newest = g_ptr_array_index (one, 0);
  const ValAssessment *oldest = g_ptr_array_index (one, one->len - 1);

  g_assert_cmpuint (one->len, ==, 11);
  g_assert_cmpuint (person->len, ==, 13);
  g_assert_cmpuint (all->len, ==, 22);
  g_assert_cmpint (newest->import_id, ==, result->import_id);
  g_assert_cmpint (newest->day, ==, 19409);
  g_assert_cmpint (newest->assessor, ==, VAL_ASSESSOR_AUDIT);
  g_assert_cmpint (oldest->import_id, ==, 0);
  g_assert_cmpint (oldest->day, ==, 19000);
  g_assert_cmpstr (oldest->remark, ==, "so");
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((ValChange *) g_ptr_array_index (changes, 0))->argument, ==, "scores.csv");
  val_store_close (store);
}

typedef struct
{
  GMainLoop *loop;
  int changed;
  int states;
  guint tables;
  int answers;
  int wanted;
  GError *error;
  GCancellable *cancel_at_progress;
  int progressed;
} Watch;

static void
changed_cb (ValStore *store, guint tables, gpointer data)
{
  Watch *watch = data;

  watch->changed++;
  watch->tables |= tables;
}

static void
state_cb (ValStore *store, gpointer data)
{
  ((Watch *) data)->states++;
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;
  g_autoptr (ValEditResult) edited = NULL;

  g_clear_error (&watch->error);
  edited = val_store_edit_finish (VAL_STORE (source), result, &watch->error);
  if (edited != NULL)
    {
      /* The picture is there before the answer. */
      g_autoptr (ValDataset) dataset = val_store_ref_dataset (VAL_STORE (source));

      g_assert_nonnull (val_dataset_setting (dataset, "k1"));
    }
  if (++watch->answers == watch->wanted)
    g_main_loop_quit (watch->loop);
}

/* Answers come in order, after the news; the news of several edits may come as one. */
static void
test_async (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (ValDataset) dataset = NULL;
  Watch watch = { .loop = loop, .wanted = 20 };

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &watch);
  g_signal_connect (store, "state", G_CALLBACK (state_cb), &watch);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);
      g_autoptr (ValEdit) edit = val_edit_new ("Set %s", value);

      val_edit_set_setting (edit, "k1", value);
      val_store_edit_async (store, edit, NULL, edited_cb, &watch);
    }
  g_assert_cmpint (watch.changed, ==, 0);
  g_main_loop_run (loop);
  g_assert_no_error (watch.error);
  g_assert_cmpint (watch.changed, >=, 1);
  g_assert_cmpint (watch.changed, <=, 20);
  g_assert_cmpint (watch.states, >=, 1);
  g_assert_cmpuint (watch.tables, ==, VAL_TABLE_SETTINGS);
  dataset = val_store_ref_dataset (store);
  g_assert_cmpstr (val_dataset_setting (dataset, "k1"), ==, "19");
  val_store_close (store);
}

static void
progress_cb (double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->progressed++;
  g_cancellable_cancel (watch->cancel_at_progress);
}

/* Broken off in the middle: nothing of it is left, and the next edit works. */
static void
test_cancel (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ValEdit) edit = test_bulk_edit (400000, 4, 3, TRUE);
  g_autoptr (ValEdit) small = test_bulk_edit (10, 4, 3, TRUE);
  g_autofree char *before = test_dump_store (store);
  g_autofree char *after = NULL;
  GError *error = NULL;
  Watch watch = { .loop = loop, .wanted = 1, .cancel_at_progress = cancellable };

  val_store_edit_with_progress_async (store, edit, cancellable, progress_cb, &watch, edited_cb,
                                      &watch);
  g_main_loop_run (loop);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (watch.progressed, >=, 1);
  g_clear_error (&watch.error);
  after = test_dump_store (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (val_store_check (store, &error));
  g_assert_no_error (error);
  val_edit_result_free (test_must_edit (store, small));
  g_assert_true (val_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  val_store_close (store);
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;
  g_autoptr (GHashTable) drafts
      = val_store_read_drafts_finish (VAL_STORE (source), result, &watch->error);

  g_assert_null (drafts);
  watch->answers++;
}

/* The work is done and its answer on its way: what was stored is said, what was read is not, for
 * whoever asked may be gone. */
static void
test_cancel_late (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) reading = g_cancellable_new ();
  g_autoptr (GCancellable) storing = g_cancellable_new ();
  g_autoptr (ValEdit) edit = val_edit_new ("Set", NULL);
  g_autoptr (GPtrArray) imports = NULL;
  Watch read = { .wanted = 1 };
  Watch stored = { .loop = loop, .wanted = 1 };

  val_edit_set_setting (edit, "k1", "late");
  val_store_read_drafts_async (store, reading, drafts_cb, &read);
  val_store_edit_async (store, edit, storing, edited_cb, &stored);
  /* Blocks until the thread, first in, first out, has done what came before. */
  imports = val_store_list_imports (store, NULL);
  g_cancellable_cancel (reading);
  g_cancellable_cancel (storing);
  g_main_loop_run (loop);
  g_assert_no_error (stored.error);
  g_assert_cmpint (read.answers, ==, 1);
  g_assert_error (read.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&read.error);
  val_store_close (store);
}

/* Work that was asked for before closing is done; after it, it is refused. */
static void
test_close (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (ValEdit) edit = val_edit_new ("Set", NULL);
  g_autoptr (GError) error = NULL;
  Watch watch = { .loop = loop, .wanted = 3 };

  val_edit_set_setting (edit, "k1", "v");
  for (int i = 0; i < 3; i++)
    val_store_edit_async (store, edit, NULL, edited_cb, &watch);
  val_store_close (store);
  g_main_loop_run (loop);
  g_assert_no_error (watch.error);
  g_assert_null (val_store_edit (store, edit, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_FAILED);
  /* A second store gets the file at once. */
  {
    g_autoptr (ValStore) second = val_store_new (val_store_get_path (store));

    g_clear_error (&error);
    g_assert_true (val_store_open (second, VAL_STORE_OPEN_EXISTING, &error));
    g_assert_no_error (error);
  }
}

static void
failed_cb (ValStore *store, const GError *error, gpointer data)
{
  Watch *watch = data;

  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED);
  g_assert_true (val_store_is_read_only (store));
  watch->answers++;
  g_main_loop_quit (watch->loop);
}

/* Damage that opening does not meet is found in the background and told. */
static void
test_background_check (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { .loop = loop };
  GError *error = NULL;

  {
    g_autoptr (ValStore) store = test_open_centre (folder);
  }
  {
    sqlite3 *db = NULL;

    /* A row that breaks its table's rule: quick_check sees it, opening does not. */
    g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (db,
                                   "PRAGMA ignore_check_constraints=ON;"
                                   "INSERT INTO scenario (name, at, body) VALUES ('', 0, '')",
                                   NULL, NULL, NULL),
                     ==, SQLITE_OK);
    sqlite3_close (db);
  }
  {
    g_autoptr (ValStore) store = val_store_new (path);

    g_signal_connect (store, "failed", G_CALLBACK (failed_cb), &watch);
    g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
    /* It may have been told already while opening. */
    if (watch.answers == 0)
      g_main_loop_run (loop);
    g_assert_cmpint (watch.answers, ==, 1);
    val_store_close (store);
  }
}

/* The first backup of a month is kept longest; it is not spent on a file with nothing in it. */
static void
test_bare_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  g_autoptr (GPtrArray) backups = NULL;
  GError *error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ValStore) store = val_store_new (path);

      g_assert_true (val_store_open (store, VAL_STORE_CREATE, &error));
      g_usleep (300000);
      val_store_close (store);
    }
  backups = val_store_list_backups (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 0);
}

/* The backup of the day is made after opening, also when edits come in between; closing at once
 * loses none of them. */
static void
test_daily_backup (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_folder_path (folder, "a.db");
  GError *error = NULL;
  guint found = 0;

  {
    g_autoptr (ValStore) store = test_open_centre (folder);
    g_autoptr (ValEdit) bulk = test_bulk_edit (50000, 4, 3, FALSE);

    val_edit_result_free (test_must_edit (store, bulk));
  }
  for (int i = 0; i < 50 && found == 0; i++)
    {
      g_autoptr (ValStore) store = val_store_new (path);
      g_autoptr (GPtrArray) backups = NULL;
      g_autofree char *value = g_strdup_printf ("%d", i);
      g_autoptr (ValEdit) edit = val_edit_new ("Set", NULL);
      g_autoptr (ValDataset) dataset = NULL;

      g_assert_true (val_store_open (store, VAL_STORE_OPEN_EXISTING, &error));
      g_assert_no_error (error);
      dataset = val_store_ref_dataset (store);
      if (i > 0)
        g_assert_cmpint (val_dataset_setting_int (dataset, "k1", -1), ==, i - 1);
      val_edit_set_setting (edit, "k1", value);
      g_usleep ((gulong) i * 20000);
      val_store_edit_async (store, edit, NULL, NULL, NULL);
      g_usleep ((gulong) i * 20000);
      val_store_close (store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      backups = val_store_list_backups (path, &error);
      g_assert_no_error (error);
      found = backups->len;
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
backup_made_cb (ValStore *store, gpointer data)
{
  ((Watch *) data)->states++;
}

static void
test_backup (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autofree char *copy = test_folder_path (folder, "copy.db");
  g_autoptr (ValEdit) import = test_bulk_edit (10, 4, 3, TRUE);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *before = test_dump_store (store);
  GError *error = NULL;
  Watch watch = { 0 };

  g_signal_connect (store, "state", G_CALLBACK (backup_made_cb), &watch);
  g_assert_true (val_store_backup (store, copy, &error));
  g_assert_no_error (error);
  g_assert_false (val_store_backup (store, copy, &error));
  g_assert_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (watch.states, ==, 0);
  /* An import is preceded by a backup of what was. */
  val_edit_result_free (test_must_edit (store, import));
  val_store_close (store);
  backups = val_store_list_backups (val_store_get_path (store), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((ValBackupInfo *) g_ptr_array_index (backups, 0))->reason, ==,
                   "before-import");
  g_assert_true (val_backup_verify (((ValBackupInfo *) g_ptr_array_index (backups, 0))->path,
                                    &error));
  g_assert_no_error (error);
  {
    g_autoptr (ValStore) restored = val_store_new (copy);
    g_autofree char *after = NULL;

    g_assert_true (val_store_open (restored, VAL_STORE_OPEN_EXISTING, &error));
    g_assert_no_error (error);
    after = test_dump_store (restored);
    g_assert_cmpstr (before, ==, after);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reopen", test_reopen);
  g_test_add_func ("/store/rules", test_rules);
  g_test_add_func ("/store/delete", test_delete);
  g_test_add_func ("/store/history", test_history);
  g_test_add_func ("/store/async", test_async);
  g_test_add_func ("/store/cancel", test_cancel);
  g_test_add_func ("/store/cancel-late", test_cancel_late);
  g_test_add_func ("/store/close", test_close);
  g_test_add_func ("/store/background-check", test_background_check);
  g_test_add_func ("/store/backup", test_backup);
  g_test_add_func ("/store/bare-file", test_bare_file);
  g_test_add_func ("/store/daily-backup", test_daily_backup);
  return g_test_run ();
}
