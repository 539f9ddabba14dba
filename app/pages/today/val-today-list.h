/* val-today-list.h: one section of Today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-today-job.h"

G_BEGIN_DECLS

#define VAL_TYPE_TODAY_LIST (val_today_list_get_type ())
G_DECLARE_FINAL_TYPE (ValTodayList, val_today_list, VAL, TODAY_LIST, GtkBox)

typedef enum
{
  VAL_TODAY_OPEN,   /* Enter, a click */
  VAL_TODAY_TICK,   /* Space */
  VAL_TODAY_THANKS, /* t */
  VAL_TODAY_NOTE,   /* n */
} ValTodayAct;

/* Signals: "act" (int ValTodayAct, uint line of the section); "more": show more lines;
 * "leave" (int direction): the arrow keys go on to the section before (-1) or after (1). */
GtkWidget *val_today_list_new (ValTodaySection section);
/* Shows the first @limit lines of the section; hidden when there are none. */
void val_today_list_show (ValTodayList *self, ValSession *session, const ValTodayPicture *picture,
                          guint limit);
/* The line that has the focus; -1: none. */
int val_today_list_get_focus (ValTodayList *self);
/* Focus to a line (or the last one there is); -1: to the last. FALSE: there is none. */
gboolean val_today_list_focus_line (ValTodayList *self, int line);

G_END_DECLS
