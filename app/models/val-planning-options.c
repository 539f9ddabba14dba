/* val-planning-options.c: what the manager set on the planning page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-planning-options.h"

#include <string.h>

#include "val-i18n.h"

typedef struct
{
  const char *name;
  gsize offset;
  gint32 usual;
  gint32 least;
  gint32 most;
} Field;

#define FIELD(name, usual, least, most) \
  { #name, G_STRUCT_OFFSET (ValPlanningOptions, name), usual, least, most }

static const Field fields[] = {
  FIELD (interval, 30, 5, 240),
  FIELD (share, 80000, 0, 99900),
  FIELD (seconds, 20000, 0, 86400000),
  FIELD (handle_time, 0, 0, 86400000),
  FIELD (shrinkage, 30000, 0, 99000),
  FIELD (max_occupancy, 85000, 1000, 100000),
  FIELD (people, 0, 0, 100000000),
  FIELD (contract, 35000, 1000, 168000),
  FIELD (mentoring, 30000, 0, 6000000),
};

static gint32 *
field_of (ValPlanningOptions *self, const Field *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/* Whose holidays they most likely are, until somebody says it. English is spoken anywhere. */
static ValCountry
country_of_language (void)
{
  static const struct { const char *language; ValCountry country; } countries[] = {
    { "pl", VAL_COUNTRY_POLAND }, { "el", VAL_COUNTRY_GREECE }, { "fi", VAL_COUNTRY_FINLAND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (countries[i].language, val_i18n_language ()) == 0)
      return countries[i].country;
  return VAL_COUNTRY_NONE;
}

/**
 * val_planning_options_init:
 *
 * 80 % within 20 s, 30 % shrinkage, 85 % occupancy; half an hour of 35 h; holidays of the country
 * whose language the interface speaks. Any thread.
 */
void
val_planning_options_init (ValPlanningOptions *self)
{
  memset (self, 0, sizeof *self);
  self->country = country_of_language ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *field_of (self, &fields[i]) = fields[i].usual;
}

/**
 * val_planning_options_read:
 * @text: (nullable): as val_planning_options_write () wrote it; what is not understood or out of
 *   range keeps its usual value
 *
 * Any thread.
 */
void
val_planning_options_read (ValPlanningOptions *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);

  val_planning_options_init (self);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *value = strchr (parts[i], '=');
      gint64 number;

      if (value == NULL)
        continue;
      if (g_str_has_prefix (parts[i], "country="))
        self->country = val_country_from_code (value + 1);
      number = g_ascii_strtoll (value + 1, NULL, 10);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        if (strlen (fields[j].name) == (gsize) (value - parts[i])
            && g_str_has_prefix (parts[i], fields[j].name) && number >= fields[j].least
            && number <= fields[j].most)
          *field_of (self, &fields[j]) = (gint32) number;
    }
}

/**
 * val_planning_options_write:
 *
 * Returns: (transfer full): the options as text for a setting. Any thread.
 */
char *
val_planning_options_write (const ValPlanningOptions *self)
{
  GString *out = g_string_new (NULL);
  ValPlanningOptions copy = *self;

  g_string_append_printf (out, "country=%s", val_country_code (self->country));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_string_append_printf (out, " %s=%d", fields[i].name, *field_of (&copy, &fields[i]));
  return g_string_free (out, FALSE);
}

/**
 * val_planning_options_plan:
 * @handle_time: seconds, taken when the options do not say one
 * @ret_plan: (out): as the analytics want it
 *
 * Any thread.
 */
void
val_planning_options_plan (const ValPlanningOptions *self, double handle_time,
                           ValStaffingPlan *ret_plan)
{
  double seconds = self->handle_time > 0 ? self->handle_time / 1000.0 : handle_time;

  *ret_plan = (ValStaffingPlan){
    .interval = self->interval * 60,
    .handle_time = seconds > 0 ? seconds : 180,
    .target = { self->share / 100000.0, self->seconds / 1000.0, self->max_occupancy / 100000.0 },
    .shrinkage = self->shrinkage,
  };
}
