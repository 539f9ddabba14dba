/* val-xlsx-private.h: the parts of a workbook
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <expat.h>

#include "val-xlsx.h"

G_BEGIN_DECLS

/* What a cell may hold as the file has it; spreadsheets allow 32,767 characters. */
#define VAL_XLSX_MAX_TEXT (1 << 20)

/* How a number is shown. */
typedef enum
{
  VAL_XLSX_NUMBER = 0,
  VAL_XLSX_DATE = 1 << 0,
  VAL_XLSX_TIME = 1 << 1,
  VAL_XLSX_PERCENT = 1 << 2, /* alone */
} ValXlsxFormat;

struct _ValXlsx
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  GPtrArray *names;   /* of sheets */
  GPtrArray *parts;   /* of sheets: names of entries */
  char *strings_part; /* nullable */
  char *styles_part;  /* nullable */
  gboolean from_1904;
  GByteArray *formats; /* ValXlsxFormat of each cell style */
  GString *text;       /* shared strings, one behind the other, each ended by NUL */
  GArray *strings;     /* guint32: where each begins */
  gboolean loaded;     /* styles and strings are */
  GBytes *csv;         /* nullable: the sheet that was read last */
  guint csv_sheet;
  GCancellable *cancellable; /* nullable */
  ValXlsxProgress progress;  /* nullable */
  gpointer progress_data;
};

/* An XML part that is parsed. The handlers are called with @self as their data. */
typedef struct
{
  XML_Parser parser;
  void (*start) (gpointer self, const char *name, const char **attributes);
  void (*end) (gpointer self, const char *name);
  void (*text) (gpointer self, const char *text, int length);
  /* (nullable): forget what came, it comes again from the beginning. With it the part is read fast
   * as long as it is plain. */
  void (*restart) (gpointer self);
  gpointer self;
  gboolean stopped; /* by a handler; no fault */
  ValXlsxProgress progress; /* nullable */
  gpointer progress_data;
  gint64 size; /* of the part when it is inflated; 0: not known */
  const char *refused; /* why it was given up; translated */
  int refused_code;    /* ValExchangeError */
} ValXlsxParse;

typedef enum
{
  VAL_XLSX_SCAN_DONE,
  VAL_XLSX_SCAN_UNKNOWN, /* not plain enough */
  VAL_XLSX_SCAN_TOO_LARGE,
  VAL_XLSX_SCAN_FAILED,
} ValXlsxScanned;

struct archive;

ValXlsxScanned val_xlsx_scan (struct archive *archive, ValXlsxParse *parse, gint64 max_size,
                              GCancellable *cancellable, GError **error);
/* For tests: everything is read by expat. */
void val_xlsx_set_thorough (gboolean thorough);

/* FALSE without an error: there is no such part. */
gboolean val_xlsx_parse_part (GBytes *bytes, const char *part, ValXlsxParse *parse,
                              GCancellable *cancellable, GError **error);
void val_xlsx_parse_tell (ValXlsxParse *parse, gint64 done);
void val_xlsx_parse_stop (ValXlsxParse *parse);
/* A small file must not become a large table. */
void val_xlsx_parse_refuse_size (ValXlsxParse *parse);
const char *val_xlsx_attribute (const char **attributes, const char *name);

gboolean val_xlsx_load_styles (ValXlsx *self, GError **error);
gboolean val_xlsx_load_strings (ValXlsx *self, GCancellable *cancellable, GError **error);
ValXlsxFormat val_xlsx_classify_format (const char *code);
/* The text of a number with this format; appended. */
void val_xlsx_append_number (GString *out, const char *raw, ValXlsxFormat format,
                             gboolean from_1904);
/* Text with _x000D_ and the like decoded. */
void val_xlsx_append_text (GString *out, const char *text, gsize length);

G_END_DECLS
