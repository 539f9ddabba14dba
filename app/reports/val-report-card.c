/* val-report-card.c: a thank-you card of one A6 page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report.h"

#include <cairo-pdf.h>

#include "val-document-private.h"
#include "val-i18n.h"
#include "val-report-shared.h"

/* A6 upright, in points */
#define PAGE_WIDTH 297.638
#define PAGE_HEIGHT 419.528
#define MARGIN 28
#define TEXT_ROOM 170 /* for the printed words; what is below is for the pen */
#define LARGEST 13.0
#define VALUE_ROOM 30
#define VALUE_LARGEST 10.0
#define SMALLEST 5.5
#define LINE_HEIGHT 26

/* As large as it may be for all of it to have room; a very long text ends in an ellipsis. */
static PangoLayout *
fit_text (PangoContext *context, const char *text, double largest, double room)
{
  for (double points = largest;; points -= 0.5)
    {
      PangoLayout *layout = val_document_make_layout (context, text, points, FALSE);

      pango_layout_set_width (layout, (int) ((PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      if (val_document_layout_height (layout) <= room)
        return layout;
      if (points <= SMALLEST)
        {
          pango_layout_set_height (layout, (int) (room * PANGO_SCALE));
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          return layout;
        }
      g_object_unref (layout);
    }
}

static double
show (cairo_t *cr, PangoLayout *layout, double y, const ValColour *colour)
{
  double height = val_document_layout_height (layout);

  val_colour_set (cr, colour);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
  return y + height;
}

static void
draw_card (cairo_t *cr, ValDataset *dataset, const ValRecognition *recognition)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  PangoContext *context = val_document_make_context ();
  g_autofree char *name = val_report_person_name (dataset, recognition->record.person_id);
  g_autofree char *date = val_report_date (recognition->day);
  PangoLayout *title
      = val_document_make_layout (context, C_ ("thank-you card", "Thank you!"), 26, TRUE);
  PangoLayout *day = val_document_make_layout (context, date, 8.5, FALSE);
  double y = MARGIN;

  cairo_tag_begin (cr, "H1", NULL);
  y = show (cr, title, y, &palette->series[0]) + 4;
  cairo_tag_end (cr, "H1");
  y = show (cr, fit_text (context, name, 15, 44), y, &palette->text) + 12;
  if (*recognition->text != '\0')
    y = show (cr, fit_text (context, recognition->text, LARGEST, TEXT_ROOM), y, &palette->text);
  if (*recognition->value != '\0')
    y = show (cr, fit_text (context, recognition->value, VALUE_LARGEST, VALUE_ROOM), y + 8, &palette->dim_text);
  val_colour_set (cr, &palette->grid);
  for (double line = PAGE_HEIGHT - MARGIN - 22; line > y + LINE_HEIGHT; line -= LINE_HEIGHT)
    cairo_rectangle (cr, MARGIN, line, PAGE_WIDTH - 2 * MARGIN, 0.5);
  cairo_fill (cr);
  show (cr, day, PAGE_HEIGHT - MARGIN - 10, &palette->dim_text);
  g_object_unref (context);
}

/**
 * val_report_card_draw:
 * @cr: a page of A6, in points
 * @dataset: the centre
 * @recognition: what the thanks are for
 * @language: (nullable): of the card
 *
 * Draws the card on a page of somebody else, which may be a printer's.
 */
void
val_report_card_draw (cairo_t *cr, ValDataset *dataset, const ValRecognition *recognition,
                      const char *language)
{
  val_i18n_push (language);
  draw_card (cr, dataset, recognition);
  val_i18n_pop ();
}

static gboolean
has_room (PangoContext *context, const char *text, double largest, double room)
{
  g_autoptr (PangoLayout) layout = fit_text (context, text, largest, room);

  return !pango_layout_is_ellipsized (layout);
}

/**
 * val_report_card_has_room:
 * @recognition: what the thanks are for
 *
 * Returns: whether all that is written has room on the card, however small the letters
 */
gboolean
val_report_card_has_room (const ValRecognition *recognition)
{
  PangoContext *context = val_document_make_context ();
  gboolean all = has_room (context, recognition->text, LARGEST, TEXT_ROOM)
                 && has_room (context, recognition->value, VALUE_LARGEST, VALUE_ROOM);

  g_object_unref (context);
  return all;
}

/**
 * val_report_card:
 * @dataset: the centre
 * @recognition: what the thanks are for
 * @language: (nullable): of the card
 * @error: %VAL_REPORT_ERROR_PAGES when the page could not be made
 *
 * A card to print, with room for some words by hand: the name, what for, the day. What it cost
 * and the manager's remark are not on it.
 *
 * Returns: (transfer full): a PDF file of one A6 page
 */
GBytes *
val_report_card (ValDataset *dataset, const ValRecognition *recognition, const char *language,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (dataset != NULL && recognition != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (val_document_append, bytes, PAGE_WIDTH,
                                                 PAGE_HEIGHT);
  val_i18n_push (language);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  C_ ("thank-you card", "Thank you!"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Valmius");
  cr = cairo_create (surface);
  draw_card (cr, dataset, recognition);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    val_document_set_language (bytes, val_i18n_language ());
  val_i18n_pop ();
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, VAL_REPORT_ERROR, VAL_REPORT_ERROR_PAGES,
               _ ("The pages could not be made: %s"), cairo_status_to_string (status));
  return NULL;
}
