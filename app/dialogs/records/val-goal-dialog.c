/* val-goal-dialog.c: a goal and the steps towards it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-goal-dialog.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-goal-steps.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-level-spin.h"
#include "val-performance-figures.h"
#include "val-person-form.h"
#include "val-question.h"

#define VAL_TYPE_GOAL_DIALOG (val_goal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValGoalDialog, val_goal_dialog, VAL, GOAL_DIALOG, AdwWindow)

/**
 * ValGoalDialog:
 *
 * The form of a goal: a skill to a level, an indicator to a value, or free; when it is due, how far
 * it is, and the sparring steps that lead to it. It stays open with what was typed until the store
 * has taken it.
 */
struct _ValGoalDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValGoal *goal;   /* as it was */
  GArray *skills;  /* of gint64 */
  GtkWidget *save;
  GArray *figures;    /* (nullable): of ValFigure: where the person stands */
  GCancellable *reading;
  GArray *indicators; /* of gint64; the last line, in words, has none */
  GtkWidget *kind, *skill, *level, *chosen, *indicator, *value, *text, *due, *state;
  GtkWidget *steps;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValGoalDialog, val_goal_dialog, ADW_TYPE_WINDOW)

/* Rows of the choice of a state. */
enum
{
  GOAL_OPEN,
  GOAL_REACHED,
  GOAL_DROPPED,
};

static void
val_goal_dialog_dispose (GObject *object)
{
  ValGoalDialog *self = VAL_GOAL_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->goal, val_record_free);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->indicators, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  val_question_drop (&self->reading);
  G_OBJECT_CLASS (val_goal_dialog_parent_class)->dispose (object);
}

static void
val_goal_dialog_class_init (ValGoalDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_goal_dialog_dispose;
}

static void
val_goal_dialog_init (ValGoalDialog *self)
{
  self->skills = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static ValLevel
level_now (ValSession *session, gint64 person_id, gint64 skill_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValScores *scores;
  ValScore score;
  guint person, skill;

  if (!val_dataset_find_person (dataset, person_id, &person)
      || !val_dataset_find_skill (dataset, skill_id, &skill))
    return VAL_LEVEL_NONE;
  scores = val_dataset_scores (dataset, person);
  if (scores == NULL
      || !val_scores_latest (scores, (guint16) skill, val_session_get_today (session), &score)
      || val_score_level (score) == VAL_LEVEL_NOT_APPLICABLE)
    return VAL_LEVEL_NONE;
  return val_score_level (score);
}

static const ValIndicator *
find_indicator (ValSession *session, gint64 id)
{
  return id == 0 ? NULL
                 : val_dataset_find_record (val_session_get_dataset (session),
                                            VAL_RECORD_INDICATOR, id);
}

static char *
dup_wanted (const ValIndicator *indicator, int wanted)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);

  return wanted < 0 ? g_strdup ("") : val_indicator_format (unit, wanted / 1000.0);
}

/* As the goal of an indicator is said: "First contact: 75 %". */
static char *
dup_indicator_title (ValSession *session, const ValGoal *goal)
{
  const ValIndicator *indicator = find_indicator (session, goal->indicator_id);
  const char *name = indicator != NULL ? val_indicator_get_name (indicator) : goal->indicator;
  g_autofree char *value
      = indicator != NULL ? dup_wanted (indicator, goal->wanted) : g_strdup (goal->value);

  if (*value == '\0')
    return g_strdup (name);
  /* Translators: a goal: an indicator, and the value to reach */
  return g_strdup_printf (C_ ("goal", "%1$s: %2$s"), name, value);
}

/**
 * val_goal_dup_title:
 * @session: the session
 * @goal: a goal
 *
 * Returns: (transfer full): "Complaints → 8", "First contact: 75 %", or the text of a free goal
 */
