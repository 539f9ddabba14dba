/* val-recognition-dialog.c: writing down a thank-you, given or promised
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-recognition-dialog.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-kinds-dialog.h"
#include "val-number-spin.h"
#include "val-person-form.h"
#include "val-record-form.h"
#include "val-text-area.h"
#include "val-thanks-card.h"
#include "val-thanks-mail.h"
#include "val-wrap-box.h"
#include "val-wrap-row.h"

#define VAL_TYPE_RECOGNITION_DIALOG (val_recognition_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValRecognitionDialog, val_recognition_dialog, VAL, RECOGNITION_DIALOG,
                      AdwWindow)

#define MAX_COST 1000000
/* The newest thanks of the centre; their values are suggested, each once. */
#define N_LOOKED_AT 300
#define N_SUGGESTED 12

enum
{
  GIVEN = 1,
  PROMISED,
};

/**
 * ValRecognitionDialog:
 *
 * Thanks as a form: what for comes first. The e-mail and the card are written from what stands in
 * the form, so that they can be made before it is saved.
 */
struct _ValRecognitionDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValRecognition *recognition; /* as it was opened */
  gulong changed_id;
  GCancellable *cancellable;

  GtkWidget *save;
  GtkWidget *text, *remark;
  GtkWidget *day, *due, *due_row;
  GtkWidget *value, *values; /* the entry, and the button with those used before */
  GtkWidget *cost;
  ValRecordChoice kind, state, rule;
  GtkWidget *said; /* what came of the card */
  GtkWidget *error, *more_error;
};

G_DEFINE_FINAL_TYPE (ValRecognitionDialog, val_recognition_dialog, ADW_TYPE_WINDOW)

static void
val_recognition_dialog_dispose (GObject *object)
{
  ValRecognitionDialog *self = VAL_RECOGNITION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->session != NULL)
    g_clear_signal_handler (&self->changed_id, self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->recognition, val_record_free);
  G_OBJECT_CLASS (val_recognition_dialog_parent_class)->dispose (object);
}

static void
val_recognition_dialog_finalize (GObject *object)
{
  ValRecognitionDialog *self = VAL_RECOGNITION_DIALOG (object);

  val_record_choice_clear (&self->kind);
  val_record_choice_clear (&self->state);
  val_record_choice_clear (&self->rule);
  G_OBJECT_CLASS (val_recognition_dialog_parent_class)->finalize (object);
}

static void
val_recognition_dialog_class_init (ValRecognitionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_recognition_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_recognition_dialog_finalize;
}

