/* val-session-sheet.c: the sheet of a session, to sign on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-session-sheet.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-report.h"

typedef struct
{
  GtkWidget *parent;
  ValSession *session;
  ValDataset *dataset;
  ValMentoring *mentoring;
  GPtrArray *records; /* of everybody who takes part */
  GPtrArray *on_table; /* agreements as they stand in the window */
  guint n_read;       /* people whose records have come */
  gboolean to_printer;
  ValDocument *document; /* on its way to the printer */
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->session);
  val_dataset_unref (self->dataset);
  val_record_free (self->mentoring);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->on_table);
  g_clear_pointer (&self->document, val_document_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void read_next (Sheet *self);

/* One agent's sheet speaks the agent's language, a group's that of the interface. */
static const char *
language_of (const Sheet *self)
{
  guint index;

  if (self->mentoring->people->len != 1
      || !val_dataset_find_person (self->dataset,
                                   g_array_index (self->mentoring->people, gint64, 0), &index))
    return NULL;
  return val_report_language_of (val_dataset_person (self->dataset, index));
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sheet) self = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    val_gtk_say_saved (self->parent, G_FILE (file));
  else
    g_signal_emit_by_name (self->session, "failed", error);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Sheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  bytes = val_report_session (self->dataset, self->mentoring, self->records, language_of (self),
                              &error);
  if (bytes == NULL)
    g_signal_emit_by_name (self->session, "failed", error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         written_cb, g_steal_pointer (&self));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Sheet *self)
{
  val_document_draw_page (self->document, gtk_print_context_get_cairo_context (context),
                          (guint) page);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult outcome, Sheet *self)
{
  g_autoptr (GError) error = NULL;

  if (outcome != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  g_signal_emit_by_name (self->session, "failed", error);
}

static void
sheet_closure_free (gpointer data, GClosure *closure)
{
  sheet_free (data);
}

/* (transfer full) @self. Through the system's dialog. */
static void
print (Sheet *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkRoot *root = gtk_widget_get_root (self->parent);

  self->document = val_report_session_document (self->dataset, self->mentoring, self->records,
                                                language_of (self));
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) val_document_count_pages (self->document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _("Session sheet"));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), self, sheet_closure_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root),
                           NULL);
}

static void
ask_where (Sheet *self)
{
  const ValFileType types[] = { { _("PDF"), "*.pdf" } };
  g_autofree char *day = val_day_to_iso (val_mentoring_get_day (self->mentoring));
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", C_ ("file name", "session"), day);

  if (gtk_widget_get_root (self->parent) == NULL)
    sheet_free (self);
  else if (self->to_printer)
    print (self);
  else
    val_gtk_choose_save (self->parent, _("Save the Session Sheet"), name, types,
                         G_N_ELEMENTS (types), chosen_cb, self);
}

/* What stands in the window goes before what is stored. */
static gboolean
is_on_table (const Sheet *self, const ValRecord *record)
{
  if (record->type != VAL_RECORD_AGREEMENT)
    return FALSE;
  for (guint i = 0; i < self->on_table->len; i++)
    if (((const ValRecord *) g_ptr_array_index (self->on_table, i))->id == record->id)
      return TRUE;
  return FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_person_finish (VAL_STORE (source), result, &error);

  if (records == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    if (!is_on_table (self, g_ptr_array_index (records, i)))
      g_ptr_array_add (self->records, val_record_copy (g_ptr_array_index (records, i)));
  self->n_read++;
  read_next (g_steal_pointer (&self));
}

/* (transfer full) @self */
static void
read_next (Sheet *self)
{
  if (self->n_read == self->mentoring->people->len)
    {
      for (guint i = 0; i < self->on_table->len; i++)
        g_ptr_array_add (self->records, val_record_copy (g_ptr_array_index (self->on_table, i)));
      ask_where (self);
    }
  else
    val_store_read_person_async (
        val_session_get_store (self->session),
        g_array_index (self->mentoring->people, gint64, self->n_read), NULL, read_cb, self);
}

/* @agreements: (transfer full) */
static void
begin (GtkWidget *parent, ValSession *session, const ValMentoring *mentoring,
       GPtrArray *agreements, gboolean to_printer)
{
  Sheet *self = g_new0 (Sheet, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->dataset = val_dataset_ref (val_session_get_dataset (session));
  self->mentoring = val_record_copy (mentoring);
  self->on_table = agreements;
  self->records = g_ptr_array_new_with_free_func (val_record_free);
  self->to_printer = to_printer;
  read_next (self);
}

/**
 * val_session_sheet_save:
 * @parent: a widget of the window that asks
 * @session: the session of the window, with a dataset
 * @mentoring: the mentoring session, as it stands on the screen; copied
 * @agreements: (element-type ValAgreement) (transfer full): those on the table, instead of those
 *   that are stored
 *
 * Asks for a place and writes the sheet there as PDF: the shared part only, in the agent's
 * language. A failure is told by the session's "failed". Main thread.
 */
void
val_session_sheet_save (GtkWidget *parent, ValSession *session, const ValMentoring *mentoring,
                        GPtrArray *agreements)
{
  begin (parent, session, mentoring, agreements, FALSE);
}

/**
 * val_session_sheet_print:
 * @parent: a widget of the window that asks
 * @session: the session of the window, with a dataset
 * @mentoring: the mentoring session, as it stands on the screen; copied
 * @agreements: (element-type ValAgreement) (transfer full): those on the table, instead of those
 *   that are stored
 *
 * Prints the same sheet through the system's dialog. Main thread.
 */
void
val_session_sheet_print (GtkWidget *parent, ValSession *session, const ValMentoring *mentoring,
                         GPtrArray *agreements)
{
  begin (parent, session, mentoring, agreements, TRUE);
}
