/* val-planning-page.c: forecast, staffing, and what mentoring costs
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-planning-page-private.h"

#include <math.h>

#include "val-column.h"
#include "val-empty-place.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-form.h"
#include "val-question.h"
#include "val-tabs.h"
#include "val-text-label.h"

#define WIDEST 1000
/* Fields that change are written to the file after a pause of so many milliseconds. */
#define SAVE_PAUSE 1500

G_DEFINE_FINAL_TYPE (ValPlanningPage, val_planning_page, VAL_TYPE_PAGE)

/* val_planning_page_label: (transfer none): an empty line of text that wraps */
GtkWidget *
val_planning_page_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = val_text_label_new (NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

ValPlanningView
val_planning_page_get_view (ValPlanningPage *self)
{
  return (ValPlanningView){
    .picture = self->picture,
    .compare = self->input != NULL && self->compare_id != 0
                   ? val_planning_input_version (self->input, self->compare_id)
                   : NULL,
    .range = self->range,
    .day = self->day,
    .today = val_session_get_today (val_page_get_session (VAL_PAGE (self))),
    .country = self->options.country,
  };
}

/* ---- What was set is kept -------------------------------------------------------------------- */

static void
save_options (ValPlanningPage *self)
{
  ValSession *session = val_page_get_session (VAL_PAGE (self));
  ValDataset *dataset = val_session_get_dataset (session);
  g_autofree char *text = val_planning_options_write (&self->options);
  g_autoptr (ValEdit) edit = NULL;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (dataset == NULL || val_store_is_read_only (val_session_get_store (session))
      || g_strcmp0 (val_dataset_setting (dataset, VAL_SETTING_PLANNING), text) == 0)
    return;
  edit = val_edit_new (N_("Changed the numbers for planning"), NULL);
  val_edit_set_setting (edit, VAL_SETTING_PLANNING, text);
  val_session_edit_quietly (session, edit, NULL, NULL);
}

static gboolean
save_cb (gpointer data)
{
  ValPlanningPage *self = data;

  self->save_timeout = 0;
  save_options (self);
  return G_SOURCE_REMOVE;
}

/* val_planning_page_options_changed: a field says another number: shown at once, kept soon */
void
val_planning_page_options_changed (ValPlanningPage *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->save_timeout = g_timeout_add (SAVE_PAUSE, save_cb, self);
  val_planning_page_show_staffing (self);
  val_planning_page_show_mentoring (self);
  val_planning_page_show_expected (self);
}

static void
read_options (ValPlanningPage *self)
{
  ValDataset *dataset = val_session_get_dataset (val_page_get_session (VAL_PAGE (self)));

  /* What is being changed is not overwritten by what was saved before. */
  if (dataset == NULL || self->save_timeout != 0)
    return;
  val_planning_options_read (&self->options, val_dataset_setting (dataset, VAL_SETTING_PLANNING));
  val_planning_page_fill_fields (self);
}

/* ---- The picture ------------------------------------------------------------------------------ */

static void
choose_day (ValPlanningPage *self)
{
  ValDay today = val_session_get_today (val_page_get_session (VAL_PAGE (self)));
  const ValPlanningPicture *picture = self->picture;
  guint index;

  if (self->day != VAL_DAY_NONE && val_planning_picture_index (picture, self->day, &index)
      && (!self->looks_ahead || self->day >= picture->first_future))
    return;
  /* The first day from today on on which anybody is expected; when the past ended long ago, the
   * first day after it. */
  self->day = CLAMP (picture->first_future, picture->first_day,
                     picture->first_day + (ValDay) picture->n_days - 1);
  if (picture->n_days == 0)
    self->day = today;
  for (guint i = 0; i < picture->n_days; i++)
    if (picture->first_day + (ValDay) i >= today && picture->day_forecast[i] > 0)
      {
        self->day = picture->first_day + (ValDay) i;
        break;
      }
}

static void
show_picture (ValPlanningPage *self)
{
  choose_day (self);
  self->looks_ahead = FALSE;
  val_gtk_stack_show (GTK_STACK (self->outer), "content");
  val_planning_page_show_forecast (self);
  val_planning_page_show_staffing (self);
  val_planning_page_show_mentoring (self);
  val_planning_page_update_actions (self);
}

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPlanningPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValPlanningPicture) picture
      = val_planning_picture_finish (VAL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->outer == NULL)
    return;
  if (picture == NULL)
    {
      val_page_warn (VAL_PAGE (self), error->message);
      return;
    }
  g_clear_pointer (&self->picture, val_planning_picture_free);
  self->picture = g_steal_pointer (&picture);
  show_picture (self);
}

