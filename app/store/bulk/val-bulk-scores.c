/* val-bulk-scores.c: a bulk of scores, stored by one statement
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-bulk-rows.h"

#include "val-bulk-table.h"

#define COLUMNS "person_id, skill_id, day, level, assessor, remark"

enum
{
  COLUMN_ID,
  COLUMN_PERSON,
  COLUMN_SKILL,
  COLUMN_DAY,
  COLUMN_LEVEL,
  COLUMN_ASSESSOR,
  COLUMN_REMARK,
};

typedef struct
{
  const ValBulkRows *rows;
  const ValEdit *edit;
} Source;

typedef struct
{
  ValBulkCursor bulk;
  guint person;
  guint score; /* within the person's */
} Cursor;

static const Source *
source_of (const Cursor *cursor)
{
  return cursor->bulk.table->rows;
}

static void
skip_people_without (Cursor *cursor)
{
  const ValBulkRows *rows = source_of (cursor)->rows;

  while (cursor->person < rows->people->len
         && (rows->scores[cursor->person] == NULL
             || cursor->score >= rows->scores[cursor->person]->n))
    {
      cursor->person++;
      cursor->score = 0;
    }
}

static void
start (ValBulkCursor *bulk)
{
  Cursor *cursor = (Cursor *) bulk;

  cursor->person = cursor->score = 0;
  skip_people_without (cursor);
}

static void
next (ValBulkCursor *bulk)
{
  Cursor *cursor = (Cursor *) bulk;

  cursor->score++;
  skip_people_without (cursor);
}

static void
give_remark (sqlite3_context *context, const Cursor *cursor)
{
  const Source *source = source_of (cursor);
  const char *remark = val_edit_row_remark (source->edit, source->rows->places[cursor->bulk.row]);

  if (remark != NULL && *remark != '\0')
    val_bulk_table_give_text (context, remark, FALSE);
}

static void
give_column (const ValBulkCursor *bulk, sqlite3_context *context, int column)
{
  const Cursor *cursor = (const Cursor *) bulk;
  const ValBulkRows *rows = source_of (cursor)->rows;
  ValScore score = rows->scores[cursor->person]->scores[cursor->score];

  switch (column)
    {
    case COLUMN_ID:
      sqlite3_result_int64 (context, cursor->bulk.table->first_key + cursor->bulk.row);
      break;
    case COLUMN_PERSON:
      sqlite3_result_int64 (context, g_array_index (rows->people, gint64, cursor->person));
      break;
    case COLUMN_SKILL:
      sqlite3_result_int64 (context, g_array_index (rows->skills, gint64, score.skill));
      break;
    case COLUMN_DAY:
      sqlite3_result_int (context, score.day);
      break;
    case COLUMN_LEVEL:
      if (val_score_level (score) != VAL_LEVEL_NOT_APPLICABLE)
        sqlite3_result_int (context, val_score_level (score));
      break;
    case COLUMN_ASSESSOR:
      sqlite3_result_int (context, val_score_assessor (score));
      break;
    case COLUMN_REMARK:
      give_remark (context, cursor);
      break;
    default:
      break;
    }
}

static const ValBulkTableKind kind = {
  VAL_BULK_STATEMENTS ("assessment", COLUMNS),
  .cursor_size = sizeof (Cursor),
  .start = start,
  .next = next,
  .column = give_column,
};

/**
 * val_bulk_rows_store:
 * @db: the connection, in a transaction
 * @edit: what @self was made from
 * @first_key: above all that are taken
 * @error: as val_bulk_table_store ()
 *
 * Returns: whether all of them are stored
 */
gboolean
val_bulk_rows_store (const ValBulkRows *self, ValDb *db, const ValEdit *edit, gint64 first_key,
                     ValBulkProgress progress, gpointer progress_data, GError **error)
{
  Source source = { self, edit };
  ValBulkTable table = { .kind = &kind,
                         .rows = &source,
                         .n = self->n,
                         .first_key = first_key,
                         .progress = progress,
                         .progress_data = progress_data };

  return val_bulk_table_store (db, &table, error);
}
