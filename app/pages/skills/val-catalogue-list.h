/* val-catalogue-list.h: the tree of skills as rows in reading order
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-latest.h"

G_BEGIN_DECLS

/**
 * ValCatalogueRow:
 * @index: the skill in the dataset
 * @depth: 0: nothing above it
 * @mean: mean level of those assessed; of a parent the weighted mean of its children; NAN: nobody
 * @n: how many people @mean rests on; of a parent those of its children together
 */
typedef struct
{
  guint index;
  guint depth;
  double mean;
  guint n;
} ValCatalogueRow;

GArray *val_catalogue_list_new (ValLatest *latest, const char *search, gboolean archived);

G_END_DECLS
