/* val-bulk-contacts.c: a bulk of contacts, stored by one statement
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in val-bulk-table.c: one INSERT ... SELECT over a table that reads the edit.
 */
#include "val-bulk-numbers.h"

#include "val-contact-packs.h"
#include "val-events.h"
#include "val-stmt.h"
#include "val-store-error.h"

#define MODULE "val_contacts"
#define PROGRESS_ROWS 20000
#define MAX_DAY 65534
#define SECONDS_A_DAY 86400

#define COLUMNS                                                                                   \
  "day, second, agent, channel, topic, answered, resolved, wait, talk, satisfaction, difficult, " \
  "reference"

enum
{
  COLUMN_ID,
  COLUMN_DAY,
  COLUMN_SECOND,
  COLUMN_AGENT,
  COLUMN_CHANNEL,
  COLUMN_TOPIC,
  COLUMN_ANSWERED,
  COLUMN_RESOLVED,
  COLUMN_WAIT,
  COLUMN_TALK,
  COLUMN_SATISFACTION,
  COLUMN_DIFFICULT,
  COLUMN_REFERENCE,
};

/* What an edit calls a label, as a place in an array. */
typedef struct
{
  gint64 least; /* the lowest number, a provisional one, or 0 */
  gint64 most;
  gint32 *ids;  /* what the label is called in the file; 0: there is none */
  guint8 *kinds;
} Labels;

typedef struct
{
  const ValContactRows *bulk;
  guint n;
  Labels labels;
  gboolean plain; /* all references are ASCII */
  gint64 first_key;
  guint from; /* the first row that is read */
  ValBulkProgress progress;
  gpointer progress_data;
} Source;

typedef struct
{
  sqlite3_vtab base;
  const Source *source;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const Source *source;
  ValContactPiece piece;
  guint at;  /* in the piece */
  guint row; /* of all */
} Cursor;

static int
connect_cb (sqlite3 *handle, void *data, int argc, const char *const *argv, sqlite3_vtab **ret,
            char **ret_message)
{
  int rc = sqlite3_declare_vtab (handle, "CREATE TABLE x (id, " COLUMNS ")");
  Table *table;

  if (rc != SQLITE_OK)
    return rc;
  table = g_new0 (Table, 1);
  table->source = data;
  *ret = &table->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* There is one way through: from the first to the last. */
static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->estimatedCost = ((Table *) table)->source->n;
  info->estimatedRows = ((Table *) table)->source->n;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **ret)
{
  Cursor *cursor = g_new0 (Cursor, 1);

  cursor->source = ((Table *) table)->source;
  *ret = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;

  val_contact_piece_clear (&cursor->piece);
  g_free (cursor);
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;
  const Source *source = cursor->source;

  cursor->row++;
  if (++cursor->at >= cursor->piece.n)
    {
      val_contact_piece_next (&cursor->piece);
      cursor->at = 0;
    }
  if (cursor->row % PROGRESS_ROWS == 0 && source->progress != NULL)
    source->progress ((double) cursor->row / source->n, source->progress_data);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int number, const char *name, int argc,
           sqlite3_value **values)
{
  Cursor *cursor = (Cursor *) base;

  val_contact_piece_clear (&cursor->piece);
  val_contact_piece_init (&cursor->piece, cursor->source->bulk);
  val_contact_piece_next (&cursor->piece);
  cursor->row = cursor->at = 0;
  while (cursor->row < cursor->source->from)
    next_cb (base);
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  Cursor *cursor = (Cursor *) base;

  return cursor->row >= cursor->source->n;
}

static void
give_label (sqlite3_context *context, const Source *source, gint32 label)
{
  if (label != 0)
    sqlite3_result_int (context, source->labels.ids[label - source->labels.least]);
}

static void
give_reference (sqlite3_context *context, const Cursor *cursor, guint32 place)
{
  const char *text = cursor->piece.texts + place;

  if (place == 0)
    return;
  if (cursor->source->plain || g_utf8_validate (text, -1, NULL))
    sqlite3_result_text (context, text, -1, SQLITE_STATIC);
  else
    sqlite3_result_text (context, g_utf8_make_valid (text, -1), -1, g_free);
}

