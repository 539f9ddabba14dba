/* val-people-list.c: the table of people with its search and filters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-list.h"

#include "val-empty-place.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-people-columns.h"
#include "val-team-choice.h"
#include "val-width-bin.h"

#define MEDIUM_BELOW 860
#define NARROW_BELOW 560
/* People x skills above which the list is filled by a worker. */
#define SMALL 60000

/**
 * ValPeopleList:
 *
 * Search, team filter and table. What can be done to the people chosen is the page's matter; the
 * list tells who is chosen.
 */
struct _ValPeopleList
{
  AdwBin parent_instance;

  ValSession *session;
  ValPeopleModel *model;
  GtkMultiSelection *selection;
  ValPeopleColumnsLook look;
  gboolean filling;
  gboolean preparing;

  GtkWidget *filters;
  GtkWidget *search;
  GtkWidget *team;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *context; /* made when first wanted */
  GMenuModel *context_menu;
};

G_DEFINE_FINAL_TYPE (ValPeopleList, val_people_list, ADW_TYPE_BIN)

enum
{
  OPENED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_nothing_found (ValPeopleList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  val_gtk_stack_show (
      GTK_STACK (self->stack),
      n > 0 || !val_people_model_has_dataset (self->model) ? "table" : "nothing");
}

static void
search_cb (GtkSearchEntry *entry, ValPeopleList *self)
{
  val_people_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (entry)));
  val_long_table_scroll_to_top (VAL_LONG_TABLE (self->view));
  show_nothing_found (self);
}

/* Enter in the search opens the first one found. */
static void
search_activate_cb (GtkSearchEntry *entry, ValPeopleList *self)
{
  gint64 id;

  val_people_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (entry)));
  id = val_people_model_get_id (self->model, 0);
  if (id != 0)
    g_signal_emit (self, signals[OPENED], 0, id);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType state, ValPeopleList *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  gtk_widget_grab_focus (self->view);
  return TRUE;
}

static void
team_cb (ValPeopleList *self)
{
  val_people_model_set_team (self->model, val_people_list_get_team (self));
  show_nothing_found (self);
}

static void
clear_cb (GtkButton *button, ValPeopleList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  val_team_choice_choose_all (VAL_TEAM_CHOICE (self->team));
  val_people_model_set_search (self->model, "");
  show_nothing_found (self);
  gtk_widget_grab_focus (self->search);
}

static void
sort_cb (ValLongTable *table, guint column, gboolean descending, ValPeopleList *self)
{
  val_people_model_set_sort (self->model, (ValPeopleColumn) column, descending);
}

static void
activate_cb (ValLongTable *table, guint position, ValPeopleList *self)
{
  gint64 id = val_people_model_get_id (self->model, position);

  if (id != 0)
    g_signal_emit (self, signals[OPENED], 0, id);
}

static void
selection_cb (GtkSelectionModel *selection, guint position, guint n_items, ValPeopleList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
items_cb (GListModel *model, guint position, guint removed, guint added, ValPeopleList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
width_cb (ValWidthBin *bin, int width, ValPeopleList *self)
{
  ValPeopleWidth fits = width < NARROW_BELOW   ? VAL_PEOPLE_NARROW
                        : width < MEDIUM_BELOW ? VAL_PEOPLE_MEDIUM
                                               : VAL_PEOPLE_WIDE;

  if (fits == self->look.width)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  fits == VAL_PEOPLE_NARROW ? GTK_ORIENTATION_VERTICAL
                                                            : GTK_ORIENTATION_HORIZONTAL);
  val_people_columns_set_width (VAL_LONG_TABLE (self->view), &self->look, fits);
}

/* ---- The menu of the rows ---- */

/* One row for every team: made when it is first wanted. */
static void
make_context (ValPeopleList *self)
{
  self->context = gtk_popover_menu_new_from_model (self->context_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context), FALSE);
  gtk_widget_set_halign (self->context, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context, GTK_WIDGET (self));
}

static void
popup_at (ValPeopleList *self, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_is_empty (chosen))
    return;
  if (self->context == NULL)
    make_context (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context), &place);
  gtk_popover_popup (GTK_POPOVER (self->context));
}

