/* val-person-item-private.h: how the people list makes its rows
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-people-model.h"

G_BEGIN_DECLS

/**
 * ValPersonFigures: what is worked out of a person for the list.
 */
typedef struct
{
  double mean;
  ValDay assessed;
  int level;
  guint scored;
  guint required;
  gboolean away;
} ValPersonFigures;

ValPersonItem *val_person_item_new (ValDataset *dataset, guint index,
                                    const ValPersonFigures *figures, const char *name,
                                    gboolean hide_names);

G_END_DECLS
