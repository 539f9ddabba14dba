/* val-search-find.c: everything written, best first
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-search.h"

#include <string.h>

#include "val-excerpt.h"
#include "val-stmt.h"

/* So many hits are weighed against each other; of more than that the newest come first, as they
 * do when so few letters were typed that nothing can be said about what is meant. */
#define MAX_WEIGHED 100
#define FEW_LETTERS 3 /* for so many the index has lists of their own */
/* So many rows tell whether a beginning is frequent. */
#define LOOKED_AT 16
/* What is looked at of a long text to weigh it; in bytes. */
#define WEIGHED_TEXT 8192
/* BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3. */
#define BM25_K 1.2
#define BM25_B 0.75
#define USUAL_WORDS 25.0
/* What a word counts that only begins with what was searched for. */
#define BEGINNING 0.7

/* A row of the index that holds all words. */
typedef struct
{
  gint64 row;
  int kind;
  gint64 key;
  ValDay day;
  gboolean named; /* a person whose name it is */
  double weight;
} Candidate;

/* All words stand in the name, which is the first line. */
static gboolean
is_name (const ValSearchWords *words, const GArray *matches, const char *folded)
{
  gsize name = strcspn (folded, "\n");
  guint32 found = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const ValSearchMatch *match = &g_array_index (matches, ValSearchMatch, i);

      if (match->start < name)
        found |= 1u << match->word;
    }
  return found == (guint32) ((G_GUINT64_CONSTANT (1) << val_search_words_count (words)) - 1);
}

static double
weigh (const ValSearchWords *words, const GArray *matches, guint length)
{
  double weight = 0;

  for (guint word = 0; word < val_search_words_count (words); word++)
    {
      double often = 0;

      for (guint i = 0; i < matches->len; i++)
        {
          const ValSearchMatch *match = &g_array_index (matches, ValSearchMatch, i);

          if (match->word == word)
            often += match->whole ? 1 : BEGINNING;
        }
      weight += often * (BM25_K + 1)
                / (often + BM25_K * (1 - BM25_B + BM25_B * length / USUAL_WORDS));
    }
  return weight;
}

static void
weigh_text (Candidate *candidate, const ValSearchWords *words, const char *folded, GArray *matches)
{
  guint length;

  g_array_set_size (matches, 0);
  length = val_search_words_find (words, folded, strnlen (folded, WEIGHED_TEXT), matches);
  candidate->weight = weigh (words, matches, length);
  candidate->named = candidate->kind == VAL_SEARCH_PERSON && is_name (words, matches, folded);
}

/* Of people it is looked at whether it is their name. */
static Candidate
read_candidate (const ValSearchWords *words, ValStmt *stmt, GArray *matches)
{
  Candidate candidate = { val_stmt_int (stmt, 0), (int) val_stmt_int (stmt, 1),
                          val_stmt_int (stmt, 2), VAL_DAY_NONE };
  const char *folded;

  if (val_stmt_int (stmt, 3) != 0)
    candidate.day = (ValDay) val_stmt_int (stmt, 3);
  if (candidate.kind != VAL_SEARCH_PERSON)
    return candidate;
  folded = (const char *) sqlite3_column_text (stmt->stmt, 4);
  if (folded != NULL)
    weigh_text (&candidate, words, folded, matches);
  return candidate;
}

/* Rows that hold @question, the newest below @before first; give it back. */
static ValStmt *
ask_index (ValDb *db, const char *question, gint64 before, guint limit, GError **error)
{
  ValStmt *stmt = val_stmt_get (
      db,
      "SELECT t.id, t.kind, t.key, t.day, t.folded FROM search CROSS JOIN search_text AS t "
      "ON t.id = search.rowid WHERE search MATCH ?1 AND search.rowid < ?2 "
      "ORDER BY search.rowid DESC LIMIT ?3",
      error);

  if (stmt == NULL)
    return NULL;
  val_stmt_bind_text (stmt, 1, question);
  val_stmt_bind_int (stmt, 2, before);
  val_stmt_bind_int (stmt, 3, limit);
  return stmt;
}

/* A beginning for which the index keeps no list is put together out of the lists of all words that
 * begin so, which takes longest when it is frequent. Then a good part of what has its first letters
 * has all of them, and it is faster to look at the newest of these. @ret_done is set when that was
 * so, and the candidates are those that the index would have named. */
