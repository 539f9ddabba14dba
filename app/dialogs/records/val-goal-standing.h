/* val-goal-standing.h: where the indicator of a goal stands today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "val-performance-figures.h"
#include "val-session.h"

G_BEGIN_DECLS

/**
 * ValGoalStanding: an indicator on its way to the value of a goal.
 * @words: "at the start 68% · now 72.4% (cases: 40) · 12.6 percentage points to go"
 * @fraction: of the way, 0 ... 1; -1: it is not known where the way began
 */
typedef struct
{
  char *words;
  double fraction;
} ValGoalStanding;

/* FALSE: nothing is known of the indicator; free @ret_standing's words. */
gboolean val_goal_standing_from_figures (const ValIndicator *indicator, const ValGoal *goal,
                                         const GArray *figures, ValGoalStanding *ret_standing);

/* Called once, while @widget lives, when anything is known. Main thread. */
typedef void (*ValGoalStandingFunc) (GtkWidget *widget, const ValGoalStanding *standing);
void val_goal_standing_ask (GtkWidget *widget, ValSession *session, const ValGoal *goal,
                            ValGoalStandingFunc function);

G_END_DECLS
