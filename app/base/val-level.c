/* val-level.c: levels and scales
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-level.h"

#include <math.h>
#include <string.h>

#include "val-error.h"
#include "val-format.h"
#include "val-i18n.h"

const ValScale val_scale_default = { 0, 10, FALSE };

/* The place where MIN-MAX is parted: a minus sign behind a digit. */
static const char *
find_range_sign (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (p > text && *p == '-' && g_ascii_isdigit (p[-1]))
      return p;
  return NULL;
}

/**
 * val_scale_parse:
 * @text: "MIN-MAX", such as "0-100", or "A-E"
 * @ret_scale: (out): the scale
 * @error: %VAL_BASE_ERROR_BAD_SCALE with a translated sentence
 *
 * Returns: whether @text is a scale
 */
gboolean
val_scale_parse (const char *text, ValScale *ret_scale, GError **error)
{
  ValScale scale = { 0, 0, FALSE };
  const char *sign;

  g_return_val_if_fail (text != NULL && ret_scale != NULL, FALSE);

  if (g_ascii_strcasecmp (text, "A-E") == 0)
    {
      *ret_scale = (ValScale){ 0, 10, TRUE };
      return TRUE;
    }
  sign = find_range_sign (text);
  if (sign != NULL)
    {
      g_autofree char *low = g_strndup (text, sign - text);

      if (val_parse_number (low, '\0', &scale.min) && val_parse_number (sign + 1, '\0', &scale.max)
          && scale.min < scale.max && fabs (scale.min) <= 1e6 && fabs (scale.max) <= 1e6)
        {
          *ret_scale = scale;
          return TRUE;
        }
    }
  g_set_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_BAD_SCALE,
               _ ("“%s” is not a scale. Write the lowest and the highest value, such as 0-100 or "
                  "1-5, or A-E."),
               text);
  return FALSE;
}

static void
append_plain_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

/**
 * val_scale_to_string:
 * @scale: a scale
 *
 * Returns: (transfer full): what val_scale_parse () reads
 */
char *
val_scale_to_string (const ValScale *scale)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (scale != NULL, NULL);

  if (scale->letters)
    g_string_append (out, "A-E");
  else
    {
      append_plain_number (out, scale->min);
      g_string_append_c (out, '-');
      append_plain_number (out, scale->max);
    }
  return g_string_free (out, FALSE);
}

/**
 * val_scale_value_to_level:
 * @scale: a scale of numbers
 * @value: a value on it
 * @ret_level: (out): (value - min) / (max - min) x 10, half up to the thousandth
 *
 * Returns: %FALSE when @value is outside of @scale
 */
gboolean
val_scale_value_to_level (const ValScale *scale, double value, ValLevel *ret_level)
{
  double share;

  if (!(value >= scale->min && value <= scale->max))
    return FALSE;
  share = (value - scale->min) / (scale->max - scale->min);
  *ret_level = (ValLevel) floor (share * VAL_LEVEL_MAX + 0.5 + 1e-9);
  return TRUE;
}

/**
 * val_scale_parse_value:
 * @scale: how @text is written
 * @text: a value; surrounding blanks do not matter, the decimal sign is a point or a comma
 * @ret_level: (out): the level
 * @error: %VAL_BASE_ERROR_NOT_A_NUMBER or _OUTSIDE_SCALE with a translated sentence
 *
 * Returns: whether @text is a value of @scale
 */
