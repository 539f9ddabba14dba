/* val-person-records.h: everything written about one person, kept up to date
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PERSON_RECORDS (val_person_records_get_type ())
G_DECLARE_FINAL_TYPE (ValPersonRecords, val_person_records, VAL, PERSON_RECORDS, GObject)

/* Signal "changed": the records are other ones, or could not be read. Main thread. */
ValPersonRecords *val_person_records_new (ValSession *session);
/* Reads in the background; 0: nobody. An answer for somebody else is dropped. */
void val_person_records_set_person (ValPersonRecords *self, gint64 person_id);
/* After the session's "changed": reads again when something may have been written about the
 * person. */
void val_person_records_update (ValPersonRecords *self, ValTables tables);
/* (nullable) of ValRecord, by type, newest first; %NULL while they are read for the first time. */
GPtrArray *val_person_records_get (ValPersonRecords *self);
/* (nullable) why they could not be read. */
const char *val_person_records_get_failure (ValPersonRecords *self);

G_END_DECLS
