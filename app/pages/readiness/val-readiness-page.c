/* val-readiness-page.c: are the people ready?
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-page-private.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-question.h"

G_DEFINE_FINAL_TYPE (ValReadinessPage, val_readiness_page, VAL_TYPE_PAGE)

/**
 * val_readiness_page_get_options:
 *
 * Returns: how the answer is to be worded now; the comparison stays the page's
 */
ValAnswerOptions
val_readiness_page_get_options (ValReadinessPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  ValAnswerOptions options = { self->before, val_session_get_hide_names (session),
                               val_session_get_today (session) };

  return options;
}

static ValReadinessQuery
make_query (ValReadinessPage *self)
{
  ValReadinessQuery query = { 0 };

  query.team_id = val_readiness_filters_get_team (self->filters);
  query.role_id = val_readiness_filters_get_role (self->filters);
  query.on = val_readiness_filters_get_on (self->filters);
  return query;
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValReadinessPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValReadinessPicture) picture = val_readiness_job_finish (result, &error);

  if (picture == NULL)
    return; /* a newer question is on its way */
  if (g_task_get_cancellable (G_TASK (result)) != self->working)
    return;
  g_clear_pointer (&self->readiness, val_readiness_unref);
  g_clear_pointer (&self->before, val_readiness_unref);
  self->readiness = g_steal_pointer (&picture->now);
  self->before = g_steal_pointer (&picture->before);
  val_readiness_page_show (self);
}

static void
work (ValReadinessPage *self)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (self)));
  ValReadinessQuery query;

  if (dataset == NULL)
    return;
  query = make_query (self);
  val_question_renew (&self->working);
  val_readiness_job_async (dataset, &query, val_readiness_filters_get_compare (self->filters),
                           self->working, worked_cb, g_object_ref (self));
}

static void
past_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValReadinessPage) self = data;
  g_autoptr (ValReadinessPast) past = val_readiness_past_finish (result, NULL);

  if (past == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking_back
      || val_page_get_session (VAL_PAGE (self)) == NULL)
    return;
  val_readiness_history_card_show (self->history, past,
                                   val_session_get_today (val_page_get_session (VAL_PAGE (self))));
}

static void
look_back (ValReadinessPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  ValDataset *dataset = val_session_get_dataset (session);
  ValReadinessQuery query;

  if (dataset == NULL)
    return;
  query = make_query (self);
  query.on = val_session_get_today (session);
  self->past_team = query.team_id;
  self->past_role = query.role_id;
  val_question_renew (&self->looking_back);
  val_readiness_past_async (dataset, &query, self->looking_back, past_cb, g_object_ref (self));
}

static void
filters_changed_cb (ValReadinessFilters *filters, ValReadinessPage *self)
{
  val_readiness_history_card_set_day (self->history, val_readiness_filters_get_on (filters));
  /* The buttons have other words now, and perhaps another width. */
  g_object_notify (G_OBJECT (self), "header-start");
  work (self);
  if (val_readiness_filters_get_team (filters) != self->past_team
      || val_readiness_filters_get_role (filters) != self->past_role)
    look_back (self);
}

static void
history_moved_cb (ValReadinessHistory *history, int day, ValReadinessPage *self)
{
  val_readiness_filters_set_on (self->filters, day);
  work (self);
}

/**
 * val_readiness_page_open_people:
 *
 * Goes to the inner place; the window offers the way back.
 */
void
val_readiness_page_open_people (ValReadinessPage *self)
{
  val_gtk_stack_show (self->stack, "people");
  val_page_set_can_go_back (VAL_PAGE (self), TRUE);
}

static void
val_readiness_page_update (ValPage *page, ValTables tables)
{
  ValReadinessPage *self = VAL_READINESS_PAGE (page);

  if (tables & (VAL_TABLE_TEAMS | VAL_TABLE_ROLES | VAL_TABLE_PEOPLE))
    val_readiness_filters_refresh (self->filters);
  work (self);
  look_back (self);
}

static gboolean
val_readiness_page_go_back (ValPage *page)
{
  ValReadinessPage *self = VAL_READINESS_PAGE (page);

  if (!val_page_get_can_go_back (page))
    return FALSE;
  val_gtk_stack_show (self->stack, "overview");
  val_page_set_can_go_back (page, FALSE);
  return TRUE;
}

static void
narrow_cb (ValReadinessPage *self)
{
  val_readiness_page_set_narrow (self, val_page_get_narrow (VAL_PAGE (self)));
}

static void
val_readiness_page_constructed (GObject *object)
{
  ValReadinessPage *self = VAL_READINESS_PAGE (object);
  ValSession *session;

  G_OBJECT_CLASS (val_readiness_page_parent_class)->constructed (object);
  session = val_page_get_session (VAL_PAGE (self));
  self->filters = VAL_READINESS_FILTERS (val_readiness_filters_new (session));
  val_readiness_page_build (self);
  val_readiness_page_add_actions (self);
  val_readiness_page_connect (self);
  val_page_set_title (VAL_PAGE (self), C_ ("page", "Readiness"), NULL);
  val_page_set_header_start (VAL_PAGE (self), GTK_WIDGET (self->filters));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self, 0);
  g_signal_connect (self->history, "moved", G_CALLBACK (history_moved_cb), self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (session, "notify::read-only", G_CALLBACK (val_readiness_page_show), self,
                           G_CONNECT_SWAPPED);
}

static void
val_readiness_page_dispose (GObject *object)
{
  ValReadinessPage *self = VAL_READINESS_PAGE (object);

  val_question_drop (&self->working);
  val_question_drop (&self->looking_back);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->readiness, val_readiness_unref);
  g_clear_pointer (&self->before, val_readiness_unref);
  G_OBJECT_CLASS (val_readiness_page_parent_class)->dispose (object);
}

static void
val_readiness_page_class_init (ValReadinessPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = val_readiness_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = val_readiness_page_dispose;
  VAL_PAGE_CLASS (klass)->update = val_readiness_page_update;
  VAL_PAGE_CLASS (klass)->go_back = val_readiness_page_go_back;
}

static void
val_readiness_page_init (ValReadinessPage *self)
{
}

/**
 * val_readiness_page_new:
 * @session: the window's
 *
 * Returns: (transfer floating): the page
 */
ValPage *
val_readiness_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_READINESS_PAGE, "session", session, NULL);
}
