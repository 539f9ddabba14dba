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

/* Returns: how wide @text is on one line, in pixels. */
typedef int (*ValHyphensWidth) (gpointer data, const char *text);

char *val_hyphens_add (const char *word);
char *val_hyphens_break (const char *text, int room, ValHyphensWidth width, gpointer data);
int val_hyphens_longest (const char *text, int room, ValHyphensWidth width, gpointer data);

G_END_DECLS
