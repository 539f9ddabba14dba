/* val-today-forecast.c: how many contacts today will bring
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-forecast.h"

#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-planning.h"
#include "val-question.h"
#include "val-text-label.h"

/* Contacts are read when the lines of the day stand, not before them. */
#define PAUSE 800
/* Of a closed day the next open one within a week is told. */
#define AHEAD 7

struct _ValTodayForecast
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  ValSession *session;
  GCancellable *cancellable;
  guint pause;
};

G_DEFINE_FINAL_TYPE (ValTodayForecast, val_today_forecast, ADW_TYPE_BIN)

static void
show_day (ValTodayForecast *self, const ValPlanningPicture *picture, ValDay day, ValDay today)
{
  g_autofree char *number = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *date = NULL;
  g_autofree char *contacts = NULL;
  g_autofree char *words = NULL;
  guint index;

  if (!val_planning_picture_index (picture, day, &index))
    return;
  number = val_format_number (picture->day_forecast[index], 0);
  low = val_format_number (picture->day_low[index], 0);
  high = val_format_number (picture->day_high[index], 0);
  /* Translators: %1$s contacts, %2$s to %3$s where they may end up */
  contacts = isnan (picture->day_low[index])
                 ? g_strdup (number)
                 : g_strdup_printf (C_ ("forecast", "%1$s (%2$s–%3$s)"), number, low, high);
  date = val_format_date (day, VAL_DATE_MEDIUM, today);
  if (day == today)
    /* Translators: %s a number and in brackets its range */
    words = g_strdup_printf (_("Contacts expected today: %s"), contacts);
  else
    /* Translators: %1$s a weekday, %2$s a day, %3$s a number and in brackets its range */
    words = g_strdup_printf (_("Contacts expected on %1$s, %2$s: %3$s"),
                             val_format_weekday (val_day_weekday (day)), date, contacts);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  val_gtk_set_accessible_label (self->button, words);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValTodayForecast) self = data;
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_finish (VAL_SESSION (source), result, NULL);
  ValDay today = val_session_get_today (VAL_SESSION (source));

  /* The line is a kindness: what goes wrong is said on the page of the forecast. */
  if (picture == NULL || self->button == NULL)
    return;
  for (ValDay day = today; day < today + AHEAD; day++)
    {
      guint index;

      if (val_planning_picture_index (picture, day, &index) && picture->day_forecast[index] > 0)
        {
          show_day (self, picture, day, today);
          return;
        }
    }
}

static void
input_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValTodayForecast) self = data;
  g_autoptr (ValPlanningInput) input
      = val_planning_input_finish (VAL_SESSION (source), result, NULL);
  ValDataset *dataset = val_session_get_dataset (VAL_SESSION (source));
  g_autoptr (GArray) sources = NULL;
  ValPlanningOptions options;

  if (input == NULL || self->button == NULL || dataset == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  sources = val_planning_input_sources (input);
  if (sources->len == 0)
    return;
  val_planning_options_read (&options, val_dataset_setting (dataset, VAL_SETTING_PLANNING));
  val_planning_picture_async (VAL_SESSION (source), input,
                              &g_array_index (sources, ValPlanningSource, 0), options.country,
                              self->cancellable, picture_cb, g_object_ref (self));
}

static gboolean
pause_cb (gpointer data)
{
  ValTodayForecast *self = data;

  self->pause = 0;
  if (val_session_get_dataset (self->session) != NULL)
    val_planning_input_async (self->session, self->cancellable, input_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop (ValTodayForecast *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  val_question_drop (&self->cancellable);
}

static void
val_today_forecast_dispose (GObject *object)
{
  ValTodayForecast *self = VAL_TODAY_FORECAST (object);

  stop (self);
  g_clear_object (&self->session);
  self->button = NULL;
  G_OBJECT_CLASS (val_today_forecast_parent_class)->dispose (object);
}

static void
val_today_forecast_class_init (ValTodayForecastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_today_forecast_dispose;
}

static void
val_today_forecast_init (ValTodayForecast *self)
{
  self->button = gtk_button_new ();
  self->label = val_text_label_new (NULL);
  gtk_button_set_child (GTK_BUTTON (self->button), self->label);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "val-line");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button),
                                           "win.show-page::planning");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * val_today_forecast_new:
 *
 * Returns: (transfer floating): the line, not to be seen yet
 */
GtkWidget *
val_today_forecast_new (void)
{
  return g_object_new (VAL_TYPE_TODAY_FORECAST, NULL);
}

/**
 * val_today_forecast_ask:
 * @session: the session
 *
 * Works the line out anew, a moment later. Main thread.
 */
void
val_today_forecast_ask (ValTodayForecast *self, ValSession *session)
{
  stop (self);
  g_set_object (&self->session, session);
  self->cancellable = g_cancellable_new ();
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}
