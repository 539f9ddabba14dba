/* val-document-block.c: texts and charts of a document
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#include <math.h>

/* A pixel of a chart in points: charts are made for 96 dots to the inch. */
#define CHART_SCALE 0.75
#define CHART_FONT_PIXELS 14.5

static const struct
{
  double points;
  gboolean bold;
  gboolean dim;
  double space_before;
  const char *tag;
} roles[] = {
  [VAL_TEXT_TITLE] = { 11, FALSE, TRUE, 0, "P" },
  [VAL_TEXT_HEADLINE] = { 26, TRUE, FALSE, 4, "H1" },
  [VAL_TEXT_HEADING] = { 14, TRUE, FALSE, 20, "H2" },
  [VAL_TEXT_SUBHEADING] = { 10.5, TRUE, FALSE, 10, "H3" },
  [VAL_TEXT_BODY] = { 10, FALSE, FALSE, 6, "P" },
  [VAL_TEXT_NOTE] = { 8.5, FALSE, TRUE, 6, "P" },
};

/* A text of @points; figures of equal width, so that columns of numbers stand in line. */
PangoLayout *
val_document_make_layout (PangoContext *context, const char *text, double points, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (points * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_line_spacing (layout, 1.15F);
  return layout;
}

double
val_document_layout_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

/* Lines are as far apart as their baselines, which is more than they are high. */
static void
measure_lines (ValBlock *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double first = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  double top = 0, height;

  while (pango_layout_iter_next_line (iter))
    {
      double next = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - first;

      height = next - top;
      top = next;
      g_array_append_val (self->pieces, height);
    }
  height = val_document_layout_height (self->layout) - top;
  g_array_append_val (self->pieces, height);
  pango_layout_iter_free (iter);
}

static void
measure_text (ValBlock *self, PangoContext *context, double width)
{

  self->space_before = roles[self->role].space_before;
  self->layout = val_document_make_layout (context, self->text, roles[self->role].points,
                                           roles[self->role].bold);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  measure_lines (self);
}

/* The chart's own fonts, in its own units, so that it looks as on the screen. */
static PangoContext *
make_chart_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, CHART_FONT_PIXELS * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static double
title_height (const ValBlock *self)
{
  return self->layout != NULL ? val_document_layout_height (self->layout) + 6 : 0;
}

static void
measure_chart (ValBlock *self, PangoContext *context, double width, double page_height)
{
  PangoContext *chart_context = make_chart_context ();
  double height, room;

  self->space_before = 12;
  if (self->text != NULL && *self->text != '\0')
    {
      self->layout = val_document_make_layout (context, self->text, 10.5, TRUE);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
    }
  self->chart_scale = CHART_SCALE;
  self->chart_width = floor (width / CHART_SCALE);
  /* The first layout gives the chart its fonts, without which it does not know its height. */
  val_chart_layout (self->chart, chart_context, self->chart_width, 240);
  self->chart_height = val_chart_get_height_for_width (self->chart, (int) self->chart_width);
  val_chart_layout (self->chart, chart_context, self->chart_width, self->chart_height);
  g_object_unref (chart_context);
  room = page_height - title_height (self);
  if (self->chart_height * self->chart_scale > room)
    self->chart_scale = room / self->chart_height;
  height = title_height (self) + self->chart_height * self->chart_scale;
  g_array_append_val (self->pieces, height);
}

/*
 * val_block_measure:
 * @context: fonts of the document, in points
 * @width: of the column of text
 * @page_height: the most that one piece may take
 *
 * Sets the block into lines or rows.
 */
void
val_block_measure (ValBlock *self, PangoContext *context, double width, double page_height)
{
  g_array_set_size (self->pieces, 0);
  g_clear_object (&self->layout);
  switch (self->kind)
    {
    case VAL_BLOCK_TEXT:
      measure_text (self, context, width);
      break;
    case VAL_BLOCK_CHART:
      measure_chart (self, context, width, page_height);
      break;
    case VAL_BLOCK_TABLE:
      self->space_before = 8;
      val_document_table_measure (self->table, context, width, self->pieces);
      break;
    case VAL_BLOCK_LINES:
      self->space_before = 4;
      val_document_measure_lines (self);
      break;
    case VAL_BLOCK_SIGN:
      self->space_before = 30;
      val_document_measure_sign (self, context, width);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What is drawn again at the top of each of its parts. */
double
val_block_repeated_height (const ValBlock *self)
{
  return self->kind == VAL_BLOCK_TABLE ? self->table->header_height : 0;
}

/* Only the lines that stand on this page, so that each word is in the file once. */
static void
draw_text (ValBlock *self, cairo_t *cr, double x, double y, guint first, guint n)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double start = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

  val_colour_set (cr, roles[self->role].dim ? &palette->dim_text : &palette->text);
  cairo_tag_begin (cr, roles[self->role].tag, NULL);
  for (guint line = 0; line < first + n; line++)
    {
      if (line >= first)
        {
          cairo_move_to (cr, x, y + start);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
          y += g_array_index (self->pieces, double, line);
        }
      pango_layout_iter_next_line (iter);
    }
  cairo_tag_end (cr, roles[self->role].tag);
  pango_layout_iter_free (iter);
}

static void
draw_chart (ValBlock *self, cairo_t *cr, double x, double y, double width)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);

  if (self->layout != NULL)
    {
      val_colour_set (cr, &palette->text);
      cairo_move_to (cr, x, y);
      cairo_tag_begin (cr, "H3", NULL);
      pango_cairo_show_layout (cr, self->layout);
      cairo_tag_end (cr, "H3");
    }
  cairo_save (cr);
  cairo_translate (cr, x, y + title_height (self));
  cairo_scale (cr, self->chart_scale, self->chart_scale);
  val_chart_draw (self->chart, cr, palette, NULL);
  cairo_restore (cr);
}

/*
 * val_block_draw:
 * @first, @n: which pieces
 *
 * Draws a part of a measured block.
 */
void
val_block_draw (ValBlock *self, cairo_t *cr, double x, double y, double width, guint first, guint n)
{
  switch (self->kind)
    {
    case VAL_BLOCK_TEXT:
      draw_text (self, cr, x, y, first, n);
      break;
    case VAL_BLOCK_CHART:
      draw_chart (self, cr, x, y, width);
      break;
    case VAL_BLOCK_TABLE:
      val_document_table_draw (self->table, cr, x, y, self->pieces, first, n);
      break;
    case VAL_BLOCK_LINES:
      val_document_draw_lines (self, cr, x, y, width, n);
      break;
    case VAL_BLOCK_SIGN:
      val_document_draw_sign (self, cr, x, y, width);
      break;
    default:
      g_assert_not_reached ();
    }
}
