/* numbers-helpers.h: contacts, values and forecasts for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store-helpers.h"

#define N_AGENTS 5

gint64 numbers_add_label (ValEdit *edit, ValLabelKind kind, const char *name, gint64 person_id);
ValContact numbers_contact (guint i, const gint64 *agents, gint64 channel, gint64 topic);
ValEdit *numbers_contacts_edit (guint n, const char *tag, gboolean import);
char *numbers_dump (ValStore *store);
ValStore *numbers_reopen (ValStore *store);
void numbers_turn (ValStore *store, gboolean undo);
void numbers_assert (ValStore *store, const char *wanted);
gint64 numbers_count (ValStore *store, const char *sql);
ValEdit *numbers_values_edit (guint n, gboolean import);
void numbers_add_value (ValStore *store, gint64 person_id, gint64 amount);
ValEdit *numbers_forecast_edit (guint n);
