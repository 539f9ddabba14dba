/* val-import-agents.c: agents of contacts whom nobody of the centre is, and who they are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-dialog-private.h"

#include "val-drop-down.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-wrap-row.h"

/* So many are asked about one by one; the others follow the choice for all. */
#define MOST_ROWS 100
/* Lists longer than this are searched by typing. */
#define LONG_LIST 12

/* Places in a list of choices before the people. */
enum
{
  PLACE_NEW,
  PLACE_LEAVE,
  N_PLACES,
};

static void
all_changed_cb (ValImportDialog *self)
{
  val_import_dialog_work (self);
}

/**
 * val_import_dialog_init_agents:
 *
 * Fills the choice for all.
 */
void
val_import_dialog_init_agents (ValImportDialog *self)
{
  const char *choices[] = { _("Add as new people"), _("Leave without a person"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_combo_row_set_model (self->agents_row, G_LIST_MODEL (model));
  self->agent_choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->agent_rows = g_ptr_array_new ();
  g_signal_connect_swapped (self->agents_row, "notify::selected", G_CALLBACK (all_changed_cb),
                            self);
}

/* Everybody of the centre by name; their ids at the same places. */
static void
list_people (ValImportDialog *self)
{
  const ValDataset *dataset = val_session_get_dataset (self->session);
  const char *first[] = { _("New person"), _("Without a person"), NULL };

  g_clear_object (&self->agent_names);
  g_clear_pointer (&self->agent_ids, g_array_unref);
  self->agent_names = gtk_string_list_new (first);
  self->agent_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; dataset != NULL && i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      g_autofree char *name = val_person_get_name (person);

      gtk_string_list_append (self->agent_names, name);
      g_array_append_val (self->agent_ids, person->id);
    }
}

static void
choice_cb (GtkDropDown *choice, GParamSpec *pspec, ValImportDialog *self)
{
  const char *name = g_object_get_data (G_OBJECT (choice), "val-agent");
  guint place = gtk_drop_down_get_selected (choice);
  ValImportAgentChoice *chosen;

  if (self->filling || place == GTK_INVALID_LIST_POSITION)
    return;
  chosen = g_new0 (ValImportAgentChoice, 1);
  chosen->choice = place == PLACE_NEW     ? VAL_AGENT_NEW
                   : place == PLACE_LEAVE ? VAL_AGENT_LEAVE
                                          : VAL_AGENT_PERSON;
  if (place >= N_PLACES && place - N_PLACES < self->agent_ids->len)
    chosen->person_id = g_array_index (self->agent_ids, gint64, place - N_PLACES);
  g_hash_table_replace (self->agent_choices, g_strdup (name), chosen);
  val_import_dialog_work (self);
}

static guint
place_of_agent (ValImportDialog *self, const ValImportAgent *agent)
{
  if (agent->choice == VAL_AGENT_NEW)
    return PLACE_NEW;
  for (guint i = 0; agent->choice == VAL_AGENT_PERSON && i < self->agent_ids->len; i++)
    if (g_array_index (self->agent_ids, gint64, i) == agent->person_id)
      return i + N_PLACES;
  return PLACE_LEAVE;
}

static void
add_row (ValImportDialog *self, const ValImportAgent *agent)
{
  GtkWidget *row;
  GtkWidget *choice
      = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->agent_names)),
                           gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *number = val_format_integer (agent->contacts);
  g_autofree char *contacts = val_format_replace (
      ngettext ("%s contact", "%s contacts", (gulong) agent->contacts), number);
  g_autofree char *subtitle
      = agent->ambiguous
            ? g_strconcat (contacts, " · ", _("fits more than one person"), NULL)
            : g_strdup (contacts);

  row = val_wrap_row_new (agent->name, subtitle);
  val_drop_down_limit (GTK_DROP_DOWN (choice), VAL_DROP_DOWN_LINE);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), self->agent_ids->len > LONG_LIST);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), place_of_agent (self, agent));
  gtk_widget_set_hexpand (choice, TRUE);
  val_gtk_label_inside (choice, agent->name);
  g_object_set_data_full (G_OBJECT (choice), "val-agent", g_strdup (agent->name), g_free);
  g_object_set_data (G_OBJECT (choice), "val-owner", row);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (choice_cb), self);
  val_wrap_row_add (row, choice);
  adw_preferences_group_add (self->agents_group, row);
  g_ptr_array_add (self->agent_rows, choice);
}

