/* bench-xlsx.c: B10: a sheet of 100,000 rows and ten columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference inflates the same sheet and has expat go through it with handlers that count. The
 * sheet is there twice: with its texts in the cells, as we write them, and with shared ones, as the
 * spreadsheet programs do.
 */
#include <expat.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include "val-import-plan.h"
#include "val-times.h"
#include "val-xlsx-writer.h"
#include "val-xlsx.h"

#define ROWS 100000
#define ROUNDS 7
#define GOAL 1.0
#define MEMORY_GOAL 48.0
#define FIRST_DAY 18628 /* 2021-01-01 */
#define EPOCH 25569

static const char *const columns[] = { "Call Id", "Agent", "Date", "Time", "Topic",
                                       "Answered", "Resolved", "Wait", "Talk", "Rating" };
static const char *const topics[] = { "Contract", "Technical support", "Payment", "Streaming" };

typedef struct
{
  char id[16], agent[16];
  const char *topic, *answered, *resolved;
  int day, minute, wait, talk, rating;
} Call;

static void
make_call (GRand *rand, int row, Call *call)
{
  g_snprintf (call->id, sizeof call->id, "ID%06d", row);
  g_snprintf (call->agent, sizeof call->agent, "Agent %03d", g_rand_int_range (rand, 0, 200));
  call->topic = topics[g_rand_int_range (rand, 0, G_N_ELEMENTS (topics))];
  call->answered = g_rand_int_range (rand, 0, 5) > 0 ? "Y" : "N";
  call->resolved = g_rand_int_range (rand, 0, 4) > 0 ? "Y" : "N";
  call->day = FIRST_DAY + row / 300;
  call->minute = g_rand_int_range (rand, 540, 1080);
  call->wait = g_rand_int_range (rand, 0, 120);
  call->talk = g_rand_int_range (rand, 10, 600);
  call->rating = g_rand_int_range (rand, 1, 6);
}

static void
write_inline (const char *path)
{
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  Call call;

  val_xlsx_writer_add_sheet (writer, "calls", columns, G_N_ELEMENTS (columns));
  for (int row = 1; row <= ROWS; row++)
    {
      make_call (rand, row, &call);
      val_xlsx_writer_text (writer, call.id);
      val_xlsx_writer_text (writer, call.agent);
      val_xlsx_writer_day (writer, call.day);
      val_xlsx_writer_minute (writer, call.minute);
      val_xlsx_writer_text (writer, call.topic);
      val_xlsx_writer_text (writer, call.answered);
      val_xlsx_writer_text (writer, call.resolved);
      val_xlsx_writer_number (writer, call.wait);
      val_xlsx_writer_duration (writer, call.talk);
      val_xlsx_writer_number (writer, call.rating);
      val_xlsx_writer_end_row (writer);
    }
  g_assert_true (val_xlsx_writer_close (writer, NULL));
}

static void
write_shared (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "calls");
  lxw_format *day = workbook_add_format (book), *hours = workbook_add_format (book);
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  Call call;

  format_set_num_format_index (day, 14);
  format_set_num_format_index (hours, 21);
  for (lxw_col_t c = 0; c < G_N_ELEMENTS (columns); c++)
    worksheet_write_string (sheet, 0, c, columns[c], NULL);
  for (lxw_row_t row = 1; row <= ROWS; row++)
    {
      make_call (rand, (int) row, &call);
      worksheet_write_string (sheet, row, 0, call.id, NULL);
      worksheet_write_string (sheet, row, 1, call.agent, NULL);
      worksheet_write_number (sheet, row, 2, call.day + EPOCH, day);
      worksheet_write_number (sheet, row, 3, call.minute / 1440.0, hours);
      worksheet_write_string (sheet, row, 4, call.topic, NULL);
      worksheet_write_string (sheet, row, 5, call.answered, NULL);
      worksheet_write_string (sheet, row, 6, call.resolved, NULL);
      worksheet_write_number (sheet, row, 7, call.wait, NULL);
      worksheet_write_number (sheet, row, 8, call.talk / 86400.0, hours);
      worksheet_write_number (sheet, row, 9, call.rating, NULL);
    }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

static GBytes *
map_file (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_bytes (file);
}

/* ---- The reference ------------------------------------------------------------------------- */

static guint32
little (const guint8 *p, int n)
{
  return n == 0 ? 0 : p[0] | little (p + 1, n - 1) << 8;
}

/* The compressed bytes of @name, through the directory at the end of the archive. */
static const guint8 *
find_entry (GBytes *bytes, const char *name, guint32 *ret_length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size), *end = data + size - 22;
  const guint8 *entry;

  while (end > data && memcmp (end, "PK\5\6", 4) != 0)
    end--;
  entry = data + little (end + 16, 4);
  for (guint32 n = little (end + 10, 2); n > 0; n--)
    {
      guint32 length = little (entry + 28, 2);

      if (length == strlen (name) && memcmp (entry + 46, name, length) == 0)
        {
          const guint8 *local = data + little (entry + 42, 4);

          *ret_length = little (entry + 20, 4);
          return local + 30 + little (local + 26, 2) + little (local + 28, 2);
        }
      entry += 46 + length + little (entry + 30, 2) + little (entry + 32, 2);
    }
  g_assert_not_reached ();
}

static void XMLCALL
count_start (void *data, const char *name, const char **attributes)
{
  ((guint64 *) data)[0] += strcmp (name, "c") == 0;
}

static void XMLCALL
count_text (void *data, const char *text, int length)
{
  ((guint64 *) data)[1] += (guint64) length;
}

