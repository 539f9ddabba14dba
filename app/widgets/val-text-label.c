/* val-text-label.c: text of any length on a page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-text-label.h"

/* A text is at least as wide as half of it, but for that no wider than so many letters. */
#define LEAST_CHARS 10
/* A text of some lines asks for no more room than this. */
#define MOST_CHARS 40

/* Where a word begins after a space that follows a digit or "5.": "3 days", "29 November". */
static const char *
word_after_number (const char *space, const char *text)
{
  const char *before = space > text ? space - 1 : NULL;

  if (before != NULL && *before == '.' && before > text)
    before--;
  return before != NULL && g_ascii_isdigit (*before)
                 && g_unichar_isalpha (g_utf8_get_char (space + 1))
             ? space + 1
             : NULL;
}

/* Without a least width GTK finds it out by breaking the text after each letter, which takes five
 * times as long as all else that is done with a text. */
static void
set_least_width (GtkLabel *label, const char *text)
{
  int chars = (int) MIN (g_utf8_strlen (text, -1) / 2, LEAST_CHARS);

  if (chars > gtk_label_get_width_chars (label))
    gtk_label_set_width_chars (label, chars);
}

/* A number and the word it counts stay on one line, and so do day and month. The text itself stays
 * as it is, for whoever copies it, looks for it or has it read aloud. */
static void
keep_together (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = NULL;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      PangoAttribute *attribute;
      const char *word = word_after_number (space, text);

      if (word == NULL)
        continue;
      if (attributes == NULL)
        attributes = pango_attr_list_new ();
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint) (space - text - 1);
      attribute->end_index = (guint) (g_utf8_next_char (word) - text);
      pango_attr_list_insert (attributes, attribute);
    }
  if (attributes != NULL || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, attributes);
}

static void
label_cb (GtkLabel *label)
{
  set_least_width (label, gtk_label_get_text (label));
  keep_together (label);
}

/**
 * val_text_label_set_up:
 * @label: a label, whatever it says now or later
 *
 * A number and what it counts are not parted at the end of a line. The attributes of @label are
 * its own from now on, and so is its least width in letters.
 */
void
val_text_label_set_up (GtkLabel *label)
{
  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  g_signal_connect (label, "notify::label", G_CALLBACK (label_cb), NULL);
  label_cb (label);
}

/**
 * val_text_label_new:
 * @text: (nullable): never markup
 *
 * Returns: (transfer floating): a #GtkLabel from the left, on as many lines as it needs; a word
 *   that is longer than a line is broken, a number and what it counts are not parted. Its attributes
 *   are its own, and so is its least width in letters, unless it is set to more.
 */
GtkWidget *
val_text_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  val_text_label_set_up (GTK_LABEL (label));
  return label;
}

/**
 * val_text_label_set_most:
 * @label: of val_text_label_new ()
 * @lines: how many are shown; the rest is what opens from here for
 *
 * For what people wrote, where it is one of several things: ten thousand letters move neither what
 * comes below them nor what stands beside them.
 */
void
val_text_label_set_most (GtkWidget *label, int lines)
{
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
}

/**
 * val_text_label_ease:
 * @widget: made by others, with its texts
 *
 * Gives every text in it that wraps a least width, as val_text_label_new () does.
 */
void
val_text_label_ease (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    set_least_width (GTK_LABEL (widget), gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    val_text_label_ease (child);
}

/**
 * val_text_label_keep_days:
 * @widget: a row made by others
 *
 * In no text in it, whatever it says later, a number and what it counts are parted at the end of a
 * line, nor a day and its month.
 */
void
val_text_label_keep_days (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (keep_together), NULL);
      keep_together (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    val_text_label_keep_days (child);
}
