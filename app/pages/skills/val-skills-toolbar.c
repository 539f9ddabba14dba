/* val-skills-toolbar.c: what the matrix shows and in whose name levels are entered
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-toolbar.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-skills-views.h"
#include "val-team-list.h"
#include "val-wrap-box.h"

struct _ValSkillsToolbar
{
  AdwBin parent_instance;

  ValSession *session;
  ValSkillsModel *model;
  GtkWidget *search;
  GtkWidget *team;
  GtkWidget *role;
  GtkWidget *show;
  GtkWidget *sort;
  GtkWidget *assessor;
  GtkWidget *day;
  GtkWidget *entry_button;
  GtkWidget *views;
  GtkWidget *options; /* lives in the window's header */
  GArray *team_ids; /* of gint64, as in the list; the first is 0 */
  GArray *role_ids;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (ValSkillsToolbar, val_skills_toolbar, ADW_TYPE_BIN)

enum
{
  BEFORE_CHANGE,
  FOLD,
  SORT,
  FILL_VIEW,
  SHOW_VIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
before_change (ValSkillsToolbar *self)
{
  g_signal_emit (self, signals[BEFORE_CHANGE], 0);
}

static gint64
selected_id (GtkWidget *drop_down, GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return selected < ids->len ? g_array_index (ids, gint64, selected) : 0;
}

static void
team_cb (ValSkillsToolbar *self)
{
  if (self->filling)
    return;
  before_change (self);
  val_skills_model_set_team (self->model, selected_id (self->team, self->team_ids));
}

static void
role_cb (ValSkillsToolbar *self)
{
  if (self->filling)
    return;
  before_change (self);
  val_skills_model_set_role (self->model, selected_id (self->role, self->role_ids));
}

static void
show_cb (ValSkillsToolbar *self)
{
  before_change (self);
  val_skills_model_set_show (self->model, (ValSkillsShow) gtk_drop_down_get_selected (
                                              GTK_DROP_DOWN (self->show)));
}

static void
sort_cb (ValSkillsToolbar *self)
{
  if (self->filling)
    return;
  before_change (self);
  g_signal_emit (self, signals[SORT], 0, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort)));
}

static void
search_cb (ValSkillsToolbar *self)
{
  before_change (self);
  val_skills_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_entry (ValSkillsToolbar *self)
{
  ValDay today = val_session_get_today (self->session);
  ValDay day = val_skills_model_get_day (self->model);
  const char *assessor = val_assessor_get_label (val_skills_model_get_assessor (self->model));
  g_autofree char *date = val_format_date (day, VAL_DATE_MEDIUM, today);
  g_autofree char *text
      = day == today
            /* Translators: on a button; %s is who assesses: manager, self, peer, audit. */
            ? g_strdup_printf (_ ("Entry: %s, today"), assessor)
            /* Translators: on a button; %1$s is who assesses, %2$s the date of the levels. */
            : g_strdup_printf (_ ("Entry: %1$s, %2$s"), assessor, date);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->entry_button), text);
  val_gtk_wrap_words (self->entry_button);
}

static void
assessor_cb (ValSkillsToolbar *self)
{
  static const ValAssessor order[]
      = { VAL_ASSESSOR_MANAGER, VAL_ASSESSOR_PEER, VAL_ASSESSOR_AUDIT, VAL_ASSESSOR_SELF };
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->assessor));

  before_change (self);
  if (selected < G_N_ELEMENTS (order))
    val_skills_model_set_assessor (self->model, order[selected]);
  show_entry (self);
}

static void
day_cb (ValSkillsToolbar *self)
{
  ValDay today = val_session_get_today (self->session);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));

  before_change (self);
  if (day == VAL_DAY_NONE || day > today || day < 0)
    {
      /* Nobody was assessed tomorrow. */
      if (day != VAL_DAY_NONE)
        val_date_entry_set_day (VAL_DATE_ENTRY (self->day), today);
      day = today;
    }
  val_skills_model_set_day (self->model, day == today ? VAL_DAY_NONE : day);
  show_entry (self);
}

