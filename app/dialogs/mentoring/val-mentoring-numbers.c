/* val-mentoring-numbers.c: a person's indicators since the last session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-figures.h"

typedef struct
{
  ValSession *session;
  ValMentoringWindow *window;
  GtkWidget *box;
  gboolean first; /* there was no session before */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->session);
  g_object_unref (asking->window);
  g_object_unref (asking->box);
  g_free (asking);
}

static void
add_row (GtkWidget *list, const ValIndicator *indicator, const ValFigure *figure)
{
  int unit = val_formula_unit (indicator->formula, indicator->unit);
  g_autofree char *now = val_indicator_format (unit, (double) figure->value / 1000.0);
  g_autofree char *then = val_indicator_format (unit, (double) figure->before / 1000.0);
  g_autofree char *n = figure->n >= 0 ? val_format_integer (figure->n) : NULL;
  g_autofree char *cases = n != NULL ? val_format_replace (_("cases: %s"), n) : NULL;
  /* Translators: what an indicator was before; %s is a value */
  g_autofree char *before = val_format_replace (_("before: %s"), then);
  g_autofree char *subtitle
      = figure->before_known && cases != NULL
            ? g_strdup_printf ("%s · %s", before, cases)
            : g_strdup (figure->before_known ? before : cases != NULL ? cases : "");
  GtkWidget *row = adw_action_row_new (), *label = gtk_label_new (now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), val_indicator_get_name (indicator));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "val-number");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* What the session aims at comes first. */
static void
add_aim (Asking *asking, GArray *figures)
{
  g_autofree char *change = NULL;

  if (asking->window->session == NULL || gtk_widget_get_parent (asking->box) == NULL)
    return; /* closed meanwhile, or cleared */
  val_mentoring_take_figures (asking->window, g_array_ref (figures));
  change = val_mentoring_dup_aim_change (asking->window);
  if (change == NULL)
    return;
  gtk_box_append (GTK_BOX (asking->box), val_mentoring_heading (_("The aim")));
  gtk_box_append (GTK_BOX (asking->box), val_mentoring_label (change, NULL));
}

static void
figures_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GArray) figures
      = val_performance_figures_finish (VAL_SESSION (source), result, NULL);
  const char *title = asking->first ? _("Indicators of the last month")
                                    : _("Indicators since last time");
  GtkWidget *list = NULL;

  if (figures != NULL)
    add_aim (asking, figures);
  /* The place may have been cleared meanwhile, and then somebody else has asked anew. */
  for (guint i = 0; figures != NULL && i < figures->len
                    && gtk_widget_get_parent (asking->box) != NULL;
       i++)
    {
      const ValFigure *figure = &g_array_index (figures, ValFigure, i);
      const ValIndicator *indicator
          = val_dataset_find_record (val_session_get_dataset (asking->session),
                                     VAL_RECORD_INDICATOR, figure->indicator_id);

      if (indicator == NULL)
        continue;
      if (list == NULL)
        {
          gtk_box_append (GTK_BOX (asking->box), val_mentoring_heading (title));
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          val_gtk_set_accessible_label (list, title);
          gtk_box_append (GTK_BOX (asking->box), list);
        }
      add_row (list, indicator, figure);
    }
  gtk_widget_set_visible (asking->box, list != NULL);
  asking_free (asking);
}

/* val_mentoring_add_numbers: a place for the indicators of whom it is about; filled when known */
void
val_mentoring_add_numbers (ValMentoringWindow *self)
{
  Asking *asking;
  ValDay today = val_session_get_today (self->session);

  if (self->model->now->people->len != 1)
    return;
  asking = g_new0 (Asking, 1);
  asking->session = g_object_ref (self->session);
  asking->window = g_object_ref (self);
  asking->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  asking->first = self->model->last == NULL;
  gtk_widget_set_visible (asking->box, FALSE);
  gtk_box_append (GTK_BOX (self->left), asking->box);
  val_performance_figures_async (self->session,
                                 g_array_index (self->model->now->people, gint64, 0),
                                 val_mentoring_model_get_since (self->model), today,
                                 self->cancellable, figures_cb, asking);
}
