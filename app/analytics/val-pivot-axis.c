/* val-pivot-axis.c: the rows or columns of a pivot
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-private.h"

#include "val-period.h"
#include "val-words.h"

static const ValWord dimensions[] = {
  [VAL_DIMENSION_AGENT] = { .key = "agent" },     [VAL_DIMENSION_TEAM] = { .key = "team" },
  [VAL_DIMENSION_TOPIC] = { .key = "topic" },     [VAL_DIMENSION_CHANNEL] = { .key = "channel" },
  [VAL_DIMENSION_WEEKDAY] = { .key = "weekday" }, [VAL_DIMENSION_HOUR] = { .key = "hour" },
  [VAL_DIMENSION_DAY] = { .key = "day" },         [VAL_DIMENSION_WEEK] = { .key = "week" },
  [VAL_DIMENSION_MONTH] = { .key = "month" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (dimensions) == VAL_N_DIMENSIONS);

/* val_dimension_to_key: (transfer none): the word of files and of the command line */
const char *
val_dimension_to_key (ValDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < VAL_N_DIMENSIONS, NULL);
  return val_words_key (VAL_WORDS (dimensions), (int) dimension);
}

/* val_dimension_from_key: whether there is such a dimension */
gboolean
val_dimension_from_key (const char *key, ValDimension *ret_dimension)
{
  int number;

  if (!val_words_find (VAL_WORDS (dimensions), key, &number))
    return FALSE;
  *ret_dimension = (ValDimension) number;
  return TRUE;
}

/* val_dimension_is_time: whether its keys have an order of their own */
gboolean
val_dimension_is_time (ValDimension dimension)
{
  return dimension >= VAL_DIMENSION_WEEKDAY;
}

/* val_dimension_has_values: whether entered values can be told apart by it */
gboolean
val_dimension_has_values (ValDimension dimension)
{
  return dimension == VAL_DIMENSION_AGENT || dimension == VAL_DIMENSION_TEAM
         || dimension == VAL_DIMENSION_WEEK || dimension == VAL_DIMENSION_MONTH;
}

/* val_dimension_label_kind: whose labels it looks at; FALSE: at a time */
gboolean
val_dimension_label_kind (ValDimension dimension, ValLabelKind *ret_kind)
{
  *ret_kind = dimension == VAL_DIMENSION_TOPIC     ? VAL_LABEL_TOPIC
              : dimension == VAL_DIMENSION_CHANNEL ? VAL_LABEL_CHANNEL
                                                   : VAL_LABEL_AGENT;
  return !val_dimension_is_time (dimension);
}

/* val_pivot_key_of_person: of an agent or team dimension */
ValPivotKey
val_pivot_key_of_person (ValDimension dimension, ValDataset *dataset, gint64 person_id)
{
  ValPivotKey key = { VAL_PIVOT_NONE, 0 };
  guint index;

  if (!val_dataset_find_person (dataset, person_id, &index))
    return key;
  key.kind = dimension == VAL_DIMENSION_TEAM ? VAL_PIVOT_TEAM : VAL_PIVOT_PERSON;
  key.id = dimension == VAL_DIMENSION_TEAM ? val_dataset_person (dataset, index)->team_id
                                           : person_id;
  if (key.id == 0)
    key.kind = VAL_PIVOT_NONE;
  return key;
}

/* Whom or what a label stands for */
static ValPivotKey
key_of_label (ValDimension dimension, ValDataset *dataset, gint64 label_id)
{
  ValPivotKey key = { VAL_PIVOT_NONE, 0 };
  gint64 person_id = val_label_person (dataset, label_id);

  if (person_id != 0)
    return val_pivot_key_of_person (dimension, dataset, person_id);
  if (dimension == VAL_DIMENSION_TEAM
      || val_dataset_find_record (dataset, VAL_RECORD_LABEL, label_id) == NULL)
    return key;
  key.kind = VAL_PIVOT_LABEL;
  key.id = label_id;
  return key;
}

