/* val-import-options.c: what was recognised of a file, to be corrected
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-dialog-private.h"

#include "val-date-entry.h"
#include "val-drop-down.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-wrap-row.h"

static const char separators[] = { ',', ';', '\t', '|' };
static const char decimals[] = { '.', ',' };
static const char *const scales[] = { "0-10", "1-5", "1-6", "1-10", "0-100", "A-E" };

static void
set_names (AdwComboRow *row, const char *const *names)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static void
changed_cb (ValImportDialog *self)
{
  val_import_dialog_work (self);
}

static void
scale_changed_cb (ValImportDialog *self)
{
  if (!self->filling)
    self->scale_chosen = TRUE;
  val_import_dialog_work (self);
}

static void
connect_row (ValImportDialog *self, AdwComboRow *row)
{
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
}

/**
 * val_import_dialog_init_options:
 *
 * Fills the lists one can choose from.
 */
void
val_import_dialog_init_options (ValImportDialog *self)
{
  const char *kinds[]
      = { _("People"), _("Skill scores"), _("Feedback notes"), _("Thanks"), _("Contacts"),
          _("Values of indicators"), _("Forecast and actual contacts"), NULL };
  const char *separator_names[]
      = { _("Comma"), _("Semicolon"), C_ ("separator", "Tab"), _("Vertical bar"), NULL };
  const char *decimal_names[] = { _("Point (3.5)"), _("Comma (3,5)"), NULL };
  const char *orders[] = { _("Year, month, day"), _("Day, month, year"), _("Month, day, year"), NULL };
  const char *scale_names[]
      = { _("0 to 10"), _("1 to 5"), _("1 to 6"), _("1 to 10"), _("0 to 100"), _("A to E"), NULL };
  const char *variants[VAL_N_SERVICE_VARIANTS + 1] = { NULL };

  self->filling = TRUE;
  set_names (self->kind_row, kinds);
  set_names (self->separator_row, separator_names);
  set_names (self->decimal_row, decimal_names);
  set_names (self->order_row, orders);
  set_names (self->scale_row, scale_names);
  for (int i = 0; i < VAL_N_SERVICE_VARIANTS; i++)
    variants[i] = val_service_variant_get_label (i);
  set_names (self->service_row, variants);
  set_names (self->encoding_row, val_import_plan_list_encodings ());
  connect_row (self, self->kind_row);
  connect_row (self, self->separator_row);
  connect_row (self, self->decimal_row);
  connect_row (self, self->order_row);
  connect_row (self, self->encoding_row);
  connect_row (self, self->sheet_row);
  connect_row (self, self->service_row);
  g_signal_connect_swapped (self->scale_row, "notify::selected", G_CALLBACK (scale_changed_cb),
                            self);
  g_signal_connect_swapped (self->team_row, "changed", G_CALLBACK (changed_cb), self);

  self->date_entry = val_date_entry_new (val_session_get_today (self->session));
  val_date_entry_set_label (VAL_DATE_ENTRY (self->date_entry), _("Date of scores without one"));
  gtk_widget_set_valign (self->date_entry, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->date_row, self->date_entry);
  g_signal_connect_swapped (self->date_entry, "notify::day", G_CALLBACK (changed_cb), self);
  self->filling = FALSE;
}

static guint
place_of (char wanted, const char *choices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (choices[i] == wanted)
        return i;
    }
  return 0;
}

static void
fill_encoding (ValImportDialog *self, const char *encoding)
{
  const char *const *encodings = val_import_plan_list_encodings ();

  for (guint i = 0; encodings[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (encodings[i], encoding) == 0)
        adw_combo_row_set_selected (self->encoding_row, i);
    }
}

/* The list of sheets is made once a file: rebuilding it would take the choice back. */
static void
fill_sheets (ValImportDialog *self, ValImportPlan *plan)
{
  guint n = val_import_plan_n_sheets (plan);
  GListModel *model = adw_combo_row_get_model (self->sheet_row);

  if (model == NULL || g_list_model_get_n_items (model) != n)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < n; i++)
        gtk_string_list_append (names, val_import_plan_sheet_name (plan, i));
      adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
    }
  if (n > 0)
    adw_combo_row_set_selected (self->sheet_row, val_import_plan_get_sheet (plan));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), n == 0);
}

static void
fill_scale (ValImportDialog *self, const ValScale *scale)
{
  g_autofree char *text = val_scale_to_string (scale);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (g_strcmp0 (scales[i], text) == 0)
        adw_combo_row_set_selected (self->scale_row, i);
    }
}

