/* val-help-window.c: help, in the window's own words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-help-window.h"

#include "val-column.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

struct _ValHelpWindow
{
  AdwWindow parent_instance;

  GtkWidget *leaflet;
  GtkWidget *list;
  GtkWidget *content;
  GtkWidget *stack;
  GtkWidget *title;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (ValHelpWindow, val_help_window, ADW_TYPE_WINDOW)

static void
val_help_window_class_init (ValHelpWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_text (const ValHelpPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (gettext (page->title));
  GtkWidget *scrolled;

  gtk_widget_add_css_class (title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < G_N_ELEMENTS (page->paragraphs) && page->paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (gettext (page->paragraphs[i]));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  scrolled = val_column_new (box, 720);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
show_page (ValHelpWindow *self, guint index)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), val_help_pages[index].id);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index));
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->content);
}

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, ValHelpWindow *self)
{
  show_page (self, (guint) gtk_list_box_row_get_index (row));
}

static void
back_cb (GtkButton *button, ValHelpWindow *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
make_sidebar (ValHelpWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_set_vexpand (self->list, TRUE);
  val_gtk_set_accessible_label (self->list, _("Help pages"));
  for (guint i = 0; i < val_n_help_pages; i++)
    {
      const char *title = gettext (val_help_pages[i].title);
      GtkWidget *label = gtk_label_new (title);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      val_gtk_set_accessible_label (row, title);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_cb), self);
  g_object_bind_property (self->leaflet, "folded", header, "show-end-title-buttons",
                          G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Help"), NULL));
  gtk_widget_set_size_request (box, 200, -1);
  gtk_widget_add_css_class (box, "val-sidebar-ground");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->list);
  return box;
}

static void
val_help_window_init (ValHelpWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->leaflet), TRUE);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->content, TRUE);
  self->stack = gtk_stack_new ();
  for (guint i = 0; i < val_n_help_pages; i++)
    gtk_stack_add_named (GTK_STACK (self->stack), make_text (&val_help_pages[i]),
                         val_help_pages[i].id);
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  val_gtk_label_button (self->back, _("Back"));
  g_signal_connect (self->back, "clicked", G_CALLBACK (back_cb), self);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", header, "show-start-title-buttons",
                          G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  self->title = adw_window_title_new (NULL, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (self->content), header);
  gtk_box_append (GTK_BOX (self->content), self->stack);

  adw_leaflet_append (ADW_LEAFLET (self->leaflet), make_sidebar (self));
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->content);
  adw_window_set_content (ADW_WINDOW (self), self->leaflet);
}

/**
 * val_help_window_new:
 * @parent: (nullable): the window that asked
 * @page: (nullable): the page to begin with
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
val_help_window_new (GtkWindow *parent, const char *page)
{
  ValHelpWindow *self
      = g_object_new (VAL_TYPE_HELP_WINDOW, "title", _("Help"), "transient-for", parent,
                      "destroy-with-parent", TRUE, "default-width", 760, "default-height", 560,
                      "width-request", 360, NULL);

  show_page (self, 0);
  /* Not into the text, which would begin with all of it selected. */
  gtk_window_set_focus (GTK_WINDOW (self), self->list);
  for (guint i = 0; i < val_n_help_pages; i++)
    {
      if (g_strcmp0 (val_help_pages[i].id, page) == 0)
        show_page (self, i);
    }
  return GTK_WIDGET (self);
}
