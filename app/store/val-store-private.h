/* val-store-private.h: the store's thread, seen from the inside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-core.h"
#include "val-store.h"

G_BEGIN_DECLS

typedef struct _ValJob ValJob;

/* Runs on the database thread. @core is NULL while the file is closed. */
typedef void (*ValJobRun) (ValJob *job, ValCore **core);

/**
 * ValJob: one piece of work for the database thread, and its answer.
 */
struct _ValJob
{
  ValStore *store;
  ValJobRun run;
  GCancellable *cancellable; /* nullable */

  ValStoreOpenFlags flags;
  ValEdit *edit;
  gint64 id;
  gint64 id2;
  char *path;
  char *text;
  GArray *ids; /* of gint64 */
  ValStoreProgress progress;
  gpointer progress_data;
  gint64 progress_at; /* when it was told last */

  gpointer result; /* NULL with an error, GINT_TO_POINTER (TRUE) where there is only success */
  GDestroyNotify result_free;
  GError *error;
  ValTables tables;

  gboolean again; /* set by a run: not done, to be run once more after what is waiting */
  gboolean idle; /* nobody waits for it */
  gboolean stays; /* what it did stays done: its answer is told although it was cancelled late */
  GTask *task;   /* of an asynchronous one */
  gboolean done; /* of a blocking one */
};

ValJob *val_job_new (ValStore *store, ValJobRun run);
void val_job_start (ValJob *job, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer data, gpointer tag);
gpointer val_job_wait (ValJob *job, GError **error);
/* FALSE: the file is closed, and the job says so. */
gboolean val_job_is_open (ValJob *job, ValCore **core);
void val_job_set_done (ValJob *job, gboolean good);
void val_store_start_idle_work (ValStore *self);
void val_job_tell_progress (double fraction, gpointer data);

G_END_DECLS
