/* val-planning-mentoring.c: the tab of what mentoring costs in the queue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-planning-page-private.h"

#define N_FACTS 6

/* The busiest interval of the chosen day, or what a hundred contacts would be. */
static void
fill_plan (ValPlanningPage *self, ValMentoringPlan *plan, int *ret_minute)
{
  ValStaffingPlan staffing;
  g_autofree double *contacts = NULL;
  int first_minute;
  guint n;

  val_planning_options_plan (&self->options,
                             self->picture != NULL ? self->picture->handle_time : 0, &staffing);
  *plan = (ValMentoringPlan){
    .people = self->options.people > 0 ? self->options.people / 1000
              : self->input != NULL && self->input->n_people > 0 ? (int) self->input->n_people
                                                                 : 20,
    .contract_minutes = self->options.contract * 60 / 1000.0,
    .mentoring_minutes = self->options.mentoring / 1000.0,
    .shrinkage = self->options.shrinkage,
    .work = { 100, staffing.interval, staffing.handle_time },
    .target = staffing.target,
  };
  *ret_minute = -1;
  if (self->picture == NULL)
    return;
  contacts = val_planning_picture_day (self->picture, self->day, self->options.interval,
                                       &first_minute, &n);
  for (guint i = 0; contacts != NULL && i < n; i++)
    if (contacts[i] > 0 && (*ret_minute < 0 || contacts[i] > plan->work.contacts))
      {
        plan->work.contacts = contacts[i];
        *ret_minute = first_minute + (int) i * self->options.interval;
      }
}

static char *
dup_queue (ValPlanningPage *self, const ValMentoringPlan *plan, int minute)
{
  g_autofree char *contacts = val_format_number (plan->work.contacts, 0);
  g_autofree char *minutes = val_format_integer (self->options.interval);
  g_autofree char *seconds = val_format_number (plan->work.handle_time, 0);
  g_autofree char *time = NULL;
  g_autofree char *period = NULL;
  ValPlanningView view = val_planning_page_get_view (self);

  if (minute < 0)
    /* Translators: %1$s contacts, %2$s minutes, %3$s seconds */
    return g_strdup_printf (_("Worked out for %1$s contacts in %2$s minutes, of %3$s seconds each: "
                              "no intervals are forecast."),
                            contacts, minutes, seconds);
  view.range = VAL_PLANNING_DAY;
  period = val_planning_dup_days (&view);
  time = val_format_time (minute / 60 % 24, minute % 60);
  /* Translators: %1$s a day, %2$s a time, %3$s contacts, %4$s minutes, %5$s seconds */
  return g_strdup_printf (_("Worked out for the busiest interval: %1$s, %2$s: %3$s contacts in "
                            "%4$s minutes, of %5$s seconds each."),
                          period, time, contacts, minutes, seconds);
}

static char *
dup_or_none (gboolean known, char *text)
{
  if (known)
    return text;
  g_free (text);
  /* Translators: in place of a number that does not exist */
  return g_strdup (C_ ("number", "none"));
}

static void
show_side (ValPlanningPage *self, guint column, const ValMentoringSide *side)
{
  char *texts[N_FACTS] = {
    val_format_percent_decimals (side->shrinkage / 1000.0, 2),
    val_format_number (side->on_line, 1),
    dup_or_none (side->people_needed >= 0, val_format_integer (MAX (0, side->people_needed))),
    dup_or_none (side->known, val_format_percent_decimals (side->service_level * 100, 1)),
    dup_or_none (side->known, val_format_number (side->asa, 0)),
    dup_or_none (side->known, val_format_percent_decimals (side->occupancy * 100, 1)),
  };

  for (guint i = 0; i < N_FACTS; i++)
    {
      gtk_label_set_text (GTK_LABEL (self->cost_cells[i][column]), texts[i]);
      g_free (texts[i]);
    }
}

/* val_planning_page_show_mentoring: with the numbers of the fields */
void
val_planning_page_show_mentoring (ValPlanningPage *self)
{
  ValMentoringPlan plan;
  ValMentoringCost cost;
  g_autofree char *headline = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *queue = NULL;
  int minute;

  fill_plan (self, &plan, &minute);
  val_mentoring_cost (&plan, &cost);
  headline = val_planning_dup_mentoring (&plan, &cost);
  sentence = val_planning_dup_mentoring_people (&cost);
  queue = dup_queue (self, &plan, minute);
  gtk_label_set_text (GTK_LABEL (self->mentoring_headline), headline);
  gtk_label_set_text (GTK_LABEL (self->mentoring_sentence), sentence);
  gtk_label_set_text (GTK_LABEL (self->mentoring_queue), queue);
  show_side (self, 0, &cost.without);
  show_side (self, 1, cost.possible ? &cost.with : &(ValMentoringSide){ .shrinkage = 100000 });
}

static void
attach (GtkWidget *grid, GtkWidget *label, int column, int row)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, column == 0);
  if (column > 0)
    gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
build_facts (ValPlanningPage *self)
{
  const char *names[N_FACTS] = {
    C_ ("fact", "Shrinkage"),         C_ ("fact", "On the line on average"),
    C_ ("fact", "Needed on the roster"), C_ ("fact", "Service level"),
    C_ ("fact", "Mean wait, seconds"), C_ ("fact", "Occupancy"),
  };
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  attach (grid, gtk_label_new (C_ ("mentoring", "Without")), 1, 0);
  attach (grid, gtk_label_new (C_ ("mentoring", "With")), 2, 0);
  for (int i = 0; i < N_FACTS; i++)
    {
      attach (grid, gtk_label_new (names[i]), 0, i + 1);
      for (int column = 0; column < 2; column++)
        {
          self->cost_cells[i][column] = gtk_label_new (NULL);
          attach (grid, self->cost_cells[i][column], column + 1, i + 1);
        }
    }
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), grid);
  return card;
}

/* val_planning_page_build_mentoring: (transfer floating): the tab, empty */
GtkWidget *
val_planning_page_build_mentoring (ValPlanningPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->mentoring_headline = val_planning_page_label (box, "title-1");
  self->mentoring_sentence = val_planning_page_label (box, NULL);
  gtk_box_append (GTK_BOX (box), build_facts (self));
  self->mentoring_queue = val_planning_page_label (box, "dim-label");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, _("Numbers for mentoring"));
  gtk_box_append (GTK_BOX (box), list);
  for (guint i = VAL_PLANNING_PEOPLE; i <= VAL_PLANNING_MENTORING; i++)
    self->fields[i] = val_planning_page_new_field (self, list, i);
  self->shrinkage_again = val_planning_page_new_field (self, list, VAL_PLANNING_SHRINKAGE);
  return box;
}
