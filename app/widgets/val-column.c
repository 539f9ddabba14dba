/* val-column.c: a page's content: a column that scrolls and is not wider than reads well
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-column.h"

#include <adwaita.h>

#include "val-scrolled.h"

/**
 * val_column_new:
 * @content: gets the margins of a page
 * @widest: pixels
 *
 * Returns: (transfer floating): a #GtkScrolledWindow
 */
GtkWidget *
val_column_new (GtkWidget *content, int widest)
{
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (content, "val-page-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), widest);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  return val_scrolled_new (clamp);
}
