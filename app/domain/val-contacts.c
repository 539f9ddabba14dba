/* val-contacts.c: contacts with customers, as they are stored and as columns in memory
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-contacts.h"

#include <string.h>

#include "val-events.h"
#include "val-i18n.h"
#include "val-words.h"

struct _ValContactChunk
{
  ValContactColumns columns;
};

struct _ValContacts
{
  GPtrArray *chunks; /* of ValContactChunk */
  guint64 n;
  ValDay first_day;
  ValDay last_day;
};

/* val_contact_columns_alloc: @columns holds nothing yet */
void
val_contact_columns_alloc (ValContactColumns *columns, guint n)
{
  *columns = (ValContactColumns){
    .id = g_new (gint32, n),
    .day = g_new (guint16, n),
    .minute = g_new (guint16, n),
    .agent = g_new (gint32, n),
    .channel = g_new (gint32, n),
    .topic = g_new (gint32, n),
    .wait = g_new (gint32, n),
    .talk = g_new (gint32, n),
    .satisfaction = g_new (guint16, n),
    .flags = g_new (guint8, n),
    .reason = g_new (guint8, n),
  };
}

/* val_contact_columns_clear: frees the values */
void
val_contact_columns_clear (ValContactColumns *columns)
{
  g_free (columns->id);
  g_free (columns->day);
  g_free (columns->minute);
  g_free (columns->agent);
  g_free (columns->channel);
  g_free (columns->topic);
  g_free (columns->wait);
  g_free (columns->talk);
  g_free (columns->satisfaction);
  g_free (columns->flags);
  g_free (columns->reason);
  *columns = (ValContactColumns){ 0 };
}

/**
 * val_contact_chunk_new:
 * @columns: columns of one length, made by g_malloc (); taken over
 *
 * Returns: (transfer full): the chunk, immutable from now on. Any thread.
 */
ValContactChunk *
val_contact_chunk_new (const ValContactColumns *columns)
{
  ValContactChunk *self = g_atomic_rc_box_new0 (ValContactChunk);

  self->columns = *columns;
  return self;
}

/* val_contact_chunk_ref: (transfer full). Any thread. */
ValContactChunk *
val_contact_chunk_ref (ValContactChunk *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
chunk_clear (gpointer data)
{
  val_contact_columns_clear (&((ValContactChunk *) data)->columns);
}

/* val_contact_chunk_unref: @self is nullable. Any thread. */
void
val_contact_chunk_unref (ValContactChunk *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, chunk_clear);
}

static const ValContactColumns *
chunk_columns (const ValContactChunk *self)
{
  return &self->columns;
}

/**
 * val_contacts_new:
 * @chunks: (transfer full) (element-type ValContactChunk): with val_contact_chunk_unref () as free
 *   function
 *
 * Returns: (transfer full): all contacts that count. Any thread.
 */
ValContacts *
val_contacts_new (GPtrArray *chunks)
{
  ValContacts *self = g_atomic_rc_box_new0 (ValContacts);

  self->chunks = chunks;
  self->first_day = self->last_day = VAL_DAY_NONE;
  for (guint c = 0; c < chunks->len; c++)
    {
      const ValContactColumns *columns = val_contacts_columns (self, c);

      self->n += columns->n;
      for (guint i = 0; i < columns->n; i++)
        {
          if (self->first_day == VAL_DAY_NONE || columns->day[i] < self->first_day)
            self->first_day = columns->day[i];
          if (self->last_day == VAL_DAY_NONE || columns->day[i] > self->last_day)
            self->last_day = columns->day[i];
        }
    }
  return self;
}

static ValContactChunk *
chunk_of_rows (const ValContact *rows, guint n, gint32 first_id)
{
  ValContactColumns columns;

  val_contact_columns_alloc (&columns, n);
  columns.n = n;
  for (guint i = 0; i < n; i++)
    {
      columns.id[i] = first_id + (gint32) i;
      columns.day[i] = rows[i].day;
      columns.minute[i] = rows[i].second < 0 ? VAL_EVENT_NO_MINUTE
                                             : (guint16) (rows[i].second / 60);
      columns.agent[i] = rows[i].agent;
      columns.channel[i] = rows[i].channel;
      columns.topic[i] = rows[i].topic;
      columns.wait[i] = rows[i].wait;
      columns.talk[i] = rows[i].talk;
      columns.satisfaction[i] = rows[i].satisfaction;
      columns.flags[i] = rows[i].flags;
      columns.reason[i] = rows[i].reason;
    }
  return val_contact_chunk_new (&columns);
}

