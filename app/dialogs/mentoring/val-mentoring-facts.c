/* val-mentoring-facts.c: what both know before a session begins
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-format.h"
#include "val-goal-dialog.h"
#include "val-goal-standing.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-text-label.h"

/* A note is shown this long; all of it stands on the person's page. */
#define LINES_OF_NOTE 4
#define LINES_OF_TEXT 6 /* of an agreement or a goal */
#define LONG_TEXT 200   /* bytes: may be more than those lines */

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
new_list (ValMentoringWindow *self, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, label);
  gtk_box_append (GTK_BOX (self->left), list);
  return list;
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), LINES_OF_TEXT);
  if (strlen (title) > LONG_TEXT)
    gtk_widget_set_tooltip_text (row, title);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  val_text_label_keep_days (row);
  return row;
}

static const char *
first_word (ValMentoringWindow *self)
{
  return self->model->now->people->len > 1 ? _("With this group for the first time.")
                                           : _("The first session.");
}

static void
add_head (ValMentoringWindow *self)
{
  ValDay today = val_session_get_today (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = val_mentoring_dup_name (self);
  g_autofree char *ago = NULL;
  g_autofree char *sentence = NULL;

  if (self->model->now->people->len == 0)
    return;
  if (self->model->last == NULL)
    sentence = g_strdup (first_word (self));
  else
    {
      ago = val_mentoring_dup_days_ago (self->model->last->held_day, today);
      /* Translators: %s is "today", "yesterday" or "6 days ago" */
      sentence = g_strdup_printf (_("Last session: %s"), ago);
    }
  gtk_box_append (GTK_BOX (box),
                  adw_avatar_new (48, name, !val_session_get_hide_names (self->session)));
  gtk_box_append (GTK_BOX (texts), val_mentoring_label (name, "title-3"));
  gtk_box_append (GTK_BOX (texts), val_mentoring_label (sentence, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (self->left), box);
}

/* ---- Agreements --------------------------------------------------------------------------- */

static void
describe_agreement (ValMentoringWindow *self, GtkWidget *row, const ValAgreement *agreement)
{
  ValDay today = val_session_get_today (self->session);
  g_autofree char *due = val_mentoring_dup_due (agreement, today);
  g_autofree char *person = NULL;
  g_autofree char *whole = NULL;
  gboolean late = agreement->done_day == VAL_DAY_NONE && agreement->due_day != VAL_DAY_NONE
                  && agreement->due_day < today;

  if (self->model->now->people->len > 1)
    {
      person = val_mentoring_dup_person (self, agreement->record.person_id);
      whole = g_strdup_printf ("%s · %s", person, due);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), whole != NULL ? whole : due);
  if (late)
    gtk_widget_add_css_class (row, "val-late");
  else
    gtk_widget_remove_css_class (row, "val-late");
  if (agreement->dropped)
    gtk_widget_add_css_class (row, "dim-label");
  else
    gtk_widget_remove_css_class (row, "dim-label");
}

static void
agreement_ticked_cb (GtkCheckButton *check, ValMentoringWindow *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (check), "val-row");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "val-index"));
  ValAgreementLine *line = self->model->agreements->pdata[index];

  if (self->setting)
    return;
  val_mentoring_model_tick (self->model, line, gtk_check_button_get_active (check));
  describe_agreement (self, row, line->now);
  val_mentoring_touched (self);
}

static void
drop_cb (GtkButton *button, ValMentoringWindow *self)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (button), "val-check");
  GtkWidget *row = g_object_get_data (G_OBJECT (check), "val-row");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "val-index"));
  ValAgreementLine *line = self->model->agreements->pdata[index];

  if (line->now->dropped)
    val_mentoring_model_tick (self->model, line, FALSE);
  else
    val_mentoring_model_drop (self->model, line);
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  self->setting = FALSE;
  gtk_widget_set_sensitive (check, !line->now->dropped);
  describe_agreement (self, row, line->now);
  val_mentoring_touched (self);
}

