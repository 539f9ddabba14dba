/* val-team-choice.c: a choice of one team or all of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-team-choice.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-team-list.h"

struct _ValTeamChoice
{
  AdwBin parent_instance;

  GtkWidget *drop_down;
  GArray *ids;    /* of gint64: what the rows stand for; 0: all */
  gint64 team_id;
  gint64 no_team; /* what “In no team” stands for; 0: it is not offered */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ValTeamChoice, val_team_choice, ADW_TYPE_BIN)

static guint chosen_signal;

static void
selected_cb (ValTeamChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (self->filling || selected >= self->ids->len)
    return;
  self->team_id = g_array_index (self->ids, gint64, selected);
  g_signal_emit (self, chosen_signal, 0);
}

/* Adds a row; TRUE: it is the one that was chosen before. */
static gboolean
add (ValTeamChoice *self, GtkStringList *names, const char *name, gint64 id)
{
  g_array_append_val (self->ids, id);
  gtk_string_list_append (names, name);
  return id == self->team_id;
}

/**
 * val_team_choice_fill:
 *
 * Offers the teams of now. What was chosen stays chosen while there is such a team.
 *
 * Returns: how many teams there are; with none the choice is hidden
 */
guint
val_team_choice_fill (ValTeamChoice *self, ValSession *session)
{
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) teams = NULL;
  guint selected = 0;

  if (dataset == NULL)
    return 0;
  teams = val_team_list_new (dataset, val_session_get_today (session));
  self->filling = TRUE;
  g_array_set_size (self->ids, 0);
  add (self, names, _("All teams"), 0);
  for (guint i = 0; i < teams->len; i++)
    {
      const ValTeamEntry *entry = teams->pdata[i];

      if (add (self, names, entry->path, entry->id))
        selected = self->ids->len - 1;
    }
  if (self->no_team != 0 && add (self, names, _("In no team"), self->no_team))
    selected = self->ids->len - 1;
  self->team_id = g_array_index (self->ids, gint64, selected);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  gtk_widget_set_visible (GTK_WIDGET (self), teams->len > 0);
  self->filling = FALSE;
  return teams->len;
}

/**
 * val_team_choice_offer_no_team:
 * @id: what stands for those who are in no team; never a team's
 */
void
val_team_choice_offer_no_team (ValTeamChoice *self, gint64 id)
{
  self->no_team = id;
}

/**
 * val_team_choice_get_team:
 *
 * Returns: the team chosen; 0: all of them
 */
gint64
val_team_choice_get_team (ValTeamChoice *self)
{
  return self->team_id;
}

/**
 * val_team_choice_choose_all:
 *
 * As if somebody chose it.
 */
void
val_team_choice_choose_all (ValTeamChoice *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), 0);
}

static void
val_team_choice_finalize (GObject *object)
{
  g_array_unref (VAL_TEAM_CHOICE (object)->ids);
  G_OBJECT_CLASS (val_team_choice_parent_class)->finalize (object);
}

static void
val_team_choice_class_init (ValTeamChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_team_choice_finalize;
  chosen_signal = g_signal_new ("chosen", VAL_TYPE_TEAM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
val_team_choice_init (ValTeamChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  val_person_form_shorten_paths (self->drop_down);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->drop_down);
}

/**
 * val_team_choice_new:
 * @label: translated, for screen readers
 *
 * Returns: (transfer floating): a choice that is empty until it is filled
 */
GtkWidget *
val_team_choice_new (const char *label)
{
  ValTeamChoice *self = g_object_new (VAL_TYPE_TEAM_CHOICE, NULL);

  val_gtk_label_inside (self->drop_down, label);
  return GTK_WIDGET (self);
}
