/* test-answer.c: the answer in words and numbers
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "readiness-fixture.h"
#include "val-answer.h"
#include "val-json-writer.h"

static ValReadiness *
ask (ValDataset *dataset, ValDay on)
{
  ValReadinessQuery query = { .on = on };

  return val_readiness_compute (dataset, &query);
}

/* People at these levels in one skill. */
static ValReadiness *
ask_levels (const guint *counts)
{
  Fixture *fixture = fixture_new ();
  gint64 skill = fixture_skill (fixture, "Negotiation")->id;
  g_autoptr (ValDataset) dataset = NULL;

  for (int level = 0; level < VAL_N_LEVELS; level++)
    for (guint i = 0; i < counts[level]; i++)
      fixture_level (fixture, fixture_person (fixture, "A", "B")->id, skill, level);
  dataset = fixture_end (fixture);
  return ask (dataset, FIXTURE_DAY);
}

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_json (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autofree char *text = val_answer_json (readiness);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (parser, text), *group;
  JsonArray *levels = json_object_get_array_member (root, "distribution");
  g_autoptr (GList) keys = json_object_get_members (root);
  static const char *const expected[] = { "on",           "team",     "scale",       "assessed",
                                          "not_assessed", "coverage", "mean",        "level",
                                          "distribution", "groups",   "most_needed", "critical" };

  g_assert_nonnull (strstr (text, "\"mean\": 7.1,"));
  g_assert_cmpstr (json_object_get_string_member (root, "on"), ==, "2024-10-04");
  g_assert_true (json_object_get_null_member (root, "team"));
  g_assert_cmpint (json_object_get_int_member (root, "assessed"), ==, 20);
  g_assert_cmpfloat (json_object_get_double_member (root, "mean"), ==, 7.1);
  g_assert_cmpint (json_object_get_int_member (root, "level"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (root, "coverage"), ==, 1);
  g_assert_cmpuint (json_array_get_length (levels), ==, 11);
  g_assert_cmpint (
      json_object_get_int_member (json_array_get_object_element (levels, 6), "percent"), ==, 30);
  group = json_array_get_object_element (json_object_get_array_member (root, "groups"), 0);
  g_assert_cmpstr (json_object_get_string_member (group, "name"), ==, "starting");
  g_assert_cmpfloat (json_object_get_double_member (group, "weeks"), ==, 8);
  group = json_array_get_object_element (json_object_get_array_member (group, "gaps"), 0);
  g_assert_cmpint (json_object_get_int_member (group, "levels"), ==, 16);
  g_assert_cmpuint (g_list_length (keys), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_list_nth_data (keys, i), ==, expected[i]);
}

static void
test_json_empty (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *group;

  fixture_person (fixture, "A", "B");
  fixture_skill (fixture, "A \"quoted\"\n\\name");
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  text = val_answer_json (readiness);
  root = parse (parser, text);
  g_assert_true (json_object_get_null_member (root, "mean"));
  g_assert_true (json_object_get_null_member (root, "level"));
  g_assert_cmpint (json_object_get_int_member (root, "not_assessed"), ==, 1);
  group = json_array_get_object_element (json_object_get_array_member (root, "groups"), 0);
  g_assert_true (json_object_get_null_member (group, "weeks"));
}

static void
test_json_people (void)
{
  Fixture *fixture = fixture_new ();
  ValSkill *skill = fixture_skill (fixture, "Calm \"with\"\n\\ difficult");
  gint64 maria = fixture_person (fixture, "Μαρία", "Παπα")->id;
  gint64 other = fixture_person (fixture, "Other", "Person")->id;
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) readiness = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *row;

  skill->critical = TRUE;
  skill->wanted_cover = 1;
  fixture_level (fixture, maria, skill->id, 8);
  fixture_level (fixture, other, skill->id, 7.1);
  dataset = fixture_end (fixture);
  readiness = ask (dataset, FIXTURE_DAY);
  text = val_answer_json (readiness);
  root = parse (parser, text);
  row = json_array_get_object_element (json_object_get_array_member (root, "most_needed"), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "agent"), ==, "Μαρία Παπα");
  g_assert_cmpint (json_object_get_int_member (row, "cover_lost"), ==, 1);
  g_assert_cmpstr (
      json_array_get_string_element (json_object_get_array_member (row, "skills_lost"), 0), ==,
      "Calm \"with\"\n\\ difficult");
  row = json_array_get_object_element (json_object_get_array_member (root, "critical"), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "single"), ==, "Μαρία Παπα");
  g_assert_nonnull (strstr (text, "\"levels\": 0.9,"));
  /* Shown means are rounded from what they are, levels never from what is shown: 7.55 and 7.1. */
  words = val_answer_text (readiness, NULL);
  g_assert_nonnull (strstr (words, "falls below the wanted cover"));
  g_assert_nonnull (strstr (words, "The level goes from 8 to 7, the mean from 7.6 to 7.1."));
}

