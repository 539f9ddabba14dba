/* val-goal-steps.h: the sparring steps of a goal, as a list to write in
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-edit.h"

G_BEGIN_DECLS

#define VAL_TYPE_GOAL_STEPS (val_goal_steps_get_type ())
G_DECLARE_FINAL_TYPE (ValGoalSteps, val_goal_steps, VAL, GOAL_STEPS, GtkBox)

GtkWidget *val_goal_steps_new (ValDay today);
/* @steps: (nullable) (element-type ValGoalStep): copied */
void val_goal_steps_set (ValGoalSteps *self, GPtrArray *steps);
/* Adds to @edit what is new, changed, moved or taken away. */
void val_goal_steps_put (ValGoalSteps *self, ValEdit *edit, gint64 goal_id, gint64 person_id);

G_END_DECLS
