/* val-term-dialog.h: floor, target and weight of an indicator from a day on
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-indicator.h"
#include "val-session.h"

G_BEGIN_DECLS

/* @term: id 0: a new one; copied. */
void val_term_dialog_present (GtkWindow *parent, ValSession *session,
                              const ValIndicator *indicator, const ValIndicatorTerm *term);

/* Rows for floor, target and weight, in a group. */
typedef struct
{
  GtkWidget *floor;
  GtkWidget *target;
  GtkWidget *weight;
} ValTermRows;

void val_term_rows_add (ValTermRows *self, GtkWidget *group, const ValIndicatorTerm *term);
void val_term_rows_read (const ValTermRows *self, ValIndicatorTerm *term);
/* A sentence that says what is wrong; NULL: nothing. */
const char *val_term_rows_problem (const ValIndicator *indicator, const ValIndicatorTerm *term);

G_END_DECLS
