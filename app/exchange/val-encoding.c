/* val-encoding.c: which encoding a file is written in
 *
 * Marks at the beginning and valid UTF-8 decide at once. What is left is one of a few encodings
 * of one byte a character: they are told apart by what the bytes above 127 would be as letters of
 * Polish, Greek, Finnish and their neighbours, and by whether such letters stand inside words.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-encoding.h"

#include <string.h>
#include <uchardet/uchardet.h>

#include "val-i18n.h"
#include "val-import-plan.h"

static const char *const encodings[] = {
  "UTF-8",      "UTF-16LE",   "UTF-16BE",   "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1253",
  "ISO-8859-7", "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15", NULL,
};

/* In the order in which a tie is decided. */
static const char *const one_byte[] = {
  "WINDOWS-1250", "WINDOWS-1253", "WINDOWS-1252", "ISO-8859-1",
  "ISO-8859-15",  "ISO-8859-2",   "ISO-8859-7",
};

#define SAMPLE (1024 * 1024)

/**
 * val_encoding_list:
 *
 * Returns: (transfer none): the names of the encodings that can be read, %NULL-terminated
 */
const char *const *
val_encoding_list (void)
{
  return encodings;
}

/* @text: bytes
 * @length: how many
 * @ret_bad_offset: (out) (optional): where the first byte stands that does not fit
 *
 * NUL bytes are taken for valid; they are refused elsewhere. Any thread.
 *
 * Returns: whether all of it is UTF-8 */
static gboolean
is_utf8 (const char *text, gsize length, gsize *ret_bad_offset)
{
  const char *p = text;
  const char *end = text + length;

  while (p < end)
    {
      guint64 word;
      const char *stop;

      while (end - p >= 8 && (memcpy (&word, p, 8), (word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0))
        p += 8;
      while (p < end && (guchar) *p < 128)
        p++;
      if (p >= end)
        break;
      stop = p;
      if ((guchar) *p >= 128)
        {
          gunichar c = g_utf8_get_char_validated (p, end - p);

          if (c == (gunichar) -1 || c == (gunichar) -2)
            {
              if (ret_bad_offset != NULL)
                *ret_bad_offset = stop - text;
              return FALSE;
            }
          p = g_utf8_next_char (p);
        }
    }
  return TRUE;
}

/* The characters of the 128 upper bytes; 0: the encoding does not have the byte. */
static void
fill_upper_half (const char *encoding, gunichar table[128])
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);

  for (int i = 0; i < 128; i++)
    {
      char byte = (char) (128 + i);
      char utf8[8] = "";
      char *in = &byte, *out = utf8;
      gsize in_left = 1, out_left = sizeof utf8 - 1;

      table[i] = 0;
      if (converter == (GIConv) -1)
        continue;
      if (g_iconv (converter, &in, &in_left, &out, &out_left) != (gsize) -1 && out > utf8)
        table[i] = g_utf8_get_char (utf8);
      else
        g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  if (converter != (GIConv) -1)
    g_iconv_close (converter);
}

static const gunichar *
upper_half (const char *encoding)
{
  static gsize once = 0;
  static gunichar tables[G_N_ELEMENTS (one_byte)][128];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (one_byte); i++)
        fill_upper_half (one_byte[i], tables[i]);
      g_once_init_leave (&once, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (one_byte); i++)
    if (g_str_equal (one_byte[i], encoding))
      return tables[i];
  g_assert_not_reached ();
}

static int
letter_worth (gunichar c, const char *encoding)
{
  /* Letters of the languages that each encoding is there for. */
  static const char *central = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰäöüÄÖÜ";
  static const char *western = "äöåÄÖÅéèêëàâçîïôûùüÜßñáíóúøØæÆšžŠŽœŒ";
  const char *set = strstr (encoding, "1250") != NULL || g_str_has_suffix (encoding, "8859-2")
                        ? central : western;

  if (strstr (encoding, "1253") != NULL || g_str_has_suffix (encoding, "8859-7"))
    return g_unichar_get_script (c) == G_UNICODE_SCRIPT_GREEK && g_unichar_isalpha (c) ? 4 : -2;
  if (g_utf8_strchr (set, -1, c) != NULL)
    return 4;
  return g_unichar_isalpha (c) ? -2 : 0;
}

static gunichar
decode (const gunichar *table, const guchar *data, gsize length, gsize at, gboolean *ret_high)
{
  if (at >= length)
    return ' ';
  *ret_high = data[at] >= 128;
  return data[at] < 128 ? data[at] : table[data[at] - 128];
}

/* How much the upper bytes look like words of the encoding's languages; G_MININT: impossible. */
static gint64
score_encoding (const char *encoding, const guchar *data, gsize length)
{
  const gunichar *table = upper_half (encoding);
  gint64 score = 0;

  for (gsize i = 0; i < length; i++)
    {
      gunichar c, before, after;
      gboolean high_before = FALSE, high_after = FALSE;
      gboolean joined;

      if (data[i] < 128)
        continue;
      c = table[data[i] - 128];
      if (c == 0)
        return G_MININT;
      if (c < 0xa0)
        {
          score -= 20; /* a control character never stands in a table */
          continue;
        }
      before = i > 0 ? decode (table, data, length, i - 1, &high_before) : ' ';
      after = decode (table, data, length, i + 1, &high_after);
      joined = (before != 0 && g_unichar_isalpha (before)) || (after != 0 && g_unichar_isalpha (after));
      if (g_unichar_isalpha (c))
        {
          score += joined ? letter_worth (c, encoding) : 0;
          if (g_unichar_isupper (c) && before != 0 && g_unichar_islower (before))
            score -= 6;
          /* A Greek letter between Latin ones, or the other way about, is a wrong guess. */
          if (before != 0 && g_unichar_isalpha (before) && c > 0x370 && before < 0x250)
            score -= 6;
          if (after != 0 && g_unichar_isalpha (after) && c > 0x370 && after < 0x250)
            score -= 6;
        }
      else
        score += joined && before != 0 && g_unichar_isalpha (before) && g_unichar_isalpha (after)
                     ? -6 : c == 0x20ac || c == 0xa0 || (c >= 0x2013 && c <= 0x2026) ? 1 : -1;
    }
  return score;
}

