/* val-today-page.c: what waits today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-page.h"

#include "val-column.h"
#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-question.h"
#include "val-team-choice.h"
#include "val-text-label.h"
#include "val-today-acts.h"
#include "val-today-forecast.h"
#include "val-today-words.h"

/* So many lines of a section, until more are asked for, and so many more then. */
#define FEW_LINES 5
#define MORE_LINES 50
/* Midnight is noticed within so many seconds. */
#define CLOCK 30

struct _ValTodayPage
{
  ValPage parent_instance;

  GtkWidget *stack;
  GtkLabel *day_label;
  GtkLabel *summary;
  ValTodayForecast *forecast;
  GtkWidget *all_done;
  ValTodayList *lists[VAL_TODAY_N_SECTIONS];
  GtkWidget *team_choice;
  guint limits[VAL_TODAY_N_SECTIONS];
  ValTodayPicture *picture;
  GCancellable *cancellable;
  ValDay day; /* that is shown */
  guint clock;
  int focus_section; /* where the focus goes when the lines are made anew; -1: stays */
  int focus_line;
};

G_DEFINE_FINAL_TYPE (ValTodayPage, val_today_page, VAL_TYPE_PAGE)

static void ask (ValTodayPage *self);

static void
show_place (ValTodayPage *self)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (self)));
  const char *place = "lines";

  if (dataset == NULL || val_dataset_n_people (dataset) == 0)
    place = "nobody";
  else if (self->picture != NULL && self->picture->attention->owed->len == 0)
    place = "done";
  val_gtk_stack_show (GTK_STACK (self->stack), place);
}

static void
restore_focus (ValTodayPage *self)
{
  int section = self->focus_section;

  self->focus_section = -1;
  if (section < 0)
    return;
  /* What was done is gone; the next one stands in its place. */
  for (int i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    {
      int at = (section + i) % VAL_TODAY_N_SECTIONS;

      if (val_today_list_focus_line (self->lists[at], i == 0 ? self->focus_line : 0))
        return;
    }
}

static void
show_picture (ValTodayPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  g_autofree char *day = val_today_dup_day (self->day);
  g_autofree char *summary = val_today_dup_summary (self->picture);

  gtk_label_set_text (self->day_label, day);
  gtk_label_set_text (self->summary, summary);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->all_done), day);
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    {
      int line = val_today_list_get_focus (self->lists[i]);

      if (line >= 0)
        {
          self->focus_section = (int) i;
          self->focus_line = line;
        }
    }
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    val_today_list_show (self->lists[i], session, self->picture, self->limits[i]);
  show_place (self);
  restore_focus (self);
}

static void
job_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValTodayPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValTodayPicture) picture
      = val_today_job_run_finish (VAL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (picture == NULL)
    {
      val_page_warn (VAL_PAGE (self), error->message);
      return;
    }
  /* The lines say people by their place in a dataset: a picture of an older one is no use. */
  if (picture->attention->dataset != val_session_get_dataset (VAL_SESSION (source)))
    return;
  g_clear_pointer (&self->picture, val_today_picture_free);
  self->picture = g_steal_pointer (&picture);
  show_picture (self);
}

static void
ask (ValTodayPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));

  if (val_session_get_dataset (session) == NULL)
    return;
  val_question_renew (&self->cancellable);
  self->day = val_session_get_today (session);
  val_today_job_run_async (session,
                           val_team_choice_get_team (VAL_TEAM_CHOICE (self->team_choice)),
                           self->limits, self->cancellable, job_cb, g_object_ref (self));
}

/* ---- lines ---- */

static guint
section_of (ValTodayPage *self, ValTodayList *list)
{
  guint section = 0;

  while (section < VAL_TODAY_N_SECTIONS - 1 && self->lists[section] != list)
    section++;
  return section;
}

static void
act_cb (ValTodayList *list, int act, guint line, ValTodayPage *self)
{
  const ValOwed *owed = NULL;

  /* While an answer to a newer dataset is under way, places in the old one mean nothing. */
  if (self->picture != NULL
      && self->picture->attention->dataset
             == val_session_get_dataset (val_page_get_session (VAL_PAGE (self))))
    owed = val_today_picture_line (self->picture, section_of (self, list), line);
  if (owed != NULL)
    val_today_act (VAL_PAGE (self), owed, act);
}

static void
more_cb (ValTodayList *list, ValTodayPage *self)
{
  self->limits[section_of (self, list)] += MORE_LINES;
  ask (self);
}

