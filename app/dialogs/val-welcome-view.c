/* val-welcome-view.c: how to begin
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-welcome-view.h"

#include "val-config.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

struct _ValWelcomeView
{
  AdwBin parent_instance;

  GtkWidget *with_skills;
};

G_DEFINE_FINAL_TYPE (ValWelcomeView, val_welcome_view, ADW_TYPE_BIN)

enum
{
  DEMO,
  IMPORT,
  EMPTY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
demo_cb (GtkWidget *row, ValWelcomeView *self)
{
  g_signal_emit (self, signals[DEMO], 0);
}

static void
import_cb (GtkWidget *row, ValWelcomeView *self)
{
  g_signal_emit (self, signals[IMPORT], 0);
}

static void
empty_cb (GtkWidget *row, ValWelcomeView *self)
{
  g_signal_emit (self, signals[EMPTY], 0, gtk_switch_get_active (GTK_SWITCH (self->with_skills)));
}

static void
val_welcome_view_class_init (ValWelcomeViewClass *klass)
{
  signals[DEMO] = g_signal_new ("demo", VAL_TYPE_WELCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[IMPORT] = g_signal_new ("import", VAL_TYPE_WELCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[EMPTY] = g_signal_new ("empty", VAL_TYPE_WELCOME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *button_label, gboolean suggested,
          GCallback callback, gpointer self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  val_gtk_set_accessible_description (button, title);
  g_signal_connect (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
val_welcome_view_init (ValWelcomeView *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), VAL_APP_ID);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Are Your People Ready?"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("Valmius shows how ready your customer-service people are, what each group needs and how "
        "long it takes. Everything stays in one file on this computer."));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, _("How to begin"));
  gtk_list_box_append (
      GTK_LIST_BOX (list),
      make_row (_("Import a file"),
                _("People, skills, contacts, values or a forecast, as CSV or Excel workbook. You "
                  "see what it will become first."),
                _("_Import…"), TRUE, G_CALLBACK (import_cb), self));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       make_row (_("Look around in a demo centre"),
                                 _("24 invented people over a year, to try everything out."),
                                 _("Open _Demo"), FALSE, G_CALLBACK (demo_cb), self));
  gtk_list_box_append (GTK_LIST_BOX (list),
                       make_row (_("Start empty"), _("Add people and skills yourself."),
                                 _("_Start"), FALSE, G_CALLBACK (empty_cb), self));
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("With starter skills"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("A catalogue of customer-service skills with levels in words, "
                                 "for an empty start."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  self->with_skills = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (self->with_skills), TRUE);
  gtk_widget_set_valign (self->with_skills, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (self->with_skills, _("With starter skills"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->with_skills);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->with_skills);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);
  adw_bin_set_child (ADW_BIN (self), page);
}

/**
 * val_welcome_view_new:
 *
 * What is shown while there is no file yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
val_welcome_view_new (void)
{
  return g_object_new (VAL_TYPE_WELCOME_VIEW, NULL);
}
