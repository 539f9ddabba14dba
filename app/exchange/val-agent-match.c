/* val-agent-match.c: names in contacts that have become those of people
 *
 * An agent who was unknown when the contacts came may be somebody once people are added or imported.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-agent-match.h"

#include <string.h>

#include "val-i18n.h"
#include "val-import-match.h"

/**
 * val_agent_is_nobody:
 * @label_id: of an agent's label
 *
 * Any thread.
 *
 * Returns: whether somebody said that this agent is nobody of the centre
 */
gboolean
val_agent_is_nobody (ValDataset *dataset, gint64 label_id)
{
  const char *text = val_dataset_setting (dataset, VAL_SETTING_AGENTS_NOBODY);
  g_autofree char *wanted = g_strdup_printf (" %" G_GINT64_FORMAT " ", label_id);

  return text != NULL && strstr (text, wanted) != NULL;
}

/* The setting without one label; ends with a space. */
static GString *
dup_without (ValDataset *dataset, gint64 label_id)
{
  const char *text = val_dataset_setting (dataset, VAL_SETTING_AGENTS_NOBODY);
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : "", " ", -1);
  GString *out = g_string_new (" ");

  for (guint i = 0; ids[i] != NULL; i++)
    if (ids[i][0] != '\0' && g_ascii_strtoll (ids[i], NULL, 10) != label_id)
      g_string_append_printf (out, "%s ", ids[i]);
  return out;
}

/**
 * val_agent_set_nobody:
 * @edit: takes the change
 * @label_id: of an agent's label
 * @nobody: what is decided
 */
void
val_agent_set_nobody (ValEdit *edit, ValDataset *dataset, gint64 label_id, gboolean nobody)
{
  GString *out;

  if (val_agent_is_nobody (dataset, label_id) == nobody)
    return;
  out = dup_without (dataset, label_id);
  if (nobody)
    g_string_append_printf (out, "%" G_GINT64_FORMAT " ", label_id);
  val_edit_set_setting (edit, VAL_SETTING_AGENTS_NOBODY, out->len > 1 ? out->str : NULL);
  g_string_free (out, TRUE);
}

/**
 * val_agent_leave_all:
 * @edit: takes the change
 * @matches: (element-type ValAgentMatch): of val_agent_find_matches ()
 */
void
val_agent_leave_all (ValEdit *edit, ValDataset *dataset, const GArray *matches)
{
  GString *out = dup_without (dataset, 0);

  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (out, "%" G_GINT64_FORMAT " ",
                            g_array_index (matches, ValAgentMatch, i).label_id);
  val_edit_set_setting (edit, VAL_SETTING_AGENTS_NOBODY, out->str);
  g_string_free (out, TRUE);
}

/**
 * val_agent_find_matches:
 * @dataset: the centre
 *
 * As an import of contacts matches them: whoever fits more than one person is left alone. Some
 * milliseconds per thousand people. Any thread.
 *
 * Returns: (transfer full) (element-type ValAgentMatch): agents without a person who have one now
 */
GArray *
val_agent_find_matches (ValDataset *dataset)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (ValAgentMatch));
  g_autoptr (ValEdit) nothing = val_edit_new ("", NULL);
  g_autoptr (ValImportMatch) people = NULL;

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);
      ValAgentMatch match = { label->record.id, 0 };
      gboolean ambiguous;
      int index;

      if (label->kind != VAL_LABEL_AGENT || label->record.person_id != 0
          || val_agent_is_nobody (dataset, label->record.id))
        continue;
      if (people == NULL)
        people = val_import_match_new (dataset, nothing);
      index = val_import_match_find (people, label->name, &ambiguous);
      if (index < 0)
        continue;
      match.person_id = val_import_match_get_person (people, index)->id;
      g_array_append_val (matches, match);
    }
  return matches;
}

/**
 * val_agent_match_edit:
 * @matches: (element-type ValAgentMatch): of val_agent_find_matches ()
 *
 * Returns: (transfer full): one change that gives them their people
 */
ValEdit *
val_agent_match_edit (ValDataset *dataset, const GArray *matches)
{
  ValEdit *edit = val_edit_new (N_ ("Names in the contacts matched to people"), NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const ValAgentMatch *match = &g_array_index (matches, ValAgentMatch, i);
      const ValContactLabel *stored
          = val_dataset_find_record (dataset, VAL_RECORD_LABEL, match->label_id);
      ValContactLabel *label;

      if (stored == NULL || stored->record.person_id != 0)
        continue;
      label = val_record_copy (stored);
      label->record.person_id = match->person_id;
      val_edit_put_record (edit, label);
      val_record_free (label);
    }
  return edit;
}
