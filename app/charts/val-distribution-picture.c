/* val-distribution-picture.c: layout and drawing of a distribution
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-distribution-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <math.h>
#include <string.h>

#define NARROW 420 /* below, the scale at the left gives its room to the bars */

typedef struct
{
  double line; /* height of a label */
  double gutter;
  double strip;  /* above the bars: mean and comparison */
  double shares; /* room for the share above the highest bar */
  double bottom; /* level numbers and bands */
  gboolean bands_inside;
  gboolean stacked_strip; /* comparison above the mean */
  gboolean tiny;
  gboolean staggered;
} Metrics;

static char *
dup_mean_text (ValDistributionChart *self)
{
  g_autofree char *number = val_format_number (self->mean, 1);

  /* Translators: label of the line of the mean in the distribution; %s is a number as "7.1" */
  return g_strdup_printf (_ ("mean %s"), number);
}

static GPtrArray *
make_band_texts (ValDistributionChart *self, PangoContext *context)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_bands; i++)
    {
      const ValDistributionBand *band = &self->bands[i];
      g_autofree char *text
          = band->from == band->to
                ? g_strdup_printf ("%d\302\240%s", band->from, band->name)
                : g_strdup_printf ("%d\342\200\223%d\302\240%s", band->from, band->to, band->name);

      g_ptr_array_add (texts, val_chart_make_text (context, text, VAL_TEXT_PLAIN));
    }
  return texts;
}

/* Whether each band's name fits below its own levels; the height of the highest. */
static gboolean
measure_bands_inside (ValDistributionChart *self, PangoContext *context, double step,
                      double *ret_height)
{
  *ret_height = 0;
  for (guint i = 0; i < self->n_bands; i++)
    {
      const ValDistributionBand *band = &self->bands[i];
      double width = (band->to - band->from + 1) * step - 8;
      g_autoptr (PangoLayout) text = NULL;

      if (val_chart_longest_word (context, band->name, VAL_TEXT_PLAIN) > width)
        return FALSE;
      text = val_chart_make_wrapped (context, band->name, VAL_TEXT_PLAIN, width,
                                     PANGO_ALIGN_CENTER);
      *ret_height = MAX (*ret_height, val_chart_text_height (text));
    }
  return TRUE;
}

/* The widest share, for choosing a size at which neighbours do not touch. */
static double
widest_share (ValDistributionChart *self, PangoContext *context, ValTextStyle style)
{
  double widest = 0;

  for (int i = 0; i < VAL_N_LEVELS; i++)
    if (self->counts[i] > 0)
      {
        g_autofree char *share = val_format_percent (self->percents[i]);
        g_autoptr (PangoLayout) text = val_chart_make_text (context, share, style);

        widest = MAX (widest, val_chart_text_width (text));
      }
  return widest;
}

static void
measure_strip (ValDistributionChart *self, PangoContext *context, double width, Metrics *m)
{
  double mean_width = 0, legend_width = 0;

  if (!isnan (self->mean))
    {
      g_autofree char *mean = dup_mean_text (self);
      g_autoptr (PangoLayout) text = val_chart_make_text (context, mean, VAL_TEXT_PLAIN);

      mean_width = val_chart_text_width (text) + 6;
    }
  if (self->compares)
    {
      g_autoptr (PangoLayout) text
          = val_chart_make_text (context, self->other_name, VAL_TEXT_PLAIN);

      legend_width = val_chart_text_width (text) + m->line + 20;
    }
  /* Beside the mean's line there is room for the comparison only when it fits on its left or
   * right with the mean's label on either side; a row of its own is the sure way. */
  m->stacked_strip = mean_width > 0 && legend_width > 0
                     && legend_width + mean_width > (width - m->gutter) * 0.55;
  m->strip = (mean_width > 0 || legend_width > 0 ? m->line + 4 : 0)
             + (m->stacked_strip ? m->line : 0);
}

