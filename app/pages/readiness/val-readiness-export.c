/* val-readiness-export.c: the answer as text, picture and report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"
#include "val-page-report.h"
#include "val-page-save.h"
#include "val-readiness-page-private.h"

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValReadinessPage *self = data;
  ValAnswerOptions options = val_readiness_page_get_options (self);
  g_autofree char *text = NULL;

  if (self->readiness == NULL)
    return;
  text = val_answer_paragraph (self->readiness, &options);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  val_page_say (VAL_PAGE (self), _("Answer copied"));
}

static void
save_picture (ValReadinessPage *self, ValChart *chart, const char *what)
{
  g_autofree char *day = val_day_to_iso (self->readiness->query.on);
  g_autofree char *stem = g_strconcat (what, "-", day, NULL);

  if (chart != NULL)
    val_page_save_picture (VAL_PAGE (self), chart, stem);
}

static void
picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValReadinessPage *self = data;
  ValAnswerOptions options = val_readiness_page_get_options (self);
  g_autoptr (ValChart) chart = NULL;

  if (self->readiness == NULL)
    return;
  /* A chart of its own: the one on screen is laid out for the screen. */
  chart = val_answer_distribution_chart (self->readiness, &options);
  save_picture (self, chart, C_ ("file name", "readiness"));
}

static void
chart_picture_cb (ValChartView *view, ValReadinessPage *self)
{
  ValAnswerOptions options = val_readiness_page_get_options (self);
  g_autoptr (ValChart) chart = NULL;

  if (self->readiness == NULL)
    return;
  if (view == self->cover)
    chart = val_answer_cover_chart (self->readiness);
  else if (view == self->gaps)
    chart = val_answer_gaps_chart (self->readiness);
  else if (view == self->movement)
    chart = val_answer_movement_chart (self->readiness, &options);
  else
    chart = val_answer_distribution_chart (self->readiness, &options);
  save_picture (self, chart,
                view == self->cover      ? C_ ("file name", "cover")
                : view == self->gaps     ? C_ ("file name", "gaps")
                : view == self->movement ? C_ ("file name", "movement")
                                         : C_ ("file name", "readiness"));
}

typedef struct
{
  ValReadiness *readiness;
  ValReadiness *before;
  ValAnswerOptions options;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  val_readiness_unref (report->readiness);
  g_clear_pointer (&report->before, val_readiness_unref);
  g_free (report);
}

static GBytes *
make_report (const ValPageGround *ground, gpointer data, GError **error)
{
  const Report *report = data;

  return val_report_readiness (report->readiness, &report->options, error);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValReadinessPage *self = data;
  Report *report;

  if (self->readiness == NULL)
    return;
  report = g_new0 (Report, 1);
  report->readiness = val_readiness_ref (self->readiness);
  report->before = self->before != NULL ? val_readiness_ref (self->before) : NULL;
  report->options = val_readiness_page_get_options (self);
  report->options.compare = report->before;
  val_page_make_report (VAL_PAGE (self), C_ ("file name", "readiness"), self->readiness->query.on,
                        make_report, report, report_free);
}

static const GActionEntry entries[] = {
  { "copy", copy_cb },
  { "picture", picture_cb },
  { "print", print_cb },
};

/**
 * val_readiness_page_add_actions:
 *
 * Actions, and the charts' own "save as picture".
 */
void
val_readiness_page_add_actions (ValReadinessPage *self)
{
  ValChartView *views[] = { self->distribution, self->cover, self->gaps, self->movement };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_signal_connect (views[i], "save-picture", G_CALLBACK (chart_picture_cb), self);
}
