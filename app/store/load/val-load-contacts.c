/* val-load-contacts.c: reading contacts into columns, piece by piece
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-load-contacts.h"

#include "val-bulk-range.h"
#include "val-contact-packs.h"
#include "val-events.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* The chunks of one import, as far as they were read. */
typedef struct
{
  gint64 first;
  gint64 last;
  gint64 next; /* the first key that was not read yet */
  GPtrArray *chunks;
} Part;

struct _ValContactReader
{
  GPtrArray *parts; /* of Part; those that count, by their keys */
  ValContacts *whole; /* (nullable): made of them all */
};

static void
part_free (gpointer data)
{
  Part *self = data;

  g_ptr_array_unref (self->chunks);
  g_free (self);
}

/* val_contact_reader_new: (transfer full) */
ValContactReader *
val_contact_reader_new (void)
{
  ValContactReader *self = g_new0 (ValContactReader, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

/* val_contact_reader_free: (transfer full) (nullable) */
void
val_contact_reader_free (ValContactReader *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->whole, val_contacts_unref);
  g_free (self);
}

/* What was read of a range before, or nothing of it. */
static Part *
take_part (GPtrArray *parts, gint64 first, gint64 last)
{
  Part *part;

  for (guint i = 0; i < parts->len; i++)
    {
      part = g_ptr_array_index (parts, i);
      if (part->first == first && part->last == last)
        return g_ptr_array_steal_index (parts, i);
    }
  part = g_new0 (Part, 1);
  part->first = part->next = first;
  part->last = last;
  part->chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_chunk_unref);
  return part;
}

/* Brings the list of parts up to what counts now. */
static gboolean
refresh_parts (ValContactReader *self, ValDb *db, GError **error)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->parts);
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT first_row, last_row FROM import WHERE undone = 0 AND kind IN "
                      VAL_KINDS_OF_CONTACTS " AND last_row >= first_row ORDER BY first_row",
                      error);
  gboolean same = TRUE;
  ValStep step = VAL_STEP_ERROR;

  self->parts = g_ptr_array_new_with_free_func (part_free);
  while (stmt != NULL && (step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      Part *part = take_part (old, val_stmt_int (stmt, 0), val_stmt_int (stmt, 1));

      same = same && part->next > part->last;
      g_ptr_array_add (self->parts, part);
    }
  if (!same || old->len > 0)
    g_clear_pointer (&self->whole, val_contacts_unref);
  return step == VAL_STEP_DONE;
}

static gint32
read_known (sqlite3_stmt *stmt, int column)
{
  return sqlite3_column_type (stmt, column) == SQLITE_NULL ? -1 : sqlite3_column_int (stmt, column);
}

/* answered, resolved and difficult from column @first on. */
static guint8
read_flags (sqlite3_stmt *stmt, int answered, int resolved, int difficult, guint8 *ret_reason)
{
  gint32 a = read_known (stmt, answered), r = read_known (stmt, resolved);
  gint32 d = read_known (stmt, difficult);
  guint8 flags = 0;

  if (a >= 0)
    flags |= VAL_CONTACT_ANSWERED_KNOWN | (a > 0 ? VAL_CONTACT_ANSWERED : 0);
  if (r >= 0)
    flags |= VAL_CONTACT_RESOLVED_KNOWN | (r > 0 ? VAL_CONTACT_RESOLVED : 0);
  if (d >= 0)
    flags |= VAL_CONTACT_DIFFICULT_KNOWN | (d > 0 ? VAL_CONTACT_DIFFICULT : 0);
  *ret_reason = d > 1 ? (guint8) (d - 1) : VAL_DIFFICULT_OTHER;
  return flags;
}

/* val_load_contact_row: the row that a statement of %VAL_LOAD_CONTACT_ROWS stands on, to the end of
 * @columns, which have room for it */
void
val_load_contact_row (sqlite3_stmt *stmt, ValContactColumns *columns)
{
  guint i = columns->n++;
  gint32 second = read_known (stmt, 2);

  columns->id[i] = sqlite3_column_int (stmt, 0);
  columns->day[i] = (guint16) sqlite3_column_int (stmt, 1);
  columns->minute[i] = second < 0 ? VAL_EVENT_NO_MINUTE : (guint16) (second / 60);
  columns->agent[i] = sqlite3_column_int (stmt, 3);
  columns->channel[i] = sqlite3_column_int (stmt, 4);
  columns->topic[i] = sqlite3_column_int (stmt, 5);
  columns->flags[i] = read_flags (stmt, 6, 7, 11, &columns->reason[i]);
  columns->wait[i] = read_known (stmt, 8);
  columns->talk[i] = read_known (stmt, 9);
  columns->satisfaction[i] = (guint16) sqlite3_column_int (stmt, 10);
}

/* val_load_contact_rows:
 * @db: the connection
 * @first: the lowest key
 * @last: the highest
 * @columns: with room for all keys between them; empty
 * @error: where to
 *
 * Reads the rows with these keys. Keys of a damaged file may be missing.
 */
gboolean
val_load_contact_rows (ValDb *db, gint64 first, gint64 last, ValContactColumns *columns,
                       GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, VAL_LOAD_CONTACT_ROWS, error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  val_stmt_bind_int (stmt, 1, first);
  val_stmt_bind_int (stmt, 2, last);
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      if (columns->n > last - first)
        {
          val_store_set_error (error, VAL_STORE_ERROR_DAMAGED);
          return FALSE;
        }
      val_load_contact_row (stmt->stmt, columns);
    }
  return step == VAL_STEP_DONE;
}

