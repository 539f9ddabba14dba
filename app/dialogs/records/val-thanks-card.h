/* val-thanks-card.h: a thank-you on a card of A6
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-record.h"
#include "val-session.h"

G_BEGIN_DECLS

/* Says in place what came of it: translated; is_bad: it failed. */
typedef void (*ValCardDone) (GtkWindow *window, const char *sentence, gboolean is_bad);

void val_thanks_card_save (GtkWindow *window, ValSession *session,
                           const ValRecognition *recognition, ValCardDone done);
void val_thanks_card_print (GtkWindow *window, ValSession *session,
                            const ValRecognition *recognition, ValCardDone done);

G_END_DECLS
