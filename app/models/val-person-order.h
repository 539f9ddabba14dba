/* val-person-order.h: the order in which people are listed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-entities.h"

G_BEGIN_DECLS

char *val_person_order_key (const ValPerson *person, guint index, gboolean hide_names);

G_END_DECLS
