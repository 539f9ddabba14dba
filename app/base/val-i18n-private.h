/* val-i18n-private.h: between the interface language and another one for a while
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-i18n.h"

G_BEGIN_DECLS

const char *val_i18n_known_language (const char *name);
char *val_i18n_dup_folder (void);
const char *val_i18n_override (void);

G_END_DECLS
