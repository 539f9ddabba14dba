/* val-catalogue-demo.c: a believable centre of 24 people over a year
 *
 * The numbers are the same in every language; names and texts come from the catalogue. Nothing is
 * drawn by chance: the same day gives the same centre.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue.h"

#include "val-catalogue-demo.h"
#include "val-fold.h"
#include "val-i18n.h"
#include "val-import-plan.h"
#include "val-scores.h"

#define N_PEOPLE VAL_DEMO_N_PEOPLE
#define N_TEAMS VAL_DEMO_N_TEAMS
#define N_ROLES 4
#define N_ROUNDS 5
#define LEAVER VAL_DEMO_LEAVER
#define NEWCOMER VAL_DEMO_NEWCOMER
#define LEAVER_DAYS 45

enum
{
  AGENT,
  SENIOR,
  SPECIALIST,
  MENTOR,
};

static const struct
{
  int team;
  int role;
  int months; /* since the start */
  int base;   /* tenths of a level, a year ago */
  int growth; /* tenths a round */
} cast[N_PEOPLE] = {
  { 0, MENTOR, 96, 84, 2 },     { 0, SENIOR, 40, 64, 3 },  { 0, AGENT, 20, 50, 4 },
  { 0, AGENT, 9, 26, 5 },       { 0, SENIOR, 52, 70, 1 },  { 0, AGENT, 16, 42, 3 },
  { 0, AGENT, 26, 58, 2 },      { 0, SPECIALIST, 70, 76, 2 }, { 1, MENTOR, 84, 88, 1 },
  { 1, SENIOR, 38, 62, 3 },     { 1, AGENT, 14, 40, 6 },   { 1, AGENT, 30, 54, 2 },
  { 1, SPECIALIST, 60, 74, 3 }, { 1, AGENT, 7, 22, 6 },    { 1, SENIOR, 44, 68, 2 },
  { 1, AGENT, 18, 48, 3 },      { 2, SPECIALIST, 90, 84, 2 }, { 2, SENIOR, 110, 72, 0 },
  { 2, AGENT, 12, 38, 5 },      { 2, SPECIALIST, 64, 78, 2 }, { 2, SENIOR, 48, 60, 4 },
  { 2, AGENT, 24, 60, -4 },     { 2, AGENT, 4, 16, 5 },    { 1, AGENT, 0, 30, 0 },
};

static const int leaders[N_TEAMS] = { 0, 8, 16 };

/* Targets of the roles, 0 ... 10; 0: not required. In the order of ValCatalogueSkill. */
static const guint8 targets[N_ROLES][VAL_CATALOGUE_N_SKILLS] = {
  [AGENT] = { 7, 0, 7, 6, 6, 8, 0, 6, 0, 0, 7, 7, 7, 6 },
  [SENIOR] = { 8, 6, 8, 7, 7, 8, 7, 7, 0, 6, 7, 7, 8, 7 },
  [SPECIALIST] = { 8, 8, 8, 8, 0, 9, 8, 8, 8, 0, 7, 0, 8, 8 },
  [MENTOR] = { 9, 8, 9, 8, 8, 9, 8, 9, 8, 0, 8, 9, 9, 8 },
};

/* How much harder or easier a skill is, in tenths of a level. */
static const int ease[VAL_CATALOGUE_N_SKILLS]
    = { 0, -8, 4, -2, 2, 6, 0, -8, -15, -6, 4, 4, 4, -4 };

/* Days before today on which the rounds of assessment were. */
static const int round_days[N_ROUNDS] = { 352, 263, 171, 82, 9 };

typedef struct
{
  ValEdit *edit;
  JsonObject *catalogue;
  ValDay today;
  gint64 skills[VAL_CATALOGUE_N_SKILLS];
  gint64 roles[N_ROLES];
  gint64 centre;
  gint64 teams[N_TEAMS];
  gint64 people[N_PEOPLE];
  GArray *rows; /* of ValEditRow */
  GHashTable *remarks;
  guint n_remarks;
} Demo;

/* A number that looks like chance and is always the same: the finalizer of SplitMix64. */
guint
val_demo_dice (guint a, guint b, guint c)
{
  guint64 x = ((guint64) a * 1000003 + b) * 1000003 + c + 20260;

  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) ((x ^ (x >> 31)) & 0x7fffffff);
}

