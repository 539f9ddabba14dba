/* test-base.c: days, levels, folding, numbers and dates
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-address.h"
#include "val-day.h"
#include "val-error.h"
#include "val-fold.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-level.h"

static void
test_days (void)
{
  static const struct
  {
    int year, month, day;
    ValDay expected;
    int weekday;
  } cases[] = {
    { 1970, 1, 1, 0, 4 },      { 1969, 12, 31, -1, 3 },       { 2000, 2, 29, 11016, 2 },
    { 2026, 3, 5, 20517, 4 },  { 2026, 11, 22, 20779, 7 },    { 1, 1, 1, -719162, 1 },
    { 9999, 12, 31, 2932896, 5 }, { 2149, 6, 6, VAL_DAY_MAX_SCORE, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year, month, day;

      g_assert_cmpint (val_day_from_ymd (cases[i].year, cases[i].month, cases[i].day), ==,
                       cases[i].expected);
      g_assert_true (val_day_to_ymd (cases[i].expected, &year, &month, &day));
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
      g_assert_cmpint (val_day_weekday (cases[i].expected), ==, cases[i].weekday);
    }
  for (ValDay d = -40000; d < 80000; d++)
    {
      int year, month, day;

      val_day_to_ymd (d, &year, &month, &day);
      g_assert_cmpint (val_day_from_ymd (year, month, day), ==, d);
    }
}

static void
test_iso_days (void)
{
  static const char *const bad[]
      = { "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-01 ", "2026/01/01", "",
          "0000-01-01", "2026-00-10", "2026-04-31" };
  g_autofree char *iso = val_day_to_iso (val_day_parse_iso ("2024-02-29"));

  g_assert_cmpstr (iso, ==, "2024-02-29");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (val_day_parse_iso (bad[i]), ==, VAL_DAY_NONE);
  g_assert_cmpint (val_day_parse_iso (NULL), ==, VAL_DAY_NONE);
  g_assert_cmpint (val_day_add_months (val_day_from_ymd (2026, 1, 31), 1), ==,
                   val_day_from_ymd (2026, 2, 28));
  g_assert_cmpint (val_day_add_months (val_day_from_ymd (2026, 3, 31), -13), ==,
                   val_day_from_ymd (2025, 2, 28));
}

static void
test_scales (void)
{
  static const struct
  {
    const char *scale;
    const char *text;
    ValLevel expected; /* VAL_LEVEL_NONE: an error */
  } cases[] = {
    { "0-10", "7", 7000 },       { "0-10", "7,5", 7500 },    { "0-10", " 10 ", 10000 },
    { "0-10", "11", -1 },        { "0-10", "-1", -1 },       { "0-10", "seven", -1 },
    { "0-10", "", -1 },          { "0-100", "76.65", 7665 }, { "1-5", "1", 0 },
    { "1-5", "3", 5000 },        { "1-6", "2", 2000 },       { "1-6", "0.9", -1 },
    { "A-E", "a", 10000 },       { "A-E", "B", 7500 },       { "A-E", "E", 0 },
    { "A-E", "F", -1 },          { "A-E", "AB", -1 },        { "0-3", "1", 3333 },
    { "0-3", "2", 6667 },        { "-5-5", "0", 5000 },      { "0-10", "nan", -1 },
    { "0-10", "1e1", -1 },       { "0-10", "5%", -1 },
  };
  static const char *const bad[] = { "", "10", "10-0", "5-5", "A-F", "x-y", "1-", "-" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      ValScale scale;
      ValLevel level = VAL_LEVEL_NONE;

      g_assert_true (val_scale_parse (cases[i].scale, &scale, NULL));
      if (cases[i].expected == VAL_LEVEL_NONE)
        {
          g_assert_false (val_scale_parse_value (&scale, cases[i].text, &level, &error));
          g_assert_nonnull (error);
        }
      else
        {
          g_assert_true (val_scale_parse_value (&scale, cases[i].text, &level, &error));
          g_assert_cmpint (level, ==, cases[i].expected);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      ValScale scale;

      g_assert_false (val_scale_parse (bad[i], &scale, &error));
      g_assert_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_BAD_SCALE);
    }
  g_assert_cmpint (val_level_round (6500), ==, 7);
  g_assert_cmpint (val_level_round (6499), ==, 6);
  g_assert_cmpint (val_level_round (VAL_LEVEL_NONE), ==, -1);
}

