/* val-window-pages.c: pages, sidebar and header bar of the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"

/* What the header bar holds beside the title and the page's own widgets: back, search, menu, window
 * buttons; and the same where only the button that closes is left of those. Gaps included. */
#define HEADER_RESERVE 262
#define HEADER_RESERVE_SLIM 184
/* The title is given at least this much, though a short one needs less, and at most that. */
#define LEAST_TITLE 90
#define MOST_TITLE 260
/* Below this width the widgets of the header's end go to the bar below it too, and the window is
 * neither minimised nor maximised by buttons: they would leave no room for the title. */
#define SLIM_WIDTH 480
/* Below this width a page is told that it is narrow. */
#define NARROW_PAGE_WIDTH 720

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ValWindow *self)
{
  val_window_show_page (self, (guint) gtk_list_box_row_get_index (row));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* The focus that passes by would choose the row of a page that is not shown. */
static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, ValWindow *self)
{
  GtkListBoxRow *shown = gtk_list_box_get_row_at_index (list, (int) self->current);

  if (row != shown && val_window_get_page (self) != NULL)
    gtk_list_box_select_row (list, shown);
}

/**
 * val_window_fill_sidebar:
 *
 * One row for each page there is.
 */
void
val_window_fill_sidebar (ValWindow *self)
{
  g_assert (val_n_pages <= VAL_WINDOW_MAX_PAGES);

  for (guint i = 0; i < val_n_pages; i++)
    {
      const char *title = val_page_info_get_title (&val_pages[i]);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *image = gtk_image_new_from_icon_name (val_pages[i].icon_name);
      GtkWidget *label = gtk_label_new (title);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      val_gtk_set_accessible_label (row, title);
      gtk_list_box_append (self->sidebar, row);
    }
  g_signal_connect (self->sidebar, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self->sidebar, "row-selected", G_CALLBACK (row_selected_cb), self);
}

/**
 * val_window_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
ValPage *
val_window_get_page (ValWindow *self)
{
  return self->current < val_n_pages ? self->page_of[self->current] : NULL;
}

static int
natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
is_slim (ValWindow *self)
{
  return gtk_widget_get_width (self->content_bin) < SLIM_WIDTH;
}

static void
work_out_fold (ValWindow *self, gboolean *ret_start, gboolean *ret_end)
{
  ValPage *page = val_window_get_page (self);
  int width = gtk_widget_get_width (self->content_bin);
  int reserve = (is_slim (self) ? HEADER_RESERVE_SLIM : HEADER_RESERVE)
                + CLAMP (natural_width (GTK_WIDGET (self->title)), LEAST_TITLE, MOST_TITLE);
  int start = page != NULL ? natural_width (val_page_get_header_start (page)) : 0;
  int end = page != NULL ? natural_width (val_page_get_header_end (page)) : 0;

  /* What has gone below makes room for the rest. */
  *ret_start = start > 0 && start + end + reserve > width;
  *ret_end = end > 0 && end + reserve > width;
}

static gboolean
is_narrow (ValWindow *self)
{
  return gtk_widget_get_width (self->content_bin) < NARROW_PAGE_WIDTH;
}

static void
put_into (AdwBin *bin, GtkWidget *widget)
{
  GtkWidget *parent = widget != NULL ? gtk_widget_get_parent (widget) : NULL;

  if (parent == GTK_WIDGET (bin))
    return;
  if (ADW_IS_BIN (parent))
    adw_bin_set_child (ADW_BIN (parent), NULL);
  adw_bin_set_child (bin, widget);
}

/* The buttons that the desktop wants, on the side where it wants them; without room those alone
 * that close. */
static void
place_window_buttons (ValWindow *self)
{
  g_autofree char *layout = NULL;
  g_auto (GStrv) sides = NULL;
  const char *slim = NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout,
                NULL);
  sides = g_strsplit (layout != NULL ? layout : "", ":", 2);
  if (sides[0] != NULL && strstr (sides[0], "close") != NULL)
    slim = "close:";
  else if (sides[0] != NULL && sides[1] != NULL && strstr (sides[1], "close") != NULL)
    slim = ":close";
  adw_header_bar_set_decoration_layout (self->header, self->slim ? slim : NULL);
}

