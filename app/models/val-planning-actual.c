/* val-planning-actual.c: what came, as points of a forecast's past
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>

#include "val-planning-private.h"

#define FINE 15 /* minutes */
#define OF_DAY (1440 / FINE)
/* Fewer contacts a slot than this are mostly chance: twice the slot then. */
#define FEW_A_SLOT 4

/* Contacts of each day and quarter of an hour; the last column: of the day without a time. */
typedef struct
{
  ValDay first;
  guint n_days;
  guint32 *counts;
  guint64 timed;
  guint64 all;
} Table;

#define COLUMNS (OF_DAY + 1)

static gboolean
fill_table (const ValContacts *contacts, Table *table)
{
  ValDay last;

  val_contacts_get_days (contacts, &table->first, &last);
  if (table->first == VAL_DAY_NONE)
    return FALSE;
  table->n_days = (guint) (last - table->first) + 1;
  table->counts = g_new0 (guint32, (gsize) table->n_days * COLUMNS);
  for (guint chunk = 0; chunk < val_contacts_n_chunks (contacts); chunk++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, chunk);

      for (guint i = 0; i < columns->n; i++)
        {
          guint32 *row = table->counts + (gsize) (columns->day[i] - table->first) * COLUMNS;
          gboolean timed = columns->minute[i] < 1440;

          row[timed ? columns->minute[i] / FINE : OF_DAY]++;
          table->timed += timed;
          table->all++;
        }
    }
  return TRUE;
}

/* First and last slot in which anything ever came on each weekday. */
static void
find_hours (const Table *table, guint first[7], guint last[7])
{
  for (guint i = 0; i < 7; i++)
    {
      first[i] = OF_DAY;
      last[i] = 0;
    }
  for (guint day = 0; day < table->n_days; day++)
    {
      guint weekday = (guint) val_day_weekday (table->first + (ValDay) day) - 1;

      for (guint slot = 0; slot < OF_DAY; slot++)
        if (table->counts[(gsize) day * COLUMNS + slot] > 0)
          {
            first[weekday] = MIN (first[weekday], slot);
            last[weekday] = MAX (last[weekday], slot);
          }
    }
}

static void
add_days (const Table *table, GArray *points)
{
  for (guint day = 0; day < table->n_days; day++)
    {
      ValForecastPoint point = { .day = table->first + (ValDay) day };

      for (guint slot = 0; slot < COLUMNS; slot++)
        point.contacts += table->counts[(gsize) day * COLUMNS + slot];
      if (point.contacts > 0)
        g_array_append_val (points, point);
    }
}

/* On a day on which anything came, an open slot without contacts had none. */
static void
add_slots (const Table *table, guint wide, GArray *points)
{
  guint first[7], last[7];

  find_hours (table, first, last);
  for (guint day = 0; day < table->n_days; day++)
    {
      const guint32 *row = table->counts + (gsize) day * COLUMNS;
      guint weekday = (guint) val_day_weekday (table->first + (ValDay) day) - 1;
      guint start = first[weekday] / wide * wide;
      gboolean any = FALSE;

      for (guint slot = 0; slot < OF_DAY && !any; slot++)
        any = row[slot] > 0;
      for (guint slot = start; any && slot <= last[weekday]; slot += wide)
        {
          ValForecastPoint point = { .day = table->first + (ValDay) day,
                                     .minute = (int) slot * FINE };

          for (guint i = 0; i < wide && slot + i < OF_DAY; i++)
            point.contacts += row[slot + i];
          g_array_append_val (points, point);
        }
    }
}

/**
 * val_planning_contact_points:
 * @contacts: all contacts
 * @ret_slot_minutes: (out): 15, 30, 60; 1440 when most have no time
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type ValForecastPoint): how many came
 */
