/* val-fold.c: text made equal for searching
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-fold.h"

#include <string.h>

/* Letters that no decomposition takes apart. */
static const struct
{
  gunichar from;
  const char *to;
} strokes[] = {
  { 0x0142, "l" }, { 0x0141, "l" }, { 0x00f8, "o" }, { 0x00d8, "o" },  { 0x0111, "d" },
  { 0x0110, "d" }, { 0x0131, "i" }, { 0x00e6, "ae" }, { 0x00c6, "ae" }, { 0x0153, "oe" },
  { 0x0152, "oe" },
};

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK
         || type == G_UNICODE_ENCLOSING_MARK;
}

static void
append_bytes (GString *out, GArray *offsets, const char *bytes, gsize length, guint32 origin)
{
  g_string_append_len (out, bytes, length);
  if (offsets != NULL)
    for (gsize i = 0; i < length; i++)
      g_array_append_val (offsets, origin);
}

/* What @p's first character is folded to. */
static void
fold_slowly (GString *out, const char *p, gsize length)
{
  gunichar original = g_utf8_get_char (p);
  g_autofree char *parts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].from == original)
      {
        g_string_append (out, strokes[i].to);
        return;
      }
  parts = g_utf8_normalize (p, length, G_NORMALIZE_ALL);
  if (parts == NULL)
    return;
  for (const char *q = parts; *q != '\0'; q = g_utf8_next_char (q))
    {
      g_autofree char *folded = NULL;

      if (is_mark (g_utf8_get_char (q)))
        continue;
      folded = g_utf8_casefold (q, g_utf8_next_char (q) - q);
      g_string_append (out, folded);
    }
}

/* Characters below this one are those of our languages and come again and again: what they are
 * folded to is worked out once, block by block, by whichever thread needs it first. */
#define KNOWN_CHARACTERS 0x2000
#define BLOCK_SIZE 64
#define MAX_FOLDED 7

typedef struct
{
  guint8 length; /* above MAX_FOLDED: too long to keep */
  char bytes[MAX_FOLDED];
} Folded;

static Folded *blocks[KNOWN_CHARACTERS / BLOCK_SIZE];

static Folded *
make_block (gunichar first)
{
  Folded *block = g_new0 (Folded, BLOCK_SIZE);

  for (guint i = 0; i < BLOCK_SIZE; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      char utf8[8];

      fold_slowly (out, utf8, (gsize) g_unichar_to_utf8 (first + i, utf8));
      block[i].length = (guint8) MIN (out->len, MAX_FOLDED + 1);
      memcpy (block[i].bytes, out->str, MIN (out->len, MAX_FOLDED));
    }
  return block;
}

static const Folded *
find_folded (gunichar c)
{
  Folded **place = &blocks[c / BLOCK_SIZE];
  Folded *block = g_atomic_pointer_get (place);

  if (block == NULL)
    {
      Folded *made = make_block (c / BLOCK_SIZE * BLOCK_SIZE);

      if (g_atomic_pointer_compare_and_exchange (place, NULL, made))
        block = made;
      else
        {
          g_free (made);
          block = g_atomic_pointer_get (place);
        }
    }
  return &block[c % BLOCK_SIZE];
}

static void
fold_char (GString *out, GArray *offsets, const char *p, gsize length, guint32 origin)
{
  gunichar c = g_utf8_get_char (p);
  const Folded *folded = c < KNOWN_CHARACTERS ? find_folded (c) : NULL;

  if (folded != NULL && folded->length <= MAX_FOLDED)
    {
      append_bytes (out, offsets, folded->bytes, folded->length, origin);
    }
  else
    {
      g_autoptr (GString) slowly = g_string_new (NULL);

      fold_slowly (slowly, p, length);
      append_bytes (out, offsets, slowly->str, slowly->len, origin);
    }
}

/* All letters of ASCII from @p on at once. Returns: what comes after them. */
static const char *
fold_ascii (GString *out, GArray *offsets, const char *p, guint32 origin)
{
  gsize at = out->len, n = 1;

  while (p[n] != '\0' && (guchar) p[n] < 0x80)
    n++;
  g_string_append_len (out, p, (gssize) n);
  for (gsize i = 0; i < n; i++)
    out->str[at + i] = g_ascii_tolower (out->str[at + i]);
  if (offsets != NULL)
    {
      guint first = offsets->len;

      g_array_set_size (offsets, first + (guint) n);
      for (guint i = 0; i < n; i++)
        g_array_index (offsets, guint32, first + i) = origin + i;
    }
  return p + n;
}

/**
 * val_fold_with_offsets:
 * @text: UTF-8
 * @ret_offsets: (out) (optional) (element-type guint32): for each byte of the result, and for its
 *   end, the byte in @text it stems from
 *
 * Makes text equal that a searcher takes for equal: compatibility decomposition (NFKD), marks
 * dropped, ł and its like without stroke, case folded (so that ς is σ). Bytes that are no UTF-8
 * are left out.
 *
 * Returns: (transfer full): the folded text
 */
char *
val_fold_with_offsets (const char *text, GArray **ret_offsets)
{
  GString *out;
  GArray *offsets = NULL;
  guint32 end;

  g_return_val_if_fail (text != NULL, NULL);

  end = (guint32) strlen (text);
  out = g_string_sized_new (end + 1);
  if (ret_offsets != NULL)
    offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), end + 1);
  for (const char *p = text; *p != '\0';)
    {
      guint32 origin = (guint32) (p - text);

      if ((guchar) *p < 0x80)
        p = fold_ascii (out, offsets, p, origin);
      else if ((gint32) g_utf8_get_char_validated (p, -1) < 0)
        p++;
      else
        {
          const char *next = g_utf8_next_char (p);

          fold_char (out, offsets, p, next - p, origin);
          p = next;
        }
    }
  if (offsets != NULL)
    {
      g_array_append_val (offsets, end);
      *ret_offsets = offsets;
    }
  return g_string_free (out, FALSE);
}

/**
 * val_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): as val_fold_with_offsets ()
 */
char *
val_fold (const char *text)
{
  return val_fold_with_offsets (text, NULL);
}

/**
 * val_fold_matches:
 * @folded_text: what is searched, folded
 * @folded_query: words, folded
 *
 * Returns: whether every word of the query stands somewhere in the text; an empty query matches
 */
gboolean
val_fold_matches (const char *folded_text, const char *folded_query)
{
  g_auto (GStrv) words = NULL;

  if (strpbrk (folded_query, " \t\n") == NULL)
    return strstr (folded_text, folded_query) != NULL;
  words = g_strsplit_set (folded_query, " \t\n", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
