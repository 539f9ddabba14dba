/* val-line.c: widgets beside each other, as high as their texts are at the widths they get
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-line.h"

/* Where a text wraps, a horizontal GtkBox of GTK 4.8 asks it how wide it is at a height, and the
 * text finds out by halving: seventy times it is broken into lines before a row is laid out. Here
 * widths are given first, from the smallest and natural ones, and heights follow. Children that wrap
 * are better left to fill: an align of their own makes GTK ask the same. */
struct _ValLine
{
  GtkWidget parent_instance;

  int spacing;
  GtkAlign align;
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (ValLine, val_line, GTK_TYPE_WIDGET)

/* The children that are laid out with their smallest and natural widths. Returns the spacing between
 * all of them. */
static int
collect (ValLine *self, GArray *sizes, guint *ret_expanding)
{
  *ret_expanding = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { child, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size,
                          &size.natural_size, NULL, NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        ++*ret_expanding;
      g_array_append_val (sizes, size);
    }
  return sizes->len > 1 ? (int) (sizes->len - 1) * self->spacing : 0;
}

/* Makes the smallest size of each child what it gets of @width. */
static GArray *
share_out (ValLine *self, int width)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  guint expanding;
  int left = width - collect (self, sizes, &expanding);

  for (guint i = 0; i < sizes->len; i++)
    left -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  if (left > 0)
    left = gtk_distribute_natural_allocation (left, sizes->len,
                                              (GtkRequestedSize *) (gpointer) sizes->data);
  for (guint i = 0; i < sizes->len && left > 0 && expanding > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int more = left / (int) expanding;

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += more;
      left -= more;
      expanding--;
    }
  return sizes;
}

static void
measure_width (ValLine *self, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  guint expanding;

  *minimum = *natural = collect (self, sizes, &expanding);
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum += g_array_index (sizes, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (sizes, GtkRequestedSize, i).natural_size;
    }
}

/* Under each other: as wide as the widest, as high as all of them at @width. */
static void
measure_stack (ValLine *self, GtkOrientation orientation, int width, int *minimum, int *natural)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, width, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
          continue;
        }
      *minimum += child_minimum + (n > 0 ? self->spacing : 0);
      *natural += child_natural + (n > 0 ? self->spacing : 0);
      n++;
    }
}

static void
allocate_stack (ValLine *self, int width)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, y, width, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      y += place.height + self->spacing;
    }
}

static GtkSizeRequestMode
val_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
val_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValLine *self = VAL_LINE (widget);
  g_autoptr (GArray) sizes = NULL;
  int least;

  if (self->stacked)
    {
      measure_stack (self, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                     minimum, natural);
      return;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (self, &least, &for_size);
  sizes = share_out (self, for_size);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int child_minimum, child_natural;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
val_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValLine *self = VAL_LINE (widget);
  g_autoptr (GArray) sizes = NULL;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  if (self->stacked)
    {
      allocate_stack (self, width);
      return;
    }
  sizes = share_out (self, width);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      GtkAllocation place = { mirrored ? width - x - size->minimum_size : x, 0,
                              size->minimum_size, height };

      if (self->align != GTK_ALIGN_FILL)
        {
          gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, NULL,
                              &place.height, NULL, NULL);
          place.height = MIN (place.height, height);
          if (self->align == GTK_ALIGN_CENTER)
            place.y = (height - place.height) / 2;
        }
      gtk_widget_size_allocate (size->data, &place, -1);
      x += size->minimum_size + self->spacing;
    }
}

static void
val_line_compute_expand (GtkWidget *widget, gboolean *horizontal, gboolean *vertical)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *horizontal = *horizontal || gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vertical = *vertical || gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
val_line_dispose (GObject *object)
{
  val_line_clear (VAL_LINE (object));
  G_OBJECT_CLASS (val_line_parent_class)->dispose (object);
}

static void
val_line_class_init (ValLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_line_dispose;
  widget_class->compute_expand = val_line_compute_expand;
  widget_class->get_request_mode = val_line_get_request_mode;
  widget_class->measure = val_line_measure;
  widget_class->size_allocate = val_line_size_allocate;
  /* What the style says of boxes in rows is meant for it too. */
  gtk_widget_class_set_css_name (widget_class, "box");
}

static void
val_line_init (ValLine *self)
{
}

/**
 * val_line_new:
 * @spacing: pixels between children
 * @align: where children stand that are less high than the line: %GTK_ALIGN_START, %GTK_ALIGN_CENTER,
 *   or %GTK_ALIGN_FILL: all are made as high
 *
 * What a horizontal #GtkBox is, for rows with texts that wrap.
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
val_line_new (int spacing, GtkAlign align)
{
  ValLine *self = g_object_new (VAL_TYPE_LINE, NULL);

  self->spacing = spacing;
  self->align = align;
  return GTK_WIDGET (self);
}

/**
 * val_line_append:
 * @child: (transfer floating): comes last; it takes what is left of the width if it expands
 */
void
val_line_append (ValLine *self, GtkWidget *child)
{
  g_return_if_fail (VAL_IS_LINE (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * val_line_clear:
 *
 * Takes all children away.
 */
void
val_line_clear (ValLine *self)
{
  GtkWidget *child;

  g_return_if_fail (VAL_IS_LINE (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/**
 * val_line_set_stacked:
 * @stacked: whether the children are under each other, where it is narrow
 */
void
val_line_set_stacked (ValLine *self, gboolean stacked)
{
  g_return_if_fail (VAL_IS_LINE (self));
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
