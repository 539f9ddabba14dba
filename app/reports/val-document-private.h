/* val-document-private.h: blocks of a document, measured and drawn
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-document.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  VAL_BLOCK_TEXT,
  VAL_BLOCK_CHART,
  VAL_BLOCK_TABLE,
  VAL_BLOCK_LINES, /* to write on by hand */
  VAL_BLOCK_SIGN,
} ValBlockKind;

/**
 * ValBlock: a part of the document that can be cut at its pieces: lines of a text, rows of a
 * table; a chart is one piece.
 */
typedef struct
{
  ValBlockKind kind;
  ValTextRole role;
  char *text; /* of a text, and the title of a chart */
  ValChart *chart;
  ValDocumentTable *table;
  guint n_lines;
  char **labels; /* below the lines to sign on */

  /* Measured */
  PangoLayout *layout; /* of the text, nullable */
  double space_before;
  double chart_width, chart_height; /* in the chart's own units */
  double chart_scale;
  GArray *pieces; /* of double: heights */
} ValBlock;

struct _ValDocument
{
  char *title;
  char *author;
  char *footer;
  char *language; /* that was spoken when it was begun, and that its feet speak */
  GPtrArray *blocks;
  GArray *parts; /* where everything stands, once it is set; nullable */
  guint n_pages;
};

struct _ValDocumentTable
{
  guint n_columns;
  char **headers;
  gboolean *numbers;
  GPtrArray *rows; /* of char **, n_columns each */

  /* Measured */
  double scale; /* of the letters: below 1 when words would be split otherwise */
  double *widths;
  double header_height;
  GPtrArray *layouts; /* of PangoLayout, header first, row by row */
};

void val_block_measure (ValBlock *self, PangoContext *context, double width, double page_height);
void val_block_draw (ValBlock *self, cairo_t *cr, double x, double y, double width, guint first,
                     guint n);
double val_block_repeated_height (const ValBlock *self);

ValDocumentTable *val_document_table_new (const ValDocumentColumn *columns, guint n_columns);
void val_document_table_free (ValDocumentTable *self);
void val_document_table_measure (ValDocumentTable *self, PangoContext *context, double width,
                                 GArray *pieces);
void val_document_table_draw (ValDocumentTable *self, cairo_t *cr, double x, double y,
                              const GArray *pieces, guint first, guint n);

void val_document_measure_lines (ValBlock *block);
void val_document_draw_lines (ValBlock *block, cairo_t *cr, double x, double y, double width,
                              guint n);
void val_document_measure_sign (ValBlock *block, PangoContext *context, double width);
void val_document_draw_sign (ValBlock *block, cairo_t *cr, double x, double y, double width);

PangoLayout *val_document_make_layout (PangoContext *context, const char *text, double points,
                                       gboolean bold);
double val_document_layout_height (PangoLayout *layout);
PangoContext *val_document_make_context (void);
cairo_status_t val_document_append (void *closure, const unsigned char *data, unsigned int length);
void val_document_set_language (GByteArray *pdf, const char *language);

G_END_DECLS
