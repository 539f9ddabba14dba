/* val-performance-parts.c: what the views of the page are built from
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-parts.h"
#include "val-scrolled.h"
#include "val-text-label.h"

/* Room for two lines always, so that nothing jumps while the cursor moves. */
#define READ_OUT 44

/* val_performance_text_new: (transfer floating) */
GtkLabel *
val_performance_text_new (const char *css_class)
{
  GtkWidget *label = val_text_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* val_performance_read_out_new: (transfer floating): @sheet is a ValSheet */
GtkLabel *
val_performance_read_out_new (GtkWidget *sheet)
{
  GtkLabel *label = val_performance_text_new ("dim-label");

  gtk_widget_add_css_class (GTK_WIDGET (label), "val-number");
  gtk_widget_set_size_request (GTK_WIDGET (label), -1, READ_OUT);
  gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_START);
  gtk_label_set_yalign (label, 0);
  g_object_bind_property (sheet, "read-out", label, "label", 0);
  return label;
}

/* val_performance_scrolled_new: (transfer floating) */
GtkWidget *
val_performance_scrolled_new (GtkWidget *box)
{
  gtk_widget_add_css_class (box, "val-page-content");
  return val_scrolled_new (box);
}
