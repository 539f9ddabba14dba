/* test-mentoring-next.c: when a session, and the one after it, is proposed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model.h"

#define TODAY 20538 /* Thursday, 26 March 2026 */
#define NOT_SAID -1

/* Two people; @every: the rhythm of each in days, or %NOT_SAID: that of the centre, a week.
 * @events: (transfer full) (nullable): of the first one */
static ValDataset *
new_centre (const int every[2], ValEvents *events)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *cadences = g_ptr_array_new_with_free_func (val_record_free);

  for (int i = 0; i < 2; i++)
    {
      ValPerson *person = val_person_new ();
      ValCadence *cadence;

      person->id = i + 1;
      g_ptr_array_add (people, person);
      if (every[i] == NOT_SAID)
        continue;
      cadence = val_record_new (VAL_RECORD_CADENCE);
      cadence->record.id = cadence->record.person_id = person->id;
      cadence->every_days = every[i];
      g_ptr_array_add (cadences, cadence);
    }
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_records (builder, VAL_RECORD_CADENCE, cadences);
  if (events != NULL)
    val_dataset_builder_set_events (builder, 1, events);
  return val_dataset_builder_end (builder);
}

static const struct
{
  const char *what;
  int every[2];
  guint n_people;
  ValDay planned; /* days from today */
  ValDay next;    /* the same */
  gboolean plan;
} nexts[] = {
  { "a week where nothing was said", { NOT_SAID }, 1, 0, 7, TRUE },
  { "a week", { 7 }, 1, 0, 7, TRUE },
  { "ten days keep the weekday: one week", { 10 }, 1, 0, 7, TRUE },
  { "eleven days: two weeks", { 11 }, 1, 0, 14, TRUE },
  { "daily", { 1 }, 1, 0, 1, TRUE },
  { "Saturday becomes Monday", { 2 }, 1, 0, 4, TRUE },
  { "Sunday becomes Monday", { 3 }, 1, 0, 4, TRUE },
  { "six days are no week", { 6 }, 1, 0, 6, TRUE },
  { "no rhythm: a day is there, and nothing is planned", { 0 }, 1, 0, 7, FALSE },
  { "from the day it was planned for", { 7 }, 1, -2, 5, TRUE },
  { "held early: the plan's weekday", { 7 }, 1, 3, 10, TRUE },
  { "held four days early: its own", { 7 }, 1, 4, 7, TRUE },
  { "every second day, held early: from today", { 5 }, 1, 1, 5, TRUE },
  { "long ago: the weekday stays, after today", { 7 }, 1, -20, 1, TRUE },
  { "today itself is no date any more", { 14 }, 1, -28, 14, TRUE },
  { "three days, long ago", { 3 }, 1, -20, 4, TRUE },
  { "the shortest rhythm of a group", { 14, 7 }, 2, 0, 7, TRUE },
  { "the shortest, the other way round", { 7, 14 }, 2, 0, 7, TRUE },
  { "who wants none does not count", { 0, 14 }, 2, 0, 14, TRUE },
};

static ValMentoring *
new_session (guint n_people, ValDay day)
{
  ValMentoring *session = val_mentoring_new ();

  session->record.id = 7;
  session->planned_day = day;
  session->planned_minute = 870;
  for (guint i = 1; i <= n_people; i++)
    val_mentoring_add_person (session, i);
  return session;
}

static void
test_next (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nexts); i++)
    {
      g_autoptr (ValDataset) dataset = new_centre (nexts[i].every, NULL);
      ValMentoring *session = new_session (nexts[i].n_people, TODAY + nexts[i].planned);
      g_autoptr (ValMentoringModel) model = val_mentoring_model_new (dataset, TODAY, session);

      g_test_message ("%s", nexts[i].what);
      val_mentoring_model_propose_next (model);
      g_assert_cmpint (model->next_day - TODAY, ==, nexts[i].next);
      g_assert_cmpint (model->plan_next, ==, nexts[i].plan);
      g_assert_cmpint (model->next_minute, ==, 870);
      val_record_free (session);
    }
}

