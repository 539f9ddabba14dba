/* val-pivot-private.h: parts of the pivot
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-pivot.h"
#include "val-places-private.h"

G_BEGIN_DECLS

/**
 * ValSeen: which values of a column there are among the contacts that are let through.
 */
typedef struct
{
  guint8 *labels[VAL_N_LABEL_KINDS]; /* by id, one more for unknown ones; nullable */
  guint n_labels[VAL_N_LABEL_KINDS];
  guint8 *days;  /* by day; nullable */
  guint8 *hours; /* nullable */
} ValSeen;

/* A key for every value that was seen, in order. */
void val_pivot_axis_init (ValPivotAxis *axis, ValDimension dimension, ValDataset *dataset,
                          const ValSeen *seen);
void val_pivot_axis_clear (ValPivotAxis *axis);
/* Place among @axis->keys; FALSE: there is no such key. */
gboolean val_pivot_axis_find (const ValPivotAxis *axis, const ValPivotKey *key, guint *ret_place);
/* Adds @stride x the place of its key to every value of the axis' column. */
void val_pivot_axis_place (const ValPivotAxis *axis, ValDataset *dataset, guint32 stride,
                           ValPlaces *places);

/* Lets only values through whose key is in the axis. */
void val_pivot_axis_keep (const ValPivotAxis *axis, ValDataset *dataset, ValPlaces *places);
/* Puts keys in their first order and drops doubles. */
void val_pivot_axis_sort (ValPivotAxis *axis);

/* Drops rows and columns without a contact; times only before the first and after the last. */
void val_pivot_drop_empty (ValPivot *self);

/* Which key a label, a day, an hour belongs to. */
ValPivotKey val_pivot_key_of_day (ValDimension dimension, ValDay day);
ValPivotKey val_pivot_key_of_person (ValDimension dimension, ValDataset *dataset,
                                     gint64 person_id);

/* Fills a pivot of entered values. */
void val_pivot_fill_values (ValPivot *self, ValDataset *dataset, const ValValues *values);

/* The column that a dimension looks at. */
gboolean val_dimension_label_kind (ValDimension dimension, ValLabelKind *ret_kind);

G_END_DECLS
