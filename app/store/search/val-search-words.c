/* val-search-words.c: the words of a question, and where they stand in a text
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is a word is left to the index's own tokenizer, https://www.sqlite.org/fts5.html, section
 * 7.1: so a word that the index found is found again in the text, whatever signs are in it.
 */
#include "val-search-words.h"

#include <string.h>

#include "val-fold.h"
#include "val-stmt.h"
#include "val-store-error.h"

/* What is read of a question: nobody types more, and what is pasted says enough with its
 * beginning. */
#define MAX_QUESTION 1024
#define MAX_WORDS 16

typedef struct
{
  char *text;
  gsize length;
} Word;

struct _ValSearchWords
{
  fts5_tokenizer tokenizer;
  Fts5Tokenizer *instance;
  GArray *words; /* of Word; the last one may be unfinished */
  gboolean loose; /* each of them may be */
};

/* https://www.sqlite.org/fts5.html, section 7 */
static fts5_api *
find_api (ValDb *db, GError **error)
{
  fts5_api *api = NULL;
  g_autoptr (ValStmt) stmt = val_stmt_get (db, "SELECT fts5 (?1)", error);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_pointer (stmt->stmt, 1, &api, "fts5_api_ptr", NULL);
  if (!val_stmt_run (stmt, error))
    return NULL;
  if (api == NULL)
    val_store_set_error (error, VAL_STORE_ERROR_FAILED);
  return api;
}

static gboolean
make_tokenizer (ValSearchWords *self, ValDb *db, GError **error)
{
  static const char *arguments[] = { "remove_diacritics", "0" };
  fts5_api *api = find_api (db, error);
  void *data = NULL;
  int rc;

  if (api == NULL)
    return FALSE;
  rc = api->xFindTokenizer (api, "unicode61", &data, &self->tokenizer);
  if (rc == SQLITE_OK)
    rc = self->tokenizer.xCreate (data, arguments, G_N_ELEMENTS (arguments), &self->instance);
  if (rc != SQLITE_OK)
    val_store_set_sqlite_error (error, db->handle, rc);
  return rc == SQLITE_OK;
}

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

/* A word that comes again says nothing new, but it may be the one that is being typed. */
static int
word_cb (void *data, int flags, const char *token, int length, int start, int end)
{
  ValSearchWords *self = data;
  Word word = { NULL, (gsize) length };

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *other = &g_array_index (self->words, Word, i);

      if (other->length == word.length && memcmp (other->text, token, word.length) == 0)
        {
          g_array_remove_index (self->words, i);
          break;
        }
    }
  if (self->words->len >= MAX_WORDS)
    return SQLITE_DONE;
  word.text = g_strndup (token, word.length);
  g_array_append_val (self->words, word);
  return SQLITE_OK;
}

/* val_search_words_new:
 * @db: a connection; must outlive the words
 * @text: what was typed: any bytes
 * @error: where to
 *
 * Returns: (transfer full) (nullable): the words, maybe none
 */
ValSearchWords *
val_search_words_new (ValDb *db, const char *text, GError **error)
{
  g_autoptr (ValSearchWords) self = g_new0 (ValSearchWords, 1);
  g_autofree char *beginning = g_strndup (text, MAX_QUESTION);
  g_autofree char *folded = val_fold (beginning);
  int rc;

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  if (!make_tokenizer (self, db, error))
    return NULL;
  rc = self->tokenizer.xTokenize (self->instance, self, FTS5_TOKENIZE_QUERY, folded,
                                  (int) strlen (folded), word_cb);
  if (rc != SQLITE_OK && rc != SQLITE_DONE)
    {
      val_store_set_sqlite_error (error, db->handle, rc);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* val_search_words_free: (transfer full) @self */
void
val_search_words_free (ValSearchWords *self)
{
  if (self->instance != NULL)
    self->tokenizer.xDelete (self->instance);
  g_clear_pointer (&self->words, g_array_unref);
  g_free (self);
}

/* val_search_words_count: how many words there are */
guint
val_search_words_count (const ValSearchWords *self)
{
  return self->words->len;
}

guint
val_search_words_last_length (const ValSearchWords *self)
{
  const Word *last;

  if (self->words->len == 0)
    return 0;
  last = &g_array_index (self->words, Word, self->words->len - 1);
  return (guint) g_utf8_strlen (last->text, (gssize) last->length);
}

static gboolean
may_be_unfinished (const ValSearchWords *self, guint word)
{
  return self->loose || word + 1 == self->words->len;
}

/* val_search_words_loosen: from now on every word may be the beginning of a longer one: endings
 * change with the sentence in most of our languages. */
void
val_search_words_loosen (ValSearchWords *self)
{
  self->loose = TRUE;
}

/* val_search_words_dup_question:
 *
 * Returns: (transfer full): the words for MATCH, each as a string, so that nothing that was typed
 * is taken for an operator
 */
char *
val_search_words_dup_question (const ValSearchWords *self)
{
  GString *question = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_array_index (self->words, Word, i).text, "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (question, "%s\"%s\"%s", i > 0 ? " " : "", quoted,
                              may_be_unfinished (self, i) ? " *" : "");
    }
  return g_string_free (question, FALSE);
}

/* val_search_words_dup_beginning:
 * @self: a single word
 * @letters: not more than it has
 *
 * Returns: (transfer full): for MATCH, what begins with the first @letters of it
 */
char *
val_search_words_dup_beginning (const ValSearchWords *self, guint letters)
{
  g_autofree char *beginning
      = g_utf8_substring (g_array_index (self->words, Word, 0).text, 0, letters);
  g_auto (GStrv) parts = g_strsplit (beginning, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\" *", quoted);
}

typedef struct
{
  const ValSearchWords *words;
  GArray *matches;
  guint place;
} Search;

static int
match_cb (void *data, int flags, const char *token, int length, int start, int end)
{
  Search *search = data;
  const GArray *words = search->words->words;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gboolean whole = word->length == (gsize) length;
      ValSearchMatch match = { (guint) start, (guint) end, i, search->place, whole };

      if (*word->text != *token
          || !(whole || (may_be_unfinished (search->words, i) && word->length < (gsize) length))
          || memcmp (word->text, token, word->length) != 0)
        continue;
      if (!whole && length == end - start)
        match.end = match.start + (guint) word->length;
      g_array_append_val (search->matches, match);
      break;
    }
  search->place++;
  return SQLITE_OK;
}

/* val_search_words_find:
 * @self: what is searched for
 * @folded: (array length=length): a folded text
 * @length: its length
 * @matches: (element-type ValSearchMatch): where to append what is found, in the text's order
 *
 * Returns: how many words the text has
 */
guint
val_search_words_find (const ValSearchWords *self, const char *folded, gsize length,
                       GArray *matches)
{
  Search search = { self, matches };

  self->tokenizer.xTokenize (self->instance, &search, FTS5_TOKENIZE_DOCUMENT, folded,
                             (int) length, match_cb);
  return search.place;
}
