/* val-window-capture.c: writing something down from anywhere, and going on with it later
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-capture-dialog.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"
#include "val-note-dialog.h"
#include "val-recognition-dialog.h"
#include "val-toast.h"

/**
 * val_window_capture:
 * @over: (nullable): the window the dialog stands over; NULL: this one
 *
 * Opens the quick note; as soon as the file is open, when it is not yet.
 */
void
val_window_capture (ValWindow *self, GtkWindow *over)
{
  g_return_if_fail (VAL_IS_WINDOW (self));

  if (self->session == NULL || val_session_get_dataset (self->session) == NULL)
    {
      self->capture_waits
          = g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "other") != 0;
      return;
    }
  self->capture_waits = FALSE;
  if (val_store_is_read_only (self->store))
    {
      val_window_warn (self,
                       _("This file can be looked at but not changed: it or its folder cannot be "
                         "written."),
                       FALSE);
      return;
    }
  if (val_dataset_n_people (val_session_get_dataset (self->session)) == 0)
    {
      val_window_say (self, _("Add a person first; then there is somebody to write about."));
      return;
    }
  val_capture_dialog_present (over != NULL ? over : GTK_WINDOW (self), self->session, 0,
                              VAL_RECORD_NOTE);
}

/* Keys of drafts, as the forms name them, and what is said of one. */
typedef struct
{
  const char *prefix;
  int kind;
  gboolean is_new; /* the number behind is a person, not a record */
  const char *sentence;
} DraftKind;

static const DraftKind draft_kinds[] = {
  { "note:0:", VAL_RECORD_NOTE, TRUE, N_("A note was not finished") },
  { "note:", VAL_RECORD_NOTE, FALSE, N_("A note was not finished") },
  { "thanks:0:", VAL_RECORD_RECOGNITION, TRUE, N_("A thank-you was not finished") },
  { "thanks:", VAL_RECORD_RECOGNITION, FALSE, N_("A thank-you was not finished") },
  { "mentoring:new:", VAL_RECORD_MENTORING, TRUE, N_("A session was not finished") },
  { "mentoring:", VAL_RECORD_MENTORING, FALSE, N_("A session was not finished") },
};

/* NULL: no form of ours wrote it. @ret_id: of a person or a record. */
static const DraftKind *
kind_of_draft (const char *key, gint64 *ret_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (draft_kinds); i++)
    if (g_str_has_prefix (key, draft_kinds[i].prefix))
      {
        *ret_id = g_ascii_strtoll (key + strlen (draft_kinds[i].prefix), NULL, 10);
        return &draft_kinds[i];
      }
  return NULL;
}

/* The quick note first: it is nowhere else. */
static const char *
choose_draft (GHashTable *drafts, const char **ret_sentence)
{
  GHashTableIter iter;
  gpointer key;
  const char *chosen = NULL;
  gint64 id;

  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const DraftKind *kind = kind_of_draft (key, &id);

      if (val_capture_dialog_is_draft (key, &id))
        {
          *ret_sentence = _("A note was not finished");
          return key;
        }
      if (kind != NULL && (chosen == NULL || strcmp (key, chosen) < 0))
        {
          *ret_sentence = gettext (kind->sentence);
          chosen = key;
        }
    }
  return chosen;
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) drafts = val_store_read_drafts_finish (VAL_STORE (source), result, &error);
  const char *key, *sentence = NULL;
  AdwToast *toast;

  if (self->session == NULL || drafts == NULL)
    return;
  key = choose_draft (drafts, &sentence);
  if (key == NULL)
    return;
  toast = val_toast_new (GTK_WIDGET (self->toasts), sentence);
  adw_toast_set_button_label (toast, _("_Go On Writing"));
  adw_toast_set_action_name (toast, "win.resume");
  adw_toast_set_action_target (toast, "s", key);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
resume_new (ValWindow *self, int kind, gint64 person_id)
{
  ValDay today = val_session_get_today (self->session);
  ValRecord *record = NULL;

  if (kind == VAL_RECORD_MENTORING && person_id != 0)
    val_mentoring_window_open_person (GTK_WINDOW (self), self->session, person_id);
  else if (kind == VAL_RECORD_MENTORING)
    {
      record = (ValRecord *) val_mentoring_new ();
      val_mentoring_window_present (GTK_WINDOW (self), self->session, (ValMentoring *) record);
    }
  else if (kind == VAL_RECORD_NOTE)
    {
      record = (ValRecord *) val_note_new (person_id, today);
      val_note_dialog_present (GTK_WINDOW (self), self->session, (ValNote *) record);
    }
  else
    {
      record = (ValRecord *) val_recognition_new (person_id, today);
      val_recognition_dialog_present (GTK_WINDOW (self), self->session,
                                      (ValRecognition *) record);
    }
  g_clear_pointer (&record, val_record_free);
}

/**
 * val_window_resume:
 * @key: of a draft
 *
 * Opens the form that wrote it, which goes on where it was.
 */
void
val_window_resume (ValWindow *self, const char *key)
{
  const DraftKind *kind;
  gint64 id = 0;

  if (self->session == NULL || val_session_get_dataset (self->session) == NULL)
    return;
  if (val_capture_dialog_is_draft (key, &id))
    {
      val_capture_dialog_present (GTK_WINDOW (self), self->session, id, VAL_RECORD_NOTE);
      return;
    }
  kind = kind_of_draft (key, &id);
  if (kind != NULL && kind->is_new)
    resume_new (self, kind->kind, id);
  else if (kind != NULL)
    val_window_open_place (self, kind->kind, id, 0);
}

/**
 * val_window_offer_drafts:
 *
 * Called when the file has been opened: says that something was being written when the program
 * ended, or goes on to what the user asked for meanwhile.
 */
void
val_window_offer_drafts (ValWindow *self)
{
  if (self->capture_waits)
    val_window_capture (self, NULL);
  else
    val_store_read_drafts_async (self->store, NULL, drafts_cb, g_object_ref (self));
}

/* What is still held by somebody, as by the key that closes it, would ask for the window below when
 * it goes, and that has gone before: GTK forgets it only for windows that are not taken along. */
static void
close_over (GtkWindow *below)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      GtkWindow *window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == below)
        g_ptr_array_add (over, window);
      else
        g_object_unref (window);
    }
  for (guint i = 0; i < over->len; i++)
    {
      close_over (over->pdata[i]);
      gtk_window_close (over->pdata[i]);
      gtk_window_destroy (over->pdata[i]);
      gtk_window_set_transient_for (over->pdata[i], NULL);
    }
}

/**
 * val_window_close_dialogs:
 *
 * Closes what stands over the window, so that it can keep its drafts while the file is open.
 */
void
val_window_close_dialogs (ValWindow *self)
{
  close_over (GTK_WINDOW (self));
}
