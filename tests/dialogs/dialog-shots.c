/* dialog-shots.c: opens one of the windows over a database, for a picture of it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: dialog-shots DATABASE WINDOW WIDTH HEIGHT PNG
 */
#include <adwaita.h>
#include <stdlib.h>

#include "val-goal-dialog.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"

typedef struct
{
  const char *what;
  const char *png;
  int width, height;
  ValSession *session;
  GtkWindow *parent;
  GMainLoop *loop;
} Shot;

static gint64
first_person (ValSession *session)
{
  ValDataset *dataset = val_session_get_dataset (session);
  gint64 best = val_dataset_person (dataset, 0)->id;
  guint most = 0;

  /* Of whom most is written there is most to see. */
  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValEvents *events = val_dataset_events (dataset, i);

      if (events != NULL && events->n > most)
        {
          most = events->n;
          best = val_dataset_person (dataset, i)->id;
        }
    }
  return best;
}

static gboolean
picture_cb (gpointer data)
{
  Shot *self = data;
  g_autofree char *command = g_strdup_printf ("import -window root '%s'", self->png);

  if (system (command) != 0)
    g_printerr ("no picture\n");
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static gboolean
size_cb (gpointer data)
{
  Shot *self = data;
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != self->parent)
        gtk_window_set_default_size (window, self->width, self->height);
    }
  return G_SOURCE_REMOVE;
}

static void
open_window (Shot *self)
{
  gint64 person = first_person (self->session);

  if (g_str_equal (self->what, "session"))
    val_mentoring_window_open_person (self->parent, self->session, person);
  else if (g_str_equal (self->what, "plan") || g_str_equal (self->what, "group"))
    {
      ValMentoring *mentoring = val_mentoring_new ();

      val_mentoring_add_person (mentoring, person);
      if (g_str_equal (self->what, "group"))
        val_mentoring_add_person (mentoring, person + 1);
      val_mentoring_window_present (self->parent, self->session, mentoring);
      val_record_free (mentoring);
    }
  else
    {
      ValGoal *goal = val_goal_new (person, val_session_get_today (self->session));

      val_goal_dialog_present (self->parent, self->session, goal, NULL);
      val_record_free (goal);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (ValStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkCssProvider) style = NULL;
  Shot shot = { 0 };

  if (argc < 6)
    return 2;
  val_i18n_init (NULL);
  adw_init ();
  style = gtk_css_provider_new ();
  val_gtk_ensure_resources ();
  gtk_css_provider_load_from_resource (style, "/org/valmius/Valmius/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  store = val_store_new (argv[1]);
  if (!val_store_open (store, VAL_STORE_OPEN_EXISTING, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  shot.what = argv[2];
  shot.width = atoi (argv[3]);
  shot.height = atoi (argv[4]);
  shot.png = argv[5];
  shot.session = val_session_new (store);
  shot.loop = g_main_loop_new (NULL, FALSE);
  shot.parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (shot.parent, 10, 10);
  gtk_window_present (shot.parent);
  open_window (&shot);
  g_timeout_add (600, size_cb, &shot);
  g_timeout_add (2500, picture_cb, &shot);
  g_main_loop_run (shot.loop);
  val_store_close (store);
  return 0;
}
