/* val-readiness-show.c: the answer onto the readiness page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-readiness-page-private.h"
#include "val-row.h"

/* So many of the most needed are named; the report names all. */
#define MOST_NEEDED 5

static void
show_empty (ValReadinessPage *self)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (self)));
  gboolean nobody = val_dataset_n_people (dataset) == 0;

  adw_status_page_set_title (self->empty, nobody ? _("Nobody Here Yet") : _("No Scores Yet"));
  adw_status_page_set_description (
      self->empty,
      nobody ? _("This page will show how ready your people are. Import a table of people or of "
                 "skill scores, or add people on the People page.")
             : _("This page will show how ready your people are. Import a table of skill scores, or "
                 "fill in the matrix on the Skills page."));
  val_gtk_stack_show (self->stack, "empty");
  val_page_set_can_go_back (VAL_PAGE (self), FALSE);
}

static void
show_subtitle (ValReadinessPage *self)
{
  guint n = self->readiness->agents->len;
  g_autofree char *number = val_format_integer (n);
  g_autofree char *text = val_format_replace (ngettext ("%s person", "%s people", n), number);

  val_page_set_title (VAL_PAGE (self), C_ ("page", "Readiness"), text);
}

static void
needed_cb (ValRow *row, ValReadinessPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "val-person");

  val_page_open_person (VAL_PAGE (self), *id);
}

static void
show_needed (ValReadinessPage *self, const ValAnswerOptions *options)
{
  GtkListBoxRow *old;
  guint n = MIN (self->readiness->most_needed->len, MOST_NEEDED);

  while ((old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->needed_list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->needed_list), GTK_WIDGET (old));
  for (guint i = 0; i < n; i++)
    {
      const ValMostNeeded *needed = self->readiness->most_needed->pdata[i];
      const ValPerson *person = val_dataset_person (self->readiness->dataset, needed->person);
      g_autofree char *text = val_answer_most_needed (self->readiness, needed, options);
      GtkWidget *row = val_row_new (text, NULL);

      val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "val-person",
                              g_memdup2 (&person->id, sizeof person->id), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (needed_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->needed_list), row);
    }
  gtk_widget_set_visible (self->needed_card, n > 0);
}

static gboolean
has_gaps (ValReadinessPage *self)
{
  for (guint i = 0; i < self->readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = self->readiness->groups->pdata[i];

      if (group->gaps->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_chart (ValChartView *view, ValChart *chart)
{
  val_chart_view_set_chart (view, chart);
  g_clear_object (&chart);
}

static void
show_charts (ValReadinessPage *self, const ValAnswerOptions *options)
{
  gboolean critical = self->readiness->critical->len > 0;
  gboolean gaps = has_gaps (self);

  set_chart (self->distribution, val_answer_distribution_chart (self->readiness, options));
  gtk_widget_set_visible (GTK_WIDGET (self->cover), critical);
  if (critical)
    set_chart (self->cover, val_answer_cover_chart (self->readiness));
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), gaps);
  if (gaps)
    set_chart (self->gaps, val_answer_gaps_chart (self->readiness));
  gtk_widget_set_visible (self->movement_card, self->before != NULL);
  if (self->before != NULL)
    set_chart (self->movement, val_answer_movement_chart (self->readiness, options));
}

/**
 * val_readiness_page_show:
 *
 * Shows the newest answer.
 */
void
val_readiness_page_show (ValReadinessPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  ValAnswerOptions options = val_readiness_page_get_options (self);
  ValDataset *dataset = val_session_get_dataset (session);
  gboolean scores = dataset != NULL && val_dataset_n_scores (dataset) > 0;
  g_autofree char *headline = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *paragraph = NULL;
  const char *names[] = { "copy", "picture", "print" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
        self->readiness != NULL && scores);
  if (self->readiness == NULL)
    return;
  show_subtitle (self);
  if (!scores)
    {
      show_empty (self);
      return;
    }
  headline = val_answer_headline (self->readiness);
  subtitle = val_answer_subtitle (self->readiness, &options);
  paragraph = val_answer_paragraph (self->readiness, &options);
  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->answer, paragraph);
  val_readiness_groups_show (self->groups, self->readiness);
  show_needed (self, &options);
  show_charts (self, &options);
  val_readiness_order_show (self->order, self->readiness, &options);

  /* What the inner place lists may be gone now. */
  val_page_set_can_go_back (VAL_PAGE (self), FALSE);
  val_gtk_stack_show (self->stack, "overview");
}

