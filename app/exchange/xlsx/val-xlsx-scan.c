/* val-xlsx-scan.c: the XML that spreadsheet programs write, read fast
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets and shared strings are large and plain: UTF-8, elements with attributes, text. This reads
 * nothing else. Comments, definitions, other encodings, names beyond ASCII, whatever is not well
 * formed or merely rare: it gives up, and expat reads the part from its beginning. What it does read
 * it must therefore read as expat does; tests/fuzz compares them.
 */
#include "val-xlsx-private.h"

#include <archive.h>
#include <string.h>

#define FIRST_SIZE (256 * 1024)
/* The longest tag or text; longer ones are expat's. */
#define LAST_SIZE (4 * 1024 * 1024)
#define MAX_ATTRIBUTES 32
#define MAX_DEPTH 64

typedef enum
{
  STEP_NEXT,
  STEP_MORE,    /* the token does not end in the buffer */
  STEP_UNKNOWN, /* expat has to do it */
} Step;

typedef struct
{
  ValXlsxParse *parse;
  char *buffer;
  gsize size;
  char *at;  /* what is to be read */
  char *end; /* where it ends */
  gboolean begun;
  gboolean rooted; /* the root element was there */
  guint depth;
  GString *names; /* of the open elements, one behind the other */
  gsize lengths[MAX_DEPTH];
  guint n_attributes;
  struct
  {
    char *name, *value;
    gsize name_length, value_length;
  } attributes[MAX_ATTRIBUTES];
} Scan;

enum
{
  NAME_START = 1 << 0,
  NAME = 1 << 1,
  SPACE = 1 << 2,
  ODD_TEXT = 1 << 3,  /* text that is not itself */
  ODD_VALUE = 1 << 4, /* values of attributes that are not read here */
};

static guint8 classes[256];

static void
make_classes (void)
{
  static gsize made;

  if (!g_once_init_enter (&made))
    return;
  for (int c = 0; c < 256; c++)
    {
      guint8 flags = 0;

      if (g_ascii_isalpha (c) || c == '_')
        flags |= NAME_START | NAME;
      if (g_ascii_isdigit (c) || (c != 0 && strchr (":-.", c) != NULL))
        flags |= NAME;
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        flags |= SPACE;
      if (c == '&' || c == ']' || c >= 0x80 || (c < 0x20 && c != '\t' && c != '\n'))
        flags |= ODD_TEXT;
      if (c == '&' || c == '<' || c < 0x20)
        flags |= ODD_VALUE;
      classes[c] = flags;
    }
  g_once_init_leave (&made, 1);
}

#define IS(c, flag) ((classes[(guchar) (c)] & (flag)) != 0)

/* XML has no U+FFFE and U+FFFF. */
static gboolean
is_text (const char *text, gsize length)
{
  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *p = text, *end = text + length;
       (p = memchr (p, 0xef, (gsize) (end - p))) != NULL; p++)
    if ((guchar) p[1] == 0xbf && ((guchar) p[2] & 0xfe) == 0xbe)
      return FALSE;
  return TRUE;
}

/* “name="value"” from @p on, at the end of which the tag goes on. */
static Step
read_attribute (Scan *self, char **inout_p)
{
  char *p = *inout_p, *name = p;
  gboolean wide = FALSE;
  gsize length;
  char quote;

  if (!IS (*p, NAME_START) || self->n_attributes == MAX_ATTRIBUTES)
    return STEP_UNKNOWN;
  while (p < self->end && IS (*p, NAME))
    p++;
  length = (gsize) (p - name);
  while (p < self->end && IS (*p, SPACE))
    p++;
  if (p == self->end)
    return STEP_MORE;
  if (*p++ != '=')
    return STEP_UNKNOWN;
  while (p < self->end && IS (*p, SPACE))
    p++;
  if (p == self->end)
    return STEP_MORE;
  quote = *p++;
  if (quote != '"' && quote != '\'')
    return STEP_UNKNOWN;
  for (guint i = 0; i < self->n_attributes; i++)
    if (self->attributes[i].name_length == length
        && memcmp (self->attributes[i].name, name, length) == 0)
      return STEP_UNKNOWN;
  self->attributes[self->n_attributes].name = name;
  self->attributes[self->n_attributes].name_length = length;
  self->attributes[self->n_attributes].value = p;
  for (; p < self->end && *p != quote; p++)
    {
      if (IS (*p, ODD_VALUE))
        return STEP_UNKNOWN;
      wide |= (guchar) *p >= 0x80;
    }
  if (p == self->end)
    return STEP_MORE;
  length = (gsize) (p - self->attributes[self->n_attributes].value);
  if (wide && !is_text (self->attributes[self->n_attributes].value, length))
    return STEP_UNKNOWN;
  self->attributes[self->n_attributes++].value_length = length;
  *inout_p = p + 1;
  return STEP_NEXT;
}

