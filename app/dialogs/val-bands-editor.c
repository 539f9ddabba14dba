/* val-bands-editor.c: the groups that levels fall into
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bands-editor.h"

#include "val-field-fault.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-wrap-box.h"

/* Groups follow each other without gaps: each row says up to which level its group goes, where it
 * begins follows from the row above, and the last one ends at 10. */

struct _ValBandsEditor
{
  AdwPreferencesGroup parent_instance;

  ValSession *session;
  GPtrArray *rows; /* of GtkWidget, AdwExpanderRow */
  GtkWidget *apply;
  GtkWidget *add;
  GtkWidget *problem;
  gboolean setting;
  gboolean changed; /* since they were read or applied */
  gboolean told;    /* that what is there cannot be applied, since the last change */
};

G_DEFINE_FINAL_TYPE (ValBandsEditor, val_bands_editor, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  GtkWidget *name;
  GtkWidget *meaning;
  GtkWidget *to;
  GtkWidget *remove;
  char *key;
  char *key_name;    /* what the key alone would show */
  char *key_meaning;
} Row;

static void show_bands (ValBandsEditor *self, GPtrArray *bands);

static void
row_free (Row *row)
{
  g_free (row->key);
  g_free (row->key_name);
  g_free (row->key_meaning);
  g_free (row);
}

static Row *
get_row (ValBandsEditor *self, guint index)
{
  return g_object_get_data (self->rows->pdata[index], "val-row");
}

static void
val_bands_editor_dispose (GObject *object)
{
  ValBandsEditor *self = VAL_BANDS_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (val_bands_editor_parent_class)->dispose (object);
}

static void
val_bands_editor_class_init (ValBandsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_bands_editor_dispose;
}

static GPtrArray *
read_bands (ValBandsEditor *self)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func ((GDestroyNotify) val_band_free);
  int from = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      const char *name = gtk_editable_get_text (GTK_EDITABLE (row->name));
      const char *meaning = gtk_editable_get_text (GTK_EDITABLE (row->meaning));
      ValBand *band = val_band_new ();

      band->from = from;
      band->to = val_number_spin_get (row->to) / 1000;
      from = band->to + 1;
      val_set_string (&band->key, row->key);
      /* A name left as it was keeps following the language. */
      val_set_string (&band->name, g_strcmp0 (name, row->key_name) == 0 ? "" : name);
      val_set_string (&band->meaning, g_strcmp0 (meaning, row->key_meaning) == 0 ? "" : meaning);
      g_ptr_array_add (bands, band);
    }
  return bands;
}

static const char *
find_problem (ValBandsEditor *self)
{
  int before = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      int to = val_number_spin_get (row->to) / 1000;

      if (*gtk_editable_get_text (GTK_EDITABLE (row->name)) == '\0')
        return _("Every group needs a name.");
      if (to <= before)
        return _("Each group must end at a higher level than the one before it.");
      before = to;
    }
  if (before != 10)
    return _("The last group must end at level 10.");
  return NULL;
}

static void
refresh (ValBandsEditor *self)
{
  const char *problem;
  int from = 0;

  if (self->setting)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = get_row (self, i);
      int to = val_number_spin_get (row->to) / 1000;
      g_autofree char *range = from == to ? g_strdup_printf ("%d", to)
                                          : g_strdup_printf ("%d–%d", from, to);

      adw_preferences_row_set_title (self->rows->pdata[i],
                                     gtk_editable_get_text (GTK_EDITABLE (row->name)));
      adw_expander_row_set_subtitle (self->rows->pdata[i], to >= from ? range : "");
      /* Without a group nobody would stand in one: the last stays. */
      gtk_widget_set_sensitive (row->remove, self->rows->len > 1);
      from = to + 1;
    }
  self->changed = TRUE;
  self->told = FALSE;
  problem = find_problem (self);
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_sensitive (self->apply, problem == NULL);
  gtk_widget_set_sensitive (self->add, self->rows->len < VAL_N_LEVELS);
}

static void
remove_cb (GtkButton *button, ValBandsEditor *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "val-owner");
  guint at;

  if (self->rows->len < 2 || !g_ptr_array_find (self->rows, row, &at))
    return;
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_remove_index (self->rows, at);
  gtk_widget_grab_focus (self->rows->pdata[MIN (at, self->rows->len - 1)]);
  if (find_problem (self) != NULL)
    val_number_spin_set (get_row (self, self->rows->len - 1)->to, VAL_LEVEL_MAX);
  refresh (self);
}

static GtkWidget *
make_entry (GtkWidget *expander, const char *title, const char *text, ValBandsEditor *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (refresh), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), entry);
  return entry;
}

