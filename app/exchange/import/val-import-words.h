/* val-import-words.h: the words by which files name things
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-csv.h"
#include "val-entities.h"

G_BEGIN_DECLS

char *val_import_words_normalise (const char *text, gssize length);
const char *val_import_words_field (const char *header);
const char *val_import_words_record_field (const char *header);
gboolean val_import_words_not_applicable (ValCsvField cell);
gboolean val_import_words_assessor (ValCsvField cell, ValAssessor *ret_assessor);

G_END_DECLS
