/* val-person-records.c: everything written about one person, kept up to date
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-records.h"
#include "val-question.h"

/* What can change without a trace in the person's events. */
#define WITHOUT_EVENTS (VAL_TABLE_GOALS | VAL_TABLE_PHASES | VAL_TABLE_CADENCES)

struct _ValPersonRecords
{
  GObject parent_instance;

  ValSession *session;
  gint64 person_id;
  ValEvents *events; /* as they were when the records were asked for */
  GPtrArray *records;
  char *failure;
  GCancellable *cancellable; /* of the question under way */
};

G_DEFINE_FINAL_TYPE (ValPersonRecords, val_person_records, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_question (ValPersonRecords *self)
{
  val_question_drop (&self->cancellable);
}

static void
val_person_records_dispose (GObject *object)
{
  ValPersonRecords *self = VAL_PERSON_RECORDS (object);

  forget_question (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->events, val_events_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->failure, g_free);
  G_OBJECT_CLASS (val_person_records_parent_class)->dispose (object);
}

static void
val_person_records_class_init (ValPersonRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_records_dispose;
  signals[CHANGED] = g_signal_new ("changed", VAL_TYPE_PERSON_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
val_person_records_init (ValPersonRecords *self)
{
}

static const ValEvents *
current_events (ValPersonRecords *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  guint index;

  if (dataset == NULL || !val_dataset_find_person (dataset, self->person_id, &index))
    return NULL;
  return val_dataset_events (dataset, index);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPersonRecords) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_person_finish (VAL_STORE (source), result, &error);

  /* Cancelled: a newer question was asked, or nobody wants to know any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_pointer (&self->failure, g_free);
  if (records == NULL)
    self->failure = g_strdup (error->message);
  else
    {
      g_clear_pointer (&self->records, g_ptr_array_unref);
      self->records = g_steal_pointer (&records);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (ValPersonRecords *self)
{
  const ValEvents *events = current_events (self);

  forget_question (self);
  g_clear_pointer (&self->events, val_events_unref);
  self->events = events != NULL ? val_events_ref ((ValEvents *) events) : NULL;
  self->cancellable = g_cancellable_new ();
  val_store_read_person_async (val_session_get_store (self->session), self->person_id,
                               self->cancellable, read_cb, g_object_ref (self));
}

/**
 * val_person_records_new:
 * @session: the session
 *
 * Returns: (transfer full): records of nobody yet
 */
ValPersonRecords *
val_person_records_new (ValSession *session)
{
  ValPersonRecords *self = g_object_new (VAL_TYPE_PERSON_RECORDS, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * val_person_records_set_person:
 * @self: the records
 * @person_id: somebody, or 0
 *
 * Reads what is written about somebody; "changed" follows.
 */
void
val_person_records_set_person (ValPersonRecords *self, gint64 person_id)
{
  g_return_if_fail (VAL_IS_PERSON_RECORDS (self));

  if (self->person_id != person_id)
    g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->failure, g_free);
  self->person_id = person_id;
  if (person_id != 0)
    ask (self);
  else
    forget_question (self);
}

/**
 * val_person_records_update:
 * @self: the records
 * @tables: what changed in the centre
 *
 * What is written about others is not read again: their events are other ones, this person's are
 * the same.
 */
void
val_person_records_update (ValPersonRecords *self, ValTables tables)
{
  g_return_if_fail (VAL_IS_PERSON_RECORDS (self));

  if (self->person_id == 0 || !(tables & (VAL_TABLE_RECORDS | VAL_TABLE_CADENCES)))
    return;
  if ((tables & WITHOUT_EVENTS) || current_events (self) != self->events)
    ask (self);
}

/* val_person_records_get: (transfer none) (nullable) (element-type ValRecord) */
GPtrArray *
val_person_records_get (ValPersonRecords *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_RECORDS (self), NULL);
  return self->records;
}

/* val_person_records_get_failure: (transfer none) (nullable): a translated sentence */
const char *
val_person_records_get_failure (ValPersonRecords *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_RECORDS (self), NULL);
  return self->failure;
}
