/* test-csv.c: the CSV reader, cells and encodings
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "val-cell.h"
#include "val-csv.h"
#include "val-encoding.h"
#include "val-export.h"
#include "val-import-words.h"
#include "val-sha256.h"

/* All records as "line:a|b|c" joined by newlines; flags as "!". */
static char *
read_all (const char *text, gsize length, char separator, char quote)
{
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (text, length, separator, quote);
  GString *out = g_string_new (NULL);
  ValCsvRecord record;

  while (val_csv_reader_next (reader, &record))
    {
      g_string_append_printf (out, "%s%d:%s", out->len > 0 ? "\n" : "", record.line,
                              record.flags != VAL_CSV_OK ? "!" : "");
      for (guint i = 0; i < record.n_fields; i++)
        {
          if (i > 0)
            g_string_append_c (out, '|');
          g_string_append_len (out, record.fields[i].text, record.fields[i].len);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_records (void)
{
  static const struct
  {
    const char *text;
    char separator;
    char quote;
    const char *expected;
  } cases[] = {
    { "", ',', '"', "" },
    { "a", ',', '"', "1:a" },
    { "a,b\nc,d\n", ',', '"', "1:a|b\n2:c|d" },
    { "a,b\r\nc,d", ',', '"', "1:a|b\n2:c|d" },
    { "a,b\rc,d\r", ',', '"', "1:a|b\n2:c|d" },
    { "a,b\n\nc", ',', '"', "1:a|b\n2:\n3:c" },
    { ",\n,,", ',', '"', "1:|\n2:||" },
    { "\"a,b\",c", ',', '"', "1:a,b|c" },
    { "\"a\"\"b\",c\n\"\"\"\"", ',', '"', "1:a\"b|c\n2:\"" },
    { "\"\",\"\"", ',', '"', "1:|" },
    { "\"one\ntwo\",x\nnext", ',', '"', "1:one\ntwo|x\n3:next" },
    { "\"one\r\ntwo\rthree\",x\r\nnext", ',', '"', "1:one\r\ntwo\rthree|x\n4:next" },
    { "a;\"b;c\";d", ';', '"', "1:a|b;c|d" },
    { "a\t\tb", '\t', '"', "1:a||b" },
    { "'a,b',\"c\"", ',', '\'', "1:a,b|\"c\"" },
    { "a, \"b,c\" ,d", ',', '"', "1:a|b,c|d" },
    { "5\" pipe,x", ',', '"', "1:5\" pipe|x" },
    { "\"a\"b,c", ',', '"', "1:ab|c" },
    { "\"a\"\"b\"c\"d,e", ',', '"', "1:a\"bc\"d|e" },
    { "x\na,\"open\nb,c\n", ',', '"', "1:x\n2:!a,\"open\n3:b|c" },
    { "\"", ',', '"', "1:!\"" },
    { "\"a\",\"b", ',', '"', "1:!\"a\",\"b" },
    { "a,b", ',', 0, "1:a|b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* An exact copy, so that a read behind the end is seen by the sanitizer. */
      gsize length = strlen (cases[i].text);
      g_autofree char *exact = g_memdup2 (cases[i].text, length);
      g_autofree char *got = read_all (exact, length, cases[i].separator, cases[i].quote);

      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_blank (void)
{
  static const struct
  {
    const char *text;
    gboolean blank;
  } cases[] = { { ",,,\n", TRUE }, { " ;\n", FALSE }, { "\" \",\t\n", TRUE }, { ",0,\n", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValCsvReader) reader
          = val_csv_reader_new (cases[i].text, strlen (cases[i].text), ',', '"');
      ValCsvRecord record;

      g_assert_true (val_csv_reader_next (reader, &record));
      g_assert_cmpint (val_csv_record_is_blank (&record), ==, cases[i].blank);
    }
}

static void
test_too_many_fields (void)
{
  g_autofree char *commas = g_strnfill (3 * VAL_CSV_MAX_FIELDS, ',');
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (commas, strlen (commas), ',', '"');
  ValCsvRecord record;

  g_assert_true (val_csv_reader_next (reader, &record));
  g_assert_cmpint (record.flags, ==, VAL_CSV_TOO_MANY_FIELDS);
  g_assert_cmpint (record.n_fields, ==, VAL_CSV_MAX_FIELDS);
  g_assert_false (val_csv_reader_next (reader, &record));
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("a,\"b\n");
  g_autoptr (ValCsvReader) reader = NULL;
  ValCsvRecord record;

  for (int i = 0; i < 900000; i++)
    g_string_append (text, "x,yyy\n");
  g_string_append (text, "\"");
  reader = val_csv_reader_new (text->str, text->len, ',', '"');
  g_assert_true (val_csv_reader_next (reader, &record));
  g_assert_cmpint (record.flags, ==, VAL_CSV_TOO_LONG);
  g_assert_true (val_csv_reader_next (reader, &record));
  g_assert_cmpint (record.flags, ==, VAL_CSV_OK);
  g_assert_cmpint (record.line, ==, 2);
}

/* What is written is what is read, whatever it holds. */
static void
test_round_trip (void)
{
  static const char *const fields[] = { "", "a", "a,b", "\"", "a\"\"b", "line\nline", "\r\n", " x ",
                                        "ż;ó\t", "'" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      const char *chosen[5];
      g_autoptr (ValCsvReader) reader = NULL;
      ValCsvRecord record;

      for (int i = 0; i < 5; i++)
        {
          chosen[i] = fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))];
          g_string_append_c (text, ';');
          val_csv_append_field (text, chosen[i], ';');
        }
      g_string_append (text, "\r\n");
      reader = val_csv_reader_new (text->str, text->len, ';', '"');
      g_assert_true (val_csv_reader_next (reader, &record));
      g_assert_cmpint (record.n_fields, ==, 6);
      for (int i = 0; i < 5; i++)
        g_assert_cmpmem (record.fields[i + 1].text, record.fields[i + 1].len, chosen[i],
                         strlen (chosen[i]));
      g_assert_false (val_csv_reader_next (reader, &record));
    }
}

static char *
data_path (const char *path)
{
  const char *root = g_getenv ("VAL_TEST_DATA");
  char *full = root == NULL ? NULL : g_build_filename (root, path, NULL);

  if (full != NULL && g_file_test (full, G_FILE_TEST_EXISTS))
    return full;
  g_free (full);
  return NULL;
}

static char *
load (const char *folder, const char *name, const char *suffix, gsize *ret_length)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, ret_length, &error);
  g_assert_no_error (error);
  return text;
}

static void
check_spectrum (const char *root, const char *name)
{
  g_autofree char *csvs = g_build_filename (root, "csvs", NULL);
  g_autofree char *jsons = g_build_filename (root, "json", NULL);
  gsize csv_length, json_length;
  g_autofree char *csv = load (csvs, name, ".csv", &csv_length);
  g_autofree char *json = load (jsons, name, ".json", &json_length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (csv, csv_length, ',', '"');
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;
  ValCsvRecord record;

  g_assert_true (json_parser_load_from_data (parser, json, (gssize) json_length, NULL));
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_true (val_csv_reader_next (reader, &record));
  for (guint i = 0; i < record.n_fields; i++)
    g_ptr_array_add (keys, g_strndup (record.fields[i].text, record.fields[i].len));
  for (guint row = 0; row < json_array_get_length (array); row++)
    {
      JsonObject *object = json_array_get_object_element (array, row);

      g_assert_true (val_csv_reader_next (reader, &record));
      g_assert_cmpint (record.n_fields, ==, keys->len);
      for (guint i = 0; i < keys->len; i++)
        {
          g_autofree char *cell = g_strndup (record.fields[i].text, record.fields[i].len);

          g_assert_cmpstr (cell, ==,
                           json_object_get_string_member (object, g_ptr_array_index (keys, i)));
        }
    }
  g_assert_false (val_csv_reader_next (reader, &record));
}

static void
test_spectrum (void)
{
  /* location_coordinates is left out: its expectation is not of the same data. */
  static const char *const names[] = {
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  };
  g_autofree char *root = data_path ("csv-spectrum");

  if (root == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_spectrum (root, names[i]);
}

/* Every polluted file of the corpus has the cells of its clean sibling. */
static void
test_pollock (void)
{
  static const struct
  {
    const char *name;
    char separator;
    char quote;
  } files[] = {
    { "file_double_trailing_newline", ',', '"' }, { "file_field_delimiter_0x3B", ';', '"' },
    { "file_field_delimiter_0x9", '\t', '"' },   
    { "file_no_trailing_newline", ',', '"' },
    { "file_record_delimiter_0xA", ',', '"' },    { "file_record_delimiter_0xD", ',', '"' },
    { "file_one_data_row", ',', '"' },
  };
  g_autofree char *root = data_path ("csv-pollock-file-level");

  if (root == NULL)
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  for (gsize f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autofree char *dirty_folder = g_build_filename (root, "csv", NULL);
      g_autofree char *clean_folder = g_build_filename (root, "clean", NULL);
      gsize dirty_length, clean_length;
      g_autofree char *dirty = load (dirty_folder, files[f].name, ".csv", &dirty_length);
      g_autofree char *clean = load (clean_folder, files[f].name, ".csv", &clean_length);
      g_autoptr (ValCsvReader) a
          = val_csv_reader_new (dirty, dirty_length, files[f].separator, files[f].quote);
      g_autoptr (ValCsvReader) b = val_csv_reader_new (clean, clean_length, ',', '"');
      ValCsvRecord x, y;
      int rows = 0;

      g_test_message ("%s", files[f].name);
      while (val_csv_reader_next (b, &y))
        {
          g_assert_true (val_csv_reader_next (a, &x));
          g_assert_cmpint (x.flags, ==, VAL_CSV_OK);
          g_assert_cmpint (x.n_fields, ==, y.n_fields);
          for (guint i = 0; i < x.n_fields; i++)
            g_assert_cmpmem (x.fields[i].text, x.fields[i].len, y.fields[i].text, y.fields[i].len);
          rows++;
        }
      g_assert_cmpint (rows, >, 1);
      while (val_csv_reader_next (a, &x))
        g_assert_true (val_csv_record_is_blank (&x));
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    ValDateOrder order;
    ValDateResult result;
    const char *iso;
  } cases[] = {
    { "2026-03-05", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "2026/3/5", VAL_DATE_ORDER_MDY, VAL_DATE_OK, "2026-03-05" },
    { "2026.03.05", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "20260305", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "2026-03-05 14:07:00", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "2026-03-05T14:07:00Z", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "5.3.2026", VAL_DATE_ORDER_MDY, VAL_DATE_OK, "2026-03-05" },
    { "05.03.2026", VAL_DATE_ORDER_YMD, VAL_DATE_OK, "2026-03-05" },
    { "5.3.2026 klo 14", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "05/03/2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "3/5/2026", VAL_DATE_ORDER_MDY, VAL_DATE_OK, "2026-03-05" },
    { "05-03-2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "13/5/2026", VAL_DATE_ORDER_MDY, VAL_DATE_OTHER_WAY, NULL },
    { "5/13/2026", VAL_DATE_ORDER_DMY, VAL_DATE_OTHER_WAY, NULL },
    { "31.2.2026", VAL_DATE_ORDER_DMY, VAL_DATE_NO_SUCH, NULL },
    { "2026-02-30", VAL_DATE_ORDER_DMY, VAL_DATE_NO_SUCH, NULL },
    { "20261301", VAL_DATE_ORDER_DMY, VAL_DATE_NO_SUCH, NULL },
    { "5.3.26", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "5.3.98", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "1998-03-05" },
    { "5 marca 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "5. maaliskuuta 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "5 Μαρτίου 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "March 5, 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "05-Mar-2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-03-05" },
    { "5 listopada 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-11-05" },
    { "7 lipca 2026", VAL_DATE_ORDER_DMY, VAL_DATE_OK, "2026-07-07" },
    { "yesterday", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "12345678", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "7.5", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "76.65", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "1.2.3.4", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
    { "", VAL_DATE_ORDER_DMY, VAL_DATE_NOT, NULL },
  };
  ValDay today = val_day_from_ymd (2026, 11, 22);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i].text, strlen (cases[i].text) };
      ValDay day = VAL_DAY_NONE;
      ValDateResult result = val_cell_parse_date (cell, cases[i].order, today, &day);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (result, ==, cases[i].result);
      if (result == VAL_DATE_OK)
        {
          g_autofree char *iso = val_day_to_iso (day);

          g_assert_cmpstr (iso, ==, cases[i].iso);
        }
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    char sign;
    gboolean ok;
    double value;
  } cases[] = {
    { "7", '.', TRUE, 7 },         { "3,5", '.', TRUE, 3.5 },        { "3.5", ',', TRUE, 3.5 },
    { "76.65", '.', TRUE, 76.65 }, { "1.234,5", ',', TRUE, 1234.5 }, { "1,234.5", '.', TRUE, 1234.5 },
    { "87,5 %", ',', TRUE, 87.5 }, { "-1", '.', TRUE, -1 },          { "", '.', FALSE, 0 },
    { "a", '.', FALSE, 0 },        { "1-2", '.', FALSE, 0 },         { ".5", '.', TRUE, 0.5 },
    { "5.", '.', TRUE, 5 },        { "1 234", '.', TRUE, 1234 },     { "%", '.', FALSE, 0 },
    { "0.070", '.', TRUE, 0.07 },  { "nan", '.', FALSE, 0 },         { "1e3", '.', FALSE, 0 },
    { "1.2.3", '.', FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i].text, strlen (cases[i].text) };
      double value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (val_cell_parse_number (cell, cases[i].sign, &value), ==, cases[i].ok);
      if (cases[i].ok)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *header;
    const char *field;
  } cases[] = {
    { "EmployeeNumber", "number" }, { "Operator ID", "number" },    { "Operator Name", "agent" },
    { "Eff", "level" },             { "Operation", "skill" },       { "JobRole", "role" },
    { "Department", "team" },       { "Imię i nazwisko", "agent" }, { "IMIĘ_PIERWSZE", "given" },
    { "Umiejętność", "skill" },     { "Poziom (0-10)", "level" },   { "Data oceny", "date" },
    { "ΟΝΟΜΑΤΕΠΩΝΥΜΟ", "agent" },   { "Δεξιότητα", "skill" },       { "Επίπεδο", "level" },
    { "Ημερομηνία", "date" },       { "Henkilönumero", "number" },  { "Taito", "skill" },
    { "Taso", "level" },            { "Pvm", "date" },              { "E-mail", "email" },
    { "Työsuhteen alkupäivä", "start" }, { "Data odejścia", "leave" }, { "Age", NULL },
    { "Line No.", NULL },           { "", NULL },                   { "JobLevel", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (val_import_words_field (cases[i].header), ==, cases[i].field);
    }
}

static void
test_assessor_words (void)
{
  static const struct
  {
    const char *text;
    int assessor;
  } cases[] = {
    { "Manager", 0 }, { "przełożony", 0 }, { "esihenkilö", 0 }, { "ΠΡΟΪΣΤΑΜΕΝΟΣ", 0 },
    { "self", 1 },    { "Samoocena", 1 },  { "αυτοαξιολόγηση", 1 }, { "itsearvio", 1 },
    { "peer", 2 },    { "συνάδελφος", 2 }, { "Työkaveri", 2 }, { "audyt", 3 },
    { "laatu", 3 },   { "nobody", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValCsvField cell = { cases[i].text, strlen (cases[i].text) };
      ValAssessor assessor = VAL_ASSESSOR_MANAGER;
      gboolean ok = val_import_words_assessor (cell, &assessor);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ok ? (int) assessor : -1, ==, cases[i].assessor);
    }
}

static GBytes *
encode (const char *text, const char *encoding)
{
  gsize length;
  char *data = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);

  g_assert_nonnull (data);
  return g_bytes_new_take (data, length);
}

static void
test_encodings (void)
{
  static const char *polish
      = "Imię i nazwisko;Umiejętność;Poziom\nŚwiętosława Źdźbło;Słuchanie;7\nŁukasz Żółw;Cierpliwość;5\n";
  static const char *greek
      = "Ονοματεπώνυμο;Δεξιότητα;Επίπεδο\nΆννα Παπαδοπούλου;Ακρόαση;7\nΓιώργος Ιωάννου;Υπομονή;5\n";
  static const char *finnish = "Nimi;Taito;Taso\nÄijälä Väinö;Kärsivällisyys;7\nPöllänen;Äly;5\n";
  const struct
  {
    const char *text;
    const char *encoding;
    const char *expected;
  } cases[] = {
    { polish, "WINDOWS-1250", "WINDOWS-1250" }, { polish, "ISO-8859-2", "ISO-8859-2" },
    { greek, "WINDOWS-1253", "WINDOWS-1253" },  { greek, "ISO-8859-7", "ISO-8859-7" },
    { finnish, "WINDOWS-1252", "ISO-8859-1" },  { finnish, "ISO-8859-1", "ISO-8859-1" },
    { "Nimi;Hinta\nÄijälä;5 €\n", "WINDOWS-1252", "WINDOWS-1252" },
    { polish, "UTF-8", "UTF-8" },               { greek, "UTF-16LE", "UTF-16LE" },
    { finnish, "UTF-16BE", "UTF-16BE" },        { "\357\273\277a;b\n", "UTF-8", "UTF-8" },
    { "plain,ascii\n", "UTF-8", "UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = encode (cases[i].text, cases[i].encoding);
      const char *detected = val_encoding_detect (bytes);
      g_autoptr (GBytes) back = NULL;
      g_autoptr (GError) error = NULL;
      const char *expected = cases[i].text;

      g_test_message ("%s: %s", cases[i].encoding, cases[i].text);
      g_assert_cmpstr (detected, ==, cases[i].expected);
      back = val_encoding_to_utf8 (bytes, detected, &error);
      g_assert_no_error (error);
      if (g_str_has_prefix (expected, "\357\273\277"))
        expected += 3;
      g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back), expected,
                       strlen (expected));
    }
}

static void
test_not_lossy (void)
{
  g_autoptr (GBytes) bad = g_bytes_new_static ("a\nb\xff\xff\n", 6);
  g_autoptr (GBytes) hole = g_bytes_new_static ("a\x81z", 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (val_encoding_to_utf8 (bad, "UTF-8", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "Line 2"));
  g_clear_error (&error);
  g_assert_null (val_encoding_to_utf8 (hole, "WINDOWS-1252", &error));
  g_assert_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING);
}

static void
test_sha256 (void)
{
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autofree char *first = val_sha256 (abc);
  g_autofree char *second = val_sha256 (empty);

  g_assert_cmpstr (first, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (second, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/records", test_records);
  g_test_add_func ("/csv/blank", test_blank);
  g_test_add_func ("/csv/too-many-fields", test_too_many_fields);
  g_test_add_func ("/csv/too-long", test_too_long);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/spectrum", test_spectrum);
  g_test_add_func ("/csv/pollock", test_pollock);
  g_test_add_func ("/cell/dates", test_dates);
  g_test_add_func ("/cell/numbers", test_numbers);
  g_test_add_func ("/words/fields", test_words);
  g_test_add_func ("/words/assessors", test_assessor_words);
  g_test_add_func ("/encoding/detect", test_encodings);
  g_test_add_func ("/encoding/not-lossy", test_not_lossy);
  g_test_add_func ("/sha256", test_sha256);
  return g_test_run ();
}
