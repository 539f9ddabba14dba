/* val-calendar-picture.c: layout and drawing of a calendar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-calendar-private.h"

#include "val-chart-private.h"
#include "val-format.h"

#include <math.h>

#define WIDEST_CELL 17
#define BAND_GAP 10

typedef struct
{
  double line, tiny;
  double name_width; /* of weekdays or people */
  double x;          /* of the first column */
  double head;       /* names of months */
  int cell_width, cell_height;
  int per_band, n_bands;
  double band_height;
} Metrics;

static void
measure_names (ValCalendarChart *self, PangoContext *context, double width, Metrics *m)
{
  double widest = 0, longest_word = 0;

  for (int row = 0; row < self->n_rows; row++)
    {
      const char *words = self->by_days ? val_format_weekday_short (row + 1) : self->names[row];
      ValTextStyle style = self->by_days ? VAL_TEXT_TINY : VAL_TEXT_PLAIN;
      g_autoptr (PangoLayout) name = val_chart_make_text (context, words, style);

      widest = MAX (widest, val_chart_text_width (name));
      longest_word = MAX (longest_word, val_chart_longest_word (context, words, style));
    }
  m->name_width = MIN (widest + 1, MAX (longest_word, floor (width * 0.3)));
  m->name_width = MIN (m->name_width, floor (width * 0.5));
}

static PangoLayout *
make_name (ValCalendarChart *self, PangoContext *context, int row, const Metrics *m)
{
  PangoLayout *name;

  if (self->by_days)
    return val_chart_make_text (context, val_format_weekday_short (row + 1), VAL_TEXT_TINY);
  name = val_chart_make_text (context, self->names[row], VAL_TEXT_PLAIN);
  val_chart_wrap_text (name, m->name_width, PANGO_ALIGN_LEFT);
  return name;
}

/* Whether nothing is known of the weeks from @column on. */
static gboolean
is_to_come (ValCalendarChart *self, int column)
{
  return self->monday + 7 * column > self->today;
}

static void
measure (ValCalendarChart *self, PangoContext *context, double width, Metrics *m)
{
  double free_width;
  int least;

  *m = (Metrics){ .line = val_chart_line_height (context, VAL_TEXT_PLAIN),
                  .tiny = val_chart_line_height (context, VAL_TEXT_TINY) };
  measure_names (self, context, width, m);
  m->x = ceil (m->name_width) + 6;
  m->head = m->tiny + 3;
  free_width = MAX (1, width - m->x - 2);
  /* A weekday's name takes the height of two cells. */
  least = (int) MAX (8, ceil (m->tiny * 0.55));
  m->per_band = CLAMP ((int) (free_width / least), 1, MAX (1, self->n_columns));
  m->n_bands = (MAX (1, self->n_columns) + m->per_band - 1) / m->per_band;
  m->per_band = (MAX (1, self->n_columns) + m->n_bands - 1) / m->n_bands;
  m->cell_width = CLAMP ((int) (free_width / m->per_band), 3, WIDEST_CELL);
  m->cell_height = m->cell_width;
  for (int row = 0; !self->by_days && row < self->n_rows; row++)
    {
      g_autoptr (PangoLayout) name = make_name (self, context, row, m);

      m->cell_height = MAX (m->cell_height, (int) val_chart_text_height (name) + 2);
    }
  m->band_height = m->head + (double) m->cell_height * self->n_rows;
  while (!self->by_days && m->n_bands > 1 && is_to_come (self, (m->n_bands - 1) * m->per_band))
    m->n_bands--;
}

static GPtrArray *
make_legend (ValCalendarChart *self, PangoContext *context)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->n_columns == 0 || (!self->by_days && self->n_rows == 0))
    return texts;
  for (int k = 0; self->by_days && k <= self->n_classes; k++)
    {
      g_autofree char *words = val_calendar_dup_class (self, k);

      g_ptr_array_add (texts, val_chart_make_text (context, words, VAL_TEXT_PLAIN));
    }
  for (int k = VAL_CALENDAR_KEPT; !self->by_days && k <= VAL_CALENDAR_VERY_LATE; k++)
    g_ptr_array_add (
        texts, val_chart_make_text (context, val_calendar_state_label (k), VAL_TEXT_PLAIN));
  return texts;
}

static double
legend_height (ValCalendarChart *self, PangoContext *context, double width, const Metrics *m)
{
  g_autoptr (GPtrArray) texts = make_legend (self, context);

  return texts->len > 0 ? val_chart_flow (NULL, texts, 0, 0, width, m->line + 2, NULL) + 8 : 0;
}

