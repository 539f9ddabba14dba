/* val-answer-words.c: short sentences of the readiness answer
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-rounding.h"

/* The mean with one decimal, half up. */
char *
val_answer_mean (const ValReadiness *readiness)
{
  return val_format_number (val_round_half_up (readiness->mean, 1), 1);
}

/* Levels or hours out of thousandths: one decimal where there is one. */
char *
val_answer_level_number (gint64 thousandths)
{
  gint64 tenths = (thousandths + 50) / 100;

  return val_format_number ((double) tenths / 10, tenths % 10 == 0 ? 0 : 1);
}

/* Training is never promised shorter than it is. */
int
val_answer_hours_up (gint64 thousandths)
{
  return (int) MIN ((thousandths + 999) / 1000, G_MAXINT);
}

/* Whole percents, and 100 only when nothing is missing. */
int
val_answer_coverage_percent (const ValReadiness *readiness)
{
  if (readiness->required_pairs == 0)
    return 0;
  return (int) (readiness->scored_pairs * 100 / readiness->required_pairs);
}

char *
val_answer_date (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  return val_format_date (readiness->query.on, VAL_DATE_MEDIUM,
                          options != NULL ? options->today : VAL_DAY_NONE);
}

char *
val_answer_band_range (const ValBand *band)
{
  if (band->from == band->to)
    return val_format_integer (band->from);
  /* Translators: a range of levels: 0–4 */
  return g_strdup_printf (C_ ("range", "%1$d–%2$d"), band->from, band->to);
}

/* What was asked for besides everybody and everything: "Team: Complaints · Skill: Negotiation";
 * NULL when nothing was narrowed. */
