/* val-form-draft.c: what is being written in a form survives a crash
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-form-draft.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-record-draft.h"

#define DATA_KEY "val-form-draft"
#define GROUP "draft"
/* Typing rests for so long before it is written down, in milliseconds. */
#define REST 600

typedef struct
{
  GtkWindow *window; /* owns this */
  ValSession *session;
  char *key;
  GtkWidget *content; /* where the bar goes that says a draft is back */
  GtkWidget *bar;     /* nullable */
  ValFormRead read;
  ValFormFill fill;
  gpointer first; /* the record as the form was opened with it */
  GCancellable *cancellable;
  guint timer;
  gboolean filling;
  gboolean touched;
} Draft;

static Draft *
get_draft (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DATA_KEY);
}

static void
put (Draft *self, const char *body)
{
  val_store_put_draft_async (val_session_get_store (self->session), self->key, body, NULL, NULL,
                             NULL);
}

static void
write_down (Draft *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *body = NULL;
  gpointer record = self->read (self->window);

  val_record_draft_save (file, GROUP, record);
  body = g_key_file_to_data (file, NULL, NULL);
  put (self, val_record_equal (record, self->first) ? NULL : body);
  val_record_free (record);
}

static gboolean
rest_cb (gpointer data)
{
  Draft *self = data;

  self->timer = 0;
  write_down (self);
  return G_SOURCE_REMOVE;
}

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->session);
  val_record_free (self->first);
  g_free (self->key);
  g_free (self);
}

/* Closed without saving: what was typed is kept for the next time. */
static gboolean
close_cb (GtkWindow *window, Draft *self)
{
  if (self->timer != 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      write_down (self);
    }
  return FALSE;
}

static void
destroy_cb (GtkWindow *window, Draft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static void
hide_bar (Draft *self)
{
  if (self->bar != NULL)
    gtk_widget_set_visible (self->bar, FALSE);
}

static void
fill (Draft *self, gconstpointer record)
{
  self->filling = TRUE;
  self->fill (self->window, record);
  self->filling = FALSE;
}

static void
discard_cb (GtkButton *button, Draft *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  fill (self, self->first);
  put (self, NULL);
  hide_bar (self);
}

static void
show_bar (Draft *self)
{
  GtkWidget *label = gtk_label_new (_("This was not saved last time. Go on where you stopped."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Discard"));

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->bar, "val-note");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (discard_cb), self);
  gtk_box_append (GTK_BOX (self->bar), label);
  gtk_box_append (GTK_BOX (self->bar), button);
  gtk_box_prepend (GTK_BOX (self->content), self->bar);
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) drafts
      = val_store_read_drafts_finish (VAL_STORE (source), result, &error);
  g_autoptr (GKeyFile) file = NULL;
  Draft *self = data;
  const ValRecord *first;
  const char *body;
  ValRecord *record;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the window is gone */
  body = drafts != NULL ? g_hash_table_lookup (drafts, self->key) : NULL;
  if (body == NULL || self->touched)
    return;
  file = g_key_file_new ();
  first = self->first;
  record = val_record_new (first->type);
  if (g_key_file_load_from_data (file, body, (gsize) -1, G_KEY_FILE_NONE, NULL)
      && val_record_draft_load (file, GROUP, record))
    {
      /* Which record it is, the form knows better than an old draft. */
      record->id = first->id;
      record->person_id = first->person_id;
      record->import_id = first->import_id;
      if (!val_record_equal (record, first))
        {
          fill (self, record);
          show_bar (self);
        }
    }
  val_record_free (record);
}

/**
 * val_form_draft_attach:
 * @window: a form, filled
 * @session: the session
 * @key: of the draft
 * @content: the form's column, of val_person_form_build ()
 * @read: what stands in the form
 * @fill: fills the form
 *
 * From now on what stands in the form is kept as a draft whenever typing rests and when the form is
 * closed without saving. A draft that is there comes back, with a way to discard it, unless the
 * user was quicker. Main thread.
 */
void
val_form_draft_attach (GtkWindow *window, ValSession *session, const char *key,
                       GtkWidget *content, ValFormRead read, ValFormFill fill_form)
{
  Draft *self = g_new0 (Draft, 1);

  self->window = window;
  self->session = g_object_ref (session);
  self->key = g_strdup (key);
  self->content = content;
  self->read = read;
  self->fill = fill_form;
  self->first = read (window);
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, self, draft_free);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), self);
  g_signal_connect (window, "destroy", G_CALLBACK (destroy_cb), self);
  val_store_read_drafts_async (val_session_get_store (session), self->cancellable, drafts_cb, self);
}

/**
 * val_form_draft_touch:
 * @window: a form
 *
 * Writes the form down once nothing was typed for a moment.
 */
void
val_form_draft_touch (GtkWindow *window)
{
  Draft *self = get_draft (window);

  if (self == NULL || self->filling)
    return;
  self->touched = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

/**
 * val_form_draft_forget:
 * @window: a form
 *
 * Takes the draft away for good.
 */
void
val_form_draft_forget (GtkWindow *window)
{
  Draft *self = get_draft (window);

  if (self == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  put (self, NULL);
}