/* val_pivot_key_of_day: the weekday, day, week or month of a day */
ValPivotKey
val_pivot_key_of_day (ValDimension dimension, ValDay day)
{
  ValPivotKey key = { VAL_PIVOT_DAY, day };

  if (dimension == VAL_DIMENSION_WEEKDAY)
    {
      key.kind = VAL_PIVOT_WEEKDAY;
      key.id = val_day_weekday (day);
    }
  else if (dimension == VAL_DIMENSION_WEEK)
    key.id = val_period_first_day (VAL_PERIOD_WEEK, day);
  else if (dimension == VAL_DIMENSION_MONTH)
    key.id = val_period_first_day (VAL_PERIOD_MONTH, day);
  return key;
}

/* By what it stands for, then by id or time; contacts without come last. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const ValPivotKey *first = a, *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

/* val_pivot_axis_find: the place of a key, in an axis that is still in its first order */
gboolean
val_pivot_axis_find (const ValPivotAxis *axis, const ValPivotKey *key, guint *ret_place)
{
  return g_array_binary_search (axis->keys, key, compare_keys, ret_place);
}

static void
add_key (GArray *keys, ValPivotKey key)
{
  g_array_append_val (keys, key);
}

static void
add_seen_labels (ValPivotAxis *axis, ValDataset *dataset, ValLabelKind kind, const ValSeen *seen)
{
  for (guint i = 0; i <= seen->n_labels[kind]; i++)
    if (seen->labels[kind][i])
      add_key (axis->keys, key_of_label (axis->dimension, dataset, i));
}

static void
add_seen_hours (ValPivotAxis *axis, const ValSeen *seen)
{
  guint first = VAL_HOUR_NONE, last = 0;

  for (guint hour = 0; hour < VAL_HOUR_NONE; hour++)
    if (seen->hours[hour])
      {
        first = MIN (first, hour);
        last = hour;
      }
  for (guint hour = first; hour <= last && first < VAL_HOUR_NONE; hour++)
    add_key (axis->keys, (ValPivotKey){ VAL_PIVOT_HOUR, hour });
  if (seen->hours[VAL_HOUR_NONE])
    add_key (axis->keys, (ValPivotKey){ VAL_PIVOT_NONE, 0 });
}

/* Every one between the first and the last, so that a gap is seen as a gap; all seven weekdays. */
static void
add_seen_days (ValPivotAxis *axis, const ValSeen *seen)
{
  ValDay first = VAL_DAY_NONE, last = VAL_DAY_NONE, day;

  for (day = 0; day < VAL_N_DAYS; day++)
    if (seen->days[day])
      {
        first = first == VAL_DAY_NONE ? day : first;
        last = day;
      }
  if (first == VAL_DAY_NONE)
    return;
  if (axis->dimension == VAL_DIMENSION_WEEKDAY)
    for (int weekday = 1; weekday <= 7; weekday++)
      add_key (axis->keys, (ValPivotKey){ VAL_PIVOT_WEEKDAY, weekday });
  else if (axis->dimension == VAL_DIMENSION_DAY)
    for (day = first; day <= last; day++)
      add_key (axis->keys, (ValPivotKey){ VAL_PIVOT_DAY, day });
  else
    {
      int period = axis->dimension == VAL_DIMENSION_WEEK ? VAL_PERIOD_WEEK : VAL_PERIOD_MONTH;

      for (day = val_period_first_day (period, first); day <= last;
           day = val_period_step (period, day, 1))
        add_key (axis->keys, (ValPivotKey){ VAL_PIVOT_DAY, day });
    }
}

/* val_pivot_axis_sort: the first order; several labels may be one person */
void
val_pivot_axis_sort (ValPivotAxis *axis)
{
  guint n = 0;

  g_array_sort (axis->keys, compare_keys);
  for (guint i = 0; i < axis->keys->len; i++)
    {
      ValPivotKey key = g_array_index (axis->keys, ValPivotKey, i);

      if (n == 0 || compare_keys (&key, &g_array_index (axis->keys, ValPivotKey, n - 1)) != 0)
        g_array_index (axis->keys, ValPivotKey, n++) = key;
    }
  g_array_set_size (axis->keys, n);
}

/**
 * val_pivot_axis_init:
 * @axis: (out): what is filled; val_pivot_axis_clear () when done
 * @dimension: by what
 * @dataset: labels, people and teams
 * @seen: what there is; the column of @dimension is not %NULL
 */
