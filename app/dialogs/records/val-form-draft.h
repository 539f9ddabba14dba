/* val-form-draft.h: what is being written in a form survives a crash
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* Both with the window of val_form_draft_attach (): what stands in the form as a record (transfer
 * full), and the same way back. */
typedef gpointer (*ValFormRead) (GtkWindow *window);
typedef void (*ValFormFill) (GtkWindow *window, gconstpointer record);

void val_form_draft_attach (GtkWindow *window, ValSession *session, const char *key,
                            GtkWidget *content, ValFormRead read, ValFormFill fill);
/* Something was typed or chosen. */
void val_form_draft_touch (GtkWindow *window);
/* It is stored, or no longer wanted. Nothing for a window without a draft. */
void val_form_draft_forget (GtkWindow *window);

G_END_DECLS
