/* val-salvage-walk.c: reading a damaged table along its primary key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-salvage-private.h"

#include "val-bulk-range.h"
#include "val-plain-db.h"
#include "val-store-error.h"

/* Probes into what lies between faults, in one table. A probe costs some microseconds. */
#define MAX_PROBES 20000
/* Wider gaps between keys are no sign of that many rows. */
#define MAX_BELIEVED 1000000

typedef struct
{
  ValSalvage *salvage;
  sqlite3_stmt *up;   /* rows with ?1 <= id <= ?2, upwards */
  sqlite3_stmt *down; /* the same, downwards */
  sqlite3_stmt *insert;
  GHashTable *refused; /* keys of rows that break the rules */
  GError *error;       /* of the new file; the damaged one's are expected */
} Walk;

/* Keys from @first to @last that were not read yet. */
typedef struct
{
  gint64 first;
  gint64 last;
} Gap;

static void
walk_clear (Walk *self)
{
  sqlite3_finalize (self->up);
  sqlite3_finalize (self->down);
  sqlite3_finalize (self->insert);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* FALSE: the new file cannot be written. A row that breaks the rules is a lost row, not a fault. */
static gboolean
keep_row (Walk *self, sqlite3_stmt *row)
{
  int code = SQLITE_OK;

  for (int i = 0; i < sqlite3_column_count (row) && code == SQLITE_OK; i++)
    code = sqlite3_bind_value (self->insert, i + 1, sqlite3_column_value (row, i));
  if (code == SQLITE_OK)
    code = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);
  sqlite3_clear_bindings (self->insert);
  if (code == SQLITE_DONE)
    {
      self->salvage->got++;
      return TRUE;
    }
  /* A key seen before: two pages hold it, and one of them is right. */
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
    return TRUE;
  if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISMATCH
      || (code & 0xff) == SQLITE_TOOBIG || (code & 0xff) == SQLITE_RANGE)
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_hash_table_add (self->refused, g_memdup2 (&id, sizeof id));
      return TRUE;
    }
  val_store_set_sqlite_error (&self->error, self->salvage->target, code);
  return FALSE;
}

/* Reads from one end of @gap; takes what was read off it. TRUE: the whole of it was read. The keys
 * must rise (or fall) with every row, or a circle of pages would never end. */
static gboolean
read_from (Walk *self, gboolean upwards, Gap *gap)
{
  sqlite3_stmt *statement = upwards ? self->up : self->down;
  gboolean whole = FALSE;
  int code;

  sqlite3_bind_int64 (statement, 1, gap->first);
  sqlite3_bind_int64 (statement, 2, gap->last);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (id < gap->first || id > gap->last || !keep_row (self, statement))
        break;
      if (id == (upwards ? gap->last : gap->first))
        {
          whole = TRUE;
          break;
        }
      if (upwards)
        gap->first = id + 1;
      else
        gap->last = id - 1;
    }
  sqlite3_reset (statement);
  return whole || code == SQLITE_DONE;
}

static void
push_gap (GQueue *queue, gint64 first, gint64 last)
{
  Gap gap = { first, last };

  if (first <= last)
    g_queue_push_tail (queue, g_memdup2 (&gap, sizeof gap));
}

static void
believe_lost (Walk *self, guint64 *believed, const Gap *gap)
{
  guint64 width = (guint64) gap->last - (guint64) gap->first + 1;

  if (width > 0 && width <= MAX_BELIEVED)
    *believed += width;
  else
    *believed += 1;
}

/* Breadth first: the probes are spread evenly over what is unknown. */
static guint64
read_gaps (Walk *self, GQueue *queue)
{
  guint64 believed = 0;
  guint probes = 0;
  Gap *next;

  while ((next = g_queue_pop_head (queue)) != NULL)
    {
      g_autofree Gap *gap = next;
      Gap lower;
      Gap upper;
      gint64 middle;

      if (gap->first == gap->last || probes > MAX_PROBES || self->error != NULL
          || g_get_monotonic_time () > self->salvage->deadline)
        {
          if (gap->first != gap->last || !read_from (self, TRUE, gap))
            believe_lost (self, &believed, gap);
          continue;
        }
      probes++;
      middle = gap->first + (gint64) (((guint64) gap->last - (guint64) gap->first) / 2);
      lower = (Gap){ gap->first, middle };
      upper = (Gap){ middle + 1, gap->last };
      if (!read_from (self, FALSE, &lower))
        push_gap (queue, lower.first, lower.last);
      if (!read_from (self, TRUE, &upper))
        push_gap (queue, upper.first, upper.last);
    }
  return believed;
}

/* Reads row by row what one index names and is not there yet; -1 when the index cannot be read to
 * its end, else how many of its rows are lost. */
