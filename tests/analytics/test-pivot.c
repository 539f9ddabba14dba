/* test-pivot.c: an indicator by two dimensions
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "numbers-fixture.h"
#include "val-period.h"
#include "val-pivot.h"

#define DAY 18628 /* 2021-01-01, a Friday */

typedef struct
{
  Numbers *numbers;
  ValDataset *dataset;
  ValContacts *contacts;
  ValValues *values;
} Centre;

static void
centre_clear (Centre *self)
{
  val_values_unref (self->values);
  val_contacts_unref (self->contacts);
  val_dataset_unref (self->dataset);
  numbers_free (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Centre, centre_clear)

static void
centre_end (Centre *self)
{
  self->dataset = numbers_dataset (self->numbers);
  self->contacts = numbers_contacts (self->numbers);
  self->values = numbers_values (self->numbers);
}

static ValPivot *
pivot_of (const Centre *centre, ValDimension rows, ValDimension columns,
          const ValContactFilter *filter)
{
  const ValContactFilter all = VAL_CONTACT_FILTER_ALL;
  const ValPivotQuery query
      = { rows, columns, val_dataset_record (centre->dataset, VAL_RECORD_INDICATOR, 0),
          filter != NULL ? *filter : all };

  return val_pivot_new (centre->dataset, centre->contacts, centre->values, &query, NULL, NULL);
}

static double
exact (const ValPivot *pivot, guint row, guint column)
{
  ValMeasureKind kind;
  const ValMeasure *measure = val_pivot_cell (pivot, row, column, &kind);

  return val_measure_exact (measure, kind);
}

/* Anna (two labels) and Ben of two teams, an agent nobody was matched to, contacts of nobody. */
static void
small_centre (Centre *centre)
{
  static const struct
  {
    const char *agent;
    int day;
    int second;
    int answered; /* -1: not known */
  } contacts[] = { { "anna", 0, 9 * 3600, 1 },   { "anna2", 0, 9 * 3600 + 3599, 0 },
                   { "ben", 0, 10 * 3600, 1 },   { "ben", 31, 23 * 3600 + 3599, 0 },
                   { "ben", 31, 0, 0 },          { "guest", 59, 9 * 3600, -1 },
                   { NULL, 59, -1, 1 },          { NULL, 59, 9 * 3600, 0 } };
  Numbers *numbers = centre->numbers = numbers_new ();
  gint64 whole = numbers_team (numbers, "Whole", 0);
  gint64 anna = numbers_person (numbers, "Anna", numbers_team (numbers, "Phone", whole));
  gint64 ben = numbers_person (numbers, "Ben", whole);

  numbers_label (numbers, VAL_LABEL_AGENT, "anna", anna);
  numbers_label (numbers, VAL_LABEL_AGENT, "anna2", anna);
  numbers_label (numbers, VAL_LABEL_AGENT, "ben", ben);
  numbers_label (numbers, VAL_LABEL_AGENT, "guest", 0);
  numbers_indicator (numbers, "answered", VAL_FORMULA_ANSWERED);
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      gint32 agent = contacts[i].agent != NULL
                         ? numbers_label (numbers, VAL_LABEL_AGENT, contacts[i].agent, 0)
                         : 0;
      ValContact *contact = numbers_contact (numbers, agent, DAY + contacts[i].day);

      contact->second = contacts[i].second;
      if (contacts[i].answered >= 0)
        contact_answered (contact, contacts[i].answered);
    }
  centre_end (centre);
}

