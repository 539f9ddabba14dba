/* bench-search.c: B8: search as one types, in a hundred thousand notes of four languages
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-search CATALOGUE.json…: their texts give the words. The reference is what FTS5 does by
 * itself on the same texts: the newest fifty with its own snippets.
 */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "val-store.h"
#include "val-times.h"

#define N_NOTES 100000
#define N_PEOPLE 500
#define N_TYPED 120
#define LIMIT 50
#define ROUNDS 3
#define SLOW 5.0 /* what takes longer is named; ms */

/* The words of a file in their order, so that often used ones come often. */
static GPtrArray *
read_words (const char *path)
{
  g_autofree char *text = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        g_string_append_unichar (word, g_utf8_get_char (p));
      else if (word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
    }
  return words;
}

/* One word in four is a name or a number that hardly comes again. */
static char *
make_note (GPtrArray *words, GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 8, 45);

  for (int i = 0; i < n; i++)
    {
      const char *first = g_ptr_array_index (words, g_rand_int_range (rand, 0, (int) words->len));
      const char *second = g_ptr_array_index (words, g_rand_int_range (rand, 0, (int) words->len));

      if (i > 0)
        g_string_append_c (text, i % 9 == 0 ? '\n' : ' ');
      g_string_append (text, first);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (text, second);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_notes (GPtrArray *languages)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_NOTES; i++)
    g_ptr_array_add (notes, make_note (g_ptr_array_index (languages, i % languages->len), rand));
  return notes;
}

static void
fill_store (ValStore *store, GPtrArray *notes)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Bench", NULL);
  g_autoptr (ValEditResult) result = NULL;
  gint64 people[N_PEOPLE];
  GError *error = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (ValPerson) person = val_person_new ();
      g_autofree char *number = g_strdup_printf ("%u", i);

      val_set_string (&person->number, number);
      people[i] = val_edit_put_person (edit, person);
    }
  for (guint i = 0; i < notes->len; i++)
    {
      ValNote *note = val_note_new (people[i % N_PEOPLE], 19000 + (ValDay) (i * 7919 % 1000));

      val_set_string (&note->text, g_ptr_array_index (notes, i));
      val_edit_put_record (edit, note);
      val_record_free (note);
    }
  result = val_store_edit (store, edit, &error);
  g_assert_no_error (error);
}

static sqlite3 *
make_reference (GPtrArray *notes)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_exec (db,
                "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);"
                "CREATE VIRTUAL TABLE nf USING fts5 (body, content = 'note', content_rowid = 'id', "
                "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'); BEGIN",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO note (body) VALUES (?)", -1, &stmt, NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      sqlite3_bind_text (stmt, 1, g_ptr_array_index (notes, i), -1, SQLITE_STATIC);
      sqlite3_step (stmt);
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO nf (rowid, body) SELECT id, body FROM note; COMMIT",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  return db;
}

