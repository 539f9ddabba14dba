/* fault-small.h: as small as a database of ours can be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text says which one it is: "old" or "new". */
void fault_small_make (const char *path, const char *text);
/* The text, or what is wrong; rolls back what is to be rolled back. */
char *fault_small_read (const char *path);

G_END_DECLS