static void
test_people_and_months (void)
{
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValPivot) pivot = NULL;
  gint64 value;

  small_centre (&centre);
  pivot = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_MONTH, NULL);
  g_assert_cmpuint (val_pivot_n_rows (pivot), ==, 4);
  g_assert_cmpint (val_pivot_row (pivot, 0)->kind, ==, VAL_PIVOT_PERSON);
  g_assert_cmpint (val_pivot_row (pivot, 1)->id, ==, 2);
  g_assert_cmpint (val_pivot_row (pivot, 2)->kind, ==, VAL_PIVOT_LABEL);
  g_assert_cmpint (val_pivot_row (pivot, 2)->id, ==, 4);
  g_assert_cmpint (val_pivot_row (pivot, 3)->kind, ==, VAL_PIVOT_NONE);
  g_assert_cmpuint (val_pivot_n_columns (pivot), ==, 3);
  g_assert_cmpint (val_pivot_column (pivot, 0)->id, ==, DAY);
  g_assert_cmpint (val_pivot_column (pivot, 2)->id, ==, DAY + 59);
  /* Both labels of Anna are Anna. */
  g_assert_cmpfloat (exact (pivot, 0, 0), ==, 50);
  g_assert_cmpfloat (exact (pivot, 1, 0), ==, 100);
  /* A nought is a nought, nothing is nothing. */
  g_assert_true (val_pivot_value (pivot, 1, 1, &value));
  g_assert_cmpint (value, ==, 0);
  g_assert_false (val_pivot_value (pivot, 0, 1, &value));
  g_assert_cmpint (val_pivot_cell (pivot, 0, 1, NULL)->rows, ==, 0);
  /* A contact of which it is not known: no value, but a contact. */
  g_assert_false (val_pivot_value (pivot, 2, 2, &value));
  g_assert_cmpint (val_pivot_cell (pivot, 2, 2, NULL)->rows, ==, 1);
  /* Totals are of contacts: Ben 1 of 3, not the mean of 100 and 0. */
  g_assert_true (val_pivot_value (pivot, 1, VAL_PIVOT_TOTAL, &value));
  g_assert_cmpint (value, ==, 33333);
  g_assert_true (val_pivot_value (pivot, VAL_PIVOT_TOTAL, 0, &value));
  g_assert_cmpint (value, ==, 66667);
  g_assert_true (val_pivot_value (pivot, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, &value));
  g_assert_cmpint (value, ==, 42857);
  g_assert_cmpint (val_pivot_cell (pivot, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, NULL)->rows, ==, 8);
}

static void
test_teams_and_times (void)
{
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValPivot) teams = NULL, hours = NULL, weeks = NULL;
  ValContactFilter filter = VAL_CONTACT_FILTER_ALL;

  small_centre (&centre);
  teams = pivot_of (&centre, VAL_DIMENSION_TEAM, VAL_DIMENSION_WEEKDAY, NULL);
  g_assert_cmpuint (val_pivot_n_rows (teams), ==, 3);
  g_assert_cmpint (val_pivot_row (teams, 0)->kind, ==, VAL_PIVOT_TEAM);
  g_assert_cmpint (val_pivot_row (teams, 2)->kind, ==, VAL_PIVOT_NONE);
  g_assert_cmpuint (val_pivot_n_columns (teams), ==, 7);
  g_assert_cmpint (val_pivot_column (teams, 0)->id, ==, 1);
  g_assert_cmpint (val_pivot_cell (teams, 0, 4, NULL)->rows, ==, 1);
  g_assert_cmpint (val_pivot_cell (teams, 1, 4, NULL)->rows, ==, 2);
  g_assert_cmpint (val_pivot_cell (teams, 2, 0, NULL)->rows, ==, 3);

  hours = pivot_of (&centre, VAL_DIMENSION_HOUR, VAL_DIMENSION_DAY, NULL);
  g_assert_cmpuint (val_pivot_n_rows (hours), ==, 25);
  g_assert_cmpint (val_pivot_row (hours, 24)->kind, ==, VAL_PIVOT_NONE);
  g_assert_cmpuint (val_pivot_n_columns (hours), ==, 60);
  g_assert_cmpint (val_pivot_cell (hours, 9, 0, NULL)->rows, ==, 2);
  g_assert_cmpint (val_pivot_cell (hours, 23, 31, NULL)->rows, ==, 1);
  g_assert_cmpint (val_pivot_cell (hours, 24, 59, NULL)->rows, ==, 1);

  /* From Phone only: her hours alone. A Friday is in the week of the Monday before. */
  filter.team_id = 2;
  weeks = pivot_of (&centre, VAL_DIMENSION_HOUR, VAL_DIMENSION_WEEK, &filter);
  g_assert_cmpuint (val_pivot_n_rows (weeks), ==, 1);
  g_assert_cmpuint (val_pivot_n_columns (weeks), ==, 1);
  g_assert_cmpint (val_pivot_column (weeks, 0)->id, ==, DAY - 4);
  g_assert_cmpint (val_pivot_cell (weeks, 0, 0, NULL)->rows, ==, 2);
}

