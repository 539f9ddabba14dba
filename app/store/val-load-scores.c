/* val-load-scores.c: reading scores into columns
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-scores.h"

#include <stdlib.h>

#include "val-stmt.h"
#include "val-store-error.h"

/* One score while it is being sorted. */
typedef struct
{
  guint32 person;
  ValScore score;
} Loose;

/* The place of @id in a sorted array, or G_MAXUINT; @hint: where the last one was. */
static guint
find_id (const GArray *ids, gint64 id, guint *hint)
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

/* All rows in the order of their keys: a plain run through the table is three times as quick as
 * one through an index. */
static GArray *
read_loose (ValDb *db, const GArray *people, const GArray *skills, GError **error)
{
  g_autoptr (GArray) loose = NULL;
  g_autoptr (ValStmt) stmt = NULL;
  gint64 n = 0;
  guint person_hint = 0, skill_hint = 0;
  ValStep step;

  if (!val_db_get_int (db, "SELECT count (*) FROM assessment", &n, error))
    return NULL;
  loose = g_array_sized_new (FALSE, FALSE, sizeof (Loose), (guint) n);
  stmt = val_stmt_get (db,
                       "SELECT person_id, skill_id, day, level, assessor FROM assessment "
                       "NOT INDEXED ORDER BY id",
                       error);
  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      Loose one;
      guint skill = find_id (skills, sqlite3_column_int64 (stmt->stmt, 1), &skill_hint);

      one.person = find_id (people, sqlite3_column_int64 (stmt->stmt, 0), &person_hint);
      /* A damaged file may hold scores of nobody. */
      if (one.person == G_MAXUINT || skill > G_MAXUINT16)
        continue;
      one.score = read_score (stmt->stmt, 1, skill);
      g_array_append_val (loose, one);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&loose) : NULL;
}

/* val_load_all_scores:
 * @db: the connection
 * @builder: where to
 * @people: (element-type gint64): ids, rising
 * @skills: (element-type gint64): ids, rising
 * @error: where to
 *
 * Sets the scores of everybody. Needs 10 bytes a score while it works, beside the 6 that stay.
 */
gboolean
val_load_all_scores (ValDb *db, ValDatasetBuilder *builder, const GArray *people,
                     const GArray *skills, GError **error)
{
  g_autoptr (GArray) loose = read_loose (db, people, skills, error);
  g_autofree guint *starts = g_new0 (guint, people->len + 2);
  g_autofree ValScore *sorted = NULL;

  if (loose == NULL)
    return FALSE;
  sorted = g_new (ValScore, loose->len + 1);
  for (guint i = 0; i < loose->len; i++)
    starts[g_array_index (loose, Loose, i).person + 2]++;
  for (guint i = 2; i < people->len + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < loose->len; i++)
    {
      const Loose *one = &g_array_index (loose, Loose, i);

      sorted[starts[one->person + 1]++] = one->score;
    }
  /* Now starts[i] is where person i begins. */
  for (guint i = 0; i < people->len; i++)
    {
      guint n = starts[i + 1] - starts[i];

      sort_scores (sorted + starts[i], n);
      val_dataset_builder_set_scores (builder, g_array_index (people, gint64, i),
                                      n > 0 ? val_scores_new (sorted + starts[i], n) : NULL);
    }
  return TRUE;
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
      guint skill = find_id (skills, val_stmt_int (stmt, 0), &hint);

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