/* Nothing is planned after a session that was held, or where another one stands already. */
static void
test_no_next (void)
{
  const int weekly[] = { 7, 7 };
  g_autoptr (ValDataset) dataset = new_centre (weekly, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (val_record_free);
  ValMentoring *session = new_session (1, TODAY), *later = new_session (1, TODAY + 3);
  g_autoptr (ValMentoringModel) model = val_mentoring_model_new (dataset, TODAY, session);

  later->record.id = 8;
  g_ptr_array_add (records, later);
  val_mentoring_model_take_records (model, records);
  g_assert_true (model->later == later);
  g_assert_false (model->plan_next);

  val_mentoring_model_free (g_steal_pointer (&model));
  session->state = VAL_MENTORING_HELD;
  session->held_day = TODAY;
  model = val_mentoring_model_new (dataset, TODAY, session);
  val_mentoring_model_propose_next (model);
  g_assert_false (model->plan_next);
  val_record_free (session);
}

#define HELD(ago, at) { .id = 1, .day = TODAY - (ago), .due = VAL_EVENT_NO_DAY, .minute = (at), \
                        .type = VAL_RECORD_MENTORING, .flags = VAL_EVENT_HELD }
#define MISSED(ago, at) { .id = 2, .day = TODAY - (ago), .due = VAL_EVENT_NO_DAY, .minute = (at), \
                          .type = VAL_RECORD_MENTORING, .flags = VAL_EVENT_MISSED }
#define NOTE(ago) { .id = 3, .day = TODAY - (ago), .due = VAL_EVENT_NO_DAY, \
                    .minute = VAL_EVENT_NO_MINUTE, .type = VAL_RECORD_NOTE, \
                    .flags = VAL_EVENT_HELD }

static const struct
{
  const char *what;
  int every;
  ValDay today; /* days from TODAY */
  guint n;
  ValEvent events[3];
  ValDay day; /* days from TODAY */
  int minute;
} firsts[] = {
  { "the very first: today at ten", 7, 0, 0, { { 0 } }, 0, 600 },
  { "Saturday: on Monday", 7, 2, 0, { { 0 } }, 4, 600 },
  { "Sunday: on Monday", 7, 3, 0, { { 0 } }, 4, 600 },
  { "a week after the last, at its time", 7, 0, 1, { HELD (3, 870) }, 4, 870 },
  { "the last counts", 7, 0, 2, { HELD (9, 540), HELD (2, 870) }, 5, 870 },
  { "the time of the last that had one", 7, 0, 2,
    { HELD (9, 540), HELD (2, VAL_EVENT_NO_MINUTE) }, 5, 540 },
  { "no time at all: ten", 7, 0, 1, { HELD (2, VAL_EVENT_NO_MINUTE) }, 5, 600 },
  { "its day has passed", 7, 0, 1, { HELD (30, 870) }, 0, 870 },
  { "its day is a Saturday", 7, 0, 1, { HELD (5, 870) }, 4, 870 },
  { "what did not take place, and a note", 7, 0, 3, { HELD (6, 870), MISSED (1, 500), NOTE (0) }, 1,
    870 },
  { "no rhythm: today, at the last time", 0, 0, 1, { HELD (2, 870) }, 0, 870 },
};

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      const int every[] = { firsts[i].every, NOT_SAID };
      g_autoptr (ValDataset) dataset
          = new_centre (every, val_events_new (firsts[i].events, firsts[i].n));
      ValMentoring *session = new_session (1, VAL_DAY_NONE);

      g_test_message ("%s", firsts[i].what);
      val_mentoring_propose_first (dataset, session, TODAY + firsts[i].today);
      g_assert_cmpint (session->planned_day - TODAY, ==, firsts[i].day);
      g_assert_cmpint (session->planned_minute, ==, firsts[i].minute);
      val_record_free (session);
    }
}

static void
test_working_day (void)
{
  const int after[] = { 1, 4, 4, 4, 5 }; /* of Thursday … Monday, days from TODAY */

  for (int i = 0; i < 5; i++)
    g_assert_cmpint (val_mentoring_working_day_after (TODAY + i) - TODAY, ==, after[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentoring/next", test_next);
  g_test_add_func ("/mentoring/next/none", test_no_next);
  g_test_add_func ("/mentoring/first", test_first);
  g_test_add_func ("/mentoring/working-day", test_working_day);
  return g_test_run ();
}
