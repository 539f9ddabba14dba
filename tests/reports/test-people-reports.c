/* test-people-reports.c: agent report, session sheet, recognition report and thank-you card
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "readiness-fixture.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-report.h"

#define TODAY 20538 /* 2026-03-26 */

static const char *const languages[] = { "en", "pl", "el", "fi" };

/* VAL_TEST_SHOTS names a folder in which the reports are left to be looked at. */
static void
keep (GBytes *pdf, const char *name, const char *language)
{
  const char *folder = g_getenv ("VAL_TEST_SHOTS");
  g_autofree char *file = g_strdup_printf ("%s-%s.pdf", name, language);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
}

/* The words of a file as another program reads them; NULL: there is no such program here. */
static char *
read_words (GBytes *pdf)
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  const char *command[] = { "pdftotext", "-layout", NULL, "-", NULL };
  char *text = NULL;
  int fd, status;

  if (reader == NULL)
    return NULL;
  fd = g_file_open_tmp ("valmius-XXXXXX.pdf", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  command[2] = path;
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &text, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return text;
}

static void
assert_says (GBytes *pdf, const char *wanted, ...)
{
  g_autofree char *text = read_words (pdf);
  const char *word = wanted;
  va_list words;

  if (text == NULL)
    return;
  g_assert_null (strstr (text, "SECRET"));
  va_start (words, wanted);
  for (; word != NULL; word = va_arg (words, const char *))
    if (strstr (text, word) == NULL)
      g_error ("“%s” is not in:\n%s", word, text);
  va_end (words);
}

static void
assert_silent (GBytes *pdf, const char *unwanted)
{
  g_autofree char *text = read_words (pdf);

  if (text != NULL && strstr (text, unwanted) != NULL)
    g_error ("“%s” is in:\n%s", unwanted, text);
}

static void
assert_page (GBytes *pdf, const char *media_box)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_assert_nonnull (memmem (data, size, media_box, strlen (media_box)));
}

static ValDataset *
make_centre (const char *person_languages)
{
  Fixture *fixture = fixture_new ();
  gint64 team = fixture_team (fixture, "Reklamacje", 0);
  ValPerson *anna = fixture_person (fixture, "Ελένη", "Παπαδοπούλου");
  ValPerson *leader;

  g_hash_table_insert (fixture->settings, g_strdup (VAL_SETTING_CENTRE_NAME),
                       g_strdup ("Demo centre"));
  anna->team_id = team;
  anna->start = TODAY - 1000;
  val_set_string (&anna->languages, person_languages);
  val_set_string (&anna->matters, "Calm mornings");
  val_set_string (&anna->traits, "SECRET traits");
  leader = fixture_person (fixture, "Łukasz", "Żak");
  leader->team_id = team;
  ((ValTeam *) g_ptr_array_index (fixture->teams, 0))->leader_id = leader->id;
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Skill %u", i);

      fixture_level (fixture, anna->id, fixture_skill (fixture, name)->id, 3 + i);
    }
  return fixture_end (fixture);
}

static char *
repeat (const char *text, guint characters)
{
  GString *out = g_string_new (NULL);

  while (g_utf8_strlen (out->str, -1) < (glong) characters)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

/* Everything once, and in every field of the manager's own the word that must not be found. */
static GPtrArray *
make_records (ValMentoring **ret_session, gboolean is_long)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (val_record_free);
  g_autofree char *text
      = is_long ? repeat ("Η εξυπηρέτηση του πελάτη χρειάζεται χρόνο και υπομονή. ", 10000)
                : g_strdup ("Listened to the end");
  ValMentoring *session = val_mentoring_new (), *next = val_mentoring_new ();
  ValNote *note = val_note_new (1, TODAY - 3);
  ValRecognition *thanks = val_recognition_new (1, TODAY - 9);
  ValRecognition *surprise = val_recognition_new (1, TODAY - 1);
  ValAgreement *old = val_agreement_new (1, TODAY - 20), *new = val_agreement_new (1, TODAY - 2);
  ValGoal *goal = val_goal_new (1, TODAY - 30);
  ValGoalStep *step = val_record_new (VAL_RECORD_STEP);

  note->kind = VAL_NOTE_PRAISE;
  val_set_string (&note->text, text);
  val_set_string (&note->remark, "SECRET remark");
  val_set_string (&thanks->text, "The calm of Monday");
  val_set_string (&thanks->remark, "SECRET remark");
  surprise->promised = TRUE;
  val_set_string (&surprise->text, "SECRET surprise");
  session->record.id = 5;
  val_mentoring_add_person (session, 1);
  session->state = VAL_MENTORING_HELD;
  session->held_day = TODAY - 2;
  session->held_minute = 607;
  val_set_string (&session->agenda, "Returns abroad\nHolidays");
  val_set_string (&session->words, text);
  val_set_string (&session->text, text);
  val_set_string (&session->remark, "SECRET remark");
  session->said_back = TRUE;
  next->record.id = 6;
  val_mentoring_add_person (next, 1);
  next->planned_day = TODAY + 5;
  next->planned_minute = 600;
  val_set_string (&old->text, "Try the new form");
  old->due_day = TODAY + 1;
  val_set_string (&new->text, "Ask IT for a screen");
  new->mine = TRUE;
  new->mentoring_id = 5;
  goal->record.id = 3;
  val_set_string (&goal->text, "Lead a workshop");
  step->goal_id = 3;
  val_set_string (&step->text, "Watch one first");
  g_ptr_array_add (records, note);
  g_ptr_array_add (records, thanks);
  g_ptr_array_add (records, surprise);
  g_ptr_array_add (records, session);
  g_ptr_array_add (records, next);
  g_ptr_array_add (records, old);
  g_ptr_array_add (records, new);
  g_ptr_array_add (records, goal);
  g_ptr_array_add (records, step);
  *ret_session = session;
  return records;
}

