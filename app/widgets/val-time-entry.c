/* val-time-entry.c: a time of the day, typed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-time-entry.h"

#include <string.h>

#include "val-field-fault.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

/* @text: what was typed
 *
 * Returns: minutes after midnight, or %VAL_TIME_NONE when it is empty or no time */
static int
parse_time (const char *text)
{
  int numbers[2] = { 0, 0 };
  int digits[2] = { 0, 0 };
  int n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (digits[n] == 4)
            return VAL_TIME_NONE;
          numbers[n] = numbers[n] * 10 + (*p - '0');
          digits[n]++;
        }
      else if (strchr (":. h", *p) == NULL)
        return VAL_TIME_NONE;
      else if (n == 0 && digits[0] > 0)
        n = 1;
    }
  if (digits[0] > 2 && digits[1] == 0)
    {
      /* 930 and 1015 are written without a sign between. */
      numbers[1] = numbers[0] % 100;
      numbers[0] /= 100;
    }
  else if (digits[0] > 2 || digits[1] > 2)
    return VAL_TIME_NONE;
  if (digits[0] == 0 || numbers[0] > 23 || numbers[1] > 59)
    return VAL_TIME_NONE;
  return numbers[0] * 60 + numbers[1];
}

/**
 * val_time_entry_get:
 * @entry: of val_time_entry_new ()
 *
 * Returns: minutes after midnight, or %VAL_TIME_NONE when it is empty or no time
 */
int
val_time_entry_get (GtkWidget *entry)
{
  return parse_time (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/**
 * val_time_entry_set:
 * @entry: of val_time_entry_new ()
 * @minute: minutes after midnight, or %VAL_TIME_NONE: empty
 */
void
val_time_entry_set (GtkWidget *entry, int minute)
{
  g_autofree char *text
      = minute >= 0 ? val_format_time (minute / 60, minute % 60) : g_strdup ("");

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * val_time_entry_is_wrong:
 * @entry: of val_time_entry_new ()
 *
 * Returns: whether something is typed that is no time
 */
gboolean
val_time_entry_is_wrong (GtkWidget *entry)
{
  return *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0'
         && val_time_entry_get (entry) == VAL_TIME_NONE;
}

static char *
check (GtkWidget *entry)
{
  return val_time_entry_is_wrong (entry)
             ? g_strdup (_("The time is not a time of the day; write it as 10:00"))
             : NULL;
}

static void
leave_cb (GtkEventControllerFocus *controller, GtkWidget *entry)
{
  int minute = val_time_entry_get (entry);

  if (minute != VAL_TIME_NONE)
    val_time_entry_set (entry, minute);
}

/**
 * val_time_entry_new:
 * @label: translated; the entry's name for a screen reader
 *
 * Returns: (transfer floating): an empty entry for a time of the day; "changed" as of any entry
 */
GtkWidget *
val_time_entry_new (const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *example = val_format_time (10, 0);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_add_css_class (entry, "val-number");
  val_gtk_set_accessible_label (entry, label);
  val_field_watch (entry, check);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), entry);
  gtk_widget_add_controller (entry, focus);
  return entry;
}
