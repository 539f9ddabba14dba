/* val-readiness-job.h: readiness worked out off the main thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-readiness.h"

G_BEGIN_DECLS

/**
 * ValReadinessPicture: the answer, what it is compared with, and the way there.
 */
typedef struct
{
  ValReadiness *now;
  ValReadiness *before; /* nullable */
} ValReadinessPicture;

void val_readiness_picture_free (ValReadinessPicture *self);

/* @compare: VAL_DAY_NONE: nothing. */
void val_readiness_job_async (ValDataset *dataset, const ValReadinessQuery *query, ValDay compare,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
ValReadinessPicture *val_readiness_job_finish (GAsyncResult *result, GError **error);

/**
 * ValReadinessPast: means through time.
 */
typedef struct
{
  GArray *days;  /* of ValDay, sorted; the last one is today */
  GArray *means; /* of double, NAN: nobody assessed */
} ValReadinessPast;

void val_readiness_past_free (ValReadinessPast *self);
void val_readiness_past_async (ValDataset *dataset, const ValReadinessQuery *query,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
ValReadinessPast *val_readiness_past_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValReadinessPicture, val_readiness_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValReadinessPast, val_readiness_past_free)

G_END_DECLS
