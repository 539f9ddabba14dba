/* val-long-table-row.c: a row of the table: one widget that draws all its cells
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-long-table-private.h"

#include <string.h>

#include "val-gtk-compat.h"

#define MAX_COLUMNS 12
#define BETWEEN 6 /* a text and what stands beside it */
#define STEP 18   /* how much further in a cell begins that is one step deeper */

typedef struct
{
  ValLongTableCell cell;
  PangoLayout *text;
  PangoLayout *second; /* nullable */
  int width;           /* of the text alone, in full */
  int second_width;
} Cell;

/**
 * ValLongTableRow:
 *
 * A row in sight. It is a widget for the focus and for screen readers, and has no children: a label
 * for each cell would cost more than all the rest of the table.
 */
struct _ValLongTableRow
{
  GtkWidget parent_instance;

  ValLongTable *table; /* the parent, which outlives it */
  gboolean selected;
  char *label;
  Cell cells[MAX_COLUMNS];
};

G_DEFINE_FINAL_TYPE (ValLongTableRow, val_long_table_row, GTK_TYPE_WIDGET)

static void
cell_clear (Cell *cell)
{
  g_free (cell->cell.text);
  g_free (cell->cell.second);
  g_free (cell->cell.tooltip);
  g_clear_object (&cell->text);
  g_clear_object (&cell->second);
  memset (cell, 0, sizeof *cell);
}

static PangoLayout *
make_layout (ValLongTableRow *self, const char *text, const ValLongTableCell *cell,
             gboolean second, int *ret_width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (second || cell->strong || cell->numeric)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      if (second)
        pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
      if (cell->strong && !second)
        pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      if (cell->numeric)
        pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, ret_width, NULL);
  return layout;
}

static void
fill_cell (ValLongTableRow *self, ValLongTableColumn *column, Cell *cell, gpointer item)
{
  int width;

  column->fill (item, &cell->cell, column->data);
  cell->text = make_layout (self, cell->cell.text != NULL ? cell->cell.text : "", &cell->cell,
                            FALSE, &cell->width);
  if (cell->cell.second != NULL && *cell->cell.second != '\0')
    cell->second = make_layout (self, cell->cell.second, &cell->cell, TRUE, &cell->second_width);
  if (cell->second != NULL && !cell->cell.beside)
    pango_layout_set_height (cell->second, -(int) MAX (self->table->lines_below, 1));
  width = cell->cell.beside && cell->second != NULL
              ? cell->width + BETWEEN + cell->second_width
              : MAX (cell->width, cell->second_width);
  column->natural
      = MAX (column->natural, width + 2 * VAL_LONG_TABLE_PAD + (int) cell->cell.indent * STEP);
}

/* ---- Drawing ---- */

/* Gives a text the room there is; returns how high it is there. */
static int
fit (PangoLayout *layout, int full, int width)
{
  int limit = full > width ? width * PANGO_SCALE : -1;
  int height;

  if (pango_layout_get_width (layout) != limit)
    pango_layout_set_width (layout, limit);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, const GdkRGBA *colour)
{
  const graphene_point_t place = GRAPHENE_POINT_INIT ((float) x, (float) y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The second text below the first or beside it, both in the middle of the height. */
static void
draw_cell (ValLongTableRow *self, GtkSnapshot *snapshot, const ValLongTableColumn *column,
           Cell *cell, const GdkRGBA *colour)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean right = rtl != cell->cell.at_end;
  int indent = (int) MIN (cell->cell.indent, 8) * STEP;
  int room = column->width - 2 * VAL_LONG_TABLE_PAD - indent;
  int x = column->x + VAL_LONG_TABLE_PAD + (rtl ? 0 : indent);
  int middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2;
  int width = MIN (cell->width, room), left = room - width - BETWEEN;
  gboolean below = cell->second != NULL && !cell->cell.beside;
  GdkRGBA dim = *colour;
  int height, second_width, second_height = 0, top;

  if (room <= 0)
    return;
  dim.alpha *= 0.6f;
  /* Where nothing stands below, a long text may go on there. */
  pango_layout_set_height (cell->text,
                           self->table->lines_below > 0 && cell->second == NULL ? -2 : -1);
  height = fit (cell->text, cell->width, room);
  if (cell->second != NULL && (below || left > 0))
    second_height = fit (cell->second, cell->second_width, below ? room : left);
  top = middle - (height + (below ? second_height : 0)) / 2;
  draw_layout (snapshot, cell->text, right ? x + room - width : x, top,
               cell->cell.dim ? &dim : colour);
  second_width = MIN (cell->second_width, below ? room : left);
  if (below)
    draw_layout (snapshot, cell->second, right ? x + room - second_width : x, top + height, &dim);
  else if (second_height > 0)
    draw_layout (snapshot, cell->second,
                 right ? x + left - second_width : x + width + BETWEEN,
                 middle + height / 2 - second_height - 1, &dim);
}

static void
val_long_table_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValLongTableRow *self = VAL_LONG_TABLE_ROW (widget);
  GArray *columns = self->table->columns;
  GdkRGBA colour;

  val_gtk_get_text_colour (widget, &colour);
  for (guint i = 0; i < columns->len; i++)
    {
      const ValLongTableColumn *column = &g_array_index (columns, ValLongTableColumn, i);

      if (column->visible && self->cells[i].text != NULL)
        draw_cell (self, snapshot, column, &self->cells[i], &colour);
    }
}

