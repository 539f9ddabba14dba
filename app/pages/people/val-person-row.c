/* val-person-row.c: one line of a person's list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-row.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-line.h"
#include "val-person-words.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

/* The height of a line that nobody sees yet, in pixels: a short note. */
#define USUAL_HEIGHT 60
#define LEAST_CHARS 10 /* of a text that wraps */
#define BRIEF_CHARS 14 /* a day and a month */

enum
{
  META,
  TEXT,
  AGREEMENTS,
  PRIVATE,
  BUTTON,
  N_PARTS,
};

/**
 * ValPersonRow:
 *
 * What it is and when, what was written, and apart from it what is for the manager alone; under a
 * session what was agreed in it. Used again for other lines while one scrolls. A list keeps two
 * hundred of them however few are in sight: so what is in a row is made when it is needed, and a
 * row out of sight is empty until it is filled.
 */
struct _ValPersonRow
{
  AdwBin parent_instance;

  ValSession *session;
  ValEntryItem *item; /* nullable */
  gboolean waits;     /* it is empty, the item is to be shown later */
  GtkWidget *icon, *column, *head;
  GtkWidget *title, *when;
  GtkWidget *parts[N_PARTS]; /* below each other under the head; NULL while not needed */
  GtkWidget *remark;
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
  GtkWidget *label = val_text_label_new (NULL);

