/* val-bulk-contacts.c: a bulk of contacts, stored by one statement
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk-numbers.h"

#include "val-bulk-table.h"
#include "val-contact-packs.h"
#include "val-events.h"
#include "val-stmt.h"
#include "val-store-error.h"

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
  Labels labels;
  gboolean plain; /* all references are ASCII */
} Source;

typedef struct
{
  ValBulkCursor bulk;
  ValContactPiece piece;
  guint at; /* in the piece */
} Cursor;

static void
start (ValBulkCursor *bulk)
{
  Cursor *cursor = (Cursor *) bulk;
  const Source *source = bulk->table->rows;

  val_contact_piece_clear (&cursor->piece);
  val_contact_piece_init (&cursor->piece, source->bulk);
  val_contact_piece_next (&cursor->piece);
  cursor->at = 0;
}

static void
next (ValBulkCursor *bulk)
{
  Cursor *cursor = (Cursor *) bulk;

  if (++cursor->at < cursor->piece.n)
    return;
  val_contact_piece_next (&cursor->piece);
  cursor->at = 0;
}

static void
stop (ValBulkCursor *bulk)
{
  val_contact_piece_clear (&((Cursor *) bulk)->piece);
}

static void
give_label (sqlite3_context *context, const Source *source, gint32 label)
{
  if (label != 0)
    sqlite3_result_int (context, source->labels.ids[label - source->labels.least]);
}

static void
give_reference (sqlite3_context *context, const Source *source, const ValContactPiece *piece,
                guint32 place)
{
  if (place != 0)
    val_bulk_table_give_text (context, piece->texts + place, source->plain);
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

static void
give_column (const ValBulkCursor *bulk, sqlite3_context *context, int column)
{
  const Cursor *cursor = (const Cursor *) bulk;
  const Source *source = cursor->bulk.table->rows;
  const ValContact *row = &cursor->piece.rows[cursor->at];

  switch (column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, cursor->bulk.table->first_key + cursor->bulk.row);
      break;
    case COLUMN_DAY:
      sqlite3_result_int (context, row->day);
      break;
    case COLUMN_SECOND:
      give_number (context, row->second);
      break;
    case COLUMN_AGENT:
      give_label (context, source, row->agent);
      break;
    case COLUMN_CHANNEL:
      give_label (context, source, row->channel);
      break;
    case COLUMN_TOPIC:
      give_label (context, source, row->topic);
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
      give_reference (context, source, &cursor->piece, row->reference);
      break;
    default:
      break;
    }
}

static const ValBulkTableKind contacts_kind = {
  VAL_BULK_STATEMENTS ("contact", COLUMNS),
  .cursor_size = sizeof (Cursor),
  .start = start,
  .next = next,
  .stop = stop,
  .column = give_column,
};

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
store_packs (ValDb *db, const Source *source, const ValBulkTable *table, GError **error)
{
  g_auto (ValContactColumns) columns = { 0 };
  g_auto (ValContactPiece) piece = { NULL };

  val_contact_columns_alloc (&columns, MIN (table->n, VAL_CONTACTS_CHUNK));
  val_contact_piece_init (&piece, source->bulk);
  while (val_contact_piece_next (&piece))
    for (guint i = 0; i < piece.n; i++)
      {
        add_to_columns (source, &piece.rows[i], table->first_key + piece.first + i, &columns);
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

/* val_bulk_add_contacts: the contacts of @edit in their order; see val_bulk_add (). @error:
 * %VAL_STORE_ERROR_CONSTRAINT for a row that cannot be, or what SQLite answered */
gboolean
val_bulk_add_contacts (ValJournal *journal, const ValEdit *edit, ValBulkResolve resolve,
                       gpointer resolve_data, ValBulkProgress progress, gpointer progress_data,
                       gint64 *ret_first, gint64 *ret_last, GError **error)
{
  Source source = { .bulk = val_edit_contacts (edit) };
  ValBulkTable table = { .kind = &contacts_kind,
                         .rows = &source,
                         .n = val_contact_rows_n (source.bulk),
                         .progress = progress,
                         .progress_data = progress_data };
  gboolean good;

  if (!val_bulk_next_key (journal->db, VAL_BULK_CONTACTS, ret_first, error))
    return FALSE;
  table.first_key = *ret_first;
  *ret_last = *ret_first + table.n - 1;
  /* A column of keys in memory has no room for more. */
  if (*ret_last > G_MAXINT32)
    {
      val_store_set_error (error, VAL_STORE_ERROR_CONSTRAINT);
      return FALSE;
    }
  good = labels_load (&source.labels, journal->db, source.bulk, resolve, resolve_data, error)
         && check_rows (&source, error) && val_bulk_table_store (journal->db, &table, error)
         && store_packs (journal->db, &source, &table, error);
  labels_clear (&source.labels);
  journal->touched.tables |= VAL_TABLE_CONTACTS;
  g_clear_pointer (&journal->agents, g_hash_table_unref);
  return good;
}
