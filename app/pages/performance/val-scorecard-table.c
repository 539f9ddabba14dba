/* val-scorecard-table.c: the scorecard as rows and columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-table.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-words.h"
#include "val-person-order.h"

struct _ValScorecardTable
{
  ValSession *session;
  ValScorecard *card;
  ValScoreIndex *base;
  ValScoreIndex *index;
  GArray *indicators; /* of guint: with a column */
  GArray *order;      /* of guint: rows of the card */
  GPtrArray *keys;    /* by row: how names are sorted */
  guint current;
  gboolean show_n;
  int sort_column;
  gboolean descending;
  double line[VAL_SCORECARD_MOST_PERIODS]; /* of the row that is filled */
};

static void
table_free (gpointer data)
{
  ValScorecardTable *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->index, val_score_index_unref);
  g_clear_pointer (&self->base, val_score_index_unref);
  g_clear_pointer (&self->card, val_scorecard_unref);
  g_array_unref (self->indicators);
  g_array_unref (self->order);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static guint
indicator_of (ValScorecardTable *self, guint column)
{
  return g_array_index (self->indicators, guint, column - VAL_SCORECARD_FIRST_INDICATOR);
}

static gboolean
value_of (ValScorecardTable *self, guint row, guint indicator, double *ret_value, gint64 *ret_n)
{
  ValMeasureKind kind;
  const ValMeasure *measure
      = val_scorecard_measure (self->card, row, self->current, indicator, &kind);
  gint64 value;

  if (!val_measure_value (measure, kind, &value))
    return FALSE;
  *ret_value = value / 1000.0;
  *ret_n = val_measure_n (measure, kind);
  return TRUE;
}

static int
unit_of (ValScorecardTable *self, guint indicator)
{
  const ValIndicator *what = val_scorecard_indicator (self->card, indicator);

  return val_formula_unit (what->formula, what->unit);
}

/* ---- Order ------------------------------------------------------------------------------------- */

static double
number_of (ValScorecardTable *self, guint row)
{
  double value;
  gint64 n;
  gint32 score;
  guint place;

  switch (self->sort_column)
    {
    case VAL_SCORECARD_COLUMN_INDEX:
    case VAL_SCORECARD_COLUMN_TREND:
      score = val_score_index_get (self->index, row, self->current);
      return score == VAL_SCORE_NONE ? NAN : score;
    case VAL_SCORECARD_COLUMN_PLACE:
      place = val_score_index_place (self->index, row);
      return place == 0 ? NAN : -(double) place;
    default:
      return value_of (self, row, indicator_of (self, (guint) self->sort_column), &value, &n)
                 ? value
                 : NAN;
    }
}

/* Who has no number stands last, whichever way it is sorted. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  ValScorecardTable *self = data;
  guint left = *(const guint *) a, right = *(const guint *) b;

  if (self->sort_column >= 0)
    {
      double first = number_of (self, left), second = number_of (self, right);

      if (isnan (first) != isnan (second))
        return isnan (first) ? 1 : -1;
      if (!isnan (first) && first != second)
        return (first < second) == self->descending ? 1 : -1;
    }
  return strcmp (self->keys->pdata[left], self->keys->pdata[right]);
}

static char *
make_key (ValScorecardTable *self, guint row)
{
  ValDataset *dataset = val_scorecard_dataset (self->card);
  const ValScoreRow *whom = val_scorecard_row (self->card, row);
  g_autofree char *name = NULL, *key = NULL;
  guint index;

  if (whom->kind == VAL_SCORE_ROW_PERSON && val_dataset_find_person (dataset, whom->id, &index))
    return g_strdup_printf ("a%010u",
                            val_person_order (dataset, index,
                                              val_session_get_hide_names (self->session)));
  name = val_performance_row_name (self->session, self->card, row);
  key = g_utf8_collate_key (name, -1);
  return g_strconcat ("b", key, NULL);
}

/* A person or agent of whom there is nothing to show would only be in the way. */
static gboolean
has_anything (ValScorecardTable *self, guint row)
{
  double value;
  gint64 n;

  if (val_scorecard_row (self->card, row)->kind == VAL_SCORE_ROW_PERSON)
    return TRUE;
  for (guint i = 0; i < self->indicators->len; i++)
    if (value_of (self, row, g_array_index (self->indicators, guint, i), &value, &n))
      return TRUE;
  return FALSE;
}

