/* val-json-writer.c: JSON with numbers as short as they can be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-json-writer.h"

#include <math.h>

struct _ValJsonWriter
{
  GString *text;
  guint depth;
  gboolean empty; /* nothing stands in the innermost object or array yet */
};

/**
 * val_json_number_to_string:
 * @value: a finite number
 *
 * Returns: (transfer full): the shortest of the C locale's forms that reads back as @value: "7.1",
 *   "5", "0.952"
 */
char *
val_json_number_to_string (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

/**
 * val_json_writer_new:
 *
 * Returns: (transfer full): an empty writer; end it with val_json_writer_end ()
 */
ValJsonWriter *
val_json_writer_new (void)
{
  ValJsonWriter *self = g_new0 (ValJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->empty = TRUE;
  return self;
}

/**
 * val_json_writer_end:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): the text, with a line feed at its end
 */
char *
val_json_writer_end (ValJsonWriter *self)
{
  char *text;

  g_string_append_c (self->text, '\n');
  text = g_string_free (self->text, FALSE);
  g_free (self);
  return text;
}

static void
append_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (text, "\\\"");
        break;
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
indent (ValJsonWriter *self)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin_value (ValJsonWriter *self, const char *key)
{
  if (!self->empty)
    g_string_append_c (self->text, ',');
  self->empty = FALSE;
  indent (self);
  if (key != NULL)
    {
      append_string (self->text, key);
      g_string_append (self->text, ": ");
    }
}

static void
begin_container (ValJsonWriter *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

static void
end_container (ValJsonWriter *self, char bracket)
{
  self->depth--;
  if (!self->empty)
    indent (self);
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * val_json_writer_begin_object:
 * @key: (nullable): its name in the object around it
 */
void
val_json_writer_begin_object (ValJsonWriter *self, const char *key)
{
  begin_container (self, key, '{');
}

/**
 * val_json_writer_end_object:
 *
 * Ends the innermost object.
 */
void
val_json_writer_end_object (ValJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * val_json_writer_begin_array:
 * @key: (nullable): its name in the object around it
 */
void
val_json_writer_begin_array (ValJsonWriter *self, const char *key)
{
  begin_container (self, key, '[');
}

/**
 * val_json_writer_end_array:
 *
 * Ends the innermost array.
 */
void
val_json_writer_end_array (ValJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * val_json_writer_string:
 * @key: (nullable): a name
 * @value: (nullable): UTF-8 text; %NULL is null
 */
void
val_json_writer_string (ValJsonWriter *self, const char *key, const char *value)
{
  begin_value (self, key);
  if (value != NULL)
    append_string (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * val_json_writer_integer:
 * @key: (nullable): a name
 * @value: a whole number
 */
void
val_json_writer_integer (ValJsonWriter *self, const char *key, gint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * val_json_writer_number:
 * @key: (nullable): a name
 * @value: a number; what is not finite is null
 */
void
val_json_writer_number (ValJsonWriter *self, const char *key, double value)
{
  g_autofree char *digits = NULL;

  begin_value (self, key);
  if (isfinite (value))
    digits = val_json_number_to_string (value);
  g_string_append (self->text, digits != NULL ? digits : "null");
}

/**
 * val_json_writer_boolean:
 * @key: (nullable): a name
 * @value: true or false
 */
void
val_json_writer_boolean (ValJsonWriter *self, const char *key, gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * val_json_writer_null:
 * @key: (nullable): a name
 */
void
val_json_writer_null (ValJsonWriter *self, const char *key)
{
  val_json_writer_string (self, key, NULL);
}
