/* val-contact-rows.c: a bulk of contacts on its way into the store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A million contacts as an array take 36 MiB, and their references nine more. So all but the last
 * 65,536 are kept as packed columns.
 */
#include "val-contact-rows.h"

#include <string.h>

#include "val-pack-column.h"

/* Columns, then the references. */
typedef struct
{
  GByteArray *columns;
  char *texts;
  gsize n_texts;
  guint n;
} Packed;

/* The fields of ValContact that are 32 bits wide; the small ones are one column. */
static const gsize places[] = {
  G_STRUCT_OFFSET (ValContact, agent), G_STRUCT_OFFSET (ValContact, channel),
  G_STRUCT_OFFSET (ValContact, topic), G_STRUCT_OFFSET (ValContact, second),
  G_STRUCT_OFFSET (ValContact, wait),  G_STRUCT_OFFSET (ValContact, talk),
};

static void
packed_free (gpointer data)
{
  Packed *self = data;

  g_byte_array_unref (self->columns);
  g_free (self->texts);
  g_free (self);
}

static void
begin_texts (ValContactRows *self)
{
  self->texts = g_string_new (NULL);
  g_string_append_c (self->texts, '\0');
}

/* val_contact_rows_new: (transfer full): an empty bulk */
ValContactRows *
val_contact_rows_new (void)
{
  ValContactRows *self = g_new0 (ValContactRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (ValContact));
  self->packed = g_ptr_array_new_with_free_func (packed_free);
  begin_texts (self);
  return self;
}

