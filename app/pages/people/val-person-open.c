/* val-person-open.c: what can be done with a line of a person's list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-coaching-dialog.h"
#include "val-goal-dialog.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-person-list.h"
#include "val-recognition-dialog.h"
#include "val-record-edits.h"
#include "val-record-form.h"

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const ValGoalStep *first = *(const ValGoalStep *const *) a;
  const ValGoalStep *second = *(const ValGoalStep *const *) b;

  return (first->position > second->position) - (first->position < second->position);
}

static void
open_goal (GtkWindow *window, ValSession *session, GPtrArray *records, const ValGoal *goal)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ValGoalStep *step = records->pdata[i];

      if (step->record.type == VAL_RECORD_STEP && step->goal_id == goal->record.id)
        g_ptr_array_add (steps, step);
    }
  g_ptr_array_sort (steps, compare_steps);
  val_goal_dialog_present (window, session, goal, steps);
}

/* An agreement is kept in the session it was made in, a phase in the programme. */
static gboolean
open_lasting (GtkWindow *window, ValSession *session, GPtrArray *records, const ValRecord *record)
{
  gint64 id;

  if (record->type == VAL_RECORD_GOAL || record->type == VAL_RECORD_PHASE)
    {
      if (!val_record_form_may_open (window, session))
        return TRUE;
      if (record->type == VAL_RECORD_GOAL)
        open_goal (window, session, records, (const ValGoal *) record);
      else
        val_coaching_dialog_present (window, session, record->person_id);
      return TRUE;
    }
  if (record->type != VAL_RECORD_AGREEMENT)
    return FALSE;
  id = ((const ValAgreement *) record)->mentoring_id;
  if (id == 0)
    return FALSE;
  if (val_record_form_may_open (window, session))
    val_mentoring_window_open (window, session, id);
  return TRUE;
}

/**
 * val_person_open_record:
 * @widget: where it was asked for
 * @session: the session
 * @records: (nullable): everything written about the person
 * @record: one of them
 *
 * Opens the form of a record. Main thread.
 *
 * Returns: whether there is one
 */
gboolean
val_person_open_record (GtkWidget *widget, ValSession *session, GPtrArray *records,
                        const ValRecord *record)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (record->type == VAL_RECORD_NOTE)
    val_note_dialog_present (window, session, (const ValNote *) record);
  else if (record->type == VAL_RECORD_RECOGNITION)
    val_recognition_dialog_present (window, session, (const ValRecognition *) record);
  else if (record->type == VAL_RECORD_MENTORING)
    {
      if (val_record_form_may_open (window, session))
        val_mentoring_window_present (window, session, (const ValMentoring *) record);
    }
  else
    return open_lasting (window, session, records, record);
  return TRUE;
}

/**
 * val_person_quick_label:
 * @entry: a line
 *
 * Returns: (transfer none) (nullable): what one key does to it, translated; %NULL: nothing
 */
const char *
val_person_quick_label (const ValEntry *entry)
{
  if (!entry->is_open)
    return NULL;
  if (entry->type == VAL_ENTRY_NOTE)
    return C_ ("button", "Followed up");
  if (entry->type == VAL_ENTRY_THANKS)
    return C_ ("button", "Mark as Given");
  if (entry->type == VAL_ENTRY_AGREEMENT)
    return C_ ("button", "Mark as Kept");
  return NULL;
}

/**
 * val_person_quick_act:
 * @session: the session
 * @entry: a line that val_person_quick_label () has words for
 *
 * Does it; the toast offers to take it back.
 */
void
val_person_quick_act (ValSession *session, const ValEntry *entry)
{
  ValDay today = val_session_get_today (session);
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;

  if (val_person_quick_label (entry) == NULL)
    return;
  name = val_record_form_dup_name (session, entry->record->person_id);
  if (entry->type == VAL_ENTRY_NOTE)
    edit = val_record_edit_follow_up ((const ValNote *) entry->record, today, name);
  else if (entry->type == VAL_ENTRY_THANKS)
    edit = val_record_edit_give ((const ValRecognition *) entry->record, today, name);
  else
    edit = val_record_edit_tick ((const ValAgreement *) entry->record, TRUE, today, name);
  val_session_edit (session, edit, NULL, NULL);
}

/**
 * val_person_delete_record:
 * @session: the session
 * @record: a stored record
 *
 * Deletes it; the toast offers to take it back.
 */
void
val_person_delete_record (ValSession *session, const ValRecord *record)
{
  g_autofree char *name = val_record_form_dup_name (session, record->person_id);
  g_autoptr (ValEdit) edit = val_record_edit_delete (record, name);

  val_session_edit (session, edit, NULL, NULL);
}
