/* val-journal-tables.c: which rows the journal knows how to write
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-journal-tables.h"

#include "val-bulk-range.h"
#include "val-format.h"
#include "val-journal.h"
#include "val-search.h"

#define TOUCH_OWNER "val_touch_events (%s.person_id)"

const ValJournalTable val_journal_tables[VAL_JOURNAL_N_TABLES] = {
  { "team",
    VAL_TABLE_TEAMS,
    { "parent_id", "leader_id", "name" },
    "SELECT EXISTS (SELECT 1 FROM person WHERE team_id = ?1)"
    " OR EXISTS (SELECT 1 FROM team WHERE parent_id = ?1)" },
  { "role",
    VAL_TABLE_ROLES,
    { "next_id", "name" },
    "SELECT EXISTS (SELECT 1 FROM person WHERE role_id = ?1)"
    " OR EXISTS (SELECT 1 FROM requirement WHERE role_id = ?1)"
    " OR EXISTS (SELECT 1 FROM role WHERE next_id = ?1)" },
  { "person",
    VAL_TABLE_PEOPLE,
    { "team_id", "role_id", "import_id", "given", "family", "number", "email", "channels",
      "languages", "contract", "matters", "wishes", "strengths", "traits", "leave_reason",
      "start_day", "leave_day" },
    "SELECT EXISTS (SELECT 1 FROM assessment WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM team WHERE leader_id = ?1)"
    " OR EXISTS (SELECT 1 FROM note WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM recognition WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM mentoring_person WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM agreement WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM goal WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM coaching_phase WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM contact_label WHERE person_id = ?1)"
    " OR EXISTS (SELECT 1 FROM indicator_value AS v WHERE v.person_id = ?1 AND "
    VAL_VALUE_COUNTS ("v.id") ")",
    NULL, VAL_SEARCH_PERSON + 1 },
  { "skill",
    VAL_TABLE_SKILLS,
    { "parent_id", "name", "category", "description", "target", "weight", "hours_per_level",
      "cost_per_hour", "wanted_cover", "critical", "archived", "text_0", "text_1", "text_2",
      "text_3", "text_4", "text_5", "text_6", "text_7", "text_8", "text_9", "text_10" },
    "SELECT EXISTS (SELECT 1 FROM assessment WHERE skill_id = ?1)"
    " OR EXISTS (SELECT 1 FROM requirement WHERE skill_id = ?1)"
    " OR EXISTS (SELECT 1 FROM skill WHERE parent_id = ?1)" },
  { "requirement", VAL_TABLE_ROLES, { "role_id", "skill_id", "weight", "target" }, NULL },
  { "assessment",
    VAL_TABLE_ASSESSMENTS,
    { "person_id", "skill_id", "day", "level", "assessor", "remark" },
    NULL, "val_touch (%s.person_id)", VAL_SEARCH_ASSESSMENT + 1 },
  { "band", VAL_TABLE_BANDS, { "from_level", "to_level", "key", "name", "meaning" }, NULL },
  { "scenario", VAL_TABLE_SETTINGS, { "name", "at", "body" }, NULL },
  { "setting", VAL_TABLE_SETTINGS, { "key", "value" }, NULL },
  { "note",
    VAL_TABLE_NOTES,
    { "person_id", "import_id", "kind", "day", "at", "skill_id", "contact", "follow_day",
      "follow_done", "text", "remark", "on_content", "on_manner",
      "indicator_id" },
    NULL, TOUCH_OWNER, VAL_RECORD_NOTE + 1 },
  { "recognition_kind",
    VAL_TABLE_PROGRAMME,
    { "key", "name", "position", "archived" },
    "SELECT EXISTS (SELECT 1 FROM recognition WHERE kind_id = ?1)"
    " OR EXISTS (SELECT 1 FROM recognition_rule WHERE kind_id = ?1)" },
  { "recognition_rule",
    VAL_TABLE_PROGRAMME,
    { "name", "kind_id", "giver", "team_id", "every_days", "cost", "day", "suspended" },
    "SELECT EXISTS (SELECT 1 FROM recognition WHERE rule_id = ?1)", NULL, VAL_RECORD_RULE + 1 },
  { "recognition",
    VAL_TABLE_RECOGNITIONS,
    { "person_id", "import_id", "kind_id", "rule_id", "day", "due_day", "promised", "text",
      "value", "cost", "remark" },
    NULL, TOUCH_OWNER, VAL_RECORD_RECOGNITION + 1 },
  { "coaching_phase",
    VAL_TABLE_PHASES,
    { "person_id", "kind", "day", "end_day", "text", "resistance" },
    NULL, NULL, VAL_RECORD_PHASE + 1 },
  { "mentoring",
    VAL_TABLE_MENTORINGS,
    { "kind", "state", "planned_day", "planned_minute", "held_day", "held_minute", "minutes",
      "title", "place", "agenda", "words", "said_back", "text", "remark", "usefulness",
      "aim_skill_id", "aim_level", "aim_day", "aim_before", "phase_id", "with_manager",
      "aim_indicator_id", "aim_value", "aim_stood" },
    "SELECT EXISTS (SELECT 1 FROM agreement WHERE mentoring_id = ?1)",
    "val_touch_events (person_id) FROM mentoring_person WHERE mentoring_id = %s.id",
    VAL_RECORD_MENTORING + 1 },
  { "mentoring_person",
    VAL_TABLE_MENTORINGS,
    { "mentoring_id", "person_id" },
    NULL, TOUCH_OWNER },
  { "agreement",
    VAL_TABLE_AGREEMENTS,
    { "person_id", "mentoring_id", "done_mentoring_id", "mine", "text", "day", "due_day",
      "done_day", "dropped" },
    NULL, TOUCH_OWNER, VAL_RECORD_AGREEMENT + 1 },
  { "goal",
    VAL_TABLE_GOALS,
    { "person_id", "kind", "skill_id", "level", "before", "indicator", "value", "text", "day",
      "due_day", "done_day", "dropped", "indicator_id", "wanted", "stood" },
    "SELECT EXISTS (SELECT 1 FROM goal_step WHERE goal_id = ?1)", TOUCH_OWNER,
    VAL_RECORD_GOAL + 1 },
  { "goal_step",
    VAL_TABLE_GOALS,
    { "person_id", "goal_id", "position", "text", "partner", "done_day" },
    NULL, NULL, VAL_RECORD_STEP + 1 },
  { "cadence",
    VAL_TABLE_CADENCES,
    { "person_id", "team_id", "every_days", "amber_days", "red_days" },
    NULL },
  { "indicator",
    VAL_TABLE_INDICATORS,
    { "key", "name", "description", "unit", "formula", "variant", "seconds", "period",
      "lower_is_better", "min_n", "position", "start_day", "suspended_day", "decides", "proposes",
      "approves", "introduces", "suspends", "reasons_for", "reasons_against" },
    "SELECT EXISTS (SELECT 1 FROM indicator_value AS v WHERE v.indicator_id = ?1 AND "
    VAL_VALUE_COUNTS ("v.id") ")"
    " OR EXISTS (SELECT 1 FROM note WHERE indicator_id = ?1)"
    " OR EXISTS (SELECT 1 FROM goal WHERE indicator_id = ?1)"
    " OR EXISTS (SELECT 1 FROM mentoring WHERE aim_indicator_id = ?1)",
    NULL, VAL_RECORD_INDICATOR + 1 },
  { "indicator_term",
    VAL_TABLE_INDICATORS,
    { "indicator_id", "day", "floor", "target", "weight", "reason" },
    NULL },
  { "indicator_value",
    VAL_TABLE_VALUES,
    { "person_id", "indicator_id", "day", "value", "n" },
    NULL },
  { "contact_label",
    VAL_TABLE_LABELS,
    { "person_id", "kind", "name" },
    /* Channels and topics are not looked for: they stay with any contacts at all. */
    "SELECT val_has_contacts (?1) OR ((SELECT kind FROM contact_label WHERE id = ?1) <> 0 "
    "AND EXISTS (SELECT 1 FROM import WHERE undone = 0 AND kind IN " VAL_KINDS_OF_CONTACTS
    " AND last_row >= first_row))" },
  { "forecast",
    VAL_TABLE_FORECASTS,
    { "import_id", "name", "kind", "day", "at", "slot_minutes", "variant", "seconds", "remark" },
    NULL },
};

