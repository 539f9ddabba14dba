/* val-import-plan.c: what a file will become, before it becomes it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-encoding.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-import-plan-private.h"
#include "val-import-queue-log.h"
#include "val-import-words.h"
#include "val-indicator.h"
#include "val-not-a-table.h"

#define MARK_EVERY 64

typedef struct
{
  gsize offset;
  int line;
} Mark;

G_DEFINE_TYPE (ValImportPlan, val_import_plan, G_TYPE_OBJECT)
G_DEFINE_QUARK (val-exchange-error, val_exchange_error)

static void
forget_rows (ValImportPlan *self)
{
  g_clear_pointer (&self->reader, val_csv_reader_free);
  g_clear_pointer (&self->marks, g_array_unref);
  self->n_rows = -1;
  self->row_at = -1;
}

static void
val_import_plan_finalize (GObject *object)
{
  ValImportPlan *self = VAL_IMPORT_PLAN (object);

  forget_rows (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->workbook, val_xlsx_unref);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->stats, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->file_name);
  g_free (self->team);
  g_clear_pointer (&self->agents, g_hash_table_unref);
  g_clear_pointer (&self->present, g_array_unref);
  g_string_free (self->cell, TRUE);
  G_OBJECT_CLASS (val_import_plan_parent_class)->finalize (object);
}

static void
val_import_plan_class_init (ValImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_import_plan_finalize;
}

static void
val_import_plan_init (ValImportPlan *self)
{
  self->scale = val_scale_default;
  self->cell = g_string_new (NULL);
  self->n_rows = -1;
  self->row_at = -1;
}

/* The text as a table: where it begins, what its columns are. */
gboolean
val_import_plan_read_table (ValImportPlan *self, GError **error)
{
  forget_rows (self);
  if (!val_import_recognise_table (self, error))
    return FALSE;
  val_import_mapping_recognise (self);
  self->mapped = val_import_mapping_recall (self);
  return TRUE;
}

static gboolean
read_text (ValImportPlan *self, GError **error)
{
  gsize length;
  const char *text;
  GBytes *converted = val_encoding_to_utf8 (self->bytes, self->encoding, error);

  if (converted == NULL)
    return FALSE;
  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = converted;
  text = g_bytes_get_data (converted, &length);
  if (self->kind == VAL_IMPORT_CONTACTS && val_queue_log_is_likely (text, length))
    {
      converted = val_queue_log_to_csv (text, length, error);
      if (converted == NULL)
        return FALSE;
      g_bytes_unref (self->text);
      self->text = converted;
      self->separator = ',';
      self->quote = '"';
      return val_import_plan_read_table (self, error);
    }
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0
      && (text[5] == '\r' || text[5] == '\n'))
    {
      self->separator = text[4];
      self->quote = '"';
    }
  else
    val_import_recognise_separator (text, length, &self->separator, &self->quote);
  return val_import_plan_read_table (self, error);
}

/**
 * val_import_plan_new:
 * @bytes: the whole file
 * @file_name: how it is called, to be remembered
 * @kind: what its rows are
 * @dataset: (nullable): the centre as it is
 * @today: the local day
 * @error: a translated sentence that says why the file is no table and what to do
 *
 * Recognises encoding, separator, decimal sign, date order, header and columns; a mapping that
 * the dataset remembers for the same header wins. Any thread, one at a time.
 *
 * Returns: (transfer full) (nullable): the plan, perhaps with a problem
 */
ValImportPlan *
val_import_plan_new (GBytes *bytes, const char *file_name, ValImportKind kind,
                     ValDataset *dataset, ValDay today, GError **error)
{
  return val_import_plan_new_reading (bytes, file_name, kind, dataset, today, NULL, error);
}

/**
 * val_import_plan_new_reading:
 * @reading: (nullable): who waits, and what was read of this very file before
 * @error: as of val_import_plan_new (); %G_IO_ERROR_CANCELLED when it was broken off
 *
 * As val_import_plan_new ().
 *
 * Returns: (transfer full) (nullable): the plan, perhaps with a problem
 */
ValImportPlan *
val_import_plan_new_reading (GBytes *bytes, const char *file_name, ValImportKind kind,
                             ValDataset *dataset, ValDay today, ValImportReading *reading,
                             GError **error)
{
  g_autoptr (ValImportPlan) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!val_not_a_table_check (bytes, error))
    return NULL;
  self = g_object_new (VAL_TYPE_IMPORT_PLAN, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->file_name = g_strdup (file_name != NULL ? file_name : "");
  self->kind = kind;
  self->dataset = dataset != NULL ? val_dataset_ref (dataset) : NULL;
  self->today = today;
  self->date = today;
  self->service_variant = VAL_SERVICE_OFFERED;
  if (kind == VAL_IMPORT_CONTACTS)
    self->scale = val_import_rating_scale;
  self->encoding = val_xlsx_is_likely (bytes) ? "UTF-8" : val_encoding_detect (bytes);
  self->reading = reading;
  if (val_xlsx_is_likely (bytes) ? !val_import_sheet_open (self, error) : !read_text (self, error))
    return NULL;
  val_import_plan_set_reading (self, NULL);
  return g_steal_pointer (&self);
}

