/* bench-contacts.c: B1, B2 and B11: contacts stored and read, beside sqlite3's own .import
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: bench-contacts [ROWS] [ROUNDS]: the number of contacts, 1 000 000, and of repetitions.
 * Each part runs in a process of its own, so that its memory can be told.
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "val-i18n.h"
#include "val-store.h"
#include "val-times.h"

#define AGENTS 200
#define TOPICS 8
#define DAYS 730
#define LARGE 10
#define MAX_ROUNDS 15

/* What a process tells of itself. */
typedef struct
{
  double cpu; /* seconds */
  double wall;
  double memory; /* MiB above what there was before */
} Figures;

typedef struct
{
  const char *folder;
  guint rows;
  guint first_day;
  const char *name;
} Task;

static guint64 chance_state = 7;

static guint
chance (guint below)
{
  chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
  return (guint) (chance_state >> 33) % below;
}

static double
cpu_now (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* A line of /proc/self/status, in MiB: VmRSS is what there is, VmHWM the most there was. */
static double
status_mib (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL)
      || (line = strstr (text, name)) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen (name) + 1, NULL) / 1024;
}

static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static ValContact
next_contact (const Task *task, guint i)
{
  ValContact row = { .agent = 1 + (gint32) chance (AGENTS),
                     .channel = AGENTS + 1,
                     .topic = AGENTS + 2 + (gint32) chance (TOPICS),
                     .second = 32400 + (gint32) ((guint64) i * 7919 % 32400),
                     .wait = (gint32) chance (120),
                     .talk = 30 + (gint32) chance (400),
                     .day = (guint16) (18000 + task->first_day + (guint64) i * DAYS / task->rows),
                     .satisfaction = chance (3) ? (guint16) (1000 * (1 + chance (5))) : 0,
                     .flags = VAL_CONTACT_ANSWERED_KNOWN | VAL_CONTACT_RESOLVED_KNOWN };

  if (chance (10) != 0)
    row.flags |= VAL_CONTACT_ANSWERED;
  if (chance (4) != 0)
    row.flags |= VAL_CONTACT_RESOLVED;
  return row;
}

static char *
path_of (const Task *task, const char *suffix)
{
  return g_strconcat (task->folder, "/", task->name, suffix, NULL);
}

/* The same contacts as the telephone system writes them. */
static void
write_csv (const Task *task)
{
  g_autofree char *path = path_of (task, ".csv");
  FILE *file = fopen (path, "w");

  chance_state = 7;
  fputs ("Call Id,Agent,Date,Time,Topic,Answered,Resolved,Wait,Talk,Rating\n", file);
  for (guint i = 0; i < task->rows; i++)
    {
      ValContact row = next_contact (task, i);
      guint month = (row.day - 18000) / 28;

      fprintf (file, "ID%07u,Agent %d,%u-%02u-%02u,%02d:%02d:%02d,Topic %d,%s,%s,%d,00:%02d:%02d,",
               i, row.agent, 2021 + month / 12, month % 12 + 1, (row.day - 18000) % 28 + 1,
               row.second / 3600, row.second / 60 % 60, row.second % 60, row.topic,
               row.flags & VAL_CONTACT_ANSWERED ? "Y" : "N",
               row.flags & VAL_CONTACT_RESOLVED ? "Y" : "N", row.wait, row.talk / 60,
               row.talk % 60);
      if (row.satisfaction != 0)
        fprintf (file, "%d", row.satisfaction / 1000);
      fputc ('\n', file);
    }
  fclose (file);
}

static void
add_labels (ValEdit *edit)
{
  for (guint i = 0; i < AGENTS + 1 + TOPICS; i++)
    {
      ValContactLabel *label = (ValContactLabel *) val_record_new (VAL_RECORD_LABEL);
      g_autofree char *name = g_strdup_printf ("%u", i);

      label->kind = i < AGENTS ? VAL_LABEL_AGENT : i == AGENTS ? VAL_LABEL_CHANNEL : VAL_LABEL_TOPIC;
      val_set_string (&label->name, name);
      val_edit_put_record (edit, label);
      val_record_free (&label->record);
    }
}

