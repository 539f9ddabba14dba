/* val-save-file.h: writes what was made into the file that was chosen
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-session.h"

G_BEGIN_DECLS

void val_save_file (GtkWidget *place, ValSession *session, GFile *file, GBytes *bytes);

G_END_DECLS