static void
test_filters (void)
{
  static const struct
  {
    ValContactFilter filter;
    gint64 rows;
  } cases[] = {
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 0, 0 }, 8 },
    { { DAY, DAY, 0, 0, NULL, NULL, NULL, 0, 0 }, 3 },
    { { DAY + 1, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 0, 0 }, 5 },
    { { VAL_DAY_NONE, DAY + 58, 0, 0, NULL, NULL, NULL, 0, 0 }, 5 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 1, 0, NULL, NULL, NULL, 0, 0 }, 5 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 1, 1, NULL, NULL, NULL, 0, 0 }, 2 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 2, 2, NULL, NULL, NULL, 0, 0 }, 0 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 2, NULL, NULL, NULL, 0, 0 }, 3 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 1 << 4, 0 }, 3 }, /* Friday */
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 1 << 0, 0 }, 5 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 0, 1 << 9 }, 4 },
    { { VAL_DAY_NONE, VAL_DAY_NONE, 0, 0, NULL, NULL, NULL, 0, 1 << VAL_HOUR_NONE }, 1 },
    { { DAY, DAY, 0, 1, NULL, NULL, NULL, 1 << 4, 1 << 9 }, 2 },
    { { DAY, DAY, 0, 1, NULL, NULL, NULL, 1 << 3, 1 << 9 }, 0 },
  };
  g_auto (Centre) centre = { 0 };

  small_centre (&centre);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValPivot) pivot
          = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_HOUR, &cases[i].filter);
      g_autoptr (GArray) ids
          = val_pivot_cell_ids (pivot, centre.dataset, centre.contacts, VAL_PIVOT_TOTAL,
                                VAL_PIVOT_TOTAL, 0, NULL, NULL);

      g_assert_cmpint (val_pivot_cell (pivot, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, NULL)->rows, ==,
                       cases[i].rows);
      g_assert_cmpuint (ids->len, ==, cases[i].rows);
    }
}

static gint64
id_at (GArray *ids, guint index)
{
  return g_array_index (ids, gint64, index);
}

static void
test_cell_ids (void)
{
  const guint turned[] = { 3, 2, 1, 0 };
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValPivot) pivot = NULL;
  g_autoptr (GArray) ben = NULL, nobody = NULL, two = NULL;

  small_centre (&centre);
  pivot = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_MONTH, NULL);
  ben = val_pivot_cell_ids (pivot, centre.dataset, centre.contacts, 1, VAL_PIVOT_TOTAL, 0, NULL,
                            NULL);
  g_assert_cmpuint (ben->len, ==, 3);
  /* Newest first: the last minute of that day before its first. */
  g_assert_cmpint (id_at (ben, 0), ==, 4);
  g_assert_cmpint (id_at (ben, 1), ==, 5);
  g_assert_cmpint (id_at (ben, 2), ==, 3);
  val_pivot_reorder (pivot, FALSE, turned);
  g_assert_cmpint (val_pivot_row (pivot, 0)->kind, ==, VAL_PIVOT_NONE);
  g_assert_cmpint (val_pivot_cell (pivot, 2, 0, NULL)->rows, ==, 1);
  g_assert_cmpint (val_pivot_cell (pivot, 0, 2, NULL)->rows, ==, 2);
  g_assert_cmpint (val_pivot_cell (pivot, 2, VAL_PIVOT_TOTAL, NULL)->rows, ==, 3);
  nobody = val_pivot_cell_ids (pivot, centre.dataset, centre.contacts, 0, 2, 0, NULL, NULL);
  g_assert_cmpuint (nobody->len, ==, 2);
  two = val_pivot_cell_ids (pivot, centre.dataset, centre.contacts, VAL_PIVOT_TOTAL,
                            VAL_PIVOT_TOTAL, 2, NULL, NULL);
  g_assert_cmpuint (two->len, ==, 2);
}