static void
measure (ValDistributionChart *self, PangoContext *context, double width, Metrics *m)
{
  double step, band_height = 0;

  memset (m, 0, sizeof *m);
  m->line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  if (width >= NARROW)
    {
      g_autofree char *most = val_format_percent (100);
      g_autoptr (PangoLayout) text = val_chart_make_text (context, most, VAL_TEXT_PLAIN);

      m->gutter = val_chart_text_width (text) + 8;
    }
  step = (width - m->gutter) / VAL_N_LEVELS;
  m->tiny = widest_share (self, context, VAL_TEXT_BOLD) > step - 3;
  m->staggered = m->tiny && widest_share (self, context, VAL_TEXT_TINY_BOLD) > step - 2;
  m->shares = m->line * (m->staggered ? 2 : 1) + 3;
  measure_strip (self, context, width, m);
  m->bands_inside = self->n_bands > 0
                    && measure_bands_inside (self, context, step, &band_height);
  if (!m->bands_inside && self->n_bands > 0)
    {
      g_autoptr (GPtrArray) texts = make_band_texts (self, context);

      band_height = val_chart_flow (NULL, texts, 0, 0, width, 0, NULL);
    }
  m->bottom = 4 + m->line + (self->n_bands > 0 ? 4 + band_height : 0) + 1;
}

static double
level_x (ValDistributionChart *self, double level)
{
  return self->plot.x + (level + 0.5) * self->step;
}

static void
layout_bar (ValDistributionChart *self, int level, int percent, double part, double minimum,
            cairo_rectangle_t *ret_bar)
{
  double bottom = self->plot.y + self->plot.height;
  double width = MAX (3, floor (self->step * part));

  ret_bar->x = floor (level_x (self, level) - width / 2 + 0.5);
  ret_bar->width = width;
  ret_bar->height
      = self->scale_top > 0 ? floor (self->scale_height * percent / self->scale_top + 0.5) : 0;
  ret_bar->height = MAX (ret_bar->height, minimum);
  ret_bar->y = bottom - ret_bar->height;
}

static void
label_bar (ValDistributionChart *self, PangoContext *context, const Metrics *m, int level)
{
  const cairo_rectangle_t *bar = &self->bars[level];
  g_autofree char *share = val_format_percent (self->percents[level]);
  g_autofree char *count = val_format_integer (self->counts[level]);
  PangoLayout *text
      = val_chart_make_text (context, share, m->tiny ? VAL_TEXT_TINY_BOLD : VAL_TEXT_BOLD);
  cairo_rectangle_t box = { 0, 0, val_chart_text_width (text), val_chart_text_height (text) };
  double x = CLAMP (bar->x + (bar->width - box.width) / 2, 0,
                    val_chart_get_width (VAL_CHART (self)) - box.width);
  g_autoptr (PangoLayout) inside = NULL;

  box.x = floor (x + 0.5);
  box.y = bar->y - 2 - box.height;
  if (!val_chart_box_is_free (VAL_CHART (self), &box, 1))
    box.y -= box.height;
  if (val_chart_box_is_free (VAL_CHART (self), &box, 1))
    val_chart_add_label (VAL_CHART (self), text, box.x, box.y, 0, 0, VAL_INK_TEXT, 0);
  else
    g_object_unref (text);

  inside = val_chart_make_text (context, count, VAL_TEXT_PLAIN);
  if (val_chart_text_width (inside) > bar->width - 2)
    {
      g_object_unref (inside);
      inside = val_chart_make_text (context, count, VAL_TEXT_TINY);
    }
  if (val_chart_text_width (inside) <= bar->width && val_chart_text_height (inside) < bar->height)
    val_chart_add_label (VAL_CHART (self), g_steal_pointer (&inside), bar->x + bar->width / 2,
                         bar->y + bar->height - 2, 0.5, 1, VAL_INK_ON_LEVEL, level);
}