static void
add_agreement (ValMentoringWindow *self, GtkWidget *list, guint index)
{
  const ValAgreement *agreement
      = ((ValAgreementLine *) self->model->agreements->pdata[index])->now;
  GtkWidget *row = new_row (agreement->text, NULL);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *drop = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               agreement->done_day != VAL_DAY_NONE && !agreement->dropped);
  gtk_widget_set_sensitive (check, !agreement->dropped);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (check, agreement->text);
  g_object_set_data (G_OBJECT (check), "val-row", row);
  g_object_set_data (G_OBJECT (check), "val-index", GUINT_TO_POINTER (index));
  g_signal_connect (check, "toggled", G_CALLBACK (agreement_ticked_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  gtk_widget_add_css_class (drop, "flat");
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  val_gtk_label_button (drop, _("No longer wanted"));
  g_object_set_data (G_OBJECT (drop), "val-check", check);
  g_signal_connect (drop, "clicked", G_CALLBACK (drop_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  describe_agreement (self, row, agreement);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_agreements (ValMentoringWindow *self, gboolean mine)
{
  const char *title = mine ? _("Promised by me") : _("Promised by the agent");
  GtkWidget *list = NULL;

  for (guint i = 0; i < self->model->agreements->len; i++)
    {
      const ValAgreementLine *line = self->model->agreements->pdata[i];

      if (line->now->mine != mine || val_mentoring_model_made_here (self->model, line))
        continue;
      if (list == NULL)
        {
          gtk_box_append (GTK_BOX (self->left), val_mentoring_heading (title));
          list = new_list (self, title);
        }
      add_agreement (self, list, i);
    }
}

/* ---- Goals ---------------------------------------------------------------------------------- */

static void
goal_cb (GtkButton *button, ValMentoringWindow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "val-index"));
  const ValGoal *goal = self->model->records->pdata[index];
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  for (guint i = 0; i < self->model->steps->len; i++)
    {
      ValStepLine *line = self->model->steps->pdata[i];

      if (line->now->goal_id == goal->record.id)
        g_ptr_array_add (steps, line->now);
    }
  val_goal_dialog_present (GTK_WINDOW (self), self->session, goal, steps);
}

static void
new_goal_cb (GtkButton *button, ValMentoringWindow *self)
{
  ValGoal *goal = val_goal_new (self->model->now->record.person_id,
                                val_session_get_today (self->session));

  val_goal_dialog_present (GTK_WINDOW (self), self->session, goal, NULL);
  val_record_free (goal);
}

static void
step_ticked_cb (GtkCheckButton *check, ValMentoringWindow *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "val-index"));

  val_mentoring_model_tick_step (self->model, self->model->steps->pdata[index],
                                 gtk_check_button_get_active (check));
  val_mentoring_touched (self);
}

