/* val-report-scorecard.h: a scorecard as a chapter of a document
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-answer-numbers.h"
#include "val-report-shared.h"

G_BEGIN_DECLS

/* What the index of a row is made of and how it went. */
void val_report_add_scorecard (ValDocument *document, const ValScoreIndex *index, guint row);

G_END_DECLS
