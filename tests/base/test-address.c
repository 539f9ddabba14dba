/* test-address.c: Polish given names as people are called by them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "val-address.h"
#include "val-i18n.h"

static const char *const names[][2] = {
  /* Women's */
  { "Anna", "Anno" }, { "Maria", "Mario" }, { "Katarzyna", "Katarzyno" },
  { "Małgorzata", "Małgorzato" }, { "Agnieszka", "Agnieszko" }, { "Barbara", "Barbaro" },
  { "Ewa", "Ewo" }, { "Krystyna", "Krystyno" }, { "Elżbieta", "Elżbieto" },
  { "Magdalena", "Magdaleno" }, { "Joanna", "Joanno" }, { "Monika", "Moniko" },
  { "Aleksandra", "Aleksandro" }, { "Zofia", "Zofio" }, { "Teresa", "Tereso" },
  { "Natalia", "Natalio" }, { "Julia", "Julio" }, { "Karolina", "Karolino" },
  { "Danuta", "Danuto" }, { "Beata", "Beato" }, { "Dorota", "Doroto" }, { "Marta", "Marto" },
  { "Halina", "Halino" }, { "Jadwiga", "Jadwigo" }, { "Alicja", "Alicjo" },
  { "Patrycja", "Patrycjo" }, { "Łucja", "Łucjo" }, { "Justyna", "Justyno" },
  { "Iwona", "Iwono" }, { "Sylwia", "Sylwio" }, { "Oliwia", "Oliwio" }, { "Emilia", "Emilio" },
  { "Kornelia", "Kornelio" }, { "Lidia", "Lidio" }, { "Daria", "Dario" },
  { "Wiktoria", "Wiktorio" }, { "Stefania", "Stefanio" }, { "Eugenia", "Eugenio" },
  { "Gabriela", "Gabrielo" }, { "Izabela", "Izabelo" }, { "Kamila", "Kamilo" },
  { "Urszula", "Urszulo" }, { "Paulina", "Paulino" }, { "Kinga", "Kingo" }, { "Róża", "Różo" },
  { "Bożena", "Bożeno" }, { "Oksana", "Oksano" }, { "Zuzanna", "Zuzanno" },
  { "Weronika", "Weroniko" }, { "Agata", "Agato" },
  /* Pet names */
  { "Kasia", "Kasiu" }, { "Basia", "Basiu" }, { "Gosia", "Gosiu" }, { "Zosia", "Zosiu" },
  { "Asia", "Asiu" }, { "Ania", "Aniu" }, { "Hania", "Haniu" }, { "Krysia", "Krysiu" },
  { "Marysia", "Marysiu" }, { "Zuzia", "Zuziu" }, { "Madzia", "Madziu" }, { "Ola", "Olu" },
  { "Ela", "Elu" }, { "Jola", "Jolu" }, { "Magda", "Magdo" }, { "Iza", "Izo" },
  { "Kuba", "Kubo" }, { "Tomek", "Tomku" }, { "Bartek", "Bartku" }, { "Wojtek", "Wojtku" },
  { "Maciek", "Maćku" }, { "Krzysiek", "Krzyśku" }, { "Heniek", "Heńku" },
  { "Władziek", "Władźku" }, { "Jaś", "Jasiu" }, { "Grześ", "Grzesiu" }, { "Zdzisio", "Zdzisiu" },
  /* Men's */
  { "Piotr", "Piotrze" }, { "Krzysztof", "Krzysztofie" }, { "Andrzej", "Andrzeju" },
  { "Tomasz", "Tomaszu" }, { "Jan", "Janie" }, { "Paweł", "Pawle" }, { "Michał", "Michale" },
  { "Marcin", "Marcinie" }, { "Jakub", "Jakubie" }, { "Adam", "Adamie" },
  { "Stanisław", "Stanisławie" }, { "Marek", "Marku" }, { "Łukasz", "Łukaszu" },
  { "Grzegorz", "Grzegorzu" }, { "Mateusz", "Mateuszu" }, { "Wojciech", "Wojciechu" },
  { "Mariusz", "Mariuszu" }, { "Dariusz", "Dariuszu" }, { "Zbigniew", "Zbigniewie" },
  { "Rafał", "Rafale" }, { "Robert", "Robercie" }, { "Kamil", "Kamilu" },
  { "Maciej", "Macieju" }, { "Dawid", "Dawidzie" }, { "Józef", "Józefie" },
  { "Szymon", "Szymonie" }, { "Kacper", "Kacprze" }, { "Ryszard", "Ryszardzie" },
  { "Artur", "Arturze" }, { "Sebastian", "Sebastianie" }, { "Konrad", "Konradzie" },
  { "Aleksander", "Aleksandrze" }, { "Wiktor", "Wiktorze" }, { "Oskar", "Oskarze" },
  { "Filip", "Filipie" }, { "Dominik", "Dominiku" }, { "Patryk", "Patryku" },
  { "Hubert", "Hubercie" }, { "Zygmunt", "Zygmuncie" }, { "Ernest", "Erneście" },
  { "August", "Auguście" }, { "Benedykt", "Benedykcie" }, { "Feliks", "Feliksie" },
  { "Borys", "Borysie" }, { "Karol", "Karolu" }, { "Daniel", "Danielu" },
  { "Mikołaj", "Mikołaju" }, { "Bartosz", "Bartoszu" }, { "Kazimierz", "Kazimierzu" },
  { "Lech", "Lechu" }, { "Maksym", "Maksymie" }, { "Joachim", "Joachimie" },
  { "Witold", "Witoldzie" }, { "Gustaw", "Gustawie" }, { "Lew", "Lwie" },
  { "Franciszek", "Franciszku" }, { "Konstantyn", "Konstantynie" }, { "Olgierd", "Olgierdzie" },
  { "Jerzy", "Jerzy" }, { "Antoni", "Antoni" }, { "Ignacy", "Ignacy" }, { "Cezary", "Cezary" },
  /* Several, and big letters */
  { "Anna Maria", "Anno Mario" }, { "Jan-Paweł", "Janie-Pawle" }, { "PIOTR", "PIOTRZE" },
  { "ANNA", "ANNO" }, { "MACIEK", "MAĆKU" },
  /* Nobody is sure, or they are of another language: as they are, the whole of them */
  { "Maja", "Maja" }, { "Nela", "Nela" }, { "Pola", "Pola" }, { "Sonia", "Sonia" },
  { "Mia", "Mia" }, { "Lea", "Lea" }, { "Noemi", "Noemi" }, { "Carmen", "Carmen" },
  { "Miriam", "Miriam" }, { "Ingrid", "Ingrid" }, { "Rachel", "Rachel" }, { "Nicole", "Nicole" },
  { "Ines", "Ines" }, { "Xavier", "Xavier" }, { "Kevin", "Kevin" }, { "Dmytro", "Dmytro" },
  { "Nataliia", "Nataliia" }, { "Mehmet", "Mehmet" }, { "Bruno", "Bruno" }, { "Li", "Li" },
  { "Anna Maja", "Anna Maja" }, { "Γιώργος", "Γιώργος" }, { "1004", "1004" }, { "J.", "J." },
  { "", "" },
};

static void
test_given (void)
{
  val_i18n_init ("pl");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *called = val_address_name (names[i][0], TRUE);

      g_assert_cmpstr (called, ==, names[i][1]);
    }
}

/* A family name stays as it is in Polish, and each name in English and Finnish. */
static void
test_others (void)
{
  static const char *const languages[] = { "en", "fi", "pl" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *given = NULL, *family = NULL;

      val_i18n_init (languages[i]);
      given = val_address_name ("Anna", TRUE);
      family = val_address_name ("Nowak", FALSE);
      g_assert_cmpstr (given, ==, i == 2 ? "Anno" : "Anna");
      g_assert_cmpstr (family, ==, "Nowak");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/given", test_given);
  g_test_add_func ("/address/others", test_others);
  return g_test_run ();
}
