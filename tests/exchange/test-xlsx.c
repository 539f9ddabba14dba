/* test-xlsx.c: workbooks, ours and those of other people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-import-plan.h"
#include "val-xlsx-private.h"
#include "xlsx-fixture.h"

typedef struct
{
  const char *name;
  const char *book;
  const char *rows;
  const char *csv;
} Case;

#define B1904                                                                                     \
  HEAD "<workbook xmlns:r=\"x\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" "           \
       "r:id=\"s1\"/></sheets></workbook>"

static const Case cases[] = {
  { "shared", BOOK, SHEET ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v>"
                           "</c></row>"),
    "Agent,Zosia\n" },
  { "escaped", BOOK, SHEET ("<row><c t=\"s\"><v>2</v></c></row>"), "a b\n" },
  { "no-such-string", BOOK, SHEET ("<row><c t=\"s\"><v>99</v></c><c><v>1</v></c></row>"), ",1\n" },
  { "gaps", BOOK,
    SHEET ("<row r=\"2\"><c r=\"C2\"><v>7</v></c></row><row r=\"4\"><c r=\"A4\"><v>1</v></c></row>"),
    "\n,,7\n\n1\n" },
  { "inline", BOOK,
    SHEET ("<row><c t=\"inlineStr\"><is><t>a,\"b\"</t></is></c><c t=\"str\"><f>1+1</f><v>x</v></c>"
           "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"),
    "\"a,\"\"b\"\"\",x,TRUE\n" },
  { "date", BOOK, SHEET ("<row><c s=\"1\"><v>44197</v></c></row>"), "2021-01-01\n" },
  { "before-the-day-that-never-was", BOOK, SHEET ("<row><c s=\"1\"><v>59</v></c></row>"),
    "1900-02-28\n" },
  { "the-day-that-never-was", BOOK, SHEET ("<row><c s=\"1\"><v>60</v></c></row>"), "60\n" },
  { "after-it", BOOK, SHEET ("<row><c s=\"1\"><v>61</v></c></row>"), "1900-03-01\n" },
  { "date-1904", B1904, SHEET ("<row><c s=\"1\"><v>42735</v></c></row>"), "2021-01-01\n" },
  { "duration", BOOK, SHEET ("<row><c s=\"2\"><v>1.5</v></c></row>"), "36:00:00\n" },
  { "time", BOOK, SHEET ("<row><c s=\"2\"><v>0.00165509259259259</v></c></row>"), "0:02:23\n" },
  { "both", BOOK, SHEET ("<row><c s=\"3\"><v>44197.38400463</v></c></row>"),
    "2021-01-01 09:12:58\n" },
  { "number", BOOK,
    SHEET ("<row><c s=\"4\"><v>5.0999999999999996</v></c><c><v>-20</v></c><c><v>1E-3</v></c></row>"),
    "5.1,-20,1E-3\n" },
  { "percent", BOOK,
    SHEET ("<row><c s=\"5\"><v>0.8</v></c><c s=\"5\"><v>0.56999999999999995</v></c><c "
           "s=\"5\"><v>1</v></c><c s=\"5\"><v>-1e-3</v></c><c s=\"5\"><v>x</v></c></row>"),
    "80%,57%,100%,-0.1%,x\n" },
  { "bad-style", BOOK, SHEET ("<row><c s=\"99\"><v>3</v></c></row>"), "3\n" },
  { "line-break", BOOK, SHEET ("<row><c t=\"inlineStr\"><is><t>a\nb</t></is></c></row>"), "a b\n" },
  { "prefix", BOOK,
    HEAD "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>4</x:v></x:c></x:row>"
         "</x:sheetData></x:worksheet>",
    "4\n" },
  { "empty", BOOK, SHEET (""), "\n" },
  { "no-cells", BOOK, HEAD "<worksheet/>", "\n" },
  { "references", BOOK,
    SHEET ("<row><c t=\"str\"><v>&lt;a&gt; &amp; &quot;b&apos;&#380;&#x1F600;&amp;lt;</v></c></row>"),
    "\"<a> & \"\"b'ż😀&lt;\"\n" },
  { "line-ends", BOOK,
    SHEET ("\r\n <row>\r\n<c t=\"str\">\r<v>a\r\nb\rc</v>\r\n</c>\r\n</row>\r\n"), "a b c\n" },
  { "brackets", BOOK, SHEET ("<row><c t=\"str\"><v>a]]b]>c</v></c></row>"), "a]]b]>c\n" },
  { "single-quotes", BOOK, SHEET ("<row><c\tt = 'str'\n><v >a</v\n></c></row>"), "a\n" },
  { "mark", BOOK, "\xef\xbb\xbf" SHEET ("<row><c><v>1</v></c></row>"), "1\n" },
  { "declared", BOOK,
    "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<worksheet><sheetData><row><c><v>1</v>"
    "</c></row></sheetData></worksheet>",
    "1\n" },
  { "other-encoding", BOOK,
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData><row><c t=\"str\"><v>\xe4</v>"
    "</c></row></sheetData></worksheet>",
    "ä\n" },
  /* From here on expat goes on, with rows that have been handed over already. */
  { "comment", BOOK,
    SHEET ("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><!-- x --><row><c><v>3<!-- 4 -->5</v>"
           "</c></row>"),
    "1\n2\n35\n" },
  { "data", BOOK,
    SHEET ("<row><c><v>1</v></c></row><row r=\"3\"><c t=\"str\"><v><![CDATA[<x>&]]></v></c></row>"),
    "1\n\n<x>&\n" },
  { "instruction", BOOK, SHEET ("<row><c><v>1</v></c></row><?a b?><row><c><v>2</v></c></row>"),
    "1\n2\n" },
  { "other-names", BOOK, SHEET ("<row><c><v>1</v></c></row><ż a=\"&lt;\" b=\">\"/><row/>"), "1\n" },
  { "more-than-right", BOOK, SHEET ("<row><c r=\"XFE1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"),
    "2\n" },
  { "too-far-down", BOOK,
    SHEET ("<row r=\"2\"><c><v>1</v></c></row><row r=\"1000000000\"><c><v>2</v></c></row><row "
           "r=\"-5\"><c><v>3</v></c></row>"),
    "\n1\n2\n3\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  GError *error = NULL;

  for (int thorough = 0; thorough <= 1; thorough++)
    {
      g_autofree char *csv = NULL;

      val_xlsx_set_thorough (thorough);
      csv = csv_of (make_simple (c->book, STYLES, STRINGS, c->rows), &error);
      val_xlsx_set_thorough (FALSE);
      g_assert_no_error (error);
      g_assert_cmpstr (csv, ==, c->csv);
    }
}

