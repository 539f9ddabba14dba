/* val-draft-keeper.c: what is being typed, kept while it is typed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-draft-keeper.h"

struct _ValDraftKeeper
{
  GObject parent_instance;

  ValStore *store;
  char *key;
  char *body; /* what waits to be written; NULL: nothing is to be kept */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (ValDraftKeeper, val_draft_keeper, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Who goes waits for no answer. */
static void
ignored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  val_store_put_draft_finish (VAL_STORE (source), result, &error);
}

static void
val_draft_keeper_dispose (GObject *object)
{
  ValDraftKeeper *self = VAL_DRAFT_KEEPER (object);

  if (self->timeout != 0)
    val_store_put_draft_async (self->store, self->key, self->body, NULL, ignored_cb, NULL);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (val_draft_keeper_parent_class)->dispose (object);
}

static void
val_draft_keeper_finalize (GObject *object)
{
  ValDraftKeeper *self = VAL_DRAFT_KEEPER (object);

  g_free (self->key);
  g_free (self->body);
  G_OBJECT_CLASS (val_draft_keeper_parent_class)->finalize (object);
}

static void
val_draft_keeper_class_init (ValDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_draft_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_draft_keeper_finalize;
  signals[FAILED] = g_signal_new ("failed", VAL_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
val_draft_keeper_init (ValDraftKeeper *self)
{
}

/**
 * val_draft_keeper_new:
 * @store: an open store
 * @key: of the draft, for example "capture"
 *
 * What waits when the keeper goes is written then.
 *
 * Returns: (transfer full): a keeper that has nothing to write yet
 */
ValDraftKeeper *
val_draft_keeper_new (ValStore *store, const char *key)
{
  ValDraftKeeper *self = g_object_new (VAL_TYPE_DRAFT_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->key = g_strdup (key);
  return self;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValDraftKeeper) self = data;
  g_autoptr (GError) error = NULL;

  if (!val_store_put_draft_finish (VAL_STORE (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/**
 * val_draft_keeper_flush:
 *
 * The text is on its way to the disk when this returns.
 */
void
val_draft_keeper_flush (ValDraftKeeper *self)
{
  g_return_if_fail (VAL_IS_DRAFT_KEEPER (self));
  if (self->timeout == 0)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  val_store_put_draft_async (self->store, self->key, self->body, NULL, written_cb,
                             g_object_ref (self));
}

static gboolean
timeout_cb (gpointer data)
{
  val_draft_keeper_flush (data);
  return G_SOURCE_REMOVE;
}

/**
 * val_draft_keeper_put:
 * @body: (nullable): all that is to be kept
 *
 * Taking a draft away is done at once.
 */
void
val_draft_keeper_put (ValDraftKeeper *self, const char *body)
{
  g_return_if_fail (VAL_IS_DRAFT_KEEPER (self));

  g_free (self->body);
  self->body = g_strdup (body);
  /* Not put off by the next letter: who types on and on would never be kept. */
  if (self->timeout == 0)
    self->timeout = g_timeout_add (VAL_DRAFT_DELAY, timeout_cb, self);
  if (body == NULL)
    val_draft_keeper_flush (self);
}
