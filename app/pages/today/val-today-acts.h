/* val-today-acts.h: what is done with a line of Today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-today-list.h"

G_BEGIN_DECLS

/* @page: says what happens; @owed: the line as it is shown. */
void val_today_act (ValPage *page, const ValOwed *owed, ValTodayAct act);

G_END_DECLS
