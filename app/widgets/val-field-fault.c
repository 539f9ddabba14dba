/* val-field-fault.c: what is wrong with what was typed, said at its field
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentence is a row of its own below the row of the field: there is as much room as a sentence
 * needs, and nothing is covered. A field outside of a list has it below the line it stands in.
 */
#include "val-field-fault.h"

#include <adwaita.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-text-label.h"

#define KEY "val-field-fault"
#define KEY_MOST "val-field-most"

#define VAL_TYPE_FAULT_ROW (val_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (ValFaultRow, val_fault_row, VAL, FAULT_ROW, AdwPreferencesRow)

/* An AdwPreferencesGroup takes no other rows than its own. */
struct _ValFaultRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ValFaultRow, val_fault_row, ADW_TYPE_PREFERENCES_ROW)

typedef struct
{
  ValFieldCheck check;
  GtkWidget *label; /* NULL until something is wrong */
  GtkWidget *place; /* @label, or the row it stands in */
} Fault;

/* A list gives the focus to the next row and goes no further when that takes none. */
static gboolean
val_fault_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next = back ? gtk_widget_get_prev_sibling (widget)
                         : gtk_widget_get_next_sibling (widget);

  return next != NULL && gtk_widget_child_focus (next, direction);
}

static void
val_fault_row_class_init (ValFaultRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = val_fault_row_focus;
}

static void
val_fault_row_init (ValFaultRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
fault_free (gpointer data)
{
  Fault *fault = data;

  g_clear_object (&fault->label);
  g_clear_object (&fault->place);
  g_free (fault);
}

static Fault *
get_fault (GtkWidget *field)
{
  return g_object_get_data (G_OBJECT (field), KEY);
}

static void
make_label (Fault *fault, gboolean in_list)
{
  fault->label = g_object_ref_sink (val_text_label_new (""));
  gtk_widget_add_css_class (fault->label, "error");
  gtk_widget_add_css_class (fault->label, "caption");
  fault->place = g_object_ref_sink (in_list ? g_object_new (VAL_TYPE_FAULT_ROW, NULL)
                                               : fault->label);
  if (!in_list)
    return;
  gtk_widget_set_margin_top (fault->label, 6);
  gtk_widget_set_margin_bottom (fault->label, 6);
  gtk_widget_set_margin_start (fault->label, 12);
  gtk_widget_set_margin_end (fault->label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (fault->place), fault->label);
}

/* The last of what stands around @field that lies in a column. */
static GtkWidget *
line_of (GtkWidget *field)
{
  for (GtkWidget *line = field; line != NULL; line = gtk_widget_get_parent (line))
    {
      GtkWidget *above = gtk_widget_get_parent (line);

      if (GTK_IS_BOX (above)
          && gtk_orientable_get_orientation (GTK_ORIENTABLE (above)) == GTK_ORIENTATION_VERTICAL)
        return line;
    }
  return NULL;
}

static void
place_label (GtkWidget *field, Fault *fault)
{
  GtkWidget *row = gtk_widget_get_ancestor (field, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;
  GtkWidget *line = GTK_IS_LIST_BOX (list) ? NULL : line_of (field);

  if (fault->label == NULL)
    make_label (fault, line == NULL);
  if (gtk_widget_get_parent (fault->place) != NULL)
    return;
  if (GTK_IS_LIST_BOX (list))
    gtk_list_box_insert (GTK_LIST_BOX (list), fault->place,
                         gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  else if (line != NULL)
    gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (line)), fault->place, line);
}

static void
take_label (Fault *fault)
{
  GtkWidget *around = fault->place != NULL ? gtk_widget_get_parent (fault->place) : NULL;

  if (GTK_IS_LIST_BOX (around))
    gtk_list_box_remove (GTK_LIST_BOX (around), fault->place);
  else if (GTK_IS_BOX (around))
    gtk_box_remove (GTK_BOX (around), fault->place);
}

/* The focus lies on the text inside of a field: both say what is wrong. */
static void
tell (GtkWidget *field, const char *sentence)
{
  GtkEditable *inside = gtk_editable_get_delegate (GTK_EDITABLE (field));
  GtkWidget *both[] = { field, inside != NULL ? GTK_WIDGET (inside) : field };

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      val_gtk_set_accessible_description (both[i], sentence != NULL ? sentence : "");
      gtk_accessible_update_state (GTK_ACCESSIBLE (both[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                    : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
    }
}

/**
 * val_field_settle:
 * @field: of val_field_watch ()
 *
 * Says what is wrong with what is typed now, or takes it back. Main thread.
 */
void
val_field_settle (GtkWidget *field)
{
  Fault *fault = get_fault (field);
  g_autofree char *sentence = NULL;

  g_return_if_fail (fault != NULL);
  sentence = fault->check (field);
  if (sentence == NULL && !gtk_widget_has_css_class (field, "error"))
    return;
  if (sentence != NULL)
    {
      place_label (field, fault);
      gtk_label_set_text (GTK_LABEL (fault->label), sentence);
      gtk_widget_add_css_class (field, "error");
    }
  else
    {
      take_label (fault);
      gtk_widget_remove_css_class (field, "error");
    }
  tell (field, sentence);
}

/* While somebody types, half a number is no fault; that it is mended is seen at once. */
static void
changed_cb (GtkWidget *field)
{
  if (val_field_is_right (field))
    val_field_settle (field);
}

/**
 * val_field_watch:
 * @field: a GtkEditable
 * @check: says what is wrong with what is typed
 *
 * What is wrong is said at the field when it is left or Enter is pressed, and taken back as soon as
 * it is right. The text stays as it was typed. Main thread.
 */
void
val_field_watch (GtkWidget *field, ValFieldCheck check)
{
  Fault *fault = g_new0 (Fault, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  fault->check = check;
  g_object_set_data_full (G_OBJECT (field), KEY, fault, fault_free);
  g_signal_connect (field, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (field)), "activate",
                            G_CALLBACK (val_field_settle), field);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (val_field_settle), field);
  gtk_widget_add_controller (field, focus);
}

static char *
check_length (GtkWidget *field)
{
  guint most = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), KEY_MOST));
  glong length = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (field)), -1);
  g_autofree char *limit = val_format_integer (most);
  g_autofree char *more = val_format_integer (length - (glong) most);

  if (length <= (glong) most)
    return NULL;
  /* Translators: at a field; %1$s and %2$s are numbers of letters */
  return g_strdup_printf (_("There is room for %1$s letters; these are %2$s too many"), limit, more);
}

