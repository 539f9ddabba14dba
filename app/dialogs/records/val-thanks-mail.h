/* val-thanks-mail.h: a thank-you as an e-mail that waits to be sent
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-entities.h"
#include "val-record.h"

G_BEGIN_DECLS

char *val_thanks_mail_uri (const ValPerson *person, const ValRecognition *recognition);

G_END_DECLS
