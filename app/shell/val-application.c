/* val-application.c: the application
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-application.h"

#include "val-about.h"
#include "val-config.h"
#include "val-capture-dialog.h"
#include "val-gtk-compat.h"
#include "val-help-window.h"
#include "val-i18n.h"
#include "val-settings.h"
#include "val-store.h"
#include "val-window.h"

struct _ValApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ValApplication, val_application, ADW_TYPE_APPLICATION)

static ValWindow *
find_window (ValApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (VAL_IS_WINDOW (l->data)
          && (path == NULL || g_strcmp0 (val_window_get_path (l->data), path) == 0))
        return l->data;
    }
  return NULL;
}

/* One window for each file: two over the same file would only stand in each other's way. */
static ValWindow *
show_window (ValApplication *self, const char *path)
{
  ValWindow *window = find_window (self, path);

  if (window == NULL)
    window = val_window_new (GTK_APPLICATION (self), path);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
val_application_activate (GApplication *application)
{
  show_window (VAL_APPLICATION (application), NULL);
}

static void
val_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ValWindow *window = show_window (VAL_APPLICATION (application), NULL);

  for (int i = 0; i < n_files; i++)
    val_window_open_file (window, files[i]);
}

static int
val_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  ValApplication *self = VAL_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GVariant) rest = NULL;
  const char *database = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  ValWindow *window;

  if (g_variant_dict_lookup (options, "database", "^&ay", &database))
    {
      file = g_application_command_line_create_file_for_arg (command_line, database);
      path = g_file_get_path (file);
      if (path == NULL)
        {
          g_application_command_line_printerr (command_line, "%s\n",
                                               _("The database must be a file on this computer."));
          return 2;
        }
    }
  window = show_window (self, path);
  if (g_variant_dict_contains (options, "capture"))
    val_window_capture (window, NULL);
  rest = g_variant_dict_lookup_value (options, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  if (rest != NULL)
    {
      g_autofree const char **names = g_variant_get_bytestring_array (rest, NULL);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autoptr (GFile) argument
              = g_application_command_line_create_file_for_arg (command_line, names[i]);

          val_window_open_file (window, argument);
        }
    }
  return 0;
}

/* The window that @window stands over, however many dialogs are between. */
static ValWindow *
find_below (GtkWindow *window)
{
  while (window != NULL && !VAL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? VAL_WINDOW (window) : NULL;
}

static void
capture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (data);
  ValWindow *window = find_below (active);

  if (VAL_IS_CAPTURE_DIALOG (active))
    return;
  if (window != NULL)
    val_window_capture (window, active);
  else
    val_window_capture (show_window (data, NULL), NULL);
}

/* What a notification leads to. */
static void
open_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_window_open_session (show_window (data, NULL), g_variant_get_int64 (parameter));
}

static void
show_today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (show_window (data, NULL)), "win.show-page", "s", "today");
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_about_present (gtk_application_get_active_window (data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);
  const char *page = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (VAL_IS_HELP_WINDOW (parent))
    return;
  gtk_window_present (GTK_WINDOW (val_help_window_new (parent, page)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autolist (GtkWindow) below = NULL;

  /* Closing each window lets it keep its state and finish what is being stored; it closes those that
   * stand over it. */
  for (GList *l = gtk_application_get_windows (data); l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == NULL)
      below = g_list_prepend (below, g_object_ref (l->data));
  for (GList *l = below; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
join_cb (GtkWindow *window, GParamSpec *pspec, GtkApplication *application)
{
  if (gtk_window_get_transient_for (window) != NULL && gtk_window_get_application (window) == NULL)
    gtk_window_set_application (window, application);
}

/* The keys of the application work in the windows that belong to it; GTK does not count those that
 * stand over another. */
static void
windows_cb (GListModel *windows, guint position, guint removed, guint added,
            GtkApplication *application)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect_object (window, "notify::transient-for", G_CALLBACK (join_cb), application,
                               0);
      join_cb (window, NULL, application);
    }
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "capture", capture_cb },
  { "open-session", open_session_cb, "x" },
  { "show-today", show_today_cb },
  { "help", help_cb },
  { "help-page", help_cb, "s" },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *keys[3];
} keys[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.import", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.find", { "<Control><Shift>f" } },
  { "win.back", { "<Alt>Left" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.hide-names", { "<Control><Shift>h" } },
  { "win.shortcuts", { "<Control>question" } },
  { "page.print", { "<Control>p" } },
  { "page.picture", { "<Control><Shift>e" } },
  { "page.copy", { "<Control><Shift>c" } },
  { "page.export", { "<Control>e" } },
  { "app.capture", { "<Control>n" } },
  { "page.new", { "<Control><Shift>n" } },
  { "page.full-screen", { "F11" } },
};

/* A switch in the preferences is this action. */
static void
add_settings (GApplication *application)
{
  GSettings *settings = val_settings_get_default ();
  g_autoptr (GAction) action = NULL;

  if (settings == NULL)
    return;
  action = g_settings_create_action (settings, "notifications");
  g_action_map_add_action (G_ACTION_MAP (application), action);
}

static void
val_application_startup (GApplication *application)
{
  /* The base class picks the style and icons from the resources. */
  val_gtk_ensure_resources ();
  G_APPLICATION_CLASS (val_application_parent_class)->startup (application);

  /* A text that can be copied comes by the focus while a page opens; it is not all marked then. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action,
                                           (const char *const *) keys[i].keys);
  add_settings (application);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb),
                           application, 0);
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%d", i + 1);
      const char *page_keys[] = { key, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), action, page_keys);
    }
}

static void
val_application_class_init (ValApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = val_application_activate;
  application_class->open = val_application_open;
  application_class->command_line = val_application_command_line;
  application_class->startup = val_application_startup;
}

static int
handle_local_options_cb (GApplication *application, GVariantDict *options, gpointer data)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Valmius %s\n", VAL_VERSION);
      return 0;
    }
  return -1;
}

static void
val_application_init (ValApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database"), N_ ("FILE") },
    { "capture", 'c', 0, G_OPTION_ARG_NONE, NULL, N_ ("Write a note or thanks down"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
}

/**
 * val_application_new:
 *
 * Returns: (transfer full): the application
 */
ValApplication *
val_application_new (void)
{
  return g_object_new (VAL_TYPE_APPLICATION, "application-id", VAL_APP_ID, "resource-base-path",
                       VAL_RESOURCE_PATH, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
