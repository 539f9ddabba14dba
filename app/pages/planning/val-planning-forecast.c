/* val-planning-forecast.c: the tab of what will come, and how good the forecast was
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-planning-page-private.h"
#include "val-wrap-box.h"

static void
set_text (GtkWidget *label, char *text)
{
  g_autofree char *owned = text;

  gtk_label_set_text (GTK_LABEL (label), owned != NULL ? owned : "");
  gtk_widget_set_visible (label, owned != NULL && *owned != '\0');
}

/* val_planning_page_show_expected: the service level to come, after a field says another number */
void
val_planning_page_show_expected (ValPlanningPage *self)
{
  ValPlanningView view;
  ValStaffingPlan plan;

  if (self->picture == NULL)
    return;
  view = val_planning_page_get_view (self);
  val_planning_options_plan (&self->options, self->picture->handle_time, &plan);
  set_text (self->expected, val_planning_dup_expected (&view, &plan));
}

/* The part that is looked at, after day, range or version changed */
static void
show_view (ValPlanningPage *self)
{
  ValPlanningView view;
  g_autoptr (ValChart) chart = NULL;

  if (self->picture == NULL)
    return;
  view = val_planning_page_get_view (self);
  chart = val_planning_chart_new (&view);
  val_chart_view_set_chart (VAL_CHART_VIEW (self->chart), chart);
  set_text (self->headline, val_planning_dup_headline (&view));
  set_text (self->band, val_planning_dup_band (&view));
  set_text (self->level, val_planning_dup_level (&view));
  val_planning_page_show_expected (self);
  set_text (self->holidays, val_planning_dup_holidays (&view));
  gtk_widget_set_visible (self->ranges[VAL_PLANNING_DAY], self->picture->slot_minutes < 1440);
}

/* ---- Which part ------------------------------------------------------------------------------- */

static void
range_cb (ValPlanningPage *self)
{
  for (guint i = 0; i < VAL_N_PLANNING_RANGES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ranges[i])))
      self->range = i;
  if (!self->setting)
    show_view (self);
}

static void
move (ValPlanningPage *self, int direction)
{
  const int steps[VAL_N_PLANNING_RANGES] = { 1, 7, 28 };
  ValDay day = self->day + direction * steps[self->range];

  if (self->picture == NULL || self->picture->n_days == 0)
    return;
  self->day = CLAMP (day, self->picture->first_day,
                     self->picture->first_day + (ValDay) self->picture->n_days - 1);
  show_view (self);
  val_planning_page_show_staffing (self);
  val_planning_page_show_mentoring (self);
}

static void
before_cb (ValPlanningPage *self)
{
  move (self, -1);
}

static void
after_cb (ValPlanningPage *self)
{
  move (self, 1);
}

static void
today_cb (ValPlanningPage *self)
{
  self->day = val_session_get_today (val_page_get_session (VAL_PAGE (self)));
  move (self, 0);
}

/* A day of the long picture opens, as an interval's day does. */
static void
activated_cb (GtkWidget *chart, int series, int index, ValPlanningPage *self)
{
  ValPlanningView view = val_planning_page_get_view (self);
  ValDay first, last;

  if (self->picture == NULL || self->picture->slot_minutes >= 1440
      || self->range == VAL_PLANNING_DAY)
    return;
  val_planning_view_get_days (&view, &first, &last);
  self->day = first
              + (self->range == VAL_PLANNING_MANY ? index : index / (int) self->picture->n_slots);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ranges[VAL_PLANNING_DAY]), TRUE);
  move (self, 0);
}

static GtkWidget *
new_arrow (ValPlanningPage *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  val_gtk_label_button (button, label);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_ranges (ValPlanningPage *self)
{
  const char *names[VAL_N_PLANNING_RANGES]
      = { C_ ("range", "Day"), C_ ("range", "Week"), C_ ("range", "12 weeks") };
  GtkWidget *all = val_wrap_box_new (12);
  GtkWidget *ranges = val_wrap_box_new (0);
  GtkWidget *moves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < VAL_N_PLANNING_RANGES; i++)
    {
      self->ranges[i] = gtk_toggle_button_new_with_label (names[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->ranges[i]),
                                     GTK_TOGGLE_BUTTON (self->ranges[0]));
      val_wrap_box_append (VAL_WRAP_BOX (ranges), self->ranges[i]);
    }
  self->range = VAL_PLANNING_MANY;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ranges[VAL_PLANNING_MANY]), TRUE);
  for (guint i = 0; i < VAL_N_PLANNING_RANGES; i++)
    g_signal_connect_swapped (self->ranges[i], "toggled", G_CALLBACK (range_cb), self);
  self->before = new_arrow (self, "go-previous-symbolic", _("Earlier"), G_CALLBACK (before_cb));
  self->after = new_arrow (self, "go-next-symbolic", _("Later"), G_CALLBACK (after_cb));
  self->today = gtk_button_new_with_mnemonic (_("_Today"));
  g_signal_connect_swapped (self->today, "clicked", G_CALLBACK (today_cb), self);
  gtk_box_append (GTK_BOX (moves), self->before);
  gtk_box_append (GTK_BOX (moves), self->today);
  gtk_box_append (GTK_BOX (moves), self->after);
  gtk_widget_add_css_class (ranges, "linked");
  gtk_widget_add_css_class (moves, "linked");
  val_wrap_box_append (VAL_WRAP_BOX (all), ranges);
  val_wrap_box_append (VAL_WRAP_BOX (all), moves);
  return all;
}

