/* bench-numbers.c: B3, B6 and B11: pivots, scorecards and weights over millions of contacts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "val-pivot.h"
#include "val-scorecard.h"
#include "val-times.h"

#define AGENTS 200
#define TOPICS 20
#define FIRST_DAY 20000
#define DAYS 730
#define MONTHS 25
#define MOST_ROUNDS 11

static void
report (const char *row, const char *what, double result, double reference, double goal)
{
  g_autofree char *detail = reference > 0
                                ? g_strdup_printf ("%.3f ms, reference %.3f ms", result, reference)
                                : g_strdup ("of the main thread");

  val_say_row (row, what, reference > 0 ? result / reference : result, reference > 0 ? "" : "ms",
               "<=", goal, detail);
}

static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static ValContactChunk *
make_chunk (guint n, gint32 first_id, guint32 *state)
{
  ValContactColumns columns = { .n = n };

  columns.id = g_new (gint32, n);
  columns.day = g_new (guint16, n);
  columns.minute = g_new (guint16, n);
  columns.agent = g_new (gint32, n);
  columns.channel = g_new0 (gint32, n);
  columns.topic = g_new (gint32, n);
  columns.wait = g_new (gint32, n);
  columns.talk = g_new (gint32, n);
  columns.satisfaction = g_new (guint16, n);
  columns.flags = g_new (guint8, n);
  columns.reason = g_new0 (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean answered = next_random (state) % 100 < 81;

      columns.id[i] = first_id + (gint32) i;
      columns.day[i] = (guint16) (FIRST_DAY + next_random (state) % DAYS);
      columns.minute[i] = (guint16) (next_random (state) % 1440);
      columns.agent[i] = (gint32) (1 + next_random (state) % AGENTS);
      columns.topic[i] = (gint32) (1 + AGENTS + next_random (state) % TOPICS);
      columns.wait[i] = (gint32) (next_random (state) % 120);
      columns.talk[i] = answered ? (gint32) (30 + next_random (state) % 400) : -1;
      columns.satisfaction[i] = answered ? (guint16) (1000 * (1 + next_random (state) % 5)) : 0;
      columns.flags[i] = VAL_CONTACT_ANSWERED_KNOWN | VAL_CONTACT_RESOLVED_KNOWN
                         | (answered ? VAL_CONTACT_ANSWERED : 0)
                         | (answered && next_random (state) % 10 > 0 ? VAL_CONTACT_RESOLVED : 0);
    }
  return val_contact_chunk_new (&columns);
}

static ValContacts *
make_contacts (guint n)
{
  GPtrArray *chunks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_chunk_unref);
  guint32 state = 7;

  for (guint from = 0; from < n; from += VAL_CONTACTS_CHUNK)
    g_ptr_array_add (chunks, make_chunk (MIN (n - from, VAL_CONTACTS_CHUNK), (gint32) from + 1,
                                         &state));
  return val_contacts_new (chunks);
}

static void
add_label (GPtrArray *labels, int kind, gint64 person_id)
{
  ValContactLabel *label = val_record_new (VAL_RECORD_LABEL);
  g_autofree char *name = g_strdup_printf ("%u", labels->len);

  label->kind = kind;
  label->record.id = labels->len + 1;
  label->record.person_id = person_id;
  val_set_string (&label->name, name);
  g_ptr_array_add (labels, label);
}

/* @entered: how many indicators of entered values; 0: those of contacts that a centre begins with. */
static ValDataset *
make_dataset (guint n_people, guint entered)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *labels = g_ptr_array_new_with_free_func (val_record_free);
  g_autoptr (GPtrArray) preset_terms = NULL;
  GPtrArray *indicators = val_indicators_new_default (&preset_terms);
  GPtrArray *terms = g_ptr_array_ref (preset_terms);

  for (guint i = 0; i < n_people; i++)
    {
      ValPerson *person = val_person_new ();

      person->id = i + 1;
      person->start = person->leave = VAL_DAY_NONE;
      g_ptr_array_add (people, person);
    }
  for (guint i = 0; i < AGENTS; i++)
    add_label (labels, VAL_LABEL_AGENT, i + 1);
  for (guint i = 0; i < TOPICS; i++)
    add_label (labels, VAL_LABEL_TOPIC, 0);
  for (guint i = 0; i < indicators->len; i++)
    {
      ValIndicator *indicator = g_ptr_array_index (indicators, i);
      ValIndicatorTerm *term = g_ptr_array_index (terms, i);

      indicator->record.id = term->record.id = term->indicator_id = (gint64) i + 1;
      if (entered > 0)
        {
          indicator->formula = VAL_FORMULA_ENTERED;
          indicator->min_n = 0;
          indicator->suspended_day = i < entered ? VAL_DAY_NONE : 0;
        }
      else if (indicator->formula == VAL_FORMULA_ENTERED)
        indicator->suspended_day = 0;
    }
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_records (builder, VAL_RECORD_LABEL, labels);
  val_dataset_builder_take_records (builder, VAL_RECORD_INDICATOR, indicators);
  val_dataset_builder_take_records (builder, VAL_RECORD_TERM, terms);
  return val_dataset_builder_end (builder);
}