static void
test_entered (void)
{
  g_auto (Centre) centre = { 0 };
  g_autoptr (ValPivot) pivot = NULL, teams = NULL, topics = NULL;
  Numbers *numbers = centre.numbers = numbers_new ();
  gint64 phone = numbers_team (numbers, "Phone", 0), other = numbers_team (numbers, "Other", 0);
  ValMeasureKind kind;

  numbers_person (numbers, "Anna", phone);
  numbers_person (numbers, "Ben", phone);
  numbers_person (numbers, "Carl", other);
  numbers_indicator (numbers, "quality", VAL_FORMULA_ENTERED);
  numbers_indicator (numbers, "adherence", VAL_FORMULA_ENTERED);
  numbers_value (numbers, 1, 1, DAY, 80, 10);
  numbers_value (numbers, 1, 1, DAY + 30, 90, 30);
  numbers_value (numbers, 1, 2, DAY + 59, 60, 0);
  numbers_value (numbers, 2, 3, DAY, 11, 1); /* of another indicator */
  centre_end (&centre);
  pivot = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_MONTH, NULL);
  g_assert_cmpuint (val_pivot_n_rows (pivot), ==, 2);
  g_assert_cmpuint (val_pivot_n_columns (pivot), ==, 3);
  g_assert_cmpfloat (exact (pivot, 0, 0), ==, 87.5);
  val_pivot_cell (pivot, 0, 0, &kind);
  g_assert_cmpint (kind, ==, VAL_MEASURE_ENTERED);
  val_pivot_cell (pivot, 1, 2, &kind);
  g_assert_cmpint (kind, ==, VAL_MEASURE_ENTERED_ROWS);
  g_assert_cmpint (val_pivot_cell (pivot, 0, 1, NULL)->rows, ==, 0);
  /* One of them does not say of how many: plain. */
  teams = pivot_of (&centre, VAL_DIMENSION_TEAM, VAL_DIMENSION_WEEK, NULL);
  g_assert_cmpuint (val_pivot_n_rows (teams), ==, 1);
  g_assert_cmpfloat_with_epsilon (exact (teams, 0, VAL_PIVOT_TOTAL), 230 / 3.0, 1e-9);
  topics = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_TOPIC, NULL);
  g_assert_true (topics->unanswerable);
  g_assert_cmpuint (val_pivot_n_rows (topics), ==, 0);
}

/* ---- Random centres against the plainest way to count ----------------------------------------- */

