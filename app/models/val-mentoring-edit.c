/* val-mentoring-edit.c: what a session's buttons store, and what survives a crash
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-record-draft.h"

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
line_is_changed (const ValAgreementLine *line)
{
  if (line->stored == NULL)
    return !line->removed && !is_blank (line->now->text);
  return line->removed || !val_record_equal (line->stored, line->now);
}

/**
 * val_mentoring_model_has_changes:
 *
 * Returns: whether there is anything on the screen that the file does not have
 */
gboolean
val_mentoring_model_has_changes (const ValMentoringModel *self)
{
  if (!val_record_equal (self->now, self->initial))
    return TRUE;
  for (guint i = 0; i < self->agreements->len; i++)
    if (line_is_changed (self->agreements->pdata[i]))
      return TRUE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ValStepLine *line = self->steps->pdata[i];

      if (line->now->done_day != line->stored->done_day)
        return TRUE;
    }
  return FALSE;
}

static gint64
resolve (gint64 reference, gint64 id)
{
  return reference == VAL_MENTORING_HERE ? id : reference;
}

static void
put_lines (ValMentoringModel *self, ValEdit *edit, gint64 id)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const ValAgreementLine *line = self->agreements->pdata[i];
      ValAgreement *agreement;

      if (!line_is_changed (line))
        continue;
      /* A text that was rubbed out is an agreement taken away. */
      if (line->stored != NULL && (line->removed || is_blank (line->now->text)))
        {
          val_edit_delete_record (edit, VAL_RECORD_AGREEMENT, line->stored->record.id);
          continue;
        }
      agreement = val_record_copy (line->now);
      agreement->mentoring_id = resolve (agreement->mentoring_id, id);
      agreement->done_mentoring_id = resolve (agreement->done_mentoring_id, id);
      g_strstrip (agreement->text);
      val_edit_put_record (edit, agreement);
      val_record_free (agreement);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ValStepLine *line = self->steps->pdata[i];

      if (line->now->done_day != line->stored->done_day)
        val_edit_put_record (edit, line->now);
    }
}

static gboolean
aim_is_open (const ValMentoringModel *self)
{
  ValLevel level;

  if (self->now->aim_skill_id == 0)
    return FALSE;
  level = val_mentoring_model_get_level (self, self->now->aim_skill_id, self->today);
  return self->now->aim_level == VAL_LEVEL_NONE || level < self->now->aim_level;
}

static gboolean
phase_is_open (const ValMentoringModel *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const ValPhase *phase = self->records->pdata[i];

      if (phase->record.type == VAL_RECORD_PHASE && phase->record.id == self->now->phase_id)
        return phase->end_day == VAL_DAY_NONE;
    }
  return FALSE;
}

/* The session after this one: the same people, place and length; an aim that is not reached yet
 * and a phase that goes on come along. */
static ValMentoring *
new_next (const ValMentoringModel *self, gboolean moved)
{
  const ValMentoring *now = self->now;
  ValMentoring *next = val_mentoring_new ();

  for (guint i = 0; i < now->people->len; i++)
    val_mentoring_add_person (next, g_array_index (now->people, gint64, i));
  next->kind = now->kind;
  next->minutes = now->minutes;
  next->planned_day = self->next_day;
  next->planned_minute = self->next_minute;
  val_set_string (&next->title, now->title);
  val_set_string (&next->place, now->place);
  if (aim_is_open (self))
    {
      next->aim_skill_id = now->aim_skill_id;
      next->aim_level = now->aim_level;
      next->aim_day = now->aim_day;
      next->aim_before = val_mentoring_model_get_level (self, now->aim_skill_id, self->today);
    }
  if (now->aim_indicator_id != 0 && !self->aim_reached)
    {
      next->aim_indicator_id = now->aim_indicator_id;
      next->aim_value = now->aim_value;
      next->aim_stood = self->aim_stands;
      next->aim_day = now->aim_day;
    }
  if (moved || phase_is_open (self))
    next->phase_id = now->phase_id;
  if (moved)
    {
      val_set_string (&next->agenda, now->agenda);
      next->with_manager = now->with_manager;
    }
  return next;
}