/* val_calendar_get_height: of the picture at a width, in pixels */
int
val_calendar_get_height (ValChart *chart, int width)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  PangoContext *context = val_chart_peek_context (chart);
  Metrics m;

  measure (self, context, width, &m);
  return (int) ceil (m.n_bands * m.band_height + (m.n_bands - 1) * BAND_GAP
                     + legend_height (self, context, width, &m) + 2);
}

static double
band_y (ValCalendarChart *self, int band)
{
  return band * (self->band_height + BAND_GAP);
}

/* The names of months that begin in the band, as far as there is room for them. */
static void
add_months (ValCalendarChart *self, PangoContext *context, int band)
{
  ValChart *chart = VAL_CHART (self);
  int last = MIN ((band + 1) * self->per_band, self->n_columns);
  ValDay end = self->monday + 7 * self->n_columns - 1;
  double free_from = 0;

  for (int column = band * self->per_band; column < last; column++)
    {
      ValDay sunday = self->monday + 7 * column + 6;
      double x = self->x + (double) (column - band * self->per_band) * self->cell_width;
      int month, day;
      PangoLayout *text;

      /* The last week may end in the next year, whose January is not shown. */
      if (!val_day_to_ymd (sunday, NULL, &month, &day) || day > 7 || (sunday == end && day < 7))
        continue;
      text = val_chart_make_text (context, val_format_month_short (month), VAL_TEXT_TINY);
      if (x < free_from || x + val_chart_text_width (text) > val_chart_get_width (chart))
        {
          g_object_unref (text);
          continue;
        }
      free_from = x + val_chart_text_width (text) + 4;
      val_chart_add_label (chart, text, x, band_y (self, band), 0, 0, VAL_INK_DIM, 0);
    }
}

static void
add_names (ValCalendarChart *self, PangoContext *context, int band, const Metrics *m)
{
  double top = band_y (self, band) + self->head;

  /* Every second weekday: Monday, Wednesday, Friday, Sunday. */
  for (int row = 0; row < self->n_rows; row += self->by_days ? 2 : 1)
    val_chart_add_label (VAL_CHART (self), make_name (self, context, row, m), 0,
                         top + (row + 0.5) * self->cell_height, 0, 0.5,
                         self->by_days ? VAL_INK_DIM : VAL_INK_TEXT, 0);
}

/* val_calendar_layout: bands of weeks below one another, then what the shades mean */
void
val_calendar_layout (ValChart *chart, PangoContext *context, double width, double height)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  g_autoptr (GPtrArray) texts = make_legend (self, context);
  Metrics m;

  measure (self, context, width, &m);
  self->x = m.x;
  self->head = m.head;
  self->band_height = m.band_height;
  self->per_band = m.per_band;
  self->n_bands = m.n_bands;
  self->n_shown = MIN (self->n_columns, m.n_bands * m.per_band);
  self->cell_width = m.cell_width;
  self->cell_height = m.cell_height;
  for (int band = 0; band < self->n_bands && self->n_columns > 0; band++)
    {
      add_months (self, context, band);
      add_names (self, context, band, &m);
    }
  self->n_legend = (int) texts->len;
  if (self->n_legend > 0)
    val_chart_flow (chart, texts, 0, band_y (self, self->n_bands) - BAND_GAP + 8, width,
                    m.line + 2, self->legend);
}

/* The place of a cell; without the gap to its neighbours. */
static cairo_rectangle_t
cell_box (ValCalendarChart *self, int row, int column)
{
  int band = column / self->per_band;
  int gap = self->cell_width >= 8 ? 2 : 1;

  return (cairo_rectangle_t){ self->x + (column % self->per_band) * self->cell_width,
                              band_y (self, band) + self->head + row * self->cell_height,
                              self->cell_width - gap, self->cell_height - gap };
}

static const ValColour *
class_colour (ValCalendarChart *self, const ValPalette *palette, int klass)
{
  gboolean dark
      = palette->kind == VAL_PALETTE_DARK || palette->kind == VAL_PALETTE_DARK_CONTRAST;
  double part = self->n_classes > 1 ? (klass - 1) / (double) (self->n_classes - 1) : 0.6;

  if (klass == 0)
    return &palette->grid;
  /* More stands out more from the ground: darker on a light one, lighter on a dark one. */
  return &palette->levels[(int) (dark ? 10.5 - part * 9 : 4.5 + part * 6)];
}

