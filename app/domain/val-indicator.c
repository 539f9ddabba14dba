/* val-indicator.c: indicators, the terms they are judged by, and their values
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-indicator.h"

#include <string.h>

#include "val-i18n.h"
#include "val-words.h"

#define USUAL_MIN_N 30

static const ValWord units[] = {
  [VAL_UNIT_PERCENT] = { "percent", "unit", NC_ ("unit", "Percent") },
  [VAL_UNIT_SECONDS] = { "seconds", "unit", NC_ ("unit", "Seconds") },
  [VAL_UNIT_COUNT] = { "count", "unit", NC_ ("unit", "Count") },
  [VAL_UNIT_RATING] = { "rating", "unit", NC_ ("unit", "Rating 1–5") },
  [VAL_UNIT_LEVEL] = { "level", "unit", NC_ ("unit", "Level 0–10") },
  [VAL_UNIT_HOURS] = { "hours", "unit", NC_ ("unit", "Hours") },
  [VAL_UNIT_DAYS] = { "days", "unit", NC_ ("unit", "Days") },
  [VAL_UNIT_MONEY] = { "money", "unit", NC_ ("unit", "Money") },
};

static const ValWord formulas[] = {
  [VAL_FORMULA_ENTERED] = { "entered", "formula", NC_ ("formula", "Entered or imported values") },
  [VAL_FORMULA_CONTACTS] = { "contacts", "formula", NC_ ("formula", "Number of contacts") },
  [VAL_FORMULA_ANSWERED]
  = { "answered", "formula", NC_ ("formula", "Answered out of all contacts") },
  [VAL_FORMULA_ABANDONED]
  = { "abandoned", "formula", NC_ ("formula", "Not answered out of all contacts") },
  [VAL_FORMULA_SERVICE_LEVEL]
  = { "service-level", "formula", NC_ ("formula", "Service level within a time") },
  [VAL_FORMULA_WAIT] = { "wait", "formula", NC_ ("formula", "Mean waiting time of answered contacts") },
  [VAL_FORMULA_TALK] = { "talk", "formula", NC_ ("formula", "Mean handle time of answered contacts") },
  [VAL_FORMULA_RESOLVED]
  = { "resolved", "formula", NC_ ("formula", "Resolved out of answered contacts") },
  [VAL_FORMULA_SATISFACTION]
  = { "satisfaction", "formula", NC_ ("formula", "Mean of the customers’ ratings") },
  [VAL_FORMULA_SATISFIED]
  = { "satisfied", "formula", NC_ ("formula", "Ratings of 4 and 5 out of all ratings") },
  [VAL_FORMULA_DIFFICULT]
  = { "difficult", "formula", NC_ ("formula", "Difficult out of all contacts") },
  [VAL_FORMULA_RESOLVED_OF_ALL]
  = { "resolved-of-all", "formula", NC_ ("formula", "Resolved out of all contacts") },
};

static const int formula_units[] = {
  [VAL_FORMULA_ENTERED] = -1,
  [VAL_FORMULA_CONTACTS] = VAL_UNIT_COUNT,
  [VAL_FORMULA_ANSWERED] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_ABANDONED] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_SERVICE_LEVEL] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_WAIT] = VAL_UNIT_SECONDS,
  [VAL_FORMULA_TALK] = VAL_UNIT_SECONDS,
  [VAL_FORMULA_RESOLVED] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_SATISFACTION] = VAL_UNIT_RATING,
  [VAL_FORMULA_SATISFIED] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_DIFFICULT] = VAL_UNIT_PERCENT,
  [VAL_FORMULA_RESOLVED_OF_ALL] = VAL_UNIT_PERCENT,
};

/* Translators: A: answered, T: the wanted number of seconds. */
static const ValWord variants[] = {
  [VAL_SERVICE_ALL] = { "all", "service level",
                        NC_ ("service level", "Answered or abandoned in time, of all") },
  [VAL_SERVICE_ANSWERED]
  = { "answered", "service level", NC_ ("service level", "Answered in time, of answered") },
  [VAL_SERVICE_OFFERED]
  = { "offered", "service level", NC_ ("service level", "Answered in time, of all") },
  [VAL_SERVICE_WITHOUT_EARLY]
  = { "without-early", "service level",
      NC_ ("service level", "Answered in time, of all but those abandoned in time") },
  [VAL_SERVICE_SHORT_FORGIVEN]
  = { "short-forgiven", "service level",
      NC_ ("service level", "Answered in time or abandoned within 5 seconds, of all") },
};