static void
note_reason (ValMentoring *session, const char *reason)
{
  g_autofree char *line = NULL;
  g_autofree char *remark = NULL;

  if (reason == NULL || is_blank (reason))
    return;
  /* Translators: in the manager's own remark on a session; %s is the reason */
  line = val_format_replace (C_ ("remark", "Did not take place: %s"), reason);
  remark = *session->remark == '\0' ? g_strdup (line)
                                    : g_strconcat (session->remark, "\n\n", line, NULL);
  val_set_string (&session->remark, remark);
}

/* The session as it goes into the file. */
static ValMentoring *
new_session (ValMentoringModel *self, ValMentoringAct act, const char *reason)
{
  ValMentoring *session = val_record_copy (self->now);
  gboolean new_aim = self->stored == NULL || self->stored->aim_skill_id != session->aim_skill_id;

  if (session->aim_skill_id == 0)
    {
      session->aim_level = session->aim_before = VAL_LEVEL_NONE;
      if (session->aim_indicator_id == 0)
        session->aim_day = VAL_DAY_NONE;
    }
  else if (new_aim)
    session->aim_before = val_mentoring_model_get_level (
        self, session->aim_skill_id, val_mentoring_model_get_acting_day (self));
  if (act == VAL_MENTORING_FINISH && session->state != VAL_MENTORING_HELD)
    {
      gboolean early = session->planned_day == VAL_DAY_NONE || session->planned_day > self->today;

      session->held_day = early ? self->today : session->planned_day;
      /* Held before its day: it began about when it was opened. */
      session->held_minute = early ? self->clock / 5 * 5 : session->planned_minute;
      session->state = VAL_MENTORING_HELD;
      /* The plan stays as it was made: what is new was held without one, and a day that was
       * changed on finishing is the day it was held on. */
      session->planned_day = self->stored != NULL ? self->stored->planned_day : VAL_DAY_NONE;
      session->planned_minute
          = self->stored != NULL ? self->stored->planned_minute : VAL_MINUTE_NONE;
    }
  else if (act == VAL_MENTORING_MISS)
    {
      session->state = VAL_MENTORING_MISSED;
      note_reason (session, reason);
    }
  return session;
}

static ValEdit *
new_edit (const ValMentoringModel *self, ValMentoringAct act, const char *name)
{
  /* Translators: %s is a person or the name of a group */
  if (act == VAL_MENTORING_FINISH)
    return val_edit_new (N_ ("Session held: %s"), name);
  /* Translators: %s is a person or the name of a group */
  if (act == VAL_MENTORING_MISS)
    return val_edit_new (N_ ("Session did not take place: %s"), name);
  if (self->stored == NULL)
    /* Translators: %s is a person or the name of a group */
    return val_edit_new (N_ ("Session planned: %s"), name);
  /* Translators: %s is a person or the name of a group */
  return val_edit_new (N_ ("Session saved: %s"), name);
}

/**
 * val_mentoring_model_edit:
 * @act: what the button does
 * @reason: (nullable): why it did not take place; kept for the manager alone
 * @name: the person, or the group, for the undo label
 * @error: %VAL_DOMAIN_ERROR with a translated sentence
 *
 * The session, its agreements, the steps ticked and the next session, as one change.
 *
 * Returns: (transfer full): the edit, whose first operation is the session; or %NULL
 */
ValEdit *
val_mentoring_model_edit (ValMentoringModel *self, ValMentoringAct act, const char *reason,
                          const char *name, GError **error)
{
  ValMentoring *session = new_session (self, act, reason);
  ValMentoring *next = NULL;
  g_autoptr (ValEdit) edit = new_edit (self, act, name);
  gboolean good = val_record_validate (session, error);

  if (good && act != VAL_MENTORING_SAVE && self->plan_next)
    {
      next = new_next (self, act == VAL_MENTORING_MISS);
      good = val_record_validate (next, error);
    }
  if (good)
    {
      gint64 id = val_edit_put_record (edit, session);

      put_lines (self, edit, session->record.id > 0 ? session->record.id : id);
      if (next != NULL)
        val_edit_put_record (edit, next);
    }
  val_record_free (session);
  val_record_free (next);
  return good ? g_steal_pointer (&edit) : NULL;
}

/**
 * val_mentoring_model_dup_draft_key:
 *
 * Returns: (transfer full): the key under which the store keeps what is being written
 */
