/* bench-save.c: B9: saving one edit
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "val-i18n.h"
#include "val-store.h"
#include "val-times.h"

#define ROUNDS 200
#define CHANGES 50000 /* of some years */

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () * 1e-3;
}

static ValEdit *
make_edit (gint64 person_id, gint64 skill_id, int round)
{
  ValEdit *edit = val_edit_new ("Bench", NULL);
  g_autoptr (ValAssessment) score = val_assessment_new ();

  score->person_id = person_id;
  score->skill_id = skill_id;
  score->day = 20000 + round;
  score->level = round % 11 * 1000;
  val_edit_add_assessment (edit, score);
  return edit;
}

/* A text that the search index takes in the same transaction. */
static ValEdit *
make_note (gint64 person_id, gint64 skill_id, int round)
{
  ValEdit *edit = val_edit_new ("Bench", NULL);
  ValNote *note = val_note_new (person_id, 20000 + round);

  note->skill_id = skill_id;
  val_set_string (&note->text, "Listened to the end, asked back, and called again the next day.");
  val_edit_put_record (edit, note);
  val_record_free (note);
  return edit;
}

static gboolean
make_people (ValStore *store, gint64 *ret_person, gint64 *ret_skill)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Bench", NULL);
  g_autoptr (ValPerson) person = val_person_new ();
  g_autoptr (ValSkill) skill = val_skill_new ();
  g_autoptr (ValEditResult) result = NULL;
  gint64 new_person, new_skill;

  val_set_string (&person->number, "1");
  val_set_string (&skill->name, "Listening");
  new_person = val_edit_put_person (edit, person);
  new_skill = val_edit_put_skill (edit, skill);
  result = val_store_edit (store, edit, NULL);
  if (result == NULL)
    return FALSE;
  *ret_person = val_edit_result_id (result, new_person);
  *ret_skill = val_edit_result_id (result, new_skill);
  return TRUE;
}

typedef struct
{
  double last;
  double longest;
} Heartbeat;

static gboolean
beat_cb (gpointer data)
{
  Heartbeat *beat = data;
  double now = now_ms ();

  if (beat->last > 0)
    beat->longest = MAX (beat->longest, now - beat->last);
  beat->last = now;
  return G_SOURCE_CONTINUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValEditResult) saved
      = val_store_edit_finish (VAL_STORE (source), result, NULL);

  *(int *) data = saved != NULL ? 1 : -1;
}

/* The longest time the main loop could not turn while an edit was saved. */
static int
measure_stall (ValStore *store, gint64 person, gint64 skill)
{
  Heartbeat beat = { 0, 0 };
  guint timer = g_timeout_add (1, beat_cb, &beat);
  double start = now_ms ();
  int done = 0;
  g_autoptr (ValEdit) edit = make_edit (person, skill, 1);

  val_store_edit_async (store, edit, NULL, saved_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  {
    g_autofree char *detail = g_strdup_printf ("saved after %.0f ms, each fsync takes 500", now_ms () - start);

    val_say_row ("B9", "main loop away while a slow disk syncs", beat.longest, "ms", "<=", 50, detail);
  }
  return done == 1 ? 0 : 1;
}

static double
append_and_sync (int file)
{
  char block[4096];
  double start = now_ms ();

  memset (block, 7, sizeof block);
  if (write (file, block, sizeof block) != sizeof block || fsync (file) != 0)
    return -1;
  return now_ms () - start;
}

/* @what: (nullable): what is said about it; @ret_cpu: (nullable): what one took of it */
static int
measure_saving (ValStore *store, const char *folder, gint64 person, gint64 skill, const char *what,
                ValEdit *(*make) (gint64 person, gint64 skill, int round), double *ret_cpu)
{
  double raw[ROUNDS], saved[ROUNDS], used[ROUNDS];
  g_autofree char *name = g_build_filename (folder, "raw", NULL), *detail = NULL;
  int file = g_open (name, O_CREAT | O_WRONLY | O_APPEND, 0600);

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (ValEdit) edit = make (person, skill, i);
      g_autoptr (ValEditResult) result = NULL;
      double start, began;

      raw[i] = append_and_sync (file);
      start = now_ms ();
      began = val_cpu_ms ();
      result = val_store_edit (store, edit, NULL);
      used[i] = val_cpu_ms () - began;
      saved[i] = now_ms () - start;
      if (result == NULL)
        return 1;
    }
  close (file);
  g_unlink (name);
  qsort (raw, ROUNDS, sizeof *raw, val_compare_times);
  qsort (saved, ROUNDS, sizeof *saved, val_compare_times);
  detail = g_strdup_printf ("%.2f ms, p99 %.2f, CPU %.2f; 4 KiB append + fsync %.2f ms", saved[ROUNDS / 2],
                            saved[ROUNDS * 99 / 100], val_median (used, ROUNDS), raw[ROUNDS / 2]);
  if (what != NULL)
    val_say_row ("B9", what, saved[ROUNDS / 2] / raw[ROUNDS / 2], "", "<=", 5, detail);
  if (ret_cpu != NULL)
    *ret_cpu = used[ROUNDS / 2];
  return 0;
}

/* As if so much had been changed before, all of it too long ago to be undone. */
static gboolean
add_changes (const char *path)
{
  sqlite3 *db = NULL;
  gboolean good
      = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
        && sqlite3_exec (db,
                         "UPDATE change SET undoable = 0; DELETE FROM journal;"
                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                         G_STRINGIFY (CHANGES) ") INSERT INTO change (at, label, undoable) "
                         "SELECT i, 'Bench', 0 FROM n",
                         NULL, NULL, NULL)
               == SQLITE_OK;

  sqlite3_close (db);
  return good;
}

/* An edit must not pass by all that was ever changed. */
static int
measure_growth (const char *path, const char *folder, gint64 person, gint64 skill)
{
  g_autofree char *detail = NULL;
  double cpu[2] = { 0, 0 };
  int code = 0;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ValStore) store = val_store_new (path);

      if ((i == 1 && !add_changes (path)) || !val_store_open (store, VAL_STORE_OPEN_EXISTING, NULL)
          || measure_saving (store, folder, person, skill, NULL, make_edit, &cpu[i]) != 0)
        code = 1;
      val_store_close (store);
    }
  detail = g_strdup_printf ("%.2f ms CPU, before them %.2f ms", cpu[1], cpu[0]);
  val_say_row ("B11", "saving after 50,000 changes, against none", cpu[1] / cpu[0], "", "<=", 1.5, detail);
  return code;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("valmius-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);
  g_autoptr (ValStore) store = val_store_new (path);
  g_autoptr (GError) error = NULL;
  gint64 person, skill;
  int code;

  val_i18n_init ("en");
  printf ("1..1\n");
  if (!val_store_open (store, VAL_STORE_CREATE_ONLY, &error)
      || !make_people (store, &person, &skill))
    {
      printf ("not ok 1 %s\n", error != NULL ? error->message : "no people");
      return 1;
    }
  if (argc > 1)
    code = measure_stall (store, person, skill);
  else
    code = measure_saving (store, folder, person, skill, "saving one score", make_edit, NULL)
           + measure_saving (store, folder, person, skill, "saving one note", make_note, NULL);
  val_store_close (store);
  if (argc == 1)
    code += measure_growth (path, folder, person, skill);
  printf ("%sok 1 bench\n", code == 0 ? "" : "not ");
  return code;
}
