/* val-gallery.c: every window of the program, opened by its name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-gallery.h"

#include <glib/gstdio.h>

#include "val-tabs.h"

/* The main window, with its sidebar. */
#define WIDE 1000

static guint
count (const ValGalleryItem *items)
{
  guint n = 0;

  while (items[n].name != NULL)
    n++;
  return n;
}

/* val_gallery_n_items: how many windows it knows */
guint
val_gallery_n_items (void)
{
  return count (val_gallery_records) + count (val_gallery_files);
}

/* val_gallery_item: (transfer none): one of them, in the order in which they should be opened */
const ValGalleryItem *
val_gallery_item (guint index)
{
  guint n = count (val_gallery_records);

  return index < n ? &val_gallery_records[index] : &val_gallery_files[index - n];
}

GtkWindow *
val_gallery_parent (ValGallery *self)
{
  return GTK_WINDOW (self->window);
}

ValDataset *
val_gallery_dataset (ValGallery *self)
{
  return val_session_get_dataset (self->session);
}

ValDay
val_gallery_today (ValGallery *self)
{
  return val_session_get_today (self->session);
}

/* Until the store has done what it was asked for, and what was read is shown. */
static void
settle (ValGallery *self)
{
  gboolean busy = TRUE;

  for (guint i = 0; i < 200 && busy; i++)
    {
      window_fixture_turn (25);
      g_object_get (self->session, "busy", &busy, NULL);
    }
  window_fixture_turn (150);
}

static gint64
most_written_about (ValDataset *dataset)
{
  gint64 best = 0;
  guint most = 0;

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValEvents *events = val_dataset_events (dataset, i);

      if (best != 0 && (events == NULL || events->n <= most))
        continue;
      most = events != NULL ? events->n : 0;
      best = val_dataset_person (dataset, i)->id;
    }
  return best;
}

/**
 * val_gallery_new:
 * @database: a file with a demo centre
 *
 * Opens the main window over @database and waits until it is there. Main thread, after
 * window_fixture_start ().
 *
 * Returns: (transfer full): free with val_gallery_free ()
 */
ValGallery *
val_gallery_new (const char *database)
{
  ValGallery *self = g_new0 (ValGallery, 1);

  self->files = g_dir_make_tmp ("valmius-gallery-XXXXXX", NULL);
  self->window = window_fixture_new (database, WIDE);
  window_fixture_wait_for (self->window, window_fixture_is_open);
  self->session = self->window->session;
  self->person = most_written_about (val_session_get_dataset (self->session));
  settle (self);
  return self;
}

