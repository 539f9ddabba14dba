/* val-xlsx-writer-file.c: the file that a workbook becomes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is written beside its place, read again, brought to the disk and only then put there. The
 * library does not notice a full disk while it collects rows; reading again does.
 */
#include "val-xlsx-writer-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "val-i18n.h"
#include "val-import-plan.h"
#include "val-xlsx.h"

/* Formats that every country shows in its own way have a number, 18.8.30. */
static void
make_formats (ValXlsxWriter *self)
{
  static const guint8 shown[VAL_XLSX_N_CELLS] = {
    [VAL_XLSX_CELL_DAY] = 14,      [VAL_XLSX_CELL_MINUTE] = 20, [VAL_XLSX_CELL_SECOND] = 21,
    [VAL_XLSX_CELL_DURATION] = 46, [VAL_XLSX_CELL_MOMENT] = 22,
  };

  for (int i = 0; i < VAL_XLSX_N_CELLS; i++)
    {
      self->formats[i] = workbook_add_format (self->book);
      format_set_align (self->formats[i], LXW_ALIGN_VERTICAL_TOP);
      if (shown[i] != 0)
        format_set_num_format_index (self->formats[i], shown[i]);
    }
  format_set_bold (self->formats[VAL_XLSX_CELL_HEAD]);
  format_set_bottom (self->formats[VAL_XLSX_CELL_HEAD], LXW_BORDER_THIN);
  format_set_text_wrap (self->formats[VAL_XLSX_CELL_WRAPPED]);
  format_set_num_format (self->formats[VAL_XLSX_CELL_PERCENT], "0.0%");
}

static gboolean
not_written (const char *path, int code, GError **error)
{
  g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
               _ ("The file “%s” cannot be written: %s"), path, g_strerror (code));
  return FALSE;
}

/**
 * val_xlsx_writer_new:
 * @path: where the workbook will stand, once it is whole; what stood there is replaced then
 * @error: set when nothing can be written there
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): a workbook without sheets
 */
ValXlsxWriter *
val_xlsx_writer_new (const char *path, GError **error)
{
  g_autoptr (ValXlsxWriter) self = g_new0 (ValXlsxWriter, 1);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  locale_t old;
  int fd;

  self->path = g_strdup (path);
  self->max_rows = LXW_ROW_MAX;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filled = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  /* The library opens it by its name and keeps whom it belongs to: the owner alone. */
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      not_written (path, errno, error);
      return NULL;
    }
  close (fd);
  self->temporary = g_steal_pointer (&temporary);
  old = uselocale (self->plain);
  self->book = workbook_new_opt (self->temporary, &options);
  if (self->book != NULL)
    make_formats (self);
  uselocale (old);
  if (self->book == NULL)
    {
      not_written (path, ENOMEM, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* val_xlsx_writer_set_max_rows: (skip) */
void
val_xlsx_writer_set_max_rows (ValXlsxWriter *self, guint32 max_rows)
{
  self->max_rows = max_rows;
}

static gboolean
count_row (guint row, const char *const *cells, guint n_cells, gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

static gboolean
is_whole (ValXlsxWriter *self)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->temporary, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (ValXlsx) book = bytes != NULL ? val_xlsx_open (bytes, NULL) : NULL;

  if (book == NULL || val_xlsx_n_sheets (book) != self->filled->len)
    return FALSE;
  for (guint i = 0; i < self->filled->len; i++)
    {
      guint rows = 0;

      if (!val_xlsx_read (book, i, count_row, &rows, NULL, NULL)
          || rows != g_array_index (self->filled, guint, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int code = fd < 0 ? errno : fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  errno = code;
  return code == 0;
}

static gboolean
put_in_place (ValXlsxWriter *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!sync_path (self->temporary, O_RDWR) || g_rename (self->temporary, self->path) != 0)
    return not_written (self->path, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  /* Some file systems cannot; the file is there. */
  sync_path (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

/**
 * val_xlsx_writer_close:
 * @self: a workbook with at least one sheet
 * @error: a translated sentence: the first thing that went wrong on the way, or that the file
 *   could not be written
 *
 * Finishes the file, reads it again, and puts it at its place for good. Without success whatever
 * stood there still does. Nothing but val_xlsx_writer_free () may follow.
 *
 * Returns: whether the whole workbook is on the disk
 */
gboolean
val_xlsx_writer_close (ValXlsxWriter *self, GError **error)
{
  locale_t old;
  lxw_error code;

  g_return_val_if_fail (self->book != NULL, FALSE);

  val_xlsx_writer_end_sheet (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  old = uselocale (self->plain);
  code = workbook_close (self->book);
  uselocale (old);
  self->book = NULL;
  if (code == LXW_NO_ERROR && is_whole (self))
    return put_in_place (self, error);
  g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
               _ ("The workbook “%s” could not be written as a whole. Is the disk full?"),
               self->path);
  return FALSE;
}

/* The library forgets the rows of a book that is given up. */
static void
drop_book (lxw_workbook *book)
{
  lxw_worksheet *sheet;

  STAILQ_FOREACH (sheet, book->worksheets, list_pointers)
    if (sheet->optimize_tmpfile != NULL)
      fclose (sheet->optimize_tmpfile);
  lxw_workbook_free (book);
}

/**
 * val_xlsx_writer_free:
 * @self: (nullable) (transfer full): a workbook; one that was not closed leaves nothing behind
 */
void
val_xlsx_writer_free (ValXlsxWriter *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    drop_book (self->book);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  if (self->plain != (locale_t) 0)
    freelocale (self->plain);
  g_clear_error (&self->error);
  g_hash_table_unref (self->names);
  g_array_unref (self->filled);
  g_strfreev (self->columns);
  g_free (self->widths);
  g_free (self->name);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
