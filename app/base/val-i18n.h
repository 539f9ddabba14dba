/* val-i18n.h: the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libintl.h>

#define _(String) gettext (String)
#define N_(String) (String)
#define C_(Context, String) val_i18n_context (Context "\004" String, String)
#define NC_(Context, String) (String)

G_BEGIN_DECLS

void val_i18n_init (const char *language);
const char *val_i18n_language (void);
const char *val_i18n_context (const char *context_and_id, const char *id) G_GNUC_FORMAT (2);

G_END_DECLS
