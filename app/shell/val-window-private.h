/* val-window-private.h: the rooms of the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-notifier.h"
#include "val-page.h"
#include "val-pages.h"
#include "val-window.h"

G_BEGIN_DECLS

#define VAL_WINDOW_MAX_PAGES 9

struct _ValWindow
{
  AdwApplicationWindow parent_instance;

  GtkRevealer *drop_revealer;
  AdwToastOverlay *toasts;
  GtkStack *states;
  GtkSpinner *spinner;
  AdwBin *other;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar_box;
  GtkBox *content_box;
  GtkWidget *content_bin; /* whose width is the content's, whatever the content asks for */
  AdwWindowTitle *centre_title;
  GtkListBox *sidebar;
  GtkWidget *back_button;
  AdwHeaderBar *header;
  AdwBin *start_bin;
  AdwBin *end_bin;
  GtkWidget *fold_bar;
  AdwBin *fold_start_bin;
  AdwBin *fold_end_bin;
  AdwWindowTitle *title;
  GtkRevealer *bar_revealer;
  gboolean bar_is_failure; /* what it says is that something could not be stored */
  GtkWidget *bar;
  GtkLabel *bar_label;
  GtkWidget *bar_close;
  GtkStack *pages;
  GMenu *undo_section;
  GtkWidget *menu_button;
  GMenu *primary_menu;
  GtkWidget *other_menu_button;
  GMenu *short_menu;

  char *path;
  ValStore *store;
  ValSession *session;
  GCancellable *opening;
  ValPage *page_of[VAL_WINDOW_MAX_PAGES]; /* made when first shown, or ahead */
  guint stale[VAL_WINDOW_MAX_PAGES];      /* tables that changed while a page was away */
  guint current;
  guint back_page; /* 1 + the page from which the person on screen was opened; 0: none */
  const char *resume; /* nullable: the page that the last session was on */
  guint loading_timeout;
  guint fold_idle, style_idle;
  guint focus_idle; /* source that gives the focus a place */
  GtkWidget *last_focus; /* nullable, weak */
  guint ahead; /* source that makes the next page */
  guint frame_timeout; /* until the first frame */
  gboolean begun;      /* the file of the start has been asked for */
  gboolean closed;     /* for good */
  int start_width; /* natural, of the page's widget at the start of the header */
  gboolean fold_start;
  gboolean fold_end;
  gboolean narrow;
  gboolean slim; /* even narrower: of the window's buttons only the closing one */
  AdwToast *toast; /* of the last change, not owned; cleared when dismissed */
  gint64 last_change;
  ValNotifier *notifier;
  gint64 session_waits; /* a session that was asked for before the file was open; 0: none */
  gboolean capture_waits; /* the quick note was asked for before the file was open */
  GFile *waiting; /* a file to import once the database is open */
};

/* val-window.c */
void val_window_say (ValWindow *self, const char *message);
void val_window_warn (ValWindow *self, const char *message, gboolean error);
void val_window_update_title (ValWindow *self);

/* val-window-pages.c */
void val_window_fill_sidebar (ValWindow *self);
void val_window_show_page (ValWindow *self, guint index);
void val_window_show_page_by_id (ValWindow *self, const char *id);
void val_window_session_changed (ValWindow *self, guint tables);
void val_window_make_page (ValWindow *self, guint index);
void val_window_bring_up_to_date (ValWindow *self, guint index);
void val_window_drop_pages (ValWindow *self);
void val_window_show_person (ValWindow *self, gint64 person_id);
ValPage *val_window_get_page (ValWindow *self);
void val_window_check_fold (ValWindow *self);
void val_window_queue_fold (ValWindow *self);
gboolean val_window_go_back (ValWindow *self);

/* val-window-ahead.c */
void val_window_make_pages_ahead (ValWindow *self);

/* val-window-actions.c */
void val_window_install_actions (GtkWidgetClass *klass);
void val_window_update_actions (ValWindow *self);
gboolean val_window_hides_names (ValWindow *self);

/* val-window-capture.c */
void val_window_resume (ValWindow *self, const char *key);
void val_window_offer_drafts (ValWindow *self);
void val_window_close_dialogs (ValWindow *self);

/* val-window-search.c */
void val_window_keep_focus (ValWindow *self);
gboolean val_window_focus_page (ValWindow *self);
void val_window_search (ValWindow *self);
void val_window_open_place (ValWindow *self, int kind, gint64 id, gint64 person_id);

/* val-window-session.c */
void val_window_start_session (ValWindow *self);
void val_window_end_session (ValWindow *self);

/* val-window-open.c */
void val_window_open_database (ValWindow *self, const char *path);
void val_window_show_recovery (ValWindow *self, const GError *error);
void val_window_import_file (ValWindow *self, GFile *file);
void val_window_restore (ValWindow *self, const char *backup);

G_END_DECLS
