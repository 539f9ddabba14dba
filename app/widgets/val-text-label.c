/* val-text-label.c: text of any length on a page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-text-label.h"

/**
 * val_text_label_new:
 * @text: (nullable): never markup
 *
 * Returns: (transfer floating): a #GtkLabel from the left, on as many lines as it needs; a word
 *   that is longer than a line is broken
 */
GtkWidget *
val_text_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}
