/* val-timeline-chart.c: what happened with a person, in words and as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-timeline-private.h"

#include "val-chart-private.h"
#include "val-format.h"
#include "val-i18n.h"

#include <stdlib.h>
#include <string.h>

#define MOST_CHARACTERS 100 /* of an event's text in the read-out */
#define MOST_TEXTS 3        /* of one day */

G_DEFINE_FINAL_TYPE (ValTimelineChart, val_timeline_chart, VAL_TYPE_CHART)

static const ValTimelineEntry *
get_entry (ValTimelineChart *self, guint index)
{
  return &g_array_index (self->entries, ValTimelineEntry, index);
}

static void
clear_entry (gpointer data)
{
  g_free (((ValTimelineEntry *) data)->text);
}

static void
val_timeline_chart_finalize (GObject *object)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (object);

  g_strfreev (self->lanes);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->ticks);
  G_OBJECT_CLASS (val_timeline_chart_parent_class)->finalize (object);
}

/* val_timeline_get_mark: (nullable): what is at a point; its series is the lane */
const ValTimelineMark *
val_timeline_get_mark (ValTimelineChart *self, const ValChartPoint *point)
{
  const GArray *lane;

  if (point->series < 0 || point->series >= self->n_lanes)
    return NULL;
  lane = g_ptr_array_index (self->marks, point->series);
  if (point->index < 0 || (guint) point->index >= lane->len)
    return NULL;
  return &g_array_index (lane, ValTimelineMark, point->index);
}

static int
lane_length (ValTimelineChart *self, int lane)
{
  return (int) ((const GArray *) g_ptr_array_index (self->marks, lane))->len;
}

/* The mark of @lane that is nearest to @day. */
static int
nearest (ValTimelineChart *self, int lane, ValDay day)
{
  const GArray *marks = g_ptr_array_index (self->marks, lane);
  int best = 0;

  for (guint i = 1; i < marks->len; i++)
    if (ABS (g_array_index (marks, ValTimelineMark, i).day - day)
        < ABS (g_array_index (marks, ValTimelineMark, best).day - day))
      best = (int) i;
  return best;
}

static gboolean
find_lane (ValTimelineChart *self, int from, int by, int *ret_lane)
{
  for (int lane = from; lane >= 0 && lane < self->n_lanes; lane += by)
    if (lane_length (self, lane) > 0)
      {
        *ret_lane = lane;
        return TRUE;
      }
  return FALSE;
}

static gboolean
val_timeline_chart_step (ValChart *chart, const ValChartPoint *from, ValChartStep step,
                         ValChartPoint *ret_point)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  const ValTimelineMark *mark = from != NULL ? val_timeline_get_mark (self, from) : NULL;
  ValChartPoint to = { 0, 0 };

  if (mark == NULL)
    {
      if (!find_lane (self, 0, 1, &to.series))
        return FALSE;
      to.index = step == VAL_CHART_STEP_LAST ? lane_length (self, to.series) - 1 : 0;
      *ret_point = to;
      return TRUE;
    }
  to = *from;
  if (step == VAL_CHART_STEP_UP || step == VAL_CHART_STEP_DOWN)
    {
      int by = step == VAL_CHART_STEP_DOWN ? 1 : -1;

      if (!find_lane (self, from->series + by, by, &to.series))
        return FALSE;
      to.index = nearest (self, to.series, mark->day);
    }
  else if (step == VAL_CHART_STEP_FIRST || step == VAL_CHART_STEP_LAST)
    to.index = step == VAL_CHART_STEP_LAST ? lane_length (self, to.series) - 1 : 0;
  else
    to.index += step == VAL_CHART_STEP_NEXT ? 1 : -1;
  if (val_timeline_get_mark (self, &to) == NULL)
    return FALSE;
  *ret_point = to;
  return TRUE;
}

