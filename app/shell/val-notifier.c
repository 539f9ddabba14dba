/* val-notifier.c: sessions and promises of the day, said by the desktop
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-notifier.h"

#include "val-attention.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-question.h"
#include "val-settings.h"

#define PROMISES "promises"
#define CLOCK 60       /* seconds; a new day is noticed within them */
#define FIRST_AFTER 1  /* second: the window comes first */

struct _ValNotifier
{
  GObject parent_instance;

  GApplication *application;
  ValSession *session;
  GSettings *settings;  /* nullable */
  GHashTable *said;     /* id of a notification -> its words */
  GCancellable *cancellable;
  guint clock;
  guint soon;
  ValDay day;
  gboolean heard; /* something on the bus shows notifications */
};

G_DEFINE_FINAL_TYPE (ValNotifier, val_notifier, G_TYPE_OBJECT)

static gboolean
is_wanted (ValNotifier *self)
{
  return self->heard
         && (self->settings == NULL || g_settings_get_boolean (self->settings, "notifications"));
}

static void
withdraw_all (ValNotifier *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_application_withdraw_notification (self->application, id);
      g_hash_table_iter_remove (&iter);
    }
}

static void
say (ValNotifier *self, const char *id, const char *title, const char *body, const char *action,
     GVariant *target)
{
  g_autoptr (GNotification) notification = NULL;

  /* Said once, and again when it has become another thing: at another time, with somebody else. */
  if (g_strcmp0 (g_hash_table_lookup (self->said, id), body) == 0)
    {
      if (target != NULL)
        g_variant_unref (g_variant_ref_sink (target));
      return;
    }
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target_value (notification, action, target);
  g_application_send_notification (self->application, id, notification);
  g_hash_table_replace (self->said, g_strdup (id), g_strdup (body));
}

static char *
dup_session_words (ValNotifier *self, const ValOwed *owed)
{
  g_autofree char *name = val_session_dup_person_name (self->session, owed->person);
  g_autofree char *time = NULL;

  if (owed->minute == VAL_MINUTE_NONE)
    return g_steal_pointer (&name);
  time = val_format_time (owed->minute / 60, owed->minute % 60);
  /* Translators: a session of today; %1$s is a time of the day, %2$s a person’s name */
  return g_strdup_printf (C_ ("session", "%1$s – %2$s"), time, name);
}

static void
say_session (ValNotifier *self, const ValOwed *owed, GHashTable *wanted)
{
  char *id = g_strdup_printf ("session-%" G_GINT64_FORMAT, owed->record_id);
  g_autofree char *words = dup_session_words (self, owed);

  say (self, id, _("Session today"), words, "app.open-session",
       g_variant_new_int64 (owed->record_id));
  g_hash_table_add (wanted, id);
}

static void
say_promises (ValNotifier *self, guint n, GHashTable *wanted)
{
  g_autofree char *number = val_format_integer (n);
  g_autofree char *words
      = val_format_replace (ngettext ("%s promise falls due", "%s promises fall due", n), number);

  say (self, PROMISES, _("Promises of today"), words, "app.show-today", NULL);
  g_hash_table_add (wanted, g_strdup (PROMISES));
}

static void
compare (ValNotifier *self, const ValAttention *attention)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint promises = 0;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < attention->owed->len; i++)
    {
      const ValOwed *owed = &g_array_index (attention->owed, ValOwed, i);

      if (owed->due_day != attention->query.today)
        continue;
      if (owed->type == VAL_OWED_SESSION)
        say_session (self, owed, wanted);
      else if (owed->type == VAL_OWED_PROMISE_MINE || owed->type == VAL_OWED_PROMISE_THEIRS)
        promises++;
    }
  if (promises > 0)
    say_promises (self, promises, wanted);
  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (g_hash_table_contains (wanted, id))
        continue;
      g_application_withdraw_notification (self->application, id);
      g_hash_table_iter_remove (&iter);
    }
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValNotifier) self = data;
  g_autoptr (ValAttention) attention = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled when a newer question was asked; of an older dataset the places mean nothing. */
  if (attention == NULL || self->session == NULL || !is_wanted (self)
      || attention->dataset != val_session_get_dataset (self->session))
    return;
  compare (self, attention);
}

