/* val-dataset-builder.c: makes a dataset, from nothing or from an earlier one
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-dataset-private.h"

#include <string.h>

#include "val-person-order.h"

struct _ValDatasetBuilder
{
  ValDataset *base; /* nullable */
  GPtrArray *teams; /* this and the following: NULL while the base's is kept */
  GPtrArray *people;
  GPtrArray *roles;
  GPtrArray *skills;
  GPtrArray *bands;
  GArray *requirements;
  GHashTable *settings;
  GHashTable *scores; /* gint64 id of a person -> ValScores, nullable */
  GHashTable *added;  /* the same, for scores on top of those */
  GHashTable *events; /* gint64 id of a person -> ValEvents, nullable */
  GPtrArray *records[VAL_N_RECORD_TYPES];
};

/**
 * val_dataset_builder_new:
 * @base: (nullable): what the new dataset shares everything with that is not replaced
 *
 * Returns: (transfer full): a builder. One thread.
 */
ValDatasetBuilder *
val_dataset_builder_new (ValDataset *base)
{
  ValDatasetBuilder *self = g_new0 (ValDatasetBuilder, 1);

  self->base = base != NULL ? val_dataset_ref (base) : NULL;
  self->scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) val_scores_unref);
  self->added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) val_scores_unref);
  self->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) val_events_unref);
  return self;
}

/**
 * val_dataset_builder_free:
 * @self: (nullable): a builder
 */
void
val_dataset_builder_free (ValDatasetBuilder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->base, val_dataset_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->bands, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_array_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_hash_table_unref (self->scores);
  g_hash_table_unref (self->added);
  g_hash_table_unref (self->events);
  for (guint i = 0; i < VAL_N_RECORD_TYPES; i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = **(const gint64 *const *) a;
  gint64 right = **(const gint64 *const *) b;

  return (left > right) - (left < right);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(const ValRecord *const *) a)->id;
  gint64 right = (*(const ValRecord *const *) b)->id;

  return (left > right) - (left < right);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const ValBand *left = *(const ValBand *const *) a;
  const ValBand *right = *(const ValBand *const *) b;

  return left->from - right->from;
}

static int
compare_requirements (gconstpointer a, gconstpointer b)
{
  const ValRequirement *left = a;
  const ValRequirement *right = b;

  if (left->role_id != right->role_id)
    return (left->role_id > right->role_id) - (left->role_id < right->role_id);
  return (left->skill_id > right->skill_id) - (left->skill_id < right->skill_id);
}

static void
take_rows (GPtrArray **place, GPtrArray *rows, GCompareFunc compare)
{
  g_ptr_array_sort (rows, compare);
  g_clear_pointer (place, g_ptr_array_unref);
  *place = rows;
}

/**
 * val_dataset_builder_take_teams:
 * @self: a builder
 * @teams: (transfer full) (element-type ValTeam): all teams, in any order, with a free function
 */
void
val_dataset_builder_take_teams (ValDatasetBuilder *self, GPtrArray *teams)
{
  take_rows (&self->teams, teams, compare_ids);
}

/**
 * val_dataset_builder_take_people:
 * @self: a builder
 * @people: (transfer full) (element-type ValPerson): all people, in any order, with a free
 *   function
 */
void
val_dataset_builder_take_people (ValDatasetBuilder *self, GPtrArray *people)
{
  take_rows (&self->people, people, compare_ids);
}

/**
 * val_dataset_builder_take_roles:
 * @self: a builder
 * @roles: (transfer full) (element-type ValRole): all roles, in any order, with a free function
 */
void
val_dataset_builder_take_roles (ValDatasetBuilder *self, GPtrArray *roles)
{
  take_rows (&self->roles, roles, compare_ids);
}

/**
 * val_dataset_builder_take_skills:
 * @self: a builder
 * @skills: (transfer full) (element-type ValSkill): all skills, in any order, with a free
 *   function; at most 65536
 */
void
val_dataset_builder_take_skills (ValDatasetBuilder *self, GPtrArray *skills)
{
  take_rows (&self->skills, skills, compare_ids);
}

/**
 * val_dataset_builder_take_bands:
 * @self: a builder
 * @bands: (transfer full) (element-type ValBand): all bands, with a free function
 */
void
val_dataset_builder_take_bands (ValDatasetBuilder *self, GPtrArray *bands)
{
  take_rows (&self->bands, bands, compare_bands);
}

/**
 * val_dataset_builder_take_requirements:
 * @self: a builder
 * @requirements: (transfer full) (element-type ValRequirement): what all roles require
 */