/* val_journal_table_find: NULL: no such table; the name came out of a file. */
const ValJournalTable *
val_journal_table_find (const char *name)
{
  for (guint i = 0; i < VAL_JOURNAL_N_TABLES; i++)
    if (g_strcmp0 (val_journal_tables[i].name, name) == 0)
      return &val_journal_tables[i];
  return NULL;
}

static void
append_old_row (const ValJournalTable *self, GString *sql)
{
  g_string_append (sql, "json_object (");
  for (guint i = 0; self->columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s'%s', OLD.%s", i > 0 ? ", " : "", self->columns[i],
                            self->columns[i]);
  g_string_append (sql, ")");
}

/* Whose picture the row is part of, and what the search index has to look at again. */
static void
append_touch (const ValJournalTable *self, GString *sql, const char *row)
{
  if (self->touch != NULL)
    {
      g_autofree char *touch = val_format_replace (self->touch, row);

      g_string_append_printf (sql, "SELECT %s; ", touch);
    }
  if (self->search_kind != 0)
    g_string_append_printf (sql, "SELECT val_written (%d, %s.id); ", self->search_kind - 1, row);
}

/* val_journal_table_dup_trigger:
 * @self: a table
 * @op: what turns the event round: delete after an insert, and so on
 *
 * Returns: (transfer full): the trigger that writes @op down. A row that keeps its values is not
 * worth a line, or turning a change to and fro would make it longer each time.
 */