static void
sort (ValScorecardTable *self)
{
  guint n = val_scorecard_n_people (self->card);

  g_array_set_size (self->order, 0);
  for (guint i = 0; i < n; i++)
    if (has_anything (self, i))
      g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_rows, self);
  for (guint i = n; i < val_scorecard_n_rows (self->card); i++)
    g_array_append_val (self->order, i);
}

/* ---- Cells ------------------------------------------------------------------------------------- */

static char *
dup_row_name (gpointer data, guint position)
{
  ValScorecardTable *self = data;

  return val_performance_row_name (self->session, self->card,
                                   g_array_index (self->order, guint, position));
}

static char *
dup_column_name (gpointer data, guint column)
{
  ValScorecardTable *self = data;

  switch (column)
    {
    case VAL_SCORECARD_COLUMN_INDEX:
      /* Translators: the weighted index; head of a narrow column */
      return g_strdup (C_ ("column", "Index"));
    case VAL_SCORECARD_COLUMN_TREND:
      return g_strdup (C_ ("column", "Trend"));
    case VAL_SCORECARD_COLUMN_PLACE:
      /* Translators: place in an order; head of a narrow column */
      return g_strdup (C_ ("column", "Place"));
    default:
      return g_strdup (val_indicator_get_name (
          val_scorecard_indicator (self->card, indicator_of (self, column))));
    }
}

static char *
dup_unit (gpointer data, guint column)
{
  ValScorecardTable *self = data;
  const char *sign;

  if (column == VAL_SCORECARD_COLUMN_INDEX)
    return g_strdup ("0–10");
  if (column < VAL_SCORECARD_FIRST_INDICATOR)
    return g_strdup (" ");
  sign = val_indicator_unit_sign (unit_of (self, indicator_of (self, column)));
  return g_strdup (*sign != '\0' ? sign : " ");
}

static void
fill_index (ValScorecardTable *self, guint row, ValSheetCell *cell)
{
  gint32 score = val_score_index_get (self->index, row, self->current);

  cell->strong = TRUE;
  cell->shade = val_performance_shade (score);
  if (score != VAL_SCORE_NONE)
    cell->text = val_performance_score (score);
}

static void
fill_trend (ValScorecardTable *self, guint row, ValSheetCell *cell)
{
  guint n = MIN (val_scorecard_n_periods (self->card), VAL_SCORECARD_MOST_PERIODS);

  for (guint i = 0; i < n; i++)
    {
      gint32 score = val_score_index_get (self->index, row, i);

      self->line[i] = score == VAL_SCORE_NONE ? NAN : score / (double) VAL_SCORE_ONE;
    }
  cell->line = self->line;
  cell->n_line = n;
}

static void
fill_place (ValScorecardTable *self, guint row, ValSheetCell *cell)
{
  guint place, before;
  g_autofree char *from = NULL, *to = NULL;

  if (row >= val_scorecard_n_people (self->card))
    return;
  place = val_score_index_place (self->index, row);
  before = val_score_index_place (self->base, row);
  cell->dim = place == 0;
  if (place == 0)
    {
      cell->text = g_strdup ("–");
      return;
    }
  to = val_format_integer (place);
  from = val_format_integer (before);
  cell->strong = before != place;
  cell->text = before != place && before > 0 ? g_strdup_printf ("%s → %s", from, to)
                                             : g_steal_pointer (&to);
}

/* Room for “18 → 19”, which comes while a weight is moved and columns keep their widths. */
static guint
get_width (gpointer data, guint column)
{
  ValScorecardTable *self = data;
  g_autofree char *most = NULL;

  if (column != VAL_SCORECARD_COLUMN_PLACE)
    return 0;
  most = val_format_integer (val_score_index_n_placed (self->base));
  return 2 * g_utf8_strlen (most, -1) + 3;
}

