/* val-hyphens.c: where a long word may be broken
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-hyphens.h"

#include "val-i18n.h"

/* Letters that stay together at each end of a word. */
#define FEWEST_BEFORE 3
#define FEWEST_AFTER 3

static gboolean
is_vowel (gunichar letter)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (g_unichar_tolower (letter), FALSE, plain, G_N_ELEMENTS (plain));
  return plain[0] < G_MAXINT32 && g_utf8_strchr ("aeiouyαεηιουω", -1, plain[0]) != NULL;
}

static gboolean
is_consonant (gunichar letter)
{
  return g_unichar_isalpha (letter) && !is_vowel (letter);
}

/**
 * val_hyphens_add:
 * @word: as it is written
 *
 * One consonant between two vowels begins a syllable: so it is in Greek and Finnish always, and in
 * Polish as good as always. English has no such rule, and its words are left alone.
 *
 * Returns: (transfer full): the word with soft hyphens
 */
char *
val_hyphens_add (const char *word)
{
  g_autofree gunichar *letters = NULL;
  GString *made = g_string_new (NULL);
  glong n;

  letters = g_utf8_to_ucs4_fast (word, -1, &n);
  for (glong i = 0; i < n; i++)
    {
      if (i >= FEWEST_BEFORE && i + FEWEST_AFTER <= n && is_vowel (letters[i - 1])
          && is_consonant (letters[i]) && is_vowel (letters[i + 1])
          && !g_str_equal (val_i18n_language (), "en"))
        g_string_append (made, VAL_SOFT_HYPHEN);
      g_string_append_unichar (made, letters[i]);
    }
  return g_string_free (made, FALSE);
}

/**
 * val_hyphens_break:
 * @text: words
 * @room: pixels; a longer word may be broken
 * @width: measures
 *
 * Returns: (transfer full): the text with soft hyphens in what is longer
 */
char *
val_hyphens_break (const char *text, int room, ValHyphensWidth width, gpointer data)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (width (data, words[i]) > room)
      {
        char *broken = val_hyphens_add (words[i]);

        g_free (words[i]);
        words[i] = broken;
      }
  return g_strjoinv (" ", words);
}

/**
 * val_hyphens_longest:
 * @text: of val_hyphens_break ()
 * @room: the same
 *
 * Returns: the width in which no word is broken but where it may be, and then no narrower than @room
 */
int
val_hyphens_longest (const char *text, int room, ValHyphensWidth width, gpointer data)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n-/", -1);
  int most = 0;

  for (int i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (words[i], VAL_SOFT_HYPHEN, -1);

      if (pieces[0] == NULL)
        continue;
      if (pieces[1] != NULL)
        most = MAX (most, room);
      for (int p = 0; pieces[p] != NULL; p++)
        {
          g_autofree char *shown = g_strconcat (pieces[p], pieces[p + 1] != NULL ? "-" : "", NULL);

          most = MAX (most, width (data, shown));
        }
    }
  return most;
}
