/* val-indicator-words.c: values of indicators as people read them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-indicator-words.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"

/* Seconds from here on are easier to read as minutes too. */
#define LONG_SECONDS 120
#define MOST 1e12

/* val_indicator_unit_sign: (transfer none) */
const char *
val_indicator_unit_sign (int unit)
{
  switch (unit)
    {
    case VAL_UNIT_PERCENT:
      return "%";
    case VAL_UNIT_SECONDS:
      /* Translators: seconds, over a column of numbers */
      return C_ ("unit sign", "s");
    case VAL_UNIT_RATING:
      return "1–5";
    case VAL_UNIT_LEVEL:
      return "0–10";
    case VAL_UNIT_HOURS:
      /* Translators: hours, over a column of numbers */
      return C_ ("unit sign", "h");
    case VAL_UNIT_DAYS:
      /* Translators: days, over a column of numbers */
      return C_ ("unit sign", "d");
    case VAL_UNIT_COUNT:
    case VAL_UNIT_MONEY:
    default:
      return "";
    }
}

static int
decimals_of (int unit)
{
  switch (unit)
    {
    case VAL_UNIT_COUNT:
      return 0;
    case VAL_UNIT_RATING:
    case VAL_UNIT_MONEY:
      return 2;
    default:
      return 1;
    }
}

/* val_indicator_format_plain: (transfer full) */
char *
val_indicator_format_plain (int unit, double value)
{
  int decimals = decimals_of (unit);

  /* A mean of counts is no whole number. */
  if (unit == VAL_UNIT_COUNT && isfinite (value) && fabs (value - round (value)) > 1e-6)
    decimals = 1;
  return val_format_number (value, decimals);
}

/* val_indicator_format: (transfer full) */
char *
val_indicator_format (int unit, double value)
{
  g_autofree char *number = val_indicator_format_plain (unit, value);

  if (!isfinite (value))
    return g_steal_pointer (&number);
  switch (unit)
    {
    case VAL_UNIT_PERCENT:
      return val_format_percent_decimals (value, decimals_of (unit));
    case VAL_UNIT_SECONDS:
      if (value >= LONG_SECONDS)
        {
          gint64 whole = (gint64) floor (value + 0.5);

          /* Translators: %1$s is a number of seconds, %2$d:%3$02d the same as minutes and seconds;
           * the blank before s does not break */
          return g_strdup_printf (C_ ("value", "%1$s s (%2$d:%3$02d min)"), number,
                                  (int) (whole / 60), (int) (whole % 60));
        }
      /* Translators: a number of seconds */
      return g_strdup_printf (C_ ("value", "%s s"), number);
    case VAL_UNIT_HOURS:
      /* Translators: a number of hours */
      return g_strdup_printf (C_ ("value", "%s h"), number);
    case VAL_UNIT_DAYS:
      /* Translators: a number of days */
      return g_strdup_printf (C_ ("value", "%s d"), number);
    default:
      return g_steal_pointer (&number);
    }
}

static gboolean
in_range (int unit, double value)
{
  switch (unit)
    {
    case VAL_UNIT_PERCENT:
      return value >= 0 && value <= 100;
    case VAL_UNIT_RATING:
      return value >= 1 && value <= 5;
    case VAL_UNIT_LEVEL:
      return value >= 0 && value <= 10;
    case VAL_UNIT_MONEY:
      return fabs (value) < MOST;
    default:
      return value >= 0 && value < MOST;
    }
}

/* val_indicator_parse: @text as typed or pasted */
gboolean
val_indicator_parse (int unit, const char *text, gint64 *ret_thousandths)
{
  g_autofree char *half = val_format_number (0.5, 1);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char *colon = unit == VAL_UNIT_SECONDS ? strchr (trimmed, ':') : NULL;
  double value, seconds = 0;

  if (unit == VAL_UNIT_PERCENT && g_str_has_suffix (trimmed, "%"))
    trimmed[strlen (trimmed) - 1] = '\0';
  if (colon != NULL)
    *colon = '\0';
  if (colon != NULL && (!val_parse_number (colon + 1, half[1], &seconds) || seconds >= 60))
    return FALSE;
  if (!val_parse_number (g_strstrip (trimmed), half[1], &value))
    return FALSE;
  if (colon != NULL)
    value = value * 60 + seconds;
  if (!in_range (unit, value))
    return FALSE;
  *ret_thousandths = (gint64) floor (value * 1000 + 0.5);
  return TRUE;
}

/* Round numbers, as most floors and targets are, need no decimals. */
static char *
format_wanted (int unit, gint64 thousandths)
{
  int decimals = thousandths % 1000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : 2;

  if (unit == VAL_UNIT_PERCENT)
    return val_format_percent_decimals ((double) thousandths / 1000.0, decimals);
  if (unit == VAL_UNIT_SECONDS)
    {
      g_autofree char *number = val_format_number ((double) thousandths / 1000.0, decimals);

      return g_strdup_printf (C_ ("value", "%s s"), number);
    }
  return val_format_number ((double) thousandths / 1000.0, decimals);
}

/* val_indicator_term_words: (transfer full) */
char *
val_indicator_term_words (const ValIndicator *indicator, const ValIndicatorTerm *term)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  g_autofree char *floor_text = format_wanted (unit, term->floor);
  g_autofree char *target = format_wanted (unit, term->target);
  g_autofree char *weight
      = val_format_number (term->weight / 1000.0, term->weight % 1000 == 0 ? 0 : 1);

  /* Translators: what an indicator is judged by: at the floor it scores 0, at the target 10 */
  return g_strdup_printf (_("floor %1$s, target %2$s, weight %3$s"), floor_text, target, weight);
}

/* val_indicator_term_on: (transfer none) (nullable) */
const ValIndicatorTerm *
val_indicator_term_on (const ValDataset *dataset, gint64 indicator_id, ValDay day)
{
  const ValIndicatorTerm *best = NULL;

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_TERM); i++)
    {
      const ValIndicatorTerm *term = val_dataset_record (dataset, VAL_RECORD_TERM, i);

      if (term->indicator_id == indicator_id && term->day <= day
          && (best == NULL || term->day > best->day))
        best = term;
    }
  return best;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const ValIndicatorTerm *left = *(const ValIndicatorTerm *const *) a;
  const ValIndicatorTerm *right = *(const ValIndicatorTerm *const *) b;

  return left->day > right->day ? -1 : left->day < right->day;
}

/* val_indicator_terms: newest first */
GPtrArray *
val_indicator_terms (const ValDataset *dataset, gint64 indicator_id)
{
  GPtrArray *terms = g_ptr_array_new ();

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_TERM); i++)
    {
      const ValIndicatorTerm *term = val_dataset_record (dataset, VAL_RECORD_TERM, i);

      if (term->indicator_id == indicator_id)
        g_ptr_array_add (terms, (gpointer) term);
    }
  g_ptr_array_sort (terms, compare_terms);
  return terms;
}

static int
compare_indicators (gconstpointer a, gconstpointer b)
{
  const ValIndicator *left = *(const ValIndicator *const *) a;
  const ValIndicator *right = *(const ValIndicator *const *) b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return left->record.id < right->record.id ? -1 : left->record.id > right->record.id;
}

/* val_indicators_in_order: all there are */
GPtrArray *
val_indicators_in_order (const ValDataset *dataset)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_INDICATOR); i++)
    g_ptr_array_add (list, (gpointer) val_dataset_record (dataset, VAL_RECORD_INDICATOR, i));
  g_ptr_array_sort (list, compare_indicators);
  return list;
}
