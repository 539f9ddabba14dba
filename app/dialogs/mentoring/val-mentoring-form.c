/* val-mentoring-form.c: what is said in a session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-level-spin.h"
#include "val-person-form.h"
#include "val-person-picker.h"
#include "val-text-area.h"
#include "val-text-label.h"
#include "val-time-entry.h"

static void
changed_cb (ValMentoringWindow *self)
{
  if (self->setting)
    return;
  val_mentoring_read_form (self);
  val_mentoring_touched (self);
}

static void
submit_cb (GtkWidget *area, ValMentoringWindow *self)
{
  val_mentoring_store (self, VAL_MENTORING_SAVE, NULL);
}

static GtkWidget *
add_area (ValMentoringWindow *self, const char *label, gboolean is_private, guint lines)
{
  GtkWidget *area = val_text_area_new (label, is_private);

  val_text_area_set_lines (VAL_TEXT_AREA (area), lines);
  g_signal_connect_swapped (area, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (area, "submit", G_CALLBACK (submit_cb), self);
  gtk_box_append (GTK_BOX (self->right), area);
  return area;
}

static void
add_suffix_row (GtkWidget *holder, const char *title, GtkWidget *widget)
{
  val_person_form_field (holder, title, NULL, widget);
}

/* ---- The aim ---------------------------------------------------------------------------------- */

static void
show_aim_summary (ValMentoringWindow *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  const ValMentoring *now = self->model->now;
  ValScale scale = val_session_get_scale (self->session);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *indicator = val_mentoring_dup_aim_indicator (self);
  guint index;

  if (val_dataset_find_skill (dataset, now->aim_skill_id, &index))
    {
      g_string_append (text, val_dataset_skill (dataset, index)->name);
      if (now->aim_level >= 0)
        {
          g_autofree char *level = val_scale_format_short (&scale, now->aim_level, FALSE);

          g_string_append_printf (text, " → %s", level);
        }
    }
  if (indicator != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", indicator);
  if (text->len == 0)
    g_string_append (text, _("A skill or an indicator to work on, if there is one"));
  else if (now->aim_day != VAL_DAY_NONE)
    {
      g_autofree char *date = val_format_date (now->aim_day, VAL_DATE_MEDIUM,
                                               val_session_get_today (self->session));

      g_string_append_printf (text, " · %s", date);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->aim), text->str);
}

static void
aim_changed_cb (ValMentoringWindow *self)
{
  guint selected;

  if (self->setting)
    return;
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->aim_skill));
  /* A skill chosen just now begins with the level that is wanted of it. */
  if (selected > 0 && selected < self->skills->len
      && g_array_index (self->skills, gint64, selected) != self->model->now->aim_skill_id)
    {
      ValDataset *dataset = val_session_get_dataset (self->session);
      guint index;

      if (val_dataset_find_skill (dataset, g_array_index (self->skills, gint64, selected), &index))
        {
          self->setting = TRUE;
          val_level_spin_set_level (self->aim_level, val_dataset_skill (dataset, index)->target);
          self->setting = FALSE;
        }
    }
  val_mentoring_read_form (self);
  show_aim_summary (self);
  val_mentoring_touched (self);
}

static void
fill_skills (ValMentoringWindow *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;
  gint64 none = 0;

  g_array_set_size (self->skills, 0);
  g_array_append_val (self->skills, none);
  g_ptr_array_add (names, (gpointer) C_ ("aim", "None"));
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);

      if (!val_dataset_skill_is_leaf (dataset, i)
          || (skill->archived && skill->id != self->model->now->aim_skill_id))
        continue;
      g_array_append_val (self->skills, skill->id);
      g_ptr_array_add (names, skill->name);
    }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->aim_skill), G_LIST_MODEL (list));
}

static void
build_aim (ValMentoringWindow *self)
{
  GtkWidget *group = val_person_form_group (self->right, NULL, NULL);
  ValScale scale = val_session_get_scale (self->session);

  self->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->aim = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->aim), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->aim), _("The aim"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->aim);
  self->aim_skill = val_person_form_choice (self->aim, C_ ("aim", "Skill"),
                                            (const char *const[]) { C_ ("aim", "None"), NULL }, 0);
  self->aim_level = val_level_spin_new (&scale, 0.5);
  val_gtk_set_accessible_label (self->aim_level, C_ ("aim", "Level"));
  add_suffix_row (self->aim, C_ ("aim", "Level"), self->aim_level);
  val_mentoring_build_aim_indicator (self, group, G_CALLBACK (aim_changed_cb));
  self->aim_day = val_person_form_date (self->aim, C_ ("aim", "Wanted by"), VAL_DAY_NONE,
                                        val_session_get_today (self->session));
  g_signal_connect_swapped (self->aim_skill, "notify::selected", G_CALLBACK (aim_changed_cb),
                            self);
  g_signal_connect_swapped (self->aim_level, "value-changed", G_CALLBACK (aim_changed_cb), self);
  g_signal_connect_swapped (self->aim_day, "notify::day", G_CALLBACK (aim_changed_cb), self);
}