static void
val_recognition_dialog_init (ValRecognitionDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

/* ---- The form and the record ---- */

static gpointer
read_form (GtkWindow *window)
{
  ValRecognitionDialog *self = VAL_RECOGNITION_DIALOG (window);
  ValRecognition *draft = val_record_copy (self->recognition);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  g_autofree char *value = val_person_form_dup_entry (self->value);

  draft->kind_id = val_record_choice_get (&self->kind);
  draft->rule_id = val_record_choice_get (&self->rule);
  draft->promised = val_record_choice_get (&self->state) == PROMISED;
  if (day != VAL_DAY_NONE)
    draft->day = day;
  draft->due_day = draft->promised ? val_date_entry_get_day (VAL_DATE_ENTRY (self->due))
                                   : self->recognition->due_day;
  val_set_string (&draft->text, val_text_area_get_text (VAL_TEXT_AREA (self->text)));
  val_set_string (&draft->remark, val_text_area_get_text (VAL_TEXT_AREA (self->remark)));
  val_set_string (&draft->value, value);
  draft->cost = val_number_spin_get (self->cost);
  return draft;
}

static void
show_what_fits (ValRecognitionDialog *self)
{
  gtk_widget_set_visible (self->due_row, val_record_choice_get (&self->state) == PROMISED);
}

static void
fill_form (GtkWindow *window, gconstpointer record)
{
  ValRecognitionDialog *self = VAL_RECOGNITION_DIALOG (window);
  const ValRecognition *draft = record;

  val_record_choice_set (&self->kind, draft->kind_id);
  val_record_choice_set (&self->rule, draft->rule_id);
  val_record_choice_set (&self->state, draft->promised ? PROMISED : GIVEN);
  val_date_entry_set_day (VAL_DATE_ENTRY (self->day), draft->day);
  val_date_entry_set_day (VAL_DATE_ENTRY (self->due), draft->due_day);
  gtk_editable_set_text (GTK_EDITABLE (self->value), draft->value);
  val_number_spin_set (self->cost, (gint32) MIN (draft->cost, (gint64) MAX_COST * 1000));
  val_text_area_set_text (VAL_TEXT_AREA (self->text), draft->text);
  val_text_area_set_text (VAL_TEXT_AREA (self->remark), draft->remark);
  show_what_fits (self);
}

static gboolean
is_ready (ValRecognitionDialog *self)
{
  return self->session != NULL && self->more_error != NULL;
}

static void
changed_cb (ValRecognitionDialog *self)
{
  if (!is_ready (self))
    return;
  show_what_fits (self);
  val_form_draft_touch (GTK_WINDOW (self));
}

/* What was promised and is given counts on the day it is given. */
static void
state_cb (ValRecognitionDialog *self)
{
  if (!is_ready (self))
    return;
  if (self->recognition->promised && val_record_choice_get (&self->state) == GIVEN)
    val_date_entry_set_day (VAL_DATE_ENTRY (self->day), val_session_get_today (self->session));
  changed_cb (self);
}

/* A rule says how it is thanked and what that costs. */
static void
rule_cb (ValRecognitionDialog *self)
{
  const ValRule *rule;

  if (!is_ready (self))
    return;
  rule = val_dataset_find_record (val_session_get_dataset (self->session), VAL_RECORD_RULE,
                                  val_record_choice_get (&self->rule));
  if (rule != NULL && rule->kind_id != 0)
    val_record_choice_set (&self->kind, rule->kind_id);
  if (rule != NULL && val_number_spin_get (self->cost) == 0)
    val_number_spin_set (self->cost, (gint32) MIN (rule->cost, (gint64) MAX_COST * 1000));
  changed_cb (self);
}

/* ---- Saving ---- */

static gboolean
check (ValRecognitionDialog *self, const ValRecognition *draft)
{
  g_autoptr (GError) error = NULL;

  val_person_form_set_error (self->error, NULL, NULL);
  val_person_form_set_error (self->more_error, NULL, NULL);
  if (val_record_validate (draft, &error))
    return TRUE;
  val_text_area_set_error (VAL_TEXT_AREA (self->text), error->message);
  return FALSE;
}

static void
save_cb (ValRecognitionDialog *self)
{
  g_autoptr (ValEdit) edit = NULL;
  g_autofree char *name = NULL;
  ValRecognition *draft;

  if (!gtk_widget_get_sensitive (self->save))
    return; /* on its way */
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->cost));
  draft = read_form (GTK_WINDOW (self));
  if (check (self, draft))
    {
      name = val_record_form_dup_name (self->session, draft->record.person_id);
      /* Translators: %s is who was thanked */
      edit = val_edit_new (draft->promised ? N_("Thanks promised: %s") : N_("Thanks saved: %s"),
                           name);
      val_edit_put_record (edit, draft);
      val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
    }
  val_record_free (draft);
}

static void
delete_cb (ValRecognitionDialog *self)
{
  g_autofree char *name
      = val_record_form_dup_name (self->session, self->recognition->record.person_id);
  /* Translators: %s is who was thanked */
  g_autoptr (ValEdit) edit = val_edit_new (N_("Thanks deleted: %s"), name);

  val_edit_delete_record (edit, VAL_RECORD_RECOGNITION, self->recognition->record.id);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

/* ---- Beside the form ---- */

static void
mail_cb (ValRecognitionDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValRecognition *draft = read_form (GTK_WINDOW (self));
  guint index;

  if (val_dataset_find_person (dataset, draft->record.person_id, &index))
    {
      g_autofree char *uri = val_thanks_mail_uri (val_dataset_person (dataset, index), draft);

      val_gtk_show_uri (GTK_WIDGET (self), uri);
    }
  val_record_free (draft);
}

static void
card_done_cb (GtkWindow *window, const char *sentence, gboolean is_bad)
{
  ValRecognitionDialog *self = VAL_RECOGNITION_DIALOG (window);

  if (self->session == NULL)
    return; /* closed in the meantime */
  gtk_label_set_text (GTK_LABEL (self->said), sentence);
  gtk_widget_set_visible (self->said, TRUE);
  if (is_bad)
    gtk_widget_add_css_class (self->said, "error");
  else
    gtk_widget_remove_css_class (self->said, "error");
}

static void
card_cb (ValRecognitionDialog *self)
{
  ValRecognition *draft = read_form (GTK_WINDOW (self));

  val_thanks_card_save (GTK_WINDOW (self), self->session, draft, card_done_cb);
  val_record_free (draft);
}

static void
print_cb (ValRecognitionDialog *self)
{
  ValRecognition *draft = read_form (GTK_WINDOW (self));

  val_thanks_card_print (GTK_WINDOW (self), self->session, draft, card_done_cb);
  val_record_free (draft);
}

static void
kinds_cb (ValRecognitionDialog *self)
{
  val_kinds_dialog_present (GTK_WINDOW (self), self->session);
}

static void
fill_kinds (ValRecognitionDialog *self)
{
  g_autoptr (GPtrArray) kinds = val_recognition_kinds (val_session_get_dataset (self->session),
                                                       self->recognition->kind_id);

  for (guint i = 0; i < kinds->len; i++)
    {
      const ValKind *kind = kinds->pdata[i];

      val_record_choice_add (&self->kind, kind->record.id, val_kind_get_name (kind));
    }
}

/* Kinds may have been edited meanwhile; what is chosen stays chosen. */
static void
session_changed_cb (ValSession *session, guint tables, ValRecognitionDialog *self)
{
  gint64 chosen;

  if (!(tables & VAL_TABLE_PROGRAMME) || val_session_get_dataset (session) == NULL)
    return;
  chosen = val_record_choice_get (&self->kind);
  val_record_choice_empty (&self->kind);
  fill_kinds (self);
  val_record_choice_set (&self->kind, chosen);
}

static void
suggestion_cb (GtkListBox *list, GtkListBoxRow *row, ValRecognitionDialog *self)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  gtk_editable_set_text (GTK_EDITABLE (self->value), gtk_label_get_text (GTK_LABEL (label)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->values));
  gtk_widget_grab_focus (self->value);
}

