/* val-coaching-dialog.c: a specialist's coaching programme, phase by phase
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-coaching-dialog.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-mentoring-window.h"
#include "val-person-form.h"
#include "val-text-area.h"

#define VAL_TYPE_COACHING_DIALOG (val_coaching_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValCoachingDialog, val_coaching_dialog, VAL, COACHING_DIALOG, AdwWindow)

/**
 * ValCoachingDialog:
 *
 * The phases of one person's programme: helping colleagues or contact with customers first, one at
 * a time; then both together; then empathy, communication, relations and coaching others. What one
 * resists is noted for the manager alone. All of it is stored as one change.
 */
struct _ValCoachingDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  gint64 person_id;
  GPtrArray *stored; /* of ValPhase */
  GPtrArray *rows;   /* of PhaseRow */
  GtkWidget *save;
  GtkWidget *group;
  GtkWidget *empty;
  GtkWidget *add;
  GtkWidget *together;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValCoachingDialog, val_coaching_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  ValCoachingDialog *dialog; /* not owned */
  gint64 id;                 /* 0: new */
  GtkWidget *row;
  GtkWidget *kind, *day, *end_day, *text, *resistance;
} PhaseRow;

static void
val_coaching_dialog_dispose (GObject *object)
{
  ValCoachingDialog *self = VAL_COACHING_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  G_OBJECT_CLASS (val_coaching_dialog_parent_class)->dispose (object);
}

static void
val_coaching_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (VAL_COACHING_DIALOG (object)->rows);
  G_OBJECT_CLASS (val_coaching_dialog_parent_class)->finalize (object);
}

static void
val_coaching_dialog_class_init (ValCoachingDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_coaching_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = val_coaching_dialog_finalize;
}

static void
val_coaching_dialog_init (ValCoachingDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static ValPhase *
read_row (const PhaseRow *row)
{
  ValPhase *phase = val_record_new (VAL_RECORD_PHASE);

  phase->record.id = row->id;
  phase->record.person_id = row->dialog->person_id;
  phase->kind = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row->kind));
  phase->day = val_date_entry_get_day (VAL_DATE_ENTRY (row->day));
  phase->end_day = val_date_entry_get_day (VAL_DATE_ENTRY (row->end_day));
  set_text (&phase->text, val_person_form_dup_text (row->text));
  val_set_string (&phase->resistance, val_text_area_get_text (VAL_TEXT_AREA (row->resistance)));
  return phase;
}

static GPtrArray *
read_form (ValCoachingDialog *self)
{
  GPtrArray *phases = g_ptr_array_new_with_free_func (val_record_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (phases, read_row (self->rows->pdata[i]));
  return phases;
}

/* Helping colleagues and contact with customers are learned one after the other. */
static gboolean
is_first (const ValPhase *phase)
{
  return phase->kind == VAL_PHASE_COLLEAGUES || phase->kind == VAL_PHASE_CUSTOMERS;
}

static gboolean
overlap (const ValPhase *a, const ValPhase *b)
{
  ValDay a_end = a->end_day == VAL_DAY_NONE ? G_MAXINT32 : a->end_day;
  ValDay b_end = b->end_day == VAL_DAY_NONE ? G_MAXINT32 : b->end_day;

  return a->day < b_end && b->day < a_end;
}

static gboolean
refuse (ValCoachingDialog *self, PhaseRow *row, GtkWidget *field, const char *sentence)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), TRUE);
  val_person_form_set_error (self->error, field, sentence);
  return FALSE;
}

static gboolean
check (ValCoachingDialog *self, GPtrArray *phases)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const ValPhase *phase = phases->pdata[i];
      PhaseRow *row = self->rows->pdata[i];

      val_person_form_clear_field (row->day);
      val_person_form_clear_field (row->end_day);
      if (phase->day == VAL_DAY_NONE)
        return refuse (self, row, row->day, _("Say when the phase begins"));
      if (phase->end_day != VAL_DAY_NONE && phase->end_day < phase->day)
        return refuse (self, row, row->end_day, _("A phase cannot end before it begins"));
      for (guint j = 0; is_first (phase) && j < i; j++)
        {
          const ValPhase *other = phases->pdata[j];

          if (is_first (other) && other->kind != phase->kind && overlap (phase, other))
            return refuse (self, row, row->day,
                           _("Helping colleagues and contact with customers come one at a time: "
                             "end the one before the other begins"));
        }
    }
  return TRUE;
}

static const ValPhase *
find_stored (ValCoachingDialog *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->stored->len; i++)
    if (((ValPhase *) self->stored->pdata[i])->record.id == id)
      return self->stored->pdata[i];
  return NULL;
}

