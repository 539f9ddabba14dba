/* val-person-first.h: the first tab of a person: what to know before talking
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-person-view.h"

G_BEGIN_DECLS

void val_person_fill_overview (ValPersonView *view, GtkWidget *column, GtkWidget *first,
                               GtkWidget *second, ValSession *session, guint index,
                               GPtrArray *records);

G_END_DECLS
