/* val-load-records.c: reading what is written about people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-records.h"

#include "val-bulk-range.h"
#include "val-load-scores.h"
#include "val-stmt.h"

/* More records than this in one question are read one by one all the same; it only bounds the
 * memory that is set aside at first. */
#define USUAL_RECORDS 64

/* person, id, day, due, minute, kind, flags of each event; flags as in ValEventFlags. */
#define NOTE_EVENTS                                                                               \
  "SELECT person_id, id, day, iif (follow_done IS NULL, follow_day, NULL), NULL, kind, "          \
  "follow_day IS NOT NULL AND follow_done IS NULL FROM note"
#define RECOGNITION_EVENTS                                                                        \
  "SELECT person_id, id, day, iif (promised, due_day, NULL), NULL, 0, promised FROM recognition"
#define MENTORING_EVENTS                                                                          \
  "SELECT p.person_id, m.id, ifnull (m.held_day, m.planned_day), "                                \
  "iif (m.state = 0, m.planned_day, NULL), iif (m.state = 1, m.held_minute, m.planned_minute), "  \
  "m.kind, (m.state = 0) + 4 * (m.state = 1) + 8 * (m.state = 2) + 16 * ((SELECT count (*) FROM " \
  "mentoring_person AS o WHERE o.mentoring_id = m.id) > 1) "                                      \
  "FROM mentoring_person AS p JOIN mentoring AS m ON m.id = p.mentoring_id"
#define AGREEMENT_EVENTS                                                                          \
  "SELECT person_id, id, day, iif (done_day IS NULL, due_day, NULL), NULL, 0, "                   \
  "(done_day IS NULL) + 2 * mine FROM agreement"
#define GOAL_EVENTS                                                                               \
  "SELECT person_id, id, day, iif (done_day IS NULL AND dropped = 0, due_day, NULL), NULL, 0, "   \
  "done_day IS NULL AND dropped = 0 FROM goal"

#define OF_PERSON " WHERE person_id = ?1"

typedef struct
{
  ValRecordType type;
  const char *of_all;
  const char *of_person;
} EventKind;

static const EventKind event_kinds[] = {
  { VAL_RECORD_NOTE, NOTE_EVENTS, NOTE_EVENTS OF_PERSON },
  { VAL_RECORD_RECOGNITION, RECOGNITION_EVENTS, RECOGNITION_EVENTS OF_PERSON },
  { VAL_RECORD_MENTORING, MENTORING_EVENTS, MENTORING_EVENTS OF_PERSON },
  { VAL_RECORD_AGREEMENT, AGREEMENT_EVENTS, AGREEMENT_EVENTS OF_PERSON },
  { VAL_RECORD_GOAL, GOAL_EVENTS, GOAL_EVENTS OF_PERSON },
};

static guint16
read_u16 (ValStmt *stmt, int column, guint16 none)
{
  return val_stmt_is_null (stmt, column) ? none : (guint16) val_stmt_int (stmt, column);
}

static ValEvent
read_event (ValStmt *stmt, ValRecordType type)
{
  ValEvent event = { 0 };

  event.id = (gint32) val_stmt_int (stmt, 1);
  event.day = read_u16 (stmt, 2, VAL_EVENT_NO_DAY);
  event.due = read_u16 (stmt, 3, VAL_EVENT_NO_DAY);
  event.minute = read_u16 (stmt, 4, VAL_EVENT_NO_MINUTE);
  event.type = (guint8) type;
  event.kind = (guint8) val_stmt_int (stmt, 5);
  event.flags = (guint8) val_stmt_int (stmt, 6);
  return event;
}

static gboolean
load_person_events (ValDb *db, ValDatasetBuilder *builder, gint64 person_id, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (ValEvent));

  for (guint i = 0; i < G_N_ELEMENTS (event_kinds); i++)
    {
      g_autoptr (ValStmt) stmt = val_stmt_get (db, event_kinds[i].of_person, error);
      ValStep step;

      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_int (stmt, 1, person_id);
      while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
        {
          ValEvent event = read_event (stmt, event_kinds[i].type);

          g_array_append_val (events, event);
        }
      if (step == VAL_STEP_ERROR)
        return FALSE;
    }
  val_dataset_builder_set_events (
      builder, person_id,
      events->len > 0 ? val_events_new ((const ValEvent *) (gpointer) events->data, events->len)
                      : NULL);
  return TRUE;
}

