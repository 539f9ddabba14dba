/* val-export-action.c: everything into a file that others can read
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-export-action.h"

#include "val-export.h"
#include "val-file-choice.h"
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
  gint64 person_id; /* 0: everybody */
  ValDataset *dataset;
  char *path;
  Form form;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->session);
  g_object_unref (export->parent);
  g_clear_pointer (&export->dataset, val_dataset_unref);
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

/* In a worker: the store is read, and waited for. */
static gboolean
write_form (Export *export, GError **error)
{
  ValStore *store = val_session_get_store (export->session);
  gint64 id = export->person_id;
  g_autoptr (ValContacts) contacts = val_store_read_contacts (store, error);
  ValExportBulk bulk = { contacts, read_details, read_intervals, store, read_history };
  g_autoptr (GPtrArray) records = NULL, history = NULL;

  if (contacts == NULL)
    return FALSE;
  records = id != 0 ? val_store_read_held (store, export->dataset, id, error)
                    : val_store_read_person (store, 0, error);
  /* Which skills concern a person is seen from the scores. */
  history = id != 0 && records != NULL ? read_history (store, id, error) : NULL;
  if (records == NULL || (id != 0 && history == NULL))
    return FALSE;
  switch (export->form)
    {
    case FORM_CSV:
      return val_export_csv (export->dataset, history, records, id, &bulk, export->path, error);
    case FORM_XLSX:
      return val_export_xlsx (export->dataset, history, records, id, &bulk, export->path, error);
    case FORM_JSON:
    default:
      return val_export_json_file (export->dataset, history, records, id, &bulk, export->path,
                                   error);
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
chosen_cb (GFile *file, gpointer data)
{
  Export *export = data;
  g_autoptr (GTask) task = NULL;

  export->path = file != NULL ? g_file_get_path (file) : NULL;
  if (export->path == NULL || val_session_get_dataset (export->session) == NULL)
    {
      end (export, NULL, NULL);
      return;
    }
  export->dataset = val_dataset_ref (val_session_get_dataset (export->session));
  task = g_task_new (export->session, NULL, written_cb, export);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, write_thread);
}

static void
ask_where (Export *export, const char *extension, const char *filter)
{
  g_autofree char *day = val_day_to_iso (val_session_get_today (export->session));
  g_autofree char *name
      = g_strdup_printf ("%s-%s%s", export->person_id != 0 ? C_ ("file name", "person") : "valmius",
                         day, extension);
  const ValFileType types[] = { { filter, export->form == FORM_XLSX ? "*.xlsx" : "*.json" } };
  const char *title = export->form == FORM_CSV    ? _("Name of the New Folder")
                      : export->person_id != 0    ? _("Export Everything About a Person")
                                                  : _("Export Everything");

  val_file_choice_save (export->parent, title, name, filter != NULL ? types : NULL,
                        filter != NULL ? 1 : 0, chosen_cb, export);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Export *export)
{
  if (g_str_equal (response, "json"))
    {
      export->form = FORM_JSON;
      ask_where (export, ".json", _("JSON"));
    }
  else if (g_str_equal (response, "xlsx"))
    {
      export->form = FORM_XLSX;
      ask_where (export, ".xlsx", _("Excel workbook"));
    }
  else if (g_str_equal (response, "csv"))
    {
      export->form = FORM_CSV;
      ask_where (export, "", NULL);
    }
  else
    end (export, NULL, NULL);
}

static void
present (ValSession *session, GtkWidget *parent, gint64 person_id, const char *title,
         const char *body, ValExportDone done, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Export *export = g_new0 (Export, 1);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, body);

  export->session = g_object_ref (session);
  export->parent = g_object_ref (parent);
  export->person_id = person_id;
  export->done = done;
  export->data = data;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "xlsx",
                                    _("One Excel _Workbook"), "csv", _("Folder of CSV _Files"),
                                    "json", _("One _JSON File"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), export);
  gtk_window_present (GTK_WINDOW (dialog));
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
  present (session, parent, 0, _("Export Everything"),
           _("Everything in this file: people, teams, skills and scores with their history, notes "
             "and sessions, private remarks included. Keep the export as safe as the file itself."),
           done, data);
}

/**
 * val_export_all_about:
 * @parent: a widget of the window that asks
 * @person_id: somebody
 * @done: called once, in the main context
 *
 * The same of all that is held on one person, as the command line does with --agent.
 */
void
val_export_all_about (ValSession *session, GtkWidget *parent, gint64 person_id, ValExportDone done,
                   gpointer data)
{
  present (session, parent, person_id, _("Export Everything About a Person"),
           _("All that is held on this person: scores with their history, notes, thanks, sessions, "
             "agreements, goals, contacts and values, your private remarks included. Read it "
             "before you hand it over: it may contain the names of others."),
           done, data);
}