static void
test_agent (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int is_long = 0; is_long <= 1; is_long++)
      {
        g_autoptr (ValDataset) dataset = make_centre ("");
        ValMentoring *session;
        g_autoptr (GPtrArray) records = make_records (&session, is_long);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) pdf
            = val_report_agent (dataset, 1, records, NULL, TODAY, languages[i], &error);

        g_assert_no_error (error);
        assert_page (pdf, "[ 0 0 595");
        assert_says (pdf, "Ελένη Παπαδοπούλου", "Reklamacje", "Calm mornings", "Lead a workshop",
                     "Watch one first", "Try the new form", "Łukasz Żak: Ask IT for a screen",
                     "The calm of Monday", is_long ? "υπομονή" : "Listened to the end", NULL);
        if (!is_long)
          keep (pdf, "agent", languages[i]);
      }
}

static void
test_session (void)
{
  static const char *const said[] = { "Session sheet", "Arkusz sesji", "Φύλλο συνεδρίας",
                                      "Mentorointihetken lomake" };
  static const char *const days[] = { "31 March 2026, 10:00", "31 marca 2026, 10:00",
                                      "31 Μαρτίου 2026, 10:00", "31. maaliskuuta 2026 klo 10.00" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int is_long = 0; is_long <= 1; is_long++)
      {
        g_autoptr (ValDataset) dataset = make_centre ("");
        ValMentoring *session;
        g_autoptr (GPtrArray) records = make_records (&session, is_long);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) pdf
            = val_report_session (dataset, session, records, languages[i], &error);

        g_assert_no_error (error);
        /* What is agreed now and what was before; the leader signs too. */
        assert_says (pdf, said[i], "Ελένη Παπαδοπούλου", "Returns abroad", "Holidays",
                     "Try the new form", "Łukasz Żak: Ask IT for a screen", "Lead a workshop",
                     days[i], NULL);
        if (!is_long)
          keep (pdf, "session", languages[i]);
      }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* As a printer asks for the pages: one after another, whatever language is spoken meanwhile. */
