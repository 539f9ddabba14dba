/* val-export-action.c: everything into a file that others can read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-export-action.h"

#include "val-export.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

typedef enum
{
  FORM_JSON,
  FORM_CSV,
  FORM_XLSX,
} Form;

typedef struct
{
  ValSession *session;
  GtkWidget *parent;
  ValExportDone done;
  gpointer data;
  ValDataset *dataset;
  GPtrArray *records;
  char *path;
  Form form;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->session);
  g_object_unref (export->parent);
  g_clear_pointer (&export->dataset, val_dataset_unref);
  g_clear_pointer (&export->records, g_ptr_array_unref);
  g_free (export->path);
  g_free (export);
}

static void
end (Export *export, const char *message, const GError *error)
{
  export->done (message, error, export->data);
  export_free (export);
}

static GPtrArray *
read_details (gpointer store, GArray *ids, GError **error)
{
  return val_store_read_contact_details (store, ids, error);
}

static GArray *
read_intervals (gpointer store, gint64 forecast_id, GError **error)
{
  return val_store_read_intervals (store, forecast_id, error);
}

static GPtrArray *
read_history (gpointer store, gint64 person_id, GError **error)
{
  return val_store_history (store, person_id, 0, error);
}

static gboolean
write_form (Export *export, GError **error)
{
  ValStore *store = val_session_get_store (export->session);
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, error);
  ValExportBulk bulk = { contacts, read_details, read_intervals, store, read_history };

  if (contacts == NULL)
    return FALSE;
  switch (export->form)
    {
    case FORM_CSV:
      return val_export_csv (export->dataset, NULL, export->records, 0, &bulk,
                             export->path, error);
    case FORM_XLSX:
      return val_export_xlsx (export->dataset, NULL, export->records, 0, &bulk,
                              export->path, error);
    case FORM_JSON:
    default:
      return val_export_json_file (export->dataset, NULL, export->records, 0, &bulk,
                                   export->path, error);
    }
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_form (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_filename_display_basename (export->path);
      /* Translators: %s is the name of a file or folder */
      g_autofree char *message = g_strdup_printf (_("Exported to %s"), name);

      end (export, message, NULL);
    }
  else
    end (export, NULL, error);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  export->records = val_store_read_person_finish (VAL_STORE (source), result, &error);
  if (export->records == NULL)
    {
      end (export, NULL, error);
      return;
    }
  export->dataset = val_dataset_ref (val_session_get_dataset (export->session));
  task = g_task_new (export->session, NULL, written_cb, export);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, write_thread);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Export *export = data;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path == NULL || val_session_get_dataset (export->session) == NULL)
    end (export, NULL, NULL);
  else
    val_store_read_person_async (val_session_get_store (export->session), 0, NULL, records_cb,
                                 export);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Export *export)
{
  g_autofree char *day = val_day_to_iso (val_session_get_today (export->session));

  if (g_str_equal (response, "json"))
    {
      const ValFileType types[] = { { _("JSON"), "*.json" } };
      g_autofree char *name = g_strdup_printf ("valmius-%s.json", day);

      val_gtk_choose_save (export->parent, _("Export Everything"), name, types,
                           G_N_ELEMENTS (types), chosen_cb, export);
    }
  else if (g_str_equal (response, "xlsx"))
    {
      const ValFileType types[] = { { _("Excel workbook"), "*.xlsx" } };
      g_autofree char *name = g_strdup_printf ("valmius-%s.xlsx", day);

      export->form = FORM_XLSX;
      val_gtk_choose_save (export->parent, _("Export Everything"), name, types,
                           G_N_ELEMENTS (types), chosen_cb, export);
    }
  else if (g_str_equal (response, "csv"))
    {
      g_autofree char *name = g_strdup_printf ("valmius-%s", day);

      export->form = FORM_CSV;
      val_gtk_choose_save (export->parent, _("Name of the New Folder"), name, NULL, 0, chosen_cb,
                           export);
    }
  else
    end (export, NULL, NULL);
}

/**
 * val_export_everything:
 * @parent: a widget of the window that asks
 * @done: called once, in the main context
 *
 * Asks for the kind of file and the place, and writes in a worker.
 */
void
val_export_everything (ValSession *session, GtkWidget *parent, ValExportDone done, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Export *export = g_new0 (Export, 1);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Export Everything"),
      _("Everything in this file: people, teams, skills and scores with their history, notes and "
        "sessions, private remarks included. Keep the export as safe as the file itself."));

  export->session = g_object_ref (session);
  export->parent = g_object_ref (parent);
  export->done = done;
  export->data = data;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "xlsx",
                                    _("One Excel _Workbook"), "csv", _("Folder of CSV _Files"),
                                    "json", _("One _JSON File"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), export);
  gtk_window_present (GTK_WINDOW (dialog));
}
