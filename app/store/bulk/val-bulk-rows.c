/* val-bulk-rows.c: many scores in the order in which they are stored
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting by counting: people first, over all rows, then skill and day within each person. A
 * comparing sort of a million rows costs as much as storing them.
 */
#include "val-bulk-rows.h"

#include <string.h>

#include "val-load-scores.h"
#include "val-store-error.h"

#define BYTE_VALUES 256
/* Fewer are put in order by hand: clearing the counters would cost more. */
#define FEW_KEYS 32
#define TOP_LEVEL 10000

typedef struct
{
  GHashTable *ranks; /* id -> place among the ids + 1 */
  ValBulkResolve resolve;
  gpointer resolve_data;
} Ranks;

static GHashTable *
rank_ids (const GArray *ids)
{
  GHashTable *ranks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      /* A row of an edit cannot name more. */
      if (id > 0 && id <= G_MAXINT32)
        g_hash_table_insert (ranks, GINT_TO_POINTER ((int) id), GUINT_TO_POINTER (i + 1));
    }
  return ranks;
}

/* A provisional id gets the rank of the row that was made for it. */
static gboolean
find_rank (Ranks *self, gint32 id, guint *ret_rank, GError **error)
{
  guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, GINT_TO_POINTER (id)));

  if (rank == 0 && id < 0)
    {
      gint64 resolved;

      if (!self->resolve (id, &resolved, self->resolve_data, error))
        return FALSE;
      rank = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->ranks, GINT_TO_POINTER ((int) resolved)));
      if (rank != 0)
        g_hash_table_insert (self->ranks, GINT_TO_POINTER (id), GUINT_TO_POINTER (rank));
    }
  if (rank == 0)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return FALSE;
    }
  *ret_rank = rank - 1;
  return TRUE;
}

/* The rows of each person together, in the order in which they came; @ends: where each person's
 * end. */
static gboolean
group_by_person (ValBulkRows *self, const ValEditRow *rows, Ranks *ranks, guint32 *ends,
                 GError **error)
{
  g_autofree guint32 *people = g_new (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    {
      if (!find_rank (ranks, rows[i].person_id, &people[i], error))
        return FALSE;
      ends[people[i]]++;
    }
  /* From how many there are to where they begin; placing them moves that to their end. */
  for (guint i = 0, sum = 0; i < self->people->len; i++)
    {
      guint n = ends[i];

      ends[i] = sum;
      sum += n;
    }
  for (guint i = 0; i < self->n; i++)
    self->places[ends[people[i]]++] = i;
  return TRUE;
}

static void
insert_keys (guint64 *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      guint at = i;

      for (; at > 0 && keys[at - 1] > key; at--)
        keys[at] = keys[at - 1];
      keys[at] = key;
    }
}

/* By the upper half; the lower one, the row's number, rises already. */
static void
sort_keys (guint64 *keys, guint64 *spare, guint n)
{
  guint64 *from = keys, *to = spare;

  if (n < FEW_KEYS)
    {
      insert_keys (keys, n);
      return;
    }
  for (guint shift = 32; shift < 64; shift += 8)
    {
      guint at[BYTE_VALUES] = { 0 };
      guint64 *swap = from;

      for (guint i = 0; i < n; i++)
        at[from[i] >> shift & 0xff]++;
      if (at[from[0] >> shift & 0xff] == n)
        continue;
      for (guint i = 0, sum = 0; i < BYTE_VALUES; i++)
        {
          guint count = at[i];

          at[i] = sum;
          sum += count;
        }
      for (guint i = 0; i < n; i++)
        to[at[from[i] >> shift & 0xff]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != keys)
    memcpy (keys, from, n * sizeof *keys);
}

/* Room for the largest group, used again for each. */
typedef struct
{
  guint64 *keys;
  guint64 *spare;
  ValScore *scores;
} Desk;

static gboolean
order_group (ValBulkRows *self, const ValEditRow *rows, guint32 *places, guint n, Ranks *skills,
             Desk *desk, ValScores **ret_scores, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      const ValEditRow *row = &rows[places[i]];
      guint skill;

      if (!find_rank (skills, row->skill_id, &skill, error))
        return FALSE;
      desk->keys[i] = (guint64) skill << 48 | (guint64) row->day << 32 | places[i];
    }
  sort_keys (desk->keys, desk->spare, n);
  for (guint i = 0; i < n; i++)
    {
      const ValEditRow *row = &rows[desk->keys[i] & G_MAXUINT32];
      ValLevel level;

      places[i] = desk->keys[i] & G_MAXUINT32;
      desk->scores[i] = (ValScore){ desk->keys[i] >> 48, row->day, row->packed };
      level = val_score_level (desk->scores[i]);
      if (level != VAL_LEVEL_NOT_APPLICABLE && (level < 0 || level > TOP_LEVEL))
        {
          val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
          return FALSE;
        }
    }
  *ret_scores = val_scores_new (desk->scores, n);
  return TRUE;
}

