/* val-skills-views.c: the button with the views of the matrix that are kept by name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-views.h"

#include "val-field-fault.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-text-label.h"

/* Longer names are no names. */
#define LONGEST 80

struct _ValSkillsViews
{
  AdwBin parent_instance;

  ValSession *session;
  GtkWidget *popover;
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *caption; /* of the form: a new view, or another name */
  GtkWidget *name;
  GtkWidget *save;
  GtkWidget *error;
  char *renaming; /* nullable: the view that gets another name */
};

G_DEFINE_FINAL_TYPE (ValSkillsViews, val_skills_views, ADW_TYPE_BIN)

enum
{
  FILL,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
read_views (ValSkillsViews *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);

  return val_skills_saved_read (
      dataset != NULL ? val_dataset_setting (dataset, VAL_SETTING_MATRIX_VIEWS) : NULL);
}

/* @label: translated later, with %s for @name */
static void
store (ValSkillsViews *self, GPtrArray *views, const char *label, const char *name)
{
  g_autoptr (ValEdit) edit = val_edit_new (label, name);
  g_autofree char *text = val_skills_saved_write (views);

  val_edit_set_setting (edit, VAL_SETTING_MATRIX_VIEWS, text);
  val_session_edit (self->session, edit, NULL, NULL);
}

static void
show_error (ValSkillsViews *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

/* The form makes a new view, or gives @name another name. */
static void
set_renaming (ValSkillsViews *self, const char *name)
{
  char *renaming = g_strdup (name);

  g_free (self->renaming);
  self->renaming = renaming;
  gtk_label_set_text (GTK_LABEL (self->caption),
                      renaming != NULL ? _ ("Another name") : _ ("Keep what is shown now"));
  gtk_button_set_label (GTK_BUTTON (self->save),
                        renaming != NULL ? C_ ("view", "Rename") : C_ ("view", "Save"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), renaming != NULL ? renaming : "");
  show_error (self, NULL);
}

/**
 * val_skills_views_save:
 * @name: a name; a view of the same name is replaced
 *
 * Keeps what is shown now, as a change of the centre that can be undone.
 */
void
val_skills_views_save (ValSkillsViews *self, const char *name)
{
  g_autoptr (GPtrArray) views = read_views (self);
  ValSkillsSaved *view = val_skills_saved_new (name);

  g_signal_emit (self, signals[FILL], 0, view);
  val_skills_saved_put (views, view);
  /* Translators: %s is the name of a view of the skill matrix */
  store (self, views, N_ ("View saved: %s"), name);
}

static void
save_cb (ValSkillsViews *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr (GPtrArray) views = NULL;

  if (*name == '\0')
    {
      show_error (self, _ ("Give the view a name, such as “Critical skills, evening shift”."));
      gtk_widget_grab_focus (self->name);
      return;
    }
  if (!val_fields_check (self->name))
    return;
  if (self->renaming == NULL)
    val_skills_views_save (self, name);
  else
    {
      views = read_views (self);
      if (!val_skills_saved_rename (views, self->renaming, name))
        {
          show_error (self, _ ("There is already a view of this name."));
          gtk_widget_grab_focus (self->name);
          return;
        }
      /* Translators: %s is the name of a view of the skill matrix */
      store (self, views, N_ ("View renamed: %s"), name);
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static const char *
name_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "val-view");
}

static void
choose_cb (GtkWidget *button, ValSkillsViews *self)
{
  g_autoptr (GPtrArray) views = read_views (self);
  guint place;

  if (val_skills_saved_find (views, name_of (button), &place))
    g_signal_emit (self, signals[CHOSEN], 0, views->pdata[place]);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
rename_cb (GtkWidget *button, ValSkillsViews *self)
{
  set_renaming (self, name_of (button));
  gtk_widget_grab_focus (self->name);
}

static void
delete_cb (GtkWidget *button, ValSkillsViews *self)
{
  g_autofree char *name = g_strdup (name_of (button));
  g_autoptr (GPtrArray) views = read_views (self);

  if (!val_skills_saved_remove (views, name))
    return;
  gtk_widget_grab_focus (self->name);
  /* Translators: %s is the name of a view of the skill matrix */
  store (self, views, N_ ("View deleted: %s"), name);
}

static GtkWidget *
add_button (ValSkillsViews *self, GtkWidget *row, GtkWidget *button, const char *name,
            GCallback callback)
{
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "val-view", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static GtkWidget *
make_row (ValSkillsViews *self, const char *name)
{
  /* Translators: %s is the name of a view of the skill matrix */
  g_autofree char *rename = g_strdup_printf (_ ("Rename the view %s"), name);
  g_autofree char *delete = g_strdup_printf (_ ("Delete the view %s"), name);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choose = gtk_button_new ();
  GtkWidget *label = val_text_label_new (name);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_button_set_child (GTK_BUTTON (choose), label);
  gtk_widget_set_hexpand (choose, TRUE);
  add_button (self, row, choose, name, G_CALLBACK (choose_cb));
  val_gtk_label_button (add_button (self, row,
                                    gtk_button_new_from_icon_name ("document-edit-symbolic"),
                                    name, G_CALLBACK (rename_cb)),
                        rename);
  val_gtk_label_button (add_button (self, row,
                                    gtk_button_new_from_icon_name ("user-trash-symbolic"), name,
                                    G_CALLBACK (delete_cb)),
                        delete);
  return row;
}

/**
 * val_skills_views_update:
 *
 * Lists what the centre has now.
 */
void
val_skills_views_update (ValSkillsViews *self)
{
  g_autoptr (GPtrArray) views = read_views (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < views->len; i++)
    gtk_box_append (GTK_BOX (self->list),
                    make_row (self, ((const ValSkillsSaved *) views->pdata[i])->name));
  gtk_widget_set_visible (self->empty, views->len == 0);
  gtk_widget_set_visible (self->scrolled, views->len > 0);
  if (self->renaming != NULL && !val_skills_saved_find (views, self->renaming, NULL))
    set_renaming (self, NULL);
}

/* Whoever has views wants to choose one; else there is only a name to type. */
static void
shown_cb (ValSkillsViews *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->list);

  gtk_widget_grab_focus (first != NULL ? gtk_widget_get_first_child (first) : self->name);
}

static void
closed_cb (ValSkillsViews *self)
{
  set_renaming (self, NULL);
}

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
build_form (ValSkillsViews *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name), _ ("Name of the view"));
  val_field_watch_length (self->name, LONGEST);
  gtk_widget_set_hexpand (self->name, TRUE);
  val_gtk_set_accessible_label (self->name, _ ("Name of the view"));
  self->save = gtk_button_new_with_label ("");
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (form), self->name);
  gtk_box_append (GTK_BOX (form), self->save);
  return form;
}

