/* val-sheet.c: a table of numbers of any size: names stick left, headings on top, totals below
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include <adwaita.h>

/* Below this width names are shortened. */
#define NARROW 560

enum
{
  PROP_0,
  PROP_READ_OUT,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

guint val_sheet_signals[VAL_SHEET_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ValSheet, val_sheet, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* val_sheet_cell_clear: frees the texts and empties the cell */
void
val_sheet_cell_clear (ValSheetCell *cell)
{
  g_free (cell->text);
  g_free (cell->second);
  *cell = (ValSheetCell){ .shade = -1 };
}

static void
choose_palette (ValSheet *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  ValPaletteKind kind = dark ? VAL_PALETTE_DARK : VAL_PALETTE_LIGHT;

  if (adw_style_manager_get_high_contrast (manager))
    kind = dark ? VAL_PALETTE_DARK_CONTRAST : VAL_PALETTE_LIGHT_CONTRAST;
  self->palette = val_palette_get (kind);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Places ---- */

/* val_sheet_scroll: how far it is scrolled to the right (0) or down (1), in pixels */
int
val_sheet_scroll (ValSheet *self, int which)
{
  return self->adjustments[which] != NULL
             ? (int) gtk_adjustment_get_value (self->adjustments[which])
             : 0;
}

static guint
n_body (ValSheet *self)
{
  return self->source.n_rows - MIN (self->source.n_footer, self->source.n_rows);
}

/* val_sheet_footer_y: right below the last row when there is room, else at the lower edge */
int
val_sheet_footer_y (ValSheet *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gint64 end = self->header + (gint64) n_body (self) * self->row_height;

  if (self->source.n_footer == 0)
    return height;
  return (int) MIN (end, height - (gint64) self->source.n_footer * self->row_height);
}

/* val_sheet_cell_x: where a column begins on the screen; the column after the last: its end */
int
val_sheet_cell_x (ValSheet *self, guint column)
{
  return self->names + g_array_index (self->places, int, column) - val_sheet_scroll (self, 0);
}

/* val_sheet_cell_y: where a row begins on the screen */
int
val_sheet_cell_y (ValSheet *self, guint row)
{
  guint body = n_body (self);

  if (row >= body)
    return val_sheet_footer_y (self) + (int) (row - body) * self->row_height;
  return self->header + (int) row * self->row_height - val_sheet_scroll (self, 1);
}

/* val_sheet_hit: what lies at a place */
ValSheetPart
val_sheet_hit (ValSheet *self, double x, double y, guint *ret_row, guint *ret_column)
{
  int footer = val_sheet_footer_y (self);
  guint body = n_body (self), row, column = 0;

  *ret_row = *ret_column = 0;
  if (!self->measured || self->row_height == 0)
    return VAL_SHEET_PART_NONE;
  while (column < self->source.n_columns && val_sheet_cell_x (self, column + 1) <= x)
    column++;
  if (y < self->header)
    {
      *ret_column = column;
      return x >= self->names && column < self->source.n_columns ? VAL_SHEET_PART_HEADING
                                                                 : VAL_SHEET_PART_NONE;
    }
  row = y >= footer ? body + (guint) ((y - footer) / self->row_height)
                    : (guint) ((y - self->header + val_sheet_scroll (self, 1)) / self->row_height);
  if (row >= self->source.n_rows || (y < footer && row >= body))
    return VAL_SHEET_PART_NONE;
  *ret_row = row;
  *ret_column = MIN (column, MAX (self->source.n_columns, 1) - 1);
  if (x < self->names)
    return VAL_SHEET_PART_NAME;
  return column < self->source.n_columns ? VAL_SHEET_PART_CELL : VAL_SHEET_PART_NONE;
}

static void
configure_adjustments (ValSheet *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper[2] = { 0, self->header + (double) self->source.n_rows * self->row_height };
  double page[2] = { width, height };

  if (self->places->len > 0)
    upper[0] = self->names + g_array_index (self->places, int, self->places->len - 1);
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        double most = MAX (upper[i], page[i]);
        double value = gtk_adjustment_get_value (self->adjustments[i]);

        gtk_adjustment_configure (self->adjustments[i], CLAMP (value, 0, most - page[i]), 0, most,
                                  MAX (self->row_height, 1), page[i] * 0.9, page[i]);
      }
}

/* val_sheet_ensure_measured: brings sizes up to date; cheap when nothing changed */
void
val_sheet_ensure_measured (ValSheet *self)
{
  if (self->measured || self->source.fill == NULL)
    return;
  val_sheet_measure_source (self);
  self->measured = TRUE;
  self->row = MIN (self->row, MAX (self->source.n_rows, 1) - 1);
  self->column = MIN (self->column, MAX (self->source.n_columns, 1) - 1);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
}

/* ---- The widget ---- */

static void
val_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValSheet *self = VAL_SHEET (widget);
  gboolean narrow = width < NARROW;

  if (narrow != self->narrow)
    self->measured = FALSE;
  self->narrow = narrow;
  val_sheet_ensure_measured (self);
  configure_adjustments (self);
  if (self->scroll_later)
    val_sheet_scroll_to_cursor (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
val_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValSheet *self = VAL_SHEET (widget);
  gint64 wanted;

  val_sheet_ensure_measured (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      wanted = self->places->len > 0
                   ? self->names + g_array_index (self->places, int, self->places->len - 1)
                   : 0;
    }
  else
    {
      *minimum = 120;
      wanted = self->header + (gint64) self->source.n_rows * self->row_height;
    }
  *natural = (int) CLAMP (wanted, *minimum, 1 << 14);
}

static void
val_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValSheet *self = VAL_SHEET (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->source.fill == NULL || width <= 0 || height <= 0)
    return;
  val_sheet_ensure_measured (self);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  val_sheet_paint (self, cr);
  cairo_destroy (cr);
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
val_sheet_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ValSheet *self = VAL_SHEET (widget);

  GTK_WIDGET_CLASS (val_sheet_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&self->layout);
  self->measured = FALSE;
  gtk_widget_queue_resize (widget);
}

static void
value_changed_cb (ValSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (ValSheet *self, int which, GtkAdjustment *adjustment)
{
  if (self->adjustments[which] == adjustment && adjustment != NULL)
    return;
  if (self->adjustments[which] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[which], value_changed_cb, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_clear_object (&self->adjustments[which]);
  self->adjustments[which] = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  configure_adjustments (self);
}

static void
val_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValSheet *self = VAL_SHEET (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, id == PROP_VADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id == PROP_VSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValSheet *self = VAL_SHEET (object);

  switch (id)
    {
    case PROP_READ_OUT:
      g_value_set_string (value, self->read_out);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id == PROP_VADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[id == PROP_VSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clear_source (ValSheet *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  self->data = NULL;
  self->source = (ValSheetSource){ 0 };
}

static void
val_sheet_dispose (GObject *object)
{
  ValSheet *self = VAL_SHEET (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  clear_source (self);
  g_clear_object (&self->layout);
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i], value_changed_cb, self);
        g_clear_object (&self->adjustments[i]);
      }
  G_OBJECT_CLASS (val_sheet_parent_class)->dispose (object);
}

static void
val_sheet_finalize (GObject *object)
{
  ValSheet *self = VAL_SHEET (object);

  g_array_unref (self->widths);
  g_array_unref (self->places);
  g_free (self->corner);
  g_free (self->read_out);
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

  object_class->set_property = val_sheet_set_property;
  object_class->get_property = val_sheet_get_property;
  object_class->dispose = val_sheet_dispose;
  object_class->finalize = val_sheet_finalize;
  widget_class->size_allocate = val_sheet_size_allocate;
  widget_class->measure = val_sheet_measure;
  widget_class->snapshot = val_sheet_snapshot;
  widget_class->css_changed = val_sheet_css_changed;
  widget_class->system_setting_changed = val_sheet_system_setting_changed;
  g_object_class_install_property (
      object_class, PROP_READ_OUT,
      g_param_spec_string ("read-out", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  val_sheet_signals[VAL_SHEET_ACTIVATED] = new_signal (object_class, "activated", 2, 0);
  val_sheet_signals[VAL_SHEET_ROW_ACTIVATED] = new_signal (object_class, "row-activated", 1, 0);
  val_sheet_signals[VAL_SHEET_COLUMN_ACTIVATED]
      = new_signal (object_class, "column-activated", 1, 0);
  val_sheet_signals[VAL_SHEET_MOVED] = new_signal (object_class, "moved", 0, 0);
  val_sheet_signals[VAL_SHEET_EDITED] = new_signal (object_class, "edited", 3, G_TYPE_STRING);
  val_sheet_signals[VAL_SHEET_PASTED] = new_signal (object_class, "pasted", 3, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  val_sheet_input_class_init (widget_class);
}

static void
val_sheet_init (ValSheet *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->widths = g_array_new (FALSE, FALSE, sizeof (int));
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  self->sort_column = -1;
  choose_palette (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  val_sheet_input_init (self);
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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (source != NULL)
    self->source = *source;
  self->data = data;
  self->destroy = destroy;
  self->hovering = FALSE;
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
  self->measured = FALSE;
  g_array_set_size (self->places, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  val_sheet_ensure_measured (self);
  val_sheet_refresh_read_out (self);
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_MOVED], 0);
}

/* val_sheet_redraw: other numbers of about the same width, while something is dragged */
void
val_sheet_redraw (ValSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_sheet_refresh_read_out (self);
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
  self->editable = editable;
}

/* val_sheet_get_cursor: FALSE when there is no cell */
gboolean
val_sheet_get_cursor (ValSheet *self, guint *ret_row, guint *ret_column)
{
  *ret_row = self->row;
  *ret_column = self->column;
  return self->row < self->source.n_rows && self->column < self->source.n_columns;
}

/* val_sheet_set_cursor: moves the cursor and brings it into sight */
void
val_sheet_set_cursor (ValSheet *self, guint row, guint column)
{
  val_sheet_ensure_measured (self);
  val_sheet_move_to (self, row, column, FALSE);
}

/* val_sheet_get_read_out: (transfer none) (nullable) */
const char *
val_sheet_get_read_out (ValSheet *self)
{
  return self->read_out;
}

/**
 * val_sheet_refresh_read_out:
 *
 * Says anew what stands in the cell under the mouse, else under the cursor. The same text is the
 * accessible description, so that a screen reader follows the cursor.
 */
void
val_sheet_refresh_read_out (ValSheet *self)
{
  guint row = self->hovering ? self->hover_row : self->row;
  guint column = self->hovering ? self->hover_column : self->column;
  g_autofree char *text = NULL;

  if (self->source.dup_text != NULL && row < self->source.n_rows
      && column < self->source.n_columns)
    text = self->source.dup_text (self->data, row, column);
  if (g_strcmp0 (text, self->read_out) == 0)
    return;
  g_free (self->read_out);
  self->read_out = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->read_out != NULL ? self->read_out : "", -1);
  g_object_notify (G_OBJECT (self), "read-out");
}
