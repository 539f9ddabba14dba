/* val-excerpt.c: the words around what a search found
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-excerpt.h"

#include <string.h>

#include "val-fold.h"

/* Signs before the first match and in all. */
#define BEFORE 40
#define LENGTH 160
/* A long text is folded piece by piece until something is found; in bytes. */
#define PIECE 8192

#define ELLIPSIS "…"

static gboolean
is_gap (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* Where the piece that begins at @text ends: between two words, if there is such a place. */
static gsize
piece_length (const char *text)
{
  gsize length = strnlen (text, PIECE + 1);
  const char *end;

  if (length <= PIECE)
    return length;
  for (end = g_utf8_find_prev_char (text, text + PIECE); end != NULL && end > text;
       end = g_utf8_find_prev_char (text, end))
    if (is_gap (end))
      return (gsize) (end - text);
  end = g_utf8_find_prev_char (text, text + PIECE);
  return end != NULL && end > text ? (gsize) (end - text) : PIECE;
}

/* From bytes of the folded text to those of the original; a match that ends within a letter takes
 * all of it. */
static ValHitMark
original_mark (const ValSearchMatch *match, const char *text, const GArray *offsets)
{
  ValHitMark mark = { g_array_index (offsets, guint32, match->start),
                      g_array_index (offsets, guint32, match->end) };

  if (match->end > match->start)
    {
      guint32 last = g_array_index (offsets, guint32, match->end - 1);

      if (mark.end <= last)
        mark.end = last + (guint32) (g_utf8_next_char (text + last) - (text + last));
    }
  return mark;
}

/* Where the excerpt begins: some signs before the match, after a gap if there is one. */
static const char *
find_start (const char *text, const char *match)
{
  const char *start = match;
  const char *word = NULL;

  for (guint i = 0; i < BEFORE && start > text; i++)
    {
      const char *previous = g_utf8_prev_char (start);

      if (is_gap (previous))
        word = start;
      start = previous;
    }
  return start == text || word == NULL ? start : word;
}

/* Copies the text from @at on, on one line, and moves the marks along. */
static void
fill (ValHit *hit, const char *text, const char *at, const ValHitMark *marks, guint n)
{
  GString *out = g_string_new (at > text ? ELLIPSIS : NULL);
  gsize empty = out->len;
  const char *p = at;
  guint mark = 0;
  gboolean gap = FALSE;

  hit->marks = g_array_new (FALSE, FALSE, sizeof (ValHitMark));
  for (guint count = 0; *p != '\0' && count < LENGTH; p = g_utf8_next_char (p))
    {
      gsize offset = (gsize) (p - text);
      ValHitMark *open;

      while (mark < n && marks[mark].end <= offset)
        mark++;
      if (is_gap (p))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len > empty)
        {
          g_string_append_c (out, ' ');
          count++;
        }
      gap = FALSE;
      open = hit->marks->len > 0
                 ? &g_array_index (hit->marks, ValHitMark, hit->marks->len - 1)
                 : NULL;
      if (mark < n && offset == marks[mark].start)
        {
          ValHitMark begun = { (guint) out->len, (guint) out->len };

          g_array_append_val (hit->marks, begun);
          open = &g_array_index (hit->marks, ValHitMark, hit->marks->len - 1);
        }
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      if (mark < n && offset >= marks[mark].start && open != NULL)
        open->end = (guint) out->len;
      count++;
    }
  while (*p != '\0' && is_gap (p))
    p = g_utf8_next_char (p);
  if (*p != '\0')
    g_string_append (out, ELLIPSIS);
  g_free (hit->excerpt);
  hit->excerpt = g_string_free (out, FALSE);
}

/* val_excerpt_find:
 * @hit: gets the excerpt and its marks
 * @words: what was searched for
 * @text: the text as it was written, valid UTF-8
 *
 * Returns: whether one of the words stands in @text; if not, @hit is as before
 */
gboolean
val_excerpt_find (ValHit *hit, const ValSearchWords *words, const char *text)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (ValSearchMatch));

  for (const char *at = text; *at != '\0';)
    {
      gsize length = piece_length (at);
      g_autofree char *piece = g_strndup (at, length);
      g_autoptr (GArray) offsets = NULL;
      g_autofree char *folded = val_fold_with_offsets (piece, &offsets);

      val_search_words_find (words, folded, strlen (folded), matches);
      if (matches->len > 0)
        {
          g_autofree ValHitMark *marks = g_new (ValHitMark, matches->len);

          for (guint i = 0; i < matches->len; i++)
            {
              marks[i]
                  = original_mark (&g_array_index (matches, ValSearchMatch, i), piece, offsets);
              marks[i].start += (guint) (at - text);
              marks[i].end += (guint) (at - text);
            }
          fill (hit, text, find_start (text, text + marks[0].start), marks, matches->len);
          return TRUE;
        }
      at += length;
    }
  return FALSE;
}

/* val_excerpt_begin: the beginning of a text, without marks. */
void
val_excerpt_begin (ValHit *hit, const char *text)
{
  fill (hit, text, text, NULL, 0);
}

/* val_hit_free: (transfer full) (nullable) */
void
val_hit_free (ValHit *self)
{
  if (self == NULL)
    return;
  g_free (self->excerpt);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}