static void
leave_cb (ValTodayList *list, int direction, ValTodayPage *self)
{
  int at = (int) section_of (self, list);

  for (at += direction; at >= 0 && at < VAL_TODAY_N_SECTIONS; at += direction)
    if (val_today_list_focus_line (self->lists[at], direction > 0 ? 0 : -1))
      return;
}

static void
fill_teams (ValTodayPage *self)
{
  guint n = val_team_choice_fill (VAL_TEAM_CHOICE (self->team_choice),
                                  val_page_get_session (VAL_PAGE (self)));

  val_page_set_header_start (VAL_PAGE (self), n > 1 ? self->team_choice : NULL);
}

/* ---- the page ---- */

static void
val_today_page_update (ValPage *page, ValTables tables)
{
  ValTodayPage *self = VAL_TODAY_PAGE (page);

  if ((tables & (VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE)) != 0)
    fill_teams (self);
  val_page_set_title (page, C_ ("page", "Today"), "");
  show_place (self);
  ask (self);
  if (val_session_get_dataset (val_page_get_session (page)) != NULL
      && (tables & (VAL_TABLE_CONTACTS | VAL_TABLE_FORECASTS | VAL_TABLE_SETTINGS)) != 0)
    val_today_forecast_ask (self->forecast, val_page_get_session (page));
}

static gboolean
clock_cb (gpointer data)
{
  ValTodayPage *self = data;

  if (self->day != val_session_get_today (val_page_get_session (VAL_PAGE (self))))
    {
      ask (self);
      val_today_forecast_ask (self->forecast, val_page_get_session (VAL_PAGE (self)));
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
val_today_page_grab_focus (GtkWidget *widget)
{
  ValTodayPage *self = VAL_TODAY_PAGE (widget);

  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    if (val_today_list_focus_line (self->lists[i], 0))
      return TRUE;
  return GTK_WIDGET_CLASS (val_today_page_parent_class)->grab_focus (widget);
}

static void
val_today_page_dispose (GObject *object)
{
  ValTodayPage *self = VAL_TODAY_PAGE (object);

  val_question_drop (&self->cancellable);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->picture, val_today_picture_free);
  g_clear_object (&self->team_choice);
  self->stack = NULL;
  G_OBJECT_CLASS (val_today_page_parent_class)->dispose (object);
}

static void
val_today_page_class_init (ValTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_today_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_today_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  VAL_PAGE_CLASS (klass)->update = val_today_page_update;
}

static GtkWidget *
build_lines (ValTodayPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->day_label = GTK_LABEL (val_text_label_new (NULL));
  self->summary = GTK_LABEL (val_text_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->day_label), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->day_label));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  self->forecast = VAL_TODAY_FORECAST (val_today_forecast_new ());
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->forecast));
  gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    {
      self->lists[i] = VAL_TODAY_LIST (val_today_list_new (i));
      gtk_widget_set_visible (GTK_WIDGET (self->lists[i]), FALSE);
      g_signal_connect (self->lists[i], "act", G_CALLBACK (act_cb), self);
      g_signal_connect (self->lists[i], "more", G_CALLBACK (more_cb), self);
      g_signal_connect (self->lists[i], "leave", G_CALLBACK (leave_cb), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists[i]));
    }
  return val_column_new (box, 720);
}

static GtkWidget *
build_status (const char *icon, const char *title, const char *words, const char *button_label,
              const char *action)
{
  GtkWidget *place = val_empty_place_new (icon, title, words);

  val_empty_place_add_button (place, button_label, action, FALSE);
  return place;
}

static void
val_today_page_init (ValTodayPage *self)
{
  self->focus_section = -1;
  for (guint i = 0; i < VAL_TODAY_N_SECTIONS; i++)
    self->limits[i] = FEW_LINES;
  self->team_choice = g_object_ref_sink (val_team_choice_new (C_ ("person", "Team")));
  g_signal_connect_swapped (self->team_choice, "chosen", G_CALLBACK (ask), self);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), build_lines (self), "lines");
  self->all_done = build_status (
      "val-today-symbolic", "",
      _("Everything is done. You have talked with everybody and thanked them lately, and every "
        "promise is kept. Enjoy the day!"),
      _("_Write Down…"), "win.capture");
  gtk_stack_add_named (GTK_STACK (self->stack), self->all_done, "done");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      build_status ("val-today-symbolic", _("A good day to begin"),
                    _("Here you will see every morning whom to talk with, what was promised and who "
                      "has earned thanks. Add your people first."),
                    _("Go to _People"), "win.show-page::people"),
      "nobody");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  self->clock = g_timeout_add_seconds (CLOCK, clock_cb, self);
}

/**
 * val_today_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page
 */
ValPage *
val_today_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_TODAY_PAGE, "session", session, NULL);
}
