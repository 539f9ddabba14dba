/* val-scorecard-build.c: making the cube of a scorecard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-private.h"

#include <string.h>

/* The trend, and the days that are judged unless they are its last period. */
static void
make_slots (ValScorecard *self)
{
  const ValScorecardQuery *query = &self->query;
  const ValScorePeriod current = { query->from, query->to };

  self->n_periods = CLAMP (query->n_periods, 1, VAL_SCORECARD_MOST_PERIODS);
  self->slots = g_new0 (ValScorePeriod, self->n_periods + 1);
  for (guint i = 0; i < self->n_periods; i++)
    {
      ValDay day = val_period_step (query->period, query->to,
                                    (int) i - ((int) self->n_periods - 1));

      self->slots[i] = (ValScorePeriod){ day, val_period_last_day (query->period, day) };
    }
  self->current = self->n_periods - 1;
  self->n_slots = self->n_periods;
  if (memcmp (&self->slots[self->current], &current, sizeof (current)) != 0)
    {
      self->current = self->n_periods;
      self->slots[self->n_slots++] = current;
    }
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const ValIndicator *first = *(const ValIndicator *const *) a;
  const ValIndicator *second = *(const ValIndicator *const *) b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

static void
find_indicators (ValScorecard *self)
{
  guint n = val_dataset_n_records (self->dataset, VAL_RECORD_INDICATOR);

  self->indicators = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      const ValIndicator *indicator
          = val_dataset_record (self->dataset, VAL_RECORD_INDICATOR, i);
      gboolean active = FALSE;

      for (guint slot = 0; slot < self->n_slots; slot++)
        active |= val_indicator_is_active (indicator, self->slots[slot].to);
      if (active)
        g_ptr_array_add (self->indicators, (gpointer) indicator);
    }
  g_ptr_array_sort (self->indicators, compare_positions);
}

/* What is valid on @on: the latest that began on or before it. */
static ValScoreTerm
term_on (ValDataset *dataset, const ValIndicator *indicator, ValDay on)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_TERM);
  const ValIndicatorTerm *valid = NULL;

  for (guint i = 0; i < n && val_indicator_is_active (indicator, on); i++)
    {
      const ValIndicatorTerm *term = val_dataset_record (dataset, VAL_RECORD_TERM, i);

      if (term->indicator_id == indicator->record.id && term->day <= on
          && (valid == NULL || term->day > valid->day))
        valid = term;
    }
  return valid != NULL ? (ValScoreTerm){ valid->floor, valid->target, valid->weight }
                       : (ValScoreTerm){ 0, 0, -1 };
}

static void
find_terms (ValScorecard *self)
{
  guint n = self->indicators->len;

  self->terms = g_new (ValScoreTerm, self->n_slots * MAX (n, 1));
  for (guint slot = 0; slot < self->n_slots; slot++)
    for (guint i = 0; i < n; i++)
      self->terms[slot * n + i] = term_on (
          self->dataset, g_ptr_array_index (self->indicators, i), self->slots[slot].to);
}

/* Places of contacts in the slots from @first to @last, one after another. */
static ValPlaces *
places_of_slots (const ValScorecard *self, const ValLines *lines, guint first, guint last)
{
  const ValContactFilter filter = VAL_CONTACT_FILTER_ALL;
  ValPlaces *places = val_places_new (self->dataset, &filter);
  guint32 *days = val_places_days (places);
  guint32 *labels = val_places_labels (places, self->dataset, VAL_LABEL_AGENT);

  for (guint i = 0; i < VAL_N_DAYS; i++)
    days[i] = VAL_PLACE_OUT;
  for (guint slot = first; slot <= last; slot++)
    for (ValDay day = MAX (self->slots[slot].from, 0);
         day <= self->slots[slot].to && day < VAL_N_DAYS; day++)
      days[day] = slot * self->n_lines;
  for (guint i = 0; i <= places->n_labels[VAL_LABEL_AGENT]; i++)
    labels[i] = lines->of_label[i];
  places->n = self->n_slots * self->n_lines;
  return places;
}

/* Sums of all indicators while contacts are walked. */
typedef struct
{
  GPtrArray *tallies; /* of ValTally; NULL: entered values */
  guint32 *rows;
} Sums;

static void
sums_clear (Sums *sums)
{
  g_clear_pointer (&sums->tallies, g_ptr_array_unref);
  g_free (sums->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

static void
sums_init (Sums *sums, const ValScorecard *self)
{
  guint32 n = self->n_slots * self->n_lines;

  sums->tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) val_tally_free);
  sums->rows = g_new0 (guint32, n + 1);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      ValMeasureFormula formula = val_measure_formula (g_ptr_array_index (self->indicators, i));

      g_ptr_array_add (sums->tallies, formula.formula == VAL_FORMULA_ENTERED
                                          ? NULL
                                          : val_tally_new (&formula, n));
    }
}