static GBytes *
print_pages (ValDocument *document)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595.276, 841.890);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = val_document_count_pages (document);

  g_assert_cmpuint (n_pages, ==, val_document_count_pages (document));
  for (guint page = 0; page < n_pages; page++)
    {
      val_document_draw_page (document, cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What is printed says what the file says, on as many pages, the feet in the sheet's language. */
static void
test_session_printed (void)
{
  static const char *const feet[] = { "Page 1 of", "Strona 1 z", "Σελίδα 1 από", "Sivu 1/" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int is_long = 0; is_long <= 1; is_long++)
      {
        g_autoptr (ValDataset) dataset = make_centre ("");
        ValMentoring *session;
        g_autoptr (GPtrArray) records = make_records (&session, is_long);
        g_autoptr (ValDocument) document
            = val_report_session_document (dataset, session, records, languages[i]);
        g_autoptr (GBytes) printed = print_pages (document);
        g_autoptr (GBytes) pdf
            = val_report_session (dataset, session, records, languages[i], NULL);
        g_autofree char *on_paper = read_words (printed);
        g_autofree char *in_file = read_words (pdf);

        g_assert_cmpuint (val_document_count_pages (document), >=, 1u + (guint) is_long);
        g_assert_cmpstr (on_paper, ==, in_file);
        assert_says (printed, feet[i], NULL);
      }
}

/* The centre with the usual indicators beside its people. */
static ValDataset *
make_measured_centre (void)
{
  g_autoptr (ValDataset) dataset = make_centre ("");
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  GPtrArray *terms = NULL, *indicators = val_indicators_new_default (&terms);

  for (guint i = 0; i < indicators->len; i++)
    ((ValRecord *) indicators->pdata[i])->id = (gint64) i + 1;
  val_dataset_builder_take_records (builder, VAL_RECORD_INDICATOR, indicators);
  g_ptr_array_unref (terms);
  return val_dataset_builder_end (builder);
}

/* What a session aims at, a skill and an indicator, each from where it stood to what is wanted, in
 * the words and figures of the language; without a goal the name alone. */
static void
test_session_aim (void)
{
  static const char *const skill[] = { "Skill 1: from level 4 to level 6.5",
                                       "Skill 1: z poziomu 4 na poziom 6,5",
                                       "Skill 1: από το επίπεδο 4 στο επίπεδο 6,5",
                                       "Skill 1: tasolta 4 tasolle 6,5" };
  static const char *const figures[][2]
      = { { "72.4%", "85.0%" }, { "72,4%", "85,0%" }, { "72,4%", "85,0%" }, { "72,4", "85,0" } };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int open_end = 0; open_end <= 1; open_end++)
      {
        g_autoptr (ValDataset) dataset = make_measured_centre ();
        ValMentoring *session;
        g_autoptr (GPtrArray) records = make_records (&session, FALSE);
        const ValIndicator *indicator = val_dataset_record (dataset, VAL_RECORD_INDICATOR, 0);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) pdf = NULL;
        const char *name;

        session->aim_skill_id = val_dataset_skill (dataset, 1)->id;
        session->aim_before = 4000;
        session->aim_level = open_end ? VAL_LEVEL_NONE : 6500;
        session->aim_indicator_id = indicator->record.id;
        session->aim_stood = 72400;
        session->aim_value = open_end ? -1 : 85000;
        pdf = val_report_session (dataset, session, records, languages[i], &error);
        g_assert_no_error (error);
        val_i18n_push (languages[i]);
        name = val_indicator_get_name (indicator);
        if (open_end)
          assert_says (pdf, "Skill 1", name, NULL);
        else
          assert_says (pdf, skill[i], name, figures[i][0], figures[i][1], NULL);
        val_i18n_pop ();
        if (open_end)
          assert_silent (pdf, figures[i][0]);
        else
          keep (pdf, "session-aim", languages[i]);
      }
}

/* Before it takes place there are lines for a pen. */
static void
test_session_to_come (void)
{
  g_autoptr (ValDataset) dataset = make_centre ("");
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);
  ValMentoring *session = val_mentoring_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  val_mentoring_add_person (session, 1);
  val_mentoring_add_person (session, 2);
  session->record.id = 1;
  session->planned_day = TODAY + 1;
  val_set_string (&session->title, "Nowe procedury");
  g_ptr_array_add (records, session);
  pdf = val_report_session (dataset, session, records, "pl", &error);
  g_assert_no_error (error);
  assert_says (pdf, "Nowe procedury", "Łukasz Żak", "Ελένη Παπαδοπούλου", "27 marca 2026",
               "Słowami konsultanta", NULL);
  keep (pdf, "session-to-come", "pl");
}

