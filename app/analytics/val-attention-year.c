/* val-attention-year.c: a year of sessions, week by week: the rhythm kept or missed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-attention-private.h"

/* Monday of week 1: the week that has the year's first Thursday (ISO 8601). */
static ValDay
first_monday (int year)
{
  ValDay fourth = val_day_from_ymd (year, 1, 4);

  return fourth - (val_day_weekday (fourth) - 1);
}

/**
 * val_iso_week:
 * @day: a day
 * @ret_year: (out) (optional): the year its week belongs to
 *
 * Returns: 1 ... 53
 */
int
val_iso_week (ValDay day, int *ret_year)
{
  ValDay thursday = day - (val_day_weekday (day) - 1) + 3;
  int year = 0;

  val_day_to_ymd (thursday, &year, NULL, NULL);
  if (ret_year != NULL)
    *ret_year = year;
  return (thursday - 3 - first_monday (year)) / 7 + 1;
}

/* The first session of the centre that took place: before it nothing was recorded, and nobody
 * is said to have missed anything. */
static ValDay
find_beginning (const ValDataset *dataset)
{
  ValDay beginning = VAL_DAY_NONE;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValEvents *events = val_dataset_events (dataset, i);

      for (guint k = 0; events != NULL && k < events->n; k++)
        {
          const ValEvent *event = &events->events[k];

          if (beginning != VAL_DAY_NONE && event->day >= beginning)
            break; /* sorted by day */
          if (event->type == VAL_RECORD_MENTORING && (event->flags & VAL_EVENT_HELD) != 0)
            beginning = event->day;
        }
    }
  return beginning;
}

typedef struct
{
  ValYear *year;
  ValRhythms rhythms;
  ValDay today;
  ValDay beginning;
} Making;

static ValWeekState
judge_week (const Making *making, const ValPerson *person, ValDay last, ValDay end)
{
  ValDay from = last;
  int every, amber, red;
  ValAttentionStatus status;

  if (making->beginning == VAL_DAY_NONE || end < making->beginning
      || !val_person_is_active (person, end))
    return VAL_WEEK_NONE;
  if (from == VAL_DAY_NONE)
    from = MAX (person->start, making->beginning);
  val_rhythms_get (&making->rhythms, person, &every, &amber, &red);
  status = val_rhythm_status (end - from, every, amber, red);
  if (status == VAL_ATTENTION_NONE)
    return VAL_WEEK_NONE;
  return status == VAL_ATTENTION_RED     ? VAL_WEEK_RED
         : status == VAL_ATTENTION_AMBER ? VAL_WEEK_AMBER
                                         : VAL_WEEK_KEPT;
}

/* Sessions of the week that ends on @end; moves @place past them and @last to the last held. */
static void
count_week (const ValEvents *events, guint *place, ValDay start, ValDay end, ValDay *last,
            ValWeek *week)
{
  for (; events != NULL && *place < events->n; ++*place)
    {
      const ValEvent *event = &events->events[*place];

      if (event->day > end)
        return;
      if (event->type != VAL_RECORD_MENTORING)
        continue;
      if ((event->flags & VAL_EVENT_HELD) != 0)
        *last = event->day;
      if (event->day < start)
        continue;
      if ((event->flags & VAL_EVENT_HELD) != 0 && week->held < G_MAXUINT8)
        week->held++;
      if ((event->flags & VAL_EVENT_MISSED) != 0 && week->missed < G_MAXUINT8)
        week->missed++;
    }
}

static void
add_to_team (ValYear *year, const ValPersonYear *person)
{
  for (guint w = 0; w < year->n_weeks; w++)
    {
      const ValWeek *week = &person->weeks[w];
      ValTeamWeek *sum = &year->weeks[w];

      sum->kept += week->state == VAL_WEEK_KEPT;
      sum->amber += week->state == VAL_WEEK_AMBER;
      sum->red += week->state == VAL_WEEK_RED;
      sum->held += week->held;
      sum->missed += week->missed;
    }
  year->kept += person->kept;
  year->late += person->late;
  year->held += person->held;
  year->missed += person->missed;
  g_array_append_val (year->people, *person);
}

static void
add_person (Making *making, const ValDataset *dataset, guint index)
{
  ValYear *year = making->year;
  const ValPerson *person = val_dataset_person (dataset, index);
  const ValEvents *events = val_dataset_events (dataset, index);
  ValPersonYear mine = { .person = index };
  ValDay last = VAL_DAY_NONE, end_of_year = year->first + 7 * (int) year->n_weeks - 1;
  guint place = 0;
  gboolean here = (person->start == VAL_DAY_NONE || person->start <= end_of_year)
                  && (person->leave == VAL_DAY_NONE || person->leave > year->first);

  for (guint w = 0; w < year->n_past; w++)
    {
      ValDay start = year->first + 7 * (int) w;
      ValDay end = MIN (start + 6, making->today);
      ValWeek *week = &mine.weeks[w];

      count_week (events, &place, start, end, &last, week);
      week->state = (guint8) judge_week (making, person, last, end);
      mine.kept += week->state == VAL_WEEK_KEPT;
      mine.late += week->state >= VAL_WEEK_AMBER;
      mine.held += week->held;
      mine.missed += week->missed;
    }
  if (here || mine.held > 0 || mine.missed > 0)
    add_to_team (year, &mine);
}

/**
 * val_attention_year:
 * @dataset: a dataset
 * @team_id: people of this team and below; 0: everybody
 * @year: ISO year, 1 ... 9998
 * @today: weeks after this day are still to come
 *
 * How the wanted rhythm stood at the end of each week (of the week of @today: on that day), by
 * the days since the last session that took place; who had none yet is counted from the start
 * date, or from the first session of the centre when that is later. The rhythm is the one that
 * is wanted now. Any thread.
 *
 * Returns: (transfer full): the year
 */
ValYear *
val_attention_year (const ValDataset *dataset, gint64 team_id, int year, ValDay today)
{
  ValYear *self;
  Making making = { .today = today };

  g_return_val_if_fail (dataset != NULL && year >= 1 && year < 9999, NULL);

  self = making.year = g_new0 (ValYear, 1);
  self->year = year;
  self->first = first_monday (year);
  self->n_weeks = (guint) (first_monday (year + 1) - self->first) / 7;
  if (today >= self->first)
    self->n_past = MIN (self->n_weeks, (guint) (today - self->first) / 7 + 1);
  self->people = g_array_new (FALSE, FALSE, sizeof (ValPersonYear));
  making.beginning = find_beginning (dataset);
  val_rhythms_init (&making.rhythms, dataset);
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    if (team_id == 0
        || val_dataset_team_within (dataset, val_dataset_person (dataset, i)->team_id, team_id))
      add_person (&making, dataset, i);
  val_rhythms_clear (&making.rhythms);
  return self;
}

/**
 * val_year_free:
 * @self: (nullable): a year
 */
void
val_year_free (ValYear *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->people);
  g_free (self);
}
