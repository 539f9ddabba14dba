/* val-answer-text.c: the readiness answer as text to paste
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"

#define NEEDS_IN_PARAGRAPH 2
#define NEEDS_IN_TEXT 3

/* "20% at level 4, 30% at level 6 and 50% at level 8": every level with people. */
static char *
distribution_list (const ValReadiness *readiness)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (int level = 0; level < VAL_N_LEVELS; level++)
    if (readiness->counts[level] > 0)
      {
        g_autofree char *percent = val_format_percent (readiness->percents[level]);

        /* Translators: part of “… on a scale from 0 to 10: 20% at level 4, 30% at level 6.” */
        g_ptr_array_add (items,
                         g_strdup_printf (C_ ("share", "%1$s at level %2$d"), percent, level));
      }
  g_ptr_array_add (items, NULL);
  return val_format_list ((const char *const *) items->pdata);
}

static char *
skills_needed (const ValReadiness *readiness, const ValReadinessGroup *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < group->gaps->len && names->len < NEEDS_IN_PARAGRAPH; i++)
    {
      const ValSkillGap *gap = &g_array_index (group->gaps, ValSkillGap, i);

      if (gap->missing > 0)
        g_ptr_array_add (names, val_dataset_skill (readiness->dataset, gap->skill)->name);
    }
  g_ptr_array_add (names, NULL);
  return val_format_list ((const char *const *) names->pdata);
}

/* What the lowest group with something to learn needs; NULL when nobody needs anything. */
static char *
needs_sentence (const ValReadiness *readiness)
{
  for (guint i = 0; i < readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, i);
      int hours = val_answer_hours_up (group->hours), weeks = val_readiness_group_weeks_up (group);
      g_autofree char *time = NULL, *training = NULL, *skills = NULL, *number = NULL;

      if (group->count == 0 || hours == 0)
        continue;
      number = val_format_integer (hours);
      skills = skills_needed (readiness, group);
      training = g_strdup_printf (
          /* Translators: stands in “The group “starting” needs 46 hours of training …” */
          ngettext ("%s hour of training", "%s hours of training", hours), number);
      if (weeks < 0)
        return g_strdup_printf (_ ("The group “%1$s” needs %2$s, above all in: %3$s."),
                                val_band_get_name (group->band), training, skills);
      /* Translators: stands in “… needs 46 hours of training over 6 weeks, above all in: …” */
      time = val_format_count (ngettext ("over %d week", "over %d weeks", weeks), weeks);
      /* Translators: %1$s is the name of a group, %2$s “46 hours of training”, %3$s “over 6
       * weeks”, %4$s a list of skills, not to be inflected */
      return g_strdup_printf (_ ("The group “%1$s” needs %2$s %3$s, above all in: %4$s."),
                              val_band_get_name (group->band), training, time, skills);
    }
  return NULL;
}

