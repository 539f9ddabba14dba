/* val-radar-picture.c: layout and drawing of a radar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-radar-private.h"

#include "val-chart-private.h"

#include <math.h>
#include <string.h>

#define GAP 9           /* between the web and its labels */
#define LEAST_RADIUS 48 /* a smaller web cannot be read: bars instead */
#define MOST_RADIUS 170
#define TALLEST 1100
#define HEIGHT_STEP 20
#define CROWD 12

typedef struct
{
  double width, height; /* of the web and its labels, without the legend */
  double radius;
  double x, y;
  double least_height; /* of the web with the labels above and below it */
} Place;

static ValRadarSpoke *
get_spoke (ValRadarChart *self, guint index)
{
  return &g_array_index (self->spokes, ValRadarSpoke, index);
}

/* "Listening 8", the level in bold. */
static PangoLayout *
make_label (const ValRadarSpoke *spoke, PangoContext *context)
{
  g_autofree char *level = val_radar_dup_level (spoke->value);
  g_autofree char *text = g_strdup_printf ("%s\302\240%s", spoke->name, level);
  PangoLayout *layout = val_chart_make_text (context, text, VAL_TEXT_PLAIN);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = strlen (spoke->name);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static PangoLayout *
make_wrapped (const ValRadarSpoke *spoke, PangoContext *context, double width, int side)
{
  PangoLayout *layout = make_label (spoke, context);

  if (val_chart_text_width (layout) > width)
    val_chart_wrap_text (layout, width,
                         side > 0   ? PANGO_ALIGN_LEFT
                         : side < 0 ? PANGO_ALIGN_RIGHT
                                    : PANGO_ALIGN_CENTER);
  return layout;
}

/* Finding a place tries many sizes; text is measured once for all of them. */
static void
measure_labels (ValRadarChart *self, PangoContext *context)
{
  guint serial = pango_context_get_serial (context);

  if (self->measured_context == context && self->measured_serial == serial)
    return;
  for (guint i = 0; i < self->spokes->len; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);
      g_autoptr (PangoLayout) line = make_label (spoke, context);
      const char *text = pango_layout_get_text (line);

      spoke->word = val_chart_longest_word (context, text, VAL_TEXT_BOLD);
      spoke->line_width = val_chart_text_width (line);
      spoke->line_height = val_chart_text_height (line);
    }
  self->measured_context = context;
  self->measured_serial = serial;
}

/* 1 for labels at the right, -1 at the left, 0 for the one at the top and the one at the foot. */
static int
side_of (const ValRadarSpoke *spoke)
{
  double x = sin (spoke->angle);

  return x > 0.01 ? 1 : x < -0.01 ? -1 : 0;
}

/* How far from the middle a label that covers @top … @bottom may begin. */
static double
clear_x (const Place *place, double top, double bottom)
{
  double reach = place->radius + GAP;
  double away = 0;

  if (top > place->y)
    away = top - place->y;
  else if (bottom < place->y)
    away = place->y - bottom;
  return MAX (8, away < reach ? sqrt (reach * reach - away * away) : 0);
}

static gboolean
fit_label (ValRadarSpoke *spoke, PangoContext *context, const Place *place, int side)
{
  double begin
      = side == 0 ? 0 : clear_x (place, spoke->label.y, spoke->label.y + spoke->label.height);
  double width = side == 0 ? place->width * 0.7 : place->width / 2 - begin - 1;

  if (side != 0 && width < spoke->word)
    return FALSE;
  spoke->label_width = width;
  spoke->label.width = spoke->line_width;
  spoke->label.height = spoke->line_height;
  if (spoke->line_width > width)
    {
      g_autoptr (PangoLayout) layout = make_wrapped (spoke, context, width, side);

      spoke->label.width = val_chart_text_width (layout);
      spoke->label.height = val_chart_text_height (layout);
    }
  spoke->label.x = side > 0   ? place->x + begin
                   : side < 0 ? place->x - begin - spoke->label.width
                              : place->x - spoke->label.width / 2;
  spoke->label.x = floor (spoke->label.x + 0.5);
  return TRUE;
}

