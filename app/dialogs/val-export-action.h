/* val-export-action.h: everything into a file that others can read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* @message: translated, nullable: the user thought better of it; @error: nullable. */
typedef void (*ValExportDone) (const char *message, const GError *error, gpointer data);

void val_export_everything (ValSession *session, GtkWidget *parent, ValExportDone done,
                            gpointer data);
void val_export_all_about (ValSession *session, GtkWidget *parent, gint64 person_id,
                        ValExportDone done, gpointer data);

G_END_DECLS