static gboolean
collect_events (ValDb *db, const EventKind *kind, const GArray *people, GArray **columns,
                GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, kind->of_all, error);
  guint hint = 0;
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      guint person = val_load_find_id (people, val_stmt_int (stmt, 0), &hint);
      ValEvent event = read_event (stmt, kind->type);

      if (person == G_MAXUINT)
        continue; /* a damaged file may hold records of nobody */
      if (columns[person] == NULL)
        columns[person] = g_array_new (FALSE, FALSE, sizeof (ValEvent));
      g_array_append_val (columns[person], event);
    }
  return step == VAL_STEP_DONE;
}

static gboolean
load_all_events (ValDb *db, ValDatasetBuilder *builder, GError **error)
{
  g_autoptr (GArray) people = val_load_ids (db, "SELECT id FROM person ORDER BY id", error);
  g_autofree GArray **columns = NULL;
  gboolean good = people != NULL;

  if (!good)
    return FALSE;
  columns = g_new0 (GArray *, people->len + 1);
  for (guint i = 0; good && i < G_N_ELEMENTS (event_kinds); i++)
    good = collect_events (db, &event_kinds[i], people, columns, error);
  for (guint i = 0; i < people->len; i++)
    {
      GArray *column = columns[i];

      if (good)
        val_dataset_builder_set_events (
            builder, g_array_index (people, gint64, i),
            column != NULL ? val_events_new ((const ValEvent *) (gpointer) column->data,
                                             column->len)
                           : NULL);
      g_clear_pointer (&columns[i], g_array_unref);
    }
  return good;
}

/* val_load_events:
 * @db: the connection
 * @builder: where to
 * @touched: (nullable): what was written; may be %NULL when @everything
 * @everything: whether all have to be read
 * @error: where to
 */
gboolean
val_load_events (ValDb *db, ValDatasetBuilder *builder, const ValTouched *touched,
                 gboolean everything, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (everything || touched->all_event_people)
    return load_all_events (db, builder, error);
  g_hash_table_iter_init (&iter, touched->event_people);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!load_person_events (db, builder, *(gint64 *) id, error))
      return FALSE;
  return TRUE;
}

/* SELECT of a whole record: id, person, import, then the fields. */
static char *
dup_select (const ValRecordClass *klass, const char *where)
{
  GString *sql = g_string_new ("SELECT id");

  g_string_append (sql, klass->has_person ? ", person_id" : ", NULL");
  g_string_append (sql, klass->has_import ? ", import_id" : ", NULL");
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", %s", klass->fields[i].name);
  g_string_append_printf (sql, " FROM %s %s", klass->table, where);
  return g_string_free (sql, FALSE);
}

static gpointer
read_record (ValStmt *stmt, ValRecordType type)
{
  const ValRecordClass *klass = val_record_class (type);
  ValRecord *record = val_record_new (type);

  record->id = val_stmt_int (stmt, 0);
  record->person_id = val_stmt_int (stmt, 1);
  record->import_id = val_stmt_int (stmt, 2);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];
      int column = 3 + (int) i;

      if (field->type == VAL_FIELD_TEXT)
        {
          g_autofree char *text = val_stmt_dup_text (stmt, column);

          val_record_set_text (record, field, text);
        }
      else if (!val_stmt_is_null (stmt, column))
        val_record_set_int (record, field, val_stmt_int (stmt, column));
    }
  return record;
}

static gboolean
read_people (ValDb *db, ValMentoring *session, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (
      db, "SELECT person_id FROM mentoring_person WHERE mentoring_id = ?1 ORDER BY person_id",
      error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, session->record.id);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    val_mentoring_add_person (session, val_stmt_int (stmt, 0));
  return step == VAL_STEP_DONE;
}

/* Values of imports that were taken back stay in the table and do not count. */
#define OF_ALL(type)                                                                              \
  ((type) == VAL_RECORD_VALUE ? "WHERE " VAL_VALUE_COUNTS ("indicator_value.id") " ORDER BY id"    \
                              : "ORDER BY id")
#define OF_ID(type)                                                                               \
  ((type) == VAL_RECORD_VALUE ? "WHERE id = ?1 AND " VAL_VALUE_COUNTS ("?1") : "WHERE id = ?1")

