/* test-ics.c: sessions as a calendar file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-ics.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1774515000) /* 2026-03-26 08:50:00 UTC */

static ValDataset *
make_centre (void)
{
  static const char *const names[][2] = { { "Łukasz", "Brzęczyszczykiewicz" },
                                          { "Ελένη", "Παπαδοπούλου" },
                                          { "Pekka", "Äijälä" } };
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ValPerson *person = val_person_new ();

      person->id = i + 1;
      val_set_string (&person->given, names[i][0]);
      val_set_string (&person->family, names[i][1]);
      g_ptr_array_add (people, person);
    }
  val_dataset_builder_take_people (builder, people);
  return val_dataset_builder_end (builder);
}

static ValMentoring *
make_session (gint64 id, gint64 person, const char *day, int minute)
{
  ValMentoring *session = val_mentoring_new ();

  session->record.id = id;
  session->planned_day = val_day_parse_iso (day);
  session->planned_minute = minute;
  val_mentoring_add_person (session, person);
  return session;
}

static char *
write_one (ValMentoring *session)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (val_record_free);

  g_ptr_array_add (sessions, session);
  return val_ics_write (dataset, sessions, "Centre", NOW);
}

static void
test_whole (void)
{
  ValMentoring *session = make_session (7, 2, "2026-03-26", 10 * 60);
  g_autofree char *text = NULL;

  session->minutes = 45;
  val_set_string (&session->place, "Αίθουσα 2, 1ος όροφος; δεξιά");
  val_set_string (&session->remark, "secret");
  val_set_string (&session->text, "talked");
  val_set_string (&session->words, "words");
  text = write_one (session);
  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Valmius//Valmius//EN\r\n"
                   "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n"
                   "UID:session-7-45c19322f7b9337e@valmius\r\nDTSTAMP:20260326T085000Z\r\n"
                   "SEQUENCE:3277970\r\nDTSTART:20260326T100000\r\nDURATION:PT45M\r\n"
                   "SUMMARY:Mentoring: Ελένη Παπαδοπούλου\r\n"
                   "LOCATION:Αίθουσα 2\\, 1ος όροφος\\; δεξιά\r\n"
                   "STATUS:CONFIRMED\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void
test_times (void)
{
  static const struct
  {
    const char *planned;
    int minute;
    ValMentoringState state;
    const char *held;
    const char *start, *status;
  } cases[] = {
    { "2026-03-26", 0, VAL_MENTORING_PLANNED, NULL, "\r\nDTSTART:20260326T000000\r\nDURATION:",
      "STATUS:CONFIRMED" },
    { "2026-03-26", 23 * 60 + 59, VAL_MENTORING_PLANNED, NULL, "\r\nDTSTART:20260326T235900\r\n",
      "STATUS:CONFIRMED" },
    { "2026-03-26", VAL_MINUTE_NONE, VAL_MENTORING_PLANNED, NULL,
      "\r\nDTSTART;VALUE=DATE:20260326\r\nSUMMARY", "STATUS:CONFIRMED" },
    { "2026-03-26", 600, VAL_MENTORING_MISSED, NULL, "\r\nDTSTART:20260326T100000\r\n",
      "STATUS:CANCELLED" },
    { "2026-03-26", 600, VAL_MENTORING_HELD, "2026-03-27", "\r\nDTSTART:20260327T110000\r\n",
      "STATUS:CONFIRMED" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValMentoring *session = make_session (1, 1, cases[i].planned, cases[i].minute);
      g_autofree char *text = NULL;

      session->state = cases[i].state;
      if (cases[i].held != NULL)
        {
          session->held_day = val_day_parse_iso (cases[i].held);
          session->held_minute = 660;
        }
      text = write_one (session);
      g_assert_nonnull (strstr (text, cases[i].start));
      g_assert_nonnull (strstr (text, cases[i].status));
    }
}

/* Lines of at most 75 octets, each valid by itself, that unfold to what was folded. */
static void
test_folding (void)
{
  static const char *const places[] = { "Αίθουσα συνεδριάσεων στον τέταρτο όροφο, δίπλα στην "
                                        "αποθήκη με τα παλιά αρχεία της εταιρείας",
                                        "źdźbło ",
                                        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                                        "e\u0301e\u0301" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint shift = 0; shift < 6; shift++)
      {
        ValMentoring *session = make_session (1, 3, "2026-03-26", 600);
        g_autoptr (GString) place = g_string_new (NULL);
        g_autofree char *text = NULL, *wanted = NULL, *escaped = NULL;
        g_auto (GStrv) lines = NULL, parts = NULL;
        g_autofree char *unfolded = NULL;

        for (guint k = 0; k < shift; k++)
          g_string_append_c (place, 'x');
        for (guint k = 0; k < 12; k++)
          g_string_append (place, places[i]);
        val_set_string (&session->place, place->str);
        text = write_one (session);
        lines = g_strsplit (text, "\r\n", -1);
        for (guint k = 0; lines[k] != NULL; k++)
          {
            g_assert_cmpuint (strlen (lines[k]), <=, 75);
            g_assert_true (g_utf8_validate (lines[k], -1, NULL));
            g_assert_null (strchr (lines[k], '\n'));
          }
        parts = g_strsplit (text, "\r\n ", -1);
        unfolded = g_strjoinv ("", parts);
        parts = (g_strfreev (parts), g_strsplit (place->str, ",", -1));
        escaped = g_strjoinv ("\\,", parts);
        wanted = g_strdup_printf ("\r\nLOCATION:%s\r\n", escaped);
        g_assert_nonnull (strstr (unfolded, wanted));
      }
}

static void
test_escaping (void)
{
  static const char *const cases[][2] = {
    { "a\\b", "a\\\\b" },
    { "a;b,c", "a\\;b\\,c" },
    { "a\nb", "a\\nb" },
    { "a\r\nb", "a\\nb" },
    { "a:b\"c", "a:b\"c" },
    { "a\001b", "ab" },
    { "x\r\nBEGIN:VALARM\r\n", "x\\nBEGIN:VALARM\\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ValMentoring *session = make_session (1, 1, "2026-03-26", 600);
      g_autofree char *text = NULL;
      g_autofree char *wanted = g_strdup_printf ("\r\nLOCATION:%s\r\n", cases[i][1]);

      val_set_string (&session->place, cases[i][0]);
      text = write_one (session);
      g_assert_nonnull (strstr (text, wanted));
    }
}

static void
test_many (void)
{
  g_autoptr (ValDataset) dataset = make_centre ();
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (val_record_free);
  g_autofree char *text = NULL, *later = NULL, *other = NULL;
  ValMentoring *group = make_session (1, 1, "2026-03-26", 600);
  ValMentoring *named = make_session (2, 1, "2026-03-26", 600);

  val_mentoring_add_person (group, 3);
  val_mentoring_add_person (group, 99); /* gone */
  val_set_string (&named->title, "Nowe procedury");
  g_ptr_array_add (sessions, group);
  g_ptr_array_add (sessions, named);
  g_ptr_array_add (sessions, val_mentoring_new ()); /* no day */
  text = val_ics_write (dataset, sessions, "Centre", NOW);
  g_assert_nonnull (strstr (text, "SUMMARY:Mentoring: Łukasz Brzęczyszczykiewicz and Pekka Äij"));
  g_assert_nonnull (strstr (text, "SUMMARY:Mentoring: Nowe procedury\r\n"));
  g_assert_nonnull (strstr (text, "UID:session-2-45c19322f7b9337e@valmius\r\n"));
  g_assert_null (strstr (text, "UID:session-0"));

  /* The same entries later, with a higher sequence; another centre's are others. */
  later = val_ics_write (dataset, sessions, "Centre", NOW + 60);
  g_assert_nonnull (strstr (later, "UID:session-2-45c19322f7b9337e@valmius\r\n"));
  g_assert_nonnull (strstr (later, "SEQUENCE:3277971\r\n"));
  other = val_ics_write (dataset, sessions, "Other", NOW);
  g_assert_null (strstr (other, "45c19322f7b9337e"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/whole", test_whole);
  g_test_add_func ("/ics/times", test_times);
  g_test_add_func ("/ics/folding", test_folding);
  g_test_add_func ("/ics/escaping", test_escaping);
  g_test_add_func ("/ics/many", test_many);
  return g_test_run ();
}
