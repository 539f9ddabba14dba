/* xlsx-fixture.c: small workbooks made of XML
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "xlsx-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "val-xlsx.h"

GBytes *
make_book (const Part *parts)
{
  gsize size = 1 << 16, used = 0;
  g_autofree char *buffer = NULL;
  struct archive *archive = archive_write_new ();

  for (const Part *part = parts; part->name != NULL; part++)
    size += part->length > 0 ? part->length : strlen (part->text);
  buffer = g_malloc (size);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);
  for (; parts->name != NULL; parts++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = parts->length > 0 ? parts->length : strlen (parts->text);

      archive_entry_set_pathname (entry, parts->name);
      archive_entry_set_size (entry, (la_int64_t) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, parts->text, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new (buffer, used);
}

static GBytes *
make_whole (Part book, Part styles, Part strings, Part sheet)
{
  const Part parts[] = {
    { "[Content_Types].xml", HEAD "<Types/>", 0 },
    { "_rels/.rels",
      RELATIONS "<Relationship Id=\"a\" Type=\"" TYPES
                "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      0 },
    { "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id=\"s1\" Type=\"" TYPES
                "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" TYPES
                "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"" TYPES
                "styles\" Target=\"/xl/styles.xml\"/></Relationships>",
      0 },
    { "xl/worksheets/sheet1.xml", sheet.text, sheet.length },
    { "xl/workbook.xml", book.text, book.length },
    { "xl/styles.xml", styles.text, styles.length },
    { "xl/sharedStrings.xml", strings.text, strings.length },
    { NULL, NULL, 0 },
  };

  return make_book (parts);
}

GBytes *
make_simple (const char *book, const char *styles, const char *strings, const char *sheet)
{
  return make_whole ((Part){ NULL, book, 0 }, (Part){ NULL, styles, 0 },
                     (Part){ NULL, strings, 0 }, (Part){ NULL, sheet, 0 });
}

GBytes *
make_raw (const char *strings, gsize n_strings, const char *sheet, gsize n_sheet)
{
  return make_whole ((Part){ NULL, BOOK, 0 }, (Part){ NULL, STYLES, 0 },
                     (Part){ NULL, strings, n_strings }, (Part){ NULL, sheet, n_sheet });
}

char *
csv_of (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (ValXlsx) book = val_xlsx_open (bytes, error);
  g_autoptr (GBytes) csv = book != NULL ? val_xlsx_to_csv (book, 0, NULL, error) : NULL;

  return csv != NULL ? g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv)) : NULL;
}
