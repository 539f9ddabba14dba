/* val-pivot-view.c: an indicator by any two dimensions, down to the contacts
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-parts.h"

#include "val-document.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-page-report.h"
#include "val-page-save.h"
#include "val-performance-parts.h"
#include "val-performance-question.h"
#include "val-performance-words.h"
#include "val-pivot-choice.h"
#include "val-question.h"
#include "val-report-shared.h"
#include "val-wrap-box.h"

/* More contacts of one cell are not listed; the total says how many there are. */
#define MOST_CONTACTS 2000
#define LOWEST_TABLE 340 /* pixels */

enum
{
  PROP_0,
  PROP_INSIDE,
};

struct _ValPivotView
{
  AdwBin parent_instance;

  ValPage *page; /* holds this view; NULL when it went while something was worked out */
  ValPerformanceData *data;
  gint64 team_id;
  const ValIndicator *indicator; /* that was asked about; lives as long as the data */
  ValPivotTable *table; /* the sheet's */
  ValPivot *pivot;
  GCancellable *working;
  GCancellable *reading;
  GPtrArray *details; /* nullable: contacts shown */

  GtkWidget *stack; /* "pivot", "contacts" */
  GtkWidget *choice;
  GtkWidget *tables; /* "table", "message" */
  GtkWidget *sheet;
  GtkLabel *headline, *read_out, *message, *key;
  GtkLabel *contacts_title, *contacts_read_out;
  GtkWidget *contacts;
};

G_DEFINE_FINAL_TYPE (ValPivotView, val_pivot_view, ADW_TYPE_BIN)

static ValSession *
session_of (ValPivotView *self)
{
  return val_page_get_session (self->page);
}

/* ---- Worked out in a thread -------------------------------------------------------------------- */

static gpointer
work_out (const ValPerformanceData *data, gconstpointer query, GCancellable *cancellable)
{
  return val_pivot_new (data->dataset, data->contacts, data->values, query,
                        (ValStopFunc) g_cancellable_is_cancelled, cancellable);
}

static const char *
problem_of (const ValPivot *pivot)
{
  if (pivot->too_large)
    return _("This table would have millions of cells. Choose something coarser, or fewer days.");
  if (pivot->unanswerable)
    return _("The values of this indicator are entered by person and day: they can be told apart "
             "by agent, team, week and month.");
  if (pivot->rows.keys->len == 0)
    return _("There is nothing in these days.");
  return NULL;
}

static void
show_headline (ValPivotView *self)
{
  const ValIndicator *indicator = self->indicator;
  g_autofree char *number = NULL, *text = NULL, *sure = NULL, *key = NULL, *below = NULL;
  ValMeasureKind kind;
  const ValMeasure *measure;
  gint64 value;

  if (indicator == NULL || self->pivot->rows.keys->len == 0
      || !val_pivot_value (self->pivot, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, &value))
    {
      gtk_label_set_text (self->headline,
                          indicator != NULL ? val_indicator_get_name (indicator) : "");
      gtk_label_set_text (self->key, "");
      return;
    }
  measure = val_pivot_cell (self->pivot, VAL_PIVOT_TOTAL, VAL_PIVOT_TOTAL, &kind);
  number = val_indicator_format (self->pivot->unit, (double) value / 1000.0);
  sure = kind == VAL_MEASURE_COUNT ? g_strdup ("")
                                   : val_performance_sureness (measure, kind, self->pivot->unit);
  /* Translators: %1$s is an indicator, %2$s its value over all contacts */
  text = g_strdup_printf (C_ ("pivot", "%1$s: %2$s"), val_indicator_get_name (indicator), number);
  gtk_label_set_text (self->headline, text);
  key = self->table != NULL ? val_pivot_table_key (self->table) : g_strdup ("");
  below = g_strconcat (sure, *sure != '\0' && *key != '\0' ? " · " : "", key, NULL);
  gtk_label_set_text (self->key, below);
}

