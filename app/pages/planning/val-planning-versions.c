/* val-planning-versions.c: forecasts that were kept, and numbers that were imported
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-planning-page-private.h"

static GtkWidget *
new_button (const char *icon, const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  val_gtk_label_button (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int64 (id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* How good it was, or how much came; below it the service level with the name of its formula. */
static char *
dup_subtitle (ValPlanningPage *self, const ValPlanningVersion *version,
              const ValPlanningJudged *judged)
{
  ValDay today = val_session_get_today (val_page_get_session (VAL_PAGE (self)));
  g_autofree char *made = val_format_date (version->day, VAL_DATE_MEDIUM, today);
  g_autofree char *how = NULL;
  g_autofree char *level = val_planning_dup_version_level (version);
  g_autofree char *text = NULL;

  if (judged != NULL)
    {
      how = val_planning_dup_judged (judged);
      /* Translators: %1$s a day, %2$s how good a forecast was */
      text = g_strdup_printf (_("Made on %1$s · %2$s"), made, how);
    }
  else
    {
      how = version->slot_minutes >= 1440
                ? val_format_count (ngettext ("contacts of %u day", "contacts of %u days",
                                              version->intervals->len),
                                    version->intervals->len)
                : val_format_count (ngettext ("contacts of %u interval", "contacts of %u intervals",
                                              version->intervals->len),
                                    version->intervals->len);
      /* Translators: %1$s a day, %2$s "contacts of 1251 days" */
      text = g_strdup_printf (_("Imported on %1$s · %2$s"), made, how);
    }
  return level == NULL ? g_steal_pointer (&text) : g_strconcat (text, "\n", level, NULL);
}

static void
add_version (ValPlanningPage *self, const ValPlanningVersion *version,
             const ValPlanningJudged *judged)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = dup_subtitle (self, version, judged);
  /* Translators: of a button; %s the name of a forecast */
  g_autofree char *delete = g_strdup_printf (_("Delete: %s"), version->name);
  /* Translators: of a button; %s the name of a forecast */
  g_autofree char *formula = g_strdup_printf (_("Formula of service level: %s"), version->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), version->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (version->has_level)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               new_button ("document-edit-symbolic", formula,
                                           "page.forecast-formula", version->id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("user-trash-symbolic", delete,
                                                               "page.delete-forecast",
                                                               version->id));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int64 (version->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.show-forecast");
  gtk_list_box_append (GTK_LIST_BOX (self->versions), row);
}

/* The place of the row that has the focus, or in which something has it; -1: none */
static int
focused_row (ValPlanningPage *self)
{
  GtkRoot *root = gtk_widget_get_root (self->versions);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row
      = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == self->versions
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : -1;
}

/* The keyboard goes on in the list, also when the row it was in is gone. */
static void
focus_row (ValPlanningPage *self, int place)
{
  GtkListBoxRow *row = NULL;

  for (; place >= 0 && row == NULL; place--)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->versions), place);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* val_planning_page_show_versions: those of a new picture */
void
val_planning_page_show_versions (ValPlanningPage *self)
{
  int focused = focused_row (self);
  gboolean any_numbers = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->versions)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->versions), child);
  for (guint i = 0; i < self->picture->judged->len; i++)
    {
      const ValPlanningJudged *judged
          = &g_array_index (self->picture->judged, ValPlanningJudged, i);

      add_version (self, val_planning_input_version (self->input, judged->id), judged);
    }
  for (guint i = 0; i < self->input->versions->len; i++)
    {
      const ValPlanningVersion *version = self->input->versions->pdata[i];

      if (version->has_forecast)
        continue;
      any_numbers = TRUE;
      add_version (self, version, NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->versions_heading),
                      any_numbers ? _("Kept forecasts and imported numbers")
                                  : _("Kept forecasts"));
  gtk_widget_set_visible (self->versions, self->input->versions->len > 0);
  gtk_widget_set_visible (self->versions_heading, self->input->versions->len > 0);
  focus_row (self, focused);
}

/* val_planning_page_build_versions: the list, empty */
void
val_planning_page_build_versions (ValPlanningPage *self, GtkWidget *box)
{
  self->versions_heading = val_planning_page_label (box, "title-4");
  gtk_widget_set_margin_top (self->versions_heading, 12);
  self->versions = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->versions), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->versions, "boxed-list");
  val_gtk_set_accessible_label (self->versions, _("Kept forecasts"));
  gtk_box_append (GTK_BOX (box), self->versions);
}
