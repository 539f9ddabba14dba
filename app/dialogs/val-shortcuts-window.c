/* val-shortcuts-window.c: what can be done from the keyboard
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkShortcutsWindow is wider than a narrow screen, cannot be made smaller, and is on its way out
 * of GTK.
 */
#include "val-shortcuts-window.h"

#include "val-i18n.h"
#include "val-wrap-row.h"

#define MAX_KEYS 3

typedef struct
{
  const char *title;          /* to be translated; NULL ends a group */
  const char *keys[MAX_KEYS]; /* as they are printed on keyboards everywhere */
} Shortcut;

static const Shortcut everywhere[] = {
  { N_ ("Write a note or thanks down"), { "Ctrl+N" } },
  { N_ ("Take back the last change"), { "Ctrl+Z" } },
  { N_ ("Do it again"), { "Ctrl+Shift+Z" } },
  { N_ ("Import a file"), { "Ctrl+O" } },
  { N_ ("Search"), { "Ctrl+F" } },
  { N_ ("Search everything written"), { "Ctrl+Shift+F" } },
  { N_ ("Go to a page, from the first to the seventh"), { "Alt+1", "Alt+7" } },
  { N_ ("Previous and next tab of a page"), { "Ctrl+Page Up", "Ctrl+Page Down" } },
  { N_ ("Go back"), { "Alt+←", "Esc" } },
  { N_ ("Hide names"), { "Ctrl+Shift+H" } },
  { NULL },
};

static const Shortcut today[] = {
  { N_ ("Open the session or the person"), { "Enter" } },
  { N_ ("Mark as done"), { "Space" } },
  { N_ ("Thank"), { "T" } },
  { N_ ("Write a note"), { "N" } },
  { NULL },
};

static const Shortcut people[] = {
  { N_ ("Add person"), { "Ctrl+Shift+N" } },
  { N_ ("Edit person"), { "Ctrl+E", "F2" } },
  { N_ ("Previous person"), { "Alt+Page Up" } },
  { N_ ("Next person"), { "Alt+Page Down" } },
  { N_ ("Previous and next view of a person"), { "Ctrl+Page Up", "Ctrl+Page Down" } },
  { N_ ("Session with the person"), { "Ctrl+Shift+S" } },
  { N_ ("Note about the person"), { "Ctrl+Shift+M" } },
  { N_ ("Thank the person"), { "Ctrl+Shift+T" } },
  { N_ ("Report about the person as PDF"), { "Ctrl+P" } },
  { NULL },
};

static const Shortcut mentoring[] = {
  { N_ ("Plan a session"), { "Ctrl+Shift+N" } },
  { N_ ("Print the sheet of a session, in its window"), { "Ctrl+P" } },
  { N_ ("Report about thanks as PDF"), { "Ctrl+P" } },
  { NULL },
};

static const Shortcut readiness[] = {
  { N_ ("Copy the answer"), { "Ctrl+Shift+C" } },
  { N_ ("Save as a picture"), { "Ctrl+Shift+E" } },
  { N_ ("Report as PDF"), { "Ctrl+P" } },
  { NULL },
};

static const Shortcut planning[] = {
  { N_ ("Keep the forecast"), { "Ctrl+Shift+N" } },
  { N_ ("Picture on the whole screen"), { "F11" } },
  { N_ ("Save as a picture"), { "Ctrl+Shift+E" } },
  { N_ ("Report as PDF"), { "Ctrl+P" } },
  { NULL },
};

static const Shortcut performance[] = {
  { N_ ("Sort by this column"), { "S" } },
  { N_ ("Open the person, or the contacts of a cell"), { "Enter" } },
  { N_ ("Copy the block, or all of the table"), { "Ctrl+C", "Ctrl+Shift+C" } },
  { N_ ("Export the table"), { "Ctrl+E" } },
  { N_ ("Report as PDF"), { "Ctrl+P" } },
  { N_ ("Show it as a table of texts, cell by cell"), { "Ctrl+T" } },
  { N_ ("Enter a value"), { "0", "9", "F2" } },
  { N_ ("Add indicator"), { "Ctrl+Shift+N" } },
  { NULL },
};

static const Shortcut charts[] = {
  { N_ ("Next and previous value"), { "←", "→" } },
  { N_ ("List the people behind a bar"), { "Enter" } },
  { N_ ("Show the chart as a table"), { "Ctrl+T" } },
  { NULL },
};

static const Shortcut matrix[] = {
  { N_ ("Set the level: a digit, 1 and then 0 for 10"), { "1", "0" } },
  { N_ ("Not applicable"), { "N" } },
  { N_ ("Remove today’s score"), { "Delete" } },
  { N_ ("Copy and paste a block"), { "Ctrl+C", "Ctrl+V" } },
  { NULL },
};

static const Shortcut program[] = {
  { N_ ("Help"), { "F1" } },
  { N_ ("Keyboard shortcuts"), { "Ctrl+?" } },
  { N_ ("Menu"), { "F10" } },
  { N_ ("Preferences"), { "Ctrl+," } },
  { N_ ("Quit"), { "Ctrl+Q" } },
  { NULL },
};

static GtkWidget *
make_key (const char *key)
{
  GtkWidget *label = gtk_label_new (key);

  gtk_widget_add_css_class (label, "val-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
add_group (GtkWidget *page, const char *title, const Shortcut *shortcuts)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (const Shortcut *shortcut = shortcuts; shortcut->title != NULL; shortcut++)
    {
      GtkWidget *row = val_wrap_row_new (gettext (shortcut->title), NULL);
      GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      for (guint i = 0; i < MAX_KEYS && shortcut->keys[i] != NULL; i++)
        gtk_box_append (GTK_BOX (keys), make_key (shortcut->keys[i]));
      val_wrap_row_add (row, keys);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

/**
 * val_shortcuts_window_new:
 * @parent: the window that asked
 *
 * All shortcuts by the place where they work; letters search among them. Main thread.
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWidget *
val_shortcuts_window_new (GtkWindow *parent)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *window = g_object_new (
      ADW_TYPE_PREFERENCES_WINDOW, "title", C_ ("window", "Shortcuts"), "modal", TRUE,
      "transient-for", parent, "destroy-with-parent", TRUE, "default-width", 560, "default-height",
      640, NULL);

  add_group (page, _ ("Everywhere"), everywhere);
  add_group (page, C_ ("page", "Today"), today);
  add_group (page, C_ ("page", "People"), people);
  add_group (page, C_ ("page", "Mentoring"), mentoring);
  add_group (page, _ ("Readiness"), readiness);
  add_group (page, C_ ("page", "Performance"), performance);
  add_group (page, C_ ("page", "Planning"), planning);
  add_group (page, _ ("Charts"), charts);
  add_group (page, _ ("Skill matrix"), matrix);
  add_group (page, _ ("Program"), program);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return window;
}
