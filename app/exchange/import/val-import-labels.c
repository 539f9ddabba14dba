/* val-import-labels.c: agents, channels and topics as the other system writes them
 *
 * One label for each text, found again in later files. An agent's label says who it is; what the
 * manager once chose stays.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-labels.h"

#include <string.h>

#include "val-agent-match.h"
#include "val-format.h"
#include "val-i18n.h"

#define LONGEST_NAME 200
/* More of them than a page can show: a column of free text was taken for a topic. */
#define MOST_LABELS 5000
#define MOST_AGENTS 50000
/* In place of a place. */
#define NOBODY (-1)

struct _ValImportLabels
{
  ValImportRun *run;
  ValImportIntern *keys[VAL_N_LABEL_KINDS]; /* -> place in @ids + 1 */
  GArray *ids[VAL_N_LABEL_KINDS];           /* of gint32 */
  GHashTable *stored[VAL_N_LABEL_KINDS];    /* name -> const ValContactLabel */
};

static void
free_agent (gpointer data)
{
  ValImportAgent *agent = data;

  g_free (agent->name);
  g_free (agent);
}

static const char *const field_names[] = { "agent", "channel", "topic" };

/**
 * val_import_labels_new:
 * @run: a run of contacts
 *
 * Returns: (transfer full): the labels that the centre has, to be added to
 */
