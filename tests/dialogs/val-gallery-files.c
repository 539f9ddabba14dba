/* val-gallery-files.c: windows about numbers, files and the program itself
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-about.h"
#include "val-agents-view.h"
#include "val-contacts.h"
#include "val-gallery.h"
#include "val-help-window.h"
#include "val-i18n.h"
#include "val-import-dialog.h"
#include "val-indicator-dialog.h"
#include "val-press-key.h"
#include "val-recovery-view.h"
#include "val-search-window.h"
#include "val-term-dialog.h"
#include "val-welcome-view.h"

/* ---- Numbers ------------------------------------------------------------------------------------- */

static const ValIndicator *
indicator_of (ValGallery *self, gboolean entered)
{
  for (guint i = 0; i < val_dataset_n_records (val_gallery_dataset (self), VAL_RECORD_INDICATOR);
       i++)
    {
      const ValIndicator *indicator
          = val_dataset_record (val_gallery_dataset (self), VAL_RECORD_INDICATOR, i);

      if ((indicator->formula == VAL_FORMULA_ENTERED) == entered
          && (entered || indicator->formula == VAL_FORMULA_SERVICE_LEVEL))
        return indicator;
    }
  g_assert_not_reached ();
}

static void
open_indicator (ValGallery *self)
{
  val_indicator_dialog_present (val_gallery_parent (self), self->session,
                                indicator_of (self, FALSE)->record.id);
}

static void
open_indicator_new (ValGallery *self)
{
  val_indicator_dialog_present (val_gallery_parent (self), self->session, 0);
}

static void
open_term (ValGallery *self)
{
  const ValIndicator *indicator = indicator_of (self, FALSE);
  ValIndicatorTerm *term = val_indicator_term_new (indicator->record.id, val_gallery_today (self));

  term->floor = 70000;
  term->target = 90000;
  term->weight = 2000;
  val_term_dialog_present (val_gallery_parent (self), self->session, indicator, term);
  val_record_free (term);
}

static void
open_agent (ValGallery *self)
{
  const ValContactLabel *label = NULL;

  for (guint i = 0; i < val_dataset_n_records (val_gallery_dataset (self), VAL_RECORD_LABEL); i++)
    {
      const ValContactLabel *other
          = val_dataset_record (val_gallery_dataset (self), VAL_RECORD_LABEL, i);

      /* One that is nobody yet, where there is one. */
      if (other->kind == VAL_LABEL_AGENT && (label == NULL || other->record.person_id == 0))
        label = other;
    }
  g_assert_nonnull (label);
  val_agent_dialog_present (val_gallery_parent (self), self->session, label->record.id);
}

static void
open_scorecard (ValGallery *self)
{
  val_gallery_show_page (self, "performance", 0);
  window_fixture_turn (800);
}

/* Half of the weights moved, as a hand would. */
static void
move_weights (GtkWidget *widget, guint *count)
{
  if (GTK_IS_SCALE (widget) && (*count)++ % 2 == 0)
    gtk_range_set_value (GTK_RANGE (widget), 0.5 + gtk_range_get_value (GTK_RANGE (widget)) * 2);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    move_weights (child, count);
}

static void
open_weights (ValGallery *self)
{
  guint count = 0;
  GtkWidget *weights;

  open_scorecard (self);
  weights = val_gallery_find (GTK_WIDGET (self->window), "ValScorecardWeights");
  g_assert_nonnull (weights);
  move_weights (weights, &count);
  window_fixture_turn (800);
}

static void
open_keep_weights (ValGallery *self)
{
  open_weights (self);
  val_gallery_press (GTK_WIDGET (self->window), _("_Keep These Weights…"));
}

static void
open_values (ValGallery *self)
{
  GtkWidget *view;

  val_gallery_show_page (self, "performance", 2);
  view = val_gallery_find (GTK_WIDGET (self->window), "ValIndicatorsView");
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "enter-values", indicator_of (self, TRUE)->record.id);
}

static void
open_sheet_table (ValGallery *self)
{
  GtkWidget *sheet;

  open_scorecard (self);
  sheet = val_gallery_find (GTK_WIDGET (self->window), "ValSheet");
  g_assert_nonnull (sheet);
  g_assert_true (val_press_key (sheet, GDK_KEY_t, GDK_CONTROL_MASK));
}

