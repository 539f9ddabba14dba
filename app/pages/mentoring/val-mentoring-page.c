/* val-mentoring-page.c: who is due, how the year went, who is thanked
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-page.h"

#include "val-cadence-dialog.h"
#include "val-calendar-export.h"
#include "val-column.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-mentoring-parts.h"
#include "val-mentoring-window.h"
#include "val-page-report.h"
#include "val-question.h"
#include "val-report.h"
#include "val-tabs.h"
#include "val-team-choice.h"

#define WIDEST 900
#define N_TABS 3
#define TAB_THANKS 1
/* Rows of a list at first, and with each asking for more. */
#define ROWS 40
/* Of them are made before the page is drawn. */
#define ROWS_AT_ONCE 8

struct _ValMentoringPage
{
  ValPage parent_instance;

  GtkWidget *tabs;
  GtkWidget *boxes[N_TABS];
  gboolean stale[N_TABS]; /* the picture is not yet what the tab shows */
  GtkWidget *team_choice;
  guint most_rows;
  GCancellable *cancellable;
  ValMentoringPicture *picture;
  gboolean disposed; /* an answer that still comes has nobody to tell */
};

G_DEFINE_FINAL_TYPE (ValMentoringPage, val_mentoring_page, VAL_TYPE_PAGE)

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What had the focus when the page is filled anew: a line by what it opens, anything else by its
 * place. */
typedef struct
{
  ValMentoringPage *page;
  guint tab;
  char *action;     /* nullable */
  GVariant *target; /* nullable */
  GArray *path;     /* (element-type guint): the child of the child of the tab's box */
} Focus;

static void
focus_free (Focus *self)
{
  g_object_unref (self->page);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_array_unref (self->path);
  g_free (self);
}

static guint
place_of (GtkWidget *child)
{
  guint place = 0;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    place++;
  return place;
}

static Focus *
remember_focus (ValMentoringPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; widget != NULL && i < N_TABS; i++)
    if (gtk_widget_is_ancestor (widget, self->boxes[i]))
      {
        Focus *focus = g_new0 (Focus, 1);

        focus->page = g_object_ref (self);
        focus->tab = i;
        focus->path = g_array_new (FALSE, FALSE, sizeof (guint));
        if (GTK_IS_ACTIONABLE (widget))
          {
            GtkActionable *actionable = GTK_ACTIONABLE (widget);

            focus->action = g_strdup (gtk_actionable_get_action_name (actionable));
            focus->target = gtk_actionable_get_action_target_value (actionable);
            if (focus->target != NULL)
              g_variant_ref (focus->target);
          }
        for (; widget != self->boxes[i]; widget = gtk_widget_get_parent (widget))
          {
            guint place = place_of (widget);

            g_array_prepend_val (focus->path, place);
          }
        return focus;
      }
  return NULL;
}

