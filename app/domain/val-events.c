/* val-events.c: one person's records as a compact column
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-events.h"

#include <string.h>

static int
compare_events (const void *a, const void *b)
{
  const ValEvent *left = a, *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->type != right->type)
    return left->type < right->type ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

/**
 * val_events_new:
 * @events: (array length=n): in any order
 * @n: how many
 *
 * Returns: (transfer full): a sorted copy. Any thread.
 */
ValEvents *
val_events_new (const ValEvent *events, guint n)
{
  ValEvents *self = g_atomic_rc_box_alloc (sizeof (ValEvents) + n * sizeof (ValEvent));

  self->n = n;
  if (n > 0)
    memcpy (self->events, events, n * sizeof (ValEvent));
  qsort (self->events, n, sizeof (ValEvent), compare_events);
  return self;
}

/**
 * val_events_ref:
 * @self: events
 *
 * Returns: (transfer full): @self. Any thread.
 */
ValEvents *
val_events_ref (ValEvents *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * val_events_unref:
 * @self: (nullable): events
 *
 * Any thread.
 */
void
val_events_unref (ValEvents *self)
{
  if (self != NULL)
    g_atomic_rc_box_release (self);
}