/* All attributes up to what ends the tag: “>”, “/” or “?”, at which *inout_p stands then. */
static Step
read_attributes (Scan *self, char **inout_p)
{
  self->n_attributes = 0;
  for (char *p = *inout_p;;)
    {
      gboolean parted = FALSE;
      Step step;

      for (; p < self->end && IS (*p, SPACE); p++)
        parted = TRUE;
      if (p == self->end)
        return STEP_MORE;
      if (*p == '>' || *p == '/' || *p == '?')
        {
          *inout_p = p;
          return STEP_NEXT;
        }
      if (!parted)
        return STEP_UNKNOWN;
      step = read_attribute (self, &p);
      if (step != STEP_NEXT)
        return step;
    }
}

static gboolean
has_attribute (Scan *self, guint i, const char *name, const char *values)
{
  g_autofree char *value = NULL;

  if (i >= self->n_attributes || self->attributes[i].name_length != strlen (name)
      || memcmp (self->attributes[i].name, name, strlen (name)) != 0)
    return FALSE;
  value = g_strdup_printf ("|%.*s|", (int) self->attributes[i].value_length,
                           self->attributes[i].value);
  return strstr (values, value) != NULL;
}

/* The mark and the declaration at the beginning, if there are any. */
static Step
read_beginning (Scan *self)
{
  char *p = self->at;
  guint n = 1;
  Step step;

  if (self->end - p < 6)
    return STEP_MORE;
  if (memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  if (memcmp (p, "<?xml", MIN (5, self->end - p)) == 0)
    {
      if (self->end - p < 6)
        return STEP_MORE;
      p += 5;
      step = read_attributes (self, &p);
      if (step != STEP_NEXT)
        return step;
      if (self->end - p < 2)
        return STEP_MORE;
      if (p[0] != '?' || p[1] != '>' || !has_attribute (self, 0, "version", "|1.0|"))
        return STEP_UNKNOWN;
      if (has_attribute (self, n, "encoding", "|UTF-8|utf-8|"))
        n++;
      if (has_attribute (self, n, "standalone", "|yes|no|"))
        n++;
      if (n != self->n_attributes)
        return STEP_UNKNOWN;
      p += 2;
    }
  self->begun = TRUE;
  self->at = p;
  return STEP_NEXT;
}

static gboolean
open_element (Scan *self, char *name, gsize length, const char *local)
{
  const char *attributes[2 * MAX_ATTRIBUTES + 1];

  if (self->depth == MAX_DEPTH || (self->depth == 0 && self->rooted))
    return FALSE;
  self->rooted = TRUE;
  g_string_append_len (self->names, name, (gssize) length);
  self->lengths[self->depth++] = length;
  /* The tag has been read to its end: now its texts can be ended where they stand. */
  name[length] = '\0';
  for (guint i = 0; i < self->n_attributes; i++)
    {
      self->attributes[i].name[self->attributes[i].name_length] = '\0';
      self->attributes[i].value[self->attributes[i].value_length] = '\0';
      attributes[2 * i] = self->attributes[i].name;
      attributes[2 * i + 1] = self->attributes[i].value;
    }
  attributes[2 * self->n_attributes] = NULL;
  if (self->parse->start != NULL)
    self->parse->start (self->parse->self, local, attributes);
  return TRUE;
}

static gboolean
close_element (Scan *self, char *name, gsize length, const char *local)
{
  gsize rest = self->names->len - length;

  if (self->depth == 0 || self->lengths[self->depth - 1] != length
      || memcmp (self->names->str + rest, name, length) != 0)
    return FALSE;
  self->depth--;
  g_string_truncate (self->names, rest);
  name[length] = '\0';
  if (self->parse->end != NULL)
    self->parse->end (self->parse->self, local);
  return TRUE;
}

static Step
read_tag (Scan *self)
{
  char *p = self->at + 1, *name;
  const char *local;
  gboolean closing, empty = FALSE;
  gsize length;
  Step step;

  if (p == self->end)
    return STEP_MORE;
  closing = *p == '/';
  p += closing;
  if (p == self->end)
    return STEP_MORE;
  name = p;
  local = p;
  if (!IS (*p, NAME_START))
    return STEP_UNKNOWN;
  for (; p < self->end && IS (*p, NAME); p++)
    if (*p == ':')
      local = p + 1;
  length = (gsize) (p - name);
  step = read_attributes (self, &p);
  if (step != STEP_NEXT)
    return step;
  if (*p == '/')
    {
      if (++p == self->end)
        return STEP_MORE;
      empty = TRUE;
    }
  if (*p != '>' || (closing && (empty || self->n_attributes > 0)))
    return STEP_UNKNOWN;
  self->at = p + 1;
  if (!closing && !open_element (self, name, length, local))
    return STEP_UNKNOWN;
  if (self->parse->stopped || self->parse->refused != NULL)
    return STEP_NEXT;
  return (closing || empty) && !close_element (self, name, length, local) ? STEP_UNKNOWN
                                                                          : STEP_NEXT;
}

/* The character of “&…;” at @p, whose length comes back; 0: expat has to do it. */
static gsize
read_entity (const char *p, const char *end, gunichar *ret_character)
{
  static const struct
  {
    char name[7];
    char character;
  } known[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' }, { "&apos;", '\'' } };
  guint64 character = 0;
  const char *q = p + 2;
  guint base;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gsize length = strlen (known[i].name);

      *ret_character = (gunichar) known[i].character;
      if ((gsize) (end - p) >= length && memcmp (p, known[i].name, length) == 0)
        return length;
    }
  if (end - p < 4 || p[1] != '#')
    return 0;
  base = p[2] == 'x' ? 16 : 10;
  q += p[2] == 'x';
  for (; q < end && q - p < 12 && (base == 16 ? g_ascii_isxdigit (*q) : g_ascii_isdigit (*q)); q++)
    character = character * base + (guint) g_ascii_xdigit_value (*q);
  *ret_character = (gunichar) character;
  /* Control characters are either none of XML's or make no difference. */
  if (q == end || *q != ';' || character < 0x20 || character > 0x10ffff
      || !g_unichar_validate ((gunichar) character) || (character & 0xfffe) == 0xfffe)
    return 0;
  return (gsize) (q + 1 - p);
}

