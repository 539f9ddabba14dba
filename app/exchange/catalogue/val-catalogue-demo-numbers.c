/* val-catalogue-demo-numbers.c: half a year of contacts, values and a forecast in the demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue-demo.h"

#include <string.h>

#define DAYS 184
#define N_CHANNELS 3
#define N_TOPICS 6
#define OPENS 16  /* half-hours after midnight: 8:00 */
#define N_SLOTS 20 /* to 18:00 */
#define SLOT_SECONDS 1800
#define THOUSAND 1000

/* The terms in which a chance of one in a thousand is said. */
#define IN_A_THOUSAND(chance, limit) ((chance) % 1000 < (guint) (limit))

/* How the contacts of a day fall on its half-hours, in thousandths. */
static const guint16 profile[N_SLOTS] = { 22, 38, 55, 68, 74, 76, 70, 62, 52, 46,
                                          48, 55, 60, 62, 58, 50, 42, 30, 20, 12 };

/* How busy Monday to Friday are, in hundredths. */
static const int weekdays[] = { 122, 104, 98, 94, 82 };

typedef struct
{
  ValDemo *demo;
  JsonObject *texts;
  ValContactRows *rows;
  gint32 agents[VAL_DEMO_N_PEOPLE];
  gint32 channels[N_CHANNELS];
  gint32 topics[N_TOPICS];
} Numbers;

static gint32
put_label (Numbers *self, int kind, const char *name, gint64 person_id)
{
  ValContactLabel *label = val_record_new (VAL_RECORD_LABEL);
  gint64 id;

  label->kind = kind;
  label->record.person_id = person_id;
  val_set_string (&label->name, name);
  id = val_edit_put_record (self->demo->edit, label);
  val_record_free (label);
  return (gint32) id;
}

static void
put_labels (Numbers *self)
{
  for (guint i = 0; i < VAL_DEMO_N_PEOPLE; i++)
    {
      JsonArray *name = json_array_get_array_element (self->demo->names, i);
      g_autofree char *whole = g_strdup_printf ("%s %s", json_array_get_string_element (name, 0),
                                                json_array_get_string_element (name, 1));

      self->agents[i] = put_label (self, VAL_LABEL_AGENT, whole, self->demo->people[i]);
    }
  for (guint i = 0; i < N_CHANNELS; i++)
    self->channels[i] = put_label (self, VAL_LABEL_CHANNEL,
                                   val_catalogue_text (self->texts, "channels", i), 0);
  for (guint i = 0; i < N_TOPICS; i++)
    self->topics[i] = put_label (self, VAL_LABEL_TOPIC,
                                 val_catalogue_text (self->texts, "topics", i), 0);
}

/* A second of the day by the profile. */
static gint32
second_of (guint chance)
{
  guint place = chance % 1000;
  guint slot = 0;

  while (slot + 1 < N_SLOTS && place >= profile[slot])
    place -= profile[slot++];
  return (gint32) ((OPENS + slot) * SLOT_SECONDS + chance / 1000 % SLOT_SECONDS);
}

/* Where a team works and what it is asked about. */
static void
choose_labels (Numbers *self, ValContact *contact, int team, guint chance)
{
  static const guint8 channels[VAL_DEMO_N_TEAMS][4] = { { 0, 0, 0, 2 }, { 1, 1, 2, 2 }, { 0, 0, 2, 2 } };
  static const guint8 topics[VAL_DEMO_N_TEAMS][8]
      = { { 0, 0, 1, 1, 2, 3, 3, 4 }, { 0, 1, 1, 2, 2, 3, 4, 4 }, { 2, 2, 5, 5, 5, 5, 0, 3 } };

  contact->channel = self->channels[channels[team][chance % 4]];
  contact->topic = self->topics[topics[team][chance / 4 % 8]];
}

static gboolean
is_complaint (const Numbers *self, const ValContact *contact)
{
  return contact->topic == self->topics[N_TOPICS - 1];
}

