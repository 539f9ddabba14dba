/* val-in-turns.c: work that would keep the window from its keys, piece by piece
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-in-turns.h"

/* So long one turn of the main loop may take, in microseconds. What was made is laid out then, which
 * takes four times as long. */
#define ONE_TURN 1500

#define KEY "val-in-turns"

typedef struct
{
  GtkWidget *owner; /* not owned */
  guint next, n;
  ValInTurns function;
  gpointer data;
  GDestroyNotify free_data;
  guint source;
} Turns;

static void
turns_free (gpointer data)
{
  Turns *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static gboolean
turn_cb (gpointer data)
{
  Turns *self = data;
  gint64 end = g_get_monotonic_time () + ONE_TURN;

  do
    self->function (self->owner, self->next++, self->data);
  while (self->next < self->n && g_get_monotonic_time () < end);
  if (self->next < self->n)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  g_object_set_data (G_OBJECT (self->owner), KEY, NULL);
  return G_SOURCE_REMOVE;
}

static void
destroy_cb (GtkWidget *owner, gpointer data)
{
  g_object_set_data (G_OBJECT (owner), KEY, NULL);
}

/**
 * val_in_turns:
 * @owner: what is filled; when it is gone nothing more is done
 * @n: how many pieces there are
 * @at_once: so many of them are done now
 * @function: does one
 * @data: for @function
 * @free_data: (nullable): frees @data when nothing more will be done
 *
 * Between the pieces the window draws and takes keys. Work for the same @owner that is not yet done
 * is dropped. Main thread.
 */
void
val_in_turns (GtkWidget *owner, guint n, guint at_once, ValInTurns function, gpointer data,
              GDestroyNotify free_data)
{
  Turns *self = g_new0 (Turns, 1);

  self->owner = owner;
  self->n = n;
  self->function = function;
  self->data = data;
  self->free_data = free_data;
  g_object_set_data (G_OBJECT (owner), KEY, NULL);
  for (; self->next < MIN (n, at_once); self->next++)
    function (owner, self->next, data);
  if (self->next >= n)
    {
      turns_free (self);
      return;
    }
  g_signal_handlers_disconnect_by_func (owner, destroy_cb, NULL);
  g_signal_connect (owner, "destroy", G_CALLBACK (destroy_cb), NULL);
  g_object_set_data_full (G_OBJECT (owner), KEY, self, turns_free);
  self->source = g_idle_add_full (G_PRIORITY_LOW, turn_cb, self, NULL);
}

/**
 * val_in_turns_drop:
 * @owner: what was being filled
 *
 * What is not yet done will not be.
 */
void
val_in_turns_drop (GtkWidget *owner)
{
  g_object_set_data (G_OBJECT (owner), KEY, NULL);
}
