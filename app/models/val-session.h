/* val-session.h: what all pages of a window share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-store.h"

G_BEGIN_DECLS

#define VAL_TYPE_SESSION (val_session_get_type ())
G_DECLARE_FINAL_TYPE (ValSession, val_session, VAL, SESSION, GObject)

/**
 * ValSession:
 *
 * The store, its newest dataset, the day that counts as today, and what the user chose for all
 * pages: whether names are hidden. Pages listen to its signals and never to the store's.
 *
 * Properties: "dataset" (ValDataset, nullable), "hide-names", "can-undo", "can-redo",
 * "undo-label", "redo-label" (strings, nullable), "busy", "read-only".
 * Signals:
 *   "changed" (ValTables): a new dataset is in place
 *   "saved" (char *message, gint64 change_id): say it in a toast with Undo
 *   "undone" (char *message): say it in a toast
 *   "failed" (GError *): say it where the user is
 */
ValSession *val_session_new (ValStore *store);
ValStore *val_session_get_store (ValSession *self);
ValDataset *val_session_get_dataset (ValSession *self); /* transfer none, nullable */
ValDay val_session_get_today (ValSession *self);
/* How the centre enters and shows levels; 0 ... 10 when nothing else is set. */
ValScale val_session_get_scale (ValSession *self);
gboolean val_session_get_hide_names (ValSession *self);
void val_session_set_hide_names (ValSession *self, gboolean hide_names);
/* The name as screens may show it: "Agent 7" while names are hidden. */
char *val_session_dup_person_name (ValSession *self, guint person_index);

/* Carries out @edit; on success emits "saved" with the edit's translated label, else "failed".
 * @callback is nullable; finish with val_session_edit_finish (), whose result is nullable. */
void val_session_edit (ValSession *self, ValEdit *edit, GAsyncReadyCallback callback,
                       gpointer data);
ValEditResult *val_session_edit_finish (ValSession *self, GAsyncResult *result, GError **error);
/* A result that needs no toast of its own (a cell typed in the matrix). */
void val_session_edit_quietly (ValSession *self, ValEdit *edit, GAsyncReadyCallback callback,
                               gpointer data);
/* As val_session_edit (), for long ones: told how far it is, in the main context, and stoppable. */
void val_session_edit_with_progress (ValSession *self, ValEdit *edit, GCancellable *cancellable,
                                     ValStoreProgress progress, gpointer progress_data,
                                     GAsyncReadyCallback callback, gpointer data);
void val_session_undo (ValSession *self);
void val_session_redo (ValSession *self);

G_END_DECLS
