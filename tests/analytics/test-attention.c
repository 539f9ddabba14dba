/* test-attention.c: who was talked with and thanked, and what is owed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "readiness-fixture.h"
#include "val-attention.h"

#define TODAY 20538 /* Thursday 2026-03-26 */
#define NONE VAL_DAY_NONE

typedef struct
{
  gint64 person;
  ValEvent event;
} Row;

#define ROW(who, Type, Day, ...) { who, { .type = VAL_RECORD_##Type, .day = Day, __VA_ARGS__ } }
#define NO_DUE .due = VAL_EVENT_NO_DAY, .minute = VAL_EVENT_NO_MINUTE
#define HELD(who, Id, Day) ROW (who, MENTORING, Day, .id = Id, .flags = VAL_EVENT_HELD, NO_DUE)
#define PLANNED(who, Id, Day, Minute)                                                             \
  ROW (who, MENTORING, Day, .id = Id, .flags = VAL_EVENT_OPEN, .due = Day, .minute = Minute)
#define THANKED(who, Id, Day) ROW (who, RECOGNITION, Day, .id = Id, NO_DUE)
#define NOTED(who, Id, Day, Kind) ROW (who, NOTE, Day, .id = Id, .kind = Kind, NO_DUE)

/* The same centre with what has happened, and with cadences when there are any. */
static ValDataset *
with_rows (ValDataset *base, const Row *rows, guint n_rows, GPtrArray *cadences)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (base);

  for (guint p = 0; p < val_dataset_n_people (base); p++)
    {
      g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (ValEvent));

      for (guint i = 0; i < n_rows; i++)
        if (rows[i].person == (gint64) p + 1)
          g_array_append_val (mine, rows[i].event);
      val_dataset_builder_set_events (
          builder, p + 1, val_events_new ((const ValEvent *) (gpointer) mine->data, mine->len));
    }
  if (cadences != NULL)
    val_dataset_builder_take_records (builder, VAL_RECORD_CADENCE, cadences);
  return val_dataset_builder_end (builder);
}

static ValDataset *
make_people (guint n, ValDay start)
{
  Fixture *fixture = fixture_new ();

  for (guint i = 0; i < n; i++)
    fixture_person (fixture, "Agent", "")->start = start;
  return fixture_end (fixture);
}

static ValDataset *
make_one (ValDay start, const Row *rows, guint n_rows)
{
  g_autoptr (ValDataset) base = make_people (1, start);

  return with_rows (base, rows, n_rows, NULL);
}

static void
test_status (void)
{
  static const struct
  {
    const char *what;
    ValDay start;
    Row rows[3];
    ValAttentionStatus status;
    int days;
    gboolean never;
  } cases[] = {
    { "6 days", NONE, { HELD (1, 5, TODAY - 6) }, VAL_ATTENTION_OK, 6, FALSE },
    { "7 days", NONE, { HELD (1, 5, TODAY - 7) }, VAL_ATTENTION_DUE, 7, FALSE },
    { "8 days", NONE, { HELD (1, 5, TODAY - 8) }, VAL_ATTENTION_DUE, 8, FALSE },
    { "9 days", NONE, { HELD (1, 5, TODAY - 9) }, VAL_ATTENTION_AMBER, 9, FALSE },
    { "13 days", NONE, { HELD (1, 5, TODAY - 13) }, VAL_ATTENTION_AMBER, 13, FALSE },
    { "14 days", NONE, { HELD (1, 5, TODAY - 14) }, VAL_ATTENTION_RED, 14, FALSE },
    { "the latest counts", NONE, { HELD (1, 5, TODAY - 14), HELD (1, 6, TODAY) },
      VAL_ATTENTION_OK, 0, FALSE },
    { "one to come does not", NONE, { HELD (1, 5, TODAY - 14), HELD (1, 6, TODAY + 1) },
      VAL_ATTENTION_RED, 14, FALSE },
    { "one missed does not", NONE,
      { HELD (1, 5, TODAY - 14),
        ROW (1, MENTORING, TODAY - 1, .id = 6, .flags = VAL_EVENT_MISSED, NO_DUE) },
      VAL_ATTENTION_RED, 14, FALSE },
    { "a group does", NONE,
      { HELD (1, 5, TODAY - 14),
        ROW (1, MENTORING, TODAY - 2, .id = 6, .flags = VAL_EVENT_HELD | VAL_EVENT_GROUP,
             NO_DUE) },
      VAL_ATTENTION_OK, 2, FALSE },
    { "notes do not", NONE, { HELD (1, 5, TODAY - 9), NOTED (1, 6, TODAY, VAL_NOTE_PRAISE) },
      VAL_ATTENTION_AMBER, 9, FALSE },
    { "never, since the start", TODAY - 10, { { 0 } }, VAL_ATTENTION_AMBER, 10, TRUE },
    { "never, just begun", TODAY, { { 0 } }, VAL_ATTENTION_OK, 0, TRUE },
    { "never, no start", NONE, { { 0 } }, VAL_ATTENTION_DUE, -1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValDataset) dataset = make_one (cases[i].start, cases[i].rows, 3);
      g_autoptr (ValAttention) attention = NULL;
      const ValPersonAttention *person;
      ValAttentionQuery query;

      g_test_message ("%s", cases[i].what);
      val_attention_query_init (&query, TODAY);
      attention = val_attention_compute (dataset, &query);
      person = val_attention_find (attention, 0);
      g_assert_nonnull (person);
      g_assert_cmpint (person->status, ==, cases[i].status);
      g_assert_cmpint (person->days_since, ==, cases[i].days);
      g_assert_cmpint (person->never, ==, cases[i].never);
      g_assert_cmpuint (attention->n_status[cases[i].status], ==, 1);
    }
}

