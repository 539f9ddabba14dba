/* val-people-page.c: the people of the centre, and one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-page.h"

#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-people-page-private.h"

/**
 * ValPeoplePage:
 *
 * A list of people with its actions, and as its inner place the view of one person. Everything is
 * an action "page.x", so that menu, keyboard and button do the same.
 */

G_DEFINE_FINAL_TYPE (ValPeoplePage, val_people_page, VAL_TYPE_PAGE)

static void
show_title (ValPeoplePage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  ValDataset *dataset = val_session_get_dataset (session);
  guint n = val_people_model_get_n_active (val_people_list_get_model (self->list));
  g_autofree char *count = val_format_integer (n);
  g_autofree char *people = val_format_replace (ngettext ("%s person", "%s people", n), count);
  guint index;

  if (self->person_id != 0 && dataset != NULL
      && val_dataset_find_person (dataset, self->person_id, &index))
    {
      g_autofree char *name = val_session_dup_person_name (session, index);

      val_page_set_title (VAL_PAGE (self), name, "");
    }
  else
    val_page_set_title (VAL_PAGE (self), _("People"), n > 0 ? people : "");
}

static void
show_place (ValPeoplePage *self)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (self)));
  gboolean is_person = self->person_id != 0;
  const char *place = is_person                                               ? "person"
                      : dataset != NULL && val_dataset_n_people (dataset) > 0 ? "list"
                                                                              : "empty";

  val_gtk_stack_show (GTK_STACK (self->stack), place);
  val_page_set_header_start (VAL_PAGE (self), is_person ? self->person_start : self->list_start);
  val_page_set_header_end (VAL_PAGE (self), is_person ? self->person_end : self->list_end);
  val_page_set_can_go_back (VAL_PAGE (self), is_person);
  show_title (self);
  val_people_page_update_actions (self);
}

/**
 * val_people_page_go_to:
 * @self: the page
 * @person_id: somebody
 *
 * Shows one person.
 */
void
val_people_page_go_to (ValPeoplePage *self, gint64 person_id)
{
  self->person_id = person_id;
  val_person_view_set_person (self->person, person_id);
  show_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->person));
}

/* Shows the list with the last person chosen. */
static void
go_to_list (ValPeoplePage *self)
{
  gint64 last = self->person_id;

  self->person_id = 0;
  val_person_view_set_person (self->person, 0);
  if (last != 0)
    val_people_list_select (self->list, last);
  show_place (self);
}

static void
val_people_page_update (ValPage *page, ValTables tables)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (page);
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (page));
  guint index;

  val_people_list_update (self->list, tables);
  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_ROLES))
    val_people_page_fill_menus (self);
  if (self->person_id != 0
      && (dataset == NULL || !val_dataset_find_person (dataset, self->person_id, &index)))
    go_to_list (self); /* deleted, here or by undo */
  if (self->person_id != 0)
    val_person_view_update (self->person, tables);
  if (self->select_next != 0)
    {
      val_people_list_select (self->list, self->select_next);
      self->select_next = 0;
    }
  show_place (self);
}

static gboolean
val_people_page_focus_search (ValPage *page)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (page);

  if (self->person_id != 0)
    go_to_list (self);
  val_people_list_focus_search (self->list);
  return TRUE;
}

static gboolean
val_people_page_go_back (ValPage *page)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (page);

  if (self->person_id == 0)
    return FALSE;
  go_to_list (self);
  return TRUE;
}

static gboolean
val_people_page_show_person (ValPage *page, gint64 person_id)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (page));

  if (dataset == NULL || !val_dataset_find_person (dataset, person_id, NULL))
    return FALSE;
  val_people_page_go_to (VAL_PEOPLE_PAGE (page), person_id);
  return TRUE;
}

static void
opened_cb (ValPeopleList *list, gint64 id, ValPeoplePage *self)
{
  val_people_page_go_to (self, id);
}

static void
selection_cb (ValPeopleList *list, ValPeoplePage *self)
{
  show_title (self); /* a large centre is counted after it is shown */
  val_people_page_update_actions (self);
}

