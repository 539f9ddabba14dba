/* val-contact-pack.c: columns of contacts as few bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack is "VCP1", the number of rows, one column (val-pack-column.h) after the other, and a
 * checksum of all that. All numbers have their lowest byte first, on every machine. A contact takes
 * some eleven bytes so.
 */
#include "val-contact-pack.h"

#include <string.h>

#include "val-events.h"
#include "val-pack-column.h"

#define MAGIC "VCP1"
#define HEAD_SIZE 8
#define SUM_SIZE 8
#define MAX_DAY 65534
#define MINUTES_A_DAY 1440

/* Where a column lies in memory, and what may stand in it. */
typedef struct
{
  gsize place; /* of the pointer in ValContactColumns */
  guint width; /* bytes in memory */
  gint32 least;
  gint32 most;
} Column;

static const Column layout[] = {
  { G_STRUCT_OFFSET (ValContactColumns, day), 2, 0, MAX_DAY },
  { G_STRUCT_OFFSET (ValContactColumns, minute), 2, 0, VAL_EVENT_NO_MINUTE },
  { G_STRUCT_OFFSET (ValContactColumns, agent), 4, 0, G_MAXINT32 },
  { G_STRUCT_OFFSET (ValContactColumns, channel), 4, 0, G_MAXINT32 },
  { G_STRUCT_OFFSET (ValContactColumns, topic), 4, 0, G_MAXINT32 },
  { G_STRUCT_OFFSET (ValContactColumns, wait), 4, -1, G_MAXINT32 },
  { G_STRUCT_OFFSET (ValContactColumns, talk), 4, -1, G_MAXINT32 },
  { G_STRUCT_OFFSET (ValContactColumns, satisfaction), 2, 0, 5000 },
  { G_STRUCT_OFFSET (ValContactColumns, flags), 1, 0, 63 },
  { G_STRUCT_OFFSET (ValContactColumns, reason), 1, 0, VAL_DIFFICULT_CLAIM_REFUSED },
};

static const gpointer *
column_of (const ValContactColumns *columns, const Column *column)
{
  return (const gpointer *) ((const char *) columns + column->place);
}

/* Eight bytes at a time, multiplied and mixed: finds what a disk or a memory did by accident. */
static guint64
checksum (const guchar *data, gsize size)
{
  guint64 sum = size * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), word;

  for (; size >= 8; data += 8, size -= 8)
    {
      memcpy (&word, data, 8);
      sum = (sum ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      sum ^= sum >> 32;
    }
  word = 0;
  while (size > 0)
    word = word << 8 | data[--size];
  sum = (sum ^ word) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return sum ^ sum >> 29;
}

/* @values of any width as numbers of one width, and back. */
static void
widen (gconstpointer values, guint width, guint n, gint32 *numbers)
{
  for (guint i = 0; width == 1 && i < n; i++)
    numbers[i] = ((const guint8 *) values)[i];
  for (guint i = 0; width == 2 && i < n; i++)
    numbers[i] = ((const guint16 *) values)[i];
  if (width == 4)
    memcpy (numbers, values, n * sizeof (gint32));
}

static void
narrow (const gint32 *numbers, guint n, gpointer values, guint width)
{
  for (guint i = 0; width == 1 && i < n; i++)
    ((guint8 *) values)[i] = (guint8) numbers[i];
  for (guint i = 0; width == 2 && i < n; i++)
    ((guint16 *) values)[i] = (guint16) numbers[i];
  if (width == 4)
    memcpy (values, numbers, n * sizeof (gint32));
}

/**
 * val_contact_pack_write:
 * @columns: contacts whose keys follow each other
 *
 * Returns: (transfer full): the pack. Any thread.
 */
GByteArray *
val_contact_pack_write (const ValContactColumns *columns)
{
  GByteArray *out = g_byte_array_sized_new (64 + 12 * columns->n);
  g_autofree gint32 *numbers = g_new (gint32, columns->n);
  guchar number[SUM_SIZE];

  g_byte_array_append (out, (const guchar *) MAGIC, 4);
  val_pack_put_number (number, columns->n, 4);
  g_byte_array_append (out, number, 4);
  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      widen (*column_of (columns, &layout[i]), layout[i].width, columns->n, numbers);
      val_pack_column_write (out, numbers, columns->n);
    }
  val_pack_put_number (number, checksum (out->data, out->len), SUM_SIZE);
  g_byte_array_append (out, number, SUM_SIZE);
  return out;
}

/* What a least and a most cannot say. */
static gboolean
values_fit (const ValContactColumns *columns)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < columns->n; i++)
    {
      fits &= columns->minute[i] < MINUTES_A_DAY || columns->minute[i] == VAL_EVENT_NO_MINUTE;
      fits &= columns->satisfaction[i] == 0 || columns->satisfaction[i] >= 1000;
    }
  return fits;
}

static gboolean
read_columns (const guchar *at, const guchar *end, const ValContactColumns *columns)
{
  g_autofree gint32 *numbers = g_new (gint32, columns->n);

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      gint32 least, most;

      at = val_pack_column_read (at, end, numbers, columns->n);
      if (at == NULL)
        return FALSE;
      /* The file may come from anywhere. */
      val_pack_column_span (numbers, columns->n, &least, &most);
      if (least < layout[i].least || most > layout[i].most)
        return FALSE;
      narrow (numbers, columns->n, *column_of (columns, &layout[i]), layout[i].width);
    }
  return at == end && values_fit (columns);
}

/**
 * val_contact_pack_read:
 * @data: what was stored
 * @size: its bytes
 * @first_id: the key of the first contact
 * @n: how many there must be
 * @ret_columns: columns with room for @n, filled; its n is set
 *
 * Any thread.
 *
 * Returns: %FALSE: the pack is damaged, or of another program; nothing is to be made of the columns
 */
gboolean
val_contact_pack_read (gconstpointer data, gsize size, gint32 first_id, guint n,
                       ValContactColumns *ret_columns)
{
  const guchar *bytes = data;

  if (size < HEAD_SIZE + SUM_SIZE || memcmp (bytes, MAGIC, 4) != 0
      || val_pack_get_number (bytes + 4, 4) != n
      || checksum (bytes, size - SUM_SIZE)
             != val_pack_get_number (bytes + size - SUM_SIZE, SUM_SIZE))
    return FALSE;
  ret_columns->n = n;
  for (guint i = 0; i < n; i++)
    ret_columns->id[i] = first_id + (gint32) i;
  return read_columns (bytes + HEAD_SIZE, bytes + size - SUM_SIZE, ret_columns);
}
