/* val-skills-starter.h: the skills of the starter catalogue, added to the centre's own
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-session.h"

G_BEGIN_DECLS

void val_skills_add_starter (GtkWidget *place, ValSession *session);

G_END_DECLS
