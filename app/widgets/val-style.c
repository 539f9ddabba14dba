/* val-style.c: the colours that what is drawn by ourselves has today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-style.h"

#include <adwaita.h>

/**
 * val_style_get_palette:
 *
 * Returns: (transfer none): light or dark, and with more contrast, as the desktop wants it
 */
const ValPalette *
val_style_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean contrast = adw_style_manager_get_high_contrast (manager);

  if (adw_style_manager_get_dark (manager))
    return val_palette_get (contrast ? VAL_PALETTE_DARK_CONTRAST : VAL_PALETTE_DARK);
  return val_palette_get (contrast ? VAL_PALETTE_LIGHT_CONTRAST : VAL_PALETTE_LIGHT);
}

/**
 * val_style_watch:
 * @object: a #GObject
 * @changed: called with @object alone, as long as it lives, when the palette may be another
 */
void
val_style_watch (gpointer object, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}
