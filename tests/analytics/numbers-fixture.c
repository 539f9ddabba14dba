/* numbers-fixture.c: small centres with contacts and indicators for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "numbers-fixture.h"

#include <stdlib.h>
#include <string.h>

Numbers *
numbers_new (void)
{
  Numbers *self = g_new0 (Numbers, 1);

  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  self->labels = g_ptr_array_new_with_free_func (val_record_free);
  self->indicators = g_ptr_array_new_with_free_func (val_record_free);
  self->terms = g_ptr_array_new_with_free_func (val_record_free);
  self->contacts = g_array_new (FALSE, FALSE, sizeof (ValContact));
  self->values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  return self;
}

void
numbers_free (Numbers *self)
{
  g_ptr_array_unref (self->teams);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->terms);
  g_array_unref (self->contacts);
  g_array_unref (self->values);
  g_free (self);
}

gint64
numbers_team (Numbers *self, const char *name, gint64 parent_id)
{
  ValTeam *team = val_team_new ();

  val_set_string (&team->name, name);
  team->parent_id = parent_id;
  g_ptr_array_add (self->teams, team);
  team->id = self->teams->len;
  return team->id;
}

gint64
numbers_person (Numbers *self, const char *name, gint64 team_id)
{
  ValPerson *person = val_person_new ();

  val_set_string (&person->given, name);
  person->team_id = team_id;
  person->start = person->leave = VAL_DAY_NONE;
  g_ptr_array_add (self->people, person);
  person->id = self->people->len;
  return person->id;
}

gint32
numbers_label (Numbers *self, ValLabelKind kind, const char *name, gint64 person_id)
{
  ValContactLabel *label;

  for (guint i = 0; i < self->labels->len; i++)
    {
      label = g_ptr_array_index (self->labels, i);
      if (label->kind == (int) kind && strcmp (label->name, name) == 0)
        return (gint32) label->record.id;
    }
  label = val_record_new (VAL_RECORD_LABEL);
  label->kind = (int) kind;
  val_set_string (&label->name, name);
  label->record.person_id = person_id;
  g_ptr_array_add (self->labels, label);
  label->record.id = self->labels->len;
  return (gint32) label->record.id;
}

ValIndicator *
numbers_indicator (Numbers *self, const char *key, ValFormula formula)
{
  ValIndicator *indicator = val_indicator_new ();

  val_set_string (&indicator->key, key);
  indicator->formula = (int) formula;
  indicator->unit = val_formula_unit ((int) formula, VAL_UNIT_PERCENT);
  indicator->min_n = 0;
  indicator->position = (int) self->indicators->len;
  g_ptr_array_add (self->indicators, indicator);
  indicator->record.id = self->indicators->len;
  return indicator;
}

void
numbers_term (Numbers *self, gint64 indicator_id, ValDay day, double floor, double target,
              double weight)
{
  ValIndicatorTerm *term = val_indicator_term_new (indicator_id, day);

  term->floor = (gint64) (floor * 1000);
  term->target = (gint64) (target * 1000);
  term->weight = (int) (weight * 1000);
  g_ptr_array_add (self->terms, term);
  term->record.id = self->terms->len;
}

ValContact *
numbers_contact (Numbers *self, gint32 agent, ValDay day)
{
  const ValContact contact = { .agent = agent,
                               .day = (guint16) day,
                               .second = VAL_CONTACT_NO_SECOND,
                               .wait = -1,
                               .talk = -1 };

  g_array_append_val (self->contacts, contact);
  return &g_array_index (self->contacts, ValContact, self->contacts->len - 1);
}

void
numbers_value (Numbers *self, gint64 indicator_id, gint64 person_id, ValDay day, double value,
               int n)
{
  const ValValue one = { .value = (gint64) (value * 1000),
                         .id = (gint32) self->values->len + 1,
                         .person_id = (gint32) person_id,
                         .indicator_id = (gint32) indicator_id,
                         .n = n,
                         .day = (guint16) day };

  g_array_append_val (self->values, one);
}

static GPtrArray *
copy_records (const GPtrArray *records)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (val_record_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, val_record_copy (g_ptr_array_index (records, i)));
  return copies;
}

ValDataset *
numbers_dataset (Numbers *self)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) val_team_free);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);

  for (guint i = 0; i < self->teams->len; i++)
    g_ptr_array_add (teams, val_team_copy (g_ptr_array_index (self->teams, i)));
  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (people, val_person_copy (g_ptr_array_index (self->people, i)));
  val_dataset_builder_take_teams (builder, teams);
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_records (builder, VAL_RECORD_LABEL, copy_records (self->labels));
  val_dataset_builder_take_records (builder, VAL_RECORD_INDICATOR,
                                    copy_records (self->indicators));
  val_dataset_builder_take_records (builder, VAL_RECORD_TERM, copy_records (self->terms));
  return val_dataset_builder_end (builder);
}

ValContacts *
numbers_contacts (Numbers *self)
{
  return val_contacts_new_from_rows ((const ValContact *) (gpointer) self->contacts->data,
                                     self->contacts->len, 1);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const ValValue *first = a, *second = b;

  if (first->indicator_id != second->indicator_id)
    return first->indicator_id - second->indicator_id;
  if (first->person_id != second->person_id)
    return first->person_id - second->person_id;
  return first->day - second->day;
}

ValValues *
numbers_values (Numbers *self)
{
  g_array_sort (self->values, compare_values);
  return val_values_new ((const ValValue *) (gpointer) self->values->data, self->values->len);
}

static void
set_flag (ValContact *contact, guint flag, guint known, gboolean is_so)
{
  contact->flags |= (guint8) (known | (is_so ? flag : 0));
}

void
contact_answered (ValContact *contact, gboolean answered)
{
  set_flag (contact, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED_KNOWN, answered);
}

void
contact_resolved (ValContact *contact, gboolean resolved)
{
  set_flag (contact, VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED_KNOWN, resolved);
}

void
contact_difficult (ValContact *contact, gboolean difficult)
{
  set_flag (contact, VAL_CONTACT_DIFFICULT, VAL_CONTACT_DIFFICULT_KNOWN, difficult);
}

static int
seconds_of (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);

  return g_strv_length (parts) == 3 ? (atoi (parts[0]) * 60 + atoi (parts[1])) * 60 + atoi (parts[2])
                                    : -1;
}

static void
read_call (Numbers *self, char **fields)
{
  ValContact *contact
      = numbers_contact (self, numbers_label (self, VAL_LABEL_AGENT, fields[1], 0),
                         val_day_parse_iso (fields[2]));

  contact->topic = numbers_label (self, VAL_LABEL_TOPIC, fields[4], 0);
  contact->second = seconds_of (fields[3]);
  contact_answered (contact, strcmp (fields[5], "Y") == 0);
  contact_resolved (contact, strcmp (fields[6], "Y") == 0);
  if (*fields[7] != '\0')
    contact->wait = atoi (fields[7]);
  contact->talk = seconds_of (fields[8]);
  contact->satisfaction = (guint16) (atoi (fields[9]) * 1000);
}

gboolean
numbers_read_calls (Numbers *self)
{
  const char *root = g_getenv ("VAL_TEST_DATA");
  g_autofree char *path
      = g_build_filename (root != NULL ? root : ".", "pwc-calls", "Call-Center-Dataset.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (lines[i]), ",", -1);

      if (g_strv_length (fields) >= 10)
        read_call (self, fields);
    }
  return TRUE;
}
