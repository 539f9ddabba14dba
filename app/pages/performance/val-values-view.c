/* val-values-view.c: values of an indicator, entered by person and period
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-values-view.h"

#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-parts.h"
#include "val-performance-save.h"
#include "val-performance-words.h"
#include "val-period.h"
#include "val-person-order.h"
#include "val-sheet.h"
#include "val-wrap-box.h"

#define N_PERIODS 12
#define MOST_PROBLEMS 3

struct _ValValuesView
{
  AdwBin parent_instance;

  ValPage *page; /* holds this view */
  ValPerformanceData *data;
  gint64 team_id;
  gint64 indicator_id;
  ValDay last; /* a day of the last period shown; VAL_DAY_NONE: today's */
  GtkLabel *title, *read_out, *problem;
  GtkWidget *sheet;
};

G_DEFINE_FINAL_TYPE (ValValuesView, val_values_view, ADW_TYPE_BIN)

static ValSession *
session_of (ValValuesView *self)
{
  return val_page_get_session (self->page);
}

/* ---- What the sheet shows ----------------------------------------------------------------------- */

typedef struct
{
  ValSession *session;
  ValPerformanceData *data;
  ValIndicator *indicator;
  int unit;
  GArray *people; /* of gint64 */
  ValDay periods[N_PERIODS];
} Grid;

static void
grid_free (gpointer data)
{
  Grid *grid = data;

  g_object_unref (grid->session);
  val_performance_data_unref (grid->data);
  val_record_free (grid->indicator);
  g_array_unref (grid->people);
  g_free (grid);
}

/* The newest value of a person in a period. Values are sorted by indicator, person and day. */
static const ValValue *
find_value (const ValValues *values, gint64 indicator_id, gint64 person_id, ValDay from, ValDay to)
{
  guint low = 0, high = values->n;
  const ValValue *found = NULL;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ValValue *value = &values->values[middle];

      if (value->indicator_id < indicator_id
          || (value->indicator_id == indicator_id
              && (value->person_id < person_id
                  || (value->person_id == person_id && (ValDay) value->day < from))))
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < values->n; low++)
    {
      const ValValue *value = &values->values[low];

      if (value->indicator_id != indicator_id || value->person_id != person_id
          || (ValDay) value->day > to)
        break;
      found = value;
    }
  return found;
}

static const ValValue *
grid_value (const Grid *grid, guint row, guint column)
{
  ValDay from = grid->periods[column];

  return find_value (grid->data->values, grid->indicator->record.id,
                     g_array_index (grid->people, gint64, row), from,
                     val_period_last_day (grid->indicator->period, from));
}

static char *
dup_row_name (gpointer data, guint row)
{
  const Grid *grid = data;

  return val_performance_person_name (grid->session, g_array_index (grid->people, gint64, row));
}

static char *
dup_column_name (gpointer data, guint column)
{
  const Grid *grid = data;
  g_autofree char *name = val_performance_period_name (
      grid->indicator->period, grid->periods[column], val_session_get_today (grid->session));

  return val_format_capital (name);
}

static char *
dup_unit (gpointer data, guint column)
{
  const Grid *grid = data;
  const char *sign = val_indicator_unit_sign (grid->unit);

  return g_strdup (*sign != '\0' ? sign : " ");
}

static void
fill (gpointer data, guint row, guint column, ValSheetCell *cell)
{
  const Grid *grid = data;
  const ValValue *value = grid_value (grid, row, column);
  const ValIndicatorTerm *term;

  if (value == NULL)
    return;
  cell->text = val_indicator_format_plain (grid->unit, (double) value->value / 1000.0);
  term = val_indicator_term_on (grid->data->dataset, grid->indicator->record.id,
                                val_period_last_day (grid->indicator->period,
                                                     grid->periods[column]));
  if (term != NULL)
    cell->shade = val_performance_shade (
        val_score_of_value ((double) value->value / 1000.0, term->floor, term->target));
}

