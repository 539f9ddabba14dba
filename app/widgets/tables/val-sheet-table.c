/* val-sheet-table.c: a sheet as a table of texts, for those who do not see its picture
 *
 * To a screen reader a sheet is one picture with the words of the cell under the cursor. Ctrl+T shows
 * what it holds as a list of rows and columns, which can be read cell by cell.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-sheet-private.h"

/* A row of a window costs memory; so many can be walked through. */
#define MOST_ROWS 20000

/* The value, its number of cases, or the numbers of a sparkline. */
static void
append_cell (ValSheet *self, GString *out, guint row, guint column)
{
  ValSheetCell cell = { .shade = -1 };
  guint first = 0;

  self->source.fill (self->data, row, column, &cell);
  while (cell.line != NULL && first < cell.n_line && isnan (cell.line[first]))
    first++;
  if (cell.text != NULL)
    g_string_append (out, cell.text);
  if (cell.second != NULL)
    g_string_append_printf (out, " (%s)", cell.second);
  for (guint i = first; cell.line != NULL && cell.text == NULL && i < cell.n_line; i++)
    {
      g_autofree char *number
          = isnan (cell.line[i]) ? g_strdup ("–") : val_format_number (cell.line[i], 1);

      g_string_append_printf (out, "%s%s", i > first ? "  " : "", number);
    }
  val_sheet_cell_clear (&cell);
}

/* Each row as one text with tabs between its cells, as it is now. */
static GtkStringList *
dup_rows (ValSheet *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint row = 0; row < MIN (self->source.n_rows, MOST_ROWS); row++)
    {
      g_autofree char *name = self->source.dup_row_name (self->data, row);
      g_autoptr (GString) text = g_string_new (name);

      for (guint column = 0; column < self->source.n_columns; column++)
        {
          g_string_append_c (text, '\t');
          append_cell (self, text, row, column);
        }
      gtk_string_list_append (rows, text->str);
    }
  return rows;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) > 0 ? 1 : 0);
  if (GPOINTER_TO_UINT (column) > 0)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_auto (GStrv) cells
      = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), "\t", -1);
  guint at = GPOINTER_TO_UINT (column);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      at < g_strv_length (cells) ? cells[at] : "");
  if (at == 0)
    {
      g_autofree char *row = g_strjoinv (" · ", cells);

      val_gtk_label_row (item, row);
    }
}

static void
add_column (GtkColumnView *view, guint at, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (at));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (at));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
new_view (ValSheet *self)
{
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (dup_rows (self)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));

  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  add_column (GTK_COLUMN_VIEW (view), 0, self->corner != NULL ? self->corner : "");
  for (guint column = 0; column < self->source.n_columns; column++)
    {
      g_autofree char *name = self->source.dup_column_name (self->data, column);
      g_autofree char *unit
          = self->source.dup_unit != NULL ? self->source.dup_unit (self->data, column) : NULL;
      g_autofree char *title = NULL;

      g_strstrip (unit != NULL ? unit : name);
      title = unit != NULL && *unit != '\0' ? g_strdup_printf ("%s (%s)", name, unit)
                                            : g_strdup (name);
      add_column (GTK_COLUMN_VIEW (view), column + 1, title);
    }
  val_gtk_label_table (view, self->label);
  return view;
}

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* val_sheet_show_table: opens a window with what the sheet holds; Escape closes it */
void
val_sheet_show_table (ValSheet *self)
{
  GtkWidget *window, *box, *view, *scroller;
  GtkEventController *keys;

  if (self->source.n_rows == 0)
    return;
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view = new_view (self);
  scroller = gtk_scrolled_window_new ();
  keys = gtk_shortcut_controller_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_title (GTK_WINDOW (window), self->label);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 560);
  gtk_widget_grab_focus (view);
  gtk_window_present (GTK_WINDOW (window));
}
