/* val-agents-view.c: agents of the telephone system and the people they are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-agents-view.h"

#include "val-column.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-performance-words.h"
#include "val-question.h"
#include "val-row.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

#define WIDEST 900
/* More rows than this are not made at once; matched ones come last. */
#define MOST_ROWS 500
/* Of them come with the frame; the others follow while these are read. */
#define AT_ONCE 10

struct _ValAgentsView
{
  AdwBin parent_instance;

  ValPage *page; /* holds this view; NULL when it went while something was worked out */
  ValPerformanceData *data;
  GCancellable *working;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (ValAgentsView, val_agents_view, ADW_TYPE_BIN)

static ValSession *
session_of (ValAgentsView *self)
{
  return val_page_get_session (self->page);
}

/* ---- Counted in a thread ------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *unmatched, *matched; /* of ValContactLabel of the dataset, by name */
  GHashTable *counts; /* contacts by label, GINT_TO_POINTER (id) -> GUINT_TO_POINTER (count) */
} Agents;

static void
agents_free (gpointer data)
{
  Agents *self = data;

  g_ptr_array_unref (self->unmatched);
  g_ptr_array_unref (self->matched);
  g_hash_table_unref (self->counts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Agents, agents_free)

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const ValContactLabel *left = *(const ValContactLabel *const *) a;
  const ValContactLabel *right = *(const ValContactLabel *const *) b;

  return g_utf8_collate (left->name, right->name);
}

static void
sort_labels (Agents *self, ValDataset *dataset)
{
  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      if (label->kind == VAL_LABEL_AGENT)
        g_ptr_array_add (label->record.person_id != 0 ? self->matched : self->unmatched,
                         (gpointer) label);
    }
  g_ptr_array_sort (self->unmatched, compare_labels);
  g_ptr_array_sort (self->matched, compare_labels);
}

static void
count_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const ValPerformanceData *self = data;
  Agents *agents;
  GHashTable *counts;
  gint32 last = 0;
  guint run = 0;

  if (g_task_return_error_if_cancelled (task))
    return;
  agents = g_new0 (Agents, 1);
  agents->unmatched = g_ptr_array_new ();
  agents->matched = g_ptr_array_new ();
  agents->counts = counts = g_hash_table_new (NULL, NULL);
  sort_labels (agents, self->dataset);
  for (guint chunk = 0; chunk < val_contacts_n_chunks (self->contacts)
                        && !g_cancellable_is_cancelled (cancellable);
       chunk++)
    {
      const ValContactColumns *columns = val_contacts_columns (self->contacts, chunk);

      for (guint i = 0; i <= columns->n; i++)
        {
          gint32 agent = i < columns->n ? columns->agent[i] : 0;

          if (i < columns->n && agent == last)
            {
              run++;
              continue;
            }
          if (run > 0)
            g_hash_table_insert (
                counts, GINT_TO_POINTER (last),
                GUINT_TO_POINTER (
                    GPOINTER_TO_UINT (g_hash_table_lookup (counts, GINT_TO_POINTER (last)))
                    + run));
          last = agent;
          run = i < columns->n ? 1 : 0;
        }
    }
  g_task_return_pointer (task, agents, agents_free);
}

/* ---- Shown ------------------------------------------------------------------------------------- */

static void
row_cb (ValRow *row, ValAgentsView *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "val-label");

  val_agent_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            session_of (self), *id);
}

static char *
dup_count (GHashTable *counts, gint64 id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GINT_TO_POINTER ((int) id)));
  g_autofree char *number = val_format_integer (n);

  /* Translators: %s is a number */
  return val_format_replace (ngettext ("%s contact", "%s contacts", n), number);
}

