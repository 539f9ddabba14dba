/* val-document-pages.c: from a document to the pages of a PDF file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-document-private.h"

#include <cairo-pdf.h>

#include "val-i18n.h"

/* A4 in points */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.890
#define MARGIN_SIDE 54
#define MARGIN_TOP 54
#define MARGIN_BOTTOM 64
#define FOOTER_POINTS 8.5
#define CONTENT_WIDTH (PAGE_WIDTH - 2 * MARGIN_SIDE)
#define CONTENT_HEIGHT (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM)

/* A part of a block on a page. */
typedef struct
{
  guint block;
  guint page; /* from 0 */
  double y;   /* from the top of the content */
  guint first, n;
} Part;

typedef struct
{
  GArray *parts;
  guint page;
  double y;
} Setting;

static ValBlock *
block_at (ValDocument *self, guint index)
{
  return g_ptr_array_index (self->blocks, index);
}

static gboolean
stays_with_next (const ValBlock *block)
{
  return block->kind == VAL_BLOCK_TEXT && block->role <= VAL_TEXT_SUBHEADING;
}

/* A small table is read at a glance and is not cut. */
static gboolean
is_short_table (const ValBlock *block)
{
  double height = 0;

  for (guint i = 0; i < block->pieces->len; i++)
    height += g_array_index (block->pieces, double, i);
  return block->kind == VAL_BLOCK_TABLE && height <= CONTENT_HEIGHT * 0.4;
}

/* The least of a block that may stand alone at the foot of a page. */
static double
least_height (const ValBlock *block)
{
  guint least = block->kind == VAL_BLOCK_CHART ? 1 : 2;
  double height = block->space_before + val_block_repeated_height (block);

  if (stays_with_next (block) || block->pieces->len <= least + 1 || is_short_table (block))
    least = block->pieces->len;
  for (guint i = 0; i < MIN (least, block->pieces->len); i++)
    height += g_array_index (block->pieces, double, i);
  return height;
}

/* With all headings that stay with it. */
static double
least_from (ValDocument *self, guint index)
{
  double height = 0;

  for (guint i = index; i < self->blocks->len; i++)
    {
      height += least_height (block_at (self, i));
      if (!stays_with_next (block_at (self, i)))
        break;
    }
  return height;
}

static void
turn_page (Setting *setting)
{
  setting->page++;
  setting->y = 0;
}

static void
set_block (ValDocument *self, Setting *setting, guint index)
{
  ValBlock *block = block_at (self, index);
  guint first = 0;

  if (setting->y > 0 && setting->y + least_from (self, index) > CONTENT_HEIGHT)
    turn_page (setting);
  if (setting->y > 0)
    setting->y += block->space_before;
  do
    {
      Part part = { index, setting->page, setting->y, first, 0 };
      double y = setting->y + val_block_repeated_height (block);

      while (first + part.n < block->pieces->len)
        {
          double height = g_array_index (block->pieces, double, first + part.n);
          gboolean fits = y + height <= CONTENT_HEIGHT;

          /* One piece at least, or a page would be turned for ever. */
          if (!fits && (part.n > 0 || setting->y > 0))
            break;
          y += height;
          part.n++;
        }
      if (part.n > 0 || block->pieces->len == 0)
        g_array_append_val (setting->parts, part);
      first += part.n;
      setting->y = y;
      if (first < block->pieces->len)
        turn_page (setting);
    }
  while (first < block->pieces->len);
}

/* (transfer full) Where everything stands; of Part, by page. */
static GArray *
set_pages (ValDocument *self, PangoContext *context, guint *ret_n_pages)
{
  Setting setting = { g_array_new (FALSE, FALSE, sizeof (Part)), 0, 0 };

  for (guint i = 0; i < self->blocks->len; i++)
    val_block_measure (block_at (self, i), context, CONTENT_WIDTH, CONTENT_HEIGHT);
  for (guint i = 0; i < self->blocks->len; i++)
    set_block (self, &setting, i);
  *ret_n_pages = setting.page + 1;
  return setting.parts;
}

