/* test-xlsx-writer.c: what is written is read again, cell by cell
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "val-import-plan.h"
#include "val-xlsx-writer-private.h"
#include "val-xlsx.h"

static char *folder;

static char *
place (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static ValXlsx *
open_book (const char *path)
{
  char *content;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  ValXlsx *book;

  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  bytes = g_bytes_new_take (content, length);
  book = val_xlsx_open (bytes, &error);
  g_assert_no_error (error);
  return book;
}

static gboolean
collect_row (guint row, const char *const *cells, guint n_cells, gpointer data)
{
  GPtrArray *rows = data;
  g_auto (GStrv) copy = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    copy[i] = g_strdup (cells[i]);
  while (rows->len + 1 < row)
    g_ptr_array_add (rows, g_new0 (char *, 1));
  g_ptr_array_add (rows, g_steal_pointer (&copy));
  return TRUE;
}

/* Rows as vectors of text; those that hold nothing are empty. */
static GPtrArray *
read_rows (ValXlsx *book, guint sheet)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GError *error = NULL;

  g_assert_true (val_xlsx_read (book, sheet, collect_row, rows, NULL, &error));
  g_assert_no_error (error);
  return rows;
}

static const char *
cell (GPtrArray *rows, guint row, guint column)
{
  char **cells = row < rows->len ? g_ptr_array_index (rows, row) : NULL;

  return cells != NULL && column < g_strv_length (cells) ? cells[column] : "";
}

static const char *const one_column[] = { "value" };

static const struct
{
  const char *written;
  const char *read; /* NULL: the same */
} texts[] = {
  { "Zażółć gęślą jaźń", NULL },
  { "Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία", NULL },
  { "Äijän šakki 😀 𝒳", NULL },
  { "=1+1", NULL },
  { "=HYPERLINK(\"http://example.org\",\"x\")", NULL },
  { "@SUM(A1)", NULL },
  { "+48 22 000", NULL },
  { "-5", NULL },
  { "007", NULL },
  { "1e5", NULL },
  { "2026-03-05", NULL },
  { "http://example.org/?a=1&b=<2>", NULL },
  { "\"quoted\" & 'so' <b>", NULL },
  { "  blanks around  ", NULL },
  { " ", NULL },
  { "two\nlines\n", NULL },
  { "old\r\nlines\tand tabs", NULL },
  { "bell \a and escape \x1b", NULL },
  { "_x0041_ as it stands", NULL },
  { "_x005F_x0041_", NULL },
  { "_x000D", NULL },
  { "nobody's \xef\xbf\xbf character", NULL },
  { "TRUE", NULL },
  { "#N/A", NULL },
  { "bro\xff" "ken", "bro\xef\xbf\xbd" "ken" },
};

static void
test_texts (void)
{
  g_autofree char *path = place ("texts.xlsx");
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  g_autoptr (ValXlsx) book = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;

  val_xlsx_writer_add_sheet (writer, "Żółw", one_column, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      val_xlsx_writer_text (writer, texts[i].written);
      val_xlsx_writer_end_row (writer);
    }
  g_assert_true (val_xlsx_writer_close (writer, &error));
  g_assert_no_error (error);
  book = open_book (path);
  g_assert_cmpstr (val_xlsx_sheet_name (book, 0), ==, "Żółw");
  rows = read_rows (book, 0);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (texts) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (cell (rows, i + 1, 0), ==,
                     texts[i].read != NULL ? texts[i].read : texts[i].written);
}

typedef enum
{
  NUMBER,
  DAY,
  MINUTE,
  DURATION,
  PERCENT,
  MOMENT,
} Kind;

static const struct
{
  Kind kind;
  double value;
  const char *read;
} numbers[] = {
  { NUMBER, 0, "0" },
  { NUMBER, 7.1, "7.1" },
  { NUMBER, -0.001, "-0.001" },
  { NUMBER, 123456789012.345, "123456789012.345" },
  { NUMBER, 1e300, "1E+300" },
  { NUMBER, NAN, "" },
  { NUMBER, INFINITY, "" },
  { DAY, 18628, "2021-01-01" },
  { DAY, 0, "1970-01-01" },
  { DAY, -25508, "1900-03-01" },
  { DAY, -25509, "1900-02-28" },
  { DAY, 65535, "2149-06-06" },
  { DAY, 2932896, "9999-12-31" },
  { DAY, VAL_DAY_NONE, "" },
  { MINUTE, 0, "0:00:00" },
  { MINUTE, 545, "9:05:00" },
  { MINUTE, 1439, "23:59:00" },
  { DURATION, 143, "0:02:23" },
  { DURATION, 129600, "36:00:00" },
  { DURATION, NAN, "" },
  { PERCENT, 0.125, "12.5%" },
  { PERCENT, 1, "100%" },
  { MOMENT, 1609492378, "2021-01-01 09:12:58" },
  { MOMENT, 0, "1970-01-01 00:00:00" },
  { MOMENT, -1e12, "" },
};

