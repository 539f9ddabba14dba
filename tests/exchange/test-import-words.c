/* test-import-words.c: what the program itself calls things is understood in a file
 *
 * Who types a table by hand heads its columns with the words of the import window, and fills it with
 * those of other windows; the file may be read while the window speaks another language.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-contacts.h"
#include "val-i18n.h"
#include "val-import-plan.h"
#include "val-import-words-numbers.h"
#include "val-import-words.h"

#define N_ASSESSORS (VAL_ASSESSOR_AUDIT + 1)

static const char *const languages[] = { "en", "pl", "el", "fi" };

static const char *
recognise (ValImportKind kind, const char *header, ValDurationUnit *ret_unit)
{
  const char *field = NULL;
  gboolean weak;

  *ret_unit = VAL_DURATION_SECONDS;
  if (kind == VAL_IMPORT_PEOPLE || kind == VAL_IMPORT_ASSESSMENTS)
    return val_import_words_field (header);
  if (kind == VAL_IMPORT_NOTES || kind == VAL_IMPORT_RECOGNITIONS)
    return val_import_words_record_field (header);
  field = val_import_words_number_field (kind, header, &weak, ret_unit);
  return field != NULL ? field : val_import_words_field (header);
}

/* "wait-minutes" is the field "wait", in minutes. */
static gboolean
is_right (const char *field, const char *found, ValDurationUnit unit)
{
  static const struct
  {
    const char *end;
    ValDurationUnit unit;
  } units[] = {
    { "-minutes", VAL_DURATION_MINUTES },
    { "-hours", VAL_DURATION_HOURS },
    { "-milliseconds", VAL_DURATION_MILLISECONDS },
  };

  if (found == NULL)
    return FALSE;
  if (g_str_equal (field, "name")) /* a full name of any kind is an agent */
    return g_str_equal (found, "agent");
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (field, units[i].end))
      return strlen (found) == strlen (field) - strlen (units[i].end)
             && g_str_has_prefix (field, found) && unit == units[i].unit;
  return g_str_equal (field, found) && unit == VAL_DURATION_SECONDS;
}

static void
test_headers (void)
{
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int kind = 0; kind < VAL_N_IMPORT_KINDS; kind++)
      {
        const char *const *fields = val_import_plan_list_fields ((ValImportKind) kind);

        for (gsize j = 0; fields[j] != NULL; j++)
          {
            ValDurationUnit unit;
            const char *label, *found;

            val_i18n_init (languages[i]);
            label = val_import_plan_field_label ((ValImportKind) kind, fields[j]);
            found = recognise ((ValImportKind) kind, label, &unit);
            if (is_right (fields[j], found, unit))
              continue;
            g_test_message ("%s, %s: “%s” is %s, not %s", languages[i],
                            val_import_kind_to_key ((ValImportKind) kind), label,
                            found != NULL ? found : "nothing", fields[j]);
            wrong++;
          }
      }
  val_i18n_init ("en");
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_cells (void)
{
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      char *assessors[N_ASSESSORS] = { NULL };
      char *reasons[VAL_DIFFICULT_CLAIM_REFUSED + 1] = { NULL };

      val_i18n_init (languages[i]);
      for (int one = 0; one < N_ASSESSORS; one++)
        assessors[one] = g_strdup (val_assessor_get_label ((ValAssessor) one));
      for (int one = VAL_DIFFICULT_OTHER; one <= VAL_DIFFICULT_CLAIM_REFUSED; one++)
        reasons[one] = g_strdup (val_difficult_reason_get_label (one));
      val_i18n_init (g_str_equal (languages[i], "en") ? "fi" : "en");
      for (int one = 0; one < N_ASSESSORS; one++)
        {
          ValAssessor found = VAL_ASSESSOR_MANAGER;
          ValCsvField cell = { .text = assessors[one], .len = strlen (assessors[one]) };

          if (val_import_words_assessor (cell, &found) && (int) found == one)
            continue;
          g_test_message ("%s: “%s” is no assessor", languages[i], assessors[one]);
          wrong++;
        }
      for (int one = VAL_DIFFICULT_OTHER; one <= VAL_DIFFICULT_CLAIM_REFUSED; one++)
        {
          int found = -1;
          ValCsvField cell = { .text = reasons[one], .len = strlen (reasons[one]) };

          if (val_import_words_difficult (cell, &found) && found == one)
            continue;
          g_test_message ("%s: “%s” is no reason", languages[i], reasons[one]);
          wrong++;
        }
      for (int one = 0; one < N_ASSESSORS; one++)
        g_free (assessors[one]);
      for (int one = VAL_DIFFICULT_OTHER; one <= VAL_DIFFICULT_CLAIM_REFUSED; one++)
        g_free (reasons[one]);
    }
  val_i18n_init ("en");
  g_assert_cmpuint (wrong, ==, 0);
}

