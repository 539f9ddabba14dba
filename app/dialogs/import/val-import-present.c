/* val-import-present.c: contacts of a file that are stored already
 *
 * An export often overlaps the one before. The store is asked for the contacts of the same days, some
 * at a time, and the file is worked through once more without them.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-dialog-private.h"

/* So many contacts are asked for at once. */
#define DETAILS 16384

static void ask_details (ValImportDialog *self);

/* With the answer the file is worked through again; without one what is shown stands. */
static void
end_asking (ValImportDialog *self)
{
  g_clear_pointer (&self->present_ids, g_array_unref);
  if (self->closing || self->session == NULL || self->finding == NULL)
    return;
  if (self->present != NULL && self->present->len > 0)
    val_import_dialog_work (self);
  else
    val_import_dialog_show_outcome (self);
}

static void
details_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autoptr (GPtrArray) details
      = val_store_read_contact_details_finish (VAL_STORE (source), result, NULL);

  if (details == NULL || self->closing || self->present_ids == NULL)
    {
      end_asking (self);
      return;
    }
  val_import_present_add (self->present, details);
  if (self->present_at < self->present_ids->len)
    ask_details (self);
  else
    end_asking (self);
}

static void
ask_details (ValImportDialog *self)
{
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = MIN (DETAILS, self->present_ids->len - self->present_at);

  g_array_append_vals (some, &g_array_index (self->present_ids, gint64, self->present_at), n);
  self->present_at += n;
  val_store_read_contact_details_async (val_session_get_store (self->session), some, NULL,
                                        details_cb, g_object_ref (self));
}

static void
contacts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValImportDialog) self = data;
  g_autoptr (ValContacts) contacts
      = val_store_read_contacts_finish (VAL_STORE (source), result, NULL);

  if (contacts != NULL && !self->closing && self->finding != NULL
      && self->finding->outcome != NULL)
    self->present_ids = val_import_present_ids (contacts, self->finding->outcome);
  if (self->present_ids == NULL)
    {
      end_asking (self);
      return;
    }
  self->present = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->present_at = 0;
  ask_details (self);
}

/**
 * val_import_dialog_ask_present:
 *
 * Asks the store once a file; the file is worked through again when the answer is there.
 *
 * Returns: whether an answer is waited for
 */
gboolean
val_import_dialog_ask_present (ValImportDialog *self)
{
  if (self->present_known || self->finding->outcome == NULL
      || val_import_plan_get_kind (self->finding->plan) != VAL_IMPORT_CONTACTS)
    return FALSE;
  self->present_known = TRUE;
  val_store_read_contacts_async (val_session_get_store (self->session), NULL, contacts_cb,
                                 g_object_ref (self));
  return TRUE;
}

/**
 * val_import_dialog_forget_present:
 *
 * Another file holds other contacts.
 */
void
val_import_dialog_forget_present (ValImportDialog *self)
{
  g_clear_pointer (&self->present, g_array_unref);
  g_clear_pointer (&self->present_ids, g_array_unref);
  self->present_known = FALSE;
}
