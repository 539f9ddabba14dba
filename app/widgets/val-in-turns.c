/* val-in-turns.c: work that would keep the window from its keys, piece by piece
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-in-turns.h"

/* So long pieces are made in one turn of the main loop, in microseconds. What was made is laid out in
 * the same turn, which takes four times as long. */
#define ONE_TURN 1500

#define KEY "val-in-turns"

typedef struct
{
  GtkWidget *owner; /* not owned */
  guint next, n;
  ValInTurns function;
  gpointer data;
  GDestroyNotify free_data;
  gboolean waits; /* for what was made at once to be laid out by itself */
  guint tick;     /* one of these two: for the next frame, */
  gulong mapped;  /* for the owner to be seen */
} Turns;

static void go_on (Turns *self);

static void
stop (Turns *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->owner, self->tick);
  self->tick = 0;
  g_clear_signal_handler (&self->mapped, self->owner);
}

static void
turns_free (gpointer data)
{
  Turns *self = data;

  stop (self);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
do_turn (Turns *self)
{
  gint64 end = g_get_monotonic_time () + ONE_TURN;

  do
    self->function (self->owner, self->next++, self->data);
  while (self->next < self->n && g_get_monotonic_time () < end);
  if (self->next < self->n)
    go_on (self);
  else
    g_object_set_data (G_OBJECT (self->owner), KEY, NULL);
}

static gboolean
tick_cb (GtkWidget *owner, GdkFrameClock *clock, gpointer data)
{
  Turns *self = data;

  if (self->waits)
    {
      self->waits = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  do_turn (self);
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *owner, gpointer data)
{
  Turns *self = data;

  g_clear_signal_handler (&self->mapped, owner);
  go_on (self);
}

/* One turn a frame: of more than one, everything would be laid out at once by the next. For the same
 * reason a page that is not seen waits with what is not made at once. */
static void
go_on (Turns *self)
{
  if (gtk_widget_get_mapped (self->owner))
    self->tick = gtk_widget_add_tick_callback (self->owner, tick_cb, self, NULL);
  else
    self->mapped = g_signal_connect (self->owner, "map", G_CALLBACK (map_cb), self);
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
 * Between the pieces the window draws and takes keys. What is not done now waits until @owner is on
 * screen. Work for the same @owner that is not yet done is dropped. Main thread.
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
  self->waits = at_once > 0;
  go_on (self);
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
