/* val-mentoring-model.c: a session while it is planned and held
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

/* A session nobody has planned yet begins at ten. */
#define USUAL_MINUTE (10 * 60)
/* What is new is new since so many days before the very first session. */
#define FIRST_LOOK_BACK 30

static void
agreement_line_free (ValAgreementLine *line)
{
  val_record_free (line->stored);
  val_record_free (line->now);
  g_free (line);
}

static void
step_line_free (ValStepLine *line)
{
  val_record_free (line->stored);
  val_record_free (line->now);
  g_free (line);
}

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
  self->agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) agreement_line_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_line_free);
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

static gboolean
is_here (const ValMentoringModel *self, gint64 mentoring_id)
{
  if (mentoring_id == 0)
    return FALSE;
  return mentoring_id == VAL_MENTORING_HERE
         || (self->stored != NULL && mentoring_id == self->stored->record.id);
}

static gpointer
find_old (GPtrArray *lines, gint64 id)
{
  for (guint i = 0; i < lines->len; i++)
    {
      /* Both kinds of lines begin with the stored record. */
      ValRecord **line = lines->pdata[i];

      if (*line != NULL && (*line)->id == id)
        return line;
    }
  return NULL;
}

static void
take_agreement (ValMentoringModel *self, GPtrArray *old, const ValAgreement *stored)
{
  ValAgreementLine *before = find_old (old, stored->record.id);
  ValAgreementLine *line;

  if (before == NULL && (stored->dropped || stored->done_day != VAL_DAY_NONE)
      && !is_here (self, stored->done_mentoring_id) && !is_here (self, stored->mentoring_id))
    return;
  if (!val_mentoring_has_person (self->now, stored->record.person_id))
    return;
  line = g_new0 (ValAgreementLine, 1);
  line->stored = val_record_copy (stored);
  /* What was changed on the screen and not saved yet is kept. */
  if (before != NULL && !val_record_equal (before->now, before->stored))
    line->now = val_record_copy (before->now);
  else
    line->now = val_record_copy (stored);
  line->removed = before != NULL && before->removed;
  g_ptr_array_add (self->agreements, line);
}

static gboolean
goal_is_open (ValMentoringModel *self, gint64 goal_id)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const ValGoal *goal = self->records->pdata[i];

      if (goal->record.type == VAL_RECORD_GOAL && goal->record.id == goal_id)
        return !goal->dropped && goal->done_day == VAL_DAY_NONE;
    }
  return FALSE;
}

static void
take_step (ValMentoringModel *self, GPtrArray *old, const ValGoalStep *stored)
{
  ValStepLine *before = find_old (old, stored->record.id);
  ValStepLine *line;

  if (!goal_is_open (self, stored->goal_id))
    return;
  line = g_new0 (ValStepLine, 1);
  line->stored = val_record_copy (stored);
  line->now = val_record_copy (stored);
  if (before != NULL && before->now->done_day != before->stored->done_day)
    line->now->done_day = before->now->done_day;
  g_ptr_array_add (self->steps, line);
}

/* Steps follow their order; agreements the day they fall due, those without one last. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const ValStepLine *left = *(ValStepLine *const *) a, *right = *(ValStepLine *const *) b;

  return left->now->position - right->now->position;
}

static int
compare_agreements (gconstpointer a, gconstpointer b)
{
  const ValAgreement *left = (*(ValAgreementLine *const *) a)->now;
  const ValAgreement *right = (*(ValAgreementLine *const *) b)->now;

  if (left->due_day != right->due_day)
    {
      if (left->due_day == VAL_DAY_NONE || right->due_day == VAL_DAY_NONE)
        return left->due_day == VAL_DAY_NONE ? 1 : -1;
      return left->due_day < right->due_day ? -1 : 1;
    }
  return left->record.id < right->record.id ? -1 : left->record.id > right->record.id;
}

static void
keep_new_lines (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      ValAgreementLine *line = from->pdata[i];
      ValAgreementLine *copy;

      if (line->stored != NULL)
        continue;
      copy = g_new0 (ValAgreementLine, 1);
      copy->now = val_record_copy (line->now);
      copy->removed = line->removed;
      g_ptr_array_add (to, copy);
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
  g_autoptr (GPtrArray) agreements = g_steal_pointer (&self->agreements);
  g_autoptr (GPtrArray) steps = g_steal_pointer (&self->steps);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_unref (self->records);
  self->records = records;
  self->agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) agreement_line_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_line_free);
  for (guint i = 0; i < records->len; i++)
    {
      const ValRecord *record = records->pdata[i];

      if (record->type == VAL_RECORD_AGREEMENT
          && g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) record->id)))
        take_agreement (self, agreements, (const ValAgreement *) record);
      else if (record->type == VAL_RECORD_STEP)
        take_step (self, steps, (const ValGoalStep *) record);
    }
  g_ptr_array_sort (self->agreements, compare_agreements);
  g_ptr_array_sort (self->steps, compare_steps);
  keep_new_lines (agreements, self->agreements);
  find_neighbours (self);
  if (!self->next_chosen)
    val_mentoring_model_propose_next (self);
}

/**
 * val_mentoring_model_add_agreement:
 * @person_id: whom it is with
 * @mine: whether the manager promises it
 *
 * Returns: (transfer none): a new line without a text, which is stored once it has one
 */
