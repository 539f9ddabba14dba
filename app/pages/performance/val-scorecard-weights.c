/* val-scorecard-weights.c: what if the weights were different?
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-weights.h"

#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-performance-words.h"
#include "val-question.h"
#include "val-row.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

#define MOST_MOVES 10
/* The scales go to twice the largest weight, and at least to this. */
#define LEAST_END 4.0
#define LEAST_SCALE 150 /* pixels */

/* A weight and its scale. */
typedef struct
{
  guint indicator;
  gint64 id;
  GtkWidget *scale;
  GtkWidget *label;
} Weight;

struct _ValScorecardWeights
{
  AdwBin parent_instance;

  ValSession *session;
  ValScoreIndex *base;
  ValScoreIndex *index; /* nullable: what is tried */
  GArray *weights;      /* of Weight */
  GtkWidget *box;       /* of the scales */
  GtkLabel *outcome;
  GtkLabel *firmness;
  GtkWidget *moves;
  GtkWidget *reset, *keep;
  GCancellable *working;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ValScorecardWeights, val_scorecard_weights, ADW_TYPE_BIN)

static guint moved_signal, open_person_signal;

/* ---- How firm the order is ---------------------------------------------------------------------- */

typedef struct
{
  double at_5;
  double at_10;
} Firmness;

static void
firmness_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ValScoreIndex *index = data;
  Firmness *firmness;

  if (g_task_return_error_if_cancelled (task))
    return;
  firmness = g_new0 (Firmness, 1);
  firmness->at_5 = val_score_index_stability (index, 5, NULL, NULL);
  firmness->at_10 = val_score_index_stability (index, 10, NULL, NULL);
  g_task_return_pointer (task, firmness, g_free);
}

static void
firmness_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValScorecardWeights) self = data;
  g_autofree Firmness *firmness = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *at_5 = NULL, *at_10 = NULL, *text = NULL;

  if (firmness == NULL || g_task_get_cancellable (G_TASK (result)) != self->working)
    return;
  if (isnan (firmness->at_5))
    {
      gtk_label_set_text (self->firmness, _("There are no places that could change: fewer than "
                                            "five people can be compared."));
      return;
    }
  at_5 = val_format_percent ((int) floor (firmness->at_5 * 100));
  at_10 = val_format_percent ((int) floor (firmness->at_10 * 100));
  /* Translators: %1$s and %2$s are percents with their sign */
  text = g_strdup_printf (_("If any one weight moved by 5%%, %1$s of all pairs of people would keep "
                            "their order; by 10%%, %2$s."),
                          at_5, at_10);
  gtk_label_set_text (self->firmness, text);
}

static void
ask_firmness (ValScorecardWeights *self)
{
  g_autoptr (GTask) task = NULL;
  ValScoreIndex *index = self->index != NULL ? self->index : self->base;

  val_question_drop (&self->working);
  if (index == NULL)
    return;
  self->working = g_cancellable_new ();
  task = g_task_new (NULL, self->working, firmness_cb, g_object_ref (self));
  g_task_set_task_data (task, val_score_index_ref (index), (GDestroyNotify) val_score_index_unref);
  g_task_run_in_thread (task, firmness_thread);
}

/* ---- Who changes place -------------------------------------------------------------------------- */

static void
move_cb (ValRow *row, ValScorecardWeights *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "val-person");

  g_signal_emit (self, open_person_signal, 0, *id);
}

static GtkWidget *
new_move_row (ValScorecardWeights *self, const ValScoreMove *move)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  const ValScoreRow *whom = val_scorecard_row (card, move->row);
  g_autofree char *name = val_performance_row_name (self->session, card, move->row);
  g_autofree char *from = val_format_integer (move->from);
  g_autofree char *to = val_format_integer (move->to);
  g_autofree char *places = g_strdup_printf (C_ ("place", "%1$s → %2$s"), from, to);
  g_autofree char *spoken
      = g_strdup_printf (_ ("%1$s: from place %2$s to place %3$s"), name, from, to);
  GtkWidget *row = val_row_new (name, NULL), *label = gtk_label_new (places);

  gtk_widget_add_css_class (label, "val-number");
  val_row_add_after (VAL_ROW (row), label);
  val_gtk_set_accessible_label (row, spoken);
  if (whom->kind != VAL_SCORE_ROW_PERSON)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "val-person", g_memdup2 (&whom->id, sizeof whom->id),
                          g_free);
  g_signal_connect (row, "activated", G_CALLBACK (move_cb), self);
  return row;
}

