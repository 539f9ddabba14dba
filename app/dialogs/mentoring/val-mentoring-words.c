/* val-mentoring-words.c: sentences of the session's window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-format.h"
#include "val-goal-dialog.h"
#include "val-i18n.h"
#include "val-text-label.h"

/**
 * val_mentoring_label:
 * @text: plain text
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps and begins on the left
 */
GtkWidget *
val_mentoring_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * val_mentoring_heading:
 * @text: translated
 *
 * Returns: (transfer floating): the heading of a part of the window
 */
GtkWidget *
val_mentoring_heading (const char *text)
{
  GtkWidget *label = val_mentoring_label (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  return label;
}

/**
 * val_mentoring_dup_when:
 * @day: a day
 * @minute: minutes after midnight, or %VAL_MINUTE_NONE
 * @today: the local day
 *
 * Returns: (transfer full): "Thursday, 26 March, 10:00"
 */
char *
val_mentoring_dup_when (ValDay day, int minute, ValDay today)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  const char *weekday;

  if (day == VAL_DAY_NONE)
    return g_strdup (_("No day yet"));
  weekday = val_format_weekday (val_day_weekday (day));
  date = val_format_date (day, VAL_DATE_MEDIUM, today);
  if (minute < 0)
    /* Translators: weekday, day and month: "Thursday, 26 March" */
    return g_strdup_printf (C_ ("session", "%1$s, %2$s"), weekday, date);
  time = val_format_time (minute / 60, minute % 60);
  /* Translators: weekday, day and month, time: "Thursday, 26 March, 10:00" */
  return g_strdup_printf (C_ ("session", "%1$s, %2$s, %3$s"), weekday, date, time);
}

/**
 * val_mentoring_dup_days_ago:
 * @day: a day that is not after @today
 * @today: the local day
 *
 * Returns: (transfer full): "today", "yesterday", "6 days ago"
 */