static void
test_scale_writing (void)
{
  static const struct
  {
    const char *scale;
    ValLevel level;
    const char *expected;
  } cases[] = {
    { "0-10", 7000, "7" },      { "0-10", 7500, "7.5" }, { "0-10", 7665, "7.67" },
    { "0-100", 7665, "76.65" }, { "1-5", 5000, "3" },    { "A-E", 10000, "A" },
    { "A-E", 7500, "B" },       { "A-E", 0, "E" },       { "0-10", VAL_LEVEL_NONE, "" },
    { "0-10", VAL_LEVEL_NOT_APPLICABLE, "n/a" },
  };

  val_i18n_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      ValScale scale;

      g_assert_true (val_scale_parse (cases[i].scale, &scale, NULL));
      text = val_scale_format (&scale, cases[i].level);
      g_assert_cmpstr (text, ==, cases[i].expected);
      again = val_scale_to_string (&scale);
      g_assert_cmpstr (again, ==, cases[i].scale);
    }
}

static void
test_scale_cells (void)
{
  static const struct
  {
    const char *scale;
    ValLevel level;
    const char *expected;
    const char *mean;
  } cases[] = {
    { "0-10", 7000, "7", "7.0" },     { "0-10", 7050, "7.1", "7.1" },
    { "0-10", 7049, "7", "7.0" },     { "0-10", 10000, "10", "10.0" },
    { "1-5", 0, "1", "1.0" },         { "1-5", 5000, "3", "3.0" },
    { "1-5", 7100, "3.8", "3.8" },    { "1-5", 10000, "5", "5.0" },
    { "1-6", 4000, "3", "3.0" },      { "1-6", 7100, "4.6", "4.6" },
    { "0-100", 7249, "72", "72" },    { "0-100", 7250, "73", "73" },
    { "0-100", 10000, "100", "100" }, { "0-100", 0, "0", "0" },
    { "A-E", 10000, "A", "A" },       { "A-E", 8750, "A", "A" },
    { "A-E", 8749, "B", "B" },        { "A-E", 0, "E", "E" },
    { "A-E", 1249, "E", "E" },        { "A-E", 1250, "D", "D" },
  };

  val_i18n_init ("en");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *mean = NULL;
      ValScale scale, again;

      g_assert_true (val_scale_parse (cases[i].scale, &scale, NULL));
      text = val_scale_format_short (&scale, cases[i].level, FALSE);
      g_assert_cmpstr (text, ==, cases[i].expected);
      mean = val_scale_format_short (&scale, cases[i].level, TRUE);
      g_assert_cmpstr (mean, ==, cases[i].mean);
      g_assert_true (val_scale_parse (cases[i].scale, &again, NULL));
      g_assert_true (val_scale_equal (&scale, &again));
      g_assert_cmpint (val_scale_equal (&scale, &val_scale_default), ==,
                       g_str_equal (cases[i].scale, "0-10"));
    }
}

