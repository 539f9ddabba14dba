/* val-import-preview.c: what each row will become
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-dialog-private.h"

#include "val-file-choice.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

/* The preview has rows only where it is looked at, but a place for each; the list of bad rows is
 * complete up to a number that a screen can hold, and the whole of it can be saved. */
#define PREVIEW_ROWS 100000
#define PREVIEW_COLUMNS 40
#define SHOWN_ERRORS 200
/* A column is as wide as its name and the first cells need, up to a width that leaves the others
 * in sight. */
#define MEASURED_ROWS 30
#define WIDEST_COLUMN 220
#define WIDEST_RESULT 300
#define COLUMN_PADDING 16

static void
skip_cb (ValImportDialog *self)
{
  val_import_dialog_show_outcome (self);
}

static void
save_cb (GFile *file, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->finding == NULL || self->finding->outcome == NULL || self->job != NULL)
    return;
  csv = val_import_plan_refused_csv (self->finding->plan, self->finding->outcome);
  if (!g_file_replace_contents (file, csv, strlen (csv), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                NULL, &error))
    {
      gtk_label_set_text (self->problem_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
    }
}

static void
save_errors_cb (GtkButton *button, ValImportDialog *self)
{
  const ValFileType types[] = { { _("Tables (CSV)"), "*.csv" } };
  g_autofree char *name = g_strconcat (C_ ("file name", "bad-rows"), ".csv", NULL);

  val_file_choice_save (GTK_WIDGET (self), _("Save Bad Rows"), name, types,
                        G_N_ELEMENTS (types), save_cb, g_object_ref (self));
}

