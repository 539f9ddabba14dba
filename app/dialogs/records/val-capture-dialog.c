/* val-capture-dialog.c: a note or thanks, written down within seconds
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-capture-dialog.h"

#include "val-draft-keeper.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-choice.h"
#include "val-person-form.h"
#include "val-text-area.h"
#include "val-wrap-box.h"

#define DRAFT_KEY "capture"
#define DRAFT_GROUP "capture"

struct _ValCaptureDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValDraftKeeper *keeper;
  gint64 asked_for; /* the person the dialog was opened for, or 0 */
  GArray *kinds;    /* of gint64: what the rows of thanks_kind stand for; 0: none */

  GtkWidget *save;
  GtkWidget *hint;
  GtkWidget *picker;
  GtkWidget *person_error;
  GtkWidget *note, *thanks;
  GtkWidget *note_kind, *thanks_kind;
  GtkWidget *text;
  GtkWidget *store_error;
  gboolean setting;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (ValCaptureDialog, val_capture_dialog, ADW_TYPE_WINDOW)

static void
val_capture_dialog_dispose (GObject *object)
{
  ValCaptureDialog *self = VAL_CAPTURE_DIALOG (object);

  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_clear_pointer (&self->kinds, g_array_unref);
  G_OBJECT_CLASS (val_capture_dialog_parent_class)->dispose (object);
}

static gboolean
val_capture_dialog_close_request (GtkWindow *window)
{
  ValCaptureDialog *self = VAL_CAPTURE_DIALOG (window);

  /* What is written is not thrown away by closing: it comes back. */
  if (self->keeper != NULL)
    val_draft_keeper_flush (self->keeper);
  return GTK_WINDOW_CLASS (val_capture_dialog_parent_class)->close_request (window);
}

static void
val_capture_dialog_class_init (ValCaptureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_capture_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = val_capture_dialog_close_request;
}

static void
val_capture_dialog_init (ValCaptureDialog *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
is_thanks (ValCaptureDialog *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->thanks));
}

static gint64
chosen_kind (ValCaptureDialog *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->thanks_kind));

  return at < self->kinds->len ? g_array_index (self->kinds, gint64, at) : 0;
}

static void
select_kind (ValCaptureDialog *self, gint64 id)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, gint64, i) == id)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->thanks_kind), i);
}

/* ---- the draft ---- */

static char *
write_draft (ValCaptureDialog *self)
{
  const char *text = val_text_area_get_text (VAL_TEXT_AREA (self->text));
  g_autoptr (GKeyFile) file = NULL;

  if (*text == '\0')
    return NULL;
  file = g_key_file_new ();
  g_key_file_set_int64 (file, DRAFT_GROUP, "person",
                        val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)));
  g_key_file_set_boolean (file, DRAFT_GROUP, "thanks", is_thanks (self));
  g_key_file_set_integer (
      file, DRAFT_GROUP, "note-kind",
      (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->note_kind)));
  g_key_file_set_int64 (file, DRAFT_GROUP, "thanks-kind", chosen_kind (self));
  g_key_file_set_string (file, DRAFT_GROUP, "text", text);
  return g_key_file_to_data (file, NULL, NULL);
}

static void
keep_draft (ValCaptureDialog *self)
{
  g_autofree char *body = NULL;

  if (self->setting || self->saving || self->keeper == NULL)
    return;
  body = write_draft (self);
  val_draft_keeper_put (self->keeper, body);
  if (body == NULL)
    gtk_widget_set_visible (self->hint, FALSE);
}

static void
changed_cb (ValCaptureDialog *self)
{
  if (!self->setting)
    val_person_form_set_error (self->store_error, NULL, NULL);
  keep_draft (self);
}

static void
draft_failed_cb (ValDraftKeeper *keeper, const GError *error, ValCaptureDialog *self)
{
  val_person_form_set_error (self->store_error, NULL, error->message);
}

