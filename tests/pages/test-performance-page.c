/* test-performance-page.c: the page of performance over a real store
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-centre.h"

#include <string.h>

#include "val-contacts.h"
#include "val-grid-private.h"
#include "val-i18n.h"
#include "val-performance-page.h"
#include "val-sheet.h"

#define N_PEOPLE 5
#define N_CONTACTS 40
#define FIRST_DAY 20605 /* 2026-06-01, a Monday */

/* Of 40 contacts so many were answered, and so many of those resolved: indexes 7.3, 6.0, 4.7, 3.3
 * and 2.0 with the weights of the presets, see tests/ui/test-performance.py. */
static const struct
{
  const char *name;
  int answered, resolved;
} people[N_PEOPLE] = { { "Bea", 30, 27 }, { "Cid", 36, 27 }, { "Eva", 32, 24 },
                       { "Ada", 38, 19 }, { "Dan", 34, 17 } };

typedef PageCentre Fixture;

/* What a test begins with. */
enum
{
  FIVE_PEOPLE,
  NOBODY,
  CROWD, /* each of the five three times */
};

static void
add_contacts (ValContactRows *contacts, gint64 label, int answered, int resolved)
{
  for (int i = 0; i < N_CONTACTS; i++)
    {
      ValContact contact = { .agent = (gint32) label, .second = 9 * 3600 + i * 60, .wait = -1,
                             .talk = -1, .day = (guint16) (FIRST_DAY + i % 2),
                             .flags = VAL_CONTACT_ANSWERED_KNOWN | VAL_CONTACT_RESOLVED_KNOWN };

      if (i < answered)
        contact.flags |= VAL_CONTACT_ANSWERED;
      if (i < resolved)
        contact.flags |= VAL_CONTACT_RESOLVED;
      g_array_append_val (contacts->rows, contact);
    }
}

static void
fill (Fixture *self, guint n_people)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Test", NULL);
  g_autoptr (ValEditResult) result = NULL;
  ValContactRows *contacts = val_contact_rows_new ();
  GError *error = NULL;

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (ValPerson) person = val_person_new ();
      ValContactLabel *label = val_record_new (VAL_RECORD_LABEL);
      guint like = i % N_PEOPLE;
      g_autofree char *name = i < N_PEOPLE ? g_strdup (people[i].name)
                                           : g_strdup_printf ("%s %u", people[like].name, i);

      val_set_string (&person->given, name);
      label->record.person_id = val_edit_put_person (edit, person);
      label->kind = VAL_LABEL_AGENT;
      val_set_string (&label->name, name);
      add_contacts (contacts, val_edit_put_record (edit, label), people[like].answered,
                    people[like].resolved);
      val_record_free (label);
    }
  val_edit_take_contacts (edit, contacts);
  result = val_store_edit (self->store, edit, &error);
  g_assert_no_error (error);
}

static void
settle (Fixture *self)
{
  page_centre_settle (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  page_centre_open (self);
  /* Numbers are read and worked out in threads, one after the other. */
  self->patience = 60;
  if (GPOINTER_TO_INT (data) != NOBODY)
    fill (self, GPOINTER_TO_INT (data) == CROWD ? 3 * N_PEOPLE : N_PEOPLE);
  page_centre_show (self, val_performance_page_new, 1200, 900);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  page_centre_close (self);
}

/* ---- Looking ------------------------------------------------------------------------------------ */

static GtkWidget *
find (GtkWidget *widget, GType type, gboolean (*wanted) (GtkWidget *widget, const char *text),
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (wanted == NULL || wanted (widget, text)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, wanted, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (widget));

  return g_strcmp0 (label, text) == 0;
}

static gboolean
has_label (Fixture *self, const char *text)
{
  return find (GTK_WIDGET (self->page), GTK_TYPE_LABEL, says, text) != NULL;
}

static ValSheet *
sheet_of (Fixture *self)
{
  GtkWidget *sheet = find (GTK_WIDGET (self->page), VAL_TYPE_SHEET, NULL, NULL);

  g_assert_nonnull (sheet);
  return VAL_SHEET (sheet);
}

static void
press (Fixture *self, GType type, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (self->page), type, is_button, label);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  settle (self);
}

