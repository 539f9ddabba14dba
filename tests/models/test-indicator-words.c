/* test-indicator-words.c: values of indicators shown and read in each language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-i18n.h"
#include "val-indicator-words.h"

#define NB "\302\240"

/* Whether a blank breaks is a matter of the translation. */
static char *
with_plain_blanks (char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = g_strsplit (owned, NB, -1);

  return g_strjoinv (" ", parts);
}

static void
test_shown (void)
{
  static const struct
  {
    const char *language;
    int unit;
    double value;
    const char *shown;
    const char *plain;
  } rows[] = {
    { "en", VAL_UNIT_PERCENT, 87.5, "87.5%", "87.5" },
    { "pl", VAL_UNIT_PERCENT, 87.5, "87,5%", "87,5" },
    { "fi", VAL_UNIT_PERCENT, 87.5, "87,5 %", "87,5" },
    { "en", VAL_UNIT_SECONDS, 67.5207, "67.5 s", "67.5" },
    { "en", VAL_UNIT_SECONDS, 224.9228, "224.9 s (3:45 min)", "224.9" },
    { "pl", VAL_UNIT_SECONDS, 224.9228, "224,9 s (3:45 min)", "224,9" },
    { "fi", VAL_UNIT_SECONDS, 224.9228, "224,9 s (3:45 min)", "224,9" },
    { "en", VAL_UNIT_RATING, 3.40355, "3.40", "3.40" },
    { "en", VAL_UNIT_COUNT, 5000, "5,000", "5,000" },
    { "en", VAL_UNIT_COUNT, 2.5, "2.5", "2.5" },
    { "en", VAL_UNIT_HOURS, 1.5, "1.5 h", "1.5" },
    { "en", VAL_UNIT_PERCENT, NAN, "–", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = NULL, *plain = NULL;

      val_i18n_init (rows[i].language);
      shown = with_plain_blanks (val_indicator_format (rows[i].unit, rows[i].value));
      plain = with_plain_blanks (val_indicator_format_plain (rows[i].unit, rows[i].value));
      g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_cmpstr (plain, ==, rows[i].plain);
    }
}

static void
test_read (void)
{
  static const struct
  {
    int unit;
    const char *text;
    gint64 value; /* -1: refused */
  } rows[] = {
    { VAL_UNIT_PERCENT, "87,5", 87500 },  { VAL_UNIT_PERCENT, " 87.5 % ", 87500 },
    { VAL_UNIT_PERCENT, "0", 0 },         { VAL_UNIT_PERCENT, "100", 100000 },
    { VAL_UNIT_PERCENT, "100,1", -1 },    { VAL_UNIT_PERCENT, "-1", -1 },
    { VAL_UNIT_PERCENT, "many", -1 },     { VAL_UNIT_PERCENT, "", -1 },
    { VAL_UNIT_SECONDS, "3:45", 225000 }, { VAL_UNIT_SECONDS, "3:60", -1 },
    { VAL_UNIT_SECONDS, "67,5", 67500 },  { VAL_UNIT_RATING, "5", 5000 },
    { VAL_UNIT_RATING, "0,9", -1 },       { VAL_UNIT_LEVEL, "10", 10000 },
    { VAL_UNIT_LEVEL, "11", -1 },         { VAL_UNIT_MONEY, "-12", -12000 },
    { VAL_UNIT_COUNT, "3:45", -1 },
  };

  val_i18n_init ("pl");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 value = -1;
      gboolean read = val_indicator_parse (rows[i].unit, rows[i].text, &value);

      g_assert_cmpint (read, ==, rows[i].value != -1);
      if (read)
        g_assert_cmpint (value, ==, rows[i].value);
    }
}

static void
test_terms (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GPtrArray *terms = g_ptr_array_new_with_free_func (val_record_free);
  static const struct { gint64 indicator; ValDay day; } rows[]
      = { { 1, 0 }, { 2, 0 }, { 1, 20000 }, { 1, 20100 } };
  const ValIndicatorTerm *term;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ValIndicatorTerm *one = val_indicator_term_new (rows[i].indicator, rows[i].day);

      one->record.id = (gint64) i + 1;
      g_ptr_array_add (terms, one);
    }
  val_dataset_builder_take_records (builder, VAL_RECORD_TERM, terms);
  dataset = val_dataset_builder_end (builder);
  term = val_indicator_term_on (dataset, 1, 19999);
  g_assert_cmpint (term->day, ==, 0);
  term = val_indicator_term_on (dataset, 1, 20099);
  g_assert_cmpint (term->day, ==, 20000);
  term = val_indicator_term_on (dataset, 1, 20100);
  g_assert_cmpint (term->day, ==, 20100);
  g_assert_null (val_indicator_term_on (dataset, 3, 20100));
  list = val_indicator_terms (dataset, 1);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (((const ValIndicatorTerm *) list->pdata[0])->day, ==, 20100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-words/shown", test_shown);
  g_test_add_func ("/indicator-words/read", test_read);
  g_test_add_func ("/indicator-words/terms", test_terms);
  return g_test_run ();
}
