/* val-matrix-clipboard.h: blocks of levels as a spreadsheet copies and pastes them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "val-level.h"

G_BEGIN_DECLS

/**
 * ValMatrixPasteCell:
 * @level: thousandths, %VAL_LEVEL_NOT_APPLICABLE, or %VAL_LEVEL_NONE: empty, or not understood
 * @bad: (nullable): a sentence about the text that is not a level of the scale
 */
typedef struct
{
  guint row;    /* from the block's top left cell */
  guint column;
  ValLevel level;
  char *bad;
} ValMatrixPasteCell;

void val_matrix_clipboard_append (GString *out, ValLevel level, const ValScale *scale,
                                  char decimal_sign, const char *not_applicable);
GArray *val_matrix_clipboard_parse (const char *text, const ValScale *scale,
                                    const char *not_applicable, guint *ret_rows,
                                    guint *ret_columns);

G_END_DECLS
