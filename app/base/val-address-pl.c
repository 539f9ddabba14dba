/* val-address-pl.c: Polish given names as people are called by them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Anna is called Anno, Kasia Kasiu, Piotr Piotrze. The ending says how, but for names that no Pole is
 * sure of and for those of other languages: these stay as they are, which is never wrong to read.
 */
#include "val-address-private.h"

#include <string.h>

/* The first ending that fits counts; "^" begins a whole name. @called takes the place of the last
 * @cut letters; NULL: nobody is sure. Names in -a are women's but for a few, all others men's but for
 * those that are named here. */
static const struct
{
  const char *ending;
  int cut;
  const char *called;
} endings[] = {
  /* Women's names that end as men's do. */
  { "^miriam", 0, NULL }, { "^mariam", 0, NULL }, { "^maryam", 0, NULL }, { "^kim", 0, NULL },
  { "^ingrid", 0, NULL }, { "^astrid", 0, NULL }, { "^sigrid", 0, NULL }, { "^rachel", 0, NULL },
  { "^abigail", 0, NULL }, { "^nel", 0, NULL }, { "^nell", 0, NULL }, { "^nicol", 0, NULL },
  { "^nikol", 0, NULL }, { "^isabel", 0, NULL }, { "^izabel", 0, NULL }, { "^mabel", 0, NULL },
  { "^lilian", 0, NULL }, { "^jasmin", 0, NULL }, { "^karin", 0, NULL }, { "^megan", 0, NULL },
  { "^susan", 0, NULL }, { "^marion", 0, NULL }, { "^katrin", 0, NULL }, { "^kristin", 0, NULL },
  { "^erin", 0, NULL }, { "^manon", 0, NULL }, { "^sharon", 0, NULL }, { "^alison", 0, NULL },
  { "^marilyn", 0, NULL }, { "^dagmar", 0, NULL }, { "^eleanor", 0, NULL }, { "^leonor", 0, NULL },
  { "^pilar", 0, NULL }, { "^mildred", 0, NULL }, { "^winifred", 0, NULL },
  /* -a */
  { "^ola", 1, "u" }, { "^ala", 1, "u" }, { "^ela", 1, "u" }, { "^ula", 1, "u" },
  { "^jola", 1, "u" }, { "^hela", 1, "u" },
  { "^ania", 1, "u" }, { "^hania", 1, "u" }, { "^frania", 1, "u" }, { "^gienia", 1, "u" },
  { "^marynia", 1, "u" }, { "^antonia", 1, "o" }, { "^eugenia", 1, "o" }, { "^stefania", 1, "o" },
  { "^apolonia", 1, "o" }, { "^ksenia", 1, "o" }, { "^melania", 1, "o" }, { "nia", 0, NULL },
  { "^ilia", 0, NULL }, { "^illia", 0, NULL }, { "^stasia", 1, "u" }, { "stasia", 0, NULL },
  { "sia", 1, "u" }, { "zia", 1, "u" },
  { "cia", 0, NULL }, { "tia", 0, NULL }, { "chia", 0, NULL }, { "gia", 0, NULL },
  { "kia", 0, NULL }, { "aia", 0, NULL }, { "eia", 0, NULL }, { "iia", 0, NULL },
  { "^mia", 0, NULL }, { "^lia", 0, NULL }, { "^pia", 0, NULL }, { "^ria", 0, NULL },
  { "^dia", 0, NULL }, { "^alia", 0, NULL }, { "ia", 1, "o" },
  { "aja", 0, NULL }, { "eja", 0, NULL }, { "ija", 0, NULL }, { "oja", 0, NULL },
  { "uja", 0, NULL }, { "yja", 0, NULL },
  { "aa", 0, NULL }, { "ea", 0, NULL }, { "oa", 0, NULL }, { "ua", 0, NULL }, { "ya", 0, NULL },
  { "a", 1, "o" },
  /* Soft and velar consonants, -o of pet names */
  { "ciek", 4, "ćku" }, { "siek", 4, "śku" }, { "niek", 4, "ńku" }, { "dziek", 4, "źku" },
  { "iek", 0, NULL }, { "ek", 2, "ku" }, { "ik", 0, "u" }, { "yk", 0, "u" }, { "ch", 0, "u" },
  { "sz", 0, "u" }, { "rz", 0, "u" }, { "j", 0, "u" }, { "l", 0, "u" }, { "ś", 1, "siu" },
  { "sio", 1, "u" }, { "zio", 1, "u" }, { "cio", 0, NULL },
  /* Hard consonants, which become soft; some lose the e before them. */
  { "^lew", 2, "wie" }, { "aw", 0, "ie" }, { "niew", 0, "ie" }, { "^paweł", 2, "le" },
  { "^gaweł", 2, "le" }, { "ał", 1, "le" }, { "an", 0, "ie" }, { "in", 0, "ie" },
  { "yn", 0, "ie" }, { "on", 0, "ie" }, { "^aleksander", 2, "rze" }, { "^kacper", 2, "rze" },
  { "^oliwier", 0, "ze" }, { "^walter", 0, "ze" }, { "^piotr", 0, "ze" }, { "ar", 0, "ze" },
  { "or", 0, "ze" }, { "ur", 0, "ze" }, { "rd", 0, "zie" }, { "ld", 0, "zie" },
  { "ad", 0, "zie" }, { "id", 0, "zie" }, { "ed", 0, "zie" }, { "yd", 0, "zie" },
  { "st", 2, "ście" }, { "rt", 1, "cie" }, { "nt", 1, "cie" }, { "kt", 1, "cie" },
  { "^wit", 1, "cie" }, { "ks", 0, "ie" }, { "^borys", 0, "ie" }, { "^denis", 0, "ie" },
  { "am", 0, "ie" }, { "im", 0, "ie" }, { "ym", 0, "ie" }, { "ub", 0, "ie" }, { "ip", 0, "ie" },
  { "f", 0, "ie" },
  /* As adjectives: Jerzy, Antoni */
  { "y", 0, "" }, { "i", 0, "" },
};

static guint
count_vowels (const char *name)
{
  guint n = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    n += g_utf8_strchr ("aeiouyóąę", -1, g_utf8_get_char (p)) != NULL;
  return n;
}

static gboolean
fits (const char *name, const char *ending)
{
  return *ending == '^' ? g_str_equal (name, ending + 1) : g_str_has_suffix (name, ending);
}

/* val_address_pl:
 * @word: one given name
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): as its bearer is called; NULL when that is not sure */
char *
val_address_pl (const char *word)
{
  g_autofree char *name = g_utf8_strdown (word, -1);
  glong n = g_utf8_strlen (word, -1);
  gboolean big = n > 1
                 && g_unichar_isupper (g_utf8_get_char (g_utf8_offset_to_pointer (word, n - 1)));

  /* Letters that no Polish name has; Pola and Nela are called by either form. */
  if (n < 3 || strpbrk (name, "qvx0123456789.'") != NULL
      || (g_str_has_suffix (name, "la") && n > 3 && count_vowels (name) < 3
          && !g_str_equal (name, "jola") && !g_str_equal (name, "hela")))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (fits (name, endings[i].ending))
      {
        const char *end = g_utf8_offset_to_pointer (word, n - endings[i].cut);
        g_autofree char *kept = g_strndup (word, (gsize) (end - word));
        g_autofree char *raised
            = endings[i].called != NULL && big ? g_utf8_strup (endings[i].called, -1) : NULL;

        return endings[i].called == NULL
                   ? NULL
                   : g_strconcat (kept, raised != NULL ? raised : endings[i].called, NULL);
      }
  return NULL;
}
