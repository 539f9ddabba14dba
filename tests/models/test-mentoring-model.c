/* test-mentoring-model.c: a session from its plan to the next one, without a window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-model.h"

#include <string.h>

#define TODAY 20538 /* Thursday, 26 March 2026 */

static ValDataset *
new_centre (void)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);

  for (int i = 1; i <= 2; i++)
    {
      ValPerson *person = val_person_new ();

      person->id = i;
      val_set_string (&person->given, i == 1 ? "Żaneta" : "Ελένη");
      g_ptr_array_add (people, person);
    }
  val_dataset_builder_take_people (builder, people);
  return val_dataset_builder_end (builder);
}

static ValMentoring *
new_planned (gint64 id, ValDay day)
{
  ValMentoring *session = val_mentoring_new ();

  session->record.id = id;
  session->planned_day = day;
  session->planned_minute = 600;
  val_mentoring_add_person (session, 1);
  val_set_string (&session->agenda, "Holidays");
  return session;
}

/* A planned session with an agreement that stands open from before. */
static ValMentoringModel *
new_model (void)
{
  g_autoptr (ValDataset) dataset = new_centre ();
  ValMentoring *session = new_planned (7, TODAY);
  ValMentoringModel *model = val_mentoring_model_new (dataset, TODAY, session);
  GPtrArray *records = g_ptr_array_new_with_free_func (val_record_free);
  ValAgreement *open = val_agreement_new (1, TODAY - 7);

  open->record.id = 3;
  open->mentoring_id = 5;
  val_set_string (&open->text, "Ask IT");
  g_ptr_array_add (records, open);
  val_mentoring_model_take_records (model, records);
  val_record_free (session);
  return model;
}

static const ValRecord *
op_record (ValEdit *edit, guint index)
{
  const ValOp *op = val_edit_op (edit, index);

  g_assert_cmpint (op->kind, ==, VAL_OP_PUT_RECORD);
  return op->record;
}

/* A sheet of what is on the screen: of a session that is not stored too; what was taken away again
 * stands under no heading of it. */
static void
test_sheet (void)
{
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (GPtrArray) agreements = NULL;
  ValAgreementLine *made = val_mentoring_model_add_agreement (model, 1, FALSE);
  ValAgreementLine *gone = val_mentoring_model_add_agreement (model, 1, TRUE);
  ValMentoring *session;

  val_set_string (&made->now->text, "Two calls");
  val_set_string (&gone->now->text, "Nothing");
  gone->removed = TRUE;
  val_set_string (&model->now->words, "Typed just now");
  session = val_mentoring_model_dup_sheet (model, &agreements);
  g_assert_cmpint (session->record.id, ==, 7);
  g_assert_cmpstr (session->words, ==, "Typed just now");
  g_assert_cmpuint (agreements->len, ==, 3);
  g_assert_cmpint (((ValAgreement *) agreements->pdata[0])->mentoring_id, ==, 5);
  g_assert_cmpint (((ValAgreement *) agreements->pdata[1])->mentoring_id, ==, 7);
  g_assert_cmpint (((ValAgreement *) agreements->pdata[2])->mentoring_id, ==, 0);
  g_assert_cmpint (((ValAgreement *) agreements->pdata[2])->done_day, !=, VAL_DAY_NONE);
  val_record_free (session);
}

/* An indicator that is not where it was wanted comes along, with where it stands now; one that is
 * there does not. */
static void
test_aim (gconstpointer data)
{
  gboolean reached = GPOINTER_TO_INT (data);
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValEdit) edit = NULL;
  const ValMentoring *held, *next;

  model->now->aim_indicator_id = 5;
  model->now->aim_value = 85000;
  model->now->aim_stood = 70000;
  model->now->aim_day = TODAY + 30;
  model->aim_stands = reached ? 86000 : 78000;
  model->aim_reached = reached;
  edit = val_mentoring_model_edit (model, VAL_MENTORING_FINISH, NULL, "Żaneta", NULL);
  g_assert_nonnull (edit);
  held = (const ValMentoring *) op_record (edit, 0);
  next = (const ValMentoring *) op_record (edit, val_edit_n_ops (edit) - 1);
  g_assert_cmpint (held->aim_indicator_id, ==, 5);
  g_assert_cmpint (held->aim_stood, ==, 70000);
  g_assert_cmpint (held->aim_day, ==, TODAY + 30);
  g_assert_cmpint (next->aim_indicator_id, ==, reached ? 0 : 5);
  g_assert_cmpint (next->aim_value, ==, reached ? -1 : 85000);
  g_assert_cmpint (next->aim_stood, ==, reached ? -1 : 78000);
  g_assert_cmpint (next->aim_day, ==, reached ? VAL_DAY_NONE : TODAY + 30);
}

