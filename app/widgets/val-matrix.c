/* val-matrix.c: people against skills, as a sheet that is filled from the keyboard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include <adwaita.h>

#include "val-i18n.h"

/* Below this width the right column scrolls with the cells and columns are narrower. */
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

guint val_matrix_signals[VAL_MATRIX_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ValMatrix, val_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
choose_palette (ValMatrix *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  ValPaletteKind kind = dark ? VAL_PALETTE_DARK : VAL_PALETTE_LIGHT;

  if (adw_style_manager_get_high_contrast (manager))
    kind = dark ? VAL_PALETTE_DARK_CONTRAST : VAL_PALETTE_LIGHT_CONTRAST;
  self->palette = val_palette_get (kind);
  val_matrix_brush_set_palette (&self->brush, self->palette);
  g_clear_pointer (&self->text, val_matrix_text_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_adjustments (ValMatrix *self)
{
  ValMatrixGeometry *geometry = &self->geometry;
  double upper[2] = { (double) val_matrix_geometry_total_width (geometry),
                      (double) val_matrix_geometry_total_height (geometry) };
  double page[2] = { geometry->width, geometry->height };

  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        double most = MAX (upper[i], page[i]);
        double value = gtk_adjustment_get_value (self->adjustments[i]);

        gtk_adjustment_configure (self->adjustments[i], CLAMP (value, 0.0, most - page[i]), 0.0,
                                  most, geometry->row_height, page[i] * 0.9, page[i]);
      }
  geometry->scroll_x
      = self->adjustments[0] ? (gint64) gtk_adjustment_get_value (self->adjustments[0]) : 0;
  geometry->scroll_y
      = self->adjustments[1] ? (gint64) gtk_adjustment_get_value (self->adjustments[1]) : 0;
}

/**
 * val_matrix_ensure_measured:
 *
 * Brings sizes up to date with model and font. Cheap when nothing changed.
 */
void
val_matrix_ensure_measured (ValMatrix *self)
{
  if (self->text == NULL)
    {
      ValScale scale = val_scale_default;

      if (self->model != NULL)
        val_matrix_model_get_scale (self->model, &scale);
      self->text = val_matrix_text_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                        &self->palette->error, &scale);
      self->measured = FALSE;
    }
  if (self->measured || self->model == NULL)
    return;
  val_matrix_measure_model (self);
  self->measured = TRUE;
  self->row = MIN (self->row, (guint) MAX (self->geometry.n_rows - 1, 0));
  self->slot = MIN (self->slot, MAX (self->geometry.slots->len, 1) - 1);
  self->anchor_row = self->row;
  self->anchor_slot = self->slot;
}

static void
val_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValMatrix *self = VAL_MATRIX (widget);
  gboolean narrow = width < NARROW;

  if (narrow != self->narrow)
    self->measured = FALSE;
  self->narrow = narrow;
  self->geometry.width = width;
  self->geometry.height = height;
  val_matrix_ensure_measured (self);
  configure_adjustments (self);
}

static void
val_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValMatrix *self = VAL_MATRIX (widget);

  val_matrix_ensure_measured (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = (int) MIN (val_matrix_geometry_total_width (&self->geometry), 1 << 14);
    }
  else
    {
      *minimum = 160;
      *natural = (int) MIN (val_matrix_geometry_total_height (&self->geometry), 1 << 14);
    }
  *natural = MAX (*natural, *minimum);
}

static void
val_matrix_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValMatrix *self = VAL_MATRIX (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->model == NULL || width <= 0 || height <= 0)
    return;
  val_matrix_ensure_measured (self);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  val_matrix_paint (self, cr);
  cairo_destroy (cr);
}

static void
val_matrix_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ValMatrix *self = VAL_MATRIX (widget);

  GTK_WIDGET_CLASS (val_matrix_parent_class)->css_changed (widget, change);
  /* Focus and hover change the style too; only another font makes the shaped text useless. */
  if (self->text == NULL
      || val_matrix_text_fits (self->text, gtk_widget_get_pango_context (widget)))
    return;
  g_clear_pointer (&self->text, val_matrix_text_free);
  gtk_widget_queue_resize (widget);
}

