/* val-report-session.c: the sheet of a mentoring session, to talk along and to sign
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-shared.h"

#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"

/* Lines for what is written by hand: with an aim and some goals the places to sign still stand on the
 * same page. */
#define ROOM 3

typedef struct
{
  ValDocument *document;
  ValDataset *dataset;
  const ValMentoring *session;
  const GPtrArray *records;
  ValDay day;
} Sheet;

static char *
dup_names (const Sheet *sheet)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheet->session->people->len; i++)
    {
      char *name = val_report_person_name (sheet->dataset,
                                           g_array_index (sheet->session->people, gint64, i));

      if (*name != '\0')
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  g_ptr_array_add (names, NULL);
  return val_format_list ((const char *const *) names->pdata);
}

static void
add_lines_of (ValDocument *document, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    val_report_add_bullet (document, g_strstrip (lines[i]));
}

/* Whether an agreement stood open when the session began. */
static gboolean
stood_open (const Sheet *sheet, const ValAgreement *agreement)
{
  if (agreement->mentoring_id == sheet->session->record.id)
    return FALSE;
  if (sheet->day != VAL_DAY_NONE && agreement->day > sheet->day)
    return FALSE;
  return val_agreement_is_open (agreement)
         || agreement->done_mentoring_id == sheet->session->record.id
         || (sheet->day != VAL_DAY_NONE && agreement->done_day >= sheet->day);
}

static guint
add_agreements (const Sheet *sheet, gboolean made_here, const char *heading)
{
  guint n = 0;

  for (guint i = 0; i < sheet->records->len; i++)
    {
      const ValAgreement *agreement = g_ptr_array_index (sheet->records, i);

      if (agreement->record.type != VAL_RECORD_AGREEMENT
          || (made_here ? agreement->mentoring_id != sheet->session->record.id
                              || sheet->session->record.id == 0
                        : !stood_open (sheet, agreement)))
        continue;
      if (n++ == 0)
        val_document_add_text (sheet->document, VAL_TEXT_HEADING, heading);
      val_report_add_agreement (sheet->document, sheet->dataset, agreement);
    }
  return n;
}

static void
add_goals (const Sheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->records->len; i++)
    {
      const ValGoal *goal = g_ptr_array_index (sheet->records, i);

      if (goal->record.type != VAL_RECORD_GOAL || !val_goal_is_open (goal))
        continue;
      if (n++ == 0)
        val_document_add_text (sheet->document, VAL_TEXT_HEADING, C_ ("heading", "Goals"));
      val_report_add_goal (sheet->document, sheet->dataset, goal, sheet->records);
    }
}

/* What was written, or room to write it. */
static void
add_written (const Sheet *sheet, const char *heading, const char *text, guint lines)
{
  val_document_add_text (sheet->document, VAL_TEXT_HEADING, heading);
  if (*text != '\0')
    val_document_add_text (sheet->document, VAL_TEXT_BODY, text);
  else
    val_document_add_lines (sheet->document, lines);
}

static char *
dup_level (ValLevel level)
{
  return val_format_number (level / 1000.0, level % 1000 != 0 ? 1 : 0);
}

/* (nullable): a skill with the level it had and the one that is wanted */
static char *
dup_aim_skill (const Sheet *sheet)
{
  const ValMentoring *session = sheet->session;
  g_autofree char *wanted = NULL;
  g_autofree char *before = NULL;
  const char *skill;
  guint index;

  if (!val_dataset_find_skill (sheet->dataset, session->aim_skill_id, &index))
    return NULL;
  skill = val_dataset_skill (sheet->dataset, index)->name;
  if (session->aim_level < 0)
    return g_strdup (skill);
  wanted = dup_level (session->aim_level);
  before = session->aim_before >= 0 ? dup_level (session->aim_before) : NULL;
  if (before != NULL)
    /* Translators: what a session aims at: a skill, its level before and the level wanted */
    return g_strdup_printf (_ ("%1$s: from level %2$s to level %3$s"), skill, before, wanted);
  return g_strdup_printf (_ ("%1$s: level %2$s"), skill, wanted);
}