/* What came of an answered contact; @ability in tenths of a level. */
static void
answer (Numbers *self, ValContact *contact, int ability, guint chance)
{
  gboolean complaint = is_complaint (self, contact);
  guint other = val_demo_dice (chance, 1, 71), third = val_demo_dice (chance, 2, 72);
  int talk = 330 - ability + (complaint ? 110 : 0) + (int) (other % 241) - 120;
  int rating = 29 + ability / 6 - (complaint ? 7 : 0) + (int) (third % 23) - 11;

  contact->flags = VAL_CONTACT_ANSWERED | VAL_CONTACT_ANSWERED_KNOWN | VAL_CONTACT_RESOLVED_KNOWN
                   | VAL_CONTACT_DIFFICULT_KNOWN;
  contact->wait = 8 + (gint32) (chance % 71 * (chance % 71) / 45);
  contact->talk = MAX (talk, 45);
  if (IN_A_THOUSAND (other / 7, 620 + ability * 3 - (complaint ? 120 : 0)))
    contact->flags |= VAL_CONTACT_RESOLVED;
  if (IN_A_THOUSAND (third / 5, complaint ? 85 : 19))
    {
      contact->flags |= VAL_CONTACT_DIFFICULT;
      contact->reason = (guint8) (VAL_DIFFICULT_NO_QUICK_CONTACT + third % 3);
    }
  if (other % 3 == 0)
    contact->satisfaction = (guint16) (CLAMP ((rating + 5) / 10, 1, 5) * THOUSAND);
}

static void
add_contact (Numbers *self, guint person, ValDay day, guint n)
{
  ValDemo *demo = self->demo;
  guint chance = val_demo_dice ((guint) day, person * 100 + n, 70);
  int quarters = (int) (day - (demo->today - 365)) / 91;
  int ability = demo->ability[person] + demo->growth[person] * quarters;
  ValContact contact = { .day = (guint16) day, .wait = -1, .talk = -1 };
  g_autofree char *number = g_strdup_printf ("%u%04u", (guint) day, self->rows->rows->len % 10000);

  contact.second = second_of (chance);
  choose_labels (self, &contact, demo->team_of[person], chance / 3);
  contact.reference = val_contact_rows_add_text (self->rows, number, strlen (number));
  if (IN_A_THOUSAND (chance / 11, 45)) /* gone before anybody answered: nobody's */
    {
      contact.flags = VAL_CONTACT_ANSWERED_KNOWN;
      contact.wait = 20 + (gint32) (chance % 160);
    }
  else
    {
      contact.agent = self->agents[person];
      contact.flags = VAL_CONTACT_ANSWERED_KNOWN;
      if (IN_A_THOUSAND (chance / 17, 30 - ability / 5))
        contact.wait = 25 + (gint32) (chance % 60); /* rang and was not taken */
      else
        answer (self, &contact, ability, chance);
    }
  g_array_append_val (self->rows->rows, contact);
}

static void
put_contacts (Numbers *self)
{
  ValDemo *demo = self->demo;

  for (ValDay day = demo->today - DAYS; day < demo->today; day++)
    {
      int weekday = val_day_weekday (day);

      for (guint person = 0; weekday <= 5 && person < VAL_DEMO_N_PEOPLE; person++)
        {
          guint chance = val_demo_dice ((guint) day, person, 73);
          int n = (6 + (int) (chance % 4)) * weekdays[weekday - 1] / 100;

          if (day < demo->first[person] || day >= demo->last[person] || chance / 4 % 11 == 0)
            continue; /* not here, or a day off */
          for (int i = 0; i < n; i++)
            add_contact (self, person, day, (guint) i);
        }
    }
}