static void
suggestions_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  ValRecognitionDialog *self = data;
  GtkWidget *list;

  if (records == NULL)
    return; /* closed; or no suggestions, which nobody needs to hear of */
  list = g_object_get_data (G_OBJECT (self->values), "val-list");
  for (guint i = 0; i < records->len && g_hash_table_size (seen) < N_SUGGESTED; i++)
    {
      const ValRecognition *other = records->pdata[i];
      GtkWidget *label;

      if (*other->value == '\0' || !g_hash_table_add (seen, other->value))
        continue;
      label = gtk_label_new (other->value);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_widget_set_visible (self->values, g_hash_table_size (seen) > 0);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const ValEvent *first = a;
  const ValEvent *second = b;

  return (second->day > first->day) - (second->day < first->day);
}

/* Looks up what the newest thanks of the centre stood for. */
static void
read_suggestions (ValRecognitionDialog *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GArray) newest = g_array_new (FALSE, FALSE, sizeof (ValEvent));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValEvents *events = val_dataset_events (dataset, i);

      for (guint j = 0; events != NULL && j < events->n; j++)
        if (events->events[j].type == VAL_RECORD_RECOGNITION)
          g_array_append_val (newest, events->events[j]);
    }
  g_array_sort (newest, compare_newest);
  for (guint i = 0; i < MIN (newest->len, N_LOOKED_AT); i++)
    {
      gint64 id = g_array_index (newest, ValEvent, i).id;

      g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    val_store_read_records_async (val_session_get_store (self->session), VAL_RECORD_RECOGNITION,
                                  ids, self->cancellable, suggestions_read_cb, self);
}

/* ---- Building ---- */

static void
build_value (ValRecognitionDialog *self, GtkWidget *group)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->value = val_person_form_entry (group, _("Company value that it shows"), "");
  g_signal_connect_swapped (self->value, "changed", G_CALLBACK (changed_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_widget_add_css_class (list, "val-choices");
  g_signal_connect (list, "row-activated", G_CALLBACK (suggestion_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  self->values = gtk_menu_button_new ();
  g_object_set_data (G_OBJECT (self->values), "val-list", list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->values), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->values), "pan-down-symbolic");
  val_gtk_label_button (self->values, _("Values used before"));
  val_gtk_label_inside (self->values, _("Values used before"));
  gtk_widget_set_valign (self->values, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->values, "flat");
  gtk_widget_set_visible (self->values, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->value), self->values);
}

static void
build_first (ValRecognitionDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_record_form_first_group (content, self->session,
                                                  self->recognition->record.person_id);
  ValDay today = val_session_get_today (self->session);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  val_record_choice_init (&self->kind, group, C_("recognition", "Kind"), NULL,
                          G_CALLBACK (changed_cb), self);
  val_gtk_label_button (edit, _("Edit the Kinds of Recognition"));
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (edit, "flat");
  g_signal_connect_swapped (edit, "clicked", G_CALLBACK (kinds_cb), self);
  val_wrap_row_add (self->kind.row, edit);
  fill_kinds (self);
  val_record_choice_init (&self->state, group, C_("recognition", "State"), NULL,
                          G_CALLBACK (state_cb), self);
  val_record_choice_add (&self->state, GIVEN, C_("recognition", "Given"));
  val_record_choice_add (&self->state, PROMISED, C_("recognition", "Promised, not given yet"));
  self->day = val_person_form_date (group, C_("recognition", "Date"), VAL_DAY_NONE, today);
  g_signal_connect_swapped (self->day, "notify::day", G_CALLBACK (changed_cb), self);
  self->due = val_person_form_date (group, _("Promised for"), VAL_DAY_NONE, today);
  self->due_row = gtk_widget_get_ancestor (self->due, ADW_TYPE_ACTION_ROW);
  g_signal_connect_swapped (self->due, "notify::day", G_CALLBACK (changed_cb), self);
  self->error = val_person_form_error (group);
}

