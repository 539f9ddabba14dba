/* val-session.c: what all pages of a window share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-session.h"

#include "val-format.h"
#include "val-i18n.h"

struct _ValSession
{
  GObject parent_instance;

  ValStore *store;
  ValDataset *dataset;
  char *undo_label;
  char *redo_label;
  ValDay fixed_today; /* VAL_DAY_NONE: the clock's */
  guint pending;
  gboolean hide_names;
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (ValSession, val_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_HIDE_NAMES,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_BUSY,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  CHANGED,
  SAVED,
  UNDONE,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
add_pending (ValSession *self, int change)
{
  gboolean was_busy = self->pending > 0;

  self->pending += change;
  if (was_busy != (self->pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
take_label (ValSession *self, char **field, char *label, int property, int can_property)
{
  gboolean could = *field != NULL;

  if (g_strcmp0 (*field, label) == 0)
    {
      g_free (label);
      return;
    }
  g_free (*field);
  *field = label;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  if (could != (label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[can_property]);
}

static void
refresh_state (ValSession *self)
{
  gboolean read_only = val_store_is_read_only (self->store);

  g_object_freeze_notify (G_OBJECT (self));
  take_label (self, &self->undo_label, val_store_dup_undo_label (self->store), PROP_UNDO_LABEL,
              PROP_CAN_UNDO);
  take_label (self, &self->redo_label, val_store_dup_redo_label (self->store), PROP_REDO_LABEL,
              PROP_CAN_REDO);
  if (read_only != self->read_only)
    {
      self->read_only = read_only;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
store_changed_cb (ValStore *store, guint tables, ValSession *self)
{
  g_clear_pointer (&self->dataset, val_dataset_unref);
  self->dataset = val_store_ref_dataset (store);
  refresh_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  g_signal_emit (self, signals[CHANGED], 0, tables);
}

static void
store_state_cb (ValStore *store, ValSession *self)
{
  refresh_state (self);
}

static void
store_failed_cb (ValStore *store, GError *error, ValSession *self)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
val_session_dispose (GObject *object)
{
  ValSession *self = VAL_SESSION (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  G_OBJECT_CLASS (val_session_parent_class)->dispose (object);
}

static void
val_session_finalize (GObject *object)
{
  ValSession *self = VAL_SESSION (object);

  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (val_session_parent_class)->finalize (object);
}

/* What is written down says real names; while they are hidden, nothing of it is said. */
static const char *
shown_label (ValSession *self, const char *label)
{
  return self->hide_names && label != NULL ? "" : label;
}

static void
val_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValSession *self = VAL_SESSION (object);

  switch (id)
    {
    case PROP_DATASET:
      g_value_set_boxed (value, self->dataset);
      break;
    case PROP_HIDE_NAMES:
      g_value_set_boolean (value, self->hide_names);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, shown_label (self, self->undo_label));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, shown_label (self, self->redo_label));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->pending > 0);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HIDE_NAMES)
    val_session_set_hide_names (VAL_SESSION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DATASET] = g_param_spec_boxed ("dataset", NULL, NULL, VAL_TYPE_DATASET, flags);
  properties[PROP_HIDE_NAMES]
      = g_param_spec_boolean ("hide-names", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
val_session_class_init (ValSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = val_session_dispose;
  object_class->finalize = val_session_finalize;
  object_class->get_property = val_session_get_property;
  object_class->set_property = val_session_set_property;
  install_properties (object_class);

  signals[CHANGED] = g_signal_new ("changed", VAL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAVED] = g_signal_new ("saved", VAL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[UNDONE] = g_signal_new ("undone", VAL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", VAL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
val_session_init (ValSession *self)
{
  const char *today = g_getenv ("VALMIUS_TODAY");

  /* Screenshots, tests and demonstrations want the same picture on any day. */
  self->fixed_today = today != NULL ? val_day_parse_iso (today) : VAL_DAY_NONE;
}

/**
 * val_session_new:
 * @store: an open store
 *
 * Main thread, as everything here.
 *
 * Returns: (transfer full): a session over @store
 */
ValSession *
val_session_new (ValStore *store)
{
  ValSession *self = g_object_new (VAL_TYPE_SESSION, NULL);

  self->store = g_object_ref (store);
  self->dataset = val_store_ref_dataset (store);
  g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_connect (store, "state", G_CALLBACK (store_state_cb), self);
  g_signal_connect (store, "failed", G_CALLBACK (store_failed_cb), self);
  refresh_state (self);
  return self;
}

/**
 * val_session_get_store:
 *
 * Returns: (transfer none): the store, for what the session has no shorter way to
 */
ValStore *
val_session_get_store (ValSession *self)
{
  g_return_val_if_fail (VAL_IS_SESSION (self), NULL);
  return self->store;
}

/**
 * val_session_get_dataset:
 *
 * Returns: (transfer none) (nullable): the newest picture; NULL before the first load
 */
ValDataset *
val_session_get_dataset (ValSession *self)
{
  g_return_val_if_fail (VAL_IS_SESSION (self), NULL);
  return self->dataset;
}

/**
 * val_session_get_today:
 *
 * Returns: the local day, or the one the environment variable VALMIUS_TODAY names
 */
ValDay
val_session_get_today (ValSession *self)
{
  g_return_val_if_fail (VAL_IS_SESSION (self), VAL_DAY_NONE);
  return self->fixed_today != VAL_DAY_NONE ? self->fixed_today : val_day_today ();
}

/**
 * val_session_get_scale:
 *
 * Returns: how the centre enters and shows levels; main thread only
 */
ValScale
val_session_get_scale (ValSession *self)
{
  const char *text
      = self->dataset != NULL ? val_dataset_setting (self->dataset, VAL_SETTING_SCALE) : NULL;
  ValScale scale;

  /* A setting that is not understood is as good as none. */
  return text != NULL && val_scale_parse (text, &scale, NULL) ? scale : val_scale_default;
}

/**
 * val_session_get_hide_names:
 *
 * Returns: whether screens show "Agent 7" instead of names
 */
gboolean
val_session_get_hide_names (ValSession *self)
{
  g_return_val_if_fail (VAL_IS_SESSION (self), FALSE);
  return self->hide_names;
}

/**
 * val_session_set_hide_names:
 * @hide_names: whether names are hidden from now on
 *
 * Pages are told by "changed" (people), so that they draw themselves anew.
 */
void
val_session_set_hide_names (ValSession *self, gboolean hide_names)
{
  g_return_if_fail (VAL_IS_SESSION (self));

  hide_names = !!hide_names;
  if (self->hide_names == hide_names)
    return;
  self->hide_names = hide_names;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDE_NAMES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_signal_emit (self, signals[CHANGED], 0, (guint) VAL_TABLE_PEOPLE);
}

/**
 * val_session_dup_person_name:
 * @person_index: a place in the session's dataset
 *
 * Returns: (transfer full): the name as screens may show it
 */
char *
val_session_dup_person_name (ValSession *self, guint person_index)
{
  g_return_val_if_fail (VAL_IS_SESSION (self), NULL);
  g_return_val_if_fail (self->dataset != NULL, g_strdup (""));

  if (self->hide_names)
    {
      g_autofree char *number = val_format_integer ((gint64) person_index + 1);

      /* Translators: stands for a person while names are hidden; %s is a number */
      return g_strdup_printf (_("Agent %s"), number);
    }
  return val_person_get_name (val_dataset_person (self->dataset, person_index));
}

static char *
dup_edit_label (ValEdit *edit)
{
  const char *label = val_edit_get_label (edit);
  const char *argument = val_edit_get_argument (edit);

  if (label == NULL || *label == '\0')
    return g_strdup ("");
  return val_format_replace (gettext (label), argument != NULL ? argument : "");
}

typedef struct
{
  ValEdit *edit;
  gboolean quiet;
} EditData;

static void
edit_data_free (EditData *data)
{
  val_edit_unref (data->edit);
  g_free (data);
}

static void
edit_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ValSession *self = g_task_get_source_object (task);
  EditData *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  ValEditResult *edit_result;

  edit_result = val_store_edit_finish (VAL_STORE (source), result, &error);
  add_pending (self, -1);
  refresh_state (self);
  if (edit_result == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!data->quiet)
    {
      g_autofree char *message = dup_edit_label (data->edit);

      g_signal_emit (self, signals[SAVED], 0, message, edit_result->change_id);
    }
  g_task_return_pointer (task, edit_result, (GDestroyNotify) val_edit_result_free);
}

static GTask *
make_edit_task (ValSession *self, ValEdit *edit, gboolean quiet, GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  EditData *data = g_new0 (EditData, 1);

  data->edit = val_edit_ref (edit);
  data->quiet = quiet;
  g_task_set_task_data (task, data, (GDestroyNotify) edit_data_free);
  add_pending (self, 1);
  return task;
}

static void
start_edit (ValSession *self, ValEdit *edit, gboolean quiet, GAsyncReadyCallback callback,
            gpointer user_data)
{
  val_store_edit_async (self->store, edit, NULL, edit_cb,
                        make_edit_task (self, edit, quiet, callback, user_data));
}

/**
 * val_session_edit:
 * @edit: a filled edit
 * @callback: (nullable): called in the main context when it is stored or refused
 *
 * Carries out @edit and says so: "saved" or "failed".
 */
void
val_session_edit (ValSession *self, ValEdit *edit, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (VAL_IS_SESSION (self));
  start_edit (self, edit, FALSE, callback, data);
}

/**
 * val_session_edit_quietly:
 * @edit: a filled edit
 * @callback: (nullable): as for val_session_edit ()
 *
 * As val_session_edit () without "saved"; a failure is still said.
 */
void
val_session_edit_quietly (ValSession *self, ValEdit *edit, GAsyncReadyCallback callback,
                          gpointer data)
{
  g_return_if_fail (VAL_IS_SESSION (self));
  start_edit (self, edit, TRUE, callback, data);
}

/**
 * val_session_edit_with_progress:
 * @cancellable: (nullable): stops it; nothing of the edit is kept then
 * @progress: (nullable): called in the main context with 0 ... 1
 * @callback: (nullable): as for val_session_edit ()
 *
 * As val_session_edit (), for an import. A stop is no failure that is said.
 */
void
val_session_edit_with_progress (ValSession *self, ValEdit *edit, GCancellable *cancellable,
                                ValStoreProgress progress, gpointer progress_data,
                                GAsyncReadyCallback callback, gpointer data)
{
  GTask *task;

  g_return_if_fail (VAL_IS_SESSION (self));
  task = make_edit_task (self, edit, FALSE, callback, data);
  val_store_edit_with_progress_async (self->store, edit, cancellable, progress, progress_data,
                                      edit_cb, task);
}

/**
 * val_session_edit_finish:
 *
 * Returns: (transfer full) (nullable): what the store made of the edit, or NULL with @error, of
 *   which the window has already told the user
 */
ValEditResult *
val_session_edit_finish (ValSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
step_done (ValSession *self, gboolean done, const char *sentence, const char *neutral,
           const char *label, GError *error)
{
  add_pending (self, -1);
  refresh_state (self);
  if (done)
    {
      g_autofree char *message = val_format_replace (sentence, label != NULL ? label : "");

      g_signal_emit (self, signals[UNDONE], 0, self->hide_names ? neutral : message);
    }
  else if (!g_error_matches (error, VAL_STORE_ERROR, VAL_STORE_ERROR_NOTHING))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
undo_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ValSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gboolean done = val_store_undo_finish (VAL_STORE (source), result, &label, &error);

  /* Translators: %s is what was taken back, for example "Added: Anna Kowalska" */
  step_done (self, done, _("Taken back: %s"), _("The last change was taken back"), label, error);
}

static void
redo_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ValSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gboolean done = val_store_redo_finish (VAL_STORE (source), result, &label, &error);

  /* Translators: %s is what was done again, for example "Added: Anna Kowalska" */
  step_done (self, done, _("Done again: %s"), _("The change was done again"), label, error);
}

/**
 * val_session_undo:
 *
 * Takes back the last change; "undone" or "failed" follows, nothing when there is nothing to
 * take back.
 */
void
val_session_undo (ValSession *self)
{
  g_return_if_fail (VAL_IS_SESSION (self));
  add_pending (self, 1);
  val_store_undo_async (self->store, NULL, undo_cb, g_object_ref (self));
}

/**
 * val_session_redo:
 *
 * Does again what was taken back last; "undone" with the sentence, or "failed", follows.
 */
void
val_session_redo (ValSession *self)
{
  g_return_if_fail (VAL_IS_SESSION (self));
  add_pending (self, 1);
  val_store_redo_async (self->store, NULL, redo_cb, g_object_ref (self));
}
