/* val-sheet.c: a table of numbers of any size: names stick left, headings on top, totals below
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include "val-gtk-compat.h"

guint val_sheet_signals[VAL_SHEET_N_SIGNALS];

G_DEFINE_FINAL_TYPE (ValSheet, val_sheet, VAL_TYPE_GRID)

/* val_sheet_cell_clear: frees the texts and empties the cell */
void
val_sheet_cell_clear (ValSheetCell *cell)
{
  g_free (cell->text);
  g_free (cell->second);
  *cell = (ValSheetCell){ .shade = -1 };
}

static char *
dup_read_out (ValGrid *grid, guint row, guint column)
{
  ValSheet *self = VAL_SHEET (grid);

  return self->source.dup_text (self->data, row, column);
}

static void
restyle (ValGrid *grid)
{
  g_clear_object (&VAL_SHEET (grid)->layout);
}

static void
moved (ValGrid *grid)
{
  g_signal_emit (grid, val_sheet_signals[VAL_SHEET_MOVED], 0);
}

static void
val_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValSheet *self = VAL_SHEET (widget);

  GTK_WIDGET_CLASS (val_sheet_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
val_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ValSheet *self = VAL_SHEET (widget);

  GTK_WIDGET_CLASS (val_sheet_parent_class)->css_changed (widget, change);
  /* The layout follows the font by itself; sizes do not. */
  if (self->layout != NULL)
    pango_layout_context_changed (self->layout);
}

static void
clear_source (ValSheet *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  self->data = NULL;
  self->source = (ValSheetSource){ 0 };
  self->grid->measured = FALSE;
}

static void
val_sheet_dispose (GObject *object)
{
  ValSheet *self = VAL_SHEET (object);

  g_clear_pointer (&self->popover, val_gtk_drop_popover);
  clear_source (self);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (val_sheet_parent_class)->dispose (object);
}

static void
val_sheet_finalize (GObject *object)
{
  ValSheet *self = VAL_SHEET (object);

  g_free (self->corner);
  g_free (self->label);
  G_OBJECT_CLASS (val_sheet_parent_class)->finalize (object);
}

static guint
new_signal (GObjectClass *object_class, const char *name, guint n, GType third)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (object_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, n, G_TYPE_UINT, G_TYPE_UINT, third);
}

static void
val_sheet_class_init (ValSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ValGridClass *grid_class = VAL_GRID_CLASS (klass);

  object_class->dispose = val_sheet_dispose;
  object_class->finalize = val_sheet_finalize;
  widget_class->size_allocate = val_sheet_size_allocate;
  widget_class->css_changed = val_sheet_css_changed;
  grid_class->least_height = 120;
  grid_class->measure_cells = val_sheet_measure_source;
  grid_class->restyle = restyle;
  grid_class->dup_read_out = dup_read_out;
  grid_class->moved = moved;
  val_sheet_paint_class_init (grid_class);
  val_sheet_input_class_init (grid_class);
  val_sheet_signals[VAL_SHEET_ACTIVATED] = new_signal (object_class, "activated", 2, 0);
  val_sheet_signals[VAL_SHEET_ROW_ACTIVATED] = new_signal (object_class, "row-activated", 1, 0);
  val_sheet_signals[VAL_SHEET_COLUMN_ACTIVATED]
      = new_signal (object_class, "column-activated", 1, 0);
  val_sheet_signals[VAL_SHEET_MOVED] = new_signal (object_class, "moved", 0, 0);
  val_sheet_signals[VAL_SHEET_EDITED] = new_signal (object_class, "edited", 3, G_TYPE_STRING);
  val_sheet_signals[VAL_SHEET_PASTED] = new_signal (object_class, "pasted", 3, G_TYPE_STRING);
}

static void
val_sheet_init (ValSheet *self)
{
  self->grid = val_grid_get_state (VAL_GRID (self));
  self->sort_column = -1;
}

/**
 * val_sheet_new:
 * @label: what it is a table of, for screen readers
 *
 * Returns: (transfer floating): an empty sheet; put it into a #GtkScrolledWindow
 */
GtkWidget *
val_sheet_new (const char *label)
{
  GtkWidget *self = g_object_new (VAL_TYPE_SHEET, NULL);

  VAL_SHEET (self)->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * val_sheet_set_source:
 * @source: copied; %NULL: nothing to show
 * @data: for its functions
 * @destroy: (nullable): frees @data when another source comes
 *
 * The cursor stays at its place when there still is one.
 */
void
val_sheet_set_source (ValSheet *self, const ValSheetSource *source, gpointer data,
                      GDestroyNotify destroy)
{
  clear_source (self);
  g_clear_pointer (&self->popover, val_gtk_drop_popover);
  if (source != NULL)
    self->source = *source;
  self->data = data;
  self->destroy = destroy;
  self->grid->hovering = FALSE;
  val_sheet_refresh (self);
}

/**
 * val_sheet_refresh:
 *
 * Shows other numbers of the same source.
 */
void
val_sheet_refresh (ValSheet *self)
{
  val_grid_refresh (VAL_GRID (self));
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_MOVED], 0);
}

/* val_sheet_redraw: other numbers of about the same width, while something is dragged */
void
val_sheet_redraw (ValSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_grid_refresh_read_out (VAL_GRID (self));
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_MOVED], 0);
}

/* val_sheet_set_corner: @text stands over the names; nullable */
void
val_sheet_set_corner (ValSheet *self, const char *text)
{
  g_free (self->corner);
  self->corner = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* val_sheet_set_sort: marks the heading rows are sorted by; -1: none. The caller sorts. */
void
val_sheet_set_sort (ValSheet *self, int column, gboolean descending)
{
  self->sort_column = column;
  self->sort_descending = descending;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* val_sheet_set_editable: whether digits typed into a cell and blocks pasted are handed on */
void
val_sheet_set_editable (ValSheet *self, gboolean editable)
{
  self->grid->editable = editable;
}

/* val_sheet_get_cursor: FALSE when there is no cell */
gboolean
val_sheet_get_cursor (ValSheet *self, guint *ret_row, guint *ret_column)
{
  *ret_row = self->grid->row;
  *ret_column = self->grid->column;
  return val_grid_has_cursor (VAL_GRID (self));
}

/* val_sheet_set_cursor: moves the cursor and brings it into sight */
void
val_sheet_set_cursor (ValSheet *self, guint row, guint column)
{
  val_grid_move_to (VAL_GRID (self), row, column, FALSE);
}
