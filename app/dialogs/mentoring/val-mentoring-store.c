/* val-mentoring-store.c: reading what is known, keeping what is written
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-field-fault.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-question.h"

/* What is typed is safe after so many milliseconds. */
#define DRAFT_DELAY 500

/* val_mentoring_say: a sentence in place, above everything; %NULL takes it away. */
void
val_mentoring_say (ValMentoringWindow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (gtk_widget_get_parent (self->error), sentence != NULL);
}

/* val_mentoring_dup_name: the person, or the group by its name or its people */
char *
val_mentoring_dup_name (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (now->people->len > 1 && *now->title != '\0')
    return g_strdup (now->title);
  for (guint i = 0; i < now->people->len; i++)
    g_ptr_array_add (names, val_mentoring_dup_person (self,
                                                      g_array_index (now->people, gint64, i)));
  g_ptr_array_add (names, NULL);
  return val_format_list ((const char *const *) names->pdata);
}

/* val_mentoring_dup_title: the same, short enough for a header: people without a name are counted */
char *
val_mentoring_dup_title (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  guint n = now->people->len;
  g_autofree char *count = val_format_integer (n);

  if (n > 1 && *now->title == '\0')
    return val_format_replace (ngettext ("%s person", "%s people", n), count);
  return val_mentoring_dup_name (self);
}

/* ---- Drafts --------------------------------------------------------------------------------- */

static void
draft_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValMentoringWindow) self = data;
  g_autoptr (GError) error = NULL;

  /* A full disk is said at once: what is typed is not safe then. */
  if (!val_store_put_draft_finish (VAL_STORE (source), result, &error) && self->model != NULL)
    val_mentoring_say (self, error->message);
}

static void
put_draft (ValMentoringWindow *self, const char *body)
{
  val_store_put_draft_async (val_session_get_store (self->session), self->draft_key, body, NULL,
                             draft_written_cb, g_object_ref (self));
}

static gboolean
draft_cb (gpointer data)
{
  ValMentoringWindow *self = data;
  g_autofree char *body = NULL;

  self->draft_source = 0;
  if (val_mentoring_model_has_changes (self->model))
    body = val_mentoring_model_to_draft (self->model);
  put_draft (self, body);
  return G_SOURCE_REMOVE;
}

/* val_mentoring_touched: something on the screen is another than before; it survives a crash from
 * half a second on. */
void
val_mentoring_touched (ValMentoringWindow *self)
{
  val_mentoring_say (self, NULL);
  if (self->is_loaded && !self->done && self->draft_source == 0
      && !val_store_is_read_only (val_session_get_store (self->session)))
    self->draft_source = g_timeout_add (DRAFT_DELAY, draft_cb, self);
}

/* val_mentoring_flush_draft: what is to be written is written now. */
void
val_mentoring_flush_draft (ValMentoringWindow *self)
{
  if (self->draft_source == 0)
    return;
  g_source_remove (self->draft_source);
  draft_cb (self);
}

/* val_mentoring_forget_draft: nothing is being written any more. */
void
val_mentoring_forget_draft (ValMentoringWindow *self)
{
  g_clear_handle_id (&self->draft_source, g_source_remove);
  self->done = TRUE;
  put_draft (self, NULL);
}

/* ---- Reading -------------------------------------------------------------------------------- */

static void
drafts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValMentoringWindow) self = data;
  g_autoptr (GHashTable) drafts
      = val_store_read_drafts_finish (VAL_STORE (source), result, NULL);
  const char *body;

  if (self->model == NULL)
    return;
  body = drafts != NULL ? g_hash_table_lookup (drafts, self->draft_key) : NULL;
  if (body != NULL && val_mentoring_model_from_draft (self->model, body))
    gtk_widget_set_visible (self->restored, TRUE);
  self->is_loaded = TRUE;
  val_mentoring_show_facts (self);
  val_mentoring_show_form (self);
}

static void
all_arrived (ValMentoringWindow *self)
{
  val_mentoring_model_take_records (self->model, g_steal_pointer (&self->arriving));
  if (!self->is_loaded)
    {
      val_store_read_drafts_async (val_session_get_store (self->session), NULL, drafts_read_cb,
                                   g_object_ref (self));
      return;
    }
  val_mentoring_show_facts (self);
  self->setting = TRUE;
  val_mentoring_show_when (self);
  val_mentoring_show_agreements (self);
  val_mentoring_show_agenda (self);
  val_mentoring_show_next (self);
  self->setting = FALSE;
}

