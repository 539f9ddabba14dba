/* test-export-json.c: JSON that is written while it is made
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "val-export.h"
#include "val-import-plan.h"

#define N_CONTACTS 30000
#define N_PEOPLE 5

typedef struct
{
  guint pieces;
  guint fails_at; /* 0: never */
  gint64 fails_for; /* whose scores cannot be read; 0: nobody's */
} Reader;

static GPtrArray *
read_details (gpointer data, GArray *ids, GError **error)
{
  Reader *reader = data;
  GPtrArray *details
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_detail_free);

  if (++reader->pieces == reader->fails_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the disk is gone");
      g_ptr_array_unref (details);
      return NULL;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      ValContactDetail *detail = g_new0 (ValContactDetail, 1);

      detail->id = g_array_index (ids, gint64, i);
      detail->contact = (ValContact){ .second = (gint32) (detail->id % 86400), .day = 19000,
                                      .wait = (gint32) (detail->id % 90), .talk = -1 };
      detail->reference = g_strdup_printf ("„Ż\" %d", (int) detail->id);
      g_ptr_array_add (details, detail);
    }
  return details;
}

static GArray *
read_intervals (gpointer data, gint64 forecast_id, GError **error)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_assessments (GPtrArray *all, gint64 person_id)
{
  for (int i = 0; i < 1000; i++)
    {
      ValAssessment one = { .id = person_id * 1000 + i, .person_id = person_id, .skill_id = 2,
                            .day = 19000 + i % 100, .level = i % 10001, .assessor = i % 4,
                            .remark = (char *) "żółw\n" };

      g_ptr_array_add (all, val_assessment_copy (&one));
    }
}

static GPtrArray *
read_history (gpointer data, gint64 person_id, GError **error)
{
  Reader *reader = data;
  GPtrArray *some = g_ptr_array_new_with_free_func ((GDestroyNotify) val_assessment_free);

  if (person_id != reader->fails_for)
    {
      add_assessments (some, person_id);
      return some;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the disk is gone");
  g_ptr_array_unref (some);
  return NULL;
}

static GPtrArray *
make_people (void)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);

  for (int i = 1; i <= N_PEOPLE; i++)
    {
      ValPerson *person = val_person_new ();

      person->id = i;
      val_set_string (&person->given, "Żaneta");
      g_ptr_array_add (people, person);
    }
  return people;
}

typedef struct
{
  ValDataset *dataset;
  GPtrArray *assessments;
  ValContacts *contacts;
  Reader reader;
  ValExportBulk bulk;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  g_autofree ValContact *rows = g_new0 (ValContact, N_CONTACTS);

  val_dataset_builder_take_people (builder, make_people ());
  fixture->dataset = val_dataset_builder_end (builder);
  fixture->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) val_assessment_free);
  for (int i = 1; i <= N_PEOPLE; i++)
    add_assessments (fixture->assessments, i);
  fixture->contacts = val_contacts_new_from_rows (rows, N_CONTACTS, 1);
  fixture->reader = (Reader){ 0 };
  fixture->bulk = (ValExportBulk){ fixture->contacts, read_details, read_intervals,
                                   &fixture->reader, NULL };
  fixture->folder = g_dir_make_tmp ("valmius-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "all.json", NULL);
}

static void
tear_down (Fixture *fixture)
{
  g_unlink (fixture->path);
  /* Nothing else was left. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  val_contacts_unref (fixture->contacts);
  g_ptr_array_unref (fixture->assessments);
  val_dataset_unref (fixture->dataset);
}

/* The scores are read person by person. */
static gboolean
write_file (Fixture *fixture, GError **error)
{
  fixture->reader.pieces = 0;
  fixture->bulk.read_history = read_history;
  return val_export_json_file (fixture->dataset, NULL, NULL, 0, &fixture->bulk, fixture->path,
                               error);
}

/* The same bytes as at once, for the owner alone; and again in the place of an older file. */
static void
test_same (void)
{
  Fixture fixture;
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  set_up (&fixture);
  wanted = val_export_json (fixture.dataset, fixture.assessments, NULL, 0, &fixture.bulk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (wanted), >, 3000000);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *found = NULL;
      GStatBuf st;

      g_assert_true (write_file (&fixture, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (fixture.path, &found, &size, NULL));
      g_assert_cmpmem (found, size, wanted, strlen (wanted));
      g_assert_cmpint (g_stat (fixture.path, &st), ==, 0);
      g_assert_cmpint (st.st_mode & 0777, ==, 0600);
    }
  tear_down (&fixture);
}

static void
assert_kept (Fixture *fixture)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "older");
}

/* What cannot be read, or not be written, leaves the file that was there. */
static void
test_fault (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  struct rlimit old, limit;

  set_up (&fixture);
  g_assert_true (g_file_set_contents (fixture.path, "older", -1, NULL));
  fixture.reader.fails_at = 6;
  g_assert_false (write_file (&fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  assert_kept (&fixture);

  fixture.reader.fails_at = 0;
  fixture.reader.fails_for = 3;
  g_assert_false (write_file (&fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  assert_kept (&fixture);

  /* A file may not become longer than this, as on a full disk. */
  fixture.reader.fails_for = 0;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = (struct rlimit){ 1000000, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_file (&fixture, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "all.json"));
  g_clear_error (&error);
  assert_kept (&fixture);
  tear_down (&fixture);
}

static void
test_nowhere (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;

  set_up (&fixture);
  g_free (fixture.path);
  fixture.path = g_build_filename (fixture.folder, "no", "all.json", NULL);
  g_assert_false (write_file (&fixture, &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/json-file/same", test_same);
  g_test_add_func ("/export/json-file/fault", test_fault);
  g_test_add_func ("/export/json-file/nowhere", test_nowhere);
  return g_test_run ();
}