static void
show (ValPivotView *self)
{
  const char *problem = problem_of (self->pivot);
  ValPivotTable *table;

  val_gtk_stack_show (GTK_STACK (self->tables), problem != NULL ? "message" : "table");
  gtk_label_set_text (self->message, problem != NULL ? problem : "");
  self->table = NULL;
  if (problem != NULL)
    {
      val_sheet_set_source (VAL_SHEET (self->sheet), NULL, NULL, NULL);
      show_headline (self);
      return;
    }
  table = val_pivot_table_new (session_of (self), self->data, self->pivot);
  val_pivot_table_apply (table, VAL_SHEET (self->sheet));
  self->table = table;
  show_headline (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPivotView) self = data;
  g_autoptr (ValPivot) pivot = val_performance_answer (result, self->working);

  if (pivot == NULL || self->page == NULL)
    return;
  g_clear_pointer (&self->pivot, val_pivot_unref);
  self->pivot = g_steal_pointer (&pivot);
  show (self);
}

static void
ask (ValPivotView *self)
{
  g_autofree ValPivotQuery *query = g_new0 (ValPivotQuery, 1);

  val_question_drop (&self->working);
  self->indicator = NULL;
  if (self->page == NULL || self->data == NULL
      || !val_pivot_choice_get_query (VAL_PIVOT_CHOICE (self->choice), query))
    return;
  query->filter.team_id = self->team_id;
  self->indicator = query->indicator;
  val_performance_ask (self->data, g_steal_pointer (&query), work_out,
                       (GDestroyNotify) val_pivot_unref, &self->working, answered_cb,
                       g_object_ref (self));
}

/**
 * val_pivot_view_set_data:
 * @data: what is worked with
 * @team_id: contacts of this team and of those below it; 0: all
 */
void
val_pivot_view_set_data (ValPivotView *self, ValPerformanceData *data, gint64 team_id)
{
  val_performance_data_ref (data);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = data;
  self->team_id = team_id;
  val_pivot_choice_set_data (VAL_PIVOT_CHOICE (self->choice), data);
}

/* ---- Contacts of a cell ------------------------------------------------------------------------- */

static void
details_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPivotView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) details
      = val_pivot_contacts_finish (VAL_SESSION (source), result, &error);

  if (self->page == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (details == NULL)
    {
      val_page_warn (self->page, error->message);
      return;
    }
  g_clear_pointer (&self->details, g_ptr_array_unref);
  self->details = g_ptr_array_ref (details);
  val_pivot_contacts_show (VAL_SHEET (self->contacts), session_of (self), self->data->dataset,
                           details);
  val_gtk_stack_show (GTK_STACK (self->stack), "contacts");
  gtk_widget_grab_focus (self->contacts);
  g_object_notify (G_OBJECT (self), "inside");
}

static void
open_cell (ValPivotView *self, guint row, guint column)
{
  val_question_renew (&self->reading);
  val_pivot_contacts_async (session_of (self), self->data, self->pivot, row, column, MOST_CONTACTS,
                            self->reading, details_cb, g_object_ref (self));
}

static void
activated_cb (ValSheet *sheet, guint sheet_row, guint sheet_column, ValPivotView *self)
{
  g_autofree char *name = NULL, *count = NULL, *most = NULL, *title = NULL;
  const ValMeasure *measure;
  ValMeasureKind kind;
  guint row, column;

  if (self->table == NULL)
    return;
  val_pivot_table_place (self->table, sheet_row, sheet_column, &row, &column);
  measure = val_pivot_cell (self->pivot, row, column, &kind);
  if (kind == VAL_MEASURE_ENTERED || kind == VAL_MEASURE_ENTERED_ROWS || measure->rows == 0)
    return;
  name = val_pivot_table_cell_name (self->table, sheet_row, sheet_column);
  count = val_format_count (ngettext ("%d contact", "%d contacts", (gulong) measure->rows),
                            measure->rows);
  most = val_format_integer (MOST_CONTACTS);
  title = measure->rows > MOST_CONTACTS
              /* Translators: %1$s names a cell of the table, %2$s is “5,000 contacts”, %3$s how
               * many of them are listed */
              ? g_strdup_printf (_("%1$s: %2$s, the newest %3$s"), name, count, most)
              : g_strdup_printf ("%s: %s", name, count);
  gtk_label_set_text (self->contacts_title, title);
  open_cell (self, row, column);
}

