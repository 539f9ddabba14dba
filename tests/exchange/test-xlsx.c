/* test-xlsx.c: workbooks, ours and those of other people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "val-import-plan.h"
#include "val-xlsx-private.h"

#define HEAD "<?xml version=\"1.0\"?>"
#define RELATIONS HEAD "<Relationships xmlns=\"r\">"
#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

typedef struct
{
  const char *name;
  const char *text;
} Part;

static GBytes *
make_book (const Part *parts)
{
  gsize size = 1 << 20, used = 0;
  g_autofree char *buffer = g_malloc (size);
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (; parts->name != NULL; parts++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts->name);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts->text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts->text, strlen (parts->text));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

/* A workbook of one sheet with this @book, @styles, @strings and @sheet. */
static GBytes *
make_simple (const char *book, const char *styles, const char *strings, const char *sheet)
{
  const Part parts[] = {
    { "[Content_Types].xml", HEAD "<Types/>" },
    { "_rels/.rels", RELATIONS "<Relationship Id=\"a\" Type=\"" TYPES
                               "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id=\"s1\" Type=\"" TYPES
                "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" TYPES
                "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"" TYPES
                "styles\" Target=\"/xl/styles.xml\"/></Relationships>" },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/workbook.xml", book },
    { "xl/styles.xml", styles },
    { "xl/sharedStrings.xml", strings },
    { NULL, NULL },
  };

  return make_book (parts);
}

#define BOOK                                                                                      \
  HEAD "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Żółw\" sheetId=\"1\" r:id=\"s1\"/></sheets>" \
       "</workbook>"
#define STYLES                                                                                    \
  HEAD "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yyyy;@\"/><numFmt "        \
       "numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts><cellStyleXfs><xf "                  \
       "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "  \
       "numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>"
#define STRINGS                                                                                   \
  HEAD "<sst><si><t>Agent</t></si><si><r><t>Zo</t></r><r><t>sia</t></r><rPh><t>x</t></rPh></si>"  \
       "<si><t>a_x000D_b</t></si></sst>"
#define SHEET(rows) HEAD "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static char *
csv_of (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (ValXlsx) book = val_xlsx_open (bytes, error);
  g_autoptr (GBytes) csv = book != NULL ? val_xlsx_to_csv (book, 0, NULL, error) : NULL;

  return csv != NULL ? g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv)) : NULL;
}

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
  { "bad-style", BOOK, SHEET ("<row><c s=\"99\"><v>3</v></c></row>"), "3\n" },
  { "line-break", BOOK, SHEET ("<row><c t=\"inlineStr\"><is><t>a\nb</t></is></c></row>"), "a b\n" },
  { "prefix", BOOK,
    HEAD "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>4</x:v></x:c></x:row>"
         "</x:sheetData></x:worksheet>",
    "4\n" },
  { "empty", BOOK, SHEET (""), "\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  GError *error = NULL;
  g_autofree char *csv = csv_of (make_simple (c->book, STYLES, STRINGS, c->rows), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (csv, ==, c->csv);
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

/* Every workbook of the collection opens and every sheet is read, or the sentence says why not. */
static void
test_collection (void)
{
  const char *data = g_getenv ("VAL_TEST_DATA");
  g_autofree char *folder = g_build_filename (data != NULL ? data : "/", "xlsx-readxl", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("the files are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GBytes) bytes = g_str_has_suffix (name, ".xlsx") ? read_file ("xlsx-readxl", name)
                                                                 : NULL;
      g_autoptr (ValXlsx) book = NULL;
      GError *error = NULL;

      if (bytes == NULL)
        continue;
      book = val_xlsx_open (bytes, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < val_xlsx_n_sheets (book); i++)
        {
          g_autoptr (GBytes) csv = val_xlsx_to_csv (book, i, NULL, &error);

          g_assert_no_error (error);
        }
      n++;
    }
  g_test_message ("%u workbooks", n);
  g_assert_cmpuint (n, >, 30);
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
  g_test_add_func ("/xlsx/formats", test_formats);
  g_test_add_func ("/xlsx/collection", test_collection);
  g_test_add_func ("/xlsx/same-calls", test_same_calls);
  return g_test_run ();
}
