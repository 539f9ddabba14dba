/* val-text-area.h: a place to write several lines, shared or for the manager alone
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_TEXT_AREA (val_text_area_get_type ())
G_DECLARE_FINAL_TYPE (ValTextArea, val_text_area, VAL, TEXT_AREA, AdwBin)

/**
 * ValTextArea:
 *
 * A labelled card to write in: plain text of several lines, which Tab leaves. One that is private
 * stands visibly apart: a lock, a tint, a dashed line, and words that say who sees it.
 *
 * Signals:
 *   "changed": the text is another one
 *   "submit": Ctrl+Enter was pressed in it
 */
GtkWidget *val_text_area_new (const char *label, gboolean is_private);
/* Without blanks around it; valid until the next call. */
const char *val_text_area_get_text (ValTextArea *self);
void val_text_area_set_text (ValTextArea *self, const char *text);
/* How many lines are shown at least; 3 unless told. */
void val_text_area_set_lines (ValTextArea *self, guint lines);
/* Says what is wrong with the text, and puts the cursor in it; NULL takes it back. */
void val_text_area_set_error (ValTextArea *self, const char *sentence);

G_END_DECLS
