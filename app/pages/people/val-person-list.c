/* val-person-list.c: notes, thanks, sessions or everything of one person as a list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-list.h"

#include "val-empty-place.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-page.h"
#include "val-person-row.h"
#include "val-person-strip.h"
#include "val-wrap-box.h"

#define MAX_FILTERS 8
/* Lines near those in sight are filled so many at once, and so many milliseconds after another. */
#define NEAR_AT_ONCE 3
#define NEAR_AFTER 30
#define MOST_PASSES 2

/**
 * ValPersonList:
 *
 * Rows are made for what is in sight only, so that years of notes scroll like a dozen. Any number
 * of filters can be on; none means all.
 */
struct _ValPersonList
{
  AdwBin parent_instance;

  ValSession *session;
  ValEntriesKind kind;
  gint64 person_id;
  GPtrArray *records;
  ValEntryList *model;
  GtkSingleSelection *selection;
  guint32 filters;
  gboolean focus_waits; /* the last line went away while it had the focus */

  GtkWidget *stack;
  GtkWidget *bar;
  GtkWidget *buttons[MAX_FILTERS];
  GtkWidget *strip; /* nullable: the timeline's picture */
  GtkWidget *list;
  GtkWidget *failure;

  GPtrArray *items; /* of GtkListItem, not owned: those that stand for a line now */
  GdkFrameClock *clock; /* nullable: while the list is on screen */
  gulong layout;
  gint64 frame; /* the newest one, and how often it was laid out again */
  guint passes;
  guint filling; /* source that fills the lines near those in sight */
};

G_DEFINE_FINAL_TYPE (ValPersonList, val_person_list, ADW_TYPE_BIN)

static void
stop_filling (ValPersonList *self)
{
  g_clear_handle_id (&self->filling, g_source_remove);
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout, self->clock);
  g_clear_object (&self->clock);
}

static void
val_person_list_dispose (GObject *object)
{
  ValPersonList *self = VAL_PERSON_LIST (object);

  stop_filling (self);
  g_clear_object (&self->session);
  g_clear_object (&self->model);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (val_person_list_parent_class)->dispose (object);
}

static gboolean
val_person_list_grab_focus (GtkWidget *widget)
{
  ValPersonList *self = VAL_PERSON_LIST (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  return gtk_widget_grab_focus (self->list);
}

static void
val_person_list_class_init (ValPersonListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_person_list_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
}

static void
val_person_list_init (ValPersonList *self)
{
  self->model = val_entry_list_new ();
  self->items = g_ptr_array_new ();
}

static ValPersonRow *
row_of (GtkListItem *item)
{
  return VAL_PERSON_ROW (gtk_list_item_get_child (item));
}

/* Rows are there only when the list was laid out. */
static gboolean
focus_again_cb (gpointer self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A toast with its Undo is not, nor is nothing. */
static gboolean
is_in_page (GtkWidget *focus)
{
  return focus != NULL && gtk_widget_get_ancestor (focus, VAL_TYPE_PAGE) != NULL;
}

/* Lines that stay may say something else now: all but the @n_new from @first_new on. */
static void
update_rows (ValPersonList *self, guint first_new, guint n_new)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ValPersonRow *row = row_of (self->items->pdata[i]);
      guint position = gtk_list_item_get_position (self->items->pdata[i]);
      g_autoptr (ValEntryItem) item = NULL;

      if (position >= first_new && position - first_new < n_new)
        continue;
      item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
      if (item != NULL && val_person_row_waits (row))
        val_person_row_set_later (row, item);
      else if (item != NULL)
        val_person_row_set (row, item);
    }
}

static void
refill (ValPersonList *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GArray) entries = NULL;
  const char *place = "list";
  guint first_new, n_new, index, n, chosen = gtk_single_selection_get_selected (self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->stack);
  gboolean came_back = self->focus_waits && !is_in_page (focus);

  if (dataset == NULL || !val_dataset_find_person (dataset, self->person_id, &index))
    return;
  entries = val_entries_new (self->kind, self->records, dataset, index);
  n_new = val_entry_list_set (self->model, entries, self->records, self->filters, &first_new);
  update_rows (self, first_new, n_new);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (self->strip != NULL)
    val_person_strip_set (VAL_PERSON_STRIP (self->strip), G_LIST_MODEL (self->model),
                          self->filters);
  if (self->records == NULL)
    place = "waiting";
  else if (entries->len == 0)
    place = "empty";
  else if (n == 0)
    place = "nothing";
  gtk_widget_set_visible (self->bar, entries->len > 0);
  val_gtk_stack_show (GTK_STACK (self->stack), place);
  /* The line that had the focus was made anew, or is gone: the one in its place is next. */
  if (n > 0 && chosen != GTK_INVALID_LIST_POSITION
      && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (chosen, n - 1));
  self->focus_waits = n == 0 && (had_focus || came_back);
  if (had_focus || came_back)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_again_cb, g_object_ref (self), g_object_unref);
}

/* ---- Rows ---- */

/* Fills what waits among the lines in sight, or up to @most of those that are as far away from them
 * as a page is long. GTK maps the lines in sight and no others. */
