/* val-scorecard-card.c: one person, team or the centre: what adds up to the index
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-card.h"

#include <math.h>

#include "val-bars-chart.h"
#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-line-chart.h"
#include "val-performance-words.h"
#include "val-row.h"
#include "val-text-label.h"

struct _ValScorecardCard
{
  AdwBin parent_instance;

  ValSession *session;
  gint64 person_id; /* shown; 0: a team, the centre or an unmatched agent */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *points;
  GtkWidget *values;
  GtkWidget *trend;
  GtkWidget *open;
  gboolean alone;
};

G_DEFINE_FINAL_TYPE (ValScorecardCard, val_scorecard_card, ADW_TYPE_BIN)

static guint open_person_signal, save_picture_signal;

/* ---- Charts ------------------------------------------------------------------------------------- */

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const ValBar *left = a, *right = b;

  return left->value > right->value ? -1 : left->value < right->value;
}

/* The most that an indicator could add. */
static double
most_points (ValScoreIndex *index, guint row, guint indicator)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  double sum = 0;

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (val_score_index_points (index, row, current, i) != VAL_SCORE_NONE)
      sum += val_score_index_weight (index, current, i);
  return sum > 0 ? 10.0 * val_score_index_weight (index, current, indicator) / sum : NAN;
}

/**
 * val_scorecard_points_chart:
 *
 * Returns: (transfer full): a bar for what each indicator adds, with a mark at the most it could
 */
ValChart *
val_scorecard_points_chart (ValSession *session, ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (ValBar));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = val_performance_row_name (session, card, row);
  g_autofree char *title = NULL;
  ValChart *chart = val_bars_chart_new (_("Indicator"), _("Adds to the index"), _("At most"));

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    {
      gint32 points = val_score_index_points (index, row, current, i);
      double most = most_points (index, row, i);
      g_autofree char *number = val_performance_score (points);
      g_autofree char *end = val_format_number (most, 1);
      ValBar bar = { .mark = most };

      if (points == VAL_SCORE_NONE)
        continue;
      bar.name = val_indicator_get_name (val_scorecard_indicator (card, i));
      bar.value = points / (double) VAL_SCORE_ONE;
      /* Translators: %1$s of at most %2$s points */
      bar.value_text = g_strdup_printf (_("%1$s of %2$s"), number, end);
      g_ptr_array_add (texts, (gpointer) bar.value_text);
      g_array_append_val (bars, bar);
    }
  g_array_sort (bars, compare_bars);
  val_bars_chart_set (VAL_BARS_CHART (chart), (const ValBar *) (const void *) bars->data,
                      bars->len);
  /* Translators: title of a chart; %s is a person or team */
  title = val_format_replace (_("What adds up to the index: %s"), name);
  val_chart_set_title (chart, title);
  return chart;
}

/* "Anna: index 7.4, 0.6 more than at the beginning" */
static char *
dup_trend_title (const char *name, const double *values, guint n)
{
  double change = n > 1 ? values[n - 1] - values[0] : 0;
  g_autofree char *now = val_format_number (values[n - 1], 1);
  g_autofree char *more = val_format_number (fabs (change), 1);

  if (fabs (change) < 0.05)
    /* Translators: title of a chart; %1$s is a person or team, %2$s the index from 0 to 10 */
    return g_strdup_printf (_("%1$s: index %2$s, as at the start"), name, now);
  if (change > 0)
    /* Translators: title of a chart; %3$s is a difference */
    return g_strdup_printf (_("%1$s: index %2$s, %3$s more than at the start"), name, now, more);
  /* Translators: title of a chart; %3$s is a difference */
  return g_strdup_printf (_("%1$s: index %2$s, %3$s less than at the start"), name, now, more);
}

/* Returns: (transfer full) (nullable): the index of the last periods; %NULL with fewer than two */
static ValChart *
trend_chart (ValSession *session, ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  g_autofree char *name = val_performance_row_name (session, card, row);
  g_autofree char *title = NULL;
  guint n = 0;
  ValDay days[VAL_SCORECARD_MOST_PERIODS];
  double values[VAL_SCORECARD_MOST_PERIODS];
  ValChart *chart;

  for (guint i = 0; i < val_scorecard_n_periods (card); i++)
    {
      gint32 score = val_score_index_get (index, row, i);

      if (score == VAL_SCORE_NONE)
        continue;
      days[n] = val_scorecard_period (card, i)->from;
      values[n++] = score / (double) VAL_SCORE_ONE;
    }
  if (n < 2)
    return NULL;
  chart = val_line_chart_new (FALSE);
  /* Translators: name of a line: the weighted index */
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, 0, 10, _("Weighted index"));
  title = dup_trend_title (name, values, n);
  val_chart_set_title (chart, title);
  return chart;
}

/* ---- Values ------------------------------------------------------------------------------------- */