static GtkWidget *
find_action (GtkWidget *widget, const Focus *focus)
{
  if (GTK_IS_ACTIONABLE (widget))
    {
      GtkActionable *actionable = GTK_ACTIONABLE (widget);
      GVariant *target = gtk_actionable_get_action_target_value (actionable);

      if (g_strcmp0 (gtk_actionable_get_action_name (actionable), focus->action) == 0
          && target != NULL && g_variant_equal (target, focus->target))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_action (child, focus);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
child_at (GtkWidget *widget, guint place)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && place-- > 0 && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
focus_cb (gpointer data)
{
  const Focus *focus = data;
  GtkWidget *box = focus->page->disposed ? NULL : focus->page->boxes[focus->tab];
  GtkWidget *widget = box;

  if (box == NULL || !gtk_widget_get_mapped (box))
    return G_SOURCE_REMOVE;
  if (focus->action != NULL && focus->target != NULL
      && (widget = find_action (box, focus)) != NULL)
    {
      gtk_widget_grab_focus (widget);
      return G_SOURCE_REMOVE;
    }
  widget = box;
  for (guint i = 0; i < focus->path->len; i++)
    {
      GtkWidget *child = child_at (widget, g_array_index (focus->path, guint, i));

      if (child == NULL)
        break;
      widget = child;
    }
  while (widget != box && !gtk_widget_grab_focus (widget))
    widget = gtk_widget_get_parent (widget);
  return G_SOURCE_REMOVE;
}

/* Only the tab in sight is put together; the others are when they come into sight. */
static void
fill_shown (ValMentoringPage *self)
{
  static void (*const fill[N_TABS]) (GtkWidget *, ValPage *, const ValMentoringPicture *)
      = { val_mentoring_fill_sessions, val_mentoring_fill_thanks, val_mentoring_fill_mirror };
  guint tab = val_tabs_get_shown (VAL_TABS (self->tabs));
  Focus *focus;

  if (self->picture == NULL || !self->stale[tab])
    return;
  focus = remember_focus (self);
  self->stale[tab] = FALSE;
  self->picture->most_rows = self->most_rows;
  /* What had the focus may be in any row. */
  self->picture->at_once = focus != NULL ? G_MAXUINT : ROWS_AT_ONCE;
  clear (self->boxes[tab]);
  fill[tab] (self->boxes[tab], VAL_PAGE (self), self->picture);
  /* Once the new lines have their places: before, the page would scroll to its top. */
  if (focus != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, focus, (GDestroyNotify) focus_free);
}

/* A report is of what the tab shows. */
static void
tab_cb (ValMentoringPage *self)
{
  GActionMap *actions = G_ACTION_MAP (val_page_get_actions (VAL_PAGE (self)));
  GAction *print = g_action_map_lookup_action (actions, "print");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (print),
                               val_tabs_get_shown (VAL_TABS (self->tabs)) == TAB_THANKS);
  fill_shown (self);
}

static void
show_picture (ValMentoringPage *self)
{
  guint n = self->picture->attention->people->len;
  g_autofree char *people = val_format_count (ngettext ("%u person", "%u people", n), n);

  val_page_set_title (VAL_PAGE (self), C_ ("page", "Mentoring"), people);
  for (guint i = 0; i < N_TABS; i++)
    {
      self->stale[i] = TRUE;
      if (i != val_tabs_get_shown (VAL_TABS (self->tabs)))
        clear (self->boxes[i]);
    }
  fill_shown (self);
}

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValMentoringPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValMentoringPicture) picture
      = val_mentoring_picture_finish (VAL_SESSION (source), result, &error);
  g_autoptr (ValMentoringPicture) old = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->disposed)
    return;
  if (picture == NULL)
    {
      val_page_warn (VAL_PAGE (self), error->message);
      return;
    }
  /* People are known by their place in a dataset: a picture of an older one is no use. */
  if (picture->attention->dataset != val_session_get_dataset (VAL_SESSION (source)))
    return;
  /* Rows that are still to come are of the old one: it goes when they are dropped. */
  old = g_steal_pointer (&self->picture);
  self->picture = g_steal_pointer (&picture);
  show_picture (self);
}

static void
ask (ValMentoringPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  int year;

  if (val_session_get_dataset (session) == NULL)
    return;
  val_question_renew (&self->cancellable);
  val_iso_week (val_session_get_today (session), &year);
  val_mentoring_picture_async (session,
                               val_team_choice_get_team (VAL_TEAM_CHOICE (self->team_choice)),
                               year, self->cancellable, picture_cb, g_object_ref (self));
}

static void
val_mentoring_page_update (ValPage *page, ValTables tables)
{
  ValMentoringPage *self = VAL_MENTORING_PAGE (page);

  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_PEOPLE))
    val_team_choice_fill (VAL_TEAM_CHOICE (self->team_choice), val_page_get_session (page));
  ask (self);
}

/* ---- Actions ---------------------------------------------------------------------------------- */

static GtkWindow *
window_of (gpointer page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static void
plan_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ValMentoring *mentoring = val_mentoring_new ();

  val_mentoring_window_present (window_of (self), val_page_get_session (self), mentoring);
  val_record_free (mentoring);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  val_mentoring_window_open (window_of (self), val_page_get_session (self),
                             g_variant_get_int64 (parameter));
}