static ValEdit *
make_edit (const Task *task)
{
  static const ValImport about = { .file_name = (char *) "bench.csv", .kind = (char *) "contacts" };
  ValEdit *edit = val_edit_new ("Bench", NULL);
  ValContactRows *bulk = val_contact_rows_new ();

  chance_state = 7;
  for (guint i = 0; i < task->rows; i++)
    {
      ValContact row = next_contact (task, i);
      char reference[16];

      row.reference = val_contact_rows_add_text (
          bulk, reference, (gsize) g_snprintf (reference, sizeof reference, "ID%07u", i));
      g_array_append_val (bulk->rows, row);
    }
  val_edit_take_contacts (edit, bulk);
  val_edit_set_import (edit, &about);
  return edit;
}

static void
die (GError *error)
{
  printf ("not ok 1 %s\n", error != NULL ? error->message : "failed");
  fflush (stdout);
  _exit (1);
}

static ValStore *
open_store (const Task *task)
{
  g_autofree char *path = path_of (task, ".db");
  ValStore *store = val_store_new (path);
  GError *error = NULL;
  gboolean fresh = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (!val_store_open (store, VAL_STORE_CREATE, &error))
    die (error);
  if (fresh)
    {
      g_autoptr (ValEdit) edit = val_edit_new ("Bench", NULL);

      g_autoptr (ValPerson) person = val_person_new ();

      /* With somebody in it the file is copied before each import. */
      val_set_string (&person->number, "1");
      val_edit_put_person (edit, person);
      add_labels (edit);
      val_edit_result_free (val_store_edit (store, edit, &error));
      if (error != NULL)
        die (error);
    }
  return store;
}

/* The first look over the file is no part of it; the copy before an import is. */
static void
settle (ValStore *store)
{
  g_autoptr (GError) error = NULL;

  val_store_check (store, &error);
}

static void
store_contacts (const Task *task, Figures *figures)
{
  g_autoptr (ValStore) store = open_store (task);
  g_autoptr (ValEdit) edit = make_edit (task);
  GError *error = NULL;
  double before, memory;
  gint64 start;

  settle (store);
  memory = status_mib ("VmRSS:");
  reset_peak ();
  before = cpu_now ();
  start = g_get_monotonic_time ();
  val_edit_result_free (val_store_edit (store, edit, &error));
  if (error != NULL)
    die (error);
  figures->cpu = cpu_now () - before;
  figures->wall = (double) (g_get_monotonic_time () - start) * 1e-6;
  figures->memory = status_mib ("VmHWM:") - memory;
  val_store_close (store);
}

static void
read_contacts (const Task *task, Figures *figures)
{
  g_autoptr (ValStore) store = open_store (task);
  g_autoptr (ValContacts) contacts = NULL;
  GError *error = NULL;
  double before, memory;
  gint64 start;

  settle (store);
  memory = status_mib ("VmRSS:");
  reset_peak ();
  before = cpu_now ();
  start = g_get_monotonic_time ();
  contacts = val_store_read_contacts (store, &error);
  if (contacts == NULL)
    die (error);
  figures->cpu = cpu_now () - before;
  figures->wall = (double) (g_get_monotonic_time () - start) * 1e-6;
  figures->memory = status_mib ("VmHWM:") - memory;
  if (val_contacts_n (contacts) != task->rows)
    die (NULL);
  val_store_close (store);
}

/* The least that reading all of them can be: one statement whose values are looked at. */
static void
read_plainly (const Task *task, Figures *figures)
{
  g_autofree char *path = path_of (task, ".db");
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  double before = cpu_now ();
  gint64 start = g_get_monotonic_time (), sum = 0;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (db,
                             "SELECT id, day, second, agent, channel, topic, answered, resolved, "
                             "wait, talk, satisfaction, difficult FROM contact NOT INDEXED",
                             -1, &stmt, NULL)
             != SQLITE_OK)
    die (NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < 12; i++)
      sum += sqlite3_column_int (stmt, i);
  figures->cpu = cpu_now () - before;
  figures->wall = (double) (g_get_monotonic_time () - start) * 1e-6;
  figures->memory = (double) (sum & 1);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

