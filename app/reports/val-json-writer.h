/* val-json-writer.h: JSON with numbers as short as they can be
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValJsonWriter:
 *
 * Writes indented JSON text. json-glib reads JSON well, but writes 7.1 as 7.0999999999999996.
 * Keys are %NULL inside arrays.
 */
typedef struct _ValJsonWriter ValJsonWriter;

ValJsonWriter *val_json_writer_new (void);
char *val_json_writer_end (ValJsonWriter *self);
void val_json_writer_begin_object (ValJsonWriter *self, const char *key);
void val_json_writer_end_object (ValJsonWriter *self);
void val_json_writer_begin_array (ValJsonWriter *self, const char *key);
void val_json_writer_end_array (ValJsonWriter *self);
void val_json_writer_string (ValJsonWriter *self, const char *key, const char *value);
void val_json_writer_integer (ValJsonWriter *self, const char *key, gint64 value);
void val_json_writer_number (ValJsonWriter *self, const char *key, double value);
void val_json_writer_boolean (ValJsonWriter *self, const char *key, gboolean value);
void val_json_writer_null (ValJsonWriter *self, const char *key);

char *val_json_number_to_string (double value);

G_END_DECLS
