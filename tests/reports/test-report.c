/* test-report.c: the pages of the readiness report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "readiness-fixture.h"
#include "val-answer.h"
#include "val-document.h"

/* VAL_TEST_SHOTS names a folder in which the reports are left to be looked at. */
static void
keep (GBytes *pdf, const char *name)
{
  const char *folder = g_getenv ("VAL_TEST_SHOTS");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}

static gboolean
contains (GBytes *pdf, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* Pages of the file: /Type /Page, not /Pages. */
static guint
count_pages (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size), *end = data + size;
  guint n = 0;

  for (const char *p = data; (p = memmem (p, (gsize) (end - p), "/Type /Page", 11)) != NULL;
       p += 11)
    n += p + 11 < end && p[11] != 's';
  return n;
}

static ValDataset *
make_centre (guint n_people, gboolean greek)
{
  static const char *const english[] = { "Calm with difficult customers",
                                         "Product knowledge",
                                         "Keeping promises",
                                         "Negotiation",
                                         "Returns abroad",
                                         "Listening" };
  static const char *const long_names[] = {
    "Ψυχραιμία με δύσκολους και απαιτητικούς πελάτες σε τηλεφωνικές συνομιλίες",
    "Γνώση προϊόντων, υπηρεσιών και εσωτερικών διαδικασιών του κέντρου εξυπηρέτησης",
    "Τήρηση των υποσχέσεων και των συμφωνημένων προθεσμιών",
    "Διαπραγμάτευση",
    "Επιστροφές εμπορευμάτων στο εξωτερικό",
    "Ενεργητική ακρόαση"
  };
  Fixture *fixture = fixture_new ();

  g_random_set_seed (7);
  g_hash_table_insert (fixture->settings, g_strdup (VAL_SETTING_CENTRE_NAME),
                       g_strdup (greek ? "Κέντρο εξυπηρέτησης Θεσσαλονίκης" : "Demo centre"));
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    {
      ValSkill *skill = fixture_skill (fixture, greek ? long_names[i] : english[i]);

      skill->critical = i < 4;
      skill->wanted_cover = (gint32) i + 1;
    }
  for (guint i = 0; i < n_people; i++)
    {
      ValPerson *person = fixture_person (fixture, greek ? "Κωνσταντίνα" : "Maria",
                                          greek ? "Παπαδοπούλου" : "Kowalska");
      g_autofree char *family = g_strdup_printf ("%s %u", person->family, i + 1);

      val_set_string (&person->family, family);
      for (gsize k = 0; k < G_N_ELEMENTS (english); k++)
        {
          if (g_random_int_range (0, 12) == 0)
            continue;
          fixture_score (fixture, person->id, (gint64) k + 1, FIXTURE_DAY - 60,
                         g_random_int_range (1, 8) * 1000, VAL_ASSESSOR_MANAGER);
          fixture_score (fixture, person->id, (gint64) k + 1, FIXTURE_DAY,
                         g_random_int_range (4, 11) * 1000 - (i % 5 == 0 ? 3000 : 0),
                         VAL_ASSESSOR_MANAGER);
        }
    }
  return fixture_end (fixture);
}

static GBytes *
make_report (ValDataset *dataset, gboolean compare, gboolean hide_names)
{
  ValReadinessQuery query = { .on = FIXTURE_DAY }, earlier = { .on = FIXTURE_DAY - 30 };
  g_autoptr (ValReadiness) readiness = val_readiness_compute (dataset, &query);
  g_autoptr (ValReadiness) before = val_readiness_compute (dataset, &earlier);
  ValAnswerOptions options = { compare ? before : NULL, hide_names, FIXTURE_DAY };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = val_report_readiness (readiness, &options, &error);

  g_assert_no_error (error);
  g_assert_true (contains (pdf, "%PDF-1."));
  return pdf;
}

static void
test_the_answer (void)
{
  g_autoptr (ValDataset) dataset = fixture_the_answer ();
  g_autoptr (GBytes) pdf = make_report (dataset, FALSE, FALSE);

  keep (pdf, "report-answer.pdf");
  g_assert_cmpuint (count_pages (pdf), >=, 1);
  g_assert_cmpuint (count_pages (pdf), <=, 4);
  g_assert_true (contains (pdf, "/Lang (en)"));
}

static void
test_many_people (void)
{
  g_autoptr (ValDataset) dataset = make_centre (200, FALSE);
  g_autoptr (GBytes) pdf = make_report (dataset, TRUE, FALSE);

  keep (pdf, "report-many.pdf");
  g_assert_cmpuint (count_pages (pdf), >, 4);
}

static void
test_greek (void)
{
  g_autoptr (ValDataset) dataset = make_centre (60, TRUE);
  g_autoptr (GBytes) pdf = make_report (dataset, TRUE, FALSE);

  keep (pdf, "report-greek.pdf");
  g_assert_cmpuint (count_pages (pdf), >, 3);
}

static void
test_nobody (void)
{
  g_autoptr (ValDataset) dataset = fixture_end (fixture_new ());
  g_autoptr (GBytes) pdf = make_report (dataset, TRUE, TRUE);

  keep (pdf, "report-nobody.pdf");
  g_assert_cmpuint (count_pages (pdf), ==, 1);
}

/* A paragraph and a table longer than a page are cut; nothing is lost and no page turns for ever.
 */
static void
test_cutting (void)
{
  g_autoptr (ValDocument) document = val_document_new ("T", "A", "F");
  const ValDocumentColumn columns[] = { { "Name", FALSE }, { "Number", TRUE } };
  ValDocumentTable *table;
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  guint n_pages = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "word ");
  val_document_add_text (document, VAL_TEXT_HEADING, "Heading");
  val_document_add_text (document, VAL_TEXT_BODY, text->str);
  table = val_document_add_table (document, columns, 2);
  for (guint i = 0; i < 100; i++)
    val_document_table_add_row (table, (const char *const[]){ "A name", "7" });
  /* One cell higher than a page. */
  val_document_table_add_row (table, (const char *const[]){ text->str, "8" });
  val_document_add_text (document, VAL_TEXT_HEADING, "A heading with nothing behind it");
  g_string_free (text, TRUE);
  pdf = val_document_to_pdf (document, &n_pages, NULL);
  g_assert_nonnull (pdf);
  g_assert_cmpuint (n_pages, >=, 5);
  g_assert_cmpuint (n_pages, <=, 10);
  g_assert_cmpuint (count_pages (pdf), ==, n_pages);
  keep (pdf, "document-cutting.pdf");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/the-answer", test_the_answer);
  g_test_add_func ("/report/many-people", test_many_people);
  g_test_add_func ("/report/greek", test_greek);
  g_test_add_func ("/report/nobody", test_nobody);
  g_test_add_func ("/report/cutting", test_cutting);
  return g_test_run ();
}