static void
test_capitals (void)
{
  static const char *const cases[][2] = {
    { "starting", "Starting" },   { "żądne wiedzy", "Żądne wiedzy" },
    { "έμπειροι", "Έμπειροι" },   { "αρχάριοι", "Αρχάριοι" },
    { "äskettäin", "Äskettäin" }, { "Proficient", "Proficient" },
    { "", "" },                   { "5 stars", "5 stars" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capital = val_format_capital (cases[i][0]);

      g_assert_cmpstr (capital, ==, cases[i][1]);
    }
}

/* In Greek a name is called by another form; elsewhere, and in other letters, by the same. */
static void
test_addressing (void)
{
  static const char *const names[][2] = {
    { "Γιώργος", "Γιώργο" },         { "Αλέξανδρος", "Αλέξανδρε" },   { "Νίκος", "Νίκο" },
    { "Στέλιος", "Στέλιο" },         { "Αντώνιος", "Αντώνιε" },       { "Παύλος", "Παύλο" },
    { "Άγγελος", "Άγγελε" },         { "Αλέκος", "Αλέκο" },           { "Στέφανος", "Στέφανε" },
    { "Κωνσταντίνος", "Κωνσταντίνε" }, { "Σπύρος", "Σπύρο" },         { "Χρήστος", "Χρήστο" },
    { "Δημήτρης", "Δημήτρη" },       { "Κώστας", "Κώστα" },           { "Θωμάς", "Θωμά" },
    { "ΓΙΩΡΓΟΣ", "ΓΙΩΡΓΟ" },         { "ΣΤΕΦΑΝΟΣ", "ΣΤΕΦΑΝΕ" },       { "Ευάγγελος", "Ευάγγελε" },
    { "Παπαδόπουλος", "Παπαδόπουλε" }, { "Ιωάννης-Πέτρος", "Ιωάννη-Πέτρο" },
    { "Μαρία", "Μαρία" },            { "Άρτεμις", "Άρτεμις" },        { "Ιωάννου", "Ιωάννου" },
    { "Χαράλαμπος Μακρής", "Χαράλαμπε Μακρή" }, { "Lucas", "Lucas" }, { "1004", "1004" },
    { "", "" },                      { "ς", "ς" },                    { "ος", "ος" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *greek = NULL, *finnish = NULL;

      val_i18n_init ("el");
      greek = val_address_name (names[i][0], FALSE);
      val_i18n_init ("fi");
      finnish = val_address_name (names[i][0], FALSE);
      g_assert_cmpstr (greek, ==, names[i][1]);
      g_assert_cmpstr (finnish, ==, names[i][0]);
    }
  val_i18n_init ("en");
}

static void
test_folding (void)
{
  static const struct
  {
    const char *query;
    const char *text;
  } same[] = {
    { "zolw", "Żółw" },
    { "lukasz", "Łukasz" },
    { "παπαδοπουλος", "Παπαδόπουλος" },
    { "ΠΑΠΑΔΟΠΟΥΛΟΣ", "Παπαδόπουλος" },
    { "ΑΝΝΑ", "Άννα" },
    { "aijala", "Äijälä" },
    { "strasse", "Straße" },
    { "fi", "ﬁ" },
  };
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *query = val_fold (same[i].query);
      g_autofree char *text = val_fold (same[i].text);

      g_assert_cmpstr (query, ==, text);
    }
  g_assert_true (val_fold_matches ("anna nowak", "now an"));
  g_assert_false (val_fold_matches ("anna nowak", "now x"));
  g_assert_true (val_fold_matches ("anna", ""));

  folded = val_fold_with_offsets ("aŻb", &offsets);
  g_assert_cmpstr (folded, ==, "azb");
  g_assert_cmpuint (offsets->len, ==, 4);
  g_assert_cmpuint (g_array_index (offsets, guint32, 1), ==, 1);
  g_assert_cmpuint (g_array_index (offsets, guint32, 2), ==, 3);
  g_assert_cmpuint (g_array_index (offsets, guint32, 3), ==, 4);
}

/* What is kept of a character says what its decomposition says. */
static void
test_folding_kept (void)
{
  for (gunichar c = 0x80; c < 0x2400; c++)
    {
      char text[16] = { 0 };
      g_autofree char *parts = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (GString) wanted = g_string_new (NULL);

      text[g_unichar_to_utf8 (c, text)] = '\0';
      parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
      for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *folded = g_utf8_casefold (p, g_utf8_next_char (p) - p);

          if (!g_unichar_ismark (g_utf8_get_char (p)))
            g_string_append (wanted, folded);
        }
      first = val_fold (text);
      second = val_fold (text);
      g_assert_cmpstr (first, ==, second);
      /* Letters with a stroke are ours: nothing takes them apart. */
      if (strchr ("ldo", *first) == NULL && *first != 'i' && *first != 'a')
        g_assert_cmpstr (first, ==, wanted->str);
    }
}