/**
 * val_import_plan_get_kind:
 *
 * Returns: what the rows are taken for
 */
ValImportKind
val_import_plan_get_kind (ValImportPlan *self)
{
  return self->kind;
}

/**
 * val_import_plan_get_encoding:
 *
 * Returns: (transfer none): the encoding the file is read in
 */
const char *
val_import_plan_get_encoding (ValImportPlan *self)
{
  return self->encoding;
}

/**
 * val_import_plan_list_encodings:
 *
 * Returns: (transfer none): the encodings there are to choose from, %NULL-terminated
 */
const char *const *
val_import_plan_list_encodings (void)
{
  return val_encoding_list ();
}

/**
 * val_import_plan_set_encoding:
 * @encoding: one of val_import_plan_list_encodings()
 * @error: set when the bytes do not fit; the plan stays as it was
 *
 * Reads the file anew; corrections of the mapping are forgotten.
 *
 * Returns: whether the file is read in @encoding now
 */
gboolean
val_import_plan_set_encoding (ValImportPlan *self, const char *encoding, GError **error)
{
  const char *old = self->encoding;
  const char *known = NULL;

  for (guint i = 0; val_encoding_list ()[i] != NULL; i++)
    if (g_ascii_strcasecmp (val_encoding_list ()[i], encoding) == 0)
      known = val_encoding_list ()[i];
  self->encoding = known != NULL ? known : encoding;
  if (known != NULL && read_text (self, error))
    return TRUE;
  if (known == NULL)
    g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING,
                 _ ("The encoding %s is not known."), encoding);
  self->encoding = old;
  if (known != NULL)
    read_text (self, NULL);
  return FALSE;
}

/**
 * val_import_plan_get_separator:
 *
 * Returns: what parts the fields
 */
char
val_import_plan_get_separator (ValImportPlan *self)
{
  return self->separator;
}

/**
 * val_import_plan_set_separator:
 * @separator: what parts the fields: any ASCII character that is no quote and no line end
 * @error: set when there is no row then; the plan stays as it was
 *
 * Reads the table anew; corrections of the mapping are forgotten.
 *
 * Returns: whether @separator is used now
 */
gboolean
val_import_plan_set_separator (ValImportPlan *self, char separator, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  char old = self->separator;

  g_return_val_if_fail (separator > 0 && strchr ("\"'\r\n", separator) == NULL, FALSE);

  self->separator = separator;
  val_import_recognise_quote (text, length, separator, &self->quote);
  if (val_import_plan_read_table (self, error))
    return TRUE;
  self->separator = old;
  val_import_recognise_quote (text, length, old, &self->quote);
  val_import_plan_read_table (self, NULL);
  return FALSE;
}

/**
 * val_import_plan_get_decimal_sign:
 *
 * Returns: '.' or ',': what parts whole from fraction where both signs occur
 */
char
val_import_plan_get_decimal_sign (ValImportPlan *self)
{
  return self->decimal_sign;
}

/**
 * val_import_plan_set_decimal_sign:
 * @decimal_sign: '.' or ','
 */
void
val_import_plan_set_decimal_sign (ValImportPlan *self, char decimal_sign)
{
  g_return_if_fail (decimal_sign == '.' || decimal_sign == ',');
  self->decimal_sign = decimal_sign;
}

/**
 * val_import_plan_get_date_order:
 *
 * Returns: how dates with slashes or hyphens are read
 */
ValDateOrder
val_import_plan_get_date_order (ValImportPlan *self)
{
  return self->date_order;
}

/**
 * val_import_plan_set_date_order:
 * @order: how dates with slashes or hyphens are read
 */
void
val_import_plan_set_date_order (ValImportPlan *self, ValDateOrder order)
{
  self->date_order = order;
}

/**
 * val_import_plan_get_scale:
 *
 * Returns: the scale the levels are written on
 */
ValScale
val_import_plan_get_scale (ValImportPlan *self)
{
  return self->scale;
}

/**
 * val_import_plan_set_scale:
 * @scale: the scale the levels are written on; never guessed
 */
void
val_import_plan_set_scale (ValImportPlan *self, const ValScale *scale)
{
  self->scale = *scale;
}

/**
 * val_import_plan_get_date:
 *
 * Returns: the day of scores that have none of their own
 */
ValDay
val_import_plan_get_date (ValImportPlan *self)
{
  return self->date;
}

/**
 * val_import_plan_set_date:
 * @day: the day of scores that have none of their own, 0 ... %VAL_DAY_MAX_SCORE
 */
void
val_import_plan_set_date (ValImportPlan *self, ValDay day)
{
  self->date = day;
}

/* val_import_plan_get_service_variant: a #ValServiceVariant */
int
val_import_plan_get_service_variant (ValImportPlan *self)
{
  return self->service_variant;
}

/* val_import_plan_set_service_variant: @variant: a #ValServiceVariant */
void
val_import_plan_set_service_variant (ValImportPlan *self, int variant)
{
  self->service_variant = variant;
}

