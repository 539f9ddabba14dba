/* val-import-job.h: working out, off the main thread, what a file will become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-import-plan.h"

G_BEGIN_DECLS

/**
 * ValImportAgentChoice: who an agent of contacts is, chosen by hand.
 */
typedef struct
{
  ValAgentChoice choice;
  gint64 person_id;
} ValImportAgentChoice;

/**
 * ValImportSettings: what the user can correct. The plan itself belongs to the worker while a job
 * runs, so that corrections are gathered here and handed over with the next job.
 */
typedef struct
{
  ValImportKind kind;
  char *sheet; /* nullable: the file is no workbook */
  char *encoding;
  char separator;
  char decimal_sign;
  ValDateOrder date_order;
  ValScale scale;
  gboolean has_scale; /* chosen by hand; otherwise proposed from the values */
  ValDay date;
  int service_variant; /* ValServiceVariant */
  char *team;
  GPtrArray *fields; /* of char *, one a column, nullable; NULL: as recognised */
  ValAgentChoice unknown_agents;
  GHashTable *agents; /* name -> ValImportAgentChoice; nullable */
  GArray *present;    /* of guint64: contacts that are stored already; nullable */
} ValImportSettings;

ValImportSettings *val_import_settings_new_from_plan (ValImportPlan *plan);
void val_import_settings_free (ValImportSettings *self);

/**
 * ValImportFinding: what a job came to. Without a plan the file is no table at all.
 */
typedef struct
{
  ValImportPlan *plan;
  ValImportOutcome *outcome; /* NULL: not ready */
  char *problem;             /* NULL: ready */
  char *doubt;               /* nullable: what is plainly wrong with the whole file */
  gboolean scale_proposed;   /* from the values, to be looked over */
  char *sha256;
} ValImportFinding;

void val_import_finding_free (ValImportFinding *self);

typedef struct _ValImportJob ValImportJob;

/* @settings: nullable (transfer full): recognise everything. */
ValImportJob *val_import_job_new (GBytes *bytes, const char *file_name, ValDataset *dataset,
                                  ValDay today, ValImportPlan *plan, ValImportSettings *settings);
void val_import_job_run_async (ValImportJob *job, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
ValImportFinding *val_import_job_run_finish (GAsyncResult *result, GError **error);
/* 0 ... 1, from any thread. */
double val_import_job_get_progress (ValImportJob *job);
void val_import_job_unref (ValImportJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportSettings, val_import_settings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportFinding, val_import_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportJob, val_import_job_unref)

G_END_DECLS
