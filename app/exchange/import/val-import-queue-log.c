/* val-import-queue-log.c: the queue log of Asterisk as a table
 *
 * A line is an event: "time|call|queue|agent|event|…". The events of one stay in a queue become one
 * row, so that the rest of the import need not know of events.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-queue-log.h"

#include <string.h>

#include "val-csv.h"
#include "val-export.h"
#include "val-i18n.h"
#include "val-import-plan.h"

#define LEAST_FIELDS 5
#define LOOKED_AT 20

typedef enum
{
  ANSWERED_UNKNOWN, /* the log ends before the call does */
  ANSWERED_NO,
  ANSWERED_YES,
} Answered;

typedef struct
{
  char *id;
  char *queue;
  char *agent; /* nullable */
  gint64 start;
  gint64 wait; /* seconds, -1: not known */
  gint64 talk;
  Answered answered;
  gboolean ended;
} Call;

typedef struct
{
  GPtrArray *calls;   /* of Call, in the order of the log */
  GHashTable *latest; /* id -> Call */
} Log;

static void
free_call (gpointer data)
{
  Call *call = data;

  g_free (call->id);
  g_free (call->queue);
  g_free (call->agent);
  g_free (call);
}

static gboolean
read_number (ValCsvField field, gint64 *ret_number)
{
  gint64 number = 0;
  gsize i;

  for (i = 0; i < field.len && i < 12 && g_ascii_isdigit (field.text[i]); i++)
    number = number * 10 + (field.text[i] - '0');
  *ret_number = number;
  return i > 0 && (i == field.len || field.text[i] == '.');
}

static gboolean
is_event (const ValCsvRecord *record)
{
  ValCsvField event;
  gint64 time;

  if (record->n_fields < LEAST_FIELDS || !read_number (record->fields[0], &time) || time < 631152000)
    return FALSE;
  event = record->fields[4];
  if (event.len < 4)
    return FALSE;
  for (gsize i = 0; i < event.len; i++)
    if (!g_ascii_isupper (event.text[i]))
      return FALSE;
  return TRUE;
}

/**
 * val_queue_log_is_likely:
 * @text: a file in UTF-8
 * @length: its bytes
 *
 * Returns: whether its first lines are events of a queue log. Any thread
 */
gboolean
val_queue_log_is_likely (const char *text, gsize length)
{
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (text, MIN (length, 16384), '|', 0);
  ValCsvRecord record;
  guint seen = 0, events = 0;

  while (seen < LOOKED_AT && val_csv_reader_next (reader, &record))
    {
      if (val_csv_record_is_blank (&record))
        continue;
      seen++;
      events += is_event (&record);
    }
  return events > 0 && events * 10 >= seen * 9;
}

