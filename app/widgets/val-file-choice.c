/* val-file-choice.c: asks for a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-file-choice.h"

#include "val-i18n.h"

typedef struct
{
  GtkFileChooserNative *native;
  ValFileChosen callback;
  gpointer data;
} Choice;

static void
response_cb (GtkNativeDialog *native, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  /* Before the callback, which may close the window below. */
  gtk_native_dialog_destroy (native);
  choice->callback (file, choice->data);
  g_object_unref (choice->native);
  g_free (choice);
}

/* File patterns know no case of letters, so that "*.CSV" is listed too. */
static char *
pattern_for_any_case (const char *pattern)
{
  GString *any = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p))
        g_string_append_printf (any, "[%c%c]", g_ascii_tolower (*p), g_ascii_toupper (*p));
      else
        g_string_append_c (any, *p);
    }
  return g_string_free (any, FALSE);
}

static void
add_types (GtkFileChooser *chooser, const ValFileType *types, guint n_types, gboolean any)
{
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_auto (GStrv) patterns = g_strsplit (types[i].patterns, " ", -1);

      gtk_file_filter_set_name (filter, types[i].name);
      for (char **pattern = patterns; *pattern != NULL; pattern++)
        {
          g_autofree char *any_case = pattern_for_any_case (*pattern);

          gtk_file_filter_add_pattern (filter, any_case);
        }
      gtk_file_chooser_add_filter (chooser, filter);
    }
  if (any && n_types > 0)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _("All files"));
      gtk_file_filter_add_pattern (filter, "*");
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static GtkFileChooserNative *
make_choice (GtkWidget *parent, const char *title, GtkFileChooserAction action,
             const char *accept_label, ValFileChosen callback, gpointer data)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->native = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                action, accept_label, _("_Cancel"));
  choice->callback = callback;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->native), TRUE);
  g_signal_connect (choice->native, "response", G_CALLBACK (response_cb), choice);
  return choice->native;
}

/**
 * val_file_choice_open:
 * @parent: a widget of the window that asks
 * @title: translated
 * @types: kinds of files to offer, the first one is preset
 * @callback: called once with the file, or with NULL
 *
 * Asks for a file to open. Returns at once.
 */
void
val_file_choice_open (GtkWidget *parent, const char *title, const ValFileType *types,
                      guint n_types, ValFileChosen callback, gpointer data)
{
  GtkFileChooserNative *native = make_choice (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN,
                                              _("_Open"), callback, data);

  add_types (GTK_FILE_CHOOSER (native), types, n_types, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * val_file_choice_save:
 * @parent: a widget of the window that asks
 * @title: translated
 * @file_name: the name to begin with
 * @types: kinds of files to offer, the first one is preset
 * @callback: called once with the file, or with NULL
 *
 * Asks where to save. The chooser itself asks before replacing a file. Returns at once.
 */
void
val_file_choice_save (GtkWidget *parent, const char *title, const char *file_name,
                      const ValFileType *types, guint n_types, ValFileChosen callback,
                      gpointer data)
{
  GtkFileChooserNative *native = make_choice (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE,
                                              _("_Save"), callback, data);

  add_types (GTK_FILE_CHOOSER (native), types, n_types, FALSE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file_name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
