/* bench-pdf.c: B10: a report of ten pages
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference draws as many plain pages with Cairo and Pango: a title, a table of 40 lines and
 * eight columns, three lines of 24 points, 24 bars; nothing is measured, cut or laid out.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readiness-fixture.h"
#include "val-answer.h"
#include "val-times.h"

#define ROUNDS 9
#define PEOPLE 600
#define SKILLS 6
#define GOAL 2.0

static guint
count_pages (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size), *end = data + size;
  guint n = 0;

  for (const char *p = data; (p = memmem (p, (gsize) (end - p), "/Type /Page", 11)) != NULL;
       p += 11)
    n += p + 11 < end && p[11] != 's';
  return n;
}

static ValDataset *
make_centre (void)
{
  Fixture *fixture = fixture_new ();

  g_random_set_seed (10);
  for (int i = 0; i < SKILLS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Calm with difficult customers %d", i);
      ValSkill *skill = fixture_skill (fixture, name);

      skill->critical = i < 4;
      skill->wanted_cover = i + 1;
    }
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autofree char *family = g_strdup_printf ("Kowalska %d", i + 1);
      ValPerson *person = fixture_person (fixture, "Maria", family);

      for (int k = 1; k <= SKILLS; k++)
        for (int back = 60; back >= 0; back -= 60)
          fixture_score (fixture, person->id, k, FIXTURE_DAY - back,
                         g_random_int_range (1, 11) * 1000, VAL_ASSESSOR_MANAGER);
    }
  return fixture_end (fixture);
}

static double
run_ours (ValDataset *dataset, guint *ret_pages)
{
  double begin = val_cpu_ms (), took;
  ValReadinessQuery query = { .on = FIXTURE_DAY }, earlier = { .on = FIXTURE_DAY - 30 };
  g_autoptr (ValReadiness) readiness = val_readiness_compute (dataset, &query);
  g_autoptr (ValReadiness) before = val_readiness_compute (dataset, &earlier);
  ValAnswerOptions options = { before, FALSE, FIXTURE_DAY };
  g_autoptr (GBytes) pdf = val_report_readiness (readiness, &options, NULL);

  took = val_cpu_ms () - begin;
  *ret_pages = count_pages (pdf);
  return took;
}

static cairo_status_t
take (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (cairo_t *cr, PangoLayout *layout, double x, double y, const char *text)
{
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page (cairo_t *cr, PangoLayout *layout, int page)
{
  char text[32];

  draw_text (cr, layout, 40, 30, "Readiness of the contact centre");
  for (int row = 0; row < 40; row++)
    for (int column = 0; column < 8; column++)
      {
        if (column == 0)
          g_snprintf (text, sizeof text, "Maria Kowalska %d", page * 40 + row);
        else
          g_snprintf (text, sizeof text, "%d.%d", (page + row + column) % 10, row % 10);
        draw_text (cr, layout, 40 + column * 64, 60 + row * 12, text);
      }
  for (int line = 0; line < 3; line++)
    {
      for (int i = 0; i < 24; i++)
        cairo_line_to (cr, 40 + i * 22, 740 - line * 40 - (i * 29 + page) % 50);
      cairo_stroke (cr);
    }
  for (int i = 0; i < 24; i++)
    {
      cairo_rectangle (cr, 40 + i * 22, 800, 16, -(i * 17 % 40));
      cairo_fill (cr);
    }
  cairo_show_page (cr);
}

static double
run_reference (guint n_pages)
{
  double begin = val_cpu_ms ();
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take, pdf, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");

  pango_layout_set_font_description (layout, font);
  for (guint page = 0; page < n_pages; page++)
    draw_page (cr, layout, (int) page);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return val_cpu_ms () - begin;
}

int
main (int argc, char *argv[])
{
  g_autoptr (ValDataset) dataset = make_centre ();
  double ours[ROUNDS], references[ROUNDS], ratio;
  g_autofree char *what = NULL, *detail = NULL;
  guint n_pages = 0;

  /* The fonts are found once. */
  run_ours (dataset, &n_pages);
  run_reference (n_pages);
  for (int i = 0; i < ROUNDS; i++)
    {
      references[i] = run_reference (n_pages);
      ours[i] = run_ours (dataset, &n_pages);
    }
  qsort (ours, ROUNDS, sizeof *ours, val_compare_times);
  qsort (references, ROUNDS, sizeof *references, val_compare_times);
  ratio = ours[ROUNDS / 2] / references[ROUNDS / 2];
  what = g_strdup_printf ("PDF of the readiness report, %u pages", n_pages);
  detail = g_strdup_printf ("%.1f ms CPU, plain pages %.1f ms", ours[ROUNDS / 2],
                            references[ROUNDS / 2]);
  printf ("1..1\n");
  val_say_row ("B10", what, ratio, "", "<=", GOAL, detail);
  printf ("ok 1 report\n");
  return 0;
}