static void
add_row (ValBandsEditor *self, const ValBand *band)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *to_row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autoptr (ValBand) plain = val_band_copy (band);
  Row *row = g_new0 (Row, 1);

  val_set_string (&plain->name, "");
  val_set_string (&plain->meaning, "");
  row->key = g_strdup (band->key);
  row->key_name = g_strdup (*band->key != '\0' ? val_band_get_name (plain) : NULL);
  row->key_meaning = g_strdup (*band->key != '\0' ? val_band_get_meaning (plain) : NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  row->name = make_entry (expander, _("Name"), val_band_get_name (band), self);
  row->meaning = make_entry (expander, _("What it means"), val_band_get_meaning (band), self);

  row->to = val_number_spin_new (10, 1000);
  val_number_spin_set (row->to, band->to * 1000);
  gtk_widget_set_valign (row->to, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (row->to, _("Up to level"));
  g_signal_connect_swapped (row->to, "value-changed", G_CALLBACK (refresh), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (to_row), _("Up to level"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (to_row), row->to);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), to_row);

  row->remove = remove;
  val_gtk_label_button (remove, _("Remove This Group"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data (G_OBJECT (remove), "val-owner", expander);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), remove);

  g_object_set_data_full (G_OBJECT (expander), "val-row", row, (GDestroyNotify) row_free);
  g_ptr_array_add (self->rows, expander);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
}

static void
add_cb (GtkButton *button, ValBandsEditor *self)
{
  g_autoptr (ValBand) band = val_band_new ();

  band->to = 10;
  val_set_string (&band->name, _("New group"));
  add_row (self, band);
  refresh (self);
}

static void
defaults_cb (GtkButton *button, ValBandsEditor *self)
{
  g_autoptr (GPtrArray) bands = val_bands_new_default ();

  show_bands (self, bands);
}

static void
set_applied (ValBandsEditor *self)
{
  self->changed = FALSE;
  gtk_widget_set_sensitive (self->apply, FALSE);
}

static void
apply_cb (GtkButton *button, ValBandsEditor *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Changed the groups"), NULL);

  if (!val_fields_check (GTK_WIDGET (self)))
    return;
  val_edit_put_bands (edit, read_bands (self));
  val_session_edit (self->session, edit, NULL, NULL);
  set_applied (self);
}

static void
show_bands (ValBandsEditor *self, GPtrArray *bands)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < bands->len; i++)
    add_row (self, bands->pdata[i]);
  self->setting = FALSE;
  refresh (self);
}

static GtkWidget *
new_button (ValBandsEditor *self, GtkWidget *button, GCallback callback)
{
  gtk_widget_set_margin_top (button, 9);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
val_bands_editor_init (ValBandsEditor *self)
{
  /* Below the groups: beside their heading a narrow window has no room for words. */
  GtkWidget *box = val_wrap_box_new (6);

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Groups"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _("Levels from 0 to 10 fall into groups. Each has a name and a meaning in words."));
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_set_margin_top (self->problem, 6);
  gtk_widget_add_css_class (self->problem, "val-bad");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->problem);
  self->add = new_button (self, gtk_button_new_with_label (_("Add a Group")),
                          G_CALLBACK (add_cb));
  self->apply = new_button (self, gtk_button_new_with_mnemonic (_("_Apply")),
                            G_CALLBACK (apply_cb));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  val_wrap_box_append (VAL_WRAP_BOX (box), self->add);
  val_wrap_box_append (VAL_WRAP_BOX (box),
                       new_button (self, gtk_button_new_with_label (_("The Usual Four Groups")),
                                   G_CALLBACK (defaults_cb)));
  val_wrap_box_append (VAL_WRAP_BOX (box), self->apply);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * val_bands_editor_new:
 * @session: whose groups
 *
 * Returns: (transfer floating): a group for the preferences
 */
GtkWidget *
val_bands_editor_new (ValSession *session)
{
  ValBandsEditor *self = g_object_new (VAL_TYPE_BANDS_EDITOR, NULL);
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (GPtrArray) bands = NULL;

  self->session = g_object_ref (session);
  if (dataset == NULL || val_dataset_n_bands (dataset) == 0)
    bands = val_bands_new_default ();
  else
    {
      bands = g_ptr_array_new_with_free_func ((GDestroyNotify) val_band_free);
      for (guint i = 0; i < val_dataset_n_bands (dataset); i++)
        g_ptr_array_add (bands, val_band_copy (val_dataset_band (dataset, i)));
    }
  show_bands (self, bands);
  set_applied (self);
  return GTK_WIDGET (self);
}

/* Where the keys have to go to mend it: the sentence itself takes no focus. */
static void
tell_problem (ValBandsEditor *self, const char *problem)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s", problem, _("Close again to leave the groups as they were."));

  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_grab_focus (self->add);
  val_field_bring (self->add, self->problem);
}

/**
 * val_bands_editor_leave:
 *
 * To be called before the window closes: what was changed and not applied is applied. What cannot be
 * is said in its place, with the focus there; whoever then closes again leaves the groups as they
 * were. Main thread.
 *
 * Returns: whether the window may close
 */
gboolean
val_bands_editor_leave (ValBandsEditor *self)
{
  const char *problem;

  g_return_val_if_fail (VAL_IS_BANDS_EDITOR (self), TRUE);
  if (!self->changed || self->told
      || val_store_is_read_only (val_session_get_store (self->session)))
    return TRUE;
  problem = find_problem (self);
  if (problem != NULL)
    tell_problem (self, problem);
  else if (val_fields_check (GTK_WIDGET (self)))
    apply_cb (NULL, self);
  self->told = self->changed;
  return !self->changed;
}
