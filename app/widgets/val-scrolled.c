/* val-scrolled.c: what is as high as it is at its width, and scrolls
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scrolled.h"

/* A GtkScrolledWindow asks its content how high it is without saying how wide, each time, and makes
 * nothing of the answer unless it is to be as high itself. Every text is broken into lines twice for
 * that, at widths it never gets: half of what a page costs when it is first shown. Between the two
 * this answers for the content. */
struct _ValTallBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

#define VAL_TYPE_TALL_BIN (val_tall_bin_get_type ())
G_DECLARE_FINAL_TYPE (ValTallBin, val_tall_bin, VAL, TALL_BIN, GtkWidget)
G_DEFINE_FINAL_TYPE (ValTallBin, val_tall_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
val_tall_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
val_tall_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValTallBin *self = VAL_TALL_BIN (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  else if (for_size >= 0)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
val_tall_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (VAL_TALL_BIN (widget)->child, width, height, baseline, NULL);
}

static void
val_tall_bin_dispose (GObject *object)
{
  g_clear_pointer (&VAL_TALL_BIN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (val_tall_bin_parent_class)->dispose (object);
}

static void
val_tall_bin_class_init (ValTallBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_tall_bin_dispose;
  widget_class->get_request_mode = val_tall_bin_get_request_mode;
  widget_class->measure = val_tall_bin_measure;
  widget_class->size_allocate = val_tall_bin_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
val_tall_bin_init (ValTallBin *self)
{
}

/**
 * val_scrolled_new:
 * @content: (transfer floating): stays visible
 *
 * For content with texts, that scrolls up and down. Not for what is to be as high as its content where
 * there is room (#GtkScrolledWindow:propagate-natural-height).
 *
 * Returns: (transfer floating): a #GtkScrolledWindow
 */
GtkWidget *
val_scrolled_new (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  ValTallBin *bin = g_object_new (VAL_TYPE_TALL_BIN, NULL);

  bin->child = content;
  gtk_widget_set_parent (content, GTK_WIDGET (bin));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bin));
  return scrolled;
}
