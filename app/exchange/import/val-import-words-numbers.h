/* val-import-words-numbers.h: the words of telephone systems and help desks
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-cell-time.h"
#include "val-import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_ANSWER_NOT,     /* no such word */
  VAL_ANSWER_NO,
  VAL_ANSWER_YES,
  VAL_ANSWER_UNKNOWN, /* a word that says that it is not known */
} ValAnswer;

/* What a cell with yes or no is about: each has words of its own beside yes and no. */
typedef enum
{
  VAL_ANSWER_OF_ANSWERED,
  VAL_ANSWER_OF_ABANDONED,
  VAL_ANSWER_OF_RESOLVED,
  VAL_ANSWER_OF_DIFFICULT,
} ValAnswerField;

#define VAL_N_ANSWER_FIELDS 4

const char *val_import_words_number_field (ValImportKind kind, const char *header,
                                           gboolean *ret_weak, ValDurationUnit *ret_unit);
ValAnswer val_import_words_answer (ValAnswerField field, ValCsvField cell);
gboolean val_import_words_rating (ValCsvField cell, int *ret_thousandths);
gboolean val_import_words_difficult (ValCsvField cell, int *ret_reason);
int val_import_words_seconds_in (const char *header);

G_END_DECLS
