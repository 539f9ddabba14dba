/* val-catalogue-demo-sessions.c: a year of mentoring in the demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue-demo.h"

/* Days since the last session that took place: most are in time, some are due, some overdue. */
static const int since[VAL_DEMO_N_PEOPLE] = { 3, 5,  2,  11, 6, 17, 4, 1, 9, 12, 3, 48,
                                              8, 2, 13, 30, 5, 4, 6, 10, 3, 18, 2, 1 };
/* The wanted rhythm of each team, in days: every, amber, red. */
static const int rhythm[VAL_DEMO_N_TEAMS][3] = { { 7, 9, 14 }, { 14, 17, 24 }, { 7, 10, 15 } };

/* Of these the specialists follow a coaching programme. */
static const guint coached[] = { 7, 12, 19 };

/* An agreement that waits for its next session. */
typedef struct
{
  ValAgreement *agreement;
  guint rounds; /* sessions it waited for already */
} Pending;

typedef struct
{
  ValDemo *demo;
  guint person;
  GArray *pending; /* of Pending */
  gint64 phase_id; /* of a coached person: the present one */
} Course;

static gboolean
is_coached (guint person)
{
  for (guint i = 0; i < G_N_ELEMENTS (coached); i++)
    if (coached[i] == person)
      return TRUE;
  return FALSE;
}

static int
kind_of (const Course *course, guint round)
{
  if (course->person == VAL_DEMO_NEWCOMER)
    return VAL_MENTORING_KIND_ONBOARDING;
  if (course->phase_id != 0 && round % 3 == 1)
    return VAL_MENTORING_KIND_COACHING;
  if (val_demo_dice (course->person, round, 11) % 13 == 0)
    return VAL_MENTORING_KIND_FEEDBACK;
  if (val_demo_dice (course->person, round, 12) % 17 == 0)
    return VAL_MENTORING_KIND_SPARRING;
  return VAL_MENTORING_KIND_MENTORING;
}

/* Half hours between nine and half past three. */
static int
minute_of (guint person, guint round)
{
  return 9 * 60 + 30 * (int) (val_demo_dice (person, round / 9, 13) % 14);
}

static ValMentoring *
plan_session (const Course *course, guint round, ValDay day)
{
  ValDemo *demo = course->demo;
  ValMentoring *session = val_mentoring_new ();

  val_mentoring_add_person (session, demo->people[course->person]);
  session->kind = kind_of (course, round);
  session->planned_day = day;
  session->planned_minute = minute_of (course->person, round);
  val_set_string (&session->place,
                  val_demo_text (demo, "places", val_demo_dice (course->person, round / 5, 14)));
  if (session->kind == VAL_MENTORING_KIND_COACHING)
    session->phase_id = course->phase_id;
  return session;
}

static void
hold_session (const Course *course, ValMentoring *session, guint round)
{
  ValDemo *demo = course->demo;
  guint chance = val_demo_dice (course->person, round, 15);

  session->state = VAL_MENTORING_HELD;
  session->held_day = session->planned_day;
  session->held_minute = session->planned_minute + (int) (chance % 3) * 5;
  session->minutes = 25 + (int) (chance % 4) * 5;
  session->said_back = chance % 6 != 0;
  session->usefulness = chance % 5 == 0 ? -1 : 6 + (int) (chance / 7 % 5);
  val_set_string (&session->text, val_demo_text (demo, "talk", chance / 11));
  if (chance % 3 != 0)
    val_set_string (&session->words, val_demo_text (demo, "words", chance / 13));
  if (chance % 4 == 0)
    val_set_string (&session->agenda, val_demo_text (demo, "agenda", chance / 17));
  if (chance % 23 == 0)
    val_set_string (&session->remark, val_demo_text (demo, "private", chance / 23));
  if (chance % 19 == 3)
    {
      session->aim_skill_id = demo->skills[chance / 19 % VAL_CATALOGUE_N_SKILLS];
      session->aim_before = 5000 + (ValLevel) (chance % 2) * 1000;
      session->aim_level = session->aim_before + 1000;
      session->aim_day = session->held_day + 42;
    }
}

