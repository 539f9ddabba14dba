/* val-today-job.h: what waits today, worked out off the main thread
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-attention.h"
#include "val-session.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_TODAY_TALK,
  VAL_TODAY_PROMISED,
  VAL_TODAY_THANK,
  VAL_TODAY_FOLLOW_UP,
  VAL_TODAY_GOALS,
} ValTodaySection;

#define VAL_TODAY_N_SECTIONS 5

/**
 * ValTodayPicture: what waits, by sections, and the texts of what is shown of it.
 * @lines: (element-type guint): places in attention->owed
 */
typedef struct
{
  ValAttention *attention;
  GArray *lines[VAL_TODAY_N_SECTIONS];
  GHashTable *records; /* see val_today_picture_record () */
} ValTodayPicture;

void val_today_picture_free (ValTodayPicture *self);
const ValOwed *val_today_picture_line (const ValTodayPicture *self, ValTodaySection section,
                                       guint at);
/* The record of a line; NULL: none, or it was not read. */
gconstpointer val_today_picture_record (const ValTodayPicture *self, const ValOwed *owed);

/* @limits: of so many lines of each section the texts are read. */
void val_today_job_run_async (ValSession *session, gint64 team_id,
                              const guint limits[VAL_TODAY_N_SECTIONS], GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
ValTodayPicture *val_today_job_run_finish (ValSession *session, GAsyncResult *result,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValTodayPicture, val_today_picture_free)

G_END_DECLS