char *
val_mentoring_model_dup_draft_key (const ValMentoringModel *self)
{
  if (self->stored != NULL)
    return g_strdup_printf ("mentoring:%" G_GINT64_FORMAT, self->stored->record.id);
  /* Two people may have a new session each. */
  return g_strdup_printf ("mentoring:new:%" G_GINT64_FORMAT, self->initial->record.person_id);
}

/**
 * val_mentoring_model_to_draft:
 *
 * Returns: (transfer full): everything on the screen that the file does not have, as text
 */
char *
val_mentoring_model_to_draft (const ValMentoringModel *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  guint n = 0;

  val_record_draft_save (file, "session", self->now);
  g_key_file_set_boolean (file, "next", "chosen", self->next_chosen);
  g_key_file_set_boolean (file, "next", "plan", self->plan_next);
  g_key_file_set_integer (file, "next", "day", self->next_day);
  g_key_file_set_integer (file, "next", "minute", self->next_minute);
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const ValAgreementLine *line = self->agreements->pdata[i];
      g_autofree char *group = NULL;

      if (!line_is_changed (line))
        continue;
      group = g_strdup_printf ("agreement %u", n++);
      val_record_draft_save (file, group, line->now);
      g_key_file_set_boolean (file, group, "removed", line->removed);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ValStepLine *line = self->steps->pdata[i];
      g_autofree char *key
          = g_strdup_printf ("%" G_GINT64_FORMAT, line->stored->record.id);

      if (line->now->done_day != line->stored->done_day)
        g_key_file_set_integer (file, "steps", key, line->now->done_day);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

static ValAgreementLine *
find_line (ValMentoringModel *self, gint64 id)
{
  for (guint i = 0; id > 0 && i < self->agreements->len; i++)
    {
      ValAgreementLine *line = self->agreements->pdata[i];

      if (line->stored != NULL && line->stored->record.id == id)
        return line;
    }
  return NULL;
}

static void
restore_agreement (ValMentoringModel *self, GKeyFile *file, const char *group)
{
  ValAgreement *agreement = val_record_new (VAL_RECORD_AGREEMENT);
  ValAgreementLine *line;

  val_record_draft_load (file, group, agreement);
  line = find_line (self, agreement->record.id);
  if (line == NULL)
    {
      line = val_mentoring_model_add_agreement (self, agreement->record.person_id,
                                                agreement->mine);
      /* An agreement that was deleted elsewhere meanwhile is made anew. */
      agreement->record.id = 0;
    }
  val_record_free (line->now);
  line->now = agreement;
  line->removed = g_key_file_get_boolean (file, group, "removed", NULL);
}

/**
 * val_mentoring_model_from_draft:
 * @body: what val_mentoring_model_to_draft () gave
 *
 * Puts what was being written on the table again. Call it after
 * val_mentoring_model_take_records ().
 *
 * Returns: whether there was something that the file does not have
 */
gboolean
val_mentoring_model_from_draft (ValMentoringModel *self, const char *body)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  ValMentoring *session;

  if (!g_key_file_load_from_data (file, body, strlen (body), G_KEY_FILE_NONE, NULL)
      || !g_key_file_has_group (file, "session"))
    return FALSE;
  session = val_mentoring_new ();
  val_record_draft_load (file, "session", session);
  session->record.id = self->now->record.id;
  /* It may have been held in another window since. */
  session->state = self->now->state;
  val_record_free (self->now);
  self->now = session;
  self->next_chosen = g_key_file_get_boolean (file, "next", "chosen", NULL);
  if (self->next_chosen)
    {
      self->plan_next = g_key_file_get_boolean (file, "next", "plan", NULL);
      self->next_day = g_key_file_get_integer (file, "next", "day", NULL);
      self->next_minute = g_key_file_get_integer (file, "next", "minute", NULL);
    }
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "agreement "))
      restore_agreement (self, file, groups[i]);
  for (guint i = 0; i < self->steps->len; i++)
    {
      ValStepLine *line = self->steps->pdata[i];
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, line->stored->record.id);

      if (g_key_file_has_key (file, "steps", key, NULL))
        line->now->done_day = g_key_file_get_integer (file, "steps", key, NULL);
    }
  return val_mentoring_model_has_changes (self);
}
