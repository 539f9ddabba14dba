/* val-address.c: names as people are called by them
 *
 * Greek and Polish have a form of a name for calling somebody, and a letter that begins with the other
 * one reads as written by a machine: Γιώργος is called Γιώργο, Αλέξανδρος is called Αλέξανδρε, Piotr is
 * called Piotrze.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-address.h"

#include <string.h>

#include "val-address-private.h"
#include "val-i18n.h"

/* The vowel that @c is without its marks, 0 for a consonant; ι and υ with a diaeresis stand alone. */
static gunichar
vowel_of (gunichar c, gboolean *ret_accented, gboolean *ret_alone)
{
  static const struct
  {
    const char *letters;
    gboolean accented, alone;
  } rows[] = {
    { "αεηιουω", FALSE, FALSE },
    { "άέήίόύώ", TRUE, FALSE },
    { "   ϊ ϋ ", FALSE, TRUE },
    { "   ΐ ΰ ", TRUE, TRUE },
  };
  gunichar lower = g_unichar_tolower (c);

  if (lower == ' ')
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *found = g_utf8_strchr (rows[i].letters, -1, lower);

      if (found == NULL)
        continue;
      *ret_accented = rows[i].accented;
      *ret_alone = rows[i].alone;
      return g_utf8_get_char (g_utf8_offset_to_pointer (
          rows[0].letters, g_utf8_pointer_to_offset (rows[i].letters, found)));
    }
  return 0;
}

static gboolean
are_one_sound (gunichar first, gunichar second)
{
  if (second == 0x3c5) /* υ */
    return first == 0x3b1 || first == 0x3b5 || first == 0x3bf || first == 0x3b7; /* α ε ο η */
  return second == 0x3b9 /* ι */
         && (first == 0x3b1 || first == 0x3b5 || first == 0x3bf || first == 0x3c5); /* α ε ο υ */
}

/* An ι between a consonant and a vowel, as in Γιώργος, is spoken with what follows. */
static gboolean
is_spoken_with_next (gunichar vowel, gunichar next)
{
  return (vowel == 0x3b9 || vowel == 0x3c5) && next != 0 && !are_one_sound (vowel, next);
}

/* Syllables of the first @n letters of @word, after which one more letter stands. */
static guint
count_syllables (const gunichar *word, glong n)
{
  guint count = 0;
  gunichar before = 0;
  gboolean accented_before = FALSE;

  for (glong i = 0; i < n; i++)
    {
      gboolean accented = FALSE, alone = FALSE, ignored;
      gunichar vowel = vowel_of (word[i], &accented, &alone);
      gunichar next = vowel_of (word[i + 1], &ignored, &ignored);

      if (vowel != 0 && before != 0 && !accented_before && !alone && are_one_sound (before, vowel))
        vowel = 0; /* already counted */
      else if (vowel != 0
               && (accented || alone || before != 0 || i == 0 || !is_spoken_with_next (vowel, next)))
        count++;
      before = vowel;
      accented_before = accented;
    }
  return count;
}

/* Pet names such as Αλέκος and Γιαννάκος end as short names do. */
static gboolean
is_pet_name (const gunichar *word, glong n)
{
  gboolean accented = FALSE, alone = FALSE;

  return n >= 4 && g_unichar_tolower (word[n - 3]) == 0x3ba /* κ */
         && vowel_of (word[n - 4], &accented, &alone) != 0 && accented;
}

/* One word of a name, without its last letter where it is called so; "-ος" becomes "-ο" or "-ε". */
static gboolean
append_called (GString *out, const char *text, gsize length)
{
  g_autofree gunichar *word = NULL;
  glong n;
  gunichar last, end;

  word = g_utf8_to_ucs4_fast (text, (glong) length, &n);
  last = n > 2 ? g_unichar_tolower (word[n - 1]) : 0;
  end = n > 2 ? g_unichar_tolower (word[n - 2]) : 0;
  if (last != 0x3c2 && last != 0x3c3) /* ς, σ */
    {
      g_string_append_len (out, text, (gssize) length);
      return TRUE;
    }
  if (end == 0x3bf) /* -ος */
    {
      gboolean short_one = count_syllables (word, n - 2) < 2 || is_pet_name (word, n);
      gunichar called = short_one ? 0x3bf : 0x3b5;

      for (glong i = 0; i < n - 2; i++)
        g_string_append_unichar (out, word[i]);
      g_string_append_unichar (out, g_unichar_isupper (word[n - 2]) ? g_unichar_toupper (called)
                                                                    : called);
      return TRUE;
    }
  if (end == 0x3b1 || end == 0x3ac || end == 0x3b7 || end == 0x3ae) /* -ας -άς -ης -ής */
    n--;
  for (glong i = 0; i < n; i++)
    g_string_append_unichar (out, word[i]);
  return TRUE;
}

/* Each word of @name by @append, which says whether it is sure; else as it is written. */
static char *
each_word (const char *name, gboolean (*append) (GString *out, const char *text, gsize length))
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean sure = TRUE;

  for (const char *p = name; *p != '\0' && sure;)
    {
      gsize length = strcspn (p, " -");

      sure = append (out, p, length);
      p += length;
      for (; *p == ' ' || *p == '-'; p++)
        g_string_append_c (out, *p);
    }
  return g_strdup (sure ? out->str : name);
}

static gboolean
append_polish (GString *out, const char *text, gsize length)
{
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *called = val_address_pl (word);

  if (called != NULL)
    g_string_append (out, called);
  return called != NULL || length == 0;
}

/**
 * val_address_name:
 * @name: a given name, a family name or both, as it is written in a list
 * @given: whether it is given names only
 *
 * Any thread.
 *
 * Returns: (transfer full): @name as its bearer is called in the language of the interface: another
 *   form in Greek, where names of men lose their ς, and of given names in Polish, as far as their
 *   ending says which; other names stay as they are
 */
char *
val_address_name (const char *name, gboolean given)
{
  const char *language = val_i18n_language ();

  g_return_val_if_fail (name != NULL, g_strdup (""));

  if (g_str_equal (language, "el"))
    return each_word (name, append_called);
  if (g_str_equal (language, "pl") && given)
    return each_word (name, append_polish);
  return g_strdup (name);
}