static void
add_sentence (GString *text, char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/* Who and what has no score yet; NULL when nothing is missing. */
static char *
coverage_sentence (const ValReadiness *readiness)
{
  g_autofree char *percent = val_format_percent (val_answer_coverage_percent (readiness));
  g_autofree char *count = val_format_integer (readiness->not_assessed);

  if (readiness->scored_pairs == readiness->required_pairs && readiness->not_assessed == 0)
    return NULL;
  if (readiness->not_assessed == 0)
    return g_strdup_printf (_ ("Assessed so far: %s of what is required."), percent);
  return g_strdup_printf (
      ngettext ("Assessed so far: %1$s of what is required; %2$s person has no score yet.",
                "Assessed so far: %1$s of what is required; %2$s people have no score yet.",
                readiness->not_assessed),
      percent, count);
}

static char *
nobody_paragraph (const ValReadiness *readiness)
{
  g_autofree char *count = val_format_integer (readiness->not_assessed);

  if (readiness->not_assessed == 0)
    return g_strdup (_ ("There is nobody to whom this question applies, so there is no level."));
  return g_strdup_printf (
      ngettext ("Nobody is assessed yet, so there is no level: %s person has no score.",
                "Nobody is assessed yet, so there is no level: %s people have no score.",
                readiness->not_assessed),
      count);
}

/**
 * val_answer_paragraph:
 * @readiness: an answer
 * @options: (nullable): how to say it
 *
 * Returns: (transfer full): the answer as one paragraph of whole sentences
 */
char *
val_answer_paragraph (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *scope = NULL, *list = NULL, *mean = NULL, *count = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  scope = val_answer_scope (readiness);
  if (scope != NULL)
    g_string_append_printf (text, "%s.", scope);
  if (readiness->assessed == 0)
    {
      add_sentence (text, nobody_paragraph (readiness));
      return g_string_free (text, FALSE);
    }
  list = distribution_list (readiness);
  mean = val_answer_mean (readiness);
  count = val_format_integer (readiness->assessed);
  add_sentence (
      text,
      /* Translators: %2$s is a list: “20% at level 4, 30% at level 6 and …” */
      g_strdup_printf (_ ("Our people are prepared at level %1$d on a scale from 0 to 10: %2$s."),
                       readiness->level, list));
  add_sentence (text,
                g_strdup_printf (ngettext ("The mean of %1$s person is %2$s.",
                                           "The mean of %1$s people is %2$s.", readiness->assessed),
                                 count, mean));
  add_sentence (text, coverage_sentence (readiness));
  add_sentence (text, needs_sentence (readiness));
  add_sentence (text, val_answer_compare_sentence (readiness, options));
  return g_string_free (text, FALSE);
}

static void
add_distribution (GString *text, const ValReadiness *readiness)
{
  for (int level = 0; level < VAL_N_LEVELS; level++)
    if (readiness->counts[level] > 0)
      {
        int count = (int) readiness->counts[level];
        g_autofree char *percent = val_format_percent (readiness->percents[level]);
        g_autofree char *people = val_format_integer (count);
        g_autofree char *line = g_strdup_printf (
            /* Translators: a level, its share and its people: “Level 4: 20%, 4 people” */
            ngettext ("Level %1$d: %2$s, %3$s person", "Level %1$d: %2$s, %3$s people", count),
            level, percent, people);

        g_string_append_printf (text, "%s\n", line);
      }
}

static void
add_group (GString *text, const ValReadiness *readiness, const ValReadinessGroup *group)
{
  int count = (int) group->count, hours = val_answer_hours_up (group->hours);
  int weeks = val_readiness_group_weeks_up (group);
  g_autofree char *range = val_answer_band_range (group->band);
  g_autofree char *percent = val_format_percent (group->percent);
  g_autofree char *needs = val_answer_group_needs (readiness, group, NEEDS_IN_TEXT);
  g_autofree char *people = val_format_integer (count), *number = val_format_integer (hours);
  g_autofree char *title = g_strdup_printf (
      /* Translators: a group: its name, its levels, its people and their share:
       * “starting (0–4): 4 people, 20%” */
      ngettext ("%1$s (%2$s): %3$s person, %4$s", "%1$s (%2$s): %3$s people, %4$s", count),
      val_band_get_name (group->band), range, people, percent);
  const char *meaning = val_band_get_meaning (group->band);

  g_string_append_printf (text, "\n%s\n", title);
  if (*meaning != '\0')
    g_string_append_printf (text, "  %s\n", meaning);
  if (count == 0)
    return;
  {
    /* Translators: %s is a list of skills with levels missing */
    g_autofree char *line = g_strdup_printf (_ ("Needs most: %s"), needs);

    g_string_append_printf (text, "  %s\n", line);
  }
  if (hours > 0)
    {
      g_autofree char *training =
          g_strdup_printf (ngettext ("Training: %s hour", "Training: %s hours", hours), number);
      g_autofree char *time =
          val_format_count (ngettext ("Time: %d week", "Time: %d weeks", weeks), weeks);

      g_string_append_printf (text, "  %s\n", training);
      if (weeks >= 0)
        g_string_append_printf (text, "  %s\n", time);
    }
}

static void
add_most_needed (GString *text, const ValReadiness *readiness, const ValAnswerOptions *options)
{
  if (readiness->most_needed->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _ ("Most needed"));
  for (guint i = 0; i < readiness->most_needed->len; i++)
    {
      g_autofree char *line = val_answer_most_needed (
          readiness, g_ptr_array_index (readiness->most_needed, i), options);

      g_string_append_printf (text, "  %s\n", line);
    }
}

/* Those that are thin or rest on one person. */
static void
add_critical (GString *text, const ValReadiness *readiness, const ValAnswerOptions *options)
{
  gboolean thin = FALSE;

  if (readiness->critical->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _ ("Critical skills"));
  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);
      const char *name = val_dataset_skill (readiness->dataset, critical->skill)->name;
      g_autofree char *single = val_answer_single (readiness, critical, options);
      g_autofree char *have = val_format_integer (critical->at_target);
      g_autofree char *wanted = val_format_integer (critical->wanted);
      g_autofree char *line = NULL;

      if (single == NULL && critical->at_target >= critical->wanted)
        continue;
      thin = TRUE;
      if (single != NULL)
        /* Translators: a critical skill, how many people are at target, how many are wanted, and
         * the only one who is */
        line = g_strdup_printf (_ ("%1$s: %2$s at target, %3$s wanted; only %4$s"), name, have,
                                wanted, single);
      else
        /* Translators: a critical skill, how many people are at target, how many are wanted */
        line = g_strdup_printf (_ ("%1$s: %2$s at target, %3$s wanted"), name, have, wanted);
      g_string_append_printf (text, "  %s\n", line);
    }
  if (!thin)
    g_string_append_printf (text, "  %s\n", _ ("Every critical skill has its wanted cover."));
}