/* ---- References: plain loops over the same columns -------------------------------------------- */

typedef struct
{
  gint64 n;
  gint64 sum;
} Cell;

static guint8 month_of[65536];

static void
fill_months (void)
{
  int year, month, day;

  for (ValDay d = FIRST_DAY; d < FIRST_DAY + DAYS; d++)
    {
      val_day_to_ymd (d, &year, &month, &day);
      month_of[d] = (guint8) (year * 12 + month - 2024 * 12 - 10);
    }
}

/* Mean handle time by agent and month. */
static gint64
loop_pivot (const ValContacts *contacts, Cell *cells)
{
  const guint answered = VAL_CONTACT_ANSWERED | VAL_CONTACT_ANSWERED_KNOWN;

  memset (cells, 0, sizeof *cells * AGENTS * MONTHS);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      for (guint i = 0; i < columns->n; i++)
        {
          Cell *cell = &cells[(guint) (columns->agent[i] - 1) * MONTHS + month_of[columns->day[i]]];

          if ((columns->flags[i] & answered) == answered && columns->talk[i] >= 0)
            {
              cell->n++;
              cell->sum += columns->talk[i];
            }
        }
    }
  return cells[0].sum;
}

/* The five indicators that a centre begins with, by agent and month. */
static gint64
loop_index (const ValContacts *contacts, Cell *cells)
{
  memset (cells, 0, sizeof *cells * AGENTS * MONTHS * 5);
  for (guint c = 0; c < val_contacts_n_chunks (contacts); c++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, c);

      for (guint i = 0; i < columns->n; i++)
        {
          Cell *cell
              = &cells[5 * ((guint) (columns->agent[i] - 1) * MONTHS + month_of[columns->day[i]])];
          guint flags = columns->flags[i];

          if (flags & VAL_CONTACT_ANSWERED_KNOWN)
            {
              cell[0].n++;
              cell[0].sum += flags & VAL_CONTACT_ANSWERED;
            }
          if (flags & VAL_CONTACT_ANSWERED)
            {
              if (columns->wait[i] >= 0)
                {
                  cell[1].n++;
                  cell[1].sum += columns->wait[i];
                }
              if (columns->talk[i] >= 0)
                {
                  cell[2].n++;
                  cell[2].sum += columns->talk[i];
                }
              if (flags & VAL_CONTACT_RESOLVED_KNOWN)
                {
                  cell[3].n++;
                  cell[3].sum += (flags & VAL_CONTACT_RESOLVED) != 0;
                }
            }
          if (columns->satisfaction[i] > 0)
            {
              cell[4].n++;
              cell[4].sum += columns->satisfaction[i];
            }
        }
    }
  return cells[0].sum;
}

/* ---- Measurements ----------------------------------------------------------------------------- */

typedef struct
{
  double pivot;
  double pivot_loop;
  double index;
  double index_loop;
  double ids;
} Times;

static ValPivot *
make_pivot (ValDataset *dataset, const ValContacts *contacts)
{
  const ValContactFilter all = VAL_CONTACT_FILTER_ALL;
  const ValPivotQuery query = { VAL_DIMENSION_AGENT, VAL_DIMENSION_MONTH,
                                val_dataset_record (dataset, VAL_RECORD_INDICATOR, 3), all };

  return val_pivot_new (dataset, contacts, NULL, &query, NULL, NULL);
}