static void
fill (ValPersonList *self, gboolean near, guint most)
{
  guint first = G_MAXUINT, last = 0, page;

  for (guint i = 0; i < self->items->len; i++)
    if (gtk_widget_get_mapped (GTK_WIDGET (row_of (self->items->pdata[i]))))
      {
        guint position = gtk_list_item_get_position (self->items->pdata[i]);

        first = MIN (first, position);
        last = MAX (last, position);
      }
  if (first > last)
    return;
  page = near ? last - first + 1 : 0;
  for (guint i = 0; i < self->items->len && most > 0; i++)
    {
      ValPersonRow *row = row_of (self->items->pdata[i]);
      guint position = gtk_list_item_get_position (self->items->pdata[i]);

      if (!val_person_row_waits (row) || position + page < first || position > last + page
          || (!near && !gtk_widget_get_mapped (GTK_WIDGET (row))))
        continue;
      val_person_row_fill (row);
      most--;
    }
}

static gboolean
fill_cb (gpointer data)
{
  ValPersonList *self = data;

  self->filling = 0;
  /* The layout that follows asks for the next ones. */
  fill (self, FALSE, G_MAXUINT);
  fill (self, TRUE, NEAR_AT_ONCE);
  return G_SOURCE_REMOVE;
}

/* Between the layout and the frame, which waits when what is in sight asks for its size. When lines
 * are lower than was thought more of them come into sight; a frame does not wait for ever. */
static void
layout_cb (GdkFrameClock *clock, ValPersonList *self)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  self->passes = frame == self->frame ? self->passes + 1 : 0;
  self->frame = frame;
  if (self->passes < MOST_PASSES)
    fill (self, FALSE, G_MAXUINT);
  if (self->filling == 0)
    self->filling = g_timeout_add_full (G_PRIORITY_LOW, NEAR_AFTER, fill_cb, self, NULL);
}

static void
map_cb (GtkWidget *list, ValPersonList *self)
{
  stop_filling (self);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (list));
  self->layout = g_signal_connect_after (self->clock, "layout", G_CALLBACK (layout_cb), self);
}

static void
unmap_cb (GtkWidget *list, ValPersonList *self)
{
  stop_filling (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ValPersonList *self)
{
  gtk_list_item_set_child (item, val_person_row_new (self->session));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ValPersonList *self)
{
  val_person_row_set_later (row_of (item), gtk_list_item_get_item (item));
  g_ptr_array_add (self->items, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ValPersonList *self)
{
  val_person_row_set (row_of (item), NULL);
  if (self->items != NULL)
    g_ptr_array_remove_fast (self->items, item);
}

static void
activate_cb (GtkListView *list, guint position, ValPersonList *self)
{
  g_autoptr (ValEntryItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const ValEntry *entry = val_entry_item_get (item);

  if (entry->record != NULL)
    val_person_open_record (GTK_WIDGET (self), self->session, self->records, entry->record);
}

/* An event of the picture: its line comes into sight, and its form opens when it has one. */
static void
strip_cb (ValPersonStrip *strip, guint position, ValPersonList *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  activate_cb (GTK_LIST_VIEW (self->list), position, self);
}

static void
build_strip (ValPersonList *self, GtkWidget *box)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->strip = val_person_strip_new (self->session);
  g_signal_connect (self->strip, "chosen", G_CALLBACK (strip_cb), self);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->strip);
  gtk_box_append (GTK_BOX (box), clamp);
}

/* Returns: (transfer full) (nullable): as it is now; the selection may still hold what it was */
static ValEntryItem *
dup_chosen (ValPersonList *self)
{
  return g_list_model_get_item (G_LIST_MODEL (self->model),
                                gtk_single_selection_get_selected (self->selection));
}

/* Delete takes the row in focus away; a toast brings it back. */
static gboolean
delete_cb (GtkWidget *list, GVariant *arguments, gpointer data)
{
  ValPersonList *self = data;
  g_autoptr (ValEntryItem) item = dup_chosen (self);

  if (item != NULL && val_entry_item_get (item)->record != NULL)
    val_person_delete_record (self->session, val_entry_item_get (item)->record);
  return TRUE; /* never the person */
}

static gboolean
space_cb (GtkWidget *list, GVariant *arguments, gpointer data)
{
  ValPersonList *self = data;
  g_autoptr (ValEntryItem) item = dup_chosen (self);

  if (item == NULL || val_person_quick_label (val_entry_item_get (item)) == NULL)
    return FALSE;
  val_person_quick_act (self->session, val_entry_item_get (item));
  return TRUE;
}

static void
add_key (GtkEventController *shortcuts, guint key, GtkShortcutFunc function, gpointer data)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                        gtk_callback_action_new (function, data, NULL)));
}

