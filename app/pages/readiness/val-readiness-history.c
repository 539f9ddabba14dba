/* val-readiness-history.c: the past, to slide through
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-history.h"

#include <math.h>

#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-line-chart.h"
#include "val-wrap-box.h"

struct _ValReadinessHistory
{
  AdwBin parent_instance;

  GtkWidget *scale;
  GtkWidget *sparkline;
  GtkWidget *label;
  GtkWidget *first_label;
  ValDay first;
  ValDay today;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ValReadinessHistory, val_readiness_history_card, ADW_TYPE_BIN)

static guint moved_signal;

static void
val_readiness_history_card_class_init (ValReadinessHistoryClass *klass)
{
  moved_signal = g_signal_new ("moved", VAL_TYPE_READINESS_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
show_label (ValReadinessHistory *self)
{
  ValDay day = self->first + (ValDay) lround (gtk_range_get_value (GTK_RANGE (self->scale)));
  g_autofree char *text = day == self->today ? g_strdup (C_ ("date", "Today"))
                                             : val_format_date (day, VAL_DATE_LONG, self->today);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
moved_cb (GtkRange *range, ValReadinessHistory *self)
{
  show_label (self);
  if (!self->setting)
    g_signal_emit (self, moved_signal, 0,
                   (int) self->first + (int) lround (gtk_range_get_value (range)));
}

static GtkWidget *
build_ends (ValReadinessHistory *self)
{
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *last = gtk_label_new (C_ ("date", "Today"));

  self->first_label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->first_label, TRUE);
  gtk_widget_set_halign (self->first_label, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->first_label, "dim-label");
  gtk_widget_add_css_class (self->first_label, "caption");
  gtk_widget_add_css_class (last, "dim-label");
  gtk_widget_add_css_class (last, "caption");
  gtk_box_append (GTK_BOX (ends), self->first_label);
  gtk_box_append (GTK_BOX (ends), last);
  return ends;
}

static void
val_readiness_history_card_init (ValReadinessHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = val_wrap_box_new (12);
  GtkWidget *title = gtk_label_new (_("Over time"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "val-number");
  gtk_widget_add_css_class (self->label, "dim-label");
  val_wrap_box_append (VAL_WRAP_BOX (head), title);
  val_wrap_box_append (VAL_WRAP_BOX (head), self->label);

  self->sparkline = val_chart_view_new (NULL);
  val_chart_view_set_compact (VAL_CHART_VIEW (self->sparkline), TRUE);
  val_chart_view_set_show_title (VAL_CHART_VIEW (self->sparkline), FALSE);
  gtk_widget_set_size_request (self->sparkline, -1, 56);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  val_gtk_set_accessible_label (self->scale, _("The day the picture is of"));
  val_gtk_leave_wheel (self->scale);
  g_signal_connect (self->scale, "value-changed", G_CALLBACK (moved_cb), self);

  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->sparkline);
  gtk_box_append (GTK_BOX (box), self->scale);
  gtk_box_append (GTK_BOX (box), build_ends (self));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "val-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * val_readiness_history_card_new:
 *
 * Returns: (transfer floating): a slider without a past
 */
GtkWidget *
val_readiness_history_card_new (void)
{
  return g_object_new (VAL_TYPE_READINESS_HISTORY, NULL);
}

/* Marks on the first days of months, quarters or years, whatever gives a handful of them. */
static void
put_marks (ValReadinessHistory *self)
{
  int span = self->today - self->first;
  int step = span > 5 * 365 ? 24 : span > 2 * 365 ? 12 : span > 200 ? 3 : 1;
  int year, month, dom;
  ValDay day;

  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  if (!val_day_to_ymd (self->first, &year, &month, &dom))
    return;
  day = val_day_from_ymd (year, 1, 1);
  for (; day <= self->today; day = val_day_add_months (day, step))
    {
      if (day >= self->first)
        gtk_scale_add_mark (GTK_SCALE (self->scale), day - self->first, GTK_POS_BOTTOM, NULL);
    }
}

/* The line shows the change, not the height: a few tenths would vanish on 0 ... 10. */
static void
find_range (const ValReadinessPast *past, double *ret_minimum, double *ret_maximum)
{
  double minimum = 10, maximum = 0;

  for (guint i = 0; i < past->means->len; i++)
    {
      double mean = g_array_index (past->means, double, i);

      if (isnan (mean))
        continue;
      minimum = MIN (minimum, mean);
      maximum = MAX (maximum, mean);
    }
  if (minimum > maximum)
    minimum = maximum = 5;
  *ret_minimum = MAX (0, MIN (minimum, maximum - 1));
  *ret_maximum = MIN (10, MAX (maximum, *ret_minimum + 1));
}

/**
 * val_readiness_history_card_show:
 * @past: days and means
 * @today: the end of the slider
 */
void
val_readiness_history_card_show (ValReadinessHistory *self, const ValReadinessPast *past,
                                 ValDay today)
{
  ValDay day = self->first + (ValDay) lround (gtk_range_get_value (GTK_RANGE (self->scale)));
  g_autoptr (ValChart) chart = NULL;
  gboolean was_today = self->today == 0 || day == self->today;
  g_autofree char *first_text = NULL;
  double minimum, maximum;

  if (past->days->len < 2)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  find_range (past, &minimum, &maximum);
  chart = val_line_chart_new (TRUE);
  val_line_chart_set (VAL_LINE_CHART (chart), (const ValDay *) (gpointer) past->days->data,
                      (const double *) (gpointer) past->means->data, past->days->len, minimum, maximum,
                      C_ ("number", "Mean"));
  val_chart_set_title (chart, _("The mean over time"));
  val_chart_view_set_chart (VAL_CHART_VIEW (self->sparkline), chart);

  self->setting = TRUE;
  self->first = g_array_index (past->days, ValDay, 0);
  self->today = today;
  gtk_range_set_range (GTK_RANGE (self->scale), 0, today - self->first);
  gtk_range_set_increments (GTK_RANGE (self->scale), 1, 7);
  gtk_range_set_value (GTK_RANGE (self->scale), (was_today ? today : day) - self->first);
  self->setting = FALSE;
  first_text = val_format_date (self->first, VAL_DATE_LONG, today);
  gtk_label_set_text (GTK_LABEL (self->first_label), first_text);
  put_marks (self);
  show_label (self);
}

/**
 * val_readiness_history_card_set_day:
 * @day: where the slider stands; says nothing
 */
void
val_readiness_history_card_set_day (ValReadinessHistory *self, ValDay day)
{
  self->setting = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), day - self->first);
  self->setting = FALSE;
}