char *
val_mentoring_dup_days_ago (ValDay day, ValDay today)
{
  int days = today - day;

  if (days <= 0)
    return g_strdup (C_ ("ago", "today"));
  if (days == 1)
    return g_strdup (C_ ("ago", "yesterday"));
  return val_format_count (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
}

/**
 * val_mentoring_dup_due:
 * @agreement: an agreement
 * @today: the local day
 *
 * Returns: (transfer full): "due 3 April", "due 20 March, 2 days overdue", "kept on 3 April"
 */
char *
val_mentoring_dup_due (const ValAgreement *agreement, ValDay today)
{
  g_autofree char *date = NULL;
  g_autofree char *late = NULL;

  if (agreement->done_day != VAL_DAY_NONE)
    {
      date = val_format_date (agreement->done_day, VAL_DATE_MEDIUM, today);
      /* Translators: of an agreement; %s is a date */
      return agreement->dropped ? g_strdup_printf (_("dropped on %s"), date)
                                /* Translators: of an agreement; %s is a date */
                                : g_strdup_printf (_("done on %s"), date);
    }
  if (agreement->due_day == VAL_DAY_NONE)
    return g_strdup (C_ ("agreement", "no date"));
  date = val_format_date (agreement->due_day, VAL_DATE_MEDIUM, today);
  if (agreement->due_day == today)
    return g_strdup (C_ ("agreement", "due today"));
  if (agreement->due_day > today)
    /* Translators: of an agreement; %s is a date */
    return g_strdup_printf (C_ ("agreement", "due %s"), date);
  late = val_format_count (ngettext ("%d day overdue", "%d days overdue",
                                     (gulong) (today - agreement->due_day)),
                           today - agreement->due_day);
  /* Translators: of an agreement; a date, then "2 days overdue" */
  return g_strdup_printf (C_ ("agreement", "due %1$s, %2$s"), date, late);
}

/**
 * val_mentoring_dup_change:
 * @session: the session
 * @skill: its name
 * @from: the level before, or %VAL_LEVEL_NONE
 * @to: the level now
 *
 * Returns: (transfer full): "Complaints: 6 → 7"
 */
char *
val_mentoring_dup_change (ValSession *session, const char *skill, ValLevel from, ValLevel to)
{
  ValScale scale = val_session_get_scale (session);
  g_autofree char *now = val_scale_format_short (&scale, to, FALSE);
  g_autofree char *before = NULL;

  if (from == VAL_LEVEL_NONE)
    /* Translators: a skill and its first level: "Complaints: 7" */
    return g_strdup_printf (C_ ("score", "%1$s: %2$s"), skill, now);
  before = val_scale_format_short (&scale, from, FALSE);
  /* Translators: a skill, its level before and now: "Complaints: 6 → 7" */
  return g_strdup_printf (C_ ("score", "%1$s: %2$s → %3$s"), skill, before, now);
}

/**
 * val_mentoring_dup_person:
 * @person_id: somebody
 *
 * Returns: (transfer full): the name as screens may show it; "" when there is nobody
 */
char *
val_mentoring_dup_person (ValMentoringWindow *self, gint64 person_id)
{
  guint index;

  if (!val_dataset_find_person (val_session_get_dataset (self->session), person_id, &index))
    return g_strdup ("");
  return val_session_dup_person_name (self->session, index);
}

static void
add_agreements (ValMentoringWindow *self, GPtrArray *list)
{
  ValDay today = val_session_get_today (self->session);
  guint open = 0, late = 0;

  for (guint i = 0; i < self->model->agreements->len; i++)
    {
      const ValAgreementLine *line = self->model->agreements->pdata[i];

      if (val_mentoring_model_made_here (self->model, line)
          || line->now->done_day != VAL_DAY_NONE)
        continue;
      open++;
      late += line->now->due_day != VAL_DAY_NONE && line->now->due_day < today;
    }
  if (open > 0)
    g_ptr_array_add (list, val_format_count (ngettext ("%u open agreement", "%u open agreements",
                                                       open),
                                             open));
  if (late > 0)
    g_ptr_array_add (list,
                     val_format_count (ngettext ("%u agreement is overdue",
                                                 "%u agreements are overdue", late),
                                       late));
}

static void
add_goals (ValMentoringWindow *self, GPtrArray *list)
{
  ValDay day = val_mentoring_get_day (self->model->now);
  /* Due until they are spoken of again. */
  ValDay until = MAX (self->model->next_day, day == VAL_DAY_NONE ? 0 : day + 7);

  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ValGoal *goal = self->model->records->pdata[i];
      g_autofree char *date = NULL;
      g_autofree char *title = NULL;

      if (goal->record.type != VAL_RECORD_GOAL || goal->dropped
          || goal->done_day != VAL_DAY_NONE || goal->due_day == VAL_DAY_NONE
          || goal->due_day > until)
        continue;
      date = val_format_date (goal->due_day, VAL_DATE_MEDIUM,
                              val_session_get_today (self->session));
      title = val_goal_dup_title (self->session, goal);
      g_ptr_array_add (list,
                       /* Translators: the text of a goal, a date */
                       g_strdup_printf (_("Goal due: %1$s (%2$s)"), title, date));
    }
}

static void
add_notes (ValMentoringWindow *self, GPtrArray *list)
{
  guint notes = 0, thanks = 0;

  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ValRecord *record = self->model->records->pdata[i];

      notes += record->type == VAL_RECORD_NOTE
               && val_mentoring_model_is_new (self->model, ((const ValNote *) record)->day)
               && *((const ValNote *) record)->text != '\0';
      thanks += record->type == VAL_RECORD_RECOGNITION
                && val_mentoring_model_is_new (self->model,
                                               ((const ValRecognition *) record)->day);
    }
  if (notes > 0)
    g_ptr_array_add (list, val_format_count (ngettext ("%u new note", "%u new notes", notes),
                                             notes));
  if (thanks > 0)
    /* Translators: %u is how many times somebody was thanked since the last session */
    g_ptr_array_add (list, g_strdup_printf (_("New thanks: %u"), thanks));
}

static void
add_scores (ValMentoringWindow *self, GPtrArray *list)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValDay since = val_mentoring_model_get_since (self->model);
  ValDay until = val_mentoring_model_get_until (self->model);

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);
      ValLevel from = val_mentoring_model_get_level (self->model, skill->id, since);
      ValLevel to = val_mentoring_model_get_level (self->model, skill->id, until);

      if (to != VAL_LEVEL_NONE && to != from)
        g_ptr_array_add (list, val_mentoring_dup_change (self->session, skill->name, from, to));
    }
}

/**
 * val_mentoring_dup_agenda:
 *
 * Returns: (transfer full) (element-type utf8): what stands on the agenda by itself: open
 *   agreements, due goals, new notes and thanks, changed scores
 */
GPtrArray *
val_mentoring_dup_agenda (ValMentoringWindow *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  add_agreements (self, list);
  add_goals (self, list);
  add_notes (self, list);
  add_scores (self, list);
  return list;
}