static Numbers *
random_numbers (GRand *rand, ValIndicator **ret_indicator)
{
  Numbers *numbers = numbers_new ();
  guint n = (guint) g_rand_int_range (rand, 0, 3000);

  for (int i = 0; i < 3; i++)
    numbers_team (numbers, "Team", g_rand_int_range (rand, 0, i + 1));
  for (int i = 0; i < 6; i++)
    numbers_person (numbers, "Person", g_rand_int_range (rand, 0, 4));
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      numbers_label (numbers, (ValLabelKind) (i % 3), name,
                     i % 3 == 0 ? g_rand_int_range (rand, 0, 7) : 0);
    }
  *ret_indicator = numbers_indicator (
      numbers, "some", (ValFormula) g_rand_int_range (rand, 1, VAL_N_FORMULAS));
  (*ret_indicator)->variant = g_rand_int_range (rand, 0, VAL_N_SERVICE_VARIANTS);
  (*ret_indicator)->seconds = g_rand_int_range (rand, 0, 40);
  for (guint i = 0; i < n; i++)
    {
      ValContact *contact = numbers_contact (numbers, g_rand_int_range (rand, 0, 5) * 3 - 2,
                                             DAY + g_rand_int_range (rand, 0, 100));

      contact->agent = MAX (contact->agent, 0);
      contact->channel = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 4) * 3 + 2 : 0;
      contact->topic = g_rand_int_range (rand, 1, 4) * 3;
      contact->second = g_rand_int_range (rand, -10000, 86400);
      contact->second = MAX (contact->second, VAL_CONTACT_NO_SECOND);
      contact->wait = g_rand_int_range (rand, -1, 50);
      contact->talk = g_rand_int_range (rand, -1, 900);
      contact->satisfaction = (guint16) (g_rand_int_range (rand, 0, 6) * 1000);
      if (g_rand_int_range (rand, 0, 9) > 0)
        contact_answered (contact, g_rand_boolean (rand));
      if (g_rand_boolean (rand))
        contact_resolved (contact, g_rand_boolean (rand));
      if (g_rand_boolean (rand))
        contact_difficult (contact, g_rand_boolean (rand));
    }
  return numbers;
}

/* -1: not a case; else whether it holds, or its seconds or thousandths. */
static gint64
case_of (const ValContact *contact, const ValIndicator *indicator)
{
  gboolean known = (contact->flags & VAL_CONTACT_ANSWERED_KNOWN) != 0;
  gboolean answered = known && (contact->flags & VAL_CONTACT_ANSWERED) != 0;
  gboolean resolved_known = (contact->flags & VAL_CONTACT_RESOLVED_KNOWN) != 0;
  gboolean resolved = (contact->flags & VAL_CONTACT_RESOLVED) != 0;
  gboolean in_time = contact->wait >= 0 && contact->wait <= indicator->seconds;

  switch ((ValFormula) indicator->formula)
    {
    case VAL_FORMULA_ANSWERED:
      return known ? answered : -1;
    case VAL_FORMULA_ABANDONED:
      return known ? !answered : -1;
    case VAL_FORMULA_WAIT:
      return answered ? contact->wait : -1;
    case VAL_FORMULA_TALK:
      return answered ? contact->talk : -1;
    case VAL_FORMULA_RESOLVED:
      return answered && resolved_known ? resolved : -1;
    case VAL_FORMULA_RESOLVED_OF_ALL:
      return resolved_known ? resolved : -1;
    case VAL_FORMULA_SATISFACTION:
      return contact->satisfaction > 0 ? contact->satisfaction : -1;
    case VAL_FORMULA_SATISFIED:
      return contact->satisfaction > 0 ? contact->satisfaction >= 4000 : -1;
    case VAL_FORMULA_DIFFICULT:
      return (contact->flags & VAL_CONTACT_DIFFICULT_KNOWN) != 0
                 ? (contact->flags & VAL_CONTACT_DIFFICULT) != 0
                 : -1;
    case VAL_FORMULA_SERVICE_LEVEL:
      if (!known || (answered && contact->wait < 0))
        return -1;
      if (answered)
        return in_time;
      if (indicator->variant == VAL_SERVICE_ANSWERED
          || (indicator->variant == VAL_SERVICE_WITHOUT_EARLY && in_time))
        return -1;
      return (indicator->variant == VAL_SERVICE_ALL && in_time)
             || (indicator->variant == VAL_SERVICE_SHORT_FORGIVEN && contact->wait >= 0
                 && contact->wait <= 5);
    case VAL_FORMULA_CONTACTS:
    case VAL_FORMULA_ENTERED:
    default:
      return 1;
    }
}

