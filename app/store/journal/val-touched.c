/* val-touched.c: what a transaction wrote, and who has to look at it again
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-touched.h"

#include "val-search.h"

/* More people than this are read again all together. */
#define MANY_PEOPLE 2000

static GHashTable *
new_set (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
add (GHashTable *set, gint64 id)
{
  if (!g_hash_table_contains (set, &id))
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
add_unless_many (GHashTable *set, gint64 id, gboolean *all)
{
  if (*all)
    return;
  if (g_hash_table_size (set) >= MANY_PEOPLE && !g_hash_table_contains (set, &id))
    *all = TRUE;
  else
    add (set, id);
}

/* val_touched_init: nothing was written */
void
val_touched_init (ValTouched *self)
{
  *self = (ValTouched){ 0 };
  self->people = new_set (NULL);
  self->event_people = new_set (NULL);
  self->written = new_set (NULL);
  self->added = new_set ((GDestroyNotify) val_scores_unref);
}

/* val_touched_clear: frees what @self holds */
void
val_touched_clear (ValTouched *self)
{
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->event_people);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->added);
}

/* val_touched_reset: forgets all, before a transaction */
void
val_touched_reset (ValTouched *self)
{
  self->tables = 0;
  self->all_people = FALSE;
  self->all_event_people = FALSE;
  g_hash_table_remove_all (self->people);
  g_hash_table_remove_all (self->event_people);
  g_hash_table_remove_all (self->written);
  g_hash_table_remove_all (self->added);
}

/* val_touched_add_person: the scores of this person have to be read again */
void
val_touched_add_person (ValTouched *self, gint64 person_id)
{
  add_unless_many (self->people, person_id, &self->all_people);
}

/* val_touched_add_events: the events of this person have to be read again */
void
val_touched_add_events (ValTouched *self, gint64 person_id)
{
  add_unless_many (self->event_people, person_id, &self->all_event_people);
}

/* val_touched_add_text: the search index has to look at this record again; see val-search.h */
void
val_touched_add_text (ValTouched *self, int search_kind, gint64 id)
{
  add (self->written, val_search_key (search_kind, id));
}

/* val_touched_add_scores: (transfer full) @scores: this person has them besides those before */
void
val_touched_add_scores (ValTouched *self, gint64 person_id, ValScores *scores)
{
  g_hash_table_insert (self->added, g_memdup2 (&person_id, sizeof person_id), scores);
}
