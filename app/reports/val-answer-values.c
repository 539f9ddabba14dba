/* val-answer-values.c: values of indicators as people read them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"

/* Seconds from here on are easier to read as minutes too. */
#define LONG_SECONDS 120

/* val_answer_value_plain: (transfer full): a value in the unit, without its sign, for columns */
char *
val_answer_value_plain (int unit, double value)
{
  gboolean whole = unit == VAL_UNIT_COUNT && fabs (value - round (value)) <= 1e-6;

  return val_format_number (value, whole                                                ? 0
                                   : unit == VAL_UNIT_RATING || unit == VAL_UNIT_MONEY ? 2
                                                                                       : 1);
}

/* val_answer_value: (transfer full): "87.5%", "67.5 s", "225.0 s (3:45 min)" */
char *
val_answer_value (int unit, double value)
{
  g_autofree char *number = val_answer_value_plain (unit, value);
  int seconds;

  switch (unit)
    {
    case VAL_UNIT_PERCENT:
      return val_format_percent_decimals (value, 1);
    case VAL_UNIT_SECONDS:
      if (value < LONG_SECONDS)
        /* Translators: a number of seconds */
        return g_strdup_printf (C_ ("value", "%s s"), number);
      seconds = (int) floor (MIN (value, G_MAXINT / 2) + 0.5);
      /* Translators: %1$s is a number of seconds, %2$d:%3$02d the same as minutes and seconds;
       * the blank before s does not break */
      return g_strdup_printf (C_ ("value", "%1$s s (%2$d:%3$02d min)"), number, seconds / 60,
                              seconds % 60);
    case VAL_UNIT_HOURS:
      /* Translators: a number of hours */
      return g_strdup_printf (C_ ("value", "%s h"), number);
    case VAL_UNIT_DAYS:
      /* Translators: a number of days */
      return g_strdup_printf (C_ ("value", "%s d"), number);
    default:
      return g_steal_pointer (&number);
    }
}
