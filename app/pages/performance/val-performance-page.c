/* val-performance-page.c: scorecards, pivots, indicators, and whose contacts are whose
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-page.h"

#include "val-agents-offer.h"
#include "val-agents-view.h"
#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-dialog.h"
#include "val-indicators-view.h"
#include "val-performance-data.h"
#include "val-pivot-view.h"
#include "val-question.h"
#include "val-scorecard-view.h"
#include "val-tabs.h"
#include "val-team-choice.h"
#include "val-values-view.h"

enum
{
  TAB_SCORECARD,
  TAB_PIVOT,
  TAB_INDICATORS,
  TAB_AGENTS,
  N_TABS,
};

struct _ValPerformancePage
{
  ValPage parent_instance;

  GtkWidget *outer; /* "loading", "empty", "tabs", "values" */
  GtkWidget *tabs;
  GtkWidget *scorecard, *pivot, *indicators, *agents, *values;
  GtkWidget *offer;
  GtkWidget *team_choice;
  ValPerformanceData *data;
  GCancellable *reading;
  guint stale; /* bit for each tab whose view has older data */
  gboolean anyway; /* the catalogue is looked at although there is nothing yet */
};

G_DEFINE_FINAL_TYPE (ValPerformancePage, val_performance_page, VAL_TYPE_PAGE)

static gint64
chosen_team (ValPerformancePage *self)
{
  return val_team_choice_get_team (VAL_TEAM_CHOICE (self->team_choice));
}

static guint
shown_tab (ValPerformancePage *self)
{
  return val_tabs_get_shown (VAL_TABS (self->tabs));
}

static gboolean
shows (ValPerformancePage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->outer)), name) == 0;
}

/* ---- Data -------------------------------------------------------------------------------------- */

/* Only the view on screen works; the others do when they come into sight. */
static void
refresh_shown (ValPerformancePage *self)
{
  guint tab = shown_tab (self);

  if (self->data == NULL || (self->stale & (1u << tab)) == 0)
    return;
  self->stale &= ~(1u << tab);
  switch (tab)
    {
    case TAB_PIVOT:
      val_pivot_view_set_data (VAL_PIVOT_VIEW (self->pivot), self->data, chosen_team (self));
      break;
    case TAB_INDICATORS:
      val_indicators_view_update (VAL_INDICATORS_VIEW (self->indicators));
      break;
    case TAB_AGENTS:
      val_agents_view_set_data (VAL_AGENTS_VIEW (self->agents), self->data);
      break;
    case TAB_SCORECARD:
    default:
      val_scorecard_view_set_data (VAL_SCORECARD_VIEW (self->scorecard), self->data,
                                   chosen_team (self));
      break;
    }
}

/* A report is of what is shown. */
static void
show_print (ValPerformancePage *self)
{
  GActionMap *actions = G_ACTION_MAP (val_page_get_actions (VAL_PAGE (self)));
  GAction *print = g_action_map_lookup_action (actions, "print");

  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (print),
      shows (self, "tabs")
          && (shown_tab (self) == TAB_SCORECARD
              || (shown_tab (self) == TAB_PIVOT
                  && !val_pivot_view_is_inside (VAL_PIVOT_VIEW (self->pivot)))));
}

static void
show_back (ValPerformancePage *self)
{
  gboolean inside = shows (self, "values")
                    || (shown_tab (self) == TAB_PIVOT
                        && val_pivot_view_is_inside (VAL_PIVOT_VIEW (self->pivot)));

  val_page_set_can_go_back (VAL_PAGE (self), inside && !shows (self, "empty"));
  show_print (self);
}

static void
show_title (ValPerformancePage *self)
{
  guint64 n = val_contacts_n (self->data->contacts);
  g_autofree char *number = val_format_integer ((gint64) n);
  g_autofree char *text
      = val_format_replace (ngettext ("%s contact", "%s contacts", (gulong) n), number);

  val_page_set_title (VAL_PAGE (self), C_ ("page", "Performance"), text);
}

static void
show_data (ValPerformancePage *self)
{
  gboolean empty = val_performance_data_is_empty (self->data) && !self->anyway;

  show_title (self);
  val_agents_offer_set_dataset (VAL_AGENTS_OFFER (self->offer), self->data->dataset);
  self->stale = (1u << N_TABS) - 1;
  if (empty)
    val_gtk_stack_show (GTK_STACK (self->outer), "empty");
  else if (!shows (self, "values"))
    val_gtk_stack_show (GTK_STACK (self->outer), "tabs");
  if (!empty)
    refresh_shown (self);
  if (shows (self, "values"))
    val_values_view_set_data (VAL_VALUES_VIEW (self->values), self->data, chosen_team (self));
  show_back (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPerformancePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValPerformanceData) read
      = val_performance_data_finish (VAL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->outer == NULL)
    return;
  if (read == NULL)
    {
      val_page_warn (VAL_PAGE (self), error->message);
      return;
    }
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = g_steal_pointer (&read);
  show_data (self);
}