void
val_dataset_builder_take_requirements (ValDatasetBuilder *self, GArray *requirements)
{
  g_array_sort (requirements, compare_requirements);
  g_clear_pointer (&self->requirements, g_array_unref);
  self->requirements = requirements;
}

/**
 * val_dataset_builder_take_settings:
 * @self: a builder
 * @settings: (transfer full): text -> text, with free functions
 */
void
val_dataset_builder_take_settings (ValDatasetBuilder *self, GHashTable *settings)
{
  g_clear_pointer (&self->settings, g_hash_table_unref);
  self->settings = settings;
}

/**
 * val_dataset_builder_set_scores:
 * @self: a builder
 * @person_id: whose scores they are
 * @scores: (transfer full) (nullable): all scores of the person; %NULL: none. Skills are numbered
 *   as in the dataset that is being made.
 */
void
val_dataset_builder_set_scores (ValDatasetBuilder *self, gint64 person_id, ValScores *scores)
{
  g_hash_table_insert (self->scores, g_memdup2 (&person_id, sizeof person_id), scores);
}

/**
 * val_dataset_builder_add_scores:
 * @self: a builder
 * @person_id: whose scores they are
 * @scores: (transfer full): scores of the person that come on top of those the base has or
 *   val_dataset_builder_set_scores () gives, entered after them. Skills are numbered as in the
 *   dataset that is being made.
 */
void
val_dataset_builder_add_scores (ValDatasetBuilder *self, gint64 person_id, ValScores *scores)
{
  g_hash_table_insert (self->added, g_memdup2 (&person_id, sizeof person_id), scores);
}

/**
 * val_dataset_builder_take_records:
 * @self: a builder
 * @type: %VAL_RECORD_KIND, %VAL_RECORD_RULE or %VAL_RECORD_CADENCE
 * @records: (transfer full) (element-type ValRecord): all of them, in any order, with a free
 *   function
 */
void
val_dataset_builder_take_records (ValDatasetBuilder *self, ValRecordType type, GPtrArray *records)
{
  g_return_if_fail (val_dataset_keeps (type));
  take_rows (&self->records[type], records, compare_records);
}

/**
 * val_dataset_builder_set_events:
 * @self: a builder
 * @person_id: whose they are
 * @events: (transfer full) (nullable): all events of the person; %NULL: none
 */
void
val_dataset_builder_set_events (ValDatasetBuilder *self, gint64 person_id, ValEvents *events)
{
  g_hash_table_insert (self->events, g_memdup2 (&person_id, sizeof person_id), events);
}

/* (transfer full) @scores: with those on top, if any */
static ValScores *
with_added (ValDatasetBuilder *self, gint64 person_id, ValScores *scores)
{
  ValScores *added = g_hash_table_lookup (self->added, &person_id);
  ValScores *merged;

  if (added == NULL)
    return scores;
  if (scores == NULL)
    return val_scores_ref (added);
  merged = val_scores_merge (scores, added);
  val_scores_unref (scores);
  return merged;
}

/* For each skill of the base its number in the result, or -1. NULL: no number changes. */
static gint32 *
map_skills (const ValDataset *base, const GPtrArray *skills)
{
  gboolean same = TRUE;
  gint32 *map;

  if (base == NULL || base->skills == skills)
    return NULL;
  map = g_new (gint32, base->skills->len + 1);
  /* Both are sorted by id, so that order is kept and scores stay sorted. */
  for (guint old = 0, new = 0; old < base->skills->len; old++)
    {
      gint64 id = val_dataset_skill (base, old)->id;

      while (new < skills->len && ((ValSkill *) g_ptr_array_index (skills, new))->id < id)
        new++;
      if (new < skills->len && ((ValSkill *) g_ptr_array_index (skills, new))->id == id)
        map[old] = (gint32) new;
      else
        map[old] = -1;
      same = same && map[old] == (gint32) old;
    }
  if (same)
    g_clear_pointer (&map, g_free);
  return map;
}

static ValScores *
renumber_scores (ValScores *scores, const gint32 *map)
{
  g_autofree ValScore *renumbered = NULL;
  guint n = 0;

  if (scores == NULL || map == NULL)
    return scores != NULL ? val_scores_ref (scores) : NULL;
  renumbered = g_new (ValScore, scores->n + 1);
  for (guint i = 0; i < scores->n; i++)
    if (map[scores->scores[i].skill] >= 0)
      {
        renumbered[n] = scores->scores[i];
        renumbered[n++].skill = (guint16) map[scores->scores[i].skill];
      }
  return n > 0 ? val_scores_new (renumbered, n) : NULL;
}