static void
fill (gpointer data, guint position, guint column, ValSheetCell *cell)
{
  ValScorecardTable *self = data;
  guint row = g_array_index (self->order, guint, position), indicator;
  double value;
  gint64 n;

  switch (column)
    {
    case VAL_SCORECARD_COLUMN_INDEX:
      fill_index (self, row, cell);
      return;
    case VAL_SCORECARD_COLUMN_TREND:
      fill_trend (self, row, cell);
      return;
    case VAL_SCORECARD_COLUMN_PLACE:
      fill_place (self, row, cell);
      return;
    default:
      break;
    }
  indicator = indicator_of (self, column);
  if (!value_of (self, row, indicator, &value, &n))
    return;
  cell->text = val_indicator_format_plain (unit_of (self, indicator), value);
  cell->shade = val_performance_shade (
      val_scorecard_score (self->card, row, self->current, indicator));
  if (self->show_n && n >= 0)
    cell->second = val_format_integer (n);
}

/* ---- In words ---------------------------------------------------------------------------------- */

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
say_indicator (ValScorecardTable *self, guint row, guint indicator, GString *text)
{
  const ValIndicator *what = val_scorecard_indicator (self->card, indicator);
  ValMeasureKind kind;
  const ValMeasure *measure
      = val_scorecard_measure (self->card, row, self->current, indicator, &kind);
  gint32 score = val_scorecard_score (self->card, row, self->current, indicator);
  gint32 points = val_score_index_points (self->index, row, self->current, indicator);
  g_autofree char *value = NULL, *sure = NULL, *number = NULL, *scored = NULL, *adds = NULL;
  gint64 thousandths;

  if (!val_measure_value (measure, kind, &thousandths))
    {
      value = g_strdup_printf ("%s: %s", val_indicator_get_name (what), _("no value yet"));
      add_part (text, value);
      return;
    }
  sure = val_indicator_format (unit_of (self, indicator), thousandths / 1000.0);
  value = g_strdup_printf ("%s: %s", val_indicator_get_name (what), sure);
  add_part (text, value);
  g_free (sure);
  sure = val_performance_sureness (measure, kind, unit_of (self, indicator));
  add_part (text, sure);
  if (score == VAL_SCORE_NONE)
    return;
  number = val_performance_score (score);
  /* Translators: %s is a score from 0 to 10 */
  scored = val_format_replace (_("score %s of 10"), number);
  add_part (text, scored);
  if (points == VAL_SCORE_NONE)
    return;
  g_free (number);
  number = val_performance_score (points);
  /* Translators: %s is what an indicator adds to the weighted index */
  adds = val_format_replace (_("adds %s to the index"), number);
  add_part (text, adds);
}

static void
say_index (ValScorecardTable *self, guint row, GString *text)
{
  gint32 score = val_score_index_get (self->index, row, self->current);
  g_autofree char *number = val_performance_score (score), *words = NULL, *counted = NULL;
  guint of, n = val_score_index_assessed (self->index, row, self->current, &of);

  if (score == VAL_SCORE_NONE)
    {
      add_part (text, _("no value yet"));
      return;
    }
  /* Translators: %s is the weighted index from 0 to 10 */
  words = val_format_replace (_("index %s of 10"), number);
  add_part (text, words);
  /* Translators: how many indicators have a value, and how many count in the index */
  counted = g_strdup_printf (ngettext ("%1$u of %2$u indicator", "%1$u of %2$u indicators", of), n,
                             of);
  add_part (text, counted);
}

static void
say_trend (ValScorecardTable *self, guint row, GString *text)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < val_scorecard_n_periods (self->card); i++)
    {
      g_autofree char *number
          = val_performance_score (val_score_index_get (self->index, row, i));

      g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "", number);
    }
  /* Translators: %s is a list of numbers, one for each of the last periods */
  words = val_format_replace (_("index of the last periods: %s"), numbers->str);
  add_part (text, words);
}

static char *
dup_text (gpointer data, guint position, guint column)
{
  ValScorecardTable *self = data;
  guint row = g_array_index (self->order, guint, position);
  g_autofree char *name = val_performance_row_name (self->session, self->card, row);
  g_autofree char *place = NULL;
  GString *text = g_string_new (name);

  switch (column)
    {
    case VAL_SCORECARD_COLUMN_INDEX:
      say_index (self, row, text);
      break;
    case VAL_SCORECARD_COLUMN_TREND:
      say_trend (self, row, text);
      break;
    case VAL_SCORECARD_COLUMN_PLACE:
      if (row < val_scorecard_n_people (self->card))
        place = val_performance_place (self->index, row);
      add_part (text, place);
      break;
    default:
      say_indicator (self, row, indicator_of (self, column), text);
      break;
    }
  return g_string_free (text, FALSE);
}