/* What customers tick in surveys, and what clerks write. */
static void
test_ratings (void)
{
  static const struct
  {
    const char *word;
    int thousandths;
  } ratings[] = {
    { "very satisfied", 5000 },          { "Bardzo zadowolona", 5000 },
    { "Πολύ ικανοποιημένος", 5000 },     { "ΠΟΛΥ ΙΚΑΝΟΠΟΙΗΜΕΝΗ", 5000 },
    { "erittäin tyytyväinen", 5000 },    { "zadowolony", 4000 },
    { "ικανοποιημένη", 4000 },           { "Tyytyväinen", 4000 },
    { "neutralna", 3000 },               { "ουδέτερος", 3000 },
    { "neutraali", 3000 },               { "niezadowolona", 2000 },
    { "δυσαρεστημένος", 2000 },          { "tyytymätön", 2000 },
    { "bardzo niezadowolony", 1000 },    { "πολύ δυσαρεστημένη", 1000 },
    { "erittäin tyytymätön", 1000 },     { "bardzo dobrze", 5000 },
    { "Hyvä", 4000 },                    { "przeciętna", 3000 },
    { "huono", 2000 },                   { "bardzo źle", 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      ValCsvField cell = { .text = (char *) ratings[i].word, .len = strlen (ratings[i].word) };
      int thousandths = 0;

      if (!val_import_words_rating (cell, &thousandths))
        g_error ("“%s” is no rating", ratings[i].word);
      g_assert_cmpint (thousandths, ==, ratings[i].thousandths);
    }
}

/* Heads of Polish and Finnish lists, as personnel offices, telephone systems and surveys write them. */
static void
test_everyday_headers (void)
{
  static const struct
  {
    ValImportKind kind;
    const char *header;
    const char *field;
  } cases[] = {
    { VAL_IMPORT_PEOPLE, "Nazwisko i imię", "agent" },
    { VAL_IMPORT_PEOPLE, "Imię pracownika", "given" },
    { VAL_IMPORT_PEOPLE, "Nazwisko pracownika", "family" },
    { VAL_IMPORT_PEOPLE, "Data przyjęcia do pracy", "start" },
    { VAL_IMPORT_PEOPLE, "Ostatni dzień pracy", "leave" },
    { VAL_IMPORT_PEOPLE, "Stanowisko pracy", "role" },
    { VAL_IMPORT_PEOPLE, "Työntekijätunnus", "number" },
    { VAL_IMPORT_PEOPLE, "Asiakaspalvelijan etunimi", "given" },
    { VAL_IMPORT_PEOPLE, "Ensimmäinen työpäivä", "start" },
    { VAL_IMPORT_PEOPLE, "Viimeinen työpäivä", "leave" },
    { VAL_IMPORT_PEOPLE, "Toimipiste", "team" },
    { VAL_IMPORT_ASSESSMENTS, "Osiągnięty poziom", "level" },
    { VAL_IMPORT_ASSESSMENTS, "Osoba oceniająca", "assessor" },
    { VAL_IMPORT_ASSESSMENTS, "Saavutettu taso", "level" },
    { VAL_IMPORT_CONTACTS, "Nr połączenia", "id" },
    { VAL_IMPORT_CONTACTS, "Kategoria zgłoszenia", "topic" },
    { VAL_IMPORT_CONTACTS, "Czas oczekiwania w kolejce", "wait" },
    { VAL_IMPORT_CONTACTS, "Czas trwania połączenia", "talk" },
    { VAL_IMPORT_CONTACTS, "Czy rozwiązano", "resolved" },
    { VAL_IMPORT_CONTACTS, "Wynik ankiety", "satisfaction" },
    { VAL_IMPORT_CONTACTS, "Puhelun syy", "topic" },
    { VAL_IMPORT_CONTACTS, "Odotusaika jonossa", "wait" },
    { VAL_IMPORT_CONTACTS, "Puhelun pituus", "talk" },
    { VAL_IMPORT_CONTACTS, "Ratkaistu ensikontaktilla", "resolved" },
    { VAL_IMPORT_CONTACTS, "Palautearvosana", "satisfaction" },
    { VAL_IMPORT_FORECAST, "Prognozowana liczba połączeń", "forecast" },
    { VAL_IMPORT_FORECAST, "Zaoferowane połączenia", "actual" },
    { VAL_IMPORT_FORECAST, "Kontaktimäärä", "actual" },
    { VAL_IMPORT_FORECAST, "Keskikäsittelyaika", "handle_time" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValDurationUnit unit;

      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (recognise (cases[i].kind, cases[i].header, &unit), ==, cases[i].field);
    }
}

static void
test_everyday_cells (void)
{
  static const struct
  {
    ValAnswerField field;
    const char *cell;
    ValAnswer answer;
  } answers[] = {
    { VAL_ANSWER_OF_ANSWERED, "Obsłużono", VAL_ANSWER_YES },
    { VAL_ANSWER_OF_ANSWERED, "nieodebrano", VAL_ANSWER_NO },
    { VAL_ANSWER_OF_ANSWERED, "Luovutti", VAL_ANSWER_NO },
    { VAL_ANSWER_OF_RESOLVED, "W realizacji", VAL_ANSWER_NO },
    { VAL_ANSWER_OF_RESOLVED, "rozwiązana", VAL_ANSWER_YES },
    { VAL_ANSWER_OF_RESOLVED, "Työn alla", VAL_ANSWER_NO },
    { VAL_ANSWER_OF_RESOLVED, "hoidettu", VAL_ANSWER_YES },
  };
  static const struct
  {
    const char *cell;
    int reason;
  } reasons[] = {
    { "Odmowa uznania reklamacji", VAL_DIFFICULT_CLAIM_REFUSED },
    { "agresywny klient", VAL_DIFFICULT_UNPLEASANT },
    { "epäasiallinen käytös", VAL_DIFFICULT_UNPLEASANT },
    { "Pitkä jono", VAL_DIFFICULT_NO_QUICK_CONTACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      ValCsvField cell = { .text = (char *) answers[i].cell, .len = strlen (answers[i].cell) };

      g_test_message ("%s", answers[i].cell);
      g_assert_cmpint (val_import_words_answer (answers[i].field, cell), ==, answers[i].answer);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      ValCsvField cell = { .text = (char *) reasons[i].cell, .len = strlen (reasons[i].cell) };
      int reason = -1;

      g_test_message ("%s", reasons[i].cell);
      g_assert_true (val_import_words_difficult (cell, &reason));
      g_assert_cmpint (reason, ==, reasons[i].reason);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-words/headers", test_headers);
  g_test_add_func ("/import-words/cells", test_cells);
  g_test_add_func ("/import-words/ratings", test_ratings);
  g_test_add_func ("/import-words/everyday-headers", test_everyday_headers);
  g_test_add_func ("/import-words/everyday-cells", test_everyday_cells);
  return g_test_run ();
}
