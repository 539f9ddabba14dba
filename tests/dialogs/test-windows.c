/* test-windows.c: every window at 360 pixels, in each language: all of its text can be read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "val-gallery.h"
#include "val-i18n.h"
#include "val-text-faults.h"

#define NARROW 360

#define SHORT_CELL 160 /* pixels */

/* Where text may be cut. */
static const ValTextLeave leave[] = {
  { "GtkColumnView", "long cells of a file that is imported: the whole text is in the tooltip" },
  { "val-limited", "a long choice: whole in the tooltip and in the list that opens" },
  { "ValSheet", "a table, which scrolls to all sides" },
  { "val-key", "names of keys are those of the keyboard, not words of the program" },
  { NULL, NULL },
};

static char *folder;

/* A demo centre in the language that is spoken. */
static char *
make_demo (void)
{
  g_autofree char *name = g_strconcat (val_i18n_language (), ".db", NULL);
  char *path = g_build_filename (folder, name, NULL);

  gtk_window_destroy (GTK_WINDOW (window_fixture_open_demo (path)));
  window_fixture_turn (200);
  return path;
}

static gboolean
holds_number (GtkWidget *widget)
{
  gboolean found = GTK_IS_SPIN_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = holds_number (child);
  return found;
}

/* Cells of a table that are cut though they are short: a date, a name, a number. */
static guint
count_cut_cells (const char *name, GtkWidget *widget, gboolean inside)
{
  guint n = 0;

  inside = inside || GTK_IS_COLUMN_VIEW (widget);
  if (inside && GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      g_autoptr (PangoLayout) whole = gtk_widget_create_pango_layout (widget, text);
      int width;

      pango_layout_get_pixel_size (whole, &width, NULL);
      if (width <= SHORT_CELL)
        g_test_message ("%s, %s: the cell “%s” is cut", val_i18n_language (), name, text);
      n += width <= SHORT_CELL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cut_cells (name, child, inside);
  return n;
}

/* Rows in front of a number at which Tab stops too. */
static guint
count_stops (const char *name, GtkWidget *widget)
{
  guint n = 0;

  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_focusable (widget)
      && gtk_widget_get_mapped (widget) && holds_number (widget))
    {
      g_test_message ("%s, %s: Tab stops at the row “%s”", val_i18n_language (), name,
                      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_stops (name, child);
  return n;
}

/* Access keys that two labels in sight share: which of them acts is left to chance. What is inside a
 * page is met together with the page's own keys, so that @keys belongs to the whole of @widget. */
static guint
count_shared_keys (const char *name, GtkWidget *widget, GHashTable *keys)
{
  guint n = 0, key;

  /* Those of the window about the program are libadwaita's own, in its own translation. */
  if (!gtk_widget_get_mapped (widget) || ADW_IS_ABOUT_WINDOW (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && gtk_label_get_use_underline (GTK_LABEL (widget))
      && gtk_widget_is_sensitive (widget)
      && strchr (gtk_label_get_label (GTK_LABEL (widget)), '_') != NULL
      && (key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))) != GDK_KEY_VoidSymbol)
    {
      gpointer lower = GUINT_TO_POINTER (gdk_keyval_to_lower (key));
      const char *other = g_hash_table_lookup (keys, lower);

      if (other != NULL)
        {
          g_test_message ("%s, %s: “%s” and “%s” share an access key", val_i18n_language (), name,
                          other, gtk_label_get_label (GTK_LABEL (widget)));
          n++;
        }
      g_hash_table_insert (keys, lower, (char *) gtk_label_get_label (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shared_keys (name, child, keys);
  return n;
}

static guint
look_at (ValGallery *gallery, const ValGalleryItem *item)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  GtkWidget *root;
  guint n;

  g_test_message ("%s", item->name);
  root = val_gallery_open (gallery, item, NARROW);
  if (item->inside == NULL)
    val_gallery_resize (root, NARROW, 720);
  /* What changes its form when it gets narrow does so a moment later. */
  for (guint i = 0; i < 10 && (faults == NULL || faults->len > 0); i++)
    {
      g_clear_pointer (&faults, g_ptr_array_unref);
      window_fixture_turn (i * 50);
      faults = val_text_faults (root, NARROW, leave);
    }
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s, %s: %s", val_i18n_language (), item->name,
                    (const char *) faults->pdata[i]);
  n = faults->len + count_stops (item->name, root) + count_shared_keys (item->name, root, keys)
      + count_cut_cells (item->name, root, FALSE);
  val_gallery_close (gallery);
  return n;
}

static void
test_language (gconstpointer language)
{
  g_autofree char *path = NULL;
  ValGallery *gallery;
  guint n = 0;

  val_i18n_init (language);
  path = make_demo ();
  gallery = val_gallery_new (path);
  for (guint i = 0; i < val_gallery_n_items (); i++)
    n += look_at (gallery, val_gallery_item (i));
  val_gallery_free (gallery);
  g_assert_cmpuint (n, ==, 0);
}

/* Whoever opens a window by mistake closes it before its answers have come. */
static void
test_closed (void)
{
  g_autofree char *path = NULL;
  ValGallery *gallery;

  val_i18n_init ("en");
  path = make_demo ();
  gallery = val_gallery_new (path);
  for (guint i = 0; i < val_gallery_n_items (); i++)
    if (val_gallery_item (i)->inside == NULL)
      {
        g_test_message ("%s", val_gallery_item (i)->name);
        val_gallery_open_and_close (gallery, val_gallery_item (i));
      }
  val_gallery_free (gallery);
}

int
main (int argc, char **argv)
{
  int status;

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  adw_init ();
  window_fixture_start ();
  folder = g_dir_make_tmp ("valmius-windows-XXXXXX", NULL);
  g_test_add_data_func ("/dialogs/windows/en", "en", test_language);
  g_test_add_data_func ("/dialogs/windows/pl", "pl", test_language);
  g_test_add_data_func ("/dialogs/windows/el", "el", test_language);
  g_test_add_data_func ("/dialogs/windows/fi", "fi", test_language);
  g_test_add_func ("/dialogs/windows/closed", test_closed);
  status = g_test_run ();
  g_free (folder);
  return status;
}