static void
layout_bands (ValDistributionChart *self, PangoContext *context, double y)
{
  ValChart *chart = VAL_CHART (self);

  self->hairline_bottom = y;
  if (!self->bands_inside)
    {
      g_autoptr (GPtrArray) texts = make_band_texts (self, context);

      val_chart_flow (chart, texts, 0, y, val_chart_get_width (chart), 0, NULL);
      return;
    }
  for (guint i = 0; i < self->n_bands; i++)
    {
      const ValDistributionBand *band = &self->bands[i];
      double width = (band->to - band->from + 1) * self->step - 8;
      PangoLayout *text = val_chart_make_text (context, band->name, VAL_TEXT_PLAIN);

      if (val_chart_text_width (text) > width)
        val_chart_wrap_text (text, width, PANGO_ALIGN_CENTER);
      val_chart_add_label (chart, text, level_x (self, (band->from + band->to) / 2.0), y, 0.5, 0,
                           VAL_INK_DIM, 0);
      self->hairline_bottom
          = MAX (self->hairline_bottom, y + val_chart_text_height (text));
    }
}

static void
layout_strip (ValDistributionChart *self, PangoContext *context, const Metrics *m)
{
  ValChart *chart = VAL_CHART (self);
  double width = val_chart_get_width (chart);
  double y = m->stacked_strip ? m->line : 0;
  cairo_rectangle_t mean_box = { 0 };

  if (!isnan (self->mean))
    {
      g_autofree char *mean = dup_mean_text (self);
      PangoLayout *text = val_chart_make_text (context, mean, VAL_TEXT_PLAIN);
      double text_width = val_chart_text_width (text);
      gboolean right = self->mean_x + 6 + text_width <= width;

      mean_box.x = right ? self->mean_x + 6 : MAX (0, self->mean_x - 6 - text_width);
      mean_box.width = text_width;
      val_chart_add_label (chart, text, mean_box.x, y, 0, 0, VAL_INK_TEXT, 0);
    }
  if (self->compares)
    {
      PangoLayout *text = val_chart_make_text (context, self->other_name, VAL_TEXT_PLAIN);
      double sign = m->line + 4;
      double x = self->plot.x + sign;

      if (x + val_chart_text_width (text) > width)
        val_chart_wrap_text (text, width - x, PANGO_ALIGN_LEFT);
      if (!m->stacked_strip && !isnan (self->mean)
          && x + val_chart_text_width (text) + 8 > MIN (mean_box.x, self->mean_x))
        x = width - val_chart_text_width (text);
      self->legend = (cairo_rectangle_t){ floor (x), 0, val_chart_text_width (text), m->line };
      val_chart_add_label (chart, text, self->legend.x, 0, 0, 0, VAL_INK_DIM, 0);
    }
}

static void
layout_scale (ValDistributionChart *self, PangoContext *context, const Metrics *m)
{
  double step;

  self->scale_top = 0;
  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      self->scale_top = MAX (self->scale_top, self->percents[i]);
      if (self->compares)
        self->scale_top = MAX (self->scale_top, self->other_percents[i]);
    }
  step = val_ticks_step (self->scale_top, self->plot.height > 90 ? 3 : 2);
  self->grid_step = MAX (1, (int) step);
  self->scale_height = MAX (1, self->plot.height - m->shares);
  if (m->gutter == 0 || self->scale_top == 0)
    return;
  for (int percent = self->grid_step; percent <= self->scale_top; percent += self->grid_step)
    {
      g_autofree char *text = val_format_percent (percent);
      double y = self->plot.y + self->plot.height
                 - floor (self->scale_height * percent / self->scale_top + 0.5);

      val_chart_add_label (VAL_CHART (self), val_chart_make_text (context, text, VAL_TEXT_PLAIN),
                           self->plot.x - 8, y, 1, 0.5, VAL_INK_DIM, 0);
    }
}