static double
ask_reference (sqlite3_stmt *stmt, const char *typed)
{
  g_autofree char *question = g_strdup_printf ("\"%s\"*", typed);
  double begin = val_cpu_ms ();

  sqlite3_bind_text (stmt, 1, question, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sqlite3_column_text (stmt, 0);
  sqlite3_reset (stmt);
  return val_cpu_ms () - begin;
}

static double
ask_store (ValStore *store, const char *typed)
{
  double begin = val_cpu_ms ();

  g_ptr_array_unref (val_store_search (store, typed, LIMIT, NULL));
  return val_cpu_ms () - begin;
}

/* Every beginning of some words, as they are typed. */
static void
type_words (ValStore *store, sqlite3 *db, GPtrArray *languages, GArray *ours, GArray *theirs)
{
  sqlite3_stmt *stmt = NULL;

  sqlite3_prepare_v2 (db,
                      "SELECT snippet (nf, 0, '[', ']', '…', 12) FROM nf WHERE nf MATCH ?1 "
                      "ORDER BY rowid DESC LIMIT 50",
                      -1, &stmt, NULL);
  for (guint i = 0; i < N_TYPED; i++)
    {
      GPtrArray *words = g_ptr_array_index (languages, i % languages->len);
      const char *word = g_ptr_array_index (words, i * 7919 % words->len);

      for (glong n = 1; n <= MIN (g_utf8_strlen (word, -1), 9); n++)
        {
          g_autofree char *typed = g_utf8_substring (word, 0, n);
          double us[ROUNDS], them[ROUNDS];

          for (int round = 0; round < ROUNDS; round++)
            {
              them[round] = ask_reference (stmt, typed);
              us[round] = ask_store (store, typed);
            }
          qsort (us, ROUNDS, sizeof *us, val_compare_times);
          qsort (them, ROUNDS, sizeof *them, val_compare_times);
          if (us[ROUNDS / 2] > SLOW)
            printf ("# B8 “%s”: %.2f ms, reference %.2f ms\n", typed, us[ROUNDS / 2],
                     them[ROUNDS / 2]);
          g_array_append_val (ours, us[ROUNDS / 2]);
          g_array_append_val (theirs, them[ROUNDS / 2]);
        }
    }
  sqlite3_finalize (stmt);
}

/* Of the index alone: its tables; the folded texts beside it are the content it reads. */
static void
report_size (const char *path, GPtrArray *notes)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  double text = 0, index = 0, folded = 0;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < notes->len; i++)
    text += (double) strlen (g_ptr_array_index (notes, i));
  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  if (sqlite3_prepare_v2 (db,
                          "SELECT (SELECT sum (length (block)) FROM search_data) + "
                          "(SELECT sum (length (sz)) FROM search_docsize), "
                          "(SELECT sum (length (CAST (folded AS BLOB))) FROM search_text)",
                          -1, &stmt, NULL)
          == SQLITE_OK
      && sqlite3_step (stmt) == SQLITE_ROW)
    {
      index = sqlite3_column_double (stmt, 0);
      folded = sqlite3_column_double (stmt, 1);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  detail = g_strdup_printf ("text of %.1f MB; folded text beside it %.2f x", text / 1e6, folded / text);
  val_say_row ("B8", "size of the index, against the text", index / text, "", "<=", 1, detail);
  printf ("%s 2 size\n", index > 0 ? "ok" : "not ok");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) languages
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *folder = g_dir_make_tmp ("valmius-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (ValStore) store = val_store_new (path);
  sqlite3 *reference;
  g_autofree char *detail = NULL, *slow_detail = NULL;
  double us, them, slowest;

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (languages, read_words (argv[i]));
  g_assert_cmpuint (languages->len, >, 0);
  g_assert_true (val_store_open (store, VAL_STORE_CREATE, NULL));
  notes = make_notes (languages);
  fill_store (store, notes);
  reference = make_reference (notes);
  type_words (store, reference, languages, ours, theirs);
  val_store_close (store);
  sqlite3_close (reference);
  g_array_sort (ours, val_compare_times);
  g_array_sort (theirs, val_compare_times);
  us = g_array_index (ours, double, ours->len / 2);
  them = g_array_index (theirs, double, theirs->len / 2);
  slowest = g_array_index (ours, double, ours->len * 99 / 100);
  printf ("1..2\nok 1 asked\n");
  detail = g_strdup_printf ("%.3f ms, FTS5 with snippets %.3f ms; %u keystrokes, 100 k notes", us, them,
                            ours->len);
  val_say_row ("B8", "search, a keystroke", us / them, "", "<=", 1.5, detail);
  slow_detail = g_strdup_printf ("FTS5 %.2f ms", g_array_index (theirs, double, theirs->len * 99 / 100));
  val_say_row ("B8", "search, a keystroke, p99", slowest, "ms", "<=", 5, slow_detail);
  report_size (path, notes);
  {
    g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);

    return system (command) == 0 ? 0 : 1;
  }
}