static gboolean
read_frequent (ValDb *db, const ValSearchWords *words, gint64 before, guint limit,
               GArray *candidates, gboolean *ret_done, GError **error)
{
  g_autofree char *question = val_search_words_dup_beginning (words, FEW_LETTERS);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ValSearchMatch));
  g_autoptr (ValStmt) stmt = ask_index (db, question, before, G_MAXINT, error);
  guint seen = 0;
  ValStep step = VAL_STEP_DONE;

  *ret_done = FALSE;
  if (stmt == NULL)
    return FALSE;
  while (candidates->len < limit && (step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      const char *folded = (const char *) sqlite3_column_text (stmt->stmt, 4);

      g_array_set_size (matches, 0);
      if (folded != NULL)
        val_search_words_find (words, folded, strlen (folded), matches);
      if (matches->len > 0)
        {
          Candidate candidate = read_candidate (words, stmt, matches);

          g_array_append_val (candidates, candidate);
        }
      if (++seen >= LOOKED_AT && candidates->len < seen / 2)
        {
          g_array_set_size (candidates, 0);
          return TRUE;
        }
    }
  *ret_done = step != VAL_STEP_ERROR;
  return *ret_done;
}

/* The newest rows below @before that hold all words. */
static gboolean
read_candidates (ValDb *db, const ValSearchWords *words, gint64 before, guint limit,
                 GArray *candidates, GError **error)
{
  g_autofree char *question = val_search_words_dup_question (words);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ValSearchMatch));
  g_autoptr (ValStmt) stmt = NULL;
  gboolean done = FALSE;
  ValStep step;

  if (val_search_words_count (words) == 1 && val_search_words_last_length (words) > FEW_LETTERS
      && !read_frequent (db, words, before, limit, candidates, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  stmt = ask_index (db, question, before, limit, error);
  if (stmt == NULL)
    return FALSE;
  while ((step = val_stmt_step (stmt, error)) == VAL_STEP_ROW)
    {
      Candidate candidate = read_candidate (words, stmt, matches);

      g_array_append_val (candidates, candidate);
    }
  return step == VAL_STEP_DONE;
}

/* Only now that they are known to be few: of many the newest are shown, whatever they weigh. */
static gboolean
weigh_candidates (ValDb *db, const ValSearchWords *words, GArray *candidates, GError **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ValSearchMatch));

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      g_autoptr (ValStmt) stmt
          = val_stmt_get (db, "SELECT folded FROM search_text WHERE id = ?1", error);
      const char *folded;
      ValStep step;

      if (stmt == NULL)
        return FALSE;
      val_stmt_bind_int (stmt, 1, candidate->row);
      step = val_stmt_step (stmt, error);
      if (step == VAL_STEP_ERROR)
        return FALSE;
      if (step == VAL_STEP_DONE)
        continue; /* a damaged index */
      folded = (const char *) sqlite3_column_text (stmt->stmt, 0);
      if (folded != NULL)
        weigh_text (candidate, words, folded, matches);
    }
  return TRUE;
}

/* Names first; then what weighs more; then what is newer. Weights are 0 where nothing is weighed,
 * and the rows of other people than those that are meant lie behind everything. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  gint64 left_row = left->kind == VAL_SEARCH_PERSON ? 0 : left->row;
  gint64 right_row = right->kind == VAL_SEARCH_PERSON ? 0 : right->row;

  if (left->named != right->named)
    return left->named ? -1 : 1;
  if (left->weight < right->weight || left->weight > right->weight)
    return left->weight > right->weight ? -1 : 1;
  if (left_row != right_row)
    return left_row > right_row ? -1 : 1;
  return (left->row > right->row) - (left->row < right->row);
}

static void
forget_weights (GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    if (!g_array_index (candidates, Candidate, i).named)
      g_array_index (candidates, Candidate, i).weight = 0;
}

static guint
count_people (const GArray *candidates)
{
  guint n = 0;

  while (n < candidates->len && g_array_index (candidates, Candidate, n).row > VAL_SEARCH_PEOPLE)
    n++;
  return n;
}

/* At most @limit of them, best first. When more people are found than half of that, what was
 * written gets its half too. */
