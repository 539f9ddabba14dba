/* val-mentoring-when.c: who meets when, where and for what
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-person-choice.h"
#include "val-person-form.h"
#include "val-text-label.h"
#include "val-time-entry.h"

#define MOST_MINUTES (24 * 60)

/* "Thursday, 26 March, 10:00" and "Mentoring · 30 min · Room 2" */
static void
show_summary (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  ValDay today = val_session_get_today (self->session);
  g_autofree char *when = val_mentoring_dup_when (val_mentoring_get_day (now),
                                                  val_mentoring_get_minute (now), today);
  g_autofree char *long_ = g_strdup_printf (_("%d min"), now->minutes);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *title = NULL;

  if (now->state != VAL_MENTORING_PLANNED)
    g_ptr_array_add (parts, (gpointer) val_mentoring_state_get_label (now->state));
  g_ptr_array_add (parts, (gpointer) val_mentoring_kind_get_label (now->kind));
  g_ptr_array_add (parts, long_);
  if (*now->place != '\0')
    g_ptr_array_add (parts, now->place);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);
  whole = val_format_capital (when);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->when), whole);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->when), subtitle);
  title = val_mentoring_dup_title (self);
  gtk_label_set_text (GTK_LABEL (self->title), *title != '\0' ? title : _("Session"));
  gtk_label_set_text (GTK_LABEL (self->subtitle), whole);
}

static void
changed_cb (ValMentoringWindow *self)
{
  if (self->setting)
    return;
  val_mentoring_read_when (self);
  show_summary (self);
  if (!self->model->next_chosen)
    {
      val_mentoring_model_propose_next (self->model);
      val_mentoring_show_next (self);
    }
  val_mentoring_touched (self);
}

/* ---- Who ------------------------------------------------------------------------------------ */

static void
people_changed (ValMentoringWindow *self)
{
  ValMentoring *now = self->model->now;

  if (self->model->stored == NULL && !self->model->is_day_chosen && now->people->len > 0)
    val_mentoring_propose_first (val_session_get_dataset (self->session), now,
                                 val_session_get_today (self->session));
  val_mentoring_show_people (self);
  val_mentoring_show_when (self);
  val_mentoring_load (self);
  val_mentoring_touched (self);
}

static void
remove_person_cb (GtkButton *button, ValMentoringWindow *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "val-person");

  val_mentoring_model_remove_person (self->model, *id);
  people_changed (self);
  gtk_widget_grab_focus (self->picker);
}

static void
chosen_cb (ValPersonPicker *picker, gint64 person_id, ValMentoringWindow *self)
{
  if (person_id == 0 || self->setting)
    return;
  val_mentoring_add_person (self->model->now, person_id);
  self->setting = TRUE;
  val_person_picker_set_person (picker, 0);
  self->setting = FALSE;
  people_changed (self);
  if (self->model->now->people->len > 1)
    gtk_widget_grab_focus (self->picker);
  else
    gtk_widget_grab_focus (self->day);
}

static void
add_person_row (ValMentoringWindow *self, gint64 person_id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = val_mentoring_dup_person (self, person_id);
  GtkWidget *label = val_mentoring_label (name, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *words = NULL;

  /* Translators: takes somebody out of a session; %s is a name */
  words = g_strdup_printf (_("Remove: %s"), name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (remove, "flat");
  val_gtk_label_button (remove, words);
  g_object_set_data_full (G_OBJECT (remove), "val-person", g_memdup2 (&person_id, sizeof (gint64)),
                          g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_person_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->people), row);
}

/* val_mentoring_show_people: who takes part, and the name of a group. */
void
val_mentoring_show_people (ValMentoringWindow *self)
{
  const GArray *people = self->model->now->people;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->people)) != NULL)
    gtk_box_remove (GTK_BOX (self->people), child);
  for (guint i = 0; i < people->len; i++)
    add_person_row (self, g_array_index (people, gint64, i));
  gtk_widget_set_visible (self->people, people->len > 0);
  gtk_widget_set_visible (self->group_title, people->len > 1);
  val_person_picker_set_label (VAL_PERSON_PICKER (self->picker),
                               people->len > 0 ? _("Add somebody to the session")
                                               : _("Who takes part"));
}

static void
build_people (ValMentoringWindow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->picker = val_person_choice_new (self->session);
  g_signal_connect (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), self->people);
  gtk_box_append (GTK_BOX (box), self->picker);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->when), row);
  self->group_title = val_person_form_entry (self->when, _("Name of the group"), "");
}

/* ---- When, where, what ------------------------------------------------------------------------ */

static GtkWidget *
add_suffix_row (GtkWidget *expander, const char *title, GtkWidget *widget)
{
  return val_person_form_field (expander, title, NULL, widget);
}

static void
day_chosen_cb (ValMentoringWindow *self)
{
  if (!self->setting)
    self->model->is_day_chosen = TRUE;
  changed_cb (self);
}