static gboolean
belongs (ValDataset *dataset, ValDimension dimension, const ValPivotKey *key,
         const ValContact *contact)
{
  gint32 label_id = dimension == VAL_DIMENSION_TOPIC     ? contact->topic
                    : dimension == VAL_DIMENSION_CHANNEL ? contact->channel
                                                         : contact->agent;
  const ValContactLabel *label = val_dataset_find_record (dataset, VAL_RECORD_LABEL, label_id);
  gint64 person_id = label != NULL ? label->record.person_id : 0, team_id = 0;
  ValDay day = contact->day;
  guint index;

  if (person_id != 0 && val_dataset_find_person (dataset, person_id, &index))
    team_id = val_dataset_person (dataset, index)->team_id;
  switch (dimension)
    {
    case VAL_DIMENSION_TEAM:
      return key->id == team_id;
    case VAL_DIMENSION_WEEKDAY:
      return key->id == val_day_weekday (day);
    case VAL_DIMENSION_HOUR:
      return key->kind == VAL_PIVOT_NONE ? contact->second < 0
                                         : contact->second >= 0 && key->id == contact->second / 3600;
    case VAL_DIMENSION_DAY:
      return key->id == day;
    case VAL_DIMENSION_WEEK:
      return day >= key->id && day < key->id + 7;
    case VAL_DIMENSION_MONTH:
      return day >= key->id && day < val_day_add_months ((ValDay) key->id, 1);
    case VAL_DIMENSION_AGENT:
    case VAL_DIMENSION_TOPIC:
    case VAL_DIMENSION_CHANNEL:
    default:
      return key->kind == VAL_PIVOT_PERSON  ? key->id == person_id
             : key->kind == VAL_PIVOT_LABEL ? person_id == 0 && key->id == label_id
                                            : label == NULL;
    }
}

/* @row, @column: nullable for the totals. */
static void
check_cell (const ValPivot *pivot, const Numbers *numbers, ValDataset *dataset,
            const ValIndicator *indicator, guint row, guint column)
{
  const ValMeasure *measure = val_pivot_cell (pivot, row, column, NULL);
  gint64 n = 0, sum = 0, rows = 0;

  for (guint i = 0; i < numbers->contacts->len; i++)
    {
      const ValContact *contact = &g_array_index (numbers->contacts, ValContact, i);
      gint64 value = case_of (contact, indicator);

      if ((row != VAL_PIVOT_TOTAL
           && !belongs (dataset, pivot->rows.dimension, val_pivot_row (pivot, row), contact))
          || (column != VAL_PIVOT_TOTAL
              && !belongs (dataset, pivot->columns.dimension, val_pivot_column (pivot, column),
                           contact)))
        continue;
      rows++;
      n += value >= 0;
      sum += MAX (value, 0);
    }
  g_assert_cmpint (measure->rows, ==, rows);
  g_assert_cmpint (measure->n, ==, n);
  g_assert_cmpint (measure->sum, ==, sum);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 60; round++)
    {
      g_auto (Centre) centre = { 0 };
      g_autoptr (ValPivot) pivot = NULL;
      ValIndicator *indicator;
      guint n_rows, n_columns;

      centre.numbers = random_numbers (rand, &indicator);
      centre_end (&centre);
      pivot = pivot_of (&centre, (ValDimension) g_rand_int_range (rand, 0, VAL_N_DIMENSIONS),
                        (ValDimension) g_rand_int_range (rand, 0, VAL_N_DIMENSIONS), NULL);
      n_rows = val_pivot_n_rows (pivot);
      n_columns = val_pivot_n_columns (pivot);
      for (guint i = 0; i < 40 && n_rows > 0; i++)
        check_cell (pivot, centre.numbers, centre.dataset, indicator,
                    (guint) g_rand_int_range (rand, 0, (int) n_rows),
                    (guint) g_rand_int_range (rand, 0, (int) n_columns));
      for (guint row = 0; row < n_rows; row += 1 + n_rows / 8)
        check_cell (pivot, centre.numbers, centre.dataset, indicator, row, VAL_PIVOT_TOTAL);
      for (guint column = 0; column < n_columns; column += 1 + n_columns / 8)
        check_cell (pivot, centre.numbers, centre.dataset, indicator, VAL_PIVOT_TOTAL, column);
      check_cell (pivot, centre.numbers, centre.dataset, indicator, VAL_PIVOT_TOTAL,
                  VAL_PIVOT_TOTAL);
    }
}

