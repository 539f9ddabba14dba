/* val-scorecard-view.c: the scorecard of a period, its weights, and one person's card
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-view.h"

#include "val-answer-numbers.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-page-report.h"
#include "val-page-save.h"
#include "val-performance-parts.h"
#include "val-performance-question.h"
#include "val-performance-save.h"
#include "val-performance-words.h"
#include "val-question.h"
#include "val-scorecard-card.h"
#include "val-scorecard-table.h"
#include "val-scorecard-weights.h"
#include "val-scrolled.h"
#include "val-sheet.h"
#include "val-width-bin.h"
#include "val-wrap-box.h"

/* From this width on the cards stand beside the table. */
#define WIDE 1080
#define SIDE 298
/* From this one they are wider: the table has room for all of its columns. */
#define VERY_WIDE 1480
#define SIDE_VERY_WIDE 368
/* Below this width margins are small. */
#define NARROW 560
#define LOWEST_TABLE 230
#define HIGHEST_TABLE 640
#define AROUND_TABLE 190 /* what else a high window shows above and below it */
#define HIGHEST_NARROW 380 /* the page around it has to be scrolled, too */

struct _ValScorecardView
{
  AdwBin parent_instance;

  ValPage *page; /* holds this view; NULL when it went while something was worked out */
  ValPerformanceData *data;
  gint64 team_id;
  int period;
  ValDay day; /* in the period shown; VAL_DAY_NONE: the last one with data */
  ValScoreIndex *base;
  ValScorecardTable *table; /* the sheet's */
  GCancellable *working;
  int sort_column;
  gboolean descending;

  GtkLabel *headline;
  GtkWidget *earlier, *later, *kind, *show_n;
  GtkLabel *when;
  GtkLabel *read_out;
  GtkWidget *sheet, *table_scroll;
  GtkAdjustment *down; /* of the page around the table */
  gboolean narrow;
  guint height_idle;
  GtkWidget *content;
  GtkWidget *columns; /* table and cards, beside or below each other */
  GtkWidget *side;
  AdwClamp *side_clamp; /* as wide as @side may be */
  ValScorecardCard *card;
  ValScorecardWeights *weights;
  gboolean filling;
  gboolean wants_focus; /* as soon as there is a table */
};

G_DEFINE_FINAL_TYPE (ValScorecardView, val_scorecard_view, ADW_TYPE_BIN)

static void ask (ValScorecardView *self);

static ValSession *
session_of (ValScorecardView *self)
{
  return val_page_get_session (self->page);
}

/* ---- Worked out in a thread -------------------------------------------------------------------- */

static gpointer
work_out (const ValPerformanceData *data, gconstpointer query, GCancellable *cancellable)
{
  g_autoptr (ValScorecard) card
      = val_scorecard_new (data->dataset, data->contacts, data->values, query,
                           (ValStopFunc) g_cancellable_is_cancelled, cancellable);

  return g_cancellable_is_cancelled (cancellable) ? NULL
                                                  : val_scorecard_reweigh (card, NULL, FALSE);
}

/* ---- Shown ------------------------------------------------------------------------------------- */

static ValScoreIndex *
shown_index (ValScorecardView *self)
{
  ValScoreIndex *tried = val_scorecard_weights_get_index (self->weights);

  return tried != NULL ? tried : self->base;
}

static void
show_card (ValScorecardView *self)
{
  guint position, column, row;

  if (self->base == NULL || self->table == NULL
      || !val_sheet_get_cursor (VAL_SHEET (self->sheet), &position, &column))
    return;
  row = val_scorecard_table_row (self->table, position);
  if (row != G_MAXUINT)
    val_scorecard_card_show (self->card, shown_index (self), row);
}

static void
show_headline (ValScorecardView *self)
{
  g_autofree char *text
      = val_performance_headline (shown_index (self), val_session_get_today (session_of (self)));

  gtk_label_set_text (self->headline, text);
}

