/* val-answer-charts.c: pictures of the readiness answer
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>

#include "val-bars-chart.h"
#include "val-distribution-chart.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-movement-chart.h"
#include "val-radar-chart.h"

#define MOST_GAPS 12
#define MOST_SPOKES 16

static void
set_period (ValChart *chart, const ValReadiness *readiness)
{
  g_autofree char *date = val_format_date (readiness->query.on, VAL_DATE_LONG, VAL_DAY_NONE);

  val_chart_set_period (chart, date);
}

/**
 * val_answer_distribution_chart:
 * @readiness: an answer
 * @options: (nullable): with what to compare
 *
 * Returns: (transfer full): the share of people at each level; the finding is its title
 */
ValChart *
val_answer_distribution_chart (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  ValChart *chart;
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (ValDistributionBand));
  g_autofree char *finding = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  for (guint i = 0; i < readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, i);
      ValDistributionBand band = { group->band->from, group->band->to,
                                   val_band_get_name (group->band) };

      g_array_append_val (bands, band);
    }
  chart = val_distribution_chart_new ();
  val_distribution_chart_set (VAL_DISTRIBUTION_CHART (chart), readiness->counts,
                              readiness->percents, readiness->mean,
                              (const ValDistributionBand *) (gpointer) bands->data, bands->len);
  if (options != NULL && options->compare != NULL)
    {
      g_autofree char *name = val_answer_date (options->compare, options);

      val_distribution_chart_set_comparison (VAL_DISTRIBUTION_CHART (chart),
                                             options->compare->counts, options->compare->percents,
                                             name);
    }
  finding = val_answer_finding (readiness);
  val_chart_set_title (chart, finding);
  set_period (chart, readiness);
  return chart;
}

static char *
cover_title (const ValReadiness *readiness)
{
  guint thin = 0;

  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);

      thin += critical->at_target < critical->wanted;
    }
  if (readiness->critical->len == 0)
    return g_strdup (_ ("No skill is marked as critical"));
  if (thin == 0)
    return g_strdup (_ ("Every critical skill has its wanted cover"));
  return val_format_count (ngettext ("%d critical skill has fewer people at target than wanted",
                                     "%d critical skills have fewer people at target than wanted",
                                     thin),
                           (int) thin);
}

/**
 * val_answer_cover_chart:
 * @readiness: an answer
 *
 * Returns: (transfer full): how many people are at target in each critical skill, beside how many
 *   are wanted
 */
ValChart *
val_answer_cover_chart (const ValReadiness *readiness)
{
  ValChart *chart;
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (ValBar));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);
      ValBar bar = { val_dataset_skill (readiness->dataset, critical->skill)->name,
                     critical->at_target, critical->wanted, NULL, VAL_BAR_PLAIN };

      /* Translators: people at target out of people wanted, beside a bar: “2 of 3” */
      bar.value_text = g_strdup_printf (C_ ("cover", "%1$d of %2$d"), (int) critical->at_target,
                                        (int) critical->wanted);
      g_ptr_array_add (texts, (gpointer) bar.value_text);
      if (critical->at_target < critical->wanted)
        bar.state = VAL_BAR_WARNING;
      g_array_append_val (bars, bar);
    }
  chart = val_bars_chart_new (_ ("Critical skill"), _ ("People at target"), _ ("People wanted"));
  val_bars_chart_set (VAL_BARS_CHART (chart), (const ValBar *) (gpointer) bars->data, bars->len);
  title = cover_title (readiness);
  val_chart_set_title (chart, title);
  set_period (chart, readiness);
  return chart;
}

/**
 * val_answer_gaps_chart:
 * @readiness: an answer
 *
 * Returns: (transfer full): the levels missing to target in the skills where most are missing
 */
ValChart *
val_answer_gaps_chart (const ValReadiness *readiness)
{
  ValChart *chart;
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (ValBar));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) gaps = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  gaps = val_answer_all_gaps (readiness);
  for (guint i = 0; i < gaps->len && bars->len < MOST_GAPS; i++)
    {
      const ValSkillGap *gap = &g_array_index (gaps, ValSkillGap, i);
      ValBar bar = { val_dataset_skill (readiness->dataset, gap->skill)->name,
                     (double) gap->missing / 1000, NAN, NULL, VAL_BAR_PLAIN };

      if (gap->missing == 0)
        continue;
      bar.value_text = val_answer_level_number (gap->missing);
      g_ptr_array_add (texts, (gpointer) bar.value_text);
      g_array_append_val (bars, bar);
    }
  chart = val_bars_chart_new (_ ("Skill"), _ ("Levels missing to target"), _ ("Target"));
  val_bars_chart_set (VAL_BARS_CHART (chart), (const ValBar *) (gpointer) bars->data, bars->len);
  if (bars->len == 0)
    title = g_strdup (readiness->assessed > 0 ? _ ("Everybody is at target")
                                              : _ ("Nobody is assessed yet"));
  else
    /* Translators: title of a chart; %s is a skill */
    title = g_strdup_printf (_ ("Most is missing in: %s"), g_array_index (bars, ValBar, 0).name);
  val_chart_set_title (chart, title);
  set_period (chart, readiness);
  return chart;
}

