/* test-hyphens.c: where long words are broken
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-hyphens.h"
#include "val-i18n.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *word;
  const char *broken; /* with - for a soft hyphen */
} Case;

static const Case cases[] = {
  { "el", "Διαπραγμάτευση", "Διαπραγμά-τευση" },
  { "el", "Ενσυναίσθηση", "Ενσυ-ναίσθηση" },
  { "el", "υποσχέσεων", "υποσχέ-σεων" },
  { "fi", "Paineensietokyky", "Pai-neensie-to-kyky" },
  { "fi", "Neuvottelutaito", "Neu-votte-lu-taito" },
  { "fi", "Kärsivällisyys", "Kärsi-välli-syys" },
  { "pl", "Dotrzymywanie", "Dotrzy-my-wa-nie" },
  { "pl", "Negocjacje", "Negocjacje" },
  { "en", "Understanding", "Understanding" },
  { "en", "satisfaction", "satisfaction" },
  { "fi", "Empatia", "Empa-tia" },
  { "fi", "", "" },
  { "fi", "talo", "talo" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *made = NULL;
      g_auto (GStrv) pieces = NULL;
      g_autofree char *shown = NULL;

      val_i18n_init (cases[i].language);
      made = val_hyphens_add (cases[i].word);
      pieces = g_strsplit (made, VAL_SOFT_HYPHEN, -1);
      shown = g_strjoinv ("-", pieces);
      g_assert_cmpstr (shown, ==, cases[i].broken);
    }
  val_i18n_init ("en");
}

/* Every letter is ten pixels wide. */
static int
ten_a_letter (gpointer data, const char *text)
{
  return (int) g_utf8_strlen (text, -1) * 10;
}

/* Only what is too long is broken, and a column then needs room for it, but no more. */
static void
test_room (void)
{
  g_autofree char *whole = NULL, *broken = NULL;

  val_i18n_init ("fi");
  whole = val_hyphens_break ("Ajan antaminen", 100, ten_a_letter, NULL);
  g_assert_cmpstr (whole, ==, "Ajan antaminen");
  g_assert_cmpint (val_hyphens_longest (whole, 70, ten_a_letter, NULL), ==, 90);
  broken = val_hyphens_break ("Selkeä neuvottelutaito", 100, ten_a_letter, NULL);
  g_assert_nonnull (strstr (broken, VAL_SOFT_HYPHEN));
  g_assert_cmpint (val_hyphens_longest (broken, 70, ten_a_letter, NULL), ==, 70);
  g_assert_cmpint (val_hyphens_longest (broken, 40, ten_a_letter, NULL), ==, 60);
  val_i18n_init ("en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphens/words", test_words);
  g_test_add_func ("/hyphens/room", test_room);
  return g_test_run ();
}