static void
test_reading_numbers (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    double expected; /* NAN: an error */
  } cases[] = {
    { "3,5", '\0', 3.5 },       { "3.5", '\0', 3.5 },          { "3.5", ',', 3.5 },
    { "1.234", ',', 1234 },     { "1.234", '.', 1.234 },       { "1.234", '\0', 1.234 },
    { "1,234", '.', 1234 },     { "12.345,5", ',', 12345.5 },  { "12,345.5", '\0', 12345.5 },
    { "1.234.567", '\0', 1234567 }, { "1 234,5", '\0', 1234.5 },
    { "1\302\240234,5", ',', 1234.5 }, { "\342\210\2225", '\0', -5 }, { "+5", '\0', 5 },
    { "1,2,3", '\0', NAN },     { "1.2,3.4", '\0', NAN },      { "", '\0', NAN },
    { "-", '\0', NAN },         { ".", '\0', NAN },            { "abc", '\0', NAN },
    { "5a", '\0', NAN },        { "0x10", '\0', NAN },         { "inf", '\0', NAN },
    { ".5", '\0', 0.5 },        { "5.", '\0', 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = -12345;
      gboolean read = val_parse_number (cases[i].text, cases[i].decimal, &value);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, !isnan (cases[i].expected));
      if (read)
        g_assert_cmpfloat_with_epsilon (value, cases[i].expected, 1e-9);
    }
}

static char *
date_long (ValDay day)
{
  return val_format_date (day, VAL_DATE_LONG, VAL_DAY_NONE);
}

static char *
date_month (ValDay day)
{
  return val_format_date (day, VAL_DATE_MONTH, VAL_DAY_NONE);
}

/* VECTORS: dates and numbers of 2026-03-05 14:07 in the four languages. */
static void
test_languages (void)
{
  static const struct
  {
    const char *language, *date, *month, *percent, *number, *four, *five, *time;
  } cases[] = {
    { "en", "5 March 2026", "March 2026", "87.5%", "12,345.5", "1,234", "12,345", "14:07" },
    { "pl", "5 marca 2026", "marzec 2026", "87,5%", "12\302\240345,5", "1234",
      "12\302\240345", "14:07" },
    { "el", "5 Μαρτίου 2026", "Μάρτιος 2026", "87,5%", "12.345,5", "1.234", "12.345", "14:07" },
    { "fi", "5. maaliskuuta 2026", "maaliskuu 2026", "87,5\302\240%", "12\302\240345,5",
      "1\302\240234", "12\302\240345", "14.07" },
  };
  ValDay day = val_day_from_ymd (2026, 3, 5);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = NULL, *month = NULL, *percent = NULL, *number = NULL, *four = NULL,
                      *five = NULL, *clock = NULL;

      val_i18n_init (cases[i].language);
      g_assert_cmpstr (val_i18n_language (), ==, cases[i].language);
      date = date_long (day);
      month = date_month (day);
      percent = val_format_percent_decimals (87.5, 1);
      number = val_format_number (12345.5, 1);
      four = val_format_integer (1234);
      five = val_format_integer (12345);
      clock = val_format_time (14, 7);
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpstr (month, ==, cases[i].month);
      g_assert_cmpstr (percent, ==, cases[i].percent);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (four, ==, cases[i].four);
      g_assert_cmpstr (five, ==, cases[i].five);
      g_assert_cmpstr (clock, ==, cases[i].time);
    }
  val_i18n_init ("en");
}

