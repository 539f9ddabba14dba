/* test-fuzz-xlsx.c: sheets and workbooks that are bent a little, for a few seconds
 *
 * Works with every compiler; see fuzz-bend.h.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fuzz-bend.h"
#include "fuzz-xlsx.h"
#include "xlsx-fixture.h"

static const char *const pieces[] = {
  "<", ">", "/", "</", "/>", "=", "\"", "'", "&", ";", "&lt;", "&#65;", "&#x20AC;", "&#1;", "&#xFFFF;",
  "&none;", "]]>", "<!--", "-->", "<!-- a -->", "<![CDATA[", "]]>", "<?x y?>", "<!DOCTYPE a>", "\r", "\n",
  "\r\n", " ", "\t", "\1", "\xc2\xa0", "\xff", "\xef\xbf\xbf", "\xed\xa0\x80", "\xf0\x9f\x98\x80", "_x0041_",
  "<row>", "</row>", "<row r=\"3\">", "<c>", "</c>", "<c r=\"B2\">", "<c t=\"s\">", "<c t=\"inlineStr\">",
  "<c s=\"1\">", "<c s=\"3\">", "<v>", "</v>", "<v>1</v>", "<v>0.5</v>", "<v>44197.38400463</v>", "<v/>",
  "<is><t>a</t></is>", "<x:v>", "</x:v>", " a=\"b\"", " r=\"XFD1\"", " r=\"1048577\"", "1e999", "-1",
  "</sheetData>", "</worksheet>", "<si>", "</si>", "<t>", "</t>", "<rPh>", "</rPh>", "encoding=\"UTF-16\"",
};

#define ROWS                                                                                      \
  "<row r=\"1\" spans=\"1:4\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44197</v></c><c "    \
  "r=\"C1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a &amp; b</t></is></c><c r=\"D1\" s=\"2\"><v>"  \
  "0.001655</v></c></row>\r\n<row><c><f>1+1</f><v>5.0999999999999996</v></c><c t=\"b\"><v>1</v></c><c "   \
  "t=\"e\"><v>#N/A</v></c><c t='str'><v>Żółw</v></c></row>"

static void
test_xlsx (void)
{
  static char whole[VAL_FUZZ_MAX_LENGTH / 2];
  const char sheet[] = "\1" SHEET (ROWS), strings[] = "\2" STRINGS;
  g_autoptr (GBytes) book = make_simple (BOOK, STYLES, STRINGS, SHEET (ROWS));
  gsize length = g_bytes_get_size (book);
  ValFuzzSeed seeds[] = {
    { sheet, 0 },
    { strings, 0 },
    { "\1<?xml version='1.0' standalone='yes' ?><x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>4"
      "</x:v></x:c></x:row></x:sheetData></x:worksheet>\n", 0 },
    { whole, length + 1 },
  };

  g_assert_cmpuint (length + 1, <=, sizeof whole);
  whole[0] = 3;
  memcpy (whole + 1, g_bytes_get_data (book, NULL), length);
  val_fuzz_run (seeds, G_N_ELEMENTS (seeds), pieces, G_N_ELEMENTS (pieces), 6000, val_fuzz_xlsx);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/xlsx", test_xlsx);
  return g_test_run ();
}