static void
val_matrix_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ValMatrix *self = VAL_MATRIX (widget);

  GTK_WIDGET_CLASS (val_matrix_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&self->text, val_matrix_text_free);
  gtk_widget_queue_resize (widget);
}

static void
value_changed_cb (ValMatrix *self)
{
  ValMatrixGeometry *geometry = &self->geometry;

  if (self->adjustments[0] != NULL)
    geometry->scroll_x = (gint64) gtk_adjustment_get_value (self->adjustments[0]);
  if (self->adjustments[1] != NULL)
    geometry->scroll_y = (gint64) gtk_adjustment_get_value (self->adjustments[1]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (ValMatrix *self, int which, GtkAdjustment *adjustment)
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
val_matrix_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValMatrix *self = VAL_MATRIX (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, 0, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, 1, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[0] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[1] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_matrix_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValMatrix *self = VAL_MATRIX (object);

  switch (id)
    {
    case PROP_READ_OUT:
      g_value_set_string (value, self->read_out);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[0]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[1]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[0]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[1]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_matrix_dispose (GObject *object)
{
  ValMatrix *self = VAL_MATRIX (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_clear_object (&self->model);
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i], value_changed_cb, self);
        g_clear_object (&self->adjustments[i]);
      }
  G_OBJECT_CLASS (val_matrix_parent_class)->dispose (object);
}

static void
val_matrix_finalize (GObject *object)
{
  ValMatrix *self = VAL_MATRIX (object);

  val_matrix_brush_clear (&self->brush);
  g_clear_pointer (&self->text, val_matrix_text_free);
  g_array_unref (self->geometry.slots);
  g_hash_table_unref (self->folded);
  g_free (self->read_out);
  G_OBJECT_CLASS (val_matrix_parent_class)->finalize (object);
}

static void
class_init_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  /* Rows and columns are the model's. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_HISTORY]
      = g_signal_new ("history", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_UINT, G_TYPE_UINT);
  val_matrix_signals[VAL_MATRIX_SIGNAL_ROW_ACTIVATED] = g_signal_new (
      "row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  val_matrix_signals[VAL_MATRIX_SIGNAL_COLUMN_ACTIVATED]
      = g_signal_new ("column-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
  /* How many cells were pasted, and sentences about those that were not. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_PASTED]
      = g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_UINT, G_TYPE_STRV);
  /* Why what was typed is no level; NULL once something else is typed. */
  val_matrix_signals[VAL_MATRIX_SIGNAL_REFUSED]
      = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                      G_TYPE_STRING);
}

