/* val-catalogue-view.c: the catalogue of skills
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-catalogue-view.h"

#include <math.h>

#include "val-catalogue-list.h"
#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-long-table.h"
#include "val-skill-dialog.h"
#include "val-skills-starter.h"
#include "val-wrap-box.h"

#define NARROW_BELOW 560

typedef enum
{
  COLUMN_NAME,
  COLUMN_CATEGORY,
  COLUMN_TARGET,
  COLUMN_WEIGHT,
  COLUMN_CRITICAL,
  COLUMN_COVER,
  COLUMN_HOURS,
  COLUMN_MEAN,
  N_COLUMNS
} Column;

#define VAL_TYPE_CATALOGUE_ITEM (val_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (ValCatalogueItem, val_catalogue_item, VAL, CATALOGUE_ITEM, GObject)

/* A line as it is shown. */
struct _ValCatalogueItem
{
  GObject parent_instance;

  gint64 id;
  guint depth;
  gboolean archived;
  char *texts[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (ValCatalogueItem, val_catalogue_item, G_TYPE_OBJECT)

static void
val_catalogue_item_finalize (GObject *object)
{
  ValCatalogueItem *self = VAL_CATALOGUE_ITEM (object);

  for (int i = 0; i < N_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (val_catalogue_item_parent_class)->finalize (object);
}

static void
val_catalogue_item_class_init (ValCatalogueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_catalogue_item_finalize;
}

static void
val_catalogue_item_init (ValCatalogueItem *self)
{
}

struct _ValCatalogueView
{
  AdwBin parent_instance;

  ValSession *session;
  ValLatest *latest; /* kept, so that only what changed is worked out anew */
  GListStore *items;
  GtkSelectionModel *selection;
  GtkWidget *search;
  GtkWidget *archived;
  GtkWidget *edit;
  GtkWidget *delete;
  GtkWidget *stack;
  ValLongTable *table;
  GtkAdjustment *across; /* the table's */
  guint lines; /* below a skill's name, for what the other columns say; 0: in columns */
  gboolean page_narrow;
  double needed; /* how wide all columns are; 0: never seen too wide */
  guint idle;
};

G_DEFINE_FINAL_TYPE (ValCatalogueView, val_catalogue_view, ADW_TYPE_BIN)

static char *
format_milli (gint32 value)
{
  return val_format_number (value / 1000.0, value % 1000 == 0 ? 0 : value % 100 == 0 ? 1 : 2);
}

static ValCatalogueItem *
make_item (ValDataset *dataset, const ValScale *scale, const ValCatalogueRow *row)
{
  ValCatalogueItem *item = g_object_new (VAL_TYPE_CATALOGUE_ITEM, NULL);
  const ValSkill *skill = val_dataset_skill (dataset, row->index);
  gboolean leaf = val_dataset_skill_is_leaf (dataset, row->index);

  item->id = skill->id;
  item->depth = row->depth;
  item->archived = skill->archived;
  /* Translators: %s is the name of a skill. */
  item->texts[COLUMN_NAME] = skill->archived ? g_strdup_printf (_ ("%s (archived)"), skill->name)
                                             : g_strdup (skill->name);
  item->texts[COLUMN_CATEGORY] = g_strdup (skill->category);
  /* Only leaves are assessed, and so only they have a target. */
  item->texts[COLUMN_TARGET] = leaf ? val_scale_format (scale, skill->target) : g_strdup ("");
  item->texts[COLUMN_WEIGHT] = format_milli (skill->weight);
  item->texts[COLUMN_CRITICAL] = g_strdup (leaf && skill->critical ? _ ("critical") : "");
  item->texts[COLUMN_COVER] = leaf ? val_format_integer (skill->wanted_cover) : g_strdup ("");
  item->texts[COLUMN_HOURS] = leaf ? format_milli (skill->hours_per_level) : g_strdup ("");
  if (isnan (row->mean))
    item->texts[COLUMN_MEAN] = g_strdup ("–");
  else
    {
      g_autofree char *mean
          = val_scale_format_short (scale, (ValLevel) (row->mean * 1000.0 + 0.5), TRUE);
      g_autofree char *n = val_format_integer (row->n);

      /* Translators: a mean level and the number of assessments it rests on. */
      item->texts[COLUMN_MEAN] = g_strdup_printf (_ ("%1$s (n = %2$s)"), mean, n);
    }
  return item;
}

static ValCatalogueItem *
selected_item (ValCatalogueView *self)
{
  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (self->selection));
}

static void
selection_changed_cb (ValCatalogueView *self)
{
  gboolean any = selected_item (self) != NULL;

  gtk_widget_set_sensitive (self->edit, any);
  gtk_widget_set_sensitive (self->delete, any);
}

static void
present_dialog (ValCatalogueView *self, gint64 skill_id)
{
  gtk_window_present (
      GTK_WINDOW (val_skill_dialog_new (GTK_WIDGET (self), self->session, skill_id, 0)));
}

static void
edit_cb (ValCatalogueView *self)
{
  ValCatalogueItem *item = selected_item (self);

  if (item != NULL)
    present_dialog (self, item->id);
}

static guint
lines_at (const ValCatalogueView *self, double width)
{
  if (!self->page_narrow && width >= self->needed)
    return 0;
  return width < NARROW_BELOW ? 3 : 2;
}

static void
place_columns (ValCatalogueView *self, double width)
{
  guint lines = lines_at (self, width);

  if (lines == self->lines)
    return;
  self->lines = lines;
  for (Column i = COLUMN_CATEGORY; i < N_COLUMNS; i++)
    val_long_table_set_column_visible (self->table, i, lines == 0);
  val_long_table_set_lines_below (self->table, lines);
  val_long_table_refresh (self->table);
}

static gboolean
place_cb (gpointer data)
{
  ValCatalogueView *self = data;

  self->idle = 0;
  place_columns (self, gtk_adjustment_get_page_size (self->across));
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given out. Words of some languages are so long that not all columns have room
 * where those of others do. */
static void
across_cb (ValCatalogueView *self)
{
  double width = gtk_adjustment_get_page_size (self->across);

  if (self->lines == 0 && gtk_adjustment_get_upper (self->across) > width + 1)
    self->needed = gtk_adjustment_get_upper (self->across);
  if (self->idle == 0 && width > 0 && lines_at (self, width) != self->lines)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, self, NULL);
}

static void
activate_cb (ValCatalogueView *self, guint position)
{
  g_autoptr (ValCatalogueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    present_dialog (self, item->id);
}

/* What stood below the skill moves up to where it stood; the toast takes it all back. */
static void
delete_cb (ValCatalogueView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValCatalogueItem *item = selected_item (self);
  g_autoptr (ValEdit) edit = NULL;
  const ValSkill *skill;
  guint index;

  if (item == NULL || !val_dataset_find_skill (dataset, item->id, &index))
    return;
  skill = val_dataset_skill (dataset, index);
  /* Translators: %s is a skill */
  edit = val_edit_new (N_ ("Skill deleted: %s"), skill->name);
  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      const ValSkill *child = val_dataset_skill (dataset, i);
      g_autoptr (ValSkill) moved = NULL;

      if (child->parent_id != skill->id)
        continue;
      moved = val_skill_copy (child);
      moved->parent_id = skill->parent_id;
      val_edit_put_skill (edit, moved);
    }
  val_edit_delete_skill (edit, skill->id);
  val_session_edit (self->session, edit, NULL, NULL);
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  delete_cb (data);
  return GDK_EVENT_STOP;
}

static void
starter_cb (ValCatalogueView *self)
{
  val_skills_add_starter (GTK_WIDGET (self), self->session);
}

static const char *
column_title (Column column)
{
  static const char *const titles[N_COLUMNS]
      = { NC_ ("column", "Skill"),  NC_ ("column", "Category"),
          NC_ ("column", "Target"), NC_ ("column", "Weight"),
          NC_ ("column", "Critical"), NC_ ("column", "Wanted cover"),
          NC_ ("column", "Hours per level"), NC_ ("column", "Mean level") };

  return val_i18n_context_of ("column", titles[column]);
}

/* What the other columns say, where there is no room for them. */
static char *
dup_facts (const ValCatalogueItem *line)
{
  g_autoptr (GString) facts = g_string_new (line->texts[COLUMN_CATEGORY]);

  for (Column i = COLUMN_TARGET; i < N_COLUMNS; i++)
    {
      if (*line->texts[i] == '\0')
        continue;
      if (facts->len > 0)
        g_string_append (facts, " · ");
      if (i != COLUMN_CRITICAL)
        g_string_append_printf (facts, "%s: ", column_title (i));
      g_string_append (facts, line->texts[i]);
    }
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* ---- The table ---- */

static char *
describe_row (gpointer item, gpointer data)
{
  const ValCatalogueItem *line = item;
  g_autofree char *facts = dup_facts (line);

  return g_strdup_printf ("%s · %s", line->texts[COLUMN_NAME], facts);
}

static void
fill_name (gpointer item, ValLongTableCell *cell, gpointer data)
{
  const ValCatalogueView *self = data;
  const ValCatalogueItem *line = item;

  cell->text = g_strdup (line->texts[COLUMN_NAME]);
  cell->second = self->lines > 0 ? dup_facts (line) : NULL;
  cell->dim = line->archived;
  cell->indent = line->depth;
}

static void
fill_text (gpointer item, ValLongTableCell *cell, gpointer column)
{
  const ValCatalogueItem *line = item;

  cell->text = g_strdup (line->texts[GPOINTER_TO_UINT (column)]);
  cell->dim = line->archived;
}

static void
fill_number (gpointer item, ValLongTableCell *cell, gpointer column)
{
  fill_text (item, cell, column);
  cell->numeric = cell->at_end = TRUE;
}

static GtkWidget *
build_table (ValCatalogueView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->table = VAL_LONG_TABLE (
      val_long_table_new (g_object_ref (self->selection), describe_row, self));
  val_long_table_set_own_order (self->table);
  val_long_table_add_column (self->table, column_title (COLUMN_NAME), TRUE, fill_name, self);
  for (Column i = COLUMN_CATEGORY; i < N_COLUMNS; i++)
    val_long_table_add_column (self->table, column_title (i), i == COLUMN_CATEGORY,
                               i == COLUMN_CATEGORY || i == COLUMN_CRITICAL ? fill_text
                                                                            : fill_number,
                               GUINT_TO_POINTER (i));
  val_gtk_set_accessible_label (GTK_WIDGET (self->table), _ ("Catalogue of skills"));
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activate_cb), self);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_callback_action_new (delete_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (self->across, "changed", G_CALLBACK (across_cb), self,
                           G_CONNECT_SWAPPED);
  return scrolled;
}

static GtkWidget *
make_button (ValCatalogueView *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
build_empty (ValCatalogueView *self)
{
  GtkWidget *place = val_empty_place_new (
      "val-skills-symbolic", _ ("No Skills Here"),
      _ ("The starter catalogue has the skills of customer service with levels in words; it can "
         "be changed like your own."));
  GtkWidget *starter
      = val_empty_place_add_button (place, _ ("Add the Starter Catalogue"), NULL, FALSE);

  g_signal_connect_swapped (starter, "clicked", G_CALLBACK (starter_cb), self);
  return place;
}

/* What the starter catalogue has more than the centre can come in at any time. */
static GtkWidget *
build_more (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Add the Starter Catalogue"), "page.add-starter");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  val_gtk_set_menu (button, G_MENU_MODEL (menu));
  val_gtk_label_button (button, C_ ("catalogue", "More"));
  return button;
}

static GtkWidget *
build_tools (ValCatalogueView *self)
{
  GtkWidget *line = val_wrap_box_new (6);
  GtkWidget *add = make_button (self, _ ("Add a Skill"), G_CALLBACK (val_catalogue_view_add));
  GtkWidget *widgets[6];

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search skills"), NULL);
  val_gtk_set_accessible_label (self->search, _ ("Search skills"));
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (val_catalogue_view_update), self);
  self->archived = gtk_check_button_new_with_label (_ ("Archived too"));
  g_signal_connect_swapped (self->archived, "toggled", G_CALLBACK (val_catalogue_view_update),
                            self);
  self->edit = make_button (self, C_ ("button", "Edit"), G_CALLBACK (edit_cb));
  self->delete = make_button (self, C_ ("button", "Delete"), G_CALLBACK (delete_cb));
  gtk_widget_add_css_class (add, "suggested-action");
  widgets[0] = self->search;
  widgets[1] = self->archived;
  widgets[2] = self->edit;
  widgets[3] = self->delete;
  widgets[4] = add;
  widgets[5] = build_more ();
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    val_wrap_box_append (VAL_WRAP_BOX (line), widgets[i]);
  gtk_widget_set_hexpand (self->search, TRUE);
  return line;
}

static void
build (ValCatalogueView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->items = g_list_store_new (VAL_TYPE_CATALOGUE_ITEM);
  self->selection = GTK_SELECTION_MODEL (
      gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items))));
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (selection_changed_cb), self);
  gtk_box_append (GTK_BOX (box), build_tools (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), build_table (self), "table");
  gtk_stack_add_named (GTK_STACK (self->stack), build_empty (self), "empty");
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_bin_set_child (ADW_BIN (self), box);
  selection_changed_cb (self);
}