/* The row under the mouse is the one meant, unless it is among those chosen already. */
static void
right_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, ValPeopleList *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  double view_x, view_y;
  guint position;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->view, x, y, &view_x, &view_y);
  position = val_long_table_pick (VAL_LONG_TABLE (self->view), view_x, view_y);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  popup_at (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  ValPeopleList *self = VAL_PEOPLE_LIST (widget);

  popup_at (self, gtk_widget_get_width (self->view) / 3.0, 48);
  return TRUE;
}

/* ---- Building ---- */

static void
build_filters (ValPeopleList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_top (self->filters, 12);
  gtk_widget_set_margin_bottom (self->filters, 12);
  gtk_widget_set_margin_start (self->filters, 12);
  gtk_widget_set_margin_end (self->filters, 12);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search people"), NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  val_gtk_set_accessible_label (self->search, _("Search people"));
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (self->filters), self->search);

  self->team = val_team_choice_new (_("Team shown"));
  val_team_choice_offer_no_team (VAL_TEAM_CHOICE (self->team), VAL_PEOPLE_NO_TEAM);
  gtk_widget_set_size_request (self->team, 180, -1);
  gtk_widget_set_tooltip_text (self->team, _("Team shown"));
  g_signal_connect_swapped (self->team, "chosen", G_CALLBACK (team_cb), self);
  gtk_box_append (GTK_BOX (self->filters), self->team);
}

static GtkWidget *
build_nothing (ValPeopleList *self)
{
  GtkWidget *place
      = val_empty_place_new ("edit-find-symbolic", _("Nobody found"),
                             _("Try other letters, another team, or show people who left."));
  GtkWidget *button = val_empty_place_add_button (place, _("Show Everybody"), NULL, FALSE);

  g_signal_connect (button, "clicked", G_CALLBACK (clear_cb), self);
  return place;
}

static void
build_table (ValPeopleList *self, GMenuModel *context_menu)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->model = val_people_model_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_cb), self);
  g_signal_connect_after (self->model, "items-changed", G_CALLBACK (items_cb), self);

  self->look.today = val_session_get_today (self->session);
  self->view = val_people_columns_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)),
                                       &self->look);
  val_gtk_set_accessible_label (self->view, _("People"));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->view, "sort", G_CALLBACK (sort_cb), self);
  val_long_table_set_sort (VAL_LONG_TABLE (self->view), VAL_PEOPLE_NAME, FALSE);

  self->context_menu = g_object_ref (context_menu);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
val_people_list_dispose (GObject *object)
{
  ValPeopleList *self = VAL_PEOPLE_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->context, val_gtk_drop_popover);
  g_clear_object (&self->context_menu);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_people_list_parent_class)->dispose (object);
}

static void
val_people_list_class_init (ValPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_people_list_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  signals[OPENED] = g_signal_new ("opened", VAL_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", VAL_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
val_people_list_init (ValPeopleList *self)
{
}

/**
 * val_people_list_new:
 * @session: the session
 * @context_menu: what a right click or the menu key offers for the people chosen
 *
 * Returns: (transfer floating): the list, empty until val_people_list_update ()
 */
GtkWidget *
val_people_list_new (ValSession *session, GMenuModel *context_menu)
{
  ValPeopleList *self = g_object_new (VAL_TYPE_PEOPLE_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *bin;

  self->session = g_object_ref (session);
  build_filters (self);
  build_table (self, context_menu);
  self->stack = gtk_stack_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "table");
  gtk_stack_add_named (GTK_STACK (self->stack), build_nothing (self), "nothing");
  gtk_box_append (GTK_BOX (box), self->filters);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->stack);
  bin = val_width_bin_new (box);
  g_signal_connect (bin, "width-changed", G_CALLBACK (width_cb), self);
  adw_bin_set_child (ADW_BIN (self), bin);
  return GTK_WIDGET (self);
}

static void
select_again (ValPeopleList *self, GArray *ids)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (
      0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  guint position;

  for (guint i = 0; i < ids->len; i++)
    if (val_people_model_find (self->model, g_array_index (ids, gint64, i), &position))
      gtk_bitset_add (chosen, position);
  gtk_selection_model_set_selection (selection, chosen, all);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPeopleList) self = data;

  self->preparing = FALSE;
  if (self->model == NULL)
    return; /* the window was closed meanwhile */
  val_people_model_prepare_finish (self->model, result);
  val_people_list_update (self, VAL_TABLE_ALL & ~VAL_TABLE_TEAMS & ~VAL_TABLE_PEOPLE);
}

