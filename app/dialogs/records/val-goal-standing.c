/* val-goal-standing.c: where the indicator of a goal stands today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-goal-standing.h"

#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"

/* ---- In words ---------------------------------------------------------------------------------- */

/* How far it is, never below 0. */
static gint64
distance_of (const ValIndicator *indicator, gint64 from, gint64 wanted)
{
  return MAX (0, indicator->lower_is_better ? from - wanted : wanted - from);
}

static char *
dup_distance (const ValIndicator *indicator, gint64 distance)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  g_autofree char *number = NULL;

  if (distance == 0)
    /* Translators: of the indicator of a goal: it stands where it is wanted */
    return g_strdup (C_ ("goal", "reached"));
  if (unit == VAL_UNIT_PERCENT)
    {
      number = val_indicator_format_plain (unit, (double) distance / 1000.0);
      /* Translators: of the indicator of a goal; %s is a number such as 12.6 */
      return val_format_replace (C_ ("goal", "%s percentage points to go"), number);
    }
  number = val_indicator_format (unit, (double) distance / 1000.0);
  /* Translators: of the indicator of a goal; %s is a value with its unit: "12 s to go" */
  return val_format_replace (C_ ("goal", "%s to go"), number);
}

static char *
dup_now (const ValIndicator *indicator, const ValFigure *figure)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  g_autofree char *value = val_indicator_format (unit, (double) figure->value / 1000.0);
  g_autofree char *n = figure->n >= 0 ? val_format_integer (figure->n) : NULL;
  g_autofree char *cases = n != NULL ? val_format_replace (_ ("cases: %s"), n) : NULL;

  if (cases == NULL)
    return g_strdup_printf (C_ ("goal", "last 30 days: %s"), value);
  /* Translators: of the indicator of a goal: %1$s its value of late, %2$s "cases: 40" */
  return g_strdup_printf (C_ ("goal", "last 30 days: %1$s (%2$s)"), value, cases);
}

/**
 * val_goal_standing_from_figures:
 * @indicator: what the goal aims at
 * @goal: the goal
 * @figures: (element-type ValFigure): the person's
 * @ret_standing: (out): what is to be said of it
 *
 * Returns: whether anything is known
 */
gboolean
val_goal_standing_from_figures (const ValIndicator *indicator, const ValGoal *goal,
                                const GArray *figures, ValGoalStanding *ret_standing)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  const ValFigure *figure = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, ValFigure, i).indicator_id == goal->indicator_id
        && g_array_index (figures, ValFigure, i).known)
      figure = &g_array_index (figures, ValFigure, i);
  if (figure == NULL)
    return FALSE;
  *ret_standing = (ValGoalStanding){ NULL, -1 };
  if (goal->stood >= 0)
    {
      g_autofree char *stood = val_indicator_format (unit, goal->stood / 1000.0);

      g_ptr_array_add (parts, val_format_replace (C_ ("goal", "at the start %s"), stood));
    }
  g_ptr_array_add (parts, dup_now (indicator, figure));
  if (goal->wanted >= 0)
    {
      gint64 left = distance_of (indicator, figure->value, goal->wanted);

      g_ptr_array_add (parts, dup_distance (indicator, left));
      if (goal->stood >= 0 && distance_of (indicator, goal->stood, goal->wanted) > 0)
        ret_standing->fraction = CLAMP (
            1 - (double) left / (double) distance_of (indicator, goal->stood, goal->wanted), 0, 1);
    }
  g_ptr_array_add (parts, NULL);
  ret_standing->words = g_strjoinv (" · ", (char **) parts->pdata);
  return TRUE;
}

/* ---- Asked ------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef widget;
  ValGoal *goal;
  ValGoalStandingFunc function;
} Asking;

static void
figures_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&asking->widget);
  g_autoptr (GArray) figures
      = val_performance_figures_finish (VAL_SESSION (source), result, NULL);
  ValDataset *dataset = val_session_get_dataset (VAL_SESSION (source));
  const ValIndicator *indicator
      = dataset != NULL
            ? val_dataset_find_record (dataset, VAL_RECORD_INDICATOR, asking->goal->indicator_id)
            : NULL;
  ValGoalStanding standing;

  /* Without them the goal stands there as it was set. */
  if (figures != NULL && widget != NULL && indicator != NULL
      && val_goal_standing_from_figures (indicator, asking->goal, figures, &standing))
    {
      asking->function (widget, &standing);
      g_free (standing.words);
    }
  g_weak_ref_clear (&asking->widget);
  val_record_free (asking->goal);
  g_free (asking);
}

/**
 * val_goal_standing_ask:
 * @widget: shows the goal
 * @session: the session, with a dataset
 * @goal: of an indicator or not; copied
 * @function: called with @widget
 *
 * Works in a thread: the last thirty days there is anything of, as where a goal began. Main thread.
 */
void
val_goal_standing_ask (GtkWidget *widget, ValSession *session, const ValGoal *goal,
                       ValGoalStandingFunc function)
{
  Asking *asking;

  if (goal->kind != VAL_GOAL_INDICATOR || goal->indicator_id == 0)
    return;
  asking = g_new0 (Asking, 1);
  g_weak_ref_init (&asking->widget, widget);
  asking->goal = val_record_copy (goal);
  asking->function = function;
  val_performance_figures_async (session, goal->record.person_id, VAL_DAY_NONE, VAL_DAY_NONE, NULL,
                                 figures_cb, asking);
}
