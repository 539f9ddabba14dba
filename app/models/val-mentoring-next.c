/* val-mentoring-next.c: when a session, and the one after it, should be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

/* A session nobody has planned yet begins at ten. */
#define USUAL_MINUTE (10 * 60)

/* The shortest rhythm wanted by those who take part, or 0. */
static int
wanted_days (ValDataset *dataset, const GArray *people)
{
  int shortest = 0;

  for (guint i = 0; i < people->len; i++)
    {
      int every, amber, red;
      guint index;

      if (!val_dataset_find_person (dataset, g_array_index (people, gint64, i), &index))
        continue;
      val_dataset_cadence (dataset, val_dataset_person (dataset, index), &every, &amber, &red);
      if (every > 0 && (shortest == 0 || every < shortest))
        shortest = every;
    }
  return shortest;
}

/* A week or more keeps the weekday: ten days are a week, eleven are two. */
static int
keep_weekday (int days)
{
  return days >= 7 ? (days + 3) / 7 * 7 : days;
}

/**
 * val_mentoring_working_day_after:
 * @day: a day
 *
 * Returns: the next day that is neither Saturday nor Sunday
 */
ValDay
val_mentoring_working_day_after (ValDay day)
{
  do
    day++;
  while (val_day_weekday (day) > 5);
  return day;
}

/**
 * val_mentoring_model_propose_next:
 *
 * The wanted rhythm on from this session, on its weekday and at its time, and never before
 * tomorrow. Nothing is proposed where no rhythm is wanted or a later session stands already.
 */
void
val_mentoring_model_propose_next (ValMentoringModel *self)
{
  int days = keep_weekday (wanted_days (self->dataset, self->now->people));
  ValDay day = val_mentoring_model_get_acting_day (self);
  /* A session that was moved to another weekday once goes back to its plan's. */
  ValDay from = self->now->planned_day != VAL_DAY_NONE && days >= 7
                        && ABS (self->now->planned_day - day) < 4
                    ? self->now->planned_day
                    : day;

  self->next_minute = val_mentoring_get_minute (self->now);
  self->plan_next = days > 0 && self->later == NULL
                    && self->now->state == VAL_MENTORING_PLANNED;
  if (days == 0)
    {
      self->next_day = day + 7;
      return;
    }
  self->next_day = from + days;
  while (self->next_day <= self->today)
    self->next_day += MAX (days, 7);
  if (days < 7 && val_day_weekday (self->next_day) > 5)
    self->next_day = val_mentoring_working_day_after (self->next_day);
}

/**
 * val_mentoring_propose_first:
 * @dataset: the centre
 * @mentoring: a new session whose people are known
 * @today: the local day
 *
 * Sets the day and the time of the plan: the wanted rhythm on from the last session that took
 * place, or the next working day from today on when that has passed.
 */
void
val_mentoring_propose_first (ValDataset *dataset, ValMentoring *mentoring, ValDay today)
{
  int days = keep_weekday (wanted_days (dataset, mentoring->people));
  const ValEvents *events = NULL;
  ValDay day = VAL_DAY_NONE;
  int minute = VAL_MINUTE_NONE;
  guint index;

  if (val_dataset_find_person (dataset, mentoring->record.person_id, &index))
    events = val_dataset_events (dataset, index);
  for (guint i = 0; events != NULL && i < events->n; i++)
    {
      const ValEvent *event = &events->events[i];

      if (event->type != VAL_RECORD_MENTORING || (event->flags & VAL_EVENT_HELD) == 0)
        continue;
      day = event->day;
      if (event->minute != VAL_EVENT_NO_MINUTE)
        minute = event->minute;
    }
  day = day != VAL_DAY_NONE && days > 0 ? day + days : today;
  if (day < today)
    day = today;
  if (val_day_weekday (day) > 5)
    day = val_mentoring_working_day_after (day);
  mentoring->planned_day = day;
  mentoring->planned_minute = minute != VAL_MINUTE_NONE ? minute : USUAL_MINUTE;
}
