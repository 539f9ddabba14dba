/* val-period.h: weeks, months, quarters and years of the calendar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-indicator.h"

G_BEGIN_DECLS

/* The period (#ValPeriod) that a day lies in: weeks are those of ISO 8601 and begin on Monday. */
ValDay val_period_first_day (int period, ValDay day);
ValDay val_period_last_day (int period, ValDay day);
/* The first day of the period that is @count periods later (earlier: below 0). */
ValDay val_period_step (int period, ValDay day, int count);

G_END_DECLS
