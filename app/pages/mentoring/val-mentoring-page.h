/* val-mentoring-page.h: who is due, how the year went, who is thanked
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_MENTORING_PAGE (val_mentoring_page_get_type ())
G_DECLARE_FINAL_TYPE (ValMentoringPage, val_mentoring_page, VAL, MENTORING_PAGE, ValPage)

ValPage *val_mentoring_page_new (ValSession *session);

G_END_DECLS
