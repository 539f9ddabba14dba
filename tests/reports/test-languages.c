/* test-languages.c: the answer in the four languages
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "readiness-fixture.h"
#include "val-answer.h"
#include "val-i18n.h"

static const struct
{
  const char *language;
  const char *percent;
  const char *mean;
} languages[] = {
  { "en", "20%", "7.1" },
  { "pl", "20%", "7,1" },
  { "el", "20%", "7,1" },
  { "fi", "20\302\240%", "7,1" },
};

static void
assert_contains (const char *text, const char *part, const char *language)
{
  if (strstr (text, part) == NULL)
    g_error ("%s: “%s” is not in:\n%s", language, part, text);
}

static void
test_the_answer (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  ValReadinessQuery query = { .on = FIXTURE_DAY };
  g_autoptr (ValReadiness) readiness = val_readiness_compute (dataset, &query);
  g_autofree char *english = val_answer_json (readiness);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = NULL, *json = NULL, *paragraph = NULL;

      val_i18n_init (languages[i].language);
      text = val_answer_text (readiness, NULL);
      paragraph = val_answer_paragraph (readiness, NULL);
      json = val_answer_json (readiness);
      assert_contains (text, languages[i].percent, languages[i].language);
      assert_contains (text, languages[i].mean, languages[i].language);
      assert_contains (paragraph, languages[i].percent, languages[i].language);
      /* Files do not know the language. */
      g_assert_cmpstr (json, ==, english);
    }
  val_i18n_init ("en");
}

/* A centre in which every sentence is said: thin and single cover, who is most needed, what is to
 * be assessed, a team, a role, a comparison. */
static ValDataset *
make_centre (guint n_people)
{
  Fixture *fixture = fixture_new ();
  gint64 team = fixture_team (fixture, "Reklamacje", 0);
  gint64 role = fixture_role (fixture, "Ειδικός");

  for (guint i = 0; i < 4; i++)
    {
      ValSkill *skill = fixture_skill (fixture, "Taito");

      skill->critical = TRUE;
      skill->wanted_cover = (gint32) i;
      fixture_require (fixture, role, skill->id, -1, -1);
    }
  for (guint i = 0; i < n_people; i++)
    {
      ValPerson *person = fixture_person (fixture, "Łukasz", "Äijälä");

      person->team_id = team;
      person->role_id = role;
      for (gint64 skill = 1; skill <= 3; skill++)
        {
          if ((i + (guint) skill) % 4 == 0)
            continue;
          fixture_score (fixture, person->id, skill, FIXTURE_DAY - 9,
                         g_test_rand_int_range (0, 10001), VAL_ASSESSOR_MANAGER);
          fixture_score (fixture, person->id, skill, FIXTURE_DAY, g_test_rand_int_range (0, 10001),
                         VAL_ASSESSOR_MANAGER);
        }
    }
  return fixture_end (fixture);
}

static void
say_everything (ValDataset *dataset)
{
  ValReadinessQuery query = { .team_id = 1, .role_id = 1, .on = FIXTURE_DAY };
  ValReadinessQuery earlier = { .team_id = 1, .role_id = 1, .on = FIXTURE_DAY - 5 };
  g_autoptr (ValReadiness) readiness = val_readiness_compute (dataset, &query);
  g_autoptr (ValReadiness) before = val_readiness_compute (dataset, &earlier);
  ValAnswerOptions options = { before, g_test_rand_bit (), FIXTURE_DAY };
  g_autofree char *text = val_answer_text (readiness, &options);
  g_autofree char *paragraph = val_answer_paragraph (readiness, &options);
  g_autofree char *subtitle = val_answer_subtitle (readiness, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = val_report_readiness (readiness, &options, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (paragraph, -1, NULL));
  g_assert_null (strstr (text, "(null)"));
  g_assert_null (strstr (paragraph, "(null)"));
  g_assert_null (strchr (paragraph, '\n'));
  g_assert_cmpuint (strlen (subtitle), >, 0);
  assert_contains (text, "Reklamacje", val_i18n_language ());
}

static void
test_everything (void)
{
  static const guint sizes[] = { 0, 1, 2, 5, 22 };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      val_i18n_init (languages[i].language);
      for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          g_autoptr (ValDataset) dataset = make_centre (sizes[k]);

          say_everything (dataset);
        }
    }
  val_i18n_init ("en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/languages/the-answer", test_the_answer);
  g_test_add_func ("/languages/everything", test_everything);
  return g_test_run ();
}