static void
take_draft (ValCaptureDialog *self, const char *body)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gint64 person;
  int kind;

  if (!g_key_file_load_from_data (file, body, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return;
  text = g_key_file_get_string (file, DRAFT_GROUP, "text", NULL);
  if (text == NULL)
    return;
  self->setting = TRUE;
  person = g_key_file_get_int64 (file, DRAFT_GROUP, "person", NULL);
  if (person != 0)
    val_person_picker_set_person (VAL_PERSON_PICKER (self->picker), person);
  if (g_key_file_get_boolean (file, DRAFT_GROUP, "thanks", NULL))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->thanks), TRUE);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->note), TRUE);
  kind = g_key_file_get_integer (file, DRAFT_GROUP, "note-kind", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->note_kind),
                              (guint) CLAMP (kind, 0, VAL_N_NOTE_KINDS - 1));
  select_kind (self, g_key_file_get_int64 (file, DRAFT_GROUP, "thanks-kind", NULL));
  val_text_area_set_text (VAL_TEXT_AREA (self->text), text);
  self->setting = FALSE;
  gtk_widget_set_visible (self->hint, TRUE);
  gtk_widget_grab_focus (
      val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)) != 0 ? self->text
                                                                           : self->picker);
}

static char *
draft_key (gint64 person_id)
{
  return person_id != 0 ? g_strdup_printf (DRAFT_KEY ":%" G_GINT64_FORMAT, person_id)
                        : g_strdup (DRAFT_KEY);
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValCaptureDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) drafts = val_store_read_drafts_finish (VAL_STORE (source), result, &error);
  g_autofree char *key = draft_key (self->asked_for);
  const char *body = drafts != NULL ? g_hash_table_lookup (drafts, key) : NULL;

  if (self->session == NULL) /* closed in the meantime */
    return;
  if (body != NULL && *val_text_area_get_text (VAL_TEXT_AREA (self->text)) == '\0')
    take_draft (self, body);
  self->keeper = val_draft_keeper_new (val_session_get_store (self->session), key);
  g_signal_connect (self->keeper, "failed", G_CALLBACK (draft_failed_cb), self);
  if (*val_text_area_get_text (VAL_TEXT_AREA (self->text)) != '\0' && body == NULL)
    keep_draft (self);
}

static void
afresh_cb (GtkButton *button, ValCaptureDialog *self)
{
  val_text_area_set_text (VAL_TEXT_AREA (self->text), "");
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_grab_focus (self->text);
}

/* ---- saving ---- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValCaptureDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) stored
      = val_session_edit_finish (VAL_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  self->saving = FALSE;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (stored == NULL)
    {
      val_person_form_set_error (self->store_error, NULL, error->message);
      keep_draft (self);
      return;
    }
  if (self->keeper != NULL)
    val_draft_keeper_put (self->keeper, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static ValEdit *
make_edit (ValCaptureDialog *self, gint64 person_id, const char *text)
{
  ValDay today = val_session_get_today (self->session);
  g_autofree char *name = NULL;
  ValEdit *edit;
  guint index;

  if (val_dataset_find_person (val_session_get_dataset (self->session), person_id, &index))
    name = val_session_dup_person_name (self->session, index);
  if (is_thanks (self))
    {
      ValRecognition *thanks = val_recognition_new (person_id, today);

      val_set_string (&thanks->text, text);
      thanks->kind_id = chosen_kind (self);
      edit = val_edit_new (N_ ("Thanks saved: %s"), name);
      val_edit_put_record (edit, thanks);
      val_record_free (thanks);
    }
  else
    {
      ValNote *note = val_note_new (person_id, today);

      val_set_string (&note->text, text);
      note->kind = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->note_kind));
      note->at = g_get_real_time () / G_USEC_PER_SEC;
      edit = val_edit_new (N_ ("Note saved: %s"), name);
      val_edit_put_record (edit, note);
      val_record_free (note);
    }
  return edit;
}

static void
save_it (ValCaptureDialog *self)
{
  const char *text = val_text_area_get_text (VAL_TEXT_AREA (self->text));
  g_autoptr (ValEdit) edit = NULL;
  gint64 person_id;

  if (self->saving)
    return;
  val_person_picker_settle (VAL_PERSON_PICKER (self->picker));
  person_id = val_person_picker_get_person (VAL_PERSON_PICKER (self->picker));
  val_person_form_set_error (self->person_error, NULL, NULL);
  val_person_form_set_error (self->store_error, NULL, NULL);
  if (person_id == 0)
    {
      gtk_label_set_text (GTK_LABEL (self->person_error), _("Whom is it about?"));
      gtk_widget_set_visible (self->person_error, TRUE);
      gtk_widget_grab_focus (self->picker);
      return;
    }
  if (*text == '\0')
    {
      val_text_area_set_error (VAL_TEXT_AREA (self->text), _("Write a few words first"));
      return;
    }
  edit = make_edit (self, person_id, text);
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  val_session_edit (self->session, edit, saved_cb, g_object_ref (self));
}

/* ---- building ---- */

