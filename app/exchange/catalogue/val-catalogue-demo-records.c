/* val-catalogue-demo-records.c: a year of notes, thanks and goals in the demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue-demo.h"

/* The kinds of recognition that every new centre has, by their ids: val_kinds_new_default (). */
enum
{
  KIND_EMAIL = 1,
  KIND_HANDWRITTEN,
  KIND_TEAM,
  KIND_AWARD,
  KIND_BONUS,
  KIND_DAY_OFF,
  KIND_BENEFIT,
};

#define N_RULES 3
#define COST 1000 /* thousandths of the currency */

/* Two are overlooked: nobody wrote about them or thanked them for months. */
#define OVERLOOKED_FOR 95

static gboolean
is_overlooked (guint person)
{
  return person == 15 || person == 5;
}

static void
put_note (ValDemo *demo, guint person, guint n, ValDay day)
{
  static const int kinds[] = { VAL_NOTE_PRAISE, VAL_NOTE_PRAISE, VAL_NOTE_OBSERVATION,
                               VAL_NOTE_TO_IMPROVE, VAL_NOTE_PRAISE, VAL_NOTE_SAID,
                               VAL_NOTE_TO_IMPROVE, VAL_NOTE_PRAISE, VAL_NOTE_OBSERVATION,
                               VAL_NOTE_COMPLAINT };
  static const char *const texts[]
      = { [VAL_NOTE_OBSERVATION] = "note_observation", [VAL_NOTE_PRAISE] = "note_praise",
          [VAL_NOTE_TO_IMPROVE] = "note_improve", [VAL_NOTE_SAID] = "note_said",
          [VAL_NOTE_COMPLAINT] = "note_complaint" };
  guint chance = val_demo_dice (person, n, 51);
  ValNote *note = val_note_new (demo->people[person], day);

  note->kind = person == 21 && n < 4 ? VAL_NOTE_TO_IMPROVE : kinds[chance % G_N_ELEMENTS (kinds)];
  note->at = (gint64) day * 86400 + 9 * 3600 + chance % 25000;
  val_set_string (&note->text, val_demo_text (demo, texts[note->kind], person + n * 5));
  if (note->kind == VAL_NOTE_COMPLAINT)
    {
      g_autofree char *contact = g_strdup_printf ("K-%u", 48000 + chance % 9000);

      val_set_string (&note->contact, contact);
      note->on_content = chance % 2 == 0 ? VAL_VERDICT_FOUNDED : VAL_VERDICT_PARTLY;
      note->on_manner = VAL_VERDICT_UNFOUNDED;
    }
  else if (note->kind != VAL_NOTE_SAID && chance % 3 == 0)
    note->skill_id = demo->skills[chance / 3 % VAL_CATALOGUE_N_SKILLS];
  if (note->kind == VAL_NOTE_TO_IMPROVE && chance % 2 == 0)
    {
      note->follow_day = val_demo_workday (day + 9 + (ValDay) (chance % 6));
      if (note->follow_day < demo->today - 4)
        note->follow_done = note->follow_day;
    }
  if (chance % 21 == 1)
    val_set_string (&note->remark, val_demo_text (demo, "remark", person));
  val_edit_put_record (demo->edit, note);
  val_record_free (note);
}

/* From the newest back, closer together in the last weeks, as with anybody who writes them. */
static void
put_notes (ValDemo *demo)
{
  for (guint person = 0; person < VAL_DEMO_N_PEOPLE; person++)
    {
      ValDay day = demo->last[person] - (ValDay) (val_demo_dice (person, 0, 52) % 9) - 1;

      if (is_overlooked (person))
        day = demo->today - OVERLOOKED_FOR - (ValDay) person;
      for (guint n = 0; day > demo->first[person] + 3; n++)
        {
          put_note (demo, person, n, val_demo_workday (day));
          day -= (n < 2 ? 6 : 17) + (ValDay) (val_demo_dice (person, n, 53) % 23);
        }
    }
}