static Times
measure (ValDataset *dataset, guint n, guint rounds)
{
  g_autoptr (ValContacts) contacts = make_contacts (n);
  g_autofree Cell *cells = g_new (Cell, AGENTS * MONTHS * 5);
  double pivot[MOST_ROUNDS], pivot_loop[MOST_ROUNDS], index[MOST_ROUNDS], index_loop[MOST_ROUNDS],
      ids[MOST_ROUNDS];
  gint64 check = 0;

  for (guint r = 0; r < rounds; r++)
    {
      ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, FIRST_DAY + DAYS - 1);
      double start = val_cpu_ms ();
      g_autoptr (ValPivot) table = make_pivot (dataset, contacts);
      g_autoptr (ValScorecard) card = NULL;
      g_autoptr (GArray) found = NULL;

      pivot[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      check += loop_pivot (contacts, cells);
      pivot_loop[r] = val_cpu_ms () - start;
      g_assert_cmpint (val_pivot_cell (table, 0, 0, NULL)->sum, ==, cells[0].sum);
      query.n_periods = MONTHS;
      start = val_cpu_ms ();
      card = val_scorecard_new (dataset, contacts, NULL, &query, NULL, NULL);
      index[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      check += loop_index (contacts, cells);
      index_loop[r] = val_cpu_ms () - start;
      g_assert_cmpint (val_scorecard_measure (card, 0, 0, 0, NULL)->sum, ==, cells[0].sum);
      start = val_cpu_ms ();
      found = val_pivot_cell_ids (table, dataset, contacts, 3, 3, 1000, NULL, NULL);
      ids[r] = val_cpu_ms () - start;
      check += found->len;
    }
  g_assert_cmpint (check, >, 0);
  return (Times){ val_median (pivot, rounds), val_median (pivot_loop, rounds),
                  val_median (index, rounds), val_median (index_loop, rounds),
                  val_median (ids, rounds) };
}

/* Five thousand people, twelve indicators, 24 months: what moving a weight costs. */
static void
measure_weights (void)
{
  g_autoptr (ValDataset) dataset = make_dataset (5000, 12);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ValValue));
  ValScorecardQuery query = val_scorecard_query (VAL_PERIOD_MONTH, FIRST_DAY + DAYS - 1);
  g_autoptr (ValValues) values = NULL;
  g_autoptr (ValScorecard) card = NULL;
  g_autoptr (ValScoreIndex) before = NULL;
  double current[MOST_ROUNDS], past[MOST_ROUNDS], moves[MOST_ROUNDS], stability[MOST_ROUNDS], start;
  guint32 state = 11;

  for (gint32 i = 1; i <= 12; i++)
    for (gint32 person = 1; person <= 5000; person++)
      for (int month = 0; month < 24; month++)
        {
          const ValValue value = { .value = next_random (&state) % 100000,
                                   .person_id = person,
                                   .indicator_id = i,
                                   .n = 40,
                                   .day = (guint16) (FIRST_DAY + DAYS - 1 - 30 * (23 - month)) };

          g_array_append_val (rows, value);
        }
  values = val_values_new ((const ValValue *) (gpointer) rows->data, rows->len);
  query.n_periods = 24;
  start = val_cpu_ms ();
  card = val_scorecard_new (dataset, NULL, values, &query, NULL, NULL);
  printf ("# B6 %-52s %8.3f ms, in a worker\n", "scorecard of 1.4 M entered values",
          val_cpu_ms () - start);
  before = val_scorecard_reweigh (card, NULL, FALSE);
  for (guint r = 0; r < MOST_ROUNDS; r++)
    {
      int weights[12];
      g_autoptr (ValScoreIndex) moved = NULL, all = NULL;
      g_autoptr (GArray) moved_rows = NULL;

      for (guint i = 0; i < 12; i++)
        weights[i] = i == 3 ? 100 * (int) (r + 1) : 1000;
      start = val_cpu_ms ();
      moved = val_scorecard_reweigh (card, weights, FALSE);
      current[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      moved_rows = val_score_index_moves (before, moved);
      moves[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      all = val_scorecard_reweigh (card, weights, TRUE);
      past[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      g_assert_cmpfloat (val_score_index_stability (moved, 10, NULL, NULL), <=, 1);
      stability[r] = val_cpu_ms () - start;
    }
  report ("B6", "a weight moved: 5,000 people x 12, this month",
          val_median (current, MOST_ROUNDS), 0, 8);
  report ("B6", "a weight moved: who changes place", val_median (moves, MOST_ROUNDS), 0, 8);
  report ("B6", "a weight moved: 5,000 people x 12 x 24 months",
          val_median (past, MOST_ROUNDS), 0, 8);
  printf ("# B6 %-52s %8.3f ms, in a worker\n", "how stable the order is at 10 %",
          val_median (stability, MOST_ROUNDS));
}

int
main (int argc, char **argv)
{
  guint most = argc > 1 ? (guint) atoi (argv[1]) : 10000000;
  g_autoptr (ValDataset) dataset = make_dataset (AGENTS, 0);
  Times million, ten;

  printf ("1..1\n");
  fill_months ();
  million = measure (dataset, 1000000, MOST_ROUNDS);
  report ("B3", "pivot agent x month, 1 M contacts", million.pivot, million.pivot_loop, 3);
  report ("B3", "index of all, 25 months, 1 M contacts", million.index, million.index_loop, 3);
  printf ("# B3 %-52s %8.3f ms\n", "contacts of a cell, 1 M", million.ids);
  measure_weights ();
  if (most > 1000000)
    {
      ten = measure (dataset, 10000000, 5);
      report ("B3", "pivot agent x month, 10 M contacts", ten.pivot, ten.pivot_loop, 2);
      report ("B3", "index of all, 25 months, 10 M contacts", ten.index, ten.index_loop, 2);
      report ("B11", "pivot, 10 M to 1 M", ten.pivot, million.pivot, VAL_TEN_TIMES);
      report ("B11", "index, 10 M to 1 M", ten.index, million.index, VAL_TEN_TIMES);
    }
  printf ("ok 1 measured\n");
  return 0;
}
