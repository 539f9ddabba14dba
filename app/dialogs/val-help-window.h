/* val-help-window.h: help, in the window's own words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_HELP_WINDOW (val_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ValHelpWindow, val_help_window, VAL, HELP_WINDOW, AdwWindow)

/* @page: nullable; the id of a page of val-help-text.c, such as "today" or "readiness". */
GtkWidget *val_help_window_new (GtkWindow *parent, const char *page);

/* The text, for tests: NULL-terminated. */
typedef struct
{
  const char *id;
  const char *title;
  const char *paragraphs[8]; /* a line that begins with "# " is a heading */
} ValHelpPage;

extern const ValHelpPage val_help_pages[];
extern const guint val_n_help_pages;

G_END_DECLS
