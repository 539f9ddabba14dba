/* val-performance-figures.c: what a person's indicators are in some days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-figures.h"

#include "val-performance-data.h"
#include "val-scorecard.h"

#define USUAL_DAYS 30

typedef struct
{
  gint64 person_id;
  ValDay from, to;
  ValPerformanceData *data;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->data, val_performance_data_unref);
  g_free (question);
}

static ValScorecard *
work_out (const Question *question, ValDay from, ValDay to, GCancellable *cancellable)
{
  ValScorecardQuery query = { .from = from, .to = to, .period = VAL_PERIOD_MONTH, .n_periods = 1,
                              .person_id = question->person_id };

  return val_scorecard_new (question->data->dataset, question->data->contacts,
                            question->data->values, &query,
                            (ValStopFunc) g_cancellable_is_cancelled, cancellable);
}

static gboolean
value_in (const ValScorecard *card, gint64 person_id, gint64 indicator_id, gint64 *ret_value,
          gint64 *ret_n)
{
  ValMeasureKind kind;
  const ValMeasure *measure;
  guint row;

  if (!val_scorecard_find_row (card, VAL_SCORE_ROW_PERSON, person_id, &row))
    return FALSE;
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      if (val_scorecard_indicator (card, i)->record.id != indicator_id)
        continue;
      measure = val_scorecard_measure (card, row, val_scorecard_current (card), i, &kind);
      *ret_n = val_measure_n (measure, kind);
      return val_measure_value (measure, kind, ret_value);
    }
  return FALSE;
}

static void
figures_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  ValDay to = question->to, from = question->from;
  g_autoptr (ValScorecard) now = NULL;
  g_autoptr (ValScorecard) before = NULL;
  GArray *figures = g_array_new (FALSE, TRUE, sizeof (ValFigure));

  if (to == VAL_DAY_NONE)
    to = val_performance_data_last_day (question->data);
  if (from == VAL_DAY_NONE || from > to)
    from = to - USUAL_DAYS + 1;
  if (to != VAL_DAY_NONE)
    now = work_out (question, from, to, cancellable);
  if (now != NULL)
    before = work_out (question, from - MAX (to - from + 1, USUAL_DAYS), from - 1, cancellable);
  for (guint i = 0; before != NULL && i < val_scorecard_n_indicators (now); i++)
    {
      ValFigure figure = { .indicator_id = val_scorecard_indicator (now, i)->record.id };
      gint64 n;

      figure.known = value_in (now, question->person_id, figure.indicator_id, &figure.value,
                               &figure.n);
      figure.before_known = value_in (before, question->person_id, figure.indicator_id,
                                      &figure.before, &n);
      if (figure.known)
        g_array_append_val (figures, figure);
    }
  if (g_task_return_error_if_cancelled (task))
    g_array_unref (figures);
  else
    g_task_return_pointer (task, figures, (GDestroyNotify) g_array_unref);
}

static void
data_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;

  question->data = val_performance_data_finish (VAL_SESSION (source), result, &error);
  if (question->data == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, figures_thread);
}

/**
 * val_performance_figures_async:
 * @session: the session, with a dataset
 * @person_id: whose
 * @from, @to: first and last day
 *
 * Works in a thread; what a thing was before is that of as many days before @from, and of thirty at
 * least. Main thread.
 */
void
val_performance_figures_async (ValSession *session, gint64 person_id, ValDay from, ValDay to,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->person_id = person_id;
  question->from = from;
  question->to = to;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  val_performance_data_async (session, cancellable, data_cb, task);
}

/* val_performance_figures_finish: (transfer full) (nullable) (element-type ValFigure); @error:
 * cancelled, or why the store could not be read */
GArray *
val_performance_figures_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
