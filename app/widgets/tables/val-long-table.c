/* val-long-table.c: a table of any length that makes only the rows in sight
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-long-table-private.h"

#define MOST_WIDTH 260  /* no text makes a column that does not expand wider than this */
#define LEAST_WIDTH 120 /* nothing squeezes a column that expands below this */
#define LEAST_TABLE 128

guint val_long_table_signals[VAL_LONG_TABLE_N_SIGNALS];

/**
 * ValLongTable:
 *
 * GtkColumnView keeps some two hundred rows of widgets alive and makes them anew for each letter
 * that is searched; this one has as many rows as are in sight, each a single widget. All rows have
 * one height. Choosing and keys are those of GtkColumnView.
 *
 * Signals: "activate" (guint position): Enter or double click; "sort" (guint column, gboolean
 * descending): a heading was clicked.
 */
G_DEFINE_FINAL_TYPE (ValLongTable, val_long_table, VAL_TYPE_SCROLL_AREA)

/**
 * val_long_table_get_n:
 *
 * Returns: how many rows there are, in sight or not
 */
guint
val_long_table_get_n (ValLongTable *self)
{
  /* The adjustments come before the rows. */
  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

/* ---- Sizes ---- */

static void
measure_height (ValLongTable *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  int line;

  if (self->row_height > 0)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ågy");
  pango_layout_get_pixel_size (layout, NULL, &line);
  self->row_height = line + (int) self->lines_below * (line * 82 / 100 + 1)
                     + (self->lines_below > 0 ? 13 : 16);
}

static void
measure_header (ValLongTable *self)
{
  self->header_height = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);
      int width, height;

      if (!column->visible)
        continue;
      gtk_widget_measure (column->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (column->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      column->natural = MAX (column->natural, width);
      self->header_height = MAX (self->header_height, height);
    }
}

static gboolean
expands (const ValLongTableColumn *column)
{
  return column->visible && column->expand && column->dragged == 0;
}

/* Columns that expand are equally wide, but what one of them has to spare goes to those whose texts
 * are cut: a long name is not squeezed beside an empty column. */
static void
share_rest (ValLongTable *self, int left, int n_expand)
{
  int share = MAX (left / MAX (n_expand, 1), LEAST_WIDTH);
  int need = 0, spare = 0, given;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);

      if (!expands (column))
        continue;
      column->width = MAX (left / n_expand, LEAST_WIDTH);
      left -= column->width;
      n_expand--;
      if (column->natural > share)
        need += column->natural - share;
      else
        spare += share - MAX (column->natural, LEAST_WIDTH);
    }
  given = MIN (need, spare);
  if (given <= 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);

      if (!expands (column))
        continue;
      if (column->natural > share)
        column->width += (int) ((gint64) (column->natural - share) * given / need);
      else
        column->width
            -= (int) ((gint64) (share - MAX (column->natural, LEAST_WIDTH)) * given / spare);
    }
}

/* Columns get what their texts need; those that expand share what is left over, or missing. */
static void
share_width (ValLongTable *self, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = width, n_expand = 0;
  int x = -(int) val_scroll_area_get_value (VAL_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL);

  self->needed = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);

      column->width = !column->visible       ? 0
                      : column->dragged > 0  ? column->dragged
                      : column->expand       ? 0
                                             : MIN (column->natural, MOST_WIDTH);
      left -= column->width;
      n_expand += expands (column);
    }
  share_rest (self, left, n_expand);
  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);

      column->x = rtl ? width - x - column->width : x;
      x += column->width;
      self->needed += column->width;
    }
}