static void
show_when (ValScorecardView *self)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  const ValScorePeriod *period = val_scorecard_period (card, val_scorecard_current (card));
  ValDay today = val_session_get_today (session_of (self));
  g_autofree char *words = val_performance_period_name (self->period, period->from, today);
  g_autofree char *capital = val_format_capital (words);

  gtk_label_set_text (self->when, capital);
  gtk_widget_set_sensitive (self->later, period->to < MAX (today, self->day));
}

static void
show (ValScorecardView *self)
{
  ValScorecardTable *table = val_scorecard_table_new (session_of (self), self->base);
  ValSheet *sheet = VAL_SHEET (self->sheet);

  val_scorecard_table_set_show_n (table,
                                  gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_n)));
  val_scorecard_table_set_sort (table, self->sort_column, self->descending);
  self->table = NULL; /* the weights must not tell the old one */
  val_scorecard_weights_set_base (self->weights, self->base);
  val_scorecard_table_set_index (table, val_scorecard_weights_get_index (self->weights));
  self->table = table;
  val_sheet_set_sort (sheet, self->sort_column, self->descending);
  val_scorecard_table_apply (table, sheet);
  show_headline (self);
  show_when (self);
  show_card (self);
  if (self->wants_focus)
    val_scorecard_view_focus (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValScorecardView) self = data;
  g_autoptr (ValScoreIndex) index = val_performance_answer (result, self->working);

  if (index == NULL || self->page == NULL)
    return;
  g_clear_pointer (&self->base, val_score_index_unref);
  self->base = g_steal_pointer (&index);
  show (self);
}

static void
ask (ValScorecardView *self)
{
  ValScorecardQuery *query;
  ValDay day = self->day;

  if (self->data == NULL)
    return;
  if (day == VAL_DAY_NONE)
    day = val_performance_data_last_day (self->data);
  if (day == VAL_DAY_NONE)
    day = val_session_get_today (session_of (self));
  self->day = day;
  query = g_new (ValScorecardQuery, 1);
  *query = val_scorecard_query (self->period, day);
  query->team_id = self->team_id;
  val_performance_ask (self->data, query, work_out, (GDestroyNotify) val_score_index_unref,
                       &self->working, answered_cb, g_object_ref (self));
}

/**
 * val_scorecard_view_set_data:
 * @data: what is worked with
 * @team_id: people of this team and of those below it; 0: everybody
 */
void
val_scorecard_view_set_data (ValScorecardView *self, ValPerformanceData *data, gint64 team_id)
{
  val_performance_data_ref (data);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = data;
  self->team_id = team_id;
  ask (self);
}

/* ---- What the user does ------------------------------------------------------------------------ */

static void
step (ValScorecardView *self, int count)
{
  if (self->day == VAL_DAY_NONE)
    return;
  self->day = val_period_step (self->period, self->day, count);
  ask (self);
}

static void
earlier_cb (GtkButton *button, ValScorecardView *self)
{
  step (self, -1);
}

static void
later_cb (GtkButton *button, ValScorecardView *self)
{
  step (self, 1);
}

static void
kind_cb (ValScorecardView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (self->filling || selected >= VAL_N_PERIODS)
    return;
  self->period = (int) selected;
  ask (self);
}

static void
show_n_cb (ValScorecardView *self)
{
  if (self->table == NULL)
    return;
  val_scorecard_table_set_show_n (self->table,
                                  gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_n)));
  val_sheet_refresh (VAL_SHEET (self->sheet));
}

/* The most first, then the least first, then by name again. */
static void
sort_cb (ValSheet *sheet, guint column, ValScorecardView *self)
{
  guint row = G_MAXUINT, position, at;

  if (self->table == NULL)
    return;
  if (val_sheet_get_cursor (sheet, &position, &at))
    row = val_scorecard_table_row (self->table, position);
  if (self->sort_column != (int) column)
    {
      self->sort_column = (int) column;
      self->descending = TRUE;
    }
  else if (self->descending)
    self->descending = FALSE;
  else
    self->sort_column = -1;
  val_scorecard_table_set_sort (self->table, self->sort_column, self->descending);
  val_sheet_set_sort (sheet, self->sort_column, self->descending);
  val_sheet_refresh (sheet);
  if (row != G_MAXUINT && val_scorecard_table_find (self->table, row, &position))
    val_sheet_set_cursor (sheet, position, column);
}

