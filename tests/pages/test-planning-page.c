/* test-planning-page.c: the page of planning over a real store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include <string.h>

#include "val-chart-view.h"
#include "val-contacts.h"
#include "val-format.h"
#include "val-holidays.h"
#include "val-i18n.h"
#include "val-planning-page.h"

#define MONDAY 20458 /* 2026-01-05 */
#define WEEKS 8

/* Forty contacts an hour from 8 to 12, nobody at weekends; the day after the last is a Monday. */
static void
fill (PageCentre *self)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValEditResult) result = NULL;
  ValContactRows *contacts = val_contact_rows_new ();
  GError *error = NULL;

  for (ValDay day = MONDAY; day < MONDAY + 7 * WEEKS; day++)
    for (guint i = 0; val_day_weekday (day) <= 5 && i < 160; i++)
      {
        ValContact row = { .day = (guint16) day, .second = 8 * 3600 + (gint32) i * 90,
                           .talk = 200, .wait = -1 };

        g_array_append_val (contacts->rows, row);
      }
  val_edit_take_contacts (edit, contacts);
  result = val_store_edit (self->store, edit, &error);
  g_assert_no_error (error);
}

static void
set_up (PageCentre *self, gconstpointer data)
{
  val_i18n_init (data != NULL ? data : "en");
  page_centre_open (self);
  /* Contacts are read, then the forecast is worked out, in threads. */
  self->patience = 80;
  fill (self);
  page_centre_show (self, val_planning_page_new, 1200, 1000);
}

static void
tear_down (PageCentre *self, gconstpointer data)
{
  page_centre_close (self);
}

/* ---- Looking ------------------------------------------------------------------------------------ */

typedef gboolean (*Wanted) (GtkWidget *widget, const char *text);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (wanted (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_chart (GtkWidget *widget, const char *text)
{
  return VAL_IS_CHART_VIEW (widget);
}

/* A choice that stands behind this word. */
static gboolean
is_choice (GtkWidget *widget, const char *text)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (widget);

  return GTK_IS_DROP_DOWN (widget) && GTK_IS_LABEL (before)
         && strcmp (gtk_label_get_text (GTK_LABEL (before)), text) == 0;
}

static gboolean
is_tab (GtkWidget *widget, const char *text)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static ValChart *
chart_of (PageCentre *self)
{
  GtkWidget *view = find (GTK_WIDGET (self->page), is_chart, NULL);

  g_assert_nonnull (view);
  return val_chart_view_get_chart (VAL_CHART_VIEW (view));
}

static guint
chosen_country (PageCentre *self)
{
  GtkWidget *choice = find (GTK_WIDGET (self->page), is_choice, _("Holidays of"));

  g_assert_nonnull (choice);
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
}

/* ---- Tests -------------------------------------------------------------------------------------- */

/* Holidays are those of the country whose language the window speaks, until somebody says whose. */
static void
test_country (PageCentre *self, gconstpointer data)
{
  const char *language = data;
  ValCountry wanted = strcmp (language, "pl") == 0   ? VAL_COUNTRY_POLAND
                      : strcmp (language, "el") == 0 ? VAL_COUNTRY_GREECE
                      : strcmp (language, "fi") == 0 ? VAL_COUNTRY_FINLAND
                                                     : VAL_COUNTRY_NONE;
  ValCountry other = wanted == VAL_COUNTRY_GREECE ? VAL_COUNTRY_FINLAND : VAL_COUNTRY_GREECE;
  ValPage *again;

  g_assert_cmpuint (chosen_country (self), ==, wanted);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find (GTK_WIDGET (self->page), is_choice, _("Holidays of"))), other);
  /* What is chosen is written a moment later. */
  for (int i = 0; i < 6; i++)
    page_centre_settle (self);
  again = val_planning_page_new (self->session);
  self->page = again;
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (again));
  val_page_update (again, VAL_TABLE_ALL);
  page_centre_settle (self);
  page_centre_settle (self);
  g_assert_cmpuint (chosen_country (self), ==, other);
}

/* The line of the weeks is broken at weekends, in the chart that is on the screen too. */
static void
test_broken (PageCentre *self, gconstpointer data)
{
  GtkWidget *many = find (GTK_WIDGET (self->page), is_tab, "12 weeks");
  ValChart *chart;
  guint open = 0, closed = 0;

  g_assert_nonnull (many);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (many), TRUE);
  page_centre_settle (self);
  chart = chart_of (self);
  for (ValDay day = MONDAY + 7 * WEEKS; day < MONDAY + 7 * WEEKS + 14; day++)
    {
      g_autofree char *wanted = val_format_date (day, VAL_DATE_LONG, 0);

      for (int row = 0; row < val_chart_get_n_rows (chart); row++)
        {
          g_autofree char *name = val_chart_dup_cell (chart, row, 0);
          g_autofree char *value = val_chart_dup_cell (chart, row, 1);

          if (strcmp (name, wanted) != 0)
            continue;
          g_assert_cmpstr (value, ==, val_day_weekday (day) <= 5 ? "160" : "");
          open += *value != '\0';
          closed += *value == '\0';
        }
    }
  g_assert_cmpuint (open, >=, 5);
  g_assert_cmpuint (closed, >=, 2);
}

