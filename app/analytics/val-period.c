/* val-period.c: weeks, months, quarters and years of the calendar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-period.h"

/* Months of a period; weeks have none. */
static int
months_of (int period)
{
  return period == VAL_PERIOD_YEAR ? 12 : period == VAL_PERIOD_QUARTER ? 3 : 1;
}

/**
 * val_period_first_day:
 * @period: a #ValPeriod
 * @day: a day
 *
 * Returns: the first day of the period that @day lies in. Any thread.
 */
ValDay
val_period_first_day (int period, ValDay day)
{
  int year, month, of_month;

  g_return_val_if_fail (period >= 0 && period < VAL_N_PERIODS, VAL_DAY_NONE);

  if (period == VAL_PERIOD_WEEK)
    return day - (val_day_weekday (day) - 1);
  if (!val_day_to_ymd (day, &year, &month, &of_month))
    return VAL_DAY_NONE;
  return val_day_from_ymd (year, month - (month - 1) % months_of (period), 1);
}

/**
 * val_period_last_day:
 * @period: a #ValPeriod
 * @day: a day
 *
 * Returns: the last day of the period that @day lies in. Any thread.
 */
ValDay
val_period_last_day (int period, ValDay day)
{
  return val_period_step (period, day, 1) - 1;
}

/**
 * val_period_step:
 * @period: a #ValPeriod
 * @day: a day
 * @count: how many periods later; below 0: earlier
 *
 * Returns: the first day of that period. Any thread.
 */
ValDay
val_period_step (int period, ValDay day, int count)
{
  ValDay first = val_period_first_day (period, day);

  if (period == VAL_PERIOD_WEEK || first == VAL_DAY_NONE)
    return first == VAL_DAY_NONE ? first : first + 7 * count;
  return val_day_add_months (first, count * months_of (period));
}