static void
chosen_cb (ValPersonPicker *picker, gint64 id, ValCaptureDialog *self)
{
  gtk_widget_grab_focus (self->text);
}

static void
person_cb (ValPersonPicker *picker, GParamSpec *pspec, ValCaptureDialog *self)
{
  if (val_person_picker_get_person (picker) != 0)
    val_person_form_set_error (self->person_error, NULL, NULL);
  changed_cb (self);
}

static void
toggled_cb (GtkToggleButton *button, ValCaptureDialog *self)
{
  gtk_widget_set_visible (self->note_kind, !is_thanks (self));
  gtk_widget_set_visible (self->thanks_kind, is_thanks (self));
  changed_cb (self);
}

/* A letter with Alt chooses, and the text goes on where it was. */
static gboolean
mnemonic_cb (GtkWidget *button, gboolean cycling, ValCaptureDialog *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (val_person_picker_get_person (VAL_PERSON_PICKER (self->picker)) != 0)
    gtk_widget_grab_focus (self->text);
  return TRUE;
}

static GtkWidget *
make_drop_down (ValCaptureDialog *self, GPtrArray *names, const char *label)
{
  GtkWidget *drop_down;

  g_ptr_array_add (names, NULL);
  drop_down = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  val_gtk_label_inside (drop_down, label);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  return drop_down;
}

static GtkWidget *
make_note_kinds (ValCaptureDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int i = 0; i < VAL_N_NOTE_KINDS; i++)
    g_ptr_array_add (names, (char *) val_note_kind_get_label (i));
  return make_drop_down (self, names, _("Kind of note"));
}

static GtkWidget *
make_thanks_kinds (ValCaptureDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gint64 none = 0;

  g_ptr_array_add (names, (char *) C_("recognition", "Said in passing"));
  g_array_append_val (self->kinds, none);
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_KIND); i++)
    {
      const ValKind *kind = val_dataset_record (dataset, VAL_RECORD_KIND, i);

      if (kind->archived)
        continue;
      g_ptr_array_add (names, (char *) val_kind_get_name (kind));
      g_array_append_val (self->kinds, kind->record.id);
    }
  return make_drop_down (self, names, _("Kind of thanks"));
}

static GtkWidget *
make_choice (ValCaptureDialog *self)
{
  GtkWidget *row = val_wrap_box_new (12);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  /* Translators: Alt and the marked letter chooses; keep it apart from those of Cancel and Save */
  self->note = gtk_toggle_button_new_with_mnemonic (C_("capture", "_Note"));
  self->thanks = gtk_toggle_button_new_with_mnemonic (C_("capture", "_Thanks"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->thanks), GTK_TOGGLE_BUTTON (self->note));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->note), TRUE);
  g_signal_connect (self->note, "mnemonic-activate", G_CALLBACK (mnemonic_cb), self);
  g_signal_connect (self->thanks, "mnemonic-activate", G_CALLBACK (mnemonic_cb), self);
  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (linked), self->note);
  gtk_box_append (GTK_BOX (linked), self->thanks);
  self->note_kind = make_note_kinds (self);
  self->thanks_kind = make_thanks_kinds (self);
  gtk_widget_set_visible (self->thanks_kind, FALSE);
  val_wrap_box_append (VAL_WRAP_BOX (row), linked);
  val_wrap_box_append (VAL_WRAP_BOX (row), self->note_kind);
  val_wrap_box_append (VAL_WRAP_BOX (row), self->thanks_kind);
  g_signal_connect (self->thanks, "toggled", G_CALLBACK (toggled_cb), self);
  return row;
}

