/* val-import-queue-log.h: the queue log of Asterisk as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean val_queue_log_is_likely (const char *text, gsize length);
GBytes *val_queue_log_to_csv (const char *text, gsize length, GError **error);

G_END_DECLS
