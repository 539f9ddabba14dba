/* val-mentoring-window.h: planning and holding a session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_MENTORING_WINDOW (val_mentoring_window_get_type ())
G_DECLARE_FINAL_TYPE (ValMentoringWindow, val_mentoring_window, VAL, MENTORING_WINDOW, AdwWindow)

/* Plans a session (id 0; its people may be missing) or goes on with one. */
void val_mentoring_window_present (GtkWindow *parent, ValSession *session,
                                   const ValMentoring *mentoring);
/* The same for a session by its id, and for the next or a first session with somebody. */
void val_mentoring_window_open (GtkWindow *parent, ValSession *session, gint64 mentoring_id);
void val_mentoring_window_open_person (GtkWindow *parent, ValSession *session, gint64 person_id);

G_END_DECLS