static void
talk_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  val_mentoring_window_open_person (window_of (self), val_page_get_session (self),
                                    g_variant_get_int64 (parameter));
}

/* The lines that come take the place of the button, and so the focus. */
static void
more_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValMentoringPage *self = data;

  self->most_rows += ROWS;
  if (self->picture != NULL)
    show_picture (self);
}

static void
cadence_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  val_cadence_dialog_present (window_of (self), val_page_get_session (self));
}

static void
calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValMentoringPage *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->picture != NULL && i < self->picture->meetings->len; i++)
    g_array_append_val (ids,
                        g_array_index (self->picture->meetings, ValMentoringMeeting, i).id);
  val_calendar_export_run (GTK_WIDGET (self), val_page_get_session (VAL_PAGE (self)), ids);
}

static GBytes *
make_report (const ValPageGround *ground, gpointer team_id, GError **error)
{
  g_autoptr (GPtrArray) given
      = val_store_read_records (ground->store, VAL_RECORD_RECOGNITION, NULL, error);

  return given != NULL ? val_report_recognition (ground->dataset, *(const gint64 *) team_id,
                                                 ground->today, given, NULL, error)
                       : NULL;
}

/* How recognition stands in the team that is shown. */
static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValMentoringPage *self = data;
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  gint64 team_id = val_team_choice_get_team (VAL_TEAM_CHOICE (self->team_choice));

  if (val_session_get_dataset (session) != NULL && val_page_may_name (VAL_PAGE (self)))
    val_page_make_report (VAL_PAGE (self), C_ ("file name", "thanks"),
                          val_session_get_today (session), make_report,
                          g_memdup2 (&team_id, sizeof team_id), g_free);
}

/* ---- The frame -------------------------------------------------------------------------------- */

static void
build (ValMentoringPage *self)
{
  static const GActionEntry entries[] = {
    { "new", plan_cb },
    { "open-session", open_cb, "x" },
    { "talk", talk_cb, "x" },
    { "cadence", cadence_cb },
    { "calendar", calendar_cb },
    { "more", more_cb },
    { "print", print_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const char *const titles[N_TABS]
      = { C_ ("tab", "Sessions"), C_ ("tab", "Thanks"), C_ ("tab", "Mirror") };

  self->tabs = val_tabs_new ();
  for (guint i = 0; i < N_TABS; i++)
    {
      self->boxes[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      val_tabs_add (VAL_TABS (self->tabs), titles[i], val_column_new (self->boxes[i], WIDEST));
    }
  adw_bin_set_child (ADW_BIN (self), self->tabs);
  g_signal_connect_swapped (self->tabs, "notify::shown", G_CALLBACK (tab_cb), self);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (actions));
  tab_cb (self);
  val_page_set_title (VAL_PAGE (self), C_ ("page", "Mentoring"), NULL);
  self->team_choice = val_team_choice_new (C_ ("person", "Team"));
  g_signal_connect_swapped (self->team_choice, "chosen", G_CALLBACK (ask), self);
  val_page_set_header_start (VAL_PAGE (self), self->team_choice);
}

static void
val_mentoring_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (val_mentoring_page_parent_class)->constructed (object);
  build (VAL_MENTORING_PAGE (object));
}

static void
val_mentoring_page_dispose (GObject *object)
{
  ValMentoringPage *self = VAL_MENTORING_PAGE (object);

  val_question_drop (&self->cancellable);
  g_clear_pointer (&self->picture, val_mentoring_picture_free);
  self->disposed = TRUE;
  G_OBJECT_CLASS (val_mentoring_page_parent_class)->dispose (object);
}

static void
val_mentoring_page_class_init (ValMentoringPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = val_mentoring_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = val_mentoring_page_dispose;
  VAL_PAGE_CLASS (klass)->update = val_mentoring_page_update;
}

static void
val_mentoring_page_init (ValMentoringPage *self)
{
  self->most_rows = ROWS;
}

/**
 * val_mentoring_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page of mentoring and thanks
 */
ValPage *
val_mentoring_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_MENTORING_PAGE, "session", session, NULL);
}