static void
give_number (sqlite3_context *context, int number)
{
  if (number >= 0)
    sqlite3_result_int (context, number);
}

static void
give_flag (sqlite3_context *context, guint8 flags, guint8 flag, guint8 known)
{
  if ((flags & known) != 0)
    sqlite3_result_int (context, (flags & flag) != 0);
}

static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
  const Cursor *cursor = (Cursor *) base;
  const ValContact *row = &cursor->piece.rows[cursor->at];

  switch (column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, cursor->source->first_key + cursor->row);
      break;
    case COLUMN_DAY:
      sqlite3_result_int (context, row->day);
      break;
    case COLUMN_SECOND:
      give_number (context, row->second);
      break;
    case COLUMN_AGENT:
      give_label (context, cursor->source, row->agent);
      break;
    case COLUMN_CHANNEL:
      give_label (context, cursor->source, row->channel);
      break;
    case COLUMN_TOPIC:
      give_label (context, cursor->source, row->topic);
      break;
    case COLUMN_ANSWERED:
      give_flag (context, row->flags, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED_KNOWN);
      break;
    case COLUMN_RESOLVED:
      give_flag (context, row->flags, VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED_KNOWN);
      break;
    case COLUMN_WAIT:
      give_number (context, row->wait);
      break;
    case COLUMN_TALK:
      give_number (context, row->talk);
      break;
    case COLUMN_SATISFACTION:
      give_number (context, row->satisfaction != 0 ? row->satisfaction : -1);
      break;
    case COLUMN_DIFFICULT:
      if ((row->flags & VAL_CONTACT_DIFFICULT_KNOWN) != 0)
        sqlite3_result_int (context,
                            (row->flags & VAL_CONTACT_DIFFICULT) != 0 ? 1 + row->reason : 0);
      break;
    case COLUMN_REFERENCE:
      give_reference (context, cursor, row->reference);
      break;
    default:
      break;
    }
  return SQLITE_OK;
}

static int
row_id_cb (sqlite3_vtab_cursor *base, sqlite3_int64 *ret_id)
{
  *ret_id = ((Cursor *) base)->row;
  return SQLITE_OK;
}

/* Without xCreate the table is there by itself under the module's name. */
static const sqlite3_module module = {
  .xConnect = connect_cb,
  .xBestIndex = best_index_cb,
  .xDisconnect = disconnect_cb,
  .xOpen = open_cb,
  .xClose = close_cb,
  .xFilter = filter_cb,
  .xNext = next_cb,
  .xEof = eof_cb,
  .xColumn = column_cb,
  .xRowid = row_id_cb,
};

/* OR ROLLBACK: the transaction cannot go on after a failure, and so needs no second journal. */
static int
run_insert (ValDb *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK)
    {
      rc = sqlite3_step (stmt);
      if (rc == SQLITE_DONE)
        rc = SQLITE_OK;
    }
  sqlite3_finalize (stmt);
  return rc;
}

/* The first row says where the keys begin; the others get the next ones by themselves. */
static int
run_inserts (ValDb *db, Source *source)
{
  int rc;

  source->from = 0;
  rc = run_insert (db, "INSERT OR ROLLBACK INTO main.contact (id, " COLUMNS ") "
                       "SELECT id, " COLUMNS " FROM " MODULE " LIMIT 1");
  if (rc != SQLITE_OK || source->n == 1)
    return rc;
  source->from = 1;
  rc = run_insert (db, "INSERT OR ROLLBACK INTO main.contact (" COLUMNS ") "
                       "SELECT " COLUMNS " FROM " MODULE);
  if (rc == SQLITE_OK
      && sqlite3_last_insert_rowid (db->handle) != source->first_key + source->n - 1)
    rc = SQLITE_CONSTRAINT;
  return rc;
}