static void
val_matrix_class_init (ValMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = val_matrix_set_property;
  object_class->get_property = val_matrix_get_property;
  object_class->dispose = val_matrix_dispose;
  object_class->finalize = val_matrix_finalize;
  widget_class->size_allocate = val_matrix_size_allocate;
  widget_class->measure = val_matrix_measure;
  widget_class->snapshot = val_matrix_snapshot;
  widget_class->css_changed = val_matrix_css_changed;
  widget_class->system_setting_changed = val_matrix_system_setting_changed;

  g_object_class_install_property (
      object_class, PROP_READ_OUT,
      g_param_spec_string ("read-out", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  class_init_signals (object_class);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  val_matrix_input_class_init (widget_class);
}

static void
val_matrix_init (ValMatrix *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->geometry.slots = g_array_new (FALSE, TRUE, sizeof (ValMatrixSlot));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  val_matrix_brush_init (&self->brush);
  choose_palette (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (choose_palette), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Skill matrix"), -1);
  val_matrix_input_init (self);
}

/**
 * val_matrix_new:
 *
 * Returns: (transfer floating): a matrix without a model; put it into a #GtkScrolledWindow
 */
GtkWidget *
val_matrix_new (void)
{
  return g_object_new (VAL_TYPE_MATRIX, NULL);
}

/**
 * val_matrix_get_model:
 *
 * Returns: (transfer none) (nullable): the model
 */
ValMatrixModel *
val_matrix_get_model (ValMatrix *self)
{
  return self->model;
}

/**
 * val_matrix_get_read_out:
 *
 * Returns: (transfer none) (nullable): the sentence about the cell under mouse or keyboard
 */
const char *
val_matrix_get_read_out (ValMatrix *self)
{
  return self->read_out;
}

/**
 * val_matrix_refresh_read_out:
 *
 * Says anew what stands in the cell under the mouse, else under the cursor. The same text is the
 * accessible description, so that a screen reader follows the cursor.
 */
void
val_matrix_refresh_read_out (ValMatrix *self)
{
  guint row = self->hovering ? self->hover_row : self->row;
  guint index = self->hovering ? self->hover_slot : self->slot;
  g_autofree char *text = NULL;

  if (self->model == NULL)
    return;
  val_matrix_ensure_measured (self);
  if (row < self->geometry.n_rows && index < self->geometry.slots->len)
    {
      const ValMatrixSlot *slot = val_matrix_geometry_slot (&self->geometry, index);

      text = val_matrix_model_dup_cell_text (self->model, row, slot->column, slot->group);
    }
  if (g_strcmp0 (text, self->read_out) == 0)
    return;
  g_free (self->read_out);
  self->read_out = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->read_out != NULL ? self->read_out : "", -1);
  g_object_notify (G_OBJECT (self), "read-out");
}

/* On another scale no number looks the same. */
static void
follow_scale (ValMatrix *self)
{
  ValScale scale;

  val_matrix_model_get_scale (self->model, &scale);
  if (self->text == NULL || val_scale_equal (&scale, val_matrix_text_get_scale (self->text)))
    return;
  val_matrix_entry_drop (&self->entry);
  g_clear_pointer (&self->text, val_matrix_text_free);
}

static void
model_changed_cb (ValMatrix *self, guint changes)
{
  follow_scale (self);
  if ((changes & (VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS)) != 0)
    {
      val_matrix_entry_drop (&self->entry);
      self->hovering = FALSE;
      self->measured = FALSE;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_matrix_refresh_read_out (self);
}

/**
 * val_matrix_set_model:
 * @model: (nullable): what to show
 */
void
val_matrix_set_model (ValMatrix *self, ValMatrixModel *model)
{
  if (self->model == model)
    return;
  if (self->model != NULL)
    g_clear_signal_handler (&self->changed_id, self->model);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      self->changed_id = g_signal_connect_swapped (model, "changed",
                                                   G_CALLBACK (model_changed_cb), self);
      model_changed_cb (self, VAL_MATRIX_CHANGED_ROWS | VAL_MATRIX_CHANGED_COLUMNS);
    }
}

/**
 * val_matrix_get_block:
 *
 * Tells the selected block: the cursor alone or all cells between it and the anchor.
 */
void
val_matrix_get_block (ValMatrix *self, guint *ret_row, guint *ret_rows, guint *ret_slot,
                      guint *ret_slots)
{
  *ret_row = MIN (self->row, self->anchor_row);
  *ret_rows = MAX (self->row, self->anchor_row) - *ret_row + 1;
  *ret_slot = MIN (self->slot, self->anchor_slot);
  *ret_slots = MAX (self->slot, self->anchor_slot) - *ret_slot + 1;
}

/**
 * val_matrix_apply:
 * @level: what to set in every cell of the block; %VAL_LEVEL_NONE: take the last entry back
 *
 * Hands the block on to the model as one change. Folded groups in it are passed over.
 */
void
val_matrix_apply (ValMatrix *self, ValLevel level)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (ValMatrixEdit));
  guint row, rows, slot, slots;

  if (self->row >= self->geometry.n_rows || self->slot >= self->geometry.slots->len)
    return;
  val_matrix_get_block (self, &row, &rows, &slot, &slots);
  for (guint r = row; r < row + rows; r++)
    for (guint s = slot; s < slot + slots; s++)
      {
        int column = val_matrix_geometry_slot (&self->geometry, s)->column;
        ValMatrixEdit edit = { r, (guint) column, level };

        if (column >= 0)
          g_array_append_val (edits, edit);
      }
  val_matrix_model_edit (self->model, (const ValMatrixEdit *) (const void *) edits->data,
                         edits->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * val_matrix_commit:
 *
 * Hands on what is typed and still waits for a next digit.
 */
void
val_matrix_commit (ValMatrix *self)
{
  ValLevel level;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (val_matrix_entry_leave (&self->entry, &level))
    val_matrix_apply (self, level);
}

/**
 * val_matrix_move_to:
 * @row, @slot: where to; taken to the edge when beyond it
 * @extend: keep the other corner of the block
 *
 * Moves the cursor and brings it into sight.
 */
void
val_matrix_move_to (ValMatrix *self, gint64 row, gint64 slot, gboolean extend)
{
  ValMatrixGeometry *geometry = &self->geometry;
  gint64 x = geometry->scroll_x, y = geometry->scroll_y;

  val_matrix_commit (self);
  if (geometry->n_rows == 0 || geometry->slots->len == 0)
    return;
  self->row = (guint) CLAMP (row, 0, geometry->n_rows - 1);
  self->slot = (guint) CLAMP (slot, 0, (gint64) geometry->slots->len - 1);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_slot = self->slot;
    }
  self->hovering = FALSE;
  val_matrix_geometry_scroll_to (geometry, self->row, self->slot, &x, &y);
  if (self->adjustments[0] != NULL && x != geometry->scroll_x)
    gtk_adjustment_set_value (self->adjustments[0], (double) x);
  if (self->adjustments[1] != NULL && y != geometry->scroll_y)
    gtk_adjustment_set_value (self->adjustments[1], (double) y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_matrix_refresh_read_out (self);
}

/**
 * val_matrix_get_cursor:
 * @ret_column: (out): -1: a folded group
 *
 * Returns: FALSE when there is no cell
 */
gboolean
val_matrix_get_cursor (ValMatrix *self, guint *ret_row, int *ret_column, guint *ret_group)
{
  const ValMatrixSlot *slot;

  val_matrix_ensure_measured (self);
  if (self->row >= self->geometry.n_rows || self->slot >= self->geometry.slots->len)
    return FALSE;
  slot = val_matrix_geometry_slot (&self->geometry, self->slot);
  *ret_row = self->row;
  *ret_column = slot->column;
  *ret_group = slot->group;
  return TRUE;
}

static gboolean
find_slot (ValMatrix *self, guint column, guint *ret_slot)
{
  for (guint s = 0; s < self->geometry.slots->len; s++)
    if (val_matrix_geometry_slot (&self->geometry, s)->column == (int) column)
      {
        *ret_slot = s;
        return TRUE;
      }
  return FALSE;
}

/**
 * val_matrix_set_cursor:
 *
 * Moves the cursor to a cell of the model. A column that is folded away keeps the slot.
 */
void
val_matrix_set_cursor (ValMatrix *self, guint row, guint column)
{
  guint slot = self->slot;

  val_matrix_ensure_measured (self);
  find_slot (self, column, &slot);
  val_matrix_move_to (self, row, slot, FALSE);
}

/**
 * val_matrix_get_cell_bounds:
 * @ret_bounds: (out): the cell in the widget's coordinates, for a popover
 *
 * Returns: FALSE when the column is folded away
 */
gboolean
val_matrix_get_cell_bounds (ValMatrix *self, guint row, guint column, GdkRectangle *ret_bounds)
{
  guint slot;

  val_matrix_ensure_measured (self);
  if (row >= self->geometry.n_rows || !find_slot (self, column, &slot))
    return FALSE;
  ret_bounds->x = (int) val_matrix_geometry_cell_x (&self->geometry, slot);
  ret_bounds->y = (int) val_matrix_geometry_cell_y (&self->geometry, row);
  ret_bounds->width = val_matrix_geometry_slot (&self->geometry, slot)->width;
  ret_bounds->height = self->geometry.row_height;
  return TRUE;
}