static void
hide_names_cb (ValSkillsToolbar *self, GParamSpec *pspec, GtkSwitch *hide)
{
  before_change (self);
  val_session_set_hide_names (self->session, gtk_switch_get_active (hide));
}

static void
fold_cb (ValSkillsToolbar *self)
{
  g_signal_emit (self, signals[FOLD], 0, TRUE);
}

static void
unfold_cb (ValSkillsToolbar *self)
{
  g_signal_emit (self, signals[FOLD], 0, FALSE);
}

static GtkWidget *
make_drop_down (ValSkillsToolbar *self, const char *const *words, const char *label,
                GCallback callback)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  val_gtk_label_inside (drop_down, label);
  gtk_widget_set_tooltip_text (drop_down, label);
  g_signal_connect_swapped (drop_down, "notify::selected", callback, self);
  return drop_down;
}

static void
attach (GtkWidget *grid, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_hexpand (widget, TRUE);
  if (GTK_IS_DROP_DOWN (widget))
    val_gtk_label_inside (widget, text);
  else
    val_gtk_set_accessible_label (widget, text);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  return grid;
}

static GtkWidget *
make_entry_popover (ValSkillsToolbar *self)
{
  const char *assessors[] = { val_assessor_get_label (VAL_ASSESSOR_MANAGER),
                              val_assessor_get_label (VAL_ASSESSOR_PEER),
                              val_assessor_get_label (VAL_ASSESSOR_AUDIT),
                              val_assessor_get_label (VAL_ASSESSOR_SELF), NULL };
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = make_grid ();

  self->assessor = make_drop_down (self, assessors, _ ("Assessed by"), G_CALLBACK (assessor_cb));
  self->day = val_date_entry_new (val_session_get_today (self->session));
  val_date_entry_set_day (VAL_DATE_ENTRY (self->day), val_session_get_today (self->session));
  g_signal_connect_swapped (self->day, "notify::day", G_CALLBACK (day_cb), self);
  attach (grid, 0, _ ("Assessed by"), self->assessor);
  attach (grid, 1, _ ("On the day"), self->day);
  val_date_entry_set_label (VAL_DATE_ENTRY (self->day), _ ("On the day"));
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static GtkWidget *
make_fold_buttons (ValSkillsToolbar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *fold = gtk_button_new_with_label (_ ("Fold All"));
  GtkWidget *unfold = gtk_button_new_with_label (_ ("Unfold All"));

  g_signal_connect_swapped (fold, "clicked", G_CALLBACK (fold_cb), self);
  g_signal_connect_swapped (unfold, "clicked", G_CALLBACK (unfold_cb), self);
  gtk_box_append (GTK_BOX (box), fold);
  gtk_box_append (GTK_BOX (box), unfold);
  return box;
}

static void
build_options (ValSkillsToolbar *self)
{
  const char *all_roles[] = { _ ("All roles"), NULL };
  const char *sorts[] = { _ ("By name"),
                          _ ("Readiness, highest first"),
                          _ ("Readiness, lowest first"),
                          _ ("This skill, highest first"),
                          _ ("This skill, lowest first"),
                          NULL };
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = make_grid ();
  GtkWidget *hide = gtk_switch_new ();

  self->role = make_drop_down (self, all_roles, _ ("Role"), G_CALLBACK (role_cb));
  self->sort = make_drop_down (self, sorts, _ ("Order of people"), G_CALLBACK (sort_cb));
  g_object_bind_property (self->session, "hide-names", hide, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (hide, "notify::active", G_CALLBACK (hide_names_cb), self);
  attach (grid, 0, _ ("Order"), self->sort);
  attach (grid, 1, _ ("Role"), self->role);
  attach (grid, 2, _ ("Groups"), make_fold_buttons (self));
  attach (grid, 3, _ ("Hide names"), hide);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  self->options = g_object_ref_sink (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->options), "view-sort-descending-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->options), popover);
  val_gtk_label_button (self->options, _ ("Order, role and groups"));
}

static void
fill_cb (ValSkillsToolbar *self, ValSkillsSaved *view)
{
  g_free (view->search);
  view->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  view->team_id = selected_id (self->team, self->team_ids);
  view->role_id = selected_id (self->role, self->role_ids);
  view->show = (ValSkillsShow) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->show));
  view->sort = val_skills_model_get_sort (self->model, &view->sort_skill_id);
  g_signal_emit (self, signals[FILL_VIEW], 0, view);
}

