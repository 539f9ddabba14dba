/* val-person-order.h: the order in which people are listed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

guint val_person_order (const ValDataset *dataset, guint index, gboolean hide_names);

GArray *val_person_order_new (const GPtrArray *people);

G_END_DECLS