char *
val_answer_scope (const ValReadiness *readiness)
{
  const ValReadinessQuery *query = &readiness->query;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint index;

  if (query->team_id != 0 && val_dataset_find_team (readiness->dataset, query->team_id, &index))
    g_ptr_array_add (parts, g_strdup_printf (_ ("Team: %s"),
                                             val_dataset_team (readiness->dataset, index)->name));
  if (query->role_id != 0 && val_dataset_find_role (readiness->dataset, query->role_id, &index))
    g_ptr_array_add (parts, g_strdup_printf (_ ("Role: %s"),
                                             val_dataset_role (readiness->dataset, index)->name));
  if (query->skill_id != 0 && val_dataset_find_skill (readiness->dataset, query->skill_id, &index))
    g_ptr_array_add (parts, g_strdup_printf (_ ("Skill: %s"),
                                             val_dataset_skill (readiness->dataset, index)->name));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * val_answer_headline:
 * @readiness: an answer
 *
 * Returns: (transfer full): "Level 7 of 10"; "Not assessed yet" when nobody has a level
 */
char *
val_answer_headline (const ValReadiness *readiness)
{
  g_return_val_if_fail (readiness != NULL, NULL);

  if (readiness->level < 0)
    return g_strdup (_ ("Not assessed yet"));
  /* Translators: the headline: the readiness level on the scale from 0 to 10 */
  return g_strdup_printf (_ ("Level %d of 10"), readiness->level);
}

/* "up from 6.4 on 1 June"; NULL when there is nothing to compare with. Shown numbers decide, so
 * that nobody reads "up from 7.1" beside 7.1. */
static char *
compare_words (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  const ValReadiness *before = options != NULL ? options->compare : NULL;
  g_autofree char *date = NULL, *mean = NULL, *assessed = NULL;
  double now, then;

  if (before == NULL || isnan (before->mean) || isnan (readiness->mean))
    return NULL;
  date = val_answer_date (before, options);
  mean = val_answer_mean (before);
  now = val_round_half_up (readiness->mean, 1);
  then = val_round_half_up (before->mean, 1);
  if (now > then + 0.05)
    /* Translators: the mean has risen; %1$s is the earlier mean, %2$s a date */
    return g_strdup_printf (_ ("up from %1$s on %2$s"), mean, date);
  if (now < then - 0.05)
    /* Translators: the mean has fallen; %1$s is the earlier mean, %2$s a date */
    return g_strdup_printf (_ ("down from %1$s on %2$s"), mean, date);
  /* Translators: the mean has not changed; %s is a date */
  return g_strdup_printf (_ ("the same as on %s"), date);
}

/**
 * val_answer_subtitle:
 * @readiness: an answer
 * @options: (nullable): how to say it
 *
 * Returns: (transfer full): what stands beside the headline: the mean with its n, how far the
 *   assessment has come, and the comparison
 */
char *
val_answer_subtitle (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = NULL, *full = NULL;
  guint people;
  char *compare;

  g_return_val_if_fail (readiness != NULL, NULL);

  people = readiness->assessed + readiness->not_assessed;
  number = val_format_integer (people);
  full = val_format_integer (readiness->fully_assessed);
  if (!isnan (readiness->mean))
    {
      g_autofree char *mean = val_answer_mean (readiness);

      g_ptr_array_add (parts, g_strdup_printf (_ ("mean %s"), mean));
    }
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s person", "%s people", people), number));
  if (people > 0 && readiness->fully_assessed == people)
    g_ptr_array_add (parts, g_strdup (_ ("everybody fully assessed")));
  else if (people > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (
                   /* Translators: %2$s people in all, of whom every required skill of
                    * %1$s has a score */
                   ngettext ("%1$s of %2$s fully assessed", "%1$s of %2$s fully assessed", people),
                   full, number));
  compare = compare_words (readiness, options);
  if (compare != NULL)
    g_ptr_array_add (parts, compare);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* "On 1 June the level was 6 and the mean 6.4."; NULL when there is nothing to compare with. */
char *
val_answer_compare_sentence (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  const ValReadiness *before = options != NULL ? options->compare : NULL;
  g_autofree char *date = NULL, *mean = NULL, *assessed = NULL;

  if (before == NULL)
    return NULL;
  date = val_answer_date (before, options);
  if (isnan (before->mean))
    return g_strdup_printf (_ ("On %s nobody was assessed."), date);
  mean = val_answer_mean (before);
  assessed = val_format_integer (before->assessed);
  return g_strdup_printf (ngettext ("On %1$s the level was %2$d and the mean %3$s, %4$s person "
                                    "assessed.",
                                    "On %1$s the level was %2$d and the mean %3$s, %4$s people "
                                    "assessed.",
                                    before->assessed),
                          date, before->level, mean, assessed);
}

/**
 * val_answer_person_name:
 * @readiness: an answer
 * @person: index in its dataset
 * @options: (nullable): whether names are hidden
 *
 * Returns: (transfer full): the person's name, or "Agent 7" while names are hidden
 */
char *
val_answer_person_name (const ValReadiness *readiness, guint person,
                        const ValAnswerOptions *options)
{
  g_return_val_if_fail (readiness != NULL, NULL);

  if (options != NULL && options->hide_names)
    {
      g_autofree char *number = val_format_integer ((gint64) person + 1);

      /* Translators: stands for a person while names are hidden; %s is a number */
      return g_strdup_printf (_ ("Agent %s"), number);
    }
  return val_person_get_name (val_dataset_person (readiness->dataset, person));
}

/* Names of skills as a list: "A, B and C". */
static char *
skill_list (const ValReadiness *readiness, const GArray *skills)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < skills->len; i++)
    g_ptr_array_add (
        names, val_dataset_skill (readiness->dataset, g_array_index (skills, guint, i))->name);
  g_ptr_array_add (names, NULL);
  return val_format_list ((const char *const *) names->pdata);
}

/**
 * val_answer_group_needs:
 * @readiness: an answer
 * @group: a group of it
 * @most: how many skills are named at most
 *
 * Returns: (transfer full): the largest gaps with the levels missing; what is still to be
 *   assessed when nothing is missing; "" for a group without people
 */
char *
val_answer_group_needs (const ValReadiness *readiness, const ValReadinessGroup *group, guint most)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  gboolean missing;

  g_return_val_if_fail (readiness != NULL && group != NULL, NULL);

  if (group->count == 0)
    return g_strdup ("");
  if (group->gaps->len == 0)
    return g_strdup (_ ("Nothing: everybody is at target"));
  missing = g_array_index (group->gaps, ValSkillGap, 0).missing > 0;
  for (guint i = 0; i < group->gaps->len && items->len < most; i++)
    {
      const ValSkillGap *gap = &g_array_index (group->gaps, ValSkillGap, i);
      const char *name = val_dataset_skill (readiness->dataset, gap->skill)->name;
      g_autofree char *levels = val_answer_level_number (gap->missing);

      if (!missing)
        g_ptr_array_add (items, g_strdup (name));
      else if (gap->missing > 0)
        /* Translators: a skill and the levels missing to its target, with a no-break space:
         * “Negotiation −11” */
        g_ptr_array_add (items, g_strdup_printf (C_ ("need", "%1$s −%2$s"), name, levels));
    }
  g_ptr_array_add (items, NULL);
  list = val_format_list ((const char *const *) items->pdata);
  if (missing)
    return g_steal_pointer (&list);
  /* Translators: %s is a list of skills in which people have no score yet */
  return g_strdup_printf (_ ("Still to be assessed: %s"), list);
}

