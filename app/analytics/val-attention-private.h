/* val-attention-private.h: what the files of attention share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-attention.h"

G_BEGIN_DECLS

/* A rhythm, and who belongs to a team, looked up once a person instead of once a cadence: many
 * people may have a rhythm of their own. */
typedef struct
{
  const ValDataset *dataset;
  GHashTable *of_person; /* id -> ValCadence */
  GHashTable *of_team;   /* id, 0 the centre -> ValCadence */
} ValRhythms;

void val_rhythms_init (ValRhythms *self, const ValDataset *dataset);
void val_rhythms_clear (ValRhythms *self);
void val_rhythms_get (const ValRhythms *self, const ValPerson *person, int *ret_every,
                      int *ret_amber, int *ret_red);
ValAttentionStatus val_rhythm_status (int days, int every, int amber, int red);

/* Adds what is owed to and by one person, and counts it. @groups: ids of group sessions that are
 * on the list -> place + 1. */
void val_owed_add_person (ValAttention *self, const ValPersonAttention *attention,
                          GHashTable *groups);
/* Adds who has not been thanked for longest, then sorts. */
void val_owed_end (ValAttention *self);

G_END_DECLS
