/* val-page-save.h: what a page writes into files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-page.h"

G_BEGIN_DECLS

void val_page_say_saved (ValPage *self, const char *name);
void val_page_write (ValPage *self, GFile *file, GBytes *bytes);
void val_page_save_picture (ValPage *self, ValChart *chart, const char *stem);

G_END_DECLS
