/* val-xlsx-part.c: one XML part out of the archive that a workbook is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-xlsx-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "val-i18n.h"
#include "val-import-plan.h"

/* What one part may become when it is inflated. Sheets grow to ten or thirty times the file; what
 * is made to grow goes to a thousand. */
#define MAX_PART ((gint64) 4 << 30)
#define ANY_PART ((gint64) 128 << 20)
#define MAX_GROWTH 200
#define BLOCK 65536

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

static gboolean
fail (GError **error, int code, const char *sentence)
{
  g_set_error_literal (error, VAL_EXCHANGE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
damaged (GError **error)
{
  return fail (error, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
               _ ("The workbook is damaged and cannot be read. Save it again in the spreadsheet "
                  "program."));
}

/* Names of parts do not mind capitals and may begin with a slash (ECMA-376, part 2, 6.2.2). */
static gboolean
same_part (const char *name, const char *wanted)
{
  while (*name == '/')
    name++;
  while (*wanted == '/')
    wanted++;
  return g_ascii_strcasecmp (name, wanted) == 0;
}

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* val_xlsx_attribute: (transfer none) (nullable): by its name without the prefix */
const char *
val_xlsx_attribute (const char **attributes, const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (local_name (attributes[i]), name) == 0)
      return attributes[i + 1];
  return NULL;
}

static void XMLCALL
start_cb (void *data, const char *name, const char **attributes)
{
  ValXlsxParse *parse = data;

  if (parse->start != NULL)
    parse->start (parse->self, local_name (name), attributes);
}

static void XMLCALL
end_cb (void *data, const char *name)
{
  ValXlsxParse *parse = data;

  if (parse->end != NULL)
    parse->end (parse->self, local_name (name));
}

static void XMLCALL
text_cb (void *data, const char *text, int length)
{
  ValXlsxParse *parse = data;

  if (parse->text != NULL)
    parse->text (parse->self, text, length);
}

/* Called by a handler that cannot go on; @sentence is translated. */
static void
refuse (ValXlsxParse *parse, int code, const char *sentence)
{
  parse->refused = sentence;
  parse->refused_code = code;
  if (parse->parser != NULL)
    XML_StopParser (parse->parser, XML_FALSE);
}

/* No workbook needs a document type, and every attack by entities does. */
static void XMLCALL
doctype_cb (void *data, const char *name, const char *system_id, const char *public_id,
            int has_internal)
{
  ValXlsxParse *parse = data;

  refuse (parse, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
          _ ("The workbook contains definitions that no spreadsheet program writes; "
             "it is not read."));
}

/* val_xlsx_parse_stop: called by a handler that has seen enough. */
void
val_xlsx_parse_stop (ValXlsxParse *parse)
{
  parse->stopped = TRUE;
  if (parse->parser != NULL)
    XML_StopParser (parse->parser, XML_FALSE);
}

static const char *
too_large (void)
{
  return _ ("The workbook is larger inside than can be read.");
}

/* val_xlsx_parse_refuse_size: called by a handler that has been given too much. */
void
val_xlsx_parse_refuse_size (ValXlsxParse *parse)
{
  refuse (parse, VAL_EXCHANGE_ERROR_TOO_LARGE, too_large ());
}

static gint64
max_part (GBytes *bytes)
{
  gint64 grown = (gint64) MIN (g_bytes_get_size (bytes), (gsize) MAX_PART) * MAX_GROWTH;

  return CLAMP (grown, ANY_PART, MAX_PART);
}

/* val_xlsx_parse_tell: how much of the part was read, to whom it may concern */
void
val_xlsx_parse_tell (ValXlsxParse *parse, gint64 done)
{
  if (parse->progress != NULL && parse->size > 0)
    parse->progress (MIN (1, (double) done / (double) parse->size), parse->progress_data);
}

static gboolean
parse_entry (Archive *archive, ValXlsxParse *parse, gint64 max_size, GCancellable *cancellable,
             GError **error)
{
  gint64 total = 0;

  for (;;)
    {
      void *buffer = XML_GetBuffer (parse->parser, BLOCK);
      la_ssize_t got;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (buffer == NULL)
        return fail (error, VAL_EXCHANGE_ERROR_FAILED, _ ("There is not enough memory."));
      got = archive_read_data (archive, buffer, BLOCK);
      if (got < 0)
        return damaged (error);
      total += got;
      val_xlsx_parse_tell (parse, total);
      if (total > max_size)
        return fail (error, VAL_EXCHANGE_ERROR_TOO_LARGE, too_large ());
      if (XML_ParseBuffer (parse->parser, (int) got, got == 0) != XML_STATUS_OK)
        {
          if (parse->stopped)
            return TRUE;
          if (parse->refused != NULL)
            return fail (error, parse->refused_code, parse->refused);
          return damaged (error);
        }
      if (got == 0)
        return TRUE;
    }
}

static gboolean
parse_found (Archive *archive, ValXlsxParse *parse, gint64 max_size, GCancellable *cancellable,
             GError **error)
{
  gboolean good;

  parse->parser = XML_ParserCreate (NULL);
  if (parse->parser == NULL)
    return fail (error, VAL_EXCHANGE_ERROR_FAILED, _ ("There is not enough memory."));
  XML_SetUserData (parse->parser, parse);
  XML_SetElementHandler (parse->parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (parse->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (parse->parser, doctype_cb);
  good = parse_entry (archive, parse, max_size, cancellable, error);
  g_clear_pointer (&parse->parser, XML_ParserFree);
  return good;
}

static gboolean thorough;

/* val_xlsx_set_thorough: (skip) */
void
val_xlsx_set_thorough (gboolean value)
{
  thorough = value;
}

/* An archive at the part; %NULL without an error: there is no such part. */
static Archive *
open_part (GBytes *bytes, const char *part, ValXlsxParse *parse, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  int code;

  if (archive == NULL || archive_read_support_format_zip (archive) != ARCHIVE_OK
      || archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    {
      damaged (error);
      return NULL;
    }
  while ((code = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || code == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (name == NULL || !same_part (name, part))
        continue;
      parse->size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
      if (!archive_entry_is_data_encrypted (entry))
        return g_steal_pointer (&archive);
      fail (error, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
            _ ("The workbook is protected by a password. Save it without one first."));
      return NULL;
    }
  if (code != ARCHIVE_EOF)
    damaged (error);
  return NULL;
}

/* TRUE: done, or refused with an error. FALSE: expat has to read it. */
static gboolean
scan_part (GBytes *bytes, const char *part, ValXlsxParse *parse, GCancellable *cancellable,
           gboolean *ret_good, GError **error)
{
  g_autoptr (Archive) archive = open_part (bytes, part, parse, error);

  *ret_good = FALSE;
  if (archive == NULL)
    return TRUE;
  switch (val_xlsx_scan (archive, parse, max_part (bytes), cancellable, error))
    {
    case VAL_XLSX_SCAN_DONE:
      *ret_good = parse->refused == NULL
                  || fail (error, parse->refused_code, parse->refused);
      return TRUE;
    case VAL_XLSX_SCAN_TOO_LARGE:
      fail (error, VAL_EXCHANGE_ERROR_TOO_LARGE, too_large ());
      return TRUE;
    case VAL_XLSX_SCAN_UNKNOWN:
      parse->restart (parse->self);
      return FALSE;
    case VAL_XLSX_SCAN_FAILED:
    default:
      return TRUE;
    }
}

/* val_xlsx_parse_part:
 * @bytes: the workbook
 * @part: the name of a part
 * @parse: its handlers
 * @cancellable: (nullable): breaks it off
 * @error: where to
 *
 * Returns: %TRUE when the part was there and was read, as far as the handlers wanted. %FALSE without
 * an error: there is no such part.
 */
gboolean
val_xlsx_parse_part (GBytes *bytes, const char *part, ValXlsxParse *parse,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (Archive) archive = NULL;
  gboolean good;

  if (parse->restart != NULL && !thorough
      && scan_part (bytes, part, parse, cancellable, &good, error))
    return good;
  archive = open_part (bytes, part, parse, error);
  return archive != NULL && parse_found (archive, parse, max_part (bytes), cancellable, error);
}
