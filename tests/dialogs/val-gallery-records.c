/* val-gallery-records.c: windows about people and what is written about them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cadence-dialog.h"
#include "val-capture-dialog.h"
#include "val-coaching-dialog.h"
#include "val-gallery.h"
#include "val-goal-dialog.h"
#include "val-kinds-dialog.h"
#include "val-mentoring-private.h"
#include "val-note-dialog.h"
#include "val-person-dialog.h"
#include "val-person-leave-dialog.h"
#include "val-recognition-dialog.h"
#include "val-rule-dialog.h"
#include "val-skill-dialog.h"
#include "val-team-dialog.h"
#include "val-team-edit-dialog.h"

/* A copy of the first record of a kind, of @person unless that is 0. */
static gpointer
dup_record (ValGallery *self, ValRecordType type, gint64 person)
{
  g_autoptr (GPtrArray) records
      = val_store_read_records (val_session_get_store (self->session), type, NULL, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ValRecord *record = records->pdata[i];

      if (person == 0 || record->person_id == person)
        return val_record_copy (record);
    }
  return NULL;
}

/* ---- What is written about people --------------------------------------------------------------- */

static void
open_capture (ValGallery *self)
{
  val_capture_dialog_present (val_gallery_parent (self), self->session, 0, VAL_RECORD_NOTE);
}

static void
open_capture_thanks (ValGallery *self)
{
  val_capture_dialog_present (val_gallery_parent (self), self->session, self->person,
                              VAL_RECORD_RECOGNITION);
}

static void
present_note (ValGallery *self, int kind)
{
  ValNote *note = dup_record (self, VAL_RECORD_NOTE, self->person);

  note->kind = kind;
  val_note_dialog_present (val_gallery_parent (self), self->session, note);
  val_record_free (note);
}

static void
open_note (ValGallery *self)
{
  present_note (self, VAL_NOTE_PRAISE);
}

static void
open_complaint (ValGallery *self)
{
  present_note (self, VAL_NOTE_COMPLAINT);
}

static void
open_note_new (ValGallery *self)
{
  ValNote *note = val_note_new (0, val_gallery_today (self));

  val_note_dialog_present (val_gallery_parent (self), self->session, note);
  val_record_free (note);
}

static void
open_thanks (ValGallery *self)
{
  ValRecognition *thanks = dup_record (self, VAL_RECORD_RECOGNITION, self->person);

  val_recognition_dialog_present (val_gallery_parent (self), self->session, thanks);
  val_record_free (thanks);
}

static void
open_promise (ValGallery *self)
{
  ValRecognition *thanks = val_recognition_new (self->person, val_gallery_today (self));

  thanks->promised = TRUE;
  val_recognition_dialog_present (val_gallery_parent (self), self->session, thanks);
  val_record_free (thanks);
}

static void
open_kinds (ValGallery *self)
{
  val_kinds_dialog_present (val_gallery_parent (self), self->session);
}

static void
open_rule (ValGallery *self)
{
  ValRule *rule = dup_record (self, VAL_RECORD_RULE, 0);

  if (rule == NULL)
    rule = val_record_new (VAL_RECORD_RULE);
  val_rule_dialog_present (val_gallery_parent (self), self->session, rule);
  val_record_free (rule);
}

static void
open_goal (ValGallery *self)
{
  ValGoal *goal = dup_record (self, VAL_RECORD_GOAL, self->person);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (val_record_free);
  ValGoalStep *step = val_record_new (VAL_RECORD_STEP);

  if (goal == NULL)
    goal = val_goal_new (self->person, val_gallery_today (self));
  val_set_string (&step->text, "…");
  g_ptr_array_add (steps, step);
  val_goal_dialog_present (val_gallery_parent (self), self->session, goal, steps);
  val_record_free (goal);
}

static void
present_goal (ValGallery *self, int kind)
{
  ValGoal *goal = val_goal_new (self->person, val_gallery_today (self));

  goal->kind = kind;
  val_goal_dialog_present (val_gallery_parent (self), self->session, goal, NULL);
  val_record_free (goal);
}

static void
open_goal_skill (ValGallery *self)
{
  present_goal (self, VAL_GOAL_SKILL);
}

static void
open_goal_indicator (ValGallery *self)
{
  present_goal (self, VAL_GOAL_INDICATOR);
}

/* ---- Mentoring ---------------------------------------------------------------------------------- */

static void
open_coaching (ValGallery *self)
{
  ValPhase *phase = dup_record (self, VAL_RECORD_PHASE, 0);

  val_coaching_dialog_present (val_gallery_parent (self), self->session,
                               phase != NULL ? phase->record.person_id : self->person);
  g_clear_pointer (&phase, val_record_free);
}

static void
open_coaching_new (ValGallery *self)
{
  val_coaching_dialog_present (val_gallery_parent (self), self->session,
                               val_dataset_person (val_gallery_dataset (self), 3)->id);
}

