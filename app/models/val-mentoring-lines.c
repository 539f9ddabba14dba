/* val-mentoring-lines.c: agreements and steps on the table of a session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

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

  if (!goal_is_open (self, stored->goal_id) || find_old (self->steps, stored->record.id) != NULL)
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

/* val_mentoring_model_clear_lines: nothing is on the table */
void
val_mentoring_model_clear_lines (ValMentoringModel *self)
{
  self->agreements = g_ptr_array_new_with_free_func ((GDestroyNotify) agreement_line_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_line_free);
}

/* val_mentoring_model_take_lines: makes the table anew out of the records; what was ticked or
 * written on it and is not saved yet stays. */
void
val_mentoring_model_take_lines (ValMentoringModel *self)
{
  g_autoptr (GPtrArray) agreements = g_steal_pointer (&self->agreements);
  g_autoptr (GPtrArray) steps = g_steal_pointer (&self->steps);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  val_mentoring_model_clear_lines (self);
  for (guint i = 0; i < self->records->len; i++)
    {
      const ValRecord *record = self->records->pdata[i];

      if (record->type == VAL_RECORD_AGREEMENT
          && g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) record->id)))
        take_agreement (self, agreements, (const ValAgreement *) record);
      else if (record->type == VAL_RECORD_STEP)
        take_step (self, steps, (const ValGoalStep *) record);
    }
  g_ptr_array_sort (self->agreements, compare_agreements);
  g_ptr_array_sort (self->steps, compare_steps);
  keep_new_lines (agreements, self->agreements);
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