/* Puts the page's widgets where there is room for them: into the header bar or below it. */
static void
place_header (ValWindow *self)
{
  ValPage *page = val_window_get_page (self);
  GtkWidget *start = page != NULL ? val_page_get_header_start (page) : NULL;
  GtkWidget *end = page != NULL ? val_page_get_header_end (page) : NULL;
  gboolean filled;

  if (start != NULL)
    gtk_widget_set_size_request (start, -1, -1);
  if (end != NULL)
    gtk_widget_set_size_request (end, -1, -1);
  self->start_width = natural_width (start);
  work_out_fold (self, &self->fold_start, &self->fold_end);
  self->narrow = is_narrow (self);
  self->slim = is_slim (self);
  place_window_buttons (self);
  if (page != NULL)
    val_page_set_narrow (page, self->narrow);
  /* The header bar would rather keep its title in the middle than give a widget its width. */
  if (start != NULL)
    gtk_widget_set_size_request (start, self->fold_start ? -1 : self->start_width, -1);
  if (end != NULL)
    gtk_widget_set_size_request (end, self->fold_end ? -1 : natural_width (end), -1);
  put_into (self->fold_start ? self->start_bin : self->fold_start_bin, NULL);
  put_into (self->fold_start ? self->fold_start_bin : self->start_bin, start);
  put_into (self->fold_end ? self->end_bin : self->fold_end_bin, NULL);
  put_into (self->fold_end ? self->fold_end_bin : self->end_bin, end);
  filled = (self->fold_start && start != NULL) || (self->fold_end && end != NULL);
  /* Empty it is not hidden but bare and without height: of a hidden one GTK remembers that it
   * needs the same height at every width, and what wraps in it later is cut off. */
  if (filled)
    gtk_widget_add_css_class (self->fold_bar, "val-fold-bar");
  else
    gtk_widget_remove_css_class (self->fold_bar, "val-fold-bar");
  /* What wraps keeps a height of where it stood before, or an empty line is left below it. */
  if (end != NULL)
    gtk_widget_queue_resize (end);
}

static gboolean
fold_idle_cb (gpointer user_data)
{
  ValWindow *self = user_data;

  self->fold_idle = 0;
  val_window_update_actions (self);
  place_header (self);
  return G_SOURCE_REMOVE;
}

/**
 * val_window_queue_fold:
 *
 * Called while sizes are given out; the back button and the page's widgets move afterwards. At
 * once would make the header bar wider than what it has just been given.
 */
void
val_window_queue_fold (ValWindow *self)
{
  if (self->fold_idle == 0)
    self->fold_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_idle_cb, self, NULL);
}

/**
 * val_window_check_fold:
 *
 * Called while sizes are given out; widgets move afterwards.
 */
void
val_window_check_fold (ValWindow *self)
{
  ValPage *page = val_window_get_page (self);
  gboolean start, end, wider;

  if (self->session == NULL || self->fold_idle != 0)
    return;
  work_out_fold (self, &start, &end);
  /* A choice is without its words until the page has read them, and while it stands nowhere. */
  wider = page != NULL && natural_width (val_page_get_header_start (page)) > self->start_width;
  if (start != self->fold_start || end != self->fold_end || is_narrow (self) != self->narrow
      || is_slim (self) != self->slim || wider)
    val_window_queue_fold (self);
}

static void
page_notify_cb (ValPage *page, GParamSpec *pspec, ValWindow *self)
{
  const char *subtitle;

  if (page != val_window_get_page (self))
    return;
  subtitle = val_page_get_subtitle (page);
  adw_window_title_set_title (self->title, val_page_get_title (page) != NULL
                                               ? val_page_get_title (page)
                                               : val_page_info_get_title (&val_pages[self->current]));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  if (g_str_has_prefix (pspec != NULL ? pspec->name : "header", "header"))
    place_header (self);
  val_window_update_actions (self);
}

/**
 * val_window_show_person:
 * @person_id: somebody
 *
 * Goes to the person's place. The way back from there leads to the page on screen now.
 */
void
val_window_show_person (ValWindow *self, gint64 person_id)
{
  for (guint i = 0; i < val_n_pages; i++)
    {
      guint before = self->current;

      if (!g_str_equal (val_pages[i].id, "people"))
        continue;
      val_window_show_page (self, i);
      if (!val_page_show_person (self->page_of[i], person_id))
        val_window_show_page (self, before);
      else if (before != i)
        self->back_page = before + 1;
      return;
    }
}

static void
open_person_cb (ValPage *page, gint64 person_id, ValWindow *self)
{
  val_window_show_person (self, person_id);
}

static void
open_skill_cb (ValPage *page, gint64 skill_id, ValWindow *self)
{
  for (guint i = 0; i < val_n_pages; i++)
    {
      guint before = self->current;

      if (!g_str_equal (val_pages[i].id, "skills"))
        continue;
      val_window_show_page (self, i);
      if (!val_page_show_skill (self->page_of[i], skill_id))
        val_window_show_page (self, before);
      return;
    }
}

/**
 * val_window_make_page:
 * @index: a page there is not yet
 *
 * Makes it, without data and without showing it.
 */
