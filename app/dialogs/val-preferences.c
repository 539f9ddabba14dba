/* val-preferences.c: the centre's own numbers and words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-preferences.h"

#include "val-bands-editor.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"
#include "val-toast.h"
#include "val-wrap-row.h"

struct _ValPreferences
{
  AdwPreferencesWindow parent_instance;

  ValSession *session;
  GtkWidget *name;
  GtkWidget *scale;
  GtkWidget *hours;
  GtkWidget *bands;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ValPreferences, val_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const scales[] = { "0-10", "1-5", "1-6", "0-100", "A-E" };

static void
val_preferences_dispose (GObject *object)
{
  g_clear_object (&VAL_PREFERENCES (object)->session);
  G_OBJECT_CLASS (val_preferences_parent_class)->dispose (object);
}

static void
edit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPreferences) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEditResult) edit_result
      = val_session_edit_finish (VAL_SESSION (source), result, &error);

  /* Said here too: this window lies over the one that says it. */
  if (edit_result == NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                      val_toast_new (GTK_WIDGET (self), error->message));
}

static void
set_setting (ValPreferences *self, const char *label, const char *argument, const char *key,
             const char *value)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (ValEdit) edit = NULL;

  if (dataset != NULL && g_strcmp0 (val_dataset_setting (dataset, key), value) == 0)
    return;
  edit = val_edit_new (label, argument);
  val_edit_set_setting (edit, key, value);
  val_session_edit (self->session, edit, edit_cb, g_object_ref (self));
}

static void
name_apply_cb (AdwEntryRow *row, ValPreferences *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));

  set_setting (self, N_ ("Changed the centre’s name: %s"), name, VAL_SETTING_CENTRE_NAME,
               *name != '\0' ? name : NULL);
}

static void
scale_cb (GtkDropDown *choice, GParamSpec *pspec, ValPreferences *self)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->setting || selected >= G_N_ELEMENTS (scales))
    return;
  set_setting (self, N_ ("Changed the scale: %s"), scales[selected], VAL_SETTING_SCALE,
               scales[selected]);
}

static void
store_hours (ValPreferences *self)
{
  gint32 hours = val_number_spin_get (self->hours);
  g_autofree char *value = g_strdup_printf ("%d", hours);
  ValDataset *dataset = val_session_get_dataset (self->session);

  if (dataset != NULL
      && val_dataset_setting_int (dataset, VAL_SETTING_HOURS_PER_WEEK, 2000) == hours)
    return;
  set_setting (self, N_ ("Changed the training hours per week"), NULL, VAL_SETTING_HOURS_PER_WEEK,
               value);
}

static void
hours_leave_cb (GtkEventControllerFocus *controller, ValPreferences *self)
{
  /* The focus leaves a window that is taken down, too. */
  if (!self->setting && self->session != NULL)
    store_hours (self);
}

static gboolean
val_preferences_close_request (GtkWindow *window)
{
  ValPreferences *self = VAL_PREFERENCES (window);

  if (self->session != NULL)
    {
      store_hours (self);
      name_apply_cb (ADW_ENTRY_ROW (self->name), self);
      if (!val_bands_editor_leave (VAL_BANDS_EDITOR (self->bands)))
        return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (val_preferences_parent_class)->close_request (window);
}

static void
val_preferences_class_init (ValPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_preferences_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = val_preferences_close_request;
}

static GtkWidget *
make_centre_group (ValPreferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *names[] = { _("0 to 10"), _("1 to 5"), _("1 to 6"), _("0 to 100"), _("A to E"), NULL };
  GtkWidget *scale;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Centre"));
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name of the centre"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->name), TRUE);
  g_signal_connect (self->name, "apply", G_CALLBACK (name_apply_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);

  self->scale = gtk_drop_down_new_from_strings (names);
  val_gtk_label_inside (self->scale, _("Scale of levels"));
  g_signal_connect (self->scale, "notify::selected", G_CALLBACK (scale_cb), self);
  scale = val_wrap_row_new (_("Scale of levels"),
                            _("How levels are entered and shown. They are kept from 0 to 10."));
  val_wrap_row_add (scale, self->scale);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scale);

  self->hours = val_number_spin_new (40, 500);
  gtk_widget_set_valign (self->hours, GTK_ALIGN_CENTER);
  val_gtk_set_accessible_label (self->hours, _("Training hours per person and week"));
  g_signal_connect (focus, "leave", G_CALLBACK (hours_leave_cb), self);
  gtk_widget_add_controller (self->hours, focus);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _("Training hours per person and week"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("This decides how many weeks a group needs."));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->hours);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->hours);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/* The window program has the action; it is kept with the window's own settings. */
static GtkWidget *
make_day_group (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *on = gtk_switch_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), C_ ("page", "Today"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Notifications"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Says on the day which sessions are planned and what was promised."));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (on, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (on), "app.notifications");
  val_gtk_set_accessible_label (on, _("Notifications"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
show_settings (ValPreferences *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  const char *name = dataset != NULL ? val_dataset_setting (dataset, VAL_SETTING_CENTRE_NAME) : NULL;
  const char *scale = dataset != NULL ? val_dataset_setting (dataset, VAL_SETTING_SCALE) : NULL;
  int hours = dataset != NULL
                  ? val_dataset_setting_int (dataset, VAL_SETTING_HOURS_PER_WEEK, 2000)
                  : 2000;

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (g_strcmp0 (scale, scales[i]) == 0)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->scale), i);
    }
  val_number_spin_set (self->hours, hours);
  self->setting = FALSE;
}

static void
val_preferences_init (ValPreferences *self)
{
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), FALSE);
}

/**
 * val_preferences_new:
 * @session: whose settings
 * @parent: the window that asked
 *
 * Every change is stored as an edit and can be undone. Language and appearance follow the system.
 *
 * Returns: (transfer floating): a window
 */
GtkWidget *
val_preferences_new (ValSession *session, GtkWindow *parent)
{
  ValPreferences *self
      = g_object_new (VAL_TYPE_PREFERENCES, "title", _("Preferences"), "modal", TRUE,
                      "transient-for", parent, "default-width", 560, "default-height", 640, NULL);
  GtkWidget *page = adw_preferences_page_new ();

  self->session = g_object_ref (session);
  self->setting = TRUE;
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_centre_group (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_day_group ()));
  self->bands = val_bands_editor_new (session);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->bands));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  show_settings (self);
  return GTK_WIDGET (self);
}
