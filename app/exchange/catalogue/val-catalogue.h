/* val-catalogue.h: the starter catalogue and the demo centre
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

/* The starter skills that @dataset (nullable) does not have by name yet. @language: "en", "pl",
 * "el" or "fi". */
ValEdit *val_catalogue_starter_skills (const char *language, ValDataset *dataset, GError **error);
/* A believable centre of 24 people over the year that ends @today; the same for the same day. */
ValEdit *val_catalogue_demo (const char *language, ValDay today, GError **error);

G_END_DECLS