static GtkWidget *
build_popover (ValSkillsViews *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->scrolled = scrolled;
  self->popover = gtk_popover_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->empty = make_text (_ ("No view is saved yet. A view keeps the search, the team, the role, "
                              "the order and the folded groups."),
                           "dim-label");
  self->caption = make_text ("", "caption-heading");
  self->error = make_text ("", "error");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->caption);
  gtk_box_append (GTK_BOX (box), build_form (self));
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  return self->popover;
}

static void
val_skills_views_dispose (GObject *object)
{
  ValSkillsViews *self = VAL_SKILLS_VIEWS (object);

  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  self->popover = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->renaming, g_free);
  G_OBJECT_CLASS (val_skills_views_parent_class)->dispose (object);
}

static void
val_skills_views_class_init (ValSkillsViewsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_skills_views_dispose;
  signals[FILL] = g_signal_new ("fill", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
val_skills_views_init (ValSkillsViews *self)
{
}

/**
 * val_skills_views_new:
 * @session: where views are read from and kept
 *
 * Returns: (transfer floating): a menu button
 */
GtkWidget *
val_skills_views_new (ValSession *session)
{
  ValSkillsViews *self = g_object_new (VAL_TYPE_SKILLS_VIEWS, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  self->session = g_object_ref (session);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "user-bookmarks-symbolic");
  val_gtk_label_button (button, _ ("Saved views of the matrix"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), build_popover (self));
  adw_bin_set_child (ADW_BIN (self), button);
  set_renaming (self, NULL);
  val_skills_views_update (self);
  return GTK_WIDGET (self);
}
