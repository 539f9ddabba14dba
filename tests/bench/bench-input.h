/* bench-input.h: events of the real window and what they cost
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-window-private.h"

#define MAX_EVENTS 400

typedef struct
{
  double longest; /* the longest turn of the main loop, painting apart */
  double sum;     /* all of them, painting apart */
  double paint;   /* the longest painting of a frame */
} Event;

typedef struct
{
  Event events[MAX_EVENTS];
  guint n;
} Series;

typedef void (*Act) (ValWindow *window, guint round);

/* bench-input.c */
void add (Series *series, Event event);
Event settle (int ms);
Event key (const char *name, const char *modifier);
void repeat (const char *what, const char *first, const char *second, guint n);
void act (const char *what, Act function, ValWindow *window, guint n);
void say (const char *what, const Series *series);
void focus_newest (ValWindow *window);

/* bench-input-rounds.c */
void use_window (ValWindow *window, const char *part);