/* ---- Next ---------------------------------------------------------------------------------- */

static void
next_changed_cb (ValMentoringWindow *self)
{
  if (self->setting)
    return;
  self->model->next_chosen = TRUE;
  val_mentoring_read_form (self);
  val_mentoring_show_next (self);
  val_mentoring_touched (self);
}

static void
build_next (ValMentoringWindow *self)
{
  ValDay today = val_session_get_today (self->session);

  self->next_group = val_person_form_group (self->right, NULL, NULL);
  self->next = adw_expander_row_new ();
  val_text_label_keep_days (self->next);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->next), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next), _("Next session"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self->next), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->next_group), self->next);
  self->next_day = val_person_form_date (self->next, _("Day of the next session"), VAL_DAY_NONE,
                                         today);
  self->next_minute = val_time_entry_new (_("Time of the next session"));
  add_suffix_row (self->next, _("Time of the next session"), self->next_minute);
  self->next_error = val_person_form_error (self->next_group);
  g_signal_connect_swapped (self->next, "notify::enable-expansion", G_CALLBACK (next_changed_cb),
                            self);
  g_signal_connect_swapped (self->next_day, "notify::day", G_CALLBACK (next_changed_cb), self);
  g_signal_connect_swapped (self->next_minute, "changed", G_CALLBACK (next_changed_cb), self);
}

/* val_mentoring_show_next: when one meets again, by itself or as chosen. */
void
val_mentoring_show_next (ValMentoringWindow *self)
{
  const ValMentoringModel *model = self->model;
  ValDay today = val_session_get_today (self->session);
  gboolean setting = self->setting;
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  self->setting = TRUE;
  gtk_widget_set_visible (self->next_group, model->now->state == VAL_MENTORING_PLANNED);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->next), model->plan_next);
  if (model->later != NULL && !model->plan_next)
    {
      when = val_mentoring_dup_when (model->later->planned_day, model->later->planned_minute,
                                     today);
      /* Translators: %s is "Thursday, 2 April, 10:00" */
      sentence = g_strdup_printf (_("Planned already: %s"), when);
    }
  else if (model->plan_next)
    sentence = val_mentoring_dup_when (model->next_day, model->next_minute, today);
  else
    sentence = g_strdup (_("Not planned"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->next), sentence);
  if (val_date_entry_get_day (VAL_DATE_ENTRY (self->next_day)) != model->next_day
      && !val_date_entry_is_wrong (VAL_DATE_ENTRY (self->next_day)))
    val_date_entry_set_day (VAL_DATE_ENTRY (self->next_day), model->next_day);
  if (val_time_entry_get (self->next_minute) != model->next_minute
      && !val_time_entry_is_wrong (self->next_minute))
    val_time_entry_set (self->next_minute, model->next_minute);
  self->setting = setting;
}

/* ---- All of it --------------------------------------------------------------------------------- */

static GtkWidget *
new_usefulness (ValMentoringWindow *self)
{
  GtkWidget *group = val_person_form_group (self->right, NULL, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row;

  g_ptr_array_add (names, g_strdup (C_ ("usefulness", "Not asked")));
  for (int i = 0; i <= 10; i++)
    g_ptr_array_add (names, val_format_integer (i));
  g_ptr_array_add (names, NULL);
  row = val_person_form_choice (group, _("How useful the agent found it (0–10)"),
                                (const char *const *) names->pdata, 0);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
  return row;
}

/* val_mentoring_build_form: the right side of the window, once. */
void
val_mentoring_build_form (ValMentoringWindow *self)
{
  val_mentoring_build_when (self);
  gtk_box_append (GTK_BOX (self->right), val_mentoring_heading (C_ ("session", "Agenda")));
  self->built = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->right), self->built);
  self->agenda = add_area (self, _("Your own points"), FALSE, 2);
  self->words = add_area (self, _("In the agent’s _words"), FALSE, 4);
  self->said_back = gtk_check_button_new_with_mnemonic (_("Said _back and confirmed"));
  g_signal_connect_swapped (self->said_back, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->right), self->said_back);
  self->text = add_area (self, _("_Talked about"), FALSE, 3);
  gtk_box_append (GTK_BOX (self->right), val_mentoring_build_agreements (self));
  self->remark = add_area (self, _("For _me only"), TRUE, 2);
  build_aim (self);
  self->usefulness = new_usefulness (self);
  build_next (self);
}

