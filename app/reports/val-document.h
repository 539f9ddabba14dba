/* val-document.h: a document of headings, paragraphs, charts and tables, and its pages
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-chart.h"

G_BEGIN_DECLS

/**
 * ValDocument:
 *
 * What a report says, in order. Pages come out of it: A4, in points, with running footers. Words
 * are set by Pango in the interface language; user text is never markup. One thread at a time.
 */
typedef struct _ValDocument ValDocument;
typedef struct _ValDocumentTable ValDocumentTable;

typedef enum
{
  VAL_TEXT_TITLE,      /* what the document is */
  VAL_TEXT_HEADLINE,   /* the one large line */
  VAL_TEXT_HEADING,    /* of a chapter; stays with what follows */
  VAL_TEXT_SUBHEADING, /* stays with what follows */
  VAL_TEXT_BODY,
  VAL_TEXT_NOTE, /* small and dim */
} ValTextRole;

/**
 * ValDocumentColumn:
 * @header: translated, repeated on every page
 * @is_number: right-aligned, as narrow as its numbers
 */
typedef struct
{
  const char *header;
  gboolean is_number;
} ValDocumentColumn;

ValDocument *val_document_new (const char *title, const char *author, const char *footer);
void val_document_free (ValDocument *self);
void val_document_add_text (ValDocument *self, ValTextRole role, const char *text);
void val_document_take_chart (ValDocument *self, ValChart *chart);
/* For a pen: empty lines, and places to sign side by side. */
void val_document_add_lines (ValDocument *self, guint n_lines);
void val_document_add_signatures (ValDocument *self, const char *const *labels);
ValDocumentTable *val_document_add_table (ValDocument *self, const ValDocumentColumn *columns,
                                          guint n_columns);
void val_document_table_add_row (ValDocumentTable *self, const char *const *cells);
GBytes *val_document_to_pdf (ValDocument *self, guint *ret_n_pages, GError **error);
/* For a printer: A4 pages, one after another. */
guint val_document_count_pages (ValDocument *self);
void val_document_draw_page (ValDocument *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValDocument, val_document_free)

#define VAL_REPORT_ERROR (val_report_error_quark ())

typedef enum
{
  VAL_REPORT_ERROR_PAGES,
} ValReportError;

GQuark val_report_error_quark (void);

G_END_DECLS
