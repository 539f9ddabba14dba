/* val-import-contacts.c: rows that are contacts with customers
 *
 * Nothing is allocated for a cell: days, words and labels are worked out once for each text, the
 * rest is read where it stands.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "val-cell.h"
#include "val-i18n.h"
#include "val-import-labels.h"
#include "val-import-words-numbers.h"
#include "val-import-words.h"

#define LONGEST_REFERENCE 200
/* How a #ValContact.reason stands in the table of words: a word may say that nothing is known. */
#define DIFFICULT_NO 1
#define DIFFICULT_REASONS 2
#define DIFFICULT_UNKNOWN 100

typedef struct
{
  ValImportRun *run;
  ValImportLabels *labels;
  ValImportStamps stamps;
  int id, agent, channel, topic, answered, abandoned, resolved; /* columns; -1: none */
  int wait, talk, satisfaction, difficult;
  ValDurationUnit wait_unit, talk_unit;
  ValImportIntern *answer_keys[VAL_N_ANSWER_FIELDS]; /* -> ValAnswer */
  ValImportIntern *difficult_keys;
  ValContactRows *bulk;
} Contacts;

static gboolean
read_answer (Contacts *self, ValAnswerField field, const char *name, int column,
             ValAnswer *ret_answer)
{
  ValCsvField cell = val_import_run_cell (self->run, column);
  gboolean is_new;
  gint32 *known;

  *ret_answer = VAL_ANSWER_UNKNOWN;
  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->answer_keys[field], cell.text, cell.len, &is_new);
  if (is_new)
    *known = (gint32) val_import_words_answer (field, cell);
  *ret_answer = (ValAnswer) *known;
  if (*ret_answer != VAL_ANSWER_NOT)
    return TRUE;
  val_import_run_refuse_cell (self->run, name, _ ("“%s” is neither yes nor no"), cell);
  return FALSE;
}

static void
set_flag (ValContact *contact, ValAnswer answer, int flag, int known)
{
  if (answer == VAL_ANSWER_YES || answer == VAL_ANSWER_NO)
    contact->flags |= known;
  if (answer == VAL_ANSWER_YES)
    contact->flags |= flag;
}

static gboolean
read_answers (Contacts *self, ValContact *contact)
{
  ValAnswer answered, abandoned, resolved;
  gboolean ok;

  ok = read_answer (self, VAL_ANSWER_OF_ANSWERED, "answered", self->answered, &answered);
  ok = read_answer (self, VAL_ANSWER_OF_ABANDONED, "abandoned", self->abandoned, &abandoned) && ok;
  ok = read_answer (self, VAL_ANSWER_OF_RESOLVED, "resolved", self->resolved, &resolved) && ok;
  if (answered == VAL_ANSWER_UNKNOWN && abandoned != VAL_ANSWER_UNKNOWN)
    answered = abandoned == VAL_ANSWER_YES ? VAL_ANSWER_NO : VAL_ANSWER_YES;
  set_flag (contact, answered, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED_KNOWN);
  set_flag (contact, resolved, VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED_KNOWN);
  return ok;
}

/* Seconds in digits alone, which most are. */
static gboolean
read_digits (ValCsvField cell, gint32 *ret_seconds)
{
  gint32 number = 0;

  if (cell.len > 6)
    return FALSE;
  for (gsize i = 0; i < cell.len; i++)
    {
      if (!g_ascii_isdigit (cell.text[i]))
        return FALSE;
      number = number * 10 + (cell.text[i] - '0');
    }
  *ret_seconds = number;
  return TRUE;
}

/* Whether a cell says that there is nothing to say. */
static gboolean
is_nothing (ValCsvField cell)
{
  return cell.len == 0 || (cell.len == 1 && cell.text[0] == '-')
         || val_import_words_not_applicable (cell)
         || val_import_words_answer (VAL_ANSWER_OF_ANSWERED, cell) == VAL_ANSWER_UNKNOWN;
}

static gboolean
read_duration (Contacts *self, const char *field, int column, ValDurationUnit unit,
               gint32 *ret_seconds)
{
  ValCsvField cell = val_import_run_cell (self->run, column);
  double seconds;

  *ret_seconds = -1;
  if (cell.len == 0 || (unit == VAL_DURATION_SECONDS && read_digits (cell, ret_seconds)))
    return TRUE;
  if (val_cell_parse_duration (cell, unit, self->run->plan->decimal_sign, &seconds))
    {
      *ret_seconds = (gint32) floor (seconds + 0.5);
      return TRUE;
    }
  if (is_nothing (cell))
    return TRUE;
  val_import_run_refuse_cell (self->run, field, _ ("“%s” is not a time of waiting or talking"), cell);
  return FALSE;
}