ValImportLabels *
val_import_labels_new (ValImportRun *run)
{
  ValImportLabels *self = g_new0 (ValImportLabels, 1);
  const ValDataset *dataset = run->plan->dataset;

  self->run = run;
  for (int kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    {
      self->keys[kind] = val_import_intern_new ();
      self->ids[kind] = g_array_new (FALSE, FALSE, sizeof (gint32));
      self->stored[kind] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  for (guint i = 0; dataset != NULL && i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      if (label->kind >= 0 && label->kind < VAL_N_LABEL_KINDS)
        g_hash_table_insert (self->stored[label->kind], label->name, (gpointer) label);
    }
  run->outcome->agents = g_ptr_array_new_with_free_func (free_agent);
  return self;
}

/**
 * val_import_labels_free:
 * @self: (transfer full) (nullable): labels
 */
void
val_import_labels_free (ValImportLabels *self)
{
  if (self == NULL)
    return;
  for (int kind = 0; kind < VAL_N_LABEL_KINDS; kind++)
    {
      val_import_intern_free (self->keys[kind]);
      g_array_unref (self->ids[kind]);
      g_hash_table_unref (self->stored[kind]);
    }
  g_free (self);
}

static gint64
make_label (ValImportLabels *self, ValLabelKind kind, const char *name, gint64 id,
            gint64 person_id)
{
  ValContactLabel *label = val_record_new (VAL_RECORD_LABEL);
  gint64 made;

  label->record.id = id;
  label->record.person_id = person_id;
  label->kind = kind;
  val_set_string (&label->name, name);
  made = val_edit_put_record (self->run->edit, label);
  val_record_free (label);
  return id != 0 ? id : made;
}

/* The person that a new one is made for, or 0 when the name leaves it open. */
static gint64
make_person (ValImportRun *run, const char *name)
{
  ValImportPersonWords words = { name, "", "", "" };
  g_autofree char *reason = NULL;
  int index = val_import_match_person (run->match, &words, &reason);

  return index >= 0 ? val_import_run_use_person (run, index) : 0;
}

/* One who was left without a person before is matched when there is one by now, and never made a new
 * person of. */
static void
recognise (ValImportLabels *self, const ValContactLabel *stored, ValImportAgent *agent)
{
  int index = -1;
  ValImportPerson *person;

  if (stored == NULL || !val_agent_is_nobody (self->run->plan->dataset, stored->record.id))
    index = val_import_match_find (self->run->match, agent->name, &agent->ambiguous);
  person = index >= 0 ? val_import_match_get_person (self->run->match, index) : NULL;
  if (person == NULL || (stored != NULL && person->stored == NULL))
    {
      agent->choice = agent->ambiguous || stored != NULL ? VAL_AGENT_LEAVE
                                                         : self->run->plan->unknown_agents;
      return;
    }
  agent->recognised = person->stored != NULL;
  agent->choice = agent->recognised ? VAL_AGENT_PERSON : VAL_AGENT_NEW;
  agent->person_id = person->id;
}

static gint64
settle_person (ValImportRun *run, const ValImportAgent *agent)
{
  guint ignored;

  if (agent->choice == VAL_AGENT_NEW)
    return agent->person_id != 0 ? agent->person_id : make_person (run, agent->name);
  if (agent->choice == VAL_AGENT_PERSON && run->plan->dataset != NULL
      && val_dataset_find_person (run->plan->dataset, agent->person_id, &ignored))
    return agent->person_id;
  return 0;
}

/* Whoever the label was given to stays; then what was chosen for this import; then the name. */
static gint64
settle_agent (ValImportLabels *self, const ValContactLabel *stored, ValImportAgent *agent)
{
  ValImportRun *run = self->run;
  const ValImportAgent *chosen = run->plan->agents != NULL
                                     ? g_hash_table_lookup (run->plan->agents, agent->name)
                                     : NULL;

  if (stored != NULL && stored->record.person_id != 0)
    {
      agent->recognised = TRUE;
      agent->choice = VAL_AGENT_PERSON;
      agent->person_id = stored->record.person_id;
      return stored->record.id;
    }
  if (chosen != NULL)
    {
      agent->choice = chosen->choice;
      agent->person_id = chosen->choice == VAL_AGENT_PERSON ? chosen->person_id : 0;
    }
  else
    recognise (self, stored, agent);
  agent->person_id = settle_person (run, agent);
  if (stored != NULL && agent->person_id == 0)
    return stored->record.id;
  return make_label (self, VAL_LABEL_AGENT, agent->name, stored != NULL ? stored->record.id : 0,
                     agent->person_id);
}

static gint32
make (ValImportLabels *self, ValLabelKind kind, ValCsvField cell)
{
  g_autofree char *name = g_strndup (cell.text, cell.len);
  const ValContactLabel *stored = g_hash_table_lookup (self->stored[kind], name);
  ValImportAgent *agent;

  if (kind == VAL_LABEL_AGENT)
    {
      gint64 id;

      agent = g_new0 (ValImportAgent, 1);
      agent->name = g_steal_pointer (&name);
      id = settle_agent (self, stored, agent);
      g_ptr_array_add (self->run->outcome->agents, agent);
      return (gint32) id;
    }
  return (gint32) (stored != NULL ? stored->record.id : make_label (self, kind, name, 0, 0));
}

/* What systems write where there is nobody. */
static gboolean
is_nobody (ValCsvField cell)
{
  static const char *const words[]
      = { "-", "none", "null", "n/a", "(none)", "unassigned", "nieprzypisany" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cell.len == strlen (words[i]) && g_ascii_strncasecmp (cell.text, words[i], cell.len) == 0)
      return TRUE;
  return FALSE;
}

/**
 * val_import_labels_check:
 * @cell: without blanks around it
 *
 * Refuses the present row when the cell can be no label.
 *
 * Returns: whether it can
 */
gboolean
val_import_labels_check (ValImportLabels *self, ValLabelKind kind, ValCsvField cell)
{
  if (cell.len <= LONGEST_NAME && memchr (cell.text, 0, cell.len) == NULL)
    return TRUE;
  val_import_run_refuse (self->run, field_names[kind], g_strdup (_ ("the text is too long for a "
                                                                    "name")));
  return FALSE;
}

/**
 * val_import_labels_use:
 * @cell: a checked cell of a good row
 *
 * Returns: the label's id, provisional when it is new; 0: none; %G_MININT32 with the row refused
 *   when there are too many different texts
 */
gint32
val_import_labels_use (ValImportLabels *self, ValLabelKind kind, ValCsvField cell)
{
  gboolean is_new;
  gint32 *place;
  guint most = kind == VAL_LABEL_AGENT ? MOST_AGENTS : MOST_LABELS;

  if (cell.len == 0)
    return 0;
  place = val_import_intern_lookup (self->keys[kind], cell.text, cell.len, &is_new);
  if (is_new && is_nobody (cell))
    *place = NOBODY;
  if (*place == NOBODY)
    return 0;
  if (*place == 0)
    {
      gint32 id;

      if (self->ids[kind]->len >= most)
        {
          g_autofree char *number = val_format_integer (most);

          val_import_run_refuse (
              self->run, field_names[kind],
              /* Translators: %s is a number above a thousand */
              g_strdup_printf (_ ("there are more than %s different texts in this column; is it "
                                  "free text? Leave the column out"),
                               number));
          return G_MININT32;
        }
      id = make (self, kind, cell);
      g_array_append_val (self->ids[kind], id);
      *place = (gint32) self->ids[kind]->len;
    }
  if (kind == VAL_LABEL_AGENT)
    ((ValImportAgent *) g_ptr_array_index (self->run->outcome->agents, *place - 1))->contacts++;
  return g_array_index (self->ids[kind], gint32, *place - 1);
}