static const ValWord periods[] = {
  [VAL_PERIOD_WEEK] = { "week", "period", NC_ ("period", "Week") },
  [VAL_PERIOD_MONTH] = { "month", "period", NC_ ("period", "Month") },
  [VAL_PERIOD_QUARTER] = { "quarter", "period", NC_ ("period", "Quarter") },
  [VAL_PERIOD_YEAR] = { "year", "period", NC_ ("period", "Year") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (units) == VAL_N_UNITS);
G_STATIC_ASSERT (G_N_ELEMENTS (formulas) == VAL_N_FORMULAS);
G_STATIC_ASSERT (G_N_ELEMENTS (formula_units) == VAL_N_FORMULAS);
G_STATIC_ASSERT (G_N_ELEMENTS (variants) == VAL_N_SERVICE_VARIANTS);
G_STATIC_ASSERT (G_N_ELEMENTS (periods) == VAL_N_PERIODS);

/* What a centre begins with. Floors and targets in whole units. */
typedef struct
{
  const char *key;
  const char *name;
  const char *description;
  int unit;
  int formula;
  int variant;
  int seconds;
  gboolean lower_is_better;
  gboolean in_use; /* FALSE: suspended until somebody wants it */
  double floor;
  double target;
  double weight;
} Preset;

static const Preset presets[] = {
  { "answered", NC_ ("indicator", "Answered share"),
    NC_ ("indicator", "How many of the contacts that arrived were answered."), VAL_UNIT_PERCENT,
    VAL_FORMULA_ANSWERED, 0, 0, FALSE, TRUE, 70, 95, 1 },
  { "service-level", NC_ ("indicator", "Service level"),
    NC_ ("indicator", "How many customers were answered within the wanted time."),
    VAL_UNIT_PERCENT, VAL_FORMULA_SERVICE_LEVEL, VAL_SERVICE_OFFERED, 20, FALSE, FALSE, 40, 80, 1 },
  { "wait", NC_ ("indicator", "Speed of answer"),
    NC_ ("indicator", "How long customers wait before somebody answers."), VAL_UNIT_SECONDS,
    VAL_FORMULA_WAIT, 0, 0, TRUE, TRUE, 120, 30, 1 },
  { "talk", NC_ ("indicator", "Handle time"),
    NC_ ("indicator", "How long a contact takes. Short is not good in itself: look at it together "
                      "with what was resolved."),
    VAL_UNIT_SECONDS, VAL_FORMULA_TALK, 0, 0, TRUE, TRUE, 420, 180, 0.5 },
  { "resolved", NC_ ("indicator", "Resolved at first contact"),
    NC_ ("indicator", "How many answered contacts were resolved without another one."),
    VAL_UNIT_PERCENT, VAL_FORMULA_RESOLVED, 0, 0, FALSE, TRUE, 60, 90, 2 },
  { "satisfaction", NC_ ("indicator", "Satisfaction"),
    NC_ ("indicator", "What customers answered when they were asked, 1 to 5."), VAL_UNIT_RATING,
    VAL_FORMULA_SATISFACTION, 0, 0, FALSE, TRUE, 2.5, 4.5, 2 },
  { "difficult", NC_ ("indicator", "Difficult contacts"),
    NC_ ("indicator", "The share of contacts that were hard for the agent. Where service is in "
                      "order it is 2 to 4 percent."),
    VAL_UNIT_PERCENT, VAL_FORMULA_DIFFICULT, 0, 0, TRUE, FALSE, 10, 3, 1 },
  { "quality", NC_ ("indicator", "Quality score"),
    NC_ ("indicator", "The result of listening to contacts with the agreed form."),
    VAL_UNIT_PERCENT, VAL_FORMULA_ENTERED, 0, 0, FALSE, TRUE, 60, 90, 2 },
  { "adherence", NC_ ("indicator", "Schedule adherence"),
    NC_ ("indicator", "How much of the planned time was worked as planned."), VAL_UNIT_PERCENT,
    VAL_FORMULA_ENTERED, 0, 0, FALSE, TRUE, 80, 95, 1 },
  { "transfers", NC_ ("indicator", "Transfers"),
    NC_ ("indicator", "How many contacts were passed on to somebody else."), VAL_UNIT_PERCENT,
    VAL_FORMULA_ENTERED, 0, 0, TRUE, FALSE, 25, 5, 1 },
  { "promises", NC_ ("indicator", "Promises kept"),
    NC_ ("indicator", "How many promises to customers were kept in time."), VAL_UNIT_PERCENT,
    VAL_FORMULA_ENTERED, 0, 0, FALSE, FALSE, 80, 100, 1 },
  { "complaints-confirmed", NC_ ("indicator", "Complaints confirmed in 24/48 hours"),
    NC_ ("indicator", "How many complaints were acknowledged within 24 hours, 48 at the weekend."),
    VAL_UNIT_PERCENT, VAL_FORMULA_ENTERED, 0, 0, FALSE, FALSE, 80, 100, 1 },
  { "complaints-decided", NC_ ("indicator", "Complaints decided in 7 days"),
    NC_ ("indicator", "How many complaints were decided within seven days."), VAL_UNIT_PERCENT,
    VAL_FORMULA_ENTERED, 0, 0, FALSE, FALSE, 70, 95, 1 },
  { "remedy", NC_ ("indicator", "Remedy in 2 working days"),
    NC_ ("indicator", "How many of the remedies promised came within two working days."),
    VAL_UNIT_PERCENT, VAL_FORMULA_ENTERED, 0, 0, FALSE, FALSE, 70, 95, 1 },
};

/* val_values_new:
 * @values: (array length=n): sorted by indicator, person and day
 * @n: how many
 *
 * Returns: (transfer full): the values, copied. Any thread.
 */
ValValues *
val_values_new (const ValValue *values, guint n)
{
  ValValues *self = g_atomic_rc_box_alloc (sizeof (ValValues) + n * sizeof (ValValue));

  self->n = n;
  if (n > 0)
    memcpy (self->values, values, n * sizeof (ValValue));
  return self;
}

/* val_values_unref: @self is nullable. Any thread. */
void
val_values_unref (ValValues *self)
{
  if (self != NULL)
    g_atomic_rc_box_release (self);
}

/**
 * val_indicator_new:
 *
 * Returns: (transfer full): a draft of an indicator whose values are entered, in percent, looked
 *   at each month; no rank below 30 cases
 */
ValIndicator *
val_indicator_new (void)
{
  ValIndicator *self = val_record_new (VAL_RECORD_INDICATOR);

  self->period = VAL_PERIOD_MONTH;
  self->seconds = 20;
  self->variant = VAL_SERVICE_OFFERED;
  self->min_n = USUAL_MIN_N;
  return self;
}

/**
 * val_indicator_term_new:
 * @indicator_id: whose
 * @day: from which day on it counts
 *
 * Returns: (transfer full): a draft with floor 0, target 100 and weight 1
 */
ValIndicatorTerm *
val_indicator_term_new (gint64 indicator_id, ValDay day)
{
  ValIndicatorTerm *self = val_record_new (VAL_RECORD_TERM);

  self->indicator_id = indicator_id;
  self->day = day;
  self->target = 100 * 1000;
  self->weight = 1000;
  return self;
}

static const Preset *
preset_of (const ValIndicator *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (strcmp (presets[i].key, self->key) == 0)
      return &presets[i];
  return NULL;
}

/* val_indicator_get_name: (transfer none): as given, else as translated */
const char *
val_indicator_get_name (const ValIndicator *self)
{
  const Preset *preset;

  if (*self->name != '\0' || (preset = preset_of (self)) == NULL)
    return *self->name != '\0' ? self->name : self->key;
  return val_i18n_context_of ("indicator", preset->name);
}

/* val_indicator_get_description: (transfer none): as given, else as translated; "" */
const char *
val_indicator_get_description (const ValIndicator *self)
{
  const Preset *preset;

  if (*self->description != '\0' || (preset = preset_of (self)) == NULL)
    return self->description;
  return val_i18n_context_of ("indicator", preset->description);
}

/**
 * val_indicator_is_active:
 * @self: an indicator
 * @on: a day
 *
 * Returns: whether it is in use on that day
 */
gboolean
val_indicator_is_active (const ValIndicator *self, ValDay on)
{
  return (self->start_day == VAL_DAY_NONE || self->start_day <= on)
         && (self->suspended_day == VAL_DAY_NONE || on < self->suspended_day);
}

/**
 * val_indicators_new_default:
 * @ret_terms: (out) (transfer full) (element-type ValIndicatorTerm): what each is judged by since
 *   1970; indicator_id is 0
 *
 * Returns: (transfer full) (element-type ValIndicator): the indicators a centre begins with
 */
GPtrArray *
val_indicators_new_default (GPtrArray **ret_terms)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (val_record_free);
  GPtrArray *terms = g_ptr_array_new_with_free_func (val_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      const Preset *preset = &presets[i];
      ValIndicator *self = val_indicator_new ();
      ValIndicatorTerm *term = val_indicator_term_new (0, 0);

      val_set_string (&self->key, preset->key);
      self->unit = preset->unit;
      self->formula = preset->formula;
      self->variant = preset->variant;
      self->seconds = preset->seconds;
      self->lower_is_better = preset->lower_is_better;
      self->position = (int) i;
      if (!preset->in_use)
        self->suspended_day = 0;
      if (preset->formula == VAL_FORMULA_ENTERED)
        self->min_n = 0; /* how many cases stand behind an entered value is often not known */
      term->floor = (gint64) (preset->floor * 1000);
      term->target = (gint64) (preset->target * 1000);
      term->weight = (int) (preset->weight * 1000);
      g_ptr_array_add (all, self);
      g_ptr_array_add (terms, term);
    }
  *ret_terms = terms;
  return all;
}