static void
test_pick (void)
{
  static const struct
  {
    struct
    {
      int state, day;
    } sessions[4];
    int wanted; /* place, or -1 */
  } cases[] = {
    { { { VAL_MENTORING_HELD, -9 }, { VAL_MENTORING_HELD, -2 }, { VAL_MENTORING_PLANNED, 1 } }, 1 },
    { { { VAL_MENTORING_PLANNED, 9 }, { VAL_MENTORING_PLANNED, 2 } }, 1 },
    { { { VAL_MENTORING_PLANNED, -9 }, { VAL_MENTORING_PLANNED, -2 } }, 1 },
    { { { VAL_MENTORING_MISSED, -1 }, { VAL_MENTORING_HELD, -50 } }, 1 },
    { { { VAL_MENTORING_MISSED, -1 } }, -1 },
    { { { 0, 0 } }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (val_record_free);
      const ValMentoring *picked;

      g_ptr_array_add (records, val_note_new (1, TODAY));
      for (guint k = 0; k < 4 && cases[i].sessions[k].day != 0; k++)
        {
          ValMentoring *session = val_mentoring_new ();

          session->state = cases[i].sessions[k].state;
          if (session->state == VAL_MENTORING_HELD)
            session->held_day = TODAY + cases[i].sessions[k].day;
          else
            session->planned_day = TODAY + cases[i].sessions[k].day;
          g_ptr_array_add (records, session);
        }
      picked = val_report_pick_session (records, TODAY);
      if (cases[i].wanted < 0)
        g_assert_null (picked);
      else
        g_assert_true (picked == g_ptr_array_index (records, cases[i].wanted + 1));
    }
}

static void
test_language_of (void)
{
  static const char *const cases[][2] = {
    { "polski, English", "pl" }, { "English, polski", "en" },  { "Suomi", "fi" },
    { "ελληνικά", "el" },        { "ΕΛΛΗΝΙΚΑ; αγγλικά", "el" }, { "niemiecki, fi", "fi" },
    { "Polish (native)", "pl" }, { "el-GR", "el" },            { "deutsch", NULL },
    { "", NULL },                { "Finnish/Swedish", "fi" },  { "ukraiński", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ValDataset) dataset = make_centre (cases[i][0]);

      g_assert_cmpstr (val_report_language_of (val_dataset_person (dataset, 0)), ==, cases[i][1]);
    }
  g_assert_null (val_report_language_of (NULL));
}

static void
test_recognition (void)
{
  g_autoptr (ValDataset) base = make_centre (""), dataset = NULL;
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (base);
  GPtrArray *rules = g_ptr_array_new_with_free_func (val_record_free);
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (val_record_free);
  const ValEvent event = { .id = 1, .day = TODAY - 9, .due = VAL_EVENT_NO_DAY,
                           .minute = VAL_EVENT_NO_MINUTE, .type = VAL_RECORD_RECOGNITION };
  ValRule *rule = val_record_new (VAL_RECORD_RULE);
  ValRecognition *thanks = val_recognition_new (1, TODAY - 9);

  rule->record.id = 4;
  val_set_string (&rule->name, "Month without complaints");
  rule->every_days = 30;
  rule->day = TODAY - 100;
  g_ptr_array_add (rules, rule);
  thanks->rule_id = 4;
  thanks->cost = 12500;
  val_set_string (&thanks->remark, "SECRET remark");
  g_ptr_array_add (given, thanks);
  val_dataset_builder_take_records (builder, VAL_RECORD_RULE, rules);
  val_dataset_builder_set_events (builder, 1, val_events_new (&event, 1));
  dataset = val_dataset_builder_end (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      static const char *const costs[] = { "12.50", "12,50", "12,50", "12,50" };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf
          = val_report_recognition (dataset, 0, TODAY, given, languages[i], &error);

      g_assert_no_error (error);
      assert_says (pdf, "Month without complaints", costs[i], "Ελένη Παπαδοπούλου", "Łukasz Żak",
                   NULL);
      keep (pdf, "recognition", languages[i]);
    }
}

static void
test_card (void)
{
  static const char *const said[] = { "Thank you!", "Dziękuję!", "Ευχαριστώ!", "Kiitos!" };
  g_autoptr (ValDataset) dataset = make_centre ("");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int is_long = 0; is_long <= 1; is_long++)
      {
        ValRecognition *thanks = val_recognition_new (1, TODAY);
        g_autofree char *text
            = is_long ? repeat ("Bardzo dziękuję za cierpliwość. ", 10000)
                      : g_strdup ("For the patience with the parcel that came back three times");
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) pdf = NULL;

        val_set_string (&thanks->text, text);
        val_set_string (&thanks->value, "We keep our promises");
        val_set_string (&thanks->remark, "SECRET remark");
        thanks->cost = 99000;
        g_assert_true (val_report_card_has_room (thanks) == !is_long);
        pdf = val_report_card (dataset, thanks, languages[i], &error);
        g_assert_no_error (error);
        assert_page (pdf, "[ 0 0 297.638 419.528 ]");
        assert_says (pdf, said[i], "Ελένη Παπαδοπούλου", "We keep our promises",
                     is_long ? "cierpliwość" : "patience", NULL);
        keep (pdf, is_long ? "card-long" : "card", languages[i]);
        val_record_free (thanks);
      }
  /* Nothing of it stays behind. */
  g_assert_cmpstr (val_i18n_language (), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  g_test_add_func ("/people-reports/agent", test_agent);
  g_test_add_func ("/people-reports/session", test_session);
  g_test_add_func ("/people-reports/session-printed", test_session_printed);
  g_test_add_func ("/people-reports/session-aim", test_session_aim);
  g_test_add_func ("/people-reports/session-to-come", test_session_to_come);
  g_test_add_func ("/people-reports/pick", test_pick);
  g_test_add_func ("/people-reports/language-of", test_language_of);
  g_test_add_func ("/people-reports/recognition", test_recognition);
  g_test_add_func ("/people-reports/card", test_card);
  return g_test_run ();
}
