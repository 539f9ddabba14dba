/* val-answer-private.h: what the parts of the answer share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-answer-numbers.h"
#include "val-answer.h"
#include "val-json-writer.h"

G_BEGIN_DECLS

char *val_answer_scope (const ValReadiness *readiness);
char *val_answer_date (const ValReadiness *readiness, const ValAnswerOptions *options);
char *val_answer_mean (const ValReadiness *readiness);
char *val_answer_level_number (gint64 thousandths);
char *val_answer_band_range (const ValBand *band);
char *val_answer_single (const ValReadiness *readiness, const ValCriticalSkill *critical,
                         const ValAnswerOptions *options);
char *val_answer_compare_sentence (const ValReadiness *readiness, const ValAnswerOptions *options);
int val_answer_coverage_percent (const ValReadiness *readiness);
int val_answer_hours_up (gint64 thousandths);
GArray *val_answer_all_gaps (const ValReadiness *readiness);
void val_answer_append_csv_field (GString *text, const char *field);

/* Of indicators: measures in words and in JSON. */
char *val_answer_levels (gint32 score);
char *val_answer_measure_value (const ValIndicator *indicator, const ValMeasure *measure,
                                ValMeasureKind kind);
char *val_answer_measure_interval (const ValIndicator *indicator, const ValMeasure *measure,
                                   ValMeasureKind kind);
char *val_answer_measure_n (const ValMeasure *measure, ValMeasureKind kind);
void val_answer_write_day (ValJsonWriter *writer, const char *key, ValDay day);
void val_answer_write_measure (ValJsonWriter *writer, const ValMeasure *measure,
                               ValMeasureKind kind);

G_END_DECLS
