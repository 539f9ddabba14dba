/* val-performance-question.c: what a view asks of the contacts, and what comes of it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-question.h"

#include "val-question.h"

typedef struct
{
  ValPerformanceData *data;
  gpointer query;
  ValPerformanceWork work;
  GDestroyNotify free_answer;
} Question;

static void
question_free (Question *question)
{
  val_performance_data_unref (question->data);
  g_free (question->query);
  g_free (question);
}

static void
question_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  gpointer answer;

  if (g_task_return_error_if_cancelled (task))
    return;
  answer = question->work (question->data, question->query, cancellable);
  if (g_task_return_error_if_cancelled (task))
    question->free_answer (answer);
  else
    g_task_return_pointer (task, answer, question->free_answer);
}

/**
 * val_performance_ask:
 * @data: what is worked with; kept until the answer
 * @query: (transfer full): of g_new ()
 * @work: works it out in a thread
 * @free_answer: for what @work returns
 * @working: the view's; what was asked before is dropped
 * @callback: called with @view, and with what val_performance_answer () takes
 * @view: (transfer full): a #GObject
 *
 * Main thread.
 */
void
val_performance_ask (ValPerformanceData *data, gpointer query, ValPerformanceWork work,
                     GDestroyNotify free_answer, GCancellable **working,
                     GAsyncReadyCallback callback, gpointer view)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  val_question_renew (working);
  question->data = val_performance_data_ref (data);
  question->query = query;
  question->work = work;
  question->free_answer = free_answer;
  task = g_task_new (NULL, *working, callback, view);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, question_thread);
}

/**
 * val_performance_answer:
 * @result: of the callback
 * @working: (nullable): the view's, as it is now
 *
 * Returns: (transfer full) (nullable): the answer; NULL: a newer question is on its way, or nobody
 *   waits any more
 */
gpointer
val_performance_answer (GAsyncResult *result, GCancellable *working)
{
  Question *question = g_task_get_task_data (G_TASK (result));
  gpointer answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (answer == NULL || g_task_get_cancellable (G_TASK (result)) == working)
    return answer;
  question->free_answer (answer);
  return NULL;
}