/* References become characters and line ends \n, where they stand; FALSE: expat has to do it. */
static gboolean
mend_text (char *text, gsize *inout_length)
{
  const char *p = text, *end = text + *inout_length;
  char *out = text;

  if (!is_text (text, *inout_length))
    return FALSE;
  while (p < end)
    {
      gunichar character;
      gsize length;

      if (*p == '&')
        {
          length = read_entity (p, end, &character);
          if (length == 0)
            return FALSE;
          p += length;
          out += g_unichar_to_utf8 (character, out);
        }
      else if (*p == '\r')
        {
          p += p + 1 < end && p[1] == '\n' ? 2 : 1;
          *out++ = '\n';
        }
      else if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n')
        return FALSE;
      else if (*p == ']' && end - p >= 3 && memcmp (p, "]]>", 3) == 0)
        return FALSE;
      else
        *out++ = *p++;
    }
  *inout_length = (gsize) (out - text);
  return TRUE;
}

static Step
read_text (Scan *self)
{
  char *begin = self->at, *end = memchr (begin, '<', (gsize) (self->end - begin));
  guint8 flags = 0, all = SPACE;
  gsize length;

  if (end == NULL)
    return STEP_MORE;
  for (const char *p = begin; p < end; p++)
    {
      flags |= classes[(guchar) *p];
      all &= classes[(guchar) *p];
    }
  self->at = end;
  if (self->depth == 0)
    return all != 0 ? STEP_NEXT : STEP_UNKNOWN;
  length = (gsize) (end - begin);
  if ((flags & ODD_TEXT) != 0 && !mend_text (begin, &length))
    return STEP_UNKNOWN;
  if (self->parse->text != NULL)
    self->parse->text (self->parse->self, begin, (int) length);
  return STEP_NEXT;
}