char *
val_goal_dup_title (ValSession *session, const ValGoal *goal)
{
  ValDataset *dataset = val_session_get_dataset (session);
  ValScale scale = val_session_get_scale (session);
  guint index;

  if (goal->kind == VAL_GOAL_SKILL && val_dataset_find_skill (dataset, goal->skill_id, &index))
    {
      g_autofree char *level = val_scale_format_short (&scale, goal->level, FALSE);

      /* Translators: a goal: a skill, and the level to reach */
      return g_strdup_printf (C_ ("goal", "%1$s → %2$s"), val_dataset_skill (dataset, index)->name,
                              level);
    }
  if (goal->kind == VAL_GOAL_INDICATOR)
    return dup_indicator_title (session, goal);
  return g_strdup (goal->text);
}

static void
add_steps (GPtrArray *parts, const ValGoal *goal, GPtrArray *records)
{
  guint n = 0, done = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const ValGoalStep *step = records->pdata[i];

      if (step->record.type != VAL_RECORD_STEP || step->goal_id != goal->record.id)
        continue;
      n++;
      done += step->done_day != VAL_DAY_NONE;
    }
  if (n > 0)
    /* Translators: steps of a goal that are done, out of all */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%1$u of %2$u step", "%1$u of %2$u steps",
                                                       n),
                                             done, n));
}

static char *
dup_progress (ValSession *session, const ValGoal *goal, GPtrArray *records, gboolean with_start)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  ValDay today = val_session_get_today (session);
  ValScale scale = val_session_get_scale (session);

  if (goal->kind != VAL_GOAL_FREE && *goal->text != '\0')
    g_ptr_array_add (parts, g_strdup (goal->text));
  add_steps (parts, goal, records);
  if (goal->kind == VAL_GOAL_SKILL)
    {
      ValLevel level = level_now (session, goal->record.person_id, goal->skill_id);
      g_autofree char *now = NULL;

      if (level != VAL_LEVEL_NONE)
        {
          now = val_scale_format_short (&scale, level, FALSE);
          /* Translators: the level in which a skill stands today */
          g_ptr_array_add (parts, g_strdup_printf (C_ ("goal", "now %s"), now));
        }
    }
  if (with_start && goal->kind == VAL_GOAL_INDICATOR && goal->stood >= 0
      && find_indicator (session, goal->indicator_id) != NULL)
    {
      g_autofree char *stood = dup_wanted (find_indicator (session, goal->indicator_id),
                                           goal->stood);

      /* Translators: of a goal: the value of an indicator when the goal was set */
      g_ptr_array_add (parts, val_format_replace (C_ ("goal", "at the start %s"), stood));
    }
  if (goal->due_day != VAL_DAY_NONE)
    {
      g_autofree char *date = val_format_date (goal->due_day, VAL_DATE_MEDIUM, today);

      /* Translators: of a goal; %s is a date */
      g_ptr_array_add (parts, g_strdup_printf (goal->due_day < today
                                                         && goal->done_day == VAL_DAY_NONE
                                                     ? C_ ("goal", "was due %s")
                                                     : C_ ("goal", "due %s"),
                                               date));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * val_goal_dup_progress:
 * @session: the session
 * @goal: a goal
 * @records: (nullable) (element-type ValRecord): where its steps are among
 *
 * Returns: (transfer full): "1 of 3 steps · 6 now · due 3 April"; "" when nothing is known
 */
char *
val_goal_dup_progress (ValSession *session, const ValGoal *goal, GPtrArray *records)
{
  return dup_progress (session, goal, records, TRUE);
}

/* val_goal_dup_rest: (transfer full): the same without where the indicator stood at the start */
char *
val_goal_dup_rest (ValSession *session, const ValGoal *goal, GPtrArray *records)
{
  return dup_progress (session, goal, records, FALSE);
}

/* ---- The form -------------------------------------------------------------------------------- */

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static gint64
chosen_indicator (ValGoalDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->chosen));

  return selected < self->indicators->len ? g_array_index (self->indicators, gint64, selected) : 0;
}

