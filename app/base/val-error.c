/* val-error.c: errors that a reader of text can meet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-error.h"

G_DEFINE_QUARK (val-base-error-quark, val_base_error)
