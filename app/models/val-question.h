/* val-question.h: what is asked of a thread, until something newer is asked
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* val_question_drop: whoever asked does not want to know any more; nothing was asked: nothing */
static inline void
val_question_drop (GCancellable **self)
{
  g_cancellable_cancel (*self);
  g_clear_object (self);
}

/* val_question_renew: what was asked before is dropped; @self is to be given to the thread */
static inline void
val_question_renew (GCancellable **self)
{
  val_question_drop (self);
  *self = g_cancellable_new ();
}

G_END_DECLS
