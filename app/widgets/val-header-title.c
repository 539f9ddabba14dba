/* val-header-title.c: the title of a window, whole at any width
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-header-title.h"

/**
 * val_header_title_new:
 * @window: whose title it shows, as it changes
 *
 * For a header bar: that of its own ends in dots where a long title stands between two buttons;
 * this one goes on in a second line.
 *
 * Returns: (transfer floating): a #GtkLabel
 */
GtkWidget *
val_header_title_new (GtkWindow *window)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "title");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* In one line wherever there is room for it. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  g_object_bind_property (window, "title", label, "label", G_BINDING_SYNC_CREATE);
  return label;
}
