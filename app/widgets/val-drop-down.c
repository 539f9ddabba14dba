/* val-drop-down.c: a choice whose words do not push others aside
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-drop-down.h"

/* So many characters are seen on the narrowest screen. */
#define LEAST 22

/* What ends in dots is read by pointing at it. */
static gboolean
tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (data != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (data));
      gtk_widget_add_css_class (label, "val-limited");
      gtk_widget_set_has_tooltip (label, TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (label, text);
  /* Else nothing but "…" might be left of it. */
  if (data != NULL)
    gtk_label_set_width_chars (label, MIN (MIN (GPOINTER_TO_INT (data) * 2 / 3, LEAST),
                                           (int) g_utf8_strlen (text, -1)));
}

/* @characters: 0: as many as there are */
static GtkListItemFactory *
new_factory (int characters)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (characters));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (characters));
  return factory;
}

/**
 * val_drop_down_limit:
 * @drop: a choice among #GtkStringObject
 * @characters: about how many of what is chosen are to be seen
 *
 * So that in a narrow window there is room for the words beside it; in the list that opens each
 * choice is seen in whole. Several lines are no way out: GTK 4.8 gives the button the width of one
 * and the height of the other.
 */
void
val_drop_down_limit (GtkDropDown *drop, int characters)
{
  g_autoptr (GtkListItemFactory) shown = new_factory (characters);
  g_autoptr (GtkListItemFactory) listed = new_factory (0);

  g_object_set (drop, "factory", shown, "list-factory", listed, NULL);
}