/* The last day of each whole month of the half-year. */
static void
put_values (Numbers *self)
{
  ValDemo *demo = self->demo;
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ValValue));
  int year, month, day_of_month;
  ValDay first;

  val_day_to_ymd (demo->today, &year, &month, &day_of_month);
  first = demo->today - day_of_month + 1;
  for (int back = 0; back < 6; back++)
    {
      ValDay day = val_day_add_months (first, -back) - 1;

      for (guint person = 0; person < VAL_DEMO_N_PEOPLE; person++)
        {
          guint chance = val_demo_dice (person, (guint) back, 74);
          int ability = demo->ability[person] + demo->growth[person] * (4 - back / 3);
          ValValue quality = { .value = (62 + ability / 3 + (int) (chance % 9) - 4) * THOUSAND,
                               .person_id = (gint32) demo->people[person],
                               .indicator_id = VAL_DEMO_QUALITY, .n = 4 + (gint32) (chance % 5),
                               .day = (guint16) day };
          ValValue adherence = quality;

          if (day < demo->first[person] || day >= demo->last[person])
            continue;
          quality.value = MIN (quality.value, 100 * THOUSAND);
          adherence.indicator_id = VAL_DEMO_ADHERENCE;
          adherence.value = (86 + (int) (chance / 9 % 12)) * THOUSAND;
          adherence.n = 0;
          g_array_append_val (values, quality);
          g_array_append_val (values, adherence);
        }
    }
  val_edit_take_values (demo->edit, values);
}

/* One weight was changed a quarter ago, and said why; who decides about the indicator is written. */
static void
put_governance (Numbers *self)
{
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GPtrArray) presets = val_indicators_new_default (&terms);
  ValIndicator *resolved = g_ptr_array_index (presets, VAL_DEMO_RESOLVED - 1);
  ValIndicatorTerm *term = g_ptr_array_index (terms, VAL_DEMO_RESOLVED - 1);
  char **const who[] = { &resolved->decides, &resolved->proposes, &resolved->approves,
                         &resolved->introduces, &resolved->suspends };

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    val_set_string (who[i], val_catalogue_text (self->texts, "governance", i));
  val_set_string (&resolved->reasons_for,
                  json_object_get_string_member (self->texts, "reasons_for"));
  val_set_string (&resolved->reasons_against,
                  json_object_get_string_member (self->texts, "reasons_against"));
  resolved->record.id = VAL_DEMO_RESOLVED;
  val_edit_put_record (self->demo->edit, resolved);
  term->indicator_id = VAL_DEMO_RESOLVED;
  term->weight = 3 * THOUSAND;
  term->day = val_day_add_months (self->demo->today, -3);
  val_set_string (&term->reason, json_object_get_string_member (self->texts, "weight_reason"));
  val_edit_put_record (self->demo->edit, term);
}

/* What was expected a month ago, for six weeks. */
static void
put_forecast (Numbers *self)
{
  ValDemo *demo = self->demo;
  ValForecastVersion *version = val_forecast_version_new (
      json_object_get_string_member (self->texts, "forecast"), VAL_FORECAST_IMPORTED,
      demo->today - 29);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  gint64 id;

  version->slot_minutes = SLOT_SECONDS / 60;
  version->at = (gint64) version->day * 86400 + 9 * 3600;
  val_set_string (&version->remark, json_object_get_string_member (self->texts, "forecast_remark"));
  for (ValDay day = demo->today - 28; day < demo->today + 14; day++)
    for (int slot = 0; val_day_weekday (day) <= 5 && slot < N_SLOTS; slot++)
      {
        gint64 of_day = (gint64) 142 * weekdays[val_day_weekday (day) - 1] / 100
                        * (96 + val_demo_dice ((guint) day, 0, 75) % 11) / 100;
        ValForecastInterval interval
            = { of_day * profile[slot], -1, -1, -1, 290 * THOUSAND, (guint16) day,
                (guint16) ((OPENS + slot) * 30) };

        g_array_append_val (intervals, interval);
      }
  id = val_edit_put_record (demo->edit, version);
  val_edit_take_intervals (demo->edit, id, intervals);
  val_record_free (version);
}

/* val_demo_put_numbers: what the telephone system and the spreadsheets of the centre would hold. */
void
val_demo_put_numbers (ValDemo *self, JsonObject *texts)
{
  Numbers numbers = { .demo = self, .texts = texts, .rows = val_contact_rows_new () };

  put_labels (&numbers);
  put_contacts (&numbers);
  put_values (&numbers);
  put_governance (&numbers);
  put_forecast (&numbers);
  val_edit_take_contacts (self->edit, numbers.rows);
}
