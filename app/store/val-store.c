/* val-store.c: the store: a database behind a thread of its own
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-store.h"

#include "val-config.h"
#include "val-store-thread.h"

G_DEFINE_FINAL_TYPE (ValStore, val_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  STATE,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* val_store_take_news: takes what the database thread left and tells it: first the state, then the
 * new picture. */
void
val_store_take_news (ValStore *self)
{
  ValStoreNews news;
  gboolean state;

  g_mutex_lock (&self->lock);
  news = self->news;
  self->news = (ValStoreNews){ 0 };
  g_mutex_unlock (&self->lock);
  if (!news.any)
    return;

  state = g_strcmp0 (news.undo_label, self->undo_label) != 0
          || g_strcmp0 (news.redo_label, self->redo_label) != 0
          || news.read_only != self->read_only;
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = news.undo_label;
  self->redo_label = news.redo_label;
  self->read_only = news.read_only;
  if (news.dataset != NULL)
    {
      g_clear_pointer (&self->dataset, val_dataset_unref);
      self->dataset = news.dataset;
    }

  g_object_ref (self);
  if (state)
    g_signal_emit (self, signals[STATE], 0);
  if (news.tables != 0)
    g_signal_emit (self, signals[CHANGED], 0, news.tables);
  if (news.warning != NULL)
    g_signal_emit (self, signals[FAILED], 0, news.warning);
  g_clear_error (&news.warning);
  g_object_unref (self);
}

/* val_store_leave_news: on the database thread, after each job */
void
val_store_leave_news (ValStore *self, ValCore *core, ValTables tables)
{
  ValStoreNews *news = &self->news;

  g_mutex_lock (&self->lock);
  news->any = TRUE;
  news->tables |= tables;
  g_free (news->undo_label);
  g_free (news->redo_label);
  news->undo_label = val_core_dup_label (&core->undo);
  news->redo_label = val_core_dup_label (&core->redo);
  news->read_only = core->db->read_only || core->db->moved;
  g_clear_pointer (&news->dataset, val_dataset_unref);
  news->dataset = val_dataset_ref (core->dataset);
  if (core->warning != NULL)
    {
      g_clear_error (&news->warning);
      news->warning = g_steal_pointer (&core->warning);
    }
  g_mutex_unlock (&self->lock);
}

static void
val_store_dispose (GObject *object)
{
  ValStore *self = VAL_STORE (object);

  val_store_close (self);
  self->link->store = NULL;
  G_OBJECT_CLASS (val_store_parent_class)->dispose (object);
}

static void
val_store_finalize (GObject *object)
{
  ValStore *self = VAL_STORE (object);

  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_clear_pointer (&self->news.dataset, val_dataset_unref);
  g_free (self->news.undo_label);
  g_free (self->news.redo_label);
  g_clear_error (&self->news.warning);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->path);
  g_main_context_unref (self->context);
  g_atomic_rc_box_release (self->link);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);
  G_OBJECT_CLASS (val_store_parent_class)->finalize (object);
}

static void
val_store_class_init (ValStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = val_store_dispose;
  object_class->finalize = val_store_finalize;

  /* ValStore::changed: a new dataset is in place; the kinds of rows that differ (ValTables). */
  signals[CHANGED] = g_signal_new ("changed", VAL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* ValStore::state: undo, redo or read-only changed. */
  signals[STATE] = g_signal_new ("state", VAL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /* ValStore::failed: background work found something the user must know. */
  signals[FAILED] = g_signal_new ("failed", VAL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
val_store_init (ValStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->owner = g_thread_self ();
  self->link = g_atomic_rc_box_new0 (ValStoreLink);
  self->link->store = self;
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
}

/**
 * val_store_default_path:
 *
 * Returns: (transfer full): where the user's own database lies; the development program has a
 *   place of its own
 */
char *
val_store_default_path (void)
{
#ifdef VAL_DEVEL
  const char *folder = "valmius-devel";
#else
  const char *folder = "valmius";
#endif

  return g_build_filename (g_get_user_data_dir (), folder, "valmius.db", NULL);
}

/**
 * val_store_new:
 * @path: the database file; it is not touched yet
 *
 * Returns: (transfer full): a store that answers in the main context of this thread
 */
ValStore *
val_store_new (const char *path)
{
  ValStore *self;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_object_new (VAL_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

/**
 * val_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of the file
 */
const char *
val_store_get_path (ValStore *self)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return self->path;
}

/**
 * val_store_is_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be written: asked for, no right to, newer, damaged or moved
 */
gboolean
val_store_is_read_only (ValStore *self)
{
  g_return_val_if_fail (VAL_IS_STORE (self), TRUE);
  return self->read_only;
}

/**
 * val_store_close:
 * @self: a store
 *
 * Waits for what is under way, closes the file and ends the thread. What was asked for before is
 * still answered. The last dataset stays.
 */
void
val_store_close (ValStore *self)
{
  g_return_if_fail (VAL_IS_STORE (self));
  val_store_end_thread (self);
}

/**
 * val_store_ref_dataset:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the newest picture
 */
ValDataset *
val_store_ref_dataset (ValStore *self)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return self->dataset != NULL ? val_dataset_ref (self->dataset) : NULL;
}

/**
 * val_store_dup_undo_label:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the translated sentence about what undo takes back
 */
char *
val_store_dup_undo_label (ValStore *self)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return g_strdup (self->undo_label);
}

/**
 * val_store_dup_redo_label:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): the translated sentence about what redo does again
 */
char *
val_store_dup_redo_label (ValStore *self)
{
  g_return_val_if_fail (VAL_IS_STORE (self), NULL);
  return g_strdup (self->redo_label);
}