static char *
dup_text (gpointer data, guint row, guint column)
{
  const Grid *grid = data;
  const ValValue *value = grid_value (grid, row, column);
  g_autofree char *name = dup_row_name (data, row);
  g_autofree char *period = dup_column_name (data, column);
  g_autofree char *number
      = value != NULL ? val_indicator_format (grid->unit, (double) value->value / 1000.0)
                      : g_strdup (_("no value yet"));

  return g_strdup_printf ("%s · %s: %s", name, period, number);
}

typedef struct
{
  guint place;
  gint64 id;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  guint left = ((const Sorted *) a)->place, right = ((const Sorted *) b)->place;

  return (left > right) - (left < right);
}

static void
add_people (ValValuesView *self, Grid *grid)
{
  ValDataset *dataset = self->data->dataset;
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  ValDay first = grid->periods[0];

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      Sorted one = { val_person_order (dataset, i, val_session_get_hide_names (grid->session)),
                     person->id };

      if ((person->leave != VAL_DAY_NONE && person->leave <= first)
          || (self->team_id != 0
              && (person->team_id == 0
                  || !val_dataset_team_within (dataset, person->team_id, self->team_id))))
        continue;
      g_array_append_val (sorted, one);
    }
  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (grid->people, g_array_index (sorted, Sorted, i).id);
}

static Grid *
grid_new (ValValuesView *self, const ValIndicator *indicator)
{
  Grid *grid = g_new0 (Grid, 1);
  ValDay last = self->last != VAL_DAY_NONE ? self->last
                                           : val_session_get_today (session_of (self));

  grid->session = g_object_ref (session_of (self));
  grid->data = val_performance_data_ref (self->data);
  grid->indicator = val_record_copy (indicator);
  grid->unit = val_formula_unit (indicator->formula, indicator->unit);
  grid->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < N_PERIODS; i++)
    grid->periods[i] = val_period_step (indicator->period, last, i - N_PERIODS + 1);
  add_people (self, grid);
  return grid;
}

static Grid *
show (ValValuesView *self)
{
  const ValIndicator *indicator
      = self->data != NULL ? val_dataset_find_record (self->data->dataset, VAL_RECORD_INDICATOR,
                                                      self->indicator_id)
                           : NULL;
  ValSheetSource source = {
    .n_columns = N_PERIODS,
    .dup_row_name = dup_row_name,
    .dup_column_name = dup_column_name,
    .dup_unit = dup_unit,
    .fill = fill,
    .dup_text = dup_text,
  };
  Grid *grid;

  if (indicator == NULL)
    {
      val_sheet_set_source (VAL_SHEET (self->sheet), NULL, NULL, NULL);
      return NULL;
    }
  gtk_label_set_text (self->title, val_indicator_get_name (indicator));
  grid = grid_new (self, indicator);
  source.n_rows = grid->people->len;
  val_sheet_set_source (VAL_SHEET (self->sheet), &source, grid, grid_free);
  return grid;
}

/* val_values_view_set_indicator: shows its values up to today */
void
val_values_view_set_indicator (ValValuesView *self, gint64 indicator_id)
{
  self->indicator_id = indicator_id;
  self->last = VAL_DAY_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  show (self);
  if (self->data != NULL)
    val_sheet_set_cursor (VAL_SHEET (self->sheet), 0, N_PERIODS - 1);
}

/* val_values_view_set_data: what is worked with */
void
val_values_view_set_data (ValValuesView *self, ValPerformanceData *data, gint64 team_id)
{
  val_performance_data_ref (data);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = data;
  self->team_id = team_id;
  if (self->indicator_id != 0)
    show (self);
}

/* ---- Entering ----------------------------------------------------------------------------------- */

