/* val-palette.h: colours of charts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} ValColour;

typedef enum
{
  VAL_PALETTE_LIGHT,
  VAL_PALETTE_DARK,
  VAL_PALETTE_LIGHT_CONTRAST,
  VAL_PALETTE_DARK_CONTRAST,
  VAL_PALETTE_PRINT,
} ValPaletteKind;

/**
 * ValPalette: the colours of one appearance. Levels run in one hue from light to dark; series are
 * those of Okabe and Ito that stand out at 3:1.
 */
typedef struct
{
  ValPaletteKind kind;
  ValColour background;
  ValColour text;
  ValColour dim_text;
  ValColour grid;
  ValColour axis;
  ValColour focus;
  ValColour warning;
  ValColour error;
  ValColour levels[11];
  ValColour level_texts[11]; /* readable on levels[] */
  ValColour series[6];
  guint n_series;
} ValPalette;

const ValPalette *val_palette_get (ValPaletteKind kind);

/* What is drawn next has this colour. */
void val_colour_set (cairo_t *cr, const ValColour *colour);
void val_colour_set_alpha (cairo_t *cr, const ValColour *colour, double alpha);

G_END_DECLS