/* Pushes the labels of one side apart, between @top and @bottom; FALSE when there are too many. */
static gboolean
spread_side (ValRadarChart *self, int side, double top, double bottom)
{
  int n = (int) self->spokes->len;
  double limit = top;

  for (int k = 0; k < n; k++)
    {
      ValRadarSpoke *spoke = get_spoke (self, side > 0 ? k : n - 1 - k);

      if (side_of (spoke) != side)
        continue;
      spoke->label.y = ceil (MAX (spoke->label.y, limit));
      limit = spoke->label.y + spoke->label.height + 1;
    }
  limit = bottom;
  for (int k = n - 1; k >= 0; k--)
    {
      ValRadarSpoke *spoke = get_spoke (self, side > 0 ? k : n - 1 - k);

      if (side_of (spoke) != side)
        continue;
      if (spoke->label.y + spoke->label.height > limit)
        spoke->label.y = floor (limit - spoke->label.height);
      limit = spoke->label.y - 1;
    }
  return limit + 1 >= top;
}

static gboolean
labels_meet (ValRadarChart *self)
{
  for (guint i = 0; i < self->spokes->len; i++)
    for (guint k = i + 1; k < self->spokes->len; k++)
      if (val_chart_boxes_meet (&get_spoke (self, i)->label, &get_spoke (self, k)->label, 2))
        return TRUE;
  return FALSE;
}

static gboolean
try_place (ValRadarChart *self, PangoContext *context, Place *place)
{
  double reach = place->radius + GAP;
  double top = 0, bottom = place->height;

  place->x = floor (place->width / 2);
  for (guint i = 0; i < self->spokes->len; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);

      if (side_of (spoke) != 0)
        continue;
      fit_label (spoke, context, place, 0);
      if (i == 0)
        top = spoke->label.height;
      else
        bottom -= spoke->label.height;
    }
  place->least_height = top + 2 * reach + place->height - bottom;
  if (place->least_height > place->height)
    return FALSE;
  place->y = floor ((top + bottom) / 2);
  for (guint i = 0; i < self->spokes->len; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);

      if (side_of (spoke) != 0)
        continue;
      /* Close to the web; among many spokes out of the way of the neighbours. */
      if (self->spokes->len > CROWD)
        spoke->label.y = i == 0 ? 0 : bottom;
      else
        spoke->label.y
            = i == 0 ? floor (place->y - reach - spoke->label.height) : ceil (place->y + reach);
    }
  for (guint i = 0; i < self->spokes->len; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);
      double middle = place->y - cos (spoke->angle) * reach;

      if (side_of (spoke) == 0)
        continue;
      spoke->label = (cairo_rectangle_t){ 0, middle - 8, 0, 16 };
      if (!fit_label (spoke, context, place, side_of (spoke)))
        return FALSE;
      spoke->label.y = middle - spoke->label.height / 2;
    }
  /* A label that was pushed has another width to wrap at, which may change its height: the second
   * round settles nearly always; if not, the overlap is found below and the web made smaller. */
  for (int round = 0; round < 2; round++)
    {
      if (!spread_side (self, 1, top, bottom) || !spread_side (self, -1, top, bottom))
        return FALSE;
      for (guint i = 0; i < self->spokes->len; i++)
        if (side_of (get_spoke (self, i)) != 0
            && !fit_label (get_spoke (self, i), context, place, side_of (get_spoke (self, i))))
          return FALSE;
    }
  return !labels_meet (self);
}

/* The greatest web that leaves every label its place. */
static gboolean
find_place (ValRadarChart *self, PangoContext *context, double width, double height, Place *place)
{
  guint n = self->spokes->len;
  double radius = MOST_RADIUS;

  if (n < 3)
    return FALSE;
  measure_labels (self, context);
  for (guint i = 0; i < n; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);

      if (side_of (spoke) != 0)
        radius
            = MIN (radius, (width / 2 - 1 - spoke->word) / fabs (sin (spoke->angle)) - GAP);
      else if (spoke->word > width * 0.7)
        return FALSE;
    }
  *place = (Place){ .width = width, .height = height };
  for (place->radius = floor (MIN (radius, height / 2 - GAP)); place->radius >= LEAST_RADIUS;
       place->radius -= 6)
    if (try_place (self, context, place))
      return TRUE;
  return FALSE;
}

static GPtrArray *
make_legend (ValRadarChart *self, PangoContext *context)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (texts, val_chart_make_text (context, self->value_name, VAL_TEXT_PLAIN));
  if (self->has_demand)
    g_ptr_array_add (texts, val_chart_make_text (context, self->demand_name, VAL_TEXT_PLAIN));
  return texts;
}

#define SIGN 26 /* width of a legend's stroke */

static double
legend_height (ValRadarChart *self, PangoContext *context, double width)
{
  g_autoptr (GPtrArray) legend = make_legend (self, context);

  return val_chart_flow (NULL, legend, 0, 0, width, SIGN, NULL) + 8;
}

