/* val-today-list.c: one section of Today
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-list.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-line.h"
#include "val-text-label.h"
#include "val-today-words.h"
#include "val-wrap-box.h"

struct _ValTodayList
{
  GtkBox parent_instance;

  ValTodaySection section;
  GtkLabel *heading;
  GtkListBox *list;
  guint n_lines; /* rows that are lines; one more may say "more" */
};

G_DEFINE_FINAL_TYPE (ValTodayList, val_today_list, GTK_TYPE_BOX)

enum
{
  ACT,
  MORE,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
val_today_list_class_init (ValTodayListClass *klass)
{
  signals[ACT] = g_signal_new ("act", VAL_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
  signals[MORE] = g_signal_new ("more", VAL_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", VAL_TYPE_TODAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkListBoxRow *
row_of (GtkWidget *widget)
{
  return GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW));
}

static void
emit_act (ValTodayList *self, GtkListBoxRow *row, ValTodayAct act)
{
  int at = gtk_list_box_row_get_index (row);

  if (at >= 0 && (guint) at < self->n_lines)
    g_signal_emit (self, signals[ACT], 0, act, (guint) at);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ValTodayList *self)
{
  if ((guint) gtk_list_box_row_get_index (row) >= self->n_lines)
    g_signal_emit (self, signals[MORE], 0);
  else
    emit_act (self, row, VAL_TODAY_OPEN);
}

static void
tick_cb (GtkWidget *button, ValTodayList *self)
{
  emit_act (self, row_of (button), VAL_TODAY_TICK);
}

static void
thanks_cb (GtkWidget *button, ValTodayList *self)
{
  emit_act (self, row_of (button), VAL_TODAY_THANKS);
}

static void
note_cb (GtkWidget *button, ValTodayList *self)
{
  emit_act (self, row_of (button), VAL_TODAY_NOTE);
}

/* In any layout: the key of n writes ν while a Greek types. */
static gboolean
is_letter (GtkEventControllerKey *controller, guint letter)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  return event != NULL && gdk_key_event_matches (event, letter, 0) != GDK_KEY_MATCH_NONE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        ValTodayList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkListBoxRow *row;

  /* A button inside of the row has keys of its own. */
  if (!GTK_IS_LIST_BOX_ROW (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  row = GTK_LIST_BOX_ROW (focus);
  if ((guint) gtk_list_box_row_get_index (row) >= self->n_lines)
    return FALSE;
  if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    emit_act (self, row, VAL_TODAY_TICK);
  else if (is_letter (controller, GDK_KEY_t))
    emit_act (self, row, VAL_TODAY_THANKS);
  else if (is_letter (controller, GDK_KEY_n))
    emit_act (self, row, VAL_TODAY_NOTE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
keynav_failed_cb (GtkWidget *list, GtkDirectionType direction, ValTodayList *self)
{
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  g_signal_emit (self, signals[LEAVE], 0, direction == GTK_DIR_DOWN ? 1 : -1);
  return TRUE;
}

static void
val_today_list_init (ValTodayList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "title-4");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * val_today_list_new:
 * @section: which
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
val_today_list_new (ValTodaySection section)
{
  ValTodayList *self = g_object_new (VAL_TYPE_TODAY_LIST, NULL);
  const char *title = val_today_section_get_title (section);

  self->section = section;
  gtk_label_set_text (self->heading, title);
  val_gtk_set_accessible_label (GTK_WIDGET (self->list), title);
  return GTK_WIDGET (self);
}

static GtkWidget *
new_words (const char *text, int lines)
{
  GtkWidget *label = val_text_label_new (text);

  if (lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  return label;
}

static GtkWidget *
new_urgency (ValAttentionStatus urgency)
{
  const char *word = val_today_urgency_word (urgency);
  const char *icon = val_today_urgency_icon (urgency);
  GtkWidget *box, *label;

  if (word == NULL || icon == NULL)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (word);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (box, urgency == VAL_ATTENTION_RED ? "val-bad" : "val-warn");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
new_button (const char *icon, const char *label, GCallback callback, ValTodayList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  val_gtk_label_button (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

/* The one thing that is done most with such a line. */
static GtkWidget *
new_line_button (ValTodayList *self, ValOwedType type)
{
  switch (type)
    {
    case VAL_OWED_PROMISE_MINE:
    case VAL_OWED_PROMISE_THEIRS:
      return new_button ("object-select-symbolic", _("Mark as Kept"), G_CALLBACK (tick_cb), self);
    case VAL_OWED_FOLLOW_UP:
      return new_button ("object-select-symbolic", _("Mark as Followed Up"), G_CALLBACK (tick_cb),
                         self);
    case VAL_OWED_GOAL:
      return new_button ("object-select-symbolic", _("Mark as Reached"), G_CALLBACK (tick_cb),
                         self);
    case VAL_OWED_THANKS_PROMISED:
      return new_button ("object-select-symbolic", _("Mark as Given"), G_CALLBACK (tick_cb), self);
    case VAL_OWED_THANKS:
      return new_button ("val-thanks-symbolic", _("Thank"), G_CALLBACK (thanks_cb), self);
    case VAL_OWED_SESSION:
    case VAL_OWED_TALK:
    default:
      return new_button ("document-edit-symbolic", _("Write a Note"), G_CALLBACK (note_cb), self);
    }
}

/* Who was never talked with is not late: nothing has begun yet. */
static ValAttentionStatus
shown_urgency (const ValTodayPicture *picture, const ValOwed *owed)
{
  const ValPersonAttention *person = val_attention_find (picture->attention, owed->person);

  if (owed->type == VAL_OWED_TALK && person != NULL && person->never)
    return VAL_ATTENTION_DUE;
  return owed->urgency;
}

static GtkWidget *
new_row (ValTodayList *self, ValSession *session, const ValTodayPicture *picture,
         const ValOwed *owed)
{
  g_autofree char *title = val_today_dup_title (session, picture, owed);
  g_autofree char *detail = val_today_dup_detail (session, picture, owed);
  g_autofree char *name = val_session_dup_person_name (session, owed->person);
  g_autofree char *spoken = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = val_line_new (12, GTK_ALIGN_CENTER);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *state = val_wrap_box_new (6);
  GtkWidget *label = new_words (detail, 0);
  ValAttentionStatus status = shown_urgency (picture, owed);
  GtkWidget *urgency = new_urgency (status);
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), new_words (title, 3));
  if (urgency != NULL)
    val_wrap_box_append (VAL_WRAP_BOX (state), urgency);
  val_wrap_box_append (VAL_WRAP_BOX (state), label);
  gtk_box_append (GTK_BOX (words), state);
  val_line_append (VAL_LINE (box), avatar);
  val_line_append (VAL_LINE (box), words);
  val_line_append (VAL_LINE (box), new_line_button (self, owed->type));
  gtk_widget_add_css_class (box, "val-today-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  spoken = urgency != NULL
               ? g_strjoin (". ", title, val_today_urgency_word (status), detail, NULL)
               : g_strjoin (". ", title, detail, NULL);
  val_gtk_set_accessible_label (row, spoken);
  return row;
}

static GtkWidget *
new_more_row (guint more)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *number = val_format_integer (more);
  g_autofree char *words = val_format_replace (ngettext ("%s more", "%s more", more), number);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "val-today-row");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  val_gtk_set_accessible_label (row, words);
  return row;
}

/**
 * val_today_list_show:
 * @session: for names and the day
 * @picture: what waits
 * @limit: so many lines; a last one says how many more there are
 */
void
val_today_list_show (ValTodayList *self, ValSession *session, const ValTodayPicture *picture,
                     guint limit)
{
  guint n = picture->lines[self->section]->len;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  /* A fold that would hide a single line is none. */
  self->n_lines = n <= limit + 1 ? n : limit;
  for (guint i = 0; i < self->n_lines; i++)
    gtk_list_box_append (self->list,
                         new_row (self, session, picture,
                                  val_today_picture_line (picture, self->section, i)));
  if (self->n_lines < n)
    gtk_list_box_append (self->list, new_more_row (n - self->n_lines));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * val_today_list_get_focus:
 *
 * Returns: the line that has the focus; -1: none of them
 */
int
val_today_list_get_focus (ValTodayList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return -1;
  row = GTK_IS_LIST_BOX_ROW (focus) ? focus : GTK_WIDGET (row_of (focus));
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/**
 * val_today_list_focus_line:
 * @line: from 0; -1: the last
 *
 * Returns: whether there is one
 */
gboolean
val_today_list_focus_line (ValTodayList *self, int line)
{
  GtkListBoxRow *row = line >= 0 ? gtk_list_box_get_row_at_index (self->list, line) : NULL;

  if (row == NULL && gtk_widget_get_last_child (GTK_WIDGET (self->list)) != NULL)
    row = GTK_LIST_BOX_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->list)));
  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (self))
         && gtk_widget_grab_focus (GTK_WIDGET (row));
}
