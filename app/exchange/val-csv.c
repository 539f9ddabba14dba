/* val-csv.c: reading separated values
 *
 * RFC 4180, forgiving where files in the wild are: any separator and quote, CRLF, CR or LF (mixed
 * too), ragged records, blanks around a quoted field, text after a closing quote. Fields point
 * into the data; only those with doubled quotes are copied.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-csv.h"

#include <string.h>

struct _ValCsvReader
{
  const char *start;
  const char *pos;
  const char *end;
  int line;
  char separator;
  char quote;
  guint8 stops[256]; /* bytes that end a bare field */
  ValCsvField *fields;
  guint n_fields;
  guint n_allocated;
  GArray *pending;   /* of guint: fields whose raw text must be unquoted */
  GString *scratch;
  ValCsvFlags flags;
};

/**
 * val_csv_reader_new:
 * @data: the text in an encoding that contains ASCII; must outlive the reader
 * @length: its bytes
 * @separator: what parts fields
 * @quote: what quotes a field; 0: nothing does
 *
 * Any thread, one at a time.
 *
 * Returns: (transfer full): a reader at the first record
 */
ValCsvReader *
val_csv_reader_new (const char *data, gsize length, char separator, char quote)
{
  ValCsvReader *self = g_new0 (ValCsvReader, 1);

  self->start = data;
  self->pos = data;
  self->end = data + length;
  self->line = 1;
  self->separator = separator;
  self->quote = quote;
  self->stops[(guchar) separator] = 1;
  self->stops['\r'] = 1;
  self->stops['\n'] = 1;
  self->n_allocated = 64;
  self->fields = g_new (ValCsvField, self->n_allocated);
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);
  return self;
}

/**
 * val_csv_reader_free:
 * @self: (transfer full) (nullable): the reader
 */
