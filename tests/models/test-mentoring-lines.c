/* test-mentoring-lines.c: what lies on the table of a session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model-private.h"

#define TODAY 20538 /* Thursday, 26 March 2026 */
#define HERE 7      /* the session */

static ValMentoringModel *
new_model (gint64 id)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  g_autoptr (ValDataset) dataset = val_dataset_builder_end (builder);
  ValMentoring *session = val_mentoring_new ();
  ValMentoringModel *model;

  session->record.id = id;
  session->planned_day = TODAY - 1;
  session->planned_minute = 600;
  val_mentoring_add_person (session, 1);
  val_mentoring_add_person (session, 2);
  model = val_mentoring_model_new (dataset, TODAY, session);
  val_record_free (session);
  return model;
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (val_record_free);
}

/* @done: the day, or %VAL_DAY_NONE */
static ValAgreement *
add_agreement (GPtrArray *records, gint64 id, gint64 person_id, ValDay due, ValDay done,
               gint64 done_mentoring_id)
{
  ValAgreement *agreement = val_agreement_new (person_id, TODAY - 20);

  agreement->record.id = id;
  agreement->mentoring_id = 5;
  agreement->due_day = due;
  agreement->done_day = done;
  agreement->done_mentoring_id = done_mentoring_id;
  val_set_string (&agreement->text, "Ask IT");
  g_ptr_array_add (records, agreement);
  return agreement;
}

static void
add_goal (GPtrArray *records, gint64 id, gboolean dropped, ValDay done)
{
  ValGoal *goal = val_goal_new (1, TODAY - 20);

  goal->record.id = id;
  goal->dropped = dropped;
  goal->done_day = done;
  g_ptr_array_add (records, goal);
}

static void
add_step (GPtrArray *records, gint64 id, gint64 goal_id, int position)
{
  ValGoalStep *step = val_record_new (VAL_RECORD_STEP);

  step->record.id = id;
  step->goal_id = goal_id;
  step->position = position;
  step->done_day = VAL_DAY_NONE;
  g_ptr_array_add (records, step);
}

static ValAgreementLine *
agreement_at (ValMentoringModel *model, guint index)
{
  g_assert_cmpuint (index, <, model->agreements->len);
  return model->agreements->pdata[index];
}

