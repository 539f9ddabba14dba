/* val-performance-save.c: pictures and tables of the page into files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-performance-save.h"

#include <math.h>

#include "val-export.h"
#include "val-file-choice.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-page-save.h"
#include "val-xlsx-writer.h"

typedef struct
{
  char *text; /* NULL: a number */
  double number;
  int unit; /* ValIndicatorUnit of the number, or: */
} Cell;

#define UNIT_DAY -1

struct _ValNumberTable
{
  char *name;
  GPtrArray *columns;
  GArray *cells; /* of Cell, row after row */
  ValNumberTable *overview;
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

/* val_number_table_new: (transfer full): an empty table; @name: of the sheet in a workbook */
ValNumberTable *
val_number_table_new (const char *name)
{
  ValNumberTable *self = g_new0 (ValNumberTable, 1);

  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

static void
table_free (ValNumberTable *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->cells);
  g_clear_pointer (&self->overview, table_free);
  g_free (self);
}

/* val_number_table_add_column: before the first cell */
void
val_number_table_add_column (ValNumberTable *self, const char *title)
{
  g_ptr_array_add (self->columns, g_strdup (title));
}

/* val_number_table_add_text: the next cell */
void
val_number_table_add_text (ValNumberTable *self, const char *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), 0, VAL_UNIT_COUNT };

  g_array_append_val (self->cells, cell);
}

/* val_number_table_add_number: the next cell */
void
val_number_table_add_number (ValNumberTable *self, double number)
{
  val_number_table_add_value (self, VAL_UNIT_COUNT, number);
}

/* val_number_table_add_value: the next cell, in the unit of an indicator */
void
val_number_table_add_value (ValNumberTable *self, int unit, double value)
{
  Cell cell = { NULL, value, unit };

  g_array_append_val (self->cells, cell);
}

/* val_number_table_add_day: the next cell */
void
val_number_table_add_day (ValNumberTable *self, ValDay day)
{
  val_number_table_add_value (self, UNIT_DAY, day == VAL_DAY_NONE ? NAN : day);
}

/* val_number_table_take_overview: @overview: (transfer full) */
void
val_number_table_take_overview (ValNumberTable *self, ValNumberTable *overview)
{
  g_clear_pointer (&self->overview, table_free);
  self->overview = overview;
}

/* ---- Files -------------------------------------------------------------------------------------- */

/* As short as it can be, with a decimal point: what every spreadsheet reads. */
static void
append_number (GString *out, const Cell *cell)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *day = NULL;

  if (!isfinite (cell->number))
    return;
  if (cell->unit == UNIT_DAY)
    day = val_day_to_iso ((ValDay) cell->number);
  g_string_append (out, day != NULL ? day
                                    : g_ascii_formatd (text, sizeof text, "%.12g", cell->number));
}

static gboolean
write_csv (const ValNumberTable *self, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      val_csv_append_field (out, self->columns->pdata[i], ',');
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      g_string_append (out, i % self->columns->len == 0 ? "\r\n" : ",");
      if (cell->text != NULL)
        val_csv_append_field (out, cell->text, ',');
      else
        append_number (out, cell);
    }
  g_string_append (out, "\r\n");
  return g_file_set_contents_full (path, out->str, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}

static void
put_cell (ValXlsxWriter *writer, const Cell *cell)
{
  if (cell->text != NULL)
    val_xlsx_writer_text (writer, cell->text);
  else if (cell->unit == UNIT_DAY && isfinite (cell->number))
    val_xlsx_writer_day (writer, (ValDay) cell->number);
  else if (cell->unit == VAL_UNIT_PERCENT)
    val_xlsx_writer_percent (writer, cell->number / 100);
  else if (cell->unit == VAL_UNIT_SECONDS)
    val_xlsx_writer_duration (writer, cell->number);
  else
    val_xlsx_writer_number (writer, cell->number);
}

static void
put_sheet (ValXlsxWriter *writer, const ValNumberTable *self)
{
  val_xlsx_writer_add_sheet (writer, self->name, (const char *const *) self->columns->pdata,
                             self->columns->len);
  for (guint i = 0; i < self->cells->len; i++)
    {
      put_cell (writer, &g_array_index (self->cells, Cell, i));
      if ((i + 1) % self->columns->len == 0)
        val_xlsx_writer_end_row (writer);
    }
}

static gboolean
write_xlsx (const ValNumberTable *self, const char *path, GError **error)
{
  g_autoptr (ValXlsxWriter) writer = val_xlsx_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  if (self->overview != NULL)
    put_sheet (writer, self->overview);
  put_sheet (writer, self);
  return val_xlsx_writer_close (writer, error);
}

typedef struct
{
  ValPage *page;
  ValNumberTable *table;
  char *path;
  char *name;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  g_clear_pointer (&saving->table, table_free);
  g_free (saving->path);
  g_free (saving->name);
  g_free (saving);
}

static void
table_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;
  gboolean done = g_str_has_suffix (saving->path, ".xlsx")
                      ? write_xlsx (saving->table, saving->path, &error)
                      : write_csv (saving->table, saving->path, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
table_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    val_page_say_saved (saving->page, saving->name);
  else
    val_page_warn (saving->page, error->message);
}

static void
table_chosen_cb (GFile *file, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GTask) task = NULL;

  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    {
      saving_free (saving);
      return;
    }
  saving->name = g_file_get_basename (file);
  task = g_task_new (NULL, NULL, table_cb, NULL);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, table_thread);
}

/**
 * val_performance_save_table:
 * @page: says how it went
 * @table: (transfer full): what is saved
 * @stem: the beginning of the proposed name
 */
void
val_performance_save_table (ValPage *page, ValNumberTable *table, const char *stem)
{
  const ValFileType types[] = {
    { _("Workbook (XLSX)"), "*.xlsx" },
    { _("Table (CSV)"), "*.csv" },
  };
  g_autofree char *name = g_strconcat (stem, ".xlsx", NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (page);
  saving->table = table;
  val_file_choice_save (GTK_WIDGET (page), _("Export Table"), name, types, G_N_ELEMENTS (types),
                        table_chosen_cb, saving);
}

/* ---- Pictures ----------------------------------------------------------------------------------- */