/* "Local/2004@from-internal/n" and "SIP/2004-00000a1" are both the extension 2004. */
static char *
dup_agent (ValCsvField field)
{
  const char *slash = memchr (field.text, '/', field.len);
  const char *end = field.text + field.len;
  const char *start = field.text;
  const char *p;

  if (field.len == 0 || (field.len == 4 && memcmp (field.text, "NONE", 4) == 0))
    return NULL;
  if (slash != NULL)
    {
      start = slash + 1;
      for (p = start; p < end && *p != '@' && *p != '/'; p++)
        ;
      end = p;
      for (p = end; p > start && (g_ascii_isxdigit (p[-1])); p--)
        ;
      /* The channel's own number, eight hexadecimal digits, stands behind a hyphen. */
      if (p > start + 1 && p[-1] == '-' && end - p == 8)
        end = p - 1;
    }
  return end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static Call *
begin_call (Log *log, const ValCsvRecord *record, gint64 start)
{
  Call *call = g_new0 (Call, 1);

  call->id = g_strndup (record->fields[1].text, record->fields[1].len);
  call->queue = g_strndup (record->fields[2].text, record->fields[2].len);
  call->start = start;
  call->wait = call->talk = -1;
  g_ptr_array_add (log->calls, call);
  g_hash_table_replace (log->latest, call->id, call);
  return call;
}

static gint64
number_at (const ValCsvRecord *record, guint place)
{
  gint64 number;

  return place < record->n_fields && read_number (record->fields[place], &number) ? number : -1;
}

/* The call of an event; a new one when the log begins in its middle, @before seconds ago. */
static Call *
find_call (Log *log, const ValCsvRecord *record, gint64 before)
{
  g_autofree char *id = g_strndup (record->fields[1].text, record->fields[1].len);
  Call *call = g_hash_table_lookup (log->latest, id);
  gint64 time = number_at (record, 0);

  if (call != NULL && !call->ended)
    return call;
  return begin_call (log, record, time - MAX (before, 0));
}

static gboolean
is_called (ValCsvField event, const char *name)
{
  return event.len == strlen (name) && memcmp (event.text, name, event.len) == 0;
}

static void
take_agent (Call *call, const ValCsvRecord *record)
{
  char *agent = dup_agent (record->fields[3]);

  if (agent == NULL)
    return;
  g_free (call->agent);
  call->agent = agent;
}

/* @wait and @talk: places of the numbers in the record; 0: not there. */
static void
end_call (Log *log, const ValCsvRecord *record, Answered answered, guint wait, guint talk)
{
  gint64 waited = wait > 0 ? number_at (record, wait) : -1;
  gint64 talked = talk > 0 ? number_at (record, talk) : -1;
  Call *call = find_call (log, record, MAX (waited, 0) + MAX (talked, 0));

  call->answered = answered;
  call->ended = TRUE;
  if (waited >= 0)
    call->wait = waited;
  if (talked >= 0)
    call->talk = talked;
  if (answered == ANSWERED_YES)
    take_agent (call, record);
}

static void
take_event (Log *log, const ValCsvRecord *record)
{
  ValCsvField event = record->fields[4];

  if (is_called (event, "ENTERQUEUE"))
    begin_call (log, record, number_at (record, 0));
  else if (is_called (event, "CONNECT"))
    {
      Call *call = find_call (log, record, number_at (record, 5));

      call->answered = ANSWERED_YES;
      call->wait = number_at (record, 5);
      take_agent (call, record);
    }
  else if (is_called (event, "COMPLETEAGENT") || is_called (event, "COMPLETECALLER"))
    end_call (log, record, ANSWERED_YES, 5, 6);
  else if (is_called (event, "TRANSFER") || is_called (event, "BLINDTRANSFER"))
    end_call (log, record, ANSWERED_YES, 7, 8);
  else if (is_called (event, "ATTENDEDTRANSFER"))
    end_call (log, record, ANSWERED_YES, 0, 0);
  else if (is_called (event, "ABANDON") || is_called (event, "EXITWITHTIMEOUT")
           || is_called (event, "EXITEMPTY"))
    end_call (log, record, ANSWERED_NO, 7, 0);
  else if (is_called (event, "EXITWITHKEY"))
    end_call (log, record, ANSWERED_NO, 8, 0);
}

static void
append_call (GString *out, const Call *call)
{
  static const char *const words[] = { "", "no", "yes" };
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (call->start);
  g_autofree char *stamp
      = start != NULL ? g_date_time_format (start, "%Y-%m-%d %H:%M:%SZ") : g_strdup ("");

  val_csv_append_field (out, call->id, ',');
  g_string_append_printf (out, ",%s,", stamp);
  val_csv_append_field (out, call->agent != NULL ? call->agent : "", ',');
  g_string_append_c (out, ',');
  val_csv_append_field (out, call->queue, ',');
  g_string_append_printf (out, ",%s,", words[call->answered]);
  if (call->wait >= 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, call->wait);
  g_string_append_c (out, ',');
  if (call->talk >= 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, call->talk);
  g_string_append_c (out, '\n');
}

/**
 * val_queue_log_to_csv:
 * @text: a queue log in UTF-8
 * @length: its bytes
 * @error: set when there is no call in it
 *
 * A call that enters a second queue is a second row. A call whose end is not in the log keeps open
 * what is not known of it. Any thread.
 *
 * Returns: (transfer full) (nullable): a row for each call in a queue, as CSV
 */
GBytes *
val_queue_log_to_csv (const char *text, gsize length, GError **error)
{
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (text, length, '|', 0);
  Log log = { g_ptr_array_new_with_free_func (free_call), g_hash_table_new (g_str_hash, g_str_equal) };
  GString *out = g_string_new ("call id,start,agent,queue,answered,wait,talk\n");
  ValCsvRecord record;
  guint n;

  while (val_csv_reader_next (reader, &record))
    if (is_event (&record))
      take_event (&log, &record);
  n = log.calls->len;
  for (guint i = 0; i < n; i++)
    append_call (out, g_ptr_array_index (log.calls, i));
  g_hash_table_unref (log.latest);
  g_ptr_array_unref (log.calls);
  if (n > 0)
    return g_string_free_to_bytes (out);
  g_string_free (out, TRUE);
  g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_EMPTY,
                       _ ("This queue log holds no calls."));
  return NULL;
}