static void
refuse_rating (ValImportRun *run, ValCsvField cell)
{
  g_autofree char *scale = val_scale_to_string (&run->plan->scale);
  g_autofree char *text = val_import_run_shown (cell);

  val_import_run_refuse (run, "satisfaction",
                         /* Translators: the second is a scale, such as 1-5 */
                         g_strdup_printf (_ ("“%1$s” is not a rating on the scale %2$s"), text, scale));
}

static gboolean
read_rating (Contacts *self, guint16 *ret_rating)
{
  ValCsvField cell = val_import_run_cell (self->run, self->satisfaction);
  const ValScale *scale = &self->run->plan->scale;
  int thousandths;
  double value;

  *ret_rating = 0;
  if (cell.len == 0)
    return TRUE;
  if (!scale->letters
      && val_cell_parse_number (cell, self->run->plan->decimal_sign, &value))
    {
      if (value < scale->min || value > scale->max)
        {
          refuse_rating (self->run, cell);
          return FALSE;
        }
      *ret_rating = (guint16) floor (
          1000 + (value - scale->min) / (scale->max - scale->min) * 4000 + 0.5);
      return TRUE;
    }
  if (scale->letters && cell.len == 1 && g_ascii_toupper (cell.text[0]) >= 'A'
      && g_ascii_toupper (cell.text[0]) <= 'E')
    {
      *ret_rating = (guint16) (5000 - 1000 * (g_ascii_toupper (cell.text[0]) - 'A'));
      return TRUE;
    }
  if (val_import_words_rating (cell, &thousandths))
    *ret_rating = (guint16) thousandths;
  else if (!is_nothing (cell)
           && !(cell.len >= 7 && g_ascii_strncasecmp (cell.text + cell.len - 7, "offered", 7) == 0))
    {
      refuse_rating (self->run, cell);
      return FALSE;
    }
  return TRUE;
}

static gint32
find_difficult (ValCsvField cell)
{
  int reason;

  switch (val_import_words_answer (VAL_ANSWER_OF_DIFFICULT, cell))
    {
    case VAL_ANSWER_NO:
      return DIFFICULT_NO;
    case VAL_ANSWER_YES:
      return DIFFICULT_REASONS + VAL_DIFFICULT_OTHER;
    case VAL_ANSWER_UNKNOWN:
      return DIFFICULT_UNKNOWN;
    case VAL_ANSWER_NOT:
    default:
      return val_import_words_difficult (cell, &reason) ? DIFFICULT_REASONS + reason : 0;
    }
}

static gboolean
read_difficult (Contacts *self, ValContact *contact)
{
  ValCsvField cell = val_import_run_cell (self->run, self->difficult);
  gboolean is_new;
  gint32 *known;

  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->difficult_keys, cell.text, cell.len, &is_new);
  if (is_new)
    *known = find_difficult (cell);
  if (*known == 0)
    {
      val_import_run_refuse_cell (self->run, "difficult",
                   _ ("“%s” is neither yes, no nor a reason why a contact was difficult"), cell);
      return FALSE;
    }
  if (*known == DIFFICULT_UNKNOWN)
    return TRUE;
  contact->flags |= VAL_CONTACT_DIFFICULT_KNOWN;
  if (*known >= DIFFICULT_REASONS)
    {
      contact->flags |= VAL_CONTACT_DIFFICULT;
      contact->reason = (guint8) (*known - DIFFICULT_REASONS);
    }
  return TRUE;
}

static gboolean
check_reference (Contacts *self, ValCsvField cell)
{
  if (cell.len <= LONGEST_REFERENCE && memchr (cell.text, 0, cell.len) == NULL)
    return TRUE;
  val_import_run_refuse (self->run, "id", g_strdup (_ ("the number is too long")));
  return FALSE;
}

