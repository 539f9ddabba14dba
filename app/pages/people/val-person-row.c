/* val-person-row.c: one line of a person's list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-row.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-words.h"

/**
 * ValPersonRow:
 *
 * What it is and when, what was written, and apart from it what is for the manager alone; under a
 * session what was agreed in it. Used again for other lines while one scrolls.
 */
struct _ValPersonRow
{
  AdwBin parent_instance;

  ValSession *session;
  ValEntryItem *item; /* nullable */
  GtkWidget *icon;
  GtkWidget *title, *when, *meta, *text;
  GtkWidget *private_box, *remark;
  GtkWidget *agreements;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ValPersonRow, val_person_row, ADW_TYPE_BIN)

static void
val_person_row_dispose (GObject *object)
{
  ValPersonRow *self = VAL_PERSON_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (val_person_row_parent_class)->dispose (object);
}

static void
val_person_row_class_init (ValPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_row_dispose;
}

static void
quick_cb (GtkButton *button, ValPersonRow *self)
{
  if (self->item != NULL)
    val_person_quick_act (self->session, val_entry_item_get (self->item));
}

static GtkWidget *
new_text (const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* A few letters wide, GTK 4.8 contradicts itself about the width and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  if (lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
val_person_row_init (ValPersonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 2);
  self->title = new_text ("heading", 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->when = new_text ("dim-label", 0);
  gtk_widget_set_valign (self->when, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (self->when), 1);
  gtk_label_set_justify (GTK_LABEL (self->when), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->when);
  self->meta = new_text ("caption", 0);
  self->text = new_text (NULL, 4);
  self->private_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->private_box, "val-private");
  gtk_widget_set_valign (lock, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (lock, _("For you alone"));
  val_gtk_set_accessible_label (lock, _("For you alone"));
  self->remark = new_text (NULL, 2);
  gtk_widget_set_hexpand (self->remark, TRUE);
  gtk_box_append (GTK_BOX (self->private_box), val_gtk_beside_text (lock));
  gtk_box_append (GTK_BOX (self->private_box), self->remark);
  self->agreements = new_text (NULL, 8);
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->button, 3);
  gtk_widget_add_css_class (self->button, "val-filter");
  g_signal_connect (self->button, "clicked", G_CALLBACK (quick_cb), self);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), self->meta);
  gtk_box_append (GTK_BOX (column), self->text);
  gtk_box_append (GTK_BOX (column), self->agreements);
  gtk_box_append (GTK_BOX (column), self->private_box);
  gtk_box_append (GTK_BOX (column), self->button);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_add_css_class (box, "val-person-row");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* val_person_row_new: (transfer floating): a row of nothing yet */
GtkWidget *
val_person_row_new (ValSession *session)
{
  ValPersonRow *self = g_object_new (VAL_TYPE_PERSON_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/* What was agreed in a session, a line each, ticked when it was kept. */
static char *
dup_agreements (ValPersonRow *self, const ValRecord *session)
{
  GPtrArray *records = val_entry_item_get_records (self->item);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (session == NULL || session->type != VAL_RECORD_MENTORING || records == NULL
      || val_session_get_hide_names (self->session))
    return g_strdup ("");
  for (guint i = 0; i < records->len; i++)
    {
      const ValAgreement *agreement = records->pdata[i];

      if (agreement->record.type != VAL_RECORD_AGREEMENT || agreement->mentoring_id != session->id)
        continue;
      g_string_append_printf (
          lines, "%s%s %s: %s", lines->len > 0 ? "\n" : "",
          agreement->done_day == VAL_DAY_NONE ? "☐" : agreement->dropped ? "–" : "☑",
          agreement->mine ? C_ ("agreement", "I") : C_ ("agreement", "the person"),
          agreement->text);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
speak (ValPersonRow *self, const ValEntryWords *words)
{
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s%s%s%s%s", words->title, words->when, *words->meta != '\0' ? ", " : "", words->meta,
      *words->text != '\0' ? ". " : "", words->text);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  /* What takes the focus is the list's own row around this one. */
  if (parent != NULL && !GTK_IS_LIST_VIEW (parent))
    val_gtk_set_accessible_label (parent, spoken);
}

/**
 * val_person_row_set:
 * @self: the row
 * @item: (nullable): the line it shows from now on
 */
void
val_person_row_set (ValPersonRow *self, ValEntryItem *item)
{
  g_auto (ValEntryWords) words = { 0 };
  g_autofree char *markup = NULL, *remark = NULL, *agreements = NULL, *late = NULL;
  const ValEntry *entry;
  const char *quick;

  g_return_if_fail (VAL_IS_PERSON_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  entry = val_entry_item_get (item);
  val_entry_words_init (&words, self->session, entry);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), words.icon);
  gtk_label_set_text (GTK_LABEL (self->title), words.title);
  gtk_label_set_text (GTK_LABEL (self->when), words.when);
  late = words.warn ? g_strconcat ("▲ ", words.meta, NULL) : g_strdup (words.meta);
  show_text (self->meta, late);
  if (words.warn)
    gtk_widget_add_css_class (self->meta, "warning");
  else
    gtk_widget_remove_css_class (self->meta, "warning");
  markup = val_person_dup_links (words.text);
  gtk_label_set_markup (GTK_LABEL (self->text), markup);
  gtk_widget_set_visible (self->text, *markup != '\0');
  remark = val_person_dup_links (words.remark);
  gtk_label_set_markup (GTK_LABEL (self->remark), remark);
  gtk_widget_set_visible (self->private_box, *remark != '\0');
  agreements = dup_agreements (self, entry->record);
  show_text (self->agreements, agreements);
  quick = val_person_quick_label (entry);
  gtk_widget_set_visible (self->button, quick != NULL);
  if (quick != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), quick);
  speak (self, &words);
}
