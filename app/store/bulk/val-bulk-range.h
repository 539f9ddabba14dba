/* val-bulk-range.h: the keys of a bulk, and what is done to all of them
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-journal.h"

G_BEGIN_DECLS

/* Kinds of imports, in SQL. Those without a name are bulks of edits that are no import, or the
 * second and third bulk of one that is; no list shows them. Any kind that is not among the first
 * two has scores. */
#define VAL_KINDS_OF_CONTACTS "('contacts', 'contacts-bulk')"
#define VAL_KINDS_OF_VALUES "('values', 'values-bulk')"
#define VAL_KINDS_NOT_OF_SCORES "('contacts', 'contacts-bulk', 'values', 'values-bulk')"
#define VAL_KINDS_WITHOUT_NAME "('scores', 'contacts-bulk', 'values-bulk')"

/* Whether the row with this key counts: those of imports that were taken back do not. */
#define VAL_VALUE_COUNTS(id)                                                                      \
  "NOT EXISTS (SELECT 1 FROM import AS i WHERE i.undone = 1 AND i.kind IN " VAL_KINDS_OF_VALUES    \
  " AND " id " BETWEEN i.first_row AND i.last_row)"
#define VAL_CONTACT_COUNTS(id)                                                                    \
  "EXISTS (SELECT 1 FROM import AS i WHERE i.undone = 0 AND i.kind IN " VAL_KINDS_OF_CONTACTS      \
  " AND " id " BETWEEN i.first_row AND i.last_row)"

/* Which table the range of an import is about. */
typedef enum
{
  VAL_BULK_SCORES,
  VAL_BULK_CONTACTS,
  VAL_BULK_VALUES,
} ValBulkKind;

#define VAL_N_BULK_KINDS 3

/**
 * ValBulkRange: the keys @first ... @last; none when @last is less.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  ValBulkKind kind;
} ValBulkRange;

/* Below this many rows nothing special is worth it. */
#define VAL_SMALL_BULK 2000

ValBulkKind val_bulk_kind_of_import (const char *kind);
const char *val_bulk_kind_without_name (ValBulkKind kind);

gint64 val_bulk_range_length (const ValBulkRange *self);
gboolean val_bulk_range_get (ValDb *db, gint64 import_id, ValBulkRange *ret_range, GError **error);
/* ?1 and ?2 of @sql are the ends. */
gboolean val_bulk_range_run (ValDb *db, const char *sql, const ValBulkRange *range,
                             GError **error);
/* A key that no row of @table, no import and nothing that lies aside has or had. */
gboolean val_bulk_next_key (ValDb *db, ValBulkKind kind, gint64 *ret_key, GError **error);

/* (transfer full) (nullable) (element-type utf8): how to make the indexes of @table again */
GPtrArray *val_bulk_drop_indexes (ValDb *db, const char *table, GError **error);
gboolean val_bulk_make_indexes (ValDb *db, GPtrArray *made, GError **error);
gboolean val_bulk_set_references (ValDb *db, gboolean on, GError **error);

G_END_DECLS