/**
 * val_contacts_new_from_rows:
 * @rows: (array length=n): contacts
 * @n: how many
 * @first_id: the key of the first; the others follow
 *
 * Returns: (transfer full): the same as columns, for tests and measurements. Any thread.
 */
ValContacts *
val_contacts_new_from_rows (const ValContact *rows, guint n, gint32 first_id)
{
  GPtrArray *chunks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) val_contact_chunk_unref);

  for (guint from = 0; from < n; from += VAL_CONTACTS_CHUNK)
    g_ptr_array_add (chunks, chunk_of_rows (rows + from, MIN (n - from, VAL_CONTACTS_CHUNK),
                                            first_id + (gint32) from));
  return val_contacts_new (chunks);
}

/* val_contacts_ref: (transfer full). Any thread. */
ValContacts *
val_contacts_ref (ValContacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
contacts_clear (gpointer data)
{
  g_ptr_array_unref (((ValContacts *) data)->chunks);
}

/* val_contacts_unref: @self is nullable. Any thread. */
void
val_contacts_unref (ValContacts *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, contacts_clear);
}

/* val_contacts_n: how many contacts there are */
guint64
val_contacts_n (const ValContacts *self)
{
  return self->n;
}

/* val_contacts_n_chunks: how many chunks they lie in */
guint
val_contacts_n_chunks (const ValContacts *self)
{
  return self->chunks->len;
}

/* val_contacts_chunk: (transfer none): by its place */
ValContactChunk *
val_contacts_chunk (const ValContacts *self, guint index)
{
  g_return_val_if_fail (index < self->chunks->len, NULL);
  return g_ptr_array_index (self->chunks, index);
}

/* val_contacts_columns: (transfer none): the columns of a chunk by its place */
const ValContactColumns *
val_contacts_columns (const ValContacts *self, guint chunk)
{
  g_return_val_if_fail (chunk < self->chunks->len, NULL);
  return chunk_columns (g_ptr_array_index (self->chunks, chunk));
}

/**
 * val_contacts_get_days:
 * @self: contacts
 * @ret_first: (out): the day of the earliest
 * @ret_last: (out): the day of the latest; both VAL_DAY_NONE when there is none
 */
void
val_contacts_get_days (const ValContacts *self, ValDay *ret_first, ValDay *ret_last)
{
  *ret_first = self->first_day;
  *ret_last = self->last_day;
}

/* val_contact_detail_free: (transfer full) (nullable) */
void
val_contact_detail_free (ValContactDetail *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_free (self);
}

static const ValWord label_kinds[] = { { .key = "agent" }, { .key = "channel" }, { .key = "topic" } };

/* val_label_kind_to_key: (transfer none) (nullable): the word of files */
const char *
val_label_kind_to_key (int kind)
{
  return val_words_key (VAL_WORDS (label_kinds), kind);
}

static const ValWord reasons[] = {
  [VAL_DIFFICULT_OTHER]
  = { "other", "difficult contact", NC_ ("difficult contact", "Difficult") },
  [VAL_DIFFICULT_NO_QUICK_CONTACT]
  = { "no-quick-contact", "difficult contact", NC_ ("difficult contact", "No quick contact") },
  [VAL_DIFFICULT_UNPLEASANT]
  = { "unpleasant", "difficult contact", NC_ ("difficult contact", "Unpleasant conversation") },
  [VAL_DIFFICULT_CLAIM_REFUSED]
  = { "claim-refused", "difficult contact", NC_ ("difficult contact", "Claim refused") },
};

/* val_difficult_reason_get_label: (transfer none): translated; "" for no such reason */
const char *
val_difficult_reason_get_label (int reason)
{
  return val_words_label (VAL_WORDS (reasons), reason);
}

/* val_difficult_reason_to_key: (transfer none) (nullable): the word of files */
const char *
val_difficult_reason_to_key (int reason)
{
  return val_words_key (VAL_WORDS (reasons), reason);
}
