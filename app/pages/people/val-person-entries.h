/* val-person-entries.h: what happened to a person, line by line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-session.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_ENTRY_NOTE,
  VAL_ENTRY_THANKS,
  VAL_ENTRY_SESSION,
  VAL_ENTRY_AGREEMENT,
  VAL_ENTRY_AGREEMENT_DONE, /* or dropped */
  VAL_ENTRY_GOAL,
  VAL_ENTRY_GOAL_DONE, /* or dropped */
  VAL_ENTRY_PHASE,
  VAL_ENTRY_SCORES, /* of one day */
  VAL_ENTRY_STARTED,
  VAL_ENTRY_LEFT,
} ValEntryType;

/* Which list: it says what is in it and how it is filtered. */
typedef enum
{
  VAL_ENTRIES_NOTES,
  VAL_ENTRIES_THANKS,
  VAL_ENTRIES_SESSIONS,
  VAL_ENTRIES_TIMELINE,
} ValEntriesKind;

/**
 * ValEntry: one line.
 * @record: (nullable): what it tells of, one of the records the list was made of
 * @filters: bits of the filters it belongs to; see val_entries_filter_label ()
 * @count: SCORES: how many skills
 * @is_open: something remains to be done: follow up, give, tick, reach, hold
 */
typedef struct
{
  ValEntryType type;
  ValDay day;
  int minute;
  guint32 filters;
  guint count;
  gboolean is_open;
  const ValRecord *record;
} ValEntry;

/* Newest first; of ValEntry, which point into @records. */
GArray *val_entries_new (ValEntriesKind kind, GPtrArray *records, ValDataset *dataset,
                         guint person);
/* (nullable) translated; %NULL: no more filters. */
const char *val_entries_filter_label (ValEntriesKind kind, guint filter);

#define VAL_TYPE_ENTRY_ITEM (val_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (ValEntryItem, val_entry_item, VAL, ENTRY_ITEM, GObject)

const ValEntry *val_entry_item_get (ValEntryItem *self);
GPtrArray *val_entry_item_get_records (ValEntryItem *self);

#define VAL_TYPE_ENTRY_LIST (val_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (ValEntryList, val_entry_list, VAL, ENTRY_LIST, GObject)

/* A list model of ValEntryItem, made when a row comes on screen. */
ValEntryList *val_entry_list_new (void);
/* @filters: a set of bits; 0: all. Returns: how many lines are new, from @ret_first on. */
guint val_entry_list_set (ValEntryList *self, GArray *entries, GPtrArray *records, guint32 filters,
                          guint *ret_first);

G_END_DECLS
