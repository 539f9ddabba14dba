/* val-indicator-words.h: values of indicators as people read them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-indicator.h"

G_BEGIN_DECLS

/* The sign of a unit, once over a column: "%", "s", "1–5"; "" for counts. */
const char *val_indicator_unit_sign (int unit);
/* A value without its unit, for columns; NAN: a dash. @value is in whole units. */
char *val_indicator_format_plain (int unit, double value);
/* A value with its unit, for sentences: "87.5%", "67.5 s", "3:45 min". */
char *val_indicator_format (int unit, double value);
/* What a person typed: "87,5", "87.5 %", "3:45". FALSE: not a value of this unit. */
gboolean val_indicator_parse (int unit, const char *text, gint64 *ret_thousandths);
/* "floor 60%, target 90%, weight 2" */
char *val_indicator_term_words (const ValIndicator *indicator, const ValIndicatorTerm *term);
/* What an indicator was judged by on a day: its newest term not after it; NULL: none yet. */
const ValIndicatorTerm *val_indicator_term_on (const ValDataset *dataset, gint64 indicator_id,
                                               ValDay day);
/* (transfer container) (element-type ValIndicatorTerm): of an indicator, newest first. */
GPtrArray *val_indicator_terms (const ValDataset *dataset, gint64 indicator_id);
/* (transfer container) (element-type ValIndicator): in the order of lists. */
GPtrArray *val_indicators_in_order (const ValDataset *dataset);

G_END_DECLS
