/* val-error.h: errors that a reader of text can meet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAL_BASE_ERROR (val_base_error_quark ())

typedef enum
{
  VAL_BASE_ERROR_NOT_A_NUMBER,
  VAL_BASE_ERROR_OUTSIDE_SCALE,
  VAL_BASE_ERROR_BAD_SCALE,
  VAL_BASE_ERROR_NOT_A_DATE,
} ValBaseError;

GQuark val_base_error_quark (void);

G_END_DECLS
