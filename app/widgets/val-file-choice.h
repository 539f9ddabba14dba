/* val-file-choice.h: asks for a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ValFileType: one line of the file chooser's "kind of file".
 */
typedef struct
{
  const char *name;     /* translated */
  const char *patterns; /* "*.csv *.txt", in any case of letters */
} ValFileType;

/* Asks for a file. @callback gets NULL when the user thought better of it. */
typedef void (*ValFileChosen) (GFile *file, gpointer data);

void val_file_choice_open (GtkWidget *parent, const char *title, const ValFileType *types,
                           guint n_types, ValFileChosen callback, gpointer data);
void val_file_choice_save (GtkWidget *parent, const char *title, const char *file_name,
                           const ValFileType *types, guint n_types, ValFileChosen callback,
                           gpointer data);

G_END_DECLS