/* Everything that is whole in the buffer. */
static Step
read_buffer (Scan *self)
{
  Step step = STEP_NEXT;

  if (!self->begun)
    step = read_beginning (self);
  while (step == STEP_NEXT && !self->parse->stopped && self->parse->refused == NULL)
    {
      if (self->at == self->end)
        return STEP_MORE;
      step = *self->at == '<' ? read_tag (self) : read_text (self);
    }
  return step;
}

/* At the end of the part, whose last bytes may be blank. */
static gboolean
is_complete (const Scan *self)
{
  for (const char *p = self->at; p < self->end; p++)
    if (!IS (*p, SPACE))
      return FALSE;
  return self->begun && self->rooted && self->depth == 0;
}

/* Room behind what is still to be read; FALSE: it is too long. */
static gboolean
make_room (Scan *self)
{
  gsize left = (gsize) (self->end - self->at);
  char *old = self->buffer;

  if (left > self->size / 2)
    {
      if (self->size >= LAST_SIZE)
        return FALSE;
      self->size *= 2;
      self->buffer = g_malloc (self->size);
    }
  memmove (self->buffer, self->at, left);
  if (self->buffer != old)
    g_free (old);
  self->at = self->buffer;
  self->end = self->buffer + left;
  return TRUE;
}

static ValXlsxScanned
scan_entry (Scan *self, struct archive *archive, gint64 max_size, GCancellable *cancellable,
            GError **error)
{
  gint64 total = 0;

  for (;;)
    {
      la_ssize_t got;
      Step step;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return VAL_XLSX_SCAN_FAILED;
      if (!make_room (self))
        return VAL_XLSX_SCAN_UNKNOWN;
      got = archive_read_data (archive, self->end,
                               (gsize) (self->buffer + self->size - self->end));
      /* Expat comes to the same end and finds the words for it. */
      if (got < 0)
        return VAL_XLSX_SCAN_UNKNOWN;
      total += got;
      val_xlsx_parse_tell (self->parse, total);
      if (total > max_size)
        return VAL_XLSX_SCAN_TOO_LARGE;
      if (got == 0)
        return is_complete (self) ? VAL_XLSX_SCAN_DONE : VAL_XLSX_SCAN_UNKNOWN;
      self->end += got;
      step = read_buffer (self);
      if (step == STEP_UNKNOWN)
        return VAL_XLSX_SCAN_UNKNOWN;
      if (self->parse->stopped || self->parse->refused != NULL)
        return VAL_XLSX_SCAN_DONE;
    }
}

/* val_xlsx_scan:
 * @archive: at the beginning of the part
 * @parse: its handlers; they may have stopped it or refused the part
 * @max_size: bytes that the part may have
 * @cancellable: (nullable): breaks it off
 * @error: set when it was broken off
 *
 * Returns: whether the part was read, or why not
 */
ValXlsxScanned
val_xlsx_scan (struct archive *archive, ValXlsxParse *parse, gint64 max_size,
               GCancellable *cancellable, GError **error)
{
  g_autofree Scan *scan = g_new0 (Scan, 1);
  ValXlsxScanned scanned;

  make_classes ();
  scan->parse = parse;
  scan->size = FIRST_SIZE;
  scan->buffer = scan->at = scan->end = g_malloc (FIRST_SIZE);
  scan->names = g_string_new (NULL);
  scanned = scan_entry (scan, archive, max_size, cancellable, error);
  g_string_free (scan->names, TRUE);
  g_free (scan->buffer);
  return scanned;
}
