/* val-import-recognise.c: how a text is a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-cell.h"
#include "val-i18n.h"
#include "val-import-plan-private.h"
#include "val-import-words-numbers.h"
#include "val-import-words.h"

#define SAMPLE_BYTES (128 * 1024)
#define SAMPLE_RECORDS 100
#define STATS_RECORDS 20000
#define HEADER_RECORDS 12

/* The beginning of the text, cut at the end of a line. */
static gsize
sample_length (const char *text, gsize length)
{
  gsize n = MIN (length, SAMPLE_BYTES);

  if (n == length)
    return n;
  while (n > 0 && text[n - 1] != '\n' && text[n - 1] != '\r')
    n--;
  return n > 0 ? n : SAMPLE_BYTES;
}

/* How evenly @separator parts the records: share of the commonest number of fields, in percent,
 * a little more for more fields, less when the first record differs. */
static int
score_separator (const char *text, gsize length, char separator, char quote)
{
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (text, length, separator, quote);
  guint counts[SAMPLE_RECORDS];
  guint n = 0, mode = 0, mode_count = 0;
  ValCsvRecord record;

  while (n < SAMPLE_RECORDS && val_csv_reader_next (reader, &record))
    if (!val_csv_record_is_blank (&record))
      counts[n++] = record.n_fields;
  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n; j++)
        same += counts[j] == counts[i];
      if (same > mode_count || (same == mode_count && counts[i] > mode))
        {
          mode = counts[i];
          mode_count = same;
        }
    }
  if (n == 0 || mode < 2)
    return 0;
  return (int) (mode_count * 100 / n) + (int) MIN (mode, 20) - (counts[0] == mode ? 0 : 30);
}

/**
 * val_import_recognise_quote:
 * @ret_quote: (out): '\'' when that is what quotes fields, '"' otherwise
 *
 * Any thread.
 */
void
val_import_recognise_quote (const char *text, gsize length, char separator, char *ret_quote)
{
  gsize n = sample_length (text, length);
  g_autoptr (ValCsvReader) reader = val_csv_reader_new (text, n, separator, 0);
  ValCsvRecord record;
  guint doubles = 0, begins = 0, ends = 0;
  guint seen = 0;

  while (seen++ < SAMPLE_RECORDS && val_csv_reader_next (reader, &record))
    for (guint i = 0; i < record.n_fields; i++)
      {
        ValCsvField field = val_csv_field_trim (record.fields[i]);

        if (field.len < 2)
          continue;
        doubles += field.text[0] == '"';
        begins += field.text[0] == '\'';
        ends += field.text[field.len - 1] == '\'';
      }
  *ret_quote = doubles == 0 && begins > 0 && begins == ends ? '\'' : '"';
}

/**
 * val_import_recognise_separator:
 * @text: the table
 * @length: its bytes
 * @ret_separator: (out): what parts the fields most evenly; ',' when nothing does
 * @ret_quote: (out): what quotes them
 *
 * Any thread.
 */
void
val_import_recognise_separator (const char *text, gsize length, char *ret_separator,
                                char *ret_quote)
{
  static const char candidates[] = { '\t', ';', '|', ',' };
  gsize n = sample_length (text, length);
  int best = 0;

  *ret_separator = ',';
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int score = score_separator (text, n, candidates[i], '"');

      if (score > best)
        {
          best = score;
          *ret_separator = candidates[i];
        }
    }
  val_import_recognise_quote (text, length, *ret_separator, ret_quote);
}

static guint
count_known_headers (ValImportKind kind, const ValCsvRecord *record)
{
  guint known = 0;

  for (guint i = 0; i < record->n_fields && i < 400; i++)
    {
      ValCsvField field = val_csv_field_trim (record->fields[i]);
      g_autofree char *text = NULL;

      if (field.len == 0 || field.len > 200)
        continue;
      text = g_strndup (field.text, field.len);
      known += val_import_words_field (text) != NULL
               || (val_import_kind_is_numbers (kind) && val_import_numbers_knows (kind, text));
    }
  return known;
}

/* Whether a record can only be data: it holds a date, or mostly numbers. */
static gboolean
looks_like_data (const ValCsvRecord *record)
{
  guint filled = 0, numeric = 0;

  for (guint i = 0; i < record->n_fields; i++)
    {
      ValCsvField field = val_csv_field_trim (record->fields[i]);
      char sign;

      if (field.len == 0)
        continue;
      filled++;
      if (val_cell_date_orders (field) != 0)
        return TRUE;
      numeric += val_cell_looks_numeric (field, &sign);
    }
  return numeric * 2 > filled || (filled > 1 && numeric * 2 == filled);
}

static guint
count_filled (const ValCsvRecord *record)
{
  guint filled = 0;

  for (guint i = 0; i < record->n_fields; i++)
    filled += val_csv_field_trim (record->fields[i]).len > 0;
  return filled;
}

