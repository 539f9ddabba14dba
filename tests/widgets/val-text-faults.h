/* val-text-faults.h: text of a window that cannot be read whole
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ValTextLeave: where text may be cut, and why.
 *
 * A list of them ends with an empty one. It should be short.
 */
typedef struct
{
  const char *place; /* the name of a type, or a CSS class or name, of a label or what it lies in */
  const char *why;   /* for the reader */
} ValTextLeave;

GPtrArray *val_text_faults (GtkWidget *root, int width, const ValTextLeave *leave);

G_END_DECLS
