/* val-planning-staffing.c: the tab of how many agents the chosen day needs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-planning-page-private.h"
#include "val-row.h"

static const int intervals[] = { 15, 30, 60 };

/* ---- Fields ----------------------------------------------------------------------------------- */

typedef struct
{
  const char *title; /* of context "field" */
  int most;
  gint32 step;
  gsize offset;
} Field;

#define OPTION(name) G_STRUCT_OFFSET (ValPlanningOptions, name)

static const Field fields[VAL_PLANNING_N_FIELDS] = {
  [VAL_PLANNING_SHARE] = { N_("Answered in time, %"), 99, 1000, OPTION (share) },
  [VAL_PLANNING_SECONDS] = { N_("In time means within, seconds"), 86400, 1000, OPTION (seconds) },
  [VAL_PLANNING_HANDLE_TIME] = { N_("Handle time, seconds"), 86400, 1000, OPTION (handle_time) },
  [VAL_PLANNING_SHRINKAGE] = { N_("Shrinkage, %"), 99, 500, OPTION (shrinkage) },
  [VAL_PLANNING_OCCUPANCY]
  = { N_("Occupancy at most, %"), 100, 1000, OPTION (max_occupancy) },
  [VAL_PLANNING_PEOPLE] = { N_("People in the team"), 100000, 1000, OPTION (people) },
  [VAL_PLANNING_CONTRACT] = { N_("Hours a week by contract"), 168, 500, OPTION (contract) },
  [VAL_PLANNING_MENTORING]
  = { N_("Minutes of mentoring a person and week"), 6000, 5000, OPTION (mentoring) },
};

static gint32 *
option_of (ValPlanningPage *self, ValPlanningField field)
{
  return G_STRUCT_MEMBER_P (&self->options, fields[field].offset);
}

/* What stands in a field whose number was never set. */
static gint32
shown_option (ValPlanningPage *self, ValPlanningField field)
{
  gint32 value = *option_of (self, field);

  if (value == 0 && field == VAL_PLANNING_HANDLE_TIME)
    return self->picture != NULL && self->picture->handle_time > 0
               ? (gint32) lround (self->picture->handle_time) * 1000
               : 180000;
  if (value == 0 && field == VAL_PLANNING_PEOPLE)
    return self->input != NULL && self->input->n_people > 0
               ? (gint32) MIN (self->input->n_people, 100000) * 1000
               : 20000;
  return value;
}

static void
changed_cb (GtkWidget *spin, ValPlanningPage *self)
{
  ValPlanningField field
      = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "val-field"));
  gint32 value;

  if (self->setting)
    return;
  value = (gint32) lround (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)) * 1000);
  *option_of (self, field) = value;
  /* The same number on the other tab. */
  if (field == VAL_PLANNING_SHRINKAGE)
    {
      self->setting = TRUE;
      val_number_spin_set (self->fields[field], value);
      val_number_spin_set (self->shrinkage_again, value);
      self->setting = FALSE;
    }
  val_planning_page_options_changed (self);
}

/* val_planning_page_new_field: (transfer none): a row with a number, appended to @list */
GtkWidget *
val_planning_page_new_field (ValPlanningPage *self, GtkWidget *list, ValPlanningField field)
{
  const char *title = _(fields[field].title);
  GtkWidget *row = val_row_new (title, NULL);
  GtkWidget *spin = val_number_spin_new (fields[field].most, fields[field].step);

  val_gtk_set_accessible_label (spin, title);
  g_object_set_data (G_OBJECT (spin), "val-field", GUINT_TO_POINTER (field));
  if (field == VAL_PLANNING_CONTRACT || field == VAL_PLANNING_OCCUPANCY)
    gtk_spin_button_set_range (GTK_SPIN_BUTTON (spin), 1, fields[field].most);
  if (field == VAL_PLANNING_HANDLE_TIME || field == VAL_PLANNING_PEOPLE)
    gtk_spin_button_set_range (GTK_SPIN_BUTTON (spin), 1, fields[field].most);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_signal_connect (spin, "value-changed", G_CALLBACK (changed_cb), self);
  val_row_add_after (VAL_ROW (row), spin);
  val_row_set_stands_for (VAL_ROW (row), spin);
  /* Tab goes from number to number. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return spin;
}

/* A field that has the number is left alone: what was typed there and is none stays to be mended,
 * also when another field changes. */
static void
fill_field (GtkWidget *spin, gint32 value)
{
  if (lround (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)) * 1000) != value)
    val_number_spin_set (spin, value);
}

/* val_planning_page_fill_fields: the numbers as they were kept */
void
val_planning_page_fill_fields (ValPlanningPage *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < VAL_PLANNING_N_FIELDS; i++)
    fill_field (self->fields[i], shown_option (self, i));
  fill_field (self->shrinkage_again, self->options.shrinkage);
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    if (self->options.interval == intervals[i])
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->interval), i);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->country), self->options.country);
  self->setting = FALSE;
}

static void
interval_cb (ValPlanningPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->interval));

  if (self->setting || selected >= G_N_ELEMENTS (intervals))
    return;
  self->options.interval = intervals[selected];
  val_planning_page_options_changed (self);
}

/* ---- The day ---------------------------------------------------------------------------------- */

static void
show_more (ValPlanningPage *self, const ValStaffingPlan *plan, const double *contacts, guint n)
{
  g_autofree ValStaffingSlot *slots = g_new (ValStaffingSlot, n + 1);

  for (int more = -1; more <= 1; more++)
    {
      ValStaffingPlan other = *plan;
      ValStaffingDay day;
      g_autofree char *facts = NULL;

      other.more = more;
      val_staffing_day (&other, contacts, n, slots, &day);
      facts = val_planning_dup_day_facts (&day);
      val_row_set_subtitle (VAL_ROW (self->more_rows[more + 1]), facts);
    }
}