static void
show_area (GtkWidget *area, const char *text)
{
  if (g_strcmp0 (val_text_area_get_text (VAL_TEXT_AREA (area)), text) != 0)
    val_text_area_set_text (VAL_TEXT_AREA (area), text);
}

/* val_mentoring_show_agenda: what stands on the agenda by itself. */
void
val_mentoring_show_agenda (ValMentoringWindow *self)
{
  g_autoptr (GPtrArray) list = val_mentoring_dup_agenda (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->built)) != NULL)
    gtk_box_remove (GTK_BOX (self->built), child);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *bullet = gtk_label_new ("•");

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_PROPERTY_LABEL, " ",
                                      -1);
      gtk_box_append (GTK_BOX (row), bullet);
      gtk_box_append (GTK_BOX (row), val_mentoring_label (list->pdata[i], NULL));
      gtk_box_append (GTK_BOX (self->built), row);
    }
  if (list->len == 0)
    gtk_box_append (GTK_BOX (self->built),
                    val_mentoring_label (_("Nothing is open. Add points of your own."),
                                         "dim-label"));
}

/* val_mentoring_show_form: the model in all widgets of the right side. */
void
val_mentoring_show_form (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;

  self->setting = TRUE;
  val_mentoring_show_people (self);
  val_mentoring_show_when (self);
  show_area (self->agenda, now->agenda);
  show_area (self->words, now->words);
  show_area (self->text, now->text);
  show_area (self->remark, now->remark);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->said_back), now->said_back);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->usefulness), (guint) (now->usefulness + 1));
  fill_skills (self);
  for (guint i = 0; i < self->skills->len; i++)
    if (g_array_index (self->skills, gint64, i) == now->aim_skill_id)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->aim_skill), i);
  val_level_spin_set_level (self->aim_level, MAX (now->aim_level, 0));
  val_mentoring_show_aim_indicator (self);
  val_date_entry_set_day (VAL_DATE_ENTRY (self->aim_day), now->aim_day);
  show_aim_summary (self);
  val_mentoring_show_agreements (self);
  val_mentoring_show_agenda (self);
  val_mentoring_show_next (self);
  self->setting = FALSE;
}

static void
read_area (GtkWidget *area, char **field)
{
  val_set_string (field, val_text_area_get_text (VAL_TEXT_AREA (area)));
}

/* val_mentoring_read_form: all widgets of the right side into the model; agreements write
 * themselves. */
void
val_mentoring_read_form (ValMentoringWindow *self)
{
  ValMentoringModel *model = self->model;
  ValMentoring *now = model->now;
  guint skill = adw_combo_row_get_selected (ADW_COMBO_ROW (self->aim_skill));

  val_mentoring_read_when (self);
  read_area (self->agenda, &now->agenda);
  read_area (self->words, &now->words);
  read_area (self->text, &now->text);
  read_area (self->remark, &now->remark);
  now->said_back = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->said_back));
  now->usefulness = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->usefulness)) - 1;
  now->aim_skill_id = skill < self->skills->len ? g_array_index (self->skills, gint64, skill) : 0;
  now->aim_level = now->aim_skill_id != 0 ? val_level_spin_get_level (self->aim_level)
                                          : VAL_LEVEL_NONE;
  val_mentoring_read_aim_indicator (self);
  now->aim_day = now->aim_skill_id != 0 || now->aim_indicator_id != 0
                     ? val_date_entry_get_day (VAL_DATE_ENTRY (self->aim_day))
                     : VAL_DAY_NONE;
  if (model->next_chosen)
    {
      model->plan_next = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->next));
      model->next_day = val_date_entry_get_day (VAL_DATE_ENTRY (self->next_day));
      model->next_minute = val_time_entry_get (self->next_minute);
    }
}

/* val_mentoring_check_form: FALSE when something that was typed cannot be understood; says so. */
gboolean
val_mentoring_check_form (ValMentoringWindow *self)
{
  val_person_form_set_error (self->next_error, NULL, NULL);
  if (val_person_picker_is_undecided (VAL_PERSON_PICKER (self->picker)))
    {
      /* Who was typed and not taken would be missing without a word. */
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->when), TRUE);
      val_mentoring_say (self, _("Choose somebody from the list, or clear the letters"));
      gtk_widget_grab_focus (self->picker);
    }
  else if (self->model->plan_next && self->model->next_day == VAL_DAY_NONE)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->next), TRUE);
      val_person_form_set_error (self->next_error, self->next_day,
                                 _("The day of the next session is not a date; write it as "
                                   "5.3.2026"));
    }
  else
    return val_mentoring_check_aim_indicator (self);
  return FALSE;
}