static gboolean
read_contact (Contacts *self, ValContact *contact)
{
  ValImportRun *run = self->run;
  ValDay day;
  gboolean ok;

  ok = val_import_stamps_read (&self->stamps, TRUE, &day, &contact->second);
  ok = check_reference (self, val_import_run_cell (run, self->id)) && ok;
  ok = val_import_labels_check (self->labels, VAL_LABEL_AGENT, val_import_run_cell (run, self->agent))
       && ok;
  ok = val_import_labels_check (self->labels, VAL_LABEL_CHANNEL,
                                val_import_run_cell (run, self->channel)) && ok;
  ok = val_import_labels_check (self->labels, VAL_LABEL_TOPIC, val_import_run_cell (run, self->topic))
       && ok;
  ok = read_answers (self, contact) && ok;
  ok = read_duration (self, "wait", self->wait, self->wait_unit, &contact->wait) && ok;
  ok = read_duration (self, "talk", self->talk, self->talk_unit, &contact->talk) && ok;
  ok = read_rating (self, &contact->satisfaction) && ok;
  ok = read_difficult (self, contact) && ok;
  contact->day = (guint16) day;
  return ok;
}

static gboolean
is_present (Contacts *self, ValCsvField reference)
{
  const GArray *present = self->run->plan->present;
  guint64 hash;
  guint low = 0, high;

  if (present == NULL || reference.len == 0)
    return FALSE;
  hash = val_import_plan_hash_reference (reference.text, reference.len);
  for (high = present->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (present, guint64, middle) < hash)
        low = middle + 1;
      else
        high = middle;
    }
  return low < present->len && g_array_index (present, guint64, low) == hash;
}

static void
contact_row (Contacts *self)
{
  ValImportRun *run = self->run;
  ValImportOutcome *outcome = run->outcome;
  ValCsvField reference = val_import_run_cell (run, self->id);
  ValContact contact = { .second = VAL_CONTACT_NO_SECOND };

  if (!read_contact (self, &contact))
    return;
  val_import_run_span (run, contact.day);
  if (is_present (self, reference))
    {
      outcome->rows_present++;
      return;
    }
  contact.channel = val_import_labels_use (self->labels, VAL_LABEL_CHANNEL,
                                           val_import_run_cell (run, self->channel));
  if (contact.channel == G_MININT32)
    return;
  contact.topic = val_import_labels_use (self->labels, VAL_LABEL_TOPIC,
                                         val_import_run_cell (run, self->topic));
  if (contact.topic == G_MININT32)
    return;
  contact.agent = val_import_labels_use (self->labels, VAL_LABEL_AGENT,
                                         val_import_run_cell (run, self->agent));
  if (contact.agent == G_MININT32)
    return;
  contact.reference = val_contact_rows_add_text (self->bulk, reference.text, reference.len);
  g_array_append_val (self->bulk->rows, contact);
  val_contact_rows_settle (self->bulk);
  outcome->rows_stored++;
}

static void
begin (Contacts *self, ValImportRun *run)
{
  ValImportPlan *plan = run->plan;

  self->run = run;
  val_import_stamps_init (&self->stamps, run);
  self->labels = val_import_labels_new (run);
  self->id = val_import_mapping_column (plan, "id");
  self->agent = val_import_mapping_column (plan, "agent");
  self->channel = val_import_mapping_column (plan, "channel");
  self->topic = val_import_mapping_column (plan, "topic");
  self->answered = val_import_mapping_column (plan, "answered");
  self->abandoned = val_import_mapping_column (plan, "abandoned");
  self->resolved = val_import_mapping_column (plan, "resolved");
  self->wait = val_import_mapping_duration (plan, "wait", &self->wait_unit);
  self->talk = val_import_mapping_duration (plan, "talk", &self->talk_unit);
  self->satisfaction = val_import_mapping_column (plan, "satisfaction");
  self->difficult = val_import_mapping_column (plan, "difficult");
  for (int i = 0; i < VAL_N_ANSWER_FIELDS; i++)
    self->answer_keys[i] = val_import_intern_new ();
  self->difficult_keys = val_import_intern_new ();
  self->bulk = val_contact_rows_new ();
}

/* Works through the rows of a file of contacts. */
gboolean
val_import_run_contacts (ValImportRun *run, GError **error)
{
  Contacts self = { NULL };
  g_autoptr (GError) local = NULL;

  begin (&self, run);
  while (val_import_run_next (run, &local))
    if (val_import_run_check_record (run))
      contact_row (&self);
  if (local == NULL && val_contact_rows_n (self.bulk) > 0)
    val_edit_take_contacts (run->edit, g_steal_pointer (&self.bulk));
  run->outcome->converted = self.stamps.converted;
  val_import_stamps_clear (&self.stamps);
  val_import_labels_free (self.labels);
  for (int i = 0; i < VAL_N_ANSWER_FIELDS; i++)
    val_import_intern_free (self.answer_keys[i]);
  val_import_intern_free (self.difficult_keys);
  val_contact_rows_free (self.bulk);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