void
val_radar_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  double foot = legend_height (self, context, width);
  g_autoptr (GPtrArray) legend = NULL;
  Place place;

  self->as_bars = !find_place (self, context, width, height - foot, &place);
  if (self->as_bars)
    {
      GArray *labels;

      val_chart_layout (self->bars, context, width, height);
      labels = val_chart_get_labels (self->bars);
      for (guint i = 0; i < labels->len; i++)
        {
          ValChartLabel label = g_array_index (labels, ValChartLabel, i);

          g_object_ref (label.layout);
          g_array_append_val (val_chart_get_labels (chart), label);
        }
      return;
    }
  self->x = place.x;
  self->y = place.y;
  self->radius = place.radius;
  for (guint i = 0; i < self->spokes->len; i++)
    {
      ValRadarSpoke *spoke = get_spoke (self, i);

      val_chart_add_label (chart,
                           make_wrapped (spoke, context, spoke->label_width, side_of (spoke)),
                           spoke->label.x, spoke->label.y, 0, 0, VAL_INK_TEXT, 0);
    }
  legend = make_legend (self, context);
  {
    double legend_width = SIGN * legend->len + 14 * (legend->len - 1);

    for (guint i = 0; i < legend->len; i++)
      legend_width += val_chart_text_width (legend->pdata[i]);
    val_chart_flow (chart, legend, MAX (0, floor ((width - legend_width) / 2)), height - foot + 8,
                    width - MAX (0, floor ((width - legend_width) / 2)), SIGN, self->legend);
  }
}

static void
move_to_level (ValRadarChart *self, cairo_t *cr, const ValRadarSpoke *spoke, double level,
               gboolean line)
{
  double x = self->x + sin (spoke->angle) * self->radius * level / 10;
  double y = self->y - cos (spoke->angle) * self->radius * level / 10;

  if (line)
    cairo_line_to (cr, x, y);
  else
    cairo_move_to (cr, x, y);
}

static double
level_of (const ValRadarSpoke *spoke, gboolean demand)
{
  return demand ? spoke->demand : spoke->value;
}

/* The path between neighbours that both have a level; what was never assessed is a gap. */
static void
trace (ValRadarChart *self, cairo_t *cr, gboolean demand, gboolean sectors)
{
  guint n = self->spokes->len;

  for (guint i = 0; i < n; i++)
    {
      const ValRadarSpoke *a = get_spoke (self, i), *b = get_spoke (self, (i + 1) % n);

      if (isnan (level_of (a, demand)) || isnan (level_of (b, demand)))
        continue;
      if (sectors)
        cairo_move_to (cr, self->x, self->y);
      move_to_level (self, cr, a, level_of (a, demand), sectors);
      move_to_level (self, cr, b, level_of (b, demand), TRUE);
      if (sectors)
        cairo_close_path (cr);
    }
}

static void
draw_web (ValRadarChart *self, cairo_t *cr, const ValPalette *palette)
{
  guint n = self->spokes->len;

  cairo_set_line_width (cr, 1);
  val_colour_set (cr, &palette->grid);
  for (int level = n > 24 ? 5 : 2; level <= 10; level += n > 24 ? 5 : 2)
    {
      for (guint i = 0; i < n; i++)
        move_to_level (self, cr, get_spoke (self, i), level, i > 0);
      cairo_close_path (cr);
    }
  for (guint i = 0; i < n; i++)
    {
      const ValRadarSpoke *spoke = get_spoke (self, i);
      double end_y = self->y - cos (spoke->angle) * (self->radius + GAP);
      double middle = spoke->label.y + spoke->label.height / 2;

      cairo_move_to (cr, self->x, self->y);
      move_to_level (self, cr, spoke, 10, TRUE);
      /* A label that had to give way is led to. */
      if (side_of (spoke) != 0 && fabs (middle - end_y) > spoke->label.height * 0.8)
        cairo_line_to (cr,
                       side_of (spoke) > 0 ? spoke->label.x - 2
                                           : spoke->label.x + spoke->label.width + 2,
                       middle);
    }
  cairo_stroke (cr);
}

