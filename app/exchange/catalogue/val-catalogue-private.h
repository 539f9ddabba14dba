/* val-catalogue-private.h: the texts of a catalogue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "val-edit.h"

G_BEGIN_DECLS

#define VAL_CATALOGUE_N_SKILLS 14

/* The skills of every catalogue, in this order; what a number says needs no translation. */
typedef enum
{
  VAL_CATALOGUE_PRODUCT,
  VAL_CATALOGUE_INDUSTRY,
  VAL_CATALOGUE_LISTENING,
  VAL_CATALOGUE_NEEDS,
  VAL_CATALOGUE_TIME,
  VAL_CATALOGUE_PROMISES,
  VAL_CATALOGUE_WRITING,
  VAL_CATALOGUE_CALM,
  VAL_CATALOGUE_NEGOTIATION,
  VAL_CATALOGUE_SALES,
  VAL_CATALOGUE_TOOLS,
  VAL_CATALOGUE_PATIENCE,
  VAL_CATALOGUE_EMPATHY,
  VAL_CATALOGUE_STRESS,
} ValCatalogueSkill;

JsonObject *val_catalogue_load (const char *language, GError **error);
ValSkill *val_catalogue_skill (JsonObject *catalogue, guint index);
const char *val_catalogue_text (JsonObject *catalogue, const char *member, guint index);

G_END_DECLS
