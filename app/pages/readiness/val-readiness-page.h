/* val-readiness-page.h: are the people ready?
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_PAGE (val_readiness_page_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessPage, val_readiness_page, VAL, READINESS_PAGE, ValPage)

ValPage *val_readiness_page_new (ValSession *session);

G_END_DECLS
