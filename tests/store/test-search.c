/* test-search.c: finding everything that is written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-helpers.h"

#include <string.h>

#define LIMIT 50

static GPtrArray *
search (ValStore *store, const char *text)
{
  GError *error = NULL;
  GPtrArray *hits = val_store_search (store, text, LIMIT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static gint64
put_note (ValStore *store, gint64 person_id, ValDay day, const char *text, const char *remark)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Note saved: %s", "x");
  ValNote *note = val_note_new (person_id, day);
  gint64 id;

  val_set_string (&note->text, text);
  val_set_string (&note->remark, remark);
  id = val_edit_put_record (edit, note);
  val_record_free (note);
  {
    g_autoptr (ValEditResult) result = test_must_edit (store, edit);

    return val_edit_result_id (result, id);
  }
}

/* Every mark as "[...]" in its excerpt. */
static char *
marked (const ValHit *hit)
{
  GString *out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < hit->marks->len; i++)
    {
      ValHitMark mark = g_array_index (hit->marks, ValHitMark, i);

      g_assert_cmpuint (mark.start, >=, at);
      g_assert_cmpuint (mark.end, >, mark.start);
      g_assert_cmpuint (mark.end, <=, strlen (hit->excerpt));
      g_string_append_len (out, hit->excerpt + at, mark.start - at);
      g_string_append_c (out, '[');
      g_string_append_len (out, hit->excerpt + mark.start, mark.end - mark.start);
      g_string_append_c (out, ']');
      at = mark.end;
    }
  g_string_append (out, hit->excerpt + at);
  g_assert_true (g_utf8_validate (out->str, -1, NULL));
  g_assert_null (strpbrk (out->str, "\n\r\t"));
  return g_string_free (out, FALSE);
}

static void
test_folding (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    const char *shown; /* NULL: nothing is found */
  } cases[] = {
    { "zolw", "Żółw powoli", "[Żółw] powoli" },
    { "lukasz", "rozmowa: Łukasz.", "rozmowa: [Łukasz]." },
    { "παπαδοπουλος", "ο Παπαδόπουλος", "ο [Παπαδόπουλος]" },
    { "ΠΑΠΑΔΟΠΟΥΛΟΣ", "ο Παπαδόπουλος", "ο [Παπαδόπουλος]" },
    { "παπ", "ο Παπαδόπουλος", "ο [Παπ]αδόπουλος" },
    { "ΑΝΝΑ", "η Άννα", "η [Άννα]" },
    { "aijala", "Äijälä soitti", "[Äijälä] soitti" },
    { "zółw", "zolw", "[zolw]" },
    { "STRASSE", "Straße", "[Straße]" },
    { "stras", "Straße", "[Straß]e" },
    { "o", "Żo\xcc\x81\xc5\x82w o\xcc\x81w", "Żo\xcc\x81łw [o\xcc\x81]w" },
    { "fis", "ﬁsh", "[ﬁs]h" },
    { "2", "x² + 2", "x² + [2]" },
    { "dobra zma", "zmalała, bo dobra zmiana", "[zma]lała, bo [dobra] zmiana" },
    { "dobr zmiana", "dobra zmiana", "[dobr]a [zmiana]" },
    { "dobr zmianx", "dobra zmiana", NULL },
    { "słuch", "nie słucha\n\n  i mówi\tdalej", "nie [słuch]a i mówi dalej" },
    { "e-mail", "Napisz e-mail!", "Napisz [e]-[mail]!" },
    { "OR", "this or that", "this [or] that" },
    { "this OR nothing", "this or that", NULL },
    { "this NOT that", "this, not that", "[this], [not] [that]" },
    { "NEAR(this that)", "near this that", "[near] [this] [that]" },
    { "this*", "this", "[this]" },
    { "th*s", "this", NULL },
    { "\"this", "say \"this\"", "say \"[this]\"" },
    { "folded:this", "folded this", "[folded] [this]" },
    { "(this", "this", "[this]" },
    { "^this", "this", "[this]" },
    { "{folded}: this", "this", NULL },
    { "-this", "this", "[this]" },
    { "'; DROP TABLE note; --", "drop the table; note", "[drop] the [table]; [note]" },
    { "", "anything", NULL },
    { " \t\n", "anything", NULL },
    { "…!?.,;:\"'()*-+^~", "…!?.,;:\"'()*-+^~", NULL },
    { "\xff\xfe", "anything", NULL },
    { "th\xffis", "this", "[this]" },
    { "ł", "łapie", "[ł]apie" },
    { "x", "axe", NULL },
    { "日本", "日本語 です", "[日本]語 です" },
    { "👍", "well 👍 done", NULL },
    { "tHiS tHiS", "this", "[this]" },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = put_note (store, 2, 20000, cases[i].text, "");
      g_autoptr (GPtrArray) hits = search (store, cases[i].query);
      g_autofree char *shown = NULL;

      g_test_message ("case %u", (guint) i);
      for (guint j = 0; j < hits->len; j++)
        {
          const ValHit *hit = g_ptr_array_index (hits, j);

          if (hit->kind != VAL_RECORD_NOTE)
            continue;
          g_assert_null (shown);
          shown = marked (hit);
          g_assert_cmpint (hit->id, ==, id);
          g_assert_cmpint (hit->person_id, ==, 2);
          g_assert_cmpint (hit->day, ==, 20000);
          g_assert_false (hit->is_private);
        }
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true (val_store_undo (store, NULL, NULL));
    }
  val_store_close (store);
}

