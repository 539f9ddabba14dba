/* val-report-private.h: chapters of the readiness report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-answer-private.h"
#include "val-document.h"

G_BEGIN_DECLS

void val_report_add_groups (ValDocument *document, const ValReadiness *readiness);
void val_report_add_cover (ValDocument *document, const ValReadiness *readiness,
                           const ValAnswerOptions *options);
void val_report_add_gaps (ValDocument *document, const ValReadiness *readiness);
void val_report_add_movement (ValDocument *document, const ValReadiness *readiness,
                              const ValAnswerOptions *options);
void val_report_add_levels (ValDocument *document, const ValReadiness *readiness,
                            const ValAnswerOptions *options);
void val_report_add_people (ValDocument *document, const ValReadiness *readiness,
                            const ValAnswerOptions *options);
void val_report_add_method (ValDocument *document, const ValReadiness *readiness);

G_END_DECLS