static void
val_long_table_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  /* The table gives every row the same size and asks none of them. */
  *minimum = *natural = 0;
}

static void
val_long_table_row_finalize (GObject *object)
{
  ValLongTableRow *self = VAL_LONG_TABLE_ROW (object);

  for (guint i = 0; i < MAX_COLUMNS; i++)
    cell_clear (&self->cells[i]);
  g_free (self->label);
  G_OBJECT_CLASS (val_long_table_row_parent_class)->finalize (object);
}

static void
val_long_table_row_class_init (ValLongTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_long_table_row_finalize;
  widget_class->snapshot = val_long_table_row_snapshot;
  widget_class->measure = val_long_table_row_measure;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
val_long_table_row_init (ValLongTableRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * val_long_table_row_new:
 * @table: what it is a row of
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
val_long_table_row_new (ValLongTable *table)
{
  ValLongTableRow *self = g_object_new (VAL_TYPE_LONG_TABLE_ROW, NULL);

  self->table = table;
  return GTK_WIDGET (self);
}

/**
 * val_long_table_row_bind:
 * @position: an item of the table's model
 *
 * Shows that item. The columns learn how wide their texts are.
 */
void
val_long_table_row_bind (ValLongTableRow *self, guint position)
{
  ValLongTable *table = self->table;
  g_autoptr (GObject) item
      = g_list_model_get_item (G_LIST_MODEL (table->selection), position);
  g_autofree char *label = NULL;

  if (item == NULL)
    return;
  g_assert (table->columns->len <= MAX_COLUMNS);
  for (guint i = 0; i < table->columns->len; i++)
    {
      ValLongTableColumn *column = &g_array_index (table->columns, ValLongTableColumn, i);

      cell_clear (&self->cells[i]);
      if (column->visible)
        fill_cell (self, column, &self->cells[i], item);
    }
  label = table->describe (item, table->describe_data);
  if (g_strcmp0 (label, self->label) != 0)
    {
      val_gtk_set_accessible_label (GTK_WIDGET (self), label);
      g_free (self->label);
      self->label = g_steal_pointer (&label);
    }
  val_long_table_row_set_selected (self,
                                   gtk_selection_model_is_selected (table->selection, position));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * val_long_table_row_set_selected:
 * @selected: whether it is chosen
 */
void
val_long_table_row_set_selected (ValLongTableRow *self, gboolean selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * val_long_table_row_dup_tooltip:
 * @column: a column in sight
 *
 * Returns: (transfer full) (nullable): what more there is to say than is shown
 */
char *
val_long_table_row_dup_tooltip (ValLongTableRow *self, guint column)
{
  const Cell *cell = &self->cells[column];

  if (cell->cell.tooltip != NULL)
    return g_strdup (cell->cell.tooltip);
  if (cell->text == NULL
      || (!pango_layout_is_ellipsized (cell->text)
          && (cell->second == NULL || !pango_layout_is_ellipsized (cell->second))))
    return NULL;
  if (cell->second == NULL)
    return g_strdup (cell->cell.text);
  return g_strconcat (cell->cell.text, "\n", cell->cell.second, NULL);
}