/* In a process of its own. */
static Figures
measure (const Task *task, void (*work) (const Task *, Figures *))
{
  Figures figures = { 0 };
  int pipes[2], status = 0;
  pid_t pid;

  fflush (stdout);
  if (pipe (pipes) != 0 || (pid = fork ()) < 0)
    exit (1);
  if (pid == 0)
    {
      work (task, &figures);
      _exit (write (pipes[1], &figures, sizeof figures) != sizeof figures);
    }
  close (pipes[1]);
  if (read (pipes[0], &figures, sizeof figures) != sizeof figures
      || waitpid (pid, &status, 0) != pid || status != 0)
    exit (1);
  close (pipes[0]);
  return figures;
}

static void
import_by_sqlite (const Task *task, gboolean index_first, Figures *figures)
{
  g_autofree char *csv = path_of (task, ".csv");
  g_autofree char *path = path_of (task, index_first ? ".a.db" : ".b.db");
  g_autofree char *command = g_strdup_printf (".import --csv --skip 1 %s call", csv);
  const char *index = "CREATE INDEX ix ON call (agent, date, satisfaction);";
  const char *table = "CREATE TABLE call (call_id TEXT, agent TEXT, date TEXT, time TEXT, "
                      "topic TEXT, answered TEXT, resolved TEXT, speed_of_answer INTEGER, "
                      "talk_time TEXT, satisfaction INTEGER);";
  const char *const argv[] = { "sqlite3", path, table, index_first ? index : command,
                               index_first ? command : index, NULL };
  gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  pid_t pid;
  int status;

  g_unlink (path);
  pid = fork ();
  if (pid == 0)
    {
      execvp ("sqlite3", (char **) argv);
      _exit (127);
    }
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    exit (1);
  figures->cpu = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
  figures->wall = (double) (g_get_monotonic_time () - start) * 1e-6;
}

/* 100 000 rows, sorted by the index, into the table that is there. */
static void
append_by_sqlite (const Task *task, const Task *more, Figures *figures)
{
  g_autofree char *csv = path_of (more, ".csv");
  g_autofree char *path = path_of (task, ".b.db");
  g_autofree char *command = g_strdup_printf (".import --csv --skip 1 %s more", csv);
  const char *const argv[]
      = { "sqlite3", path,
          "CREATE TABLE more AS SELECT * FROM call LIMIT 0;", command,
          "PRAGMA cache_size=-65536; INSERT INTO call SELECT * FROM more ORDER BY agent, date, "
          "satisfaction;",
          NULL };
  struct rusage usage;
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      execvp ("sqlite3", (char **) argv);
      _exit (127);
    }
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0)
    exit (1);
  figures->cpu = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                 + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static void
say (const char *row, const char *what, double *own, double *reference, guint n, double goal)
{
  double x = val_median (own, n), y = val_median (reference, n);

  g_autofree char *detail = g_strdup_printf ("%.2f s CPU, reference %.2f s", x, y);

  val_say_row (row, what, x / y, "", "<=", goal, detail);
}

