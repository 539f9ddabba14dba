/* val-mentoring-model-private.h: shared by the files of the model
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-mentoring-model.h"

G_BEGIN_DECLS

/* Stands for the session on the screen, which may not have an id yet. */
#define VAL_MENTORING_HERE G_MININT64

/* val-mentoring-lines.c */
void val_mentoring_model_clear_lines (ValMentoringModel *self);
void val_mentoring_model_take_lines (ValMentoringModel *self);

/* val-mentoring-model.c */
ValDay val_mentoring_model_get_acting_day (const ValMentoringModel *self);

G_END_DECLS
