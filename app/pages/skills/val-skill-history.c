/* val-skill-history.c: everything that was said of one person in one skill
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skill-history.h"

#include "val-field-fault.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-level-spin.h"
#include "val-question.h"
#include "val-text-label.h"

struct _ValSkillHistory
{
  GtkPopover parent_instance;

  ValSession *session;
  ValSkillsModel *model;
  gint64 person_id;
  gint64 skill_id;
  char *name; /* person and skill */
  GCancellable *cancellable;
  GtkWidget *list;
  GtkWidget *message;
  GtkWidget *level;
  GtkWidget *remark;
};

G_DEFINE_FINAL_TYPE (ValSkillHistory, val_skill_history, GTK_TYPE_POPOVER)

static void
delete_cb (GtkButton *button, gpointer data)
{
  ValSkillHistory *self = data;
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "assessment");
  /* Translators: %s is a person and a skill */
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Entry deleted: %s"), self->name);

  val_edit_delete_assessment (edit, id);
  val_session_edit (self->session, edit, NULL, NULL);
}

static char *
entry_text (ValSkillHistory *self, const ValAssessment *assessment)
{
  g_autofree char *date = val_format_date (assessment->day, VAL_DATE_LONG,
                                           val_session_get_today (self->session));
  ValScale scale = val_session_get_scale (self->session);
  g_autofree char *level = assessment->level == VAL_LEVEL_NOT_APPLICABLE
                               ? g_strdup (_ ("not applicable"))
                               : val_scale_format (&scale, assessment->level);

  /* Translators: %1$s is a level, %2$s a date, %3$s who assessed: manager, self, peer, audit. */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), level, date,
                          val_assessor_get_label (assessment->assessor));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (ValSkillHistory *self, const ValAssessment *assessment)
{
  g_autofree char *text = entry_text (self, assessment);
  g_autofree char *delete_label = NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_box_append (GTK_BOX (texts), make_label (text, NULL));
  if (*assessment->remark != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (assessment->remark, "dim-label"));
  if (assessment->import_id != 0)
    gtk_box_append (GTK_BOX (texts), make_label (_ ("imported"), "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Translators: %s is an entry of a history: level, date, assessor. */
  delete_label = g_strdup_printf (_ ("Delete the entry: %s"), text);
  val_gtk_label_button (button, delete_label);
  g_object_set_data_full (G_OBJECT (button), "assessment",
                          g_memdup2 (&assessment->id, sizeof assessment->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history
      = val_store_history_finish (VAL_STORE (source), result, &error);
  ValSkillHistory *self;
  GtkWidget *child;

  /* Cancelled: the popover is gone or asks again. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = data;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; history != NULL && i < history->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, history->pdata[i]));
  gtk_label_set_text (GTK_LABEL (self->message),
                      error != NULL ? error->message : _ ("Never assessed."));
  gtk_widget_set_visible (self->message, error != NULL || history->len == 0);
}

static void
load (ValSkillHistory *self)
{
  val_question_renew (&self->cancellable);
  val_store_history_async (val_session_get_store (self->session), self->person_id, self->skill_id,
                           self->cancellable, loaded_cb, self);
}

static void
changed_cb (ValSkillHistory *self, guint tables)
{
  if ((tables & VAL_TABLE_ASSESSMENTS) != 0)
    load (self);
}

static void
add_cb (ValSkillHistory *self)
{
  g_autoptr (ValAssessment) assessment = val_assessment_new ();

  if (!val_fields_check (self->level))
    return;
  assessment->person_id = self->person_id;
  assessment->skill_id = self->skill_id;
  assessment->day = val_skills_model_get_day (self->model);
  assessment->assessor = val_skills_model_get_assessor (self->model);
  assessment->level = val_level_spin_get_level (self->level);
  val_set_string (&assessment->remark, gtk_editable_get_text (GTK_EDITABLE (self->remark)));
  val_skills_model_add (self->model, assessment);
  gtk_editable_set_text (GTK_EDITABLE (self->remark), "");
}

static GtkWidget *
make_form (ValSkillHistory *self, ValLevel level)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Add"));
  ValScale scale = val_session_get_scale (self->session);

  self->level = val_level_spin_new (&scale, 1);
  val_level_spin_set_level (self->level, level);
  val_gtk_set_accessible_label (self->level, _ ("Level"));
  gtk_widget_set_tooltip_text (self->level, _ ("Level"));
  self->remark = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->remark), _ ("Remark"));
  val_gtk_set_accessible_label (self->remark, _ ("Remark"));
  gtk_widget_set_hexpand (self->remark, TRUE);
  g_signal_connect_swapped (self->remark, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_hexpand (self->level, TRUE);
  gtk_box_append (GTK_BOX (line), self->level);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (form), line);
  gtk_box_append (GTK_BOX (form), self->remark);
  return form;
}

static void
build (ValSkillHistory *self, ValLevel level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *date
      = val_format_date (val_skills_model_get_day (self->model), VAL_DATE_LONG,
                         val_session_get_today (self->session));
  g_autofree char *caption = g_strdup_printf (
      /* Translators: over a form; %1$s is a date, %2$s who assesses: manager, self, peer, audit. */
      _ ("New entry for %1$s (%2$s)"), date,
      val_assessor_get_label (val_skills_model_get_assessor (self->model)));

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->message = make_label ("", "dim-label");
  gtk_box_append (GTK_BOX (entries), self->message);
  gtk_box_append (GTK_BOX (entries), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), entries);
  gtk_box_append (GTK_BOX (box), make_label (self->name, "heading"));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_label (caption, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_form (self, level));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  val_gtk_set_accessible_label (GTK_WIDGET (self), self->name);
}

static void
val_skill_history_dispose (GObject *object)
{
  ValSkillHistory *self = VAL_SKILL_HISTORY (object);

  val_question_drop (&self->cancellable);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (val_skill_history_parent_class)->dispose (object);
}

static void
val_skill_history_class_init (ValSkillHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_skill_history_dispose;
}

static void
val_skill_history_init (ValSkillHistory *self)
{
}

/**
 * val_skill_history_new:
 * @row, @column: a cell of @model
 *
 * Returns: (transfer floating): a popover with all entries, newest first, and a form for one more
 */
GtkWidget *
val_skill_history_new (ValSession *session, ValSkillsModel *model, guint row, guint column)
{
  ValSkillHistory *self = g_object_new (VAL_TYPE_SKILL_HISTORY, NULL);
  ValMatrixModel *matrix = VAL_MATRIX_MODEL (model);
  ValMatrixCell cell;
  g_autofree char *person = g_strdup (val_matrix_model_get_row_name (matrix, row));

  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->person_id = val_skills_model_get_person (model, row);
  self->skill_id = val_skills_model_get_skill (model, column);
  self->name
      = g_strconcat (person, " · ", val_matrix_model_get_column_name (matrix, column), NULL);
  val_matrix_model_get_cells (matrix, row, column, 1, &cell);
  build (self, cell.level >= 0 ? cell.level : VAL_LEVEL_MAX / 2);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
