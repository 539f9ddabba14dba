/* val-import-dialog.c: a file, what it will become, and then the import
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-dialog-private.h"

#include "val-config.h"
#include "val-file-choice.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

G_DEFINE_FINAL_TYPE (ValImportDialog, val_import_dialog, ADW_TYPE_WINDOW)

/* Corrections come in bursts; the file is worked through once after each. */
#define WORK_AFTER 200

static void
show_problem (ValImportDialog *self, const char *text)
{
  gtk_label_set_text (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static gboolean
progress_cb (gpointer data)
{
  ValImportDialog *self = data;

  if (self->job != NULL)
    {
      if (self->finding == NULL)
        adw_status_page_set_title (self->choose_page, _("Reading…"));
      gtk_progress_bar_set_fraction (self->progress, val_import_job_get_progress (self->job));
      gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_progress (ValImportDialog *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static gboolean
is_repeat (ValImportDialog *self)
{
  for (guint i = 0; self->imports != NULL && self->finding != NULL && i < self->imports->len; i++)
    {
      const ValImport *import = self->imports->pdata[i];

      /* Of a workbook each sheet may be of another kind. */
      if (!import->undone && g_strcmp0 (import->sha256, self->finding->sha256) == 0
          && g_strcmp0 (import->kind, val_import_kind_to_key (val_import_plan_get_kind (
                                          self->finding->plan)))
                 == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether what is imported twice counts twice, and not only stands there twice. */
static gboolean
counts_twice (ValImportDialog *self)
{
  ValImportKind kind = val_import_plan_get_kind (self->finding->plan);

  return kind == VAL_IMPORT_CONTACTS || kind == VAL_IMPORT_VALUES || kind == VAL_IMPORT_FORECAST;
}

static void
show_repeat (ValImportDialog *self)
{
  gboolean before = is_repeat (self);
  const ValImportOutcome *outcome = before ? self->finding->outcome : NULL;

  /* Contacts with a number of their own are known again, so that nothing would count twice. */
  if (outcome != NULL && outcome->rows_stored == 0 && outcome->rows_present > 0)
    gtk_label_set_text (self->repeat_label,
                        _("Exactly this file was imported before: nothing in it is new."));
  else if (before && counts_twice (self))
    gtk_label_set_text (self->repeat_label,
                        self->repeat_accepted
                            ? _("Exactly this file was imported before: everything in it would "
                                "count twice. Press the button once more to import it all the "
                                "same.")
                            : _("Exactly this file was imported before. Imported again, everything "
                                "in it counts twice."));
  else if (before)
    gtk_label_set_text (self->repeat_label,
                        _("Exactly this file was imported before. Importing it again adds the same "
                          "scores once more."));
  gtk_button_set_label (GTK_BUTTON (self->import_button),
                        before && self->repeat_accepted ? _("_Import Again") : _("_Import"));
  gtk_widget_set_visible (GTK_WIDGET (self->repeat_label), before);
}

static void
take_finding (ValImportDialog *self, ValImportFinding *finding)
{
  g_clear_pointer (&self->finding, val_import_finding_free);
  self->finding = finding;
  val_import_dialog_fill_options (self);
  val_import_dialog_fill_preview (self);
  val_import_dialog_show_outcome (self);
  val_import_dialog_show_agents (self);
  show_problem (self, finding->problem != NULL ? finding->problem : finding->doubt);
  show_repeat (self);
  gtk_stack_set_visible_child_name (self->stack, "plan");
}

static void
take_error (ValImportDialog *self, const GError *error)
{
  /* With a plan on screen the correction did not fit: everything stays as it was typed. */
  if (self->finding != NULL)
    {
      show_problem (self, error->message);
      gtk_widget_set_sensitive (self->import_button, FALSE);
      return;
    }
  adw_status_page_set_icon_name (self->choose_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->choose_page, _("This File Cannot Be Imported"));
  {
    g_autofree char *markup = g_markup_escape_text (error->message, -1);

    adw_status_page_set_description (self->choose_page, markup);
  }
  gtk_widget_set_visible (self->choose_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  ValImportFinding *finding = val_import_job_run_finish (result, &error);

  g_clear_pointer (&self->job, val_import_job_unref);
  g_clear_object (&self->cancellable);
  stop_progress (self);
  if (self->closing || self->session == NULL)
    {
      g_clear_pointer (&finding, val_import_finding_free);
      return;
    }
  if (self->again)
    {
      g_clear_pointer (&finding, val_import_finding_free);
      self->again = FALSE;
      val_import_dialog_work (self);
      return;
    }
  if (finding != NULL)
    {
      take_finding (self, finding);
      /* Until it is known which contacts are there already nothing can be stored. */
      if (val_import_dialog_ask_present (self))
        gtk_widget_set_sensitive (self->import_button, FALSE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_error (self, error);
}

static void
start_job (ValImportDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValImportPlan *plan = self->finding != NULL ? self->finding->plan : NULL;

  if (dataset == NULL || self->bytes == NULL)
    return;
  self->job = val_import_job_new (self->bytes, self->file_name, dataset,
                                  val_session_get_today (self->session), plan,
                                  plan != NULL ? val_import_dialog_read_options (self) : NULL);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->progress_timeout = g_timeout_add (300, progress_cb, self);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  val_import_job_run_async (self->job, self->cancellable, worked_cb, g_object_ref (self));
}

/* A file given on the command line can be read sooner than the database. */
static void
dataset_cb (ValSession *session, GParamSpec *pspec, ValImportDialog *self)
{
  if (self->bytes != NULL && self->finding == NULL && self->job == NULL && !self->storing)
    start_job (self);
}

static gboolean
start_cb (gpointer data)
{
  ValImportDialog *self = data;

  self->start_timeout = 0;
  if (self->job != NULL)
    {
      self->again = TRUE;
      g_cancellable_cancel (self->cancellable);
    }
  else
    start_job (self);
  return G_SOURCE_REMOVE;
}

/**
 * val_import_dialog_work:
 *
 * Works through the file with what is set now, soon.
 */
void
val_import_dialog_work (ValImportDialog *self)
{
  if (self->filling || self->storing)
    return;
  gtk_widget_set_sensitive (self->import_button, FALSE);
  g_clear_handle_id (&self->start_timeout, g_source_remove);
  self->start_timeout = g_timeout_add (WORK_AFTER, start_cb, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (self->closing || self->session == NULL)
    return;
  if (bytes == NULL)
    {
      take_error (self, error);
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  start_job (self);
}

static void
imports_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  GPtrArray *imports = val_store_list_imports_finish (VAL_STORE (source), result, NULL);

  g_clear_pointer (&self->imports, g_ptr_array_unref);
  self->imports = imports;
  show_repeat (self);
}

/**
 * val_import_dialog_load:
 * @file: a table
 *
 * Reads it and shows what it would become.
 */
void
val_import_dialog_load (ValImportDialog *self, GFile *file)
{
  g_autofree char *base = NULL;

  g_return_if_fail (VAL_IS_IMPORT_DIALOG (self));
  if (self->storing || self->job != NULL)
    return;

  base = g_file_get_basename (file);
  g_clear_pointer (&self->finding, val_import_finding_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  /* Until it is read there is nothing to choose: the page of the file follows. */
  adw_status_page_set_title (self->choose_page, "");
  adw_status_page_set_description (self->choose_page, "");
  gtk_widget_set_visible (self->choose_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_widget_set_sensitive (self->import_button, FALSE);
  self->scale_chosen = FALSE;
  self->repeat_accepted = FALSE;
  val_import_dialog_forget_agents (self);
  val_import_dialog_forget_present (self);
  gtk_switch_set_active (self->skip_switch, FALSE);
  g_free (self->file_name);
  self->file_name = g_filename_display_name (base);
  adw_window_title_set_subtitle (self->title, self->file_name);
  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
  val_store_list_imports_async (val_session_get_store (self->session), NULL, imports_cb,
                                g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;

  if (file != NULL && !self->closing)
    val_import_dialog_load (self, file);
}

static void
choose_cb (GtkButton *button, ValImportDialog *self)
{
  const ValFileType types[] = { { _("Tables (CSV, Excel)"), "*.csv *.txt *.tsv *.tab *.xlsx" } };

  val_file_choice_open (GTK_WIDGET (self), _("Import a File"), types, G_N_ELEMENTS (types),
                        file_chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, ValImportDialog *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->storing)
    return FALSE;
  val_import_dialog_load (self, files->data);
  return TRUE;
}

static void
storing_progress_cb (double fraction, gpointer data)
{
  ValImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) edit_result
      = val_session_edit_finish (VAL_SESSION (source), result, &error);

  self->storing = FALSE;
  g_clear_object (&self->cancellable);
  if (edit_result != NULL)
    {
      self->closing = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_sensitive (self->import_button, TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
import_cb (GtkButton *button, ValImportDialog *self)
{
  if (self->finding == NULL || self->finding->outcome == NULL
      || self->finding->outcome->edit == NULL || self->job != NULL || self->storing)
    return;
  /* What would count twice is asked for once more. */
  if (is_repeat (self) && counts_twice (self) && !self->repeat_accepted)
    {
      self->repeat_accepted = TRUE;
      show_repeat (self);
      return;
    }
  self->storing = TRUE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  show_problem (self, NULL);
  val_session_edit_with_progress (self->session, self->finding->outcome->edit, self->cancellable,
                                  storing_progress_cb, self, stored_cb, g_object_ref (self));
}

static void
cancel_cb (GtkButton *button, ValImportDialog *self)
{
  /* While storing, Cancel stops the storing; nothing of it is kept and the plan stays. */
  if (self->storing)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
val_import_dialog_close_request (GtkWindow *window)
{
  ValImportDialog *self = VAL_IMPORT_DIALOG (window);

  if (self->storing)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }
  self->closing = TRUE;
  /* The worker keeps the dialog until it ends. */
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (val_import_dialog_parent_class)->close_request (window);
}

static void
val_import_dialog_dispose (GObject *object)
{
  ValImportDialog *self = VAL_IMPORT_DIALOG (object);

  self->closing = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->start_timeout, g_source_remove);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_pointer (&self->finding, val_import_finding_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->error_rows, g_ptr_array_unref);
  g_clear_pointer (&self->agent_rows, g_ptr_array_unref);
  g_clear_pointer (&self->agent_choices, g_hash_table_unref);
  g_clear_pointer (&self->agent_ids, g_array_unref);
  g_clear_object (&self->agent_names);
  val_import_dialog_forget_present (self);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, choose_page);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, repeat_label);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, counts_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, skip_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, skip_switch);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, errors_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, agents_group);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, agents_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, scale_note);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, service_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, reading_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, preview_note);
  gtk_widget_class_bind_template_child (widget_class, ValImportDialog, next_bad);
}

/* As in every form. Wrong rows have to be decided on first: that is where the keys go on. */
static gboolean
press_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ValImportDialog *self = VAL_IMPORT_DIALOG (widget);

  if (gtk_widget_is_sensitive (self->import_button))
    gtk_widget_activate (self->import_button);
  else if (gtk_widget_get_mapped (self->skip_row) && !gtk_switch_get_active (self->skip_switch))
    gtk_widget_grab_focus (GTK_WIDGET (self->skip_switch));
  return TRUE;
}

static void
val_import_dialog_class_init (ValImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  val_gtk_ensure_resources ();
  G_OBJECT_CLASS (klass)->dispose = val_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = val_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, VAL_RESOURCE_PATH "/import.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, press_cb, NULL);
}

static void
val_import_dialog_init (ValImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->column_rows = g_ptr_array_new ();
  self->error_rows = g_ptr_array_new ();
  g_signal_connect (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect (self->import_button, "clicked", G_CALLBACK (import_cb), self);
  g_signal_connect (self->choose_button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * val_import_dialog_new:
 * @session: where to import to
 * @parent: the window that asked
 *
 * Returns: (transfer floating): a window that waits for a file
 */
GtkWidget *
val_import_dialog_new (ValSession *session, GtkWindow *parent)
{
  ValImportDialog *self = g_object_new (VAL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);
  val_import_dialog_init_options (self);
  val_import_dialog_init_agents (self);
  val_import_dialog_init_preview (self);
  return GTK_WIDGET (self);
}