static gint64
read_by_index (Walk *self, const char *table, const char *index, sqlite3_stmt *find)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" INDEXED BY \"%s\"", table, index);
  g_autoptr (sqlite3_stmt) keys = NULL;
  gint64 missing = 0;
  int code = sqlite3_prepare_v2 (self->salvage->source, sql, -1, &keys, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      Gap one;
      gboolean there;

      code = sqlite3_step (keys);
      if (code != SQLITE_ROW)
        break;
      one.first = one.last = sqlite3_column_int64 (keys, 0);
      sqlite3_bind_int64 (find, 1, one.first);
      there = sqlite3_step (find) == SQLITE_ROW;
      sqlite3_reset (find);
      if (there)
        continue;
      read_from (self, TRUE, &one);
      there = sqlite3_step (find) == SQLITE_ROW;
      sqlite3_reset (find);
      missing += there ? 0 : 1;
    }
  return code == SQLITE_DONE ? missing : -1;
}

/* The same with the first index that can be read. */
static gint64
read_by_indexes (Walk *self, const char *table)
{
  g_autoptr (sqlite3_stmt) list = NULL;
  g_autoptr (sqlite3_stmt) find = NULL;
  g_autofree char *find_sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", table);
  gint64 missing = -1;

  if (sqlite3_prepare_v2 (self->salvage->target,
                          "SELECT name FROM pragma_index_list (?1) WHERE NOT partial", -1, &list,
                          NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (self->salvage->target, find_sql, -1, &find, NULL) != SQLITE_OK)
    return -1;
  sqlite3_bind_text (list, 1, table, -1, SQLITE_STATIC);
  while (missing < 0 && sqlite3_step (list) == SQLITE_ROW)
    missing = read_by_index (self, table, (const char *) sqlite3_column_text (list, 0), find);
  return missing;
}

/* The columns that both have, the key first; NULL when @source has no such table with a key. */
static char *
common_columns (ValSalvage *self, const char *table, guint *ret_n)
{
  g_autoptr (sqlite3_stmt) wanted = NULL;
  g_autoptr (sqlite3_stmt) present = NULL;
  g_autoptr (GString) columns = g_string_new ("id");
  gboolean has_key = FALSE;

  *ret_n = 1;
  if (sqlite3_prepare_v2 (self->target, "SELECT name FROM pragma_table_info (?1)", -1, &wanted,
                          NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (self->source,
                             "SELECT pk FROM pragma_table_info (?1) WHERE name = ?2", -1, &present,
                             NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_text (wanted, 1, table, -1, SQLITE_STATIC);
  sqlite3_bind_text (present, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (wanted) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (wanted, 0);

      sqlite3_bind_text (present, 2, name, -1, SQLITE_TRANSIENT);
      if (sqlite3_step (present) == SQLITE_ROW)
        {
          if (strcmp (name, "id") == 0)
            has_key = sqlite3_column_int (present, 0) == 1;
          else
            {
              g_string_append_printf (columns, ", \"%s\"", name);
              (*ret_n)++;
            }
        }
      sqlite3_reset (present);
    }
  return has_key ? g_string_free (g_steal_pointer (&columns), FALSE) : NULL;
}

static gboolean
prepare (Walk *self, const char *table, const char *columns, guint n, GError **error)
{
  g_autofree char *up = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id BETWEEN ?1 AND ?2 "
                                         "ORDER BY id", columns, table);
  g_autofree char *down = g_strconcat (up, " DESC", NULL);
  g_autoptr (GString) insert = g_string_new (NULL);
  int code;

  g_string_append_printf (insert, "INSERT INTO \"%s\" (%s) VALUES (?", table, columns);
  for (guint i = 1; i < n; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  code = sqlite3_prepare_v2 (self->salvage->target, insert->str, -1, &self->insert, NULL);
  if (code != SQLITE_OK)
    {
      val_store_set_sqlite_error (error, self->salvage->target, code);
      return FALSE;
    }
  /* Faults of the damaged file are met again, and counted, when stepping. */
  sqlite3_prepare_v2 (self->salvage->source, up, -1, &self->up, NULL);
  sqlite3_prepare_v2 (self->salvage->source, down, -1, &self->down, NULL);
  return TRUE;
}

/**
 * val_salvage_walk_table:
 * @self: the rescue
 * @table: a table of our schema, with an integer key "id"
 * @error: return location, for faults of the new file only
 *
 * Reads what can be read of @table into the new file and counts.
 */
gboolean
val_salvage_walk_table (ValSalvage *self, const char *table, GError **error)
{
  guint n = 0;
  g_autofree char *columns = common_columns (self, table, &n);
  g_auto (Walk) walk = { .salvage = self };
  Gap all = { G_MININT64, G_MAXINT64 };
  GQueue queue = G_QUEUE_INIT;
  gint64 lost;

  if (columns == NULL)
    {
      self->faults = TRUE;
      return TRUE;
    }
  self->found_table = TRUE;
  walk.refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!prepare (&walk, table, columns, n, error))
    return FALSE;
  if (walk.up == NULL || walk.down == NULL)
    {
      self->faults = TRUE;
      return TRUE;
    }
  if (!read_from (&walk, TRUE, &all) && !read_from (&walk, FALSE, &all))
    {
      self->faults = TRUE;
      lost = read_by_indexes (&walk, table);
      if (lost < 0)
        {
          push_gap (&queue, all.first, all.last);
          lost = (gint64) read_gaps (&walk, &queue) + g_hash_table_size (walk.refused);
        }
    }
  else
    lost = g_hash_table_size (walk.refused);
  if (walk.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&walk.error));
      return FALSE;
    }
  self->lost += (guint64) lost;
  return TRUE;
}

/* What mends the row that the statement stands on. */
static char *
mending_sql (sqlite3_stmt *broken)
{
  const char *table = (const char *) sqlite3_column_text (broken, 0);
  gint64 id = sqlite3_column_int64 (broken, 1);

  if (sqlite3_column_int (broken, 3) != 0)
    return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE id = %" G_GINT64_FORMAT, table,
                            (const char *) sqlite3_column_text (broken, 2), id);
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE id = %" G_GINT64_FORMAT, table, id);
}