char *
val_journal_table_dup_trigger (const ValJournalTable *self, int op)
{
  static const char *const events[] = { NULL, "INSERT", "DELETE", "UPDATE" };
  GString *sql = g_string_new (NULL);
  guint place = (guint) (self - val_journal_tables);

  g_string_append_printf (sql, "CREATE TEMP TRIGGER IF NOT EXISTS journal_%s_%d "
                          "AFTER %s ON main.%s ",
                          self->name, op, events[op], self->name);
  g_string_append (sql, "WHEN val_recording () ");
  if (op == VAL_JOURNAL_OP_UPDATE)
    {
      g_string_append (sql, "AND (");
      for (guint i = 0; self->columns[i] != NULL; i++)
        g_string_append_printf (sql, "%sOLD.%s IS NOT NEW.%s", i > 0 ? " OR " : "",
                                self->columns[i], self->columns[i]);
      g_string_append (sql, ") ");
    }
  g_string_append_printf (sql,
                          "BEGIN INSERT INTO journal (change_id, op, kind, key, body) "
                          "VALUES (val_change (%u), %d, '%s', %s.id, ",
                          place, op, self->name, op == VAL_JOURNAL_OP_DELETE ? "NEW" : "OLD");
  if (op == VAL_JOURNAL_OP_DELETE)
    g_string_append (sql, "NULL");
  else
    append_old_row (self, sql);
  g_string_append (sql, "); ");
  if (op != VAL_JOURNAL_OP_INSERT)
    append_touch (self, sql, "NEW");
  if (op != VAL_JOURNAL_OP_DELETE)
    append_touch (self, sql, "OLD");
  g_string_append (sql, "END");
  return g_string_free (sql, FALSE);
}

/* val_journal_table_dup_replay:
 *
 * Returns: (transfer full): the statement that carries @op out on the row ?1 with the values ?2
 */
char *
val_journal_table_dup_replay (const ValJournalTable *self, int op)
{
  GString *sql = g_string_new (NULL);

  if (op == VAL_JOURNAL_OP_DELETE)
    {
      g_string_append_printf (sql, "DELETE FROM %s WHERE id = ?1", self->name);
      return g_string_free (sql, FALSE);
    }
  if (op == VAL_JOURNAL_OP_INSERT)
    {
      g_string_append_printf (sql, "INSERT INTO %s (id", self->name);
      for (guint i = 0; self->columns[i] != NULL; i++)
        g_string_append_printf (sql, ", %s", self->columns[i]);
      g_string_append (sql, ") VALUES (?1");
    }
  else
    {
      g_string_append_printf (sql, "UPDATE %s SET ", self->name);
    }
  for (guint i = 0; self->columns[i] != NULL; i++)
    {
      if (op == VAL_JOURNAL_OP_INSERT)
        g_string_append (sql, ", ");
      else
        g_string_append_printf (sql, "%s%s = ", i > 0 ? ", " : "", self->columns[i]);
      g_string_append_printf (sql, "json_extract (?2, '$.%s')", self->columns[i]);
    }
  g_string_append (sql, op == VAL_JOURNAL_OP_INSERT ? ")" : " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}
