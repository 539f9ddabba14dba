/* val-pivot-contacts.c: the contacts behind a cell
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-parts.h"

#include <math.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-words.h"

typedef enum
{
  COLUMN_AGENT,
  COLUMN_CHANNEL,
  COLUMN_TOPIC,
  COLUMN_ANSWERED,
  COLUMN_RESOLVED,
  COLUMN_WAIT,
  COLUMN_TALK,
  COLUMN_SATISFACTION,
  COLUMN_DIFFICULT,
  COLUMN_REFERENCE,
  N_COLUMNS,
} Column;

typedef struct
{
  ValSession *session;
  ValDataset *dataset;
  GPtrArray *details; /* of ValContactDetail */
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_object_unref (list->session);
  val_dataset_unref (list->dataset);
  g_ptr_array_unref (list->details);
  g_free (list);
}

static const char *
column_title (guint column)
{
  switch ((Column) column)
    {
    case COLUMN_AGENT:
      return C_ ("contact", "Agent");
    case COLUMN_CHANNEL:
      return C_ ("contact", "Channel");
    case COLUMN_TOPIC:
      return C_ ("contact", "Topic");
    case COLUMN_ANSWERED:
      return C_ ("contact", "Answered");
    case COLUMN_RESOLVED:
      return C_ ("contact", "Resolved");
    case COLUMN_WAIT:
      return C_ ("contact", "Wait");
    case COLUMN_TALK:
      return C_ ("contact", "Talk");
    case COLUMN_SATISFACTION:
      return C_ ("contact", "Satisfaction");
    case COLUMN_DIFFICULT:
      return C_ ("contact", "Difficult");
    case COLUMN_REFERENCE:
    case N_COLUMNS:
    default:
      return C_ ("contact", "Number");
    }
}

static char *
dup_time (const List *list, const ValContact *contact)
{
  ValDay today = val_session_get_today (list->session);
  g_autofree char *day = val_format_date (contact->day, VAL_DATE_SHORT, today);
  g_autofree char *time = NULL;

  if (contact->second == VAL_CONTACT_NO_SECOND)
    return g_steal_pointer (&day);
  time = val_format_time (contact->second / 3600, contact->second / 60 % 60);
  return g_strconcat (day, " ", time, NULL);
}

/* The person behind an agent of the file, else the agent. */
static char *
dup_agent (const List *list, gint64 label_id)
{
  const ValContactLabel *label
      = val_dataset_find_record (list->dataset, VAL_RECORD_LABEL, label_id);

  if (label != NULL && label->record.person_id != 0)
    return val_performance_person_name (list->session, label->record.person_id);
  return val_performance_label_name (list->session, list->dataset, label_id);
}

static char *
dup_yes_no (const ValContact *contact, guint known, guint yes)
{
  if ((contact->flags & known) == 0)
    return NULL;
  return g_strdup ((contact->flags & yes) != 0 ? C_ ("contact", "yes") : C_ ("contact", "no"));
}

static char *
dup_difficult (const ValContact *contact)
{
  const char *reason;

  if ((contact->flags & VAL_CONTACT_DIFFICULT) == 0)
    return dup_yes_no (contact, VAL_CONTACT_DIFFICULT_KNOWN, VAL_CONTACT_DIFFICULT);
  reason = val_difficult_reason_get_label (contact->reason);
  return g_strdup (contact->reason == VAL_DIFFICULT_OTHER ? C_ ("contact", "yes") : reason);
}

static char *
dup_cell (const List *list, guint row, guint column)
{
  const ValContactDetail *detail = list->details->pdata[row];
  const ValContact *contact = &detail->contact;

  switch ((Column) column)
    {
    case COLUMN_AGENT:
      return dup_agent (list, contact->agent);
    case COLUMN_CHANNEL:
      return val_performance_label_name (list->session, list->dataset, contact->channel);
    case COLUMN_TOPIC:
      return val_performance_label_name (list->session, list->dataset, contact->topic);
    case COLUMN_ANSWERED:
      return dup_yes_no (contact, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED);
    case COLUMN_RESOLVED:
      return dup_yes_no (contact, VAL_CONTACT_RESOLVED_KNOWN, VAL_CONTACT_RESOLVED);
    case COLUMN_WAIT:
      return contact->wait >= 0 ? val_format_integer (contact->wait) : NULL;
    case COLUMN_TALK:
      return contact->talk >= 0 ? val_format_integer (contact->talk) : NULL;
    case COLUMN_SATISFACTION:
      return contact->satisfaction > 0
                 ? val_format_number (contact->satisfaction / 1000.0,
                                      contact->satisfaction % 1000 == 0 ? 0 : 1)
                 : NULL;
    case COLUMN_DIFFICULT:
      return dup_difficult (contact);
    case COLUMN_REFERENCE:
    case N_COLUMNS:
    default:
      return g_strdup (detail->reference);
    }
}

static gboolean
is_number (guint column)
{
  return column == COLUMN_WAIT || column == COLUMN_TALK || column == COLUMN_SATISFACTION;
}

static char *
dup_row_name (gpointer data, guint row)
{
  const List *list = data;

  return dup_time (list, &((const ValContactDetail *) list->details->pdata[row])->contact);
}

static char *
dup_column_name (gpointer data, guint column)
{
  return g_strdup (column_title (column));
}

