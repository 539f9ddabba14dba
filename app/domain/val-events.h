/* val-events.h: one person's records as a compact column
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-record.h"

G_BEGIN_DECLS

/* A day that is none, among the 16 bits of an event. */
#define VAL_EVENT_NO_DAY 65535
#define VAL_EVENT_NO_MINUTE 65535

typedef enum
{
  VAL_EVENT_OPEN = 1 << 0, /* something remains to be done: follow up, give, hold, tick, reach */
  VAL_EVENT_MINE = 1 << 1, /* agreement: the manager's */
  VAL_EVENT_HELD = 1 << 2, /* session: took place */
  VAL_EVENT_MISSED = 1 << 3, /* session: did not take place */
  VAL_EVENT_GROUP = 1 << 4,  /* session: of several people */
} ValEventFlags;

/**
 * ValEvent:
 * @id: of the record
 * @day: when it was: note written about, thanks given, session held (planned, while it is not),
 *   agreement made, goal set
 * @due: when something falls due, or %VAL_EVENT_NO_DAY: follow-up, promise, planned session,
 *   agreement, goal
 * @minute: of the day, of a session; or %VAL_EVENT_NO_MINUTE
 * @type: a ValRecordType: NOTE, RECOGNITION, MENTORING, AGREEMENT or GOAL
 * @kind: note and session: their kind; others 0
 * @flags: see #ValEventFlags
 *
 * What a record means for attention, in sixteen bytes: who was talked with and thanked when, and
 * what is still owed. Texts stay in the file until they are shown.
 */
typedef struct
{
  gint32 id;
  guint16 day;
  guint16 due;
  guint16 minute;
  guint8 type;
  guint8 kind;
  guint8 flags;
} ValEvent;

/**
 * ValEvents: an immutable, reference-counted array of one person's events, sorted by day, then id.
 */
typedef struct _ValEvents ValEvents;

struct _ValEvents
{
  guint n;
  ValEvent events[];
};

ValEvents *val_events_new (const ValEvent *events, guint n);
ValEvents *val_events_ref (ValEvents *self);
void val_events_unref (ValEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValEvents, val_events_unref)

G_END_DECLS
