/* val-i18n.c: the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n.h"

void
val_i18n_init (const char *language)
{
}

const char *
val_i18n_language (void)
{
  return "en";
}

const char *
val_i18n_context (const char *context_and_id, const char *id)
{
  const char *translation = gettext (context_and_id);

  return translation == context_and_id ? id : translation;
}