/* val_demo_text: (transfer none): a text of a list of the catalogue; the list begins again at
 * its end */
const char *
val_demo_text (const ValDemo *self, const char *member, guint index)
{
  return val_catalogue_text (self->texts, member, index);
}

ValDay
val_demo_workday (ValDay day)
{
  int weekday = val_day_weekday (day);

  return day - MAX (weekday - 5, 0);
}

static void
put_skills (Demo *demo)
{
  for (guint i = 0; i < VAL_CATALOGUE_N_SKILLS; i++)
    {
      g_autoptr (ValSkill) skill = val_catalogue_skill (demo->catalogue, i);

      demo->skills[i] = val_edit_put_skill (demo->edit, skill);
    }
}

/* From the top of the career path down, so that each can name the next. */
static void
put_roles (Demo *demo)
{
  for (int i = N_ROLES - 1; i >= 0; i--)
    {
      g_autoptr (ValRole) role = val_role_new ();

      val_set_string (&role->name, val_catalogue_text (demo->catalogue, "roles", (guint) i));
      role->next_id = i + 1 < N_ROLES ? demo->roles[i + 1] : 0;
      demo->roles[i] = val_edit_put_role (demo->edit, role);
    }
  for (int i = 0; i < N_ROLES; i++)
    for (int s = 0; s < VAL_CATALOGUE_N_SKILLS; s++)
      {
        ValRequirement requirement
            = { demo->roles[i], demo->skills[s], -1, targets[i][s] * 1000 };

        if (targets[i][s] == 0)
          continue;
        if (i == SPECIALIST && s == VAL_CATALOGUE_NEGOTIATION)
          requirement.weight = 1500;
        val_edit_put_requirement (demo->edit, &requirement);
      }
}

/* Letters that an address can have; a name without any gives the number. */
static char *
make_email (const char *given, const char *family, const char *number)
{
  g_autofree char *name = g_strconcat (given, ".", family, NULL);
  g_autofree char *folded = val_fold (name);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '.')
      g_string_append_c (out, *p);
  if (out->len < 4)
    g_string_assign (out, number);
  g_string_append (out, "@example.org");
  return g_string_free (out, FALSE);
}

static char *
join_traits (Demo *demo, guint person)
{
  const char *first = val_catalogue_text (demo->catalogue, "traits", val_demo_dice (person, 1, 7));
  const char *second = val_catalogue_text (demo->catalogue, "traits", val_demo_dice (person, 1, 7) + 1);

  return g_strconcat (first, ", ", second, NULL);
}

static void
put_person (Demo *demo, guint i)
{
  g_autoptr (ValPerson) person = val_person_new ();
  JsonArray *name = json_array_get_array_element (
      json_object_get_array_member (demo->catalogue, "people"), i);
  g_autofree char *number = g_strdup_printf ("%u", 1004 + i * 13 + i % 3);
  g_autofree char *email = NULL;
  g_autofree char *traits = join_traits (demo, i);

  val_set_string (&person->given, json_array_get_string_element (name, 0));
  val_set_string (&person->family, json_array_get_string_element (name, 1));
  email = make_email (person->given, person->family, number);
  val_set_string (&person->number, number);
  val_set_string (&person->email, email);
  val_set_string (&person->channels,
                  val_catalogue_text (demo->catalogue, "channels",
                                      (guint) cast[i].team * 2 + val_demo_dice (i, 2, 0) % 2));
  val_set_string (&person->languages,
                  val_catalogue_text (demo->catalogue, "languages", val_demo_dice (i, 3, 0)));
  val_set_string (&person->contract,
                  val_catalogue_text (demo->catalogue, "contracts",
                                      cast[i].months < 10 ? 2 : val_demo_dice (i, 4, 0) % 4 == 0));
  val_set_string (&person->matters,
                  val_catalogue_text (demo->catalogue, "matters", val_demo_dice (i, 5, 0)));
  if (i % 3 == 0)
    val_set_string (&person->wishes,
                    val_catalogue_text (demo->catalogue, "wishes", val_demo_dice (i, 6, 0)));
  if (i != NEWCOMER)
    val_set_string (&person->strengths,
                    val_catalogue_text (demo->catalogue, "strengths", val_demo_dice (i, 8, 0)));
  val_set_string (&person->traits, traits);
  person->team_id = demo->teams[cast[i].team];
  person->role_id = demo->roles[cast[i].role];
  person->start = i == NEWCOMER ? demo->today - 12
                                : val_day_add_months (demo->today, -cast[i].months)
                                      - (ValDay) (i * 7 % 20);
  if (i == LEAVER)
    {
      person->leave = demo->today - LEAVER_DAYS;
      val_set_string (&person->leave_reason,
                      json_object_get_string_member (demo->catalogue, "leave_reason"));
    }
  demo->people[i] = val_edit_put_person (demo->edit, person);
}