static void
test_cadences (void)
{
  g_autoptr (ValDataset) base = NULL, dataset = NULL;
  g_autoptr (GPtrArray) cadences = g_ptr_array_new_with_free_func (val_record_free);
  Fixture *fixture = fixture_new ();
  gint64 centre = fixture_team (fixture, "Centre", 0);
  gint64 team = fixture_team (fixture, "Team", centre);
  /* person, team, every, amber, red */
  const int rows[][5] = { { 1, 0, 0, 0, 0 }, { 0, (int) centre, 28, 35, 42 }, { 0, 0, 3, 4, 5 } };
  const Row events[]
      = { HELD (1, 1, TODAY - 30), HELD (2, 2, TODAY - 30), HELD (3, 3, TODAY - 3) };
  const ValAttentionStatus wanted[] = { VAL_ATTENTION_NONE, VAL_ATTENTION_DUE, VAL_ATTENTION_DUE };
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;

  fixture_person (fixture, "Own", "")->team_id = team;
  fixture_person (fixture, "Team's", "")->team_id = team;
  fixture_person (fixture, "Nobody's", "");
  base = fixture_end (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ValCadence *cadence = val_record_new (VAL_RECORD_CADENCE);

      cadence->record.id = (gint64) i + 1;
      cadence->record.person_id = rows[i][0];
      cadence->team_id = rows[i][1];
      cadence->every_days = rows[i][2];
      cadence->amber_days = rows[i][3];
      cadence->red_days = rows[i][4];
      g_ptr_array_add (cadences, cadence);
    }
  dataset = with_rows (base, events, G_N_ELEMENTS (events), g_steal_pointer (&cadences));
  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  for (guint i = 0; i < 3; i++)
    {
      const ValPersonAttention *person = val_attention_find (attention, i);
      ValPersonAttention alone;
      int every, amber, red;

      val_attention_of_person (dataset, i, &query, &alone);
      g_assert_cmpint (alone.status, ==, person->status);
      g_assert_cmpint (alone.due_day, ==, person->due_day);
      g_assert_cmpint (person->status, ==, wanted[i]);
      /* Says what the dataset says. */
      val_dataset_cadence (dataset, val_dataset_person (dataset, i), &every, &amber, &red);
      g_assert_cmpint (person->every, ==, every);
      g_assert_cmpint (person->amber, ==, amber);
      g_assert_cmpint (person->red, ==, red);
    }
}