static void
read_all (ValPerformancePage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));

  if (val_session_get_dataset (session) == NULL)
    return;
  val_question_renew (&self->reading);
  val_performance_data_async (session, self->reading, read_cb, g_object_ref (self));
}

static void
again_cb (ValPerformancePage *self)
{
  if (self->data != NULL)
    show_data (self);
}

static void
val_performance_page_update (ValPage *page, ValTables tables)
{
  ValPerformancePage *self = VAL_PERFORMANCE_PAGE (page);
  const ValTables matter = VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE | VAL_TABLE_INDICATORS
                           | VAL_TABLE_VALUES | VAL_TABLE_LABELS | VAL_TABLE_CONTACTS
                           | VAL_TABLE_IMPORTS | VAL_TABLE_SETTINGS;

  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE))
    val_team_choice_fill (VAL_TEAM_CHOICE (self->team_choice), val_page_get_session (page));
  if (self->data == NULL || (tables & matter) != 0)
    read_all (self);
}

static gboolean
val_performance_page_go_back (ValPage *page)
{
  ValPerformancePage *self = VAL_PERFORMANCE_PAGE (page);

  if (shows (self, "values"))
    {
      val_gtk_stack_show (GTK_STACK (self->outer), "tabs");
      refresh_shown (self);
      show_back (self);
      return TRUE;
    }
  return shown_tab (self) == TAB_PIVOT && val_pivot_view_go_back (VAL_PIVOT_VIEW (self->pivot));
}

static gboolean
val_performance_page_grab_focus (GtkWidget *widget)
{
  ValPerformancePage *self = VAL_PERFORMANCE_PAGE (widget);

  if (shows (self, "values") && val_values_view_focus (VAL_VALUES_VIEW (self->values)))
    return TRUE;
  if ((shows (self, "tabs") || shows (self, "loading")) && shown_tab (self) == TAB_SCORECARD
      && val_scorecard_view_focus (VAL_SCORECARD_VIEW (self->scorecard)))
    return TRUE;
  if (shows (self, "tabs") && shown_tab (self) == TAB_PIVOT
      && val_pivot_view_focus (VAL_PIVOT_VIEW (self->pivot)))
    return TRUE;
  return GTK_WIDGET_CLASS (val_performance_page_parent_class)->grab_focus (widget);
}

/* ---- Actions ----------------------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPerformancePage *self = data;

  if (shows (self, "values"))
    val_values_view_copy (VAL_VALUES_VIEW (self->values));
  else if (shown_tab (self) == TAB_PIVOT)
    val_pivot_view_copy (VAL_PIVOT_VIEW (self->pivot));
  else
    val_scorecard_view_copy (VAL_SCORECARD_VIEW (self->scorecard));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPerformancePage *self = data;

  if (shows (self, "values"))
    val_values_view_export (VAL_VALUES_VIEW (self->values));
  else if (shown_tab (self) == TAB_PIVOT)
    val_pivot_view_export (VAL_PIVOT_VIEW (self->pivot));
  else
    val_scorecard_view_export (VAL_SCORECARD_VIEW (self->scorecard));
}

static void
picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPerformancePage *self = data;

  if (shown_tab (self) == TAB_PIVOT)
    val_pivot_view_save_picture (VAL_PIVOT_VIEW (self->pivot));
  else
    val_scorecard_view_save_picture (VAL_SCORECARD_VIEW (self->scorecard));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPerformancePage *self = data;

  if (shown_tab (self) == TAB_PIVOT)
    val_pivot_view_print (VAL_PIVOT_VIEW (self->pivot));
  else
    val_scorecard_view_print (VAL_SCORECARD_VIEW (self->scorecard));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPage *page = data;

  val_indicator_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                val_page_get_session (page), 0);
}

static void
look_cb (GtkButton *button, ValPerformancePage *self)
{
  self->anyway = TRUE;
  val_tabs_set_shown (VAL_TABS (self->tabs), TAB_INDICATORS);
  if (self->data != NULL)
    show_data (self);
}

static void
enter_cb (ValPerformancePage *self, gint64 indicator_id)
{
  if (self->data == NULL)
    return;
  val_values_view_set_data (VAL_VALUES_VIEW (self->values), self->data, chosen_team (self));
  val_values_view_set_indicator (VAL_VALUES_VIEW (self->values), indicator_id);
  val_gtk_stack_show (GTK_STACK (self->outer), "values");
  val_values_view_focus (VAL_VALUES_VIEW (self->values));
  show_back (self);
}

/* ---- The frame --------------------------------------------------------------------------------- */

