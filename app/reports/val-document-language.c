/* val-document-language.c: tells readers of a PDF file what language it is in
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#include <string.h>

/* The last place of @text in @bytes from @start on, or NULL. */
static const char *
find_last (const char *bytes, const char *end, const char *text)
{
  const char *last = NULL;

  for (const char *p = bytes; (p = memmem (p, (gsize) (end - p), text, strlen (text))) != NULL; p++)
    last = p;
  return last;
}

/*
 * val_document_set_language:
 * @pdf: a file by cairo
 * @language: "pl"
 *
 * cairo has no call for the language that a screen reader should read the pages in. Where the
 * catalogue is the last object before the cross-reference table, which is how cairo writes it, the
 * entry can be put into it without moving anything the table points to. A file that looks in any
 * other way is left as it is.
 */
void
val_document_set_language (GByteArray *pdf, const char *language)
{
  static const char catalogue[] = "<< /Type /Catalog\n";
  const char *data = (const char *) pdf->data, *end = data + pdf->len;
  const char *place = find_last (data, end, catalogue);
  const char *table = find_last (data, end, "\nxref\n");
  const char *start = find_last (data, end, "\nstartxref\n");
  const char *object_end;
  g_autofree char *entry = NULL, *tail = NULL;
  guint table_offset;

  if (place == NULL || table == NULL || start == NULL || table < place || start < table)
    return;
  object_end = memmem (place, (gsize) (table - place), "endobj", 6);
  if (object_end == NULL || object_end + strlen ("endobj") != table)
    return;

  entry = g_strdup_printf ("   /Lang (%s)\n", language);
  table_offset = (guint) (table + 1 - data) + (guint) strlen (entry);
  tail = g_strdup_printf ("\nstartxref\n%u\n%%%%EOF\n", table_offset);
  {
    gsize before = (gsize) (place - data) + strlen (catalogue);
    gsize until = (gsize) (start - data);
    g_autofree char *rest = g_memdup2 (data + before, until - before);

    g_byte_array_set_size (pdf, (guint) before);
    g_byte_array_append (pdf, (const guint8 *) entry, (guint) strlen (entry));
    g_byte_array_append (pdf, (const guint8 *) rest, (guint) (until - before));
    g_byte_array_append (pdf, (const guint8 *) tail, (guint) strlen (tail));
  }
}