static gboolean
has_c1_bytes (const guchar *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] >= 0x80 && data[i] < 0xa0)
      return TRUE;
  return FALSE;
}

static const char *
detect_one_byte (const guchar *data, gsize length)
{
  const char *best = NULL;
  gint64 best_score = G_MININT64;
  g_autofree char *proposal = NULL;
  uchardet_t detector = uchardet_new ();

  if (uchardet_handle_data (detector, (const char *) data, length) == 0)
    {
      uchardet_data_end (detector);
      proposal = g_ascii_strup (uchardet_get_charset (detector), -1);
    }
  uchardet_delete (detector);
  for (guint i = 0; i < G_N_ELEMENTS (one_byte); i++)
    {
      gint64 score = score_encoding (one_byte[i], data, length);

      if (score == G_MININT)
        continue;
      score = score * 4 + (g_strcmp0 (proposal, one_byte[i]) == 0 ? 3 : 0);
      if (score > best_score)
        {
          best_score = score;
          best = one_byte[i];
        }
    }
  if (best == NULL)
    return "WINDOWS-1252";
  /* Without its own bytes 80-9F the two are the same; the standard's name is the modest one. */
  if (g_str_equal (best, "WINDOWS-1252") && !has_c1_bytes (data, length))
    return "ISO-8859-1";
  return best;
}

/* UTF-16 without a mark: separators, digits and line ends have a NUL on one side, and text of one
 * byte a character has none at all. */
static const char *
detect_utf16 (const guchar *data, gsize length)
{
  gsize zeros[2] = { 0, 0 };
  gsize n = MIN (length, 4096) & ~(gsize) 1;

  if (n < 4 || length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (data[i] == 0)
      zeros[i % 2]++;
  if (zeros[1] > n / 40 + 1 && zeros[0] * 20 < zeros[1])
    return "UTF-16LE";
  if (zeros[0] > n / 40 + 1 && zeros[1] * 20 < zeros[0])
    return "UTF-16BE";
  return NULL;
}

/* Whether bytes that are not all UTF-8 are nevertheless mostly so: a damaged UTF-8 file. */
static gboolean
is_mostly_utf8 (const char *text, gsize length)
{
  gsize good = 0, bad = 0;
  const char *end = text + MIN (length, SAMPLE);

  for (const char *p = text; p < end;)
    {
      gunichar c;

      if ((guchar) *p < 128)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          bad++;
          p++;
        }
      else
        {
          good++;
          p = g_utf8_next_char (p);
        }
    }
  return good >= 8 && bad * 8 < good;
}

/**
 * val_encoding_detect:
 * @bytes: a file
 *
 * Proposes an encoding; it never fails, but what it proposes may not fit all bytes (a damaged
 * UTF-8 file): val_encoding_to_utf8() says so. Any thread.
 *
 * Returns: (transfer none): one of val_encoding_list()
 */
const char *
val_encoding_detect (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  const char *utf16;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return "UTF-8";
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  utf16 = detect_utf16 (data, length);
  if (utf16 != NULL)
    return utf16;
  if (is_utf8 ((const char *) data, length, NULL)
      || is_mostly_utf8 ((const char *) data, length))
    return "UTF-8";
  return detect_one_byte (data, MIN (length, SAMPLE));
}

static int
line_at (const char *text, gsize offset)
{
  int line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
      line++;
  return line;
}

static GBytes *
convert (GBytes *bytes, gsize skip, const char *encoding, GError **error)
{
  gsize length, written = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) local = NULL;
  char *text = g_convert (data + skip, length - skip, "UTF-8", encoding, NULL, &written, &local);

  if (text == NULL)
    {
      /* Translators: %s is the name of an encoding, such as WINDOWS-1250 */
      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING,
                   _("The file holds bytes that have no meaning in the encoding %s. Choose "
                     "another encoding."),
                   encoding);
      return NULL;
    }
  return g_bytes_new_take (text, written);
}

/**
 * val_encoding_to_utf8:
 * @bytes: a file
 * @encoding: one of val_encoding_list()
 * @error: set when a byte does not fit the encoding: nothing is ever replaced or dropped
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the text without a byte order mark; the bytes themselves,
 *   not copied, when they are UTF-8 already
 */
GBytes *
val_encoding_to_utf8 (GBytes *bytes, const char *encoding, GError **error)
{
  gsize length, bad = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize skip = 0;

  if (!g_strv_contains (encodings, encoding))
    {
      g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING,
                   _("The encoding %s is not known."), encoding);
      return NULL;
    }
  if (g_str_equal (encoding, "UTF-8"))
    {
      if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
        skip = 3;
      if (!is_utf8 (data + skip, length - skip, &bad))
        {
          g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_ENCODING,
                       _("Line %d holds bytes that have no meaning in the encoding %s. Choose "
                         "another encoding."),
                       line_at (data, skip + bad), encoding);
          return NULL;
        }
      return g_bytes_new_from_bytes (bytes, skip, length - skip);
    }
  if (g_str_has_prefix (encoding, "UTF-16") && length >= 2
      && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    skip = 2;
  return convert (bytes, skip, encoding, error);
}