/* Finds the header among the first records: the one with most known words, else the first that
 * is more than a title. */
static void
find_header (ValImportPlan *self, const char *text, gsize length, gsize *ret_offset,
             int *ret_line)
{
  g_autoptr (ValCsvReader) reader
      = val_csv_reader_new (text, length, self->separator, self->quote);
  ValCsvRecord record;
  guint seen = 0, best_known = 0;
  gboolean any = FALSE, second = FALSE;

  val_csv_reader_seek (reader, self->data_offset, self->data_line);
  *ret_offset = self->data_offset;
  *ret_line = self->data_line;
  while (seen < HEADER_RECORDS && val_csv_reader_next (reader, &record))
    {
      guint known;

      if (val_csv_record_is_blank (&record))
        continue;
      seen++;
      known = count_known_headers (self->kind, &record);
      if (!any || known > best_known + (second ? 1 : 0)
          || (!second && best_known == 0 && count_filled (&record) > 1))
        {
          *ret_offset = record.offset;
          *ret_line = record.line;
          second = count_filled (&record) > 1;
          best_known = known;
          any = TRUE;
        }
    }
}

static char *
dup_field (ValCsvField field, gsize limit)
{
  gsize n = MIN (field.len, limit);

  while (n > 0 && n < field.len && ((guchar) field.text[n] & 0xc0) == 0x80)
    n--;
  return g_strndup (field.text, n);
}

/* A header may be broken over lines in the file; on the screen it is one line. */
static char *
dup_header (ValCsvField field)
{
  char *text = dup_field (val_csv_field_trim (field), 300);

  for (char *p = text; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  return text;
}

/* Cells that are looked at for words of yes and no, which costs more than the rest. */
#define LOOKED_AT 200

/* What only contacts, values and forecasts ask for. */
static void
add_to_number_stats (ValColumnStats *stats, ValCsvField cell, gboolean numeric)
{
  ValCsvField date, time, from, to;
  ValCellTime ignored;
  gint64 epoch;

  if (numeric)
    {
      stats->epochs += val_cell_parse_epoch (cell, &epoch);
      stats->times += val_cell_parse_time (cell, &ignored); /* 14.07, 0912 */
    }
  else if (memchr (cell.text, ':', cell.len) != NULL || cell.len < 20)
    {
      val_cell_parse_interval (cell, &from, &to);
      val_cell_split_stamp (cell, &date, &time);
      stats->times += val_cell_parse_time (from, &ignored) || (date.len == 0 && time.len > 0);
      stats->durations += val_cell_looks_like_duration (cell);
    }
  if (stats->looked >= LOOKED_AT || cell.len > 40)
    return;
  stats->looked++;
  for (int i = 0; i < VAL_N_ANSWER_FIELDS; i++)
    stats->answers[i] += val_import_words_answer ((ValAnswerField) i, cell) != VAL_ANSWER_NOT;
}

/* Which numbers stand first and second in dates that could be both; the part that stays the same
 * in a file of one month is the month. */
static void
add_date_parts (ValColumnStats *stats, ValCsvField cell)
{
  guint first = 0, second = 0;
  gsize i = 0;

  for (; i < cell.len && g_ascii_isdigit (cell.text[i]); i++)
    first = first * 10 + (guint) (cell.text[i] - '0');
  for (i++; i < cell.len && g_ascii_isdigit (cell.text[i]); i++)
    second = second * 10 + (guint) (cell.text[i] - '0');
  if (first < 32 && second < 32)
    {
      stats->first_parts |= 1u << first;
      stats->second_parts |= 1u << second;
    }
}

static void
add_to_stats (ValImportKind kind, ValColumnStats *stats, ValCsvField cell)
{
  char sign;
  gboolean numeric;
  guint orders;

  cell = val_csv_field_trim (cell);
  if (cell.len == 0)
    return;
  stats->filled++;
  if (stats->sample == NULL)
    stats->sample = dup_field (cell, 200);
  if (cell.len == 1 && g_ascii_toupper (cell.text[0]) >= 'A'
      && g_ascii_toupper (cell.text[0]) <= 'E')
    stats->letters++;
  numeric = val_cell_looks_numeric (cell, &sign);
  if (val_import_kind_is_numbers (kind))
    add_to_number_stats (stats, cell, numeric);
  if (numeric)
    {
      stats->numeric++;
      stats->commas += sign == ',';
      stats->points += sign == '.';
    }
  else if (val_import_words_not_applicable (cell))
    stats->not_applicable++;
  if (cell.len < 6 || cell.len > 40)
    return;
  orders = val_cell_date_orders (cell);
  stats->dates += orders != 0;
  stats->year_first += (orders & 1) != 0;
  stats->day_first_only += orders == 2;
  stats->month_first_only += orders == 4;
  if (orders == 6)
    add_date_parts (stats, cell);
}

static void
clear_stats (gpointer data)
{
  g_free (((ValColumnStats *) data)->sample);
}

/* Whether every date that could be both has one first number and several second ones: days of one
 * month, the month first. Only where rows follow each other in time. */
static gboolean
is_one_month_first (ValImportPlan *self)
{
  if (!val_import_kind_is_numbers (self->kind))
    return FALSE;
  for (guint i = 0; i < self->stats->len; i++)
    {
      const ValColumnStats *stats = &g_array_index (self->stats, ValColumnStats, i);

      if (stats->dates * 10 < stats->filled * 7 || stats->first_parts == 0)
        continue;
      return (stats->first_parts & (stats->first_parts - 1)) == 0
             && __builtin_popcount (stats->second_parts) > 2;
    }
  return FALSE;
}

static void
decide_signs (ValImportPlan *self)
{
  guint commas = 0, points = 0, day_first = 0, month_first = 0, year_first = 0;

  for (guint i = 0; i < self->stats->len; i++)
    {
      ValColumnStats *stats = &g_array_index (self->stats, ValColumnStats, i);

      commas += stats->commas;
      points += stats->points;
      if (stats->dates * 10 < stats->filled * 7)
        continue;
      day_first += stats->day_first_only;
      month_first += stats->month_first_only;
      year_first += stats->year_first;
    }
  self->decimal_sign = commas > points ? ',' : '.';
  if (month_first > day_first || (month_first == 0 && day_first == 0 && is_one_month_first (self)))
    self->date_order = VAL_DATE_ORDER_MDY;
  else if (year_first > 0 && day_first == 0)
    self->date_order = VAL_DATE_ORDER_YMD;
  else
    self->date_order = VAL_DATE_ORDER_DMY;
}

/* Reads the header and what the columns hold. */
static void
read_columns (ValImportPlan *self, ValCsvReader *reader, gboolean *ret_any_row)
{
  ValCsvRecord record;
  guint n_columns = 0;
  guint seen = 0;

  *ret_any_row = FALSE;
  if (!val_csv_reader_next (reader, &record))
    return;
  self->has_header = count_known_headers (self->kind, &record) > 0 || !looks_like_data (&record);
  self->header_line = self->has_header ? record.line : 0;
  n_columns = record.n_fields;
  /* Empty fields at the end are what a trailing separator leaves. */
  while (self->has_header && n_columns > 1
         && val_csv_field_trim (record.fields[n_columns - 1]).len == 0)
    n_columns--;
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->names, self->has_header ? dup_header (record.fields[i])
                                                   /* Translators: the number of a column */
                                                   : g_strdup_printf (_ ("Column %d"), i + 1));
  if (self->has_header)
    self->data_offset = val_csv_reader_tell (reader, &self->data_line);
  else
    val_csv_reader_seek (reader, record.offset, record.line);
  g_array_set_size (self->stats, n_columns);
  while (seen < STATS_RECORDS && val_csv_reader_next (reader, &record))
    {
      if (val_csv_record_is_blank (&record))
        continue;
      seen++;
      for (guint i = 0; i < record.n_fields && i < n_columns; i++)
        add_to_stats (self->kind, &g_array_index (self->stats, ValColumnStats, i), record.fields[i]);
    }
  *ret_any_row = seen > 0;
}