static GtkWidget *
make_error (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static GtkWidget *
make_hint (ValCaptureDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("You were writing this before. Nothing of it was lost."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Start _Afresh"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (afresh_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "val-note");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
make_caption (void)
{
  GtkWidget *label = gtk_label_new (_("The person may one day read this. Ctrl+Enter saves it."));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
build (ValCaptureDialog *self)
{
  GtkWidget *content, *person = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  val_person_form_build (GTK_WINDOW (self), _("Write Down"), _("_Save"), &self->save, &content);
  gtk_box_set_spacing (GTK_BOX (content), 12);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_it), self);
  self->hint = make_hint (self);
  self->picker = val_person_choice_new (self->session);
  self->person_error = make_error ();
  self->store_error = make_error ();
  self->text = val_text_area_new (_("Text"), FALSE);
  val_text_area_set_lines (VAL_TEXT_AREA (self->text), 7);
  gtk_box_append (GTK_BOX (content), self->hint);
  gtk_box_append (GTK_BOX (content), self->store_error);
  gtk_box_append (GTK_BOX (person), self->picker);
  gtk_box_append (GTK_BOX (person), self->person_error);
  gtk_box_append (GTK_BOX (content), person);
  gtk_box_append (GTK_BOX (content), make_choice (self));
  gtk_box_append (GTK_BOX (content), self->text);
  gtk_box_append (GTK_BOX (content), make_caption ());
  g_signal_connect (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->picker, "notify::person-id", G_CALLBACK (person_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "submit", G_CALLBACK (save_it), self);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 540);
}

static ValCaptureDialog *
find_open (ValSession *session)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (VAL_IS_CAPTURE_DIALOG (window) && VAL_CAPTURE_DIALOG (window)->session == session)
        return VAL_CAPTURE_DIALOG (window);
    }
  return NULL;
}

/**
 * val_capture_dialog_present:
 * @parent: the window it stands over
 * @session: the session
 * @person_id: whom it is about; 0: asks
 * @type: %VAL_RECORD_NOTE or %VAL_RECORD_RECOGNITION
 *
 * Shows the dialog, or the one that is open already. What is typed in it is kept as a draft within
 * a second; it goes when the note is stored. Main thread.
 */
void
val_capture_dialog_present (GtkWindow *parent, ValSession *session, gint64 person_id,
                            ValRecordType type)
{
  ValCaptureDialog *self;

  g_return_if_fail (VAL_IS_SESSION (session));
  if (val_session_get_dataset (session) == NULL)
    return;
  self = find_open (session);
  if (self != NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  self = g_object_new (VAL_TYPE_CAPTURE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->asked_for = person_id;
  self->setting = TRUE;
  build (self);
  if (person_id != 0)
    val_person_picker_set_person (VAL_PERSON_PICKER (self->picker), person_id);
  if (type == VAL_RECORD_RECOGNITION)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->thanks), TRUE);
  self->setting = FALSE;
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (person_id != 0 ? self->text : self->picker);
  val_store_read_drafts_async (val_session_get_store (session), NULL, drafts_cb,
                               g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * val_capture_dialog_is_draft:
 * @key: of a draft
 * @ret_person_id: (out): for whom the dialog was opened, or 0
 *
 * Returns: whether the draft is of this dialog
 */
gboolean
val_capture_dialog_is_draft (const char *key, gint64 *ret_person_id)
{
  *ret_person_id = 0;
  if (g_str_equal (key, DRAFT_KEY))
    return TRUE;
  if (!g_str_has_prefix (key, DRAFT_KEY ":"))
    return FALSE;
  *ret_person_id = g_ascii_strtoll (key + strlen (DRAFT_KEY ":"), NULL, 10);
  return *ret_person_id > 0;
}
