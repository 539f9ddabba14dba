/* val-mentoring-miss.c: a session that did not take place, and when it is made good
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-time-entry.h"

typedef struct
{
  ValMentoringWindow *window;
  GtkWidget *dialog;
  GtkWidget *reason;
  GtkWidget *words;
  GtkWidget *again;
  GtkWidget *day;
  GtkWidget *minute;
  GtkWidget *error;
} Miss;

/* No cause that would say something about anybody's health. */
static const char *const reasons[] = {
  NC_ ("reason", "No time: too many contacts"),
  NC_ ("reason", "I was prevented"),
  NC_ ("reason", "The agent was not at work"),
  NC_ ("reason", "We agreed to move it"),
};

static void
miss_free (gpointer data, GClosure *closure)
{
  Miss *self = data;

  g_object_unref (self->window);
  g_free (self);
}

static char *
dup_reason (Miss *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->reason));
  g_autofree char *words = val_person_form_dup_entry (self->words);
  const char *reason
      = selected < G_N_ELEMENTS (reasons) ? g_dpgettext2 (NULL, "reason", reasons[selected]) : "";

  if (*words == '\0')
    return g_strdup (reason);
  /* Translators: a reason, and what was added to it */
  return *reason != '\0' ? g_strdup_printf (C_ ("reason", "%1$s. %2$s"), reason, words)
                         : g_steal_pointer (&words);
}

static void
store_cb (GtkButton *button, Miss *self)
{
  ValMentoringModel *model = self->window->model;
  g_autofree char *reason = dup_reason (self);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));

  val_person_form_set_error (self->error, NULL, NULL);
  if (model == NULL)
    return;
  model->plan_next = gtk_switch_get_active (GTK_SWITCH (self->again));
  if (model->plan_next && day == VAL_DAY_NONE)
    {
      val_person_form_set_error (self->error, self->day,
                                 _("Say for which day and time the session is planned now"));
      return;
    }
  model->next_chosen = TRUE;
  model->next_day = day;
  model->next_minute = val_time_entry_get (self->minute);
  val_mentoring_show_next (self->window);
  gtk_window_close (GTK_WINDOW (self->dialog));
  val_mentoring_store (self->window, VAL_MENTORING_MISS, reason);
}

static GtkWidget *
add_suffix (GtkWidget *group, const char *title, GtkWidget *widget)
{
  val_person_form_field (group, title, NULL, widget);
  return widget;
}

static void
build (Miss *self, GtkWidget *content)
{
  const ValMentoringModel *model = self->window->model;
  ValDay today = val_session_get_today (self->window->session);
  ValDay planned = val_mentoring_get_day (model->now);
  GtkWidget *group = val_person_form_group (
      content, NULL, _("The reason is for you alone. The agenda moves to the new day by itself."));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget **when[] = { &self->day, &self->minute };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_ptr_array_add (names, (gpointer) g_dpgettext2 (NULL, "reason", reasons[i]));
  g_ptr_array_add (names, (gpointer) C_ ("reason", "Another reason"));
  g_ptr_array_add (names, NULL);
  self->reason = val_person_form_choice (group, C_ ("reason", "Reason"),
                                         (const char *const *) names->pdata, 0);
  self->words = val_person_form_entry (group, _("In your own words"), "");
  group = val_person_form_group (content, NULL, NULL);
  self->again = add_suffix (group, _("Plan it for another day"), gtk_switch_new ());
  gtk_switch_set_active (GTK_SWITCH (self->again), model->later == NULL);
  self->day = val_person_form_date (
      group, C_ ("session", "Day"),
      val_mentoring_working_day_after (planned == VAL_DAY_NONE ? today : MAX (planned, today)),
      today);
  self->minute = add_suffix (group, C_ ("session", "Time"),
                             val_time_entry_new (C_ ("session", "Time")));
  val_time_entry_set (self->minute, val_mentoring_get_minute (model->now));
  for (guint i = 0; i < G_N_ELEMENTS (when); i++)
    g_object_bind_property (self->again, "active", *when[i], "sensitive", G_BINDING_SYNC_CREATE);
  self->error = val_person_form_error (group);
}

/* val_mentoring_present_miss: asks why the session did not take place and when it does. */
void
val_mentoring_present_miss (ValMentoringWindow *window)
{
  Miss *self = g_new0 (Miss, 1);
  GtkWidget *store, *content;

  self->window = g_object_ref (window);
  self->dialog = adw_window_new ();
  val_person_form_build (GTK_WINDOW (self->dialog), _("The Session Did Not Take Place"),
                         _("_Note It"), &store, &content);
  build (self, content);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 460, -1);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (window));
  g_signal_connect_data (store, "clicked", G_CALLBACK (store_cb), self, miss_free, 0);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
