/* val-xlsx-writer-private.h: a workbook under way
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <locale.h>
#include <xlsxwriter.h>

#include "val-xlsx-writer.h"

G_BEGIN_DECLS

/* How cells look. */
enum
{
  VAL_XLSX_CELL_HEAD,
  VAL_XLSX_CELL_TEXT,
  VAL_XLSX_CELL_WRAPPED,
  VAL_XLSX_CELL_NUMBER,
  VAL_XLSX_CELL_DAY,
  VAL_XLSX_CELL_MINUTE,
  VAL_XLSX_CELL_SECOND,
  VAL_XLSX_CELL_DURATION,
  VAL_XLSX_CELL_PERCENT,
  VAL_XLSX_CELL_MOMENT,
  VAL_XLSX_N_CELLS,
};

struct _ValXlsxWriter
{
  char *path;
  char *temporary; /* nullable: what is written until it is whole */
  lxw_workbook *book;
  lxw_format *formats[VAL_XLSX_N_CELLS];
  locale_t plain;     /* the library writes numbers as the thread's locale does */
  GHashTable *names;  /* of sheets, without case */
  GArray *filled;     /* guint: rows of each sheet that hold something, its header included */
  GError *error;      /* the first fault */
  guint32 max_rows;   /* of a sheet, the header included */
  /* The sheet under way. */
  lxw_worksheet *sheet; /* nullable: none yet */
  char *name;           /* as it was asked for */
  char **columns;
  guint n_columns;
  guint *widths;
  guint part;
  guint32 row;
  guint column;
  gboolean row_filled;
};

/* For tests: sheets are continued on another one after @max_rows rows. */
void val_xlsx_writer_set_max_rows (ValXlsxWriter *self, guint32 max_rows);
/* Filters and widths of the sheet under way. */
void val_xlsx_writer_end_sheet (ValXlsxWriter *self);

G_END_DECLS