/* What a day is drawn as: -1: not in the calendar, a class, or one more: still to come. */
static int
day_class (ValCalendarChart *self, int row, int column)
{
  int day = self->monday + 7 * column + row - self->first;
  int klass;

  if (day < 0 || day >= self->n_days)
    return -1;
  klass = val_calendar_class_of (self, self->counts[day]);
  return klass == 0 && self->first + day > self->today ? self->n_classes + 1 : klass;
}

/* One fill a shade; on paper days of one shade below one another are one shape. */
static void
draw_days (ValCalendarChart *self, cairo_t *cr, const ValPalette *palette)
{
  gboolean joined = val_chart_is_vector (cr);

  for (int klass = 0; klass <= self->n_classes + 1; klass++)
    {
      for (int column = 0; column < self->n_columns; column++)
        for (int row = 0; row < 7; row++)
          {
            cairo_rectangle_t box;
            int first = row;

            if (day_class (self, row, column) != klass)
              continue;
            while (joined && row < 6 && day_class (self, row + 1, column) == klass)
              row++;
            box = cell_box (self, first, column);
            cairo_rectangle (cr, box.x, box.y, box.width,
                             box.height + (row - first) * self->cell_height);
          }
      if (klass <= self->n_classes)
        val_colour_set (cr, class_colour (self, palette, klass));
      else
        val_colour_set_alpha (cr, &palette->grid, 0.4);
      cairo_fill (cr);
    }
}

/* A cross over what is very late, a stroke over what is late: seen without colours too. */
static void
add_mark (cairo_t *cr, const cairo_rectangle_t *box, int state)
{
  double half = MIN (box->width, box->height) * 0.22;
  double x = box->x + box->width / 2, y = box->y + box->height / 2;

  cairo_move_to (cr, x - half, y + half);
  cairo_line_to (cr, x + half, y - half);
  if (state == VAL_CALENDAR_VERY_LATE)
    {
      cairo_move_to (cr, x - half, y - half);
      cairo_line_to (cr, x + half, y + half);
    }
}

static void
fill_state (cairo_t *cr, int state, const ValPalette *palette)
{
  if (state == VAL_CALENDAR_LATE)
    val_colour_set_alpha (cr, &palette->warning, 0.25);
  else
    val_colour_set (cr, state == VAL_CALENDAR_KEPT ? &palette->series[0] : &palette->error);
  cairo_fill (cr);
}

static void
stroke_marks (cairo_t *cr, int state, const ValPalette *palette)
{
  val_colour_set (cr, state == VAL_CALENDAR_LATE ? &palette->warning
                                                       : &palette->background);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_state (cairo_t *cr, const cairo_rectangle_t *box, int state, const ValPalette *palette)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  fill_state (cr, state, palette);
  if (state == VAL_CALENDAR_KEPT)
    return;
  add_mark (cr, box, state);
  stroke_marks (cr, state, palette);
}

/* A thin line leads the eye through weeks of which nothing is known. */
static void
draw_tracks (ValCalendarChart *self, cairo_t *cr, const ValPalette *palette)
{
  val_colour_set (cr, &palette->grid);
  for (int column = 0; column < self->n_shown; column += self->per_band)
    for (int row = 0; row < self->n_rows; row++)
      {
        cairo_rectangle_t box = cell_box (self, row, column);
        int n = MIN (self->per_band, self->n_shown - column);

        cairo_rectangle (cr, box.x, floor (box.y + box.height / 2), n * self->cell_width, 1);
      }
  cairo_fill (cr);
}

static int
week_state (ValCalendarChart *self, int row, int column)
{
  return self->weeks[(gsize) row * self->n_columns + column].state;
}

/* The coloured part of a week's cell, which is not higher than a name of one line. */
static cairo_rectangle_t
week_box (ValCalendarChart *self, int row, int column)
{
  cairo_rectangle_t box = cell_box (self, row, column);
  double height = MIN (box.height, MAX (box.width, 12));

  box.y += floor ((box.height - height) / 2);
  box.height = height;
  return box;
}