static int
body_height (ValLongTable *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

/**
 * val_long_table_get_scroll:
 *
 * Returns: how many pixels of the rows lie above what is in sight
 */
double
val_long_table_get_scroll (ValLongTable *self)
{
  return val_scroll_area_get_value (VAL_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL);
}

static void
val_long_table_configure (ValScrollArea *area)
{
  ValLongTable *self = VAL_LONG_TABLE (area);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  val_scroll_area_set_range (area, GTK_ORIENTATION_VERTICAL,
                             (double) val_long_table_get_n (self) * self->row_height,
                             body_height (self), self->row_height);
  val_scroll_area_set_range (area, GTK_ORIENTATION_HORIZONTAL, MAX (width, self->needed), width,
                             LEAST_WIDTH);
}

/* ---- Rows ---- */

/**
 * val_long_table_get_row_y:
 *
 * Returns: where a row begins in the table
 */
int
val_long_table_get_row_y (ValLongTable *self, guint position)
{
  double above = (double) position * self->row_height - val_long_table_get_scroll (self);

  return self->header_height + (int) above;
}

static void
allocate_row (ValLongTable *self, guint position, GtkWidget *row)
{
  GtkAllocation place = { 0, val_long_table_get_row_y (self, position),
                          gtk_widget_get_width (GTK_WIDGET (self)), self->row_height };

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (row, &place, -1);
}

/* The focus stays with a row that has been scrolled away. */
static gboolean
is_wanted (ValLongTable *self, guint position, guint first, guint end)
{
  if (position >= val_long_table_get_n (self))
    return FALSE;
  return (position >= first && position < end)
         || (position == self->cursor && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
}

static GtkWidget *
take_row (ValLongTable *self)
{
  GtkWidget *row;

  if (self->spare->len > 0)
    {
      row = g_ptr_array_remove_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (row, TRUE);
      return row;
    }
  row = val_long_table_row_new (self);
  /* Before the headings, which are drawn over what scrolls away below them. */
  gtk_widget_insert_after (row, GTK_WIDGET (self), NULL);
  return row;
}

/* Makes the rows in sight, and lets go of the others. Rows that stay are not touched. */
static void
place_rows (ValLongTable *self)
{
  guint n = val_long_table_get_n (self);
  guint first, end;
  GHashTableIter iter;
  gpointer key, row;

  if (self->row_height == 0 || !val_scroll_area_can_scroll (VAL_SCROLL_AREA (self)))
    return;
  first = (guint) (val_long_table_get_scroll (self) / self->row_height);
  end = MIN (first + (guint) (body_height (self) / self->row_height) + 2, n);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!is_wanted (self, GPOINTER_TO_UINT (key), first, end))
      {
        g_hash_table_iter_remove (&iter);
        g_ptr_array_add (self->spare, row);
      }
  for (guint i = first; i < end; i++)
    if (!g_hash_table_contains (self->rows, GUINT_TO_POINTER (i)))
      {
        row = take_row (self);
        g_hash_table_insert (self->rows, GUINT_TO_POINTER (i), row);
        val_long_table_row_bind (row, i);
      }
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_set_visible (self->spare->pdata[i], FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * val_long_table_show_cursor:
 * @focus: whether the row takes the focus too
 *
 * Scrolls to the row of the cursor.
 */
void
val_long_table_show_cursor (ValLongTable *self, gboolean focus)
{
  double top = (double) self->cursor * self->row_height;
  GtkWidget *row;

  if (!val_scroll_area_can_scroll (VAL_SCROLL_AREA (self))
      || self->cursor >= val_long_table_get_n (self))
    return;
  val_scroll_area_show (VAL_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL, top,
                        top + self->row_height);
  place_rows (self);
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (self->cursor));
  if (focus && row != NULL)
    gtk_widget_grab_focus (row);
}

static void
bind_all (ValLongTable *self)
{
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    val_long_table_row_bind (row, GPOINTER_TO_UINT (key));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                  ValLongTable *self)
{
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
                   && VAL_IS_LONG_TABLE_ROW (gtk_widget_get_focus_child (GTK_WIDGET (self)));
  guint n = val_long_table_get_n (self);
  GHashTableIter iter;
  gpointer key, row;

  if (n + removed == added)
    self->cursor = 0; /* there was nobody before */
  else if (self->cursor >= position + removed)
    self->cursor += added - removed;
  self->cursor = n > 0 ? MIN (self->cursor, n - 1) : 0;
  self->anchor = self->cursor;
  val_long_table_configure (VAL_SCROLL_AREA (self));
  place_rows (self);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (GPOINTER_TO_UINT (key) >= position
        && (added != removed || GPOINTER_TO_UINT (key) < position + added))
      val_long_table_row_bind (row, GPOINTER_TO_UINT (key));
  if (focus && n > 0)
    val_long_table_show_cursor (self, TRUE);
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n, ValLongTable *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection);
  GHashTableIter iter;
  gpointer key, row;

  /* The cursor follows a single row that the page has chosen. */
  if (!self->choosing && gtk_bitset_get_size (chosen) == 1)
    self->cursor = self->anchor = gtk_bitset_get_nth (chosen, 0);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (GPOINTER_TO_UINT (key) >= position && GPOINTER_TO_UINT (key) - position < n)
      val_long_table_row_set_selected (
          row, gtk_selection_model_is_selected (selection, GPOINTER_TO_UINT (key)));
}

/* ---- The widget ---- */

static void
val_long_table_scrolled (ValScrollArea *area)
{
  place_rows (VAL_LONG_TABLE (area));
}

static void
val_long_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);

  measure_height (self);
  measure_header (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_TABLE
                                                       : self->header_height + self->row_height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * LEAST_TABLE : *minimum;
}

/* A row is drawn anew by itself only when its texts change. */
static void
draw_rows_again (ValLongTable *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_widget_queue_draw (row);
}