static void
weights_cb (ValScorecardView *self)
{
  if (self->table == NULL)
    return;
  val_scorecard_table_set_index (self->table, val_scorecard_weights_get_index (self->weights));
  val_sheet_redraw (VAL_SHEET (self->sheet));
  show_headline (self);
}

static void
open_person (ValScorecardView *self, gint64 id)
{
  val_page_open_person (self->page, id);
}

static void
activated_cb (ValSheet *sheet, guint position, guint column, ValScorecardView *self)
{
  guint row = self->table != NULL ? val_scorecard_table_row (self->table, position) : G_MAXUINT;
  const ValScoreRow *whom;

  if (row == G_MAXUINT)
    return;
  whom = val_scorecard_row (val_score_index_scorecard (self->base), row);
  if (whom->kind == VAL_SCORE_ROW_PERSON)
    open_person (self, whom->id);
}

static void
row_cb (ValSheet *sheet, guint position, ValScorecardView *self)
{
  activated_cb (sheet, position, 0, self);
}

/* The first day of the period that is shown. */
static ValDay
shown_day (ValScorecardView *self)
{
  ValScorecard *card = val_score_index_scorecard (self->base);

  return val_scorecard_period (card, val_scorecard_current (card))->from;
}

static char *
dup_stem (ValScorecardView *self)
{
  g_autofree char *day = val_day_to_iso (shown_day (self));

  /* Translators: these are parts of names of files: small letters, no spaces */
  return g_strdup_printf ("%s-%s", C_ ("file name", "scorecard"), day);
}