/* The beginning of a text, on one line, without the full stop that the sentence around it has. */
static char *
dup_beginning (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *c = text;

  for (guint n = 0; *c != '\0' && n < MOST_CHARACTERS; c = g_utf8_next_char (c), n++)
    if (g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_c (out, ' ');
    else
      g_string_append_len (out, c, g_utf8_next_char (c) - c);
  while (out->len > 0 && strchr (". ", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  if (*c != '\0')
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

static char *
dup_texts (ValTimelineChart *self, const ValTimelineMark *mark)
{
  GString *out = g_string_new (NULL);
  guint shown = 0;

  for (guint i = 0; i < mark->n && shown < MOST_TEXTS; i++)
    {
      g_autofree char *text = dup_beginning (get_entry (self, mark->first + i)->text);

      if (*text != '\0')
        g_string_append_printf (out, shown++ > 0 ? "; %s" : "%s", text);
    }
  if (shown > 0 && mark->n > shown)
    {
      g_autofree char *more = val_format_integer (mark->n - shown);

      g_string_append_printf (out, " (+%s)", more);
    }
  if (shown == 0)
    {
      g_autofree char *count = val_format_integer (mark->n);

      g_string_append (out, count);
    }
  return g_string_free (out, FALSE);
}

static char *
val_timeline_chart_dup_point_text (ValChart *chart, const ValChartPoint *point)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  const ValTimelineMark *mark = val_timeline_get_mark (self, point);
  g_autofree char *day = NULL;
  g_autofree char *texts = NULL;

  if (mark == NULL)
    return NULL;
  day = val_format_date (mark->day, VAL_DATE_LONG, VAL_DAY_NONE);
  texts = dup_texts (self, mark);
  /* Translators: %1$s a day, %2$s what is measured, %3$s a number */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s."), day, self->lanes[point->series], texts);
}

static char *
val_timeline_chart_dup_description (ValChart *chart)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *counts = g_new0 (guint, self->n_lanes + 1);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *list = NULL;

  if (self->entries->len == 0)
    return g_strdup (_ ("There is nothing to show yet."));
  for (guint i = 0; i < self->entries->len; i++)
    counts[get_entry (self, i)->lane]++;
  for (int lane = 0; lane < self->n_lanes; lane++)
    {
      g_autofree char *count = val_format_integer (counts[lane]);

      if (counts[lane] > 0)
        /* Translators: %1$s a kind of events, as "Notes", %2$s how many */
        g_ptr_array_add (parts, g_strdup_printf (C_ ("kind and count", "%1$s: %2$s"),
                                                 self->lanes[lane], count));
    }
  g_ptr_array_add (parts, NULL);
  list = val_format_list ((const char *const *) parts->pdata);
  from = val_format_date (self->from, VAL_DATE_LONG, VAL_DAY_NONE);
  to = val_format_date (self->to, VAL_DATE_LONG, VAL_DAY_NONE);
  /* Translators: a timeline read aloud; %1$s and %2$s days, %3$s a list as "Notes: 5, Thanks: 2" */
  return g_strdup_printf (_ ("From %1$s to %2$s. %3$s."), from, to, list);
}

static int
val_timeline_chart_get_n_columns (ValChart *chart)
{
  return 3;
}

static int
val_timeline_chart_get_n_rows (ValChart *chart)
{
  return (int) VAL_TIMELINE_CHART (chart)->entries->len;
}

static char *
val_timeline_chart_dup_cell (ValChart *chart, int row, int column)
{
  ValTimelineChart *self = VAL_TIMELINE_CHART (chart);
  const ValTimelineEntry *entry = row >= 0 ? get_entry (self, (guint) row) : NULL;

  if (column == 0)
    return entry != NULL ? val_format_date (entry->day, VAL_DATE_LONG, VAL_DAY_NONE)
                         : g_strdup (C_ ("column", "Day"));
  if (column == 1)
    return g_strdup (entry != NULL ? self->lanes[entry->lane] : C_ ("column", "Kind"));
  return entry != NULL ? dup_beginning (entry->text) : g_strdup (C_ ("column", "What"));
}

static void
val_timeline_chart_class_init (ValTimelineChartClass *klass)
{
  ValChartClass *chart_class = VAL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = val_timeline_chart_finalize;
  chart_class->layout = val_timeline_layout;
  chart_class->draw = val_timeline_draw;
  chart_class->hit = val_timeline_hit;
  chart_class->step = val_timeline_chart_step;
  chart_class->get_bounds = val_timeline_get_bounds;
  chart_class->dup_point_text = val_timeline_chart_dup_point_text;
  chart_class->dup_description = val_timeline_chart_dup_description;
  chart_class->get_n_columns = val_timeline_chart_get_n_columns;
  chart_class->get_n_rows = val_timeline_chart_get_n_rows;
  chart_class->dup_cell = val_timeline_chart_dup_cell;
  chart_class->get_height_for_width = val_timeline_get_height;
}

static void
val_timeline_chart_init (ValTimelineChart *self)
{
  self->lanes = g_new0 (char *, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (ValTimelineEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * val_timeline_chart_new:
 *
 * Returns: (transfer full): an empty timeline
 */
ValChart *
val_timeline_chart_new (void)
{
  return g_object_new (VAL_TYPE_TIMELINE_CHART, NULL);
}

static int
compare_entries (const void *a, const void *b)
{
  const ValTimelineEntry *left = a, *right = b;

  if (left->lane != right->lane)
    return left->lane - right->lane;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->place - right->place;
}

static void
make_marks (ValTimelineChart *self)
{
  g_ptr_array_set_size (self->marks, 0);
  for (int lane = 0; lane < self->n_lanes; lane++)
    g_ptr_array_add (self->marks, g_array_new (FALSE, FALSE, sizeof (ValTimelineMark)));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const ValTimelineEntry *entry = get_entry (self, i);
      GArray *marks = g_ptr_array_index (self->marks, entry->lane);
      ValTimelineMark mark = { entry->day, i, 1 };

      if (marks->len > 0
          && g_array_index (marks, ValTimelineMark, marks->len - 1).day == entry->day)
        g_array_index (marks, ValTimelineMark, marks->len - 1).n++;
      else
        g_array_append_val (marks, mark);
    }
}

/**
 * val_timeline_chart_set:
 * @self: a timeline
 * @lanes: (array length=n_lanes): names of the kinds of events, from the top; copied
 * @n_lanes: how many
 * @events: (array length=n_events): in any order; those outside of the axis are left out; copied
 * @n_events: how many
 * @from: the first day of the axis
 * @to: the last, after @from
 * @today: a line; what lies after it is hollow
 */
void
val_timeline_chart_set (ValTimelineChart *self, const char *const *lanes, guint n_lanes,
                        const ValTimelineEvent *events, guint n_events, ValDay from, ValDay to,
                        ValDay today)
{
  g_return_if_fail (VAL_IS_TIMELINE_CHART (self));
  g_return_if_fail (lanes != NULL || n_lanes == 0);
  g_return_if_fail (events != NULL || n_events == 0);
  g_return_if_fail (from < to);

  g_strfreev (self->lanes);
  self->lanes = g_new0 (char *, n_lanes + 1);
  for (guint i = 0; i < n_lanes; i++)
    self->lanes[i] = g_strdup (lanes[i] != NULL ? lanes[i] : "");
  self->n_lanes = (int) n_lanes;
  self->from = from;
  self->to = to;
  self->today = today;
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < n_events; i++)
    {
      ValTimelineEntry entry = { events[i].day, events[i].lane, (int) i, NULL };

      if (entry.day < from || entry.day > to || entry.lane < 0 || entry.lane >= self->n_lanes)
        continue;
      entry.text = g_strdup (events[i].text != NULL ? events[i].text : "");
      g_array_append_val (self->entries, entry);
    }
  if (self->entries->len > 1)
    qsort (self->entries->data, self->entries->len, sizeof (ValTimelineEntry), compare_entries);
  make_marks (self);
  val_chart_invalidate (VAL_CHART (self));
}

/**
 * val_timeline_chart_get_event:
 * @self: a timeline
 * @point: a place in it
 *
 * Returns: the place of the (first) event there in the array that was set, or -1
 */
int
val_timeline_chart_get_event (ValTimelineChart *self, const ValChartPoint *point)
{
  const ValTimelineMark *mark;

  g_return_val_if_fail (VAL_IS_TIMELINE_CHART (self) && point != NULL, -1);
  mark = val_timeline_get_mark (self, point);
  return mark != NULL ? get_entry (self, mark->first)->place : -1;
}
