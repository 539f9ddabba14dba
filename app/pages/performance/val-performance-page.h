/* val-performance-page.h: scorecards, pivots, indicators, and whose contacts are whose
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERFORMANCE_PAGE (val_performance_page_get_type ())
G_DECLARE_FINAL_TYPE (ValPerformancePage, val_performance_page, VAL, PERFORMANCE_PAGE, ValPage)

ValPage *val_performance_page_new (ValSession *session);

G_END_DECLS