/* Thousandths of the unit, as it was in the last thirty days there is anything of; -1: not known. */
static int
stands_at (ValGoalDialog *self, gint64 indicator_id)
{
  for (guint i = 0; self->figures != NULL && i < self->figures->len; i++)
    {
      const ValFigure *figure = &g_array_index (self->figures, ValFigure, i);

      if (figure->indicator_id == indicator_id && figure->value >= 0
          && figure->value <= G_MAXINT32)
        return (int) figure->value;
    }
  return -1;
}

static void
figures_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValGoalDialog) self = data;
  g_autoptr (GArray) figures
      = val_performance_figures_finish (VAL_SESSION (source), result, NULL);

  /* Without them the goal does not say where one stood, and is a goal all the same. */
  if (self->session != NULL)
    self->figures = g_steal_pointer (&figures);
}

/* A value that is none is left as it was typed and said where it stands. */
static void
read_indicator (ValGoalDialog *self, ValGoal *goal)
{
  const ValIndicator *indicator;
  gint64 wanted;

  goal->indicator_id = goal->kind == VAL_GOAL_INDICATOR ? chosen_indicator (self) : 0;
  goal->wanted = -1;
  if (goal->indicator_id == 0)
    goal->stood = -1;
  else if (goal->indicator_id != self->goal->indicator_id)
    goal->stood = stands_at (self, goal->indicator_id);
  indicator = find_indicator (self->session, goal->indicator_id);
  if (indicator == NULL)
    return;
  val_set_string (&goal->indicator, val_indicator_get_name (indicator));
  if (val_indicator_parse (val_formula_unit (indicator->formula, indicator->unit), goal->value,
                           &wanted)
      && wanted >= 0 && wanted <= G_MAXINT32)
    {
      goal->wanted = (int) wanted;
      take (&goal->value, dup_wanted (indicator, goal->wanted));
    }
}

static ValGoal *
read_form (ValGoalDialog *self)
{
  ValGoal *goal = val_record_copy (self->goal);
  guint skill = adw_combo_row_get_selected (ADW_COMBO_ROW (self->skill));
  guint state = adw_combo_row_get_selected (ADW_COMBO_ROW (self->state));
  ValDay today = val_session_get_today (self->session);
  gboolean was_dropped = goal->dropped;

  goal->kind = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
  goal->skill_id = goal->kind == VAL_GOAL_SKILL && skill < self->skills->len
                       ? g_array_index (self->skills, gint64, skill)
                       : 0;
  goal->level = goal->kind == VAL_GOAL_SKILL ? val_level_spin_get_level (self->level)
                                             : VAL_LEVEL_NONE;
  take (&goal->indicator, goal->kind == VAL_GOAL_INDICATOR
                              ? val_person_form_dup_entry (self->indicator)
                              : g_strdup (""));
  take (&goal->value, goal->kind == VAL_GOAL_INDICATOR ? val_person_form_dup_entry (self->value)
                                                       : g_strdup (""));
  read_indicator (self, goal);
  take (&goal->text, val_person_form_dup_text (self->text));
  goal->due_day = val_date_entry_get_day (VAL_DATE_ENTRY (self->due));
  goal->dropped = state == GOAL_DROPPED;
  if (state == GOAL_OPEN)
    goal->done_day = VAL_DAY_NONE;
  else if (goal->done_day == VAL_DAY_NONE || goal->dropped != was_dropped)
    goal->done_day = today;
  /* Where one stood is written down when the skill is chosen. */
  if (goal->skill_id == 0)
    goal->before = VAL_LEVEL_NONE;
  else if (goal->skill_id != self->goal->skill_id)
    goal->before = level_now (self->session, goal->record.person_id, goal->skill_id);
  return goal;
}

