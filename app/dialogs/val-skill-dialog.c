/* val-skill-dialog.c: adding or changing a skill
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skill-dialog.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-level-spin.h"
#include "val-number-spin.h"
#include "val-person-form.h"

/* Pixels of a line of text. */
#define LEVEL_HEIGHT 20

/**
 * ValSkillDialog:
 *
 * The form of a skill: its place in the catalogue, what is wanted of it, and its levels in words.
 * It stays open with what was typed until the store has taken it.
 */
struct _ValSkillDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValSkill *skill;  /* as it was; the defaults when it is new */
  GArray *parents;  /* of gint64: what the choice of the skill above stands for */
  GtkWidget *save;
  GtkWidget *name;
  GtkWidget *category;
  GtkWidget *above;
  GtkWidget *description;
  GtkWidget *target;
  GtkWidget *weight;
  GtkWidget *wanted_cover;
  GtkWidget *hours;
  GtkWidget *cost;
  GtkWidget *critical;
  GtkWidget *archived;
  GtkWidget *levels[VAL_N_LEVELS];
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValSkillDialog, val_skill_dialog, ADW_TYPE_WINDOW)

static void
val_skill_dialog_dispose (GObject *object)
{
  ValSkillDialog *self = VAL_SKILL_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->skill, val_skill_free);
  g_clear_pointer (&self->parents, g_array_unref);
  G_OBJECT_CLASS (val_skill_dialog_parent_class)->dispose (object);
}

static void
val_skill_dialog_class_init (ValSkillDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_skill_dialog_dispose;
}

static void
val_skill_dialog_init (ValSkillDialog *self)
{
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = g_strstrip (text);
}

static ValSkill *
read_form (ValSkillDialog *self)
{
  ValSkill *skill = val_skill_copy (self->skill);
  guint above = adw_combo_row_get_selected (ADW_COMBO_ROW (self->above));

  take (&skill->name, val_person_form_dup_entry (self->name));
  take (&skill->category, val_person_form_dup_entry (self->category));
  take (&skill->description, val_person_form_dup_text (self->description));
  skill->parent_id
      = above < self->parents->len ? g_array_index (self->parents, gint64, above) : 0;
  skill->target = val_level_spin_get_level (self->target);
  skill->weight = val_number_spin_get (self->weight);
  skill->hours_per_level = val_number_spin_get (self->hours);
  skill->cost_per_hour = val_number_spin_get (self->cost);
  skill->wanted_cover = val_number_spin_get (self->wanted_cover) / 1000;
  skill->critical = gtk_switch_get_active (GTK_SWITCH (self->critical));
  skill->archived = gtk_switch_get_active (GTK_SWITCH (self->archived));
  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      take (&skill->level_texts[i], val_person_form_dup_text (self->levels[i]));
      if (*skill->level_texts[i] == '\0')
        g_clear_pointer (&skill->level_texts[i], g_free);
    }
  return skill;
}

/* Two skills of one name could not be told apart in a file or in the matrix. */
static gboolean
name_is_taken (ValSkillDialog *self, const char *name)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *other = val_dataset_skill (dataset, i);
      g_autofree char *other_folded = g_utf8_casefold (other->name, -1);

      if (other->id != self->skill->id && g_str_equal (folded, other_folded))
        return TRUE;
    }
  return FALSE;
}

static void
save_cb (GtkButton *button, ValSkillDialog *self)
{
  g_autoptr (ValSkill) skill = read_form (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = NULL;

  val_person_form_clear_field (self->name);
  val_person_form_set_error (self->error, NULL, NULL);
  if (!val_skill_validate (skill, &error))
    {
      val_person_form_set_error (self->error, self->name, error->message);
      return;
    }
  if (name_is_taken (self, skill->name))
    {
      val_person_form_set_error (self->error, self->name,
                                 _ ("There is already a skill of this name"));
      return;
    }
  /* Translators: %s is a skill */
  edit = self->skill->id != 0 ? val_edit_new (N_ ("Skill saved: %s"), skill->name)
                              : val_edit_new (N_ ("Skill added: %s"), skill->name);
  val_edit_put_skill (edit, skill);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

/* A skill cannot stand below itself, and so is not offered that. */
static gboolean
is_within (ValDataset *dataset, const ValSkill *skill, gint64 ancestor_id)
{
  guint index;

  for (guint steps = 0; steps < 64 && skill != NULL; steps++)
    {
      if (skill->id == ancestor_id)
        return TRUE;
      skill = val_dataset_find_skill (dataset, skill->parent_id, &index)
                  ? val_dataset_skill (dataset, index)
                  : NULL;
    }
  return FALSE;
}

static GtkWidget *
add_above (ValSkillDialog *self, GtkWidget *group)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const gint64 none = 0;
  guint selected = 0;

  g_array_append_val (self->parents, none);
  g_ptr_array_add (names, (gpointer) C_ ("skill above", "None"));
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *other = val_dataset_skill (dataset, i);

      if (self->skill->id != 0 && is_within (dataset, other, self->skill->id))
        continue;
      if (other->id == self->skill->parent_id)
        selected = names->len;
      g_ptr_array_add (names, other->name);
      g_array_append_val (self->parents, other->id);
    }
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, _ ("Part of the skill"),
                                 (const char *const *) names->pdata, selected);
}