#define LOL "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"

/* Each is refused with a sentence; none of them hangs, grows or crashes. */
static void
test_refused (void)
{
  const Part foreign[] = { { "hello.txt", "hello" }, { NULL, NULL } };
  GBytes *whole = make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c><v>1</v></c></row>"));
  GBytes *wrong[] = {
    make_simple (BOOK, STYLES, STRINGS, HEAD LOL "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v>"
                                                 "</c></row></sheetData></worksheet>"),
    make_simple (HEAD LOL "<workbook/>", STYLES, STRINGS, SHEET ("")),
    make_simple (BOOK, STYLES, HEAD LOL "<sst/>", SHEET ("")),
    make_simple (BOOK, STYLES, STRINGS, HEAD "<worksheet><sheetData><row><c>"),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c><v>1</c></v></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"n\" t=\"n\"><v>1</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"str\"><v>a]]>b</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"str\"><v>\xff</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"str\"><v>\xef\xbf\xbf</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"str\"><v>\x1</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"str\"><v>&#1;&nothing;</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"a<b\"><v>1</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, SHEET ("<row><c t=\"a\"r=\"A1\"><v>1</v></c></row>")),
    make_simple (BOOK, STYLES, STRINGS, HEAD "<worksheet/><worksheet/>"),
    make_simple (BOOK, STYLES, STRINGS, HEAD "<worksheet/>text"),
    make_simple (BOOK, STYLES, STRINGS, HEAD),
    make_simple (BOOK, STYLES, HEAD "<sst><si><t>a</si></sst>", SHEET ("")),
    make_simple (BOOK, STYLES,
                 HEAD "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t>"
                      "</si></sst>",
                 SHEET ("<row><c t=\"s\"><v>0</v></c></row>")),
    make_simple (BOOK, "no xml", STRINGS, SHEET ("")),
    make_simple (HEAD "<workbook><sheets/></workbook>", STYLES, STRINGS, SHEET ("")),
    make_book (foreign),
    g_bytes_new_static ("PK\3\4 and nothing", 16),
    g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GError *error = NULL;
      g_autofree char *csv = csv_of (wrong[i], &error);

      g_assert_null (csv);
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, VAL_EXCHANGE_ERROR);
      g_error_free (error);
    }
  g_bytes_unref (whole);
}

