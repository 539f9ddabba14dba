/* val-hyphens.h: where a long word may be broken
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pango breaks a word here and then draws a hyphen. */
#define VAL_SOFT_HYPHEN "\302\255"

char *val_hyphens_add (const char *word);

G_END_DECLS
