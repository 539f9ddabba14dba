/* val-people-page.h: the people of the centre, and one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_PEOPLE_PAGE (val_people_page_get_type ())
G_DECLARE_FINAL_TYPE (ValPeoplePage, val_people_page, VAL, PEOPLE_PAGE, ValPage)

ValPage *val_people_page_new (ValSession *session);

G_END_DECLS