static void
open_cadence (ValGallery *self)
{
  val_cadence_dialog_present (val_gallery_parent (self), self->session);
}

static void
open_session (ValGallery *self)
{
  val_mentoring_window_open_person (val_gallery_parent (self), self->session, self->person);
}

static void
open_held (ValGallery *self)
{
  ValMentoring *mentoring = dup_record (self, VAL_RECORD_MENTORING, self->person);

  val_mentoring_window_present (val_gallery_parent (self), self->session, mentoring);
  val_record_free (mentoring);
}

static void
present_plan (ValGallery *self, guint n_people)
{
  ValMentoring *mentoring = val_mentoring_new ();

  if (n_people > 0)
    val_mentoring_add_person (mentoring, self->person);
  for (guint i = 1; i < n_people; i++)
    val_mentoring_add_person (mentoring, val_dataset_person (val_gallery_dataset (self), i)->id);
  val_mentoring_window_present (val_gallery_parent (self), self->session, mentoring);
  val_record_free (mentoring);
}

static void
open_plan (ValGallery *self)
{
  present_plan (self, 1);
}

static void
open_group (ValGallery *self)
{
  present_plan (self, 4);
}

static void
open_missed (ValGallery *self)
{
  open_session (self);
  window_fixture_turn (600);
  val_mentoring_present_miss (VAL_MENTORING_WINDOW (val_gallery_newest (self)));
}

/* ---- People, teams, roles, skills ---------------------------------------------------------------- */

static void
open_person (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (
      val_person_dialog_new (GTK_WIDGET (self->window), self->session, self->person, 0)));
}

static void
open_person_new (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (val_person_dialog_new (
      GTK_WIDGET (self->window), self->session, 0,
      val_dataset_team (val_gallery_dataset (self), 0)->id)));
}

static void
open_leave (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (val_person_leave_dialog_new (
      GTK_WIDGET (self->window), self->session, &self->person, 1)));
}

static void
open_leave_many (ValGallery *self)
{
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = val_dataset_person (val_gallery_dataset (self), i)->id;
  gtk_window_present (GTK_WINDOW (val_person_leave_dialog_new (
      GTK_WIDGET (self->window), self->session, ids, G_N_ELEMENTS (ids))));
}

static void
open_teams (ValGallery *self)
{
  gtk_window_present (
      GTK_WINDOW (val_team_dialog_new (GTK_WIDGET (self->window), self->session)));
}

static void
open_team (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (val_team_edit_dialog_new_team (
      GTK_WIDGET (self->window), self->session,
      val_dataset_team (val_gallery_dataset (self), 1)->id, 0)));
}

static void
open_role (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (val_team_edit_dialog_new_role (
      GTK_WIDGET (self->window), self->session,
      val_dataset_role (val_gallery_dataset (self), 0)->id)));
}

static void
open_skill (ValGallery *self)
{
  gtk_window_present (
      GTK_WINDOW (val_skill_dialog_new (GTK_WIDGET (self->window), self->session,
                                        val_dataset_skill (val_gallery_dataset (self), 0)->id, 0)));
}

static void
open_skill_new (ValGallery *self)
{
  gtk_window_present (
      GTK_WINDOW (val_skill_dialog_new (GTK_WIDGET (self->window), self->session, 0, 0)));
}

static void
open_cell_history (ValGallery *self)
{
  GtkWidget *matrix;

  val_gallery_show_page (self, "skills", 0);
  matrix = val_gallery_find (GTK_WIDGET (self->window), "ValMatrix");
  g_assert_nonnull (matrix);
  g_signal_emit_by_name (matrix, "history", 2u, 3u);
}

static void
open_names_hidden (ValGallery *self)
{
  val_session_set_hide_names (self->session, TRUE);
  open_note (self);
  val_session_set_hide_names (self->session, FALSE);
}

const ValGalleryItem val_gallery_records[] = {
  { "capture", open_capture },
  { "capture-thanks", open_capture_thanks },
  { "note", open_note },
  { "note-new", open_note_new },
  { "complaint", open_complaint },
  { "thanks", open_thanks },
  { "promise", open_promise },
  { "kinds", open_kinds },
  { "rule", open_rule },
  { "goal", open_goal },
  { "goal-skill", open_goal_skill },
  { "goal-indicator", open_goal_indicator },
  { "coaching", open_coaching },
  { "coaching-new", open_coaching_new },
  { "cadence", open_cadence },
  { "session", open_session },
  { "held", open_held },
  { "plan", open_plan },
  { "group", open_group },
  { "missed", open_missed },
  { "person", open_person },
  { "person-new", open_person_new },
  { "leave", open_leave },
  { "leave-many", open_leave_many },
  { "teams", open_teams },
  { "team", open_team },
  { "role", open_role },
  { "skill", open_skill },
  { "skill-new", open_skill_new },
  { "cell-history", open_cell_history, "ValSkillHistory" },
  { "names-hidden", open_names_hidden },
  { NULL, NULL },
};