static void
put_pending (Course *course, guint place, gint64 session_id, ValDay done)
{
  Pending *pending = &g_array_index (course->pending, Pending, place);

  if (done != VAL_DAY_NONE)
    {
      pending->agreement->done_mentoring_id = session_id;
      pending->agreement->done_day = done;
    }
  val_edit_put_record (course->demo->edit, pending->agreement);
  val_record_free (pending->agreement);
  g_array_remove_index (course->pending, place);
}

/* What was agreed is ticked off, most of it next time and the rest a session later. */
static void
tick_off (Course *course, gint64 session_id, ValDay day, guint round)
{
  for (guint i = course->pending->len; i-- > 0;)
    {
      Pending *pending = &g_array_index (course->pending, Pending, i);

      if (pending->rounds++ > 1 || val_demo_dice (course->person, round, 16 + i) % 4 != 0)
        put_pending (course, i, session_id, day);
    }
}

static void
agree (Course *course, gint64 session_id, ValDay day, guint round)
{
  ValDemo *demo = course->demo;
  guint chance = val_demo_dice (course->person, round, 21);
  ValAgreement *agreement;
  Pending pending = { NULL, 0 };

  if (chance % 5 > 2)
    return;
  agreement = val_agreement_new (demo->people[course->person], day);
  agreement->mentoring_id = session_id;
  agreement->mine = chance % 5 == 0;
  agreement->due_day = val_demo_workday (day + 5 + (ValDay) (chance / 5 % 9));
  val_set_string (&agreement->text,
                  val_demo_text (demo, agreement->mine ? "agreements_mine" : "agreements_theirs",
                                 chance / 31));
  pending.agreement = agreement;
  g_array_append_val (course->pending, pending);
}

/* Everybody is away for three weeks, one after the other. */
static gboolean
is_away (const Course *course, ValDay day)
{
  ValDay leave = course->demo->today - 330 + (ValDay) (course->person * 53 % 270);

  return day >= leave && day < leave + 21;
}

static void
put_held (Course *course, guint round, ValDay day, gboolean may_miss)
{
  ValMentoring *session = plan_session (course, round, day);
  gint64 id;

  if (may_miss && val_demo_dice (course->person, round, 31) % 12 == 0)
    {
      session->state = VAL_MENTORING_MISSED;
      val_edit_put_record (course->demo->edit, session);
    }
  else
    {
      hold_session (course, session, round);
      id = val_edit_put_record (course->demo->edit, session);
      tick_off (course, id, day, round);
      agree (course, id, day, round);
    }
  val_record_free (session);
}

/* The next one: today for two, some days ago and forgotten for two, else a rhythm on; who is far
 * behind has none. */
static void
put_next (Course *course, ValDay last, int every)
{
  ValDemo *demo = course->demo;
  ValDay day = last + every;
  ValMentoring *session;

  if (course->person == 5 || course->person == 15)
    return;
  if (course->person == 3 || course->person == 9)
    day = demo->today;
  else if (day < demo->today && course->person != 21 && course->person != 14)
    day = demo->today + 1 + (ValDay) (course->person % 4);
  if (day > demo->today && val_demo_workday (day) != day)
    day += 3;
  session = plan_session (course, 1000, day);
  if (course->person % 3 == 0)
    val_set_string (&session->agenda, val_demo_text (demo, "agenda", course->person));
  val_edit_put_record (demo->edit, session);
  val_record_free (session);
}

static void
put_course (Course *course)
{
  ValDemo *demo = course->demo;
  guint person = course->person;
  int every = person == VAL_DEMO_NEWCOMER ? 4 : rhythm[demo->team_of[person]][0];
  ValDay end = demo->today - since[person];
  GArray *days = g_array_new (FALSE, FALSE, sizeof (ValDay));

  for (ValDay day = end; day > demo->first[person] + 5;
       day -= every + (ValDay) (val_demo_dice (person, (guint) (end - day), 33) % 3))
    {
      ValDay workday = val_demo_workday (day);

      if (!is_away (course, workday) || day == end)
        g_array_append_val (days, workday);
    }
  for (guint i = days->len; i-- > 0;)
    put_held (course, i, g_array_index (days, ValDay, i), i > 0);
  if (demo->last[person] == demo->today)
    put_next (course, end, every);
  /* What is open stays readable; of somebody who has left nothing is open. */
  while (course->pending->len > 0)
    put_pending (course, 0, 0,
                 demo->last[person] == demo->today ? VAL_DAY_NONE : demo->last[person]);
  g_array_unref (days);
}

