/* val-goal-dialog.h: a goal and the steps towards it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* @goal: id 0: a new one; copied. @steps: (nullable) (element-type ValGoalStep): its steps; copied. */
void val_goal_dialog_present (GtkWindow *parent, ValSession *session, const ValGoal *goal,
                              GPtrArray *steps);

/* "Complaints → 8", "First contact: 75 %", or its text; (transfer full). */
char *val_goal_dup_title (ValSession *session, const ValGoal *goal);
/* "1 of 3 steps · 6 now · due 3 April"; @records: where its steps are among; (transfer full). */
char *val_goal_dup_progress (ValSession *session, const ValGoal *goal, GPtrArray *records);
/* The same without the value at the start, for beside val-goal-standing.h. */
char *val_goal_dup_rest (ValSession *session, const ValGoal *goal, GPtrArray *records);

G_END_DECLS
