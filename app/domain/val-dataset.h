/* val-dataset.h: everything that readiness is worked out from, as one immutable value
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-entities.h"
#include "val-events.h"
#include "val-scores.h"

G_BEGIN_DECLS

#define VAL_TYPE_DATASET (val_dataset_get_type ())

/**
 * ValDataset:
 *
 * A picture of the centre at one moment: teams, people, roles, requirements, skills, bands,
 * settings, scores, and what is written about people as far as it says who was talked with, who was
 * thanked and what is owed (events); the texts themselves stay in the file. Immutable and
 * atomically reference-counted, so that a worker may read it while the store makes the next one.
 * Two datasets share what did not change between them: an edit of one score copies one person's
 * scores and a few arrays of pointers.
 *
 * Arrays are sorted by id. An *index* is a place in such an array and is only valid for the
 * dataset it came from.
 */
typedef struct _ValDataset ValDataset;

GType val_dataset_get_type (void) G_GNUC_CONST;
ValDataset *val_dataset_ref (ValDataset *self);
void val_dataset_unref (ValDataset *self);

guint val_dataset_n_teams (const ValDataset *self);
guint val_dataset_n_people (const ValDataset *self);
guint val_dataset_n_roles (const ValDataset *self);
guint val_dataset_n_skills (const ValDataset *self);
guint val_dataset_n_bands (const ValDataset *self);
guint64 val_dataset_n_scores (const ValDataset *self);
const ValTeam *val_dataset_team (const ValDataset *self, guint index);
const ValPerson *val_dataset_person (const ValDataset *self, guint index);
const ValRole *val_dataset_role (const ValDataset *self, guint index);
const ValSkill *val_dataset_skill (const ValDataset *self, guint index);
const ValBand *val_dataset_band (const ValDataset *self, guint index);
const ValScores *val_dataset_scores (const ValDataset *self, guint person_index);
const ValRequirement *val_dataset_requirements (const ValDataset *self, guint *ret_n);
/* What happened to a person and falls due; %NULL: nothing. */
const ValEvents *val_dataset_events (const ValDataset *self, guint person_index);
/* Small tables of records, sorted by id: VAL_RECORD_KIND, RULE, CADENCE, INDICATOR, TERM, LABEL and
 * FORECAST. */
guint val_dataset_n_records (const ValDataset *self, ValRecordType type);
gconstpointer val_dataset_record (const ValDataset *self, ValRecordType type, guint index);
gconstpointer val_dataset_find_record (const ValDataset *self, ValRecordType type, gint64 id);
/* The wanted rhythm of a person: the person's own, else the nearest team's upwards, else the
 * centre's, else the default. */
void val_dataset_cadence (const ValDataset *self, const ValPerson *person, int *ret_every,
                          int *ret_amber, int *ret_red);
const char *val_dataset_setting (const ValDataset *self, const char *key);
int val_dataset_setting_int (const ValDataset *self, const char *key, int fallback);

gboolean val_dataset_find_team (const ValDataset *self, gint64 id, guint *ret_index);
gboolean val_dataset_find_person (const ValDataset *self, gint64 id, guint *ret_index);
gboolean val_dataset_find_role (const ValDataset *self, gint64 id, guint *ret_index);
gboolean val_dataset_find_skill (const ValDataset *self, gint64 id, guint *ret_index);

gboolean val_dataset_skill_is_leaf (const ValDataset *self, guint skill_index);
gboolean val_dataset_team_within (const ValDataset *self, gint64 team_id, gint64 ancestor_id);
const ValBand *val_dataset_band_of_level (const ValDataset *self, int level);

/**
 * ValDatasetBuilder: makes a dataset, from nothing or from an earlier one.
 *
 * Every *take* function takes ownership. Replacing one kind leaves the others shared.
 * Replacing the skills renumbers scores when needed; scores of skills that are gone are dropped.
 */
typedef struct _ValDatasetBuilder ValDatasetBuilder;

ValDatasetBuilder *val_dataset_builder_new (ValDataset *base);
void val_dataset_builder_free (ValDatasetBuilder *self);
void val_dataset_builder_take_teams (ValDatasetBuilder *self, GPtrArray *teams);
void val_dataset_builder_take_people (ValDatasetBuilder *self, GPtrArray *people);
void val_dataset_builder_take_roles (ValDatasetBuilder *self, GPtrArray *roles);
void val_dataset_builder_take_skills (ValDatasetBuilder *self, GPtrArray *skills);
void val_dataset_builder_take_bands (ValDatasetBuilder *self, GPtrArray *bands);
void val_dataset_builder_take_requirements (ValDatasetBuilder *self, GArray *requirements);
void val_dataset_builder_take_settings (ValDatasetBuilder *self, GHashTable *settings);
void val_dataset_builder_set_scores (ValDatasetBuilder *self, gint64 person_id,
                                     ValScores *scores);
void val_dataset_builder_add_scores (ValDatasetBuilder *self, gint64 person_id,
                                     ValScores *scores);
/* All records of one of the small tables. */
void val_dataset_builder_take_records (ValDatasetBuilder *self, ValRecordType type,
                                       GPtrArray *records);
void val_dataset_builder_set_events (ValDatasetBuilder *self, gint64 person_id,
                                     ValEvents *events);
ValDataset *val_dataset_builder_end (ValDatasetBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValDataset, val_dataset_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValDatasetBuilder, val_dataset_builder_free)

/* Keys of the centre's settings */
#define VAL_SETTING_HOURS_PER_WEEK "hours-per-week" /* thousandths; default 2000 */
#define VAL_SETTING_CENTRE_NAME "centre-name"
#define VAL_SETTING_SCALE "scale" /* as val_scale_to_string () writes it */

G_END_DECLS