static void
write_number (ValXlsxWriter *writer, Kind kind, double value)
{
  if (kind == NUMBER)
    val_xlsx_writer_number (writer, value);
  else if (kind == DAY)
    val_xlsx_writer_day (writer, (ValDay) value);
  else if (kind == MINUTE)
    val_xlsx_writer_minute (writer, (int) value);
  else if (kind == DURATION)
    val_xlsx_writer_duration (writer, value);
  else if (kind == PERCENT)
    val_xlsx_writer_percent (writer, value);
  else
    val_xlsx_writer_moment (writer, (gint64) value);
}

static void
check_numbers (const char *path)
{
  static const char *const columns[] = { "before", "value", "behind" };
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  g_autoptr (ValXlsx) book = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GError *error = NULL;

  val_xlsx_writer_add_sheet (writer, "Numbers", columns, 3);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      val_xlsx_writer_text (writer, "a");
      write_number (writer, numbers[i].kind, numbers[i].value);
      val_xlsx_writer_text (writer, "b");
      val_xlsx_writer_end_row (writer);
    }
  g_assert_true (val_xlsx_writer_close (writer, &error));
  g_assert_no_error (error);
  book = open_book (path);
  rows = read_rows (book, 0);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpstr (cell (rows, i + 1, 1), ==, numbers[i].read);
      g_assert_cmpstr (cell (rows, i + 1, 2), ==, "b");
    }
}

static void
test_numbers (void)
{
  g_autofree char *path = place ("numbers.xlsx");

  check_numbers (path);
}

/* The window speaks the user's language, whose decimal comma must not get into the file. */
static void
test_decimal_comma (void)
{
  g_autofree char *path = place ("comma.xlsx");
  g_autofree char *old = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_ALL, "pl_PL.UTF-8") == NULL)
    {
      g_test_skip ("the Polish locale is not installed");
      return;
    }
  check_numbers (path);
  setlocale (LC_ALL, old);
}

static const struct
{
  const char *wanted;
  const char *name;
} names[] = {
  { "notes", "notes" },
  { "Notes", "Notes (2)" },
  { "a/b\\c?d*e[f]g:h", "a b c d e f g h" },
  { "'quoted'", "quoted" },
  { "", "1" },
  { "'", "1 (2)" },
  { "History", "History_" },
  { "0123456789012345678901234567890", "0123456789012345678901234567890" },
  { "01234567890123456789012345678901", "012345678901234567890123456 (2)" },
  { "Αναγνωρίσεις και ευχαριστίες του έτους", "Αναγνωρίσεις και ευχαριστίες το" },
  { "012345678901234567890123456789😀", "012345678901234567890123456789" },
};

static void
test_names (void)
{
  g_autofree char *path = place ("names.xlsx");
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  g_autoptr (ValXlsx) book = NULL;
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    val_xlsx_writer_add_sheet (writer, names[i].wanted, one_column, 1);
  g_assert_true (val_xlsx_writer_close (writer, &error));
  g_assert_no_error (error);
  book = open_book (path);
  g_assert_cmpuint (val_xlsx_n_sheets (book), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) rows = read_rows (book, i);

      g_assert_cmpstr (val_xlsx_sheet_name (book, i), ==, names[i].name);
      /* An empty table has its header. */
      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpstr (cell (rows, 0, 0), ==, "value");
    }
}