static void
put_rules (ValDemo *demo, gint64 *rules)
{
  static const struct
  {
    gint64 kind;
    int every;
    gint64 cost;
  } all[N_RULES] = { { KIND_HANDWRITTEN, 60, 0 }, { KIND_AWARD, 365, 50 * COST },
                     { KIND_TEAM, 0, 0 } };

  for (guint i = 0; i < N_RULES; i++)
    {
      ValRule *rule = val_record_new (VAL_RECORD_RULE);

      val_set_string (&rule->name, val_demo_text (demo, "rules", i));
      val_set_string (&rule->giver, val_demo_text (demo, "giver", i));
      rule->kind_id = all[i].kind;
      rule->every_days = all[i].every;
      rule->cost = all[i].cost;
      rule->day = demo->today - 360;
      rules[i] = val_edit_put_record (demo->edit, rule);
      val_record_free (rule);
    }
}

static void
put_one_thanks (ValDemo *demo, guint person, guint n, ValDay day, const gint64 *rules)
{
  static const struct
  {
    int kind;
    int rule; /* place + 1; 0: none */
    gint64 cost;
  } forms[] = { { KIND_EMAIL, 0, 0 }, { KIND_HANDWRITTEN, 1, 0 }, { KIND_TEAM, 3, 0 },
                { KIND_EMAIL, 0, 0 }, { KIND_BENEFIT, 0, 15 * COST }, { KIND_TEAM, 0, 0 },
                { KIND_EMAIL, 3, 0 }, { KIND_DAY_OFF, 0, 0 }, { KIND_AWARD, 2, 50 * COST },
                { KIND_EMAIL, 0, 0 }, { KIND_BONUS, 0, 120 * COST } };
  guint chance = val_demo_dice (person, n, 61);
  guint form = chance % G_N_ELEMENTS (forms);
  ValRecognition *thanks = val_recognition_new (demo->people[person], day);

  thanks->kind_id = forms[form].kind;
  thanks->rule_id = forms[form].rule != 0 ? rules[forms[form].rule - 1] : 0;
  thanks->cost = forms[form].cost;
  val_set_string (&thanks->text, val_demo_text (demo, "thanks", person * 3 + n));
  if (chance % 2 == 0)
    val_set_string (&thanks->value, val_demo_text (demo, "values", chance / 2));
  val_edit_put_record (demo->edit, thanks);
  val_record_free (thanks);
}

static void
put_promise (ValDemo *demo, guint person, guint text, int kind, ValDay due)
{
  ValRecognition *thanks = val_recognition_new (demo->people[person], demo->today - 12);

  thanks->kind_id = kind;
  thanks->promised = TRUE;
  thanks->due_day = due;
  val_set_string (&thanks->text, val_demo_text (demo, "promised", text));
  val_edit_put_record (demo->edit, thanks);
  val_record_free (thanks);
}

/* Some are thanked every month and some hardly: what the page of thanks is there to show. */
static void
put_thanks (ValDemo *demo)
{
  gint64 rules[N_RULES];

  put_rules (demo, rules);
  for (guint person = 0; person < VAL_DEMO_N_PEOPLE; person++)
    {
      ValDay gap = 34 + (ValDay) (val_demo_dice (person, 1, 62) % 80);
      ValDay day = demo->last[person] - 2 - (ValDay) (val_demo_dice (person, 2, 62) % 50);

      if (is_overlooked (person))
        day = demo->today - OVERLOOKED_FOR - 30;
      for (guint n = 0; day > demo->first[person] + 8; n++)
        {
          put_one_thanks (demo, person, n, val_demo_workday (day), rules);
          day -= gap + (ValDay) (val_demo_dice (person, n, 63) % 25);
        }
    }
  put_promise (demo, 6, 0, KIND_DAY_OFF, demo->today - 2);
  put_promise (demo, 13, 1, KIND_BENEFIT, demo->today + 3);
}