static void
save_cb (GtkButton *button, ValGoalDialog *self)
{
  ValGoal *goal = read_form (self);
  g_autofree char *title = val_goal_dup_title (self->session, goal);
  g_autoptr (ValEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  val_person_form_set_error (self->error, NULL, NULL);
  if (goal->indicator_id != 0 && goal->wanted < 0)
    val_person_form_set_error (self->error, self->value,
                               _("This is not a value of the indicator; write a number like 85 or "
                                 "87.5"));
  else if (!val_record_validate (goal, &error))
    val_person_form_set_error (self->error,
                               goal->kind == VAL_GOAL_SKILL       ? self->skill
                               : goal->kind == VAL_GOAL_INDICATOR ? self->indicator
                                                                  : self->text,
                               error->message);
  else
    {
      /* Translators: %s is a goal */
      edit = val_edit_new (N_ ("Goal saved: %s"), title);
      id = val_edit_put_record (edit, goal);
      val_goal_steps_put (VAL_GOAL_STEPS (self->steps), edit,
                          goal->record.id > 0 ? goal->record.id : id, goal->record.person_id);
      val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
    }
  val_record_free (goal);
}

static void
delete_cb (GtkButton *button, ValGoalDialog *self)
{
  g_autofree char *title = val_goal_dup_title (self->session, self->goal);
  /* Translators: %s is a goal */
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Goal deleted: %s"), title);

  val_edit_delete_record (edit, VAL_RECORD_GOAL, self->goal->record.id);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, GTK_WIDGET (button), self->error);
}

static void
kind_cb (GtkWidget *row, GParamSpec *pspec, ValGoalDialog *self)
{
  guint kind = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

  gtk_widget_set_visible (self->skill, kind == VAL_GOAL_SKILL);
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->level, ADW_TYPE_ACTION_ROW),
                          kind == VAL_GOAL_SKILL);
  gtk_widget_set_visible (self->chosen, kind == VAL_GOAL_INDICATOR);
  gtk_widget_set_visible (self->indicator,
                          kind == VAL_GOAL_INDICATOR && chosen_indicator (self) == 0);
  gtk_widget_set_visible (self->value, kind == VAL_GOAL_INDICATOR);
}

static void
skill_cb (GtkWidget *row, GParamSpec *pspec, ValGoalDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->skill));
  guint index;

  if (selected < self->skills->len
      && val_dataset_find_skill (dataset, g_array_index (self->skills, gint64, selected), &index))
    val_level_spin_set_level (self->level, val_dataset_skill (dataset, index)->target);
}

static void
add_skill (ValGoalDialog *self, GtkWidget *group)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValScale scale = val_session_get_scale (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *skill = val_dataset_skill (dataset, i);

      if (!val_dataset_skill_is_leaf (dataset, i)
          || (skill->archived && skill->id != self->goal->skill_id))
        continue;
      if (skill->id == self->goal->skill_id)
        selected = names->len;
      g_ptr_array_add (names, skill->name);
      g_array_append_val (self->skills, skill->id);
    }
  g_ptr_array_add (names, NULL);
  self->skill = val_person_form_choice (group, C_ ("goal", "Skill"),
                                        (const char *const *) names->pdata, selected);
  self->level = val_level_spin_new (&scale, 0.5);
  val_person_form_field (group, _("Level to reach"), NULL, self->level);
  if (self->goal->level >= 0)
    val_level_spin_set_level (self->level, self->goal->level);
  else
    skill_cb (self->skill, NULL, self);
  g_signal_connect (self->skill, "notify::selected", G_CALLBACK (skill_cb), self);
}

