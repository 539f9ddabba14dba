/* val-page-report.c: reports that a page makes as PDF
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-page-report.h"

#include "val-file-choice.h"
#include "val-i18n.h"
#include "val-page-save.h"

typedef struct
{
  ValPage *page;
  ValPageGround ground;
  GFile *file;
  ValPageReportMaker make;
  gpointer data;
  GDestroyNotify free_data;
} Report;

static void
report_free (Report *report)
{
  g_object_unref (report->page);
  g_object_unref (report->ground.store);
  val_dataset_unref (report->ground.dataset);
  g_clear_object (&report->file);
  if (report->free_data != NULL)
    report->free_data (report->data);
  g_free (report);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Report *report = data;
  GError *error = NULL;
  GBytes *bytes = report->make (&report->ground, report->data, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    val_page_write (report->page, report->file, bytes);
  else
    val_page_warn (report->page, error->message);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Report) report = data;
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;
  report->file = g_object_ref (file);
  task = g_task_new (report->page, NULL, made_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&report), (GDestroyNotify) report_free);
  g_task_run_in_thread (task, make_thread);
}

/**
 * val_page_make_report:
 * @self: the page
 * @stem: of the file's name that is offered, translated
 * @day: stands behind it in the name
 * @make: is called in a worker once the place is chosen
 * @data: (transfer full) (nullable): for it
 * @free_data: (nullable): frees @data, in the main thread or the worker
 *
 * Asks where to, makes the report and writes it; says how it went. The session has a dataset. Main
 * thread.
 */
void
val_page_make_report (ValPage *self, const char *stem, ValDay day, ValPageReportMaker make,
                      gpointer data, GDestroyNotify free_data)
{
  const ValFileType types[] = { { _("Document (PDF)"), "*.pdf" } };
  ValSession *session = val_page_get_session (self);
  g_autofree char *iso = val_day_to_iso (day);
  g_autofree char *file_name = g_strdup_printf ("%s-%s.pdf", stem, iso);
  Report *report = g_new0 (Report, 1);

  report->page = g_object_ref (self);
  report->ground.store = g_object_ref (val_session_get_store (session));
  report->ground.dataset = val_dataset_ref (val_session_get_dataset (session));
  report->ground.today = val_session_get_today (session);
  report->make = make;
  report->data = data;
  report->free_data = free_data;
  val_file_choice_save (GTK_WIDGET (self), _("Report as PDF"), file_name, types,
                        G_N_ELEMENTS (types), chosen_cb, report);
}

/**
 * val_page_may_name:
 * @self: the page
 *
 * A report about people names them, and is not made while names are hidden.
 *
 * Returns: whether names are shown; if not, the user has been told. Main thread.
 */
gboolean
val_page_may_name (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);

  if (!val_session_get_hide_names (val_page_get_session (self)))
    return TRUE;
  val_page_say (self, _("Names are hidden. Show them again to make a report that names people."));
  return FALSE;
}
