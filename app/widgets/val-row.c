/* val-row.c: a row of a list: a title, what is said of it, and small things at its ends
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-row.h"

#include "val-line.h"
#include "val-text-label.h"

/* It looks like an AdwActionRow and is made of half as many widgets, none of which asks a text how
 * wide it is at a height (val-line.c). */
struct _ValRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *line, *texts;
  GtkWidget *title;
  GtkWidget *subtitle; /* NULL while there is none */
};

G_DEFINE_FINAL_TYPE (ValRow, val_row, GTK_TYPE_LIST_BOX_ROW)

static guint activated_signal;

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ValRow *self)
{
  if (row == GTK_LIST_BOX_ROW (self))
    g_signal_emit (self, activated_signal, 0);
}

/* The list says which of its rows was activated; a row knows better what is then to be done. */
static void
val_row_root (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (val_row_parent_class)->root (widget);
  if (GTK_IS_LIST_BOX (list))
    g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), widget, 0);
}

static void
val_row_unroot (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX (list))
    g_signal_handlers_disconnect_by_func (list, row_activated_cb, widget);
  GTK_WIDGET_CLASS (val_row_parent_class)->unroot (widget);
}

static void
val_row_class_init (ValRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = val_row_root;
  GTK_WIDGET_CLASS (klass)->unroot = val_row_unroot;

  /**
   * ValRow::activated:
   *
   * Enter or a click on it, if it can be activated.
   */
  activated_signal = g_signal_new ("activated", VAL_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
val_row_init (ValRow *self)
{
  self->line = val_line_new (6, GTK_ALIGN_CENTER);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->line, "header");
  gtk_widget_add_css_class (self->texts, "title");
  gtk_widget_set_hexpand (self->texts, TRUE);
  val_line_append (VAL_LINE (self->line), self->texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* Without a least width GTK finds it out by breaking the text after each letter. */
static GtkWidget *
add_text (ValRow *self, const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->texts), label);
  return label;
}

/**
 * val_row_new:
 * @title: plain text
 * @subtitle: (nullable): plain text below it
 *
 * Returns: (transfer floating): a row that cannot be activated
 */
GtkWidget *
val_row_new (const char *title, const char *subtitle)
{
  ValRow *self = g_object_new (VAL_TYPE_ROW, NULL);

  self->title = add_text (self, title, "title");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
  val_row_set_subtitle (self, subtitle);
  return GTK_WIDGET (self);
}

/**
 * val_row_set_subtitle:
 * @subtitle: (nullable): plain text; empty: none
 */
void
val_row_set_subtitle (ValRow *self, const char *subtitle)
{
  gboolean any = subtitle != NULL && *subtitle != '\0';

  g_return_if_fail (VAL_IS_ROW (self));
  if (any && self->subtitle == NULL)
    {
      self->subtitle = add_text (self, NULL, "subtitle");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                      self->subtitle, NULL, -1);
    }
  if (self->subtitle == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->subtitle), any ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, any);
}

/**
 * val_row_add_before:
 * @widget: (transfer floating): goes in front of the title, and of what stands there already
 */
void
val_row_add_before (ValRow *self, GtkWidget *widget)
{
  g_return_if_fail (VAL_IS_ROW (self));
  gtk_widget_set_margin_end (widget, 6);
  gtk_widget_insert_after (widget, self->line, NULL);
}

/**
 * val_row_add_after:
 * @widget: (transfer floating): goes to the end
 */
void
val_row_add_after (ValRow *self, GtkWidget *widget)
{
  g_return_if_fail (VAL_IS_ROW (self));
  val_line_append (VAL_LINE (self->line), widget);
}

static void
stand_for_cb (ValRow *self, GtkWidget *widget)
{
  gtk_widget_mnemonic_activate (widget, FALSE);
}

/**
 * val_row_set_stands_for:
 * @widget: in the row
 *
 * Activating the row activates @widget.
 */
void
val_row_set_stands_for (ValRow *self, GtkWidget *widget)
{
  g_return_if_fail (VAL_IS_ROW (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect_object (self, "activated", G_CALLBACK (stand_for_cb), widget, 0);
}
