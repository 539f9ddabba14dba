/* test-pack.c: columns of contacts as few bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-contact-pack.h"
#include "val-events.h"

/* Values of all sizes: with @wide those that need every byte. */
static void
fill (ValContactColumns *columns, guint n, gboolean wide)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (n + wide);

  val_contact_columns_alloc (columns, n);
  for (guint i = 0; i < n; i++)
    {
      columns->id[i] = (gint32) (1000 + i);
      columns->day[i] = (guint16) (wide ? g_rand_int_range (chance, 0, 65535)
                                       : 19000 + (int) i % 200);
      columns->minute[i] = (guint16) (i % 9 ? g_rand_int_range (chance, 0, 1440)
                                            : VAL_EVENT_NO_MINUTE);
      columns->agent[i] = wide ? g_rand_int_range (chance, 0, G_MAXINT32) : (gint32) (i % 200);
      columns->channel[i] = wide ? g_rand_int_range (chance, 0, 70000) : 7;
      columns->topic[i] = g_rand_int_range (chance, 0, wide ? 20000000 : 2);
      columns->wait[i] = wide && i % 2 ? G_MAXINT32 : (gint32) (i % 300) - 1;
      columns->talk[i] = i % 3 ? g_rand_int_range (chance, 0, 900) : -1;
      columns->satisfaction[i] = (guint16) (i % 4 ? g_rand_int_range (chance, 1000, 5001) : 0);
      columns->flags[i] = (guint8) (i % 64);
      columns->reason[i] = (guint8) (i % 4);
    }
  columns->n = n;
}

static void
assert_same (const ValContactColumns *a, const ValContactColumns *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  for (guint i = 0; i < a->n; i++)
    {
      g_assert_cmpint (a->id[i], ==, b->id[i]);
      g_assert_cmpint (a->day[i], ==, b->day[i]);
      g_assert_cmpint (a->minute[i], ==, b->minute[i]);
      g_assert_cmpint (a->agent[i], ==, b->agent[i]);
      g_assert_cmpint (a->channel[i], ==, b->channel[i]);
      g_assert_cmpint (a->topic[i], ==, b->topic[i]);
      g_assert_cmpint (a->wait[i], ==, b->wait[i]);
      g_assert_cmpint (a->talk[i], ==, b->talk[i]);
      g_assert_cmpint (a->satisfaction[i], ==, b->satisfaction[i]);
      g_assert_cmpint (a->flags[i], ==, b->flags[i]);
      g_assert_cmpint (a->reason[i], ==, b->reason[i]);
    }
}

static void
test_round (void)
{
  static const guint sizes[] = { 1, 2, 7, 300, VAL_CONTACTS_CHUNK };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      guint n = sizes[i / 2];
      g_auto (ValContactColumns) said = { 0 };
      g_auto (ValContactColumns) read = { 0 };
      g_autoptr (GByteArray) pack = NULL;

      fill (&said, n, i % 2);
      pack = val_contact_pack_write (&said);
      val_contact_columns_alloc (&read, n);
      g_assert_true (val_contact_pack_read (pack->data, pack->len, 1000, n, &read));
      assert_same (&said, &read);
      g_assert_false (val_contact_pack_read (pack->data, pack->len, 1000, n - 1, &read));
    }
}

/* The bytes as they are on the disk of another machine, too. */
static void
test_bytes (void)
{
  gint32 id = 5, agent = 258, channel = 0, topic = 1, wait = -1, talk = 70000;
  guint16 day = 19000, minute = 61, satisfaction = 4000;
  guint8 flags = 3, reason = 0;
  ValContactColumns columns = { 1,      &id,   &day,  &minute,       &agent, &channel,
                                &topic, &wait, &talk, &satisfaction, &flags, &reason };
  static const guchar wanted[] = "VCP1\1\0\0\0"
                                 "\x38\x4a\0\0\0"
                                 "\x3d\0\0\0\0"
                                 "\2\1\0\0\0"
                                 "\0\0\0\0\0"
                                 "\1\0\0\0\0"
                                 "\xff\xff\xff\xff\0"
                                 "\x70\x11\1\0\0"
                                 "\xa0\x0f\0\0\0"
                                 "\3\0\0\0\0"
                                 "\0\0\0\0";
  g_autoptr (GByteArray) pack = val_contact_pack_write (&columns);

  g_assert_cmpmem (pack->data, pack->len - 8, wanted, sizeof wanted);
}

