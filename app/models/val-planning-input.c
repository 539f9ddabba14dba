/* val-planning-input.c: past contacts and kept forecasts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-planning.h"

static void
version_free (gpointer data)
{
  ValPlanningVersion *self = data;

  g_free (self->name);
  g_array_unref (self->intervals);
  g_free (self);
}

/**
 * val_planning_version_new:
 * @record: the version
 * @intervals: (transfer full) (element-type ValForecastInterval): its intervals
 *
 * Returns: (transfer full): to be put into an input, which frees it
 */
ValPlanningVersion *
val_planning_version_new (const ValForecastVersion *record, GArray *intervals)
{
  ValPlanningVersion *self = g_new0 (ValPlanningVersion, 1);

  self->id = record->record.id;
  self->name = g_strdup (record->name);
  self->kind = record->kind;
  self->day = record->day;
  self->slot_minutes = record->slot_minutes;
  self->variant = record->variant;
  self->seconds = record->seconds;
  self->intervals = intervals;
  for (guint i = 0; i < intervals->len; i++)
    {
      const ValForecastInterval *interval = &g_array_index (intervals, ValForecastInterval, i);

      self->has_forecast = self->has_forecast || interval->forecast >= 0;
      self->has_actual = self->has_actual || interval->actual >= 0;
      self->has_level = self->has_level || interval->service_level >= 0;
    }
  return self;
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const ValPlanningVersion *left = *(ValPlanningVersion *const *) a;
  const ValPlanningVersion *right = *(ValPlanningVersion *const *) b;

  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;
  return left->id > right->id ? -1 : left->id < right->id;
}

/**
 * val_planning_input_new:
 * @contacts: (transfer full) (nullable): all contacts
 * @versions: (transfer full) (element-type ValPlanningVersion): in any order
 * @n_people: who are here
 * @today: today
 *
 * Returns: (transfer full): the input
 */
ValPlanningInput *
val_planning_input_new (ValContacts *contacts, GPtrArray *versions, guint n_people, ValDay today)
{
  ValPlanningInput *self = g_new0 (ValPlanningInput, 1);

  g_atomic_ref_count_init (&self->count);
  self->contacts = contacts;
  self->versions = versions;
  g_ptr_array_set_free_func (versions, version_free);
  g_ptr_array_sort (versions, compare_versions);
  self->n_people = n_people;
  self->today = today;
  return self;
}

/* val_planning_input_ref: (transfer full). Any thread. */
ValPlanningInput *
val_planning_input_ref (ValPlanningInput *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/* val_planning_input_unref: (transfer full) @self. Any thread. */
void
val_planning_input_unref (ValPlanningInput *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->count))
    return;
  g_clear_pointer (&self->contacts, val_contacts_unref);
  g_ptr_array_unref (self->versions);
  g_free (self);
}

/* val_planning_input_version: the version with an id, or NULL */
const ValPlanningVersion *
val_planning_input_version (const ValPlanningInput *self, gint64 id)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      const ValPlanningVersion *version = self->versions->pdata[i];

      if (version->id == id)
        return version;
    }
  return NULL;
}

static gboolean
has_source (GArray *sources, ValPlanningKind kind, gint64 id)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const ValPlanningSource *source = &g_array_index (sources, ValPlanningSource, i);

      if (source->kind == kind && source->id == id)
        return TRUE;
    }
  return FALSE;
}

/**
 * val_planning_input_sources:
 *
 * Own forecasts first: from contacts, then from intervals of each length; then the versions that
 * say what is to come.
 *
 * Returns: (transfer full) (element-type ValPlanningSource): what can be shown
 */
GArray *
val_planning_input_sources (const ValPlanningInput *self)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (ValPlanningSource));
  const ValPlanningSource contacts = { VAL_PLANNING_CONTACTS, 0 };

  if (self->contacts != NULL && val_contacts_n (self->contacts) > 0)
    g_array_append_val (sources, contacts);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const ValPlanningVersion *version = self->versions->pdata[i];
      const ValPlanningSource source = { VAL_PLANNING_INTERVALS, version->slot_minutes };

      if (version->has_actual && !has_source (sources, source.kind, source.id))
        g_array_append_val (sources, source);
    }
  for (guint i = 0; i < self->versions->len; i++)
    {
      const ValPlanningVersion *version = self->versions->pdata[i];
      const ValPlanningSource source = { VAL_PLANNING_VERSION, version->id };

      if (version->has_forecast)
        g_array_append_val (sources, source);
    }
  return sources;
}
