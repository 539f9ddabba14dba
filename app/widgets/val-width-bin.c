/* val-width-bin.c: tells its content how wide it has become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-width-bin.h"

/* No page may ask for more than the narrowest window gives. */
#define SMALLEST_WIDTH 320

/**
 * ValWidthBin:
 *
 * A widget around one child that asks for little width, whatever the child asks for, and says by
 * "width-changed" how much there is, so that the child can be rearranged. Between the two the
 * child may be cut for one frame.
 */
struct _ValWidthBin
{
  GtkWidget parent_instance;
  GtkWidget *child;
  guint idle;
  int width;
};

G_DEFINE_FINAL_TYPE (ValWidthBin, val_width_bin, GTK_TYPE_WIDGET)

enum
{
  WIDTH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_CHILD = 1
};

static gboolean
tell_cb (gpointer data)
{
  ValWidthBin *self = data;

  self->idle = 0;
  g_signal_emit (self, signals[WIDTH_CHANGED], 0, self->width);
  return G_SOURCE_REMOVE;
}

static void
val_width_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValWidthBin *self = VAL_WIDTH_BIN (widget);
  int least;

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      *minimum = MIN (*minimum, SMALLEST_WIDTH);
      return;
    }
  if (for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
val_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValWidthBin *self = VAL_WIDTH_BIN (widget);
  int least_width, least_height;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL,
                          NULL);
      least_width = MAX (width, least_width);
      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL,
                          NULL, NULL);
      gtk_widget_allocate (self->child, least_width, MAX (height, least_height), baseline, NULL);
    }
  if (width != self->width)
    {
      self->width = width;
      if (self->idle == 0)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
    }
}

static GtkSizeRequestMode
val_width_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
val_width_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValWidthBin *self = VAL_WIDTH_BIN (object);

  if (id != PROP_CHILD)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    {
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
    }
}

static void
val_width_bin_dispose (GObject *object)
{
  ValWidthBin *self = VAL_WIDTH_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (val_width_bin_parent_class)->dispose (object);
}

static void
val_width_bin_class_init (ValWidthBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_width_bin_dispose;
  G_OBJECT_CLASS (klass)->set_property = val_width_bin_set_property;
  widget_class->measure = val_width_bin_measure;
  widget_class->size_allocate = val_width_bin_size_allocate;
  widget_class->get_request_mode = val_width_bin_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[WIDTH_CHANGED] = g_signal_new ("width-changed", VAL_TYPE_WIDTH_BIN, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_CHILD,
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
val_width_bin_init (ValWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * val_width_bin_new:
 * @child: its content
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
val_width_bin_new (GtkWidget *child)
{
  return g_object_new (VAL_TYPE_WIDTH_BIN, "child", child, NULL);
}