/* val_planning_page_ask: works the picture out anew */
void
val_planning_page_ask (ValPlanningPage *self)
{
  if (self->input == NULL || self->sources->len == 0)
    return;
  val_question_renew (&self->cancellable);
  val_planning_picture_async (val_page_get_session (VAL_PAGE (self)), self->input, &self->source,
                              self->options.country, self->cancellable, picture_cb,
                              g_object_ref (self));
}

/* ---- Sources ---------------------------------------------------------------------------------- */

static char *
dup_source (ValPlanningPage *self, const ValPlanningSource *source)
{
  const ValPlanningVersion *version;
  g_autofree char *minutes = val_format_integer (source->id);

  switch (source->kind)
    {
    case VAL_PLANNING_CONTACTS:
      return g_strdup (_("Forecast from contacts"));
    case VAL_PLANNING_INTERVALS:
      if (source->id >= 1440)
        return g_strdup (_("Forecast from days"));
      /* Translators: %s minutes: the length of intervals that another system counted */
      return g_strdup_printf (_("Forecast from intervals of %s min"), minutes);
    case VAL_PLANNING_VERSION:
    default:
      version = val_planning_input_version (self->input, source->id);
      return g_strdup (version != NULL ? version->name : "");
    }
}

static void
fill_sources (ValPlanningPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->setting = TRUE;
  g_array_unref (self->sources);
  self->sources = val_planning_input_sources (self->input);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const ValPlanningSource *source = &g_array_index (self->sources, ValPlanningSource, i);
      g_autofree char *name = dup_source (self, source);

      gtk_string_list_append (names, name);
      if (self->chosen && source->kind == self->source.kind && source->id == self->source.id)
        selected = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->source_choice), G_LIST_MODEL (names));
  if (self->sources->len > 0)
    {
      self->source = g_array_index (self->sources, ValPlanningSource, selected);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->source_choice), selected);
    }
  gtk_widget_set_visible (self->source_choice, self->sources->len > 0);
  self->setting = FALSE;
}

static void
source_cb (ValPlanningPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->source_choice));

  if (self->setting || selected >= self->sources->len)
    return;
  self->source = g_array_index (self->sources, ValPlanningSource, selected);
  self->chosen = TRUE;
  self->looks_ahead = self->picture != NULL && self->day >= self->picture->first_future;
  val_planning_page_ask (self);
}

/* val_planning_page_show_source: shows a kept forecast, or the one that is made of imported numbers */
void
val_planning_page_show_source (ValPlanningPage *self, gint64 version_id)
{
  const ValPlanningVersion *version
      = self->input != NULL ? val_planning_input_version (self->input, version_id) : NULL;
  gboolean numbers = version != NULL && !version->has_forecast;

  for (guint i = 0; version != NULL && i < self->sources->len; i++)
    {
      const ValPlanningSource *source = &g_array_index (self->sources, ValPlanningSource, i);

      if (numbers ? source->kind == VAL_PLANNING_INTERVALS && source->id == version->slot_minutes
                  : source->kind == VAL_PLANNING_VERSION && source->id == version_id)
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->source_choice), i);
          break;
        }
    }
}

static void
input_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPlanningPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValPlanningInput) input
      = val_planning_input_finish (VAL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->outer == NULL)
    return;
  if (input == NULL)
    {
      val_page_warn (VAL_PAGE (self), error->message);
      return;
    }
  g_clear_pointer (&self->input, val_planning_input_unref);
  self->input = g_steal_pointer (&input);
  fill_sources (self);
  if (self->sources->len > 0)
    {
      val_planning_page_ask (self);
      return;
    }
  g_clear_pointer (&self->picture, val_planning_picture_free);
  val_gtk_stack_show (GTK_STACK (self->outer), "empty");
  val_planning_page_update_actions (self);
}

