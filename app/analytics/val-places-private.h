/* val-places-private.h: where each contact belongs in a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-measure.h"

G_BEGIN_DECLS

/* Added to a place by whatever lets a contact not through; seven of them do not overflow. */
#define VAL_PLACE_OUT (1u << 29)
/* Contacts that are worked on at a time, so that their places stay in the nearest cache. */
#define VAL_PLACES_BLOCK 2048
#define VAL_N_HOURS 25 /* VAL_HOUR_NONE is the last */
#define VAL_N_DAYS 65536

/**
 * ValPlaces: for every value of a column what it adds to the place of a contact. The place is the
 * sum; at @n or above the contact is left out.
 * @labels: agent, channel, topic by id; %NULL: the column does not matter
 * @n_labels: ids known to the table; entry n stands for all others
 * @days: by day; @hours: by hour; %NULL: do not matter
 */
typedef struct
{
  guint32 *labels[VAL_N_LABEL_KINDS];
  guint n_labels[VAL_N_LABEL_KINDS];
  guint32 *days;
  guint32 *hours;
  guint32 n;
} ValPlaces;

ValPlaces *val_places_new (ValDataset *dataset, const ValContactFilter *filter);
void val_places_free (ValPlaces *self);
/* The tables, made when they are not there yet: all 0. */
guint32 *val_places_labels (ValPlaces *self, ValDataset *dataset, ValLabelKind kind);
guint32 *val_places_days (ValPlaces *self);
guint32 *val_places_hours (ValPlaces *self);

/* Places of @n <= VAL_PLACES_BLOCK contacts from @from on; who is left out gets self->n. */
void val_places_fill (const ValPlaces *self, const ValContactColumns *columns, guint from, guint n,
                      guint32 *places);

/**
 * ValTally: the sums of one formula while contacts are walked, smaller than measures so that more
 * of them are near.
 */
typedef struct _ValTally ValTally;

ValTally *val_tally_new (const ValMeasureFormula *formula, guint32 n_cells);
/* Adds a block at its places, which may be n_cells: left out. */
void val_tally_block (ValTally *self, const ValContactColumns *columns, guint from, guint n,
                      const guint32 *places);
/* Writes the measures; @rows: contacts of each cell, as val_count_block () counts them. */
void val_tally_end (const ValTally *self, const guint32 *rows, ValMeasure *cells);
void val_tally_free (ValTally *self);
/* Counts a block at its places. */
void val_count_block (const guint32 *places, guint n, guint32 *rows);

/* The person behind an agent label today, or 0. */
gint64 val_label_person (ValDataset *dataset, gint64 label_id);

static inline guint
val_hour_of_minute (guint minute)
{
  return MIN (minute / 60, VAL_HOUR_NONE);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPlaces, val_places_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValTally, val_tally_free)

G_END_DECLS
