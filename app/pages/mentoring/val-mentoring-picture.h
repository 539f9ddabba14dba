/* val-mentoring-picture.h: how mentoring and thanks stand, worked out beside the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-attention.h"
#include "val-session.h"

G_BEGIN_DECLS

#define VAL_MENTORING_DAYS 366

/**
 * ValMentoringMeeting: a planned session.
 * @person: index in the dataset; of a group the first who takes part
 */
typedef struct
{
  gint64 id;
  guint person;
  guint n_people;
  ValDay day;
  int minute;
  int kind;
} ValMentoringMeeting;

/**
 * ValRuleState: what a rule of the recognition programme has cost and asks for.
 * @rule: in the dataset
 * @n_due: people for whom it is due
 * @due: index in the dataset of the one who waits longest, or %G_MAXUINT
 * @cost: thousandths of the centre's currency, of all thanks given under it
 */
typedef struct
{
  const ValRule *rule;
  guint n_due;
  guint due;
  guint n_given;
  gint64 cost;
} ValRuleState;

/**
 * ValMentoringPicture: indexes are those of @attention->dataset.
 * @meetings: (element-type ValMentoringMeeting): planned from today on, by time
 * @thanks_days: thanks given on each of the last %VAL_MENTORING_DAYS days
 * @rules: (element-type ValRuleState)
 * @most_rows: of a list; the page says how many
 * @at_once: so many of them are made before the page is drawn
 */
typedef struct
{
  ValAttention *attention; /* counts of the last year */
  ValYear *year;
  GArray *meetings;
  guint thanks_days[VAL_MENTORING_DAYS];
  ValDay first_day;
  GArray *rules;
  guint most_rows, at_once;
} ValMentoringPicture;

void val_mentoring_picture_free (ValMentoringPicture *self);
void val_mentoring_picture_async (ValSession *session, gint64 team_id, int year,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data);
ValMentoringPicture *val_mentoring_picture_finish (ValSession *session, GAsyncResult *result,
                                                   GError **error);
/* (transfer container) (element-type ValPersonAttention): the most urgent first. */
GPtrArray *val_mentoring_picture_due (const ValMentoringPicture *self);
/* The same, the longest not thanked first; never thanked before all. */
GPtrArray *val_mentoring_picture_unthanked (const ValMentoringPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValMentoringPicture, val_mentoring_picture_free)

G_END_DECLS
