/* val-window.h: a window over one file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_WINDOW (val_window_get_type ())
G_DECLARE_FINAL_TYPE (ValWindow, val_window, VAL, WINDOW, AdwApplicationWindow)

ValWindow *val_window_new (GtkApplication *application, const char *path);
const char *val_window_get_path (ValWindow *self);
/* Imports a table, or opens a database in the place of the present one. */
void val_window_open_file (ValWindow *self, GFile *file);
/* A session, as soon as the file is open. */
void val_window_open_session (ValWindow *self, gint64 mentoring_id);
/* The quick note, over this window or over @over, a window that stands over it. */
void val_window_capture (ValWindow *self, GtkWindow *over);

G_END_DECLS
