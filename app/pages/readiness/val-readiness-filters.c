/* val-readiness-filters.c: whom, when and beside what
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-filters.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-team-list.h"
#include "val-wrap-box.h"

typedef enum
{
  COMPARE_NONE,
  COMPARE_MONTH,
  COMPARE_QUARTER,
  COMPARE_YEAR,
  COMPARE_DAY,
} Compare;

struct _ValReadinessFilters
{
  AdwBin parent_instance;

  ValSession *session;
  GtkWidget *team_button;
  GtkWidget *team_list;
  GtkWidget *role_button;
  GtkWidget *role_list;
  GtkWidget *on_button;
  GtkWidget *on_entry;
  GtkWidget *compare_button;
  GtkWidget *compare_list;
  GtkWidget *compare_entry;
  gint64 team;
  gint64 role;
  ValDay on; /* VAL_DAY_NONE: today */
  Compare compare;
  ValDay compare_day;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ValReadinessFilters, val_readiness_filters, ADW_TYPE_BIN)

static guint changed_signal;

static void
val_readiness_filters_dispose (GObject *object)
{
  g_clear_object (&VAL_READINESS_FILTERS (object)->session);
  G_OBJECT_CLASS (val_readiness_filters_parent_class)->dispose (object);
}

static void
val_readiness_filters_class_init (ValReadinessFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_readiness_filters_dispose;
  changed_signal = g_signal_new ("changed", VAL_TYPE_READINESS_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
set_button (GtkWidget *button, const char *sentence, const char *argument)
{
  g_autofree char *label = val_format_replace (sentence, argument);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  val_gtk_label_inside (button, label);
}

static const char *
find_team_name (ValReadinessFilters *self, ValDataset *dataset)
{
  guint index;

  if (self->team != 0 && dataset != NULL && val_dataset_find_team (dataset, self->team, &index))
    return val_dataset_team (dataset, index)->name;
  self->team = 0;
  return C_ ("teams", "All");
}

static const char *
find_role_name (ValReadinessFilters *self, ValDataset *dataset)
{
  guint index;

  if (self->role != 0 && dataset != NULL && val_dataset_find_role (dataset, self->role, &index))
    return val_dataset_role (dataset, index)->name;
  self->role = 0;
  return C_ ("roles", "All");
}

static void
show_labels (ValReadinessFilters *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValDay today = val_session_get_today (self->session);
  ValDay compare = val_readiness_filters_get_compare (self);
  g_autofree char *on = NULL;
  g_autofree char *before = NULL;

  on = self->on == VAL_DAY_NONE ? g_strdup (C_ ("date", "today"))
                                : val_format_date (self->on, VAL_DATE_MEDIUM, today);
  before = compare == VAL_DAY_NONE ? g_strdup (C_ ("compare", "none"))
                                   : val_format_date (compare, VAL_DATE_MEDIUM, today);
  /* Translators: a button; %s is a team or All */
  set_button (self->team_button, _("Team: %s"), find_team_name (self, dataset));
  /* Translators: a button; %s is a role or All */
  set_button (self->role_button, _("Role: %s"), find_role_name (self, dataset));
  /* Translators: a button; %s is a date or "today" */
  set_button (self->on_button, _("On: %s"), on);
  /* Translators: a button; %s is the date to compare with, or "none" */
  set_button (self->compare_button, _("Compare: %s"), before);
}

static void
say_changed (ValReadinessFilters *self)
{
  show_labels (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
clear_list (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static void
append_choice (GtkWidget *list, const char *name, guint depth, gint64 id, gint64 chosen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 18 * (int) depth);
  gtk_box_append (GTK_BOX (box), label);
  if (id == chosen)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  val_gtk_set_accessible_label (row, name);
  g_object_set_data_full (G_OBJECT (row), "val-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static gint64
row_id (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "val-id");
}

/**
 * val_readiness_filters_refresh:
 *
 * Makes lists and labels anew.
 */
void
val_readiness_filters_refresh (ValReadinessFilters *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GArray) roles = NULL;

  show_labels (self);
  clear_list (self->team_list);
  clear_list (self->role_list);
  append_choice (self->team_list, _("All teams"), 0, 0, self->team);
  append_choice (self->role_list, _("All roles"), 0, 0, self->role);
  if (dataset == NULL)
    return;
  teams = val_team_list_new (dataset, val_session_get_today (self->session));
  for (guint i = 0; i < teams->len; i++)
    {
      const ValTeamEntry *entry = teams->pdata[i];

      append_choice (self->team_list, val_dataset_team (dataset, entry->index)->name, entry->depth,
                     entry->id, self->team);
    }
  roles = val_role_list_new (dataset);
  for (guint i = 0; i < roles->len; i++)
    {
      const ValRole *role = val_dataset_role (dataset, g_array_index (roles, guint, i));

      append_choice (self->role_list, role->name, 0, role->id, self->role);
    }
  gtk_widget_set_visible (self->team_button, teams->len > 0);
  gtk_widget_set_visible (self->role_button, roles->len > 0);
}

static void
team_cb (GtkListBox *list, GtkListBoxRow *row, ValReadinessFilters *self)
{
  self->team = row_id (row);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->team_button));
  val_readiness_filters_refresh (self);
  say_changed (self);
}

static void
role_cb (GtkListBox *list, GtkListBoxRow *row, ValReadinessFilters *self)
{
  self->role = row_id (row);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->role_button));
  val_readiness_filters_refresh (self);
  say_changed (self);
}

