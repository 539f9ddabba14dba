/* val-answer-json.c: the readiness answer for other programs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-answer-private.h"

#include <math.h>
#include <string.h>

#include "val-json-writer.h"
#include "val-rounding.h"

static const char *
skill_name (const ValReadiness *readiness, guint skill)
{
  return val_dataset_skill (readiness->dataset, skill)->name;
}

static const char *
team_name (const ValReadiness *readiness)
{
  guint index;

  if (readiness->query.team_id == 0
      || !val_dataset_find_team (readiness->dataset, readiness->query.team_id, &index))
    return NULL;
  return val_dataset_team (readiness->dataset, index)->name;
}

static void
write_distribution (ValJsonWriter *writer, const ValReadiness *readiness)
{
  val_json_writer_begin_array (writer, "distribution");
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      val_json_writer_begin_object (writer, NULL);
      val_json_writer_integer (writer, "level", level);
      val_json_writer_integer (writer, "count", readiness->counts[level]);
      val_json_writer_integer (writer, "percent", readiness->percents[level]);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

static void
write_group (ValJsonWriter *writer, const ValReadiness *readiness, const ValReadinessGroup *group)
{
  val_json_writer_begin_object (writer, NULL);
  val_json_writer_string (writer, "name", val_band_get_id_name (group->band));
  val_json_writer_integer (writer, "from", group->band->from);
  val_json_writer_integer (writer, "to", group->band->to);
  val_json_writer_integer (writer, "count", group->count);
  val_json_writer_integer (writer, "percent", group->percent);
  val_json_writer_number (writer, "hours", (double) group->hours / 1000);
  val_json_writer_number (writer, "weeks", val_round_half_up (group->weeks, 1));
  val_json_writer_begin_array (writer, "gaps");
  for (guint i = 0; i < group->gaps->len; i++)
    {
      const ValSkillGap *gap = &g_array_index (group->gaps, ValSkillGap, i);

      if (gap->missing == 0)
        continue;
      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "skill", skill_name (readiness, gap->skill));
      val_json_writer_number (writer, "levels", (double) gap->missing / 1000);
      val_json_writer_integer (writer, "people", gap->people);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
  val_json_writer_end_object (writer);
}

static void
write_most_needed (ValJsonWriter *writer, const ValReadiness *readiness)
{
  val_json_writer_begin_array (writer, "most_needed");
  for (guint i = 0; i < readiness->most_needed->len; i++)
    {
      const ValMostNeeded *needed = g_ptr_array_index (readiness->most_needed, i);
      g_autofree char *name = val_answer_person_name (readiness, needed->person, NULL);

      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "agent", name);
      val_json_writer_begin_array (writer, "skills_lost");
      for (guint k = 0; k < needed->skills->len; k++)
        val_json_writer_string (writer, NULL,
                                skill_name (readiness, g_array_index (needed->skills, guint, k)));
      val_json_writer_end_array (writer);
      val_json_writer_integer (writer, "cover_lost", needed->skills->len);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

static void
write_critical (ValJsonWriter *writer, const ValReadiness *readiness)
{
  val_json_writer_begin_array (writer, "critical");
  for (guint i = 0; i < readiness->critical->len; i++)
    {
      const ValCriticalSkill *critical = g_ptr_array_index (readiness->critical, i);
      g_autofree char *single = val_answer_single (readiness, critical, NULL);

      val_json_writer_begin_object (writer, NULL);
      val_json_writer_string (writer, "skill", skill_name (readiness, critical->skill));
      val_json_writer_integer (writer, "at_target", critical->at_target);
      val_json_writer_integer (writer, "wanted", critical->wanted);
      val_json_writer_string (writer, "single", single);
      val_json_writer_end_object (writer);
    }
  val_json_writer_end_array (writer);
}

/**
 * val_answer_json:
 * @readiness: an answer
 *
 * The answer as the contract of the command line has it: English keys, the C locale's numbers,
 * the mean and the coverage unrounded, null for what is missing.
 *
 * Returns: (transfer full): JSON text
 */
char *
val_answer_json (const ValReadiness *readiness)
{
  ValJsonWriter *writer;
  g_autofree char *on = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  writer = val_json_writer_new ();
  on = val_day_to_iso (readiness->query.on);
  val_json_writer_begin_object (writer, NULL);
  val_json_writer_string (writer, "on", on);
  val_json_writer_string (writer, "team", team_name (readiness));
  val_json_writer_begin_object (writer, "scale");
  val_json_writer_integer (writer, "min", 0);
  val_json_writer_integer (writer, "max", VAL_N_LEVELS - 1);
  val_json_writer_end_object (writer);
  val_json_writer_integer (writer, "assessed", readiness->assessed);
  val_json_writer_integer (writer, "not_assessed", readiness->not_assessed);
  val_json_writer_number (writer, "coverage", readiness->coverage);
  val_json_writer_number (writer, "mean", readiness->mean);
  if (readiness->level >= 0)
    val_json_writer_integer (writer, "level", readiness->level);
  else
    val_json_writer_null (writer, "level");
  write_distribution (writer, readiness);
  val_json_writer_begin_array (writer, "groups");
  for (guint i = 0; i < readiness->groups->len; i++)
    write_group (writer, readiness, g_ptr_array_index (readiness->groups, i));
  val_json_writer_end_array (writer);
  write_most_needed (writer, readiness);
  write_critical (writer, readiness);
  val_json_writer_end_object (writer);
  return val_json_writer_end (writer);
}

/* val_answer_append_csv_field: one field as RFC 4180 has it */
void
val_answer_append_csv_field (GString *text, const char *field)
{
  /* A field of text that a spreadsheet would take for a formula is kept as it is: files for
   * exchange hold what was written, and the reader of Valmius reads it back. */
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * val_answer_csv:
 * @readiness: an answer
 *
 * The distribution as RFC 4180 has it: one row per level with its people, whole percent and the
 * name of its group, as in JSON.
 *
 * Returns: (transfer full): CSV text in UTF-8
 */
char *
val_answer_csv (const ValReadiness *readiness)
{
  GString *text;

  g_return_val_if_fail (readiness != NULL, NULL);

  text = g_string_new ("level,count,percent,group\r\n");
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      const ValBand *band = val_dataset_band_of_level (readiness->dataset, level);

      g_string_append_printf (text, "%d,%u,%d,", level, readiness->counts[level],
                              readiness->percents[level]);
      val_answer_append_csv_field (text, band != NULL ? val_band_get_id_name (band) : "");
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}