/**
 * val_field_watch_length:
 * @field: a GtkEditable
 * @most: how many letters there is room for
 *
 * As val_field_watch (), but too long a text is said at once: who pastes it does not see its end.
 * Unlike gtk_entry_set_max_length () nothing is cut off without a word. Main thread.
 */
void
val_field_watch_length (GtkWidget *field, guint most)
{
  g_object_set_data (G_OBJECT (field), KEY_MOST, GUINT_TO_POINTER (most));
  val_field_watch (field, check_length);
  g_signal_connect (field, "changed", G_CALLBACK (val_field_settle), NULL);
}

/**
 * val_field_is_right:
 * @field: of val_field_watch ()
 *
 * Returns: whether nothing is wrong with what is typed now
 */
gboolean
val_field_is_right (GtkWidget *field)
{
  Fault *fault = get_fault (field);
  g_autofree char *sentence = fault != NULL ? fault->check (field) : NULL;

  return sentence == NULL;
}

/**
 * val_field_get_fault:
 * @field: of val_field_watch ()
 *
 * Returns: (transfer none) (nullable): the sentence that stands at it
 */
const char *
val_field_get_fault (GtkWidget *field)
{
  Fault *fault = get_fault (field);

  if (fault == NULL || fault->label == NULL || gtk_widget_get_parent (fault->place) == NULL)
    return NULL;
  return gtk_label_get_text (GTK_LABEL (fault->label));
}

/* Scrolls only as far as needed. */
static void
scroll_to (GtkWidget *scrolled, GtkWidget *widget)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  GtkWidget *content = gtk_widget_get_first_child (gtk_scrolled_window_get_child (
      GTK_SCROLLED_WINDOW (scrolled)));
  graphene_rect_t bounds;

  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (down, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* The first frame gives the sentence its place; where both have no room the field stays in sight. */
static gboolean
bring_cb (GtkWidget *sentence, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *field = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (sentence, GTK_TYPE_SCROLLED_WINDOW);

  if (gtk_widget_get_height (sentence) == 0 && gtk_widget_get_visible (sentence))
    return G_SOURCE_CONTINUE;
  if (scrolled != NULL && gtk_widget_get_visible (sentence))
    {
      scroll_to (scrolled, sentence);
      scroll_to (scrolled, field);
    }
  return G_SOURCE_REMOVE;
}

/**
 * val_field_bring:
 * @field: a field at fault
 * @sentence: what says so
 *
 * Scrolls, once @sentence has its place, as far as needed to see both. Main thread.
 */
void
val_field_bring (GtkWidget *field, GtkWidget *sentence)
{
  gtk_widget_add_tick_callback (sentence, bring_cb, g_object_ref (field), g_object_unref);
}

/* What nobody can see or change is asked nothing; a row that is only folded up is opened. */
static gboolean
counts (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return FALSE;
  return !ADW_IS_EXPANDER_ROW (widget)
         || adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (widget));
}

static GtkWidget *
find_fault (GtkWidget *within)
{
  GtkWidget *found = NULL;

  if (get_fault (within) != NULL)
    return val_field_is_right (within) ? NULL : within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = counts (child) ? find_fault (child) : NULL;
  return found;
}

/**
 * val_fields_check:
 * @within: a form, or any part of a window
 *
 * Says what is wrong with the first field where something is, and puts the focus there. Main thread.
 *
 * Returns: whether all is right
 */
gboolean
val_fields_check (GtkWidget *within)
{
  GtkWidget *field = find_fault (within);

  if (field == NULL)
    return TRUE;
  for (GtkWidget *around = field; around != NULL; around = gtk_widget_get_parent (around))
    if (ADW_IS_EXPANDER_ROW (around))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (around), TRUE);
  val_field_settle (field);
  gtk_widget_grab_focus (field);
  val_field_bring (field, get_fault (field)->label);
  return FALSE;
}