static gboolean
order_groups (ValBulkRows *self, const ValEditRow *rows, const guint32 *ends, Ranks *skills,
              GError **error)
{
  g_autofree guint64 *keys = NULL, *spare = NULL;
  g_autofree ValScore *scores = NULL;
  guint largest = 0;

  for (guint i = 0, first = 0; i < self->people->len; first = ends[i++])
    largest = MAX (largest, ends[i] - first);
  keys = g_new (guint64, largest + 1);
  spare = g_new (guint64, largest + 1);
  scores = g_new (ValScore, largest + 1);
  for (guint i = 0, first = 0; i < self->people->len; first = ends[i++])
    {
      Desk desk = { keys, spare, scores };

      if (ends[i] > first
          && !order_group (self, rows, self->places + first, ends[i] - first, skills, &desk,
                           &self->scores[i], error))
        return FALSE;
    }
  return TRUE;
}

/* val_bulk_rows_new:
 * @db: the connection, after everything else of the edit
 * @rows: (array length=n): the scores, in order of entry
 * @n: how many
 * @resolve: knows the stored rows of provisional ids
 * @resolve_data: for @resolve
 * @error: %VAL_STORE_ERROR_CONSTRAINT: a row of nobody or of no skill, or a level off the scale
 *
 * Checks what the schema would check of each row, and sorts. Needs 10 bytes a row, of which 6 are
 * what the dataset keeps, and 4 more for a moment.
 *
 * Returns: (transfer full) (nullable): the scores
 */
ValBulkRows *
val_bulk_rows_new (ValDb *db, const ValEditRow *rows, guint n, ValBulkResolve resolve,
                   gpointer resolve_data, GError **error)
{
  g_autoptr (ValBulkRows) self = g_new0 (ValBulkRows, 1);
  g_autoptr (GHashTable) people = NULL, skills = NULL;
  g_autofree guint32 *ends = NULL;
  Ranks by_person = { NULL, resolve, resolve_data }, by_skill = by_person;

  self->n = n;
  self->people = val_load_ids (db, "SELECT id FROM person ORDER BY id", error);
  if (self->people == NULL)
    return NULL;
  self->skills = val_load_ids (db, "SELECT id FROM skill ORDER BY id", error);
  if (self->skills == NULL)
    return NULL;
  if (self->skills->len > G_MAXUINT16 + 1)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return NULL;
    }
  by_person.ranks = people = rank_ids (self->people);
  by_skill.ranks = skills = rank_ids (self->skills);
  self->scores = g_new0 (ValScores *, self->people->len + 1);
  self->places = g_new (guint32, n + 1);
  ends = g_new0 (guint32, self->people->len + 1);
  if (!group_by_person (self, rows, &by_person, ends, error)
      || !order_groups (self, rows, ends, &by_skill, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* val_bulk_rows_free: (transfer full) */
void
val_bulk_rows_free (ValBulkRows *self)
{
  for (guint i = 0; self->scores != NULL && i < self->people->len; i++)
    val_scores_unref (self->scores[i]);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  g_free (self->scores);
  g_free (self->places);
  g_free (self);
}