/* Whatever is typed or pasted is answered. */
static void
test_any_input (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autofree char *word = g_strnfill (3 * 1024 * 1024, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) greek = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (words, "w%d \"OR\" ", i);
  for (int i = 0; i < 1000; i++)
    g_string_append (greek, "ΰ");
  put_note (store, 1, 20000, word + 3 * 1024 * 1024 - 1000000, "");
  put_note (store, 1, 20000, greek->str, "");
  g_ptr_array_unref (search (store, word));
  g_ptr_array_unref (search (store, words->str));
  {
    g_autoptr (GPtrArray) hits = search (store, greek->str);

    g_assert_cmpuint (hits->len, ==, 1);
  }
  for (int i = 0; i < 3000; i++)
    {
      char text[24];
      int length = g_rand_int_range (rand, 0, 23);

      for (int j = 0; j < length; j++)
        text[j] = (char) (g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 256)
                                                : " \"*()^:{}-+ORAND"[g_rand_int_range (rand, 0, 15)]);
      text[length] = '\0';
      g_ptr_array_unref (search (store, text));
    }
  val_store_close (store);
}

/* Names come before what is written, what is more about the words before what mentions them, and
 * the newer before the older. */
static void
test_order (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  gint64 older = put_note (store, 1, 20000, "coaching went well today", "");
  gint64 newer = put_note (store, 1, 20010, "coaching went well today", "");
  gint64 more = put_note (store, 1, 19000, "coaching and coaching again", "");
  gint64 anna = put_note (store, 1, 20020, "Anna, Anna and Anna", "");
  g_autoptr (GPtrArray) hits = search (store, "coaching");
  g_autoptr (GPtrArray) names = search (store, "ann");
  g_autoptr (GPtrArray) few = NULL;

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, 0))->id, ==, more);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, 1))->id, ==, newer);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, 2))->id, ==, older);

  g_assert_cmpuint (names->len, ==, 3);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (names, 0))->kind, ==, VAL_HIT_PERSON);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (names, 1))->kind, ==, VAL_HIT_PERSON);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (names, 2))->id, ==, anna);

  /* Few letters, or more than can be weighed: by day alone, whatever the order of writing. */
  few = search (store, "co");
  g_assert_cmpint (((ValHit *) g_ptr_array_index (few, 0))->id, ==, newer);
  g_assert_cmpint (((ValHit *) g_ptr_array_index (few, 2))->id, ==, more);
  for (int i = 0; i < 300; i++)
    put_note (store, 1, 20100 - i * 37 % 300, "about coaching", "");
  {
    g_autoptr (GPtrArray) many = search (store, "coaching");

    g_assert_cmpuint (many->len, ==, LIMIT);
    for (int i = 0; i < LIMIT; i++)
      g_assert_cmpint (((ValHit *) g_ptr_array_index (many, i))->day, ==, 20100 - i);
  }
  val_store_close (store);
}