/**
 * val_answer_text:
 * @readiness: an answer
 * @options: (nullable): how to say it
 *
 * Returns: (transfer full): the whole answer as lines of plain text, ending with a line feed
 */
char *
val_answer_text (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autofree char *headline = NULL, *subtitle = NULL, *scope = NULL, *date = NULL;
  g_autofree char *compare = NULL, *coverage = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  headline = val_answer_headline (readiness);
  subtitle = val_answer_subtitle (readiness, options);
  scope = val_answer_scope (readiness);
  date = val_format_date (readiness->query.on, VAL_DATE_LONG, VAL_DAY_NONE);
  g_string_append_printf (text, "%s\n%s\n%s\n", headline, subtitle, date);
  if (scope != NULL)
    g_string_append_printf (text, "%s\n", scope);
  compare = val_answer_compare_sentence (readiness, options);
  if (compare != NULL)
    g_string_append_printf (text, "%s\n", compare);
  if (readiness->assessed == 0)
    {
      g_autofree char *nobody = nobody_paragraph (readiness);

      g_string_append_printf (text, "\n%s\n", nobody);
      return g_string_free (text, FALSE);
    }
  g_string_append_c (text, '\n');
  add_distribution (text, readiness);
  coverage = coverage_sentence (readiness);
  if (coverage != NULL)
    g_string_append_printf (text, "%s\n", coverage);
  for (guint i = 0; i < readiness->groups->len; i++)
    add_group (text, readiness, g_ptr_array_index (readiness->groups, i));
  add_most_needed (text, readiness, options);
  add_critical (text, readiness, options);
  return g_string_free (text, FALSE);
}

/**
 * val_answer_stability:
 * @at_5: share of pairs that keep their order when a weight moves by 5 %, 0 ... 1, or NAN
 * @at_10: the same at 10 %
 *
 * Shares are rounded down: one that is not whole is not said to be.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where there is no order to speak of
 */
char *
val_answer_stability (double at_5, double at_10)
{
  g_autofree char *move_5 = val_format_percent (5), *move_10 = val_format_percent (10);
  g_autofree char *kept_5 = NULL, *kept_10 = NULL;

  if (isnan (at_5) || isnan (at_10))
    return NULL;
  kept_5 = val_format_percent ((int) floor (at_5 * 100 + 1e-9));
  kept_10 = val_format_percent ((int) floor (at_10 * 100 + 1e-9));
  /* Translators: all four are percents */
  return g_strdup_printf (
      _ ("When the weight of any one skill moves by %1$s, at least %2$s of the pairs of people "
         "with "
         "different means keep their order; when it moves by %3$s, at least %4$s do."),
      move_5, kept_5, move_10, kept_10);
}