static void
select_id (GtkWidget *drop_down, GArray *ids, gint64 id)
{
  guint place = 0;

  /* What is gone by now counts as all. */
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      place = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
}

static void
chosen_cb (ValSkillsToolbar *self, const ValSkillsSaved *view)
{
  before_change (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), view->search);
  /* The field tells of it a moment later only, and then it is no change any more. */
  val_skills_model_set_search (self->model, view->search);
  select_id (self->team, self->team_ids, view->team_id);
  select_id (self->role, self->role_ids, view->role_id);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->show), view->show);
  val_skills_model_set_sort (self->model, view->sort, view->sort_skill_id);
  val_skills_toolbar_show_sort (self, view->sort);
  g_signal_emit (self, signals[SHOW_VIEW], 0, view);
}

static void
build (ValSkillsToolbar *self)
{
  const char *everybody[] = { _ ("All teams"), NULL };
  const char *views[] = { _ ("All levels"),
                          _ ("Below target"),
                          _ ("Not assessed"),
                          _ ("Older than a year"),
                          _ ("Critical skills"),
                          NULL };
  GtkWidget *line = val_wrap_box_new (6);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search people and skills"), NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 8);
  val_gtk_set_accessible_label (self->search, _ ("Search people and skills"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  self->team = make_drop_down (self, everybody, _ ("Team"), G_CALLBACK (team_cb));
  self->show = make_drop_down (self, views, _ ("What is shown"), G_CALLBACK (show_cb));
  self->entry_button = gtk_menu_button_new ();
  gtk_widget_set_tooltip_text (self->entry_button, _ ("Who assesses, and for which day"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->entry_button), make_entry_popover (self));
  show_entry (self);

  self->views = val_skills_views_new (self->session);
  g_signal_connect_swapped (self->views, "fill", G_CALLBACK (fill_cb), self);
  g_signal_connect_swapped (self->views, "chosen", G_CALLBACK (chosen_cb), self);
  /* What is looked for and looked at first; whose levels are typed stands at the end, where the
   * eye comes to before it goes down to the cells. */
  val_wrap_box_append (VAL_WRAP_BOX (line), self->search);
  val_wrap_box_append (VAL_WRAP_BOX (line), self->views);
  val_wrap_box_append (VAL_WRAP_BOX (line), self->team);
  val_wrap_box_append (VAL_WRAP_BOX (line), self->show);
  val_wrap_box_append (VAL_WRAP_BOX (line), self->entry_button);
  adw_bin_set_child (ADW_BIN (self), line);
}

static void
val_skills_toolbar_dispose (GObject *object)
{
  ValSkillsToolbar *self = VAL_SKILLS_TOOLBAR (object);

  /* Lists that are taken apart tell of changes that nobody made. */
  self->filling = TRUE;
  if (self->role != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->role, self);
      g_signal_handlers_disconnect_by_data (self->sort, self);
    }
  self->role = self->sort = NULL;
  g_clear_object (&self->options);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_skills_toolbar_parent_class)->dispose (object);
}

static void
val_skills_toolbar_finalize (GObject *object)
{
  ValSkillsToolbar *self = VAL_SKILLS_TOOLBAR (object);

  g_array_unref (self->team_ids);
  g_array_unref (self->role_ids);
  G_OBJECT_CLASS (val_skills_toolbar_parent_class)->finalize (object);
}

static void
val_skills_toolbar_class_init (ValSkillsToolbarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_skills_toolbar_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_skills_toolbar_finalize;
  signals[BEFORE_CHANGE]
      = g_signal_new ("before-change", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      0);
  signals[FOLD] = g_signal_new ("fold", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_BOOLEAN);
  signals[FILL_VIEW] = g_signal_new ("fill-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SHOW_VIEW] = g_signal_new ("show-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SORT] = g_signal_new ("sort", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_UINT);
}