static char *
dup_name (ValDemo *demo, guint person)
{
  JsonArray *name = json_array_get_array_element (demo->names, person);

  return g_strdup_printf ("%s %s", json_array_get_string_element (name, 0),
                          json_array_get_string_element (name, 1));
}

static void
put_steps (ValDemo *demo, guint person, gint64 goal_id, guint n_done, ValDay begin)
{
  static const guint partners[VAL_DEMO_N_TEAMS] = { 0, 8, 16 };
  guint n = 3 + person % 3;

  for (guint i = 0; i < n; i++)
    {
      ValGoalStep *step = val_record_new (VAL_RECORD_STEP);

      step->record.person_id = demo->people[person];
      step->goal_id = goal_id;
      step->position = (int) i;
      val_set_string (&step->text, val_demo_text (demo, "steps", i));
      if (i == 2 && partners[demo->team_of[person]] != person)
        {
          g_autofree char *partner = dup_name (demo, partners[demo->team_of[person]]);

          val_set_string (&step->partner, partner);
        }
      if (i < n_done)
        step->done_day = val_demo_workday (begin + 7 + 11 * (ValDay) i);
      val_edit_put_record (demo->edit, step);
      val_record_free (step);
    }
}

static void
fill_goal (ValDemo *demo, ValGoal *goal, guint person)
{
  static const ValCatalogueSkill skills[]
      = { VAL_CATALOGUE_CALM, VAL_CATALOGUE_LISTENING, VAL_CATALOGUE_WRITING,
          VAL_CATALOGUE_NEGOTIATION, VAL_CATALOGUE_TOOLS };

  goal->kind = person % 5 == 4 ? VAL_GOAL_INDICATOR
               : person % 3 == 1 ? VAL_GOAL_FREE
                                 : VAL_GOAL_SKILL;
  if (goal->kind == VAL_GOAL_FREE)
    val_set_string (&goal->text, val_demo_text (demo, "goals", person / 3));
  else if (goal->kind == VAL_GOAL_INDICATOR)
    {
      goal->indicator_id = VAL_DEMO_RESOLVED;
      goal->wanted = 82 * 1000;
      goal->stood = 70 * 1000;
      val_set_string (&goal->indicator, val_demo_text (demo, "indicator", 0));
      val_set_string (&goal->value, val_demo_text (demo, "indicator", 1));
      val_set_string (&goal->text, val_demo_text (demo, "indicator", 2));
    }
  else
    {
      goal->skill_id = demo->skills[skills[person % G_N_ELEMENTS (skills)]];
      goal->before = 5000;
      goal->level = 7000;
    }
}

/* One under way for most; some are nearly due, one is overdue, some were reached. */
static void
put_goals (ValDemo *demo)
{
  static const int due[] = { 24, -5, 60, 3, 4, 41, 90, 17 };

  for (guint person = 0; person < VAL_DEMO_N_PEOPLE; person++)
    {
      ValDay begin = demo->today - 48 - (ValDay) (person * 5 % 37);
      ValGoal *goal;
      gint64 id;

      if (person % 4 == 3 || person == VAL_DEMO_LEAVER || begin < demo->first[person])
        continue;
      goal = val_goal_new (demo->people[person], val_demo_workday (begin));
      fill_goal (demo, goal, person);
      goal->due_day = val_demo_workday (demo->today + due[person % G_N_ELEMENTS (due)]);
      if (person % 6 == 2)
        goal->done_day = val_demo_workday (demo->today - 6);
      id = val_edit_put_record (demo->edit, goal);
      put_steps (demo, person, id, person % 6 == 2 ? 5 : person % 4, begin);
      val_record_free (goal);
    }
}

/* val_demo_put_records: what was written, given and aimed at in a year. */
void
val_demo_put_records (ValDemo *self)
{
  put_notes (self);
  put_thanks (self);
  put_goals (self);
}