static void
tell (ValValuesView *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* FALSE: @text is no value; nothing is put into @edit then. */
static gboolean
put_value (const Grid *grid, ValEdit *edit, guint row, guint column, const char *text)
{
  const ValValue *old = grid_value (grid, row, column);
  ValIndicatorValue *value;
  gint64 thousandths;

  if (*text == '\0')
    {
      if (old != NULL)
        val_edit_delete_record (edit, VAL_RECORD_VALUE, old->id);
      return TRUE;
    }
  if (!val_indicator_parse (grid->unit, text, &thousandths))
    return FALSE;
  if (old != NULL && old->value == thousandths)
    return TRUE;
  value = val_record_new (VAL_RECORD_VALUE);
  value->record.id = old != NULL ? old->id : 0;
  value->record.person_id = g_array_index (grid->people, gint64, row);
  value->indicator_id = grid->indicator->record.id;
  value->day = old != NULL ? (ValDay) old->day : grid->periods[column];
  value->n = old != NULL ? old->n : 0;
  value->value = thousandths;
  val_edit_put_record (edit, value);
  val_record_free (value);
  return TRUE;
}

static char *
dup_refusal (const Grid *grid, const char *text)
{
  /* Translators: %1$s is what was typed, %2$s a unit: Percent, Seconds … */
  return g_strdup_printf (_("“%1$s” is not a value here. Unit: %2$s."), text,
                          val_unit_get_label (grid->unit));
}

static Grid *
grid_of (ValValuesView *self)
{
  const ValIndicator *indicator = val_dataset_find_record (
      self->data->dataset, VAL_RECORD_INDICATOR, self->indicator_id);

  return indicator != NULL ? grid_new (self, indicator) : NULL;
}

static void
edited_cb (ValSheet *sheet, guint row, guint column, const char *text, ValValuesView *self)
{
  Grid *grid = grid_of (self);
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *refusal = NULL;

  if (grid == NULL)
    return;
  /* Translators: values of an indicator; %s is its name */
  edit = val_edit_new (N_ ("Values entered: %s"), val_indicator_get_name (grid->indicator));
  if (!put_value (grid, edit, row, column, text))
    refusal = dup_refusal (grid, text);
  tell (self, refusal);
  if (val_edit_n_ops (edit) > 0)
    val_session_edit_quietly (session_of (self), edit, NULL, NULL);
  grid_free (grid);
}

/* A block of cells; what is no value is said and left out, all else is one change. */
static void
pasted_cb (ValSheet *sheet, guint row, guint column, const char *text, ValValuesView *self)
{
  Grid *grid = grid_of (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (ValEdit) edit = NULL;
  g_autoptr (GString) refused = g_string_new (NULL);
  guint n_refused = 0;

  if (grid == NULL)
    return;
  edit = val_edit_new (N_ ("Values entered: %s"), val_indicator_get_name (grid->indicator));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", -1);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autofree char *refusal = NULL;

          if (*g_strstrip (cells[j]) == '\0')
            continue;
          if (row + i < grid->people->len && column + j < N_PERIODS
              && put_value (grid, edit, row + i, column + j, cells[j]))
            continue;
          refusal = row + i < grid->people->len && column + j < N_PERIODS
                        ? dup_refusal (grid, cells[j])
                        : g_strdup (_("Some of it lies beyond the edge of the table."));
          if (n_refused++ < MOST_PROBLEMS)
            g_string_append_printf (refused, "%s%s", refused->len > 0 ? "\n" : "", refusal);
        }
    }
  tell (self, refused->len > 0 ? refused->str : NULL);
  if (val_edit_n_ops (edit) > 0)
    val_session_edit (session_of (self), edit, NULL, NULL);
  grid_free (grid);
}

/* val_values_view_copy: all of it, with tabs between cells */
void
val_values_view_copy (ValValuesView *self)
{
  g_autofree char *text = val_sheet_dup_table (VAL_SHEET (self->sheet));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  val_page_say (self->page, _("Table copied"));
}

/* val_values_view_export: the people and periods in sight */
void
val_values_view_export (ValValuesView *self)
{
  const ValIndicator *indicator
      = self->data != NULL ? val_dataset_find_record (self->data->dataset, VAL_RECORD_INDICATOR,
                                                      self->indicator_id)
                           : NULL;
  Grid *grid;
  ValNumberTable *table;

  if (indicator == NULL)
    return;
  grid = grid_new (self, indicator);
  table = val_number_table_new (val_indicator_get_name (indicator));
  val_number_table_add_column (table, C_ ("column", "Name"));
  for (guint column = 0; column < N_PERIODS; column++)
    {
      g_autofree char *period = dup_column_name (grid, column);

      val_number_table_add_column (table, period);
    }
  for (guint row = 0; row < grid->people->len; row++)
    {
      g_autofree char *name = dup_row_name (grid, row);

      val_number_table_add_text (table, name);
      for (guint column = 0; column < N_PERIODS; column++)
        {
          const ValValue *value = grid_value (grid, row, column);

          val_number_table_add_value (table, grid->unit,
                                      value != NULL ? (double) value->value / 1000.0 : NAN);
        }
    }
  grid_free (grid);
  val_performance_save_table (self->page, table, C_ ("file name", "values"));
}