/* ---- Planning ------------------------------------------------------------------------------------ */

/* What fills the screen keeps the screen's size; its content is shown in a window of any size. */
static void
open_full_screen (ValGallery *self)
{
  GtkWidget *full, *window = adw_window_new ();
  g_autoptr (GtkWidget) content = NULL;

  val_gallery_show_page (self, "planning", 0);
  window_fixture_turn (1200);
  val_gallery_act (self, "full-screen", NULL);
  window_fixture_turn (100);
  full = val_gallery_newest (self);
  content = g_object_ref (adw_window_get_content (ADW_WINDOW (full)));
  adw_window_set_content (ADW_WINDOW (full), NULL);
  gtk_window_destroy (GTK_WINDOW (full));
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 600);
  gtk_window_set_transient_for (GTK_WINDOW (window), val_gallery_parent (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_keep_forecast (ValGallery *self)
{
  val_gallery_show_page (self, "planning", 0);
  window_fixture_turn (1200);
  val_gallery_act (self, "show-forecast", g_variant_new_int64 (0));
  window_fixture_turn (1200);
  val_gallery_act (self, "new", NULL);
}

static void
open_forecast_formula (ValGallery *self)
{
  const ValForecastVersion *version
      = val_dataset_record (val_gallery_dataset (self), VAL_RECORD_FORECAST, 0);

  val_gallery_show_page (self, "planning", 0);
  window_fixture_turn (600);
  val_gallery_act (self, "forecast-formula", g_variant_new_int64 (version->record.id));
}

/* ---- Files --------------------------------------------------------------------------------------- */

static void
import (ValGallery *self, const char *name, const char *text)
{
  GtkWidget *dialog = val_import_dialog_new (self->session, val_gallery_parent (self));

  gtk_window_present (GTK_WINDOW (dialog));
  if (text != NULL)
    {
      g_autoptr (GFile) file = val_gallery_write (self, name, text);

      val_import_dialog_load (VAL_IMPORT_DIALOG (dialog), file);
      window_fixture_turn (700);
    }
}

static void
open_import (ValGallery *self)
{
  import (self, NULL, NULL);
}

static void
open_import_people (ValGallery *self)
{
  import (self, "people.csv",
          "First name;Last name;Mail;Began\nAnna;Nowak;anna@example.org;2026-03-02\n"
          "Jan;;jan@example.org;31.13.2026\n;;;\nPekka;Virtanen;pekka;2026-03-09\n");
}

static void
open_import_scores (ValGallery *self)
{
  import (self, "scores.csv",
          "Who,Calm with difficult customers,Complaints,Written Polish\n"
          "Anna Nowak,70,55,90\nJan Mazur,120,40,\nEwa Lis,30,x,100\n");
}

/* Agents that nobody knows, and one name that is very long. */
static void
open_import_contacts (ValGallery *self)
{
  import (self, "contacts.csv",
          "Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,"
          "AvgTalkDuration,Satisfaction rating\n"
          "ID0001,Diane,2026-03-01,09:12:58,Contract related,Y,Y,109,00:02:23,3\n"
          "ID0002,Becky Montgomery-Featherstonehaugh of the second floor,2026-03-01,09:12:58,"
          "Technical Support,Y,N,70,00:04:02,3\n"
          "ID0003,Stewart,2026-03-01,09:47:31,Contract related,Y,Y,10,00:02:11,3\n"
          "ID0004,Greg,2026-03-01,soon,Contract related,Y,Y,53,00:00:37,2\n"
          "ID0005,Greg,2026-03-01,10:00:29,Payment related,Y,Y,95,00:01:00,3\n");
}

static void
open_import_forecast (ValGallery *self)
{
  import (self, "forecast.csv",
          "Date,Interval start,Offered contacts,Average handle time,Service level\n"
          "2026-12-01,08:00,41,300,0.81\n2026-12-01,08:30,52,310,0.79\n"
          "2026-12-01,09:00,66,290,0.84\n");
}

static void
open_import_notes (ValGallery *self)
{
  import (self, "notes.csv",
          "Colleague;Date;Kind;What was said\nAnna Nowak;2026-03-02;praise;Calm and clear\n"
          "Nobody Known;2026-03-04;note;Asked for a second screen\n");
}

static void
open_import_refused (ValGallery *self)
{
  import (self, "letter.csv", "Dear all,\n\nthis is not a table at all.\n");
}

static void
act_of_window (ValGallery *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

static void
open_export (ValGallery *self)
{
  act_of_window (self, "win.export");
}

static void
open_backups (ValGallery *self)
{
  act_of_window (self, "win.restore");
  window_fixture_turn (500);
}

static void
open_restore (ValGallery *self)
{
  open_backups (self);
  val_gallery_press (val_gallery_newest (self), _("Restore…"));
}

/* What stands in the window instead of pages; the pages come back when another one is opened. */
static void
show_instead (ValGallery *self, GtkWidget *view)
{
  adw_bin_set_child (self->window->other, view);
  gtk_stack_set_visible_child_name (self->window->states, "other");
}

static void
open_welcome (ValGallery *self)
{
  show_instead (self, val_welcome_view_new ());
}

static void
open_recovery (ValGallery *self)
{
  g_autoptr (GError) error = g_error_new_literal (VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED, "");

  show_instead (self, val_recovery_view_new (val_window_get_path (self->window), error));
  window_fixture_turn (500);
}

/* ---- The program itself -------------------------------------------------------------------------- */

static void
open_preferences (ValGallery *self)
{
  act_of_window (self, "win.preferences");
}

static void
open_shortcuts (ValGallery *self)
{
  act_of_window (self, "win.shortcuts");
}

static void
open_help (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (val_help_window_new (val_gallery_parent (self), NULL)));
}

static void
open_help_last (ValGallery *self)
{
  gtk_window_present (GTK_WINDOW (
      val_help_window_new (val_gallery_parent (self), val_help_pages[val_n_help_pages - 1].id)));
}

static void
open_about (ValGallery *self)
{
  val_about_present (val_gallery_parent (self));
}

static void
open_search (ValGallery *self)
{
  gtk_window_present (
      GTK_WINDOW (val_search_window_new (val_gallery_parent (self), self->session)));
}

static void
open_search_hits (ValGallery *self)
{
  GtkWidget *text;
  guint index;

  open_search (self);
  window_fixture_turn (100);
  text = val_gallery_find (val_gallery_newest (self), "GtkText");
  val_dataset_find_person (val_gallery_dataset (self), self->person, &index);
  gtk_editable_set_text (GTK_EDITABLE (text),
                         val_dataset_person (val_gallery_dataset (self), index)->given);
  window_fixture_turn (600);
}

static void
open_search_nothing (ValGallery *self)
{
  open_search (self);
  window_fixture_turn (100);
  gtk_editable_set_text (
      GTK_EDITABLE (val_gallery_find (val_gallery_newest (self), "GtkText")), "xqzw");
  window_fixture_turn (400);
}

const ValGalleryItem val_gallery_files[] = {
  { "indicator", open_indicator },
  { "indicator-new", open_indicator_new },
  { "term", open_term },
  { "agent", open_agent },
  { "weights", open_weights, "ValScorecardWeights" },
  { "keep-weights", open_keep_weights },
  { "values", open_values, "ValValuesView" },
  { "sheet-table", open_sheet_table },
  { "full-screen", open_full_screen },
  { "keep-forecast", open_keep_forecast },
  { "forecast-formula", open_forecast_formula },
  { "import", open_import },
  { "import-people", open_import_people },
  { "import-scores", open_import_scores },
  { "import-contacts", open_import_contacts },
  { "import-forecast", open_import_forecast },
  { "import-notes", open_import_notes },
  { "import-refused", open_import_refused },
  { "export", open_export },
  { "backups", open_backups },
  { "restore", open_restore },
  { "preferences", open_preferences },
  { "shortcuts", open_shortcuts },
  { "help", open_help },
  { "help-last", open_help_last },
  { "about", open_about },
  { "search", open_search },
  { "search-hits", open_search_hits },
  { "search-nothing", open_search_nothing },
  /* Last: no page is shown after them. */
  { "welcome", open_welcome, "ValWelcomeView" },
  { "recovery", open_recovery, "ValRecoveryView" },
  { NULL, NULL },
};