static void
layout_levels (ValDistributionChart *self, PangoContext *context, double y)
{
  g_autoptr (PangoLayout) widest = val_chart_make_text (context, "10", VAL_TEXT_BOLD);
  int every = val_chart_text_width (widest) > self->step - 2 ? 2 : 1;
  int headline = isnan (self->mean) ? -1 : (int) floor (self->mean + 0.5 + 1e-9);

  for (int i = 0; i < VAL_N_LEVELS; i += every)
    {
      g_autofree char *number = val_format_integer (i);

      val_chart_add_label (
          VAL_CHART (self),
          val_chart_make_text (context, number, i == headline ? VAL_TEXT_BOLD : VAL_TEXT_PLAIN),
          level_x (self, i), y, 0.5, 0, VAL_INK_TEXT, 0);
    }
}

void
val_distribution_layout (ValChart *chart, PangoContext *context, double width,
                               double height)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);
  double bottom;
  Metrics m;

  measure (self, context, width, &m);
  self->bands_inside = m.bands_inside;
  self->step = (width - m.gutter) / VAL_N_LEVELS;
  self->plot = (cairo_rectangle_t){ m.gutter, m.strip, width - m.gutter,
                                    MAX (m.shares + 10, floor (height - m.strip - m.bottom)) };
  bottom = self->plot.y + self->plot.height;
  self->mean_x = isnan (self->mean) ? 0 : floor (level_x (self, self->mean)) + 0.5;
  layout_scale (self, context, &m);
  layout_strip (self, context, &m);
  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      layout_bar (self, i, self->percents[i], 0.66, self->counts[i] > 0 ? 2 : 0, &self->bars[i]);
      if (self->compares)
        layout_bar (self, i, self->other_percents[i], 0.86, self->other_counts[i] > 0 ? 2 : 0,
                    &self->ghosts[i]);
    }
  for (int i = 0; i < VAL_N_LEVELS; i++)
    if (self->counts[i] > 0)
      label_bar (self, context, &m, i);
  layout_levels (self, context, bottom + 4);
  layout_bands (self, context, bottom + 4 + m.line + 4);
  if (self->scale_top == 0)
    {
      PangoLayout *text
          = val_chart_make_wrapped (context, _ ("Nobody is assessed yet."), VAL_TEXT_PLAIN,
                                    self->plot.width, PANGO_ALIGN_CENTER);

      val_chart_add_label (chart, text, self->plot.x + self->plot.width / 2,
                           self->plot.y + self->plot.height / 2, 0.5, 0.5, VAL_INK_DIM, 0);
    }
}

static void
draw_frame (ValDistributionChart *self, cairo_t *cr, const ValPalette *palette)
{
  double bottom = self->plot.y + self->plot.height;
  double right = self->plot.x + self->plot.width;

  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->grid);
  for (int percent = self->grid_step; percent <= self->scale_top; percent += self->grid_step)
    {
      double y = bottom - floor (self->scale_height * percent / self->scale_top + 0.5) + 0.5;

      cairo_move_to (cr, self->plot.x, y);
      cairo_line_to (cr, right, y);
    }
  for (guint i = 0; i < self->n_bands && self->scale_top > 0; i++)
    if (self->bands[i].to < 10)
      {
        double x = floor (level_x (self, self->bands[i].to + 0.5)) + 0.5;

        cairo_move_to (cr, x, self->plot.y);
        cairo_line_to (cr, x, self->hairline_bottom);
      }
  cairo_stroke (cr);
  val_colour_set (cr, &palette->axis);
  cairo_move_to (cr, self->plot.x, bottom + 0.5);
  cairo_line_to (cr, right, bottom + 0.5);
  cairo_stroke (cr);
}

