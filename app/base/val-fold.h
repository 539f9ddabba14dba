/* val-fold.h: text made equal for searching
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *val_fold (const char *text);
char *val_fold_with_offsets (const char *text, GArray **ret_offsets);
gboolean val_fold_matches (const char *folded_text, const char *folded_query);

G_END_DECLS