#define N_WRITTEN 400
#define N_NEWEST 60
#define LONG_TEXT 20000

/* Note @i, of day 20000 + @i. Most begin with "level", few of all but all of the newest have "levit",
 * and one has its word far behind the beginning. */
static char *
dup_written (int i)
{
  g_autofree char *filling = g_strnfill (i == N_WRITTEN - 5 ? LONG_TEXT : 1, 'x');
  const char *newest = i >= N_WRITTEN - N_NEWEST ? " levitate" : "";

  return g_strdup_printf ("%s %s%s", filling, i % 3 == 0 ? "lever" : "levelling", newest);
}

/* Whether a beginning is frequent or rare among what has its first letters, the newest are found. */
static void
test_frequent (void)
{
  static const char *const asked[] = { "lev", "leve", "level", "levels", "lever", "levi", "levitates" };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);

  for (int i = 0; i < N_WRITTEN; i++)
    {
      g_autofree char *text = dup_written (i * 7 % N_WRITTEN);

      put_note (store, 1, 20000 + i * 7 % N_WRITTEN, text, "");
    }
  for (guint k = 0; k < G_N_ELEMENTS (asked); k++)
    {
      g_autofree char *needle = g_strconcat (" ", asked[k], NULL);
      g_autoptr (GPtrArray) hits = search (store, asked[k]);
      guint n = 0;

      for (int i = N_WRITTEN - 1; i >= 0 && n < LIMIT; i--)
        {
          g_autofree char *text = dup_written (i);
          /* Among few the short ones weigh more, so that the long one is no part of those. */
          gboolean there = strstr (text, needle) != NULL
                           && !(i == N_WRITTEN - 5 && g_str_has_prefix ("levitate", asked[k])
                                && strlen (asked[k]) > 3);

          if (!there)
            continue;
          g_assert_cmpuint (n, <, hits->len);
          g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, n++))->day, ==, 20000 + i);
        }
      g_assert_cmpuint (hits->len, ==, n);
    }
  val_store_close (store);
}

/* Where many people bear the name, what is written has its half of the answer. */
static void
test_many_people (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = val_edit_new ("x", NULL);
  guint people = 0;

  for (int i = 0; i < 400; i++)
    {
      g_autoptr (ValPerson) person = val_person_new ();

      val_set_string (&person->given, "Kaisa");
      val_set_string (&person->family, "Kallio");
      val_edit_put_person (edit, person);
    }
  val_edit_result_free (test_must_edit (store, edit));
  for (int i = 0; i < 10; i++)
    put_note (store, 1, 20000 + i, "Kallio kiitti", "");
  for (int length = 1; length <= 6; length++)
    {
      g_autofree char *text = g_strndup ("kallio", (gsize) length);
      g_autoptr (GPtrArray) hits = search (store, text);

      people = 0;
      for (guint i = 0; i < hits->len; i++)
        people += ((ValHit *) g_ptr_array_index (hits, i))->kind == VAL_HIT_PERSON;
      g_assert_cmpuint (hits->len, ==, LIMIT);
      g_assert_cmpuint (people, ==, LIMIT - 10);
      g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, LIMIT - 10))->day, ==, 20009);
    }
  val_store_close (store);
}