/* A part of @n times @piece between @begin and @end. */
static char *
repeat (const char *begin, const char *piece, gsize n, const char *end)
{
  GString *text = g_string_new (begin);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

#define SHEET_BEGIN HEAD "<worksheet><sheetData>"
#define SHEET_END "</sheetData></worksheet>"

/* Small files that become large: by growth when inflated, by a long shared text that is used often,
 * by one cell far to the right of each row. */
static void
test_grown (void)
{
  g_autofree char *blanks = repeat (SHEET_BEGIN, "<row></row>                                                            ", 2 << 20, SHEET_END);
  g_autofree char *cell = repeat (SHEET_BEGIN "<row><c t=\"str\"><v>", "0123456789abcdef", 1 << 17,
                                  "</v></c></row>" SHEET_END);
  g_autofree char *text = repeat (HEAD "<sst><si><t>", "0123456789abcdef", 1 << 11,
                                  "</t></si></sst>");
  g_autofree char *used = repeat (SHEET_BEGIN "<row>", "<c t=\"s\"><v>0</v></c>", 2100,
                                  "</row>" SHEET_END);
  g_autofree char *rows = repeat (SHEET_BEGIN, "<row><c t=\"s\"><v>0</v></c></row>", 17000,
                                  SHEET_END);
  g_autofree char *right = repeat (SHEET_BEGIN, "<row><c r=\"XFD1\"><v>0</v></c></row>", 33000,
                                   SHEET_END);
  g_autofree char *shared = repeat (HEAD "<sst><si><t>", "0123456789abcdef", 1 << 17,
                                    "</t></si></sst>");
  const char *const wrong[][2] = { { STRINGS, blanks }, { STRINGS, cell }, { text, used },
                                   { text, rows },      { STRINGS, right }, { shared, used } };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GError *error = NULL;
      g_autofree char *csv = csv_of (make_simple (BOOK, STYLES, wrong[i][0], wrong[i][1]), &error);

      g_assert_null (csv);
      g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_TOO_LARGE);
      g_error_free (error);
    }
}

static const struct
{
  const char *code;
  int format;
} formats[] = {
  { "General", VAL_XLSX_NUMBER },
  { "0.00", VAL_XLSX_NUMBER },
  { "#,##0.00\\ \"days\"", VAL_XLSX_NUMBER },
  { "[Red]0;[Blue]-0", VAL_XLSX_NUMBER },
  { "d.m.yyyy", VAL_XLSX_DATE },
  { "mmm", VAL_XLSX_DATE },
  { "[$-415]d\\ mmmm\\ yyyy", VAL_XLSX_DATE },
  { "hh:mm", VAL_XLSX_TIME },
  { "[h]:mm", VAL_XLSX_TIME },
  { "[mm]:ss", VAL_XLSX_TIME },
  { "h:mm AM/PM", VAL_XLSX_TIME },
  { "dd/mm/yyyy hh:mm", VAL_XLSX_DATE | VAL_XLSX_TIME },
  { "0;dd/mm/yyyy", VAL_XLSX_NUMBER },
  { "0%", VAL_XLSX_PERCENT },
  { "[Red]0.00\\ %", VAL_XLSX_PERCENT },
  { "0\\%", VAL_XLSX_NUMBER },
  { "0\"%\"", VAL_XLSX_NUMBER },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_cmpint (val_xlsx_classify_format (formats[i].code), ==, formats[i].format);
}