static void
add_action (ValRecognitionDialog *self, GtkWidget *box, const char *label, const char *tooltip,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  val_wrap_box_append (VAL_WRAP_BOX (box), button);
}

static void
build_actions (ValRecognitionDialog *self, GtkWidget *content)
{
  GtkWidget *box = val_wrap_box_new (6);

  add_action (self, box, _("Write _E-Mail"),
              _("Opens your e-mail program with the thanks written"), G_CALLBACK (mail_cb));
  add_action (self, box, _("Sa_ve Card…"),
              _("An A6 card as PDF, with room for a few handwritten words"), G_CALLBACK (card_cb));
  add_action (self, box, _("_Print Card…"), _("Prints the A6 card"), G_CALLBACK (print_cb));
  gtk_box_append (GTK_BOX (content), box);
  self->said = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->said), 0);
  gtk_label_set_wrap (GTK_LABEL (self->said), TRUE);
  gtk_widget_set_visible (self->said, FALSE);
  gtk_box_append (GTK_BOX (content), self->said);
}

static void
build_more (ValRecognitionDialog *self, GtkWidget *content)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  GtkWidget *group = val_person_form_group (content, _("Details"), NULL);
  GtkWidget *row = adw_action_row_new ();

  build_value (self, group);
  self->cost = val_number_spin_new_money (MAX_COST, 10000);
  gtk_widget_set_valign (self->cost, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Cost"));
  gtk_widget_set_focusable (row, FALSE);
  val_gtk_set_accessible_label (self->cost, _("Cost"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->cost);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (self->cost, "value-changed", G_CALLBACK (changed_cb), self);
  val_record_choice_init (&self->rule, group, _("Rule of the programme"), C_("rule", "None"),
                          G_CALLBACK (rule_cb), self);
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_RULE); i++)
    {
      const ValRule *rule = val_dataset_record (dataset, VAL_RECORD_RULE, i);

      if (!rule->suspended || rule->record.id == self->recognition->rule_id)
        val_record_choice_add (&self->rule, rule->record.id, rule->name);
    }
  gtk_widget_set_visible (self->rule.row, self->rule.ids->len > 1);
  self->remark = val_record_form_area (content, _("_Remark of my own"), TRUE,
                                       G_CALLBACK (changed_cb), G_CALLBACK (save_cb), self);
  group = val_person_form_group (content, NULL, NULL);
  self->more_error = val_person_form_error (group);
}

/**
 * val_recognition_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @recognition: what is changed, or with id 0 what new thanks begin with; copied
 *
 * Opens the form of a thank-you. Ctrl+Enter saves, Escape closes. Main thread.
 */
void
val_recognition_dialog_present (GtkWindow *parent, ValSession *session,
                                const ValRecognition *recognition)
{
  ValRecognitionDialog *self;
  gint64 id = recognition->record.id;
  GtkWidget *content;

  if (id > 0 && !val_record_form_may_open (parent, session))
    return;
  self = g_object_new (VAL_TYPE_RECOGNITION_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->recognition = val_record_copy (recognition);
  val_person_form_build (GTK_WINDOW (self), id > 0 ? _("Edit Thanks") : _("New Thanks"),
                         _("_Save"), &self->save, &content);
  build_first (self, content);
  self->text = val_record_form_area (content, _("_What for"), FALSE,
                                     G_CALLBACK (changed_cb), G_CALLBACK (save_cb), self);
  build_actions (self, content);
  build_more (self, content);
  if (id > 0)
    g_signal_connect_swapped (val_record_form_delete (content, _("_Delete Thanks")), "clicked",
                              G_CALLBACK (delete_cb), self);
  fill_form (GTK_WINDOW (self), recognition);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  self->changed_id
      = g_signal_connect (session, "changed", G_CALLBACK (session_changed_cb), self);
  val_record_form_keep_draft (GTK_WINDOW (self), session, "thanks", &recognition->record, content,
                              read_form, fill_form);
  read_suggestions (self);
  val_record_form_present (GTK_WINDOW (self), parent, self->text);
}
