/* val-person-choice.h: the people of the centre in a picker
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-person-picker.h"
#include "val-session.h"

G_BEGIN_DECLS

/* A picker over everybody who has not left, kept up to date with the session. */
GtkWidget *val_person_choice_new (ValSession *session);

G_END_DECLS