static ValEdit *
new_edit (ValCoachingDialog *self, GPtrArray *phases)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *name = NULL;
  ValEdit *edit;
  guint index;

  if (val_dataset_find_person (dataset, self->person_id, &index))
    name = val_session_dup_person_name (self->session, index);
  /* Translators: %s is a person */
  edit = val_edit_new (N_ ("Coaching programme saved: %s"), name);
  for (guint i = 0; i < phases->len; i++)
    {
      const ValPhase *phase = phases->pdata[i];
      const ValPhase *stored = find_stored (self, phase->record.id);

      if (stored == NULL || !val_record_equal (stored, phase))
        val_edit_put_record (edit, phase);
    }
  for (guint i = 0; i < self->stored->len; i++)
    {
      gint64 id = ((ValPhase *) self->stored->pdata[i])->record.id;
      gboolean kept = FALSE;

      for (guint j = 0; j < phases->len; j++)
        kept = kept || ((ValPhase *) phases->pdata[j])->record.id == id;
      if (!kept)
        val_edit_delete_record (edit, VAL_RECORD_PHASE, id);
    }
  return edit;
}

static void
save_cb (GtkButton *button, ValCoachingDialog *self)
{
  g_autoptr (GPtrArray) phases = read_form (self);
  g_autoptr (ValEdit) edit = NULL;

  val_person_form_set_error (self->error, NULL, NULL);
  if (self->stored == NULL || !check (self, phases))
    return;
  edit = new_edit (self, phases);
  if (val_edit_n_ops (edit) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

/* ---- One phase -------------------------------------------------------------------------------- */

static void
describe (PhaseRow *row)
{
  ValPhase *phase = read_row (row);
  ValDay today = val_session_get_today (row->dialog->session);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *sentence = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row),
                                 val_phase_kind_get_label (phase->kind));
  if (phase->day != VAL_DAY_NONE)
    from = val_format_date (phase->day, VAL_DATE_MEDIUM, today);
  if (phase->end_day != VAL_DAY_NONE)
    to = val_format_date (phase->end_day, VAL_DATE_MEDIUM, today);
  if (from != NULL && to != NULL)
    /* Translators: first and last day of a phase */
    sentence = g_strdup_printf (C_ ("phase", "%1$s – %2$s"), from, to);
  else if (from != NULL)
    /* Translators: a phase that goes on; %s is its first day */
    sentence = g_strdup_printf (C_ ("phase", "goes on, since %s"), from);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), sentence != NULL ? sentence : "");
  val_record_free (phase);
}

static void
show_empty (ValCoachingDialog *self)
{
  gtk_widget_set_visible (self->empty, self->rows->len == 0);
  gtk_widget_set_visible (self->together, self->rows->len > 0);
}

static void
remove_cb (GtkButton *button, PhaseRow *row)
{
  ValCoachingDialog *self = row->dialog;

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), row->row);
  g_ptr_array_remove (self->rows, row);
  show_empty (self);
  gtk_widget_grab_focus (self->add);
}

static void
add_box (PhaseRow *row, GtkWidget *child)
{
  GtkWidget *holder = adw_preferences_row_new ();

  gtk_widget_set_margin_top (child, 9);
  gtk_widget_set_margin_bottom (child, 9);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), holder);
}

static PhaseRow *
add_phase (ValCoachingDialog *self, const ValPhase *phase)
{
  PhaseRow *row = g_new0 (PhaseRow, 1);
  ValDay today = val_session_get_today (self->session);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove the Phase"));

  for (int i = 0; i < VAL_N_PHASE_KINDS; i++)
    g_ptr_array_add (kinds, (gpointer) val_phase_kind_get_label (i));
  g_ptr_array_add (kinds, NULL);
  row->dialog = self;
  row->id = phase->record.id;
  row->row = adw_expander_row_new ();
  row->kind = val_person_form_choice (row->row, C_ ("phase", "What is trained"),
                                      (const char *const *) kinds->pdata, (guint) phase->kind);
  row->day = val_person_form_date (row->row, C_ ("phase", "Begins"), phase->day, today);
  row->end_day = val_person_form_date (row->row, C_ ("phase", "Ended"), phase->end_day, today);
  row->text = val_person_form_text (row->row, _("How, and with whom"), phase->text);
  row->resistance = val_text_area_new (_("Resistance"), TRUE);
  val_text_area_set_lines (VAL_TEXT_AREA (row->resistance), 2);
  val_text_area_set_text (VAL_TEXT_AREA (row->resistance), phase->resistance);
  add_box (row, row->resistance);
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  add_box (row, remove);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), row);
  g_signal_connect_swapped (row->kind, "notify::selected", G_CALLBACK (describe), row);
  g_signal_connect_swapped (row->day, "notify::day", G_CALLBACK (describe), row);
  g_signal_connect_swapped (row->end_day, "notify::day", G_CALLBACK (describe), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row->row);
  g_ptr_array_add (self->rows, row);
  describe (row);
  show_empty (self);
  return row;
}

