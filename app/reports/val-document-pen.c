/* val-document-pen.c: places of a document that are filled with a pen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#define LINE_HEIGHT 24 /* of handwriting, points */
#define SIGN_HEIGHT 40
#define SIGN_GAP 30
#define LABEL_POINTS 8.5

/* val_document_measure_lines: a piece each */
void
val_document_measure_lines (ValBlock *block)
{
  const double height = LINE_HEIGHT;

  for (guint i = 0; i < block->n_lines; i++)
    g_array_append_val (block->pieces, height);
}

/* val_document_draw_lines: @n of them */
void
val_document_draw_lines (ValBlock *block, cairo_t *cr, double x, double y, double width, guint n)
{
  val_colour_set (cr, &val_palette_get (VAL_PALETTE_PRINT)->axis);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (cr, x, y + (i + 1) * LINE_HEIGHT - 0.5, width, 0.5);
  cairo_fill (cr);
}

static double
sign_width (const ValBlock *block, double width)
{
  guint n = MAX (1, g_strv_length (block->labels));

  return (width - SIGN_GAP * (n - 1)) / n;
}

static PangoLayout *
make_label (const ValBlock *block, guint index, PangoContext *context, double width)
{
  PangoLayout *layout
      = val_document_make_layout (context, block->labels[index], LABEL_POINTS, FALSE);

  pango_layout_set_width (layout, (int) (sign_width (block, width) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* val_document_measure_sign: one piece: the lines and who signs there */
void
val_document_measure_sign (ValBlock *block, PangoContext *context, double width)
{
  double labels = 0, height;

  for (guint i = 0; block->labels[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = make_label (block, i, context, width);

      labels = MAX (labels, val_document_layout_height (layout));
    }
  height = SIGN_HEIGHT + labels;
  g_array_append_val (block->pieces, height);
}

/* val_document_draw_sign: all of it */
void
val_document_draw_sign (ValBlock *block, cairo_t *cr, double x, double y, double width)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  PangoContext *context = pango_cairo_create_context (cr);
  /* As everything else on the page; without a word Pango takes a serif. */
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  double step = sign_width (block, width);

  pango_context_set_font_description (context, font);
  for (guint i = 0; block->labels[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = make_label (block, i, context, width);

      val_colour_set (cr, &palette->axis);
      cairo_rectangle (cr, x, y + SIGN_HEIGHT - 4, step, 0.5);
      cairo_fill (cr);
      val_colour_set (cr, &palette->dim_text);
      cairo_move_to (cr, x, y + SIGN_HEIGHT);
      pango_cairo_show_layout (cr, layout);
      x += step + SIGN_GAP;
    }
  g_object_unref (context);
}