/* val_scorecard_view_copy: the finding and the table, to be pasted anywhere */
void
val_scorecard_view_copy (ValScorecardView *self)
{
  g_autofree char *table = NULL, *text = NULL;

  if (self->base == NULL)
    return;
  table = val_sheet_dup_table (VAL_SHEET (self->sheet));
  text = g_strconcat (gtk_label_get_text (self->headline), "\n\n", table, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  val_page_say (self->page, _("Scorecard copied"));
}

/* val_scorecard_view_export: as it stands on the screen, tried weights included */
void
val_scorecard_view_export (ValScorecardView *self)
{
  g_autofree char *stem = NULL;

  if (self->base == NULL || self->table == NULL)
    return;
  stem = dup_stem (self);
  val_performance_save_table (
      self->page, val_scorecard_table_export (session_of (self), shown_index (self), self->table),
      stem);
}

static GBytes *
make_report (const ValPageGround *ground, gpointer data, GError **error)
{
  return val_report_scorecard (data, error);
}

/* val_scorecard_view_print: as a report, with the weights that are shown */
void
val_scorecard_view_print (ValScorecardView *self)
{
  if (self->base != NULL && self->table != NULL && val_page_may_name (self->page))
    val_page_make_report (self->page, C_ ("file name", "scorecard"), shown_day (self), make_report,
                          val_score_index_ref (shown_index (self)),
                          (GDestroyNotify) val_score_index_unref);
}

static void
card_picture_cb (ValScorecardCard *card, ValChart *chart, ValScorecardView *self)
{
  g_autofree char *stem = dup_stem (self);

  val_page_save_picture (self->page, chart, stem);
}

/* val_scorecard_view_save_picture: what adds up to the index of whom the cursor stands on */
void
val_scorecard_view_save_picture (ValScorecardView *self)
{
  g_autoptr (ValChart) chart = NULL;
  g_autofree char *stem = NULL;
  guint position, column, row;

  if (self->base == NULL || self->table == NULL
      || !val_sheet_get_cursor (VAL_SHEET (self->sheet), &position, &column))
    return;
  row = val_scorecard_table_row (self->table, position);
  if (row == G_MAXUINT)
    return;
  chart = val_scorecard_points_chart (session_of (self), shown_index (self), row);
  stem = dup_stem (self);
  val_page_save_picture (self->page, chart, stem);
}

/* val_scorecard_view_focus: puts the focus into the table, when there is none yet as soon as it
 * comes */
gboolean
val_scorecard_view_focus (ValScorecardView *self)
{
  self->wants_focus = self->table == NULL;
  return self->table != NULL && gtk_widget_grab_focus (self->sheet);
}

/* ---- Building ---------------------------------------------------------------------------------- */

static GtkWidget *
build_bar (ValScorecardView *self)
{
  GtkWidget *bar = val_wrap_box_new (6);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *names[VAL_N_PERIODS + 1] = { NULL };
  GtkWidget *table, *export, *print;

  self->earlier = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->later = gtk_button_new_from_icon_name ("go-next-symbolic");
  val_gtk_label_button (self->earlier, _("Earlier"));
  val_gtk_label_button (self->later, _("Later"));
  self->when = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->when, 15);
  gtk_box_append (GTK_BOX (steps), self->earlier);
  gtk_box_append (GTK_BOX (steps), GTK_WIDGET (self->when));
  gtk_box_append (GTK_BOX (steps), self->later);
  for (int i = 0; i < VAL_N_PERIODS; i++)
    names[i] = val_period_get_label (i);
  self->kind = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), VAL_PERIOD_MONTH);
  val_gtk_label_inside (self->kind, _("Period"));
  self->show_n = gtk_toggle_button_new_with_mnemonic (_("_Show Cases"));
  gtk_widget_set_tooltip_text (self->show_n, _("How many cases are behind each value"));
  table = gtk_button_new_with_mnemonic (_("_Copy Scorecard"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (table), "page.copy");
  export = gtk_button_new_with_mnemonic (_("_Export…"));
  gtk_widget_set_tooltip_text (export, _("The scorecard as a workbook or as CSV"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "page.export");
  print = gtk_button_new_with_label (_("PDF"));
  gtk_widget_set_tooltip_text (print, _("The scorecard as a report (Ctrl+P)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print");
  g_signal_connect (self->earlier, "clicked", G_CALLBACK (earlier_cb), self);
  g_signal_connect (self->later, "clicked", G_CALLBACK (later_cb), self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);
  g_signal_connect_swapped (self->show_n, "toggled", G_CALLBACK (show_n_cb), self);
  val_wrap_box_append (VAL_WRAP_BOX (bar), steps);
  val_wrap_box_append (VAL_WRAP_BOX (bar), self->kind);
  val_wrap_box_append (VAL_WRAP_BOX (bar), self->show_n);
  val_wrap_box_append (VAL_WRAP_BOX (bar), table);
  val_wrap_box_append (VAL_WRAP_BOX (bar), export);
  val_wrap_box_append (VAL_WRAP_BOX (bar), print);
  return bar;
}

static GtkWidget *
build_table (ValScorecardView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->table_scroll = scroll;
  self->sheet = val_sheet_new (_("Scorecard"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->sheet);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), LOWEST_TABLE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), HIGHEST_TABLE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  val_gtk_pass_wheel (scroll);
  self->read_out = val_performance_read_out_new (self->sheet);
  g_signal_connect (self->sheet, "column-activated", G_CALLBACK (sort_cb), self);
  g_signal_connect (self->sheet, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->sheet, "row-activated", G_CALLBACK (row_cb), self);
  g_signal_connect_swapped (self->sheet, "moved", G_CALLBACK (show_card), self);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->read_out));
  return box;
}