static void
on_cb (ValDateEntry *entry, GParamSpec *pspec, ValReadinessFilters *self)
{
  ValDay day = val_date_entry_get_day (entry);

  if (self->setting)
    return;
  self->on = day == val_session_get_today (self->session) ? VAL_DAY_NONE : day;
  say_changed (self);
}

static void
today_cb (GtkButton *button, ValReadinessFilters *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->on_button));
  val_readiness_filters_set_on (self, VAL_DAY_NONE);
  say_changed (self);
}

static void
show_compare_choices (ValReadinessFilters *self)
{
  clear_list (self->compare_list);
  append_choice (self->compare_list, _("Compare with nothing"), 0, COMPARE_NONE, self->compare);
  append_choice (self->compare_list, _("1 month before"), 0, COMPARE_MONTH, self->compare);
  append_choice (self->compare_list, _("3 months before"), 0, COMPARE_QUARTER, self->compare);
  append_choice (self->compare_list, _("1 year before"), 0, COMPARE_YEAR, self->compare);
}

static void
compare_cb (GtkListBox *list, GtkListBoxRow *row, ValReadinessFilters *self)
{
  self->compare = (Compare) row_id (row);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->compare_button));
  show_compare_choices (self);
  say_changed (self);
}

static void
compare_day_cb (ValDateEntry *entry, GParamSpec *pspec, ValReadinessFilters *self)
{
  ValDay day = val_date_entry_get_day (entry);

  if (day == VAL_DAY_NONE)
    return;
  self->compare = COMPARE_DAY;
  self->compare_day = day;
  show_compare_choices (self);
  say_changed (self);
}

static GtkWidget *
make_list (GCallback callback, const char *label, gpointer self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "val-choices");
  val_gtk_set_accessible_label (list, label);
  g_signal_connect (list, "row-activated", callback, self);
  return list;
}

