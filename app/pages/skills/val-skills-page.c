/* val-skills-page.c: the skill matrix, the catalogue of skills, and what roles require
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-page.h"

#include "val-catalogue-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-requirements-view.h"
#include "val-skills-matrix-view.h"
#include "val-skills-starter.h"
#include "val-tabs.h"

struct _ValSkillsPage
{
  ValPage parent_instance;

  GtkWidget *tabs;
  GtkWidget *matrix;
  GtkWidget *catalogue;
  GtkWidget *requirements;
};

G_DEFINE_FINAL_TYPE (ValSkillsPage, val_skills_page, VAL_TYPE_PAGE)

/* In the order in which they stand. */
enum
{
  TAB_MATRIX,
  TAB_CATALOGUE,
  TAB_ROLES,
};

static gboolean
shows (ValSkillsPage *self, guint tab)
{
  return val_tabs_get_shown (VAL_TABS (self->tabs)) == tab;
}

static void
counts_changed_cb (ValSkillsPage *self)
{
  guint people, skills;
  g_autofree char *people_text = NULL;
  g_autofree char *skills_text = NULL;
  g_autofree char *subtitle = NULL;

  val_skills_matrix_view_get_counts (VAL_SKILLS_MATRIX_VIEW (self->matrix), &people, &skills);
  if (val_page_get_narrow (VAL_PAGE (self)))
    {
      people_text = val_format_integer (people);
      skills_text = val_format_integer (skills);
    }
  else
    {
      people_text = val_format_count (ngettext ("%u person", "%u people", people), people);
      skills_text = val_format_count (ngettext ("%u skill", "%u skills", skills), skills);
    }
  /* Translators: %1$s is "16 people", %2$s is "12 skills". */
  subtitle = g_strdup_printf (_ ("%1$s × %2$s"), people_text, skills_text);
  val_page_set_title (VAL_PAGE (self), _ ("Skills"), subtitle);
}

/* The inner pages are brought up to date when they come into sight. */
static void
update_shown (ValSkillsPage *self, ValTables tables)
{
  if (shows (self, TAB_CATALOGUE))
    val_catalogue_view_update (VAL_CATALOGUE_VIEW (self->catalogue));
  else if (shows (self, TAB_ROLES))
    val_requirements_view_update (VAL_REQUIREMENTS_VIEW (self->requirements));
}

static void
shown_cb (ValSkillsPage *self)
{
  gtk_widget_set_visible (
      val_skills_matrix_view_get_options (VAL_SKILLS_MATRIX_VIEW (self->matrix)),
      shows (self, TAB_MATRIX));
  update_shown (self, VAL_TABLE_ALL);
}

static void
add_skill_cb (ValSkillsPage *self)
{
  val_tabs_set_shown (VAL_TABS (self->tabs), TAB_CATALOGUE);
  val_catalogue_view_add (VAL_CATALOGUE_VIEW (self->catalogue));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  add_skill_cb (data);
}

static void
add_starter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_skills_add_starter (data, val_page_get_session (data));
}

static void
open_person_cb (ValSkillsPage *self, gint64 person_id)
{
  val_page_open_person (VAL_PAGE (self), person_id);
}

static void
val_skills_page_update (ValPage *page, ValTables tables)
{
  ValSkillsPage *self = VAL_SKILLS_PAGE (page);

  val_skills_matrix_view_update (VAL_SKILLS_MATRIX_VIEW (self->matrix), tables);
  update_shown (self, tables);
}

static gboolean
val_skills_page_focus_search (ValPage *page)
{
  ValSkillsPage *self = VAL_SKILLS_PAGE (page);

  if (shows (self, TAB_ROLES))
    return FALSE;
  if (shows (self, TAB_CATALOGUE))
    val_catalogue_view_focus_search (VAL_CATALOGUE_VIEW (self->catalogue));
  else
    val_skills_matrix_view_focus_search (VAL_SKILLS_MATRIX_VIEW (self->matrix));
  return TRUE;
}

static gboolean
val_skills_page_show_skill (ValPage *page, gint64 skill_id)
{
  ValSkillsPage *self = VAL_SKILLS_PAGE (page);

  val_tabs_set_shown (VAL_TABS (self->tabs), TAB_MATRIX);
  return val_skills_matrix_view_show_skill (VAL_SKILLS_MATRIX_VIEW (self->matrix), skill_id);
}

static void
narrow_cb (ValSkillsPage *self)
{
  val_catalogue_view_set_narrow (VAL_CATALOGUE_VIEW (self->catalogue),
                                 val_page_get_narrow (VAL_PAGE (self)));
  counts_changed_cb (self);
}

static void
build (ValSkillsPage *self)
{
  static const GActionEntry entries[] = { { "new", new_cb }, { "add-starter", add_starter_cb } };
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  ValTabs *tabs = VAL_TABS (val_tabs_new ());

  self->tabs = GTK_WIDGET (tabs);
  self->matrix = val_skills_matrix_view_new (session);
  self->catalogue = val_catalogue_view_new (session);
  self->requirements = val_requirements_view_new (session);
  val_tabs_add (tabs, C_ ("tab", "Matrix"), self->matrix);
  val_tabs_add (tabs, C_ ("tab", "Catalogue"), self->catalogue);
  val_tabs_add (tabs, C_ ("tab", "Roles"), self->requirements);
  g_signal_connect_swapped (tabs, "notify::shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->matrix, "counts-changed", G_CALLBACK (counts_changed_cb), self);
  g_signal_connect_swapped (self->matrix, "add-skill", G_CALLBACK (add_skill_cb), self);
  g_signal_connect_swapped (self->matrix, "open-person", G_CALLBACK (open_person_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->tabs);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (actions));
  val_page_set_title (VAL_PAGE (self), _ ("Skills"), NULL);
  val_page_set_header_end (
      VAL_PAGE (self), val_skills_matrix_view_get_options (VAL_SKILLS_MATRIX_VIEW (self->matrix)));
}

static void
val_skills_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (val_skills_page_parent_class)->constructed (object);
  build (VAL_SKILLS_PAGE (object));
  g_signal_connect (object, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
}

static gboolean
val_skills_page_grab_focus (GtkWidget *widget)
{
  ValSkillsPage *self = VAL_SKILLS_PAGE (widget);

  if (!shows (self, TAB_CATALOGUE) && !shows (self, TAB_ROLES)
      && val_skills_matrix_view_focus_matrix (VAL_SKILLS_MATRIX_VIEW (self->matrix)))
    return TRUE;
  return GTK_WIDGET_CLASS (val_skills_page_parent_class)->grab_focus (widget);
}

static void
val_skills_page_class_init (ValSkillsPageClass *klass)
{
  ValPageClass *page_class = VAL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = val_skills_page_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_skills_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  page_class->update = val_skills_page_update;
  page_class->focus_search = val_skills_page_focus_search;
  page_class->show_skill = val_skills_page_show_skill;
}

static void
val_skills_page_init (ValSkillsPage *self)
{
}

/**
 * val_skills_page_new:
 *
 * Returns: (transfer floating): the page of skills
 */
ValPage *
val_skills_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_SKILLS_PAGE, "session", session, NULL);
}
