/* val-mentoring-agreements.c: who does what by when, written while it is agreed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

/* Each line keeps its ValAgreementLine; lines of the model are freed only after a rebuild. */
static ValAgreementLine *
line_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "val-line");
}

static void
text_changed_cb (GtkEditable *entry, ValMentoringWindow *self)
{
  ValAgreementLine *line = line_of (GTK_WIDGET (entry));

  if (self->setting)
    return;
  val_set_string (&line->now->text, gtk_editable_get_text (entry));
  val_mentoring_touched (self);
}

static void
due_changed_cb (GtkWidget *entry, GParamSpec *pspec, ValMentoringWindow *self)
{
  ValAgreementLine *line = line_of (entry);

  if (self->setting)
    return;
  line->now->due_day = val_date_entry_get_day (VAL_DATE_ENTRY (entry));
  val_mentoring_touched (self);
}

/* With one person: the agent, I. With a group: each of them, then I for each of them. */
static void
who_changed_cb (GtkDropDown *drop_down, GParamSpec *pspec, ValMentoringWindow *self)
{
  const GArray *people = self->model->now->people;
  ValAgreementLine *line = line_of (GTK_WIDGET (drop_down));
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->setting || selected >= 2 * people->len)
    return;
  line->now->mine = selected >= people->len;
  line->now->record.person_id = g_array_index (people, gint64, selected % people->len);
  val_mentoring_touched (self);
}

static GtkWidget *
new_who (ValMentoringWindow *self, ValAgreementLine *line)
{
  const GArray *people = self->model->now->people;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *drop_down;
  guint selected = 0;

  for (guint i = 0; i < 2 * people->len; i++)
    {
      gint64 id = g_array_index (people, gint64, i % people->len);
      gboolean mine = i >= people->len;
      g_autofree char *name = val_mentoring_dup_person (self, id);

      if (id == line->now->record.person_id && mine == line->now->mine)
        selected = i;
      if (!mine)
        g_ptr_array_add (names, g_steal_pointer (&name));
      else if (people->len == 1)
        g_ptr_array_add (names, g_strdup (C_ ("agreement", "I")));
      else
        /* Translators: who has to keep an agreement: the manager, towards the one named */
        g_ptr_array_add (names, g_strdup_printf (C_ ("agreement", "I, for: %s"), name));
    }
  g_ptr_array_add (names, NULL);
  drop_down = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  val_gtk_label_inside (drop_down, C_ ("agreement", "Who"));
  g_object_set_data (G_OBJECT (drop_down), "val-line", line);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (who_changed_cb), self);
  return drop_down;
}

static void
focus_text (GtkWidget *row)
{
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "val-text"));
}

static void
remove_cb (GtkButton *button, ValMentoringWindow *self)
{
  ValAgreementLine *line = line_of (GTK_WIDGET (button));

  line->removed = TRUE;
  val_mentoring_show_agreements (self);
  val_mentoring_touched (self);
  gtk_widget_child_focus (self->agreements, GTK_DIR_TAB_FORWARD);
}

static void
add_line (ValMentoringWindow *self, gboolean mine)
{
  const GArray *people = self->model->now->people;
  GtkWidget *last;

  if (people->len == 0)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->when), TRUE);
      gtk_widget_grab_focus (self->picker);
      return;
    }
  val_mentoring_model_add_agreement (self->model, g_array_index (people, gint64, 0), mine);
  val_mentoring_show_agreements (self);
  last = gtk_widget_get_last_child (self->agreements);
  if (last != NULL)
    focus_text (last);
}

/* Enter goes to the next line, and makes one when there is none. */
static void
activate_cb (GtkEntry *entry, ValMentoringWindow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next != NULL)
    focus_text (next);
  else if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    add_line (self, line_of (GTK_WIDGET (entry))->now->mine);
}

static GtkWidget *
new_row (ValMentoringWindow *self, ValAgreementLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *under = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_entry_new ();
  GtkWidget *due = val_date_entry_new (val_session_get_today (self->session));
  GtkWidget *who = new_who (self, line);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *const keep[] = { text, due, remove };

  for (guint i = 0; i < G_N_ELEMENTS (keep); i++)
    g_object_set_data (G_OBJECT (keep[i]), "val-line", line);
  gtk_editable_set_text (GTK_EDITABLE (text), line->now->text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (text), _("What was agreed"));
  val_gtk_set_accessible_label (text, _("What was agreed"));
  g_signal_connect (text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (text, "activate", G_CALLBACK (activate_cb), self);
  g_object_set_data (G_OBJECT (row), "val-text", text);

  val_date_entry_set_label (VAL_DATE_ENTRY (due), C_ ("agreement", "By when"));
  val_date_entry_set_day (VAL_DATE_ENTRY (due), line->now->due_day);
  g_signal_connect (due, "notify::day", G_CALLBACK (due_changed_cb), self);
  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (remove, "flat");
  val_gtk_label_button (remove, _("Remove the Agreement"));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);

  gtk_box_append (GTK_BOX (under), who);
  gtk_box_append (GTK_BOX (under), due);
  gtk_box_append (GTK_BOX (under), remove);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), under);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* val_mentoring_show_agreements: those made in this session. */
void
val_mentoring_show_agreements (ValMentoringWindow *self)
{
  gboolean setting = self->setting;
  GtkWidget *child;
  guint n = 0;

  self->setting = TRUE;
  while ((child = gtk_widget_get_first_child (self->agreements)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->agreements), child);
  for (guint i = 0; i < self->model->agreements->len; i++)
    {
      ValAgreementLine *line = self->model->agreements->pdata[i];

      if (line->removed || !val_mentoring_model_made_here (self->model, line)
          || !val_mentoring_has_person (self->model->now, line->now->record.person_id))
        continue;
      gtk_list_box_append (GTK_LIST_BOX (self->agreements), new_row (self, line));
      n++;
    }
  gtk_widget_set_visible (self->agreements, n > 0);
  self->setting = setting;
}

static void
add_cb (GtkButton *button, ValMentoringWindow *self)
{
  add_line (self, FALSE);
}

/* val_mentoring_build_agreements: (transfer floating): the list with its heading and button */
GtkWidget *
val_mentoring_build_agreements (ValMentoringWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = val_mentoring_heading (_("Agreements"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Agreement"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), add);
  self->agreements = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->agreements), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->agreements, "boxed-list");
  val_gtk_set_accessible_label (self->agreements, _("Agreements"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->agreements);
  return box;
}