/* Held, one agreement ticked, one made, and the next session a week on: one change. */
static void
test_finish (void)
{
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValEdit) edit = NULL;
  ValAgreementLine *made;
  const ValMentoring *held, *next;
  const ValAgreement *ticked, *new_one;
  GError *error = NULL;

  g_assert_false (val_mentoring_model_has_changes (model));
  g_assert_true (model->plan_next);
  g_assert_cmpint (model->next_day, ==, TODAY + 7);
  g_assert_cmpint (model->next_minute, ==, 600);
  g_assert_cmpuint (model->agreements->len, ==, 1);
  val_mentoring_model_tick (model, model->agreements->pdata[0], TRUE);
  made = val_mentoring_model_add_agreement (model, 1, TRUE);
  val_set_string (&made->now->text, "Second screen");
  val_mentoring_model_add_agreement (model, 1, FALSE); /* left empty: nothing */
  g_assert_true (val_mentoring_model_has_changes (model));
  edit = val_mentoring_model_edit (model, VAL_MENTORING_FINISH, NULL, "Żaneta", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 4);
  held = (const ValMentoring *) op_record (edit, 0);
  ticked = (const ValAgreement *) op_record (edit, 1);
  new_one = (const ValAgreement *) op_record (edit, 2);
  next = (const ValMentoring *) op_record (edit, 3);
  g_assert_cmpint (held->record.id, ==, 7);
  g_assert_cmpint (held->state, ==, VAL_MENTORING_HELD);
  g_assert_cmpint (held->held_day, ==, TODAY);
  g_assert_cmpint (ticked->done_mentoring_id, ==, 7);
  g_assert_cmpint (ticked->mentoring_id, ==, 5);
  g_assert_cmpint (ticked->done_day, ==, TODAY);
  g_assert_cmpint (new_one->mentoring_id, ==, 7);
  g_assert_true (new_one->mine);
  g_assert_cmpint (next->state, ==, VAL_MENTORING_PLANNED);
  g_assert_cmpint (next->planned_day, ==, TODAY + 7);
  g_assert_cmpstr (next->agenda, ==, "");
}

static const struct
{
  const char *what;
  gint64 id;      /* 0: not stored */
  ValDay planned; /* days from today, or %VAL_DAY_NONE */
  ValDay held;    /* days from today */
  gboolean by_plan; /* its time is that of the plan */
} helds[] = {
  { "on its day", 7, 0, 0, TRUE },
  { "finished later", 7, -2, -2, TRUE },
  { "before its day", 7, 2, 0, FALSE },
  { "new, of today", 0, 0, 0, TRUE },
  { "new, without a day", 0, VAL_DAY_NONE, 0, FALSE },
};

/* What is finished was held on the day of its plan, or today when that is still to come. The plan
 * stays as it was made. */
static void
test_held (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (helds); i++)
    {
      g_autoptr (ValDataset) dataset = new_centre ();
      gboolean none = helds[i].planned == VAL_DAY_NONE;
      ValDay day = none ? VAL_DAY_NONE : TODAY + helds[i].planned;
      ValMentoring *session = new_planned (helds[i].id, day);
      g_autoptr (ValMentoringModel) model = val_mentoring_model_new (dataset, TODAY, session);
      g_autoptr (ValEdit) edit = NULL;
      const ValMentoring *held;

      g_test_message ("%s", helds[i].what);
      val_mentoring_model_set_when (model, day, none ? VAL_MINUTE_NONE : 600);
      model->clock = 9 * 60 + 33;
      model->plan_next = FALSE;
      edit = val_mentoring_model_edit (model, VAL_MENTORING_FINISH, NULL, "Żaneta", NULL);
      g_assert_nonnull (edit);
      g_assert_cmpuint (val_edit_n_ops (edit), ==, 1);
      held = (const ValMentoring *) op_record (edit, 0);
      g_assert_cmpint (held->state, ==, VAL_MENTORING_HELD);
      g_assert_cmpint (held->held_day - TODAY, ==, helds[i].held);
      g_assert_cmpint (held->held_minute, ==, helds[i].by_plan ? 600 : 9 * 60 + 30);
      g_assert_cmpint (held->planned_day, ==, helds[i].id != 0 ? day : VAL_DAY_NONE);
      g_assert_cmpint (held->planned_minute, ==, helds[i].id != 0 ? 600 : VAL_MINUTE_NONE);
      val_record_free (session);
    }
}