static void
draw_legend (ValRadarChart *self, cairo_t *cr, const ValPalette *palette)
{
  const double dashes[] = { 4, 3 };

  cairo_save (cr);
  for (int i = 0; i < (self->has_demand ? 2 : 1); i++)
    {
      double y = floor (self->legend[i].y + MIN (self->legend[i].height, 18) / 2) + 0.5;

      val_colour_set (cr, i == 0 ? &palette->series[0] : &palette->text);
      cairo_set_line_width (cr, i == 0 ? 2 : 1.25);
      if (i == 1)
        cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, self->legend[i].x - SIGN + 2, y);
      cairo_line_to (cr, self->legend[i].x - 5, y);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

void
val_radar_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                const ValChartPoint *cursor)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  const double dashes[] = { 4, 3 };

  if (self->as_bars)
    {
      VAL_CHART_GET_CLASS (self->bars)->draw (self->bars, cr, palette, cursor);
      return;
    }
  draw_web (self, cr, palette);
  trace (self, cr, FALSE, TRUE);
  val_colour_set_alpha (cr, &palette->series[0], 0.22);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1.25);
  val_colour_set (cr, &palette->text);
  trace (self, cr, TRUE, FALSE);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_set_line_width (cr, 2);
  val_colour_set (cr, &palette->series[0]);
  trace (self, cr, FALSE, FALSE);
  cairo_stroke (cr);
  /* Dots as the round ends of strokes of no length: a tenth of the bytes of arcs in a file. */
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, self->spokes->len > 24 ? 4 : 7);
  for (guint i = 0; i < self->spokes->len; i++)
    {
      const ValRadarSpoke *spoke = get_spoke (self, i);

      if (isnan (spoke->value))
        continue;
      move_to_level (self, cr, spoke, spoke->value, FALSE);
      move_to_level (self, cr, spoke, spoke->value, TRUE);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  draw_legend (self, cr, palette);
}

gboolean
val_radar_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  double dx = x - self->x, dy = y - self->y, angle;
  guint n = self->spokes->len;

  if (self->as_bars)
    return val_chart_hit (self->bars, x, y, ret_point);
  for (guint i = 0; i < n; i++)
    {
      const cairo_rectangle_t *box = &get_spoke (self, i)->label;

      if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        {
          *ret_point = (ValChartPoint){ 0, (int) i };
          return TRUE;
        }
    }
  if (n == 0 || hypot (dx, dy) > self->radius + GAP || hypot (dx, dy) < 2)
    return FALSE;
  angle = atan2 (dx, -dy);
  if (angle < 0)
    angle += 2 * G_PI;
  *ret_point = (ValChartPoint){ 0, (int) floor (angle / (2 * G_PI) * n + 0.5) % (int) n };
  return TRUE;
}

gboolean
val_radar_get_bounds (ValChart *chart, const ValChartPoint *point, cairo_rectangle_t *ret_bounds)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  const ValRadarSpoke *spoke;
  double r;

  if (self->as_bars)
    return val_chart_get_bounds (self->bars, point, ret_bounds);
  if (point->index < 0 || (guint) point->index >= self->spokes->len)
    return FALSE;
  spoke = get_spoke (self, point->index);
  /* Never assessed: the end of the spoke, where the label is. */
  r = self->radius * (isnan (spoke->value) ? 10 : spoke->value) / 10;
  /* In the middle all spokes meet; a ring a little way out still says which one it is. */
  r = MAX (r, 10);
  *ret_bounds = (cairo_rectangle_t){ floor (self->x + sin (spoke->angle) * r) - 6,
                                     floor (self->y - cos (spoke->angle) * r) - 6, 13, 13 };
  return TRUE;
}

/* The least height at which the web of @place and its labels stand as well: nothing is gained by
 * more. */
static double
least_height_of (ValRadarChart *self, PangoContext *context, const Place *place)
{
  for (double less = ceil (place->least_height) + 2; less < place->height; less += HEIGHT_STEP)
    {
      Place lower = *place, found;

      lower.height = less;
      if (try_place (self, context, &lower)
          && find_place (self, context, place->width, less, &found))
        return less;
    }
  return place->height;
}

int
val_radar_get_height_for_width (ValChart *chart, int width)
{
  ValRadarChart *self = VAL_RADAR_CHART (chart);
  PangoContext *context = val_chart_peek_context (chart);
  double foot = legend_height (self, context, width);
  double line = val_chart_line_height (context, VAL_TEXT_PLAIN);
  double height = MAX (CLAMP (width * 0.72, 230, 380), self->spokes->len / 2.0 * (line + 2));
  Place place;

  if (self->spokes->len >= 3)
    for (; height <= TALLEST; height += 80)
      {
        if (!find_place (self, context, width, height, &place))
          continue;
        return (int) ceil (least_height_of (self, context, &place) + foot);
      }
  val_chart_set_context (self->bars, context);
  return val_chart_get_height_for_width (self->bars, width);
}
