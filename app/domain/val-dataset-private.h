/* val-dataset-private.h: the inside of a dataset, for its builder
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

/* Tables are shared between datasets and never changed once they are in one. */
struct _ValDataset
{
  GPtrArray *teams;
  GPtrArray *people;
  GArray *order; /* of guint, beside people, see val-person-order.h */
  GPtrArray *roles;
  GPtrArray *skills;
  GPtrArray *bands;
  GArray *requirements;
  GHashTable *settings;
  GPtrArray *scores; /* of ValScores, nullable, beside people */
  GPtrArray *events; /* of ValEvents, nullable, beside people */
  GPtrArray *records[VAL_N_RECORD_TYPES]; /* the small tables; NULL: not kept in memory */
  gboolean *is_leaf; /* beside skills */
  guint64 n_scores;
};

/* The records of which a dataset keeps all. */
static inline gboolean
val_dataset_keeps (ValRecordType type)
{
  return type == VAL_RECORD_KIND || type == VAL_RECORD_RULE || type == VAL_RECORD_CADENCE
         || type == VAL_RECORD_INDICATOR || type == VAL_RECORD_TERM || type == VAL_RECORD_LABEL
         || type == VAL_RECORD_FORECAST;
}
