/* window-fixture.h: the window of the program, for a test
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-window-private.h"

G_BEGIN_DECLS

/* What is waited for. */
typedef gboolean (*WindowCondition) (ValWindow *window);

void window_fixture_init (int *argc, char ***argv);
void window_fixture_start (void);
GtkApplication *window_fixture_get_application (void);

ValWindow *window_fixture_new (const char *path, int width);
ValWindow *window_fixture_open (const char *path);
ValWindow *window_fixture_open_demo (const char *path);
void window_fixture_make_demo (ValWindow *window);
void window_fixture_make_empty (ValWindow *window);
void window_fixture_close (ValWindow *window);

void window_fixture_turn (guint milliseconds);
void window_fixture_wait_for (ValWindow *window, WindowCondition condition);

/* Conditions. */
gboolean window_fixture_is_welcome (ValWindow *window);
gboolean window_fixture_is_open (ValWindow *window);
gboolean window_fixture_has_people (ValWindow *window);

G_END_DECLS
