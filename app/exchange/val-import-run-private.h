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

gint64 val_import_run_use_person (ValImportRun *self, int index);
gboolean val_import_run_past_day (ValImportRun *self, int column, ValDay *ret_day);

gboolean val_import_run_people (ValImportRun *self, GError **error);
gboolean val_import_run_assessments (ValImportRun *self, GError **error);
gboolean val_import_run_records (ValImportRun *self, GError **error);

G_END_DECLS
