/* val-places.c: where each contact belongs in a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-places-private.h"

/* One table per column instead of conditions per contact: what a filter and two dimensions say of
 * a value is looked up and added, without a branch that could be guessed wrongly. */

static guint
highest_label (ValDataset *dataset, const GArray *listed)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_LABEL);
  gint64 highest = 0;

  if (n > 0)
    highest = ((const ValRecord *) val_dataset_record (dataset, VAL_RECORD_LABEL, n - 1))->id;
  for (guint i = 0; listed != NULL && i < listed->len; i++)
    highest = MAX (highest, g_array_index (listed, gint32, i));
  return (guint) highest;
}

/* val_label_person: the person behind an agent's label; 0: nobody was matched */
gint64
val_label_person (ValDataset *dataset, gint64 label_id)
{
  const ValContactLabel *label = val_dataset_find_record (dataset, VAL_RECORD_LABEL, label_id);
  guint index;

  if (label == NULL || label->kind != VAL_LABEL_AGENT
      || !val_dataset_find_person (dataset, label->record.person_id, &index))
    return 0;
  return label->record.person_id;
}

/* val_places_labels: (transfer none): what each label adds */
guint32 *
val_places_labels (ValPlaces *self, ValDataset *dataset, ValLabelKind kind)
{
  if (self->labels[kind] == NULL)
    {
      self->n_labels[kind] = highest_label (dataset, NULL) + 1;
      self->labels[kind] = g_new0 (guint32, self->n_labels[kind] + 1);
    }
  return self->labels[kind];
}

/* val_places_days: (transfer none): what each day adds */
guint32 *
val_places_days (ValPlaces *self)
{
  if (self->days == NULL)
    self->days = g_new0 (guint32, VAL_N_DAYS);
  return self->days;
}

/* val_places_hours: (transfer none): what each hour adds */
guint32 *
val_places_hours (ValPlaces *self)
{
  if (self->hours == NULL)
    self->hours = g_new0 (guint32, VAL_N_HOURS);
  return self->hours;
}

/* Lets only the listed labels through. */
static void
filter_listed (ValPlaces *self, ValDataset *dataset, ValLabelKind kind, const GArray *listed)
{
  guint n;
  guint32 *table;

  if (listed == NULL)
    return;
  n = self->n_labels[kind] = highest_label (dataset, listed) + 1;
  table = self->labels[kind] = g_new (guint32, n + 1);
  for (guint i = 0; i <= n; i++)
    table[i] = VAL_PLACE_OUT;
  for (guint i = 0; i < listed->len; i++)
    if (g_array_index (listed, gint32, i) >= 0)
      table[g_array_index (listed, gint32, i)] = 0;
}

static gboolean
person_is_asked_for (ValDataset *dataset, const ValContactFilter *filter, gint64 person_id)
{
  guint index;

  if (person_id == 0 || !val_dataset_find_person (dataset, person_id, &index)
      || (filter->person_id != 0 && filter->person_id != person_id))
    return FALSE;
  return filter->team_id == 0
         || val_dataset_team_within (dataset, val_dataset_person (dataset, index)->team_id,
                                     filter->team_id);
}

static void
filter_people (ValPlaces *self, ValDataset *dataset, const ValContactFilter *filter)
{
  guint32 *table;

  if (filter->team_id == 0 && filter->person_id == 0)
    return;
  table = val_places_labels (self, dataset, VAL_LABEL_AGENT);
  for (guint i = 0; i <= self->n_labels[VAL_LABEL_AGENT]; i++)
    if (!person_is_asked_for (dataset, filter, val_label_person (dataset, i)))
      table[i] = VAL_PLACE_OUT;
}

static void
filter_times (ValPlaces *self, const ValContactFilter *filter)
{
  if (filter->from != VAL_DAY_NONE || filter->to != VAL_DAY_NONE || filter->weekdays != 0)
    {
      ValDay to = filter->to != VAL_DAY_NONE ? filter->to : VAL_N_DAYS;
      guint32 *days = val_places_days (self);

      /* 1970-01-01 was a Thursday. */
      for (ValDay day = 0; day < VAL_N_DAYS; day++)
        if (day < filter->from || day > to
            || (filter->weekdays != 0 && (filter->weekdays & (1u << ((day + 3) % 7))) == 0))
          days[day] = VAL_PLACE_OUT;
    }
  for (guint hour = 0; filter->hours != 0 && hour < VAL_N_HOURS; hour++)
    if ((filter->hours & (1u << hour)) == 0)
      val_places_hours (self)[hour] = VAL_PLACE_OUT;
}

/**
 * val_places_new:
 * @dataset: labels, people and teams
 * @filter: which contacts are let through
 *
 * Returns: (transfer full): one place for all who are let through, for dimensions to be added.
 *   Any thread.
 */
ValPlaces *
val_places_new (ValDataset *dataset, const ValContactFilter *filter)
{
  ValPlaces *self = g_new0 (ValPlaces, 1);

  self->n = 1;
  filter_listed (self, dataset, VAL_LABEL_AGENT, filter->agents);
  filter_listed (self, dataset, VAL_LABEL_CHANNEL, filter->channels);
  filter_listed (self, dataset, VAL_LABEL_TOPIC, filter->topics);
  filter_people (self, dataset, filter);
  filter_times (self, filter);
  return self;
}

/* val_places_free: (transfer full) (nullable) */
void
val_places_free (ValPlaces *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VAL_N_LABEL_KINDS; i++)
    g_free (self->labels[i]);
  g_free (self->days);
  g_free (self->hours);
  g_free (self);
}

static void
add_labels (const guint32 *table, guint n_table, const gint32 *ids, guint n, guint32 *places)
{
  for (guint i = 0; i < n; i++)
    places[i] += table[MIN ((guint32) ids[i], n_table)];
}

/**
 * val_places_fill:
 * @self: tables
 * @columns: contacts
 * @from: the first of them
 * @n: how many, at most %VAL_PLACES_BLOCK
 * @places: (out) (array length=n): their places
 */
void
val_places_fill (const ValPlaces *self, const ValContactColumns *columns, guint from, guint n,
                 guint32 *places)
{
  const gint32 *labels[] = { columns->agent, columns->channel, columns->topic };

  if (self->days != NULL)
    for (guint i = 0; i < n; i++)
      places[i] = self->days[columns->day[from + i]];
  else
    for (guint i = 0; i < n; i++)
      places[i] = 0;
  for (guint kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    if (self->labels[kind] != NULL)
      add_labels (self->labels[kind], self->n_labels[kind], labels[kind] + from, n, places);
  if (self->hours != NULL)
    for (guint i = 0; i < n; i++)
      places[i] += self->hours[val_hour_of_minute (columns->minute[from + i])];
  for (guint i = 0; i < n; i++)
    places[i] = MIN (places[i], self->n);
}
