/* val-readiness-export.c: the answer as text, picture and report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-gtk-compat.h"
#include "val-i18n.h"
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
  ValReadinessPage *page;
  GFile *file;
  ValReadiness *readiness;
  ValReadiness *before;
  ValAnswerOptions options;
} Report;

static void
report_free (Report *report)
{
  g_object_unref (report->page);
  g_object_unref (report->file);
  val_readiness_unref (report->readiness);
  g_clear_pointer (&report->before, val_readiness_unref);
  g_free (report);
}

static void
report_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Report *report = data;
  GError *error = NULL;
  GBytes *bytes = val_report_readiness (report->readiness, &report->options, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
report_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    val_page_write (VAL_PAGE (report->page), report->file, bytes);
  else
    val_page_warn (VAL_PAGE (report->page), error->message);
}

static void
report_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValReadinessPage) self = data;
  g_autoptr (GTask) task = NULL;
  Report *report;

  if (file == NULL || self->readiness == NULL)
    return;
  report = g_new0 (Report, 1);
  report->page = g_object_ref (self);
  report->file = g_object_ref (file);
  report->readiness = val_readiness_ref (self->readiness);
  report->before = self->before != NULL ? val_readiness_ref (self->before) : NULL;
  report->options = val_readiness_page_get_options (self);
  report->options.compare = report->before;
  task = g_task_new (self, NULL, report_cb, NULL);
  g_task_set_task_data (task, report, (GDestroyNotify) report_free);
  g_task_run_in_thread (task, report_thread);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValReadinessPage *self = data;
  const ValFileType types[] = { { _("Document (PDF)"), "*.pdf" } };
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (self->readiness == NULL)
    return;
  day = val_day_to_iso (self->readiness->query.on);
  name = g_strdup_printf ("%s-%s.pdf", C_ ("file name", "readiness"), day);
  val_gtk_choose_save (GTK_WIDGET (self), _("Report as PDF"), name, types, G_N_ELEMENTS (types),
                       report_chosen_cb, g_object_ref (self));
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
