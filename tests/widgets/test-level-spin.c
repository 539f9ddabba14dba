/* test-level-spin.c: levels shown and read on each scale
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-field-fault.h"
#include "val-i18n.h"
#include "val-level-spin.h"

static GtkWidget *
make (const char *language, const char *scale_text)
{
  ValScale scale;

  val_i18n_init (language);
  g_assert_true (val_scale_parse (scale_text, &scale, NULL));
  return g_object_ref_sink (val_level_spin_new (&scale, 0.5));
}

static void
test_shown (void)
{
  static const struct
  {
    const char *language;
    const char *scale;
    ValLevel level;
    const char *shown;
  } rows[] = {
    { "en", "0-10", 8000, "8" },    { "en", "0-10", 7500, "7.5" },  { "pl", "0-10", 7500, "7,5" },
    { "fi", "0-10", 7250, "7,25" }, { "en", "0-10", 0, "0" },       { "en", "0-10", 10000, "10" },
    { "en", "1-5", 0, "1" },        { "en", "1-5", 10000, "5" },    { "el", "1-5", 7100, "3,84" },
    { "en", "1-6", 8000, "5" },     { "en", "0-100", 7255, "72.55" }, { "en", "0-100", 0, "0" },
    { "en", "A-E", 10000, "A" },    { "en", "A-E", 7500, "B" },     { "en", "A-E", 0, "E" },
    { "en", "A-E", 7100, "B" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = make (rows[i].language, rows[i].scale);

      val_level_spin_set_level (spin, rows[i].level);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, rows[i].shown);
      /* What is shown rounded, or as the nearest letter, is not read back. */
      g_assert_cmpint (val_level_spin_get_level (spin), ==, rows[i].level);
    }
}

/* Every thousandth that is set is given back by every scale. */
static void
test_exact (void)
{
  static const char *const scales[] = { "0-10", "1-5", "1-6", "0-100", "A-E" };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GtkWidget) spin = make ("fi", scales[i]);

      for (ValLevel level = 0; level <= VAL_LEVEL_MAX; level += 37)
        {
          val_level_spin_set_level (spin, level);
          g_assert_cmpint (val_level_spin_get_level (spin), ==, level);
        }
    }
}

static void
test_typed (void)
{
  static const struct
  {
    const char *language;
    const char *scale;
    const char *typed;
    ValLevel level; /* the one before, 5000, where it is no value */
  } rows[] = {
    { "en", "0-10", "7.25", 7250 }, { "pl", "0-10", "7,25", 7250 }, { "en", "0-10", "7,25", 7250 },
    { "en", "0-10", "11", 5000 },   { "en", "0-10", "x", 5000 },    { "en", "0-10", "", 5000 },
    { "en", "1-5", "4", 7500 },     { "en", "1-5", "0", 5000 },     { "en", "1-6", "5", 8000 },
    { "en", "0-100", "72.5", 7250 }, { "en", "0-100", "101", 5000 }, { "en", "A-E", "b", 7500 },
    { "en", "A-E", "E", 0 },        { "en", "A-E", "F", 5000 },     { "en", "A-E", "7", 5000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = make (rows[i].language, rows[i].scale);

      val_level_spin_set_level (spin, 5000);
      gtk_editable_set_text (GTK_EDITABLE (spin), rows[i].typed);
      g_assert_cmpint (val_level_spin_get_level (spin), ==, rows[i].level);
    }
}

/* What is no level stays as it was typed and is said to be none. */
static void
test_no_level (void)
{
  static const struct
  {
    const char *scale, *typed, *sentence;
  } rows[] = {
    { "0-10", "11", "Write a number from 0 to 10" },
    { "0-10", "", "Write a number from 0 to 10" },
    { "1-5", "0", "Write a number from 1 to 5" },
    { "A-E", "F", "Write a letter from A to E" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
      g_autoptr (GtkWidget) spin = make ("en", rows[i].scale);

      gtk_box_append (GTK_BOX (box), spin);
      val_level_spin_set_level (spin, 5000);
      gtk_editable_set_text (GTK_EDITABLE (spin), rows[i].typed);
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, rows[i].typed);
      g_assert_false (val_fields_check (box));
      g_assert_cmpstr (val_field_get_fault (spin), ==, rows[i].sentence);
      val_level_spin_set_level (spin, 5000);
      g_assert_null (val_field_get_fault (spin));
      g_assert_true (val_fields_check (box));
      g_object_unref (box);
    }
}

/* A step is one of the scale: half a level, a letter, five of a hundred. */
static void
test_steps (void)
{
  static const struct
  {
    const char *scale;
    ValLevel from, to;
  } rows[] = {
    { "0-10", 5000, 5500 }, { "1-5", 5000, 6250 }, { "0-100", 5000, 5500 },
    { "A-E", 5000, 2500 },  { "0-10", 10000, 10000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) spin = make ("en", rows[i].scale);

      val_level_spin_set_level (spin, rows[i].from);
      gtk_spin_button_spin (GTK_SPIN_BUTTON (spin),
                            g_str_equal (rows[i].scale, "A-E") ? GTK_SPIN_STEP_BACKWARD
                                                               : GTK_SPIN_STEP_FORWARD,
                            0);
      g_assert_cmpint (val_level_spin_get_level (spin), ==, rows[i].to);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/level-spin/shown", test_shown);
  g_test_add_func ("/level-spin/exact", test_exact);
  g_test_add_func ("/level-spin/typed", test_typed);
  g_test_add_func ("/level-spin/no-level", test_no_level);
  g_test_add_func ("/level-spin/steps", test_steps);
  return g_test_run ();
}
