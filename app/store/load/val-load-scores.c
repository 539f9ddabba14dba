/* val-load-scores.c: reading scores into columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-scores.h"

#include <stdlib.h>

#include "val-stmt.h"
#include "val-store-error.h"

/* val_load_ids: (transfer full) (nullable) (element-type gint64): the first column of @sql;
 * @error: what SQLite answered */
GArray *
val_load_ids (ValDb *db, const char *sql, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      gint64 id = val_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The scores of one person while they are collected. */
typedef struct
{
  ValScore *scores;
  guint n;
  guint size;
} Column;

/* val_load_find_id: the place of @id in a sorted array, or G_MAXUINT; @hint: where the last one
 * was. */
guint
val_load_find_id (const GArray *ids, gint64 id, guint *hint)
{
  guint low = 0, high = ids->len;

  if (*hint < ids->len && g_array_index (ids, gint64, *hint) == id)
    return *hint;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ids, gint64, middle) < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low >= ids->len || g_array_index (ids, gint64, low) != id)
    return G_MAXUINT;
  *hint = low;
  return low;
}

/* skill, day, level, assessor from column @first on. */
static ValScore
read_score (sqlite3_stmt *stmt, int first, guint skill)
{
  gboolean applies = sqlite3_column_type (stmt, first + 2) != SQLITE_NULL;

  return val_score_make ((guint16) skill, (guint16) sqlite3_column_int (stmt, first + 1),
                         applies ? sqlite3_column_int (stmt, first + 2)
                                 : VAL_LEVEL_NOT_APPLICABLE,
                         (ValAssessor) (sqlite3_column_int (stmt, first + 3) & 3));
}

static int
compare_keys (const void *a, const void *b)
{
  const guint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static guint64
score_key (ValScore score, guint place)
{
  return (guint64) score.skill << 48 | (guint64) score.day << 32 | place;
}

/* By skill, day and order of entry; @scores are in order of entry. Imports are stored sorted, so
 * that there is often nothing to do. */
static void
sort_scores (ValScore *scores, guint n)
{
  g_autofree guint64 *keys = NULL;
  g_autofree ValScore *copy = NULL;
  guint i;

  for (i = 1; i < n; i++)
    if (score_key (scores[i - 1], 0) > score_key (scores[i], 0))
      break;
  if (i >= n)
    return;
  keys = g_new (guint64, n);
  copy = g_memdup2 (scores, n * sizeof (ValScore));
  for (i = 0; i < n; i++)
    keys[i] = score_key (scores[i], i);
  qsort (keys, n, sizeof (guint64), compare_keys);
  for (i = 0; i < n; i++)
    scores[i] = copy[keys[i] & G_MAXUINT32];
}

static void
column_add (Column *self, ValScore score)
{
  if (self->n == self->size)
    {
      self->size = MAX (8, self->size + self->size / 2);
      self->scores = g_renew (ValScore, self->scores, self->size);
    }
  self->scores[self->n++] = score;
}

/* All rows in the order of their keys: a plain run through the table is three times as quick as
 * one through an index. */
static gboolean
read_columns (ValDb *db, const GArray *people, const GArray *skills, Column *columns,
              GError **error)
{
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT person_id, skill_id, day, level, assessor FROM assessment "
                      "NOT INDEXED ORDER BY id",
                      error);
  guint person_hint = 0, skill_hint = 0;
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      guint person = val_load_find_id (people, sqlite3_column_int64 (stmt->stmt, 0), &person_hint);
      guint skill = val_load_find_id (skills, sqlite3_column_int64 (stmt->stmt, 1), &skill_hint);

      /* A damaged file may hold scores of nobody. */
      if (person != G_MAXUINT && skill <= G_MAXUINT16)
        column_add (&columns[person], read_score (stmt->stmt, 1, skill));
    }
  return step == VAL_STEP_DONE;
}

/* val_load_all_scores:
 * @db: the connection
 * @builder: where to
 * @people: (element-type gint64): ids, rising
 * @skills: (element-type gint64): ids, rising
 * @error: where to
 *
 * Sets the scores of everybody. Needs little more than the 6 bytes a score that stay.
 */
gboolean
val_load_all_scores (ValDb *db, ValDatasetBuilder *builder, const GArray *people,
                     const GArray *skills, GError **error)
{
  g_autofree Column *columns = g_new0 (Column, people->len + 1);
  gboolean good = read_columns (db, people, skills, columns, error);

  for (guint i = 0; i < people->len; i++)
    {
      Column *column = &columns[i];

      if (good)
        {
          sort_scores (column->scores, column->n);
          val_dataset_builder_set_scores (builder, g_array_index (people, gint64, i),
                                          column->n > 0
                                              ? val_scores_new (column->scores, column->n)
                                              : NULL);
        }
      g_free (column->scores);
    }
  return good;
}

/* val_load_person_scores: the scores of one person, after an edit. */
gboolean
val_load_person_scores (ValDb *db, ValDatasetBuilder *builder, gint64 person_id,
                        const GArray *skills, GError **error)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (ValScore));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT skill_id, day, level, assessor FROM assessment WHERE person_id = ? "
                      "ORDER BY skill_id, day, id",
                      error);
  guint hint = 0;
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, person_id);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      guint skill = val_load_find_id (skills, val_stmt_int (stmt, 0), &hint);

      if (skill <= G_MAXUINT16)
        {
          ValScore score = read_score (stmt->stmt, 0, skill);

          g_array_append_val (scores, score);
        }
    }
  if (step == VAL_STEP_ERROR)
    return FALSE;
  val_dataset_builder_set_scores (builder, person_id,
                                  scores->len > 0 ? val_scores_new (
                                      (const ValScore *) (gpointer) scores->data, scores->len)
                                                  : NULL);
  return TRUE;
}
