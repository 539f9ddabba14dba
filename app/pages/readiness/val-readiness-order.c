/* val-readiness-order.c: how firm the order of people is, and who changes place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-order.h"

#include <math.h>
#include <string.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-order.h"
#include "val-question.h"
#include "val-row.h"
#include "val-stability.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

/* More rows than this are not read under everything else. */
#define MOST_ROWS 12

/* By how much the weight moves, as in the list. */
static const int moves[] = { -10, -5, 5, 10 };

struct _ValReadinessOrder
{
  AdwBin parent_instance;

  ValReadiness *readiness; /* nullable */
  gboolean hide_names;
  GCancellable *working;
  GtkLabel *sentence;
  GtkWidget *question; /* the two lists */
  GtkWidget *skill;
  GtkWidget *move;
  GtkLabel *outcome;
  GtkWidget *list;
  GArray *skills;    /* of guint: as in the list, by index */
  gint64 asked_id;   /* the skill that was chosen by hand, 0: the one that moves most */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ValReadinessOrder, val_readiness_order, ADW_TYPE_BIN)

static guint open_person_signal;

/* ---- Worked out in a thread ---- */

/**
 * Firmness: the answer.
 * @at_5, @at_10: share of pairs that keep their order, or NAN
 * @skill, @percent: whose weight moved, and by how much
 * @changes: of ValRankChange
 */
typedef struct
{
  double at_5;
  double at_10;
  guint skill;
  int percent;
  GArray *changes;
} Firmness;

typedef struct
{
  ValDataset *dataset;
  ValReadinessQuery query;
  int skill; /* index, -1: the one that moves most pairs at 10 % */
  int percent;
} Question;

static void
question_free (gpointer data)
{
  val_dataset_unref (((Question *) data)->dataset);
  g_free (data);
}

static void
firmness_free (gpointer data)
{
  g_array_unref (((Firmness *) data)->changes);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Firmness, firmness_free)

static void
order_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (ValLatest) latest = NULL;
  guint n_skills = val_dataset_n_skills (question->dataset);
  guint worst = 0;
  int worst_percent = 10;
  Firmness *firmness;

  if (g_task_return_error_if_cancelled (task))
    return;
  latest = val_latest_new (question->dataset, question->query.on);
  firmness = g_new0 (Firmness, 1);
  firmness->at_5 = val_stability_worst (latest, &question->query, 5, NULL, NULL);
  firmness->at_10
      = val_stability_worst (latest, &question->query, 10, &worst, &worst_percent);
  firmness->skill = question->skill >= 0 ? (guint) question->skill : worst;
  firmness->percent = question->skill >= 0 ? question->percent : worst_percent;
  firmness->changes = firmness->skill < n_skills
                          ? val_stability_moved_weight (latest, &question->query, firmness->skill,
                                                        firmness->percent)
                          : g_array_new (FALSE, FALSE, sizeof (ValRankChange));
  g_task_return_pointer (task, firmness, firmness_free);
}

/* ---- Shown ---- */

static char *
dup_person_name (ValReadinessOrder *self, guint person)
{
  ValAnswerOptions options = { NULL, self->hide_names, self->readiness->query.on };

  return val_answer_person_name (self->readiness, person, &options);
}

static void
row_cb (ValRow *row, ValReadinessOrder *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "val-person");

  g_signal_emit (self, open_person_signal, 0, *id);
}