void
val_csv_reader_free (ValCsvReader *self)
{
  if (self == NULL)
    return;
  g_free (self->fields);
  g_array_unref (self->pending);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * val_csv_reader_seek:
 * @offset: where a record begins, as ValCsvRecord.offset or val_csv_reader_tell() told
 * @line: the physical line there
 */
void
val_csv_reader_seek (ValCsvReader *self, gsize offset, int line)
{
  g_return_if_fail (offset <= (gsize) (self->end - self->start));

  self->pos = self->start + offset;
  self->line = line;
}

/**
 * val_csv_reader_tell:
 * @ret_line: (out) (optional): the physical line there
 *
 * Returns: the offset at which the next record begins
 */
gsize
val_csv_reader_tell (ValCsvReader *self, int *ret_line)
{
  if (ret_line != NULL)
    *ret_line = self->line;
  return self->pos - self->start;
}

static inline void
add_field (ValCsvReader *self, const char *text, gsize len)
{
  if (G_UNLIKELY (self->n_fields == self->n_allocated))
    {
      if (self->n_fields >= VAL_CSV_MAX_FIELDS)
        {
          self->flags |= VAL_CSV_TOO_MANY_FIELDS;
          return;
        }
      self->n_allocated *= 2;
      self->fields = g_renew (ValCsvField, self->fields, self->n_allocated);
    }
  self->fields[self->n_fields++] = (ValCsvField){ text, len };
}

/* Where the line of @from ends: at its line end, or at the end of the data. */
static const char *
line_end (ValCsvReader *self, const char *from)
{
  while (from < self->end && *from != '\n' && *from != '\r')
    from++;
  return from;
}

static const char *
after_line_end (ValCsvReader *self, const char *at)
{
  if (at < self->end && *at == '\r')
    {
      at++;
      if (at < self->end && *at == '\n')
        at++;
    }
  else if (at < self->end)
    at++;
  return at;
}

/* Reads the field whose opening quote stands before @from. NULL: it is never closed. */
static const char *
scan_quoted (ValCsvReader *self, const char *from, const char *limit, int *lines)
{
  const char *p = from;
  const char *close = NULL;
  gboolean doubled = FALSE;

  while (p < limit)
    {
      if (*p == self->quote)
        {
          if (p + 1 < self->end && p[1] == self->quote)
            {
              doubled = TRUE;
              p += 2;
              continue;
            }
          close = p;
          break;
        }
      if (*p == '\n' || (*p == '\r' && !(p + 1 < self->end && p[1] == '\n')))
        (*lines)++;
      p++;
    }
  if (close == NULL)
    return NULL;
  for (p = close + 1; p < self->end && (*p == ' ' || *p == '\t') && !self->stops[(guchar) *p];)
    p++;
  if (p < self->end && !self->stops[(guchar) *p])
    {
      doubled = TRUE; /* text after the closing quote is kept as it stands */
      while (p < self->end && !self->stops[(guchar) *p])
        p++;
      add_field (self, from, p - from);
    }
  else
    add_field (self, from, close - from);
  if (doubled && !(self->flags & VAL_CSV_TOO_MANY_FIELDS))
    {
      guint index = self->n_fields - 1;

      g_array_append_val (self->pending, index);
    }
  return p;
}

/* Writes out the fields that cannot stay where they are. */
static void
unquote_pending (ValCsvReader *self)
{
  gsize total = 0;
  char *out;

  for (guint i = 0; i < self->pending->len; i++)
    total += self->fields[g_array_index (self->pending, guint, i)].len;
  g_string_set_size (self->scratch, total);
  out = self->scratch->str;
  for (guint i = 0; i < self->pending->len; i++)
    {
      ValCsvField *field = &self->fields[g_array_index (self->pending, guint, i)];
      const char *p = field->text;
      const char *last = p + field->len;
      char *begin = out;
      gboolean inside = TRUE;

      for (; p < last; p++)
        {
          if (inside && *p == self->quote)
            {
              if (p + 1 < last && p[1] == self->quote)
                p++;
              else
                {
                  inside = FALSE;
                  continue;
                }
            }
          *out++ = *p;
        }
      field->text = begin;
      field->len = out - begin;
    }
}

/* One field from @p on; returns where it stopped, or NULL at an unterminated quote. */
static inline const char *
scan_field (ValCsvReader *self, const char *p, const char *limit, int *lines)
{
  const char *from = p;

  if (self->quote != 0 && p < self->end && (*p == self->quote || *p == ' ' || *p == '\t'))
    {
      const char *q = p;

      while (q < self->end && (*q == ' ' || *q == '\t') && *q != self->separator)
        q++;
      if (q < self->end && *q == self->quote)
        return scan_quoted (self, q + 1, limit, lines);
    }
  while (p < self->end && !self->stops[(guchar) *p])
    p++;
  add_field (self, from, p - from);
  return p;
}

/**
 * val_csv_reader_next:
 * @ret_record: (out): the record; its fields are valid until the next call
 *
 * Reads the next record. A record with an unterminated quote, or one that is too long, is its
 * first line alone with one field and a flag: reading goes on at the line after it.
 *
 * Returns: FALSE at the end
 */
gboolean
val_csv_reader_next (ValCsvReader *self, ValCsvRecord *ret_record)
{
  const char *begin = self->pos;
  const char *p = begin;
  const char *limit;
  int lines = 1;

  if (p >= self->end)
    return FALSE;
  self->n_fields = 0;
  self->pending->len = 0;
  self->flags = VAL_CSV_OK;
  limit = (gsize) (self->end - p) > VAL_CSV_MAX_RECORD ? p + VAL_CSV_MAX_RECORD : self->end;
  for (;;)
    {
      p = scan_field (self, p, limit, &lines);
      if (p == NULL || p > limit)
        {
          self->flags |= limit < self->end ? VAL_CSV_TOO_LONG : VAL_CSV_UNTERMINATED;
          self->n_fields = 0;
          self->pending->len = 0;
          p = line_end (self, begin);
          add_field (self, begin, p - begin);
          lines = 1;
          break;
        }
      if (p < self->end && *p == self->separator)
        p++;
      else
        break;
    }
  if (self->pending->len > 0)
    unquote_pending (self);
  ret_record->line = self->line;
  ret_record->offset = begin - self->start;
  ret_record->length = p - begin;
  ret_record->fields = self->fields;
  ret_record->n_fields = self->n_fields;
  ret_record->flags = self->flags;
  self->pos = after_line_end (self, p);
  self->line += lines;
  return TRUE;
}

/**
 * val_csv_field_trim:
 * @field: a field
 *
 * Returns: the field without blanks, tabs and no-break spaces around it
 */
ValCsvField
val_csv_field_trim (ValCsvField field)
{
  for (;;)
    {
      if (field.len > 0 && (guchar) field.text[0] <= ' ')
        field.text++, field.len--;
      else if (field.len > 1 && (guchar) field.text[0] == 0xc2 && (guchar) field.text[1] == 0xa0)
        field.text += 2, field.len -= 2;
      else
        break;
    }
  for (;;)
    {
      if (field.len > 0 && (guchar) field.text[field.len - 1] <= ' ')
        field.len--;
      else if (field.len > 1 && (guchar) field.text[field.len - 2] == 0xc2
               && (guchar) field.text[field.len - 1] == 0xa0)
        field.len -= 2;
      else
        break;
    }
  return field;
}

/**
 * val_csv_record_is_blank:
 * @record: a record
 *
 * Returns: whether nothing but separators and blanks stands in it (padding)
 */
gboolean
val_csv_record_is_blank (const ValCsvRecord *record)
{
  if (record->flags != VAL_CSV_OK)
    return FALSE;
  for (guint i = 0; i < record->n_fields; i++)
    if (record->fields[i].len > 0 && val_csv_field_trim (record->fields[i]).len > 0)
      return FALSE;
  return TRUE;
}
