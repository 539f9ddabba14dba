/* val-readiness-groups.c: groups, what they need and how long it takes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-groups.h"

#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

enum
{
  COLUMN_GROUP,
  COLUMN_PEOPLE,
  COLUMN_NEEDS,
  COLUMN_HOURS,
  COLUMN_WEEKS,
  N_COLUMNS
};

struct _ValReadinessGroups
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  ValReadiness *readiness;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ValReadinessGroups, val_readiness_groups, ADW_TYPE_BIN)

static guint open_signal;

/* So many skills are named in a row; the group's own place lists all. */
#define MOST_NEEDS 2

static void
val_readiness_groups_dispose (GObject *object)
{
  g_clear_pointer (&VAL_READINESS_GROUPS (object)->readiness, val_readiness_unref);
  G_OBJECT_CLASS (val_readiness_groups_parent_class)->dispose (object);
}

static void
val_readiness_groups_class_init (ValReadinessGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_readiness_groups_dispose;
  open_signal = g_signal_new ("open-group", VAL_TYPE_READINESS_GROUPS, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_label (const char *text, gboolean number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (number)
    {
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_widget_add_css_class (label, "val-number");
    }
  return label;
}

static GtkWidget *
make_name (const ValBand *band)
{
  g_autofree char *title = val_format_capital (val_band_get_name (band));
  g_autofree char *name = g_markup_escape_text (title, -1);
  g_autofree char *range = band->from == band->to
                               ? g_strdup_printf ("%d", band->from)
                               : g_strdup_printf (C_ ("range", "%1$d–%2$d"), band->from, band->to);
  g_autofree char *markup
      = g_strdup_printf ("<b>%s</b>  <span alpha=\"65%%\">%s</span>", name, range);
  GtkWidget *label = make_label (NULL, FALSE);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

static char *
dup_hours (const ValReadinessGroup *group)
{
  g_autofree char *number = val_format_integer ((group->hours + 999) / 1000);

  return val_format_replace (C_ ("hours", "%s h"), number);
}

static char *
dup_weeks (const ValReadinessGroup *group)
{
  int weeks;
  g_autofree char *number = NULL;

  if (isnan (group->weeks) || group->hours == 0)
    return g_strdup ("");
  weeks = (int) ceil (group->weeks - 1e-9);
  number = val_format_integer (weeks);
  return val_format_replace (ngettext ("%s week", "%s weeks", (gulong) weeks), number);
}

static void
add_to_size_group (GtkSizeGroup **groups, int column, GtkWidget *widget)
{
  gtk_size_group_add_widget (groups[column], widget);
}

static GtkWidget *
make_wide_row (ValReadinessGroups *self, const ValReadinessGroup *group, GtkSizeGroup **groups)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *people = val_format_integer (group->count);
  g_autofree char *needs = val_answer_group_needs (self->readiness, group, MOST_NEEDS);
  g_autofree char *hours = dup_hours (group);
  g_autofree char *weeks = dup_weeks (group);
  GtkWidget *columns[N_COLUMNS] = { make_name (group->band), make_label (people, TRUE),
                                    make_label (needs, FALSE), make_label (hours, TRUE),
                                    make_label (weeks, TRUE) };

  gtk_widget_set_hexpand (columns[COLUMN_NEEDS], TRUE);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      if (i != COLUMN_NEEDS)
        add_to_size_group (groups, i, columns[i]);
      gtk_box_append (GTK_BOX (box), columns[i]);
    }
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return box;
}

static GtkWidget *
make_narrow_row (ValReadinessGroups *self, const ValReadinessGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *number = val_format_integer (group->count);
  g_autofree char *people
      = val_format_replace (ngettext ("%s person", "%s people", group->count), number);
  g_autofree char *needs = val_answer_group_needs (self->readiness, group, MOST_NEEDS);
  g_autofree char *hours = dup_hours (group);
  g_autofree char *weeks = dup_weeks (group);
  g_autofree char *facts = NULL;
  GtkWidget *fact_label;

  facts = *weeks != '\0' ? g_strjoin (" · ", people, hours, weeks, NULL)
                         : g_strjoin (" · ", people, hours, NULL);
  fact_label = make_label (facts, FALSE);
  gtk_widget_add_css_class (fact_label, "dim-label");
  gtk_box_append (GTK_BOX (lines), make_name (group->band));
  gtk_box_append (GTK_BOX (lines), fact_label);
  if (needs != NULL && *needs != '\0')
    gtk_box_append (GTK_BOX (lines), make_label (needs, FALSE));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return box;
}

static GtkWidget *
make_head (GtkSizeGroup **groups)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  const char *titles[N_COLUMNS]
      = { C_ ("column", "Group"), C_ ("column", "People"), C_ ("column", "What they need most"),
          C_ ("column", "Training"), C_ ("column", "Takes") };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = make_label (titles[i], i != COLUMN_GROUP && i != COLUMN_NEEDS);

      if (i == COLUMN_NEEDS)
        gtk_widget_set_hexpand (label, TRUE);
      else
        add_to_size_group (groups, i, label);
      gtk_box_append (GTK_BOX (box), label);
    }
  /* As wide as the arrow in the rows below. */
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_BOX, "width-request", 16, NULL));
  gtk_widget_add_css_class (box, "val-table-head");
  return box;
}

static void
fill (ValReadinessGroups *self)
{
  GtkSizeGroup *groups[N_COLUMNS];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (self->readiness == NULL)
    return;
  for (int i = 0; i < N_COLUMNS; i++)
    groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  if (!self->narrow)
    gtk_box_append (GTK_BOX (self->box), make_head (groups));
  gtk_box_append (GTK_BOX (self->box), self->list);
  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->readiness->groups->len; i++)
    {
      const ValReadinessGroup *group = self->readiness->groups->pdata[i];
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                  self->narrow ? make_narrow_row (self, group)
                                               : make_wide_row (self, group, groups));
      val_gtk_set_accessible_label (row, val_band_get_name (group->band));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  for (int i = 0; i < N_COLUMNS; i++)
    g_object_unref (groups[i]);
}

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, ValReadinessGroups *self)
{
  g_signal_emit (self, open_signal, 0, (guint) gtk_list_box_row_get_index (row));
}

static void
val_readiness_groups_init (ValReadinessGroups *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = g_object_ref_sink (gtk_list_box_new ());
  g_object_set_data_full (G_OBJECT (self), "val-list", self->list, g_object_unref);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "val-table");
  val_gtk_set_accessible_label (self->list, _("Groups"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_cb), self);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * val_readiness_groups_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
val_readiness_groups_new (void)
{
  return g_object_new (VAL_TYPE_READINESS_GROUPS, NULL);
}

/**
 * val_readiness_groups_show:
 * @readiness: whose groups
 */
void
val_readiness_groups_show (ValReadinessGroups *self, ValReadiness *readiness)
{
  g_clear_pointer (&self->readiness, val_readiness_unref);
  self->readiness = val_readiness_ref (readiness);
  fill (self);
}

/**
 * val_readiness_groups_set_narrow:
 * @narrow: whether each group takes several lines instead of columns
 */
void
val_readiness_groups_set_narrow (ValReadinessGroups *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  fill (self);
}
