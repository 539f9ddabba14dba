/* val-journal-tables.c: which rows the journal knows how to write
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-journal-tables.h"

#include "val-journal.h"

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
    " OR EXISTS (SELECT 1 FROM team WHERE leader_id = ?1)" },
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
    NULL },
  { "band", VAL_TABLE_BANDS, { "from_level", "to_level", "key", "name", "meaning" }, NULL },
  { "scenario", VAL_TABLE_SETTINGS, { "name", "at", "body" }, NULL },
  { "setting", VAL_TABLE_SETTINGS, { "key", "value" }, NULL },
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

static void
append_person (const ValJournalTable *self, GString *sql, const char *row)
{
  if (self->tables == VAL_TABLE_ASSESSMENTS)
    g_string_append_printf (sql, "SELECT val_touch (%s.person_id); ", row);
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

  g_string_append_printf (sql, "CREATE TEMP TRIGGER journal_%s_%d AFTER %s ON main.%s ",
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
    append_person (self, sql, "NEW");
  if (op != VAL_JOURNAL_OP_DELETE)
    append_person (self, sql, "OLD");
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
