/* val-print.h: pages that are printed through the system's dialog
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws page @page, counted from 0, onto the whole sheet of paper; in points. */
typedef void (*ValPrintDraw) (cairo_t *cr, guint page, gpointer data);
/* It could not be printed. */
typedef void (*ValPrintFailed) (GError *error, gpointer data);

/**
 * ValPrintJob: what is to be printed
 */
typedef struct
{
  const char *name;  /* translated; what the list of the printer says */
  const char *paper; /* as GtkPaperSize calls it: GTK_PAPER_NAME_A4 */
  guint n_pages;
  ValPrintDraw draw;
  ValPrintFailed failed;
} ValPrintJob;

void val_print (GtkWindow *window, const ValPrintJob *job, gpointer data,
                GDestroyNotify free_data);

G_END_DECLS
