/* val-mentoring-model.c: a session while it is planned and held
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

/* What is new is new since so many days before the very first session. */
#define FIRST_LOOK_BACK 30

static int
clock_minute (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/**
 * val_mentoring_model_new:
 * @dataset: the centre
 * @today: the local day
 * @mentoring: the session; id 0: a new one, whose day may be missing
 *
 * Returns: (transfer full): the model, without agreements until
 *   val_mentoring_model_take_records ()
 */
ValMentoringModel *
val_mentoring_model_new (ValDataset *dataset, ValDay today, const ValMentoring *mentoring)
{
  ValMentoringModel *self = g_new0 (ValMentoringModel, 1);

  self->dataset = val_dataset_ref (dataset);
  self->today = today;
  self->clock = clock_minute ();
  self->stored = mentoring->record.id > 0 ? val_record_copy (mentoring) : NULL;
  self->now = val_record_copy (mentoring);
  if (self->stored == NULL && self->now->planned_day == VAL_DAY_NONE
      && self->now->held_day == VAL_DAY_NONE)
    val_mentoring_propose_first (dataset, self->now, today);
  self->initial = val_record_copy (self->now);
  self->records = g_ptr_array_new_with_free_func (val_record_free);
  val_mentoring_model_clear_lines (self);
  self->next_day = VAL_DAY_NONE;
  self->next_minute = VAL_MINUTE_NONE;
  return self;
}

/**
 * val_mentoring_model_free:
 * @self: (nullable) (transfer full): a model
 */
void
val_mentoring_model_free (ValMentoringModel *self)
{
  if (self == NULL)
    return;
  val_dataset_unref (self->dataset);
  val_record_free (self->stored);
  val_record_free (self->now);
  val_record_free (self->initial);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->agreements);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * val_mentoring_model_set_dataset:
 * @dataset: the newest picture
 */
void
val_mentoring_model_set_dataset (ValMentoringModel *self, ValDataset *dataset)
{
  val_dataset_ref (dataset);
  val_dataset_unref (self->dataset);
  self->dataset = dataset;
}

/**
 * val_mentoring_model_remove_person:
 * @person_id: who does not take part
 */
void
val_mentoring_model_remove_person (ValMentoringModel *self, gint64 person_id)
{
  val_mentoring_remove_person (self->now, person_id);
  for (guint i = self->agreements->len; i > 0; i--)
    {
      const ValAgreementLine *line = self->agreements->pdata[i - 1];

      if (line->stored == NULL && line->now->record.person_id == person_id)
        g_ptr_array_remove_index (self->agreements, i - 1);
    }
}

/* Returns: whether the session took place, by what the file says */
static gboolean
is_held (const ValMentoringModel *self)
{
  return self->now->state == VAL_MENTORING_HELD;
}

/**
 * val_mentoring_model_set_when:
 * @day: the day, or %VAL_DAY_NONE while none is given
 * @minute: of that day, or %VAL_MINUTE_NONE
 */
void
val_mentoring_model_set_when (ValMentoringModel *self, ValDay day, int minute)
{
  if (is_held (self))
    {
      self->now->held_day = day;
      self->now->held_minute = minute;
    }
  else
    {
      self->now->planned_day = day;
      self->now->planned_minute = minute;
    }
}

/* Whether a past session was one of all these people. */
static gboolean
is_of_all (const ValMentoring *other, const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (!val_mentoring_has_person (other, g_array_index (people, gint64, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_before (const ValMentoring *a, const ValMentoring *b)
{
  ValDay left = val_mentoring_get_day (a), right = val_mentoring_get_day (b);

  if (left != right)
    return left < right;
  if (val_mentoring_get_minute (a) != val_mentoring_get_minute (b))
    return val_mentoring_get_minute (a) < val_mentoring_get_minute (b);
  return a->record.id < b->record.id;
}

static void
find_neighbours (ValMentoringModel *self)
{
  ValDay day = val_mentoring_get_day (self->now);

  self->last = self->later = NULL;
  for (guint i = 0; i < self->records->len; i++)
    {
      const ValMentoring *other = self->records->pdata[i];

      if (other->record.type != VAL_RECORD_MENTORING
          || (self->stored != NULL && other->record.id == self->stored->record.id)
          || !is_of_all (other, self->now->people))
        continue;
      if (other->state == VAL_MENTORING_HELD && (day == VAL_DAY_NONE || other->held_day <= day)
          && (self->last == NULL || is_before (self->last, other)))
        self->last = other;
      if (other->state == VAL_MENTORING_PLANNED && other->planned_day >= MAX (day, self->today)
          && (self->later == NULL || is_before (other, self->later)))
        self->later = other;
    }
}

/**
 * val_mentoring_model_take_records:
 * @records: (transfer full) (element-type ValRecord): all that is written about those who take
 *   part, as val_store_read_person () gives it for each of them; doubles do no harm
 *
 * May be called again when something was stored elsewhere: what was ticked or written here and not
 * saved yet stays.
 */
void
val_mentoring_model_take_records (ValMentoringModel *self, GPtrArray *records)
{
  g_ptr_array_unref (self->records);
  self->records = records;
  val_mentoring_model_take_lines (self);
  find_neighbours (self);
  if (!self->next_chosen)
    val_mentoring_model_propose_next (self);
}

/* val_mentoring_model_get_acting_day: what is done in the session is done on its day, but never
 * in the future. */
ValDay
val_mentoring_model_get_acting_day (const ValMentoringModel *self)
{
  ValDay day = val_mentoring_get_day (self->now);

  return day == VAL_DAY_NONE ? self->today : MIN (day, self->today);
}

/**
 * val_mentoring_model_get_since:
 *
 * Returns: the day from which on something is new for this session
 */
ValDay
val_mentoring_model_get_since (const ValMentoringModel *self)
{
  ValDay day = val_mentoring_get_day (self->now);

  if (self->last != NULL)
    return self->last->held_day;
  return MAX (0, (day == VAL_DAY_NONE ? self->today : MIN (day, self->today)) - FIRST_LOOK_BACK);
}

/**
 * val_mentoring_model_get_until:
 *
 * Returns: the last day of what is new for this session: that on which it was held, else today
 */
ValDay
val_mentoring_model_get_until (const ValMentoringModel *self)
{
  return self->now->state == VAL_MENTORING_HELD ? val_mentoring_get_day (self->now) : self->today;
}

/* val_mentoring_model_is_new: what came after a session that was held was no news for it */
gboolean
val_mentoring_model_is_new (const ValMentoringModel *self, ValDay day)
{
  return day >= val_mentoring_model_get_since (self) && day <= val_mentoring_model_get_until (self);
}

/**
 * val_mentoring_model_get_level:
 * @skill_id: a skill
 * @on: the day of the picture
 *
 * Returns: the level of the one person who takes part, or %VAL_LEVEL_NONE: not assessed, or a group
 */
ValLevel
val_mentoring_model_get_level (const ValMentoringModel *self, gint64 skill_id, ValDay on)
{
  const ValScores *scores;
  ValScore score;
  guint person, skill;

  if (!val_dataset_find_person (self->dataset, self->now->record.person_id, &person)
      || !val_dataset_find_skill (self->dataset, skill_id, &skill))
    return VAL_LEVEL_NONE;
  scores = val_dataset_scores (self->dataset, person);
  if (scores == NULL || !val_scores_latest (scores, (guint16) skill, on, &score)
      || val_score_level (score) == VAL_LEVEL_NOT_APPLICABLE)
    return VAL_LEVEL_NONE;
  return val_score_level (score);
}