/* What comes after what there is. */
static int
next_kind (ValCoachingDialog *self)
{
  gboolean seen[VAL_N_PHASE_KINDS] = { FALSE };

  for (guint i = 0; i < self->rows->len; i++)
    {
      PhaseRow *row = self->rows->pdata[i];

      seen[MIN (adw_combo_row_get_selected (ADW_COMBO_ROW (row->kind)),
                VAL_N_PHASE_KINDS - 1)] = TRUE;
    }
  for (int i = 0; i < VAL_N_PHASE_KINDS; i++)
    if (!seen[i])
      return i;
  return VAL_PHASE_MIXED;
}

static void
add_cb (GtkButton *button, ValCoachingDialog *self)
{
  ValPhase *phase = val_record_new (VAL_RECORD_PHASE);
  PhaseRow *row;

  phase->kind = next_kind (self);
  phase->day = val_session_get_today (self->session);
  row = add_phase (self, phase);
  val_record_free (phase);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->row), TRUE);
  gtk_widget_grab_focus (row->kind);
}

/* A coaching session together with the manager, in the phase that goes on. */
static void
together_cb (GtkButton *button, ValCoachingDialog *self)
{
  ValMentoring *mentoring = val_mentoring_new ();

  val_mentoring_add_person (mentoring, self->person_id);
  mentoring->kind = VAL_MENTORING_KIND_COACHING;
  mentoring->with_manager = TRUE;
  for (guint i = 0; i < self->stored->len; i++)
    if (((ValPhase *) self->stored->pdata[i])->end_day == VAL_DAY_NONE)
      mentoring->phase_id = ((ValPhase *) self->stored->pdata[i])->record.id;
  val_mentoring_window_present (gtk_window_get_transient_for (GTK_WINDOW (self)), self->session,
                                mentoring);
  val_record_free (mentoring);
  gtk_window_close (GTK_WINDOW (self));
}

static int
compare_phases (gconstpointer a, gconstpointer b)
{
  const ValPhase *left = *(ValPhase *const *) a, *right = *(ValPhase *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return left->record.id < right->record.id ? -1 : 1;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValCoachingDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_person_finish (VAL_STORE (source), result, &error);

  if (self->session == NULL) /* closed in the meantime */
    return;
  if (records == NULL)
    {
      val_person_form_set_error (self->error, NULL, error->message);
      return;
    }
  self->stored = g_ptr_array_new_with_free_func (val_record_free);
  for (guint i = 0; i < records->len; i++)
    if (((ValRecord *) records->pdata[i])->type == VAL_RECORD_PHASE)
      g_ptr_array_add (self->stored, val_record_copy (records->pdata[i]));
  g_ptr_array_sort (self->stored, compare_phases);
  for (guint i = 0; i < self->stored->len; i++)
    add_phase (self, self->stored->pdata[i]);
  gtk_widget_set_sensitive (self->add, TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
  gtk_widget_grab_focus (self->add);
}

static void
build (ValCoachingDialog *self)
{
  GtkWidget *content, *group, *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  val_person_form_build (GTK_WINDOW (self), _("Coaching Programme"), _("_Save"), &self->save,
                         &content);
  self->group = val_person_form_group (
      content, NULL,
      _("First helping colleagues or contact with customers, one at a time; then both together; "
        "then empathy, communication, relations and coaching others."));
  group = val_person_form_group (content, NULL, NULL);
  self->empty = gtk_label_new (_("No phase yet. Begin with the one that comes easier."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  self->add = gtk_button_new_with_mnemonic (_("_Add Phase"));
  self->together = gtk_button_new_with_mnemonic (_("Plan a Session _Together with the Manager"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->together))), TRUE);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_halign (self->together, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->add, FALSE);
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect (self->together, "clicked", G_CALLBACK (together_cb), self);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->empty);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (buttons), self->together);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), buttons);
  self->error = val_person_form_error (group);
  show_empty (self);
}

/**
 * val_coaching_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @person_id: whose programme
 *
 * Reads the phases and shows them; stores them as one change.
 */
void
val_coaching_dialog_present (GtkWindow *parent, ValSession *session, gint64 person_id)
{
  ValCoachingDialog *self = g_object_new (VAL_TYPE_COACHING_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->person_id = person_id;
  build (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  val_store_read_person_async (val_session_get_store (session), person_id, NULL, read_cb,
                               g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
