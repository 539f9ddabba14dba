/* val-scroll-area.h: a widget that scrolls what it shows by itself
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VAL_TYPE_SCROLL_AREA (val_scroll_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (ValScrollArea, val_scroll_area, VAL, SCROLL_AREA, GtkWidget)

/**
 * ValScrollAreaClass:
 * @configure: there are other adjustments: tell them by val_scroll_area_set_range () how much
 *   there is; to be done too whenever that changes
 * @scrolled: it shows another part now
 *
 * The half of #GtkScrollable that is the same for all tables. Put it into a #GtkScrolledWindow.
 */
struct _ValScrollAreaClass
{
  GtkWidgetClass parent_class;

  void (*configure) (ValScrollArea *self);
  void (*scrolled) (ValScrollArea *self);
};

/* All lengths are pixels. */
gboolean val_scroll_area_can_scroll (ValScrollArea *self);
double val_scroll_area_get_value (ValScrollArea *self, GtkOrientation orientation);
void val_scroll_area_set_value (ValScrollArea *self, GtkOrientation orientation, double value);
void val_scroll_area_show (ValScrollArea *self, GtkOrientation orientation, double from,
                           double to);
double val_scroll_area_get_page (ValScrollArea *self, GtkOrientation orientation);
void val_scroll_area_set_range (ValScrollArea *self, GtkOrientation orientation, double upper,
                                double page, double step);

G_END_DECLS
