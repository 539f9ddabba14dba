/* val-sheet-input.c: what keys, mouse and clipboard mean on a sheet
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sheet-private.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"

/* ---- Going into it ---- */

static void
activate_cell (ValGrid *grid, guint row, guint column)
{
  g_signal_emit (grid, val_sheet_signals[VAL_SHEET_ACTIVATED], 0, row, column);
}

static void
activate_name (ValGrid *grid, guint row)
{
  g_signal_emit (grid, val_sheet_signals[VAL_SHEET_ROW_ACTIVATED], 0, row);
}

static void
activate_heading (ValGrid *grid, guint column, double y)
{
  g_signal_emit (grid, val_sheet_signals[VAL_SHEET_COLUMN_ACTIVATED], 0, column);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (val_grid_has_cursor (VAL_GRID (self)))
    activate_cell (VAL_GRID (self), self->grid->row, self->grid->column);
  return GDK_EVENT_STOP;
}

static gboolean
sort_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (self->grid->column < self->source.n_columns)
    activate_heading (VAL_GRID (self), self->grid->column, 0);
  return GDK_EVENT_STOP;
}

/* ---- Clipboard ---- */

static void
append_cell (ValSheet *self, GString *text, guint row, guint column)
{
  ValSheetCell cell = { .shade = -1 };

  self->source.fill (self->data, row, column, &cell);
  if (cell.text != NULL)
    g_string_append (text, cell.text);
  val_sheet_cell_clear (&cell);
}

/**
 * val_sheet_dup_table:
 *
 * Returns: (transfer full): names, headings and values, with tabs between them
 */
char *
val_sheet_dup_table (ValSheet *self)
{
  GString *text = g_string_new (self->corner);

  for (guint column = 0; column < self->source.n_columns; column++)
    {
      g_autofree char *name = self->source.dup_column_name (self->data, column);

      g_string_append_printf (text, "\t%s", name);
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < self->source.n_rows; row++)
    {
      g_autofree char *name = self->source.dup_row_name (self->data, row);

      g_string_append (text, name);
      for (guint column = 0; column < self->source.n_columns; column++)
        {
          g_string_append_c (text, '\t');
          append_cell (self, text, row, column);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
copy_cell (ValGrid *grid, GString *text, guint row, guint column)
{
  append_cell (VAL_SHEET (grid), text, row, column);
}

static void
paste (ValGrid *grid, const char *text)
{
  guint row, rows, column, columns;

  val_grid_get_block (grid, &row, &rows, &column, &columns);
  g_signal_emit (grid, val_sheet_signals[VAL_SHEET_PASTED], 0, row, column, text);
}

/* ---- Typing into a cell ---- */

static void
close_entry (ValSheet *self)
{
  if (self->popover == NULL)
    return;
  g_clear_pointer (&self->popover, val_gtk_drop_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
entered_cb (GtkEntry *entry, ValSheet *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  guint row = self->grid->row, column = self->grid->column;

  close_entry (self);
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_EDITED], 0, row, column, text);
  val_grid_move_to (VAL_GRID (self), (gint64) row + 1, column, FALSE);
}

static void
open_entry (ValSheet *self, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GdkRectangle place;

  close_entry (self);
  val_grid_bring_cursor (VAL_GRID (self));
  val_grid_get_cell_bounds (VAL_GRID (self), self->grid->row, self->grid->column, &place);
  self->popover = gtk_popover_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (self->grid->read_out != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->grid->read_out, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), entry);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (entry));
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

static gboolean
type_character (ValGrid *grid, gunichar character)
{
  ValSheet *self = VAL_SHEET (grid);
  char text[7] = { 0 };

  if (!self->grid->editable || (!g_unichar_isdigit (character) && character != '-'))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  open_entry (self, text);
  return GDK_EVENT_STOP;
}

static gboolean
edit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->grid->editable || !val_grid_has_cursor (VAL_GRID (self)))
    return GDK_EVENT_PROPAGATE;
  append_cell (self, text, self->grid->row, self->grid->column);
  open_entry (self, text->str);
  return GDK_EVENT_STOP;
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ValSheet *self = VAL_SHEET (widget);

  if (!self->grid->editable)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, val_sheet_signals[VAL_SHEET_EDITED], 0, self->grid->row,
                 self->grid->column, "");
  return GDK_EVENT_STOP;
}

/* A name or heading that was shortened is shown whole, and of a cell what the read-out says. */
static char *
dup_tooltip (ValGrid *grid, ValGridPart part, guint row, guint column, double y)
{
  ValSheet *self = VAL_SHEET (grid);

  switch (part)
    {
    case VAL_GRID_PART_NAME:
      return self->source.dup_row_name (self->data, row);
    case VAL_GRID_PART_HEADING:
      return self->source.dup_column_name (self->data, column);
    case VAL_GRID_PART_CELL:
      return self->source.dup_text (self->data, row, column);
    case VAL_GRID_PART_NONE:
    case VAL_GRID_PART_FOOTER:
    case VAL_GRID_PART_SUMMARY:
    default:
      return NULL;
    }
}

static gboolean
table_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  val_sheet_show_table (VAL_SHEET (widget));
  return TRUE;
}

/**
 * val_sheet_input_class_init:
 *
 * Binds the keys that mean something on sheets only.
 */
void
val_sheet_input_class_init (ValGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->append_cell = copy_cell;
  klass->paste = paste;
  klass->type_character = type_character;
  klass->activate_cell = activate_cell;
  klass->activate_name = activate_name;
  klass->activate_heading = activate_heading;
  klass->dup_tooltip = dup_tooltip;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, sort_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, table_cb, NULL);
}