/* The next session has the kind, length, title and place of this one, and its phase while that goes
 * on; saving plans nothing, and what is about no skill has no level to reach. */
static void
test_carried (gconstpointer data)
{
  gboolean open = GPOINTER_TO_INT (data);
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValEdit) finish = NULL, save = NULL;
  GPtrArray *records = g_ptr_array_new_with_free_func (val_record_free);
  ValPhase *phase = val_record_new (VAL_RECORD_PHASE);
  const ValMentoring *next, *saved;

  phase->record.id = 4;
  phase->record.person_id = 1;
  phase->end_day = open ? VAL_DAY_NONE : TODAY - 1;
  g_ptr_array_add (records, phase);
  val_mentoring_model_take_records (model, records);
  model->now->kind = 1;
  model->now->minutes = 45;
  model->now->phase_id = 4;
  model->now->aim_level = 5000;
  model->now->aim_day = TODAY + 9;
  val_set_string (&model->now->title, "Calls");
  val_set_string (&model->now->place, "Room 2");
  finish = val_mentoring_model_edit (model, VAL_MENTORING_FINISH, NULL, "Żaneta", NULL);
  save = val_mentoring_model_edit (model, VAL_MENTORING_SAVE, NULL, "Żaneta", NULL);
  next = (const ValMentoring *) op_record (finish, val_edit_n_ops (finish) - 1);
  g_assert_cmpint (next->record.id, <=, 0);
  g_assert_cmpint (next->kind, ==, 1);
  g_assert_cmpint (next->minutes, ==, 45);
  g_assert_cmpstr (next->title, ==, "Calls");
  g_assert_cmpstr (next->place, ==, "Room 2");
  g_assert_cmpint (next->phase_id, ==, open ? 4 : 0);
  g_assert_cmpuint (val_edit_n_ops (save), ==, 1);
  saved = (const ValMentoring *) op_record (save, 0);
  g_assert_cmpint (saved->state, ==, VAL_MENTORING_PLANNED);
  g_assert_cmpint (saved->aim_level, ==, VAL_LEVEL_NONE);
  g_assert_cmpint (saved->aim_day, ==, VAL_DAY_NONE);
}

/* A text that was rubbed out is an agreement taken away; one that was only spaces never was. */
static void
test_rubbed_out (void)
{
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValEdit) edit = NULL;
  const ValOp *op;

  val_set_string (&((ValAgreementLine *) model->agreements->pdata[0])->now->text, " ");
  val_set_string (&val_mentoring_model_add_agreement (model, 1, FALSE)->now->text, "  ");
  edit = val_mentoring_model_edit (model, VAL_MENTORING_SAVE, NULL, "Żaneta", NULL);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 2);
  op = val_edit_op (edit, 1);
  g_assert_cmpint (op->kind, ==, VAL_OP_DELETE_RECORD);
  g_assert_cmpint (op->id, ==, 3);
}

/* Not held: the reason is private, the agenda moves to the new day. */
static void
test_miss (void)
{
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValEdit) edit = NULL;
  const ValMentoring *missed, *again;
  GError *error = NULL;

  model->next_chosen = model->plan_next = TRUE;
  model->next_day = val_mentoring_working_day_after (TODAY + 1); /* from Friday to Monday */
  model->next_minute = 660;
  g_assert_cmpint (model->next_day, ==, TODAY + 4);
  edit = val_mentoring_model_edit (model, VAL_MENTORING_MISS, "queue", "Żaneta", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (val_edit_n_ops (edit), ==, 2);
  missed = (const ValMentoring *) op_record (edit, 0);
  again = (const ValMentoring *) op_record (edit, 1);
  g_assert_cmpint (missed->state, ==, VAL_MENTORING_MISSED);
  g_assert_cmpstr (missed->remark, ==, "Did not take place: queue");
  g_assert_cmpstr (again->remark, ==, "");
  g_assert_cmpstr (again->agenda, ==, "Holidays");
  g_assert_cmpint (again->planned_minute, ==, 660);
}