static void
test_person (void)
{
  const Row rows[] = {
    PLANNED (1, 10, TODAY + 5, 480), /* earlier by the clock, later by the day */
    PLANNED (1, 11, TODAY + 2, 660),
    PLANNED (1, 12, TODAY + 2, 540),
    PLANNED (1, 13, TODAY - 3, 540),
    HELD (1, 9, TODAY - 4),
    THANKED (1, 20, TODAY - 41),
    THANKED (1, 21, TODAY + 1),
    ROW (1, RECOGNITION, TODAY - 1, .id = 22, .flags = VAL_EVENT_OPEN, NO_DUE),
    NOTED (1, 30, TODAY - 28, VAL_NOTE_PRAISE),
    NOTED (1, 31, TODAY - 27, VAL_NOTE_PRAISE),
    NOTED (1, 32, TODAY, VAL_NOTE_TO_IMPROVE),
    NOTED (1, 33, TODAY + 1, VAL_NOTE_TO_IMPROVE),
    ROW (1, AGREEMENT, TODAY - 5, .id = 40, .flags = VAL_EVENT_OPEN | VAL_EVENT_MINE, NO_DUE),
    ROW (1, AGREEMENT, TODAY - 5, .id = 41, .flags = VAL_EVENT_OPEN, NO_DUE),
    ROW (1, AGREEMENT, TODAY - 5, .id = 42, NO_DUE),
    ROW (1, GOAL, TODAY - 5, .id = 50, .flags = VAL_EVENT_OPEN, NO_DUE),
  };
  g_autoptr (ValDataset) dataset = make_one (TODAY - 100, rows, G_N_ELEMENTS (rows));
  ValAttentionQuery query;
  ValPersonAttention person;

  val_attention_query_init (&query, TODAY);
  val_attention_of_person (dataset, 0, &query, &person);
  g_assert_cmpint (person.last_day, ==, TODAY - 4);
  g_assert_cmpint (person.last_id, ==, 9);
  g_assert_cmpint (person.next_day, ==, TODAY + 2);
  g_assert_cmpint (person.next_id, ==, 12);
  g_assert_cmpint (person.next_minute, ==, 540);
  g_assert_cmpint (person.pending_id, ==, 13);
  g_assert_cmpint (person.due_day, ==, TODAY + 3);
  g_assert_cmpint (person.days_thanked, ==, 41);
  g_assert_cmpint (person.thanked_id, ==, 20);
  g_assert_cmpuint (person.n_thanks, ==, 0);
  g_assert_cmpuint (person.notes[VAL_NOTE_PRAISE], ==, 1);
  g_assert_cmpuint (person.notes[VAL_NOTE_TO_IMPROVE], ==, 1);
  g_assert_cmpuint (person.n_notes, ==, 2);
  g_assert_cmpuint (person.n_sessions, ==, 1);
  g_assert_cmpuint (person.open_mine, ==, 1);
  g_assert_cmpuint (person.open_theirs, ==, 1);
  g_assert_cmpuint (person.open_goals, ==, 1);
}

/* The owed lines as "type:person:id:days:urgency". */
static char *
owed_to_string (const ValAttention *attention)
{
  static const char *types[]
      = { "session", "talk", "mine", "theirs", "follow", "goal", "promised", "thanks" };
  static const char *urgencies[] = { "none", "ok", "due", "amber", "red" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < attention->owed->len; i++)
    {
      const ValOwed *owed = &g_array_index (attention->owed, ValOwed, i);

      g_string_append_printf (out, "%s %u %" G_GINT64_FORMAT " %d %s\n", types[owed->type],
                              owed->person, owed->record_id, owed->days,
                              urgencies[owed->urgency]);
    }
  return g_string_free (out, FALSE);
}

#define OPEN(Type, Id, Due)                                                                       \
  ROW (1, Type, TODAY - 60, .id = Id, .due = Due, .flags = VAL_EVENT_OPEN)
#define FLAGS(Type, Id, Due, Flags)                                                               \
  ROW (1, Type, TODAY - 60, .id = Id, .due = Due, .flags = Flags)

