/* val-page.h: a page of the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

#define VAL_TYPE_PAGE (val_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ValPage, val_page, VAL, PAGE, AdwBin)

/**
 * ValPageClass:
 * @update: the dataset or the shared choices changed in these tables; show it. Called once when
 *   the page is first shown, and afterwards only while it is on screen or when it comes back.
 * @focus_search: Ctrl+F; FALSE when there is nothing to search
 * @go_back: Escape or the back button; FALSE when the page has no inner place to go back from
 * @show_person: goes to the person's place on this page; FALSE when the page has none. The window
 *   asks its pages in turn when one of them emits "open-person", and shows the one that answers.
 * @show_skill: the same for "open-skill"
 *
 * A page is an AdwBin with content, a title and widgets for the window's header bar. The window
 * shows the header: the page never has a header bar of its own.
 */
struct _ValPageClass
{
  AdwBinClass parent_class;

  void (*update) (ValPage *self, ValTables tables);
  gboolean (*focus_search) (ValPage *self);
  gboolean (*go_back) (ValPage *self);
  gboolean (*show_person) (ValPage *self, gint64 person_id);
  gboolean (*show_skill) (ValPage *self, gint64 skill_id);
};

/* Properties: "session" (construct-only), "title", "subtitle", "header-start", "header-end",
 * "can-go-back". Signals: "open-person" (gint64 id), asks the window to show a person;
 * "open-skill" (gint64 id). */
ValSession *val_page_get_session (ValPage *self);
void val_page_set_title (ValPage *self, const char *title, const char *subtitle);
const char *val_page_get_title (ValPage *self);
const char *val_page_get_subtitle (ValPage *self);
void val_page_set_header_start (ValPage *self, GtkWidget *widget);
void val_page_set_header_end (ValPage *self, GtkWidget *widget);
GtkWidget *val_page_get_header_start (ValPage *self);
GtkWidget *val_page_get_header_end (ValPage *self);
/* Property "narrow": the page is less than about 720 pixels wide; set by the window. */
void val_page_set_narrow (ValPage *self, gboolean narrow);
gboolean val_page_get_narrow (ValPage *self);
/* Says something in a toast, or in the window's bar until it is dismissed; plain text. */
void val_page_say (ValPage *self, const char *message);
void val_page_warn (ValPage *self, const char *message);
void val_page_set_can_go_back (ValPage *self, gboolean can_go_back);
gboolean val_page_get_can_go_back (ValPage *self);
/* Actions that the window offers as "page.x" (menu, shortcuts, header widgets) while the page is
 * shown. Known to the window: "print" (Ctrl+P), "picture" (Ctrl+Shift+E), "copy" (Ctrl+Shift+C),
 * "new" (Ctrl+Shift+N), "delete" (Delete is the page's own). */
void val_page_set_actions (ValPage *self, GActionGroup *actions);
GActionGroup *val_page_get_actions (ValPage *self);
void val_page_update (ValPage *self, ValTables tables);
gboolean val_page_focus_search (ValPage *self);
gboolean val_page_go_back (ValPage *self);
gboolean val_page_show_person (ValPage *self, gint64 person_id);
gboolean val_page_show_skill (ValPage *self, gint64 skill_id);
void val_page_open_person (ValPage *self, gint64 person_id);
void val_page_open_skill (ValPage *self, gint64 skill_id);

G_END_DECLS
