/* test-power-cut.c: nothing that was reported as saved is lost when the power goes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program's writes are recorded once; then the power is cut at thousands of moments, and of what
 * was not synced by then a different random part is on the disk each time.
 */
#include "fault-centre.h"
#include "fault-disk.h"
#include "fault-plain.h"
#include "val-seal.h"

#define CUTS 10000
#define PLAIN_CUTS 2000
#define LYING_CUTS 500
#define EDITS 40

typedef char *(*Verify) (const char *folder, int saved);

/* How many of @n cuts lost something; the first loss is told in @ret_first. */
static guint
cut_often (FaultLog *log, guint n, guint seed, Verify verify, char **ret_first)
{
  g_autofree char *folder = fault_make_folder ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint lost = 0;

  fault_disk_watch (folder);
  for (guint i = 0; i < n; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (int) fault_log_length (log) + 1);
      int saved = fault_log_cut (log, at, random, folder);
      g_autofree char *wrong = verify (folder, saved);

      if (wrong != NULL && ++lost == 1 && ret_first != NULL)
        *ret_first = g_strdup_printf ("cut %u after operation %u: %s", i, at, wrong);
      fault_clear_folder (folder);
    }
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
  return lost;
}

/* The database was there before, as it is in all but the first minute of its life. */
static FaultLog *
record_plain (const char *synchronous)
{
  g_autofree char *folder = fault_make_folder ();
  FaultLog *log;

  fault_plain_write (folder, 0, "FULL");
  fault_disk_watch (folder);
  fault_disk_record ();
  fault_plain_write (folder, EDITS, synchronous);
  log = fault_disk_take_log ();
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
  return log;
}

static void
test_plain_full (void)
{
  g_autoptr (FaultLog) log = record_plain ("FULL");
  g_autofree char *first = NULL;
  guint lost = cut_often (log, PLAIN_CUTS, 1, fault_plain_verify, &first);

  g_assert_cmpstr (first, ==, NULL);
  g_assert_cmpuint (lost, ==, 0);
}

/* The test can fail: without syncing, the same cuts lose what was saved. */
static void
test_plain_off (void)
{
  g_autoptr (FaultLog) log = record_plain ("OFF");
  guint lost = cut_often (log, PLAIN_CUTS, 1, fault_plain_verify, NULL);

  g_test_message ("synchronous=OFF: %u of %u cuts lost something", lost, PLAIN_CUTS);
  g_assert_cmpuint (lost, >, PLAIN_CUTS / 10);
}

static char *
verify_centre (const char *folder, int saved)
{
  return fault_centre_verify (folder, saved, NULL);
}

/* Edits and an import of the store itself, on a file that is there. */
static FaultLog *
record_centre (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GError) error = NULL;
  ValCore *core;
  FaultLog *log;

  fault_centre_create (folder);
  fault_disk_watch (folder);
  fault_disk_record ();
  fault_disk_mark (0);
  core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  for (int i = 1; i <= EDITS; i++)
    {
      if (i == EDITS / 2)
        fault_centre_import (core, i, &error);
      else
        fault_centre_edit (core, i, &error);
      g_assert_no_error (error);
      fault_disk_mark (i);
    }
  val_core_close (core);
  log = fault_disk_take_log ();
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
  return log;
}

static void
test_centre (void)
{
  g_autoptr (FaultLog) log = record_centre ();
  g_autofree char *first = NULL;
  guint lost = cut_often (log, CUTS, 2, verify_centre, &first);

  g_test_message ("%u of %u cuts lost something", lost, CUTS);
  g_assert_cmpstr (first, ==, NULL);
  g_assert_cmpuint (lost, ==, 0);
}

/* The same with a disk that says it has synced and has not. */
static void
test_centre_lying (void)
{
  g_autoptr (FaultLog) log = NULL;
  guint lost;

  fault_disk_set_lying (TRUE);
  log = record_centre ();
  fault_disk_set_lying (FALSE);
  lost = cut_often (log, LYING_CUTS, 2, verify_centre, NULL);
  g_test_message ("without syncing: %u of %u cuts lost something", lost, LYING_CUTS);
  g_assert_cmpuint (lost, >, LYING_CUTS / 10);
}

#define SEALED_CUTS 1500
#define SESSIONS 8

static guint n_held;

static char *
verify_sealed (const char *folder, int saved)
{
  char *wrong = fault_centre_verify_seal (folder, &n_held);

  return wrong != NULL ? wrong : verify_centre (folder, saved);
}

/* Session after session, each of which reads the seal of the one before and leaves its own. */
static FaultLog *
record_sessions (void)
{
  g_autofree char *folder = fault_make_folder ();
  g_autoptr (GError) error = NULL;
  FaultLog *log;

  fault_centre_create (folder);
  fault_disk_watch (folder);
  fault_disk_record ();
  fault_disk_mark (0);
  for (int i = 1; i <= SESSIONS; i++)
    {
      fault_centre_session (folder, i, &error);
      g_assert_no_error (error);
      fault_disk_mark (i);
    }
  log = fault_disk_take_log ();
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
  return log;
}

/* A seal is not synced: it may be missing, old or torn, and must not hold then. */
static void
test_sealed (void)
{
  g_autoptr (FaultLog) log = NULL;
  g_autofree char *first = NULL;
  guint lost;

  val_seal_set_least_size (0);
  log = record_sessions ();
  lost = cut_often (log, SEALED_CUTS, 3, verify_sealed, &first);
  g_test_message ("%u of %u cuts left a seal that held", n_held, SEALED_CUTS);
  g_assert_cmpstr (first, ==, NULL);
  g_assert_cmpuint (lost, ==, 0);
  g_assert_cmpuint (n_held, >, SEALED_CUTS / 100);
  g_assert_cmpuint (n_held, <, SEALED_CUTS);
}

/* A disk that lies tears files that were closed long ago: much is lost, and no seal holds on what is
 * left of it. */
static void
test_sealed_lying (void)
{
  g_autoptr (FaultLog) log = NULL;
  g_autofree char *folder = fault_make_folder ();
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  guint unsound = 0;

  val_seal_set_least_size (0);
  fault_disk_set_lying (TRUE);
  log = record_sessions ();
  fault_disk_set_lying (FALSE);
  n_held = 0;
  fault_disk_watch (folder);
  for (guint i = 0; i < LYING_CUTS; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (int) fault_log_length (log) + 1);
      int saved = fault_log_cut (log, at, random, folder);
      guint held = n_held;
      g_autofree char *wrong = fault_centre_verify_seal (folder, &n_held);
      g_autofree char *lost = NULL;

      if (wrong != NULL && n_held > held)
        g_error ("cut %u after operation %u: sealed and %s", i, at, wrong);
      lost = verify_centre (folder, saved);
      unsound += lost != NULL;
      fault_clear_folder (folder);
    }
  fault_disk_watch (NULL);
  fault_remove_folder (folder);
  g_test_message ("without syncing: %u of %u cuts lost something", unsound, LYING_CUTS);
  g_assert_cmpuint (unsound, >, LYING_CUTS / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power-cut/plain/full", test_plain_full);
  g_test_add_func ("/power-cut/plain/off", test_plain_off);
  g_test_add_func ("/power-cut/centre/without-syncing", test_centre_lying);
  g_test_add_func ("/power-cut/centre/full", test_centre);
  g_test_add_func ("/power-cut/sealed/without-syncing", test_sealed_lying);
  g_test_add_func ("/power-cut/sealed/full", test_sealed);
  return g_test_run ();
}
