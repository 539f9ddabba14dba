/* val-touched.h: what a transaction wrote, and who has to look at it again
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-scores.h"
#include "val-store.h"

G_BEGIN_DECLS

/**
 * ValTouched:
 * @tables: kinds of rows that were written
 * @people: (element-type gint64): whose scores were written
 * @all_people: too many to name
 * @event_people: (element-type gint64): whose events were written
 * @all_event_people: too many to name
 * @written: (element-type gint64): what the search index has to look at again, see val-search.h
 * @added: (element-type gint64 ValScores): scores that were added to those of a person, numbered as
 *   the next dataset numbers its skills
 *
 * From this the next picture is made out of the one before. On the database thread.
 */
typedef struct
{
  ValTables tables;
  GHashTable *people;
  gboolean all_people;
  GHashTable *event_people;
  gboolean all_event_people;
  GHashTable *written;
  GHashTable *added;
} ValTouched;

void val_touched_init (ValTouched *self);
void val_touched_clear (ValTouched *self);
void val_touched_reset (ValTouched *self);
void val_touched_add_person (ValTouched *self, gint64 person_id);
void val_touched_add_events (ValTouched *self, gint64 person_id);
void val_touched_add_text (ValTouched *self, int search_kind, gint64 id);
void val_touched_add_scores (ValTouched *self, gint64 person_id, ValScores *scores);

G_END_DECLS
