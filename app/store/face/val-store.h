/* val-store.h: the store's public face
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

#define VAL_TYPE_STORE (val_store_get_type ())
G_DECLARE_FINAL_TYPE (ValStore, val_store, VAL, STORE, GObject)

#define VAL_STORE_ERROR (val_store_error_quark ())

/**
 * ValStoreError:
 * @VAL_STORE_ERROR_NOT_FOUND: there is no file
 * @VAL_STORE_ERROR_EXISTS: there is a file where a new one was asked for
 * @VAL_STORE_ERROR_BUSY: another window or program has the file
 * @VAL_STORE_ERROR_FULL: no room on the disk; nothing was changed
 * @VAL_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @VAL_STORE_ERROR_DAMAGED: the file is damaged
 * @VAL_STORE_ERROR_FOREIGN: a file of another program
 * @VAL_STORE_ERROR_FOLDER: a folder, where a file is wanted
 * @VAL_STORE_ERROR_NEWER: made by a newer version of this program
 * @VAL_STORE_ERROR_MOVED: the file was moved, replaced or deleted under us
 * @VAL_STORE_ERROR_IO: the disk answered with an error
 * @VAL_STORE_ERROR_CONSTRAINT: the change does not fit the rules (a name taken, a missing team)
 * @VAL_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @VAL_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  VAL_STORE_ERROR_NOT_FOUND,
  VAL_STORE_ERROR_EXISTS,
  VAL_STORE_ERROR_BUSY,
  VAL_STORE_ERROR_FULL,
  VAL_STORE_ERROR_READ_ONLY,
  VAL_STORE_ERROR_DAMAGED,
  VAL_STORE_ERROR_FOREIGN,
  VAL_STORE_ERROR_FOLDER,
  VAL_STORE_ERROR_NEWER,
  VAL_STORE_ERROR_MOVED,
  VAL_STORE_ERROR_IO,
  VAL_STORE_ERROR_CONSTRAINT,
  VAL_STORE_ERROR_NOTHING,
  VAL_STORE_ERROR_FAILED,
} ValStoreError;

GQuark val_store_error_quark (void);

/* Kinds of rows, as told by ValStore::changed. */
typedef enum
{
  VAL_TABLE_TEAMS = 1 << 0,
  VAL_TABLE_PEOPLE = 1 << 1,
  VAL_TABLE_ROLES = 1 << 2,
  VAL_TABLE_SKILLS = 1 << 3,
  VAL_TABLE_ASSESSMENTS = 1 << 4,
  VAL_TABLE_BANDS = 1 << 5,
  VAL_TABLE_SETTINGS = 1 << 6,
  VAL_TABLE_IMPORTS = 1 << 7,
  VAL_TABLE_NOTES = 1 << 8,
  VAL_TABLE_RECOGNITIONS = 1 << 9,
  VAL_TABLE_MENTORINGS = 1 << 10,
  VAL_TABLE_AGREEMENTS = 1 << 11,
  VAL_TABLE_GOALS = 1 << 12, /* and their steps */
  VAL_TABLE_PHASES = 1 << 13,
  VAL_TABLE_PROGRAMME = 1 << 14, /* kinds and rules of recognition */
  VAL_TABLE_CADENCES = 1 << 15,
  VAL_TABLE_INDICATORS = 1 << 16, /* and their terms */
  VAL_TABLE_VALUES = 1 << 17,     /* of indicators */
  VAL_TABLE_LABELS = 1 << 18,     /* agents, channels and topics of contacts */
  VAL_TABLE_CONTACTS = 1 << 19,
  VAL_TABLE_FORECASTS = 1 << 20, /* and their intervals */
  VAL_TABLE_ALL = (1 << 21) - 1,
  /* What is written about people. */
  VAL_TABLE_RECORDS = VAL_TABLE_NOTES | VAL_TABLE_RECOGNITIONS | VAL_TABLE_MENTORINGS
                      | VAL_TABLE_AGREEMENTS | VAL_TABLE_GOALS | VAL_TABLE_PHASES,
} ValTables;

typedef enum
{
  VAL_STORE_OPEN_EXISTING = 0,
  VAL_STORE_CREATE = 1 << 0,         /* make the file when there is none */
  VAL_STORE_CREATE_ONLY = 1 << 1,    /* make it and refuse an existing one */
  VAL_STORE_READ_ONLY = 1 << 2,
  VAL_STORE_WITHOUT_SCORES = 1 << 3, /* the datasets have none: for who only adds some */
} ValStoreOpenFlags;

/**
 * ValEditResult: what the store made of an edit.
 */
typedef struct
{
  gint64 change_id; /* the transaction's number, for undo */
  gint64 import_id; /* 0: not an import */
  ValTables tables;
  GHashTable *new_ids; /* provisional id -> id, both as GINT_TO_POINTER */
} ValEditResult;

void val_edit_result_free (ValEditResult *self);
gint64 val_edit_result_id (const ValEditResult *self, gint64 provisional_id);