static void
assert_read_out (ValSheet *sheet, const char *const *parts)
{
  const char *text = val_grid_get_read_out (VAL_GRID (sheet));

  g_assert_nonnull (text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” does not say “%s”", text, parts[i]);
}

/* ---- Tests -------------------------------------------------------------------------------------- */

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_true (has_label (self, "No Numbers Yet"));
  press (self, GTK_TYPE_BUTTON, "_See the Indicators");
  g_assert_true (has_label (self, "Answered share"));
}

static void
test_scorecard (Fixture *self, gconstpointer data)
{
  ValSheet *sheet = sheet_of (self);
  static const struct { guint row, column; const char *parts[5]; } cells[] = {
    { 0, 0, { "Ada", "index 3.3 of 10" } },
    { 0, 2, { "Ada", "place 4 of 5" } },
    { 0, 3, { "Ada", "Answered share: 95.0%", "cases: 40", "score 10.0 of 10" } },
    { 1, 0, { "Bea", "index 7.3 of 10" } },
    { 1, 2, { "Bea", "place 1 of 5" } },
    { 5, 0, { "Centre", "index 3.6 of 10" } },
  };

  g_assert_true (has_label (self, "June 2026: index 3.6"));
  g_assert_true (has_label (self, "3 people below 5"));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      val_sheet_set_cursor (sheet, cells[i].row, cells[i].column);
      assert_read_out (sheet, cells[i].parts);
    }
  /* By the index, the highest first: Bea. */
  g_signal_emit_by_name (sheet, "column-activated", 0u);
  val_sheet_set_cursor (sheet, 0, 0);
  assert_read_out (sheet, (const char *const[]) { "Bea", NULL });
}

static void
test_names_hidden (Fixture *self, gconstpointer data)
{
  ValSheet *sheet = sheet_of (self);

  val_session_set_hide_names (self->session, TRUE);
  settle (self);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      val_sheet_set_cursor (sheet, i, 0);
      for (guint j = 0; j < N_PEOPLE; j++)
        g_assert_null (strstr (val_grid_get_read_out (VAL_GRID (sheet)), people[j].name));
    }
}

/* Whether the wheel over a scale changes it. */
static gboolean
takes_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Rolling through the page must not move a weight. */
static void
test_wheel (Fixture *self, gconstpointer data)
{
  GtkWidget *scale = find (GTK_WIDGET (self->page), GTK_TYPE_SCALE, NULL, NULL);
  g_autoptr (GtkWidget) usual
      = g_object_ref_sink (gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1));

  g_assert_nonnull (scale);
  g_assert_true (takes_wheel (usual));
  g_assert_false (takes_wheel (scale));
}

static double
top_of (Fixture *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->page), &bounds));
  return bounds.origin.y;
}

/* What a moved weight does is said above the scales, where whoever moves the first one looks; and
 * who puts the weights back by the keys can go on at once. */
static void
test_weights (Fixture *self, gconstpointer data)
{
  GtkWidget *scale = find (GTK_WIDGET (self->page), GTK_TYPE_SCALE, NULL, NULL), *put_back;
  GtkWidget *said;

  g_assert_nonnull (scale);
  g_assert_true (has_label (self, "No weight has been moved."));
  gtk_widget_grab_focus (scale);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  settle (self);
  said = find (GTK_WIDGET (self->page), GTK_TYPE_LABEL, says, "people change place.");
  g_assert_nonnull (said);
  g_assert_cmpfloat (top_of (self, said), <, top_of (self, scale));
  said = find (GTK_WIDGET (self->page), GTK_TYPE_LABEL, says, "would keep their order");
  g_assert_nonnull (said);
  g_assert_cmpfloat (top_of (self, said), <, top_of (self, scale));
  put_back = find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, is_button, "_Put Weights Back");
  gtk_widget_grab_focus (put_back);
  g_signal_emit_by_name (put_back, "clicked");
  settle (self);
  g_assert_true (has_label (self, "No weight has been moved."));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == scale);
}