static void
add_block (Sums *sums, const ValPlaces *places, const ValContactColumns *columns, guint from)
{
  guint32 block[VAL_PLACES_BLOCK];
  guint n = MIN (columns->n - from, VAL_PLACES_BLOCK);

  val_places_fill (places, columns, from, n, block);
  val_count_block (block, n, sums->rows);
  for (guint i = 0; i < sums->tallies->len; i++)
    if (g_ptr_array_index (sums->tallies, i) != NULL)
      val_tally_block (g_ptr_array_index (sums->tallies, i), columns, from, n, block);
}

/* FALSE: stopped. */
static gboolean
add_contacts (ValScorecard *self, const ValLines *lines, const ValContacts *contacts,
              ValStopFunc stop, gpointer stop_data)
{
  g_autoptr (ValPlaces) trend = places_of_slots (self, lines, 0, self->n_periods - 1);
  g_autoptr (ValPlaces) current
      = self->current == self->n_periods
            ? places_of_slots (self, lines, self->current, self->current)
            : NULL;
  g_auto (Sums) sums = { 0 };

  sums_init (&sums, self);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      if (stop != NULL && stop (stop_data))
        return FALSE;
      for (guint from = 0; from < columns->n; from += VAL_PLACES_BLOCK)
        {
          add_block (&sums, trend, columns, from);
          if (current != NULL)
            add_block (&sums, current, columns, from);
        }
    }
  for (guint i = 0; i < sums.tallies->len; i++)
    if (g_ptr_array_index (sums.tallies, i) != NULL)
      val_tally_end (g_ptr_array_index (sums.tallies, i), sums.rows, self->measures[i]);
  return TRUE;
}

/* The first value of an indicator: they are sorted by it. */
static guint
first_value (const ValValues *values, gint64 indicator_id)
{
  guint low = 0, high = values->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (values->values[middle].indicator_id < indicator_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
lies_in (const ValScorePeriod *days, ValDay day)
{
  return day >= days->from && day <= days->to;
}

/* Adds the entered values of an indicator; @sums: slots x lines. */
static void
add_values (const ValScorecard *self, const ValLines *lines, const ValValues *values,
            gint64 indicator_id, ValEntered *sums)
{
  guint person = 0, slot = 0;
  gint64 of_person = 0;

  for (guint i = first_value (values, indicator_id);
       i < values->n && values->values[i].indicator_id == indicator_id; i++)
    {
      const ValValue *value = &values->values[i];

      if (value->person_id != of_person
          && !val_dataset_find_person (self->dataset, value->person_id, &person))
        person = lines->none_line;
      of_person = value->person_id;
      /* Values of a person rise with the day, so that the next one is seldom far. */
      for (guint tried = 0; tried < self->n_periods && !lies_in (&self->slots[slot], value->day);
           tried++)
        slot = (slot + 1) % self->n_periods;
      if (lies_in (&self->slots[slot], value->day))
        val_entered_add (&sums[slot * self->n_lines + person], value);
      if (self->current == self->n_periods && lies_in (&self->slots[self->current], value->day))
        val_entered_add (&sums[self->current * self->n_lines + person], value);
    }
}

/* For each line below the teams, and each team above it: (line, team's line), of guint. */
static GArray *
lines_of_teams (const ValScorecard *self, const ValLines *lines)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_teams = val_dataset_n_teams (self->dataset);

  for (guint line = 0; line < lines->label_line; line++)
    {
      gint64 team_id = val_dataset_person (self->dataset, line)->team_id;

      for (guint t = 0; team_id != 0 && t < n_teams; t++)
        if (val_dataset_team_within (self->dataset, team_id,
                                     val_dataset_team (self->dataset, t)->id))
          {
            const guint pair[2] = { line, lines->team_line + t };

            g_array_append_vals (pairs, pair, 2);
          }
    }
  for (guint line = 0; line < lines->team_line; line++)
    {
      const guint pair[2] = { line, lines->centre_line };

      g_array_append_vals (pairs, pair, 2);
    }
  return pairs;
}

/* Pools lines into teams and the centre. */
static void
pool (const ValScorecard *self, const GArray *pairs, ValMeasure *measures, ValEntered *sums)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    for (guint i = 0; i < pairs->len; i += 2)
      {
        gsize from = (gsize) slot * self->n_lines + g_array_index (pairs, guint, i);
        gsize to = (gsize) slot * self->n_lines + g_array_index (pairs, guint, i + 1);

        if (sums != NULL)
          val_entered_join (&sums[to], &sums[from]);
        else
          val_measure_add (&measures[to], &measures[from]);
      }
}