static GBytes *
read_file (const char *folder, const char *name)
{
  const char *data = g_getenv ("VAL_TEST_DATA");
  g_autofree char *path = NULL;
  char *content;
  gsize length;

  if (data == NULL)
    return NULL;
  path = g_build_filename (data, folder, name, NULL);
  return g_file_get_contents (path, &content, &length, NULL) ? g_bytes_new_take (content, length)
                                                            : NULL;
}

/* All sheets, or why not; read fast and by expat it is the same. */
static void
check_both_ways (GBytes *bytes)
{
  for (guint sheet = 0;; sheet++)
    {
      GBytes *tables[2] = { NULL, NULL };
      GError *error = NULL;

      for (int thorough = 0; thorough <= 1; thorough++)
        {
          g_autoptr (ValXlsx) book = val_xlsx_open (bytes, &error);

          g_assert_no_error (error);
          if (sheet == val_xlsx_n_sheets (book))
            return;
          val_xlsx_set_thorough (thorough);
          tables[thorough] = val_xlsx_to_csv (book, sheet, NULL, &error);
          val_xlsx_set_thorough (FALSE);
          g_assert_no_error (error);
        }
      g_assert_true (g_bytes_equal (tables[0], tables[1]));
      g_bytes_unref (tables[0]);
      g_bytes_unref (tables[1]);
    }
}

/* Every workbook of these folders opens, and every sheet is read. */
static void
test_collections (void)
{
  static const char *const folders[] = { "xlsx-readxl", "pwc-calls", "interval-15min", "ibm-hr" };
  const char *data = g_getenv ("VAL_TEST_DATA");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (data != NULL ? data : "/", folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".xlsx"))
          {
            g_autoptr (GBytes) bytes = read_file (folders[i], name);

            check_both_ways (bytes);
            n++;
          }
    }
  if (n == 0)
    g_test_skip ("the files are not here");
  else
    {
      g_test_message ("%u workbooks", n);
      g_assert_cmpuint (n, >=, 46);
    }
}

/* The same calls as a workbook and as CSV hold the same cells. */
static void
test_same_calls (void)
{
  g_autoptr (GBytes) book = read_file ("pwc-calls", "01 Call-Center-Dataset.xlsx");
  g_autoptr (GBytes) table = read_file ("pwc-calls", "Call-Center-Dataset.csv");
  g_autofree char *csv = NULL;
  g_auto (GStrv) ours = NULL;
  g_auto (GStrv) theirs = NULL;
  GError *error = NULL;

  if (book == NULL || table == NULL)
    {
      g_test_skip ("the files are not here");
      return;
    }
  csv = csv_of (g_bytes_ref (book), &error);
  g_assert_no_error (error);
  ours = g_strsplit (csv, "\n", -1);
  theirs = g_strsplit ((const char *) g_bytes_get_data (table, NULL) + 3, "\r\n", -1);
  for (guint i = 0; i < 5001; i++)
    {
      g_autofree char *line = g_strdup (theirs[i]);

      /* Cells at the end that hold nothing are not in a workbook. */
      while (g_str_has_suffix (line, ","))
        line[strlen (line) - 1] = '\0';
      g_assert_cmpstr (ours[i], ==, line);
    }
}

typedef struct
{
  guint told;
  double last;
  double until; /* cancels there */
  GCancellable *cancellable;
} Watcher;

static void
watch_cb (double fraction, gpointer data)
{
  Watcher *self = data;

  self->told++;
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  self->last = fraction;
  if (fraction >= self->until)
    g_cancellable_cancel (self->cancellable);
}