/* (nullable): the same of an indicator */
static char *
dup_aim_indicator (const Sheet *sheet)
{
  const ValMentoring *session = sheet->session;
  const ValIndicator *indicator
      = session->aim_indicator_id == 0
            ? NULL
            : val_dataset_find_record (sheet->dataset, VAL_RECORD_INDICATOR,
                                       session->aim_indicator_id);
  g_autofree char *wanted = NULL;
  g_autofree char *before = NULL;
  const char *name;
  int unit;

  if (indicator == NULL)
    return NULL;
  name = val_indicator_get_name (indicator);
  if (session->aim_value < 0)
    return g_strdup (name);
  unit = val_formula_unit (indicator->formula, indicator->unit);
  wanted = val_indicator_format (unit, session->aim_value / 1000.0);
  if (session->aim_stood < 0)
    return g_strdup_printf (C_ ("goal", "%1$s: %2$s"), name, wanted);
  before = val_indicator_format (unit, session->aim_stood / 1000.0);
  /* Translators: what a session aims at: an indicator, its value before and the value wanted */
  return g_strdup_printf (_ ("%1$s: from %2$s to %3$s"), name, before, wanted);
}

static void
add_aim (const Sheet *sheet)
{
  g_autofree char *skill = dup_aim_skill (sheet);
  g_autofree char *indicator = dup_aim_indicator (sheet);

  if (skill == NULL && indicator == NULL)
    return;
  val_document_add_text (sheet->document, VAL_TEXT_HEADING, C_ ("heading", "What it aims at"));
  if (skill != NULL)
    val_document_add_text (sheet->document, VAL_TEXT_BODY, skill);
  if (indicator != NULL)
    val_document_add_text (sheet->document, VAL_TEXT_BODY, indicator);
}

static char *
dup_next (const Sheet *sheet)
{
  const ValMentoring *next = NULL;

  for (guint i = 0; i < sheet->records->len; i++)
    {
      const ValMentoring *other = g_ptr_array_index (sheet->records, i);

      if (other->record.type != VAL_RECORD_MENTORING || other->state != VAL_MENTORING_PLANNED
          || other->record.id == sheet->session->record.id || sheet->day == VAL_DAY_NONE
          || other->planned_day < sheet->day)
        continue;
      if (next == NULL || other->planned_day < next->planned_day)
        next = other;
    }
  return next != NULL ? val_report_when (next->planned_day, next->planned_minute) : NULL;
}

static void
add_end (const Sheet *sheet)
{
  const ValMentoring *session = sheet->session;
  g_autofree char *next = dup_next (sheet);
  g_autofree char *manager = NULL;
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func (g_free);

  val_document_add_text (sheet->document, VAL_TEXT_HEADING, C_ ("heading", "Next session"));
  if (next != NULL)
    val_document_add_text (sheet->document, VAL_TEXT_BODY, next);
  else
    val_document_add_lines (sheet->document, 1);
  if (session->usefulness >= 0)
    {
      g_autofree char *number = val_format_integer (session->usefulness);
      /* Translators: how useful the agent found the session; %s a number */
      g_autofree char *words = g_strdup_printf (_ ("How useful it was, 0–10: %s"), number);

      val_document_add_text (sheet->document, VAL_TEXT_BODY, words);
    }
  else if (session->people->len == 1)
    val_document_add_text (sheet->document, VAL_TEXT_BODY,
                           _ ("How useful it was, please circle: 0  1  2  3  4  5  6  7  8  9  10"));
  for (guint i = 0; i < MIN (session->people->len, 3); i++)
    g_ptr_array_add (signs,
                     val_report_person_name (sheet->dataset,
                                             g_array_index (session->people, gint64, i)));
  manager = val_report_manager_name (sheet->dataset,
                                     session->people->len > 0
                                         ? g_array_index (session->people, gint64, 0)
                                         : 0);
  /* A leader who takes part signs once. */
  if (!g_ptr_array_find_with_equal_func (signs, manager, g_str_equal, NULL))
    g_ptr_array_add (signs, g_steal_pointer (&manager));
  g_ptr_array_add (signs, NULL);
  val_document_add_signatures (sheet->document, (const char *const *) signs->pdata);
}

