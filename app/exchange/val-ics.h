/* val-ics.h: sessions as a calendar file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

char *val_ics_write (const ValDataset *dataset, const GPtrArray *sessions, const char *realm,
                     gint64 now);

G_END_DECLS