gboolean
val_scale_parse_value (const ValScale *scale, const char *text, ValLevel *ret_level,
                       GError **error)
{
  g_autofree char *range = NULL;
  g_autofree char *bare = g_strstrip (g_strdup (text));
  double value;

  if (scale->letters)
    {
      char letter = g_ascii_toupper (bare[0]);

      if (letter >= 'A' && letter <= 'E' && bare[1] == '\0')
        {
          *ret_level = (ValLevel) ('E' - letter) * (VAL_LEVEL_MAX / 4);
          return TRUE;
        }
      g_set_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_OUTSIDE_SCALE,
                   _ ("“%s” is not a letter from A to E"), bare);
      return FALSE;
    }
  if (!val_parse_number (bare, '\0', &value))
    {
      g_set_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_NOT_A_NUMBER, _ ("“%s” is not a number"),
                   bare);
      return FALSE;
    }
  if (val_scale_value_to_level (scale, value, ret_level))
    return TRUE;
  range = val_scale_to_string (scale);
  g_set_error (error, VAL_BASE_ERROR, VAL_BASE_ERROR_OUTSIDE_SCALE,
               /* Translators: a value and a scale: “11” is outside the scale 0-10 */
               _ ("“%s” is outside the scale %s"), bare, range);
  return FALSE;
}

/**
 * val_scale_equal:
 *
 * Returns: whether both are the same scale
 */
gboolean
val_scale_equal (const ValScale *a, const ValScale *b)
{
  return !a->letters == !b->letters
         && (a->letters || (fabs (a->min - b->min) < 1e-9 && fabs (a->max - b->max) < 1e-9));
}

/**
 * val_scale_level_to_value:
 * @scale: a scale of numbers
 * @level: 0 ... %VAL_LEVEL_MAX
 *
 * Returns: where @level lies on @scale, not rounded
 */
double
val_scale_level_to_value (const ValScale *scale, ValLevel level)
{
  return scale->min + (scale->max - scale->min) * level / VAL_LEVEL_MAX;
}

static char
letter_of (ValLevel level)
{
  return (char) ('E' - (level + VAL_LEVEL_MAX / 8) / (VAL_LEVEL_MAX / 4));
}

/**
 * val_scale_format_short:
 * @scale: how to show it
 * @level: 0 ... %VAL_LEVEL_MAX
 * @mean: whether it is a mean, which shows its decimal even when it is 0
 *
 * For cells, where numbers stand under each other.
 *
 * Returns: (transfer full): half up to the tenth, or to the whole on a scale wider than 20; the
 *   nearest letter on A-E
 */
char *
val_scale_format_short (const ValScale *scale, ValLevel level, gboolean mean)
{
  double value;
  int decimals;

  if (scale->letters)
    return g_strdup_printf ("%c", letter_of (level));
  value = val_scale_level_to_value (scale, level);
  if (scale->max - scale->min > 20)
    return val_format_number (floor (value + 0.5 + 1e-9), 0);
  value = floor (value * 10.0 + 0.5 + 1e-9) / 10.0;
  decimals = mean || fabs (value - round (value)) > 0.01 ? 1 : 0;
  return val_format_number (value, decimals);
}

/**
 * val_scale_format:
 * @scale: how to show it
 * @level: a level, or one of the two special values
 *
 * Returns: (transfer full): the value in the interface language with as many decimals as it
 *   needs, two at most; "" when never assessed
 */
char *
val_scale_format (const ValScale *scale, ValLevel level)
{
  double value;
  int decimals = 2;

  if (level == VAL_LEVEL_NONE)
    return g_strdup ("");
  if (level == VAL_LEVEL_NOT_APPLICABLE)
    return g_strdup (C_ ("level", "n/a"));
  if (scale->letters)
    return g_strdup_printf ("%c", letter_of (level));

  value = val_scale_level_to_value (scale, level);
  for (int try = 0; try < 2; try++)
    {
      double scaled = value * (try == 0 ? 1 : 10);

      if (fabs (scaled - round (scaled)) < 0.005)
        {
          decimals = try;
          break;
        }
    }
  return val_format_number (value, decimals);
}

/**
 * val_level_round:
 * @level: 0 ... %VAL_LEVEL_MAX
 *
 * Returns: the whole level, half up, 0 ... 10; -1 for the two special values
 */
int
val_level_round (ValLevel level)
{
  return level < 0 ? -1 : (level + 500) / 1000;
}