static char *
movement_title (guint rose, guint fell)
{
  g_autofree char *up =
      val_format_count (ngettext ("%d person rose", "%d people rose", rose), (int) rose);
  g_autofree char *down =
      val_format_count (ngettext ("%d person fell", "%d people fell", fell), (int) fell);
  const char *both[] = { up, down, NULL };

  if (rose == 0 && fell == 0)
    return g_strdup (_ ("Nobody changed level"));
  if (rose == 0)
    return g_steal_pointer (&down);
  if (fell == 0)
    return g_steal_pointer (&up);
  return val_format_list (both);
}

/**
 * val_answer_movement_chart:
 * @readiness: the answer of the later day
 * @options: with the answer of the earlier day
 *
 * Who has a level on one of the two days only does not move and is not drawn.
 *
 * Returns: (transfer full) (nullable): people between levels; %NULL without a comparison
 */
ValChart *
val_answer_movement_chart (const ValReadiness *readiness, const ValAnswerOptions *options)
{
  ValChart *chart;
  guint flows[VAL_N_LEVELS * VAL_N_LEVELS] = { 0 };
  guint rose = 0, fell = 0;
  g_autoptr (GArray) movement = NULL;
  g_autofree char *before = NULL, *after = NULL, *title = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  if (options == NULL || options->compare == NULL)
    return NULL;
  movement = val_readiness_movement (options->compare, readiness);
  for (guint i = 0; i < movement->len; i++)
    {
      const ValMovement *move = &g_array_index (movement, ValMovement, i);

      if (move->from < 0 || move->to < 0)
        continue;
      flows[move->from * VAL_N_LEVELS + move->to]++;
      rose += move->to > move->from;
      fell += move->to < move->from;
    }
  before = val_answer_date (options->compare, options);
  after = val_answer_date (readiness, options);
  chart = val_movement_chart_new ();
  val_movement_chart_set (VAL_MOVEMENT_CHART (chart), flows, before, after);
  title = movement_title (rose, fell);
  val_chart_set_title (chart, title);
  set_period (chart, readiness);
  return chart;
}

/* Heaviest first, then in the order of the catalogue. */
static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const ValPersonSkill *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return (int) first->skill - (int) second->skill;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return (int) ((const ValPersonSkill *) a)->skill - (int) ((const ValPersonSkill *) b)->skill;
}

static char *
radar_title (guint assessed, guint below)
{
  if (assessed == 0)
    return g_strdup (_ ("Not assessed yet"));
  if (below == 0)
    return g_strdup (_ ("At target in everything assessed"));
  return val_format_count (ngettext ("Below target in %d skill", "Below target in %d skills",
                                     below),
                           (int) below);
}

/**
 * val_answer_radar_chart:
 * @dataset: the centre
 * @person: index in the dataset
 * @on: the day
 *
 * Returns: (transfer full): one person's latest levels beside the targets that hold for the
 *   person; the sixteen required skills of the greatest weight at most, for more spokes than a
 *   radar can show are no picture. The title counts all of them.
 */
ValChart *
val_answer_radar_chart (ValDataset *dataset, guint person, ValDay on)
{
  g_autoptr (GArray) skills = NULL;
  g_autoptr (GArray) spokes = g_array_new (FALSE, FALSE, sizeof (ValSpoke));
  guint assessed = 0, below = 0;
  g_autofree char *title = NULL, *date = NULL;
  ValChart *chart;

  g_return_val_if_fail (dataset != NULL && person < val_dataset_n_people (dataset), NULL);

  skills = val_readiness_person_skills (dataset, person, on);
  for (guint i = 0; i < skills->len; i++)
    {
      const ValPersonSkill *skill = &g_array_index (skills, ValPersonSkill, i);

      assessed += skill->level >= 0;
      below += skill->level >= 0 && skill->level < skill->target;
    }
  g_array_sort (skills, compare_weights);
  if (skills->len > MOST_SPOKES)
    g_array_set_size (skills, MOST_SPOKES);
  g_array_sort (skills, compare_places);
  for (guint i = 0; i < skills->len; i++)
    {
      const ValPersonSkill *skill = &g_array_index (skills, ValPersonSkill, i);
      ValSpoke spoke = { val_dataset_skill (dataset, skill->skill)->name,
                         skill->level >= 0 ? skill->level / 1000.0 : NAN, skill->target / 1000.0 };

      g_array_append_val (spokes, spoke);
    }
  chart = val_radar_chart_new (_ ("Level"), _ ("Target"));
  val_radar_chart_set (VAL_RADAR_CHART (chart), (const ValSpoke *) (gpointer) spokes->data,
                       spokes->len);
  title = radar_title (assessed, below);
  val_chart_set_title (chart, title);
  date = val_format_date (on, VAL_DATE_LONG, VAL_DAY_NONE);
  val_chart_set_period (chart, date);
  return chart;
}
