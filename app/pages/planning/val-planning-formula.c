/* val-planning-formula.c: by which formula the service levels of a file were worked out
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-field-fault.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-number-spin.h"
#include "val-planning-page-private.h"

#define MOST_SECONDS 3600

typedef struct
{
  ValPlanningPage *page;
  gint64 id;
  GtkWidget *variant;
  GtkWidget *seconds;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_free (self);
}

static const ValForecastVersion *
find_record (ValPlanningPage *page, gint64 id)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (page)));

  return dataset != NULL ? val_dataset_find_record (dataset, VAL_RECORD_FORECAST, id) : NULL;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *self)
{
  const ValForecastVersion *record = find_record (self->page, self->id);
  int variant = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->variant));
  int seconds = val_number_spin_get (self->seconds) / 1000;
  g_autoptr (ValEdit) edit = NULL;

  if (g_strcmp0 (response, "save") != 0 || record == NULL
      || (record->variant == variant && record->seconds == seconds))
    return;
  edit = val_planning_formula_edit (record, variant, seconds);
  val_session_edit (val_page_get_session (VAL_PAGE (self->page)), edit, NULL, NULL);
}

/* The names are long: the chosen one stands below the title, where it may take several lines. */
static GtkWidget *
add_variants (GtkWidget *list, int chosen)
{
  const char *names[VAL_N_SERVICE_VARIANTS + 1] = { NULL };
  g_autoptr (GtkStringList) model = NULL;
  GtkWidget *row = adw_combo_row_new ();

  for (int i = 0; i < VAL_N_SERVICE_VARIANTS; i++)
    names[i] = val_service_variant_get_label (i);
  model = gtk_string_list_new (names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Formula of service level"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) chosen);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static GtkWidget *
add_seconds (GtkWidget *list, int seconds)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = val_number_spin_new (MOST_SECONDS, 5000);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("In time means within, seconds"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  val_number_spin_set (spin, seconds * 1000);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (spin, _("In time means within, seconds"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return spin;
}

/* The answer closes the question: it can be given only when the number is one. */
static void
seconds_cb (GtkWidget *spin, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "save", val_field_is_right (spin));
}

/* val_planning_page_ask_formula: asks by which formula the service levels of a version came about */
void
val_planning_page_ask_formula (ValPlanningPage *self, gint64 id)
{
  const ValForecastVersion *record = find_record (self, id);
  GtkWidget *dialog, *list;
  Asking *asking;

  if (record == NULL)
    return;
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Formula of Service Level"),
      _("Five formulas are in use, and they give different numbers for the same day. Which one "
        "worked out the service levels of this file? The numbers stay as they are."));
  asking = g_new0 (Asking, 1);
  asking->page = g_object_ref (self);
  asking->id = id;
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  asking->variant = add_variants (list, record->variant);
  asking->seconds = add_seconds (list, record->seconds);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save",
                                    _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (asking->seconds, "changed", G_CALLBACK (seconds_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