static GtkWidget *
make_button (GtkWidget *inside)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
scroll (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 400);
  gtk_widget_set_size_request (scrolled, 200, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static void
make_date_buttons (ValReadinessFilters *self)
{
  GtkWidget *on_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *compare_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_label (C_ ("date", "Today"));
  GtkWidget *other = gtk_label_new (_("Another day"));
  ValDay day = val_session_get_today (self->session);

  self->on_entry = val_date_entry_new (day);
  val_date_entry_set_label (VAL_DATE_ENTRY (self->on_entry), _("The day the picture is of"));
  g_signal_connect (self->on_entry, "notify::day", G_CALLBACK (on_cb), self);
  g_signal_connect (today, "clicked", G_CALLBACK (today_cb), self);
  gtk_box_append (GTK_BOX (on_box), self->on_entry);
  gtk_box_append (GTK_BOX (on_box), today);
  self->on_button = make_button (on_box);

  self->compare_list = make_list (G_CALLBACK (compare_cb), _("Compare with"), self);
  self->compare_entry = val_date_entry_new (day);
  val_date_entry_set_label (VAL_DATE_ENTRY (self->compare_entry), _("The day to compare with"));
  g_signal_connect (self->compare_entry, "notify::day", G_CALLBACK (compare_day_cb), self);
  gtk_label_set_xalign (GTK_LABEL (other), 0);
  gtk_widget_add_css_class (other, "dim-label");
  gtk_box_append (GTK_BOX (compare_box), self->compare_list);
  gtk_box_append (GTK_BOX (compare_box), other);
  gtk_box_append (GTK_BOX (compare_box), self->compare_entry);
  self->compare_button = make_button (compare_box);
}

static void
val_readiness_filters_init (ValReadinessFilters *self)
{
  self->on = VAL_DAY_NONE;
  self->compare_day = VAL_DAY_NONE;
}

/**
 * val_readiness_filters_new:
 * @session: whose teams and roles
 *
 * Returns: (transfer floating): buttons for the header bar
 */
GtkWidget *
val_readiness_filters_new (ValSession *session)
{
  ValReadinessFilters *self = g_object_new (VAL_TYPE_READINESS_FILTERS, NULL);
  GtkWidget *wrap = val_wrap_box_new (0);

  self->session = g_object_ref (session);
  self->team_list = make_list (G_CALLBACK (team_cb), _("Teams"), self);
  self->team_button = make_button (scroll (self->team_list));
  self->role_list = make_list (G_CALLBACK (role_cb), _("Roles"), self);
  self->role_button = make_button (scroll (self->role_list));
  make_date_buttons (self);

  gtk_widget_set_valign (wrap, GTK_ALIGN_CENTER);
  val_wrap_box_append (VAL_WRAP_BOX (wrap), self->team_button);
  val_wrap_box_append (VAL_WRAP_BOX (wrap), self->role_button);
  val_wrap_box_append (VAL_WRAP_BOX (wrap), self->on_button);
  val_wrap_box_append (VAL_WRAP_BOX (wrap), self->compare_button);
  adw_bin_set_child (ADW_BIN (self), wrap);
  show_compare_choices (self);
  val_readiness_filters_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * val_readiness_filters_get_team:
 *
 * Returns: the team asked for; 0: everybody
 */
gint64
val_readiness_filters_get_team (ValReadinessFilters *self)
{
  return self->team;
}

/**
 * val_readiness_filters_get_role:
 *
 * Returns: the role asked for; 0: all
 */
gint64
val_readiness_filters_get_role (ValReadinessFilters *self)
{
  return self->role;
}

/**
 * val_readiness_filters_get_on:
 *
 * Returns: the day the picture is of
 */
ValDay
val_readiness_filters_get_on (ValReadinessFilters *self)
{
  return self->on != VAL_DAY_NONE ? self->on : val_session_get_today (self->session);
}

/**
 * val_readiness_filters_set_on:
 * @on: a day, or %VAL_DAY_NONE: today
 *
 * Does not say "changed".
 */
void
val_readiness_filters_set_on (ValReadinessFilters *self, ValDay on)
{
  self->on = on == val_session_get_today (self->session) ? VAL_DAY_NONE : on;
  self->setting = TRUE;
  val_date_entry_set_day (VAL_DATE_ENTRY (self->on_entry), self->on);
  self->setting = FALSE;
  show_labels (self);
}

/**
 * val_readiness_filters_get_compare:
 *
 * Returns: the day to compare with, or %VAL_DAY_NONE
 */
ValDay
val_readiness_filters_get_compare (ValReadinessFilters *self)
{
  ValDay on = val_readiness_filters_get_on (self);

  switch (self->compare)
    {
    case COMPARE_MONTH:
      return val_day_add_months (on, -1);
    case COMPARE_QUARTER:
      return val_day_add_months (on, -3);
    case COMPARE_YEAR:
      return val_day_add_months (on, -12);
    case COMPARE_DAY:
      return self->compare_day;
    case COMPARE_NONE:
    default:
      return VAL_DAY_NONE;
    }
}