/**
 * ValBackupInfo: a backup that lies beside the database.
 */
typedef struct
{
  char *path;
  gint64 at;      /* seconds since 1970, UTC */
  char *reason;   /* "daily", "weekly", "monthly", "pinned", or "before-" and "import",
                   * "migration", "restore", "delete" */
  gint64 size;
  gboolean good;  /* its checksum and quick_check hold */
} ValBackupInfo;

void val_backup_info_free (ValBackupInfo *self);

/**
 * ValChange: a line of the change log.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  char *label;    /* message id */
  char *argument;
  gboolean undone;
} ValChange;

void val_change_free (ValChange *self);

/* Threads: every function below belongs to the main thread; those that block and only read may be
 * called in any other while a reference to the store is held. The store owns one database thread
 * and one connection; work is done there first in, first out. An *_async function answers in the
 * main context, the plain one of the same name blocks until done and is for the command line and
 * tests. "saved" may be said to the user only when the answer has come without error. */

char *val_store_default_path (void);
ValStore *val_store_new (const char *path);
const char *val_store_get_path (ValStore *self);
gboolean val_store_is_read_only (ValStore *self);

/* Signals: "changed" (ValTables) after a new dataset is in place, "state" (no argument) when
 * undo, redo or read-only changed, "failed" (GError*) when background work (check, backup)
 * found something the user must know. */

