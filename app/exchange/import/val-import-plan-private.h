/* val-import-plan-private.h: what the parts of an import plan share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-cell-time.h"
#include "val-import-plan.h"
#include "val-xlsx.h"

G_BEGIN_DECLS

/* The headings of what stands in front of rows that were refused, in any language. */
#define VAL_IMPORT_REFUSED_LINE "refused-line"
#define VAL_IMPORT_REFUSED_REASON "refused-reason"

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
  guint32 first_parts;  /* bits of the first and second numbers of dates that could be both */
  guint32 second_parts;
  guint durations;      /* 2:23, 2m 23s */
  guint times;          /* 9:12 */
  guint epochs;         /* seconds since 1970 */
  guint looked;         /* cells looked at for words of yes and no */
  guint answers[4];     /* by ValAnswerField: those that are yes or no */
  char *sample;
} ValColumnStats;

struct _ValImportPlan
{
  GObject parent;

  GBytes *bytes; /* the file */
  GBytes *text;  /* the same in UTF-8; of a workbook the sheet as CSV */
  ValXlsx *workbook; /* nullable */
  ValImportReading *reading; /* nullable: who waits */
  guint sheet;
  char *file_name;
  ValImportKind kind;
  ValDataset *dataset; /* nullable */
  ValDay today;
  ValDay date;
  char *team; /* nullable */
  int service_variant; /* ValServiceVariant of a column of service levels */
  ValAgentChoice unknown_agents;
  GHashTable *agents; /* name -> ValImportAgent: what was chosen by hand; nullable */
  GArray *present;    /* of guint64, rising: contacts that are stored already; nullable */

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

/* Ratings of customers, 1 ... 5, unless it is said otherwise. */
extern const ValScale val_import_rating_scale;

/* val-import-plan.c */
gboolean val_import_plan_read_table (ValImportPlan *self, GError **error);

/* val-import-sheet.c */
gboolean val_import_sheet_open (ValImportPlan *self, GError **error);

/* val-import-recognise.c */
void val_import_recognise_separator (const char *text, gsize length, char *ret_separator,
                                     char *ret_quote);
void val_import_recognise_quote (const char *text, gsize length, char separator,
                                 char *ret_quote);
gboolean val_import_recognise_table (ValImportPlan *self, GError **error);

/* val-import-fields.c */
const char *val_import_field_intern (ValImportKind kind, const char *name);
const char *val_import_field_with_unit (ValImportKind kind, const char *field,
                                        ValDurationUnit unit);
gboolean val_import_field_is_same (const char *a, const char *b);
int val_import_mapping_duration (ValImportPlan *self, const char *field,
                                 ValDurationUnit *ret_unit);

/* val-import-mapping-numbers.c */
gboolean val_import_kind_is_numbers (ValImportKind kind);
gboolean val_import_numbers_knows (ValImportKind kind, const char *header);
void val_import_mapping_recognise_numbers (ValImportPlan *self);

/* val-import-mapping.c */
void val_import_mapping_recognise (ValImportPlan *self);
gboolean val_import_mapping_recall (ValImportPlan *self);
char *val_import_mapping_remember (ValImportPlan *self);
int val_import_mapping_column (ValImportPlan *self, const char *field);

/* val-import-records.c */
gboolean val_import_is_note_kind (const char *text);

/* val-import-run.c */
ValColumnStats *val_import_plan_stats (ValImportPlan *self, guint column);

G_END_DECLS