/* What was on the screen is there again after a crash. */
static void
test_draft (void)
{
  g_autoptr (ValMentoringModel) model = new_model ();
  g_autoptr (ValMentoringModel) after = new_model ();
  g_autofree char *body = NULL;
  ValAgreementLine *made;

  model->next_chosen = TRUE;
  model->plan_next = FALSE;
  model->next_day = TODAY + 12;
  model->next_minute = 720;
  val_set_string (&model->now->words, "Χρειάζομαι\nhjälp; [x]=1\\");
  val_mentoring_model_tick (model, model->agreements->pdata[0], TRUE);
  made = val_mentoring_model_add_agreement (model, 1, FALSE);
  val_set_string (&made->now->text, "Żółw");
  body = val_mentoring_model_to_draft (model);
  g_assert_true (val_mentoring_model_from_draft (after, body));
  g_assert_true (val_record_equal (model->now, after->now));
  g_assert_true (after->next_chosen);
  g_assert_false (after->plan_next);
  g_assert_cmpint (after->next_day, ==, TODAY + 12);
  g_assert_cmpint (after->next_minute, ==, 720);
  g_assert_cmpuint (after->agreements->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (
        val_record_equal (((ValAgreementLine *) model->agreements->pdata[i])->now,
                          ((ValAgreementLine *) after->agreements->pdata[i])->now));
  g_assert_false (val_mentoring_model_from_draft (after, "nonsense"));
}

/* Nobody, or no day: refused with a sentence, and nothing is lost. */
static void
test_refused (void)
{
  g_autoptr (ValDataset) dataset = new_centre ();
  ValMentoring *session = val_mentoring_new ();
  g_autoptr (ValMentoringModel) model = val_mentoring_model_new (dataset, TODAY, session);
  g_autoptr (GError) error = NULL;

  val_record_free (session);
  g_assert_null (val_mentoring_model_edit (model, VAL_MENTORING_SAVE, NULL, "", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  val_mentoring_add_person (model->now, 2);
  val_mentoring_model_set_when (model, VAL_DAY_NONE, VAL_MINUTE_NONE);
  g_assert_null (val_mentoring_model_edit (model, VAL_MENTORING_SAVE, NULL, "", &error));
  g_assert_nonnull (error);
}

/* What came after a session that was held was no news in it. */
static void
test_news (void)
{
  g_autoptr (ValDataset) dataset = new_centre ();
  ValMentoring *session = val_mentoring_new ();
  g_autoptr (ValMentoringModel) model = NULL;

  val_mentoring_add_person (session, 2);
  session->state = VAL_MENTORING_HELD;
  session->held_day = TODAY - 100;
  model = val_mentoring_model_new (dataset, TODAY, session);
  val_record_free (session);
  g_assert_true (val_mentoring_model_is_new (model, TODAY - 101));
  g_assert_true (val_mentoring_model_is_new (model, TODAY - 100));
  g_assert_false (val_mentoring_model_is_new (model, TODAY - 99));
  model->now->state = VAL_MENTORING_PLANNED;
  model->now->held_day = VAL_DAY_NONE;
  model->now->planned_day = TODAY + 3;
  g_assert_true (val_mentoring_model_is_new (model, TODAY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentoring-model/finish", test_finish);
  g_test_add_func ("/mentoring-model/sheet", test_sheet);
  g_test_add_data_func ("/mentoring-model/aim-open", GINT_TO_POINTER (FALSE), test_aim);
  g_test_add_data_func ("/mentoring-model/aim-reached", GINT_TO_POINTER (TRUE), test_aim);
  g_test_add_func ("/mentoring-model/held", test_held);
  g_test_add_data_func ("/mentoring-model/carried/open", GINT_TO_POINTER (TRUE), test_carried);
  g_test_add_data_func ("/mentoring-model/carried/ended", GINT_TO_POINTER (FALSE), test_carried);
  g_test_add_func ("/mentoring-model/rubbed-out", test_rubbed_out);
  g_test_add_func ("/mentoring-model/miss", test_miss);
  g_test_add_func ("/mentoring-model/draft", test_draft);
  g_test_add_func ("/mentoring-model/refused", test_refused);
  g_test_add_func ("/mentoring-model/news", test_news);
  return g_test_run ();
}
