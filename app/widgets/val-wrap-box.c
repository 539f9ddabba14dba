/* val-wrap-box.c: widgets in lines, as many lines as it takes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-wrap-box.h"

#include "val-gtk-compat.h"

/* Unlike a flow box: children keep their own widths, and one that stands in a header bar asks for
 * one line. The first child of a line that expands takes what is left on it. */
struct _ValWrapBox
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ValWrapBox, val_wrap_box, GTK_TYPE_WIDGET)

typedef struct
{
  int width, height;
} Size;

static Size
natural_size (GtkWidget *child, int available)
{
  Size size = { 0, 0 };
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &size.width, NULL, NULL);
  if (available >= 0 && size.width > available)
    size.width = MAX (minimum, available);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  return size;
}

/* What is left on the line that begins with @child, for the one that expands, and how high the line
 * is. */
static int
measure_line (ValWrapBox *self, GtkWidget *child, int width, int *ret_height)
{
  int x = 0;

  *ret_height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Size size;

      if (!gtk_widget_should_layout (child))
        continue;
      size = natural_size (child, width);
      if (x > 0 && x + size.width > width)
        break;
      x += size.width + self->spacing;
      *ret_height = MAX (*ret_height, size.height);
    }
  return MAX (width - x + self->spacing, 0);
}

/* Goes through the children line by line; with @allocate they are put in their places, in the
 * middle of each line where the box itself stands in the middle. Returns the height of all
 * lines. */
static int
walk (ValWrapBox *self, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean centred = gtk_widget_get_halign (GTK_WIDGET (self)) == GTK_ALIGN_CENTER;
  int x = 0, y = 0, line = 0, spare = 0, indent = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Size size;

      if (!gtk_widget_should_layout (child))
        continue;
      size = natural_size (child, width);
      if (x > 0 && x + size.width > width)
        {
          y += line + self->spacing;
          x = 0;
        }
      if (x == 0)
        {
          spare = measure_line (self, child, width, &line);
          indent = centred ? spare / 2 : 0;
        }
      if (gtk_widget_get_hexpand (child))
        {
          size.width += spare;
          spare = 0;
        }
      if (allocate)
        {
          GtkAllocation place
              = { mirrored ? width - indent - x - size.width : indent + x,
                  y + (line - size.height) / 2, size.width, size.height };

          gtk_widget_size_allocate (child, &place, -1);
        }
      x += size.width + self->spacing;
    }
  return y + line;
}

static GtkSizeRequestMode
val_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
val_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValWrapBox *self = VAL_WRAP_BOX (widget);
  int least = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      least = MAX (least, child_minimum);
      sum += child_natural + (sum > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (sum, least);
    }
  else
    *minimum = *natural = walk (self, for_size >= 0 ? for_size : sum, FALSE);
}

static void
val_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  walk (VAL_WRAP_BOX (widget), width, TRUE);
}

static void
val_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (val_wrap_box_parent_class)->dispose (object);
}

static void
val_wrap_box_class_init (ValWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_wrap_box_dispose;
  widget_class->get_request_mode = val_wrap_box_get_request_mode;
  widget_class->measure = val_wrap_box_measure;
  widget_class->size_allocate = val_wrap_box_size_allocate;
}

static void
val_wrap_box_init (ValWrapBox *self)
{
}

/**
 * val_wrap_box_new:
 * @spacing: pixels between children and between lines
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
val_wrap_box_new (int spacing)
{
  ValWrapBox *self = g_object_new (VAL_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * val_wrap_box_append:
 * @child: (transfer floating): comes last
 */
void
val_wrap_box_append (ValWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (VAL_IS_WRAP_BOX (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (GTK_IS_BUTTON (child))
    val_gtk_wrap_words (child);
  else if (GTK_IS_LABEL (child))
    gtk_label_set_wrap (GTK_LABEL (child), TRUE);
}