static void
val_catalogue_view_dispose (GObject *object)
{
  ValCatalogueView *self = VAL_CATALOGUE_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_pointer (&self->latest, val_latest_unref);
  G_OBJECT_CLASS (val_catalogue_view_parent_class)->dispose (object);
}

static void
val_catalogue_view_class_init (ValCatalogueViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_catalogue_view_dispose;
}

static void
val_catalogue_view_init (ValCatalogueView *self)
{
}

/**
 * val_catalogue_view_new:
 *
 * Returns: (transfer floating): the catalogue, empty until it is updated
 */
GtkWidget *
val_catalogue_view_new (ValSession *session)
{
  ValCatalogueView *self = g_object_new (VAL_TYPE_CATALOGUE_VIEW, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}

static void
select_again (ValCatalogueView *self, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (ValCatalogueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->id == id)
        gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection), i);
    }
}

/**
 * val_catalogue_view_update:
 *
 * Shows the session's newest dataset; the selected skill stays selected.
 */
void
val_catalogue_view_update (ValCatalogueView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValCatalogueItem *selected = selected_item (self);
  gint64 id = selected != NULL ? selected->id : 0;
  ValScale scale = val_session_get_scale (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = NULL;
  ValLatest *latest;

  if (dataset == NULL)
    return;
  latest = self->latest != NULL
               ? val_latest_new_from (self->latest, dataset, val_session_get_today (self->session))
               : val_latest_new (dataset, val_session_get_today (self->session));
  g_clear_pointer (&self->latest, val_latest_unref);
  self->latest = latest;
  rows = val_catalogue_list_new (latest, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->archived)));
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, make_item (dataset, &scale, &g_array_index (rows, ValCatalogueRow, i)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  select_again (self, id);
  val_gtk_stack_show (GTK_STACK (self->stack), items->len > 0 ? "table" : "empty");
}

/**
 * val_catalogue_view_set_narrow:
 * @narrow: whether there is surely room for one column only
 */
void
val_catalogue_view_set_narrow (ValCatalogueView *self, gboolean narrow)
{
  self->page_narrow = narrow;
  place_columns (self, gtk_adjustment_get_page_size (self->across));
}

/**
 * val_catalogue_view_focus_search:
 */
void
val_catalogue_view_focus_search (ValCatalogueView *self)
{
  gtk_widget_grab_focus (self->search);
}

/**
 * val_catalogue_view_add:
 *
 * Opens the form of a new skill.
 */
void
val_catalogue_view_add (ValCatalogueView *self)
{
  if (val_session_get_dataset (self->session) != NULL)
    present_dialog (self, 0);
}