static void
clear (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

/* A button that has the focus gives it to the scales before it cannot be pressed any more: else it
 * went to the table at the page's top. */
static void
set_buttons (ValScorecardWeights *self)
{
  gboolean tried = self->index != NULL;
  gboolean may_keep = tried && !val_store_is_read_only (val_session_get_store (self->session));

  if ((gtk_widget_has_focus (self->reset) && !tried)
      || (gtk_widget_has_focus (self->keep) && !may_keep))
    gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_sensitive (self->reset, tried);
  gtk_widget_set_sensitive (self->keep, may_keep);
}

static void
show_outcome (ValScorecardWeights *self)
{
  g_autoptr (GArray) moves = NULL;
  g_autofree char *text = NULL, *n = NULL, *of = NULL;

  clear (self->moves);
  set_buttons (self);
  if (self->index == NULL)
    {
      gtk_label_set_text (self->outcome, _("No weight has been moved."));
      gtk_widget_set_visible (self->moves, FALSE);
      return;
    }
  moves = val_score_index_moves (self->base, self->index);
  n = val_format_integer (moves->len);
  of = val_format_integer (val_score_index_n_placed (self->base));
  text = moves->len == 0
             ? g_strdup (_("Nobody changes place."))
             : g_strdup_printf (ngettext ("%1$s of %2$s people changes place.",
                                          "%1$s of %2$s people change place.", moves->len),
                                n, of);
  gtk_label_set_text (self->outcome, text);
  for (guint i = 0; i < MIN (moves->len, MOST_MOVES); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->moves),
                         new_move_row (self, &g_array_index (moves, ValScoreMove, i)));
  gtk_widget_set_visible (self->moves, moves->len > 0);
}

/* ---- The scales --------------------------------------------------------------------------------- */

static int
tried_weight (const Weight *weight)
{
  return (int) floor (gtk_range_get_value (GTK_RANGE (weight->scale)) * 10 + 0.5) * 100;
}

static void
show_weight (const Weight *weight)
{
  g_autofree char *text = val_format_number (tried_weight (weight) / 1000.0, 1);

  gtk_label_set_text (GTK_LABEL (weight->label), text);
}

static void
reweigh (ValScorecardWeights *self)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  guint n = val_scorecard_n_indicators (card), current = val_scorecard_current (card);
  g_autofree int *weights = g_new (int, n + 1);
  gboolean same = TRUE;

  for (guint i = 0; i < n; i++)
    weights[i] = val_score_index_weight (self->base, current, i);
  for (guint i = 0; i < self->weights->len; i++)
    {
      const Weight *weight = &g_array_index (self->weights, Weight, i);
      int tried = tried_weight (weight);

      show_weight (weight);
      /* What the scale cannot show exactly is not changed by looking at it. */
      if (ABS (tried - weights[weight->indicator]) < 50)
        continue;
      weights[weight->indicator] = tried;
      same = FALSE;
    }
  g_clear_pointer (&self->index, val_score_index_unref);
  if (!same)
    self->index = val_scorecard_reweigh (card, weights, FALSE);
  show_outcome (self);
  ask_firmness (self);
  g_signal_emit (self, moved_signal, 0);
}

static void
scale_cb (ValScorecardWeights *self)
{
  if (!self->filling && self->base != NULL)
    reweigh (self);
}

static void
put_back (ValScorecardWeights *self)
{
  guint current = val_scorecard_current (val_score_index_scorecard (self->base));

  self->filling = TRUE;
  for (guint i = 0; i < self->weights->len; i++)
    {
      const Weight *weight = &g_array_index (self->weights, Weight, i);

      gtk_range_set_value (
          GTK_RANGE (weight->scale),
          val_score_index_weight (self->base, current, weight->indicator) / 1000.0);
    }
  self->filling = FALSE;
}

static void
reset_cb (GtkButton *button, ValScorecardWeights *self)
{
  if (self->base == NULL)
    return;
  put_back (self);
  reweigh (self);
}

static void
keep_cb (GtkButton *button, ValScorecardWeights *self)
{
  if (self->base != NULL && self->index != NULL)
    val_keep_weights_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                              self->base, self->index);
}

static void
add_scale (ValScorecardWeights *self, guint indicator, double end, GtkSizeGroup *titles)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  const ValIndicator *what = val_scorecard_indicator (card, indicator);
  const char *name = val_indicator_get_name (what);
  /* Where there is no room for a scale that can be set by the mouse, it stands below. */
  GtkWidget *line = val_wrap_box_new (6);
  GtkWidget *title = val_text_label_new (name);
  GtkWidget *setting = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: of a scale; %s is an indicator */
  g_autofree char *words = val_format_replace (_("Weight: %s"), name);
  Weight weight = { .indicator = indicator, .id = what->record.id };

  weight.scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, end, 0.1);
  gtk_range_set_increments (GTK_RANGE (weight.scale), 0.1, 0.5);
  gtk_widget_set_hexpand (weight.scale, TRUE);
  gtk_widget_set_size_request (weight.scale, LEAST_SCALE, -1);
  val_gtk_set_accessible_label (weight.scale, words);
  val_gtk_leave_wheel (weight.scale);
  weight.label = gtk_label_new ("");
  gtk_label_set_width_chars (GTK_LABEL (weight.label), 4);
  gtk_label_set_xalign (GTK_LABEL (weight.label), 1);
  gtk_widget_add_css_class (weight.label, "val-number");
  gtk_label_set_width_chars (GTK_LABEL (title), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 36);
  gtk_size_group_add_widget (titles, title);
  gtk_box_append (GTK_BOX (setting), weight.scale);
  gtk_box_append (GTK_BOX (setting), weight.label);
  gtk_widget_set_hexpand (setting, TRUE);
  val_wrap_box_append (VAL_WRAP_BOX (line), title);
  val_wrap_box_append (VAL_WRAP_BOX (line), setting);
  gtk_box_append (GTK_BOX (self->box), line);
  g_signal_connect_swapped (weight.scale, "value-changed", G_CALLBACK (scale_cb), self);
  g_array_append_val (self->weights, weight);
}