/* A high window has room for more of the table. */
static gboolean
height_cb (gpointer data)
{
  ValScorecardView *self = data;
  int room = (int) gtk_adjustment_get_page_size (self->down) - AROUND_TABLE;

  self->height_idle = 0;
  gtk_scrolled_window_set_max_content_height (
      GTK_SCROLLED_WINDOW (self->table_scroll),
      self->narrow ? HIGHEST_NARROW : MAX (room, HIGHEST_TABLE));
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given out. */
static void
page_size_cb (ValScorecardView *self)
{
  if (self->height_idle == 0)
    self->height_idle = g_idle_add (height_cb, self);
}

static void
width_cb (ValWidthBin *bin, int width, ValScorecardView *self)
{
  gboolean wide = width >= WIDE;
  gboolean narrow = width < NARROW;
  int side = width >= VERY_WIDE ? SIDE_VERY_WIDE : SIDE;

  if (narrow)
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
  self->narrow = narrow;
  page_size_cb (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->side, wide ? side : -1, -1);
  adw_clamp_set_maximum_size (self->side_clamp, wide ? side : G_MAXINT16);
}

static void
build (ValScorecardView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroll = val_scrolled_new (content);
  GtkWidget *bin = val_width_bin_new (scroll);

  self->headline = val_performance_text_new ("title-1");
  self->content = content;
  self->columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->card = VAL_SCORECARD_CARD (val_scorecard_card_new (session_of (self)));
  self->weights = VAL_SCORECARD_WEIGHTS (val_scorecard_weights_new (session_of (self)));
  gtk_widget_add_css_class (content, "val-page-content");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (content), build_bar (self));
  gtk_box_append (GTK_BOX (self->columns), build_table (self));
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->card));
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->weights));
  /* Charts would take all the room there is, and sentences as much as they are long. */
  self->side_clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_child (self->side_clamp, self->side);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side_clamp), FALSE);
  gtk_box_append (GTK_BOX (self->columns), GTK_WIDGET (self->side_clamp));
  gtk_box_append (GTK_BOX (content), self->columns);
  /* All the height that the table asks for; the page scrolls. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll))),
      GTK_SCROLL_NATURAL);
  self->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  g_signal_connect_object (self->down, "notify::page-size", G_CALLBACK (page_size_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (bin, "width-changed", G_CALLBACK (width_cb), self);
  g_signal_connect_swapped (self->weights, "moved", G_CALLBACK (weights_cb), self);
  g_signal_connect_swapped (self->weights, "open-person", G_CALLBACK (open_person), self);
  g_signal_connect_swapped (self->card, "open-person", G_CALLBACK (open_person), self);
  g_signal_connect (self->card, "save-picture", G_CALLBACK (card_picture_cb), self);
  adw_bin_set_child (ADW_BIN (self), bin);
}

static void
val_scorecard_view_dispose (GObject *object)
{
  ValScorecardView *self = VAL_SCORECARD_VIEW (object);

  self->filling = TRUE;
  self->table = NULL;
  g_clear_weak_pointer (&self->page);
  g_clear_handle_id (&self->height_idle, g_source_remove);
  val_question_drop (&self->working);
  g_clear_pointer (&self->base, val_score_index_unref);
  g_clear_pointer (&self->data, val_performance_data_unref);
  G_OBJECT_CLASS (val_scorecard_view_parent_class)->dispose (object);
}

static void
val_scorecard_view_class_init (ValScorecardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_scorecard_view_dispose;
}

static void
val_scorecard_view_init (ValScorecardView *self)
{
  self->period = VAL_PERIOD_MONTH;
  self->day = VAL_DAY_NONE;
  self->sort_column = -1;
}

/**
 * val_scorecard_view_new:
 * @page: the page that holds it
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
val_scorecard_view_new (ValPage *page)
{
  ValScorecardView *self = g_object_new (VAL_TYPE_SCORECARD_VIEW, NULL);

  g_set_weak_pointer (&self->page, page);
  build (self);
  return GTK_WIDGET (self);
}