static double
bench_storing (const Task *task, const Task *more, guint rounds)
{
  double own[MAX_ROUNDS], indexed[MAX_ROUNDS], after[MAX_ROUNDS], added[MAX_ROUNDS];
  double appended[MAX_ROUNDS], memory[MAX_ROUNDS];

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *path = path_of (task, ".db");
      Task again = *more;
      Figures figures;

      g_unlink (path);
      again.name = task->name;
      figures = measure (task, store_contacts);
      own[i] = figures.cpu;
      memory[i] = figures.memory;
      printf ("#    stored: %.2f s CPU, %.2f s in all, %.0f MiB\n", figures.cpu, figures.wall,
              figures.memory);
      import_by_sqlite (task, TRUE, &figures);
      indexed[i] = figures.cpu;
      import_by_sqlite (task, FALSE, &figures);
      after[i] = figures.cpu;
      figures = measure (&again, store_contacts);
      added[i] = figures.cpu;
      printf ("#    added: %.2f s CPU, %.2f s in all, %.0f MiB\n", figures.cpu, figures.wall,
              figures.memory);
      append_by_sqlite (task, more, &figures);
      appended[i] = figures.cpu;
    }
  say ("B1", "contacts stored, against .import with an index", own, indexed, rounds, 0.6);
  say ("B1", "contacts stored, against .import, then the index", own, after, rounds, 1.3);
  say ("B1", "a tenth added, against a sorted append", added, appended, rounds, 1.3);
  val_say_row ("B1", "contacts stored, memory beyond the rows", val_median (memory, rounds), "MiB", "<=",
               32, "peak");
  return val_median (own, rounds);
}

/* The file that the storing left, with a tenth more. */
static double
bench_reading (const Task *task, guint rounds)
{
  g_autofree char *what
      = g_strdup_printf ("%u contacts read, against a plain SELECT", task->rows);
  double own[MAX_ROUNDS], plain[MAX_ROUNDS], memory = 0, wall = 0;

  for (guint i = 0; i < rounds; i++)
    {
      Figures figures = measure (task, read_contacts);

      own[i] = figures.cpu;
      memory = figures.memory;
      wall = figures.wall;
      plain[i] = measure (task, read_plainly).cpu;
    }
  say ("B2", what, own, plain, rounds, 1.3);
  printf ("#    %u contacts: %.2f s in all, %.1f MiB, %.1f bytes each\n", task->rows, wall, memory,
          memory * 1048576 / task->rows);
  return val_median (own, rounds);
}

/* The same with ten times as many, in one import. */
static void
bench_growth (const Task *task, double stored_once, double read_once, guint rounds)
{
  g_autofree char *path = path_of (task, ".db");
  g_autofree char *stored = NULL, *read = NULL;
  double read_all;
  Task all = *task;
  Figures figures;

  g_unlink (path);
  all.rows *= LARGE;
  figures = measure (&all, store_contacts);
  printf ("#    %u contacts stored: %.2f s CPU, %.2f s in all, %.0f MiB\n", all.rows, figures.cpu,
          figures.wall, figures.memory);
  stored = g_strdup_printf ("%.2f s, 1 M %.2f s", figures.cpu, stored_once);
  val_say_row ("B11", "contacts stored, 10 M against 1 M", figures.cpu / stored_once, "", "<=", VAL_TEN_TIMES, stored);
  read_all = bench_reading (&all, MIN (rounds, 3));
  read = g_strdup_printf ("%.2f s, 1 M %.2f s", read_all, read_once);
  val_say_row ("B11", "contacts read, 10 M against 1 M", read_all / read_once, "", "<=", VAL_TEN_TIMES, read);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("valmius-bench-XXXXXX", NULL);
  g_autofree char *sqlite3 = g_find_program_in_path ("sqlite3");
  guint rows = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  guint rounds = argc > 2 ? MIN ((guint) atoi (argv[2]), MAX_ROUNDS) : 3;
  double stored, read_back;
  Task task = { folder, rows, 0, "all" }, more = { folder, rows / 10, DAYS, "more" }, both;

  val_i18n_init (NULL);
  printf ("1..1\n");
  if (sqlite3 == NULL)
    {
      printf ("ok 1 # SKIP sqlite3 is not installed\n");
      return 0;
    }
  write_csv (&task);
  write_csv (&more);
  stored = bench_storing (&task, &more, rounds);
  both = task;
  both.rows += more.rows;
  read_back = bench_reading (&both, rounds);
  bench_growth (&task, stored, read_back * rows / both.rows, rounds);
  remove_folder (folder);
  printf ("ok 1 bench\n");
  return 0;
}
