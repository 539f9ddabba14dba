/* val-person-picker.h: a person, found by a few letters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_PICKER (val_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonPicker, val_person_picker, VAL, PERSON_PICKER, GtkBox)

/* Property "person-id" (int64; 0: nobody yet) notifies when somebody is chosen and when the letters
 * of a chosen name are changed again. Signal "chosen" (int64 id): somebody was chosen by Enter or
 * by a click, so that the focus may go on to the next field. */
GtkWidget *val_person_picker_new (void);
/* Who can be chosen, in this order. The names stand as screens may show them. */
void val_person_picker_clear (ValPersonPicker *self);
void val_person_picker_add (ValPersonPicker *self, gint64 id, const char *name, const char *detail);
gint64 val_person_picker_get_person (ValPersonPicker *self);
void val_person_picker_set_person (ValPersonPicker *self, gint64 person_id);
/* Chooses whom the typed letters mean first, if anybody. */
gboolean val_person_picker_settle (ValPersonPicker *self);
/* Whether letters are typed and nobody was chosen by them. */
gboolean val_person_picker_is_undecided (ValPersonPicker *self);
void val_person_picker_set_label (ValPersonPicker *self, const char *label);

G_END_DECLS
