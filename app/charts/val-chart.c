/* val-chart.c: what every chart can do
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart.h"

#include "val-chart-private.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* GTK asks for the height at so many widths until a chart has its place. */
#define N_HEIGHTS 4

typedef struct
{
  char *title;
  char *period;
  PangoContext *context; /* fonts of the last layout */
  guint context_serial;
  double width, height; /* of the last layout */
  struct
  {
    int width, height;
  } heights[N_HEIGHTS]; /* that were asked for, the last first; a width of 0: none */
  guint heights_serial; /* of the context they were measured with */
  gboolean laid_out;
  gboolean labels_hidden;
  GArray *labels; /* ValChartLabel */
} ValChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ValChart, val_chart, G_TYPE_OBJECT)

enum
{
  INVALIDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PRIV(self) ((ValChartPrivate *) val_chart_get_instance_private (self))

static void
clear_label (gpointer data)
{
  ValChartLabel *label = data;

  g_clear_object (&label->layout);
}

static void
val_chart_finalize (GObject *object)
{
  ValChartPrivate *priv = PRIV (VAL_CHART (object));

  g_free (priv->title);
  g_free (priv->period);
  g_clear_object (&priv->context);
  g_array_unref (priv->labels);
  G_OBJECT_CLASS (val_chart_parent_class)->finalize (object);
}

static gboolean
val_chart_default_column_is_number (ValChart *self, int column)
{
  return column > 0;
}

static int
val_chart_default_get_height_for_width (ValChart *self, int width)
{
  return CLAMP (width * 2 / 5, 200, 320);
}

static void
val_chart_class_init (ValChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_chart_finalize;
  klass->column_is_number = val_chart_default_column_is_number;
  klass->get_height_for_width = val_chart_default_get_height_for_width;

  /**
   * ValChart::invalidated:
   *
   * The numbers or the title changed: lay out and draw again.
   */
  signals[INVALIDATED] = g_signal_new ("invalidated", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
val_chart_init (ValChart *self)
{
  ValChartPrivate *priv = PRIV (self);

  priv->labels = g_array_new (FALSE, TRUE, sizeof (ValChartLabel));
  g_array_set_clear_func (priv->labels, clear_label);
}

static void
forget_heights (ValChart *self)
{
  memset (PRIV (self)->heights, 0, sizeof PRIV (self)->heights);
}

static void
set_text (ValChart *self, char **where, const char *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return;
  g_free (*where);
  *where = g_strdup (text);
  val_chart_invalidate (self);
}

/**
 * val_chart_set_title:
 * @title: (nullable): the finding, translated
 */
void
val_chart_set_title (ValChart *self, const char *title)
{
  g_return_if_fail (VAL_IS_CHART (self));

  set_text (self, &PRIV (self)->title, title);
}

/**
 * val_chart_get_title:
 *
 * Returns: (transfer none) (nullable): the finding
 */
const char *
val_chart_get_title (ValChart *self)
{
  g_return_val_if_fail (VAL_IS_CHART (self), NULL);

  return PRIV (self)->title;
}

/**
 * val_chart_set_period:
 * @period: (nullable): the day or the days that the numbers are of, translated
 */
void
val_chart_set_period (ValChart *self, const char *period)
{
  g_return_if_fail (VAL_IS_CHART (self));

  set_text (self, &PRIV (self)->period, period);
}

/**
 * val_chart_get_period:
 *
 * Returns: (transfer none) (nullable): the period
 */
const char *
val_chart_get_period (ValChart *self)
{
  g_return_val_if_fail (VAL_IS_CHART (self), NULL);

  return PRIV (self)->period;
}

/**
 * val_chart_invalidate:
 *
 * Says that the numbers changed: the layout is dropped and #ValChart::invalidated emitted.
 */
void
val_chart_invalidate (ValChart *self)
{
  g_return_if_fail (VAL_IS_CHART (self));

  PRIV (self)->laid_out = FALSE;
  forget_heights (self);
  g_signal_emit (self, signals[INVALIDATED], 0);
}

/**
 * val_chart_set_context:
 * @context: the fonts that the chart will be laid out with
 *
 * Lets val_chart_get_height_for_width() measure with the right fonts before the first layout.
 */
void
val_chart_set_context (ValChart *self, PangoContext *context)
{
  g_return_if_fail (VAL_IS_CHART (self));

  if (g_set_object (&PRIV (self)->context, context))
    {
      PRIV (self)->laid_out = FALSE;
      forget_heights (self);
    }
}

/* The fonts of the last layout, or the system's when there was none yet. */
PangoContext *
val_chart_peek_context (ValChart *self)
{
  ValChartPrivate *priv = PRIV (self);

  if (priv->context == NULL)
    {
      PangoFontDescription *font = pango_font_description_from_string ("Sans 11");

      priv->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      pango_context_set_font_description (priv->context, font);
      pango_font_description_free (font);
    }
  return priv->context;
}

double
val_chart_get_width (ValChart *self)
{
  return PRIV (self)->width;
}

double
val_chart_get_height (ValChart *self)
{
  return PRIV (self)->height;
}

GArray *
val_chart_get_labels (ValChart *self)
{
  return PRIV (self)->labels;
}

/* For SVG, whose text is written as text and not as outlines. */
void
val_chart_set_labels_hidden (ValChart *self, gboolean hidden)
{
  PRIV (self)->labels_hidden = hidden;
}

/**
 * val_chart_layout:
 * @context: the fonts
 * @width: in pixels or points, above 0
 * @height: likewise; at least val_chart_get_height_for_width() for every label to have its place
 *
 * Works out the places of everything. Does nothing when neither size, fonts nor numbers changed.
 */
void
val_chart_layout (ValChart *self, PangoContext *context, double width, double height)
{
  ValChartPrivate *priv;
  guint serial;

  g_return_if_fail (VAL_IS_CHART (self));
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (width > 0 && height > 0);

  priv = PRIV (self);
  serial = pango_context_get_serial (context);
  if (priv->laid_out && priv->context == context && priv->context_serial == serial
      && priv->width == width && priv->height == height)
    return;
  if (g_set_object (&priv->context, context))
    forget_heights (self);
  priv->context_serial = serial;
  priv->width = width;
  priv->height = height;
  g_array_set_size (priv->labels, 0);
  VAL_CHART_GET_CLASS (self)->layout (self, context, width, height);
  priv->laid_out = TRUE;
}

static const ValColour *
ink_colour (const ValChartLabel *label, const ValPalette *palette, ValColour *ret_buffer)
{
  switch (label->ink)
    {
    case VAL_INK_DIM:
      return &palette->dim_text;
    case VAL_INK_WARNING:
      return &palette->warning;
    case VAL_INK_ON_LEVEL:
      return &palette->level_texts[CLAMP (label->shade, 0, 10)];
    case VAL_INK_ON_SERIES:
      {
        const ValColour *ground = &palette->series[label->shade % 6];
        const ValColour white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };

        *ret_buffer = val_palette_contrast (ground, &white) >= 4.5 ? white : black;
        return ret_buffer;
      }
    case VAL_INK_TEXT:
    default:
      return &palette->text;
    }
}

static void
draw_labels (ValChart *self, cairo_t *cr, const ValPalette *palette)
{
  GArray *labels = PRIV (self)->labels;

  for (guint i = 0; i < labels->len; i++)
    {
      const ValChartLabel *label = &g_array_index (labels, ValChartLabel, i);
      PangoRectangle logical;
      ValColour buffer;

      val_colour_set (cr, ink_colour (label, palette, &buffer));
      pango_layout_get_pixel_extents (label->layout, NULL, &logical);
      cairo_save (cr);
      if (label->turned)
        {
          cairo_translate (cr, label->box.x, label->box.y + label->box.height);
          cairo_rotate (cr, -G_PI_2);
          cairo_move_to (cr, -logical.x, -logical.y);
        }
      else
        cairo_move_to (cr, label->box.x - logical.x, label->box.y - logical.y);
      pango_cairo_show_layout (cr, label->layout);
      cairo_restore (cr);
    }
}

/* The colour of a label as "#rrggbb", for SVG. */
char *
val_chart_label_dup_colour (const ValChartLabel *label, const ValPalette *palette)
{
  ValColour buffer;
  const ValColour *colour = ink_colour (label, palette, &buffer);

  return g_strdup_printf ("#%02x%02x%02x", (int) (colour->red * 255 + 0.5),
                          (int) (colour->green * 255 + 0.5), (int) (colour->blue * 255 + 0.5));
}

/**
 * val_chart_draw:
 * @cr: where to draw, with the chart's top left corner at 0, 0
 * @palette: the colours
 * @cursor: (nullable): the point to ring
 *
 * Draws what val_chart_layout() worked out; without a layout nothing. The ground is left as it is.
 */
void
val_chart_draw (ValChart *self, cairo_t *cr, const ValPalette *palette,
                const ValChartPoint *cursor)
{
  ValChartPrivate *priv;
  cairo_rectangle_t box;

  g_return_if_fail (VAL_IS_CHART (self));
  g_return_if_fail (cr != NULL && palette != NULL);

  priv = PRIV (self);
  if (!priv->laid_out)
    return;
  cairo_save (cr);
  VAL_CHART_GET_CLASS (self)->draw (self, cr, palette, cursor);
  if (!priv->labels_hidden)
    draw_labels (self, cr, palette);
  if (cursor != NULL && val_chart_get_bounds (self, cursor, &box))
    {
      cairo_set_line_width (cr, 3);
      val_colour_set (cr, &palette->focus);
      val_chart_rounded (cr, &box, 4);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * val_chart_hit:
 * @x: in the layout's units
 * @y: likewise
 * @ret_point: (out): what lies there
 *
 * Returns: whether there is a point
 */
gboolean
val_chart_hit (ValChart *self, double x, double y, ValChartPoint *ret_point)
{
  g_return_val_if_fail (VAL_IS_CHART (self), FALSE);

  return PRIV (self)->laid_out && VAL_CHART_GET_CLASS (self)->hit (self, x, y, ret_point);
}

/**
 * val_chart_step:
 * @from: (nullable): where the cursor is; %NULL: nowhere, and every step gives a first point
 * @step: which way
 * @ret_point: (out): where it gets to
 *
 * Returns: FALSE at the edge and in an empty chart
 */
gboolean
val_chart_step (ValChart *self, const ValChartPoint *from, ValChartStep step,
                ValChartPoint *ret_point)
{
  g_return_val_if_fail (VAL_IS_CHART (self), FALSE);

  if (from == NULL && step != VAL_CHART_STEP_LAST)
    step = VAL_CHART_STEP_FIRST;
  return VAL_CHART_GET_CLASS (self)->step (self, from, step, ret_point);
}

/**
 * val_chart_get_bounds:
 * @point: a point
 * @ret_bounds: (out): its rectangle in the layout's units
 *
 * Returns: FALSE when there is no such point or no layout
 */
gboolean
val_chart_get_bounds (ValChart *self, const ValChartPoint *point, cairo_rectangle_t *ret_bounds)
{
  g_return_val_if_fail (VAL_IS_CHART (self), FALSE);

  return PRIV (self)->laid_out
         && VAL_CHART_GET_CLASS (self)->get_bounds (self, point, ret_bounds);
}

/**
 * val_chart_dup_point_text:
 * @point: a point
 *
 * Returns: (transfer full): its exact values in words; empty when there is no such point
 */
char *
val_chart_dup_point_text (ValChart *self, const ValChartPoint *point)
{
  char *text;

  g_return_val_if_fail (VAL_IS_CHART (self), NULL);

  text = VAL_CHART_GET_CLASS (self)->dup_point_text (self, point);
  return text != NULL ? text : g_strdup ("");
}

/**
 * val_chart_dup_description:
 *
 * Returns: (transfer full): one or two sentences that say the chart's numbers
 */
char *
val_chart_dup_description (ValChart *self)
{
  g_return_val_if_fail (VAL_IS_CHART (self), NULL);

  return VAL_CHART_GET_CLASS (self)->dup_description (self);
}

/**
 * val_chart_get_n_columns:
 *
 * Returns: how many columns the chart has as a table
 */
int
val_chart_get_n_columns (ValChart *self)
{
  g_return_val_if_fail (VAL_IS_CHART (self), 0);

  return VAL_CHART_GET_CLASS (self)->get_n_columns (self);
}

/**
 * val_chart_get_n_rows:
 *
 * Returns: how many rows it has, without the header
 */
int
val_chart_get_n_rows (ValChart *self)
{
  g_return_val_if_fail (VAL_IS_CHART (self), 0);

  return VAL_CHART_GET_CLASS (self)->get_n_rows (self);
}

/**
 * val_chart_dup_cell:
 * @row: from 0; -1 for the header
 * @column: from 0
 *
 * Returns: (transfer full): the cell's text, translated and formatted
 */
char *
val_chart_dup_cell (ValChart *self, int row, int column)
{
  char *text;

  g_return_val_if_fail (VAL_IS_CHART (self), NULL);
  g_return_val_if_fail (row >= -1 && row < val_chart_get_n_rows (self), NULL);
  g_return_val_if_fail (column >= 0 && column < val_chart_get_n_columns (self), NULL);

  text = VAL_CHART_GET_CLASS (self)->dup_cell (self, row, column);
  return text != NULL ? text : g_strdup ("");
}

/**
 * val_chart_column_is_number:
 * @column: from 0
 *
 * Returns: whether the column is right-aligned with tabular figures
 */
gboolean
val_chart_column_is_number (ValChart *self, int column)
{
  g_return_val_if_fail (VAL_IS_CHART (self), FALSE);

  return VAL_CHART_GET_CLASS (self)->column_is_number (self, column);
}

/**
 * val_chart_get_height_for_width:
 * @width: in pixels
 *
 * Returns: the height in pixels at which everything has its place
 */
int
val_chart_get_height_for_width (ValChart *self, int width)
{
  ValChartPrivate *priv;
  guint serial;
  int height;

  g_return_val_if_fail (VAL_IS_CHART (self), 0);

  priv = PRIV (self);
  serial = pango_context_get_serial (val_chart_peek_context (self));
  if (serial != priv->heights_serial)
    forget_heights (self);
  width = MAX (width, 1);
  for (guint i = 0; i < N_HEIGHTS; i++)
    if (priv->heights[i].width == width)
      return priv->heights[i].height;
  height = VAL_CHART_GET_CLASS (self)->get_height_for_width (self, width);
  memmove (&priv->heights[1], &priv->heights[0], (N_HEIGHTS - 1) * sizeof priv->heights[0]);
  priv->heights[0].width = width;
  priv->heights[0].height = height;
  priv->heights_serial = serial;
  return height;
}
