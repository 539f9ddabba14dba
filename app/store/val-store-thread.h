/* val-store-thread.h: what the store and the thread of its database share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-store-private.h"

G_BEGIN_DECLS

/* News: what the database thread has for the main thread; merged until it is taken */
typedef struct
{
  gboolean any;
  ValDataset *dataset;
  ValTables tables;
  char *undo_label;
  char *redo_label;
  gboolean read_only;
  GError *warning;
} ValStoreNews;

/* The way back to the store for what it did not ask for; read and emptied in the main thread. */
typedef struct
{
  ValStore *store; /* NULL: gone */
} ValStoreLink;

struct _ValStore
{
  GObject parent_instance;

  ValStoreLink *link;

  char *path;
  GMainContext *context;
  GThread *owner;  /* in which news is told */
  GThread *thread; /* NULL: closed */
  GAsyncQueue *queue;

  /* The main thread's. */
  ValDataset *dataset;
  char *undo_label;
  char *redo_label;
  gboolean read_only;

  GMutex lock;
  GCond answered;
  ValStoreNews news;
  ValDb *checking; /* the connection while it may be told to stop what nobody waits for */
  gboolean backing_up; /* the same, and any other work goes first */
  gboolean closing;
};

/* Of the store. In the thread of its owner, and in that of the database. */
void val_store_take_news (ValStore *self);
void val_store_leave_news (ValStore *self, ValCore *core, ValTables tables);

/* Of the thread, which begins with the first job. */
void val_store_end_thread (ValStore *self);

G_END_DECLS
