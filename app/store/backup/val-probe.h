/* val-probe.h: who has a file, before it is opened
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-store.h"

G_BEGIN_DECLS

/* Files that this process has open. Closing any other descriptor of such a file would drop its
 * locks, so nothing may even look into it. */
gboolean val_probe_claim (const char *path, GError **error);
void val_probe_release (const char *path);
gboolean val_probe_is_claimed (const char *path);

gboolean val_probe_is_locked (const char *path);
gboolean val_probe_is_writable (const char *path);

G_END_DECLS
