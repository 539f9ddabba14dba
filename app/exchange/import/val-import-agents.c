/* val-import-agents.c: what is chosen about agents and contacts that are known already
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-import-plan-private.h"

/**
 * val_import_plan_set_unknown_agents:
 * @choice: what becomes of agents of contacts whom nobody of the centre is: VAL_AGENT_NEW or
 *   VAL_AGENT_LEAVE
 */
void
val_import_plan_set_unknown_agents (ValImportPlan *self, ValAgentChoice choice)
{
  self->unknown_agents = choice;
}

/**
 * val_import_plan_set_agent:
 * @name: an agent as the contacts write it
 * @choice: what becomes of this one
 * @person_id: who it is, for VAL_AGENT_PERSON
 *
 * Goes before val_import_plan_set_unknown_agents() and before what the name says.
 */
void
val_import_plan_set_agent (ValImportPlan *self, const char *name, ValAgentChoice choice,
                           gint64 person_id)
{
  ValImportAgent *agent = g_new0 (ValImportAgent, 1);

  if (self->agents == NULL)
    self->agents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  agent->choice = choice;
  agent->person_id = person_id;
  g_hash_table_replace (self->agents, g_strdup (name), agent);
}

/**
 * val_import_plan_hash_reference:
 * @text: the number of a contact in the other system
 * @length: its bytes
 *
 * 64 bits of FNV-1a, mixed: among a million numbers two are taken for one once in ten million
 * files. Any thread.
 *
 * Returns: what stands for the number in val_import_plan_set_present()
 */
guint64
val_import_plan_hash_reference (const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ hash >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ hash >> 33;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/**
 * val_import_plan_set_present:
 * @hashes: (transfer full) (nullable) (element-type guint64): the numbers of the contacts that are
 *   stored already in the days of the file
 *
 * Rows with such a number are left out and counted.
 */
void
val_import_plan_set_present (ValImportPlan *self, GArray *hashes)
{
  g_clear_pointer (&self->present, g_array_unref);
  self->present = hashes;
  if (hashes != NULL)
    g_array_sort (hashes, compare);
}

/**
 * val_import_present_ids:
 * @contacts: all contacts that are stored
 * @outcome: what running a plan of contacts gave
 *
 * An export that overlaps an earlier one holds contacts that are stored already; only those of the
 * same days can be. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the contacts of these days; %NULL:
 *   there is none, or the file has no numbers to know them by
 */
GArray *
val_import_present_ids (const ValContacts *contacts, const ValImportOutcome *outcome)
{
  const ValContactRows *bulk
      = outcome->edit != NULL ? val_edit_contacts (outcome->edit) : NULL;
  g_autoptr (GArray) ids = NULL;

  if (bulk == NULL || !bulk->has_texts || outcome->first_day == VAL_DAY_NONE)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint chunk = 0; chunk < val_contacts_n_chunks (contacts); chunk++)
    {
      const ValContactColumns *columns = val_contacts_columns (contacts, chunk);

      for (guint i = 0; i < columns->n; i++)
        if (columns->day[i] >= outcome->first_day && columns->day[i] <= outcome->last_day)
          {
            gint64 id = columns->id[i];

            g_array_append_val (ids, id);
          }
    }
  return ids->len > 0 ? g_steal_pointer (&ids) : NULL;
}

/**
 * val_import_present_add:
 * @hashes: (element-type guint64): to be added to
 * @details: (element-type ValContactDetail): contacts as they are stored
 */
void
val_import_present_add (GArray *hashes, const GPtrArray *details)
{
  for (guint i = 0; i < details->len; i++)
    {
      const char *reference = ((const ValContactDetail *) details->pdata[i])->reference;
      guint64 hash = val_import_plan_hash_reference (reference, strlen (reference));

      if (reference[0] != '\0')
        g_array_append_val (hashes, hash);
    }
}
