/* val-session-sheet.c: the sheet of a session, to sign on paper
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-session-sheet.h"

#include "val-file-choice.h"
#include "val-i18n.h"
#include "val-print.h"
#include "val-report.h"
#include "val-save-file.h"

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
    val_save_file (self->parent, self->session, file, bytes);
}

static void
draw_cb (cairo_t *cr, guint page, gpointer data)
{
  val_document_draw_page (((Sheet *) data)->document, cr, page);
}

static void
failed_cb (GError *error, gpointer data)
{
  g_signal_emit_by_name (((Sheet *) data)->session, "failed", error);
}

/* (transfer full) @self. Through the system's dialog. */
static void
print (Sheet *self)
{
  ValPrintJob job = {
    .name = _("Session sheet"), .paper = GTK_PAPER_NAME_A4, .draw = draw_cb, .failed = failed_cb,
  };

  self->document = val_report_session_document (self->dataset, self->mentoring, self->records,
                                                language_of (self));
  job.n_pages = val_document_count_pages (self->document);
  val_print (GTK_WINDOW (gtk_widget_get_root (self->parent)), &job, self,
             (GDestroyNotify) sheet_free);
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
    val_file_choice_save (self->parent, _("Save the Session Sheet"), name, types,
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