static void
build_place (ValMentoringWindow *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  ValDay today = val_session_get_today (self->session);

  for (int i = 0; i < VAL_N_MENTORING_KINDS; i++)
    g_ptr_array_add (kinds, (gpointer) val_mentoring_kind_get_label (i));
  g_ptr_array_add (kinds, NULL);
  self->day = val_person_form_date (self->when, C_ ("session", "Day"), VAL_DAY_NONE, today);
  self->minute = val_time_entry_new (C_ ("session", "Time"));
  add_suffix_row (self->when, C_ ("session", "Time"), self->minute);
  self->kind = val_person_form_choice (self->when, C_ ("session", "Kind"),
                                       (const char *const *) kinds->pdata, 0);
  self->minutes = val_number_spin_new (MOST_MINUTES, 5000);
  val_gtk_set_accessible_label (self->minutes, _("Length in minutes"));
  add_suffix_row (self->when, _("Length in minutes"), self->minutes);
  self->place = val_person_form_entry (self->when, _("Place or call"), "");
  self->with_manager = gtk_switch_new ();
  val_gtk_set_accessible_label (self->with_manager, _("Together with the manager"));
  add_suffix_row (self->when, _("Together with the manager"), self->with_manager);
  self->phase = val_person_form_choice (self->when, _("Phase of the coaching programme"),
                                        (const char *const[]) { C_ ("phase", "None"), NULL }, 0);
}

/* val_mentoring_build_when: the part of the form that opens from its one line. */
void
val_mentoring_build_when (ValMentoringWindow *self)
{
  GtkWidget *group = val_person_form_group (self->right, NULL, NULL);

  self->when = adw_expander_row_new ();
  val_text_label_keep_days (self->when);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->when), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->when);
  self->phases = g_array_new (FALSE, FALSE, sizeof (gint64));
  build_people (self);
  build_place (self);
  g_signal_connect_swapped (self->group_title, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->place, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->day, "notify::day", G_CALLBACK (day_chosen_cb), self);
  g_signal_connect_swapped (self->minute, "changed", G_CALLBACK (day_chosen_cb), self);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->phase, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->with_manager, "notify::active", G_CALLBACK (changed_cb), self);
}

/* The phases of the one person who takes part: those that go on, and the chosen one. */
static void
show_phases (ValMentoringWindow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;
  gint64 none = 0;

  g_array_set_size (self->phases, 0);
  g_array_append_val (self->phases, none);
  g_ptr_array_add (names, (gpointer) C_ ("phase", "None"));
  for (guint i = 0; i < self->model->records->len; i++)
    {
      const ValPhase *phase = self->model->records->pdata[i];
      gboolean chosen = phase->record.id == self->model->now->phase_id;

      if (phase->record.type != VAL_RECORD_PHASE
          || (phase->end_day != VAL_DAY_NONE && !chosen))
        continue;
      if (chosen)
        selected = names->len;
      g_ptr_array_add (names, (gpointer) val_phase_kind_get_label (phase->kind));
      g_array_append_val (self->phases, phase->record.id);
    }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->phase), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->phase), selected);
  gtk_widget_set_visible (self->phase, self->phases->len > 1);
}

/* val_mentoring_show_when: the model in the widgets. */
void
val_mentoring_show_when (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  gboolean setting = self->setting;

  self->setting = TRUE;
  val_date_entry_set_day (VAL_DATE_ENTRY (self->day), val_mentoring_get_day (now));
  val_time_entry_set (self->minute, val_mentoring_get_minute (now));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), (guint) now->kind);
  val_number_spin_set (self->minutes, now->minutes * 1000);
  gtk_editable_set_text (GTK_EDITABLE (self->place), now->place);
  gtk_editable_set_text (GTK_EDITABLE (self->group_title), now->title);
  gtk_switch_set_active (GTK_SWITCH (self->with_manager), now->with_manager);
  show_phases (self);
  self->setting = setting;
  show_summary (self);
}

/* val_mentoring_read_when: the widgets into the model. */
void
val_mentoring_read_when (ValMentoringWindow *self)
{
  ValMentoring *now = self->model->now;
  guint phase = adw_combo_row_get_selected (ADW_COMBO_ROW (self->phase));
  g_autofree char *place = val_person_form_dup_entry (self->place);
  g_autofree char *title = val_person_form_dup_entry (self->group_title);

  val_mentoring_model_set_when (self->model, val_date_entry_get_day (VAL_DATE_ENTRY (self->day)),
                                val_time_entry_get (self->minute));
  now->kind = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
  now->minutes = val_number_spin_get (self->minutes) / 1000;
  now->with_manager = gtk_switch_get_active (GTK_SWITCH (self->with_manager));
  if (phase < self->phases->len)
    now->phase_id = g_array_index (self->phases, gint64, phase);
  val_set_string (&now->place, place);
  val_set_string (&now->title, now->people->len > 1 ? title : "");
}