/* val_pivot_view_is_inside: whether the contacts of a cell are shown */
gboolean
val_pivot_view_is_inside (ValPivotView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "contacts") == 0;
}

/* val_pivot_view_go_back: from the contacts to the table */
gboolean
val_pivot_view_go_back (ValPivotView *self)
{
  if (!val_pivot_view_is_inside (self))
    return FALSE;
  val_gtk_stack_show (GTK_STACK (self->stack), "pivot");
  gtk_widget_grab_focus (self->sheet);
  g_object_notify (G_OBJECT (self), "inside");
  return TRUE;
}

/* ---- Copies and files --------------------------------------------------------------------------- */

/* val_pivot_view_copy: what is shown, with tabs between cells */
void
val_pivot_view_copy (ValPivotView *self)
{
  g_autofree char *text = NULL;
  gboolean inside = val_pivot_view_is_inside (self);

  if (inside ? self->details == NULL : self->table == NULL)
    return;
  text = val_sheet_dup_table (VAL_SHEET (inside ? self->contacts : self->sheet));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  val_page_say (self->page, _("Table copied"));
}

/* (transfer full) (nullable): the table as a picture; else it has been said why there is none */
static ValChart *
make_picture (ValPivotView *self)
{
  const char *headline = gtk_label_get_text (self->headline);
  ValChart *chart
      = self->table != NULL ? val_pivot_table_chart (self->table, headline) : NULL;

  if (chart == NULL)
    val_page_say (self->page,
                  self->table != NULL
                      ? _("This table is too large for a picture. Export it as a workbook.")
                      : gtk_label_get_text (self->message));
  return chart;
}

/* val_pivot_view_save_picture: the table as a heat map */
void
val_pivot_view_save_picture (ValPivotView *self)
{
  g_autoptr (ValChart) chart = make_picture (self);

  if (chart != NULL)
    val_page_save_picture (self->page, chart, C_ ("file name", "pivot"));
}

static GBytes *
make_report (const ValPageGround *ground, gpointer data, GError **error)
{
  return val_document_to_pdf (data, NULL, error);
}

/* val_pivot_view_print: the table as a report, with what its shades mean */
void
val_pivot_view_print (ValPivotView *self)
{
  g_autoptr (ValChart) chart = NULL;
  g_autofree char *title = NULL;
  ValDocument *document;

  if (val_pivot_view_is_inside (self) || !val_page_may_name (self->page))
    return;
  chart = make_picture (self);
  if (chart == NULL)
    return;
  title = g_strconcat (val_performance_dimension (self->pivot->rows.dimension), " · ",
                       val_performance_dimension (self->pivot->columns.dimension), " · ",
                       val_chart_get_period (chart), NULL);
  document = val_report_start (self->data->dataset, title);
  val_document_add_text (document, VAL_TEXT_HEADLINE, val_chart_get_title (chart));
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  val_chart_set_title (chart, NULL);
  val_document_take_chart (document, g_steal_pointer (&chart));
  val_document_add_text (document, VAL_TEXT_NOTE, gtk_label_get_text (self->key));
  val_page_make_report (self->page, C_ ("file name", "pivot"),
                        val_session_get_today (session_of (self)), make_report, document,
                        (GDestroyNotify) val_document_free);
}

/* val_pivot_view_export: what is shown, the table or the contacts of a cell */
void
val_pivot_view_export (ValPivotView *self)
{
  if (val_pivot_view_is_inside (self) && self->details != NULL)
    val_performance_save_table (
        self->page,
        val_pivot_contacts_export (session_of (self), self->data->dataset, self->details),
        C_ ("file name", "contacts"));
  else if (self->table != NULL)
    val_performance_save_table (self->page, val_pivot_table_export (self->table),
                                C_ ("file name", "pivot"));
}