void
val_pivot_axis_init (ValPivotAxis *axis, ValDimension dimension, ValDataset *dataset,
                     const ValSeen *seen)
{
  ValLabelKind kind;

  axis->dimension = dimension;
  axis->keys = g_array_new (FALSE, FALSE, sizeof (ValPivotKey));
  if (dimension == VAL_DIMENSION_HOUR)
    add_seen_hours (axis, seen);
  else if (!val_dimension_label_kind (dimension, &kind))
    add_seen_days (axis, seen);
  else
    add_seen_labels (axis, dataset, kind, seen);
  val_pivot_axis_sort (axis);
}

/* val_pivot_axis_clear: frees what the axis holds */
void
val_pivot_axis_clear (ValPivotAxis *axis)
{
  g_clear_pointer (&axis->keys, g_array_unref);
}

/* What a value adds whose key is @key; one whose key the axis lacks adds @absent. */
static guint32
offset_of (const ValPivotAxis *axis, ValPivotKey key, guint32 stride, guint32 absent)
{
  guint place;

  return val_pivot_axis_find (axis, &key, &place) ? place * stride : absent;
}

/* Days of a table: each key is looked for once, not each day. */
static void
add_days (const ValPivotAxis *axis, guint32 stride, guint32 absent, guint32 *days)
{
  ValDay day = 0;

  if (axis->dimension == VAL_DIMENSION_WEEKDAY)
    {
      guint32 offsets[7];

      for (int i = 0; i < 7; i++)
        offsets[i] = offset_of (axis, val_pivot_key_of_day (axis->dimension, i), stride, absent);
      for (day = 0; day < VAL_N_DAYS; day++)
        days[day] += offsets[day % 7];
      return;
    }
  for (guint i = 0; i < axis->keys->len; i++)
    {
      ValDay first = (ValDay) g_array_index (axis->keys, ValPivotKey, i).id;
      ValDay next = axis->dimension == VAL_DIMENSION_MONTH  ? val_day_add_months (first, 1)
                    : axis->dimension == VAL_DIMENSION_WEEK ? first + 7
                                                            : first + 1;

      for (; absent > 0 && day < MIN (first, VAL_N_DAYS); day++)
        days[day] += absent;
      for (day = MAX (first, 0); day < MIN (next, VAL_N_DAYS); day++)
        days[day] += i * stride;
    }
  for (; absent > 0 && day < VAL_N_DAYS; day++)
    days[day] += absent;
}

static void
add_offsets (const ValPivotAxis *axis, ValDataset *dataset, guint32 stride, guint32 absent,
             ValPlaces *places)
{
  const ValPivotKey none = { VAL_PIVOT_NONE, 0 };
  ValLabelKind kind;

  if (axis->dimension == VAL_DIMENSION_HOUR)
    for (guint hour = 0; hour < VAL_N_HOURS; hour++)
      val_places_hours (places)[hour]
          += offset_of (axis, hour == VAL_HOUR_NONE ? none : (ValPivotKey){ VAL_PIVOT_HOUR, hour },
                        stride, absent);
  else if (!val_dimension_label_kind (axis->dimension, &kind))
    add_days (axis, stride, absent, val_places_days (places));
  else
    {
      guint32 *labels = val_places_labels (places, dataset, kind);

      for (guint i = 0; i <= places->n_labels[kind]; i++)
        labels[i] += offset_of (axis, key_of_label (axis->dimension, dataset, i), stride,
                                absent);
    }
}

/**
 * val_pivot_axis_place:
 * @axis: rows or columns in their first order
 * @dataset: labels, people and teams
 * @stride: cells from one key to the next
 * @places: tables that are added to
 *
 * A value whose key the axis lacks does not occur among the contacts that are let through.
 */
void
val_pivot_axis_place (const ValPivotAxis *axis, ValDataset *dataset, guint32 stride,
                      ValPlaces *places)
{
  add_offsets (axis, dataset, stride, 0, places);
}

/* val_pivot_axis_keep: lets only values through whose key @axis has; their places stay */
void
val_pivot_axis_keep (const ValPivotAxis *axis, ValDataset *dataset, ValPlaces *places)
{
  add_offsets (axis, dataset, 0, VAL_PLACE_OUT, places);
}