static gboolean
store_source (ValDb *db, Source *source, GError **error)
{
  int rc = sqlite3_create_module_v2 (db->handle, MODULE, &module, source, NULL);

  if (rc == SQLITE_OK)
    {
      rc = run_inserts (db, source);
      if (rc != SQLITE_OK)
        val_store_set_sqlite_error (error, db->handle, rc);
      /* Nothing may reach the rows when they are gone. */
      sqlite3_create_module_v2 (db->handle, MODULE, NULL, NULL, NULL);
      return rc == SQLITE_OK;
    }
  val_store_set_sqlite_error (error, db->handle, rc);
  return FALSE;
}

static gint32
stored_label (const Source *source, gint32 label)
{
  return label != 0 ? source->labels.ids[label - source->labels.least] : 0;
}

/* As they come back from the columns of the row: nothing stays of a flag that is not known. */
static void
stored_flags (const ValContact *row, guint8 *ret_flags, guint8 *ret_reason)
{
  static const guint8 pairs[][2] = { { VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED },
                                     { VAL_CONTACT_RESOLVED_KNOWN, VAL_CONTACT_RESOLVED },
                                     { VAL_CONTACT_DIFFICULT_KNOWN, VAL_CONTACT_DIFFICULT } };

  *ret_flags = 0;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((row->flags & pairs[i][0]) != 0)
      *ret_flags |= row->flags & (pairs[i][0] | pairs[i][1]);
  *ret_reason = (*ret_flags & VAL_CONTACT_DIFFICULT) != 0 ? row->reason : VAL_DIFFICULT_OTHER;
}

/* The row with the next key, as it is stored. */
static void
add_to_columns (const Source *source, const ValContact *row, gint64 key, ValContactColumns *columns)
{
  guint i = columns->n++;

  columns->id[i] = (gint32) key;
  columns->day[i] = row->day;
  columns->minute[i] = row->second < 0 ? VAL_EVENT_NO_MINUTE : (guint16) (row->second / 60);
  columns->agent[i] = stored_label (source, row->agent);
  columns->channel[i] = stored_label (source, row->channel);
  columns->topic[i] = stored_label (source, row->topic);
  columns->wait[i] = row->wait;
  columns->talk[i] = row->talk;
  columns->satisfaction[i] = row->satisfaction;
  stored_flags (row, &columns->flags[i], &columns->reason[i]);
}

/* The same once more as columns, for all who count. */
static gboolean
store_packs (ValDb *db, const Source *source, GError **error)
{
  g_auto (ValContactColumns) columns = { 0 };
  g_auto (ValContactPiece) piece = { NULL };

  val_contact_columns_alloc (&columns, MIN (source->n, VAL_CONTACTS_CHUNK));
  val_contact_piece_init (&piece, source->bulk);
  while (val_contact_piece_next (&piece))
    for (guint i = 0; i < piece.n; i++)
      {
        add_to_columns (source, &piece.rows[i], source->first_key + piece.first + i, &columns);
        if (columns.n < VAL_CONTACTS_CHUNK)
          continue;
        if (!val_contact_packs_add (db, &columns, error))
          return FALSE;
        columns.n = 0;
      }
  return val_contact_packs_add (db, &columns, error);
}

static void
labels_clear (Labels *self)
{
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->kinds, g_free);
}

static gboolean
read_labels (Labels *self, ValDb *db, GError **error)
{
  g_autoptr (ValStmt) stmt = val_stmt_get (db, "SELECT id, kind FROM contact_label", error);
  ValStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      gint64 id = val_stmt_int (stmt, 0);

      if (id < 1 || id > self->most)
        continue;
      self->ids[id - self->least] = (gint32) id;
      self->kinds[id - self->least] = (guint8) val_stmt_int (stmt, 1);
    }
  return step == VAL_STEP_DONE;
}

static gboolean
resolve_labels (Labels *self, ValBulkResolve resolve, gpointer resolve_data)
{
  for (gint64 label = self->least; label < 0; label++)
    {
      gint64 id;

      /* Not every provisional number is one of a label. */
      if (!resolve (label, &id, resolve_data, NULL) || id < 1 || id > self->most)
        continue;
      self->ids[label - self->least] = self->ids[id - self->least];
      self->kinds[label - self->least] = self->kinds[id - self->least];
    }
  return TRUE;
}

