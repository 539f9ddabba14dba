/* val-report-people.c: chapters of the readiness report that are words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-private.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-stability.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names of everybody at @level, sorted as the language sorts; hidden ones by number. */
static char *
names_at_level (const ValReadiness *readiness, int level, const ValAnswerOptions *options,
                guint *ret_n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent = &g_array_index (readiness->agents, ValAgentReadiness, i);

      if (agent->level == level)
        g_ptr_array_add (names, val_answer_person_name (readiness, agent->person, options));
    }
  if (options == NULL || !options->hide_names)
    g_ptr_array_sort (names, compare_names);
  *ret_n = names->len;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Names by level, the highest first; who has no level last. */
void
val_report_add_people (ValDocument *document, const ValReadiness *readiness,
                       const ValAnswerOptions *options)
{
  if (readiness->agents->len == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("Who stands where"));
  for (int level = VAL_N_LEVELS - 1; level >= -1; level--)
    {
      guint n;
      g_autofree char *names = names_at_level (readiness, level, options, &n);
      g_autofree char *title = NULL, *number = val_format_integer (n);

      if (n == 0)
        continue;
      if (level >= 0)
        /* Translators: heading over names: “Level 4 · 6 people” */
        title = g_strdup_printf (
            ngettext ("Level %1$d · %2$s person", "Level %1$d · %2$s people", n), level, number);
      else
        title = g_strdup_printf (
            ngettext ("Not assessed yet · %s person", "Not assessed yet · %s people", n), number);
      val_document_add_text (document, VAL_TEXT_SUBHEADING, title);
      val_document_add_text (document, VAL_TEXT_BODY, names);
    }
}

/* How firm the order of people is; NULL where there are too few to speak of an order. */
static char *
stability_sentence (const ValReadiness *readiness)
{
  g_autoptr (ValLatest) latest = val_latest_new (readiness->dataset, readiness->query.on);

  return val_answer_stability (val_stability_of_order (latest, &readiness->query, 5),
                               val_stability_of_order (latest, &readiness->query, 10));
}

/* What the numbers mean and how they came about. */
void
val_report_add_method (ValDocument *document, const ValReadiness *readiness)
{
  g_autofree char *percent = val_format_percent (val_answer_coverage_percent (readiness));
  g_autofree char *scored = val_format_integer ((gint64) readiness->scored_pairs);
  g_autofree char *required = val_format_integer ((gint64) readiness->required_pairs);
  g_autofree char *hours = val_answer_level_number (readiness->query.hours_per_week);
  g_autofree char *stability = stability_sentence (readiness);
  g_autofree char *coverage = g_strdup_printf (
      _ ("Of the scores required of these people, %1$s of %2$s are there (%3$s). A skill in which "
         "somebody was never assessed does not count as 0; it only lowers this share."),
      scored, required, percent);
  g_autofree char *training = g_strdup_printf (
      _ ("A gap is how far the latest score is below the target. The training hours are the levels "
         "missing times the hours per level of each skill; the weeks assume %s hours of training "
         "per person and week."),
      hours);

  val_document_add_text (document, VAL_TEXT_HEADING, _ ("How these numbers are worked out"));
  val_document_add_text (
      document, VAL_TEXT_BODY,
      _ ("The level of a person is the weighted mean of the latest score in each required skill on "
         "the day of the report, on a scale from 0 to 10, rounded half up. The skills required are "
         "those of the person’s role; without a role, all skills in which somebody has a score. "
         "What is not applicable to a person is not required. A person’s own score counts only "
         "while there is no other."));
  val_document_add_text (
      document, VAL_TEXT_BODY,
      _ ("The headline is the mean of the people’s means before rounding. People who have left or "
         "not yet started are left out, and people without a score are in no share. The whole "
         "percents are rounded so that they sum to 100."));
  val_document_add_text (document, VAL_TEXT_BODY, coverage);
  val_document_add_text (document, VAL_TEXT_BODY, training);
  if (readiness->critical->len > 0)
    val_document_add_text (
        document, VAL_TEXT_BODY,
        _ ("The cover of a critical skill counts everybody whose latest score reaches the target, "
           "whether or not their role requires the skill. Most needed are the people whose absence "
           "makes it fall below the wanted cover."));
  val_document_add_text (document, VAL_TEXT_BODY, stability);
}