static void
put_teams (Demo *demo)
{
  g_autoptr (ValTeam) centre = val_team_new ();

  val_set_string (&centre->name, json_object_get_string_member (demo->catalogue, "centre"));
  demo->centre = val_edit_put_team (demo->edit, centre);
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autoptr (ValTeam) team = val_team_new ();

      team->parent_id = demo->centre;
      val_set_string (&team->name, val_catalogue_text (demo->catalogue, "teams", i));
      demo->teams[i] = val_edit_put_team (demo->edit, team);
    }
}

/* People name their team and teams name their leader: the teams are said again. */
static void
put_leaders (Demo *demo)
{
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autoptr (ValTeam) team = val_team_new ();

      team->id = demo->teams[i];
      team->parent_id = demo->centre;
      team->leader_id = demo->people[leaders[i]];
      val_set_string (&team->name, val_catalogue_text (demo->catalogue, "teams", i));
      val_edit_put_team (demo->edit, team);
    }
}

static void
add_score (Demo *demo, guint person, guint skill, ValDay day, ValLevel level,
           ValAssessor assessor, const char *remark)
{
  ValScore score = val_score_make (0, (guint16) day, level, assessor);
  ValEditRow row = { (gint32) demo->people[person], (gint32) demo->skills[skill],
                     (guint16) day, score.packed };

  g_array_append_val (demo->rows, row);
  if (remark != NULL)
    g_hash_table_insert (demo->remarks, GUINT_TO_POINTER (demo->rows->len - 1),
                         g_strdup (remark));
}

/* The level of a person in a skill in a round, whole, 1 ... 10. */
static int
level_of (guint person, guint skill, guint round)
{
  int bent = (int) (val_demo_dice (person, skill, 100) % 21) - 10;
  int mood = (int) (val_demo_dice (person, skill, 200 + round) % 9) - 4;
  int tenths = cast[person].base + cast[person].growth * (int) round + ease[skill] + bent + mood;

  return CLAMP ((tenths + 5) / 10, 1, 10);
}

static gboolean
is_never_assessed (guint person, guint skill)
{
  return val_demo_dice (person, skill, 300) % 19 == 0;
}

static gboolean
is_not_applicable (guint person, guint skill)
{
  return (person == 4 && skill == VAL_CATALOGUE_WRITING)
         || (cast[person].team == 2 && skill == VAL_CATALOGUE_SALES);
}

static const char *
pick_remark (Demo *demo, guint person, guint skill, guint round, int level, int before)
{
  if (round == 0 || val_demo_dice (person, skill, 400 + round) % 9 != 0)
    return NULL;
  return val_catalogue_text (demo->catalogue,
                             level > before || level >= 8 ? "praise" : "improve",
                             demo->n_remarks++);
}