GArray *
val_planning_contact_points (const ValContacts *contacts, int *ret_slot_minutes)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ValForecastPoint));
  Table table = { 0 };
  guint wide = 1;

  *ret_slot_minutes = 1440;
  if (contacts == NULL || !fill_table (contacts, &table))
    return points;
  if (table.timed * 2 < table.all)
    add_days (&table, points);
  else
    {
      do
        {
          g_array_set_size (points, 0);
          add_slots (&table, wide, points);
          *ret_slot_minutes = (int) wide * FINE;
          wide *= 2;
        }
      while (wide <= 4 && table.all < FEW_A_SLOT * (guint64) points->len);
    }
  g_free (table.counts);
  return points;
}

/* ---- Intervals of other systems -------------------------------------------------------------- */

typedef struct
{
  ValForecastPoint point;
  guint version; /* the newest first */
} Counted;

static int
compare_counted (const void *a, const void *b)
{
  const Counted *left = a, *right = b;

  if (left->point.day != right->point.day)
    return left->point.day < right->point.day ? -1 : 1;
  if (left->point.minute != right->point.minute)
    return left->point.minute < right->point.minute ? -1 : 1;
  return (left->version > right->version) - (left->version < right->version);
}

/**
 * val_planning_interval_points:
 * @input: what was read
 * @slot_minutes: of versions with intervals of this length; 0: of every length
 *
 * What several versions say of an interval is taken from the newest. Any thread.
 *
 * Returns: (transfer full) (element-type ValForecastPoint): how many came
 */
GArray *
val_planning_interval_points (const ValPlanningInput *input, int slot_minutes)
{
  g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (Counted));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ValForecastPoint));

  for (guint i = 0; i < input->versions->len; i++)
    {
      const ValPlanningVersion *version = input->versions->pdata[i];

      if (!version->has_actual || (slot_minutes > 0 && version->slot_minutes != slot_minutes))
        continue;
      for (guint j = 0; j < version->intervals->len; j++)
        {
          const ValForecastInterval *interval
              = &g_array_index (version->intervals, ValForecastInterval, j);
          const Counted one = { { interval->day, interval->minute, interval->actual / 1000.0 }, i };

          if (interval->actual >= 0)
            g_array_append_val (counted, one);
        }
    }
  if (counted->len > 0)
    qsort (counted->data, counted->len, sizeof (Counted), compare_counted);
  for (guint i = 0; i < counted->len; i++)
    {
      const Counted *one = &g_array_index (counted, Counted, i);
      const ValForecastPoint *last
          = points->len > 0 ? &g_array_index (points, ValForecastPoint, points->len - 1) : NULL;

      if (last == NULL || last->day != one->point.day || last->minute != one->point.minute)
        g_array_append_val (points, one->point);
    }
  return points;
}

/**
 * val_planning_handle_time:
 * @input: what was read
 *
 * Any thread.
 *
 * Returns: mean seconds of a contact, from what other systems counted or else from talks; 0: not
 *   known
 */
double
val_planning_handle_time (const ValPlanningInput *input)
{
  double seconds = 0, weight = 0;

  for (guint i = 0; i < input->versions->len; i++)
    {
      const ValPlanningVersion *version = input->versions->pdata[i];

      for (guint j = 0; j < version->intervals->len; j++)
        {
          const ValForecastInterval *one
              = &g_array_index (version->intervals, ValForecastInterval, j);
          double n = one->answered >= 0 ? one->answered : MAX (one->actual, 0);

          if (one->handle_time < 0 || n <= 0)
            continue;
          seconds += n * one->handle_time / 1000.0;
          weight += n;
        }
    }
  for (guint chunk = 0; weight <= 0 && input->contacts != NULL
                        && chunk < val_contacts_n_chunks (input->contacts);
       chunk++)
    {
      const ValContactColumns *columns = val_contacts_columns (input->contacts, chunk);
      double sum = 0, n = 0;

      for (guint i = 0; i < columns->n; i++)
        if (columns->talk[i] > 0)
          {
            sum += columns->talk[i];
            n++;
          }
      /* The newest rows lie in the last chunk: the one that is looked at last decides. */
      if (n > 0)
        seconds = sum / n;
    }
  return weight > 0 ? seconds / weight : seconds;
}
