/* dialog-shots.c: pictures of the program's windows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: dialog-shots DATABASE FOLDER LOOK [WIDTH[xHEIGHT]|natural[,…]] [WINDOW…]
 *   LOOK: light, dark or contrast; the language is that of the environment (LANGUAGE).
 *   Without WINDOW all of them are opened, see val-gallery-*.c. A window is as high as all that it
 *   holds unless HEIGHT is given. Pictures are called WINDOW-LANGUAGE-LOOK-WIDTH.png.
 */
#include <stdlib.h>

#include "val-gallery.h"
#include "val-i18n.h"

typedef struct
{
  ValGallery *gallery;
  const char *folder;
  const char *look;
  char **widths;
} Shots;

/* What is seen of @widget in its window, without the popovers that are open. */
static gboolean
save (GtkWidget *widget, const char *path)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t part;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  /* Nothing was laid out yet. */
  if (node == NULL || !gtk_widget_compute_bounds (widget, window, &part))
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &part);
  return gdk_texture_save_to_png (texture, path);
}

static void
take (Shots *self, const ValGalleryItem *item)
{
  for (guint i = 0; self->widths[i] != NULL; i++)
    {
      const char *height = strchr (self->widths[i], 'x');
      g_autofree char *name = g_strdup_printf ("%s-%s-%s-%s.png", item->name, val_i18n_language (),
                                               self->look, self->widths[i]);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      int width = atoi (self->widths[i]);
      GtkWidget *root = val_gallery_open (self->gallery, item, width);

      /* A popover closes when its window moves under it. */
      if (!GTK_IS_POPOVER (root))
        val_gallery_resize (root, width, height != NULL ? atoi (height + 1) : 0);
      /* A window that has just come may have nothing to show yet. */
      for (guint tries = 0; tries < 5 && !save (root, path); tries++)
        window_fixture_turn (200);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_printerr ("%s: no picture\n", name);
      val_gallery_close (self->gallery);
    }
}

static gboolean
is_wanted (const char *name, char **names)
{
  return names[0] == NULL || g_strv_contains ((const char *const *) names, name);
}

int
main (int argc, char **argv)
{
  static char *all[] = { NULL };
  Shots self = { 0 };

  if (argc < 4)
    return 2;
  val_i18n_init (NULL);
  if (g_str_equal (argv[3], "contrast"))
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  adw_init ();
  if (g_str_equal (argv[3], "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  window_fixture_start ();
  self.gallery = val_gallery_new (argv[1]);
  self.folder = argv[2];
  self.look = argv[3];
  self.widths = g_strsplit (argc > 4 ? argv[4] : "360,natural", ",", -1);
  for (guint i = 0; i < val_gallery_n_items (); i++)
    if (is_wanted (val_gallery_item (i)->name, argc > 5 ? argv + 5 : all))
      take (&self, val_gallery_item (i));
  val_gallery_free (self.gallery);
  g_strfreev (self.widths);
  return 0;
}
