/* val-report-tables.c: chapters of the readiness report that are charts and tables
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-private.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-rounding.h"

#define NEEDS 3

/* "Starting 0–4" with what it means below. */
static char *
group_cell (const ValBand *band)
{
  const char *name = val_band_get_name (band);
  const char *meaning = val_band_get_meaning (band);
  g_autofree char *range = val_answer_band_range (band);
  /* Translators: the name of a group and its levels in a table: “starting 0–4” */
  g_autofree char *title = g_strdup_printf (C_ ("group", "%1$s %2$s"), name, range);

  return *meaning != '\0' ? g_strjoin ("\n", title, meaning, NULL) : g_steal_pointer (&title);
}

/* One decimal in data; a dash without a number. */
static char *
weeks_cell (double weeks)
{
  if (isnan (weeks))
    return g_strdup ("–");
  return val_format_number (val_round_half_up (weeks, 1), 1);
}

/* Digits behind the decimal sign are the same in a column: one as soon as one number has one. */
static int
decimals_for (gint64 thousandths, int decimals)
{
  return (thousandths + 50) / 100 % 10 != 0 ? 1 : decimals;
}

static char *
number_cell (gint64 thousandths, int decimals)
{
  return val_format_number ((double) ((thousandths + 50) / 100) / 10, decimals);
}

/* What each group means, needs, and how long that takes. */
void
val_report_add_groups (ValDocument *document, const ValReadiness *readiness)
{
  const ValDocumentColumn columns[] = {
    { C_ ("column", "Group"), FALSE },         { C_ ("column", "People"), TRUE },
    { C_ ("column", "Share"), TRUE },          { C_ ("column", "What they need most"), FALSE },
    { C_ ("column", "Training hours"), TRUE }, { C_ ("column", "Weeks"), TRUE },
  };
  ValDocumentTable *table;
  int decimals = 0;

  for (guint i = 0; i < readiness->groups->len; i++)
    decimals = decimals_for (
        ((const ValReadinessGroup *) g_ptr_array_index (readiness->groups, i))->hours, decimals);
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("What each group needs"));
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = g_ptr_array_index (readiness->groups, i);
      g_autofree char *name = group_cell (group->band);
      g_autofree char *people = val_format_integer (group->count);
      g_autofree char *percent = val_format_percent (group->percent);
      g_autofree char *needs = val_answer_group_needs (readiness, group, NEEDS);
      g_autofree char *hours =
          group->count > 0 ? number_cell (group->hours, decimals) : g_strdup ("–");
      g_autofree char *weeks = weeks_cell (group->weeks);

      val_document_table_add_row (
          table, (const char *const[]){ name, people, percent, needs, hours, weeks });
    }
}

/* Cover of critical skills: picture and numbers. */
void
val_report_add_cover (ValDocument *document, const ValReadiness *readiness,
                      const ValAnswerOptions *options)
{
  const ValDocumentColumn columns[] = {
    { _ ("Critical skill"), FALSE },
    { _ ("People at target"), TRUE },
    { _ ("People wanted"), TRUE },
    { _ ("Only person at target"), FALSE },
  };
  ValDocumentTable *table;

  if (readiness->critical->len == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("Cover of critical skills"));
  val_document_take_chart (document, val_answer_cover_chart (readiness));
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);
      g_autofree char *at_target = val_format_integer (critical->at_target);
      g_autofree char *wanted = val_format_integer (critical->wanted);
      g_autofree char *single = val_answer_single (readiness, critical, options);

      val_document_table_add_row (
          table,
          (const char *const[]){ val_dataset_skill (readiness->dataset, critical->skill)->name,
                                 at_target, wanted, single });
    }
}

/* Levels missing to target, over all groups. */
void
val_report_add_gaps (ValDocument *document, const ValReadiness *readiness)
{
  const ValDocumentColumn columns[] = {
    { _ ("Skill"), FALSE },
    { _ ("Levels missing to target"), TRUE },
    { _ ("People below target"), TRUE },
    { _ ("People to assess"), TRUE },
    { C_ ("column", "Training hours"), TRUE },
  };
  g_autoptr (GArray) gaps = val_answer_all_gaps (readiness);
  ValDocumentTable *table;
  int missing_decimals = 0, hours_decimals = 0;

  if (gaps->len == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("Skill gaps"));
  if (g_array_index (gaps, ValSkillGap, 0).missing > 0)
    val_document_take_chart (document, val_answer_gaps_chart (readiness));
  for (guint i = 0; i < gaps->len; i++)
    {
      const ValSkillGap *gap = &g_array_index (gaps, ValSkillGap, i);

      missing_decimals = decimals_for (gap->missing, missing_decimals);
      hours_decimals = decimals_for (gap->hours, hours_decimals);
    }
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < gaps->len; i++)
    {
      const ValSkillGap *gap = &g_array_index (gaps, ValSkillGap, i);
      g_autofree char *missing = number_cell (gap->missing, missing_decimals);
      g_autofree char *people = val_format_integer (gap->people);
      g_autofree char *to_assess = val_format_integer (gap->to_assess);
      g_autofree char *hours = number_cell (gap->hours, hours_decimals);

      val_document_table_add_row (
          table, (const char *const[]){ val_dataset_skill (readiness->dataset, gap->skill)->name,
                                        missing, people, to_assess, hours });
    }
}

