/* val-not-a-table.c: files that are no table of text, recognised and explained
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-not-a-table.h"

#include <string.h>

#include "val-encoding.h"
#include "val-i18n.h"
#include "val-import-plan.h"

#define MAX_FILE ((gsize) 1 << 30)

typedef enum
{
  FORMAT_WORKBOOK,
  FORMAT_OLD_WORKBOOK,
  FORMAT_OPEN_DOCUMENT,
  FORMAT_ARCHIVE,
  FORMAT_PDF,
  FORMAT_PICTURE,
  FORMAT_DATABASE,
  FORMAT_WEB_PAGE,
  FORMAT_TEXT_DOCUMENT,
  FORMAT_BINARY,
} Format;

static const struct
{
  const char *magic;
  gsize length;
  Format format;
} magics[] = {
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, FORMAT_OLD_WORKBOOK },
  { "%PDF-", 5, FORMAT_PDF },
  { "\x89PNG\r\n", 6, FORMAT_PICTURE },
  { "\xff\xd8\xff", 3, FORMAT_PICTURE },
  { "GIF8", 4, FORMAT_PICTURE },
  { "RIFF", 4, FORMAT_BINARY },
  { "SQLite format 3", 16, FORMAT_DATABASE },
  { "\x1f\x8b", 2, FORMAT_ARCHIVE },
  { "BZh", 3, FORMAT_ARCHIVE },
  { "7z\xbc\xaf\x27\x1c", 6, FORMAT_ARCHIVE },
  { "Rar!", 4, FORMAT_ARCHIVE },
  { "\xfd" "7zXZ", 5, FORMAT_ARCHIVE },
  { "{\\rtf", 5, FORMAT_TEXT_DOCUMENT },
  { "\x7f" "ELF", 4, FORMAT_BINARY },
};

static const char *
format_sentence (Format format)
{
  switch (format)
    {
    case FORMAT_OLD_WORKBOOK:
      return N_ ("This is an old Excel workbook, or one that is protected by a password. Open it "
                 "in the spreadsheet program, save it as .xlsx without a password and import that "
                 "file.");
    case FORMAT_OPEN_DOCUMENT:
      return N_ ("This is an OpenDocument file. Open it in the spreadsheet program, save it as "
                 ".xlsx or the sheet as CSV (UTF-8) and import that file.");
    case FORMAT_ARCHIVE:
      return N_ ("This is a compressed archive. Unpack it first and import the table that is "
                 "inside.");
    case FORMAT_PDF:
      return N_ ("This is a PDF document. Ask for the same figures as a CSV or Excel file and "
                 "import that.");
    case FORMAT_PICTURE:
      return N_ ("This is a picture. Only tables saved as CSV or as an Excel workbook (.xlsx) can "
                 "be imported.");
    case FORMAT_DATABASE:
      return N_ ("This is a database. Use Restore for a backup of Valmius; other databases must "
                 "be exported as CSV first.");
    case FORMAT_WEB_PAGE:
      return N_ ("This is a web page or an XML file, perhaps one that only calls itself a "
                 "spreadsheet. Open it in the spreadsheet program and save it as .xlsx or CSV "
                 "(UTF-8).");
    case FORMAT_TEXT_DOCUMENT:
      return N_ ("This is a text document. Only tables saved as CSV or as an Excel workbook "
                 "(.xlsx) can be imported.");
    case FORMAT_WORKBOOK:
    case FORMAT_BINARY:
    default:
      return N_ ("This file does not hold a table of text. Only tables saved as CSV or as an "
                 "Excel workbook (.xlsx) can be imported.");
    }
}

static gboolean
contains (const char *data, gsize length, const char *needle)
{
  return memmem (data, length, needle, strlen (needle)) != NULL;
}

static Format
format_of_zip (const char *data, gsize length)
{
  gsize head = MIN (length, 4096);
  gsize tail = MIN (length, 65536);
  const char *end = data + length - tail;

  if (contains (data, head, "mimetypeapplication/vnd.oasis.opendocument"))
    return FORMAT_OPEN_DOCUMENT;
  /* The list of parts at the end is what every writer has; the first part may be a sheet. */
  if (contains (data, head, "[Content_Types].xml") || contains (data, head, "xl/")
      || contains (end, tail, "[Content_Types].xml") || contains (end, tail, "xl/workbook.xml"))
    return contains (data, head, "word/") || contains (end, tail, "word/document.xml")
                   || contains (end, tail, "ppt/presentation.xml")
               ? FORMAT_TEXT_DOCUMENT
               : FORMAT_WORKBOOK;
  return FORMAT_ARCHIVE;
}

static gboolean
is_markup (const char *data, gsize length)
{
  gsize i = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autofree char *head = NULL;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  if (i >= length || data[i] != '<')
    return FALSE;
  head = g_ascii_strdown (data + i, MIN (length - i, 16));
  return g_str_has_prefix (head, "<!doctype") || g_str_has_prefix (head, "<html")
         || g_str_has_prefix (head, "<?xml") || g_str_has_prefix (head, "<table");
}

static gboolean
refuse (Format format, GError **error)
{
  g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
                       _ (format_sentence (format)));
  return FALSE;
}

/**
 * val_not_a_table_check:
 * @bytes: a file
 * @error: a translated sentence that says what it is and what to do
 *
 * Looks at the first bytes and for NUL bytes. Any thread.
 *
 * Returns: whether the file may be a table of text, or a workbook
 */
gboolean
val_not_a_table_check (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_EMPTY,
                           _ ("The file is empty."));
      return FALSE;
    }
  if (length > MAX_FILE)
    {
      g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("The file is larger than 1 GiB. Divide it into smaller files."));
      return FALSE;
    }
  if (length >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    {
      Format format = format_of_zip (data, length);

      return format == FORMAT_WORKBOOK || refuse (format, error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
      return refuse (magics[i].format, error);
  if (is_markup (data, length))
    return refuse (FORMAT_WEB_PAGE, error);
  if (memchr (data, 0, length) != NULL
      && !g_str_has_prefix (val_encoding_detect (bytes), "UTF-16"))
    return refuse (FORMAT_BINARY, error);
  return TRUE;
}
