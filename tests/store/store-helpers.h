/* store-helpers.h: what the tests of the store share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-core.h"
#include "val-store.h"

/* A folder of its own for a test, removed with all it holds. */
typedef char TestFolder;
TestFolder *test_folder_new (void);
void test_folder_free (TestFolder *folder);
char *test_folder_path (const TestFolder *folder, const char *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)

/* Everything a dataset says, as text. */
char *test_dump_dataset (ValDataset *dataset);
/* Everything the tables hold that undo has to bring back, as text. */
char *test_dump_tables (ValCore *core);

/* A small centre: 2 teams, 2 roles, 3 skills, 4 people, some scores. */
ValEdit *test_centre_edit (void);
/* A record with every field filled with something that can be told from others. */
gpointer test_record_new (ValRecordType type, gint64 person_id);
void test_add_records (ValEdit *edit);
/* Every record with all its fields, as text. */
char *test_dump_records (ValDb *db, int version);
void test_assert_search_index (ValDb *db);
void test_write_file (const char *path, const void *bytes, gsize size);
ValStore *test_open_centre (const TestFolder *folder);
char *test_dump_store (ValStore *store);
ValCore *test_open_core (const char *path, ValStoreOpenFlags flags);
void test_edit_core (ValCore *core, ValEdit *edit);
ValEditResult *test_must_edit (ValStore *store, ValEdit *edit);
void test_must_not_edit (ValStore *store, ValEdit *edit);
ValEdit *test_bulk_edit (guint n, gint32 people, gint32 skills, gboolean import);