/* The agents of the chosen day as a picture that says what it finds: (transfer full) (nullable):
 * %NULL where no intervals are forecast */
static ValChart *
work_out (ValPlanningPage *self, const char *period, ValStaffingPlan *plan, double **ret_contacts,
          guint *ret_n)
{
  int minutes = self->options.interval, first_minute;
  g_autofree double *contacts = val_planning_picture_day (self->picture, self->day, minutes,
                                                          &first_minute, ret_n);
  g_autofree ValStaffingSlot *slots = NULL;
  g_autofree char *headline = NULL;
  ValStaffingDay day;
  ValChart *chart;

  if (contacts == NULL)
    return NULL;
  val_planning_options_plan (&self->options, self->picture->handle_time, plan);
  slots = g_new (ValStaffingSlot, *ret_n + 1);
  val_staffing_day (plan, contacts, *ret_n, slots, &day);
  headline = val_planning_dup_staffing (&day, first_minute, minutes);
  chart = val_planning_staffing_chart (self->day, first_minute, minutes, slots, *ret_n);
  val_chart_set_title (chart, headline);
  val_chart_set_period (chart, period);
  *ret_contacts = g_steal_pointer (&contacts);
  return chart;
}

static char *
dup_period (ValPlanningPage *self)
{
  ValPlanningView view = val_planning_page_get_view (self);

  view.range = VAL_PLANNING_DAY;
  return val_planning_dup_period (&view);
}

/* val_planning_page_make_staffing: (transfer full) (nullable): the picture of the chosen day's
 * agents, to be laid out elsewhere; %NULL where no intervals are forecast */
ValChart *
val_planning_page_make_staffing (ValPlanningPage *self)
{
  g_autofree char *period = dup_period (self);
  g_autofree double *contacts = NULL;
  ValStaffingPlan plan;
  guint n;

  return work_out (self, period, &plan, &contacts, &n);
}

/* val_planning_page_show_staffing: the chosen day with the numbers of the fields */
void
val_planning_page_show_staffing (ValPlanningPage *self)
{
  g_autofree double *contacts = NULL;
  g_autofree char *period = NULL;
  g_autoptr (ValChart) chart = NULL;
  ValStaffingPlan plan;
  guint n;

  if (self->picture == NULL)
    return;
  if (self->options.handle_time == 0 || self->options.people == 0)
    val_planning_page_fill_fields (self);
  period = dup_period (self);
  chart = work_out (self, period, &plan, &contacts, &n);
  gtk_widget_set_visible (self->staffing_content, chart != NULL);
  gtk_widget_set_visible (self->staffing_none, chart == NULL);
  gtk_label_set_text (GTK_LABEL (self->staffing_facts), period);
  gtk_label_set_text (GTK_LABEL (self->staffing_headline),
                      chart != NULL ? val_chart_get_title (chart) : _("Agents needed"));
  if (chart != NULL)
    {
      val_chart_view_set_chart (VAL_CHART_VIEW (self->staffing_chart), chart);
      show_more (self, &plan, contacts, n);
    }
  val_planning_page_update_actions (self);
}

/* ---- The tab ---------------------------------------------------------------------------------- */

static GtkWidget *
new_list (GtkWidget *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, label);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static void
add_interval (ValPlanningPage *self, GtkWidget *list)
{
  GtkWidget *row = val_row_new (_("Interval"), NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autofree char *name
          = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) intervals[i]),
                             intervals[i]);

      gtk_string_list_append (names, name);
    }
  self->interval = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->interval), G_LIST_MODEL (names));
  val_gtk_label_inside (self->interval, _("Interval"));
  gtk_widget_set_valign (self->interval, GTK_ALIGN_CENTER);
  val_row_add_after (VAL_ROW (row), self->interval);
  g_signal_connect_swapped (self->interval, "notify::selected", G_CALLBACK (interval_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_more_rows (ValPlanningPage *self, GtkWidget *box)
{
  const char *titles[] = { _("One agent fewer in each interval"), _("As many as are needed"),
                           _("One agent more in each interval") };
  GtkWidget *list = new_list (box, _("One agent more or less"));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->more_rows[i] = val_row_new (titles[i], NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), self->more_rows[i]);
    }
}

/* val_planning_page_build_staffing: (transfer floating): the tab, empty */
GtkWidget *
val_planning_page_build_staffing (ValPlanningPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list;

  self->staffing_headline = val_planning_page_label (box, "title-1");
  self->staffing_facts = val_planning_page_label (box, "dim-label");
  self->staffing_none = val_planning_page_label (box, NULL);
  gtk_label_set_text (GTK_LABEL (self->staffing_none),
                      _("No intervals are forecast for this day. Agents can be worked out where "
                        "the telephone system’s export has times of day."));
  self->staffing_content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->staffing_chart = val_chart_view_new (NULL);
  val_chart_view_set_show_title (VAL_CHART_VIEW (self->staffing_chart), FALSE);
  gtk_widget_set_size_request (self->staffing_chart, -1, 240);
  gtk_box_append (GTK_BOX (self->staffing_content), self->staffing_chart);
  add_more_rows (self, self->staffing_content);
  gtk_box_append (GTK_BOX (box), self->staffing_content);
  list = new_list (box, _("Numbers for staffing"));
  for (guint i = VAL_PLANNING_SHARE; i <= VAL_PLANNING_OCCUPANCY; i++)
    self->fields[i] = val_planning_page_new_field (self, list, i);
  add_interval (self, list);
  return box;
}