/* Those in use, and one of the user's own words at the end. */
static void
add_indicator (ValGoalDialog *self, GtkWidget *group)
{
  const ValGoal *goal = self->goal;
  const ValIndicator *now = find_indicator (self->session, goal->indicator_id);
  g_autoptr (GPtrArray) all
      = val_indicators_in_order (val_session_get_dataset (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *value = now != NULL ? dup_wanted (now, goal->wanted) : g_strdup (goal->value);
  guint selected = G_MAXUINT;

  for (guint i = 0; i < all->len; i++)
    {
      const ValIndicator *indicator = g_ptr_array_index (all, i);

      if (indicator != now
          && !val_indicator_is_active (indicator, val_session_get_today (self->session)))
        continue;
      if (indicator == now)
        selected = names->len;
      g_ptr_array_add (names, (gpointer) val_indicator_get_name (indicator));
      g_array_append_val (self->indicators, indicator->record.id);
    }
  if (selected == G_MAXUINT)
    selected = *goal->indicator != '\0' ? names->len : 0;
  g_ptr_array_add (names, (gpointer) C_ ("goal", "Another, in my own words"));
  g_ptr_array_add (names, NULL);
  self->chosen = val_person_form_choice (group, C_ ("goal", "Indicator"),
                                         (const char *const *) names->pdata, selected);
  self->indicator = val_person_form_entry (group, C_ ("goal", "Name of the indicator"),
                                           goal->indicator);
  self->value = val_person_form_entry (group, _("Value to reach"), value);
  g_signal_connect (self->chosen, "notify::selected", G_CALLBACK (kind_cb), self);
}

static void
build_goal (ValGoalDialog *self, GtkWidget *content)
{
  const char *const kinds[] = { C_ ("goal", "In my own words"), C_ ("goal", "A skill to a level"),
                                C_ ("goal", "An indicator to a value"), NULL };
  const char *const states[]
      = { C_ ("goal", "Open"), C_ ("goal", "Reached"), C_ ("goal", "Dropped"), NULL };
  GtkWidget *group = val_person_form_group (content, NULL, NULL);
  const ValGoal *goal = self->goal;

  self->kind = val_person_form_choice (group, C_ ("goal", "Kind"), kinds, (guint) goal->kind);
  add_skill (self, group);
  add_indicator (self, group);
  self->text = val_person_form_text (group, _("What is to be reached"), goal->text);
  self->due = val_person_form_date (group, C_ ("goal", "Due"), goal->due_day,
                                    val_session_get_today (self->session));
  self->state = val_person_form_choice (group, C_ ("goal", "State"), states,
                                        goal->dropped                    ? GOAL_DROPPED
                                        : goal->done_day != VAL_DAY_NONE ? GOAL_REACHED
                                                                         : GOAL_OPEN);
  self->error = val_person_form_error (group);
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  kind_cb (self->kind, NULL, self);
}

/**
 * val_goal_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @goal: a goal; id 0: a new one; copied
 * @steps: (nullable) (element-type ValGoalStep): its steps in their order; copied
 */
void
val_goal_dialog_present (GtkWindow *parent, ValSession *session, const ValGoal *goal,
                         GPtrArray *steps)
{
  ValGoalDialog *self = g_object_new (VAL_TYPE_GOAL_DIALOG, NULL);
  gboolean is_new = goal->record.id <= 0;
  GtkWidget *content, *group;

  self->session = g_object_ref (session);
  self->goal = val_record_copy (goal);
  val_person_form_build (GTK_WINDOW (self), is_new ? _("Add Goal") : _("Edit Goal"),
                         is_new ? _("_Add") : _("_Save"), &self->save, &content);
  build_goal (self, content);
  self->reading = g_cancellable_new ();
  val_performance_figures_async (session, goal->record.person_id, VAL_DAY_NONE, VAL_DAY_NONE,
                                 self->reading, figures_cb, g_object_ref (self));
  group = val_person_form_group (content, _("Sparring Steps"),
                                 _("Small steps towards the goal, each with somebody to try it "
                                   "with."));
  self->steps = val_goal_steps_new (val_session_get_today (session));
  val_goal_steps_set (VAL_GOAL_STEPS (self->steps), steps);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->steps);
  if (!is_new)
    {
      GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete Goal"));

      gtk_widget_add_css_class (delete, "destructive-action");
      gtk_widget_set_halign (delete, GTK_ALIGN_START);
      g_signal_connect (delete, "clicked", G_CALLBACK (delete_cb), self);
      gtk_box_append (GTK_BOX (content), delete);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (is_new ? self->text : self->kind);
  gtk_window_present (GTK_WINDOW (self));
}
