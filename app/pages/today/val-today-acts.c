/* val-today-acts.c: what is done with a line of Today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-acts.h"

#include "val-capture-dialog.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-recognition-dialog.h"
#include "val-today-words.h"

/* The record is read anew: what is done is done to what is kept, not to what was shown. */
typedef struct
{
  ValPage *page;
  ValRecordType type;
  gint64 id;
  gboolean tick;
} Act;

static void
act_free (Act *act)
{
  g_object_unref (act->page);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static GtkWindow *
window_of (ValPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static ValEdit *
new_edit (const char *label, const char *text)
{
  g_autofree char *excerpt = val_today_dup_excerpt (text, 60);

  return val_edit_new (label, excerpt);
}

/* NULL: there is nothing to tick. */
static ValEdit *
tick_edit (ValRecord *record, ValDay today)
{
  ValEdit *edit = NULL;

  if (record->type == VAL_RECORD_AGREEMENT)
    {
      ValAgreement *agreement = (ValAgreement *) record;

      agreement->done_day = today;
      edit = new_edit (N_ ("Kept: %s"), agreement->text);
    }
  else if (record->type == VAL_RECORD_NOTE)
    {
      ValNote *note = (ValNote *) record;

      note->follow_done = today;
      edit = new_edit (N_ ("Followed up: %s"), note->text);
    }
  else if (record->type == VAL_RECORD_GOAL)
    {
      ValGoal *goal = (ValGoal *) record;

      goal->done_day = today;
      edit = new_edit (N_ ("Goal reached: %s"), goal->text);
    }
  else if (record->type == VAL_RECORD_RECOGNITION)
    {
      ValRecognition *thanks = (ValRecognition *) record;

      thanks->promised = FALSE;
      thanks->day = today;
      edit = new_edit (N_ ("Thanks given: %s"), thanks->text);
    }
  if (edit != NULL)
    val_edit_put_record (edit, record);
  return edit;
}

static void
open_record (ValPage *page, const ValRecord *record)
{
  ValSession *session = val_page_get_session (page);

  if (record->type == VAL_RECORD_NOTE)
    val_note_dialog_present (window_of (page), session, (const ValNote *) record);
  else if (record->type == VAL_RECORD_RECOGNITION)
    val_recognition_dialog_present (window_of (page), session, (const ValRecognition *) record);
  else
    val_page_open_person (page, record->person_id);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Act) act = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);
  ValSession *session = val_page_get_session (act->page);
  g_autoptr (ValEdit) edit = NULL;
  gpointer record;

  if (gtk_widget_get_root (GTK_WIDGET (act->page)) == NULL)
    return;
  if (records == NULL)
    {
      val_page_warn (act->page, error->message);
      return;
    }
  if (records->len == 0) /* gone in the meantime; the page is about to say so */
    return;
  if (!act->tick)
    {
      open_record (act->page, records->pdata[0]);
      return;
    }
  record = val_record_copy (records->pdata[0]);
  edit = tick_edit (record, val_session_get_today (session));
  if (edit != NULL)
    val_session_edit (session, edit, NULL, NULL);
  val_record_free (record);
}

static void
with_record (ValPage *page, const ValOwed *owed, gboolean tick)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Act *act = g_new0 (Act, 1);

  act->page = g_object_ref (page);
  act->type = owed->record_type;
  act->id = owed->record_id;
  act->tick = tick;
  g_array_append_val (ids, owed->record_id);
  val_store_read_records_async (val_session_get_store (val_page_get_session (page)),
                                owed->record_type, ids, NULL, read_cb, act);
}

static void
open_line (ValPage *page, const ValOwed *owed, gint64 person_id)
{
  switch (owed->type)
    {
    case VAL_OWED_FOLLOW_UP:
    case VAL_OWED_THANKS_PROMISED:
      with_record (page, owed, FALSE);
      break;
    case VAL_OWED_THANKS:
      val_capture_dialog_present (window_of (page), val_page_get_session (page), person_id,
                                  VAL_RECORD_RECOGNITION);
      break;
    case VAL_OWED_SESSION:
      val_mentoring_window_open (window_of (page), val_page_get_session (page), owed->record_id);
      break;
    case VAL_OWED_TALK:
      val_mentoring_window_open_person (window_of (page), val_page_get_session (page), person_id);
      break;
    case VAL_OWED_PROMISE_MINE:
    case VAL_OWED_PROMISE_THEIRS:
    case VAL_OWED_GOAL:
    default:
      val_page_open_person (page, person_id);
      break;
    }
}

/**
 * val_today_act:
 * @page: the page it happens on
 * @owed: a line of the session's dataset
 * @act: what the user asked for
 *
 * Does it. Ticking is stored at once, with Undo in the toast. Main thread.
 */
void
val_today_act (ValPage *page, const ValOwed *owed, ValTodayAct act)
{
  ValSession *session = val_page_get_session (page);
  gint64 person_id
      = val_dataset_person (val_session_get_dataset (session), owed->person)->id;

  switch (act)
    {
    case VAL_TODAY_TICK:
      if (owed->record_id > 0 && owed->type != VAL_OWED_SESSION)
        with_record (page, owed, TRUE);
      else
        gtk_widget_error_bell (GTK_WIDGET (page));
      break;
    case VAL_TODAY_THANKS:
      val_capture_dialog_present (window_of (page), session, person_id, VAL_RECORD_RECOGNITION);
      break;
    case VAL_TODAY_NOTE:
      val_capture_dialog_present (window_of (page), session, person_id, VAL_RECORD_NOTE);
      break;
    case VAL_TODAY_OPEN:
    default:
      open_line (page, owed, person_id);
      break;
    }
}