/**
 * val_import_plan_set_team:
 * @team_name: (nullable): people of the file (of scores: those that are new) come into this team,
 *   which is made when there is none of the name
 */
void
val_import_plan_set_team (ValImportPlan *self, const char *team_name)
{
  g_free (self->team);
  self->team = team_name != NULL && team_name[0] != '\0' ? g_strdup (team_name) : NULL;
}

/**
 * val_import_plan_is_wide:
 *
 * Returns: whether there is a column per skill or indicator
 */
gboolean
val_import_plan_is_wide (ValImportPlan *self)
{
  if (self->kind == VAL_IMPORT_VALUES)
    return val_import_mapping_column (self, VAL_FIELD_INDICATOR_COLUMN) >= 0;
  return self->kind == VAL_IMPORT_ASSESSMENTS
         && val_import_mapping_column (self, VAL_FIELD_SKILL_COLUMN) >= 0;
}

/**
 * val_import_plan_n_columns:
 *
 * Returns: how many columns the header has
 */
int
val_import_plan_n_columns (ValImportPlan *self)
{
  return (int) self->names->len;
}

/**
 * val_import_plan_column_name:
 * @column: 0 ... n_columns - 1
 *
 * Returns: (transfer none): its header
 */
const char *
val_import_plan_column_name (ValImportPlan *self, int column)
{
  g_return_val_if_fail (column >= 0 && column < (int) self->names->len, NULL);
  return g_ptr_array_index (self->names, column);
}

/**
 * val_import_plan_column_sample:
 * @column: 0 ... n_columns - 1
 *
 * Returns: (transfer none): the first cell that is not empty; ""
 */
const char *
val_import_plan_column_sample (ValImportPlan *self, int column)
{
  const char *sample;

  g_return_val_if_fail (column >= 0 && column < (int) self->names->len, NULL);
  sample = val_import_plan_stats (self, (guint) column)->sample;
  return sample != NULL ? sample : "";
}

/* Walks the rows once and remembers where every 64th begins. */
static void
find_rows (ValImportPlan *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  ValCsvRecord record;

  if (self->n_rows >= 0)
    return;
  self->reader = val_csv_reader_new (text, length, self->separator, self->quote);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->n_rows = 0;
  val_csv_reader_seek (self->reader, self->data_offset, self->data_line);
  while (val_csv_reader_next (self->reader, &record))
    {
      if (val_csv_record_is_blank (&record))
        continue;
      if (self->n_rows++ % MARK_EVERY == 0)
        {
          Mark mark = { record.offset, record.line };

          g_array_append_val (self->marks, mark);
        }
    }
}

/**
 * val_import_plan_n_rows:
 *
 * Returns: how many rows there are below the header, padding left out. The first call walks
 *   through the file
 */
int
val_import_plan_n_rows (ValImportPlan *self)
{
  find_rows (self);
  return self->n_rows;
}

static gboolean
next_row (ValImportPlan *self)
{
  while (val_csv_reader_next (self->reader, &self->record))
    if (!val_csv_record_is_blank (&self->record))
      return TRUE;
  return FALSE;
}

static gboolean
go_to_row (ValImportPlan *self, int row)
{
  if (row == self->row_at)
    return TRUE;
  if (self->row_at < 0 || row < self->row_at || row > self->row_at + MARK_EVERY)
    {
      Mark mark = g_array_index (self->marks, Mark, row / MARK_EVERY);

      val_csv_reader_seek (self->reader, mark.offset, mark.line);
      self->row_at = row / MARK_EVERY * MARK_EVERY - 1;
    }
  while (self->row_at < row)
    {
      if (!next_row (self))
        {
          self->row_at = -1;
          return FALSE;
        }
      self->row_at++;
    }
  return TRUE;
}

/**
 * val_import_plan_cell:
 * @row: 0 ... n_rows - 1
 * @column: 0 ... n_columns - 1
 *
 * Main thread only.
 *
 * Returns: (transfer none): the cell without blanks around it, "" when the row is too short;
 *   valid until the next call
 */
const char *
val_import_plan_cell (ValImportPlan *self, int row, int column)
{
  ValCsvField field;

  find_rows (self);
  g_return_val_if_fail (row >= 0 && row < self->n_rows && column >= 0, "");
  g_string_truncate (self->cell, 0);
  if (!go_to_row (self, row) || column >= (int) self->record.n_fields)
    return self->cell->str;
  field = val_csv_field_trim (self->record.fields[column]);
  g_string_append_len (self->cell, field.text, field.len);
  return self->cell->str;
}

/**
 * val_import_plan_row_line:
 * @row: 0 ... n_rows - 1
 *
 * Main thread only.
 *
 * Returns: the physical line of the file on which the row begins; the header is 1
 */
int
val_import_plan_row_line (ValImportPlan *self, int row)
{
  find_rows (self);
  g_return_val_if_fail (row >= 0 && row < self->n_rows, 0);
  return go_to_row (self, row) ? (int) self->record.line : 0;
}