typedef struct
{
  ValMentoringWindow *window;
  GCancellable *cancellable; /* of the reading this is part of */
} Reading;

static void
person_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (ValMentoringWindow) self = reading->window;
  g_autoptr (GCancellable) cancellable = reading->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_person_finish (VAL_STORE (source), result, &error);

  g_free (reading);
  /* A newer reading has begun, or the window is closed. */
  if (self->model == NULL || cancellable != self->cancellable)
    return;
  if (records == NULL)
    val_mentoring_say (self, error->message);
  else
    {
      g_ptr_array_set_free_func (records, NULL);
      g_ptr_array_extend_and_steal (self->arriving, g_steal_pointer (&records));
    }
  if (--self->waiting == 0)
    all_arrived (self);
}

/* val_mentoring_load: reads all that is written about those who take part. */
void
val_mentoring_load (ValMentoringWindow *self)
{
  const GArray *people = self->model->now->people;

  val_question_renew (&self->cancellable);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
  self->arriving = g_ptr_array_new_with_free_func (val_record_free);
  self->waiting = people->len;
  for (guint i = 0; i < people->len; i++)
    {
      Reading *reading = g_new0 (Reading, 1);

      reading->window = g_object_ref (self);
      reading->cancellable = g_object_ref (self->cancellable);
      val_store_read_person_async (val_session_get_store (self->session),
                                   g_array_index (people, gint64, i), self->cancellable,
                                   person_read_cb, reading);
    }
  if (people->len == 0)
    all_arrived (self);
}

/* ---- Storing -------------------------------------------------------------------------------- */

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValMentoringWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) stored
      = val_session_edit_finish (VAL_SESSION (source), result, &error);

  if (self->model == NULL) /* closed in the meantime */
    return;
  self->storing = FALSE;
  gtk_widget_set_sensitive (self->finish, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  if (stored == NULL)
    {
      /* Everything stays, in the window and in its draft. */
      val_mentoring_say (self, error->message);
      return;
    }
  val_mentoring_forget_draft (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
hand_over (ValMentoringWindow *self, ValEdit *edit)
{
  self->storing = TRUE;
  gtk_widget_set_sensitive (self->finish, FALSE);
  gtk_widget_set_sensitive (self->save, FALSE);
  val_session_edit (self->session, edit, stored_cb, g_object_ref (self));
}

/* A date that is typed counts when its entry is left. */
static void
settle_entries (ValMentoringWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return;
  g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (focus);
  g_object_unref (focus);
}

/* val_mentoring_store:
 * @act: what the button does
 * @reason: (nullable): why it did not take place
 *
 * Stores everything as one change and closes the window; when it is refused, the window stays as
 * it is and says why. */
void
val_mentoring_store (ValMentoringWindow *self, ValMentoringAct act, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;

  if (self->storing || !self->is_loaded)
    return;
  settle_entries (self);
  if (!val_fields_check (GTK_WIDGET (self)))
    return;
  val_mentoring_read_form (self);
  val_mentoring_say (self, NULL);
  if (!val_mentoring_check_form (self))
    return;
  name = val_mentoring_dup_name (self);
  edit = val_mentoring_model_edit (self->model, act, reason, name, &error);
  if (edit == NULL)
    {
      val_mentoring_say (self, error->message);
      if (self->model->now->people->len == 0)
        {
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->when), TRUE);
          gtk_widget_grab_focus (self->picker);
        }
      return;
    }
  hand_over (self, edit);
}

/* val_mentoring_delete: takes the session away; Undo brings it back. What was agreed in it
 * stays. */
void
val_mentoring_delete (ValMentoringWindow *self)
{
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;

  if (self->storing)
    return;
  if (self->model->stored == NULL)
    {
      val_mentoring_forget_draft (self);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  name = val_mentoring_dup_name (self);
  /* Translators: %s is a person or the name of a group */
  edit = val_edit_new (N_ ("Session deleted: %s"), name);
  val_edit_delete_record (edit, VAL_RECORD_MENTORING, self->model->stored->record.id);
  hand_over (self, edit);
}
