/* val-calendar-export.h: sessions as a file for any calendar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* @ids: (element-type gint64): of sessions; not kept. What goes wrong is said by the session. */
void val_calendar_export_run (GtkWidget *parent, ValSession *session, GArray *ids);

G_END_DECLS
