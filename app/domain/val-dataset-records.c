/* val-dataset-records.c: what a dataset knows of records
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-dataset-private.h"

/**
 * val_dataset_events:
 * @self: a dataset
 * @person_index: the place of a person
 *
 * Returns: (transfer none) (nullable): the person's events, sorted by day; %NULL when there are none
 */
const ValEvents *
val_dataset_events (const ValDataset *self, guint person_index)
{
  g_return_val_if_fail (person_index < self->events->len, NULL);
  return g_ptr_array_index (self->events, person_index);
}

/**
 * val_dataset_n_records:
 * @self: a dataset
 * @type: a kind of records that a dataset keeps: %VAL_RECORD_KIND and so on
 *
 * Returns: how many there are
 */
guint
val_dataset_n_records (const ValDataset *self, ValRecordType type)
{
  g_return_val_if_fail (val_dataset_keeps (type), 0);
  return self->records[type]->len;
}

/**
 * val_dataset_record:
 * @self: a dataset
 * @type: a kind of records that a dataset keeps: %VAL_RECORD_KIND and so on
 * @index: its place
 *
 * Returns: (transfer none): a #ValKind, #ValRule and so on
 */
gconstpointer
val_dataset_record (const ValDataset *self, ValRecordType type, guint index)
{
  g_return_val_if_fail (val_dataset_keeps (type) && index < self->records[type]->len, NULL);
  return g_ptr_array_index (self->records[type], index);
}

/**
 * val_dataset_find_record:
 * @self: a dataset
 * @type: a kind of records that a dataset keeps: %VAL_RECORD_KIND and so on
 * @id: its id
 *
 * Returns: (transfer none) (nullable): a #ValKind, #ValRule and so on
 */
gconstpointer
val_dataset_find_record (const ValDataset *self, ValRecordType type, gint64 id)
{
  for (guint i = 0; i < val_dataset_n_records (self, type); i++)
    {
      const ValRecord *record = val_dataset_record (self, type, i);

      if (record->id == id)
        return record;
    }
  return NULL;
}

static const ValCadence *
find_cadence (const ValDataset *self, gint64 person_id, gint64 team_id)
{
  for (guint i = 0; i < val_dataset_n_records (self, VAL_RECORD_CADENCE); i++)
    {
      const ValCadence *cadence = val_dataset_record (self, VAL_RECORD_CADENCE, i);

      if (cadence->record.person_id == person_id && cadence->team_id == team_id)
        return cadence;
    }
  return NULL;
}

/**
 * val_dataset_cadence:
 * @self: a dataset
 * @person: one of its people
 * @ret_every: (out): wanted days from one session to the next; 0: none are wanted
 * @ret_amber: (out): days since the last contact from which it is time
 * @ret_red: (out): days from which it is late
 *
 * The wanted rhythm: the person's own, else that of the nearest team upwards, else the centre's,
 * else weekly with limits at 9 and 14 days.
 */
void
val_dataset_cadence (const ValDataset *self, const ValPerson *person, int *ret_every,
                     int *ret_amber, int *ret_red)
{
  const ValCadence *found = find_cadence (self, person->id, 0);
  gint64 team_id = person->team_id;
  guint index;

  /* A damaged file may hold a circle of teams: no more steps than teams. */
  for (guint i = 0; found == NULL && i <= self->teams->len; i++)
    {
      found = find_cadence (self, 0, team_id);
      if (team_id == 0 || !val_dataset_find_team (self, team_id, &index))
        break;
      team_id = val_dataset_team (self, index)->parent_id;
    }
  *ret_every = found != NULL ? found->every_days : VAL_CADENCE_EVERY;
  *ret_amber = found != NULL ? found->amber_days : VAL_CADENCE_AMBER;
  *ret_red = found != NULL ? found->red_days : VAL_CADENCE_RED;
}
