/* fault-plain.h: a small database written with SQLite alone
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Commits transactions 1 ... @n with the settings of the store, but for @synchronous; marks each
 * in the log of the disk. */
void fault_plain_write (const char *folder, int n, const char *synchronous);
/* NULL, or what is wrong: it must be sound and hold exactly the first @saved or @saved + 1. */
char *fault_plain_verify (const char *folder, int saved);

G_END_DECLS