static char *
dup_unit (gpointer data, guint column)
{
  return g_strdup (column == COLUMN_WAIT || column == COLUMN_TALK
                       ? val_indicator_unit_sign (VAL_UNIT_SECONDS)
                   : column == COLUMN_SATISFACTION ? "1–5"
                                                   : " ");
}

static gboolean
column_is_left (gpointer data, guint column)
{
  return !is_number (column);
}

static void
fill (gpointer data, guint row, guint column, ValSheetCell *cell)
{
  cell->text = dup_cell (data, row, column);
  cell->left = !is_number (column);
}

static char *
dup_text (gpointer data, guint row, guint column)
{
  const List *list = data;
  GString *text = g_string_new (NULL);
  g_autofree char *time = dup_row_name (data, row);

  g_string_append (text, time);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *cell = dup_cell (list, row, i);

      if (cell != NULL && *cell != '\0')
        g_string_append_printf (text, " · %s: %s", column_title (i), cell);
    }
  return g_string_free (text, FALSE);
}

static List *
list_new (ValSession *session, ValDataset *dataset, GPtrArray *details)
{
  List *list = g_new0 (List, 1);

  list->session = g_object_ref (session);
  list->dataset = val_dataset_ref (dataset);
  list->details = g_ptr_array_ref (details);
  return list;
}

/**
 * val_pivot_contacts_show:
 * @details: (element-type ValContactDetail): what was read from the file
 */
void
val_pivot_contacts_show (ValSheet *sheet, ValSession *session, ValDataset *dataset,
                         GPtrArray *details)
{
  ValSheetSource source = {
    .n_rows = details->len,
    .n_columns = N_COLUMNS,
    .dup_row_name = dup_row_name,
    .dup_column_name = dup_column_name,
    .dup_unit = dup_unit,
    .fill = fill,
    .dup_text = dup_text,
    .column_is_left = column_is_left,
  };

  val_sheet_set_corner (sheet, C_ ("contact", "Time"));
  val_sheet_set_source (sheet, &source, list_new (session, dataset, details), list_free);
}

/* val_pivot_contacts_export: (transfer full) */
ValNumberTable *
val_pivot_contacts_export (ValSession *session, ValDataset *dataset, GPtrArray *details)
{
  List *list = list_new (session, dataset, details);
  ValNumberTable *table = val_number_table_new (C_ ("contact", "Contacts"));

  val_number_table_add_column (table, C_ ("contact", "Time"));
  for (guint i = 0; i < N_COLUMNS; i++)
    val_number_table_add_column (table, column_title (i));
  for (guint row = 0; row < details->len; row++)
    {
      const ValContact *contact = &((const ValContactDetail *) details->pdata[row])->contact;
      g_autofree char *time = dup_time (list, contact);

      val_number_table_add_text (table, time);
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          g_autofree char *text = is_number (i) ? NULL : dup_cell (list, row, i);

          if (!is_number (i))
            val_number_table_add_text (table, text);
          else if (i == COLUMN_SATISFACTION)
            val_number_table_add_number (table, contact->satisfaction > 0
                                                    ? contact->satisfaction / 1000.0
                                                    : NAN);
          else
            {
              gint32 seconds = i == COLUMN_WAIT ? contact->wait : contact->talk;

              val_number_table_add_value (table, VAL_UNIT_SECONDS, seconds >= 0 ? seconds : NAN);
            }
        }
    }
  list_free (list);
  return table;
}

/* ---- Reading ------------------------------------------------------------------------------------ */

typedef struct
{
  ValPerformanceData *data;
  ValPivot *pivot;
  guint row, column, most;
  GArray *ids;
} Cell;

static void
cell_free (Cell *cell)
{
  val_performance_data_unref (cell->data);
  val_pivot_unref (cell->pivot);
  g_clear_pointer (&cell->ids, g_array_unref);
  g_free (cell);
}

static void
ids_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Cell *cell = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  cell->ids = val_pivot_cell_ids (cell->pivot, cell->data->dataset, cell->data->contacts,
                                  cell->row, cell->column, cell->most,
                                  (ValStopFunc) g_cancellable_is_cancelled, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static void
details_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *details
      = val_store_read_contact_details_finish (VAL_STORE (source), result, &error);

  if (details == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, details, (GDestroyNotify) g_ptr_array_unref);
}

static void
ids_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Cell *cell = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    val_store_read_contact_details_async (val_session_get_store (VAL_SESSION (source)), cell->ids,
                                          g_task_get_cancellable (task), details_cb,
                                          g_object_ref (task));
}

/**
 * val_pivot_contacts_async:
 * @row, @column: of @pivot; %VAL_PIVOT_TOTAL: all
 * @most: how many at most, the newest
 *
 * Finds the contacts of a cell in a thread and reads them from the file. Main thread.
 */
void
val_pivot_contacts_async (ValSession *session, ValPerformanceData *data, ValPivot *pivot,
                          guint row, guint column, guint most, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  g_autoptr (GTask) finding = g_task_new (session, cancellable, ids_cb, task);
  Cell *cell = g_new0 (Cell, 1);

  cell->data = val_performance_data_ref (data);
  cell->pivot = val_pivot_ref (pivot);
  cell->row = row;
  cell->column = column;
  cell->most = most;
  g_task_set_task_data (finding, cell, (GDestroyNotify) cell_free);
  g_task_run_in_thread (finding, ids_thread);
}

/* val_pivot_contacts_finish: (transfer full) (nullable) (element-type ValContactDetail); @error:
 * cancelled, or why the store could not be read */
GPtrArray *
val_pivot_contacts_finish (ValSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