/* What is for the manager alone is found and marked as such; what others may read is preferred. */
static void
test_private (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  gint64 both = put_note (store, 1, 20000, "delayed twice", "delayed for private reasons");
  gint64 hidden = put_note (store, 1, 19999, "on time", "delayed once, says nobody");
  g_autoptr (GPtrArray) hits = search (store, "delay");

  g_assert_cmpuint (hits->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const ValHit *hit = g_ptr_array_index (hits, i);

      if (hit->id == both)
        {
          g_assert_false (hit->is_private);
          g_assert_cmpstr (hit->excerpt, ==, "delayed twice");
        }
      else
        {
          g_assert_cmpint (hit->id, ==, hidden);
          g_assert_true (hit->is_private);
          g_assert_cmpstr (hit->excerpt, ==, "delayed once, says nobody");
        }
    }
  val_store_close (store);
}

/* Long texts: around the match, cut between words, with an ellipsis where something is left out. */
static void
test_excerpts (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (int i = 0; i < 30000; i++)
    g_string_append (text, "αβγδ ");
  g_string_append (text, "Θησαυρός");
  for (int i = 0; i < 1000; i++)
    g_string_append (text, " αβγδ\n");
  put_note (store, 1, 20000, text->str, "");
  {
    g_autoptr (GPtrArray) hits = search (store, "θησαυρος");

    g_assert_cmpuint (hits->len, ==, 1);
    shown = marked (g_ptr_array_index (hits, 0));
    g_assert_true (g_str_has_prefix (shown, "…αβγδ αβγδ"));
    g_assert_true (g_str_has_suffix (shown, "…"));
    g_assert_nonnull (strstr (shown, " αβγδ [Θησαυρός] αβγδ "));
    g_assert_cmpint (g_utf8_strlen (shown, -1), <, 170);
  }
  val_store_close (store);
}

/* Every type of record is found by each of its texts, with the person it is about; remarks of
 * scores and people too. */
static void
test_everything (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (ValEdit) edit = val_edit_new ("x", NULL);

  test_add_records (edit);
  val_edit_result_free (test_must_edit (store, edit));
  for (int type = 0; type < VAL_N_RECORD_TYPES; type++)
    {
      const ValRecordClass *klass = val_record_class ((ValRecordType) type);

      for (guint i = 0; i < klass->n_fields; i++)
        {
          g_autofree char *text = g_strdup_printf ("%s zolw", klass->fields[i].name);
          g_autoptr (GPtrArray) hits = NULL;
          const ValHit *found = NULL;

          if ((klass->fields[i].flags & VAL_FIELD_SEARCHED) == 0)
            continue;
          hits = search (store, text);
          for (guint j = 0; j < hits->len; j++)
            if (((ValHit *) g_ptr_array_index (hits, j))->kind == type)
              found = g_ptr_array_index (hits, j);
          g_assert_nonnull (found);
          g_assert_cmpint (found->person_id, ==,
                           type == VAL_RECORD_MENTORING || !klass->has_person ? 0 : 1 + type % 4);
        }
    }
  {
    g_autoptr (GPtrArray) hits = search (store, "so");
    g_autoptr (GPtrArray) number = search (store, "n3");

    g_assert_cmpuint (hits->len, ==, 4);
    g_assert_cmpint (((ValHit *) g_ptr_array_index (hits, 0))->kind, ==, VAL_HIT_ASSESSMENT);
    g_assert_cmpuint (number->len, ==, 1);
    g_assert_cmpint (((ValHit *) g_ptr_array_index (number, 0))->person_id, ==, 4);
  }
  val_store_close (store);
}

/* A search that is no longer wanted ends. */
static void
finished_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GError **error = data;
  g_autoptr (GPtrArray) hits = val_store_search_finish (VAL_STORE (object), result, error);

  g_assert_null (hits);
}