static void
add_head (const Sheet *sheet, const char *names)
{
  const ValMentoring *session = sheet->session;
  g_autofree char *when = val_report_when (sheet->day, val_mentoring_get_minute (session));
  g_autoptr (GString) line = g_string_new (val_mentoring_kind_get_label (session->kind));

  if (when != NULL)
    g_string_append_printf (line, " · %s", when);
  if (*session->place != '\0')
    g_string_append_printf (line, " · %s", session->place);
  if (session->state == VAL_MENTORING_MISSED)
    g_string_append_printf (line, " · %s", val_mentoring_state_get_label (session->state));
  val_document_add_text (sheet->document, VAL_TEXT_HEADLINE,
                         *session->title != '\0' ? session->title : names);
  val_document_add_text (sheet->document, VAL_TEXT_TITLE, line->str);
  if (*session->title != '\0' || session->people->len > 1)
    val_document_add_text (sheet->document, VAL_TEXT_BODY, names);
}

static ValDocument *
make_document (Sheet *sheet)
{
  const ValMentoring *session = sheet->session;
  g_autofree char *names = dup_names (sheet);
  /* Translators: the title of a sheet of paper; %s a list of names */
  g_autofree char *title = g_strdup_printf (_ ("Session sheet: %s"), names);
  g_autoptr (ValDocument) document = val_report_start (sheet->dataset, title);
  gboolean held = session->state == VAL_MENTORING_HELD;

  sheet->document = document;
  add_head (sheet, names);
  add_aim (sheet);
  if (*session->agenda != '\0')
    {
      val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "Agenda"));
      add_lines_of (document, session->agenda);
    }
  add_agreements (sheet, FALSE, C_ ("heading", "Agreed before"));
  add_goals (sheet);
  add_written (sheet, C_ ("heading", "In the agent’s own words"), session->words, ROOM);
  if (held || session->said_back)
    val_document_add_text (document, VAL_TEXT_BODY,
                           session->said_back ? _ ("☑ said back and confirmed")
                                              : _ ("☐ said back and confirmed"));
  add_written (sheet, C_ ("heading", "What was talked about"), session->text, ROOM);
  if (add_agreements (sheet, TRUE, C_ ("heading", "Agreed now")) == 0)
    add_written (sheet, C_ ("heading", "Agreed now: who, what, by when"), "", ROOM);
  add_end (sheet);
  return g_steal_pointer (&document);
}

/**
 * val_report_session_document:
 * @dataset: the centre
 * @session: a session, planned or held
 * @records: (element-type ValRecord): what is written about everybody who takes part
 * @language: (nullable): of the sheet
 *
 * The session on paper, with places to sign: what was agreed before, goals, the agent’s words,
 * what was agreed now, the next date. Where nothing is written yet there are lines for a pen. The
 * manager's own remark is not on it. Any thread.
 *
 * Returns: (transfer full): the sheet, for a printer
 */
ValDocument *
val_report_session_document (ValDataset *dataset, const ValMentoring *session,
                             const GPtrArray *records, const char *language)
{
  Sheet sheet = { NULL, dataset, session, records, VAL_DAY_NONE };
  ValDocument *document;

  g_return_val_if_fail (dataset != NULL && session != NULL && records != NULL, NULL);

  sheet.day = val_mentoring_get_day (session);
  val_i18n_push (language);
  document = make_document (&sheet);
  val_i18n_pop ();
  return document;
}

/**
 * val_report_session:
 * @dataset: the centre
 * @session: a session, planned or held
 * @records: (element-type ValRecord): what is written about everybody who takes part
 * @language: (nullable): of the sheet
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * The same as a file.
 *
 * Returns: (transfer full): a PDF file of A4 pages
 */
GBytes *
val_report_session (ValDataset *dataset, const ValMentoring *session, const GPtrArray *records,
                    const char *language, GError **error)
{
  g_autoptr (ValDocument) document
      = val_report_session_document (dataset, session, records, language);
  GBytes *bytes;

  g_return_val_if_fail (document != NULL, NULL);

  val_i18n_push (language);
  bytes = val_document_to_pdf (document, NULL, error);
  val_i18n_pop ();
  return bytes;
}
