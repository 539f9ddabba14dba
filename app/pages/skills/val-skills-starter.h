/* val-skills-starter.h: the first skills of an empty catalogue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-session.h"

G_BEGIN_DECLS

void val_skills_add_starter (ValSession *session);

G_END_DECLS