/* Places have room for “13 → 15” before a weight is moved: columns keep their widths then. */
static void
test_places (Fixture *self, gconstpointer data)
{
  const ValGridGeometry *geometry = &val_grid_get_state (VAL_GRID (sheet_of (self)))->geometry;
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (sheet_of (self)), NULL);
  int width;

  pango_layout_set_markup (layout, "<b>13 → 15</b>", -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_assert_cmpint (val_grid_geometry_column (geometry, 2)->width, >=, width + 8);
}

static void
test_pivot (Fixture *self, gconstpointer data)
{
  ValSheet *sheet;

  press (self, GTK_TYPE_TOGGLE_BUTTON, "Pivot");
  sheet = sheet_of (self);
  val_sheet_set_cursor (sheet, 0, 0);
  /* Ada's Mondays: 19 of 20. */
  assert_read_out (sheet, (const char *const[]) { "Ada", "Monday", "95.0%", "cases: 20", NULL });
  val_sheet_set_cursor (sheet, 5, 99);
  assert_read_out (sheet, (const char *const[]) { "Total", "85.0%", "cases: 200", NULL });
  g_signal_emit_by_name (sheet, "activated", 0u, 0u);
  settle (self);
  g_assert_true (has_label (self, "Ada · Monday: 20 contacts"));
  g_assert_true (val_page_get_can_go_back (self->page));
  g_assert_true (val_page_go_back (self->page));
  g_assert_false (val_page_get_can_go_back (self->page));
}

static void
test_values (Fixture *self, gconstpointer data)
{
  g_autoptr (ValValues) values = NULL;
  GtkWidget *row, *button;
  ValSheet *sheet;

  press (self, GTK_TYPE_TOGGLE_BUTTON, "Indicators");
  row = find (GTK_WIDGET (self->page), GTK_TYPE_LABEL, says, "Quality score");
  g_assert_nonnull (row);
  button = find (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_BUTTON, NULL, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (self);
  sheet = sheet_of (self);
  g_signal_emit_by_name (sheet, "edited", 0u, 11u, "87,5");
  settle (self);
  values = val_store_read_values (self->store, NULL);
  g_assert_cmpuint (values->n, ==, 1);
  g_assert_cmpint (values->values[0].value, ==, 87500);
  g_clear_pointer (&values, val_values_unref);
  /* What is no percentage is refused with a sentence; nothing changes. */
  g_signal_emit_by_name (sheet, "edited", 0u, 11u, "875");
  settle (self);
  g_assert_true (has_label (self, "875"));
  values = val_store_read_values (self->store, NULL);
  g_assert_cmpint (values->values[0].value, ==, 87500);
  g_clear_pointer (&values, val_values_unref);
  /* A block beyond the edge: what fits is one change. */
  g_signal_emit_by_name (sheet, "pasted", 0u, 10u, "80\t81\t82\n83\t84");
  settle (self);
  values = val_store_read_values (self->store, NULL);
  g_assert_cmpuint (values->n, ==, 4);
  g_clear_pointer (&values, val_values_unref);
  val_session_undo (self->session);
  settle (self);
  values = val_store_read_values (self->store, NULL);
  g_assert_cmpuint (values->n, ==, 1);
  g_signal_emit_by_name (sheet, "edited", 0u, 11u, "");
  settle (self);
  g_clear_pointer (&values, val_values_unref);
  values = val_store_read_values (self->store, NULL);
  g_assert_cmpuint (values->n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("VALMIUS_TODAY", "2026-06-20", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
  adw_init ();
#define ADD(name, whom, function)                                                                 \
  g_test_add (name, Fixture, GINT_TO_POINTER (whom), set_up, function, tear_down)
  ADD ("/performance-page/empty", NOBODY, test_empty);
  ADD ("/performance-page/scorecard", FIVE_PEOPLE, test_scorecard);
  ADD ("/performance-page/names-hidden", FIVE_PEOPLE, test_names_hidden);
  ADD ("/performance-page/wheel", FIVE_PEOPLE, test_wheel);
  ADD ("/performance-page/weights", FIVE_PEOPLE, test_weights);
  ADD ("/performance-page/places", CROWD, test_places);
  ADD ("/performance-page/pivot", FIVE_PEOPLE, test_pivot);
  ADD ("/performance-page/values", FIVE_PEOPLE, test_values);
  return g_test_run ();
}
