/* test-fuzz-import.c: the import fed with seeds that are bent a little, for a few seconds
 *
 * Works with every compiler and is the same at every run; VAL_FUZZ_SECONDS makes it longer and
 * VAL_FUZZ_SEED different. The round that fails is in "round" of the core..
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz-import.h"

#define MAX_LENGTH 8192

static const char *const seeds[] = {
  "\1agent,skill,level,date,assessor,remark\nAnna Nowak,Empathy,7,2026-01-02,self,\"a \"\"b\"\"\nc\"\n",
  "\x15number;given;family;skill;level\r\n1;Anna;Nowak;Empathy;3,5\r\n;;;;\r\n2;Jan;;Tools;n/a\r\n",
  "\x41number,given,family,team,role,email,start,leave\n1,A,B,North,Agent,a@b.c,1.2.2020,3/4/2021\n",
  "\2Team\tEmpathy\tTools\tCalm\nAnna\t5\t\t12\nJan\t-\tn/a\t7\n",
  "\x91" "agent,skill,level\nA,B,76 %\nC,D,1.234,5\n",
  "\xb1" "agent|skill|level\nA|B|C\nD|E|F\n",
  "\x80Imi\xea i nazwisko;Umiej\xeatno\x9c\xe6;Poziom\n\xa3ukasz \xaf\xf3\xb3w;S\xb3uchanie;7\n",
  "\xc0\xef\xbb\xbfname,email\nA B,x@y.z\n",
  "\3sep=;\na;b;c\n\"open;1;2\n",
  "\4'a','b'\n'c,d','e''f'\n",
  "\5\xff\xfe" "a\0,\0b\0\n\0",
  "\6PK\3\4", "\7%PDF-1.4\n", "\10\"", "\11\r\r\n\n\r",
};

static const char *const pieces[] = {
  "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "'", " ", "agent", "skill", "level", "date",
  "n/a", "-1", "99999999999999999999", "2026-02-30", "31.12.2026", "1/2/3", "0", "10", "\xc2\xa0",
  "\xff", "\xc3", "\xf0\x9f\x98\x80", "%", "nazwisko", "ονοματεπώνυμο", "taso", ",,,,,,,,", "sep=,\n",
};

static gsize
insert_bytes (guint8 *data, gsize length, gsize at, const void *bytes, gsize n)
{
  if (length + n > MAX_LENGTH)
    return length;
  memmove (data + at + n, data + at, length - at);
  memcpy (data + at, bytes, n);
  return length + n;
}

static gsize
remove_bytes (guint8 *data, gsize length, gsize at, gsize n)
{
  n = MIN (n, length - at);
  memmove (data + at, data + at + n, length - at - n);
  return length - n;
}

/* One small change: a byte, a piece, a gap, a repetition. */
static gsize
bend (GRand *rand, guint8 *data, gsize length)
{
  gsize at = length > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) length) : 0;
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  guint8 copy[256];
  gsize n;

  if (length == 0)
    return insert_bytes (data, length, 0, piece, strlen (piece));
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      return length;
    case 1:
      data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      return length;
    case 2:
      return remove_bytes (data, length, at, (gsize) g_rand_int_range (rand, 1, 20));
    case 3:
      n = MIN ((gsize) g_rand_int_range (rand, 1, 200), length - at);
      memcpy (copy, data + at, n);
      return insert_bytes (data, length, (gsize) g_rand_int_range (rand, 0, (gint32) length), copy, n);
    default:
      return insert_bytes (data, length, at, piece, strlen (piece));
    }
}

static gsize
seed_length (const char *seed)
{
  /* The one with NUL bytes inside. */
  return strcmp (seed, "\5\xff\xfe" "a") == 0 ? 11 : strlen (seed);
}

static void
test_import (void)
{
  const char *seconds = g_getenv ("VAL_FUZZ_SECONDS");
  const char *number = g_getenv ("VAL_FUZZ_SEED");
  guint32 first = number == NULL ? 1 : (guint32) atoi (number);
  gint64 until = g_get_monotonic_time ()
                 + (seconds == NULL ? 4 : atoi (seconds)) * (gint64) G_USEC_PER_SEC;
  /* A fixed number of rounds, so that a run can be repeated; the clock only ends a slow one. */
  guint rounds = seconds == NULL ? 6000 : G_MAXUINT;
  g_autofree guint8 *data = g_malloc (MAX_LENGTH + 256);

  for (guint round = 0; round < rounds && g_get_monotonic_time () < until; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (first * 1000003u + round);
      const char *seed = seeds[round % G_N_ELEMENTS (seeds)];
      gsize length = seed_length (seed);
      int bends = g_rand_int_range (rand, 0, 12);

      memcpy (data, seed, length);
      for (int i = 0; i < bends; i++)
        length = bend (rand, data, length);
      val_fuzz_import (data, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/import", test_import);
  return g_test_run ();
}