static GtkWidget *
make_row (ValReadinessOrder *self, const ValRankChange *change)
{
  const ValPerson *person = val_dataset_person (self->readiness->dataset, change->person);
  g_autofree char *name = dup_person_name (self, change->person);
  g_autofree char *from = val_format_integer (change->from);
  g_autofree char *to = val_format_integer (change->to);
  /* Translators: places in an order: from the third to the second; a narrow column */
  g_autofree char *places = g_strdup_printf (C_ ("place", "%1$s → %2$s"), from, to);
  g_autofree char *spoken
      /* Translators: %1$s is a person, the others are places in an order */
      = g_strdup_printf (_ ("%1$s: from place %2$s to place %3$s"), name, from, to);
  GtkWidget *row = val_row_new (name, NULL);
  GtkWidget *label = gtk_label_new (places);

  gtk_widget_add_css_class (label, "val-number");
  val_row_add_after (VAL_ROW (row), label);
  val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  val_gtk_set_accessible_label (row, spoken);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "val-person",
                          g_memdup2 (&person->id, sizeof person->id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  return row;
}

/* The new first place first; who shares one stands as in an address list. */
static int
compare_changes (gconstpointer a, gconstpointer b, gpointer data)
{
  const ValRankChange *first = a, *second = b;
  ValReadinessOrder *self = data;
  guint place, other;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  place = val_person_order (self->readiness->dataset, first->person, self->hide_names);
  other = val_person_order (self->readiness->dataset, second->person, self->hide_names);
  return (place > other) - (place < other);
}

static void
show_changes (ValReadinessOrder *self, GArray *changes)
{
  g_autofree char *n = val_format_integer (changes->len);
  g_autofree char *all = val_format_integer (self->readiness->assessed);
  g_autofree char *rest = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_array_sort_with_data (changes, compare_changes, self);
  for (guint i = 0; i < MIN (changes->len, MOST_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, &g_array_index (changes, ValRankChange, i)));
  if (changes->len == 0)
    g_string_append (text, _ ("Nobody changes place."));
  else
    g_string_append_printf (text,
                            /* Translators: %1$s of %2$s people */
                            ngettext ("%1$s of %2$s people changes place.",
                                      "%1$s of %2$s people change place.", changes->len),
                            n, all);
  if (changes->len > MOST_ROWS)
    {
      rest = val_format_integer (MOST_ROWS);
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("The first %s of them:"), rest);
    }
  gtk_label_set_text (self->outcome, text->str);
  gtk_widget_set_visible (self->list, changes->len > 0);
}

/* Below the least number a place says more about chance than about people. */
static void
show_too_few (ValReadinessOrder *self)
{
  guint n = self->readiness->assessed;
  g_autofree char *least = val_format_integer (VAL_RANK_MINIMUM_N);
  g_autofree char *have = val_format_integer (n);
  g_autofree char *text
      = n < VAL_RANK_MINIMUM_N
            ? g_strdup_printf (
                  /* Translators: %1$s is how many people have a level, %2$s the least number */
                  ngettext ("%1$s person has a level here. Places are given from %2$s people up: "
                            "with fewer they would say more about chance than about anybody.",
                            "%1$s people have a level here. Places are given from %2$s people up: "
                            "with fewer they would say more about chance than about anybody.",
                            n),
                  have, least)
            : g_strdup (_ ("All people have the same mean: there is no order among them."));

  gtk_label_set_text (self->sentence, text);
}

static void
select_answer (ValReadinessOrder *self, const Firmness *firmness)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->skills->len; i++)
    if (g_array_index (self->skills, guint, i) == firmness->skill)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->skill), i);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i] == firmness->percent)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->move), i);
  self->filling = FALSE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValReadinessOrder) self = data;
  g_autoptr (Firmness) firmness = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *sentence = NULL;
  gboolean any;

  /* Cancelled: a newer question is on its way. */
  if (firmness == NULL || self->readiness == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->working)
    return;
  sentence = val_answer_stability (firmness->at_5, firmness->at_10);
  any = sentence != NULL;
  gtk_widget_set_visible (self->question, any);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), any);
  if (!any)
    {
      gtk_widget_set_visible (self->list, FALSE);
      show_too_few (self);
      return;
    }
  gtk_label_set_text (self->sentence, sentence);
  select_answer (self, firmness);
  show_changes (self, firmness->changes);
}

static void
ask (ValReadinessOrder *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;
  guint index;

  val_question_drop (&self->working);
  if (self->readiness == NULL)
    return;
  question = g_new0 (Question, 1);
  question->dataset = val_dataset_ref (self->readiness->dataset);
  question->query = self->readiness->query;
  question->skill = -1;
  question->percent
      = moves[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->move)),
                   G_N_ELEMENTS (moves) - 1)];
  if (self->asked_id != 0 && val_dataset_find_skill (question->dataset, self->asked_id, &index))
    question->skill = (int) index;
  self->working = g_cancellable_new ();
  task = g_task_new (NULL, self->working, answered_cb, g_object_ref (self));
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, order_thread);
}

