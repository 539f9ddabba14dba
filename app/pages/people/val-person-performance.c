/* val-person-performance.c: one person's indicators of the last month
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-performance.h"

#include "val-format.h"
#include "val-i18n.h"
#include "val-performance-data.h"
#include "val-performance-words.h"
#include "val-question.h"
#include "val-scorecard-card.h"

#define VAL_TYPE_PERSON_PERFORMANCE (val_person_performance_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonPerformance, val_person_performance, VAL, PERSON_PERFORMANCE,
                      AdwBin)

struct _ValPersonPerformance
{
  AdwBin parent_instance;

  ValSession *session;
  gint64 person_id;
  GCancellable *working;
  GtkLabel *period;
  GtkWidget *card;
};

G_DEFINE_FINAL_TYPE (ValPersonPerformance, val_person_performance, ADW_TYPE_BIN)

static void
say (ValPersonPerformance *self, const char *text)
{
  gtk_label_set_text (self->period, text);
}

static void
card_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const ValPerformanceData *data = task_data;
  ValDay last = val_performance_data_last_day (data);
  ValScorecardQuery query;
  g_autoptr (ValScorecard) card = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  query = val_scorecard_query (VAL_PERIOD_MONTH, last);
  /* Everybody: a place needs the others. */
  card = val_scorecard_new (data->dataset, data->contacts, data->values, &query,
                            (ValStopFunc) g_cancellable_is_cancelled, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, val_scorecard_reweigh (card, NULL, FALSE),
                           (GDestroyNotify) val_score_index_unref);
}

static void
card_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ValPersonPerformance) self = user_data;
  g_autoptr (ValScoreIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);
  ValScorecard *card;
  const ValScorePeriod *period;
  g_autofree char *words = NULL, *capital = NULL;
  guint row;

  if (index == NULL || self->session == NULL)
    return;
  card = val_score_index_scorecard (index);
  period = val_scorecard_period (card, val_scorecard_current (card));
  words = val_performance_period_name (VAL_PERIOD_MONTH, period->from,
                                       val_session_get_today (self->session));
  capital = val_format_capital (words);
  say (self, capital);
  if (!val_scorecard_find_row (card, VAL_SCORE_ROW_PERSON, self->person_id, &row))
    {
      say (self, _("No contact or value of this person yet."));
      return;
    }
  val_scorecard_card_show (VAL_SCORECARD_CARD (self->card), index, row);
  gtk_widget_set_visible (self->card, TRUE);
}

static void
data_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ValPersonPerformance) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValPerformanceData) data
      = val_performance_data_finish (VAL_SESSION (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (data == NULL)
    {
      say (self, error->message);
      return;
    }
  if (val_performance_data_is_empty (data))
    {
      say (self, _("Values appear here when contacts are imported or values are entered on the "
                   "Performance page."));
      return;
    }
  task = g_task_new (NULL, self->working, card_cb, g_object_ref (self));
  g_task_set_task_data (task, g_steal_pointer (&data),
                        (GDestroyNotify) val_performance_data_unref);
  g_task_run_in_thread (task, card_thread);
}

static void
val_person_performance_dispose (GObject *object)
{
  ValPersonPerformance *self = VAL_PERSON_PERFORMANCE (object);

  val_question_drop (&self->working);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_person_performance_parent_class)->dispose (object);
}

static void
val_person_performance_class_init (ValPersonPerformanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_performance_dispose;
}

static void
val_person_performance_init (ValPersonPerformance *self)
{
}

/**
 * val_person_performance_new:
 * @session: the session, with a dataset
 * @person_id: whose
 *
 * Returns: (transfer floating): index, values with interval and n, and trend of the last month
 *   that has any
 */
GtkWidget *
val_person_performance_new (ValSession *session, gint64 person_id)
{
  ValPersonPerformance *self = g_object_new (VAL_TYPE_PERSON_PERFORMANCE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *label = gtk_label_new ("");

  self->session = g_object_ref (session);
  self->person_id = person_id;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  self->period = GTK_LABEL (label);
  say (self, _("Reading…"));
  self->card = val_scorecard_card_new (session);
  val_scorecard_card_set_alone (VAL_SCORECARD_CARD (self->card));
  gtk_widget_set_visible (self->card, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->card);
  adw_bin_set_child (ADW_BIN (self), box);
  self->working = g_cancellable_new ();
  val_performance_data_async (session, self->working, data_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
