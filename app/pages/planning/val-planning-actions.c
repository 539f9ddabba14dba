/* val-planning-actions.c: keeping a forecast, and sharing its picture
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-plot.h"
#include "val-chart-view.h"
#include "val-document.h"
#include "val-field-fault.h"
#include "val-file-choice.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-page-save.h"
#include "val-planning-page-private.h"
#include "val-report-shared.h"
#include "val-tabs.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

#define LONGEST_NAME 200 /* letters */

static GtkWindow *
window_of (gpointer page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static gboolean
is_own (ValPlanningPage *self)
{
  return self->picture != NULL && self->picture->source.kind != VAL_PLANNING_VERSION
         && self->picture->reason == VAL_FORECAST_OK;
}

static ValChart *
make_forecast (ValPlanningPage *self)
{
  ValPlanningView view = val_planning_page_get_view (self);

  return val_planning_chart_new (&view);
}

static ValPlanningTab
shown_tab (ValPlanningPage *self)
{
  return (ValPlanningTab) val_tabs_get_shown (VAL_TABS (self->tabs));
}

static gboolean
has_chart (ValPlanningPage *self)
{
  if (self->picture == NULL || shown_tab (self) == VAL_PLANNING_TAB_MENTORING)
    return FALSE;
  return shown_tab (self) != VAL_PLANNING_TAB_STAFFING
         || gtk_widget_get_visible (self->staffing_content);
}

/* The picture of the tab in sight, not laid out for the screen; %NULL: it has none. */
static ValChart *
make_chart (ValPlanningPage *self)
{
  if (!has_chart (self))
    return NULL;
  return shown_tab (self) == VAL_PLANNING_TAB_STAFFING ? val_planning_page_make_staffing (self)
                                                       : make_forecast (self);
}

/* ---- Keeping ---------------------------------------------------------------------------------- */

static void
keep_response_cb (AdwMessageDialog *dialog, const char *response, ValPlanningPage *self)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "val-entry");
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr (ValEdit) edit = NULL;
  ValSession *session = val_page_get_session (VAL_PAGE (self));

  g_strstrip (name);
  if (g_strcmp0 (response, "keep") != 0 || *name == '\0' || !is_own (self)
      || !val_field_is_right (entry))
    return;
  edit = val_planning_keep_edit (self->picture, name, val_session_get_today (session),
                                 g_get_real_time () / G_USEC_PER_SEC);
  val_session_edit (session, edit, NULL, NULL);
}

static void
name_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, "keep",
                                           *g_strstrip (name) != '\0'
                                               && val_field_is_right (GTK_WIDGET (entry)));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPlanningPage *self = data;
  GtkWidget *dialog, *entry;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  if (!is_own (self))
    return;
  date = val_format_date (val_session_get_today (val_page_get_session (VAL_PAGE (self))),
                          VAL_DATE_LONG, 0);
  /* Translators: the name of a kept forecast; %s a day */
  name = g_strdup_printf (_("Forecast of %s"), date);
  dialog = adw_message_dialog_new (window_of (self), _("Keep Forecast"),
                                   _("It is kept as it stands now, so that you see later how good "
                                     "it was."));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  val_field_watch_length (entry, LONGEST_NAME);
  val_gtk_set_accessible_label (entry, _("Name of the forecast"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep",
                                    C_ ("forecast", "_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "val-entry", entry);
  g_signal_connect (entry, "changed", G_CALLBACK (name_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPlanningPage *self = data;
  const ValPlanningVersion *version
      = self->input != NULL
            ? val_planning_input_version (self->input, g_variant_get_int64 (parameter))
            : NULL;
  g_autoptr (ValEdit) edit = NULL;

  if (version == NULL)
    return;
  edit = val_planning_delete_edit (version);
  val_session_edit (val_page_get_session (VAL_PAGE (self)), edit, NULL, NULL);
}

static void
formula_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_planning_page_ask_formula (data, g_variant_get_int64 (parameter));
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  val_planning_page_show_source (data, g_variant_get_int64 (parameter));
}

/* ---- The whole screen ------------------------------------------------------------------------- */

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        GtkWindow *window)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_F11)
    return FALSE;
  gtk_window_close (window);
  return TRUE;
}