  /* A few letters wide, GTK 4.8 contradicts itself about the width and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  if (lines > 0)
    {
      gtk_widget_add_css_class (label, "val-brief");
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_private (ValPersonRow *self)
{
  GtkWidget *box = val_line_new (6, GTK_ALIGN_START);
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_add_css_class (box, "val-private");
  gtk_widget_set_tooltip_text (lock, _("For you alone"));
  val_gtk_set_accessible_label (lock, _("For you alone"));
  self->remark = new_text (NULL, 4);
  gtk_widget_set_hexpand (self->remark, TRUE);
  val_line_append (VAL_LINE (box), lock);
  val_line_append (VAL_LINE (box), self->remark);
  return box;
}

static GtkWidget *
new_button (ValPersonRow *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 3);
  gtk_widget_add_css_class (button, "val-filter");
  g_signal_connect (button, "clicked", G_CALLBACK (quick_cb), self);
  return button;
}

static GtkWidget *
get_part (ValPersonRow *self, guint part)
{
  GtkWidget *above = self->head;

  if (self->parts[part] != NULL)
    return self->parts[part];
  for (guint i = 0; i < part; i++)
    if (self->parts[i] != NULL)
      above = self->parts[i];
  switch (part)
    {
    case META: self->parts[part] = new_text ("caption", 0); break;
    case TEXT: self->parts[part] = new_text (NULL, 4); break;
    case AGREEMENTS: self->parts[part] = new_text (NULL, 8); break;
    case PRIVATE: self->parts[part] = new_private (self); break;
    case BUTTON: self->parts[part] = new_button (self); break;
    default: g_assert_not_reached ();
    }
  gtk_box_insert_child_after (GTK_BOX (self->column), self->parts[part], above);
  return self->parts[part];
}

/* A few letters do not wrap and take no more room than they need: on a line of their own they begin
 * where the others do. */
static void
show_when (ValPersonRow *self, const char *text)
{
  gboolean brief = g_utf8_strlen (text, -1) <= BRIEF_CHARS;

  gtk_label_set_wrap (GTK_LABEL (self->when), !brief);
  gtk_label_set_text (GTK_LABEL (self->when), text);
  gtk_label_set_width_chars (GTK_LABEL (self->when), brief ? -1 : LEAST_CHARS);
}

static void
make_head (ValPersonRow *self)
{
  GtkWidget *box = val_line_new (12, GTK_ALIGN_START);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Without room for both the day stands below. */
  self->head = val_wrap_box_new (6);
  self->icon = gtk_image_new ();
  gtk_widget_set_margin_top (self->icon, 2);
  self->title = new_text ("heading", 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->when = new_text ("dim-label", 0);
  gtk_label_set_xalign (GTK_LABEL (self->when), 1);
  gtk_label_set_justify (GTK_LABEL (self->when), GTK_JUSTIFY_RIGHT);
  /* A day is never broken within a word. */
  gtk_label_set_wrap_mode (GTK_LABEL (self->when), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (self->when, "numeric");
  val_wrap_box_append (VAL_WRAP_BOX (self->head), self->title);
  val_wrap_box_append (VAL_WRAP_BOX (self->head), self->when);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_box_append (GTK_BOX (self->column), self->head);
  val_line_append (VAL_LINE (box), self->icon);
  val_line_append (VAL_LINE (box), self->column);
  gtk_widget_add_css_class (box, "val-person-row");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
val_person_row_init (ValPersonRow *self)
{
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
show_text (ValPersonRow *self, guint part, const char *text)
{
  if (*text != '\0')
    gtk_label_set_text (GTK_LABEL (get_part (self, part)), text);
  if (self->parts[part] != NULL)
    gtk_widget_set_visible (self->parts[part], *text != '\0');
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
          agreement->mine ? C_ ("agreement", "I") : C_ ("agreement", "The person"),
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

static void
show_meta (ValPersonRow *self, const ValEntryWords *words)
{
  g_autofree char *late = words->warn ? g_strconcat ("▲ ", words->meta, NULL) : NULL;

  show_text (self, META, late != NULL ? late : words->meta);
  if (words->warn)
    gtk_widget_add_css_class (get_part (self, META), "warning");
  else if (self->parts[META] != NULL)
    gtk_widget_remove_css_class (self->parts[META], "warning");
}

static void
show_written (ValPersonRow *self, const ValEntryWords *words)
{
  g_autofree char *text = val_person_dup_links (words->text);
  g_autofree char *remark = val_person_dup_links (words->remark);

  if (*text != '\0')
    gtk_label_set_markup (GTK_LABEL (get_part (self, TEXT)), text);
  if (self->parts[TEXT] != NULL)
    gtk_widget_set_visible (self->parts[TEXT], *text != '\0');
  if (*remark != '\0')
    {
      get_part (self, PRIVATE);
      gtk_label_set_markup (GTK_LABEL (self->remark), remark);
    }
  if (self->parts[PRIVATE] != NULL)
    gtk_widget_set_visible (self->parts[PRIVATE], *remark != '\0');
}

static void
show_words (ValPersonRow *self, const ValEntryWords *words)
{
  const ValEntry *entry = val_entry_item_get (self->item);
  g_autofree char *agreements = dup_agreements (self, entry->record);
  const char *quick = val_person_quick_label (entry);

  if (self->head == NULL)
    make_head (self);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), words->icon);
  gtk_label_set_text (GTK_LABEL (self->title), words->title);
  show_when (self, words->when);
  show_meta (self, words);
  show_written (self, words);
  show_text (self, AGREEMENTS, agreements);
  if (quick != NULL)
    gtk_button_set_label (GTK_BUTTON (get_part (self, BUTTON)), quick);
  if (self->parts[BUTTON] != NULL)
    gtk_widget_set_visible (self->parts[BUTTON], quick != NULL);
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  self->waits = FALSE;
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

  g_return_if_fail (VAL_IS_PERSON_ROW (self));

  g_set_object (&self->item, item);
  self->waits = FALSE;
  if (item == NULL)
    return;
  val_entry_words_init (&words, self->session, val_entry_item_get (item));
  show_words (self, &words);
  speak (self, &words);
}

/**
 * val_person_row_set_later:
 * @self: the row
 * @item: the line it shows once val_person_row_fill () is called
 *
 * Until then it is empty, about as high as a line, and has its words for a screen reader.
 */
void
val_person_row_set_later (ValPersonRow *self, ValEntryItem *item)
{
  g_auto (ValEntryWords) words = { 0 };

  g_return_if_fail (VAL_IS_PERSON_ROW (self));

  g_set_object (&self->item, item);
  self->waits = TRUE;
  if (self->head != NULL)
    gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, USUAL_HEIGHT);
  val_entry_words_init (&words, self->session, val_entry_item_get (item));
  speak (self, &words);
}

/* val_person_row_waits: whether it is to be filled */
gboolean
val_person_row_waits (ValPersonRow *self)
{
  return self->waits;
}

/* val_person_row_fill: shows the item it has waited with */
void
val_person_row_fill (ValPersonRow *self)
{
  g_auto (ValEntryWords) words = { 0 };

  if (!self->waits)
    return;
  val_entry_words_init (&words, self->session, val_entry_item_get (self->item));
  show_words (self, &words);
}
