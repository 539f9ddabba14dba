/* val-grid.c: rows and columns of any number that are drawn, with a cursor
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-grid-private.h"

#include "val-style.h"

/* Below this width names are shortened, and nothing stays at the right. */
#define NARROW 560
#define LEAST_WIDTH 200
/* More than any screen shows. */
#define MOST_NATURAL (1 << 14)

enum
{
  PROP_0,
  PROP_READ_OUT,
};

typedef ValGridState ValGridPrivate;

/**
 * ValGrid:
 *
 * What the matrix of skills and the sheets of numbers have in common: names stick left, headings
 * on top, sums below; keys, mouse, clipboard and the selected block; scrolling; what is said of
 * the cell that is pointed at. A kind of grid says what its cells are (#ValGridClass).
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ValGrid, val_grid, VAL_TYPE_SCROLL_AREA)

/**
 * val_grid_get_state:
 *
 * Returns: (transfer none): sizes, cursor and colours; the same as long as the grid lives
 */
ValGridState *
val_grid_get_state (ValGrid *self)
{
  return val_grid_get_instance_private (self);
}

static void
follow_style (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);

  state->palette = val_style_get_palette ();
  state->measured = FALSE;
  VAL_GRID_GET_CLASS (self)->restyle (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Sizes and scrolling ---- */

static void
val_grid_scrolled (ValScrollArea *area)
{
  ValGridGeometry *geometry = &val_grid_get_state (VAL_GRID (area))->geometry;

  geometry->scroll_x = (gint64) val_scroll_area_get_value (area, GTK_ORIENTATION_HORIZONTAL);
  geometry->scroll_y = (gint64) val_scroll_area_get_value (area, GTK_ORIENTATION_VERTICAL);
  gtk_widget_queue_draw (GTK_WIDGET (area));
}

static void
val_grid_configure (ValScrollArea *area)
{
  ValGridGeometry *geometry = &val_grid_get_state (VAL_GRID (area))->geometry;

  val_scroll_area_set_range (area, GTK_ORIENTATION_HORIZONTAL,
                             (double) val_grid_geometry_total_width (geometry), geometry->width,
                             MAX (geometry->row_height, 1));
  val_scroll_area_set_range (area, GTK_ORIENTATION_VERTICAL,
                             (double) val_grid_geometry_total_height (geometry), geometry->height,
                             MAX (geometry->row_height, 1));
  val_grid_scrolled (area);
}

/**
 * val_grid_ensure_measured:
 *
 * Brings sizes up to date with the cells and the fonts. Cheap when nothing changed.
 */
void
val_grid_ensure_measured (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);
  gint64 n_rows;

  if (state->measured || !VAL_GRID_GET_CLASS (self)->measure_cells (self))
    return;
  state->measured = TRUE;
  n_rows = val_grid_geometry_all_rows (&state->geometry);
  state->row = MIN (state->row, (guint) MAX (n_rows - 1, 0));
  state->column = MIN (state->column, MAX (state->geometry.columns->len, 1) - 1);
  state->anchor_row = state->row;
  state->anchor_column = state->column;
}

/**
 * val_grid_refresh:
 *
 * There are other rows, columns or texts: measures anew, and says anew what is at the cursor.
 */
void
val_grid_refresh (ValGrid *self)
{
  val_grid_get_state (self)->measured = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_grid_ensure_measured (self);
  val_grid_refresh_read_out (self);
}

/**
 * val_grid_bring_cursor:
 *
 * Scrolls as far as needed to see the cursor, which the wheel may have left behind: what a key
 * does is to be seen, and a popover outside of the window is not shown but has the keys. Before the
 * first size it is done later.
 */
void
val_grid_bring_cursor (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);
  ValGridGeometry *geometry = &state->geometry;
  gint64 x = geometry->scroll_x, y = geometry->scroll_y;

  state->scroll_later = geometry->width == 0;
  if (state->scroll_later || !val_grid_has_cursor (self))
    return;
  val_grid_geometry_scroll_to (geometry, state->row, state->column, &x, &y);
  if (x != geometry->scroll_x)
    val_scroll_area_set_value (VAL_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL, (double) x);
  if (y != geometry->scroll_y)
    val_scroll_area_set_value (VAL_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL, (double) y);
}

static gboolean
cursor_is_in_sight (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);
  gint64 x = state->geometry.scroll_x, y = state->geometry.scroll_y;

  if (state->geometry.width == 0 || !val_grid_has_cursor (self))
    return FALSE;
  val_grid_geometry_scroll_to (&state->geometry, state->row, state->column, &x, &y);
  return x == state->geometry.scroll_x && y == state->geometry.scroll_y;
}

/* What was in sight at the cursor stays there when there is less room. */
static void
val_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValGrid *self = VAL_GRID (widget);
  ValGridState *state = val_grid_get_state (self);
  gboolean narrow = width < NARROW;
  gboolean in_sight = cursor_is_in_sight (self);

  if (narrow != state->narrow)
    state->measured = FALSE;
  state->narrow = narrow;
  state->geometry.width = width;
  state->geometry.height = height;
  val_grid_ensure_measured (self);
  val_grid_configure (VAL_SCROLL_AREA (self));
  if (state->scroll_later || in_sight)
    val_grid_bring_cursor (self);
}

static void
val_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValGrid *self = VAL_GRID (widget);
  ValGridGeometry *geometry = &val_grid_get_state (self)->geometry;
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  val_grid_ensure_measured (self);
  *minimum = across ? LEAST_WIDTH : VAL_GRID_GET_CLASS (self)->least_height;
  *natural = (int) CLAMP (across ? val_grid_geometry_total_width (geometry)
                                 : val_grid_geometry_total_height (geometry),
                          *minimum, MOST_NATURAL);
}