static void
chosen_cb (ValReadinessOrder *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->skill));

  if (self->filling || self->readiness == NULL || place >= self->skills->len)
    return;
  self->asked_id = val_dataset_skill (self->readiness->dataset,
                                      g_array_index (self->skills, guint, place))
                       ->id;
  ask (self);
}

static void
fill_skills (ValReadinessOrder *self)
{
  ValDataset *dataset = self->readiness->dataset;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;

  g_array_set_size (self->skills, 0);
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    if (!val_dataset_skill (dataset, i)->archived && val_dataset_skill_is_leaf (dataset, i))
      {
        g_array_append_val (self->skills, i);
        g_ptr_array_add (names, val_dataset_skill (dataset, i)->name);
      }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->skill), G_LIST_MODEL (list));
  self->filling = FALSE;
}

/**
 * val_readiness_order_show:
 * @readiness: the answer whose order is looked at
 * @options: whether names are hidden
 *
 * Works out in a thread how firm the order is, and shows it when it is known.
 */
void
val_readiness_order_show (ValReadinessOrder *self, ValReadiness *readiness,
                          const ValAnswerOptions *options)
{
  val_readiness_ref (readiness);
  g_clear_pointer (&self->readiness, val_readiness_unref);
  self->readiness = readiness;
  self->hide_names = options->hide_names;
  fill_skills (self);
  ask (self);
}

static GtkLabel *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_moves (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *percent = val_format_percent (ABS (moves[i]));

      g_ptr_array_add (words, g_strconcat (moves[i] < 0 ? "−" : "+", percent, NULL));
    }
  g_ptr_array_add (words, NULL);
  return gtk_drop_down_new_from_strings ((const char *const *) words->pdata);
}

static GtkWidget *
build_question (ValReadinessOrder *self)
{
  GtkWidget *line = val_wrap_box_new (6);
  GtkLabel *label = make_text (_ ("When this weight moves:"), NULL);

  gtk_label_set_wrap (label, FALSE);
  self->skill = gtk_drop_down_new (NULL, NULL);
  self->move = make_moves ();
  val_gtk_label_inside (self->skill, _ ("The skill whose weight moves"));
  gtk_widget_set_tooltip_text (self->skill, _ ("The skill whose weight moves"));
  val_gtk_label_inside (self->move, _ ("By how much the weight moves"));
  gtk_widget_set_tooltip_text (self->move, _ ("By how much the weight moves"));
  g_signal_connect_swapped (self->skill, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->move, "notify::selected", G_CALLBACK (chosen_cb), self);
  val_wrap_box_append (VAL_WRAP_BOX (line), GTK_WIDGET (label));
  val_wrap_box_append (VAL_WRAP_BOX (line), self->skill);
  val_wrap_box_append (VAL_WRAP_BOX (line), self->move);
  self->question = line;
  return line;
}

static void
val_readiness_order_dispose (GObject *object)
{
  ValReadinessOrder *self = VAL_READINESS_ORDER (object);

  self->filling = TRUE;
  val_question_drop (&self->working);
  g_clear_pointer (&self->readiness, val_readiness_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  G_OBJECT_CLASS (val_readiness_order_parent_class)->dispose (object);
}

static void
val_readiness_order_class_init (ValReadinessOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_readiness_order_dispose;
  open_person_signal
      = g_signal_new ("open-person", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_readiness_order_init (ValReadinessOrder *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->skills = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sentence = make_text (NULL, NULL);
  self->outcome = make_text (NULL, "heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "val-plain");
  val_gtk_set_accessible_label (self->list, _ ("Who changes place"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "val-card");
  gtk_box_append (GTK_BOX (card),
                  GTK_WIDGET (make_text (_ ("How firm the order of people is"), "heading")));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (card), build_question (self));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (card), self->list);
  gtk_widget_set_visible (self->question, FALSE);
  gtk_widget_set_visible (self->list, FALSE);
  adw_bin_set_child (ADW_BIN (self), card);
}

/**
 * val_readiness_order_new:
 *
 * Returns: (transfer floating): a card without an answer
 */
GtkWidget *
val_readiness_order_new (void)
{
  return g_object_new (VAL_TYPE_READINESS_ORDER, NULL);
}