static void
assess_round (Demo *demo, guint person, guint round, ValDay day)
{
  gboolean first = round == 0 || cast[person].months * 30 < round_days[round - 1] + 25;

  for (guint s = 0; s < VAL_CATALOGUE_N_SKILLS; s++)
    {
      int level = level_of (person, s, round);
      int before = round == 0 ? level : level_of (person, s, round - 1);

      if (targets[cast[person].role][s] == 0)
        continue;
      if (is_not_applicable (person, s))
        {
          if (first)
            add_score (demo, person, s, day, VAL_LEVEL_NOT_APPLICABLE, VAL_ASSESSOR_MANAGER, NULL);
          continue;
        }
      if (round == 3 && person % 3 == 0
          && (is_never_assessed (person, s) || val_demo_dice (person, s, 500) % 3 == 0))
        {
          int own = CLAMP (level + (int) (val_demo_dice (person, s, 600) % 4) - 1, 1, 10);

          add_score (demo, person, s, day - 4, own * 1000, VAL_ASSESSOR_SELF,
                     val_demo_dice (person, s, 700) % 2 == 0
                         ? val_catalogue_text (demo->catalogue, "self", val_demo_dice (person, s, 800))
                         : NULL);
        }
      if (is_never_assessed (person, s) || (!first && val_demo_dice (person, s, 900 + round) % 7 == 0))
        continue;
      add_score (demo, person, s, day, level * 1000,
                 round == 4 && cast[person].team == 2 && s == VAL_CATALOGUE_INDUSTRY
                     ? VAL_ASSESSOR_AUDIT
                     : VAL_ASSESSOR_MANAGER,
                 pick_remark (demo, person, s, round, level, before));
    }
}

static void
assess (Demo *demo)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < N_PEOPLE; i++)
      {
        ValDay day = demo->today - round_days[round] - (ValDay) (i % 6);
        ValDay start = val_day_add_months (demo->today, -cast[i].months) + 20;

        if (i == NEWCOMER || day < start || (i == LEAVER && day > demo->today - LEAVER_DAYS))
          continue;
        assess_round (demo, i, round, day);
      }
}

/* What happened to these people in the year. */
static void
put_year (Demo *demo)
{
  ValDemo year = { .edit = demo->edit, .today = demo->today };

  year.texts = json_object_get_object_member (demo->catalogue, "records");
  year.names = json_object_get_array_member (demo->catalogue, "people");
  for (guint i = 0; i < VAL_CATALOGUE_N_SKILLS; i++)
    year.skills[i] = demo->skills[i];
  for (guint i = 0; i < N_TEAMS; i++)
    year.teams[i] = demo->teams[i];
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      ValDay start = i == NEWCOMER ? demo->today - 12
                                   : val_day_add_months (demo->today, -cast[i].months);

      year.people[i] = demo->people[i];
      year.team_of[i] = cast[i].team;
      year.first[i] = MAX (start, demo->today - 365);
      year.ability[i] = cast[i].base;
      year.growth[i] = cast[i].growth;
      year.last[i] = i == LEAVER ? demo->today - LEAVER_DAYS : demo->today;
    }
  val_demo_put_sessions (&year);
  val_demo_put_groups (&year);
  val_demo_put_records (&year);
  val_demo_put_numbers (&year, json_object_get_object_member (demo->catalogue, "numbers"));
}

/**
 * val_catalogue_demo:
 * @language: "en", "pl", "el" or "fi"
 * @today: the last day of the year that is shown
 * @error: set when the catalogue cannot be read
 *
 * Three teams, four roles on a career path, rounds of assessment with growth, self scores, some not
 * applicable, somebody new and somebody who has left; a year of sessions, agreements, notes, thanks
 * and goals, some of which are due or overdue; half a year of contacts and values. For a new
 * database. Any thread.
 *
 * Returns: (transfer full) (nullable): the edit; the same for the same day
 */
ValEdit *
val_catalogue_demo (const char *language, ValDay today, GError **error)
{
  g_autoptr (JsonObject) catalogue = val_catalogue_load (language, error);
  Demo demo = { 0 };

  if (catalogue == NULL)
    return NULL;
  demo.edit = val_edit_new (N_ ("Demo centre"), NULL);
  demo.catalogue = catalogue;
  demo.today = today;
  demo.rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  demo.remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  put_skills (&demo);
  put_roles (&demo);
  put_teams (&demo);
  for (guint i = 0; i < N_PEOPLE; i++)
    put_person (&demo, i);
  put_leaders (&demo);
  assess (&demo);
  put_year (&demo);
  val_edit_set_setting (demo.edit, VAL_SETTING_CENTRE_NAME,
                        json_object_get_string_member (catalogue, "centre"));
  val_edit_take_rows (demo.edit, demo.rows, demo.remarks);
  return demo.edit;
}
