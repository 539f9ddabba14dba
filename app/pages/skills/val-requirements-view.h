/* val-requirements-view.h: which skills a role requires
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_REQUIREMENTS_VIEW (val_requirements_view_get_type ())
G_DECLARE_FINAL_TYPE (ValRequirementsView, val_requirements_view, VAL, REQUIREMENTS_VIEW, AdwBin)

GtkWidget *val_requirements_view_new (ValSession *session);
void val_requirements_view_update (ValRequirementsView *self);

G_END_DECLS