static void
full_screen_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPlanningPage *self = data;
  GtkWidget *window, *view, *box;
  GtkEventController *keys;
  g_autoptr (ValChart) chart = make_chart (self);

  if (chart == NULL)
    return;
  window = adw_window_new ();
  view = val_chart_view_new (chart);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (view, TRUE);
  /* On a page a picture has the height that suits its width; here it takes all there is. */
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (VAL_IS_CHART_PLOT (child))
      gtk_widget_set_vexpand (child, TRUE);
  /* It is read from afar. */
  gtk_widget_add_css_class (box, "val-page-content");
  gtk_widget_add_css_class (box, "val-from-afar");
  if (shown_tab (self) == VAL_PLANNING_TAB_STAFFING && val_chart_get_period (chart) != NULL)
    {
      GtkWidget *period = val_text_label_new (val_chart_get_period (chart));

      gtk_widget_add_css_class (period, "dim-label");
      gtk_box_append (GTK_BOX (box), period);
    }
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), val_chart_get_title (chart));
  gtk_window_set_transient_for (GTK_WINDOW (window), window_of (self));
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 600);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), window);
  gtk_widget_add_controller (window, keys);
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- Files ------------------------------------------------------------------------------------ */

typedef struct
{
  ValPlanningPage *page;
  ValDocument *document;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->page);
  val_document_free (saving->document);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
document_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  bytes = val_document_to_pdf (saving->document, NULL, &error);
  if (bytes != NULL)
    val_page_write (VAL_PAGE (saving->page), file, bytes);
  else
    val_page_warn (VAL_PAGE (saving->page), error->message);
}

/* Of a file with what is in sight. */
static char *
dup_stem (ValPlanningPage *self)
{
  g_autofree char *day = val_day_to_iso (self->day);

  return g_strconcat (shown_tab (self) == VAL_PLANNING_TAB_STAFFING
                          ? C_ ("file name", "staffing")
                          : C_ ("file name", "forecast"),
                      "-", day, NULL);
}

static void
picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPlanningPage *self = data;
  g_autoptr (ValChart) chart = make_chart (self);
  g_autofree char *stem = NULL;

  if (chart == NULL)
    return;
  stem = dup_stem (self);
  val_page_save_picture (VAL_PAGE (self), chart, stem);
}

static void
chart_picture_cb (ValPlanningPage *self)
{
  picture_cb (NULL, NULL, self);
}

/* The day's agents, interval by interval. */
static void
add_agents (ValPlanningPage *self, ValDocument *document)
{
  const ValDocumentColumn columns[]
      = { { C_ ("column", "Time"), FALSE }, { C_ ("column", "Contacts"), TRUE },
          { C_ ("column", "Agents"), TRUE }, { C_ ("column", "On the roster"), TRUE } };
  g_autofree double *contacts = NULL;
  g_autofree ValStaffingSlot *slots = NULL;
  ValDocumentTable *table;
  ValStaffingPlan plan;
  ValStaffingDay day;
  int first;
  guint n;

  contacts = val_planning_picture_day (self->picture, self->day, self->options.interval, &first,
                                       &n);
  if (contacts == NULL)
    return;
  val_planning_options_plan (&self->options, self->picture->handle_time, &plan);
  slots = g_new (ValStaffingSlot, n + 1);
  val_staffing_day (&plan, contacts, n, slots, &day);
  val_document_add_text (document, VAL_TEXT_HEADING, C_ ("heading", "Agents"));
  table = val_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    {
      int minute = first + (int) i * self->options.interval;
      g_autofree char *time = val_format_time (minute / 60 % 24, minute % 60);
      g_autofree char *number = val_format_number (slots[i].contacts, 0);
      g_autofree char *agents = val_format_integer (MAX (0, slots[i].agents));
      g_autofree char *rostered = val_format_integer (slots[i].rostered);
      const char *cells[] = { time, number, agents, rostered };

      val_document_table_add_row (table, cells);
    }
}

/* “Forecast, Monday, 30 November 2026”: a sheet of paper says the year. */
static char *
dup_title (ValPlanningPage *self, gboolean staffing)
{
  ValPlanningView view = val_planning_page_get_view (self);
  g_autofree char *days = NULL;

  if (staffing)
    view.range = VAL_PLANNING_DAY;
  days = val_planning_dup_dated_days (&view);
  /* Translators: titles of documents; %s a day or a period */
  return val_format_replace (staffing ? _("Staffing, %s") : _("Forecast, %s"), days);
}

/* Under the headline, which says what its title would say again. */
static void
take_chart (ValDocument *document, ValChart *chart)
{
  if (chart != NULL)
    val_chart_set_title (chart, NULL);
  val_document_take_chart (document, chart);
}

/* The service level to come with these agents. */
static void
add_expected (ValPlanningPage *self, ValDocument *document, const ValPlanningView *view)
{
  g_autofree char *expected = NULL;
  ValStaffingPlan plan;

  val_planning_options_plan (&self->options, self->picture->handle_time, &plan);
  expected = val_planning_dup_expected (view, &plan);
  if (expected != NULL)
    val_document_add_text (document, VAL_TEXT_BODY, expected);
}

static void
add_staffing (ValPlanningPage *self, ValDocument *document, ValChart *chart, const char *title)
{
  ValPlanningView view = val_planning_page_get_view (self);

  view.range = VAL_PLANNING_DAY;
  val_document_add_text (document, VAL_TEXT_HEADLINE, val_chart_get_title (chart));
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  take_chart (document, chart);
  add_expected (self, document, &view);
  add_agents (self, document);
}