static void
hold_agreements (ValMentoringModel *model, const gint64 *ids, guint n)
{
  g_assert_cmpuint (model->agreements->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (agreement_at (model, i)->now->record.id, ==, ids[i]);
}

/* Open ones and those ticked here, of who takes part, each once; by the day they fall due. */
static void
test_agreements (void)
{
  const gint64 wanted[] = { 4, 3, 9, 2, 11, 12, 6, 8 };
  g_autoptr (ValMentoringModel) model = new_model (HERE);
  GPtrArray *records = new_records ();

  add_agreement (records, 2, 1, TODAY + 5, VAL_DAY_NONE, 0);
  add_agreement (records, 8, 2, VAL_DAY_NONE, VAL_DAY_NONE, 0);
  add_agreement (records, 3, 1, TODAY, VAL_DAY_NONE, 0);
  add_agreement (records, 3, 1, TODAY, VAL_DAY_NONE, 0);
  add_agreement (records, 6, 1, VAL_DAY_NONE, VAL_DAY_NONE, 0);
  add_agreement (records, 4, 2, TODAY - 3, VAL_DAY_NONE, 0);
  add_agreement (records, 5, 3, TODAY, VAL_DAY_NONE, 0);    /* of somebody else */
  add_agreement (records, 9, 1, TODAY + 1, TODAY, HERE);    /* ticked here */
  add_agreement (records, 10, 1, TODAY + 1, TODAY - 2, 6);  /* ticked before */
  add_agreement (records, 11, 1, TODAY + 6, TODAY, 6)->mentoring_id = HERE;
  add_agreement (records, 12, 1, TODAY + 7, VAL_DAY_NONE, 0);
  add_agreement (records, 13, 1, TODAY + 7, VAL_DAY_NONE, 0)->dropped = TRUE;
  val_mentoring_model_take_records (model, records);
  hold_agreements (model, wanted, G_N_ELEMENTS (wanted));
  g_assert_false (val_mentoring_model_made_here (model, agreement_at (model, 0)));
  g_assert_true (val_mentoring_model_made_here (model, agreement_at (model, 4)));
}

/* Steps of open goals, in their order, each once. */
static void
test_steps (void)
{
  const gint64 wanted[] = { 3, 1, 2 };
  g_autoptr (ValMentoringModel) model = new_model (HERE);
  GPtrArray *records = new_records ();

  add_goal (records, 20, FALSE, VAL_DAY_NONE);
  add_goal (records, 21, TRUE, VAL_DAY_NONE);
  add_goal (records, 22, FALSE, TODAY - 1);
  add_step (records, 1, 20, 2);
  add_step (records, 2, 20, 3);
  add_step (records, 3, 20, 1);
  add_step (records, 3, 20, 1);
  add_step (records, 4, 21, 1);
  add_step (records, 5, 22, 1);
  add_step (records, 6, 23, 1); /* of a goal that is not there */
  add_agreement (records, 20, 1, TODAY, VAL_DAY_NONE, 0);
  val_mentoring_model_take_records (model, records);
  g_assert_cmpuint (model->steps->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (((ValStepLine *) model->steps->pdata[i])->now->record.id, ==, wanted[i]);
}

static GPtrArray *
two_and_a_step (void)
{
  GPtrArray *records = new_records ();

  add_goal (records, 20, FALSE, VAL_DAY_NONE);
  add_step (records, 1, 20, 1);
  add_step (records, 2, 20, 2);
  add_agreement (records, 3, 1, TODAY, VAL_DAY_NONE, 0);
  add_agreement (records, 4, 1, TODAY + 1, VAL_DAY_NONE, 0);
  return records;
}

/* Something was stored elsewhere: what was ticked and written here and not saved yet stays. */
static void
test_taken_again (void)
{
  g_autoptr (ValMentoringModel) model = new_model (HERE);
  GPtrArray *records = two_and_a_step ();
  ValStepLine *step;

  val_mentoring_model_take_records (model, records);
  val_mentoring_model_tick (model, agreement_at (model, 0), TRUE);
  val_mentoring_model_tick_step (model, model->steps->pdata[1], TRUE);
  val_mentoring_model_add_agreement (model, 2, TRUE);
  val_set_string (&agreement_at (model, 2)->now->text, "New");

  records = two_and_a_step ();
  val_set_string (&((ValAgreement *) records->pdata[4])->text, "Ask IT again");
  val_mentoring_model_take_records (model, records);
  g_assert_cmpuint (model->agreements->len, ==, 3);
  g_assert_cmpint (agreement_at (model, 0)->now->done_day, ==, TODAY - 1);
  g_assert_cmpint (agreement_at (model, 0)->now->done_mentoring_id, ==, VAL_MENTORING_HERE);
  g_assert_cmpint (agreement_at (model, 0)->stored->done_day, ==, VAL_DAY_NONE);
  g_assert_cmpstr (agreement_at (model, 1)->now->text, ==, "Ask IT again");
  g_assert_null (agreement_at (model, 2)->stored);
  g_assert_cmpstr (agreement_at (model, 2)->now->text, ==, "New");
  g_assert_true (agreement_at (model, 2)->now->mine);
  step = model->steps->pdata[0];
  g_assert_cmpint (step->now->done_day, ==, VAL_DAY_NONE);
  step = model->steps->pdata[1];
  g_assert_cmpint (step->now->done_day, ==, TODAY - 1);
  val_mentoring_model_tick_step (model, step, FALSE);
  g_assert_cmpint (step->now->done_day, ==, VAL_DAY_NONE);
}

/* One that was only just made is taken away; an older one stays readable under this session. */
static void
test_dropped (void)
{
  g_autoptr (ValMentoringModel) model = new_model (HERE);
  ValAgreementLine *made;

  val_mentoring_model_take_records (model, two_and_a_step ());
  made = val_mentoring_model_add_agreement (model, 1, FALSE);
  g_assert_cmpint (made->now->day, ==, TODAY - 1);
  val_mentoring_model_drop (model, made);
  g_assert_true (made->removed);
  g_assert_false (made->now->dropped);

  val_mentoring_model_drop (model, agreement_at (model, 0));
  g_assert_false (agreement_at (model, 0)->removed);
  g_assert_true (agreement_at (model, 0)->now->dropped);
  g_assert_cmpint (agreement_at (model, 0)->now->done_day, ==, TODAY - 1);
  g_assert_cmpint (agreement_at (model, 0)->now->done_mentoring_id, ==, VAL_MENTORING_HERE);
  val_mentoring_model_tick (model, agreement_at (model, 0), FALSE);
  g_assert_false (agreement_at (model, 0)->now->dropped);
  g_assert_cmpint (agreement_at (model, 0)->now->done_day, ==, VAL_DAY_NONE);
  g_assert_cmpint (agreement_at (model, 0)->now->done_mentoring_id, ==, 0);
}

/* The sheet of a session that is not stored yet names it as its agreements do. */
static void
test_sheet (gconstpointer data)
{
  gint64 id = GPOINTER_TO_INT (data);
  gint64 wanted = id != 0 ? id : VAL_MENTORING_HERE;
  g_autoptr (ValMentoringModel) model = new_model (id);
  g_autoptr (GPtrArray) agreements = NULL;
  const ValAgreement *ticked, *made;
  ValMentoring *session;

  val_mentoring_model_take_records (model, two_and_a_step ());
  val_mentoring_model_tick (model, agreement_at (model, 0), TRUE);
  val_set_string (&val_mentoring_model_add_agreement (model, 1, FALSE)->now->text, "New");
  session = val_mentoring_model_dup_sheet (model, &agreements);
  g_assert_cmpint (session->record.id, ==, wanted);
  ticked = agreements->pdata[0];
  made = agreements->pdata[2];
  g_assert_cmpint (ticked->done_mentoring_id, ==, wanted);
  g_assert_cmpint (ticked->mentoring_id, ==, 5);
  g_assert_cmpint (made->mentoring_id, ==, wanted);
  val_record_free (session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentoring/lines/agreements", test_agreements);
  g_test_add_func ("/mentoring/lines/steps", test_steps);
  g_test_add_func ("/mentoring/lines/taken-again", test_taken_again);
  g_test_add_func ("/mentoring/lines/dropped", test_dropped);
  g_test_add_data_func ("/mentoring/lines/sheet/stored", GINT_TO_POINTER (HERE), test_sheet);
  g_test_add_data_func ("/mentoring/lines/sheet/new", GINT_TO_POINTER (0), test_sheet);
  return g_test_run ();
}