/* The next chunk of a part: out of its pack, else row by row. */
static gboolean
read_chunk (Part *part, ValDb *db, GError **error)
{
  gint64 last = MIN (part->last, part->next + VAL_CONTACTS_CHUNK - 1);
  g_auto (ValContactColumns) columns = { 0 };
  gboolean found;

  val_contact_columns_alloc (&columns, (guint) (last - part->next) + 1);
  if (!val_contact_packs_read (db, part->next, last, &columns, &found, error))
    return FALSE;
  if (!found)
    columns.n = 0;
  if (!found && !val_load_contact_rows (db, part->next, last, &columns, error))
    return FALSE;
  if (columns.n > 0)
    {
      g_ptr_array_add (part->chunks, val_contact_chunk_new (&columns));
      columns = (ValContactColumns){ 0 };
    }
  part->next = last + 1;
  return TRUE;
}

static void
put_together (ValContactReader *self)
{
  GPtrArray *chunks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_chunk_unref);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->chunks->len; j++)
        g_ptr_array_add (chunks, val_contact_chunk_ref (g_ptr_array_index (part->chunks, j)));
    }
  self->whole = val_contacts_new (chunks);
}

/* val_contact_reader_step:
 * @self: the reader of this connection
 * @db: the connection, outside of a transaction
 * @ret_contacts: (out) (transfer full) (nullable): all contacts that count; %NULL: go on
 * @error: where to
 *
 * Reads the next chunk of what is missing: a few milliseconds, or 60 row by row. Edits may come in
 * between.
 */
gboolean
val_contact_reader_step (ValContactReader *self, ValDb *db, ValContacts **ret_contacts,
                         GError **error)
{
  *ret_contacts = NULL;
  if (!refresh_parts (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (part->next <= part->last)
        return read_chunk (part, db, error);
    }
  if (self->whole == NULL)
    put_together (self);
  *ret_contacts = val_contacts_ref (self->whole);
  return TRUE;
}

static ValContactDetail *
read_detail (ValStmt *stmt)
{
  ValContactDetail *detail = g_new0 (ValContactDetail, 1);
  ValContact *contact = &detail->contact;

  detail->id = val_stmt_int (stmt, 0);
  contact->day = (guint16) val_stmt_int (stmt, 1);
  contact->second = read_known (stmt->stmt, 2);
  contact->agent = (gint32) val_stmt_int (stmt, 3);
  contact->channel = (gint32) val_stmt_int (stmt, 4);
  contact->topic = (gint32) val_stmt_int (stmt, 5);
  contact->flags = read_flags (stmt->stmt, 6, 7, 11, &contact->reason);
  contact->wait = read_known (stmt->stmt, 8);
  contact->talk = read_known (stmt->stmt, 9);
  contact->satisfaction = (guint16) val_stmt_int (stmt, 10);
  detail->reference = val_stmt_dup_text (stmt, 12);
  return detail;
}

/* The imports whose contacts count, by their keys. */
static GArray *
load_counting (ValDb *db, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ValBulkRange));
  g_autoptr (ValStmt) stmt
      = val_stmt_get (db,
                      "SELECT first_row, last_row FROM import WHERE undone = 0 AND kind IN "
                      VAL_KINDS_OF_CONTACTS " AND last_row >= first_row ORDER BY first_row",
                      error);
  ValStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      ValBulkRange range = { val_stmt_int (stmt, 0), val_stmt_int (stmt, 1), VAL_BULK_CONTACTS };

      g_array_append_val (ranges, range);
    }
  return step == VAL_STEP_DONE ? g_steal_pointer (&ranges) : NULL;
}

/* @hint: where the one before was found */
static gboolean
does_count (const GArray *ranges, gint64 id, guint *hint)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const ValBulkRange *range
          = &g_array_index (ranges, ValBulkRange, (*hint + i) % ranges->len);

      if (id >= range->first && id <= range->last)
        {
          *hint = (*hint + i) % ranges->len;
          return TRUE;
        }
    }
  return FALSE;
}

/* Behind the last of the keys from @i on that follow each other. */
static guint
end_of_run (const GArray *ids, guint i)
{
  guint end = i + 1;

  while (end < ids->len
         && g_array_index (ids, gint64, end) == g_array_index (ids, gint64, end - 1) + 1)
    end++;
  return end;
}

/* val_load_contact_details:
 * @db: the connection
 * @ids: (element-type gint64): keys; those that follow each other are read in one go
 * @error: where to
 *
 * Returns: (transfer full) (nullable) (element-type ValContactDetail): in this order; those that
 *   are gone or were taken back are left out
 */
GPtrArray *
val_load_contact_details (ValDb *db, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) details
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_detail_free);
  g_autoptr (GArray) ranges = load_counting (db, error);
  g_autoptr (ValStmt) stmt = NULL;
  guint hint = 0;

  if (ranges == NULL)
    return NULL;
  stmt = val_stmt_get (db,
                       "SELECT " VAL_LOAD_CONTACT_COLUMNS ", reference FROM contact "
                       "WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                       error);
  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i = end_of_run (ids, i))
    {
      ValStep step;

      val_stmt_bind_int (stmt, 1, g_array_index (ids, gint64, i));
      val_stmt_bind_int (stmt, 2, g_array_index (ids, gint64, end_of_run (ids, i) - 1));
      while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
        if (does_count (ranges, val_stmt_int (stmt, 0), &hint))
          g_ptr_array_add (details, read_detail (stmt));
      if (step == VAL_STEP_ERROR)
        return NULL;
    }
  return g_steal_pointer (&details);
}
