/* val-performance-figures.h: what a person's indicators are in some days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-session.h"

G_BEGIN_DECLS

/**
 * ValFigure: an indicator of a person.
 * @value: thousandths of its unit
 * @n: cases behind it, or -1: not known
 * @known: whether there is any value
 */
typedef struct
{
  gint64 indicator_id;
  gint64 value;
  gint64 n;
  gboolean known;
  gint64 before; /* of as many days before */
  gboolean before_known;
} ValFigure;

/* Of all indicators in use on the last day, in their order; of ValFigure. @to VAL_DAY_NONE: the last
 * day there is anything of; @from VAL_DAY_NONE: thirty days. */
void val_performance_figures_async (ValSession *session, gint64 person_id, ValDay from, ValDay to,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer data);
GArray *val_performance_figures_finish (ValSession *session, GAsyncResult *result,
                                        GError **error);

G_END_DECLS
