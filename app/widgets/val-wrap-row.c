/* val-wrap-row.c: a row whose field goes below its title where there is no room beside it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-wrap-row.h"

#include <adwaita.h>

#include "val-text-label.h"
#include "val-wrap-box.h"

#define SPACING 6

/* It wants one line; else the field would stay beside a title of two. */
static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

/**
 * val_wrap_row_new:
 * @title: translated, or from a file; never markup
 * @subtitle: (nullable): the same
 *
 * An AdwActionRow squeezes its title when what stands beside it is wide, until words are broken or
 * the field shows nothing but dots. The row itself takes no focus.
 *
 * Returns: (transfer floating): an #AdwPreferencesRow
 */
GtkWidget *
val_wrap_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = val_wrap_box_new (SPACING);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_box_append (GTK_BOX (texts), new_label (title));
  if (subtitle != NULL && *subtitle != '\0')
    {
      GtkWidget *label = new_label (subtitle);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "val-wrap-row");
  gtk_widget_add_css_class (row, "val-wrap-place");
  val_wrap_box_append (VAL_WRAP_BOX (box), texts);
  val_wrap_box_append (VAL_WRAP_BOX (box), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * val_wrap_row_add:
 * @row: of val_wrap_row_new ()
 * @field: (transfer floating): stands at the end of the row, or below the texts; a field that
 *   expands takes the line then. Several stay beside each other.
 */
void
val_wrap_row_add (GtkWidget *row, GtkWidget *field)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (box)), field);
}