static void
test_owed_records (void)
{
  const Row rows[] = {
    HELD (1, 1, TODAY - 1),
    THANKED (1, 2, TODAY - 1),
    OPEN (AGREEMENT, 10, TODAY + 8), /* too far */
    OPEN (AGREEMENT, 11, TODAY + 7),
    OPEN (AGREEMENT, 12, VAL_EVENT_NO_DAY),
    OPEN (AGREEMENT, 13, TODAY),
    FLAGS (AGREEMENT, 14, TODAY - 1, VAL_EVENT_OPEN | VAL_EVENT_MINE),
    FLAGS (AGREEMENT, 15, TODAY - 8, VAL_EVENT_OPEN | VAL_EVENT_MINE),
    FLAGS (AGREEMENT, 16, VAL_EVENT_NO_DAY, 0), /* ticked */
    OPEN (NOTE, 20, TODAY),
    OPEN (NOTE, 21, TODAY + 1), /* tomorrow */
    OPEN (NOTE, 22, TODAY - 7),
    OPEN (GOAL, 30, TODAY + 3),
    OPEN (GOAL, 31, VAL_EVENT_NO_DAY), /* no day: nothing is due */
    OPEN (RECOGNITION, 40, VAL_EVENT_NO_DAY),
    OPEN (RECOGNITION, 41, TODAY - 2),
  };
  g_autoptr (ValDataset) dataset = make_one (TODAY - 100, rows, G_N_ELEMENTS (rows));
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;
  g_autofree char *said = NULL;

  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  said = owed_to_string (attention);
  g_assert_cmpstr (said, ==,
                   "mine 0 15 8 red\n"
                   "mine 0 14 1 amber\n"
                   "theirs 0 13 0 due\n"
                   "theirs 0 11 -7 ok\n"
                   "theirs 0 12 0 ok\n"
                   "follow 0 22 7 amber\n"
                   "follow 0 20 0 due\n"
                   "goal 0 30 -3 ok\n"
                   "promised 0 41 2 amber\n"
                   "promised 0 40 0 ok\n");
  g_assert_cmpuint (attention->n_owed[VAL_OWED_PROMISE_MINE], ==, 2);
  g_assert_cmpuint (attention->n_owed[VAL_OWED_TALK], ==, 0);
}

static void
test_owed_sessions (void)
{
#define GROUP(who, Day)                                                                           \
  ROW (who, MENTORING, Day, .id = 50, .due = Day, .minute = 480,                                  \
       .flags = VAL_EVENT_OPEN | VAL_EVENT_GROUP)
  const Row rows[] = {
    HELD (1, 1, TODAY - 9),                               /* amber, nothing planned */
    HELD (2, 2, TODAY - 16),                              /* red, nothing planned */
    HELD (3, 3, TODAY - 8), PLANNED (3, 13, TODAY, 600),  /* today at ten */
    HELD (4, 4, TODAY - 20), GROUP (4, TODAY),            /* today in a group, long waited */
    HELD (5, 5, TODAY - 1), GROUP (5, TODAY),
    HELD (6, 6, TODAY - 7), PLANNED (6, 16, TODAY + 1, 0), /* tomorrow */
    HELD (7, 7, TODAY - 14), PLANNED (7, 17, TODAY + 3, 0), /* planned, but over the limit */
    HELD (8, 8, TODAY - 10), PLANNED (8, 18, TODAY - 2, 0), /* not written down yet */
    HELD (9, 9, TODAY),
  };
  g_autoptr (ValDataset) base = make_people (10, TODAY - 16), dataset = NULL;
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;
  g_autofree char *said = NULL;

  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  said = owed_to_string (attention);
  g_assert_cmpstr (said, ==,
                   "session 7 18 2 amber\n"
                   "session 3 50 0 red\n"
                   "session 2 13 0 due\n"
                   "talk 1 0 16 red\n"
                   "talk 9 0 16 red\n"
                   "talk 6 0 14 red\n"
                   "talk 0 0 9 amber\n");
  g_assert_cmpuint (g_array_index (attention->owed, ValOwed, 1).n_people, ==, 2);
}

static void
test_owed_thanks (void)
{
  const Row rows[] = { THANKED (1, 1, TODAY - 20), THANKED (2, 2, TODAY - 21),
                       THANKED (3, 3, TODAY - 41), THANKED (4, 4, TODAY - 38) };
  g_autoptr (ValDataset) base = NULL, dataset = NULL;
  Fixture *fixture = fixture_new ();
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < 4; i++)
    fixture_person (fixture, "A", "");
  fixture_person (fixture, "Never", "");
  fixture_person (fixture, "New", "")->start = TODAY - 2;
  fixture_person (fixture, "Left", "")->leave = TODAY;
  base = fixture_end (fixture);
  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  val_attention_query_init (&query, TODAY);
  query.max_thanks = 3;
  attention = val_attention_compute (dataset, &query);
  said = owed_to_string (attention);
  g_assert_nonnull (strstr (said, "thanks 4 0 -1 due\nthanks 2 0 41 due\nthanks 3 0 38 due\n"));
  g_assert_cmpuint (attention->n_owed[VAL_OWED_THANKS], ==, 3);
  g_assert_null (val_attention_find (attention, 6));
}

