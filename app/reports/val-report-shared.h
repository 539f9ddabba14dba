/* val-report-shared.h: what documents about people share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-document.h"
#include "val-report.h"

G_BEGIN_DECLS

char *val_report_person_name (ValDataset *dataset, gint64 person_id);
/* The team's leader, else "Manager". */
char *val_report_manager_name (ValDataset *dataset, gint64 person_id);
ValDocument *val_report_start (ValDataset *dataset, const char *title);
char *val_report_date (ValDay day);
/* "5 March 2026, 10:00"; NULL without a day. */
char *val_report_when (ValDay day, int minute);
void val_report_add_agreement (ValDocument *document, ValDataset *dataset,
                               const ValAgreement *agreement);
void val_report_add_goal (ValDocument *document, ValDataset *dataset, const ValGoal *goal,
                          const GPtrArray *records);
void val_report_add_bullet (ValDocument *document, const char *text);
char *val_report_money (gint64 thousandths);
gboolean val_agreement_is_open (const ValAgreement *agreement);
gboolean val_goal_is_open (const ValGoal *goal);

G_END_DECLS