static GtkWidget *
build_list (ValPersonList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  static const char *const names[] = { N_ ("Notes"), N_ ("Thanks"), N_ ("Sessions"),
                                       N_ ("Timeline") };

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "val-person-list");
  val_gtk_set_accessible_label (self->list, _(names[self->kind]));
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->list, "map", G_CALLBACK (map_cb), self);
  g_signal_connect (self->list, "unmap", G_CALLBACK (unmap_cb), self);
  /* Before the list sees the keys: Space would only choose, Delete would delete the person. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  add_key (shortcuts, GDK_KEY_Delete, delete_cb, self);
  add_key (shortcuts, GDK_KEY_space, space_cb, self);
  gtk_widget_add_controller (self->list, shortcuts);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 900);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* ---- Filters ---- */

static void
filter_cb (GtkToggleButton *button, ValPersonList *self)
{
  guint32 filters = 0;

  for (guint i = 0; i < MAX_FILTERS; i++)
    if (self->buttons[i] != NULL
        && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      filters |= 1u << i;
  if (filters == self->filters)
    return;
  self->filters = filters;
  refill (self);
}

static void
build_filters (ValPersonList *self)
{
  GtkWidget *box = val_wrap_box_new (6);
  GtkWidget *clamp = adw_clamp_new ();

  for (guint i = 0; i < MAX_FILTERS; i++)
    {
      const char *label = val_entries_filter_label (self->kind, i);

      if (label == NULL)
        break;
      self->buttons[i] = gtk_toggle_button_new_with_label (label);
      gtk_widget_add_css_class (self->buttons[i], "val-filter");
      g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (filter_cb), self);
      val_wrap_box_append (VAL_WRAP_BOX (box), self->buttons[i]);
    }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 6);
  self->bar = clamp;
}

/* ---- Empty places ---- */

static GtkWidget *
new_place (const char *icon, const char *title, const char *description, const char *button,
           const char *action)
{
  GtkWidget *place = val_empty_place_new (icon, title, description);

  gtk_widget_add_css_class (place, "compact");
  if (button != NULL)
    val_empty_place_add_button (place, button, action, TRUE);
  return place;
}

static GtkWidget *
new_empty (ValEntriesKind kind)
{
  switch (kind)
    {
    case VAL_ENTRIES_NOTES:
      return new_place ("document-edit-symbolic", _("No notes yet"),
                        _("A note takes seconds: praise, something to improve, what the person "
                          "said. Later you will know what you talked about, and when."),
                        _("Write a _Note"), "page.note");
    case VAL_ENTRIES_THANKS:
      return new_place ("emblem-favorite-symbolic", _("No thanks yet"),
                        _("Write down what you thank people for, and nobody is forgotten."),
                        _("_Thank"), "page.thank");
    case VAL_ENTRIES_SESSIONS:
      return new_place ("x-office-calendar-symbolic", _("No sessions yet"),
                        _("Half an hour a week: agreements, goals and what the person says."),
                        _("_Plan a Session"), "page.session");
    case VAL_ENTRIES_TIMELINE:
    default:
      return new_place ("document-open-recent-symbolic", _("Nothing has happened yet"),
                        _("Here you will see everything in its order: sessions, notes, thanks, "
                          "goals and scores."),
                        _("Write a _Note"), "page.note");
    }
}

/**
 * val_person_list_new:
 * @session: the session
 * @kind: which list
 *
 * Returns: (transfer floating): a list of nobody yet
 */
GtkWidget *
val_person_list_new (ValSession *session, ValEntriesKind kind)
{
  ValPersonList *self = g_object_new (VAL_TYPE_PERSON_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->session = g_object_ref (session);
  self->kind = kind;
  build_filters (self);
  gtk_widget_set_margin_top (box, 12);
  self->stack = gtk_stack_new ();
  self->failure = new_place ("dialog-warning-symbolic", _("This cannot be read"), "", NULL, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), val_gtk_spinner_new (_("Reading")), "waiting");
  gtk_stack_add_named (GTK_STACK (self->stack), build_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (kind), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_place ("edit-find-symbolic", _("Nothing of this kind"),
                                  _("Switch a filter off to see the rest."), NULL, NULL),
                       "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), self->failure, "failure");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->bar);
  if (kind == VAL_ENTRIES_TIMELINE)
    build_strip (self, box);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/* Presses the buttons of these filters and no others. */
static void
set_filters (ValPersonList *self, guint32 filters)
{
  g_return_if_fail (VAL_IS_PERSON_LIST (self));

  for (guint i = 0; i < MAX_FILTERS; i++)
    if (self->buttons[i] != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                    (filters & (1u << i)) != 0);
}

/**
 * val_person_list_set:
 * @self: the list
 * @person_id: whose
 * @records: (nullable) (element-type ValRecord): everything written about the person
 * @failure: (nullable): why that cannot be read, translated
 *
 * Shows the session's newest picture with @records.
 */
void
val_person_list_set (ValPersonList *self, gint64 person_id, GPtrArray *records,
                     const char *failure)
{
  g_return_if_fail (VAL_IS_PERSON_LIST (self));

  if (self->person_id != person_id)
    set_filters (self, 0);
  self->person_id = person_id;
  if (records != NULL)
    g_ptr_array_ref (records);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = records;
  refill (self);
  if (failure == NULL)
    return;
  adw_status_page_set_description (ADW_STATUS_PAGE (self->failure), failure);
  val_gtk_stack_show (GTK_STACK (self->stack), "failure");
}