/* The row of the preview that begins on a line of the file. */
static int
row_of_line (ValImportDialog *self, int line)
{
  int low = 0, high = MIN (val_import_plan_n_rows (self->finding->plan), PREVIEW_ROWS);

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (val_import_plan_row_line (self->finding->plan, middle) < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
scroll_to_row (ValImportDialog *self, int row)
{
  if (row >= MIN (val_import_plan_n_rows (self->finding->plan), PREVIEW_ROWS))
    return FALSE;
  /* The list inside of the table knows how to scroll; the table itself learns it in a later GTK. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->preview)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return gtk_widget_activate_action (child, "list.scroll-to-item", "u", (guint) row);
  return FALSE;
}

/* The line after the one before; several faults of a row are one bad row. */
static void
next_bad_cb (ValImportDialog *self)
{
  const GPtrArray *errors;
  int line;

  if (self->finding == NULL || self->finding->outcome == NULL || self->job != NULL)
    return;
  errors = self->finding->outcome->errors;
  if (errors == NULL || errors->len == 0)
    return;
  line = self->bad_at > 0 && self->bad_at <= errors->len
             ? ((const ValRowError *) errors->pdata[self->bad_at - 1])->line
             : 0;
  while (self->bad_at < errors->len
         && ((const ValRowError *) errors->pdata[self->bad_at])->line == line)
    self->bad_at++;
  if (self->bad_at >= errors->len)
    self->bad_at = 0;
  line = ((const ValRowError *) errors->pdata[self->bad_at])->line;
  self->bad_at++;
  /* Behind what the preview holds the first one follows again. */
  if (!scroll_to_row (self, row_of_line (self, line)))
    self->bad_at = 0;
}

static void
error_row_cb (AdwActionRow *row, ValImportDialog *self)
{
  int line = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "val-line"));

  if (self->finding != NULL && self->job == NULL)
    scroll_to_row (self, row_of_line (self, line));
}

/* What of the file is not in the preview. */
static void
show_limits (ValImportDialog *self)
{
  int n_rows = val_import_plan_n_rows (self->finding->plan);
  int n_columns = val_import_plan_n_columns (self->finding->plan);
  g_autofree char *rows = val_format_integer (n_rows);
  g_autofree char *columns = val_format_integer (n_columns);
  g_autofree char *shown_rows = val_format_integer (MIN (n_rows, PREVIEW_ROWS));
  g_autofree char *shown_columns = val_format_integer (MIN (n_columns, PREVIEW_COLUMNS));
  g_autofree char *rows_text = NULL, *columns_text = NULL, *text = NULL;

  if (n_rows > PREVIEW_ROWS)
    /* Translators: both are numbers above a thousand */
    rows_text = g_strdup_printf (_("The first %1$s of %2$s rows."), shown_rows, rows);
  else
    rows_text = val_format_replace (ngettext ("%s row.", "%s rows.", (gulong) n_rows), rows);
  if (n_columns > PREVIEW_COLUMNS)
    /* Translators: both are numbers above ten */
    columns_text = g_strdup_printf (_("The first %1$s of %2$s columns."), shown_columns, columns);
  else
    columns_text
        = val_format_replace (ngettext ("%s column.", "%s columns.", (gulong) n_columns), columns);
  text = g_strconcat (rows_text, " ", columns_text, NULL);
  gtk_label_set_text (self->preview_note, text);
}

/**
 * val_import_dialog_init_preview:
 *
 * Connects what stands in the template.
 */
void
val_import_dialog_init_preview (ValImportDialog *self)
{
  self->save_errors = gtk_button_new_with_mnemonic (_("_Save…"));
  gtk_widget_set_valign (self->save_errors, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (self->save_errors, _("Save bad rows as CSV"));
  gtk_widget_set_tooltip_text (self->save_errors, _("Save bad rows as CSV"));
  g_signal_connect (self->save_errors, "clicked", G_CALLBACK (save_errors_cb), self);
  adw_expander_row_add_action (self->errors_row, self->save_errors);
  g_signal_connect_swapped (self->skip_switch, "notify::active", G_CALLBACK (skip_cb), self);
  g_signal_connect_swapped (self->next_bad, "clicked", G_CALLBACK (next_bad_cb), self);
}

static void
append_count (GString *text, const char *sentence, int n)
{
  g_autofree char *number = val_format_integer (n);
  g_autofree char *part = val_format_replace (sentence, number);

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
show_counts (ValImportDialog *self, const ValImportOutcome *outcome)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *markup = NULL;

  append_count (title,
                ngettext ("%s row will be imported", "%s rows will be imported",
                          (gulong) outcome->rows_stored),
                outcome->rows_stored);
  append_count (more, ngettext ("%s row read", "%s rows read", (gulong) outcome->rows_read),
                outcome->rows_read);
  if (outcome->people_made > 0)
    append_count (more, ngettext ("%s new person", "%s new people", (gulong) outcome->people_made),
                  outcome->people_made);
  if (outcome->people_changed > 0)
    append_count (more,
                  ngettext ("%s person changed", "%s people changed",
                            (gulong) outcome->people_changed),
                  outcome->people_changed);
  if (outcome->skills_made > 0)
    append_count (more, ngettext ("%s new skill", "%s new skills", (gulong) outcome->skills_made),
                  outcome->skills_made);
  if (outcome->rows_present > 0)
    append_count (more,
                  ngettext ("%s contact was there already", "%s contacts were there already",
                            (gulong) outcome->rows_present),
                  outcome->rows_present);
  if (outcome->rows_blank > 0)
    append_count (more,
                  ngettext ("%s empty row left out", "%s empty rows left out",
                            (gulong) outcome->rows_blank),
                  outcome->rows_blank);
  if (outcome->rows_refused > 0)
    append_count (more, ngettext ("%s bad row", "%s bad rows", (gulong) outcome->rows_refused),
                  outcome->rows_refused);
  if (outcome->converted)
    g_string_append_printf (more, "\n%s",
                            _("Times with a time zone were put into the local one."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->counts_row), title->str);
  markup = g_markup_escape_text (more->str, -1);
  adw_action_row_set_subtitle (self->counts_row, markup);
}

static void
add_error_row (ValImportDialog *self, const ValRowError *row_error)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = val_format_integer (row_error->line);
  /* Translators: a line of the imported file; %s is its number */
  g_autofree char *title = g_strdup_printf (_("Line %s"), line);
  g_autofree char *text = g_strdup_printf (
      /* Translators: a column of the file and why its value is refused */
      _("%1$s: %2$s"), val_import_plan_field_label (
          val_import_plan_get_kind (self->finding->plan), row_error->field), row_error->reason);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show in the preview"));
  g_object_set_data (G_OBJECT (row), "val-line", GINT_TO_POINTER (row_error->line));
  g_signal_connect (row, "activated", G_CALLBACK (error_row_cb), self);
  adw_expander_row_add_row (self->errors_row, row);
  g_ptr_array_add (self->error_rows, row);
}

static void
show_errors (ValImportDialog *self, const ValImportOutcome *outcome)
{
  guint n = outcome->errors != NULL ? outcome->errors->len : 0;

  for (guint i = 0; i < self->error_rows->len; i++)
    adw_expander_row_remove (self->errors_row, self->error_rows->pdata[i]);
  g_ptr_array_set_size (self->error_rows, 0);
  for (guint i = 0; i < MIN (n, SHOWN_ERRORS); i++)
    add_error_row (self, outcome->errors->pdata[i]);
  if (n > SHOWN_ERRORS)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *rest = val_format_integer (n - SHOWN_ERRORS);
      g_autofree char *text = val_format_replace (
          ngettext ("And %s more. Save them to see all.", "And %s more. Save them to see all.",
                    n - SHOWN_ERRORS),
          rest);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      adw_expander_row_add_row (self->errors_row, row);
      g_ptr_array_add (self->error_rows, row);
    }
}

/* Who has not gone anywhere yet stands at Cancel, the first there is; Enter would throw away what has
 * just been read. */