/* What the forecast's tab says. */
static void
add_forecast (ValPlanningPage *self, ValDocument *document, const char *title)
{
  ValPlanningView view = val_planning_page_get_view (self);
  g_autofree char *headline = val_planning_dup_headline (&view);
  g_autofree char *honest = val_planning_dup_honest (self->picture);
  g_autofree char *level = val_planning_dup_level (&view);
  g_autofree char *holidays = val_planning_dup_holidays (&view);

  val_document_add_text (document, VAL_TEXT_HEADLINE, headline);
  val_document_add_text (document, VAL_TEXT_TITLE, title);
  take_chart (document, make_forecast (self));
  val_document_add_text (document, VAL_TEXT_BODY, honest);
  if (level != NULL)
    val_document_add_text (document, VAL_TEXT_BODY, level);
  add_expected (self, document, &view);
  if (holidays != NULL)
    val_document_add_text (document, VAL_TEXT_NOTE, holidays);
  if (self->range == VAL_PLANNING_DAY)
    add_agents (self, document);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ValPlanningPage *self = data;
  const ValFileType types[] = { { _("Document (PDF)"), "*.pdf" } };
  g_autoptr (ValChart) chart = make_chart (self);
  gboolean staffing = shown_tab (self) == VAL_PLANNING_TAB_STAFFING;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *stem = NULL;
  Saving *saving;

  if (chart == NULL)
    return;
  title = dup_title (self, staffing);
  stem = dup_stem (self);
  name = g_strconcat (stem, ".pdf", NULL);
  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->document = val_report_start (
      val_session_get_dataset (val_page_get_session (VAL_PAGE (self))), title);
  if (staffing)
    add_staffing (self, saving->document, g_steal_pointer (&chart), title);
  else
    add_forecast (self, saving->document, title);
  val_file_choice_save (GTK_WIDGET (self), _("Report as PDF"), name, types, G_N_ELEMENTS (types),
                        document_chosen_cb, saving);
}

/* ---- All of them ------------------------------------------------------------------------------ */

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* val_planning_page_add_actions: actions, their buttons, the charts' own "save as picture" */
void
val_planning_page_add_actions (ValPlanningPage *self)
{
  static const GActionEntry entries[] = {
    { "new", keep_cb },         { "delete-forecast", delete_cb, "x" },
    { "show-forecast", show_cb, "x" }, { "full-screen", full_screen_cb },
    { "picture", picture_cb },  { "print", print_cb },
    { "forecast-formula", formula_cb, "x" },
  };
  GtkWidget *box = val_wrap_box_new (6);

  self->full = gtk_button_new_from_icon_name ("view-fullscreen-symbolic");
  self->pdf = new_button (_("PDF"), "page.print");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  val_page_set_actions (VAL_PAGE (self), G_ACTION_GROUP (self->actions));
  val_gtk_label_button (self->full, _("Picture on the whole screen"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->full), "page.full-screen");
  self->keep = new_button (_("_Keep Forecast…"), "page.new");
  val_wrap_box_append (VAL_WRAP_BOX (box), self->keep);
  val_wrap_box_append (VAL_WRAP_BOX (box), self->full);
  val_wrap_box_append (VAL_WRAP_BOX (box), self->pdf);
  val_page_set_header_end (VAL_PAGE (self), box);
  g_signal_connect_swapped (self->chart, "save-picture", G_CALLBACK (chart_picture_cb), self);
  g_signal_connect_swapped (self->staffing_chart, "save-picture", G_CALLBACK (chart_picture_cb),
                            self);
  val_planning_page_update_actions (self);
}

/* val_planning_page_update_actions: what can be done now */
void
val_planning_page_update_actions (ValPlanningPage *self)
{
  const char *shared[] = { "full-screen", "picture", "print" };
  ValStore *store = val_session_get_store (val_page_get_session (VAL_PAGE (self)));
  GAction *keep;
  const char *none = NULL;

  /* While the page is put together there are none. */
  if (self->actions == NULL)
    return;
  keep = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "new");
  if (self->picture != NULL && !has_chart (self))
    none = shown_tab (self) == VAL_PLANNING_TAB_STAFFING
               ? _("No intervals are forecast for this day: there is no picture.")
               : _("This tab has no picture.");
  gtk_widget_set_tooltip_text (self->full,
                               none != NULL ? none : _("Picture on the whole screen"));
  gtk_widget_set_tooltip_text (self->pdf, none != NULL ? none : _("Report as PDF"));
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), shared[i])),
        has_chart (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (keep),
                               is_own (self) && (store == NULL || !val_store_is_read_only (store)));
}
