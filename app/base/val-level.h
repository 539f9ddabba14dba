/* val-level.h: levels and scales
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValLevel:
 *
 * A level on the scale 0 ... 10 in thousandths: 0 ... 10000. Two values stand outside of it.
 */
typedef gint32 ValLevel;

#define VAL_LEVEL_MAX 10000
#define VAL_LEVEL_NONE (-1)           /* never assessed */
#define VAL_LEVEL_NOT_APPLICABLE (-2) /* not required of this person */

/**
 * ValScale:
 * @min: the lowest value that may be written
 * @max: the highest; above @min
 * @letters: whether A ... E are written instead of numbers (A = 10, E = 0)
 *
 * How levels are entered and shown. They are kept on 0 ... 10 by (x - min) / (max - min) * 10,
 * to the thousandth.
 */
typedef struct
{
  double min;
  double max;
  gboolean letters;
} ValScale;

extern const ValScale val_scale_default; /* 0 ... 10 */

gboolean val_scale_parse (const char *text, ValScale *ret_scale, GError **error);
char *val_scale_to_string (const ValScale *scale);
gboolean val_scale_parse_value (const ValScale *scale, const char *text, ValLevel *ret_level,
                                GError **error);
gboolean val_scale_value_to_level (const ValScale *scale, double value, ValLevel *ret_level);
gboolean val_scale_equal (const ValScale *a, const ValScale *b);
double val_scale_level_to_value (const ValScale *scale, ValLevel level);
char *val_scale_format (const ValScale *scale, ValLevel level);
char *val_scale_format_short (const ValScale *scale, ValLevel level, gboolean mean);
int val_level_round (ValLevel level);

G_END_DECLS