/* Who is missed is said with what becomes of the others' mean, where that is seen. */
static void
test_loss (void)
{
  static const struct
  {
    double other;
    const char *said; /* NULL: nothing of the mean */
  } cases[] = { { 7.6, "The mean goes from 7.8 to 7.6." }, { 8, NULL }, { NAN, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture *fixture = fixture_new ();
      ValSkill *skill = fixture_skill (fixture, "A");
      g_autoptr (ValDataset) dataset = NULL;
      g_autoptr (ValReadiness) readiness = NULL;
      g_autofree char *text = NULL;

      skill->critical = TRUE;
      skill->wanted_cover = isnan (cases[i].other) || cases[i].other < 8 ? 1 : 2;
      fixture_level (fixture, fixture_person (fixture, "One", "A")->id, skill->id, 8);
      if (!isnan (cases[i].other))
        fixture_level (fixture, fixture_person (fixture, "Two", "B")->id, skill->id, cases[i].other);
      dataset = fixture_end (fixture);
      readiness = ask (dataset, FIXTURE_DAY);
      text = val_answer_text (readiness, NULL);
      g_assert_nonnull (strstr (text, "One A: when this person is away"));
      if (cases[i].said != NULL)
        g_assert_nonnull (strstr (text, cases[i].said));
      else
        g_assert_null (strstr (text, " goes from "));
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = { { 7.1, "7.1" },
                { 5, "5" },
                { 0, "0" },
                { 20 / 21.0, "0.9523809523809523" },
                { 0.1 + 0.2, "0.30000000000000004" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = val_json_number_to_string (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_csv (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  g_autofree char *text = val_answer_csv (readiness);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 13);
  g_assert_cmpstr (lines[0], ==, "level,count,percent,group");
  g_assert_cmpstr (lines[7], ==, "6,6,30,developing");
}

static void
test_text (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (ValReadiness) readiness = ask (dataset, FIXTURE_DAY);
  ValAnswerOptions options = { .today = FIXTURE_DAY };
  g_autofree char *text = val_answer_text (readiness, &options);
  g_autofree char *paragraph = val_answer_paragraph (readiness, &options);
  g_autofree char *headline = val_answer_headline (readiness);
  g_autofree char *subtitle = val_answer_subtitle (readiness, &options);
  static const char *const expected[] = { "Level 7 of 10\n",
                                          "mean 7.1",
                                          "Level 4: 20%, 4 people",
                                          "Level 6: 30%, 6 people",
                                          "Level 8: 25%, 5 people",
                                          "Level 10: 25%, 5 people",
                                          "Training: 64 hours",
                                          "Time: 8 weeks",
                                          "starting (0–4): 4 people, 20%",
                                          "Calm with difficult customers −16" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in:\n%s", expected[i], text);
  g_assert_cmpstr (headline, ==, "Level 7 of 10");
  g_assert_cmpstr (subtitle, ==, "mean 7.1 · 20 people · everybody fully assessed");
  g_assert_cmpstr (paragraph, ==,
                   "Our people are prepared at level 7 on a scale from 0 to 10: 20% at level 4, "
                   "30% at level 6, 25% at level 8 and 25% at level 10. The mean of 20 people is "
                   "7.1. The group “starting” needs 64 hours of training over 8 weeks, above all "
                   "in: Calm with difficult customers.");
}

static void
test_compare (void)
{
  Fixture *fixture = fixture_new ();
  gint64 person = fixture_person (fixture, "Anna", "A")->id;
  gint64 skill = fixture_skill (fixture, "S")->id;
  g_autoptr (ValDataset) dataset = NULL;
  g_autoptr (ValReadiness) before = NULL, after = NULL;
  ValAnswerOptions options = { .hide_names = TRUE, .today = FIXTURE_DAY };
  g_autofree char *subtitle = NULL, *same = NULL, *name = NULL;

  fixture_score (fixture, person, skill, FIXTURE_DAY - 10, 6400, VAL_ASSESSOR_MANAGER);
  fixture_score (fixture, person, skill, FIXTURE_DAY, 7000, VAL_ASSESSOR_MANAGER);
  dataset = fixture_end (fixture);
  before = ask (dataset, FIXTURE_DAY - 10);
  after = ask (dataset, FIXTURE_DAY);
  options.compare = before;
  subtitle = val_answer_subtitle (after, &options);
  g_assert_cmpstr (subtitle, ==,
                   "mean 7.0 · 1 person · everybody fully assessed · up from 6.4 on 24 September");
  same = val_answer_subtitle (before, &options);
  g_assert_true (g_str_has_suffix (same, "the same as on 24 September"));
  name = val_answer_person_name (after, 0, &options);
  g_assert_cmpstr (name, ==, "Agent 1");
}

static void
test_findings (void)
{
  static const struct
  {
    guint counts[VAL_N_LEVELS];
    const char *finding;
  } cases[] = {
    { { 0 }, "Nobody is assessed yet" },
    { { [7] = 1 }, "One person is assessed, at 7" },
    { { [7] = 9 }, "Everybody stands at 7" },
    { { [3] = 1, [7] = 3 }, "The team stands between 3 and 7" },
    { { [4] = 4, [6] = 6, [8] = 5, [10] = 5 }, "A fifth of the team stands at 4" },
    { { [2] = 3, [4] = 3, [8] = 18 }, "A quarter of the team stands at 4 or below" },
    { { [2] = 14, [9] = 86 }, "14% of the team stands at 2" },
    { { [6] = 5, [7] = 15 }, "Three quarters of the team stand at 7" },
    { { [6] = 6, [7] = 7, [8] = 4, [9] = 3, [10] = 2 }, "23% of the team stands at 9 or above" },
    { { [5] = 4, [6] = 4, [7] = 4 }, "The team stands between 5 and 7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValReadiness) readiness = ask_levels (cases[i].counts);
      g_autofree char *finding = val_answer_finding (readiness);

      g_assert_cmpstr (finding, ==, cases[i].finding);
    }
}

/* No distribution may end in an empty title. */
static void
test_findings_random (void)
{
  for (int round = 0; round < 200; round++)
    {
      guint counts[VAL_N_LEVELS] = { 0 };
      g_autoptr (ValReadiness) readiness = NULL;
      g_autofree char *finding = NULL, *text = NULL, *paragraph = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        counts[g_test_rand_int_range (0, VAL_N_LEVELS)]++;
      readiness = ask_levels (counts);
      finding = val_answer_finding (readiness);
      text = val_answer_text (readiness, NULL);
      paragraph = val_answer_paragraph (readiness, NULL);
      g_assert_cmpuint (strlen (finding), >, 10);
      g_assert_null (strstr (text, "%s"));
      g_assert_cmpuint (strlen (paragraph), >, 20);
    }
}

static void
test_nobody (void)
{
  static const char *const said[]
      = { "There is nobody to whom this question applies",
          "Nobody is assessed yet, so there is no level: 1 person has no score.",
          "Nobody is assessed yet, so there is no level: 2 people have no score." };

  for (guint n = 0; n < G_N_ELEMENTS (said); n++)
    {
      Fixture *fixture = fixture_new ();
      g_autoptr (ValDataset) dataset = NULL;
      g_autoptr (ValReadiness) readiness = NULL;
      g_autofree char *text = NULL, *paragraph = NULL;

      for (guint i = 0; i < n; i++)
        fixture_person (fixture, "A", "B");
      dataset = fixture_end (fixture);
      readiness = ask (dataset, FIXTURE_DAY);
      text = val_answer_text (readiness, NULL);
      paragraph = val_answer_paragraph (readiness, NULL);
      g_assert_nonnull (strstr (text, "Not assessed yet"));
      g_assert_nonnull (strstr (paragraph, said[n]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/json", test_json);
  g_test_add_func ("/answer/json/empty", test_json_empty);
  g_test_add_func ("/answer/json/people", test_json_people);
  g_test_add_func ("/answer/loss", test_loss);
  g_test_add_func ("/answer/json/numbers", test_numbers);
  g_test_add_func ("/answer/csv", test_csv);
  g_test_add_func ("/answer/text", test_text);
  g_test_add_func ("/answer/compare", test_compare);
  g_test_add_func ("/answer/findings", test_findings);
  g_test_add_func ("/answer/findings/random", test_findings_random);
  g_test_add_func ("/answer/nobody", test_nobody);
  return g_test_run ();
}
