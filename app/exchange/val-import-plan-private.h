/* val-import-plan-private.h: what the parts of an import plan share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-csv.h"
#include "val-import-plan.h"
#include "val-xlsx.h"

G_BEGIN_DECLS

#define VAL_SETTING_IMPORT_MAPPING "import-mapping"

/* What a column's cells look like in the first rows. */
typedef struct
{
  guint filled;
  guint numeric;
  guint not_applicable;
  guint dates;
  guint letters; /* A ... E */
  guint commas;  /* numbers with a decimal comma */
  guint points;
  guint year_first;
  guint day_first_only;
  guint month_first_only;
  char *sample;
} ValColumnStats;

struct _ValImportPlan
{
  GObject parent;

  GBytes *bytes; /* the file */
  GBytes *text;  /* the same in UTF-8; of a workbook the sheet as CSV */
  ValXlsx *workbook; /* nullable */
  guint sheet;
  char *file_name;
  ValImportKind kind;
  ValDataset *dataset; /* nullable */
  ValDay today;
  ValDay date;
  char *team; /* nullable */

  const char *encoding;
  char separator;
  char quote;
  char decimal_sign;
  ValDateOrder date_order;
  ValScale scale;

  gboolean has_header;
  int header_line;
  gsize data_offset; /* where the rows begin */
  int data_line;
  GPtrArray *names;  /* of char *: the headers */
  GArray *stats;     /* of ValColumnStats */
  GPtrArray *fields; /* of const char *, static; NULL: left out */
  gboolean mapped;   /* the user has changed the mapping */

  /* Looking at rows; main thread only. */
  GArray *marks; /* where every 64th row begins */
  int n_rows;
  ValCsvReader *reader;
  int row_at; /* the row in @record; -1: none */
  ValCsvRecord record;
  GString *cell;
};

/* val-import-recognise.c */
void val_import_recognise_separator (const char *text, gsize length, char *ret_separator,
                                     char *ret_quote);
void val_import_recognise_quote (const char *text, gsize length, char separator,
                                 char *ret_quote);
gboolean val_import_recognise_table (ValImportPlan *self, GError **error);

/* val-import-mapping.c */
const char *val_import_field_intern (ValImportKind kind, const char *name);
void val_import_mapping_recognise (ValImportPlan *self);
gboolean val_import_mapping_recall (ValImportPlan *self);
char *val_import_mapping_remember (ValImportPlan *self);
int val_import_mapping_column (ValImportPlan *self, const char *field);

/* val-import-run.c */
ValColumnStats *val_import_plan_stats (ValImportPlan *self, guint column);

G_END_DECLS