static void
val_planning_page_update (ValPage *page, ValTables tables)
{
  ValPlanningPage *self = VAL_PLANNING_PAGE (page);
  ValSession *session = val_page_get_session (page);

  if (val_session_get_dataset (session) == NULL)
    return;
  if (tables & VAL_TABLE_SETTINGS)
    read_options (self);
  if ((tables & (VAL_TABLE_CONTACTS | VAL_TABLE_FORECASTS | VAL_TABLE_IMPORTS | VAL_TABLE_PEOPLE))
      == 0)
    return;
  val_question_renew (&self->cancellable);
  val_planning_input_async (session, self->cancellable, input_cb, g_object_ref (self));
}

/* ---- The frame -------------------------------------------------------------------------------- */

static GtkWidget *
build_empty (void)
{
  GtkWidget *place = val_empty_place_new (
      "val-planning-symbolic", _("No Contacts Yet"),
      _("Drop the export of your telephone system on this window. With two weeks of contacts or "
        "more, this page says how many will come, how many agents that takes and how good the "
        "forecast was."));

  val_empty_place_add_button (place, _("_Import…"), "win.import", TRUE);
  return place;
}

static void
narrow_cb (ValPlanningPage *self)
{
  gboolean narrow = val_page_get_narrow (VAL_PAGE (self));

  for (guint i = 0; i < VAL_PLANNING_N_TABS; i++)
    if (narrow)
      gtk_widget_add_css_class (self->contents[i], "narrow");
    else
      gtk_widget_remove_css_class (self->contents[i], "narrow");
}

static void
build (ValPlanningPage *self)
{
  const char *const titles[VAL_PLANNING_N_TABS]
      = { C_ ("tab", "Forecast"), C_ ("tab", "Staffing"), C_ ("tab", "Mentoring") };

  self->tabs = val_tabs_new ();
  self->contents[0] = val_planning_page_build_forecast (self);
  self->contents[1] = val_planning_page_build_staffing (self);
  self->contents[2] = val_planning_page_build_mentoring (self);
  for (guint i = 0; i < VAL_PLANNING_N_TABS; i++)
    val_tabs_add (VAL_TABS (self->tabs), titles[i], val_column_new (self->contents[i], WIDEST));
  self->outer = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->outer), FALSE);
  gtk_stack_add_named (GTK_STACK (self->outer), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
                       "loading");
  gtk_stack_add_named (GTK_STACK (self->outer), build_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->outer), self->tabs, "content");
  adw_bin_set_child (ADW_BIN (self), self->outer);
  val_page_set_title (VAL_PAGE (self), C_ ("page", "Planning"), NULL);
  self->source_choice = gtk_drop_down_new (NULL, NULL);
  val_person_form_shorten_paths (self->source_choice);
  val_gtk_label_inside (self->source_choice, _("What the forecast is made from"));
  gtk_widget_set_visible (self->source_choice, FALSE);
  g_signal_connect_swapped (self->source_choice, "notify::selected", G_CALLBACK (source_cb), self);
  val_page_set_header_start (VAL_PAGE (self), self->source_choice);
  val_planning_page_add_actions (self);
  g_signal_connect_swapped (self->tabs, "notify::shown",
                            G_CALLBACK (val_planning_page_update_actions), self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  val_planning_page_fill_fields (self);
}

static void
val_planning_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (val_planning_page_parent_class)->constructed (object);
  build (VAL_PLANNING_PAGE (object));
}

static void
val_planning_page_dispose (GObject *object)
{
  ValPlanningPage *self = VAL_PLANNING_PAGE (object);

  if (self->save_timeout != 0)
    save_options (self);
  val_question_drop (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->picture, val_planning_picture_free);
  g_clear_pointer (&self->input, val_planning_input_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->compare_ids, g_array_unref);
  self->outer = NULL;
  G_OBJECT_CLASS (val_planning_page_parent_class)->dispose (object);
}

static void
val_planning_page_class_init (ValPlanningPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = val_planning_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = val_planning_page_dispose;
  VAL_PAGE_CLASS (klass)->update = val_planning_page_update;
}

static void
val_planning_page_init (ValPlanningPage *self)
{
  self->sources = g_array_new (FALSE, FALSE, sizeof (ValPlanningSource));
  self->compare_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->day = VAL_DAY_NONE;
  val_planning_options_init (&self->options);
}

/**
 * val_planning_page_new:
 * @session: the session
 *
 * Returns: (transfer floating): the page of forecast and staffing
 */
ValPage *
val_planning_page_new (ValSession *session)
{
  return g_object_new (VAL_TYPE_PLANNING_PAGE, "session", session, NULL);
}
