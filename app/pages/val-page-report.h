/* val-page-report.h: reports that a page makes as PDF
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

/**
 * ValPageGround: what a report stands on, as it was when the report was asked for
 */
typedef struct
{
  ValStore *store;     /* may be read, and waited for, in the worker */
  ValDataset *dataset; /* immutable */
  ValDay today;
} ValPageGround;

/* Makes a PDF file, in a worker. NULL with @error set. */
typedef GBytes *(*ValPageReportMaker) (const ValPageGround *ground, gpointer data,
                                       GError **error);

void val_page_make_report (ValPage *self, const char *stem, ValDay day, ValPageReportMaker make,
                           gpointer data, GDestroyNotify free_data);
gboolean val_page_may_name (ValPage *self);

G_END_DECLS