static GPtrArray *
collect_scores (ValDatasetBuilder *self, const GPtrArray *people, const GPtrArray *skills,
                guint64 *ret_n)
{
  g_autofree gint32 *map = map_skills (self->base, skills);
  GPtrArray *all
      = g_ptr_array_new_full (people->len, (GDestroyNotify) val_scores_unref);

  *ret_n = 0;
  for (guint i = 0; i < people->len; i++)
    {
      const ValPerson *person = g_ptr_array_index (people, i);
      gpointer given;
      ValScores *scores = NULL;
      guint old;

      if (g_hash_table_lookup_extended (self->scores, &person->id, NULL, &given))
        scores = given != NULL ? val_scores_ref (given) : NULL;
      else if (self->base != NULL && val_dataset_find_person (self->base, person->id, &old))
        scores = renumber_scores (g_ptr_array_index (self->base->scores, old), map);
      scores = with_added (self, person->id, scores);
      *ret_n += scores != NULL ? scores->n : 0;
      g_ptr_array_add (all, scores);
    }
  return all;
}

static GPtrArray *
collect_events (ValDatasetBuilder *self, const GPtrArray *people)
{
  GPtrArray *all = g_ptr_array_new_full (people->len, (GDestroyNotify) val_events_unref);

  for (guint i = 0; i < people->len; i++)
    {
      const ValPerson *person = g_ptr_array_index (people, i);
      gpointer given;
      ValEvents *events = NULL;
      guint old;

      if (g_hash_table_lookup_extended (self->events, &person->id, NULL, &given))
        events = given;
      else if (self->base != NULL && val_dataset_find_person (self->base, person->id, &old))
        events = g_ptr_array_index (self->base->events, old);
      g_ptr_array_add (all, events != NULL ? val_events_ref (events) : NULL);
    }
  return all;
}

static gboolean *
find_leaves (const ValDataset *dataset)
{
  gboolean *is_leaf = g_new (gboolean, dataset->skills->len + 1);

  for (guint i = 0; i < dataset->skills->len; i++)
    is_leaf[i] = TRUE;
  for (guint i = 0; i < dataset->skills->len; i++)
    {
      guint parent;

      if (val_dataset_find_skill (dataset, val_dataset_skill (dataset, i)->parent_id, &parent))
        is_leaf[parent] = FALSE;
    }
  return is_leaf;
}

static GPtrArray *
choose_rows (GPtrArray *given, GPtrArray *kept)
{
  if (given != NULL)
    return g_ptr_array_ref (given);
  return kept != NULL ? g_ptr_array_ref (kept) : g_ptr_array_new ();
}

/**
 * val_dataset_builder_end:
 * @self: a builder; free it afterwards
 *
 * Returns: (transfer full): the dataset. Without a base and without bands it has the default ones.
 */
ValDataset *
val_dataset_builder_end (ValDatasetBuilder *self)
{
  ValDataset *base = self->base;
  ValDataset *result = g_atomic_rc_box_new0 (ValDataset);

  if (base == NULL && self->bands == NULL)
    self->bands = val_bands_new_default ();
  result->teams = choose_rows (self->teams, base != NULL ? base->teams : NULL);
  result->people = choose_rows (self->people, base != NULL ? base->people : NULL);
  result->order = base != NULL && base->people == result->people
                      ? g_array_ref (base->order)
                      : val_person_order_new (result->people);
  result->roles = choose_rows (self->roles, base != NULL ? base->roles : NULL);
  result->skills = choose_rows (self->skills, base != NULL ? base->skills : NULL);
  result->bands = choose_rows (self->bands, base != NULL ? base->bands : NULL);
  if (self->requirements != NULL)
    result->requirements = g_array_ref (self->requirements);
  else
    result->requirements = base != NULL ? g_array_ref (base->requirements)
                                        : g_array_new (FALSE, FALSE, sizeof (ValRequirement));
  if (self->settings != NULL)
    result->settings = g_hash_table_ref (self->settings);
  else
    result->settings = base != NULL
                           ? g_hash_table_ref (base->settings)
                           : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  result->scores = collect_scores (self, result->people, result->skills, &result->n_scores);
  result->events = collect_events (self, result->people);
  for (guint i = 0; i < VAL_N_RECORD_TYPES; i++)
    if (val_dataset_keeps ((ValRecordType) i))
      result->records[i] = choose_rows (self->records[i], base != NULL ? base->records[i] : NULL);
  result->is_leaf = find_leaves (result);
  return result;
}
