/* val-search-window.c: searching everything written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-search-window.h"

#include "val-column.h"
#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-line.h"
#include "val-question.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

/* So many hits are shown; another word narrows them. */
#define MAX_HITS 100
/* Rows that come with the frame; that come while those are read; and with going further down. */
#define AT_ONCE 7
#define AT_FIRST 14
#define MORE 7

struct _ValSearchWindow
{
  AdwWindow parent_instance;

  ValSession *session;
  GtkWidget *entry;
  GtkWidget *stack;
  GtkListBox *list;
  GtkLabel *count;
  GtkWidget *nothing;
  GPtrArray *hits; /* of ValHit, in the order of the rows */
  guint n_rows;    /* of them have a row */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ValSearchWindow, val_search_window, ADW_TYPE_WINDOW)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drop_question (ValSearchWindow *self)
{
  val_question_drop (&self->cancellable);
}

static void
val_search_window_dispose (GObject *object)
{
  ValSearchWindow *self = VAL_SEARCH_WINDOW (object);

  drop_question (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  G_OBJECT_CLASS (val_search_window_parent_class)->dispose (object);
}

static void
val_search_window_class_init (ValSearchWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_search_window_dispose;
  signals[OPEN] = g_signal_new ("open", VAL_TYPE_SEARCH_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
val_search_window_init (ValSearchWindow *self)
{
}

static const char *
group_title (int kind)
{
  switch (kind)
    {
    case VAL_HIT_PERSON: return C_ ("search group", "People");
    case VAL_HIT_ASSESSMENT: return C_ ("search group", "Remarks on scores");
    case VAL_RECORD_NOTE: return C_ ("search group", "Notes");
    case VAL_RECORD_RECOGNITION: return C_ ("search group", "Thanks");
    case VAL_RECORD_MENTORING: return C_ ("search group", "Sessions");
    case VAL_RECORD_AGREEMENT: return C_ ("search group", "Agreements");
    case VAL_RECORD_GOAL: return C_ ("search group", "Goals");
    case VAL_RECORD_STEP: return C_ ("search group", "Steps towards goals");
    case VAL_RECORD_PHASE: return C_ ("search group", "Coaching");
    case VAL_RECORD_KIND:
    case VAL_RECORD_RULE: return C_ ("search group", "Recognition programme");
    case VAL_RECORD_INDICATOR: return C_ ("search group", "Indicators");
    default: return "";
    }
}

/* Groups stand in the order of their best hit; within a group the order of the store stays. */
static GPtrArray *
by_group (GPtrArray *hits)
{
  GPtrArray *sorted = g_ptr_array_new_full (hits->len, (GDestroyNotify) val_hit_free);

  for (guint i = 0; i < hits->len; i++)
    {
      ValHit *first = hits->pdata[i];
      const char *title = first != NULL ? group_title (first->kind) : NULL;

      for (guint k = i; first != NULL && k < hits->len; k++)
        {
          ValHit *hit = hits->pdata[k];

          if (hit == NULL || !g_str_equal (group_title (hit->kind), title))
            continue;
          g_ptr_array_add (sorted, hit);
          hits->pdata[k] = NULL;
        }
    }
  return sorted;
}

/* ---- rows ---- */

static char *
dup_about (ValSearchWindow *self, const ValHit *hit)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValDay today = val_session_get_today (self->session);
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  const char *parts[3] = { NULL };
  guint index, n = 0;

  if (hit->person_id != 0 && val_dataset_find_person (dataset, hit->person_id, &index))
    {
      name = val_session_dup_person_name (self->session, index);
      /* What was found of a person may be the name itself. */
      if (!g_str_has_prefix (hit->excerpt, name))
        parts[n++] = name;
    }
  if (hit->day != VAL_DAY_NONE && hit->day != 0)
    {
      date = val_format_date (hit->day, VAL_DATE_MEDIUM, today);
      parts[n++] = date;
    }
  return g_strjoinv (" · ", (char **) parts);
}

/* What matched is bold; the user's text is never read as markup. */
static PangoAttrList *
mark_attributes (const ValHit *hit)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; hit->marks != NULL && i < hit->marks->len; i++)
    {
      const ValHitMark *mark = &g_array_index (hit->marks, ValHitMark, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = mark->start;
      bold->end_index = line->end_index = mark->end;
      pango_attr_list_insert (list, bold);
      pango_attr_list_insert (list, line);
    }
  return list;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Whom it is about and that it is private, if there is anything to say. */
static void
append_head (GtkBox *box, const ValHit *hit, const char *about)
{
  GtkWidget *head;

  if (*about == '\0' && !hit->is_private)
    return;
  head = val_line_new (6, GTK_ALIGN_CENTER);
  if (hit->is_private)
    {
      GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

      gtk_widget_set_tooltip_text (lock, _("For you alone"));
      val_gtk_set_accessible_label (lock, _("For you alone"));
      val_line_append (VAL_LINE (head), val_gtk_beside_text (lock));
    }
  val_line_append (VAL_LINE (head), new_label (about, "dim-label"));
  gtk_box_append (box, head);
}

static GtkWidget *
new_row (ValSearchWindow *self, const ValHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *excerpt = new_label (hit->excerpt, NULL);
  g_autofree char *about = dup_about (self, hit);
  g_autofree char *spoken
      = *about != '\0' ? g_strjoin (". ", group_title (hit->kind), about, hit->excerpt, NULL)
                       : g_strjoin (". ", group_title (hit->kind), hit->excerpt, NULL);
  PangoAttrList *marks = mark_attributes (hit);

  gtk_label_set_attributes (GTK_LABEL (excerpt), marks);
  pango_attr_list_unref (marks);
  append_head (GTK_BOX (box), hit, about);
  gtk_box_append (GTK_BOX (box), excerpt);
  gtk_widget_add_css_class (box, "val-today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  val_gtk_set_accessible_label (row, spoken);
  return row;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  ValSearchWindow *self = data;
  guint at = (guint) gtk_list_box_row_get_index (row);
  const char *title, *title_before = NULL;
  GtkWidget *label;

  /* A window that closes lets go of its rows one by one, and the list still asks for headers. */
  if (self->hits == NULL || at >= self->hits->len)
    return;
  title = group_title (((ValHit *) self->hits->pdata[at])->kind);
  if (before != NULL && at > 0)
    title_before = group_title (((ValHit *) self->hits->pdata[at - 1])->kind);
  if (g_strcmp0 (title, title_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = new_label (title, "title-4");
  gtk_widget_add_css_class (label, "val-search-head");
  gtk_list_box_row_set_header (row, label);
}

/* ---- asking ---- */

/* Rows go before what they stand for: while one goes, the list may ask for headers. */
static void
drop_hits (ValSearchWindow *self)
{
  GtkWidget *child;

  val_in_turns_drop (GTK_WIDGET (self->list));
  self->n_rows = 0;
  /* From the end: of what comes after a row that goes, the list would ask for the header. */
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
}

static void
add_row_cb (GtkWidget *list, guint i, gpointer data)
{
  ValSearchWindow *self = data;

  if (self->hits == NULL || self->session == NULL)
    return;
  gtk_list_box_append (self->list, new_row (self, self->hits->pdata[i]));
  self->n_rows = i + 1;
}

/* Rows are dear, and most searches end with the first ones. */
static void
add_more (ValSearchWindow *self)
{
  guint end = self->hits != NULL ? MIN (self->hits->len, self->n_rows + MORE) : 0;

  if (self->n_rows < AT_FIRST)
    return;
  while (self->n_rows < end)
    add_row_cb (GTK_WIDGET (self->list), self->n_rows, self);
}

static void
add_more_cb (GtkWidget *list, guint i, gpointer data)
{
  add_more (data);
}

/* When less than half a page of rows is left below; sizes are being given out just now. */
static void
scrolled_cb (GtkAdjustment *adjustment, ValSearchWindow *self)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment);

  if (self->hits != NULL && self->n_rows >= AT_FIRST && self->n_rows < self->hits->len
      && left < 1.5 * gtk_adjustment_get_page_size (adjustment))
    val_in_turns (GTK_WIDGET (self->list), 1, 0, add_more_cb, self, NULL);
}

static void
show_hits (ValSearchWindow *self, GPtrArray *hits)
{
  g_autofree char *number = val_format_integer (hits->len);
  g_autofree char *words = NULL;

  drop_hits (self);
  self->hits = by_group (hits);
  val_in_turns (GTK_WIDGET (self->list), MIN (self->hits->len, AT_FIRST), AT_ONCE, add_row_cb, self,
                NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  if (self->hits->len >= MAX_HITS)
    words = val_format_replace (_("The best %s are shown; another word narrows them."), number);
  else
    words = val_format_replace (ngettext ("%s found", "%s found", self->hits->len), number);
  gtk_label_set_text (self->count, words);
  val_gtk_stack_show (GTK_STACK (self->stack),
                                    self->hits->len > 0 ? "hits" : "nothing");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValSearchWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = val_store_search_finish (VAL_STORE (source), result, &error);

  /* A newer question has been asked, or the window is gone. */
  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hits == NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), error->message);
      val_gtk_stack_show (GTK_STACK (self->stack), "nothing");
      return;
    }
  show_hits (self, hits);
}

static void
changed_cb (GtkEditable *editable, ValSearchWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  drop_question (self);
  if (val_session_get_hide_names (self->session))
    return;
  if (*text == '\0')
    {
      val_gtk_stack_show (GTK_STACK (self->stack), "empty");
      drop_hits (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  val_store_search_async (val_session_get_store (self->session), text, MAX_HITS,
                          self->cancellable, found_cb, g_object_ref (self));
}

/* ---- choosing ---- */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ValSearchWindow *self)
{
  guint at = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (ValSearchWindow) alive = g_object_ref (self);
  const ValHit *hit;
  gint64 id, person_id;
  int kind;

  if (self->hits == NULL || at >= self->hits->len)
    return;
  hit = self->hits->pdata[at];
  kind = hit->kind;
  id = hit->id;
  person_id = hit->person_id;
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[OPEN], 0, kind, id, person_id);
}

static void
activate_cb (GtkEntry *entry, ValSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && self->hits != NULL && self->hits->len > 0)
    row_activated_cb (self->list, row, self);
}