static GtkWidget *
add_suffix (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *widget)
{
  val_person_form_field (group, title, subtitle, widget);
  return widget;
}

/* @step, @value: thousandths */
static GtkWidget *
add_number (GtkWidget *group, const char *title, const char *subtitle, int most, gint32 step,
            gint32 value)
{
  GtkWidget *spin = val_number_spin_new (most, step);

  val_number_spin_set (spin, value);
  return add_suffix (group, title, subtitle, spin);
}

static GtkWidget *
add_switch (GtkWidget *group, const char *title, const char *subtitle, gboolean active)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  return add_suffix (group, title, subtitle, toggle);
}

static void
build_wanted (ValSkillDialog *self, GtkWidget *content)
{
  const ValSkill *skill = self->skill;
  GtkWidget *group = val_person_form_group (content, _ ("What Is Wanted"), NULL);
  ValScale scale = val_session_get_scale (self->session);

  self->target = add_suffix (group, _ ("Target"), _ ("The level that is wanted"),
                             val_level_spin_new (&scale, 0.5));
  val_level_spin_set_level (self->target, skill->target);
  self->weight = add_number (group, _ ("Weight"), _ ("How much it counts in readiness"), 1000, 500,
                             skill->weight);
  self->critical = add_switch (group, _ ("Critical"), _ ("The team cannot do without it"),
                               skill->critical);
  self->wanted_cover = add_number (group, _ ("Wanted cover"), _ ("People at target"), 10000, 1000,
                                   skill->wanted_cover * 1000);
  self->hours = add_number (group, _ ("Training hours per level"), NULL, 10000, 500,
                            skill->hours_per_level);
  self->cost = add_number (group, _ ("Cost per training hour"), NULL, 1000000, 500,
                           skill->cost_per_hour);
  self->archived = add_switch (group, _ ("Archived"),
                               _ ("Kept with its history, no longer assessed or required"),
                               skill->archived);
}

static void
build_levels (ValSkillDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_person_form_group (
      content, _ ("Levels in Words"), _ ("What a person at this level does. Any may stay empty."));

  for (int i = 0; i < VAL_N_LEVELS; i++)
    {
      /* Translators: title of a field; %d is a level from 0 to 10 */
      g_autofree char *title = g_strdup_printf (_ ("Level %d"), i);
      const char *text = self->skill->level_texts[i];

      /* A sentence, often longer than a line. */
      self->levels[i] = val_person_form_text (group, title, text != NULL ? text : "");
      gtk_widget_set_size_request (self->levels[i], -1, LEVEL_HEIGHT);
    }
}

/**
 * val_skill_dialog_new:
 * @parent: a widget of the window it stands over
 * @session: the session, with a dataset
 * @skill_id: the skill, or 0: a new one
 * @parent_id: the skill that a new one is part of, or 0
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
val_skill_dialog_new (GtkWidget *parent, ValSession *session, gint64 skill_id, gint64 parent_id)
{
  ValSkillDialog *self = g_object_new (VAL_TYPE_SKILL_DIALOG, NULL);
  ValDataset *dataset = val_session_get_dataset (session);
  gboolean found;
  guint index;
  GtkWidget *content, *group;

  self->session = g_object_ref (session);
  found = skill_id != 0 && val_dataset_find_skill (dataset, skill_id, &index);
  self->skill = found ? val_skill_copy (val_dataset_skill (dataset, index)) : val_skill_new ();
  if (!found)
    self->skill->parent_id = parent_id;
  val_person_form_build (GTK_WINDOW (self), found ? _ ("Edit Skill") : _ ("Add Skill"),
                         found ? _ ("_Save") : _ ("_Add"), &self->save, &content);
  group = val_person_form_group (content, NULL, NULL);
  self->name = val_person_form_entry (group, C_ ("skill", "Name"), self->skill->name);
  self->category = val_person_form_entry (group, _ ("Category"), self->skill->category);
  self->above = add_above (self, group);
  self->description
      = val_person_form_text (group, C_ ("skill", "Description"), self->skill->description);
  self->error = val_person_form_error (group);
  build_wanted (self, content);
  build_levels (self, content);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->name);
  return GTK_WIDGET (self);
}
