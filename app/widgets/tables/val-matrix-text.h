/* val-matrix-text.h: the shaped text of a matrix, kept between frames
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "val-level.h"
#include "val-palette.h"

/* Behind the name of a critical skill. */
#define VAL_MATRIX_CRITICAL_MARK "\302\240!"

G_BEGIN_DECLS

/**
 * ValMatrixStamp: a short text as glyphs that can be drawn many at a time.
 * @width: pixels
 * @rise: from the middle of the line to the baseline, pixels
 */
typedef struct
{
  cairo_scaled_font_t *font; /* nullable: could not be made into one run */
  cairo_glyph_t *glyphs;
  int n_glyphs;
  double width;
  double rise;
} ValMatrixStamp;

typedef enum
{
  VAL_MATRIX_TEXT_NAME,   /* a person at the left */
  VAL_MATRIX_TEXT_HEADER, /* a skill at the top */
  VAL_MATRIX_TEXT_GROUP,  /* over the skills, and the bottom row */
  VAL_MATRIX_TEXT_STRONG, /* the right column */
  VAL_MATRIX_TEXT_SMALL,  /* a person at the left where many have long names */
  VAL_MATRIX_TEXT_N_KINDS,
} ValMatrixTextKind;

typedef struct _ValMatrixText ValMatrixText;

ValMatrixText *val_matrix_text_new (PangoContext *context, const ValColour *warning,
                                    const ValScale *scale);
const ValScale *val_matrix_text_get_scale (ValMatrixText *self);
gboolean val_matrix_text_fits (ValMatrixText *self, PangoContext *context);
void val_matrix_text_free (ValMatrixText *self);
const ValMatrixStamp *val_matrix_text_level (ValMatrixText *self, ValLevel level);
const ValMatrixStamp *val_matrix_text_not_applicable (ValMatrixText *self);
PangoLayout *val_matrix_text_get (ValMatrixText *self, ValMatrixTextKind kind, const char *text,
                                  int width);
PangoLayout *val_matrix_text_summary (ValMatrixText *self, ValLevel level);
PangoLayout *val_matrix_text_cover (ValMatrixText *self, guint at_target, guint wanted);
int val_matrix_text_width (ValMatrixText *self, ValMatrixTextKind kind, const char *text);
int val_matrix_text_line_height (ValMatrixText *self, ValMatrixTextKind kind);

G_END_DECLS