/* ---- Holidays and comparison ----------------------------------------------------------------- */

static void
country_cb (ValPlanningPage *self)
{
  if (self->setting)
    return;
  self->options.country = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->country));
  val_planning_page_options_changed (self);
  val_planning_page_ask (self);
}

static void
compare_cb (ValPlanningPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->compare));

  if (self->setting || selected >= self->compare_ids->len)
    return;
  self->compare_id = g_array_index (self->compare_ids, gint64, selected);
  show_view (self);
}

/* A choice with its words before it. */
static GtkWidget *
new_choice (const char *label, GtkWidget **ret_choice)
{
  GtkWidget *box = val_wrap_box_new (6);

  *ret_choice = gtk_drop_down_new (NULL, NULL);
  val_wrap_box_append (VAL_WRAP_BOX (box), gtk_label_new (label));
  val_wrap_box_append (VAL_WRAP_BOX (box), *ret_choice);
  val_gtk_label_inside (*ret_choice, label);
  return box;
}

static GtkWidget *
build_choices (ValPlanningPage *self)
{
  const char *countries[VAL_N_COUNTRIES + 1]
      = { C_ ("country", "None"), C_ ("country", "Poland"), C_ ("country", "Greece"),
          C_ ("country", "Finland"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (countries);
  GtkWidget *all = val_wrap_box_new (12);

  val_wrap_box_append (VAL_WRAP_BOX (all), new_choice (_("Holidays of"), &self->country));
  val_wrap_box_append (VAL_WRAP_BOX (all), new_choice (C_ ("planning", "Compare with"), &self->compare));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->country), G_LIST_MODEL (names));
  g_signal_connect_swapped (self->country, "notify::selected", G_CALLBACK (country_cb), self);
  g_signal_connect_swapped (self->compare, "notify::selected", G_CALLBACK (compare_cb), self);
  return all;
}

static void
fill_compare (ValPlanningPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  self->setting = TRUE;
  g_array_set_size (self->compare_ids, 0);
  g_array_append_val (self->compare_ids, none);
  gtk_string_list_append (names, C_ ("compare", "Nothing"));
  for (guint i = 0; i < self->input->versions->len; i++)
    {
      const ValPlanningVersion *version = self->input->versions->pdata[i];

      if (!version->has_forecast
          || (self->source.kind == VAL_PLANNING_VERSION && self->source.id == version->id))
        continue;
      if (version->id == self->compare_id)
        selected = self->compare_ids->len;
      g_array_append_val (self->compare_ids, version->id);
      gtk_string_list_append (names, version->name);
    }
  if (selected == 0)
    self->compare_id = 0;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->compare), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->compare), selected);
  gtk_widget_set_visible (gtk_widget_get_parent (self->compare), self->compare_ids->len > 1);
  self->setting = FALSE;
}

/* val_planning_page_show_forecast: a new picture */
void
val_planning_page_show_forecast (ValPlanningPage *self)
{
  g_autofree char *days = NULL;

  fill_compare (self);
  val_planning_page_show_versions (self);
  if (self->picture->slot_minutes >= 1440 && self->range == VAL_PLANNING_DAY)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ranges[VAL_PLANNING_MANY]), TRUE);
  set_text (self->honest, val_planning_dup_honest (self->picture));
  if (self->source.kind != VAL_PLANNING_VERSION)
    days = val_format_count (ngettext ("%u day of contacts", "%u days of contacts",
                                       self->picture->known_days),
                             self->picture->known_days);
  val_page_set_title (VAL_PAGE (self), C_ ("page", "Planning"), days);
  show_view (self);
}

/* val_planning_page_build_forecast: (transfer floating): the tab, empty */
GtkWidget *
val_planning_page_build_forecast (ValPlanningPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (ValChart) chart = NULL;

  self->headline = val_planning_page_label (box, "title-1");
  self->band = val_planning_page_label (box, "dim-label");
  gtk_box_append (GTK_BOX (box), build_ranges (self));
  self->chart = val_chart_view_new (NULL);
  val_chart_view_set_show_title (VAL_CHART_VIEW (self->chart), FALSE);
  gtk_widget_set_size_request (self->chart, -1, 260);
  g_signal_connect (self->chart, "activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (GTK_BOX (box), self->chart);
  self->honest = val_planning_page_label (box, NULL);
  self->level = val_planning_page_label (box, NULL);
  self->expected = val_planning_page_label (box, NULL);
  self->holidays = val_planning_page_label (box, "dim-label");
  gtk_box_append (GTK_BOX (box), build_choices (self));
  val_planning_page_build_versions (self, box);
  return box;
}