static void
add_entered (ValScorecard *self, const ValLines *lines, const ValValues *values,
             const GArray *pairs, guint indicator)
{
  gsize n = (gsize) self->n_slots * self->n_lines;
  g_autofree ValEntered *sums = g_new0 (ValEntered, n);
  const ValIndicator *one = g_ptr_array_index (self->indicators, indicator);

  if (values != NULL)
    add_values (self, lines, values, one->record.id, sums);
  pool (self, pairs, NULL, sums);
  self->kinds[indicator] = g_new (guint8, n);
  for (gsize i = 0; i < n; i++)
    self->kinds[indicator][i]
        = (guint8) val_entered_measure (&sums[i], &self->measures[indicator][i]);
}

static void
add_scores (ValScorecard *self, guint indicator)
{
  const ValIndicator *one = g_ptr_array_index (self->indicators, indicator);

  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      const ValScoreTerm *term = val_scorecard_term (self, slot, indicator);
      const ValMeasure *measures = self->measures[indicator] + (gsize) slot * self->n_lines;
      gint32 *scores = val_scorecard_scores (self, slot, indicator);

      for (guint line = 0; line < self->n_lines; line++)
        {
          ValMeasureKind kind = val_scorecard_kind (self, slot, indicator, line);

          scores[line] = term->weight < 0 || measures[line].rows == 0
                             ? VAL_SCORE_NONE
                             : val_score_of_value (val_measure_exact (&measures[line], kind),
                                                   term->floor, term->target);
          if (slot == self->current)
            self->firm[indicator * self->n_lines + line]
                = val_measure_n (&measures[line], kind) >= one->min_n || one->min_n <= 0;
        }
    }
}

static void
weigh_all (ValScorecard *self)
{
  guint n = self->indicators->len;
  g_autofree int *weights = g_new (int, MAX (n, 1));

  self->own = g_new (gint32, (gsize) self->n_slots * self->n_lines);
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      for (guint i = 0; i < n; i++)
        weights[i] = self->terms[slot * n + i].weight;
      val_scorecard_weigh (self, slot, weights, self->own + (gsize) slot * self->n_lines);
    }
}

/**
 * val_scorecard_new:
 * @dataset: indicators, their terms, labels, people and teams
 * @contacts: (nullable): all contacts
 * @values: (nullable): all entered values
 * @query: what is asked
 * @stop: (nullable): asked once per some ten thousand contacts
 * @stop_data: for @stop
 *
 * Every period is judged by the terms that were valid on its last day. Some ten milliseconds per
 * million contacts. Any thread.
 *
 * Returns: (transfer full) (nullable): the cube; %NULL: stopped
 */
ValScorecard *
val_scorecard_new (ValDataset *dataset, const ValContacts *contacts, const ValValues *values,
                   const ValScorecardQuery *query, ValStopFunc stop, gpointer stop_data)
{
  g_autoptr (ValScorecard) self = NULL;
  g_auto (ValLines) lines = { 0 };
  g_autoptr (GArray) pairs = NULL;

  g_return_val_if_fail (dataset != NULL && query != NULL && query->from <= query->to, NULL);
  g_return_val_if_fail (query->period >= 0 && query->period < VAL_N_PERIODS, NULL);

  self = g_atomic_rc_box_new0 (ValScorecard);
  self->dataset = val_dataset_ref (dataset);
  self->query = *query;
  val_lines_init (&lines, dataset);
  self->n_lines = lines.centre_line + 1;
  make_slots (self);
  find_indicators (self);
  find_terms (self);
  self->measures = g_new0 (ValMeasure *, self->indicators->len + 1);
  self->kinds = g_new0 (guint8 *, self->indicators->len + 1);
  for (guint i = 0; i < self->indicators->len; i++)
    self->measures[i] = g_new0 (ValMeasure, (gsize) self->n_slots * self->n_lines + 1);
  if (contacts != NULL && !add_contacts (self, &lines, contacts, stop, stop_data))
    return NULL;
  pairs = lines_of_teams (self, &lines);
  self->scores
      = g_new (gint32, (gsize) self->n_slots * MAX (self->indicators->len, 1) * self->n_lines);
  self->firm = g_new0 (guint8, (gsize) MAX (self->indicators->len, 1) * self->n_lines);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      if (val_scorecard_indicator (self, i)->formula == VAL_FORMULA_ENTERED)
        add_entered (self, &lines, values, pairs, i);
      else
        pool (self, pairs, self->measures[i], NULL);
      add_scores (self, i);
    }
  val_scorecard_show_rows (self, &lines);
  weigh_all (self);
  return g_steal_pointer (&self);
}