static void
remove_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* val_gallery_free: closes all */
void
val_gallery_free (ValGallery *self)
{
  val_gallery_close (self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_fixture_turn (50);
  remove_files (self->files);
  g_free (self->files);
  g_free (self);
}

/* ---- Finding ----------------------------------------------------------------------------------- */

/* val_gallery_find: (transfer none) (nullable): the first that is on screen of a type */
GtkWidget *
val_gallery_find (GtkWidget *root, const char *type)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = val_gallery_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* val_gallery_find_button: (transfer none) (nullable): by its label, translated, with its mnemonic */
GtkWidget *
val_gallery_find_button (GtkWidget *root, const char *label)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = val_gallery_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* val_gallery_press: presses the button that says so */
void
val_gallery_press (GtkWidget *root, const char *label)
{
  GtkWidget *button = val_gallery_find_button (root, label);

  if (button == NULL)
    g_error ("No button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

/* val_gallery_newest: (transfer none): the window that was opened last */
GtkWidget *
val_gallery_newest (ValGallery *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *newest = GTK_WIDGET (self->window);

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i - 1);

      if (gtk_widget_get_visible (window) && window != GTK_WIDGET (self->window))
        {
          newest = window;
          /* The one that stands over all others. */
          if (gtk_window_get_transient_for (GTK_WINDOW (window)) != GTK_WINDOW (self->window))
            break;
        }
    }
  return newest;
}

/* val_gallery_show_page: and one of its inner pages, counted from 0 */
void
val_gallery_show_page (ValGallery *self, const char *id, guint tab)
{
  GtkWidget *tabs;

  val_window_show_page_by_id (self->window, id);
  settle (self);
  while (val_page_go_back (val_window_get_page (self->window)))
    settle (self);
  tabs = val_gallery_find (GTK_WIDGET (self->window), "ValTabs");
  if (tabs == NULL)
    return;
  val_tabs_set_shown (VAL_TABS (tabs), tab);
  settle (self);
}

/* val_gallery_act: one of the actions of the page that is shown */
void
val_gallery_act (ValGallery *self, const char *action, GVariant *parameter)
{
  GActionGroup *actions = val_page_get_actions (val_window_get_page (self->window));

  g_assert_true (g_action_group_has_action (actions, action));
  g_action_group_activate_action (actions, action, parameter);
}

/* val_gallery_write: (transfer full): a table to be imported */
GFile *
val_gallery_write (ValGallery *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->files, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* ---- Opening ----------------------------------------------------------------------------------- */

/**
 * val_gallery_open:
 * @item: of val_gallery_item ()
 * @width: of the main window when @item is a part of it, or 0: wide
 *
 * Opens @item and waits until it shows what it has to show.
 *
 * Returns: (transfer none): what to look at: a window or a popover, or a part of the main window
 */
GtkWidget *
val_gallery_open (ValGallery *self, const ValGalleryItem *item, int width)
{
  GtkWidget *found;

  if (item->inside != NULL)
    val_gallery_resize (GTK_WIDGET (self->window), width > 0 ? width : WIDE, 800);
  item->open (self);
  settle (self);
  if (item->inside == NULL)
    {
      found = val_gallery_newest (self);
      if (found == GTK_WIDGET (self->window))
        g_error ("%s: no window came", item->name);
      return found;
    }
  found = val_gallery_find (GTK_WIDGET (self->window), item->inside);
  if (found == NULL)
    g_error ("%s: no %s came", item->name, item->inside);
  return found;
}

/* val_gallery_close: all windows but the main one */
void
val_gallery_close (ValGallery *self)
{
  GtkWidget *newest, *popover = val_gallery_find (GTK_WIDGET (self->window), "ValSkillHistory");

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  while ((newest = val_gallery_newest (self)) != GTK_WIDGET (self->window))
    {
      /* A question answers that it was cancelled, and lets go of what it was about. */
      if (ADW_IS_MESSAGE_DIALOG (newest))
        gtk_window_close (GTK_WINDOW (newest));
      else
        gtk_window_destroy (GTK_WINDOW (newest));
      window_fixture_turn (10);
    }
  settle (self);
}

/**
 * val_gallery_open_and_close:
 *
 * Opens @item and closes it while the store's answers to what it has asked lie before the main loop.
 */
void
val_gallery_open_and_close (ValGallery *self, const ValGalleryItem *item)
{
  g_autoptr (GHashTable) drafts = NULL;

  item->open (self);
  /* Who waits for an answer of their own waits for all that was asked before. */
  drafts = val_store_read_drafts (val_session_get_store (self->session), NULL);
  val_gallery_close (self);
}

/* How much of what scrolls in @widget is out of sight. */
static int
beyond (GtkWidget *widget)
{
  int most = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      most = (int) (gtk_adjustment_get_upper (down) - gtk_adjustment_get_page_size (down));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int inside = beyond (child);

      most = MAX (most, inside);
    }
  return most;
}

/* Until the window has the size, or has made up its mind not to take it. */
static void
set_size (GtkWindow *window, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (window);
  int was_wide = 0, was_high = 0;

  for (guint i = 0; i < 20; i++)
    {
      gtk_window_set_default_size (window, width, height);
      window_fixture_turn (60);
      if (i > 2 && gtk_widget_get_width (widget) == was_wide
          && gtk_widget_get_height (widget) == was_high
          && (was_wide <= width || i > 6))
        break;
      was_wide = gtk_widget_get_width (widget);
      was_high = gtk_widget_get_height (widget);
    }
}

/**
 * val_gallery_resize:
 * @root: what val_gallery_open () gave
 * @width: pixels, or 0: as it is
 * @height: pixels, or 0: as high as all it holds, up to 2400
 */
void
val_gallery_resize (GtkWidget *root, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (root));

  if (width == 0)
    width = gtk_widget_get_width (GTK_WIDGET (window));
  set_size (window, width, height > 0 ? height : 720);
  for (guint i = 0; height == 0 && i < 3; i++)
    {
      int more = beyond (GTK_WIDGET (window));

      if (more <= 0)
        return;
      set_size (window, width, MIN (2400, gtk_widget_get_height (GTK_WIDGET (window)) + more));
    }
}
