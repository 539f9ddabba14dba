/* val-palette.c: colours of charts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-palette.h"

#include "val-chart-private.h"

#include <math.h>

/* 0xRRGGBB, one row per kind. The background is the lightest (dark: the brightest) ground that a
 * chart can lie on, so that a contrast tested against it holds on the window too. */
typedef struct
{
  guint32 background, text, dim_text, grid, axis, focus, warning, error;
  guint32 levels[11];
  guint32 series[6];
  guint n_series;
} Shades;

/* Okabe and Ito's colours. Orange, sky blue and yellow are below 3:1 on white, so the light
 * palettes leave them out. https://jfly.uni-koeln.de/color/ */
static const Shades shades[] = {
  [VAL_PALETTE_LIGHT] = {
      0xffffff, 0x2e3436, 0x5e6467, 0xe6e6e6, 0x8a9094, 0x1c71d8, 0x905400, 0xc01c28,
      { 0xf1f6fd, 0xe1ecf9, 0xcfe0f5, 0xbad4ef, 0xa3c2ea, 0x86aee2, 0x6799d5, 0x4a83c8, 0x316cb3,
        0x1f579b, 0x0f4080 },
      { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7 }, 4 },
  [VAL_PALETTE_DARK] = {
      0x363636, 0xf2f2f2, 0xc4c4c4, 0x505050, 0x9a9a9a, 0x78aeed, 0xf8c14e, 0xff938c,
      { 0xf4f8fe, 0xe4eefb, 0xd4e4f8, 0xc3d9f5, 0xb1cdf2, 0x9fc1ee, 0x8cb4ea, 0x79a7e5, 0x669ae0,
        0x538dda, 0x4583d3 },
      { 0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00, 0xf0e442 }, 6 },
  [VAL_PALETTE_LIGHT_CONTRAST] = {
      0xffffff, 0x000000, 0x303030, 0x8a8a8a, 0x000000, 0x0b3d91, 0x6b3e00, 0x960010,
      { 0xffffff, 0xe6effa, 0xcfe0f5, 0xb4cdee, 0x97b9e6, 0x78a3dc, 0x558acd, 0x3670b8, 0x1e569b,
        0x0c3d7a, 0x002454 },
      { 0x00578a, 0xa84600, 0x00694d, 0x9c3f73 }, 4 },
  [VAL_PALETTE_DARK_CONTRAST] = {
      0x303030, 0xffffff, 0xe6e6e6, 0x8f8f8f, 0xffffff, 0xa6cdff, 0xffd36e, 0xffb3ae,
      { 0xffffff, 0xeaf2fd, 0xd8e7fa, 0xc6dcf8, 0xb4d0f5, 0xa2c4f2, 0x90b8ee, 0x7eacea, 0x6ca0e6,
        0x5b95e1, 0x4c8adb },
      { 0x7cc8f5, 0xffb52e, 0x2fc79b, 0xe6a0c8, 0xf28a3c, 0xf5ec6b }, 6 },
  [VAL_PALETTE_PRINT] = {
      0xffffff, 0x000000, 0x4a4a4a, 0xdedede, 0x707070, 0x0b4fb3, 0x905400, 0xa51d2d,
      { 0xf1f6fd, 0xe1ecf9, 0xcfe0f5, 0xbad4ef, 0xa3c2ea, 0x86aee2, 0x6799d5, 0x4a83c8, 0x316cb3,
        0x1f579b, 0x0f4080 },
      { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7 }, 4 },
};

static ValColour
colour_from_shade (guint32 shade)
{
  ValColour colour = { ((shade >> 16) & 0xff) / 255.0, ((shade >> 8) & 0xff) / 255.0,
                       (shade & 0xff) / 255.0, 1.0 };

  return colour;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const ValColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

/**
 * val_palette_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * The contrast ratio of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio), 1 ... 21.
 *
 * Returns: the ratio; the order of the two does not matter
 */
double
val_palette_contrast (const ValColour *a, const ValColour *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static void
fill_palette (ValPalette *palette, ValPaletteKind kind)
{
  const Shades *from = &shades[kind];
  const ValColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  palette->kind = kind;
  palette->background = colour_from_shade (from->background);
  palette->text = colour_from_shade (from->text);
  palette->dim_text = colour_from_shade (from->dim_text);
  palette->grid = colour_from_shade (from->grid);
  palette->axis = colour_from_shade (from->axis);
  palette->focus = colour_from_shade (from->focus);
  palette->warning = colour_from_shade (from->warning);
  palette->error = colour_from_shade (from->error);
  for (int i = 0; i <= 10; i++)
    {
      palette->levels[i] = colour_from_shade (from->levels[i]);
      /* One of the two always reaches 4.58:1. */
      palette->level_texts[i] = val_palette_contrast (&palette->levels[i], &white) >= 4.5
                                    ? white
                                    : black;
    }
  palette->n_series = from->n_series;
  for (guint i = 0; i < G_N_ELEMENTS (palette->series); i++)
    palette->series[i] = colour_from_shade (from->series[i % from->n_series]);
}

/**
 * val_palette_get:
 * @kind: which appearance
 *
 * The colours of an appearance. Any thread.
 *
 * Returns: (transfer none): lives as long as the program
 */
const ValPalette *
val_palette_get (ValPaletteKind kind)
{
  static ValPalette palettes[G_N_ELEMENTS (shades)];
  static gsize ready;

  g_return_val_if_fail (kind < G_N_ELEMENTS (shades), NULL);

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (shades); i++)
        fill_palette (&palettes[i], (ValPaletteKind) i);
      g_once_init_leave (&ready, 1);
    }
  return &palettes[kind];
}

/* val_colour_set: what is drawn next has this colour */
void
val_colour_set (cairo_t *cr, const ValColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/* val_colour_set_alpha: this colour, but as opaque as @alpha: 0 ... 1 */
void
val_colour_set_alpha (cairo_t *cr, const ValColour *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}