static gboolean
has_name (ValImportPlan *self)
{
  for (guint i = 0; i < self->names->len; i++)
    if (*(const char *) g_ptr_array_index (self->names, i) != '\0')
      return TRUE;
  return FALSE;
}

/**
 * val_import_recognise_table:
 * @self: a plan whose text, separator and quote are known
 * @error: when there is no row
 *
 * Finds the header, its columns, and the signs of numbers and dates.
 *
 * Returns: whether there is at least one row
 */
gboolean
val_import_recognise_table (ValImportPlan *self, GError **error)
{
  gsize length, offset;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autoptr (ValCsvReader) reader
      = val_csv_reader_new (text, length, self->separator, self->quote);
  gboolean any_row;
  int line;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->stats, g_array_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->stats = g_array_new (FALSE, TRUE, sizeof (ValColumnStats));
  g_array_set_clear_func (self->stats, clear_stats);
  self->data_offset = 0;
  self->data_line = 1;
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0
      && (text[5] == '\r' || text[5] == '\n'))
    {
      self->data_offset = text[5] == '\r' && length > 6 && text[6] == '\n' ? 7 : 6;
      self->data_line = 2;
    }
  find_header (self, text, length, &offset, &line);
  self->data_offset = offset;
  self->data_line = line;
  val_csv_reader_seek (reader, offset, line);
  read_columns (self, reader, &any_row);
  decide_signs (self);
  if (!any_row)
    {
      g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_EMPTY,
                           !has_name (self)
                               ? _ ("The file is empty.")
                               : _ ("The file holds a header and no rows."));
      return FALSE;
    }
  return TRUE;
}