static void
add_value (GtkWidget *list, ValScoreIndex *index, guint row, guint indicator)
{
  ValScorecard *card = val_score_index_scorecard (index);
  guint current = val_scorecard_current (card);
  const ValIndicator *what = val_scorecard_indicator (card, indicator);
  int unit = val_formula_unit (what->formula, what->unit);
  ValMeasureKind kind;
  const ValMeasure *measure = val_scorecard_measure (card, row, current, indicator, &kind);
  gint32 score = val_scorecard_score (card, row, current, indicator);
  g_autofree char *sure = NULL, *value = NULL, *number = NULL, *scored = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *line, *label;
  gint64 thousandths;

  if (!val_measure_value (measure, kind, &thousandths))
    return;
  value = val_indicator_format (unit, thousandths / 1000.0);
  sure = val_performance_sureness (measure, kind, unit);
  if (score != VAL_SCORE_NONE)
    {
      number = val_performance_score (score);
      scored = val_format_replace (_("score %s of 10"), number);
    }
  subtitle = g_strconcat (scored != NULL ? scored : "",
                          scored != NULL && *sure != '\0' ? " · " : "", sure, NULL);
  line = val_row_new (val_indicator_get_name (what), subtitle);
  label = gtk_label_new (value);
  /* What stands in brackets goes below, or the row would have no room for its words. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "val-number");
  val_row_add_after (VAL_ROW (line), label);
  gtk_list_box_append (GTK_LIST_BOX (list), line);
}

/* @list: a GtkListBox; emptied */
static void
fill_values (GtkWidget *list, ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (val_scorecard_term (card, val_scorecard_current (card), i)->weight >= 0)
      add_value (list, index, row, i);
  gtk_widget_set_visible (list, gtk_widget_get_first_child (list) != NULL);
}

/* ---- The card ----------------------------------------------------------------------------------- */

static void
set_chart (GtkWidget *view, ValChart *chart)
{
  val_chart_view_set_chart (VAL_CHART_VIEW (view), chart);
  gtk_widget_set_visible (view, chart != NULL);
  g_clear_object (&chart);
}

/**
 * val_scorecard_card_show:
 * @index: with the weights that hold, or those tried
 * @row: of its scorecard
 */
void
val_scorecard_card_show (ValScorecardCard *self, ValScoreIndex *index, guint row)
{
  ValScorecard *card = val_score_index_scorecard (index);
  const ValScoreRow *whom = val_scorecard_row (card, row);
  gint32 score = val_score_index_get (index, row, val_scorecard_current (card));
  g_autofree char *name = val_performance_row_name (self->session, card, row);
  g_autofree char *number = val_performance_score (score);
  g_autofree char *words
      = score != VAL_SCORE_NONE ? val_format_replace (_("index %s of 10"), number) : NULL;
  g_autofree char *place
      = row < val_scorecard_n_people (card) ? val_performance_place (index, row) : NULL;
  g_autofree char *subtitle = NULL;

  self->person_id = whom->kind == VAL_SCORE_ROW_PERSON ? whom->id : 0;
  gtk_label_set_text (self->title, name);
  if (words != NULL && place != NULL)
    subtitle = g_strconcat (words, " · ", place, NULL);
  else
    subtitle = g_strdup (words != NULL ? words : place != NULL ? place : "");
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->open, self->person_id != 0 && !self->alone);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->alone);
  set_chart (self->points,
             score != VAL_SCORE_NONE ? val_scorecard_points_chart (self->session, index, row)
                                     : NULL);
  set_chart (self->trend, trend_chart (self->session, index, row));
  fill_values (self->values, index, row);
}

static void
open_cb (GtkButton *button, ValScorecardCard *self)
{
  if (self->person_id != 0)
    g_signal_emit (self, open_person_signal, 0, self->person_id);
}

static void
picture_cb (ValChartView *view, ValScorecardCard *self)
{
  g_signal_emit (self, save_picture_signal, 0, val_chart_view_get_chart (view));
}

static GtkWidget *
new_view (ValScorecardCard *self, GtkWidget *card)
{
  GtkWidget *view = val_chart_view_new (NULL);

  g_signal_connect (view, "save-picture", G_CALLBACK (picture_cb), self);
  gtk_box_append (GTK_BOX (card), view);
  return view;
}

static GtkLabel *
new_text (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = val_text_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
build (ValScorecardCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "val-card");
  self->title = new_text (card, "title-4");
  self->subtitle = new_text (card, "dim-label");
  self->open = gtk_button_new_with_mnemonic (_("_Open This Person"));
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect (self->open, "clicked", G_CALLBACK (open_cb), self);
  self->points = new_view (self, card);
  self->values = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->values), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->values, "boxed-list");
  val_gtk_set_accessible_label (self->values, _("Values"));
  gtk_box_append (GTK_BOX (card), self->values);
  self->trend = new_view (self, card);
  gtk_box_append (GTK_BOX (card), self->open);
  adw_bin_set_child (ADW_BIN (self), card);
}

static void
val_scorecard_card_dispose (GObject *object)
{
  g_clear_object (&VAL_SCORECARD_CARD (object)->session);
  G_OBJECT_CLASS (val_scorecard_card_parent_class)->dispose (object);
}

static void
val_scorecard_card_class_init (ValScorecardCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_scorecard_card_dispose;
  open_person_signal = g_signal_new ("open-person", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  save_picture_signal = g_signal_new ("save-picture", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, VAL_TYPE_CHART);
}

static void
val_scorecard_card_init (ValScorecardCard *self)
{
}

/* val_scorecard_card_set_alone: neither name nor a way to the person */
void
val_scorecard_card_set_alone (ValScorecardCard *self)
{
  self->alone = TRUE;
}

/* val_scorecard_card_new: (transfer floating) */
GtkWidget *
val_scorecard_card_new (ValSession *session)
{
  ValScorecardCard *self = g_object_new (VAL_TYPE_SCORECARD_CARD, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}