/* val_values_view_focus: puts the focus into the table */
gboolean
val_values_view_focus (ValValuesView *self)
{
  return gtk_widget_grab_focus (self->sheet);
}

/* ---- Building ---------------------------------------------------------------------------------- */

static void
move (ValValuesView *self, int periods)
{
  const ValIndicator *indicator = val_dataset_find_record (
      self->data->dataset, VAL_RECORD_INDICATOR, self->indicator_id);

  if (indicator == NULL)
    return;
  if (self->last == VAL_DAY_NONE)
    self->last = val_session_get_today (session_of (self));
  self->last = val_period_step (indicator->period, self->last, periods);
  show (self);
}

static void
earlier_cb (GtkButton *button, ValValuesView *self)
{
  move (self, -N_PERIODS);
}

static void
later_cb (GtkButton *button, ValValuesView *self)
{
  move (self, N_PERIODS);
}

static void
build (ValValuesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = val_wrap_box_new (6), *scroll = gtk_scrolled_window_new ();
  GtkWidget *earlier = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *later = gtk_button_new_from_icon_name ("go-next-symbolic");
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy Table"));
  GtkWidget *export = gtk_button_new_with_mnemonic (_("_Export…"));
  GtkLabel *help = val_performance_text_new ("dim-label");

  self->title = val_performance_text_new ("title-1");
  self->problem = val_performance_text_new ("error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_label_set_text (help, _("Type a value and press Enter, or paste a block from a spreadsheet. "
                              "Delete takes a value away."));
  val_gtk_label_button (earlier, _("Earlier"));
  val_gtk_label_button (later, _("Later"));
  g_signal_connect (earlier, "clicked", G_CALLBACK (earlier_cb), self);
  g_signal_connect (later, "clicked", G_CALLBACK (later_cb), self);
  val_wrap_box_append (VAL_WRAP_BOX (bar), earlier);
  val_wrap_box_append (VAL_WRAP_BOX (bar), later);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "page.copy");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "page.export");
  val_wrap_box_append (VAL_WRAP_BOX (bar), copy);
  val_wrap_box_append (VAL_WRAP_BOX (bar), export);
  self->sheet = val_sheet_new (_("Values"));
  val_sheet_set_editable (VAL_SHEET (self->sheet), TRUE);
  val_sheet_set_corner (VAL_SHEET (self->sheet), C_ ("column", "Name"));
  g_signal_connect (self->sheet, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->sheet, "pasted", G_CALLBACK (pasted_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->sheet);
  gtk_widget_set_vexpand (scroll, TRUE);
  self->read_out = val_performance_read_out_new (self->sheet);
  gtk_widget_add_css_class (box, "val-page-content");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (help));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->read_out));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
val_values_view_dispose (GObject *object)
{
  ValValuesView *self = VAL_VALUES_VIEW (object);

  g_clear_pointer (&self->data, val_performance_data_unref);
  G_OBJECT_CLASS (val_values_view_parent_class)->dispose (object);
}

static void
val_values_view_class_init (ValValuesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_values_view_dispose;
}

static void
val_values_view_init (ValValuesView *self)
{
  self->last = VAL_DAY_NONE;
}

/* val_values_view_new: (transfer floating): @page holds it */
GtkWidget *
val_values_view_new (ValPage *page)
{
  ValValuesView *self = g_object_new (VAL_TYPE_VALUES_VIEW, NULL);

  self->page = page;
  build (self);
  return GTK_WIDGET (self);
}
