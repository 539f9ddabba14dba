/* val-answer.h: the readiness answer in words, numbers and pictures
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-chart.h"
#include "val-readiness.h"

G_BEGIN_DECLS

/**
 * ValAnswerOptions:
 * @compare: nullable: the same question on another day
 * @hide_names: people are "Agent 1", "Agent 2"
 * @today: for leaving out the year in dates
 */
typedef struct
{
  ValReadiness *compare;
  gboolean hide_names;
  ValDay today;
} ValAnswerOptions;

/* "Level 7 of 10"; "Not assessed yet" without scores. */
char *val_answer_headline (const ValReadiness *readiness);
/* "mean 7.1 · 20 people · 19 of 20 fully assessed · up from 6.4 on 1 June" */
char *val_answer_subtitle (const ValReadiness *readiness, const ValAnswerOptions *options);
/* The finding over the distribution: "A fifth of the team still stands at 4; a quarter could teach" */
char *val_answer_finding (const ValReadiness *readiness);
/* The one paragraph to paste. */
char *val_answer_paragraph (const ValReadiness *readiness, const ValAnswerOptions *options);
/* The whole answer as plain text, as the command line prints it. */
char *val_answer_text (const ValReadiness *readiness, const ValAnswerOptions *options);
/* What a group needs most: "Calm with difficult customers −11, ..."; translated. */
char *val_answer_group_needs (const ValReadiness *readiness, const ValReadinessGroup *group,
                              guint most);
char *val_answer_person_name (const ValReadiness *readiness, guint person,
                              const ValAnswerOptions *options);
/* One sentence: "Maria Kowalska: without her ..." without gender. */
char *val_answer_most_needed (const ValReadiness *readiness, const ValMostNeeded *needed,
                              const ValAnswerOptions *options);

/* How firm the order of people is, from the shares of pairs that keep it at 5 and 10 %; nullable. */
char *val_answer_stability (double at_5, double at_10);

char *val_answer_json (const ValReadiness *readiness);
char *val_answer_csv (const ValReadiness *readiness);

ValChart *val_answer_distribution_chart (const ValReadiness *readiness,
                                         const ValAnswerOptions *options);
ValChart *val_answer_cover_chart (const ValReadiness *readiness);
ValChart *val_answer_gaps_chart (const ValReadiness *readiness);
ValChart *val_answer_movement_chart (const ValReadiness *readiness,
                                     const ValAnswerOptions *options);
ValChart *val_answer_radar_chart (ValDataset *dataset, guint person, ValDay on);

/* The readiness report as PDF of several A4 pages. */
GBytes *val_report_readiness (const ValReadiness *readiness, const ValAnswerOptions *options,
                              GError **error);

G_END_DECLS