static void
add_step (ValMentoringWindow *self, GtkWidget *list, guint index)
{
  const ValGoalStep *step = ((ValStepLine *) self->model->steps->pdata[index])->now;
  GtkWidget *row;
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *partner = NULL;

  if (*step->partner != '\0')
    /* Translators: a sparring partner; %s is a name as it was written */
    partner = g_strdup_printf (_("with: %s"), step->partner);
  row = new_row (step->text, partner);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), step->done_day != VAL_DAY_NONE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (check, 18);
  val_gtk_set_accessible_label (check, step->text);
  g_object_set_data (G_OBJECT (check), "val-index", GUINT_TO_POINTER (index));
  g_signal_connect (check, "toggled", G_CALLBACK (step_ticked_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* Today's value takes the place of that of the start, which it repeats. */
static void
show_standing (GtkWidget *row, const ValGoalStanding *standing)
{
  const char *rest = g_object_get_data (G_OBJECT (row), "val-rest");
  g_autofree char *text = g_strconcat (standing->words, *rest != '\0' ? " · " : "", rest, NULL);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
add_goal (ValMentoringWindow *self, GtkWidget *list, guint index)
{
  const ValGoal *goal = self->model->records->pdata[index];
  g_autofree char *title = val_goal_dup_title (self->session, goal);
  g_autofree char *progress = val_goal_dup_progress (self->session, goal, self->model->records);
  GtkWidget *row = new_row (title, progress);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  val_gtk_label_button (edit, _("Edit Goal"));
  g_object_set_data (G_OBJECT (edit), "val-index", GUINT_TO_POINTER (index));
  g_signal_connect (edit, "clicked", G_CALLBACK (goal_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_object_set_data_full (G_OBJECT (row), "val-rest",
                          val_goal_dup_rest (self->session, goal, self->model->records), g_free);
  val_goal_standing_ask (row, self->session, goal, show_standing);
  for (guint i = 0; i < self->model->steps->len; i++)
    if (((ValStepLine *) self->model->steps->pdata[i])->now->goal_id == goal->record.id)
      add_step (self, list, i);
}

static void
add_goals (ValMentoringWindow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = val_mentoring_heading (_("Goals"));
  GtkWidget *list = NULL;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (self->model->now->people->len == 1)
    {
      GtkWidget *add = gtk_button_new_with_mnemonic (_("Add _Goal"));

      gtk_widget_add_css_class (add, "flat");
      g_signal_connect (add, "clicked", G_CALLBACK (new_goal_cb), self);
      gtk_box_append (GTK_BOX (head), add);
    }
  gtk_box_append (GTK_BOX (self->left), head);
  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ValGoal *goal = self->model->records->pdata[i];

      if (goal->record.type != VAL_RECORD_GOAL || goal->dropped
          || goal->done_day != VAL_DAY_NONE)
        continue;
      if (list == NULL)
        list = new_list (self, _("Goals"));
      add_goal (self, list, i);
    }
  if (list == NULL)
    gtk_box_append (GTK_BOX (self->left), val_mentoring_label (_("No open goals."), "dim-label"));
}

static void
add_aim (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValScale scale = val_session_get_scale (self->session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sentence = NULL;
  ValLevel level;
  guint index;

  if (!val_dataset_find_skill (dataset, now->aim_skill_id, &index))
    return;
  level = val_mentoring_model_get_level (self->model, now->aim_skill_id,
                                         val_session_get_today (self->session));
  before = now->aim_before == VAL_LEVEL_NONE ? g_strdup (C_ ("level", "not assessed"))
                                             : val_scale_format_short (&scale, now->aim_before,
                                                                       FALSE);
  after = level == VAL_LEVEL_NONE ? g_strdup (C_ ("level", "not assessed"))
                                  : val_scale_format_short (&scale, level, FALSE);
  /* Translators: a skill; its level when it was aimed at, and now; a level may be "not assessed" */
  sentence = g_strdup_printf (_("%1$s: before %2$s, now %3$s"),
                              val_dataset_skill (dataset, index)->name, before, after);
  gtk_box_append (GTK_BOX (self->left), val_mentoring_heading (_("The aim")));
  gtk_box_append (GTK_BOX (self->left), val_mentoring_label (sentence, NULL));
}

/* ---- Since last time ------------------------------------------------------------------------ */

static void
add_text_row (ValMentoringWindow *self, GtkWidget *list, const char *text, const char *kind,
              ValDay day)
{
  g_autofree char *date
      = val_format_date (day, VAL_DATE_MEDIUM, val_session_get_today (self->session));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", kind, date);
  GtkWidget *row = new_row (text, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), LINES_OF_NOTE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
ensure_list (ValMentoringWindow *self, GtkWidget **list)
{
  if (*list == NULL)
    {
      const char *title = self->model->last != NULL ? _("New since last time")
                                                    : _("New in the last month");

      gtk_box_append (GTK_BOX (self->left), val_mentoring_heading (title));
      *list = new_list (self, title);
    }
  return *list;
}

/* @kind, and in a group of whom it is. */
static void
add_record_row (ValMentoringWindow *self, GtkWidget *list, const ValRecord *record,
                const char *text, const char *kind, ValDay day)
{
  g_autofree char *person = NULL;
  g_autofree char *whole = NULL;

  if (self->model->now->people->len > 1)
    {
      person = val_mentoring_dup_person (self, record->person_id);
      whole = g_strdup_printf ("%s · %s", person, kind);
    }
  add_text_row (self, list, text, whole != NULL ? whole : kind, day);
}

static void
add_news (ValMentoringWindow *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValDay since = val_mentoring_model_get_since (self->model);
  ValDay until = val_mentoring_model_get_until (self->model);
  GtkWidget *list = NULL;

  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ValRecord *record = self->model->records->pdata[i];
      const ValNote *note = self->model->records->pdata[i];
      const ValRecognition *thanks = self->model->records->pdata[i];

      /* What is for the manager alone is not laid on the table. */
      if (record->type == VAL_RECORD_NOTE && val_mentoring_model_is_new (self->model, note->day)
          && *note->text != '\0')
        add_record_row (self, ensure_list (self, &list), record, note->text,
                        val_note_kind_get_label (note->kind), note->day);
      else if (record->type == VAL_RECORD_RECOGNITION
               && val_mentoring_model_is_new (self->model, thanks->day))
        add_record_row (self, ensure_list (self, &list), record, thanks->text,
                        C_ ("record", "Thanks"), thanks->day);
    }
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);
      ValLevel from = val_mentoring_model_get_level (self->model, skill->id, since);
      ValLevel to = val_mentoring_model_get_level (self->model, skill->id, until);
      g_autofree char *text = NULL;

      if (to == VAL_LEVEL_NONE || to == from)
        continue;
      text = val_mentoring_dup_change (self->session, skill->name, from, to);
      gtk_list_box_append (GTK_LIST_BOX (ensure_list (self, &list)),
                           new_row (text, _("Changed score")));
    }
}

static void
add_last (ValMentoringWindow *self)
{
  const ValMentoring *last = self->model->last;
  GtkWidget *list;

  if (last == NULL || (*last->words == '\0' && *last->text == '\0'))
    return;
  gtk_box_append (GTK_BOX (self->left), val_mentoring_heading (_("Last time")));
  list = new_list (self, _("Last time"));
  if (*last->words != '\0')
    add_text_row (self, list, last->words, _("In the agent’s words"), last->held_day);
  if (*last->text != '\0')
    add_text_row (self, list, last->text, _("Talked about"), last->held_day);
}

/* val_mentoring_show_facts: the left side anew; the focus there is lost, so that it is done only
 * when something else than a tick has changed. */
void
val_mentoring_show_facts (ValMentoringWindow *self)
{
  self->setting = TRUE;
  clear (self->left);
  add_head (self);
  if (self->model->now->people->len > 0)
    {
      add_agreements (self, TRUE);
      add_agreements (self, FALSE);
      add_goals (self);
      add_aim (self);
      add_news (self);
      val_mentoring_add_numbers (self);
      add_last (self);
    }
  else
    gtk_box_append (GTK_BOX (self->left),
                    val_mentoring_label (_("Choose who takes part, and what you both know appears "
                                           "here: agreements, goals, what is new."),
                                         "dim-label"));
  self->setting = FALSE;
}
