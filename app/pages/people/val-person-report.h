/* val-person-report.h: one person on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

void val_person_report_make (ValPage *page, gint64 person_id);

G_END_DECLS
