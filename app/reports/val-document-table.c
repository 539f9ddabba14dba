/* val-document-table.c: tables of a document
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#include <math.h>
#include <string.h>

#define POINTS 9
#define SMALL_POINTS 8
#define GAP 10    /* between columns */
#define PADDING 4 /* above and below a row */
/* How small letters may become before words are split, and in which steps. */
#define LEAST_SCALE 0.75
#define SCALE_STEP 0.08
#define HEADER 56 /* a column of numbers may be as wide as this for its header */

/* A cell is never higher than most of a page; nothing that is not absurd comes near. */
#define MOST_LINES 45

ValDocumentTable *
val_document_table_new (const ValDocumentColumn *columns, guint n_columns)
{
  ValDocumentTable *self = g_new0 (ValDocumentTable, 1);

  self->n_columns = n_columns;
  self->headers = g_new0 (char *, n_columns + 1);
  self->numbers = g_new0 (gboolean, n_columns);
  self->widths = g_new0 (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->headers[i] = g_strdup (columns[i].header);
      self->numbers[i] = columns[i].is_number;
    }
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
val_document_table_free (ValDocumentTable *self)
{
  g_strfreev (self->headers);
  g_free (self->numbers);
  g_free (self->widths);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->layouts);
  g_free (self);
}

/**
 * val_document_table_add_row:
 * @self: a table
 * @cells: one text per column, %NULL for none; of a cell with a line feed the first line is
 *   set bold, the rest smaller and dim
 */
void
val_document_table_add_row (ValDocumentTable *self, const char *const *cells)
{
  char **row;

  g_return_if_fail (self != NULL && cells != NULL);

  row = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  g_ptr_array_add (self->rows, row);
}

static PangoLayout *
make_cell (ValDocumentTable *self, PangoContext *context, const char *text, gboolean bold)
{
  PangoLayout *layout = val_document_make_layout (context, text, POINTS * self->scale, bold);
  const char *second = strchr (text, '\n');

  if (second != NULL)
    {
      const ValColour *dim = &val_palette_get (VAL_PALETTE_PRINT)->dim_text;
      PangoAttrList *attributes = pango_layout_get_attributes (layout);
      PangoAttribute *colour =
          pango_attr_foreground_new ((guint16) (dim->red * 65535), (guint16) (dim->green * 65535),
                                     (guint16) (dim->blue * 65535));
      PangoAttribute *size = pango_attr_size_new_absolute (
          (int) (SMALL_POINTS * self->scale * PANGO_SCALE));

      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      colour->start_index = size->start_index = weight->end_index = (guint) (second - text);
      pango_attr_list_change (attributes, size);
      pango_attr_list_insert (attributes, colour);
      pango_attr_list_insert (attributes, weight);
    }
  return layout;
}

/* The width of a text on one line, and of its longest word. */
static void
get_widths (PangoLayout *layout, double *natural, double *word)
{
  PangoRectangle logical;
  PangoLayoutIter *iter;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  *natural = MAX (*natural, ceil ((double) logical.width / PANGO_SCALE) + 1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, PANGO_SCALE);
  iter = pango_layout_get_iter (layout);
  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      *word = MAX (*word, ceil ((double) logical.width / PANGO_SCALE) + 1);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  pango_layout_set_width (layout, -1);
}

/* Numbers get what they need. Texts share the rest in proportion to what they would like, but none
 * less than its longest word as long as there is room. FALSE: there is none, words are split. */
static gboolean
choose_widths (ValDocumentTable *self, double width)
{
  g_autofree double *natural = g_new0 (double, self->n_columns);
  g_autofree double *word = g_new0 (double, self->n_columns);
  g_autofree double *header = g_new0 (double, self->n_columns);
  double wanted = 0, least = 0, room = width - GAP * (self->n_columns - 1);

  for (guint i = 0; i < self->layouts->len; i++)
    {
      guint column = i % self->n_columns;

      /* A header wraps rather than to make a column of numbers wide. */
      get_widths (g_ptr_array_index (self->layouts, i),
                  i < self->n_columns && self->numbers[column] ? &header[column] : &natural[column],
                  &word[column]);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      natural[i] = MAX (natural[i], word[i]);
      if (self->numbers[i])
        word[i] = natural[i] = MAX (natural[i], MIN (header[i], HEADER));
      word[i] = MIN (word[i], room / 2);
      natural[i] = MAX (word[i], MIN (natural[i], room * 0.45));
      wanted += natural[i] - word[i];
      least += word[i];
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (least > room)
        self->widths[i] = word[i] * room / least;
      else if (wanted > room - least)
        self->widths[i] = word[i] + (natural[i] - word[i]) * (room - least) / wanted;
      else
        self->widths[i] = natural[i];
    }
  return least <= room;
}

static double
row_height (ValDocumentTable *self, guint row)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->layouts, row * self->n_columns + i);

      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) ceil (self->widths[i] * PANGO_SCALE));
      pango_layout_set_alignment (layout, self->numbers[i] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      if (pango_layout_get_line_count (layout) > MOST_LINES)
        {
          pango_layout_set_height (layout, -MOST_LINES);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
      height = MAX (height, val_document_layout_height (layout));
    }
  return height + 2 * PADDING;
}

static void
make_cells (ValDocumentTable *self, PangoContext *context)
{
  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->layouts, make_cell (self, context, self->headers[i], TRUE));
  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < self->n_columns; i++)
      g_ptr_array_add (
          self->layouts,
          make_cell (self, context, ((char **) g_ptr_array_index (self->rows, row))[i], FALSE));
}

/*
 * val_document_table_measure:
 * @pieces: (out): the heights of the rows, without the header
 */
void
val_document_table_measure (ValDocumentTable *self, PangoContext *context, double width,
                            GArray *pieces)
{
  self->scale = 1;
  make_cells (self, context);
  while (!choose_widths (self, width) && self->scale > LEAST_SCALE)
    {
      self->scale -= SCALE_STEP;
      make_cells (self, context);
    }
  self->header_height = row_height (self, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      double height = row_height (self, row + 1);

      g_array_append_val (pieces, height);
    }
}

static void
draw_row (ValDocumentTable *self, cairo_t *cr, double x, double y, guint row, double align_bottom)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->layouts, row * self->n_columns + i);
      double down =
          align_bottom > 0 ? align_bottom - 2 * PADDING - val_document_layout_height (layout) : 0;

      cairo_move_to (cr, x, y + PADDING + down);
      pango_cairo_show_layout (cr, layout);
      x += self->widths[i] + GAP;
    }
}

static void
draw_line (cairo_t *cr, double x, double y, double width, double thickness, const ValColour *colour)
{
  val_colour_set (cr, colour);
  cairo_rectangle (cr, x, y - thickness / 2, width, thickness);
  cairo_fill (cr);
}

/* Draws @n rows from @first under a header. */
void
val_document_table_draw (ValDocumentTable *self, cairo_t *cr, double x, double y,
                         const GArray *pieces, guint first, guint n)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  double width = GAP * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    width += self->widths[i];
  val_colour_set (cr, &palette->dim_text);
  draw_row (self, cr, x, y, 0, self->header_height);
  y += self->header_height;
  draw_line (cr, x, y, width, 0.8, &palette->axis);
  for (guint i = first; i < first + n; i++)
    {
      val_colour_set (cr, &palette->text);
      draw_row (self, cr, x, y, i + 1, 0);
      y += g_array_index (pieces, double, i);
      draw_line (cr, x, y, width, 0.4, &palette->grid);
    }
}
