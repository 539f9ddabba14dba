/* val-today-page.h: what waits today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_TODAY_PAGE (val_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ValTodayPage, val_today_page, VAL, TODAY_PAGE, ValPage)

ValPage *val_today_page_new (ValSession *session);

G_END_DECLS
