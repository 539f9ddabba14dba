/* val-print.c: pages that are printed through the system's dialog
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-print.h"

typedef struct
{
  ValPrintDraw draw;
  ValPrintFailed failed;
  gpointer data;
  GDestroyNotify free_data;
} Printing;

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  printing->draw (gtk_print_context_get_cairo_context (context), (guint) page, printing->data);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult outcome, Printing *printing)
{
  g_autoptr (GError) error = NULL;

  if (outcome != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  printing->failed (error, printing->data);
}

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  printing->free_data (printing->data);
  g_free (printing);
}

/**
 * val_print:
 * @window: the window that asks
 * @job: is copied
 * @data: (transfer full): for the functions of @job
 * @free_data: frees @data when all is done, printed or not
 *
 * Opens the system's dialog and returns; the pages are drawn when the user has said where to. Main
 * thread.
 */
void
val_print (GtkWindow *window, const ValPrintJob *job, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (job->paper);
  Printing *printing = g_new0 (Printing, 1);

  printing->draw = job->draw;
  printing->failed = job->failed;
  printing->data = data;
  printing->free_data = free_data;
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job->name);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printing);
  /* The operation lives until it is done, and takes this with it. */
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), printing, printing_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
