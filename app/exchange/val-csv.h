/* val-csv.h: reading separated values
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VAL_CSV_MAX_FIELDS 8192
#define VAL_CSV_MAX_RECORD (4 * 1024 * 1024)

/**
 * ValCsvField: one field, without its quotes; not ended by a NUL.
 */
typedef struct
{
  const char *text;
  gsize len;
} ValCsvField;

/**
 * ValCsvFlags:
 * @VAL_CSV_UNTERMINATED: a quote is opened and never closed
 * @VAL_CSV_TOO_LONG: the record is longer than %VAL_CSV_MAX_RECORD
 * @VAL_CSV_TOO_MANY_FIELDS: more fields than %VAL_CSV_MAX_FIELDS
 */
typedef enum
{
  VAL_CSV_OK = 0,
  VAL_CSV_UNTERMINATED = 1 << 0,
  VAL_CSV_TOO_LONG = 1 << 1,
  VAL_CSV_TOO_MANY_FIELDS = 1 << 2,
} ValCsvFlags;

/**
 * ValCsvRecord: one record; valid until the next one is read.
 */
typedef struct
{
  const ValCsvField *fields;
  guint n_fields;
  int line;      /* physical line on which it begins, from 1 */
  gsize offset;  /* where it begins in the data */
  gsize length;  /* its bytes, without the line end */
  ValCsvFlags flags;
} ValCsvRecord;

typedef struct _ValCsvReader ValCsvReader;

ValCsvReader *val_csv_reader_new (const char *data, gsize length, char separator, char quote);
void val_csv_reader_free (ValCsvReader *self);
gboolean val_csv_reader_next (ValCsvReader *self, ValCsvRecord *ret_record);
void val_csv_reader_seek (ValCsvReader *self, gsize offset, int line);
gsize val_csv_reader_tell (ValCsvReader *self, int *ret_line);
gboolean val_csv_record_is_blank (const ValCsvRecord *record);
ValCsvField val_csv_field_trim (ValCsvField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValCsvReader, val_csv_reader_free)

G_END_DECLS
