/* val-report-shared.c: what documents about people share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-shared.h"

#include <string.h>

#include "val-fold.h"
#include "val-format.h"
#include "val-i18n.h"

/* Names of our languages as people write them, folded; the first word counts. */
static const struct
{
  const char *word;
  const char *language;
} language_words[] = {
  { "en", "en" },         { "eng", "en" },      { "english", "en" },  { "angielski", "en" },
  { "αγγλικα", "en" },    { "englanti", "en" }, { "pl", "pl" },       { "pol", "pl" },
  { "polish", "pl" },     { "polski", "pl" },   { "πολωνικα", "pl" }, { "puola", "pl" },
  { "el", "el" },         { "gr", "el" },       { "ell", "el" },      { "greek", "el" },
  { "grecki", "el" },     { "ελληνικα", "el" }, { "kreikka", "el" },  { "fi", "fi" },
  { "fin", "fi" },        { "finnish", "fi" },  { "finski", "fi" },   { "φινλανδικα", "fi" },
  { "φιννικα", "fi" },    { "suomi", "fi" },
};

static const char *
find_language (const char *word)
{
  g_autofree char *folded = val_fold (word);

  for (gsize i = 0; i < G_N_ELEMENTS (language_words); i++)
    {
      g_autofree char *known = val_fold (language_words[i].word);

      if (strcmp (known, folded) == 0)
        return language_words[i].language;
    }
  return NULL;
}

/**
 * val_report_language_of:
 * @person: (nullable): a person
 *
 * Reads the person's languages, which are free text in any of the four languages: "polski,
 * English", "fi", "Greek (native)".
 *
 * Returns: (transfer none) (nullable): "en", "pl", "el" or "fi", whichever is named first
 */
const char *
val_report_language_of (const ValPerson *person)
{
  g_auto (GStrv) parts = NULL;

  if (person == NULL)
    return NULL;
  parts = g_strsplit_set (person->languages, ",;/ \t\n()-_.", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && find_language (parts[i]) != NULL)
      return find_language (parts[i]);
  return NULL;
}

/**
 * val_report_pick_session:
 * @records: (element-type ValRecord): of a person
 * @today: the day it is
 *
 * Returns: (transfer none) (nullable): the latest session that took place, else the next one that
 *   is planned, else the latest planned one
 */
const ValMentoring *
val_report_pick_session (const GPtrArray *records, ValDay today)
{
  const ValMentoring *held = NULL, *next = NULL, *past = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ValRecord *record = g_ptr_array_index (records, i);
      const ValMentoring *session = (const ValMentoring *) record;
      ValDay day;

      if (record->type != VAL_RECORD_MENTORING || session->state == VAL_MENTORING_MISSED)
        continue;
      day = val_mentoring_get_day (session);
      if (session->state == VAL_MENTORING_HELD)
        {
          if (held == NULL || day > val_mentoring_get_day (held))
            held = session;
        }
      else if (day >= today)
        {
          if (next == NULL || day < val_mentoring_get_day (next))
            next = session;
        }
      else if (past == NULL || day > val_mentoring_get_day (past))
        past = session;
    }
  return held != NULL ? held : next != NULL ? next : past;
}

/* val_report_person_name: (transfer full): "" when there is no such person */
char *
val_report_person_name (ValDataset *dataset, gint64 person_id)
{
  guint index;

  if (!val_dataset_find_person (dataset, person_id, &index))
    return g_strdup ("");
  return val_person_get_name (val_dataset_person (dataset, index));
}

/* val_report_manager_name: (transfer full): of the person's team or of one above it */
char *
val_report_manager_name (ValDataset *dataset, gint64 person_id)
{
  guint index;
  gint64 team_id = 0;

  if (val_dataset_find_person (dataset, person_id, &index))
    team_id = val_dataset_person (dataset, index)->team_id;
  for (guint i = 0; i <= val_dataset_n_teams (dataset)
                    && val_dataset_find_team (dataset, team_id, &index);
       i++)
    {
      const ValTeam *team = val_dataset_team (dataset, index);

      if (team->leader_id != 0 && team->leader_id != person_id
          && val_dataset_find_person (dataset, team->leader_id, &index))
        return val_report_person_name (dataset, team->leader_id);
      team_id = team->parent_id;
    }
  return g_strdup (C_ ("who signs", "Manager"));
}

/* val_report_start: (transfer full): a document whose footer says centre and title */
ValDocument *
val_report_start (ValDataset *dataset, const char *title)
{
  const char *centre = val_dataset_setting (dataset, VAL_SETTING_CENTRE_NAME);
  g_autofree char *footer = NULL;
  ValDocument *document;

  if (centre == NULL)
    centre = "";
  footer = *centre != '\0' ? g_strjoin (" · ", centre, title, NULL) : g_strdup (title);
  document = val_document_new (title, *centre != '\0' ? centre : "Valmius", footer);
  val_document_add_text (document, VAL_TEXT_TITLE, centre);
  return document;
}