static void
add_column_row (ValImportDialog *self, int column, const char *const *fields)
{
  ValImportPlan *plan = self->finding->plan;
  const char *field = val_import_plan_column_field (plan, column);
  const char *name = val_import_plan_column_name (plan, column);
  const char *sample = val_import_plan_column_sample (plan, column);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *choice;
  guint selected = 0;

  gtk_string_list_append (names, _("Leave out"));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      gtk_string_list_append (names, val_import_plan_field_label (val_import_plan_get_kind (plan),
                                                                   fields[i]));
      if (g_strcmp0 (fields[i], field) == 0)
        selected = i + 1;
    }
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  val_drop_down_limit (GTK_DROP_DOWN (choice), VAL_DROP_DOWN_LINE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_widget_set_hexpand (choice, TRUE);
  val_gtk_label_inside (choice, name != NULL ? name : "");
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (changed_cb), self);

  /* Translators: what stands in the first rows of a column of an imported file */
  subtitle = sample != NULL ? g_strdup_printf (_("for example %s"), sample) : NULL;
  row = val_wrap_row_new (name != NULL ? name : "", subtitle);
  val_wrap_row_add (row, choice);
  g_object_set_data (G_OBJECT (choice), "val-owner", row);
  adw_preferences_group_add (self->columns_group, row);
  g_ptr_array_add (self->column_rows, choice);
}

/* All the fields of the kind, and that of a column of a wide table. */
static const char **
dup_fields (ValImportKind kind)
{
  const char *const *fields = val_import_plan_list_fields (kind);
  GPtrArray *all = g_ptr_array_new ();
  gboolean has_skill_column = FALSE;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_ptr_array_add (all, (gpointer) fields[i]);
      has_skill_column |= g_str_equal (fields[i], VAL_FIELD_SKILL_COLUMN);
    }
  if (kind == VAL_IMPORT_ASSESSMENTS && !has_skill_column)
    g_ptr_array_add (all, (gpointer) VAL_FIELD_SKILL_COLUMN);
  if (kind == VAL_IMPORT_VALUES)
    g_ptr_array_add (all, (gpointer) VAL_FIELD_INDICATOR_COLUMN);
  g_ptr_array_add (all, NULL);
  return (const char **) g_ptr_array_free (all, FALSE);
}

/* A wide table may have hundreds of skill columns; a row with a list for each would be slow and
 * help nobody. */
#define MAX_COLUMN_ROWS 40

static void
fill_columns (ValImportDialog *self)
{
  ValImportPlan *plan = self->finding->plan;
  g_autofree const char **fields = dup_fields (val_import_plan_get_kind (plan));
  int n = MIN (val_import_plan_n_columns (plan), MAX_COLUMN_ROWS);

  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (
        self->columns_group, g_object_get_data (self->column_rows->pdata[i], "val-owner"));
  g_ptr_array_set_size (self->column_rows, 0);
  for (int i = 0; i < n; i++)
    add_column_row (self, i, fields);
}