/* Whether the list is being filled for the first time by a worker. */
static gboolean
prepare (ValPeopleList *self, ValDataset *dataset)
{
  if (self->preparing)
    return TRUE;
  if (val_people_model_has_dataset (self->model)
      || (guint64) val_dataset_n_people (dataset) * val_dataset_n_skills (dataset) <= SMALL)
    return FALSE;
  self->preparing = TRUE;
  val_people_model_prepare_async (self->model, dataset, val_session_get_today (self->session),
                                  val_session_get_hide_names (self->session), prepared_cb,
                                  g_object_ref (self));
  return TRUE;
}

/**
 * val_people_list_update:
 * @self: the list
 * @tables: what changed
 *
 * Shows the session's newest dataset; who was chosen stays chosen.
 */
void
val_people_list_update (ValPeopleList *self, ValTables tables)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GArray) chosen = NULL;

  g_return_if_fail (VAL_IS_PEOPLE_LIST (self));

  if (dataset == NULL)
    return;
  chosen = val_people_list_dup_selected (self);
  self->filling = TRUE;
  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE))
    {
      val_team_choice_fill (VAL_TEAM_CHOICE (self->team), self->session);
      val_people_model_set_team (self->model, val_people_list_get_team (self));
    }
  if (prepare (self, dataset))
    {
      self->filling = FALSE;
      return;
    }
  val_people_model_set_dataset (self->model, dataset, val_session_get_today (self->session),
                                val_session_get_hide_names (self->session));
  select_again (self, chosen);
  self->filling = FALSE;
  show_nothing_found (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * val_people_list_get_model:
 * @self: the list
 *
 * Returns: (transfer none): its model
 */
ValPeopleModel *
val_people_list_get_model (ValPeopleList *self)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_LIST (self), NULL);
  return self->model;
}

/**
 * val_people_list_get_selection:
 * @self: the list
 *
 * Returns: (transfer none): who is chosen, as the table sees it
 */
GtkSelectionModel *
val_people_list_get_selection (ValPeopleList *self)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_LIST (self), NULL);
  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * val_people_list_get_team:
 * @self: the list
 *
 * Returns: the team shown, %VAL_PEOPLE_ALL_TEAMS or %VAL_PEOPLE_NO_TEAM
 */
gint64
val_people_list_get_team (ValPeopleList *self)
{
  return val_team_choice_get_team (VAL_TEAM_CHOICE (self->team));
}

/**
 * val_people_list_dup_selected:
 * @self: the list
 *
 * Returns: (transfer full) (element-type gint64): who is chosen, in the order shown
 */
GArray *
val_people_list_dup_selected (ValPeopleList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) chosen
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = val_people_model_get_id (self->model, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * val_people_list_select:
 * @self: the list
 * @person_id: somebody
 *
 * Chooses this person alone and scrolls there; nothing happens when the person is not shown.
 */
void
val_people_list_select (ValPeopleList *self, gint64 person_id)
{
  guint position;

  if (!val_people_model_find (self->model, person_id, &position))
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  val_long_table_go_to (VAL_LONG_TABLE (self->view), position);
}

/**
 * val_people_list_focus_search:
 * @self: the list
 *
 * Puts the cursor into the search.
 */
void
val_people_list_focus_search (ValPeopleList *self)
{
  gtk_widget_grab_focus (self->search);
}

/**
 * val_people_list_sort:
 * @self: the list
 * @column: what to sort by; once more for the other direction
 *
 * Sorts the list as a click on the header does.
 */
void
val_people_list_sort (ValPeopleList *self, ValPeopleColumn column)
{
  gboolean descending;
  ValPeopleColumn present = val_people_model_get_sort (self->model, &descending);

  descending = present == column ? !descending : column == VAL_PEOPLE_ASSESSED;
  val_long_table_set_sort (VAL_LONG_TABLE (self->view), column, descending);
  val_people_model_set_sort (self->model, column, descending);
}