/* The numbers of labels that rows use span a small range: those of a file were made together. */
static gboolean
labels_load (Labels *self, ValDb *db, const ValContactRows *bulk, ValBulkResolve resolve,
             gpointer resolve_data, GError **error)
{
  g_auto (ValContactPiece) piece = { NULL };
  gsize n;

  if (!val_db_get_int (db, "SELECT ifnull (max (id), 0) FROM contact_label", &self->most, error))
    return FALSE;
  val_contact_piece_init (&piece, bulk);
  while (val_contact_piece_next (&piece))
    for (guint i = 0; i < piece.n; i++)
      {
        const ValContact *row = &piece.rows[i];
        gint32 least = MIN (row->agent, MIN (row->channel, row->topic));

        if (least < self->least)
          self->least = least;
      }
  if (self->most > G_MAXINT32)
    self->most = G_MAXINT32;
  n = (gsize) (self->most - self->least) + 1;
  self->ids = g_try_new0 (gint32, n);
  self->kinds = g_try_new0 (guint8, n);
  if (self->ids == NULL || self->kinds == NULL)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return FALSE;
    }
  return read_labels (self, db, error) && resolve_labels (self, resolve, resolve_data);
}

static gboolean
fits (const Labels *self, gint32 label, ValLabelKind kind)
{
  return label == 0
         || (label >= self->least && label <= self->most
             && self->ids[label - self->least] != 0 && self->kinds[label - self->least] == kind);
}

static gboolean
row_fits (const Source *source, const ValContact *row, gsize n_texts)
{
  const Labels *labels = &source->labels;

  return row->day <= MAX_DAY && row->second >= VAL_CONTACT_NO_SECOND
         && row->second < SECONDS_A_DAY && fits (labels, row->agent, VAL_LABEL_AGENT)
         && fits (labels, row->channel, VAL_LABEL_CHANNEL)
         && fits (labels, row->topic, VAL_LABEL_TOPIC) && row->wait >= -1 && row->talk >= -1
         && (row->satisfaction == 0 || (row->satisfaction >= 1000 && row->satisfaction <= 5000))
         && row->reason <= VAL_DIFFICULT_CLAIM_REFUSED
         && row->reference < n_texts;
}

static gboolean
check_rows (Source *source, GError **error)
{
  g_auto (ValContactPiece) piece = { NULL };
  guchar bits = 0;

  val_contact_piece_init (&piece, source->bulk);
  while (val_contact_piece_next (&piece))
    {
      for (gsize i = 0; i < piece.n_texts; i++)
        bits |= (guchar) piece.texts[i];
      for (guint i = 0; i < piece.n; i++)
        if (!row_fits (source, &piece.rows[i], piece.n_texts))
          {
            val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
            return FALSE;
          }
    }
  source->plain = bits < 0x80;
  return TRUE;
}

/* val_bulk_add_contacts: the contacts of @edit in their order; see val_bulk_add (). */
gboolean
val_bulk_add_contacts (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                       gpointer resolve_data, ValBulkProgress progress, gpointer progress_data,
                       gint64 *ret_first, gint64 *ret_last, GError **error)
{
  Source source = { .bulk = val_edit_contacts (edit),
                    .progress = progress,
                    .progress_data = progress_data };
  gboolean good;

  source.n = val_contact_rows_n (source.bulk);
  if (!val_bulk_next_key (journal->db, VAL_BULK_CONTACTS, ret_first, error))
    return FALSE;
  *ret_last = *ret_first + source.n - 1;
  source.first_key = *ret_first;
  /* A column of keys in memory has no room for more. */
  if (*ret_last > G_MAXINT32)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return FALSE;
    }
  good = labels_load (&source.labels, journal->db, source.bulk, resolve, resolve_data, error)
         && check_rows (&source, error) && store_source (journal->db, &source, error)
         && store_packs (journal->db, &source, error);
  labels_clear (&source.labels);
  journal->touched |= VAL_TABLE_CONTACTS;
  g_clear_pointer (&journal->agents, g_hash_table_unref);
  return good;
}