static void
val_long_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);
  GHashTableIter iter;
  gpointer key, row;
  gboolean moved = FALSE;
  int *before = g_newa (int, 2 * self->columns->len);

  measure_height (self);
  measure_header (self);
  val_long_table_configure (VAL_SCROLL_AREA (self));
  place_rows (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      before[2 * i] = g_array_index (self->columns, ValLongTableColumn, i).x;
      before[2 * i + 1] = g_array_index (self->columns, ValLongTableColumn, i).width;
    }
  share_width (self, width);
  val_long_table_configure (VAL_SCROLL_AREA (self));
  for (guint i = 0; i < self->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (self->columns, ValLongTableColumn, i);
      GtkAllocation place = { column->x, 0, column->width, self->header_height };

      moved |= column->x != before[2 * i] || column->width != before[2 * i + 1];
      if (column->visible)
        gtk_widget_size_allocate (column->button, &place, -1);
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    allocate_row (self, GPOINTER_TO_UINT (key), row);
  if (moved)
    draw_rows_again (self);
}

static void
val_long_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);
  GHashTableIter iter;
  gpointer row;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float) self->header_height,
                                               (float) gtk_widget_get_width (widget),
                                               (float) body_height (self)));
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_widget_snapshot_child (widget, row, snapshot);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_snapshot_child (
        widget, g_array_index (self->columns, ValLongTableColumn, i).button, snapshot);
}

static void
val_long_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ValLongTable *self = VAL_LONG_TABLE (widget);

  GTK_WIDGET_CLASS (val_long_table_parent_class)->system_setting_changed (widget, setting);
  self->row_height = 0;
  val_long_table_refresh (self);
}

static void
val_long_table_dispose (GObject *object)
{
  ValLongTable *self = VAL_LONG_TABLE (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_hash_table_remove_all (self->rows);
  g_ptr_array_set_size (self->spare, 0);
  g_array_set_size (self->columns, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (val_long_table_parent_class)->dispose (object);
}

static void
val_long_table_finalize (GObject *object)
{
  ValLongTable *self = VAL_LONG_TABLE (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->spare);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (val_long_table_parent_class)->finalize (object);
}

static void
val_long_table_class_init (ValLongTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = val_long_table_dispose;
  object_class->finalize = val_long_table_finalize;
  widget_class->measure = val_long_table_measure;
  widget_class->size_allocate = val_long_table_size_allocate;
  widget_class->snapshot = val_long_table_snapshot;
  widget_class->system_setting_changed = val_long_table_system_setting_changed;
  VAL_SCROLL_AREA_CLASS (klass)->configure = val_long_table_configure;
  VAL_SCROLL_AREA_CLASS (klass)->scrolled = val_long_table_scrolled;
  val_long_table_signals[VAL_LONG_TABLE_SIGNAL_ACTIVATE]
      = g_signal_new ("activate", VAL_TYPE_LONG_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
  val_long_table_signals[VAL_LONG_TABLE_SIGNAL_SORT]
      = g_signal_new ("sort", VAL_TYPE_LONG_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "longtable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  val_long_table_input_class_init (widget_class);
}

static void
val_long_table_init (ValLongTable *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (ValLongTableColumn));
  self->rows = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->drag_column = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  val_long_table_input_init (self);
  val_long_table_header_init (self);
}

/**
 * val_long_table_new:
 * @selection: (transfer full): the rows, and who of them is chosen
 * @describe: what a screen reader says of a row
 * @data: for @describe
 *
 * Returns: (transfer floating): a table without columns; it belongs into a GtkScrolledWindow
 */
GtkWidget *
val_long_table_new (GtkSelectionModel *selection, ValLongTableDescribe describe, gpointer data)
{
  ValLongTable *self = g_object_new (VAL_TYPE_LONG_TABLE, NULL);

  self->selection = selection;
  self->describe = describe;
  self->describe_data = data;
  g_signal_connect (selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  return GTK_WIDGET (self);
}

/**
 * val_long_table_refresh:
 *
 * Fills all rows in sight again.
 */
void
val_long_table_refresh (ValLongTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, ValLongTableColumn, i).natural = 0;
  bind_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * val_long_table_set_column_visible:
 * @column: a column
 * @visible: whether it is shown
 */
void
val_long_table_set_column_visible (ValLongTable *self, guint column, gboolean visible)
{
  ValLongTableColumn *found = &g_array_index (self->columns, ValLongTableColumn, column);

  if (found->visible == visible)
    return;
  found->visible = visible;
  gtk_widget_set_visible (found->button, visible);
  val_long_table_refresh (self);
}

/**
 * val_long_table_set_lines_below:
 * @lines: rows are high enough for a second text of so many lines below the first
 */
void
val_long_table_set_lines_below (ValLongTable *self, guint lines)
{
  if (self->lines_below == lines)
    return;
  self->lines_below = lines;
  self->row_height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * val_long_table_go_to:
 * @position: a row
 *
 * Puts the cursor there and scrolls to it.
 */
void
val_long_table_go_to (ValLongTable *self, guint position)
{
  self->cursor = self->anchor = position;
  val_long_table_show_cursor (self, FALSE);
}

/**
 * val_long_table_scroll_to_top:
 *
 * Shows the first row again, after another search.
 */
void
val_long_table_scroll_to_top (ValLongTable *self)
{
  self->cursor = self->anchor = 0;
  val_scroll_area_set_value (VAL_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL, 0);
}