/* Too many rows go on on another sheet; rows that hold nothing count too. */
static void
test_continued (void)
{
  g_autofree char *path = place ("continued.xlsx");
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  g_autoptr (ValXlsx) book = NULL;
  GError *error = NULL;

  val_xlsx_writer_set_max_rows (writer, 4);
  val_xlsx_writer_add_sheet (writer, "rows", one_column, 1);
  for (int i = 0; i < 9; i++)
    {
      if (i == 4)
        val_xlsx_writer_text (writer, NULL);
      else
        val_xlsx_writer_number (writer, i);
      val_xlsx_writer_end_row (writer);
    }
  val_xlsx_writer_add_sheet (writer, "next", one_column, 1);
  g_assert_true (val_xlsx_writer_close (writer, &error));
  g_assert_no_error (error);
  book = open_book (path);
  g_assert_cmpuint (val_xlsx_n_sheets (book), ==, 4);
  g_assert_cmpstr (val_xlsx_sheet_name (book, 0), ==, "rows");
  g_assert_cmpstr (val_xlsx_sheet_name (book, 1), ==, "rows (2)");
  g_assert_cmpstr (val_xlsx_sheet_name (book, 2), ==, "rows (3)");
  g_assert_cmpstr (val_xlsx_sheet_name (book, 3), ==, "next");
  for (int sheet = 0; sheet < 3; sheet++)
    {
      g_autoptr (GPtrArray) rows = read_rows (book, (guint) sheet);

      g_assert_cmpuint (rows->len, ==, 4);
      g_assert_cmpstr (cell (rows, 0, 0), ==, "value");
      for (int row = 0; row < 3; row++)
        {
          g_autofree char *number = g_strdup_printf ("%d", sheet * 3 + row);

          g_assert_cmpstr (cell (rows, (guint) row + 1, 0), ==, sheet * 3 + row == 4 ? "" : number);
        }
    }
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Whatever goes wrong, the file that was there is there, and nothing else. */
static void
test_refused (void)
{
  g_autofree char *path = place ("kept.xlsx");
  g_autofree char *nowhere = place ("no-such-folder/a.xlsx");
  g_autofree char *longest = g_strnfill (32767, 'a');
  g_autofree char *longer = g_strnfill (32768, 'a');
  g_autofree char *kept = NULL;
  const char *const tried[] = { longest, longer };
  GError *error = NULL;
  guint before;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  before = count_files ();
  g_assert_null (val_xlsx_writer_new (nowhere, &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED);
  g_clear_error (&error);
  for (int i = 1; i >= 0; i--)
    {
      g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
      gboolean done;

      val_xlsx_writer_add_sheet (writer, "long", one_column, 1);
      val_xlsx_writer_text (writer, tried[i]);
      val_xlsx_writer_end_row (writer);
      done = val_xlsx_writer_close (writer, &error);
      g_assert_cmpint (done, ==, i == 0);
      if (i == 1)
        {
          g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_TOO_LARGE);
          g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
          g_assert_cmpstr (kept, ==, "old");
        }
      g_clear_error (&error);
    }
  g_assert_cmpuint (count_files (), ==, before);
}

/* For the owner alone, and nothing left when it is given up. */
static void
test_owner (void)
{
  g_autofree char *path = place ("owner.xlsx");
  g_autofree char *given_up = place ("given-up.xlsx");
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, NULL);
  ValXlsxWriter *other = val_xlsx_writer_new (given_up, NULL);
  struct stat status;
  guint before;

  val_xlsx_writer_add_sheet (other, "a", one_column, 1);
  val_xlsx_writer_text (other, "secret");
  val_xlsx_writer_free (other);
  before = count_files ();
  val_xlsx_writer_add_sheet (writer, "a", one_column, 1);
  g_assert_true (val_xlsx_writer_close (writer, NULL));
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  /* The temporary one has become it. */
  g_assert_cmpuint (count_files (), ==, before);
  g_assert_false (g_file_test (given_up, G_FILE_TEST_EXISTS));
}

/* A disk that takes no more than some kilobytes. */
static void
test_full_disk (void)
{
  g_autofree char *path = place ("full.xlsx");
  g_autofree char *kept = NULL;
  const rlim_t limits[] = { 100, 5000, 20000, 60000, 300000 };
  struct rlimit old;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  for (guint n = 0; n < G_N_ELEMENTS (limits); n++)
    {
      struct rlimit limit = { limits[n], old.rlim_max };
      ValXlsxWriter *writer = val_xlsx_writer_new (path, NULL);
      g_autoptr (GRand) rand = g_rand_new_with_seed (n);
      GError *error = NULL;
      gboolean done;

      g_clear_pointer (&kept, g_free);
      val_xlsx_writer_add_sheet (writer, "a", one_column, 1);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      for (int i = 0; i < 20000; i++)
        {
          val_xlsx_writer_number (writer, g_rand_double (rand));
          val_xlsx_writer_end_row (writer);
        }
      done = val_xlsx_writer_close (writer, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      g_assert_false (done);
      g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED);
      g_error_free (error);
      val_xlsx_writer_free (writer);
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "old");
    }
}

int
main (int argc, char *argv[])
{
  int code;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("valmius-xlsx-XXXXXX", NULL);
  g_test_add_func ("/xlsx-writer/texts", test_texts);
  g_test_add_func ("/xlsx-writer/numbers", test_numbers);
  g_test_add_func ("/xlsx-writer/decimal-comma", test_decimal_comma);
  g_test_add_func ("/xlsx-writer/names", test_names);
  g_test_add_func ("/xlsx-writer/continued", test_continued);
  g_test_add_func ("/xlsx-writer/refused", test_refused);
  g_test_add_func ("/xlsx-writer/owner", test_owner);
  g_test_add_func ("/xlsx-writer/full-disk", test_full_disk);
  code = g_test_run ();
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = place (name);

        g_unlink (path);
      }
  }
  g_rmdir (folder);
  return code;
}