/* ---- Building ---- */

static void
build_menus (ValPeoplePage *self)
{
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  self->team_menu = g_menu_new ();
  self->role_menu = g_menu_new ();
  self->chosen_menu = g_menu_new ();
  g_menu_append (first, _("_Open"), "page.open");
  g_menu_append (first, _("_Edit…"), "page.edit");
  g_menu_append_submenu (first, _("Move to _Team"), G_MENU_MODEL (self->team_menu));
  g_menu_append_submenu (first, _("Set _Role"), G_MENU_MODEL (self->role_menu));
  g_menu_append (second, _("_Leave…"), "page.leave");
  g_menu_append (second, _("_Bring Back"), "page.restore");
  g_menu_append (second, _("_Delete"), "page.delete");
  g_menu_append_section (self->chosen_menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (self->chosen_menu, NULL, G_MENU_MODEL (second));
}

static void
append_sort (GMenu *menu, const char *label, ValPeopleColumn column)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "page.sort", "i", (gint32) column);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu_button (GMenu *menu, const char *icon, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  val_gtk_set_menu (button, G_MENU_MODEL (menu));
  val_gtk_label_button (button, label);
  return button;
}

static GtkWidget *
new_action_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  val_gtk_label_button (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
build_list_header (ValPeoplePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenu) manage = g_menu_new ();

  append_sort (sort, C_("person", "Name"), VAL_PEOPLE_NAME);
  append_sort (sort, C_("person", "Number"), VAL_PEOPLE_NUMBER);
  append_sort (sort, C_("person", "Team"), VAL_PEOPLE_TEAM);
  append_sort (sort, C_("person", "Role"), VAL_PEOPLE_ROLE);
  append_sort (sort, C_("person", "Readiness"), VAL_PEOPLE_READINESS);
  append_sort (sort, C_("person", "Last assessed"), VAL_PEOPLE_ASSESSED);
  append_sort (sort, C_("person", "Start"), VAL_PEOPLE_START);
  g_menu_append_submenu (show, _("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append (show, _("Show People Who _Left"), "page.show-left");
  g_menu_append (manage, _("_Teams and Roles…"), "page.teams");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (manage));
  self->list_start = g_object_ref_sink (
      new_action_button ("list-add-symbolic", _("Add Person"), "page.new"));
  gtk_widget_set_halign (self->list_start, GTK_ALIGN_START);
  self->list_end
      = g_object_ref_sink (new_menu_button (menu, "view-more-symbolic", _("View and teams")));
}

static void
build_person_header (ValPeoplePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) talk = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  GtkWidget *start = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_menu_append_submenu (first, _("Move to _Team"), G_MENU_MODEL (self->team_menu));
  g_menu_append_submenu (first, _("Set _Role"), G_MENU_MODEL (self->role_menu));
  g_menu_append (second, _("_Leave…"), "page.leave");
  g_menu_append (second, _("_Bring Back"), "page.restore");
  g_menu_append (second, _("_Delete"), "page.delete");
  g_menu_append (talk, _("_Coaching Programme…"), "page.programme");
  g_menu_append (talk, _("_Report as PDF…"), "page.print");
  g_menu_append (talk, _("E_xport all about this person…"), "page.export-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (talk));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  gtk_widget_add_css_class (start, "linked");
  gtk_box_append (GTK_BOX (start),
                  new_action_button ("go-up-symbolic", _("Previous Person"), "page.previous"));
  gtk_box_append (GTK_BOX (start),
                  new_action_button ("go-down-symbolic", _("Next Person"), "page.next"));
  gtk_box_append (GTK_BOX (end),
                  new_action_button ("document-edit-symbolic", _("Edit Person"), "page.edit"));
  gtk_box_append (GTK_BOX (end),
                  new_menu_button (menu, "view-more-symbolic", _("More about this person")));
  self->person_start = g_object_ref_sink (start);
  self->person_end = g_object_ref_sink (end);
}

static GtkWidget *
build_empty (void)
{
  GtkWidget *place = val_empty_place_new (
      "system-users-symbolic", _("Nobody Here Yet"),
      _("Here you will see your people, their teams and how ready they are. Add the first one, or "
        "drop a file with people or assessments on the window."));

  val_empty_place_add_button (place, _("_Add Person"), "page.new", TRUE);
  return place;
}

/* The window's toasts come up from below, where this bar stands. */
static void
bar_shown_cb (GtkWidget *bar)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (bar, ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL && gtk_widget_get_mapped (bar))
    gtk_widget_add_css_class (toasts, "val-above-bar");
  else if (toasts != NULL)
    gtk_widget_remove_css_class (toasts, "val-above-bar");
}

