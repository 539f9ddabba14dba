/* val-sheet-measure.c: how much room the columns of a sheet take
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include "val-hyphens.h"

#define LEAST_WIDTH 52
#define LEAST_HEADING 64
#define TOO_LONG 82 /* a longer word of a heading may be broken, */
#define ROOMY 66    /* and then needs no more than this */
#define MOST_HEADING 128
#define MOST_NAMES 220
#define MOST_NAMES_NARROW 140
#define FEW 10 /* one name in ten may stand on two small lines */
#define LINE_HEIGHT 17 /* of text that is not enlarged, for which the above is meant */
#define MOST_LINES 3
/* So many cells are measured before the first frame; wider ones widen their column later. */
#define MOST_MEASURED 3000
#define GAP 12

/**
 * val_sheet_layout:
 * @width: in pixels, or -1: as the text needs
 *
 * Returns: (transfer none): the sheet's one layout, set to @text; valid until the next call
 */
PangoLayout *
val_sheet_layout (ValSheet *self, const char *text, gboolean strong, gboolean small, int width)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.82));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  pango_layout_set_height (self->layout, -1);
  pango_layout_set_ellipsize (self->layout,
                              width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

static int
width_of (ValSheet *self, const char *text, gboolean strong, gboolean small)
{
  int width;

  pango_layout_get_pixel_size (val_sheet_layout (self, text, strong, small, -1), &width, NULL);
  return width;
}

static int
heading_word_width (gpointer self, const char *text)
{
  return width_of (self, text, TRUE, TRUE);
}

/* More where text is enlarged. */
static int
enlarged (ValSheet *self, int pixels)
{
  int line;

  pango_layout_get_pixel_size (val_sheet_layout (self, "Ågy8", FALSE, FALSE, -1), NULL, &line);
  return pixels * MAX (line, LINE_HEIGHT) / LINE_HEIGHT;
}

/* val_sheet_dup_heading: what stands over a column, with the places where it may be broken */
char *
val_sheet_dup_heading (ValSheet *self, guint column)
{
  g_autofree char *name = self->source.dup_column_name (self->data, column);

  return val_hyphens_break (name, enlarged (self, TOO_LONG), heading_word_width, self);
}

/* The longest word of a heading has room, and all of it on three lines. */
static int
heading_width (ValSheet *self, const char *name)
{
  int all = width_of (self, name, TRUE, TRUE);
  int least = val_hyphens_longest (name, enlarged (self, ROOMY), heading_word_width, self);

  if (all <= LEAST_HEADING)
    return all;
  return CLAMP (MAX (least, all * 2 / 5 + 8), LEAST_HEADING, MAX (MOST_HEADING, least));
}

/* All figures are as wide as a nought: numbers of one pattern are measured once. */
static int
number_width (ValSheet *self, GHashTable *widths, const char *text, gboolean strong)
{
  char *pattern = g_strconcat (strong ? "s" : "p", text, NULL);
  gpointer known;
  int width;

  for (char *at = pattern + 1; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      *at = '0';
  if (g_hash_table_lookup_extended (widths, pattern, NULL, &known))
    {
      g_free (pattern);
      return GPOINTER_TO_INT (known);
    }
  width = width_of (self, pattern + 1, strong, FALSE);
  g_hash_table_insert (widths, pattern, GINT_TO_POINTER (width));
  return width;
}

static int
cell_width (ValSheet *self, GHashTable *widths, guint row, guint column)
{
  ValSheetCell cell = { .shade = -1 };
  int width = 0;

  self->source.fill (self->data, row, column, &cell);
  if (cell.text != NULL)
    width = number_width (self, widths, cell.text, cell.strong);
  if (cell.second != NULL)
    width += width_of (self, cell.second, FALSE, TRUE) + 8;
  if (cell.line != NULL)
    width = MAX (width, 50);
  val_sheet_cell_clear (&cell);
  return width;
}

static void
measure_column (ValSheet *self, GHashTable *widths, guint column, guint sample)
{
  g_autofree char *name = val_sheet_dup_heading (self, column);
  g_autofree char *unit
      = self->source.dup_unit != NULL ? self->source.dup_unit (self->data, column) : NULL;
  guint n = self->source.n_rows;
  guint wanted
      = self->source.get_width != NULL ? self->source.get_width (self->data, column) : 0;
  int width = MAX (heading_width (self, name) + (self->sort_column == (int) column ? 14 : 0),
                   LEAST_WIDTH - GAP);
  PangoLayout *layout;
  int height, unit_height = 0;

  if (unit != NULL)
    {
      width = MAX (width, width_of (self, unit, FALSE, TRUE));
      pango_layout_get_pixel_size (self->layout, NULL, &unit_height);
    }
  for (guint i = 0; i < MIN (n, sample); i++)
    width = MAX (width, cell_width (self, widths, i, column));
  for (guint i = MAX (sample, n - MIN (n, self->source.n_footer)); i < n; i++)
    width = MAX (width, cell_width (self, widths, i, column));
  if (wanted > 0)
    width = MAX (width, (int) wanted * 8);
  width += GAP;
  val_grid_geometry_add_column (&self->grid->geometry, width);
  /* As it is drawn. */
  layout = val_sheet_layout (self, name, TRUE, TRUE, width - GAP + 4);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_get_pixel_size (layout, NULL, &height);
  self->grid->geometry.header
      = MAX (self->grid->geometry.header, height + unit_height + 12);
}

/* A few long names stand on two small lines and take no room from the columns; where there are more
 * of them all rows are higher. */
static void
measure_names (ValSheet *self, int line)
{
  guint n = MIN (self->source.n_rows, 200), n_long = 0;
  int most = (self->grid->narrow ? MOST_NAMES_NARROW : MOST_NAMES) * MAX (line, LINE_HEIGHT)
             / LINE_HEIGHT;
  int width = self->corner != NULL ? width_of (self, self->corner, TRUE, TRUE) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = self->source.dup_row_name (self->data, i);
      gboolean strong = self->source.row_is_strong != NULL
                        && self->source.row_is_strong (self->data, i);
      int wanted = width_of (self, name, strong, FALSE);

      if (wanted + 18 > most)
        n_long++;
      else
        width = MAX (width, wanted);
    }
  self->two_lines = n_long > n / FEW;
  if (n_long > 0)
    width = MAX (width, self->two_lines ? most : most * 3 / 4);
  self->grid->geometry.names = CLAMP (width + 18, 60, most);
}

/**
 * val_sheet_measure_source:
 *
 * Works the sizes out from the texts.
 *
 * Returns: FALSE when there is no source
 */
gboolean
val_sheet_measure_source (ValGrid *grid)
{
  ValSheet *self = VAL_SHEET (grid);
  ValGridGeometry *geometry = &self->grid->geometry;
  g_autoptr (GHashTable) widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = self->source.n_columns;
  guint sample = n > 0 ? MAX (MOST_MEASURED / n, 4) : 0;
  int height;

  g_array_set_size (geometry->columns, 0);
  geometry->n_below = MIN (self->source.n_footer, self->source.n_rows);
  geometry->n_rows = self->source.n_rows - geometry->n_below;
  if (self->source.fill == NULL)
    return FALSE;
  pango_layout_get_pixel_size (val_sheet_layout (self, "Ågy8", FALSE, FALSE, -1), NULL, &height);
  measure_names (self, height);
  geometry->row_height = self->two_lines ? 2 * height + 10 : height + 14;
  geometry->footer = (int) geometry->n_below * geometry->row_height;
  geometry->header = height + 12;
  for (guint i = 0; i < n; i++)
    measure_column (self, widths, i, sample);
  return TRUE;
}
