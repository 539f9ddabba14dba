/* val-empty-place.c: what stands where there is nothing yet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-empty-place.h"

#include <adwaita.h>

/**
 * val_empty_place_new:
 * @icon: (nullable): name of an icon
 * @title: what is missing
 * @words: what will be here, and how it comes
 *
 * Returns: (transfer floating): an #AdwStatusPage
 */
GtkWidget *
val_empty_place_new (const char *icon, const char *title, const char *words)
{
  GtkWidget *place = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (place), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (place), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (place), words);
  return place;
}

/**
 * val_empty_place_add_button:
 * @place: of val_empty_place_new ()
 * @label: with a mnemonic where there is one
 * @action: (nullable): a detailed action's name; %NULL: connect to "clicked"
 * @suggested: whether it is the first thing to do
 *
 * Returns: (transfer none): the button, below those that are there
 */
GtkWidget *
val_empty_place_add_button (GtkWidget *place, const char *label, const char *action,
                            gboolean suggested)
{
  GtkWidget *buttons = adw_status_page_get_child (ADW_STATUS_PAGE (place));
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  if (buttons == NULL)
    {
      buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
      adw_status_page_set_child (ADW_STATUS_PAGE (place), buttons);
    }
  /* In a narrow window the words of some languages need two lines. */
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (buttons), button);
  return button;
}