/* A sheet of several megabytes. */
static GBytes *
make_long (void)
{
  g_autoptr (GString) sheet = g_string_new (HEAD "<worksheet><sheetData><row><c t=\"inlineStr\"><is>"
                                                 "<t>Agent</t></is></c><c t=\"inlineStr\"><is>"
                                                 "<t>Date</t></is></c><c t=\"inlineStr\"><is>"
                                                 "<t>Talk time</t></is></c></row>");

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (sheet,
                            "<row><c t=\"inlineStr\"><is><t>Anna %d</t></is></c><c t=\"inlineStr\">"
                            "<is><t>2026-03-05</t></is></c><c><v>%d</v></c></row>",
                            i % 20, i % 900);
  g_string_append (sheet, "</sheetData></worksheet>");
  return make_simple (BOOK, STYLES, STRINGS, sheet->str);
}

static ValImportPlan *
plan_of (GBytes *bytes, ValImportKind kind, ValImportReading *reading, GError **error)
{
  return val_import_plan_new_reading (bytes, "calls.xlsx", kind, NULL, 20600, reading, error);
}

/* Who waits sees how far it has come, and need not wait. */
static void
test_cancelled (gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_long ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watcher watcher = { .until = 0.4, .cancellable = cancellable };
  g_auto (ValImportReading) reading = { .cancellable = cancellable, .progress = watch_cb,
                                        .progress_data = &watcher };
  g_autoptr (ValImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  val_xlsx_set_thorough (data != NULL);
  plan = plan_of (bytes, VAL_IMPORT_CONTACTS, &reading, &error);
  g_assert_null (plan);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watcher.told, >, 3);
  g_assert_cmpfloat (watcher.last, >=, 0.4);
  g_assert_cmpfloat (watcher.last, <, 0.7);
  /* The guess ends too. */
  watcher.told = 0;
  val_import_plan_guess_kind_reading (bytes, "calls.xlsx", &reading);
  g_assert_cmpuint (watcher.told, ==, 0);
  val_xlsx_set_thorough (FALSE);
}

/* The sheet is read once for the guess, the plan and a plan of another kind. */
static void
test_read_once (void)
{
  g_autoptr (GBytes) bytes = make_long ();
  Watcher watcher = { .until = 2 };
  g_autoptr (ValImportPlan) plan = NULL, other = NULL;
  g_autoptr (ValImportOutcome) outcome = NULL;
  GError *error = NULL;

  {
    g_auto (ValImportReading) reading = { .progress = watch_cb, .progress_data = &watcher };

    g_assert_cmpint (val_import_plan_guess_kind_reading (bytes, "calls.xlsx", &reading), ==,
                     VAL_IMPORT_CONTACTS);
    g_assert_cmpfloat (watcher.last, ==, 1);
    watcher.told = 0;
    plan = plan_of (bytes, VAL_IMPORT_CONTACTS, &reading, &error);
    g_assert_no_error (error);
  }
  {
    g_auto (ValImportReading) reading = { .progress = watch_cb, .progress_data = &watcher };

    val_import_reading_continue (&reading, plan);
    other = plan_of (bytes, VAL_IMPORT_PEOPLE, &reading, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (watcher.told, ==, 0);
  g_assert_cmpint (val_import_plan_n_rows (plan), ==, 60000);
  g_assert_cmpint (val_import_plan_n_rows (other), ==, 60000);
  g_clear_object (&other);
  outcome = val_import_plan_run (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->rows_stored, ==, 60000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/xlsx/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/xlsx/refused", test_refused);
  g_test_add_func ("/xlsx/grown", test_grown);
  g_test_add_func ("/xlsx/formats", test_formats);
  g_test_add_func ("/xlsx/collections", test_collections);
  g_test_add_func ("/xlsx/same-calls", test_same_calls);
  g_test_add_data_func ("/xlsx/cancelled", NULL, test_cancelled);
  g_test_add_data_func ("/xlsx/cancelled/thorough", &cases, test_cancelled);
  g_test_add_func ("/xlsx/read-once", test_read_once);
  return g_test_run ();
}
