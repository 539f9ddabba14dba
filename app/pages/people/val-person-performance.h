/* val-person-performance.h: one person's indicators of the last month
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* Reads and works by itself; shows what there is when it is known. */
GtkWidget *val_person_performance_new (ValSession *session, gint64 person_id);

G_END_DECLS