/* Not one bit may be other than it was written, and nothing may be missing. */
static void
test_damaged (void)
{
  g_auto (ValContactColumns) said = { 0 };
  g_auto (ValContactColumns) read = { 0 };
  g_autoptr (GByteArray) pack = NULL;

  fill (&said, 40, TRUE);
  pack = val_contact_pack_write (&said);
  val_contact_columns_alloc (&read, 40);
  for (guint bit = 0; bit < 8 * pack->len; bit++)
    {
      pack->data[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_false (val_contact_pack_read (pack->data, pack->len, 1000, 40, &read));
      pack->data[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  for (guint size = 0; size < pack->len; size++)
    g_assert_false (val_contact_pack_read (pack->data, size, 1000, 40, &read));
  g_assert_true (val_contact_pack_read (pack->data, pack->len, 1000, 40, &read));
}

/* Values that no contact has, with a checksum that is right: from whoever made the file. */
static void
test_impossible (void)
{
  static const struct
  {
    gsize place;
    guint width;
    gint32 value;
  } cases[] = {
    { G_STRUCT_OFFSET (ValContactColumns, day), 2, 65535 },
    { G_STRUCT_OFFSET (ValContactColumns, minute), 2, 1440 },
    { G_STRUCT_OFFSET (ValContactColumns, agent), 4, -1 },
    { G_STRUCT_OFFSET (ValContactColumns, channel), 4, -7 },
    { G_STRUCT_OFFSET (ValContactColumns, topic), 4, G_MININT32 },
    { G_STRUCT_OFFSET (ValContactColumns, wait), 4, -2 },
    { G_STRUCT_OFFSET (ValContactColumns, talk), 4, -2 },
    { G_STRUCT_OFFSET (ValContactColumns, satisfaction), 2, 999 },
    { G_STRUCT_OFFSET (ValContactColumns, satisfaction), 2, 5001 },
    { G_STRUCT_OFFSET (ValContactColumns, flags), 1, 64 },
    { G_STRUCT_OFFSET (ValContactColumns, reason), 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ValContactColumns) said = { 0 };
      g_auto (ValContactColumns) read = { 0 };
      g_autoptr (GByteArray) pack = NULL;
      gpointer values;

      fill (&said, 20, FALSE);
      values = *(gpointer *) ((char *) &said + cases[i].place);
      if (cases[i].width == 1)
        ((guint8 *) values)[13] = (guint8) cases[i].value;
      else if (cases[i].width == 2)
        ((guint16 *) values)[13] = (guint16) cases[i].value;
      else
        ((gint32 *) values)[13] = cases[i].value;
      pack = val_contact_pack_write (&said);
      val_contact_columns_alloc (&read, 20);
      g_assert_false (val_contact_pack_read (pack->data, pack->len, 1000, 20, &read));
    }
}

/* A bulk is the same whether it was made small on the way or not. */
static void
test_rows (void)
{
  const guint n = 2 * VAL_CONTACTS_CHUNK + 500;
  g_autoptr (ValContactRows) bulk = val_contact_rows_new ();
  g_autoptr (GArray) said = g_array_new (FALSE, TRUE, sizeof (ValContact));
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  g_auto (ValContactPiece) piece = { NULL };
  const gsize used = G_STRUCT_OFFSET (ValContact, reason) + 1;
  guint seen = 0, pieces = 0;

  for (guint i = 0; i < n; i++)
    {
      ValContact row = { g_rand_int_range (chance, -70000, 70000), (gint32) (i % 3),
                         -(gint32) (i % 200), (gint32) (i % 86401) - 1, (gint32) (i % 7) - 1,
                         i == 90000 ? G_MAXINT32 : -1, 0, (guint16) (i / 3),
                         (guint16) (i % 5001), (guint8) (i % 64), (guint8) (i % 4) };
      g_autofree char *text = g_strdup_printf ("Nº %u", i);

      if (i % 5 != 4)
        row.reference = val_contact_rows_add_text (bulk, text, strlen (text));
      g_array_append_val (said, row);
      g_array_append_val (bulk->rows, row);
      val_contact_rows_settle (bulk);
    }
  g_assert_cmpuint (val_contact_rows_n (bulk), ==, n);
  g_assert_cmpuint (bulk->rows->len, ==, 500);
  val_contact_piece_init (&piece, bulk);
  for (; val_contact_piece_next (&piece); pieces++)
    {
      g_assert_cmpuint (piece.first, ==, seen);
      for (guint i = 0; i < piece.n; i++, seen++)
        {
          const ValContact *wanted = &g_array_index (said, ValContact, seen);
          ValContact found = piece.rows[i];
          g_autofree char *text = g_strdup_printf ("Nº %u", seen);

          g_assert_cmpstr (found.reference == 0 ? NULL : piece.texts + found.reference, ==,
                           seen % 5 != 4 ? text : NULL);
          g_assert_cmpuint (found.reference, <, piece.n_texts);
          found.reference = wanted->reference;
          g_assert_cmpmem (&found, used, wanted, used);
        }
    }
  g_assert_cmpuint (seen, ==, n);
  g_assert_cmpuint (pieces, ==, 3);
  g_assert_false (val_contact_piece_next (&piece));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pack/round", test_round);
  g_test_add_func ("/domain/pack/bytes", test_bytes);
  g_test_add_func ("/domain/pack/damaged", test_damaged);
  g_test_add_func ("/domain/pack/impossible", test_impossible);
  g_test_add_func ("/domain/pack/rows", test_rows);
  return g_test_run ();
}
