/* val-notifier.h: sessions and promises of the day, said by the desktop
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_NOTIFIER (val_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ValNotifier, val_notifier, VAL, NOTIFIER, GObject)

/* Says each session planned for today and how many promises fall due, once; takes back what is done,
 * changed or of another day. What was said is taken back when the notifier goes. */
ValNotifier *val_notifier_new (GApplication *application, ValSession *session);

G_END_DECLS