static void
draw_comparison (ValDistributionChart *self, cairo_t *cr, const ValPalette *palette)
{
  const double dashes[] = { 3, 2 };
  /* Wide enough for several dashes, so that it looks like what it explains. */
  cairo_rectangle_t sign = { self->legend.x - self->legend.height - 3.5, self->legend.y + 2.5,
                             self->legend.height - 1, self->legend.height - 5 };

  cairo_save (cr);
  val_colour_set (cr, &palette->dim_text);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  for (int i = 0; i < VAL_N_LEVELS; i++)
    if (self->other_counts[i] > 0)
      {
        cairo_rectangle_t box = self->ghosts[i];

        box.x += 0.5;
        box.y += 0.5;
        val_chart_rounded_top (cr, &box, 3);
      }
  val_chart_rounded (cr, &sign, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The line of the mean, interrupted where it would run through a label. */
static void
draw_mean (ValDistributionChart *self, cairo_t *cr, const ValPalette *palette)
{
  GArray *labels = val_chart_get_labels (VAL_CHART (self));
  double bottom = self->plot.y + self->plot.height;

  cairo_save (cr);
  cairo_rectangle (cr, self->mean_x - 2, 0, 4, bottom);
  for (guint i = 0; i < labels->len; i++)
    {
      const cairo_rectangle_t *box = &g_array_index (labels, ValChartLabel, i).box;

      if (box->y < bottom && box->x - 1 < self->mean_x + 1
          && self->mean_x - 1 < box->x + box->width + 1)
        cairo_rectangle (cr, box->x - 3, box->y - 1, box->width + 6, box->height + 4);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_rectangle (cr, self->mean_x - 2, 0, 4, bottom);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_clip (cr);
  val_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, self->mean_x, 2);
  cairo_line_to (cr, self->mean_x, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
val_distribution_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                             const ValChartPoint *cursor)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);

  draw_frame (self, cr, palette);
  if (self->compares)
    draw_comparison (self, cr, palette);
  if (!isnan (self->mean))
    draw_mean (self, cr, palette);
  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      if (self->counts[i] == 0)
        continue;
      val_colour_set (cr, &palette->levels[i]);
      val_chart_rounded_top (cr, &self->bars[i], 4);
      cairo_fill (cr);
      if (val_palette_contrast (&palette->levels[i], &palette->background) < 3)
        {
          cairo_rectangle_t rim = self->bars[i];

          /* Too light to be seen on the ground by itself. */
          rim.x += 0.5;
          rim.y += 0.5;
          rim.width -= 1;
          rim.height -= 0.5;
          val_colour_set (cr, &palette->axis);
          cairo_set_line_width (cr, 1);
          val_chart_rounded_top (cr, &rim, 4);
          cairo_stroke (cr);
        }
    }
}

gboolean
val_distribution_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);
  int level = (int) floor ((x - self->plot.x) / self->step);

  if (level < 0 || level >= VAL_N_LEVELS || y < self->plot.y
      || y > self->plot.y + self->plot.height + 24)
    return FALSE;
  ret_point->series = 0;
  ret_point->index = level;
  return TRUE;
}

gboolean
val_distribution_get_bounds (ValChart *chart, const ValChartPoint *point,
                                   cairo_rectangle_t *ret_bounds)
{
  ValDistributionChart *self = VAL_DISTRIBUTION_CHART (chart);

  if (point->index < 0 || point->index >= VAL_N_LEVELS)
    return FALSE;
  *ret_bounds = self->bars[point->index];
  if (ret_bounds->height < 8)
    {
      ret_bounds->y -= 8 - ret_bounds->height;
      ret_bounds->height = 8;
    }
  return TRUE;
}

int
val_distribution_get_height_for_width (ValChart *chart, int width)
{
  PangoContext *context = val_chart_peek_context (chart);
  Metrics m;

  measure (VAL_DISTRIBUTION_CHART (chart), context, width, &m);
  return (int) ceil (m.strip + m.shares + m.bottom + CLAMP (width * 0.2, 110, 190));
}