/* val_report_date: (transfer full): with the year, as paper is read later */
char *
val_report_date (ValDay day)
{
  return val_format_date (day, VAL_DATE_LONG, VAL_DAY_NONE);
}

/* val_report_when: (transfer full) (nullable) */
char *
val_report_when (ValDay day, int minute)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (day == VAL_DAY_NONE)
    return NULL;
  date = val_report_date (day);
  if (minute < 0)
    return g_steal_pointer (&date);
  time = val_format_time (minute / 60, minute % 60);
  /* Translators: %1$s a day, %2$s a time of the day */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), date, time);
}

/* val_report_add_bullet: a text that may be long, so that it goes on over pages */
void
val_report_add_bullet (ValDocument *document, const char *text)
{
  g_autofree char *line = g_strconcat ("• ", text, NULL);

  if (*text != '\0')
    val_document_add_text (document, VAL_TEXT_BODY, line);
}

gboolean
val_agreement_is_open (const ValAgreement *agreement)
{
  return agreement->done_day == VAL_DAY_NONE && !agreement->dropped;
}

gboolean
val_goal_is_open (const ValGoal *goal)
{
  return goal->done_day == VAL_DAY_NONE && !goal->dropped;
}

/* val_report_add_agreement: who does what by when, or when it was done */
void
val_report_add_agreement (ValDocument *document, ValDataset *dataset,
                          const ValAgreement *agreement)
{
  g_autofree char *owner = agreement->mine
                               ? val_report_manager_name (dataset, agreement->record.person_id)
                               : val_report_person_name (dataset, agreement->record.person_id);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (agreement->done_day != VAL_DAY_NONE)
    {
      day = val_report_date (agreement->done_day);
      /* Translators: an agreement: %1$s who, %2$s what, %3$s a day */
      line = g_strdup_printf (agreement->dropped ? _ ("%1$s: %2$s (dropped on %3$s)")
                                                 : _ ("%1$s: %2$s (done on %3$s)"),
                              owner, agreement->text, day);
    }
  else if (agreement->due_day != VAL_DAY_NONE)
    {
      day = val_report_date (agreement->due_day);
      /* Translators: an agreement: %1$s who, %2$s what, %3$s a day */
      line = g_strdup_printf (_ ("%1$s: %2$s (by %3$s)"), owner, agreement->text, day);
    }
  else
    /* Translators: an agreement: %1$s who, %2$s what */
    line = g_strdup_printf (C_ ("agreement", "%1$s: %2$s"), owner, agreement->text);
  val_report_add_bullet (document, line);
}

static char *
dup_goal (ValDataset *dataset, const ValGoal *goal)
{
  guint index;

  if (*goal->text != '\0')
    return g_strdup (goal->text);
  if (goal->kind == VAL_GOAL_INDICATOR)
    /* Translators: a goal: %1$s an indicator, %2$s the value wanted */
    return g_strdup_printf (C_ ("goal", "%1$s: %2$s"), goal->indicator, goal->value);
  if (val_dataset_find_skill (dataset, goal->skill_id, &index))
    {
      const char *skill = val_dataset_skill (dataset, index)->name;
      g_autofree char *level = goal->level != VAL_LEVEL_NONE
                                   ? val_format_number (goal->level / 1000.0,
                                                        goal->level % 1000 != 0 ? 1 : 0)
                                   : NULL;

      /* Translators: a goal: %1$s a skill, %2$s the level wanted */
      return level != NULL ? g_strdup_printf (_ ("%1$s: level %2$s"), skill, level)
                           : g_strdup (skill);
    }
  return g_strdup ("");
}

/* val_report_add_goal: a goal, by when, and its steps */
void
val_report_add_goal (ValDocument *document, ValDataset *dataset, const ValGoal *goal,
                     const GPtrArray *records)
{
  g_autofree char *words = dup_goal (dataset, goal);
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (goal->due_day != VAL_DAY_NONE)
    {
      day = val_report_date (goal->due_day);
      /* Translators: a goal and the day it is to be reached by */
      line = g_strdup_printf (_ ("%1$s (by %2$s)"), words, day);
    }
  val_report_add_bullet (document, line != NULL ? line : words);
  for (guint i = 0; i < records->len; i++)
    {
      const ValGoalStep *step = g_ptr_array_index (records, i);
      g_autofree char *text = NULL;

      if (step->record.type != VAL_RECORD_STEP || step->goal_id != goal->record.id)
        continue;
      text = g_strconcat (step->done_day != VAL_DAY_NONE ? "      ✓ " : "      – ", step->text,
                          *step->partner != '\0' ? " · " : "", step->partner, NULL);
      val_document_add_text (document, VAL_TEXT_BODY, text);
    }
}

/* val_report_money: (transfer full): in the centre’s currency, which has no name here */
char *
val_report_money (gint64 thousandths)
{
  return val_format_number ((double) thousandths / 1000.0, thousandths % 1000 != 0 ? 2 : 0);
}
