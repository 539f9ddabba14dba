/* val-document.c: what a report says, in order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#include "val-i18n.h"

/**
 * val_report_error_quark:
 *
 * Returns: the domain of errors of reports
 */
GQuark
val_report_error_quark (void)
{
  return g_quark_from_static_string ("val-report-error-quark");
}

static void
block_free (gpointer data)
{
  ValBlock *block = data;

  g_free (block->text);
  g_clear_object (&block->chart);
  g_clear_pointer (&block->table, val_document_table_free);
  g_strfreev (block->labels);
  g_clear_object (&block->layout);
  g_clear_pointer (&block->pieces, g_array_unref);
  g_free (block);
}

/**
 * val_document_new:
 * @title: the title of the file, translated
 * @author: who is responsible for it
 * @footer: what stands at the foot of every page beside its number
 *
 * Returns: (transfer full): an empty document
 */
ValDocument *
val_document_new (const char *title, const char *author, const char *footer)
{
  ValDocument *self = g_new0 (ValDocument, 1);

  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->footer = g_strdup (footer);
  self->language = g_strdup (val_i18n_language ());
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

/**
 * val_document_free:
 * @self: (transfer full) (nullable): a document
 */
void
val_document_free (ValDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->footer);
  g_free (self->language);
  g_clear_pointer (&self->parts, g_array_unref);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static ValBlock *
add_block (ValDocument *self, ValBlockKind kind)
{
  ValBlock *block = g_new0 (ValBlock, 1);

  block->kind = kind;
  block->pieces = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * val_document_add_text:
 * @self: a document
 * @role: what the text is
 * @text: (nullable): plain text; nothing is added for %NULL and ""
 */
void
val_document_add_text (ValDocument *self, ValTextRole role, const char *text)
{
  ValBlock *block;

  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    return;
  block = add_block (self, VAL_BLOCK_TEXT);
  block->role = role;
  block->text = g_strdup (text);
}

/**
 * val_document_take_chart:
 * @self: a document
 * @chart: (transfer full) (nullable): a chart; its title stands above it
 */
void
val_document_take_chart (ValDocument *self, ValChart *chart)
{
  ValBlock *block;

  g_return_if_fail (self != NULL);

  if (chart == NULL)
    return;
  block = add_block (self, VAL_BLOCK_CHART);
  block->text = g_strdup (val_chart_get_title (chart));
  block->chart = chart;
}

/**
 * val_document_add_table:
 * @self: a document
 * @columns: (array length=n_columns): its columns
 * @n_columns: at least 1
 *
 * Returns: (transfer none): an empty table, to be filled
 */
ValDocumentTable *
val_document_add_table (ValDocument *self, const ValDocumentColumn *columns, guint n_columns)
{
  ValBlock *block;

  g_return_val_if_fail (self != NULL && n_columns > 0, NULL);

  block = add_block (self, VAL_BLOCK_TABLE);
  block->table = val_document_table_new (columns, n_columns);
  return block->table;
}

/**
 * val_document_add_lines:
 * @self: a document
 * @n_lines: how many lines to write on by hand
 */
void
val_document_add_lines (ValDocument *self, guint n_lines)
{
  g_return_if_fail (self != NULL);
  add_block (self, VAL_BLOCK_LINES)->n_lines = n_lines;
}

/**
 * val_document_add_signatures:
 * @self: a document
 * @labels: (array zero-terminated=1): who signs, from the left
 */
void
val_document_add_signatures (ValDocument *self, const char *const *labels)
{
  g_return_if_fail (self != NULL && labels != NULL);
  add_block (self, VAL_BLOCK_SIGN)->labels = g_strdupv ((char **) labels);
}
