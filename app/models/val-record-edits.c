/* val-record-edits.c: what is done to a record with one key
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-record-edits.h"

#include "val-i18n.h"

/**
 * val_record_edit_follow_up:
 * @note: a stored note with a follow-up day
 * @today: the day on which it was done
 * @name: whom it is about
 *
 * Returns: (transfer full): the edit that says the note was followed up
 */
ValEdit *
val_record_edit_follow_up (const ValNote *note, ValDay today, const char *name)
{
  /* Translators: %s is whom the note is about */
  ValEdit *edit = val_edit_new (N_("Followed up: %s"), name);
  ValNote *changed = val_record_copy (note);

  changed->follow_done = today;
  val_edit_put_record (edit, changed);
  val_record_free (changed);
  return edit;
}

/**
 * val_record_edit_give:
 * @recognition: stored thanks that were promised
 * @today: the day on which they were given
 * @name: who was thanked
 *
 * Returns: (transfer full): the edit that says they were given; they count on @today
 */
ValEdit *
val_record_edit_give (const ValRecognition *recognition, ValDay today, const char *name)
{
  /* Translators: %s is who was thanked */
  ValEdit *edit = val_edit_new (N_("Thanks given: %s"), name);
  ValRecognition *changed = val_record_copy (recognition);

  changed->promised = FALSE;
  changed->day = today;
  val_edit_put_record (edit, changed);
  val_record_free (changed);
  return edit;
}

/**
 * val_record_edit_tick:
 * @agreement: a stored agreement
 * @done: whether it is done
 * @today: the day on which it was
 * @name: whom it is about
 *
 * Returns: (transfer full): the edit that ticks the agreement off, or opens it again
 */
ValEdit *
val_record_edit_tick (const ValAgreement *agreement, gboolean done, ValDay today, const char *name)
{
  /* Translators: %s is whom the agreement was made with */
  ValEdit *edit = val_edit_new (done ? N_("Agreement kept: %s") : N_("Agreement open again: %s"),
                                name);
  ValAgreement *changed = val_record_copy (agreement);

  changed->done_day = done ? today : VAL_DAY_NONE;
  changed->dropped = FALSE;
  if (!done)
    changed->done_mentoring_id = 0;
  val_edit_put_record (edit, changed);
  val_record_free (changed);
  return edit;
}

static const char *
delete_label (ValRecordType type)
{
  if (type == VAL_RECORD_NOTE)
    return N_("Note deleted: %s");
  if (type == VAL_RECORD_RECOGNITION)
    return N_("Thanks deleted: %s");
  if (type == VAL_RECORD_MENTORING)
    return N_("Session deleted: %s");
  if (type == VAL_RECORD_AGREEMENT)
    return N_("Agreement deleted: %s");
  if (type == VAL_RECORD_GOAL)
    return N_("Goal deleted: %s");
  return N_("Deleted: %s");
}

/**
 * val_record_edit_delete:
 * @record: a stored record
 * @name: whom it is about
 *
 * Returns: (transfer full): the edit that deletes it
 */
ValEdit *
val_record_edit_delete (const ValRecord *record, const char *name)
{
  ValEdit *edit = val_edit_new (delete_label (record->type), name);

  val_edit_delete_record (edit, record->type, record->id);
  return edit;
}