static void
test_gini (void)
{
  static const struct
  {
    guint counts[4];
    guint n;
    double gini;
  } cases[] = {
    { { 5, 5, 5, 5 }, 4, 0 },
    { { 0, 0, 0, 8 }, 4, 0.75 },
    { { 8, 0, 0, 0 }, 4, 0.75 },
    { { 1, 3 }, 2, 0.25 },
    { { 4, 1, 3, 2 }, 4, 0.25 },
    { { 3 }, 1, NAN },
    { { 0, 0, 0 }, 3, NAN },
    { { 0 }, 0, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double gini = val_attention_gini (cases[i].counts, cases[i].n);

      if (isnan (cases[i].gini))
        g_assert_true (isnan (gini));
      else
        g_assert_cmpfloat_with_epsilon (gini, cases[i].gini, 1e-12);
    }
}

static void
test_mirror (void)
{
  const Row rows[] = {
    NOTED (1, 1, TODAY, VAL_NOTE_PRAISE),
    NOTED (1, 2, TODAY - 13, VAL_NOTE_PRAISE),
    NOTED (1, 3, TODAY - 14, VAL_NOTE_TO_IMPROVE),
    NOTED (1, 4, TODAY - 27, VAL_NOTE_PRAISE),
    NOTED (1, 5, TODAY - 28, VAL_NOTE_PRAISE), /* before the window */
    NOTED (2, 6, TODAY - 20, VAL_NOTE_OBSERVATION),
    HELD (2, 7, TODAY - 2),
    THANKED (2, 8, TODAY - 2),
  };
  g_autoptr (ValDataset) base = make_people (3, NONE), dataset = NULL;
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;
  g_autoptr (ValSpread) thanks = NULL, all = NULL;
  ValMirror mirror;

  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  val_attention_mirror (attention, &mirror);
  g_assert_cmpuint (mirror.people, ==, 3);
  g_assert_cmpuint (mirror.n_notes, ==, 5);
  g_assert_cmpuint (mirror.praise, ==, 3);
  g_assert_cmpuint (mirror.to_improve, ==, 1);
  g_assert_cmpfloat (mirror.ratio, ==, 3);
  g_assert_cmpuint (mirror.n_attention, ==, 7);
  g_assert_cmpuint (mirror.nobody, ==, 1);
  /* 0, 3, 4: (-2 x 0 + 0 x 3 + 2 x 4) / (3 x 7) */
  g_assert_cmpfloat_with_epsilon (mirror.gini, 8 / 21.0, 1e-12);
  g_assert_cmpuint (mirror.last_14, ==, 2);
  g_assert_cmpuint (mirror.last_28, ==, 5);
  g_assert_cmpfloat_with_epsilon (mirror.recent_share, 0.4, 1e-12);

  thanks = val_attention_spread (attention, VAL_SPREAD_THANKS);
  g_assert_cmpuint (thanks->total, ==, 1);
  g_assert_cmpuint (thanks->n_none, ==, 2);
  g_assert_cmpfloat (thanks->median, ==, 0);
  g_assert_cmpuint (g_array_index (thanks->values, ValSpreadValue, 0).person, ==, 1);
  all = val_attention_spread (attention, VAL_SPREAD_ATTENTION);
  g_assert_cmpfloat (all->median, ==, 3);
  g_assert_cmpuint (g_array_index (all->values, ValSpreadValue, 0).count, ==, 4);
}

/* An even number has its median between two. */
static void
test_median (void)
{
  const Row rows[] = { THANKED (1, 1, TODAY), THANKED (1, 2, TODAY), THANKED (1, 3, TODAY),
                       THANKED (2, 4, TODAY), THANKED (2, 5, TODAY), THANKED (3, 6, TODAY) };
  g_autoptr (ValDataset) base = make_people (4, TODAY - 400), dataset = NULL;
  g_autoptr (ValAttention) attention = NULL;
  g_autoptr (ValSpread) thanks = NULL;
  ValAttentionQuery query;

  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  thanks = val_attention_spread (attention, VAL_SPREAD_THANKS);
  /* 3, 2, 1, 0 */
  g_assert_cmpfloat (thanks->median, ==, 1.5);
}

static void
test_nobody (void)
{
  g_autoptr (ValDataset) dataset = make_people (0, NONE);
  ValAttentionQuery query;
  g_autoptr (ValAttention) attention = NULL;
  g_autoptr (ValSpread) spread = NULL;
  g_autoptr (ValYear) year = NULL;
  ValMirror mirror;

  val_attention_query_init (&query, TODAY);
  attention = val_attention_compute (dataset, &query);
  g_assert_cmpuint (attention->owed->len, ==, 0);
  val_attention_mirror (attention, &mirror);
  g_assert_true (isnan (mirror.ratio) && isnan (mirror.gini) && isnan (mirror.recent_share));
  spread = val_attention_spread (attention, VAL_SPREAD_THANKS);
  g_assert_true (isnan (spread->median));
  year = val_attention_year (dataset, 0, 2026, TODAY);
  g_assert_cmpuint (year->people->len, ==, 0);
}

static void
test_weeks_of_the_calendar (void)
{
  static const struct
  {
    const char *day;
    int week, year;
  } cases[] = {
    { "2026-03-26", 13, 2026 }, { "2026-01-01", 1, 2026 },  { "2027-01-01", 53, 2026 },
    { "2027-01-03", 53, 2026 }, { "2027-01-04", 1, 2027 },  { "2024-12-30", 1, 2025 },
    { "2021-01-03", 53, 2020 }, { "2025-12-29", 1, 2026 },  { "1970-01-01", 1, 1970 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int year;

      g_assert_cmpint (val_iso_week (val_day_parse_iso (cases[i].day), &year), ==,
                       cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
    }
}

static void
test_year (void)
{
  const ValDay first = val_day_parse_iso ("2025-12-29"); /* Monday of week 1 of 2026 */
  const Row rows[] = {
    HELD (1, 1, first + 9),     /* Wednesday of week 2 */
    HELD (1, 2, first + 21),    /* Monday of week 4 */
    HELD (1, 3, first + 22),    /* and again */
    ROW (1, MENTORING, first + 37, .id = 4, .flags = VAL_EVENT_MISSED, NO_DUE), /* week 6 */
    HELD (2, 5, first + 27),
  };
  /* Person 2 has no session before week 4: counted from the first of the centre, in week 2. */
  const ValWeekState wanted[2][8] = {
    { VAL_WEEK_NONE, VAL_WEEK_KEPT, VAL_WEEK_AMBER, VAL_WEEK_KEPT, VAL_WEEK_AMBER, VAL_WEEK_RED,
      VAL_WEEK_RED, VAL_WEEK_NONE },
    { VAL_WEEK_NONE, VAL_WEEK_KEPT, VAL_WEEK_AMBER, VAL_WEEK_KEPT, VAL_WEEK_KEPT, VAL_WEEK_RED,
      VAL_WEEK_RED, VAL_WEEK_NONE },
  };
  g_autoptr (ValDataset) base = make_people (2, first - 400), dataset = NULL;
  g_autoptr (ValYear) year = NULL, next = NULL;
  const ValPersonYear *one;

  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  year = val_attention_year (dataset, 0, 2026, first + 6 * 7);
  g_assert_cmpint (year->first, ==, first);
  g_assert_cmpuint (year->n_weeks, ==, 53);
  g_assert_cmpuint (year->n_past, ==, 7);
  g_assert_cmpuint (year->people->len, ==, 2);
  for (guint p = 0; p < 2; p++)
    for (guint w = 0; w < 8; w++)
      {
        const ValPersonYear *mine = &g_array_index (year->people, ValPersonYear, p);

        g_test_message ("person %u week %u", p + 1, w + 1);
        g_assert_cmpint (mine->weeks[w].state, ==, wanted[p][w]);
      }
  one = &g_array_index (year->people, ValPersonYear, 0);
  g_assert_cmpuint (one->weeks[3].held, ==, 2);
  g_assert_cmpuint (one->weeks[5].missed, ==, 1);
  g_assert_cmpuint (one->kept, ==, 2);
  g_assert_cmpuint (one->late, ==, 4);
  g_assert_cmpuint (one->held, ==, 3);
  g_assert_cmpuint (year->held, ==, 4);
  g_assert_cmpuint (year->kept, ==, 5);
  g_assert_cmpuint (year->late, ==, 7);
  g_assert_cmpuint (year->weeks[2].amber, ==, 2);
  next = val_attention_year (dataset, 0, 2027, first + 6 * 7);
  g_assert_cmpuint (next->n_past, ==, 0);
  g_assert_cmpuint (next->n_weeks, ==, 52);
}

/* Who comes in the last week of a year belongs to it; who comes later does not, nor who left
 * before it. */
static void
test_year_people (void)
{
  const ValDay first = val_day_parse_iso ("2025-12-29"), last = first + 53 * 7 - 1;
  Fixture *fixture = fixture_new ();
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValYear) year = NULL;

  fixture_person (fixture, "Here", "");
  fixture_person (fixture, "Last day", "")->start = last;
  fixture_person (fixture, "Next year", "")->start = last + 1;
  fixture_person (fixture, "Gone", "")->leave = first;
  fixture_person (fixture, "One day", "")->leave = first + 1;
  dataset = fixture_end (fixture);
  year = val_attention_year (dataset, 0, 2026, last);
  g_assert_cmpuint (year->people->len, ==, 3);
  g_assert_cmpuint (g_array_index (year->people, ValPersonYear, 0).person, ==, 0);
  g_assert_cmpuint (g_array_index (year->people, ValPersonYear, 1).person, ==, 1);
  g_assert_cmpuint (g_array_index (year->people, ValPersonYear, 2).person, ==, 4);
}

static void
test_days (void)
{
  const Row rows[] = {
    THANKED (1, 1, TODAY), THANKED (2, 2, TODAY), THANKED (2, 3, TODAY - 2),
    ROW (1, RECOGNITION, TODAY, .id = 4, .flags = VAL_EVENT_OPEN, NO_DUE),
    ROW (1, MENTORING, TODAY, .id = 5, .flags = VAL_EVENT_HELD | VAL_EVENT_GROUP, NO_DUE),
    ROW (2, MENTORING, TODAY, .id = 5, .flags = VAL_EVENT_HELD | VAL_EVENT_GROUP, NO_DUE),
    PLANNED (1, 6, TODAY, 600),
  };
  g_autoptr (ValDataset) base = make_people (2, NONE), dataset = NULL;
  guint counts[3];

  dataset = with_rows (base, rows, G_N_ELEMENTS (rows), NULL);
  val_attention_days (dataset, 0, G_MAXUINT, VAL_RECORD_RECOGNITION, TODAY - 2, 3, counts);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 2);
  val_attention_days (dataset, 0, 0, VAL_RECORD_RECOGNITION, TODAY - 2, 3, counts);
  g_assert_cmpuint (counts[0] + counts[1] + counts[2], ==, 1);
  val_attention_days (dataset, 0, G_MAXUINT, VAL_RECORD_MENTORING, TODAY - 2, 3, counts);
  g_assert_cmpuint (counts[2], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attention/status", test_status);
  g_test_add_func ("/attention/cadences", test_cadences);
  g_test_add_func ("/attention/person", test_person);
  g_test_add_func ("/attention/owed-records", test_owed_records);
  g_test_add_func ("/attention/owed-sessions", test_owed_sessions);
  g_test_add_func ("/attention/owed-thanks", test_owed_thanks);
  g_test_add_func ("/attention/gini", test_gini);
  g_test_add_func ("/attention/mirror", test_mirror);
  g_test_add_func ("/attention/median", test_median);
  g_test_add_func ("/attention/nobody", test_nobody);
  g_test_add_func ("/attention/weeks-of-the-calendar", test_weeks_of_the_calendar);
  g_test_add_func ("/attention/year", test_year);
  g_test_add_func ("/attention/year-people", test_year_people);
  g_test_add_func ("/attention/days", test_days);
  return g_test_run ();
}
