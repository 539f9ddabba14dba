/* val-person-strip.c: a person's last year as a picture, a lane for each kind of events
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-strip.h"

#include "val-chart-view.h"
#include "val-i18n.h"
#include "val-person-words.h"
#include "val-timeline-chart.h"

#define DAYS_BACK 365
#define DAYS_AHEAD 14 /* at least: what is planned begins right of today */
#define MAX_AHEAD 90
#define MAX_LANES 8

/**
 * ValPersonStrip:
 *
 * The timeline's picture above its list: the same lines, those of the last year. It is not there
 * when nothing happened in that year.
 */
struct _ValPersonStrip
{
  AdwBin parent_instance;

  ValSession *session;
  ValChart *chart;
  GArray *places; /* of guint: the line of each event of the chart */
};

G_DEFINE_FINAL_TYPE (ValPersonStrip, val_person_strip, ADW_TYPE_BIN)

static guint chosen_signal;

static void
val_person_strip_dispose (GObject *object)
{
  ValPersonStrip *self = VAL_PERSON_STRIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (val_person_strip_parent_class)->dispose (object);
}

static void
val_person_strip_class_init (ValPersonStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_strip_dispose;

  /**
   * ValPersonStrip::chosen:
   * @position: the place of the line in the list
   *
   * Enter or a click on an event.
   */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
val_person_strip_init (ValPersonStrip *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
activated_cb (ValChartView *view, int series, int index, ValPersonStrip *self)
{
  ValChartPoint point = { series, index };
  int event = val_timeline_chart_get_event (VAL_TIMELINE_CHART (self->chart), &point);

  if (event >= 0 && (guint) event < self->places->len)
    g_signal_emit (self, chosen_signal, 0, g_array_index (self->places, guint, event));
}

/**
 * val_person_strip_new:
 * @session: the session
 *
 * Returns: (transfer floating): a picture of nothing yet, hidden
 */
GtkWidget *
val_person_strip_new (ValSession *session)
{
  ValPersonStrip *self = g_object_new (VAL_TYPE_PERSON_STRIP, NULL);
  GtkWidget *view;

  self->session = g_object_ref (session);
  self->chart = val_timeline_chart_new ();
  val_chart_set_title (self->chart, _("Timeline"));
  view = val_chart_view_new (self->chart);
  val_chart_view_set_show_title (VAL_CHART_VIEW (view), FALSE);
  g_signal_connect (view, "activated", G_CALLBACK (activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), view);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

/* Which lane each filter is, or -1: only kinds that occur have one. */
static guint
find_lanes (guint32 occurring, const char **names, int *lanes)
{
  guint n = 0;

  for (guint i = 0; i < MAX_LANES; i++)
    {
      const char *name = val_entries_filter_label (VAL_ENTRIES_TIMELINE, i);

      lanes[i] = -1;
      if (name == NULL)
        break;
      if ((occurring & (1u << i)) == 0)
        continue;
      names[n] = name;
      lanes[i] = (int) n++;
    }
  return n;
}

static int
lane_of (const ValEntry *entry, const int *lanes)
{
  for (guint i = 0; i < MAX_LANES; i++)
    if ((entry->filters & (1u << i)) != 0)
      return lanes[i];
  return -1;
}

/* The lines of the year, and the words for them; fills @places. */
static void
collect (ValPersonStrip *self, GListModel *lines, ValDay from, ValDay to, const int *lanes,
         GArray *events, GPtrArray *texts)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (ValEntryItem) item = g_list_model_get_item (lines, i);
      const ValEntry *entry = val_entry_item_get (item);
      g_auto (ValEntryWords) words = { 0 };
      ValTimelineEvent event = { entry->day, lane_of (entry, lanes), NULL };

      if (event.day < from || event.day > to || event.lane < 0)
        continue;
      val_entry_words_init (&words, self->session, entry);
      event.text = g_strdup (*words.text != '\0' ? words.text : words.title);
      g_ptr_array_add (texts, (char *) event.text);
      g_array_append_val (events, event);
      g_array_append_val (self->places, i);
    }
}

/**
 * val_person_strip_set:
 * @self: the picture
 * @lines: (element-type ValEntryItem): what the list shows
 * @filters: the filters that are on
 *
 * Shows the lines of the last year and what is planned for the next weeks.
 */
void
val_person_strip_set (ValPersonStrip *self, GListModel *lines, guint32 filters)
{
  ValDay today = val_session_get_today (self->session), from = today - DAYS_BACK;
  ValDay to = today + DAYS_AHEAD;
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (ValTimelineEvent));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *names[MAX_LANES] = { NULL };
  int lanes[MAX_LANES];
  guint32 occurring = 0;
  guint n;

  g_return_if_fail (VAL_IS_PERSON_STRIP (self));

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (ValEntryItem) item = g_list_model_get_item (lines, i);
      const ValEntry *entry = val_entry_item_get (item);

      if (entry->day < from || entry->day > today + MAX_AHEAD)
        continue;
      to = MAX (to, entry->day);
      occurring |= entry->filters;
    }
  for (guint i = 0; i < MAX_LANES; i++)
    lanes[i] = -1;
  n = find_lanes (filters != 0 ? occurring & filters : occurring, names, lanes);
  g_array_set_size (self->places, 0);
  collect (self, lines, from, to, lanes, events, texts);
  val_timeline_chart_set (VAL_TIMELINE_CHART (self->chart), names, n,
                          (const ValTimelineEvent *) events->data, events->len, from, to, today);
  gtk_widget_set_visible (GTK_WIDGET (self), events->len > 0);
}
