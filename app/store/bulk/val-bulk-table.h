/* val-bulk-table.h: rows in memory as a table that one statement reads
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-bulk.h"

G_BEGIN_DECLS

/* The name of the table in the statements of a kind. */
#define VAL_BULK_TABLE "val_bulk"

/* The three statements of a kind; @columns: their names behind the key's. */
#define VAL_BULK_STATEMENTS(table, columns)                                                        \
  .schema = "CREATE TABLE x (id, " columns ")",                                                    \
  .first_row = "INSERT OR ROLLBACK INTO main." table " (id, " columns ") "                         \
               "SELECT id, " columns " FROM " VAL_BULK_TABLE " LIMIT 1",                           \
  .others = "INSERT OR ROLLBACK INTO main." table " (" columns ") "                                \
            "SELECT " columns " FROM " VAL_BULK_TABLE

typedef struct _ValBulkTable ValBulkTable;

/* A way through the rows; a kind puts what it needs behind. */
typedef struct
{
  sqlite3_vtab_cursor base;
  const ValBulkTable *table;
  guint row; /* of all */
} ValBulkCursor;

/**
 * ValBulkTableKind: what is stored.
 * @schema: declares the table: its columns, the key first
 * @first_row: stores one row with its key
 * @others: stores rows without keys: they get the next ones by themselves, which needs no look
 *   whether they are free
 * @cursor_size: of the struct that begins with a #ValBulkCursor
 * @start: goes to the first row; again too
 * @next: goes to the next one
 * @stop: (nullable): the cursor is not needed any more
 * @column: gives a column of the row; nothing: NULL
 */
typedef struct
{
  const char *schema;
  const char *first_row;
  const char *others;
  gsize cursor_size;
  void (*start) (ValBulkCursor *cursor);
  void (*next) (ValBulkCursor *cursor);
  void (*stop) (ValBulkCursor *cursor);
  void (*column) (const ValBulkCursor *cursor, sqlite3_context *context, int column);
} ValBulkTableKind;

/**
 * ValBulkTable:
 * @rows: known to @kind
 * @n: how many; not 0
 * @first_key: above all that are taken
 * @progress: (nullable): called now and then with 0 ... 1
 * @from: the first row that is read; set by val_bulk_table_store ()
 */
struct _ValBulkTable
{
  const ValBulkTableKind *kind;
  gconstpointer rows;
  guint n;
  gint64 first_key;
  ValBulkProgress progress;
  gpointer progress_data;
  guint from;
};

gboolean val_bulk_table_store (ValDb *db, ValBulkTable *self, GError **error);
void val_bulk_table_give_text (sqlite3_context *context, const char *text, gboolean valid);

G_END_DECLS