static void
compute_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ValAttentionQuery query;

  val_attention_query_init (&query, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "today")));
  query.horizon = 0;
  query.max_thanks = 0;
  g_task_return_pointer (task, val_attention_compute (data, &query),
                         (GDestroyNotify) val_attention_unref);
}

static void
look (ValNotifier *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GTask) task = NULL;

  val_question_drop (&self->cancellable);
  self->day = val_session_get_today (self->session);
  if (dataset == NULL || !is_wanted (self))
    {
      withdraw_all (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, computed_cb, g_object_ref (self));
  g_object_set_data (G_OBJECT (task), "today", GINT_TO_POINTER (self->day));
  g_task_set_task_data (task, val_dataset_ref (dataset), (GDestroyNotify) val_dataset_unref);
  g_task_run_in_thread (task, compute_thread);
}

static gboolean
soon_cb (gpointer data)
{
  ValNotifier *self = data;

  self->soon = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (ValNotifier *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add_seconds (FIRST_AFTER, soon_cb, self);
}

static gboolean
clock_cb (gpointer data)
{
  ValNotifier *self = data;

  if (self->day != val_session_get_today (self->session))
    look (self);
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (ValSession *session, guint tables, ValNotifier *self)
{
  if ((tables & (VAL_TABLE_MENTORINGS | VAL_TABLE_AGREEMENTS | VAL_TABLE_PEOPLE)) != 0)
    look_soon (self);
}

/* Without anything that shows notifications GLib would only complain. */
static void
names_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValNotifier) self = data;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autofree const char **names = NULL;

  if (answer == NULL || self->session == NULL)
    return;
  g_variant_get (answer, "(^a&s)", &names);
  if (!g_strv_contains (names, "org.freedesktop.Notifications")
      && !g_strv_contains (names, "org.gtk.Notifications")
      && !g_strv_contains (names, "org.freedesktop.portal.Desktop"))
    return;
  self->heard = TRUE;
  look_soon (self);
}

static void
ask_bus (ValNotifier *self, const char *method)
{
  g_dbus_connection_call (g_application_get_dbus_connection (self->application),
                          "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          method, NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          names_cb, g_object_ref (self));
}

static void
val_notifier_dispose (GObject *object)
{
  ValNotifier *self = VAL_NOTIFIER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->said != NULL && self->application != NULL)
    withdraw_all (self);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
  G_OBJECT_CLASS (val_notifier_parent_class)->dispose (object);
}

static void
val_notifier_class_init (ValNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_notifier_dispose;
}

static void
val_notifier_init (ValNotifier *self)
{
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * val_notifier_new:
 * @application: who speaks
 * @session: whose sessions and promises
 *
 * Begins a moment later, so that the window comes first. Main thread; the list is worked out in a
 * worker. The desktop's own settings, and "notifications" of the program's, switch it off.
 *
 * Returns: (transfer full): a notifier; unref it to be silent
 */
ValNotifier *
val_notifier_new (GApplication *application, ValSession *session)
{
  ValNotifier *self = g_object_new (VAL_TYPE_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->session = g_object_ref (session);
  if (val_settings_get_default () != NULL)
    {
      self->settings = g_object_ref (val_settings_get_default ());
      g_signal_connect_swapped (self->settings, "changed::notifications", G_CALLBACK (look_soon),
                                self);
    }
  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), self);
  self->clock = g_timeout_add_seconds (CLOCK, clock_cb, self);
  if (g_application_get_dbus_connection (application) != NULL)
    {
      ask_bus (self, "ListNames");
      ask_bus (self, "ListActivatableNames");
    }
  return self;
}
