/* window-fixture.h: a window over a demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-window-private.h"

G_BEGIN_DECLS

void window_fixture_init (int *argc, char ***argv);
void window_fixture_turn (guint milliseconds);
ValWindow *window_fixture_open (const char *path);
ValWindow *window_fixture_open_demo (const char *path);

G_END_DECLS