void val_store_open_async (ValStore *self, ValStoreOpenFlags flags, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
gboolean val_store_open_finish (ValStore *self, GAsyncResult *result, GError **error);
gboolean val_store_open (ValStore *self, ValStoreOpenFlags flags, GError **error);
/* Waits for what is under way, then closes the file. */
void val_store_close (ValStore *self);

/* The newest picture; NULL before the first load. */
ValDataset *val_store_ref_dataset (ValStore *self);

void val_store_edit_async (ValStore *self, ValEdit *edit, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
ValEditResult *val_store_edit_finish (ValStore *self, GAsyncResult *result, GError **error);
ValEditResult *val_store_edit (ValStore *self, ValEdit *edit, GError **error);
/* Progress of the edit under way, 0 ... 1; called in the main context. */
typedef void (*ValStoreProgress) (double fraction, gpointer data);
void val_store_edit_with_progress_async (ValStore *self, ValEdit *edit, GCancellable *cancellable,
                                         ValStoreProgress progress, gpointer progress_data,
                                         GAsyncReadyCallback callback, gpointer data);

/* Undo and redo survive a restart. Labels are translated; NULL when there is nothing. */
char *val_store_dup_undo_label (ValStore *self);
char *val_store_dup_redo_label (ValStore *self);
void val_store_undo_async (ValStore *self, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
gboolean val_store_undo_finish (ValStore *self, GAsyncResult *result, char **ret_label,
                                GError **error);
gboolean val_store_undo (ValStore *self, char **ret_label, GError **error);
void val_store_redo_async (ValStore *self, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
gboolean val_store_redo_finish (ValStore *self, GAsyncResult *result, char **ret_label,
                                GError **error);
gboolean val_store_redo (ValStore *self, char **ret_label, GError **error);
/* Takes back one import even when later changes stand on the undo list; people it made stay when
 * something later refers to them. Is itself a change that can be undone. */
gboolean val_store_undo_import (ValStore *self, gint64 import_id, GError **error);

/* All scores of a person (0: of everybody) in a skill (0: in all skills), newest first; of
 * ValAssessment. */
void val_store_history_async (ValStore *self, gint64 person_id, gint64 skill_id,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
GPtrArray *val_store_history_finish (ValStore *self, GAsyncResult *result, GError **error);
GPtrArray *val_store_history (ValStore *self, gint64 person_id, gint64 skill_id, GError **error);

/* Everything written about a person, of ValRecord: notes, thanks, sessions the person took part in,
 * agreements, goals, steps, phases and the person's own cadence; by type, newest first. Of nobody
 * (0): all records there are, by type and id. */
void val_store_read_person_async (ValStore *self, gint64 person_id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
GPtrArray *val_store_read_person_finish (ValStore *self, GAsyncResult *result, GError **error);
GPtrArray *val_store_read_person (ValStore *self, gint64 person_id, GError **error);
/* That, and the values of indicators and the names in other systems: all records that are held on a
 * person. Blocks. */
GPtrArray *val_store_read_held (ValStore *self, ValDataset *dataset, gint64 person_id,
                                GError **error);

/* Records of one type by their ids (of gint64), in that order; those that are gone are left out.
 * @ids NULL: all there are, by id. */
void val_store_read_records_async (ValStore *self, ValRecordType type, GArray *ids,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
GPtrArray *val_store_read_records_finish (ValStore *self, GAsyncResult *result, GError **error);
GPtrArray *val_store_read_records (ValStore *self, ValRecordType type, GArray *ids,
                                   GError **error);

/* All contacts that count, as columns; the store keeps them and reads only what is new. The
 * first time takes about 0.8 s per million, on the database thread, between which edits go on.
 * ValContacts is unref'd by the caller. They change when VAL_TABLE_CONTACTS does; labels and
 * whom they mean are in the dataset. */
void val_store_read_contacts_async (ValStore *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer data);
ValContacts *val_store_read_contacts_finish (ValStore *self, GAsyncResult *result,
                                             GError **error);
ValContacts *val_store_read_contacts (ValStore *self, GError **error);
/* Contacts by their keys (of gint64), in that order; those that are gone are left out. Of
 * ValContactDetail. */
void val_store_read_contact_details_async (ValStore *self, GArray *ids, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer data);
GPtrArray *val_store_read_contact_details_finish (ValStore *self, GAsyncResult *result,
                                                  GError **error);
GPtrArray *val_store_read_contact_details (ValStore *self, GArray *ids, GError **error);

/* All entered and imported values of indicators that count; change with VAL_TABLE_VALUES. */
void val_store_read_values_async (ValStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
ValValues *val_store_read_values_finish (ValStore *self, GAsyncResult *result, GError **error);
ValValues *val_store_read_values (ValStore *self, GError **error);

/* The intervals of a forecast, by day and minute; of ValForecastInterval. */
void val_store_read_intervals_async (ValStore *self, gint64 forecast_id,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer data);
GArray *val_store_read_intervals_finish (ValStore *self, GAsyncResult *result, GError **error);
GArray *val_store_read_intervals (ValStore *self, gint64 forecast_id, GError **error);

/* What a hit is beside a ValRecordType. */
#define VAL_HIT_PERSON 100
#define VAL_HIT_ASSESSMENT 101 /* the remark of a score */

/**
 * ValHit: something written that a search found.
 * @kind: a ValRecordType, %VAL_HIT_PERSON or %VAL_HIT_ASSESSMENT
 * @id: of the record, person or score
 * @person_id: whom it is about; 0: a group or nobody
 * @day: the day it was written about; 0: none
 * @excerpt: the text around the first match as it was written, on one line
 * @marks: (element-type ValHitMark): what matched in it, in order
 * @is_private: the excerpt stems from text for the manager alone
 */
typedef struct
{
  guint start; /* bytes of the excerpt */
  guint end;
} ValHitMark;

typedef struct
{
  int kind;
  gint64 id;
  gint64 person_id;
  ValDay day;
  char *excerpt;
  GArray *marks;
  gboolean is_private;
} ValHit;

void val_hit_free (ValHit *self);

/* Everything written, best first, at most @limit; accents, case and word endings do not matter
 * (the last word may be unfinished). An empty text finds nothing. Of ValHit. */
void val_store_search_async (ValStore *self, const char *text, guint limit,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data);
GPtrArray *val_store_search_finish (ValStore *self, GAsyncResult *result, GError **error);
GPtrArray *val_store_search (ValStore *self, const char *text, guint limit, GError **error);

/* Text that is being typed, by a key of the caller's choice. It is no change: no undo, no signal.
 * @body NULL takes the draft away. All drafts: key -> body. */
void val_store_put_draft_async (ValStore *self, const char *key, const char *body,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data);
gboolean val_store_put_draft_finish (ValStore *self, GAsyncResult *result, GError **error);
gboolean val_store_put_draft (ValStore *self, const char *key, const char *body, GError **error);
void val_store_read_drafts_async (ValStore *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
GHashTable *val_store_read_drafts_finish (ValStore *self, GAsyncResult *result, GError **error);
GHashTable *val_store_read_drafts (ValStore *self, GError **error);

/* Newest first; of ValImport and of ValChange. */
GPtrArray *val_store_list_imports (ValStore *self, GError **error);
void val_store_list_imports_async (ValStore *self, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
GPtrArray *val_store_list_imports_finish (ValStore *self, GAsyncResult *result, GError **error);
GPtrArray *val_store_list_changes (ValStore *self, guint limit, GError **error);

/* Integrity; NULL error and TRUE: sound. The error names what is damaged. */
gboolean val_store_check (ValStore *self, GError **error);

/* A verified copy at @path, refusing an existing one. */
void val_store_backup_async (ValStore *self, const char *path, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
gboolean val_store_backup_finish (ValStore *self, GAsyncResult *result, GError **error);
gboolean val_store_backup (ValStore *self, const char *path, GError **error);

/* These work on files while no store has them open; they block and may be run in a GTask thread.
 * Restore verifies @backup, moves the present file and its journal aside and returns where to. */
gboolean val_store_restore_file (const char *path, const char *backup, char **ret_kept,
                                 GError **error);
gboolean val_store_check_file (const char *path, GError **error);
GPtrArray *val_store_list_backups (const char *path, GError **error); /* of ValBackupInfo */
gboolean val_store_salvage_file (const char *path, const char *new_path, guint64 *ret_rows,
                                 guint64 *ret_lost, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValEditResult, val_edit_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValBackupInfo, val_backup_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValChange, val_change_free)

G_END_DECLS
