/* val-catalogue-view.h: the catalogue of skills
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_CATALOGUE_VIEW (val_catalogue_view_get_type ())
G_DECLARE_FINAL_TYPE (ValCatalogueView, val_catalogue_view, VAL, CATALOGUE_VIEW, AdwBin)

GtkWidget *val_catalogue_view_new (ValSession *session);
void val_catalogue_view_set_narrow (ValCatalogueView *self, gboolean narrow);
void val_catalogue_view_update (ValCatalogueView *self);
void val_catalogue_view_focus_search (ValCatalogueView *self);
void val_catalogue_view_add (ValCatalogueView *self);

G_END_DECLS