/* ---- The cursor ---- */

/**
 * val_grid_has_cursor:
 *
 * Returns: FALSE when there is no cell
 */
gboolean
val_grid_has_cursor (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);

  return state->row < val_grid_geometry_all_rows (&state->geometry)
         && state->column < state->geometry.columns->len;
}

/**
 * val_grid_get_block:
 *
 * Tells the selected block: the cursor alone or all cells between it and the anchor.
 */
void
val_grid_get_block (ValGrid *self, guint *ret_row, guint *ret_rows, guint *ret_column,
                    guint *ret_columns)
{
  ValGridState *state = val_grid_get_state (self);

  *ret_row = MIN (state->row, state->anchor_row);
  *ret_rows = MAX (state->row, state->anchor_row) - *ret_row + 1;
  *ret_column = MIN (state->column, state->anchor_column);
  *ret_columns = MAX (state->column, state->anchor_column) - *ret_column + 1;
}

/**
 * val_grid_move_to:
 * @row, @column: where to; taken to the edge when beyond it
 * @extend: keep the other corner of the block
 *
 * Moves the cursor and brings it into sight.
 */
void
val_grid_move_to (ValGrid *self, gint64 row, gint64 column, gboolean extend)
{
  ValGridClass *klass = VAL_GRID_GET_CLASS (self);
  ValGridState *state = val_grid_get_state (self);
  gint64 n_rows;

  if (klass->leave_cell != NULL)
    klass->leave_cell (self);
  val_grid_ensure_measured (self);
  n_rows = val_grid_geometry_all_rows (&state->geometry);
  if (n_rows == 0 || state->geometry.columns->len == 0)
    return;
  state->row = (guint) CLAMP (row, 0, n_rows - 1);
  state->column = (guint) CLAMP (column, 0, (gint64) state->geometry.columns->len - 1);
  if (!extend)
    {
      state->anchor_row = state->row;
      state->anchor_column = state->column;
    }
  state->hovering = FALSE;
  val_grid_bring_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  val_grid_refresh_read_out (self);
  if (klass->moved != NULL)
    klass->moved (self);
}

/**
 * val_grid_get_cell_bounds:
 * @ret_bounds: (out): the cell in the widget's coordinates, for a popover
 */
void
val_grid_get_cell_bounds (ValGrid *self, guint row, guint column, GdkRectangle *ret_bounds)
{
  const ValGridGeometry *geometry = &val_grid_get_state (self)->geometry;

  ret_bounds->x = (int) val_grid_geometry_cell_x (geometry, column);
  ret_bounds->y = (int) val_grid_geometry_cell_y (geometry, row);
  ret_bounds->width = val_grid_geometry_column (geometry, column)->width;
  ret_bounds->height = geometry->row_height;
}

/**
 * val_grid_get_read_out:
 *
 * Returns: (transfer none) (nullable): the sentence about the cell under mouse or keyboard
 */
const char *
val_grid_get_read_out (ValGrid *self)
{
  return val_grid_get_state (self)->read_out;
}

/**
 * val_grid_refresh_read_out:
 *
 * Says anew what stands in the cell under the mouse, else under the cursor. The same text is the
 * accessible description, so that a screen reader follows the cursor.
 */
void
val_grid_refresh_read_out (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);
  guint row, column;
  g_autofree char *text = NULL;

  val_grid_ensure_measured (self);
  row = state->hovering ? state->hover_row : state->row;
  column = state->hovering ? state->hover_column : state->column;
  if (row < val_grid_geometry_all_rows (&state->geometry)
      && column < state->geometry.columns->len)
    text = VAL_GRID_GET_CLASS (self)->dup_read_out (self, row, column);
  if (g_strcmp0 (text, state->read_out) == 0)
    return;
  g_free (state->read_out);
  state->read_out = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  state->read_out != NULL ? state->read_out : "", -1);
  g_object_notify (G_OBJECT (self), "read-out");
}

/* ---- The widget ---- */

static void
val_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValGrid *self = VAL_GRID (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  val_grid_ensure_measured (self);
  if (!val_grid_get_state (self)->measured || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  val_grid_paint (self, cr);
  cairo_destroy (cr);
}

static void
val_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (val_grid_parent_class)->system_setting_changed (widget, setting);
  follow_style (VAL_GRID (widget));
  gtk_widget_queue_resize (widget);
}

static void
val_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READ_OUT:
      g_value_set_string (value, val_grid_get_read_out (VAL_GRID (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_grid_finalize (GObject *object)
{
  ValGridState *state = val_grid_get_state (VAL_GRID (object));

  g_array_unref (state->geometry.columns);
  g_free (state->read_out);
  G_OBJECT_CLASS (val_grid_parent_class)->finalize (object);
}

static void
val_grid_class_init (ValGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = val_grid_get_property;
  object_class->finalize = val_grid_finalize;
  widget_class->size_allocate = val_grid_size_allocate;
  widget_class->measure = val_grid_measure;
  widget_class->snapshot = val_grid_snapshot;
  widget_class->system_setting_changed = val_grid_system_setting_changed;
  klass->parent_class.configure = val_grid_configure;
  klass->parent_class.scrolled = val_grid_scrolled;
  g_object_class_install_property (
      object_class, PROP_READ_OUT,
      g_param_spec_string ("read-out", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  val_grid_input_class_init (widget_class);
}

static void
val_grid_init (ValGrid *self)
{
  ValGridState *state = val_grid_get_state (self);

  state->geometry.columns = g_array_new (FALSE, FALSE, sizeof (ValGridColumn));
  state->palette = val_style_get_palette ();
  val_style_watch (self, G_CALLBACK (follow_style));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  val_grid_input_init (self);
}