static double
run_reference (GBytes *bytes)
{
  static guint8 out[65536];
  double begin = val_cpu_ms ();
  guint64 counts[2] = { 0, 0 };
  guint32 length;
  const guint8 *entry = find_entry (bytes, "xl/worksheets/sheet1.xml", &length);
  z_stream stream = { .next_in = (Bytef *) entry, .avail_in = length };
  XML_Parser parser = XML_ParserCreate (NULL);
  int code;

  XML_SetUserData (parser, counts);
  XML_SetElementHandler (parser, count_start, NULL);
  XML_SetCharacterDataHandler (parser, count_text);
  g_assert_cmpint (inflateInit2 (&stream, -15), ==, Z_OK);
  do
    {
      stream.next_out = out;
      stream.avail_out = sizeof out;
      code = inflate (&stream, 0);
      g_assert_true (XML_Parse (parser, (const char *) out,
                                (int) (sizeof out - stream.avail_out), code == Z_STREAM_END)
                     == XML_STATUS_OK);
    }
  while (code == Z_OK);
  inflateEnd (&stream);
  XML_ParserFree (parser);
  g_assert_cmpuint (counts[0], ==, (ROWS + 1) * G_N_ELEMENTS (columns));
  return val_cpu_ms () - begin;
}

/* ---- Ours ------------------------------------------------------------------------------------ */

static double
run_ours (GBytes *bytes)
{
  double begin = val_cpu_ms (), took;
  g_autoptr (ValXlsx) book = val_xlsx_open (bytes, NULL);
  g_autoptr (GBytes) csv = val_xlsx_to_csv (book, 0, NULL, NULL);

  took = val_cpu_ms () - begin;
  g_assert_cmpuint (g_bytes_get_size (csv), >, ROWS * 40);
  return took;
}

static double
status_mib (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, key);
  return line != NULL ? (double) atol (line + strlen (key)) / 1024 : 0;
}

/* In a process of its own: the highest it came to, above what it began with. */
static int
say_memory (const char *path, gboolean plan)
{
  GBytes *bytes = map_file (path);
  double before = status_mib ("VmRSS:");

  if (plan)
    g_assert_nonnull (val_import_plan_new (bytes, "calls.xlsx", VAL_IMPORT_PEOPLE, NULL, 20000, NULL));
  else
    run_ours (bytes);
  printf ("%.1f\n", status_mib ("VmHWM:") - before);
  return 0;
}

static double
ask_memory (const char *program, const char *what, const char *path)
{
  const char *const argv[] = { program, what, path, NULL };
  g_autofree char *out = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
                               NULL, NULL));
  return g_ascii_strtod (out, NULL);
}

/* Gnumeric's converter, where it is: from the workbook to CSV as we do, its start included. */
static void
compare_gnumeric (const char *path, double ours)
{
  g_autofree char *program = g_find_program_in_path ("ssconvert");
  g_autofree char *csv = g_strconcat (path, ".csv", NULL);
  const char *const argv[] = { program, path, csv, NULL };
  struct rusage usage;
  double theirs;

  if (program == NULL)
    {
      printf ("# B10 against Gnumeric: not measured, ssconvert is not installed\n");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               NULL, NULL, NULL, NULL));
  g_unlink (csv);
  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  theirs = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
           + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
  {
    g_autofree char *detail = g_strdup_printf ("%.1f ms CPU, Gnumeric %.1f ms", ours, theirs);

    val_say_row ("B10", "a workbook read, against Gnumeric", theirs / ours, "x faster", ">=", 4, detail);
  }
}

static void
bench (const char *program, const char *path, const char *what, int number)
{
  g_autoptr (GBytes) bytes = map_file (path);
  g_autofree char *detail = NULL, *in_memory = NULL, *memory_detail = NULL;
  double ours[ROUNDS], references[ROUNDS], ratio, memory, plan;

  for (int i = 0; i < ROUNDS; i++)
    {
      references[i] = run_reference (bytes);
      ours[i] = run_ours (bytes);
    }
  qsort (ours, ROUNDS, sizeof *ours, val_compare_times);
  qsort (references, ROUNDS, sizeof *references, val_compare_times);
  ratio = ours[ROUNDS / 2] / references[ROUNDS / 2];
  if (number == 1)
    compare_gnumeric (path, ours[ROUNDS / 2]);
  memory = ask_memory (program, "memory", path);
  plan = ask_memory (program, "plan", path);
  detail = g_strdup_printf ("%.1f ms CPU, inflate + expat %.1f ms", ours[ROUNDS / 2],
                            references[ROUNDS / 2]);
  val_say_row ("B10", what, ratio, "", "<=", GOAL, detail);
  in_memory = g_strconcat (what, ", memory", NULL);
  memory_detail = g_strdup_printf ("%.1f as a table, %.1f recognised", memory, plan);
  val_say_row ("B10", in_memory, MAX (memory, plan), "MiB", "<=", MEMORY_GOAL, memory_detail);
  printf ("ok %d %s\n", number, what);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *inline_path = NULL;
  g_autofree char *shared_path = NULL;

  if (argc == 3)
    return say_memory (argv[2], strcmp (argv[1], "plan") == 0);
  folder = g_dir_make_tmp ("valmius-bench-XXXXXX", NULL);
  inline_path = g_build_filename (folder, "inline.xlsx", NULL);
  shared_path = g_build_filename (folder, "shared.xlsx", NULL);
  printf ("1..2\n");
  write_inline (inline_path);
  bench (argv[0], inline_path, "XLSX 100 k x 10, texts in cells", 1);
  write_shared (shared_path);
  bench (argv[0], shared_path, "XLSX 100 k x 10, shared texts", 2);
  g_unlink (inline_path);
  g_unlink (shared_path);
  g_rmdir (folder);
  return 0;
}