/* val_unit_get_label: (transfer none): translated; "" for no such unit */
const char *
val_unit_get_label (int unit)
{
  return val_words_label (VAL_WORDS (units), unit);
}

/* val_formula_get_label: (transfer none): translated; "" for no such formula */
const char *
val_formula_get_label (int formula)
{
  return val_words_label (VAL_WORDS (formulas), formula);
}

/* val_service_variant_get_label: (transfer none): translated; "" for no such formula */
const char *
val_service_variant_get_label (int variant)
{
  return val_words_label (VAL_WORDS (variants), variant);
}

/* val_service_variant_from_key: FALSE: there is no such formula */
gboolean
val_service_variant_from_key (const char *key, int *ret_variant)
{
  return val_words_find (VAL_WORDS (variants), key, ret_variant);
}

/* val_period_get_label: (transfer none): translated; "" for no such period */
const char *
val_period_get_label (int period)
{
  return val_words_label (VAL_WORDS (periods), period);
}

/* val_unit_to_key: (transfer none) (nullable): the word of files */
const char *
val_unit_to_key (int unit)
{
  return val_words_key (VAL_WORDS (units), unit);
}

/* val_formula_to_key: (transfer none) (nullable): the word of files */
const char *
val_formula_to_key (int formula)
{
  return val_words_key (VAL_WORDS (formulas), formula);
}

/**
 * val_formula_unit:
 * @formula: a #ValFormula
 * @entered: the unit that was chosen, when values are entered
 *
 * Returns: the #ValIndicatorUnit of its values
 */
int
val_formula_unit (int formula, int entered)
{
  g_return_val_if_fail (formula >= 0 && formula < VAL_N_FORMULAS, entered);
  return formula_units[formula] >= 0 ? formula_units[formula] : entered;
}

