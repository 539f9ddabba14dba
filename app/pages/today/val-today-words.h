/* val-today-words.h: a line of Today in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-today-job.h"

G_BEGIN_DECLS

/* What a section is called. */
const char *val_today_section_get_title (ValTodaySection section);
/* "Thursday 26 March" */
char *val_today_dup_day (ValDay today);
/* "3 things wait for you" */
char *val_today_dup_summary (const ValTodayPicture *picture);
/* What it is about: the text that was written, else the person's name. */
char *val_today_dup_title (ValSession *session, const ValTodayPicture *picture,
                           const ValOwed *owed);
/* How it stands: "Last thanked 41 days ago". */
char *val_today_dup_detail (ValSession *session, const ValTodayPicture *picture,
                            const ValOwed *owed);
/* "Overdue"; NULL: nothing presses. */
const char *val_today_urgency_word (ValAttentionStatus urgency);
const char *val_today_urgency_icon (ValAttentionStatus urgency);
/* The first words of a text, on one line. */
char *val_today_dup_excerpt (const char *text, guint max_chars);

G_END_DECLS
