/* val-import-run-private.h: one run of an import plan
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-import-intern.h"
#include "val-import-match.h"
#include "val-import-plan-private.h"

G_BEGIN_DECLS

typedef struct
{
  ValImportPlan *plan;
  ValImportOutcome *outcome;
  ValEdit *edit;
  ValImportMatch *match;
  GCancellable *cancellable;
  ValImportProgress progress;
  gpointer progress_data;
  ValCsvReader *reader;
  ValCsvRecord record;
  gsize length;
  GString *scratch;
  ValImportIntern *person_keys; /* -> index + 1; -1: refused */
  GArray *rows;                 /* of ValEditRow */
  GHashTable *remarks;          /* row -> text; nullable */
  int agent, number, given, family; /* columns; -1: none */
} ValImportRun;

gboolean val_import_run_next (ValImportRun *self, GError **error);
gboolean val_import_run_check_record (ValImportRun *self);
ValCsvField val_import_run_cell (ValImportRun *self, int column);
char *val_import_run_text (ValImportRun *self, int column);
int val_import_run_person (ValImportRun *self);
gboolean val_import_run_date (ValImportRun *self, ValCsvField cell, ValDay *ret_day,
                              char **ret_reason);
void val_import_run_refuse (ValImportRun *self, const char *field, char *reason);
char *val_import_run_shown (ValCsvField cell);
void val_import_run_refuse_cell (ValImportRun *run, const char *field, const char *format,
                                 ValCsvField cell);

void val_import_run_span (ValImportRun *self, ValDay day);
gint64 val_import_run_use_person (ValImportRun *self, int index);
gboolean val_import_run_past_day (ValImportRun *self, int column, ValDay *ret_day);

/**
 * ValImportStamps: the columns that say when a row happened.
 */
typedef struct
{
  ValImportRun *run;
  int start, date, time; /* columns; -1: none */
  ValImportIntern *days; /* text of a day -> day + 1 */
  GTimeZone *zone;       /* the centre's clock */
  gboolean converted;    /* a time zone was told and put into it */
} ValImportStamps;

/* val-import-stamps.c */
void val_import_stamps_init (ValImportStamps *self, ValImportRun *run);
void val_import_stamps_clear (ValImportStamps *self);
gboolean val_import_stamps_read (ValImportStamps *self, gboolean past, ValDay *ret_day,
                                 int *ret_second);

gboolean val_import_run_people (ValImportRun *self, GError **error);
gboolean val_import_run_assessments (ValImportRun *self, GError **error);
gboolean val_import_run_records (ValImportRun *self, GError **error);
gboolean val_import_run_contacts (ValImportRun *run, GError **error);
gboolean val_import_run_values (ValImportRun *run, GError **error);
gboolean val_import_run_forecast (ValImportRun *run, GError **error);

G_END_DECLS
