/* val-export-file.c: a long text on its way into a file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "val-i18n.h"
#include "val-import-plan.h"

/* Text that waits to be written. */
#define PIECE (256 * 1024)

static gboolean
not_written (const char *path, int code, GError **error)
{
  g_set_error (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_FAILED,
               _ ("The file “%s” cannot be written: %s"), path, g_strerror (code));
  return FALSE;
}

/* val_export_file_open: what stands at @path stays until the new file is whole; only its owner may
 * read it, as the database */
gboolean
val_export_file_open (ValExportFile *self, const char *path, GError **error)
{
  self->path = g_strdup (path);
  self->temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  self->code = 0;
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (self->fd >= 0)
    return TRUE;
  not_written (path, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  return FALSE;
}

static void
write_all (ValExportFile *self, const char *text, gsize length)
{
  while (length > 0 && self->code == 0)
    {
      gssize written = write (self->fd, text, length);

      if (written < 0 && errno != EINTR)
        self->code = errno;
      else if (written > 0)
        {
          text += written;
          length -= (gsize) written;
        }
    }
}

/* val_export_flush: writes @out when it became long, but for its last character, from which it is
 * seen what has to follow. Faults come out in the end. */
void
val_export_flush (const ValExport *self, GString *out)
{
  if (self->file == NULL || out->len < PIECE)
    return;
  write_all (self->file, out->str, out->len - 1);
  g_string_erase (out, 0, (gssize) out->len - 1);
}

/* val_export_file_close: writes @rest, and puts the file in its place */
gboolean
val_export_file_close (ValExportFile *self, const GString *rest, GError **error)
{
  write_all (self, rest->str, rest->len);
  if (self->code == 0 && fsync (self->fd) != 0)
    self->code = errno;
  if (close (self->fd) != 0 && self->code == 0)
    self->code = errno;
  self->fd = -1;
  if (self->code == 0 && g_rename (self->temporary, self->path) != 0)
    self->code = errno;
  if (self->code != 0)
    return not_written (self->path, self->code, error);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/* val_export_file_clear: what is not whole goes */
void
val_export_file_clear (ValExportFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->path, g_free);
}