static gboolean
list_mendings (ValSalvage *self, GPtrArray *list, GError **error)
{
  g_autoptr (sqlite3_stmt) broken = NULL;
  int code = sqlite3_prepare_v2 (self->target,
                                 "SELECT c.\"table\", c.rowid, f.\"from\", "
                                 "f.on_delete = 'SET NULL' FROM pragma_foreign_key_check () AS c "
                                 "JOIN pragma_foreign_key_list (c.\"table\") AS f "
                                 "ON f.id = c.fkid",
                                 -1, &broken, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (broken);
      if (code == SQLITE_ROW)
        g_ptr_array_add (list, mending_sql (broken));
    }
  if (code == SQLITE_DONE)
    return TRUE;
  val_store_set_sqlite_error (error, self->target, code);
  return FALSE;
}

/**
 * val_salvage_mend_references:
 * @self: the rescue
 * @error: return location
 *
 * References to rows that are gone are cleared where the schema allows it; else the row that has
 * them is lost too.
 */
gboolean
val_salvage_mend_references (ValSalvage *self, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

      if (!list_mendings (self, list, error))
        return FALSE;
      if (list->len == 0)
        return TRUE;
      for (guint i = 0; i < list->len; i++)
        {
          const char *sql = g_ptr_array_index (list, i);

          if (!val_plain_db_exec (self->target, sql, error))
            return FALSE;
          if (g_str_has_prefix (sql, "DELETE") && sqlite3_changes (self->target) > 0)
            {
              self->got--;
              self->lost++;
            }
        }
    }
}

/* What no reference of the schema says. Rows of imports that were taken back cannot be asked for
 * any more; contacts whose import is lost get a nameless one, so that they count. */
static const char *const number_mendings[] = {
  "DELETE FROM contact WHERE EXISTS (SELECT 1 FROM import AS i WHERE i.undone = 1 AND i.kind IN " VAL_KINDS_OF_CONTACTS
  " AND contact.id BETWEEN i.first_row AND i.last_row)",
  "DELETE FROM indicator_value WHERE NOT " VAL_VALUE_COUNTS ("indicator_value.id"),
  "INSERT INTO import (file_name, kind, sha256, at, rows_read, rows_stored, rows_refused, "
  "people_made, first_row, last_row) SELECT '', 'contacts-bulk', '', 0, 0, 0, 0, 0, min (id), "
  "max (id) FROM (SELECT c.id, (SELECT count (*) FROM import AS i WHERE i.kind IN "
  VAL_KINDS_OF_CONTACTS " AND i.first_row <= c.id) AS place FROM contact AS c WHERE NOT "
  VAL_CONTACT_COUNTS ("c.id") ") GROUP BY place",
  "UPDATE contact SET agent = NULL WHERE agent NOT IN (SELECT id FROM contact_label WHERE kind = 0)",
  "UPDATE contact SET channel = NULL WHERE channel NOT IN (SELECT id FROM contact_label "
  "WHERE kind = 1)",
  "UPDATE contact SET topic = NULL WHERE topic NOT IN (SELECT id FROM contact_label WHERE kind = 2)",
  "DELETE FROM forecast_interval WHERE forecast_id NOT IN (SELECT id FROM forecast)",
};

/* val_salvage_mend_numbers: contacts, values and intervals that belong to nothing any more. */
gboolean
val_salvage_mend_numbers (ValSalvage *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_mendings); i++)
    if (!val_plain_db_exec (self->target, number_mendings[i], error))
      return FALSE;
  return TRUE;
}
