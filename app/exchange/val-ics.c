/* val-ics.c: sessions as a calendar file (RFC 5545)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-ics.h"

#include "val-format.h"
#include "val-i18n.h"

#define MOST_OCTETS 75 /* of a line, without its end (3.1) */
#define SINCE_2020 G_GINT64_CONSTANT (1577836800)

/* A content line, folded before octet 76, never inside of a character. */
static void
add_line (GString *out, const char *name, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);
  gsize used = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize octets = (gsize) (g_utf8_next_char (c) - c);

      if (used + octets > MOST_OCTETS)
        {
          g_string_append (out, "\r\n ");
          used = 1;
        }
      g_string_append_len (out, c, (gssize) octets);
      used += octets;
    }
  g_string_append (out, "\r\n");
}

/* The text with what has a meaning in a value escaped (3.3.11); other control characters are not
 * allowed in it. */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (*c == '\\' || *c == ';' || *c == ',')
        g_string_append_c (out, '\\');
      if (*c == '\n')
        g_string_append (out, "\\n");
      else if (*c == '\t' || !g_ascii_iscntrl (*c))
        g_string_append_len (out, c, g_utf8_next_char (c) - c);
    }
  return g_string_free (out, FALSE);
}

static void
add_text (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = dup_escaped (text);

  if (*text != '\0')
    add_line (out, name, escaped);
}

static char *
dup_who (const ValDataset *dataset, const ValMentoring *session)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (*session->title != '\0')
    return g_strdup (session->title);
  for (guint i = 0; i < session->people->len; i++)
    {
      guint index;

      if (val_dataset_find_person (dataset, g_array_index (session->people, gint64, i), &index))
        g_ptr_array_add (names, val_person_get_name (val_dataset_person (dataset, index)));
    }
  g_ptr_array_add (names, NULL);
  return val_format_list ((const char *const *) names->pdata);
}

static char *
dup_day (ValDay day)
{
  int year = 1970, month = 1, month_day = 1;

  val_day_to_ymd (day, &year, &month, &month_day);
  return g_strdup_printf ("%04d%02d%02d", year, month, month_day);
}

static void
add_time (GString *out, const ValMentoring *session)
{
  int minute = val_mentoring_get_minute (session);
  g_autofree char *day = dup_day (val_mentoring_get_day (session));
  g_autofree char *start = NULL;
  g_autofree char *length = g_strdup_printf ("PT%dM", MAX (1, session->minutes));

  if (minute < 0)
    {
      add_line (out, "DTSTART;VALUE=DATE", day);
      return;
    }
  /* Without a zone: ten o'clock on the wall, wherever the calendar is read (3.3.5, form 1). */
  start = g_strdup_printf ("%sT%02d%02d00", day, minute / 60, minute % 60);
  add_line (out, "DTSTART", start);
  add_line (out, "DURATION", length);
}

static void
add_event (GString *out, const ValDataset *dataset, const ValMentoring *session,
           const char *realm, const char *stamp, gint64 now)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, realm, -1);
  g_autofree char *uid = NULL;
  g_autofree char *sequence = NULL;
  g_autofree char *who = dup_who (dataset, session);
  g_autofree char *summary = NULL;

  hash[16] = '\0';
  uid = g_strdup_printf ("session-%" G_GINT64_FORMAT "-%s@valmius", session->record.id, hash);
  /* A later file replaces what an earlier one said of the same session. */
  sequence
      = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP ((now - SINCE_2020) / 60, 0, G_MAXINT32));
  /* Translators: a session in a calendar; %1$s its kind, as "mentoring", %2$s people's names */
  summary = g_strdup_printf (C_ ("calendar entry", "%1$s: %2$s"),
                             val_mentoring_kind_get_label (session->kind), who);
  add_line (out, "BEGIN", "VEVENT");
  add_line (out, "UID", uid);
  add_line (out, "DTSTAMP", stamp);
  add_line (out, "SEQUENCE", sequence);
  add_time (out, session);
  add_text (out, "SUMMARY", summary);
  add_text (out, "LOCATION", session->place);
  add_line (out, "STATUS",
            session->state == VAL_MENTORING_MISSED ? "CANCELLED" : "CONFIRMED");
  /* Who talks with whom is nobody else's business. */
  add_line (out, "CLASS", "PRIVATE");
  add_line (out, "END", "VEVENT");
}

/**
 * val_ics_write:
 * @dataset: for names
 * @sessions: (element-type ValMentoring): what to write; those without a day are left out
 * @realm: (nullable): what tells this centre's file from another's and stays the same
 * @now: when this is written, seconds since 1970 in UTC
 *
 * A calendar of kind, names, time and place of sessions, and nothing that was said in them. The
 * UID stays the same for a session, so that a calendar that reads a later file moves the entry
 * instead of adding one. Times are floating: as on the centre's wall. Any thread.
 *
 * Returns: (transfer full): iCalendar text, UTF-8, lines ended by CR LF
 */
char *
val_ics_write (const ValDataset *dataset, const GPtrArray *sessions, const char *realm,
               gint64 now)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp
      = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : g_strdup ("19700101T000000Z");

  add_line (out, "BEGIN", "VCALENDAR");
  add_line (out, "VERSION", "2.0");
  add_line (out, "PRODID", "-//Valmius//Valmius//EN");
  add_line (out, "CALSCALE", "GREGORIAN");
  add_line (out, "METHOD", "PUBLISH");
  for (guint i = 0; i < sessions->len; i++)
    {
      const ValMentoring *session = g_ptr_array_index (sessions, i);

      if (val_mentoring_get_day (session) != VAL_DAY_NONE)
        add_event (out, dataset, session, realm != NULL ? realm : "", stamp, now);
    }
  add_line (out, "END", "VCALENDAR");
  return g_string_free (out, FALSE);
}