typedef enum
{
  ROSE,
  FELL,
  NEW,  /* no level on the earlier day */
  GONE, /* no level on the later day */
} Direction;

static gboolean
moves (const ValMovement *move, Direction direction)
{
  switch (direction)
    {
    case ROSE:
      return move->from >= 0 && move->to > move->from;
    case FELL:
      return move->to >= 0 && move->to < move->from;
    case NEW:
      return move->from < 0 && move->to >= 0;
    case GONE:
    default:
      return move->from >= 0 && move->to < 0;
    }
}

/* "Anna Kowalska (3 → 5)"; with the one level there is for who came or went. */
static char *
moved_person (const ValReadiness *readiness, const ValMovement *move,
              const ValAnswerOptions *options)
{
  g_autofree char *name = val_answer_person_name (readiness, move->person, options);

  if (move->from < 0 || move->to < 0)
    return g_strdup_printf (C_ ("movement", "%1$s (%2$d)"), name, MAX (move->from, move->to));
  /* Translators: a person and the levels on two days, with no-break spaces: “Anna Kowalska (3 →
   * 5)” */
  return g_strdup_printf (C_ ("movement", "%1$s (%2$d → %3$d)"), name, move->from, move->to);
}

static void
add_moved (ValDocument *document, const ValReadiness *readiness, const GArray *movement,
           Direction direction, const char *title, const ValAnswerOptions *options)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < movement->len; i++)
    {
      const ValMovement *move = &g_array_index (movement, ValMovement, i);

      if (moves (move, direction))
        g_ptr_array_add (people, moved_person (readiness, move, options));
    }
  if (people->len == 0)
    return;
  g_ptr_array_add (people, NULL);
  list = g_strjoinv (", ", (char **) people->pdata);
  val_document_add_text (document, VAL_TEXT_SUBHEADING, title);
  val_document_add_text (document, VAL_TEXT_BODY, list);
}

/* Who rose and who fell since the day of comparison. */
void
val_report_add_movement (ValDocument *document, const ValReadiness *readiness,
                         const ValAnswerOptions *options)
{
  g_autoptr (GArray) movement = NULL;

  if (options == NULL || options->compare == NULL)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("Movement between levels"));
  val_document_take_chart (document, val_answer_movement_chart (readiness, options));
  movement = val_readiness_movement (options->compare, readiness);
  add_moved (document, readiness, movement, ROSE, _ ("Rose"), options);
  add_moved (document, readiness, movement, FELL, _ ("Fell"), options);
  add_moved (document, readiness, movement, NEW, _ ("Without a level on the earlier day"), options);
  add_moved (document, readiness, movement, GONE, _ ("Without a level on the later day"), options);
}

/* The numbers of the distribution. */
void
val_report_add_levels (ValDocument *document, const ValReadiness *readiness,
                       const ValAnswerOptions *options)
{
  const ValReadiness *compare = options != NULL ? options->compare : NULL;
  g_autofree char *before = compare != NULL ? val_answer_date (compare, options) : NULL;
  const ValDocumentColumn columns[] = {
    { C_ ("column", "Level"), TRUE },
    { C_ ("column", "Group"), FALSE },
    { C_ ("column", "People"), TRUE },
    { C_ ("column", "Share"), TRUE },
    { before, TRUE },
  };
  ValDocumentTable *table;

  val_document_add_text (document, VAL_TEXT_HEADING, _ ("People at each level"));
  table = val_document_add_table (document, columns,
                                  G_N_ELEMENTS (columns) - (compare == NULL ? 1 : 0));
  for (int level = VAL_N_LEVELS - 1; level >= 0; level--)
    {
      const ValBand *band = val_dataset_band_of_level (readiness->dataset, level);
      g_autofree char *number = val_format_integer (level);
      g_autofree char *people = val_format_integer (readiness->counts[level]);
      g_autofree char *percent = val_format_percent (readiness->percents[level]);
      g_autofree char *then =
          compare != NULL ? val_format_percent (compare->percents[level]) : NULL;

      val_document_table_add_row (
          table, (const char *const[]){ number, band != NULL ? val_band_get_name (band) : "",
                                        people, percent, then });
    }
}