static void
focus_import (ValImportDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_widget_get_sensitive (self->import_button)
      && (focus == NULL || focus == self->cancel_button))
    gtk_widget_grab_focus (self->import_button);
}

/**
 * val_import_dialog_show_outcome:
 *
 * Says what will happen, and whether it can.
 */
void
val_import_dialog_show_outcome (ValImportDialog *self)
{
  const ValImportOutcome *outcome = self->finding != NULL ? self->finding->outcome : NULL;
  gboolean bad = outcome != NULL && outcome->rows_refused > 0;
  gboolean skip = gtk_switch_get_active (self->skip_switch);

  gtk_widget_set_visible (self->outcome_group, outcome != NULL);
  gtk_widget_set_visible (self->skip_row, bad);
  gtk_widget_set_visible (GTK_WIDGET (self->errors_row), bad);
  gtk_widget_set_visible (self->next_bad, bad);
  if (outcome != NULL)
    {
      show_counts (self, outcome);
      show_errors (self, outcome);
    }
  gtk_widget_set_sensitive (self->import_button, outcome != NULL && outcome->edit != NULL
                                                     && self->job == NULL && !self->storing
                                                     && (!bad || skip));
  focus_import (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->skip_row),
                               skip ? "" : _("Otherwise mend the file first; nothing is stored."));
}

static const ValRowError *
find_error (ValImportDialog *self, int row)
{
  const ValImportOutcome *outcome = self->finding->outcome;
  int line = val_import_plan_row_line (self->finding->plan, row);
  guint low = 0, high;

  if (outcome == NULL || outcome->errors == NULL)
    return NULL;
  /* They stand in the file's order. */
  high = outcome->errors->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const ValRowError *) outcome->errors->pdata[middle])->line < line)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == outcome->errors->len
      || ((const ValRowError *) outcome->errors->pdata[low])->line != line)
    return NULL;
  return outcome->errors->pdata[low];
}

static gboolean
tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));

  /* Asked for when wanted: setting a tooltip on every cell costs a round trip each. */
  if (*text == '\0' || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

/* What the file has there, or what becomes of the row. */
static const char *
cell_text (ValImportDialog *self, int row, int column, gboolean *ret_bad)
{
  const ValRowError *error;
  const char *text;

  *ret_bad = FALSE;
  if (column >= 0)
    {
      text = val_import_plan_cell (self->finding->plan, row, column);
      return text != NULL ? text : "";
    }
  if (self->finding->outcome == NULL)
    return "";
  error = find_error (self, row);
  *ret_bad = error != NULL;
  return error != NULL ? error->reason : C_ ("row of a file", "will be imported");
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ValImportDialog *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "val-column"));
  gboolean bad;

  if (self->finding == NULL || self->job != NULL)
    return;
  gtk_label_set_text (GTK_LABEL (label),
                      cell_text (self, (int) gtk_list_item_get_position (item), column, &bad));
  gtk_widget_remove_css_class (label, "val-bad");
  if (bad)
    gtk_widget_add_css_class (label, "val-bad");
}

/* A GtkColumnView gives a column that may be cut as little as its name needs. */
static int
column_width (ValImportDialog *self, const char *title, int column)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self->preview), NULL);
  int n = MIN (val_import_plan_n_rows (self->finding->plan), MEASURED_ROWS);
  int least, most, width;
  gboolean bad;

  /* The name is bold. */
  pango_layout_set_text (layout, title, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  least = most = width * 5 / 4;
  for (int row = 0; row < n; row++)
    {
      pango_layout_set_text (layout, cell_text (self, row, column, &bad), -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      most = MAX (most, width);
    }
  return MAX (least, MIN (most, column < 0 ? WIDEST_RESULT : WIDEST_COLUMN)) + COLUMN_PADDING;
}

static void
append_column (ValImportDialog *self, const char *title, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "val-column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, column_width (self, title, column));
  gtk_column_view_append_column (self->preview, view_column);
  g_object_unref (view_column);
}

/**
 * val_import_dialog_fill_preview:
 *
 * Shows the first rows with what will become of them.
 */
void
val_import_dialog_fill_preview (ValImportDialog *self)
{
  ValImportPlan *plan = self->finding->plan;
  GListModel *columns = gtk_column_view_get_columns (self->preview);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  int n = MIN (val_import_plan_n_rows (plan), PREVIEW_ROWS);
  GtkSelectionModel *model;

  gtk_column_view_set_model (self->preview, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->preview, column);
    }
  self->bad_at = 0;
  show_limits (self);
  append_column (self, C_ ("import preview", "Result"), -1);
  for (int i = 0; i < MIN (val_import_plan_n_columns (plan), PREVIEW_COLUMNS); i++)
    {
      const char *name = val_import_plan_column_name (plan, i);

      append_column (self, name != NULL ? name : "", i);
    }
  for (int i = 0; i < n; i++)
    gtk_string_list_append (rows, "");
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->preview, model);
  g_object_unref (model);
}
