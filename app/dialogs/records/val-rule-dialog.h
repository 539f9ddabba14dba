/* val-rule-dialog.h: a rule of the recognition programme
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* @rule: id 0: a new one; copied. */
void val_rule_dialog_present (GtkWindow *parent, ValSession *session, const ValRule *rule);

G_END_DECLS
