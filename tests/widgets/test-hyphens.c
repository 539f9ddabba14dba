/* test-hyphens.c: where long words are broken
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-hyphens.h"
#include "val-i18n.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hyphens/words", test_words);
  return g_test_run ();
}