/* With the decimal sign of the language, and never broken apart. */
static void
test_size (void)
{
  static const struct
  {
    const char *language;
    gint64 bytes;
    const char *size;
  } cases[] = {
    { "en", 1, "1\302\240kB" },
    { "en", 2700000, "2.7\302\240MB" },
    { "pl", 2700000, "2,7\302\240MB" },
    { "fi", 999999, "1\302\240000\302\240kt" },
    { "el", G_GINT64_CONSTANT (3140000000), "3,1\302\240GB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *size = NULL;

      val_i18n_init (cases[i].language);
      size = val_format_size (cases[i].bytes);
      g_assert_cmpstr (size, ==, cases[i].size);
    }
  val_i18n_init ("en");
}

static void
test_writing_numbers (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *expected;
  } cases[] = {
    { 7.05, 1, "7.1" },  { 7.15, 1, "7.2" },   { 0.5, 0, "1" },        { -0.5, 0, "−1" },
    { -0.4, 0, "0" },    { 6.4999, 0, "6" },   { 1e6, 0, "1,000,000" }, { NAN, 1, "–" },
    { -1234.5, 1, "−1,234.5" }, { 2.675, 2, "2.68" },
  };
  static const char *const items[] = { "A", "B", "C", NULL };
  g_autofree char *list = NULL;
  g_autofree char *replaced = val_format_replace ("Deleted: %s, %d", "100% %s");
  g_autofree char *many = val_format_count ("%u people", 5000);
  g_autofree char *few = val_format_count ("100% of %d", 12);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = val_format_number (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  list = val_format_list (items);
  g_assert_cmpstr (list, ==, "A, B and C");
  g_assert_cmpstr (replaced, ==, "Deleted: 100% %s, %d");
  g_assert_cmpstr (many, ==, "5,000 people");
  g_assert_cmpstr (few, ==, "100% of 12");
}

/* What is said in a language: dates, words with a context, plurals, numbers. */
static char *
say_things (void)
{
  GString *out = g_string_new (val_i18n_language ());

  for (guint n = 0; n < 130; n++)
    {
      g_autofree char *number = val_format_number (n * 1000.5, 1);

      g_string_append_c (out, '\n');
      g_string_append_printf (
          out, ngettext ("%s more is in the table.", "%s more are in the table.", n), number);
    }
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *date
          = val_format_date (val_day_from_ymd (2026, month, 5), VAL_DATE_LONG, VAL_DAY_NONE);

      g_string_append_printf (out, "\n%s %s %s", date, val_format_month_short (month),
                              val_i18n_context_of ("month", "March"));
    }
  g_string_append (out, _ ("There is nothing to show yet."));
  return g_string_free (out, FALSE);
}

static gpointer
say_things_elsewhere (gpointer data)
{
  return say_things ();
}

/* A thread that speaks another language says what the whole program would say in it, and nobody
 * else does. */
static void
test_another_language (void)
{
  static const char *const names[] = { "en", "pl", "el", "fi" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
      {
        g_autofree char *wanted = NULL, *mine = NULL, *after = NULL, *usual = NULL, *other = NULL;

        val_i18n_init (names[k]);
        wanted = say_things ();
        val_i18n_init (names[i]);
        usual = say_things ();
        val_i18n_push (names[k]);
        mine = say_things ();
        other = g_thread_join (g_thread_new ("other", say_things_elsewhere, NULL));
        val_i18n_pop ();
        after = say_things ();
        g_assert_cmpstr (mine, ==, wanted);
        g_assert_cmpstr (other, ==, usual);
        g_assert_cmpstr (after, ==, usual);
      }
  val_i18n_push (NULL);
  g_assert_cmpstr (val_i18n_language (), ==, "fi");
  val_i18n_pop ();
  val_i18n_push ("sv");
  g_assert_cmpstr (val_i18n_language (), ==, "fi");
  val_i18n_pop ();
  val_i18n_init ("en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/format/size", test_size);
  g_test_add_func ("/base/days", test_days);
  g_test_add_func ("/base/iso-days", test_iso_days);
  g_test_add_func ("/base/scales", test_scales);
  g_test_add_func ("/base/scale-writing", test_scale_writing);
  g_test_add_func ("/base/scale-cells", test_scale_cells);
  g_test_add_func ("/base/capitals", test_capitals);
  g_test_add_func ("/base/addressing", test_addressing);
  g_test_add_func ("/base/folding", test_folding);
  g_test_add_func ("/base/folding-kept", test_folding_kept);
  g_test_add_func ("/base/reading-numbers", test_reading_numbers);
  g_test_add_func ("/base/writing-numbers", test_writing_numbers);
  g_test_add_func ("/base/languages", test_languages);
  g_test_add_func ("/base/another-language", test_another_language);
  return g_test_run ();
}