static gint64
put_phase (ValDemo *demo, guint person, int kind, ValDay day, ValDay end)
{
  ValPhase *phase = val_record_new (VAL_RECORD_PHASE);
  gint64 id;

  phase->record.person_id = demo->people[person];
  phase->kind = kind;
  phase->day = day;
  phase->end_day = end;
  val_set_string (&phase->text,
                  val_demo_text (demo, "phase", kind == VAL_PHASE_COLLEAGUES ? 0 : 1));
  if (kind == VAL_PHASE_COLLEAGUES && person == coached[0])
    val_set_string (&phase->resistance, json_object_get_string_member (demo->texts, "resistance"));
  id = val_edit_put_record (demo->edit, phase);
  val_record_free (phase);
  return id;
}

static gint64
put_phases (ValDemo *demo, guint person)
{
  ValDay begin = demo->today - 150 + (ValDay) person;

  put_phase (demo, person, VAL_PHASE_COLLEAGUES, begin, begin + 55);
  return put_phase (demo, person, person == coached[2] ? VAL_PHASE_MIXED : VAL_PHASE_CUSTOMERS,
                    begin + 56, VAL_DAY_NONE);
}

static void
put_rhythms (ValDemo *demo)
{
  for (guint i = 0; i <= VAL_DEMO_N_TEAMS; i++)
    {
      ValCadence *cadence = val_record_new (VAL_RECORD_CADENCE);

      if (i < VAL_DEMO_N_TEAMS)
        {
          cadence->team_id = demo->teams[i];
          cadence->every_days = rhythm[i][0];
          cadence->amber_days = rhythm[i][1];
          cadence->red_days = rhythm[i][2];
        }
      else
        {
          cadence->record.person_id = demo->people[VAL_DEMO_NEWCOMER];
          cadence->every_days = 4;
          cadence->amber_days = 5;
          cadence->red_days = 8;
        }
      val_edit_put_record (demo->edit, cadence);
      val_record_free (cadence);
    }
}

/* val_demo_put_sessions: a year of half hours, what was agreed in them, and the next ones. */
void
val_demo_put_sessions (ValDemo *self)
{
  put_rhythms (self);
  for (guint i = 0; i < VAL_DEMO_N_PEOPLE; i++)
    {
      Course course = { self, i, g_array_new (FALSE, FALSE, sizeof (Pending)),
                        is_coached (i) ? put_phases (self, i) : 0 };

      put_course (&course);
      g_array_unref (course.pending);
    }
}

static void
put_group (ValDemo *demo, int team, ValDay day, gboolean held)
{
  ValMentoring *session = val_mentoring_new ();

  for (guint i = 0; i < VAL_DEMO_N_PEOPLE; i++)
    if (demo->team_of[i] == team && demo->first[i] <= day && demo->last[i] >= MIN (day, demo->today))
      val_mentoring_add_person (session, demo->people[i]);
  session->planned_day = day;
  session->planned_minute = 13 * 60;
  session->minutes = 60;
  val_set_string (&session->title, json_object_get_string_member (demo->texts, "group_title"));
  val_set_string (&session->place, val_demo_text (demo, "places", 0));
  if (held)
    {
      session->state = VAL_MENTORING_HELD;
      session->held_day = day;
      session->held_minute = session->planned_minute;
      val_set_string (&session->text, json_object_get_string_member (demo->texts, "group_talk"));
    }
  val_edit_put_record (demo->edit, session);
  val_record_free (session);
}

/* val_demo_put_groups: an hour together every other month, and the next one. */
void
val_demo_put_groups (ValDemo *self)
{
  for (ValDay ago = 300; ago > 20; ago -= 62)
    {
      put_group (self, 0, val_demo_workday (self->today - ago), TRUE);
      put_group (self, 2, val_demo_workday (self->today - ago - 30), TRUE);
    }
  put_group (self, 0, val_demo_workday (self->today + 12), FALSE);
}