ValAgreementLine *
val_mentoring_model_add_agreement (ValMentoringModel *self, gint64 person_id, gboolean mine)
{
  ValAgreementLine *line = g_new0 (ValAgreementLine, 1);

  line->now = val_agreement_new (person_id, val_mentoring_model_get_acting_day (self));
  line->now->mine = mine;
  line->now->mentoring_id = VAL_MENTORING_HERE;
  g_ptr_array_add (self->agreements, line);
  return line;
}

/**
 * val_mentoring_model_dup_sheet:
 * @self: the model
 * @ret_agreements: (out) (element-type ValAgreement) (transfer full): the agreements on the table,
 *   those taken away as ones that were never open
 *
 * What a sheet is printed from, whether it is stored yet or not.
 *
 * Returns: (transfer full): the session as it stands on the screen
 */
ValMentoring *
val_mentoring_model_dup_sheet (const ValMentoringModel *self, GPtrArray **ret_agreements)
{
  ValMentoring *session = val_record_copy (self->now);

  if (self->stored == NULL)
    session->record.id = VAL_MENTORING_HERE;
  *ret_agreements = g_ptr_array_new_with_free_func (val_record_free);
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const ValAgreementLine *line = self->agreements->pdata[i];
      ValAgreement *agreement = val_record_copy (line->now);

      if (is_here (self, agreement->mentoring_id))
        agreement->mentoring_id = session->record.id;
      if (is_here (self, agreement->done_mentoring_id))
        agreement->done_mentoring_id = session->record.id;
      if (line->removed || *agreement->text == '\0')
        {
          agreement->mentoring_id = 0;
          agreement->done_mentoring_id = 0;
          agreement->done_day = agreement->day = 0;
        }
      g_ptr_array_add (*ret_agreements, agreement);
    }
  return session;
}

/**
 * val_mentoring_model_made_here:
 *
 * Returns: whether the agreement was made in this very session
 */
gboolean
val_mentoring_model_made_here (const ValMentoringModel *self, const ValAgreementLine *line)
{
  return is_here (self, line->now->mentoring_id);
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
 * val_mentoring_model_tick:
 * @line: an agreement
 * @done: whether it is kept
 *
 * A tick belongs to this session and stays readable under it.
 */
void
val_mentoring_model_tick (ValMentoringModel *self, ValAgreementLine *line, gboolean done)
{
  line->now->dropped = FALSE;
  line->now->done_day = done ? val_mentoring_model_get_acting_day (self) : VAL_DAY_NONE;
  line->now->done_mentoring_id = done ? VAL_MENTORING_HERE : 0;
}

/**
 * val_mentoring_model_drop:
 * @line: an agreement that is no longer wanted
 *
 * One that was only just made is taken away, an older one stays readable as dropped.
 */
void
val_mentoring_model_drop (ValMentoringModel *self, ValAgreementLine *line)
{
  if (val_mentoring_model_made_here (self, line))
    {
      line->removed = TRUE;
      return;
    }
  val_mentoring_model_tick (self, line, TRUE);
  line->now->dropped = TRUE;
}

/**
 * val_mentoring_model_tick_step:
 * @line: a step of a goal
 * @done: whether it is done
 */
void
val_mentoring_model_tick_step (ValMentoringModel *self, ValStepLine *line, gboolean done)
{
  line->now->done_day = done ? val_mentoring_model_get_acting_day (self) : VAL_DAY_NONE;
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