static void
draw_footer (ValDocument *self, cairo_t *cr, PangoContext *context, guint page, guint n_pages)
{
  const ValPalette *palette = val_palette_get (VAL_PALETTE_PRINT);
  /* Translators: at the foot of a page: its number and how many there are */
  g_autofree char *number =
      g_strdup_printf (_ ("Page %1$d of %2$d"), (int) page + 1, (int) n_pages);
  g_autoptr (PangoLayout) left =
      val_document_make_layout (context, self->footer, FOOTER_POINTS, FALSE);
  g_autoptr (PangoLayout) right = val_document_make_layout (context, number, FOOTER_POINTS, FALSE);
  double y = PAGE_HEIGHT - MARGIN_BOTTOM + 26;
  PangoRectangle logical;

  pango_layout_get_extents (right, NULL, &logical);
  val_colour_set (cr, &palette->grid);
  cairo_rectangle (cr, MARGIN_SIDE, y - 8, CONTENT_WIDTH, 0.5);
  cairo_fill (cr);
  val_colour_set (cr, &palette->dim_text);
  cairo_move_to (cr, PAGE_WIDTH - MARGIN_SIDE - (double) logical.width / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, right);
  pango_layout_set_width (left,
                          (int) (CONTENT_WIDTH * PANGO_SCALE) - logical.width - 18 * PANGO_SCALE);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, MARGIN_SIDE, y);
  pango_cairo_show_layout (cr, left);
}

static void
draw_page (ValDocument *self, cairo_t *cr, PangoContext *context, const GArray *parts,
           guint n_pages, guint page)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->page == page)
        val_block_draw (block_at (self, part->block), cr, MARGIN_SIDE, MARGIN_TOP + part->y,
                        CONTENT_WIDTH, part->first, part->n);
    }
  draw_footer (self, cr, context, page, n_pages);
}

/* Headings as the table of contents that readers show beside the pages. */
static void
add_outline (ValDocument *self, cairo_surface_t *surface, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const ValBlock *block = block_at (self, part->block);
      g_autofree char *link = NULL;

      if (block->kind != VAL_BLOCK_TEXT || block->role != VAL_TEXT_HEADING || part->first != 0)
        continue;
      link = g_strdup_printf ("page=%u pos=[%d %d]", part->page + 1, MARGIN_SIDE,
                              (int) (MARGIN_TOP + part->y));
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, block->text, link, 0);
    }
}

/* val_document_append: what cairo has written goes to the end of a GByteArray */
cairo_status_t
val_document_append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* val_document_make_context: (transfer full): for paper, in the language of now */
PangoContext *
val_document_make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_language_from_string (val_i18n_language ()));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * val_document_to_pdf:
 * @self: a document
 * @ret_n_pages: (out) (optional): how many pages it has
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * Sets the document on A4 pages. A heading stays with what follows, a text is cut between lines
 * and a table between rows, under its header again.
 *
 * Returns: (transfer full): the PDF file, or %NULL with @error set
 */
GBytes *
val_document_to_pdf (ValDocument *self, guint *ret_n_pages, GError **error)
{
  PangoContext *context;
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  guint n_pages;

  g_return_val_if_fail (self != NULL, NULL);

  context = val_document_make_context ();
  parts = set_pages (self, context, &n_pages);
  surface = cairo_pdf_surface_create_for_stream (val_document_append, bytes, PAGE_WIDTH,
                                                 PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Valmius");
  add_outline (self, surface, parts);
  cr = cairo_create (surface);
  for (guint page = 0; page < n_pages; page++)
    {
      draw_page (self, cr, context, parts, n_pages, page);
      cairo_show_page (cr);
    }
  g_object_unref (context);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, VAL_REPORT_ERROR, VAL_REPORT_ERROR_PAGES,
                   _ ("The pages could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }
  if (ret_n_pages != NULL)
    *ret_n_pages = n_pages;
  val_document_set_language (bytes, val_i18n_language ());
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * val_document_count_pages:
 * @self: a document, to which nothing is added any more
 *
 * Sets the document on A4 pages, for val_document_draw_page (). Any thread, one at a time.
 *
 * Returns: how many they are, one at least
 */
guint
val_document_count_pages (ValDocument *self)
{
  PangoContext *context;

  g_return_val_if_fail (self != NULL, 0);

  if (self->parts == NULL)
    {
      val_i18n_push (self->language);
      context = val_document_make_context ();
      self->parts = set_pages (self, context, &self->n_pages);
      g_object_unref (context);
      val_i18n_pop ();
    }
  return self->n_pages;
}

/**
 * val_document_draw_page:
 * @self: a document whose pages have been counted
 * @cr: a page of somebody else, in points, from its upper left corner: for a printer
 * @page: from 0
 *
 * Draws one A4 page, in the language in which the document was begun. Any thread, one at a time.
 */
void
val_document_draw_page (ValDocument *self, cairo_t *cr, guint page)
{
  PangoContext *context;

  g_return_if_fail (self != NULL && self->parts != NULL && page < self->n_pages);

  val_i18n_push (self->language);
  context = val_document_make_context ();
  draw_page (self, cr, context, self->parts, self->n_pages, page);
  g_object_unref (context);
  val_i18n_pop ();
}