static gboolean
row_is_strong (gpointer data, guint position)
{
  ValScorecardTable *self = data;

  return g_array_index (self->order, guint, position) >= val_scorecard_n_people (self->card);
}

/* ---- The table --------------------------------------------------------------------------------- */

/**
 * val_scorecard_table_new:
 * @session: the session
 * @base: the index with the weights that hold
 *
 * Returns: (transfer full): the table; val_scorecard_table_apply () hands it over to a sheet
 */
ValScorecardTable *
val_scorecard_table_new (ValSession *session, ValScoreIndex *base)
{
  ValScorecardTable *self = g_new0 (ValScorecardTable, 1);

  self->session = g_object_ref (session);
  self->card = val_scorecard_ref (val_score_index_scorecard (base));
  self->base = val_score_index_ref (base);
  self->index = val_score_index_ref (base);
  self->current = val_scorecard_current (self->card);
  self->sort_column = -1;
  self->indicators = g_array_new (FALSE, FALSE, sizeof (guint));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < val_scorecard_n_indicators (self->card); i++)
    if (val_scorecard_term (self->card, self->current, i)->weight >= 0)
      g_array_append_val (self->indicators, i);
  for (guint i = 0; i < val_scorecard_n_people (self->card); i++)
    g_ptr_array_add (self->keys, make_key (self, i));
  sort (self);
  return self;
}

/**
 * val_scorecard_table_apply:
 * @self: (transfer full): the table, which @sheet frees
 */
void
val_scorecard_table_apply (ValScorecardTable *self, ValSheet *sheet)
{
  ValSheetSource source = {
    .n_rows = self->order->len,
    .n_columns = VAL_SCORECARD_FIRST_INDICATOR + self->indicators->len,
    .n_footer = self->order->len > 0 ? 1 : 0,
    .dup_row_name = dup_row_name,
    .dup_column_name = dup_column_name,
    .dup_unit = dup_unit,
    .fill = fill,
    .dup_text = dup_text,
    .get_width = get_width,
    .row_is_strong = row_is_strong,
  };

  val_sheet_set_corner (sheet, C_ ("column", "Name"));
  val_sheet_set_source (sheet, &source, self, table_free);
}

/* val_scorecard_table_set_index: @index is nullable */
void
val_scorecard_table_set_index (ValScorecardTable *self, ValScoreIndex *index)
{
  ValScoreIndex *old = self->index;

  self->index = val_score_index_ref (index != NULL ? index : self->base);
  val_score_index_unref (old);
  if (self->sort_column >= 0 && self->sort_column < VAL_SCORECARD_FIRST_INDICATOR)
    sort (self);
}

/* val_scorecard_table_set_show_n: whether each value says its n */
void
val_scorecard_table_set_show_n (ValScorecardTable *self, gboolean show_n)
{
  self->show_n = show_n;
}

/* val_scorecard_table_set_sort: @column -1: by name */
void
val_scorecard_table_set_sort (ValScorecardTable *self, int column, gboolean descending)
{
  if (column >= VAL_SCORECARD_FIRST_INDICATOR + (int) self->indicators->len)
    column = -1;
  self->sort_column = column;
  self->descending = descending;
  sort (self);
}

/* val_scorecard_table_row: the card's row; G_MAXUINT: none */
guint
val_scorecard_table_row (ValScorecardTable *self, guint position)
{
  return position < self->order->len ? g_array_index (self->order, guint, position) : G_MAXUINT;
}

/* val_scorecard_table_find: where a row of the card stands */
gboolean
val_scorecard_table_find (ValScorecardTable *self, guint row, guint *ret_position)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, guint, i) == row)
      {
        *ret_position = i;
        return TRUE;
      }
  return FALSE;
}

/* val_scorecard_table_indicators: (transfer none) (element-type guint) */
const GArray *
val_scorecard_table_indicators (ValScorecardTable *self)
{
  return self->indicators;
}