static void
bar_cb (ValChartView *view, int series, int index, ValReadinessPage *self)
{
  ValAnswerOptions options = val_readiness_page_get_options (self);

  if (self->readiness == NULL || index < 0 || index > 10)
    return;
  val_readiness_people_show_level (self->people, self->readiness, &options, index);
  val_readiness_page_open_people (self);
}

static void
group_cb (ValReadinessGroups *groups, guint group, ValReadinessPage *self)
{
  ValAnswerOptions options = val_readiness_page_get_options (self);

  if (self->readiness == NULL)
    return;
  val_readiness_people_show_group (self->people, self->readiness, &options, group);
  val_readiness_page_open_people (self);
}

static void
moved_cb (ValChartView *view, int to, int from, ValReadinessPage *self)
{
  ValAnswerOptions options = val_readiness_page_get_options (self);

  if (self->readiness == NULL || self->before == NULL)
    return;
  val_readiness_people_show_movement (self->people, self->before, self->readiness, &options, from,
                                      to);
  val_readiness_page_open_people (self);
}

static void
cover_cb (ValChartView *view, int series, int index, ValReadinessPage *self)
{
  const ValCriticalSkill *critical;

  if (self->readiness == NULL || index < 0 || index >= (int) self->readiness->critical->len)
    return;
  critical = self->readiness->critical->pdata[index];
  val_page_open_skill (VAL_PAGE (self),
                       val_dataset_skill (self->readiness->dataset, critical->skill)->id);
}

static void
gap_cb (ValChartView *view, int series, int index, ValReadinessPage *self)
{
  g_autofree char *name = NULL;

  if (self->readiness == NULL)
    return;
  /* The chart shows the largest gaps only; it is asked which one it was. */
  name = val_chart_dup_cell (val_chart_view_get_chart (view), index, 0);
  for (guint i = 0; i < val_dataset_n_skills (self->readiness->dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (self->readiness->dataset, i);

      if (g_strcmp0 (skill->name, name) == 0)
        {
          val_page_open_skill (VAL_PAGE (self), skill->id);
          return;
        }
    }
}

static void
open_person_cb (ValReadinessPeople *people, gint64 id, ValReadinessPage *self)
{
  val_page_open_person (VAL_PAGE (self), id);
}

static void
open_order_cb (ValReadinessOrder *order, gint64 id, ValReadinessPage *self)
{
  val_page_open_person (VAL_PAGE (self), id);
}

static void
open_skill_cb (ValReadinessPeople *people, gint64 id, ValReadinessPage *self)
{
  val_page_open_skill (VAL_PAGE (self), id);
}

/**
 * val_readiness_page_connect:
 *
 * What a click or Enter on each part leads to.
 */
void
val_readiness_page_connect (ValReadinessPage *self)
{
  g_signal_connect (self->distribution, "activated", G_CALLBACK (bar_cb), self);
  g_signal_connect (self->movement, "activated", G_CALLBACK (moved_cb), self);
  g_signal_connect (self->cover, "activated", G_CALLBACK (cover_cb), self);
  g_signal_connect (self->gaps, "activated", G_CALLBACK (gap_cb), self);
  g_signal_connect (self->groups, "open-group", G_CALLBACK (group_cb), self);
  g_signal_connect (self->people, "open-person", G_CALLBACK (open_person_cb), self);
  g_signal_connect (self->order, "open-person", G_CALLBACK (open_order_cb), self);
  g_signal_connect (self->people, "open-skill", G_CALLBACK (open_skill_cb), self);
}
