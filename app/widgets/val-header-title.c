/* val-header-title.c: the title of a window, whole at any width
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-header-title.h"

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* In one line wherever there is room for it. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

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
  GtkWidget *label = new_label ("title");

  g_object_bind_property (window, "title", label, "label", G_BINDING_SYNC_CREATE);
  return label;
}

/**
 * val_header_title_new_two:
 * @ret_title: (out) (transfer none): a #GtkLabel
 * @ret_subtitle: (out) (transfer none): the one below it
 *
 * The same with a second, smaller text.
 *
 * Returns: (transfer floating): what holds both
 */
GtkWidget *
val_header_title_new_two (GtkWidget **ret_title, GtkWidget **ret_subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), *ret_title = new_label ("title"));
  gtk_box_append (GTK_BOX (box), *ret_subtitle = new_label ("subtitle"));
  return box;
}
