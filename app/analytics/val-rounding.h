/* val-rounding.h: rounding that says the same on every machine
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAL_ROUNDING_TOLERANCE 1e-9

double val_round_half_up (double value, int decimals);
int val_round_up (double value);
void val_percents_largest_remainder (const guint *counts, guint n, int *percents);

G_END_DECLS
