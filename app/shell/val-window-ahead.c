/* val-window-ahead.c: pages made before they are asked for
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

/* The window has been drawn and the user has begun to read it by then. */
#define FIRST_AFTER 600
#define NEXT_AFTER 60

static gboolean
make_one (ValWindow *self)
{
  for (guint i = 0; i < val_n_pages; i++)
    {
      if (self->page_of[i] == NULL)
        {
          val_window_make_page (self, i);
          return TRUE;
        }
      /* Made, but never filled. What changes later waits until the page is shown. */
      if (self->stale[i] == VAL_TABLE_ALL)
        {
          val_window_bring_up_to_date (self, i);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
step_cb (gpointer data)
{
  ValWindow *self = data;

  self->ahead = 0;
  if (self->session != NULL && val_session_get_dataset (self->session) != NULL && make_one (self))
    self->ahead = g_timeout_add_full (G_PRIORITY_LOW, NEXT_AFTER, step_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * val_window_make_pages_ahead:
 *
 * Making a page takes tens of milliseconds, filling it as many. While nothing else is to be done the
 * pages not seen yet are made and filled, one step at a time, so that going to them is at once.
 */
void
val_window_make_pages_ahead (ValWindow *self)
{
  if (self->ahead == 0)
    self->ahead = g_timeout_add_full (G_PRIORITY_LOW, FIRST_AFTER, step_cb, self, NULL);
}