static gboolean
same_indicators (ValScorecardWeights *self, ValScorecard *card)
{
  guint place = 0, current = val_scorecard_current (card);

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      const Weight *weight;

      if (val_scorecard_term (card, current, i)->weight < 0)
        continue;
      if (place >= self->weights->len)
        return FALSE;
      weight = &g_array_index (self->weights, Weight, place++);
      if (weight->id != val_scorecard_indicator (card, i)->record.id || weight->indicator != i)
        return FALSE;
    }
  return place == self->weights->len;
}

static void
build_scales (ValScorecardWeights *self)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  guint current = val_scorecard_current (card);
  double end = LEAST_END;
  /* All scales begin where the longest name ends. */
  g_autoptr (GtkSizeGroup) titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *child;

  g_array_set_size (self->weights, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    end = MAX (end, val_score_index_weight (self->base, current, i) / 500.0);
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (val_scorecard_term (card, current, i)->weight >= 0)
      add_scale (self, i, end, titles);
}

static gboolean
same_weights (ValScoreIndex *old, ValScoreIndex *new)
{
  guint before = val_scorecard_current (val_score_index_scorecard (old));
  guint now = val_scorecard_current (val_score_index_scorecard (new));
  guint n = val_scorecard_n_indicators (val_score_index_scorecard (new));

  if (n != val_scorecard_n_indicators (val_score_index_scorecard (old)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (val_score_index_weight (old, before, i) != val_score_index_weight (new, now, i))
      return FALSE;
  return TRUE;
}

/**
 * val_scorecard_weights_set_base:
 * @base: the index with the weights that hold
 *
 * Shows the weights. What is being tried stays while the weights that hold are the same: a new
 * contact must not take it away.
 */
void
val_scorecard_weights_set_base (ValScorecardWeights *self, ValScoreIndex *base)
{
  ValScorecard *card = val_score_index_scorecard (base);
  gboolean keep = self->base != NULL && self->index != NULL && same_indicators (self, card)
                  && same_weights (self->base, base);
  ValScoreIndex *old = self->base;

  self->base = val_score_index_ref (base);
  g_clear_pointer (&old, val_score_index_unref);
  if (!same_indicators (self, card))
    build_scales (self);
  if (!keep)
    put_back (self);
  reweigh (self);
}

/* val_scorecard_weights_get_index: (transfer none) (nullable) */
ValScoreIndex *
val_scorecard_weights_get_index (ValScorecardWeights *self)
{
  return self->index;
}

/* ---- The widget --------------------------------------------------------------------------------- */

static GtkLabel *
new_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build (ValScorecardWeights *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = val_wrap_box_new (6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "val-card");
  new_text (card, _("What if the weights were different?"), "title-4");
  new_text (card, _("Move a weight and see who changes place. Nothing is stored until you keep it."),
            "dim-label");
  /* Above the scales: whoever moves the first one by the keys sees what comes of it. */
  self->outcome = new_text (card, "", "heading");
  self->firmness = new_text (card, "", "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (card), self->box);
  self->reset = gtk_button_new_with_mnemonic (_("_Put Weights Back"));
  self->keep = gtk_button_new_with_mnemonic (_("_Keep These Weights…"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->keep))), TRUE);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->reset))), TRUE);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), self->keep);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), self->reset);
  gtk_box_append (GTK_BOX (card), buttons);
  self->moves = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->moves), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->moves, "boxed-list");
  val_gtk_set_accessible_label (self->moves, _("Who changes place"));
  gtk_box_append (GTK_BOX (card), self->moves);
  g_signal_connect (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  g_signal_connect (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  adw_bin_set_child (ADW_BIN (self), card);
}

static void
val_scorecard_weights_dispose (GObject *object)
{
  ValScorecardWeights *self = VAL_SCORECARD_WEIGHTS (object);

  self->filling = TRUE;
  val_question_drop (&self->working);
  g_clear_pointer (&self->index, val_score_index_unref);
  g_clear_pointer (&self->base, val_score_index_unref);
  g_clear_pointer (&self->weights, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_scorecard_weights_parent_class)->dispose (object);
}

static void
val_scorecard_weights_class_init (ValScorecardWeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_scorecard_weights_dispose;
  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  open_person_signal = g_signal_new ("open-person", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_scorecard_weights_init (ValScorecardWeights *self)
{
  self->weights = g_array_new (FALSE, FALSE, sizeof (Weight));
}

/* val_scorecard_weights_new: (transfer floating) */
GtkWidget *
val_scorecard_weights_new (ValSession *session)
{
  ValScorecardWeights *self = g_object_new (VAL_TYPE_SCORECARD_WEIGHTS, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}