static gboolean
is_number (GtkWidget *widget, const char *text)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

/* One key goes from a number to the next. */
static void
test_tab (PageCentre *self, gconstpointer data)
{
  GtkWidget *tab = find (GTK_WIDGET (self->page), is_tab, "Staffing");
  GtkWidget *first, *focus;

  g_assert_nonnull (tab);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  page_centre_settle (self);
  first = find (GTK_WIDGET (self->page), is_number, NULL);
  g_assert_nonnull (first);
  gtk_widget_grab_focus (first);
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON));
  g_assert_false (gtk_widget_is_ancestor (focus, first));
}

/* What was typed and is no number stays to be mended while the next number is changed. */
static void
test_wrong_number (PageCentre *self, gconstpointer data)
{
  GtkWidget *tab = find (GTK_WIDGET (self->page), is_tab, "Staffing");
  GtkWidget *first, *second;

  g_assert_nonnull (tab);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  page_centre_settle (self);
  first = find (GTK_WIDGET (self->page), is_number, NULL);
  g_assert_nonnull (first);
  gtk_widget_grab_focus (first);
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  second = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                    GTK_TYPE_SPIN_BUTTON);
  gtk_editable_set_text (GTK_EDITABLE (first), "abc");
  gtk_spin_button_update (GTK_SPIN_BUTTON (first));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (second), 45);
  page_centre_settle (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "abc");
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (second)), ==, 45);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/* On the whole screen the agents of a day say of which day they are. */
static void
test_full_screen (PageCentre *self, gconstpointer data)
{
  GtkWidget *tab = find (GTK_WIDGET (self->page), is_tab, "Staffing");
  g_autoptr (GListModel) windows = NULL;
  GtkWidget *whole = NULL;

  g_assert_nonnull (tab);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
  page_centre_settle (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "page.full-screen", NULL));
  page_centre_settle (self);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != self->window && gtk_window_get_transient_for (GTK_WINDOW (window)) != NULL)
        whole = window;
    }
  g_assert_nonnull (whole);
  g_assert_nonnull (find (whole, says, "Monday, 2 March"));
  gtk_window_destroy (GTK_WINDOW (whole));
}

static gboolean
is_row (GtkWidget *widget, const char *text)
{
  return ADW_IS_ACTION_ROW (widget)
         && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
}

/* Whole days that another system counted, until the day before @until. */
static void
add_numbers (PageCentre *self, ValDay until)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValEditResult) result = NULL;
  ValForecastVersion *version
      = val_forecast_version_new ("Telephone system", VAL_FORECAST_IMPORTED, MONDAY);
  GArray *intervals = g_array_new (FALSE, FALSE, sizeof (ValForecastInterval));
  GError *error = NULL;

  version->slot_minutes = 1440;
  for (ValDay day = MONDAY; day < until; day++)
    {
      ValForecastInterval one = { -1, 300000 + 1000 * val_day_weekday (day), -1, -1, -1,
                                  (guint16) day, 0 };

      g_array_append_val (intervals, one);
    }
  val_edit_take_intervals (edit, val_edit_put_record (edit, version), intervals);
  val_record_free (version);
  result = val_store_edit (self->store, edit, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_drop_down (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_DROP_DOWN (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);
  return found;
}

/* What the forecast is made from; the header is not shown here. */
static const char *
chosen_source (PageCentre *self)
{
  GtkWidget *choice = find_drop_down (val_page_get_header_start (self->page));

  g_assert_nonnull (choice);
  return gtk_string_object_get_string (
      gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice)));
}

/* Enter on imported numbers shows the forecast that is made of them. */
static void
test_imported_numbers (PageCentre *self, gconstpointer data)
{
  GtkWidget *row;

  add_numbers (self, MONDAY + 7 * WEEKS);
  for (int i = 0; i < 4; i++)
    page_centre_settle (self);
  row = find (GTK_WIDGET (self->page), is_row, "Telephone system");
  g_assert_nonnull (row);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (row));
  for (int i = 0; i < 4; i++)
    page_centre_settle (self);
  g_assert_cmpstr (chosen_source (self), ==, "Forecast from days");
  /* The rows are new ones; the keyboard goes on where it was. */
  row = find (GTK_WIDGET (self->page), is_row, "Telephone system");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == row);
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "en", "pl", "el", "fi" };

  g_setenv ("VALMIUS_TODAY", "2026-03-02", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  adw_init ();
  g_test_add ("/planning-page/broken", PageCentre, NULL, set_up, test_broken, tear_down);
  g_test_add ("/planning-page/tab", PageCentre, NULL, set_up, test_tab, tear_down);
  g_test_add ("/planning-page/imported-numbers", PageCentre, NULL, set_up, test_imported_numbers,
              tear_down);
  g_test_add ("/planning-page/full-screen", PageCentre, NULL, set_up, test_full_screen,
              tear_down);
  g_test_add ("/planning-page/wrong-number", PageCentre, NULL, set_up, test_wrong_number,
              tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_strconcat ("/planning-page/country-", languages[i], NULL);

      g_test_add (name, PageCentre, languages[i], set_up, test_country, tear_down);
    }
  return g_test_run ();
}
