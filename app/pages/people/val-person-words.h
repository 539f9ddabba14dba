/* val-person-words.h: a line of a person's records in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-person-entries.h"

G_BEGIN_DECLS

/**
 * ValEntryWords: what a line says. All strings are plain text and "" when there is nothing.
 * @icon: name of a symbolic icon
 * @title: what it is
 * @when: its day, and hour of a session
 * @meta: what belongs to it, in one line
 * @text: what was written, at most some hundred letters; nothing while names are hidden
 * @remark: the same for the manager alone
 * @warn: @meta says of something that is late
 */
typedef struct
{
  const char *icon;
  char *title;
  char *when;
  char *meta;
  char *text;
  char *remark;
  gboolean warn;
} ValEntryWords;

void val_entry_words_init (ValEntryWords *self, ValSession *session, const ValEntry *entry);
void val_entry_words_clear (ValEntryWords *self);

/* "Friday" would need a sentence around it: "27 March", "27 March, 2 days late". */
char *val_person_dup_due (ValSession *session, ValDay due, gboolean *ret_late);
/* "today", "6 days ago" */
char *val_person_dup_ago (int days);
char *val_person_dup_goal (ValSession *session, const ValGoal *goal);
/* Plain text as markup in which addresses of the web are links. */
char *val_person_dup_links (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValEntryWords, val_entry_words_clear)

G_END_DECLS