static void
val_skills_toolbar_init (ValSkillsToolbar *self)
{
  const gint64 all = 0;

  self->team_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->role_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->team_ids, all);
  g_array_append_val (self->role_ids, all);
}

/**
 * val_skills_toolbar_new:
 *
 * Returns: (transfer floating): a toolbar that sets what @model shows
 */
GtkWidget *
val_skills_toolbar_new (ValSession *session, ValSkillsModel *model)
{
  ValSkillsToolbar *self = g_object_new (VAL_TYPE_SKILLS_TOOLBAR, NULL);

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  build_options (self);
  build (self);
  return GTK_WIDGET (self);
}

/* Fills a list anew and keeps what was selected, or goes back to the first line. */
static gboolean
fill (GtkWidget *drop_down, GArray *ids, GPtrArray *words, gint64 selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) words->pdata);
  guint place = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == selected)
      place = i;
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
  return place > 0 || selected == 0;
}

static void
fill_teams (ValSkillsToolbar *self, ValDataset *dataset)
{
  g_autoptr (GPtrArray) teams = val_team_list_new (dataset, val_session_get_today (self->session));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gint64 selected = selected_id (self->team, self->team_ids);

  g_array_set_size (self->team_ids, 1);
  g_ptr_array_add (words, (gpointer) _ ("All teams"));
  for (guint i = 0; i < teams->len; i++)
    {
      const ValTeamEntry *entry = teams->pdata[i];

      g_array_append_val (self->team_ids, entry->id);
      g_ptr_array_add (words, entry->path);
    }
  g_ptr_array_add (words, NULL);
  if (!fill (self->team, self->team_ids, words, selected))
    val_skills_model_set_team (self->model, 0);
}

static void
fill_roles (ValSkillsToolbar *self, ValDataset *dataset)
{
  g_autoptr (GArray) roles = val_role_list_new (dataset);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gint64 selected = selected_id (self->role, self->role_ids);

  g_array_set_size (self->role_ids, 1);
  g_ptr_array_add (words, (gpointer) _ ("All roles"));
  for (guint i = 0; i < roles->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (roles, guint, i));

      g_array_append_val (self->role_ids, role->id);
      g_ptr_array_add (words, role->name);
    }
  g_ptr_array_add (words, NULL);
  if (!fill (self->role, self->role_ids, words, selected))
    val_skills_model_set_role (self->model, 0);
}

/**
 * val_skills_toolbar_get_options:
 *
 * Returns: (transfer none): a menu button for the window's header
 */
GtkWidget *
val_skills_toolbar_get_options (ValSkillsToolbar *self)
{
  return self->options;
}

/**
 * val_skills_toolbar_update:
 * @tables: what changed
 *
 * Takes over the names of teams and roles.
 */
void
val_skills_toolbar_update (ValSkillsToolbar *self, ValTables tables)
{
  ValDataset *dataset = val_session_get_dataset (self->session);

  if (dataset == NULL)
    return;
  self->filling = TRUE;
  if ((tables & VAL_TABLE_TEAMS) != 0)
    fill_teams (self, dataset);
  if ((tables & VAL_TABLE_ROLES) != 0)
    fill_roles (self, dataset);
  self->filling = FALSE;
  if ((tables & VAL_TABLE_SETTINGS) != 0)
    val_skills_views_update (VAL_SKILLS_VIEWS (self->views));
}

/**
 * val_skills_toolbar_focus_search:
 */
void
val_skills_toolbar_focus_search (ValSkillsToolbar *self)
{
  gtk_widget_grab_focus (self->search);
}

/**
 * val_skills_toolbar_clear:
 *
 * Shows everybody and everything again.
 */
void
val_skills_toolbar_clear (ValSkillsToolbar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->team), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->show), VAL_SKILLS_SHOW_ALL);
}

/**
 * val_skills_toolbar_show_sort:
 *
 * Shows an order that was chosen elsewhere: by a click on a header.
 */
void
val_skills_toolbar_show_sort (ValSkillsToolbar *self, ValSkillsSort sort)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sort), sort);
  self->filling = FALSE;
}
