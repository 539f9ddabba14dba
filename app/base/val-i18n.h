/* val-i18n.h: the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libintl.h>

#undef ngettext /* libintl.h makes it a macro where it optimises */
#define _(String) val_i18n_text (String)
#define ngettext(One, Many, N) val_i18n_plural (One, Many, N)
#define N_(String) (String)
#define C_(Context, String) val_i18n_context (Context "\004" String, String)
#define NC_(Context, String) (String)

G_BEGIN_DECLS

void val_i18n_init (const char *language);
const char *val_i18n_language (void);
/* One thread speaks another language for a while: what is printed for an agent. */
void val_i18n_push (const char *language);
void val_i18n_pop (void);
const char *val_i18n_text (const char *id) G_GNUC_FORMAT (1);
const char *val_i18n_plural (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1)
    G_GNUC_FORMAT (2);
/* C_() for words that a table holds, marked there by NC_(). */
const char *val_i18n_context_of (const char *context, const char *id) G_GNUC_FORMAT (2);
const char *val_i18n_context (const char *context_and_id, const char *id) G_GNUC_FORMAT (2);

G_END_DECLS