/* A choice that the user is in the middle of must not be rebuilt under the hand. */
static gboolean
columns_are_current (ValImportDialog *self)
{
  ValImportPlan *plan = self->finding->plan;
  g_autofree const char **fields = dup_fields (val_import_plan_get_kind (plan));
  guint n_fields = g_strv_length ((char **) fields);
  int n = MIN (val_import_plan_n_columns (plan), MAX_COLUMN_ROWS);

  if ((int) self->column_rows->len != n)
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      GtkDropDown *choice = self->column_rows->pdata[i];
      GtkWidget *row = g_object_get_data (G_OBJECT (choice), "val-owner");
      guint selected = gtk_drop_down_get_selected (choice);

      if (g_list_model_get_n_items (gtk_drop_down_get_model (choice)) != n_fields + 1
          || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                        val_import_plan_column_name (plan, i)) != 0
          || g_strcmp0 (selected > 0 ? fields[selected - 1] : NULL,
                        val_import_plan_column_field (plan, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_field (ValImportPlan *plan, const char *field)
{
  for (int i = 0; i < val_import_plan_n_columns (plan); i++)
    if (g_strcmp0 (val_import_plan_column_field (plan, i), field) == 0)
      return TRUE;
  return FALSE;
}

/* The encoding; of a workbook with several sheets, which one was taken. */
static char *
dup_reading (ValImportPlan *plan)
{
  guint n = val_import_plan_n_sheets (plan);

  if (n == 0)
    return g_strdup (val_import_plan_get_encoding (plan));
  if (n == 1)
    return g_strdup (_("Excel workbook"));
  /* Translators: %s is the name of a sheet */
  return val_format_replace (
      _("Excel workbook, sheet “%s”"),
      val_import_plan_sheet_name (plan, val_import_plan_get_sheet (plan)));
}

/**
 * val_import_dialog_fill_options:
 *
 * Shows what the plan stands at.
 */
void
val_import_dialog_fill_options (ValImportDialog *self)
{
  ValImportPlan *plan = self->finding->plan;
  ValScale scale = val_import_plan_get_scale (plan);
  ValImportKind kind = val_import_plan_get_kind (plan);
  gboolean scores = kind == VAL_IMPORT_ASSESSMENTS;
  g_autofree char *reading = NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, (guint) val_import_plan_get_kind (plan));
  adw_combo_row_set_selected (self->separator_row,
                              place_of (val_import_plan_get_separator (plan), separators,
                                        G_N_ELEMENTS (separators)));
  adw_combo_row_set_selected (self->decimal_row, place_of (val_import_plan_get_decimal_sign (plan),
                                                           decimals, G_N_ELEMENTS (decimals)));
  adw_combo_row_set_selected (self->order_row, (guint) val_import_plan_get_date_order (plan));
  fill_sheets (self, plan);
  fill_encoding (self, val_import_plan_get_encoding (plan));
  fill_scale (self, &scale);
  gtk_widget_set_visible (self->scale_note, self->finding->scale_proposed);
  if (!val_date_entry_is_wrong (VAL_DATE_ENTRY (self->date_entry)))
    val_date_entry_set_day (VAL_DATE_ENTRY (self->date_entry), val_import_plan_get_date (plan));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scale_row),
                                 scores ? _("Levels are written from")
                                        : _("Ratings are written from"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row),
                                 scores ? _("Date of scores without one")
                                        : _("Date of values without one"));
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row),
                          scores || has_field (plan, "satisfaction"));
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), scores || kind == VAL_IMPORT_VALUES);
  adw_combo_row_set_selected (self->service_row,
                              (guint) val_import_plan_get_service_variant (plan));
  gtk_widget_set_visible (GTK_WIDGET (self->service_row),
                          kind == VAL_IMPORT_FORECAST && has_field (plan, "service_level"));
  gtk_widget_set_visible (self->team_row, kind != VAL_IMPORT_FORECAST);
  if (!columns_are_current (self))
    fill_columns (self);
  reading = dup_reading (plan);
  adw_expander_row_set_subtitle (self->reading_row, reading);
  self->filling = FALSE;
}

/**
 * val_import_dialog_read_options:
 *
 * Returns: (transfer full): what is set on screen now
 */
ValImportSettings *
val_import_dialog_read_options (ValImportDialog *self)
{
  ValImportPlan *plan = self->finding->plan;
  ValImportSettings *settings = val_import_settings_new_from_plan (plan);
  const char *const *encodings = val_import_plan_list_encodings ();
  g_autofree const char **fields = dup_fields (val_import_plan_get_kind (plan));
  guint n_fields = g_strv_length ((char **) fields);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->date_entry));

  settings->kind = (ValImportKind) adw_combo_row_get_selected (self->kind_row);
  if (val_import_plan_n_sheets (plan) > 0
      && adw_combo_row_get_selected (self->sheet_row) < val_import_plan_n_sheets (plan))
    {
      g_free (settings->sheet);
      settings->sheet = g_strdup (
          val_import_plan_sheet_name (plan, adw_combo_row_get_selected (self->sheet_row)));
    }
  g_free (settings->encoding);
  settings->encoding = g_strdup (encodings[adw_combo_row_get_selected (self->encoding_row)]);
  settings->separator = separators[adw_combo_row_get_selected (self->separator_row)];
  settings->decimal_sign = decimals[adw_combo_row_get_selected (self->decimal_row)];
  settings->date_order = (ValDateOrder) adw_combo_row_get_selected (self->order_row);
  settings->service_variant = (int) adw_combo_row_get_selected (self->service_row);
  settings->has_scale = self->scale_chosen;
  if (self->scale_chosen)
    val_scale_parse (scales[adw_combo_row_get_selected (self->scale_row)], &settings->scale, NULL);
  if (day != VAL_DAY_NONE)
    settings->date = day;
  settings->team = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->team_row))));
  val_import_dialog_read_agents (self, settings);
  settings->present = self->present != NULL ? g_array_ref (self->present) : NULL;
  for (guint i = 0; i < self->column_rows->len && i < settings->fields->len; i++)
    {
      guint selected = gtk_drop_down_get_selected (self->column_rows->pdata[i]);

      g_free (settings->fields->pdata[i]);
      settings->fields->pdata[i]
          = g_strdup (selected > 0 && selected <= n_fields ? fields[selected - 1] : NULL);
    }
  return settings;
}
