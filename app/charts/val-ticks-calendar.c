/* val-ticks-calendar.c: which days to write below an axis
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-private.h"
#include "val-format.h"
#include "val-line-private.h"

typedef struct
{
  ValCalendarUnit unit;
  int count;
  double days; /* about */
} Step;

static const Step steps[] = {
  { VAL_CALENDAR_DAYS, 1, 1 },       { VAL_CALENDAR_DAYS, 2, 2 },
  { VAL_CALENDAR_DAYS, 7, 7 },       { VAL_CALENDAR_DAYS, 14, 14 },
  { VAL_CALENDAR_DAYS, 28, 28 },     { VAL_CALENDAR_MONTHS, 1, 30.4 },
  { VAL_CALENDAR_MONTHS, 2, 60.9 },  { VAL_CALENDAR_MONTHS, 3, 91.3 },
  { VAL_CALENDAR_MONTHS, 6, 182.6 },
  { VAL_CALENDAR_YEARS, 1, 365.2 },  { VAL_CALENDAR_YEARS, 2, 730.5 },
  { VAL_CALENDAR_YEARS, 5, 1826 },   { VAL_CALENDAR_YEARS, 10, 3652 },
  { VAL_CALENDAR_YEARS, 20, 7305 },  { VAL_CALENDAR_YEARS, 50, 18262 },
  { VAL_CALENDAR_YEARS, 100, 36524 }
};

static ValDay
first_tick (ValDay from, const Step *step)
{
  int year, month, day;

  if (!val_day_to_ymd (from, &year, &month, &day))
    return VAL_DAY_NONE;
  switch (step->unit)
    {
    case VAL_CALENDAR_MONTHS:
      month = (month - 1) / step->count * step->count + 1;
      return val_day_from_ymd (year, month, 1);
    case VAL_CALENDAR_YEARS:
      return val_day_from_ymd (MAX (1, year / step->count * step->count), 1, 1);
    case VAL_CALENDAR_DAYS:
    default:
      /* Weeks begin on Monday. */
      return step->count >= 7 ? from - (val_day_weekday (from) - 1) : from;
    }
}

/**
 * val_ticks_calendar:
 * @from: the first day of the axis
 * @to: the last
 * @most: how many ticks there is room for
 * @least: no finer than these
 * @ret_unit: (out): how to write them
 *
 * Days, Mondays, first days of months or of years, whichever gives the most ticks up to @most.
 *
 * Returns: (transfer full) (element-type ValDay): days within the axis, rising
 */
GArray *
val_ticks_calendar (ValDay from, ValDay to, int most, ValCalendarUnit least,
                    ValCalendarUnit *ret_unit)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (ValDay));
  guint i = 0;
  ValDay day;

  while (steps[i].unit < least)
    i++;
  while (i + 1 < G_N_ELEMENTS (steps) && (to - (double) from) / steps[i].days > MAX (1, most))
    i++;
  *ret_unit = steps[i].unit;
  day = first_tick (from, &steps[i]);
  while (day != VAL_DAY_NONE && day <= to)
    {
      ValDay next = steps[i].unit == VAL_CALENDAR_DAYS ? day + steps[i].count
                    : steps[i].unit == VAL_CALENDAR_MONTHS
                        ? val_day_add_months (day, steps[i].count)
                        : val_day_add_months (day, 12 * steps[i].count);

      if (day >= from)
        g_array_append_val (ticks, day);
      if (next <= day)
        break;
      day = next;
    }
  return ticks;
}

/**
 * val_ticks_month_name:
 * @day: the first day of a month
 *
 * Returns: (transfer full): the month in a few letters; of January the year
 */
char *
val_ticks_month_name (ValDay day)
{
  int year = 0, month = 1;

  val_day_to_ymd (day, &year, &month, NULL);
  return month == 1 ? g_strdup_printf ("%d", year) : g_strdup (val_format_month_short (month));
}

/**
 * val_ticks_months:
 * @width: of the axis
 *
 * Returns: how many of val_ticks_month_name () have room beside one another
 */
int
val_ticks_months (PangoContext *context, double width)
{
  double widest = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = val_ticks_month_name (val_day_from_ymd (2026, month, 1));
      g_autoptr (PangoLayout) text = val_chart_make_text (context, name, VAL_TEXT_PLAIN);

      widest = MAX (widest, val_chart_text_width (text));
    }
  return MAX (1, (int) (width / (widest + 12)));
}
