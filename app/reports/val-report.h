/* val-report.h: documents about people: agent report, session sheet, recognition, thank-you card
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "val-dataset.h"
#include "val-document.h"
#include "val-scorecard.h"

G_BEGIN_DECLS

/* All of them take the shared part of records only: what is for the manager alone is never on
 * paper. @language: "en", "pl", "el", "fi"; NULL: the interface's. They give a PDF file, or NULL
 * with VAL_REPORT_ERROR_PAGES. Any thread; nothing else speaks @language meanwhile. */

/* @records: what val_store_read_person () gives, steps of goals included. @score: nullable. */
GBytes *val_report_agent (ValDataset *dataset, gint64 person_id, const GPtrArray *records,
                          const ValScoreIndex *score, ValDay today, const char *language,
                          GError **error);

/* @records: of everybody who takes part, one after another. */
GBytes *val_report_session (ValDataset *dataset, const ValMentoring *session,
                            const GPtrArray *records, const char *language, GError **error);

/* The same on the pages of a printer. */
ValDocument *val_report_session_document (ValDataset *dataset, const ValMentoring *session,
                                          const GPtrArray *records, const char *language);

/* @recognitions: all there are. */
GBytes *val_report_recognition (ValDataset *dataset, gint64 team_id, ValDay today,
                                const GPtrArray *recognitions, const char *language,
                                GError **error);

/* One page of A6. */
GBytes *val_report_card (ValDataset *dataset, const ValRecognition *recognition,
                         const char *language, GError **error);
/* The same on a page of somebody else, in points: for a printer. */
gboolean val_report_card_has_room (const ValRecognition *recognition);
void val_report_card_draw (cairo_t *cr, ValDataset *dataset, const ValRecognition *recognition,
                           const char *language);

/* The first of a person's languages that is one of the four; NULL: none is. */
const char *val_report_language_of (const ValPerson *person);
/* The latest session that took place, else the next planned one; NULL: none. */
const ValMentoring *val_report_pick_session (const GPtrArray *records, ValDay today);

G_END_DECLS
