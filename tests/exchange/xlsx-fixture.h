/* xlsx-fixture.h: small workbooks made of XML
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEAD "<?xml version=\"1.0\"?>"
#define RELATIONS HEAD "<Relationships xmlns=\"r\">"
#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

typedef struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to its NUL */
} Part;

#define BOOK                                                                                      \
  HEAD "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Żółw\" sheetId=\"1\" r:id=\"s1\"/></sheets>" \
       "</workbook>"
#define STYLES                                                                                    \
  HEAD "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yyyy;@\"/><numFmt "        \
       "numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts><cellStyleXfs><xf "                  \
       "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf "  \
       "numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"2\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
#define STRINGS                                                                                   \
  HEAD "<sst><si><t>Agent</t></si><si><r><t>Zo</t></r><r><t>sia</t></r><rPh><t>x</t></rPh></si>"  \
       "<si><t>a_x000D_b</t></si></sst>"
#define SHEET(rows) HEAD "<worksheet><sheetData>" rows "</sheetData></worksheet>"

/* @parts: ended by one without a name */
GBytes *make_book (const Part *parts);
/* A workbook of one sheet with this @book, @styles, @strings and @sheet. */
GBytes *make_simple (const char *book, const char *styles, const char *strings, const char *sheet);
/* These bytes as shared strings and sheet; 0: up to the NUL. */
GBytes *make_raw (const char *strings, gsize n_strings, const char *sheet, gsize n_sheet);
/* The first sheet as CSV; takes @bytes. */
char *csv_of (GBytes *bytes, GError **error);

G_END_DECLS
