/* val-draft-keeper.h: what is being typed, kept while it is typed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-store.h"

G_BEGIN_DECLS

#define VAL_TYPE_DRAFT_KEEPER (val_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ValDraftKeeper, val_draft_keeper, VAL, DRAFT_KEEPER, GObject)

/* Writes a draft at most %VAL_DRAFT_DELAY after it was put, however long the typing goes on.
 * Signal "failed" (GError *): the draft could not be kept; the text on the screen is all there is.
 * Main thread. */
#define VAL_DRAFT_DELAY 600 /* milliseconds */

ValDraftKeeper *val_draft_keeper_new (ValStore *store, const char *key);
/* @body NULL: there is nothing to keep any more. */
void val_draft_keeper_put (ValDraftKeeper *self, const char *body);
/* Writes at once what waits. */
void val_draft_keeper_flush (ValDraftKeeper *self);

G_END_DECLS
