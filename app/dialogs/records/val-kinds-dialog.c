/* val-kinds-dialog.c: the kinds of recognition there are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-kinds-dialog.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-recognition-dialog.h"

#define VAL_TYPE_KINDS_DIALOG (val_kinds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValKindsDialog, val_kinds_dialog, VAL, KINDS_DIALOG, AdwWindow)

/**
 * ValKindsDialog:
 *
 * Kinds can be added, renamed, put in another order and put away. One that was used is never
 * deleted: thanks that were given keep their kind.
 */
struct _ValKindsDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  GPtrArray *rows; /* of KindRow, in the order shown */
  GtkWidget *group;
  GtkWidget *save;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValKindsDialog, val_kinds_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  ValKindsDialog *dialog;
  ValKind *kind; /* as it is stored; id 0: new */
  GtkWidget *row;
  GtkWidget *up, *down;
  GtkWidget *used;
} KindRow;

static void
kind_row_free (gpointer data)
{
  KindRow *self = data;

  val_record_free (self->kind);
  g_free (self);
}

static void
val_kinds_dialog_dispose (GObject *object)
{
  ValKindsDialog *self = VAL_KINDS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (val_kinds_dialog_parent_class)->dispose (object);
}

static void
val_kinds_dialog_class_init (ValKindsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_kinds_dialog_dispose;
}

static void
val_kinds_dialog_init (ValKindsDialog *self)
{
  self->rows = g_ptr_array_new_with_free_func (kind_row_free);
}

static void
show_order (ValKindsDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KindRow *row = self->rows->pdata[i];

      gtk_widget_set_sensitive (row->up, i > 0);
      gtk_widget_set_sensitive (row->down, i + 1 < self->rows->len);
    }
}

/* Rows keep their place in the group but for the two that change: both are taken out and put
 * back with all that follow, for a group only appends. */
static void
put_in_order (ValKindsDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self->group);

  for (guint i = 0; i < self->rows->len; i++)
    {
      KindRow *row = self->rows->pdata[i];

      g_object_ref (row->row);
      adw_preferences_group_remove (group, row->row);
      adw_preferences_group_add (group, row->row);
      g_object_unref (row->row);
    }
  show_order (self);
}

static void
move (KindRow *row, int direction)
{
  ValKindsDialog *self = row->dialog;
  guint place, other;
  GtkWidget *button = direction < 0 ? row->up : row->down;

  if (!g_ptr_array_find (self->rows, row, &place))
    return;
  other = direction < 0 ? place - 1 : place + 1;
  if (other >= self->rows->len)
    return;
  self->rows->pdata[place] = self->rows->pdata[other];
  self->rows->pdata[other] = row;
  put_in_order (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (button) ? button : row->row);
}

static void
up_cb (GtkButton *button, KindRow *row)
{
  move (row, -1);
}

static void
down_cb (GtkButton *button, KindRow *row)
{
  move (row, 1);
}

static GtkWidget *
add_button (KindRow *row, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  val_gtk_label_button (button, label);
  g_signal_connect (button, "clicked", callback, row);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row->row), button);
  return button;
}

static KindRow *
add_row (ValKindsDialog *self, const ValKind *kind)
{
  KindRow *row = g_new0 (KindRow, 1);
  const char *name = val_kind_get_name (kind);

  row->dialog = self;
  row->kind = val_record_copy (kind);
  row->row = val_person_form_entry (self->group, _("Kind of recognition"), name);
  row->up = add_button (row, "go-up-symbolic", _("Move Up"), G_CALLBACK (up_cb));
  row->down = add_button (row, "go-down-symbolic", _("Move Down"), G_CALLBACK (down_cb));
  row->used = gtk_switch_new ();
  gtk_widget_set_valign (row->used, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (row->used), !kind->archived);
  val_gtk_label_button (row->used, _("Offered for new thanks"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row->row), row->used);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_cb (ValKindsDialog *self)
{
  ValKind *kind = val_record_new (VAL_RECORD_KIND);
  KindRow *row = add_row (self, kind);

  show_order (self);
  gtk_widget_grab_focus (row->row);
  val_record_free (kind);
}

/* The kind as the row says it; %NULL: a new row that was left empty. */
static ValKind *
read_row (const KindRow *row, guint place)
{
  g_autofree char *name = val_person_form_dup_entry (row->row);
  ValKind *kind = val_record_copy (row->kind);

  /* A name of ours that was left as it was goes on following the language. */
  if (g_strcmp0 (name, val_kind_get_name (kind)) != 0)
    val_set_string (&kind->name, name);
  kind->position = (int) place;
  kind->archived = !gtk_switch_get_active (GTK_SWITCH (row->used));
  if (kind->record.id == 0 && *name == '\0')
    g_clear_pointer (&kind, val_record_free);
  return kind;
}

static void
save_cb (ValKindsDialog *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_("Kinds of recognition changed"), NULL);

  val_person_form_set_error (self->error, NULL, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KindRow *row = self->rows->pdata[i];
      ValKind *kind = read_row (row, i);
      g_autoptr (GError) error = NULL;
      gboolean good = kind == NULL || val_record_validate (kind, &error);

      if (good && kind != NULL
          && (kind->record.id == 0 || !val_record_equal (kind, row->kind)))
        val_edit_put_record (edit, kind);
      g_clear_pointer (&kind, val_record_free);
      if (!good)
        {
          val_person_form_set_error (self->error, row->row, error->message);
          return;
        }
    }
  if (val_edit_n_ops (edit) == 0)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const ValKind *first = *(const ValKind *const *) a;
  const ValKind *second = *(const ValKind *const *) b;

  if (first->position != second->position)
    return first->position - second->position;
  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

/**
 * val_recognition_kinds:
 * @dataset: the newest picture
 * @keep: a kind that is there although it is archived, or 0; -1: all of them
 *
 * Returns: (transfer container) (element-type ValKind): the kinds in their order; they belong to
 *   @dataset
 */
GPtrArray *
val_recognition_kinds (ValDataset *dataset, gint64 keep)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_KIND); i++)
    {
      const ValKind *kind = val_dataset_record (dataset, VAL_RECORD_KIND, i);

      if (!kind->archived || keep == -1 || kind->record.id == keep)
        g_ptr_array_add (kinds, (gpointer) kind);
    }
  g_ptr_array_sort (kinds, compare_kinds);
  return kinds;
}

/**
 * val_kinds_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 *
 * Opens the editor of the kinds of recognition. Main thread.
 */
void
val_kinds_dialog_present (GtkWindow *parent, ValSession *session)
{
  ValKindsDialog *self = g_object_new (VAL_TYPE_KINDS_DIALOG, NULL);
  g_autoptr (GPtrArray) kinds = val_recognition_kinds (val_session_get_dataset (session), -1);
  GtkWidget *content, *add, *group;

  self->session = g_object_ref (session);
  val_person_form_build (GTK_WINDOW (self), _("Kinds of Recognition"), _("_Save"), &self->save,
                         &content);
  self->group = val_person_form_group (
      content, NULL,
      _("Write your own names, put them in your order, and switch off what you do not use."));
  for (guint i = 0; i < kinds->len; i++)
    add_row (self, kinds->pdata[i]);
  show_order (self);
  /* So that names are seen whole on a narrow screen. */
  gtk_widget_add_css_class (self->group, "val-dense");
  group = val_person_form_group (content, NULL, NULL);
  self->error = val_person_form_error (group);
  add = gtk_button_new_with_mnemonic (_("_Add a Kind"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (content), add);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 620);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}
