/* val-excerpt.h: the words around what a search found
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-search-words.h"

G_BEGIN_DECLS

gboolean val_excerpt_find (ValHit *hit, const ValSearchWords *words, const char *text);
void val_excerpt_begin (ValHit *hit, const char *text);

G_END_DECLS