/* val_pivot_view_focus: puts the focus into the table */
gboolean
val_pivot_view_focus (ValPivotView *self)
{
  return gtk_widget_grab_focus (val_pivot_view_is_inside (self) ? self->contacts : self->sheet);
}

/* ---- Building ---------------------------------------------------------------------------------- */

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_scrolled (GtkWidget *sheet)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), sheet);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), LOWEST_TABLE);
  gtk_widget_set_vexpand (scroll, TRUE);
  val_gtk_pass_wheel (scroll);
  return scroll;
}

static GtkWidget *
build_pivot (ValPivotView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->choice = val_pivot_choice_new (session_of (self));
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (ask), self);
  val_pivot_choice_append (VAL_PIVOT_CHOICE (self->choice),
                           new_button (_("_Copy Table"), "page.copy"));
  val_pivot_choice_append (VAL_PIVOT_CHOICE (self->choice),
                           new_button (_("_Export…"), "page.export"));
  val_pivot_choice_append (VAL_PIVOT_CHOICE (self->choice),
                           new_button (_("PDF"), "page.print"));
  self->headline = val_performance_text_new ("title-1");
  self->key = val_performance_text_new ("dim-label");
  self->message = val_performance_text_new ("dim-label");
  self->sheet = val_sheet_new (_("Pivot table"));
  self->read_out = val_performance_read_out_new (self->sheet);
  g_signal_connect (self->sheet, "activated", G_CALLBACK (activated_cb), self);
  self->tables = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->tables), new_scrolled (self->sheet), "table");
  gtk_stack_add_named (GTK_STACK (self->tables), GTK_WIDGET (self->message), "message");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->key));
  gtk_box_append (GTK_BOX (box), self->choice);
  gtk_box_append (GTK_BOX (box), self->tables);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->read_out));
  return val_performance_scrolled_new (box);
}

static GtkWidget *
build_contacts (ValPivotView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = val_wrap_box_new (6);

  self->contacts_title = val_performance_text_new ("title-1");
  self->contacts = val_sheet_new (_("Contacts"));
  self->contacts_read_out = val_performance_read_out_new (self->contacts);
  val_wrap_box_append (VAL_WRAP_BOX (bar), new_button (_("_Copy Table"), "page.copy"));
  val_wrap_box_append (VAL_WRAP_BOX (bar), new_button (_("_Export…"), "page.export"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->contacts_title));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_scrolled (self->contacts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->contacts_read_out));
  return val_performance_scrolled_new (box);
}

static void
val_pivot_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id != PROP_INSIDE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    g_value_set_boolean (value, val_pivot_view_is_inside (VAL_PIVOT_VIEW (object)));
}

static void
val_pivot_view_dispose (GObject *object)
{
  ValPivotView *self = VAL_PIVOT_VIEW (object);

  self->table = NULL;
  g_clear_weak_pointer (&self->page);
  val_question_drop (&self->working);
  val_question_drop (&self->reading);
  g_clear_pointer (&self->pivot, val_pivot_unref);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_clear_pointer (&self->data, val_performance_data_unref);
  G_OBJECT_CLASS (val_pivot_view_parent_class)->dispose (object);
}

static void
val_pivot_view_class_init (ValPivotViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_pivot_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = val_pivot_view_get_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_INSIDE,
      g_param_spec_boolean ("inside", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
val_pivot_view_init (ValPivotView *self)
{
}

/**
 * val_pivot_view_new:
 * @page: the page that holds it
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
val_pivot_view_new (ValPage *page)
{
  ValPivotView *self = g_object_new (VAL_TYPE_PIVOT_VIEW, NULL);

  g_set_weak_pointer (&self->page, page);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_pivot (self), "pivot");
  gtk_stack_add_named (GTK_STACK (self->stack), build_contacts (self), "contacts");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  return GTK_WIDGET (self);
}