static GtkWidget *
build_chosen_bar (ValPeoplePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *actions = gtk_menu_button_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));

  self->chosen_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->chosen_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->chosen_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->chosen_label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "page.open");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (actions), C_("people chosen", "Change"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (actions), GTK_ARROW_UP);
  val_gtk_set_menu (actions, G_MENU_MODEL (self->chosen_menu));
  gtk_widget_add_css_class (box, "toolbar");
  g_signal_connect_after (box, "map", G_CALLBACK (bar_shown_cb), NULL);
  g_signal_connect_after (box, "unmap", G_CALLBACK (bar_shown_cb), NULL);
  gtk_box_append (GTK_BOX (box), self->chosen_label);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), actions);
  self->chosen_bar = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->chosen_bar),
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->chosen_bar), box);
  return self->chosen_bar;
}

static void
val_people_page_constructed (GObject *object)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (object);
  ValSession *session;
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (val_people_page_parent_class)->constructed (object);

  session = val_page_get_session (VAL_PAGE (self));
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  build_menus (self);
  build_list_header (self);
  build_person_header (self);

  self->list = VAL_PEOPLE_LIST (val_people_list_new (session, G_MENU_MODEL (self->chosen_menu)));
  self->person = VAL_PERSON_VIEW (val_person_view_new (session));
  g_signal_connect (self->list, "opened", G_CALLBACK (opened_cb), self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (list), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (list), build_chosen_bar (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->person), "person");
  adw_bin_set_child (ADW_BIN (self), self->stack);

  val_people_page_add_actions (self);
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (self->actions));
  g_signal_connect (self->list, "selection-changed", G_CALLBACK (selection_cb), self);
  show_place (self);
}

static void
val_people_page_dispose (GObject *object)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_object (&self->list_start);
  g_clear_object (&self->list_end);
  g_clear_object (&self->person_start);
  g_clear_object (&self->person_end);
  g_clear_object (&self->chosen_menu);
  g_clear_object (&self->team_menu);
  g_clear_object (&self->role_menu);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (val_people_page_parent_class)->dispose (object);
}

static gboolean
action_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ValPeoplePage *self = VAL_PEOPLE_PAGE (widget);
  const char *name = g_variant_get_string (arguments, NULL);

  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), name))
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, NULL);
  return TRUE;
}

static void
val_people_page_class_init (ValPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ValPageClass *page_class = VAL_PAGE_CLASS (klass);

  object_class->constructed = val_people_page_constructed;
  object_class->dispose = val_people_page_dispose;
  page_class->update = val_people_page_update;
  page_class->focus_search = val_people_page_focus_search;
  page_class->go_back = val_people_page_go_back;
  page_class->show_person = val_people_page_show_person;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, action_shortcut_cb, "s",
                                "delete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, action_shortcut_cb, "s", "edit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, action_shortcut_cb, "s",
                                "edit");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                action_shortcut_cb, "s", "session");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                action_shortcut_cb, "s", "note");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                action_shortcut_cb, "s", "thank");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, action_shortcut_cb,
                                "s", "previous");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, action_shortcut_cb,
                                "s", "next");
}

static void
val_people_page_init (ValPeoplePage *self)
{
}

/**
 * val_people_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page
 */
ValPage *
val_people_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_PEOPLE_PAGE, "session", session, NULL);
}