static gboolean
choose (ValDb *db, const ValSearchWords *words, guint limit, GArray *candidates, GError **error)
{
  gboolean weighed = val_search_words_count (words) > 1
                     || val_search_words_last_length (words) > FEW_LETTERS;
  guint most = weighed ? MAX (limit, MAX_WEIGHED) : limit;
  guint people;

  if (!read_candidates (db, words, G_MAXINT64, most + 1, candidates, error))
    return FALSE;
  if (candidates->len > most || !weighed)
    forget_weights (candidates);
  else if (!weigh_candidates (db, words, candidates, error))
    return FALSE;
  people = count_people (candidates);
  if (candidates->len > limit && people > limit / 2)
    {
      g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (Candidate));

      if (!read_candidates (db, words, VAL_SEARCH_PEOPLE, limit / 2, written, error))
        return FALSE;
      g_array_set_size (candidates, people);
      g_array_sort (candidates, compare_candidates);
      g_array_set_size (candidates, MIN (people, limit - MIN (limit, written->len)));
      g_array_append_vals (candidates, written->data, written->len);
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, limit));
  return TRUE;
}

/* The text that what was searched for stands in: one that others may read before one for the
 * manager alone. */
static void
fill_excerpt (ValHit *hit, const ValSearchWords *words, ValStmt *stmt)
{
  int columns = sqlite3_column_count (stmt->stmt);
  g_autofree char *first = NULL;

  for (int hidden = FALSE; hidden <= TRUE; hidden++)
    for (int i = VAL_SEARCH_FIRST_TEXT; i < columns; i++)
      {
        g_autofree char *text = NULL;

        if (val_search_text_is_private (hit->kind, i) != hidden
            || sqlite3_column_bytes (stmt->stmt, i) == 0)
          continue;
        text = val_stmt_dup_text (stmt, i);
        if (val_excerpt_find (hit, words, text))
          {
            hit->is_private = hidden;
            return;
          }
        if (first == NULL && !hidden)
          first = g_steal_pointer (&text);
      }
  val_excerpt_begin (hit, first != NULL ? first : "");
}

/* NULL without an error: the record is gone, which only a damaged index can say. */
static ValHit *
make_hit (ValDb *db, const ValSearchWords *words, const Candidate *candidate, GError **error)
{
  g_autofree char *sql = val_search_dup_texts_sql (candidate->kind, "id = ?1");
  g_autoptr (ValStmt) stmt = val_stmt_get (db, sql, error);
  ValHit *hit;

  if (stmt == NULL)
    return NULL;
  val_stmt_bind_int (stmt, 1, candidate->key);
  if (val_stmt_step (stmt, error) != VAL_STEP_ROW)
    return NULL;
  hit = g_new0 (ValHit, 1);
  hit->kind = candidate->kind;
  hit->id = candidate->key;
  hit->person_id = val_stmt_int (stmt, 1);
  hit->day = candidate->day;
  fill_excerpt (hit, words, stmt);
  return hit;
}

static gboolean
is_known (int kind)
{
  return (kind >= 0 && kind < VAL_N_RECORD_TYPES) || kind == VAL_SEARCH_PERSON
         || kind == VAL_SEARCH_ASSESSMENT;
}

static void
free_hit (gpointer data)
{
  val_hit_free (data);
}

/* val_search_find:
 * @db: the connection
 * @text: what was typed: any bytes
 * @limit: at most so many
 * @error: where to; breaking off by the connection's cancellable gives G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type ValHit): what holds every word (or, when
 * nothing does, the beginning of every word), best first:
 * people by name; then, among up to %MAX_WEIGHED, what is more about the words; else the newest
 */
GPtrArray *
val_search_find (ValDb *db, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (free_hit);
  g_autoptr (ValSearchWords) words = val_search_words_new (db, text, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  if (words == NULL)
    return NULL;
  if (val_search_words_count (words) == 0 || limit == 0)
    return g_steal_pointer (&hits);
  if (!choose (db, words, limit, candidates, error))
    return NULL;
  if (candidates->len == 0 && val_search_words_count (words) > 1)
    {
      val_search_words_loosen (words);
      if (!choose (db, words, limit, candidates, error))
        return NULL;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      GError *inner = NULL;
      ValHit *hit;

      if (!is_known (candidate->kind))
        continue;
      hit = make_hit (db, words, candidate, &inner);
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
      if (inner != NULL || g_cancellable_set_error_if_cancelled (db->cancellable, &inner))
        {
          g_propagate_error (error, inner);
          return NULL;
        }
    }
  return g_steal_pointer (&hits);
}
