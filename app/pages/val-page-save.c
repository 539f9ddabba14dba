/* val-page-save.c: what a page writes into files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-page-save.h"

#include "val-file-choice.h"
#include "val-format.h"
#include "val-i18n.h"

/* A picture for a slide or a letter, in pixels before scaling. */
#define PICTURE_WIDTH 960
#define PICTURE_HEIGHT 480
#define PICTURE_SCALE 2

/**
 * val_page_say_saved:
 * @name: of a file, as it is shown
 */
void
val_page_say_saved (ValPage *self, const char *name)
{
  /* Translators: %s is the name of a file */
  g_autofree char *message = val_format_replace (_("Saved as %s"), name);

  val_page_say (self, message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    val_page_say_saved (self, name);
  else
    val_page_warn (self, error->message);
}

/**
 * val_page_write:
 * @file: is replaced
 *
 * Says how it went when it is done.
 */
void
val_page_write (ValPage *self, GFile *file, GBytes *bytes)
{
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       written_cb, g_object_ref (self));
}

typedef struct
{
  ValPage *page;
  ValChart *chart;
} Picture;

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->page);
  g_object_unref (picture->chart);
  g_free (picture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

static ValPictureFormat
format_of (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".svg"))
    return VAL_PICTURE_SVG;
  if (g_str_has_suffix (lower, ".pdf"))
    return VAL_PICTURE_PDF;
  return VAL_PICTURE_PNG;
}

static void
picture_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Picture) picture = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (name == NULL)
    return;
  bytes = val_chart_to_picture (
      picture->chart, format_of (name), PICTURE_WIDTH,
      MAX (PICTURE_HEIGHT, val_chart_get_height_for_width (picture->chart, PICTURE_WIDTH)),
      PICTURE_SCALE, &error);
  if (bytes != NULL)
    val_page_write (picture->page, file, bytes);
  else
    val_page_warn (picture->page, error->message);
}

/**
 * val_page_save_picture:
 * @chart: is laid out anew; the one on the screen does so by itself when it is drawn again
 * @stem: of the name that is offered
 *
 * Asks where to, and writes a PNG, SVG or PDF as the name ends.
 */
void
val_page_save_picture (ValPage *self, ValChart *chart, const char *stem)
{
  const ValFileType types[] = {
    { _("Picture (PNG)"), "*.png" },
    { _("Drawing (SVG)"), "*.svg" },
    { _("Document (PDF)"), "*.pdf" },
  };
  g_autofree char *name = g_strconcat (stem, ".png", NULL);
  Picture *picture = g_new0 (Picture, 1);

  picture->page = g_object_ref (self);
  picture->chart = g_object_ref (chart);
  val_file_choice_save (GTK_WIDGET (self), _("Export Picture"), name, types, G_N_ELEMENTS (types),
                        picture_chosen_cb, picture);
}
