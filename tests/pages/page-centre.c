/* page-centre.c: a centre of its own for a test of a page, and a window over it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include <glib/gstdio.h>

static void
changed_cb (ValSession *session, guint tables, PageCentre *self)
{
  if (self->page != NULL)
    val_page_update (self->page, tables);
}

static void
saved_cb (ValSession *session, const char *message, gint64 id, PageCentre *self)
{
  g_free (self->message);
  self->message = g_strdup (message);
}

static void
failed_cb (ValSession *session, GError *error, PageCentre *self)
{
  g_free (self->failure);
  self->failure = g_strdup (error->message);
}

void
page_centre_settle (PageCentre *self)
{
  gboolean busy = TRUE;

  /* Half a minute at most: a busy disk may take seconds. */
  for (int i = 0; i < 6000 && (busy || i < self->patience); i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
      g_object_get (self->session, "busy", &busy, NULL);
    }
}

void
page_centre_open (PageCentre *self)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  self->patience = 6;
  self->folder = g_dir_make_tmp ("valmius-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.db", NULL);
  self->store = val_store_new (path);
  val_store_open (self->store, VAL_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
page_centre_show (PageCentre *self, ValPage *(*new_page) (ValSession *session), int width,
                  int height)
{
  self->session = val_session_new (self->store);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  g_signal_connect (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->session, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect (self->session, "failed", G_CALLBACK (failed_cb), self);
  if (new_page != NULL)
    {
      self->page = new_page (self->session);
      adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->page));
      val_page_update (self->page, VAL_TABLE_ALL);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  page_centre_settle (self);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
page_centre_close (PageCentre *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  page_centre_settle (self);
  g_object_unref (self->session);
  val_store_close (self->store);
  g_object_unref (self->store);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->message);
  g_free (self->failure);
}