static void
add_row (ValAgentsView *self, GtkWidget *list, ValDataset *dataset, const ValContactLabel *label,
         GHashTable *counts)
{
  GtkWidget *row, *number;
  g_autofree char *name
      = val_performance_label_name (session_of (self), dataset, label->record.id);
  g_autofree char *person
      = label->record.person_id != 0
            ? val_performance_person_name (session_of (self), label->record.person_id)
            : g_strdup (_("matched to nobody"));
  g_autofree char *count = dup_count (counts, label->record.id);

  row = val_row_new (name, person);
  number = gtk_label_new (count);
  gtk_widget_add_css_class (number, "val-number");
  gtk_widget_add_css_class (number, "dim-label");
  val_row_add_after (VAL_ROW (row), number);
  val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "val-label",
                          g_memdup2 (&label->record.id, sizeof label->record.id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_text (ValAgentsView *self, const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

/* What the rows of a list are made from, a few at a time. */
typedef struct
{
  ValAgentsView *view; /* holds the list */
  ValPerformanceData *data;
  GPtrArray *labels; /* of ValContactLabel, of the data */
  GHashTable *counts;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *self = data;

  val_performance_data_unref (self->data);
  g_ptr_array_unref (self->labels);
  g_hash_table_unref (self->counts);
  g_free (self);
}

static void
add_row_cb (GtkWidget *list, guint i, gpointer data)
{
  const Rows *rows = data;

  if (rows->view->page != NULL)
    add_row (rows->view, list, rows->data->dataset, rows->labels->pdata[i], rows->counts);
}

static void
add_list (ValAgentsView *self, GPtrArray *labels, GHashTable *counts, const char *title)
{
  GtkWidget *list;
  Rows *rows;

  if (labels->len == 0)
    return;
  list = gtk_list_box_new ();
  add_text (self, title, "title-4");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, title);
  gtk_box_append (GTK_BOX (self->box), list);
  rows = g_new0 (Rows, 1);
  rows->view = self;
  rows->data = val_performance_data_ref (self->data);
  rows->labels = g_ptr_array_ref (labels);
  rows->counts = g_hash_table_ref (counts);
  val_in_turns (list, MIN (labels->len, MOST_ROWS), AT_ONCE, add_row_cb, rows, rows_free);
}

static void
add_all_cb (GtkButton *button, ValAgentsView *self)
{
  ValDataset *dataset = val_session_get_dataset (session_of (self));
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Agents added as people"), NULL);

  for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *stored = val_dataset_record (dataset, VAL_RECORD_LABEL, i);
      g_autoptr (ValPerson) person = NULL;
      ValContactLabel *label;

      if (stored->kind != VAL_LABEL_AGENT || stored->record.person_id != 0)
        continue;
      person = val_agent_person_new (stored->name);
      label = val_record_copy (stored);
      label->record.person_id = val_edit_put_person (edit, person);
      val_edit_put_record (edit, label);
      val_record_free (label);
    }
  if (val_edit_n_ops (edit) > 0)
    val_session_edit (session_of (self), edit, NULL, NULL);
}

static void
show (ValAgentsView *self, const Agents *agents)
{
  GtkWidget *child, *button;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_text (self,
            agents->unmatched->len + agents->matched->len == 0
                ? _("The agents of imported contacts appear here. Import a file of contacts to "
                    "begin.")
                : _("Agents as the telephone system or help desk writes them, and the people they "
                    "are. Open one to change who it is."),
            "dim-label");
  if (agents->unmatched->len > 0)
    {
      button = gtk_button_new_with_mnemonic (_("_Add All Unmatched Agents as People"));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (add_all_cb), self);
      gtk_box_append (GTK_BOX (self->box), button);
    }
  add_list (self, agents->unmatched, agents->counts, _("Not matched"));
  add_list (self, agents->matched, agents->counts, _("Matched"));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValAgentsView) self = data;
  g_autoptr (Agents) agents = g_task_propagate_pointer (G_TASK (result), NULL);

  if (agents != NULL && self->page != NULL
      && g_task_get_cancellable (G_TASK (result)) == self->working)
    show (self, agents);
}

/**
 * val_agents_view_set_data:
 * @data: what is worked with
 */
void
val_agents_view_set_data (ValAgentsView *self, ValPerformanceData *data)
{
  g_autoptr (GTask) task = NULL;

  val_performance_data_ref (data);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = data;
  val_question_renew (&self->working);
  task = g_task_new (NULL, self->working, counted_cb, g_object_ref (self));
  g_task_set_task_data (task, val_performance_data_ref (data),
                        (GDestroyNotify) val_performance_data_unref);
  g_task_run_in_thread (task, count_thread);
}

static void
val_agents_view_dispose (GObject *object)
{
  ValAgentsView *self = VAL_AGENTS_VIEW (object);

  g_clear_weak_pointer (&self->page);
  val_question_drop (&self->working);
  g_clear_pointer (&self->data, val_performance_data_unref);
  G_OBJECT_CLASS (val_agents_view_parent_class)->dispose (object);
}

static void
val_agents_view_class_init (ValAgentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_agents_view_dispose;
}

static void
val_agents_view_init (ValAgentsView *self)
{
}

/* val_agents_view_new: (transfer floating): @page holds it */
GtkWidget *
val_agents_view_new (ValPage *page)
{
  ValAgentsView *self = g_object_new (VAL_TYPE_AGENTS_VIEW, NULL);

  g_set_weak_pointer (&self->page, page);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), val_column_new (self->box, WIDEST));
  return GTK_WIDGET (self);
}