/* What becomes of the headline without the person; NULL: what is shown of it stays. */
static char *
describe_loss (const ValReadiness *readiness, const ValMostNeeded *needed)
{
  double without = readiness->mean + needed->mean_change;
  g_autofree char *before = NULL, *after = NULL;
  int level;

  if (isnan (readiness->mean) || isnan (without))
    return NULL;
  before = val_format_number (val_round_half_up (readiness->mean, 1), 1);
  after = val_format_number (val_round_half_up (without, 1), 1);
  level = (int) val_round_half_up (without, 0);
  if (level != readiness->level)
    /* Translators: levels from 0 to 10, then means: “The level goes from 7 to 6, the mean from 6.5
     * to 6.4.” */
    return g_strdup_printf (_ ("The level goes from %1$d to %2$d, the mean from %3$s to %4$s."),
                            readiness->level, level, before, after);
  if (g_str_equal (before, after))
    return NULL;
  return g_strdup_printf (_ ("The mean goes from %1$s to %2$s."), before, after);
}

/**
 * val_answer_most_needed:
 * @readiness: an answer
 * @needed: a person of it
 * @options: (nullable): whether names are hidden
 *
 * Returns: (transfer full): what falls below the wanted cover without the person, and what becomes of
 *   the level and the mean of the others where that is seen
 */
char *
val_answer_most_needed (const ValReadiness *readiness, const ValMostNeeded *needed,
                        const ValAnswerOptions *options)
{
  g_autofree char *name = NULL, *skills = NULL, *loss = NULL, *sentence = NULL;

  g_return_val_if_fail (readiness != NULL && needed != NULL, NULL);

  name = val_answer_person_name (readiness, needed->person, options);
  skills = skill_list (readiness, needed->skills);
  sentence = g_strdup_printf (
      /* Translators: %1$s is a name, not to be inflected; %3$s is a list of skills */
      ngettext ("%1$s: when this person is away, %2$d critical skill falls below the wanted cover "
                "(%3$s).",
                "%1$s: when this person is away, %2$d critical skills fall below the wanted cover "
                "(%3$s).",
                needed->skills->len),
      name, (int) needed->skills->len, skills);
  loss = describe_loss (readiness, needed);
  return loss == NULL ? g_steal_pointer (&sentence) : g_strjoin (" ", sentence, loss, NULL);
}

/* The name of the only person at target, or NULL. */
char *
val_answer_single (const ValReadiness *readiness, const ValCriticalSkill *critical,
                   const ValAnswerOptions *options)
{
  if (critical->single < 0)
    return NULL;
  return val_answer_person_name (readiness, (guint) critical->single, options);
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const ValSkillGap *first = a, *second = b;

  if (first->missing != second->missing)
    return first->missing > second->missing ? -1 : 1;
  return (int) first->skill - (int) second->skill;
}

/* (transfer full) The gaps of all groups together, largest first; of ValSkillGap. */
GArray *
val_answer_all_gaps (const ValReadiness *readiness)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (ValSkillGap));
  guint kept = 0;

  g_array_set_size (all, val_dataset_n_skills (readiness->dataset));
  for (guint i = 0; i < readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, i);

      for (guint k = 0; k < group->gaps->len; k++)
        {
          const ValSkillGap *gap = &g_array_index (group->gaps, ValSkillGap, k);
          ValSkillGap *sum = &g_array_index (all, ValSkillGap, gap->skill);

          sum->skill = gap->skill;
          sum->missing += gap->missing;
          sum->people += gap->people;
          sum->to_assess += gap->to_assess;
          sum->hours += gap->hours;
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      ValSkillGap gap = g_array_index (all, ValSkillGap, i);

      if (gap.missing > 0 || gap.to_assess > 0)
        g_array_index (all, ValSkillGap, kept++) = gap;
    }
  g_array_set_size (all, kept);
  g_array_sort (all, compare_gaps);
  return all;
}
