/* val-calendar-export.c: sessions as a file for any calendar
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-calendar-export.h"

#include <string.h>

#include "val-file-choice.h"
#include "val-i18n.h"
#include "val-ics.h"
#include "val-save-file.h"

typedef struct
{
  GtkWidget *parent;
  ValSession *session;
  GBytes *text;
} Calendar;

static void
calendar_free (Calendar *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->session);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Calendar, calendar_free)

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Calendar) self = data;

  if (file != NULL)
    val_save_file (self->parent, self->session, file, self->text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Calendar) self = data;
  ValDataset *dataset = val_session_get_dataset (self->session);
  GtkWidget *parent = self->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);
  const ValFileType types[] = { { _("Calendar file"), "*.ics" } };
  char *text;

  if (records == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }
  if (dataset == NULL || gtk_widget_get_root (parent) == NULL)
    return;
  text = val_ics_write (dataset, records, val_dataset_setting (dataset, VAL_SETTING_CENTRE_NAME),
                        g_get_real_time () / G_USEC_PER_SEC);
  self->text = g_bytes_new_take (text, strlen (text));
  val_file_choice_save (parent, _("Save a Calendar File"), "valmius.ics", types,
                        G_N_ELEMENTS (types), chosen_cb, g_steal_pointer (&self));
}

/**
 * val_calendar_export_run:
 * @parent: a widget of the window that asks
 * @session: the session, with a dataset
 * @ids: (element-type gint64): of sessions
 *
 * Asks for a file and writes day, time, names and place of the sessions into it, and nothing that
 * was said in them.
 */
void
val_calendar_export_run (GtkWidget *parent, ValSession *session, GArray *ids)
{
  Calendar *self = g_new0 (Calendar, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  val_store_read_records_async (val_session_get_store (session), VAL_RECORD_MENTORING, ids, NULL,
                                read_cb, self);
}