/* val_contact_rows_free: (transfer full) (nullable) */
void
val_contact_rows_free (ValContactRows *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_ptr_array_unref (self->packed);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

/**
 * val_contact_rows_add_text:
 * @self: a bulk
 * @text: the number of a contact in the other system, without 0 bytes
 * @length: its length in bytes
 *
 * Returns: its place for ValContact.reference; 0 when @length is 0 or the texts would pass 2 GiB
 */
guint32
val_contact_rows_add_text (ValContactRows *self, const char *text, gsize length)
{
  gsize place = self->texts->len;

  if (length == 0 || place + length >= G_MAXINT32)
    return 0;
  g_string_append_len (self->texts, text, (gssize) length);
  g_string_append_c (self->texts, '\0');
  self->has_texts = TRUE;
  return (guint32) place;
}

/* val_contact_rows_n: how many contacts there are */
guint
val_contact_rows_n (const ValContactRows *self)
{
  return self->n_packed + self->rows->len;
}

/* How far each reference lies behind the one before it, which is little: 1 + the distance; 0: there is
 * none. */
static void
write_references (GByteArray *out, const ValContact *rows, guint n, gint32 *numbers)
{
  gint32 before = 0;

  for (guint i = 0; i < n; i++)
    {
      gint32 place = (gint32) rows[i].reference, distance = place - before;

      numbers[i] = place == 0 ? 0 : distance >= 0 ? distance + 1 : distance;
      before = place == 0 ? before : place;
    }
  val_pack_column_write (out, numbers, n);
}

static void
take_references (ValContact *rows, guint n, const gint32 *numbers)
{
  gint32 place = 0;

  for (guint i = 0; i < n; i++)
    {
      place += numbers[i] > 0 ? numbers[i] - 1 : numbers[i];
      rows[i].reference = numbers[i] == 0 ? 0 : (guint32) place;
    }
}

static void
write_columns (GByteArray *out, const ValContact *rows, guint n)
{
  g_autofree gint32 *numbers = g_new (gint32, n);

  for (guint c = 0; c < G_N_ELEMENTS (places); c++)
    {
      for (guint i = 0; i < n; i++)
        memcpy (&numbers[i], (const char *) &rows[i] + places[c], sizeof (gint32));
      val_pack_column_write (out, numbers, n);
    }
  for (guint i = 0; i < n; i++)
    numbers[i] = rows[i].day;
  val_pack_column_write (out, numbers, n);
  for (guint i = 0; i < n; i++)
    numbers[i] = rows[i].satisfaction;
  val_pack_column_write (out, numbers, n);
  for (guint i = 0; i < n; i++)
    numbers[i] = rows[i].flags | rows[i].reason << 8;
  val_pack_column_write (out, numbers, n);
  write_references (out, rows, n, numbers);
}

/* What write_columns () wrote. */
static void
read_columns (const GByteArray *columns, ValContact *rows, guint n)
{
  g_autofree gint32 *numbers = g_new (gint32, n);
  const guchar *at = columns->data, *end = at + columns->len;

  for (guint c = 0; c < G_N_ELEMENTS (places); c++)
    {
      at = val_pack_column_read (at, end, numbers, n);
      for (guint i = 0; i < n; i++)
        memcpy ((char *) &rows[i] + places[c], &numbers[i], sizeof (gint32));
    }
  at = val_pack_column_read (at, end, numbers, n);
  for (guint i = 0; i < n; i++)
    rows[i].day = (guint16) numbers[i];
  at = val_pack_column_read (at, end, numbers, n);
  for (guint i = 0; i < n; i++)
    rows[i].satisfaction = (guint16) numbers[i];
  at = val_pack_column_read (at, end, numbers, n);
  for (guint i = 0; i < n; i++)
    {
      rows[i].flags = (guint8) numbers[i];
      rows[i].reason = (guint8) (numbers[i] >> 8);
    }
  at = val_pack_column_read (at, end, numbers, n);
  take_references (rows, n, numbers);
  g_assert (at == end);
}

/**
 * val_contact_rows_settle:
 * @self: a bulk
 *
 * Makes the rows small once there are many. Places of references hold within the piece of a row.
 */
void
val_contact_rows_settle (ValContactRows *self)
{
  Packed *packed;

  if (self->rows->len < VAL_CONTACTS_CHUNK)
    return;
  packed = g_new0 (Packed, 1);
  packed->n = self->rows->len;
  packed->columns = g_byte_array_new ();
  write_columns (packed->columns, (const ValContact *) (gpointer) self->rows->data, packed->n);
  /* Arrays that grew have room that nobody needs. */
  packed->columns->data = g_realloc (packed->columns->data, packed->columns->len);
  packed->n_texts = self->texts->len;
  packed->texts = g_realloc (g_string_free (self->texts, FALSE), packed->n_texts);
  begin_texts (self);
  g_ptr_array_add (self->packed, packed);
  self->n_packed += packed->n;
  g_array_set_size (self->rows, 0);
}

/**
 * val_contact_piece_init:
 * @self: to stand before the first piece of
 * @bulk: a bulk that does not change meanwhile
 */
void
val_contact_piece_init (ValContactPiece *self, const ValContactRows *bulk)
{
  *self = (ValContactPiece){ .bulk = bulk };
}

/* val_contact_piece_next: see the header */
gboolean
val_contact_piece_next (ValContactPiece *self)
{
  const ValContactRows *bulk = self->bulk;

  self->first += self->n;
  self->n = 0;
  if (self->next < bulk->packed->len)
    {
      const Packed *packed = g_ptr_array_index (bulk->packed, self->next++);

      self->room = g_renew (ValContact, self->room, packed->n);
      read_columns (packed->columns, self->room, packed->n);
      self->rows = self->room;
      self->texts = packed->texts;
      self->n_texts = packed->n_texts;
      self->n = packed->n;
      return TRUE;
    }
  if (self->next > bulk->packed->len || bulk->rows->len == 0)
    return FALSE;
  self->next++;
  self->rows = (const ValContact *) (gpointer) bulk->rows->data;
  self->texts = bulk->texts->str;
  self->n_texts = bulk->texts->len;
  self->n = bulk->rows->len;
  return TRUE;
}

/* val_contact_piece_clear: frees what it needed */
void
val_contact_piece_clear (ValContactPiece *self)
{
  g_clear_pointer (&self->room, g_free);
}
