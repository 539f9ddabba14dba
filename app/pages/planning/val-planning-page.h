/* val-planning-page.h: forecast, staffing, and what mentoring costs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_PLANNING_PAGE (val_planning_page_get_type ())
G_DECLARE_FINAL_TYPE (ValPlanningPage, val_planning_page, VAL, PLANNING_PAGE, ValPage)

ValPage *val_planning_page_new (ValSession *session);

G_END_DECLS