/* The letters keep the focus; arrows go through the hits from there. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        ValSearchWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  /* The entry would keep it to itself. */
  if (key == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return FALSE;
  if (at + 2 >= (int) self->n_rows)
    add_more (self);
  row = gtk_list_box_get_row_at_index (self->list, MAX (0, at + (key == GDK_KEY_Down ? 1 : -1)));
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      /* Focus goes there and back, so that the row is scrolled to and said by a screen reader. */
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_grab_focus (self->entry);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  return TRUE;
}

/* Where nothing else takes the focus, Tab backwards would leave it nowhere. */
static void
focus_cb (ValSearchWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL || !gtk_widget_get_mapped (self->entry))
    return;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* ---- building ---- */

static GtkWidget *
new_status (const char *icon, const char *title, const char *words)
{
  GtkWidget *place = val_empty_place_new (icon, title, words);

  gtk_widget_add_css_class (place, "compact");
  /* What it scrolls in would take the focus and show nothing of it. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (place), FALSE);
  return place;
}

static GtkWidget *
build_hits (ValSearchWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroll;
  GtkAdjustment *adjustment;

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->count = GTK_LABEL (new_label ("", "dim-label"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "val-choices");
  val_gtk_set_accessible_label (GTK_WIDGET (self->list), _("What was found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_add_css_class (box, "narrow");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  scroll = val_column_new (box, 720);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
  return scroll;
}

static void
build (ValSearchWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkStack *stack;

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "placeholder-text", _("Search everything written"), NULL);
  val_gtk_set_accessible_label (self->entry, _("Search everything written"));
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->entry);
  gtk_box_append (GTK_BOX (box), header);

  self->stack = gtk_stack_new ();
  stack = GTK_STACK (self->stack);
  gtk_stack_set_vhomogeneous (stack, FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->nothing = new_status ("system-search-symbolic", _("Nothing Found"),
                              _("Fewer letters or other words may find it."));
  gtk_stack_add_named (stack,
                       new_status ("system-search-symbolic", _("Search everything written"),
                                   _("Notes, thanks, sessions, agreements, goals and people. "
                                     "Accents, capitals and endings do not matter.")),
                       "empty");
  gtk_stack_add_named (stack, self->nothing, "nothing");
  gtk_stack_add_named (stack,
                       new_status ("changes-prevent-symbolic", _("Names Are Hidden"),
                                   _("What was written may contain names, so it is not searched "
                                     "now.")),
                       "hidden");
  gtk_stack_add_named (stack, build_hits (self), "hits");
  if (val_session_get_hide_names (self->session))
    val_gtk_stack_show (stack, "hidden");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * val_search_window_new:
 * @parent: the window it stands over
 * @session: what is searched
 *
 * Letters search as they are typed; answers to older questions are dropped. Main thread.
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWidget *
val_search_window_new (GtkWindow *parent, ValSession *session)
{
  ValSearchWindow *self
      = g_object_new (VAL_TYPE_SEARCH_WINDOW, "title", _("Search everything written"), "modal",
                      TRUE, "transient-for", parent, "destroy-with-parent", TRUE, "default-width",
                      640, "default-height", 620, NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  build (self);
  gtk_widget_grab_focus (self->entry);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  return GTK_WIDGET (self);
}