static void
test_cancel (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (ValStore) store = test_open_centre (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;

  g_cancellable_cancel (cancellable);
  val_store_search_async (store, "anna", 10, cancellable, finished_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  val_store_close (store);
}

/* ---- Whatever is done, the index is as one made anew --------------------------------------- */

static ValEdit *
random_import (GRand *rand)
{
  ValEdit *edit = test_bulk_edit ((guint) g_rand_int_range (rand, 1, 60), 4, 3, FALSE);
  ValImport about = { 0, (char *) "a.csv", (char *) "assessments", (char *) "ab", 77, 9, 8 };
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ValEditRow));
  GHashTable *remarks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint n;
  const ValEditRow *from = val_edit_rows (edit, &n);

  g_array_append_vals (rows, from, n);
  for (guint i = 0; i < n; i += 1 + (guint) g_rand_int_range (rand, 0, 4))
    g_hash_table_insert (remarks, GUINT_TO_POINTER (i), g_strdup_printf ("Uwaga %u żółta", i));
  val_edit_unref (edit);
  edit = val_edit_new ("Import of %s", "a.csv");
  val_edit_take_rows (edit, rows, remarks);
  val_edit_set_import (edit, &about);
  return edit;
}

static ValEdit *
random_edit (GRand *rand)
{
  ValEdit *edit = val_edit_new ("x", NULL);

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      ValRecordType type = (ValRecordType) g_rand_int_range (rand, 0, VAL_RECORD_KIND);
      ValRecord *record = test_record_new (type, g_rand_int_range (rand, 1, 5));

      if (type == VAL_RECORD_STEP)
        ((ValGoalStep *) record)->goal_id = 1;
      if (type == VAL_RECORD_NOTE)
        ((ValNote *) record)->day = g_rand_int_range (rand, 1, 60000);
      if (type == VAL_RECORD_MENTORING && g_rand_boolean (rand))
        val_mentoring_remove_person ((ValMentoring *) record, 2);
      if (g_rand_boolean (rand))
        record->id = g_rand_int_range (rand, 1, 6);
      val_edit_put_record (edit, record);
      val_record_free (record);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    val_edit_delete_record (edit, (ValRecordType) g_rand_int_range (rand, 0, VAL_RECORD_KIND),
                            g_rand_int_range (rand, 1, 6));
  if (g_rand_int_range (rand, 0, 8) == 0)
    val_edit_delete_person (edit, g_rand_int_range (rand, 1, 5));
  return edit;
}

static void
random_step (ValCore *core, GRand *rand)
{
  ValTables tables;
  int dice = g_rand_int_range (rand, 0, 10);

  /* What makes no sense is refused, and then nothing has changed. */
  if (dice < 5)
    {
      g_autoptr (ValEdit) edit = random_edit (rand);

      val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, NULL));
    }
  else if (dice < 6)
    {
      g_autoptr (ValEdit) edit = random_import (rand);

      val_edit_result_free (val_core_edit (core, edit, NULL, NULL, &tables, NULL));
    }
  else if (dice < 7)
    val_core_undo_import (core, g_rand_int_range (rand, 1, 4), &tables, NULL);
  else
    val_core_turn (core, dice < 9, &tables, NULL, NULL);
}

static void
test_as_made_anew (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260326);

  for (int round = 0; round < 12; round++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = test_folder_path (folder, "a.db");
      g_autoptr (ValEdit) centre = test_centre_edit ();
      GError *error = NULL;
      ValTables tables;
      g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_CREATE, &error);

      g_assert_no_error (error);
      test_add_records (centre);
      val_edit_result_free (val_core_edit (core, centre, NULL, NULL, &tables, &error));
      g_assert_no_error (error);
      for (int step = 0; step < 40; step++)
        random_step (core, rand);
      test_assert_search_index (core->db);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/folding", test_folding);
  g_test_add_func ("/search/any-input", test_any_input);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/frequent", test_frequent);
  g_test_add_func ("/search/many-people", test_many_people);
  g_test_add_func ("/search/private", test_private);
  g_test_add_func ("/search/excerpts", test_excerpts);
  g_test_add_func ("/search/everything", test_everything);
  g_test_add_func ("/search/cancel", test_cancel);
  g_test_add_func ("/search/as-made-anew", test_as_made_anew);
  return g_test_run ();
}