static void
test_empty_and_large (void)
{
  g_auto (Centre) centre = { 0 }, large = { 0 };
  g_autoptr (ValPivot) nothing = NULL, table = NULL;
  gint64 low, high;

  centre.numbers = numbers_new ();
  numbers_indicator (centre.numbers, "contacts", VAL_FORMULA_CONTACTS);
  centre_end (&centre);
  nothing = pivot_of (&centre, VAL_DIMENSION_AGENT, VAL_DIMENSION_MONTH, NULL);
  g_assert_cmpuint (val_pivot_n_rows (nothing), ==, 0);
  g_assert_cmpuint (val_pivot_n_columns (nothing), ==, 0);
  g_assert_false (val_pivot_range (nothing, &low, &high));
  g_assert_false (val_pivot_value (nothing, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, &low));

  large.numbers = numbers_new ();
  numbers_indicator (large.numbers, "contacts", VAL_FORMULA_CONTACTS);
  for (int day = 0; day < 3000; day++)
    numbers_contact (large.numbers, 0, DAY + day);
  centre_end (&large);
  table = pivot_of (&large, VAL_DIMENSION_DAY, VAL_DIMENSION_DAY, NULL);
  g_assert_true (table->too_large);
  g_assert_cmpuint (val_pivot_n_rows (table), ==, 0);
}

static void
test_periods (void)
{
  const ValDay day = val_day_from_ymd (2026, 11, 29); /* a Sunday */

  g_assert_cmpint (val_period_first_day (VAL_PERIOD_WEEK, day), ==, day - 6);
  g_assert_cmpint (val_period_last_day (VAL_PERIOD_WEEK, day), ==, day);
  g_assert_cmpint (val_period_first_day (VAL_PERIOD_MONTH, day), ==,
                   val_day_from_ymd (2026, 11, 1));
  g_assert_cmpint (val_period_last_day (VAL_PERIOD_MONTH, day), ==, day + 1);
  g_assert_cmpint (val_period_first_day (VAL_PERIOD_QUARTER, day), ==,
                   val_day_from_ymd (2026, 10, 1));
  g_assert_cmpint (val_period_last_day (VAL_PERIOD_QUARTER, day), ==,
                   val_day_from_ymd (2026, 12, 31));
  g_assert_cmpint (val_period_step (VAL_PERIOD_QUARTER, day, -3), ==,
                   val_day_from_ymd (2026, 1, 1));
  g_assert_cmpint (val_period_step (VAL_PERIOD_YEAR, day, 1), ==, val_day_from_ymd (2027, 1, 1));
  g_assert_cmpint (val_period_step (VAL_PERIOD_WEEK, day, -1), ==, day - 13);
  g_assert_cmpint (val_period_step (VAL_PERIOD_MONTH, day, -12), ==,
                   val_day_from_ymd (2025, 11, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pivot/people-and-months", test_people_and_months);
  g_test_add_func ("/pivot/teams-and-times", test_teams_and_times);
  g_test_add_func ("/pivot/filters", test_filters);
  g_test_add_func ("/pivot/cell-ids", test_cell_ids);
  g_test_add_func ("/pivot/entered", test_entered);
  g_test_add_func ("/pivot/random", test_random);
  g_test_add_func ("/pivot/empty-and-large", test_empty_and_large);
  g_test_add_func ("/pivot/periods", test_periods);
  return g_test_run ();
}