void
val_window_make_page (ValWindow *self, guint index)
{
  ValPage *page = val_pages[index].create (self->session);

  /* It comes into the window when it is first shown: a page nobody has seen is not to be found by a
   * screen reader, and does not make the window wider. */
  self->page_of[index] = g_object_ref_sink (page);
  self->stale[index] = VAL_TABLE_ALL;
  g_signal_connect (page, "notify::title", G_CALLBACK (page_notify_cb), self);
  g_signal_connect (page, "notify::subtitle", G_CALLBACK (page_notify_cb), self);
  g_signal_connect (page, "notify::can-go-back", G_CALLBACK (page_notify_cb), self);
  g_signal_connect (page, "notify::header-start", G_CALLBACK (page_notify_cb), self);
  g_signal_connect (page, "notify::header-end", G_CALLBACK (page_notify_cb), self);
  g_signal_connect (page, "open-person", G_CALLBACK (open_person_cb), self);
  g_signal_connect (page, "open-skill", G_CALLBACK (open_skill_cb), self);
}

/**
 * val_window_bring_up_to_date:
 * @index: a page that has been made
 *
 * Tells it what changed since it was last told.
 */
void
val_window_bring_up_to_date (ValWindow *self, guint index)
{
  guint tables = self->stale[index];

  if (tables == 0 || val_session_get_dataset (self->session) == NULL)
    return;
  self->stale[index] = 0;
  val_page_update (self->page_of[index], tables);
}

/**
 * val_window_show_page:
 * @index: a line of val_pages
 */
void
val_window_show_page (ValWindow *self, guint index)
{
  ValPage *page;

  if (index >= val_n_pages || self->session == NULL)
    return;
  if (self->page_of[index] == NULL)
    val_window_make_page (self, index);
  page = self->page_of[index];
  put_into (self->start_bin, NULL);
  put_into (self->fold_start_bin, NULL);
  put_into (self->end_bin, NULL);
  put_into (self->fold_end_bin, NULL);
  self->current = index;
  self->back_page = 0;
  if (gtk_widget_get_parent (GTK_WIDGET (page)) == NULL)
    gtk_stack_add_named (self->pages, GTK_WIDGET (page), val_pages[index].id);
  val_gtk_stack_show (self->pages, val_pages[index].id);
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar, (int) index));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", val_page_get_actions (page));
  val_window_bring_up_to_date (self, index);
  page_notify_cb (page, NULL, self);
}

/**
 * val_window_show_page_by_id:
 * @id: "people", "readiness", ...; an unknown one shows the first page
 */
void
val_window_show_page_by_id (ValWindow *self, const char *id)
{
  for (guint i = 0; i < val_n_pages; i++)
    {
      if (g_strcmp0 (val_pages[i].id, id) == 0)
        {
          val_window_show_page (self, i);
          return;
        }
    }
  val_window_show_page (self, 0);
}

/**
 * val_window_session_changed:
 * @tables: what changed
 *
 * The page on screen is told now, the others when they are shown.
 */
void
val_window_session_changed (ValWindow *self, guint tables)
{
  for (guint i = 0; i < val_n_pages; i++)
    self->stale[i] |= tables;
  if (val_window_get_page (self) != NULL)
    val_window_bring_up_to_date (self, self->current);
  val_window_make_pages_ahead (self);
}

/**
 * val_window_drop_pages:
 *
 * Lets go of all pages; a new session makes new ones.
 */
void
val_window_drop_pages (ValWindow *self)
{
  g_clear_handle_id (&self->ahead, g_source_remove);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", NULL);
  put_into (self->start_bin, NULL);
  put_into (self->fold_start_bin, NULL);
  put_into (self->end_bin, NULL);
  put_into (self->fold_end_bin, NULL);
  for (guint i = 0; i < val_n_pages; i++)
    {
      if (self->page_of[i] == NULL)
        continue;
      g_signal_handlers_disconnect_by_data (self->page_of[i], self);
      if (gtk_widget_get_parent (GTK_WIDGET (self->page_of[i])) != NULL)
        gtk_stack_remove (self->pages, GTK_WIDGET (self->page_of[i]));
      g_clear_object (&self->page_of[i]);
    }
}

/**
 * val_window_go_back:
 *
 * From an inner place of the page to where it was opened, or from the page to the sidebar when they
 * take turns.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
val_window_go_back (ValWindow *self)
{
  ValPage *page = val_window_get_page (self);
  guint opened_from = self->back_page;

  if (page != NULL && val_page_get_can_go_back (page) && val_page_go_back (page))
    {
      if (opened_from == 0 || val_page_get_can_go_back (page))
        return TRUE;
      val_window_show_page (self, opened_from - 1);
      val_window_focus_page (self);
      return TRUE;
    }
  if (adw_leaflet_get_folded (self->leaflet))
    return adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  return FALSE;
}
