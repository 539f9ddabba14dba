/* test-skills-saved.c: views of the matrix that are kept by name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-saved.h"

static ValSkillsSaved *
make_view (const char *name, const char *search, gint64 team_id, const char *folded)
{
  ValSkillsSaved *view = val_skills_saved_new (name);

  g_free (view->search);
  view->search = g_strdup (search);
  view->team_id = team_id;
  view->role_id = G_MAXINT64;
  view->show = VAL_SKILLS_SHOW_OLD;
  view->sort = VAL_SKILLS_SORT_SKILL_UP;
  view->sort_skill_id = 12;
  g_strfreev (view->folded);
  view->folded = g_strsplit (folded, "|", -1);
  return view;
}

/* Whatever is typed comes back as it was. */
static void
test_round_trip (void)
{
  static const char *const names[]
      = { "Critical", "it's \"quoted\"", "Żółć, wieczór", "Έμπειροι\nδύο γραμμές", "%s %d \\n", "'" };
  g_autoptr (GPtrArray) views = val_skills_saved_read (NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    val_skills_saved_put (views, make_view (names[i], names[i], i, i == 0 ? "" : "a|b’c|δ"));
  text = val_skills_saved_write (views);
  again = val_skills_saved_read (text);
  g_assert_cmpuint (again->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const ValSkillsSaved *view;
      guint place;

      g_assert_true (val_skills_saved_find (again, names[i], &place));
      view = again->pdata[place];
      g_assert_cmpstr (view->name, ==, names[i]);
      g_assert_cmpstr (view->search, ==, names[i]);
      g_assert_cmpint (view->team_id, ==, i);
      g_assert_cmpint (view->role_id, ==, G_MAXINT64);
      g_assert_cmpint (view->show, ==, VAL_SKILLS_SHOW_OLD);
      g_assert_cmpint (view->sort, ==, VAL_SKILLS_SORT_SKILL_UP);
      g_assert_cmpint (view->sort_skill_id, ==, 12);
      g_assert_cmpuint (g_strv_length (view->folded), ==, i == 0 ? 0 : 3);
    }
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) views = val_skills_saved_read ("");
  guint place;

  val_skills_saved_put (views, make_view ("Evening", "", 1, ""));
  val_skills_saved_put (views, make_view ("Critical", "", 2, ""));
  /* One name, one view: capitals make no other. */
  val_skills_saved_put (views, make_view ("evening", "", 3, ""));
  g_assert_cmpuint (views->len, ==, 2);
  g_assert_true (val_skills_saved_find (views, "EVENING", &place));
  g_assert_cmpint (((ValSkillsSaved *) views->pdata[place])->team_id, ==, 3);
  /* In order. */
  g_assert_cmpstr (((ValSkillsSaved *) views->pdata[0])->name, ==, "Critical");
  g_assert_false (val_skills_saved_rename (views, "evening", "critical"));
  g_assert_false (val_skills_saved_rename (views, "nobody", "somebody"));
  g_assert_true (val_skills_saved_rename (views, "evening", "Evening"));
  g_assert_true (val_skills_saved_rename (views, "Critical", "Night"));
  g_assert_cmpstr (((ValSkillsSaved *) views->pdata[1])->name, ==, "Night");
  g_assert_true (val_skills_saved_remove (views, "night"));
  g_assert_false (val_skills_saved_remove (views, "night"));
  g_assert_true (val_skills_saved_remove (views, "Evening"));
  g_assert_null (val_skills_saved_write (views));
}

/* What another program or another version wrote breaks nothing. */
static void
test_foreign (void)
{
  static const char *const texts[] = { "", "[]", "nonsense", "[('a', 1)]", "[(", "\"",
                                       "[('', '', int64 0, int64 0, uint32 0, uint32 0, int64 0, "
                                       "@as [])]" };
  g_autoptr (GPtrArray) odd = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) views = val_skills_saved_read (texts[i]);

      g_assert_cmpuint (views->len, ==, 0);
    }
  /* Numbers that no list has a line for. */
  odd = val_skills_saved_read ("[('x', 'y', int64 0, int64 0, uint32 99, uint32 77, int64 0, "
                               "@as ['g'])]");
  g_assert_cmpuint (odd->len, ==, 1);
  g_assert_cmpint (((ValSkillsSaved *) odd->pdata[0])->show, ==, VAL_SKILLS_SHOW_ALL);
  g_assert_cmpint (((ValSkillsSaved *) odd->pdata[0])->sort, ==, VAL_SKILLS_SORT_NAME);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skills-saved/round-trip", test_round_trip);
  g_test_add_func ("/skills-saved/names", test_names);
  g_test_add_func ("/skills-saved/foreign", test_foreign);
  return g_test_run ();
}
