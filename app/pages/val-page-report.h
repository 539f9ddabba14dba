/* val-page-report.h: reports that a page makes as PDF
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

/* Makes a PDF file, in a worker: it may read the store and waits for it. NULL with @error set. */
typedef GBytes *(*ValPageReportMaker) (gpointer data, GError **error);

void val_page_make_report (ValPage *self, const char *file_name, ValPageReportMaker make,
                           gpointer data, GDestroyNotify free_data);
gboolean val_page_may_name (ValPage *self);

G_END_DECLS