/* Those to be asked about. */
static GPtrArray *
list_unknown (const ValImportOutcome *outcome)
{
  GPtrArray *unknown = g_ptr_array_new ();

  for (guint i = 0; outcome != NULL && outcome->agents != NULL && i < outcome->agents->len; i++)
    {
      const ValImportAgent *agent = outcome->agents->pdata[i];

      if (!agent->recognised)
        g_ptr_array_add (unknown, (gpointer) agent);
    }
  return unknown;
}

static gboolean
rows_are_current (ValImportDialog *self, const GPtrArray *unknown)
{
  if (self->agent_rows->len != MIN (unknown->len, MOST_ROWS))
    return FALSE;
  for (guint i = 0; i < self->agent_rows->len; i++)
    if (g_strcmp0 (g_object_get_data (self->agent_rows->pdata[i], "val-agent"),
                   ((const ValImportAgent *) unknown->pdata[i])->name) != 0)
      return FALSE;
  return TRUE;
}

static void
make_rows (ValImportDialog *self, const GPtrArray *unknown)
{
  for (guint i = 0; i < self->agent_rows->len; i++)
    adw_preferences_group_remove (self->agents_group,
                                  g_object_get_data (self->agent_rows->pdata[i], "val-owner"));
  g_ptr_array_set_size (self->agent_rows, 0);
  list_people (self);
  for (guint i = 0; i < MIN (unknown->len, MOST_ROWS); i++)
    add_row (self, unknown->pdata[i]);
}

/**
 * val_import_dialog_show_agents:
 *
 * Asks about those who are not recognised, one by one up to a hundred. Rows stay as long as they
 * are the same, so that nobody chooses in a list that is taken away.
 */
void
val_import_dialog_show_agents (ValImportDialog *self)
{
  g_autoptr (GPtrArray) unknown
      = list_unknown (self->finding != NULL ? self->finding->outcome : NULL);
  g_autofree char *rest = NULL;
  g_autofree char *title = NULL;
  g_autofree char *more = NULL;

  self->filling = TRUE;
  if (!rows_are_current (self, unknown))
    make_rows (self, unknown);
  else
    for (guint i = 0; i < self->agent_rows->len; i++)
      gtk_drop_down_set_selected (self->agent_rows->pdata[i],
                                  place_of_agent (self, unknown->pdata[i]));
  if (unknown->len > MOST_ROWS)
    {
      rest = val_format_integer (unknown->len - MOST_ROWS);
      more = val_format_replace (ngettext ("%s more agent follows this choice.",
                                           "%s more agents follow this choice.",
                                           unknown->len - MOST_ROWS),
                                 rest);
    }
  title = more != NULL ? g_strdup_printf ("%s · %s", _("All who are not chosen below"), more)
                       : g_strdup (_("All who are not chosen below"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->agents_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->agents_group), unknown->len > 0);
  self->filling = FALSE;
}

/**
 * val_import_dialog_read_agents:
 * @settings: to be filled with what is chosen now
 */
void
val_import_dialog_read_agents (ValImportDialog *self, ValImportSettings *settings)
{
  GHashTableIter iter;
  gpointer name, value;

  settings->unknown_agents = adw_combo_row_get_selected (self->agents_row) == PLACE_LEAVE
                                 ? VAL_AGENT_LEAVE
                                 : VAL_AGENT_NEW;
  settings->agents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->agent_choices);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (settings->agents, g_strdup (name),
                         g_memdup2 (value, sizeof (ValImportAgentChoice)));
}

/**
 * val_import_dialog_forget_agents:
 *
 * Another file has other agents.
 */
void
val_import_dialog_forget_agents (ValImportDialog *self)
{
  g_hash_table_remove_all (self->agent_choices);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->agents_row, PLACE_NEW);
  self->filling = FALSE;
}