/* All weeks of a state in one fill; on paper those beside one another are one shape. */
static void
draw_weeks_of (ValCalendarChart *self, cairo_t *cr, const ValPalette *palette, int state)
{
  gboolean joined = val_chart_is_vector (cr);

  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_shown; column++)
      {
        cairo_rectangle_t box;
        int first = column;

        if (week_state (self, row, column) != state)
          continue;
        while (joined && (column + 1) % self->per_band != 0 && column + 1 < self->n_shown
               && week_state (self, row, column + 1) == state)
          column++;
        box = week_box (self, row, first);
        cairo_rectangle (cr, box.x, box.y, box.width + (column - first) * self->cell_width,
                         box.height);
      }
  fill_state (cr, state, palette);
  if (state == VAL_CALENDAR_KEPT)
    return;
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_shown; column++)
      if (week_state (self, row, column) == state)
        {
          cairo_rectangle_t box = week_box (self, row, column);

          add_mark (cr, &box, state);
        }
  stroke_marks (cr, state, palette);
}

static void
draw_weeks (ValCalendarChart *self, cairo_t *cr, const ValPalette *palette)
{
  draw_tracks (self, cr, palette);
  for (int state = VAL_CALENDAR_KEPT; state <= VAL_CALENDAR_VERY_LATE; state++)
    draw_weeks_of (self, cr, palette, state);
}

static void
draw_today (ValCalendarChart *self, cairo_t *cr, const ValPalette *palette)
{
  int column = (self->today - self->monday) / 7;
  int row = val_day_weekday (self->today) - 1;
  cairo_rectangle_t box;

  if (self->today < self->monday || column >= self->n_shown
      || (self->by_days && (self->today < self->first || self->today >= self->first + self->n_days)))
    return;
  box = cell_box (self, self->by_days ? row : 0, column);
  if (!self->by_days)
    box.height += (self->n_rows - 1) * self->cell_height;
  val_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, box.x - 0.75, box.y - 0.75, box.width + 1.5, box.height + 1.5);
  cairo_stroke (cr);
}

/* val_calendar_draw: the cells, today, what the shades mean */
void
val_calendar_draw (ValChart *chart, cairo_t *cr, const ValPalette *palette,
                   const ValChartPoint *cursor)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);

  cairo_save (cr);
  if (self->by_days)
    draw_days (self, cr, palette);
  else
    draw_weeks (self, cr, palette);
  if (self->n_columns > 0 && self->n_rows > 0)
    draw_today (self, cr, palette);
  for (int i = 0; i < self->n_legend; i++)
    {
      double size = MIN (self->cell_width + 0.0, self->legend[i].height - 4);
      cairo_rectangle_t box = { self->legend[i].x - size - 5,
                                self->legend[i].y + floor ((self->legend[i].height - size) / 2),
                                size, size };

      if (!self->by_days)
        {
          draw_state (cr, &box, VAL_CALENDAR_KEPT + i, palette);
          continue;
        }
      val_colour_set (cr, class_colour (self, palette, i));
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* val_calendar_hit: the day or week at a place */
gboolean
val_calendar_hit (ValChart *chart, double x, double y, ValChartPoint *ret_point)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  int band, row, column;

  if (x < self->x || y < 0 || self->n_columns == 0)
    return FALSE;
  band = (int) (y / (self->band_height + BAND_GAP));
  row = (int) floor ((y - band_y (self, band) - self->head) / self->cell_height);
  column = (int) ((x - self->x) / self->cell_width);
  if (band >= self->n_bands || row < 0 || row >= self->n_rows || column >= self->per_band)
    return FALSE;
  column += band * self->per_band;
  if (column >= self->n_shown || (self->by_days && day_class (self, row, column) < 0))
    return FALSE;
  *ret_point = self->by_days
                   ? (ValChartPoint){ 0, self->monday + 7 * column + row - self->first }
                   : (ValChartPoint){ row, column };
  return TRUE;
}

/* val_calendar_get_bounds: the cell of a day or week */
gboolean
val_calendar_get_bounds (ValChart *chart, const ValChartPoint *point,
                         cairo_rectangle_t *ret_bounds)
{
  ValCalendarChart *self = VAL_CALENDAR_CHART (chart);
  int row = point->series, column = point->index;

  if (self->by_days)
    {
      if (point->series != 0 || point->index < 0 || point->index >= self->n_days)
        return FALSE;
      column = (self->first + point->index - self->monday) / 7;
      row = val_day_weekday (self->first + point->index) - 1;
    }
  if (row < 0 || row >= self->n_rows || column < 0 || column >= self->n_shown)
    return FALSE;
  *ret_bounds = cell_box (self, row, column);
  return TRUE;
}
