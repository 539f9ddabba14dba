/* val-person-readiness.c: how ready one person is, and was
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-answer.h"
#include "val-chart-view.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-line-chart.h"
#include "val-person-parts.h"
#include "val-readiness.h"
#include "val-text-label.h"

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  ValDay first = *(const ValDay *) a;
  ValDay second = *(const ValDay *) b;

  return (first > second) - (first < second);
}

/* Every day on which a score changed something, and today. */
static GArray *
dup_days (ValDataset *dataset, guint person, ValDay today)
{
  const ValScores *scores = val_dataset_scores (dataset, person);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (ValDay));
  guint kept = 0;

  for (guint i = 0; scores != NULL && i < scores->n; i++)
    {
      ValDay day = scores->scores[i].day;

      if (day <= today)
        g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (kept == 0 || g_array_index (days, ValDay, kept - 1) != g_array_index (days, ValDay, i))
      g_array_index (days, ValDay, kept++) = g_array_index (days, ValDay, i);
  g_array_set_size (days, kept);
  if (kept > 0 && g_array_index (days, ValDay, kept - 1) < today)
    g_array_append_val (days, today);
  return days;
}

/* The finding of the line: where it comes from and where it stands. */
static char *
dup_finding (double first, double last, ValDay since, ValDay today)
{
  g_autofree char *then = val_format_number (first, 1);
  g_autofree char *now = val_format_number (last, 1);
  g_autofree char *when = val_format_date (since, VAL_DATE_MONTH, today);

  if (g_strcmp0 (then, now) == 0)
    /* Translators: a mean level, and a month with its year */
    return g_strdup_printf (_("Unchanged at %1$s; first assessed: %2$s"), now, when);
  /* Translators: two mean levels and the month of the first; an arrow is understood everywhere */
  return g_strdup_printf (_("%1$s → %2$s; first assessed: %3$s"), then, now, when);
}

static void
add_history (GtkWidget *content, ValDataset *dataset, guint person, ValDay today)
{
  g_autoptr (GArray) days = dup_days (dataset, person, today);
  g_autofree double *means = g_new (double, MAX (days->len, 1));
  g_autoptr (ValChart) chart = NULL;
  g_autofree char *finding = NULL;
  GtkWidget *view;
  guint kept = 0;

  val_readiness_person_means (dataset, person, (const ValDay *) days->data, days->len, means);
  for (guint i = 0; i < days->len; i++)
    {
      if (isnan (means[i]))
        continue;
      g_array_index (days, ValDay, kept) = g_array_index (days, ValDay, i);
      means[kept++] = means[i];
    }
  if (kept < 2)
    return;
  finding = dup_finding (means[0], means[kept - 1], g_array_index (days, ValDay, 0), today);
  chart = val_line_chart_new (FALSE);
  val_chart_set_title (chart, finding);
  val_line_chart_set (VAL_LINE_CHART (chart), (const ValDay *) days->data, means, kept, 0, 10,
                      C_("series", "Readiness"));
  view = val_chart_view_new (chart);
  gtk_widget_set_size_request (view, 220, 200);
  gtk_widget_set_margin_top (view, 12);
  gtk_box_append (GTK_BOX (content), view);
}

/**
 * val_person_readiness_new:
 * @session: the session
 * @person: index of the person
 *
 * Returns: (transfer floating): a card with level, mean, how much of it is assessed, and the way
 *   there
 */
GtkWidget *
val_person_readiness_new (ValSession *session, guint person)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValPerson *who = val_dataset_person (dataset, person);
  ValDay today = val_session_get_today (session);
  ValAgentReadiness agent;
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Readiness"), &content);
  const ValBand *band;

  /* Who has left is shown as on the last day here. */
  if (who->leave != VAL_DAY_NONE && who->leave <= today)
    today = who->leave - 1;
  agent = val_readiness_person (dataset, person, today);
  if (agent.level < 0)
    gtk_box_append (GTK_BOX (content), new_label (_("Not assessed yet"), "title-4"));
  else
    {
      g_autofree char *level = val_format_integer (agent.level);
      g_autofree char *headline = val_format_replace (_("Level %s of 10"), level);
      g_autofree char *mean = val_format_number (agent.mean, 1);
      /* Translators: %s is a mean level with one decimal */
      g_autofree char *mean_text = val_format_replace (_("mean %s"), mean);

      gtk_box_append (GTK_BOX (content), new_label (headline, "title-1"));
      band = val_dataset_band_of_level (dataset, agent.level);
      if (band != NULL)
        {
          g_autofree char *line = g_strdup_printf ("%s · %s", val_band_get_name (band), mean_text);
          gtk_box_append (GTK_BOX (content), new_label (line, "dim-label"));
        }
      else
        gtk_box_append (GTK_BOX (content), new_label (mean_text, "dim-label"));
    }
  if (agent.required > 0)
    {
      g_autofree char *scored = val_format_integer (agent.scored);
      g_autofree char *required = val_format_integer (agent.required);
      /* Translators: skills with a score, skills required */
      g_autofree char *n = g_strdup_printf (_("%1$s of %2$s required skills assessed"), scored,
                                            required);
      gtk_box_append (GTK_BOX (content), new_label (n, "dim-label"));
    }
  add_history (content, dataset, person, today);
  return card;
}

/**
 * val_person_radar_new:
 * @session: the session
 * @person: index of the person
 *
 * Returns: (transfer floating): a card with the skills beside the role’s demand
 */
GtkWidget *
val_person_radar_new (ValSession *session, guint person)
{
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (ValChart) chart
      = val_answer_radar_chart (dataset, person, val_session_get_today (session));
  GtkWidget *content, *view;
  gboolean is_empty = val_chart_get_n_rows (chart) == 0;
  /* The picture brings its own heading: what it shows. */
  GtkWidget *card
      = val_person_card_new (is_empty ? _("Skills beside the role’s demand") : NULL, &content);

  if (is_empty)
    {
      gtk_box_append (GTK_BOX (content),
                      new_label (_("The picture appears with the first score or with a role that "
                                   "requires skills."),
                                 "dim-label"));
      return card;
    }
  view = val_chart_view_new (chart);
  gtk_widget_set_size_request (view, 260, -1);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (content), view);
  return card;
}