/* Appends what @where finds; ?1 in it is @id, when it has one. */
static gboolean
append_records (ValDb *db, ValRecordType type, const char *where, gint64 id, GPtrArray *records,
                GError **error)
{
  g_autofree char *sql = dup_select (val_record_class (type), where);
  guint first = records->len;
  ValStep step;

  {
    g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);

    if (stmt == NULL)
      return FALSE;
    if (sqlite3_bind_parameter_count (stmt->stmt) > 0)
      val_stmt_bind_int (stmt, 1, id);
    while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
      g_ptr_array_add (records, read_record (stmt, type));
  }
  if (step == VAL_STEP_ERROR)
    return FALSE;
  for (guint i = first; type == VAL_RECORD_MENTORING && i < records->len; i++)
    if (!read_people (db, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

/* val_load_small_records: those of which a dataset keeps all, as far as @tables says. @error:
 * what SQLite answered */
gboolean
val_load_small_records (ValDb *db, ValDatasetBuilder *builder, ValTables tables, GError **error)
{
  static const struct
  {
    ValRecordType type;
    ValTables tables;
  } small[] = { { VAL_RECORD_KIND, VAL_TABLE_PROGRAMME },
                { VAL_RECORD_RULE, VAL_TABLE_PROGRAMME },
                { VAL_RECORD_CADENCE, VAL_TABLE_CADENCES },
                { VAL_RECORD_INDICATOR, VAL_TABLE_INDICATORS },
                { VAL_RECORD_TERM, VAL_TABLE_INDICATORS },
                { VAL_RECORD_LABEL, VAL_TABLE_LABELS },
                { VAL_RECORD_FORECAST, VAL_TABLE_FORECASTS } };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if ((tables & small[i].tables) == 0)
        continue;
      records = g_ptr_array_new_with_free_func (val_record_free);
      if (!append_records (db, small[i].type, "ORDER BY id", 0, records, error))
        return FALSE;
      val_dataset_builder_take_records (builder, small[i].type, g_steal_pointer (&records));
    }
  return TRUE;
}

/* val_load_person_records:
 * @db: the connection
 * @person_id: whose
 * @error: where to
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): everything written about the
 * person, by type, newest first
 */
GPtrArray *
val_load_person_records (ValDb *db, gint64 person_id, GError **error)
{
  static const struct
  {
    ValRecordType type;
    const char *where;
  } parts[] = {
    { VAL_RECORD_NOTE, "WHERE person_id = ?1 ORDER BY day DESC, id DESC" },
    { VAL_RECORD_RECOGNITION, "WHERE person_id = ?1 ORDER BY day DESC, id DESC" },
    { VAL_RECORD_MENTORING,
      "WHERE id IN (SELECT mentoring_id FROM mentoring_person WHERE person_id = ?1) "
      "ORDER BY ifnull (held_day, planned_day) DESC, id DESC" },
    { VAL_RECORD_AGREEMENT, "WHERE person_id = ?1 ORDER BY day DESC, id DESC" },
    { VAL_RECORD_GOAL, "WHERE person_id = ?1 ORDER BY day DESC, id DESC" },
    { VAL_RECORD_STEP, "WHERE person_id = ?1 ORDER BY goal_id, position, id" },
    { VAL_RECORD_PHASE, "WHERE person_id = ?1 ORDER BY day DESC, id DESC" },
    { VAL_RECORD_CADENCE, "WHERE person_id = ?1" },
  };
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (USUAL_RECORDS, val_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!append_records (db, parts[i].type, parts[i].where, person_id, records, error))
      return NULL;
  return g_steal_pointer (&records);
}

/* val_load_records:
 * @db: the connection
 * @type: what they are
 * @ids: (nullable) (element-type gint64): which; %NULL: all, by id
 * @error: where to
 *
 * Returns: (transfer full) (nullable) (element-type ValRecord): those that are there, in this order
 */
GPtrArray *
val_load_records (ValDb *db, ValRecordType type, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);

  if (ids == NULL)
    {
      if (!append_records (db, type, OF_ALL (type), 0, records, error))
        return NULL;
      return g_steal_pointer (&records);
    }
  for (guint i = 0; i < ids->len; i++)
    if (!append_records (db, type, OF_ID (type), g_array_index (ids, gint64, i), records, error))
      return NULL;
  return g_steal_pointer (&records);
}

/* val_load_all_records: (transfer full) (nullable) (element-type ValRecord): by type, by id;
 * @error: what SQLite answered */
GPtrArray *
val_load_all_records (ValDb *db, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);

  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    if (!append_records (db, (ValRecordType) type, OF_ALL (type), 0, records, error))
      return NULL;
  return g_steal_pointer (&records);
}

/* val_load_drafts: (transfer full) (nullable): key -> text that was being typed; @error: what
 * SQLite answered */
GHashTable *
val_load_drafts (ValDb *db, GError **error)
{
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ValStmt) stmt = val_stmt_get (db, "SELECT key, body FROM draft", error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    g_hash_table_insert (drafts, val_stmt_dup_text (stmt, 0), val_stmt_dup_text (stmt, 1));
  return step == VAL_STEP_DONE ? g_steal_pointer (&drafts) : NULL;
}
