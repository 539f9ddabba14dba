/* val-planning-private.h: what came, as points of a forecast's past
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-planning.h"

G_BEGIN_DECLS

/* Of contacts: slots of so many minutes; 1440 when their times are not known. */
GArray *val_planning_contact_points (const ValContacts *contacts, int *ret_slot_minutes);
GArray *val_planning_interval_points (const ValPlanningInput *input, int slot_minutes);
void val_planning_take_levels (ValPlanningPicture *self, const ValPlanningInput *input);
double val_planning_handle_time (const ValPlanningInput *input);

G_END_DECLS