static void
tab_cb (ValPerformancePage *self)
{
  refresh_shown (self);
  show_back (self);
}

static GtkWidget *
build_empty (ValPerformancePage *self)
{
  GtkWidget *place = val_empty_place_new (
      "val-performance-symbolic", _("No Numbers Yet"),
      _("This page will show a scorecard for each person and team, and any indicator by agent, "
        "topic, hour or month. Import the export of your telephone system or help desk, or enter "
        "values yourself."));
  GtkWidget *look;

  val_empty_place_add_button (place, _("_Import…"), "win.import", TRUE);
  look = val_empty_place_add_button (place, _("_See the Indicators"), NULL, FALSE);
  g_signal_connect (look, "clicked", G_CALLBACK (look_cb), self);
  return place;
}

static void
build_views (ValPerformancePage *self)
{
  ValPage *page = VAL_PAGE (self);

  self->scorecard = val_scorecard_view_new (page);
  self->pivot = val_pivot_view_new (page);
  self->indicators = val_indicators_view_new (page);
  self->agents = val_agents_view_new (page);
  self->values = val_values_view_new (page);
  self->tabs = val_tabs_new ();
  val_tabs_add (VAL_TABS (self->tabs), C_ ("tab", "Scorecard"), self->scorecard);
  val_tabs_add (VAL_TABS (self->tabs), C_ ("tab", "Pivot"), self->pivot);
  val_tabs_add (VAL_TABS (self->tabs), C_ ("tab", "Indicators"), self->indicators);
  val_tabs_add (VAL_TABS (self->tabs), C_ ("tab", "Agents"), self->agents);
  g_signal_connect_swapped (self->tabs, "notify::shown", G_CALLBACK (tab_cb), self);
  self->outer = gtk_stack_new ();
  /* Only what is shown is measured. */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->outer), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->outer), FALSE);
  g_signal_connect_swapped (self->pivot, "notify::inside", G_CALLBACK (show_back), self);
  g_signal_connect_swapped (self->indicators, "enter-values", G_CALLBACK (enter_cb), self);
}

static void
build (ValPerformancePage *self)
{
  static const GActionEntry entries[] = { { "copy", copy_cb },
                                          { "export", export_cb },
                                          { "picture", picture_cb },
                                          { "print", print_cb },
                                          { "new", new_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  build_views (self);
  self->offer = val_agents_offer_new (VAL_PAGE (self));
  gtk_box_append (GTK_BOX (box), self->offer);
  gtk_box_append (GTK_BOX (box), self->tabs);
  gtk_stack_add_named (GTK_STACK (self->outer), val_gtk_spinner_new (_("Reading")), "loading");
  gtk_stack_add_named (GTK_STACK (self->outer), build_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->outer), box, "tabs");
  gtk_stack_add_named (GTK_STACK (self->outer), self->values, "values");
  adw_bin_set_child (ADW_BIN (self), self->outer);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (actions));
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (actions));
  val_page_set_title (VAL_PAGE (self), C_ ("page", "Performance"), NULL);
  self->team_choice = val_team_choice_new (C_ ("person", "Team"));
  g_signal_connect_swapped (self->team_choice, "chosen", G_CALLBACK (again_cb), self);
  val_page_set_header_start (VAL_PAGE (self), self->team_choice);
}

static void
val_performance_page_constructed (GObject *object)
{
  ValPerformancePage *self = VAL_PERFORMANCE_PAGE (object);

  G_OBJECT_CLASS (val_performance_page_parent_class)->constructed (object);
  build (self);
  g_signal_connect_object (val_page_get_session (VAL_PAGE (self)), "notify::hide-names",
                           G_CALLBACK (again_cb), self, G_CONNECT_SWAPPED);
}

static void
val_performance_page_dispose (GObject *object)
{
  ValPerformancePage *self = VAL_PERFORMANCE_PAGE (object);

  val_question_drop (&self->reading);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->outer = NULL;
  G_OBJECT_CLASS (val_performance_page_parent_class)->dispose (object);
}

static void
val_performance_page_class_init (ValPerformancePageClass *klass)
{
  ValPageClass *page_class = VAL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = val_performance_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = val_performance_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_performance_page_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  page_class->update = val_performance_page_update;
  page_class->go_back = val_performance_page_go_back;
}

static void
val_performance_page_init (ValPerformancePage *self)
{
}

/**
 * val_performance_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page of performance
 */
ValPage *
val_performance_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_PERFORMANCE_PAGE, "session", session, NULL);
}
