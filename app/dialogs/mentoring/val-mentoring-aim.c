/* val-mentoring-aim.c: the indicator that a session aims at
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"

#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-figures.h"
#include "val-person-form.h"

static const ValIndicator *
find_indicator (ValMentoringWindow *self, gint64 id)
{
  return id == 0 ? NULL
                 : val_dataset_find_record (val_session_get_dataset (self->session),
                                            VAL_RECORD_INDICATOR, id);
}

static char *
dup_value (const ValIndicator *indicator, int thousandths)
{
  return val_indicator_format (val_formula_unit (indicator->formula, indicator->unit),
                               thousandths / 1000.0);
}

static gint64
chosen (ValMentoringWindow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->aim_indicator));

  return selected < self->indicators->len ? g_array_index (self->indicators, gint64, selected) : 0;
}

/* Thousandths of the unit since the last session; -1: not known. */
static int
stands_at (ValMentoringWindow *self, gint64 indicator_id)
{
  for (guint i = 0; self->figures != NULL && i < self->figures->len; i++)
    {
      const ValFigure *figure = &g_array_index (self->figures, ValFigure, i);

      if (figure->indicator_id == indicator_id && figure->known && figure->value >= 0
          && figure->value <= G_MAXINT32)
        return (int) figure->value;
    }
  return -1;
}

/* val_mentoring_build_aim_indicator: rows in the aim, below its skill; what is wrong with them is
 * said below @group */
void
val_mentoring_build_aim_indicator (ValMentoringWindow *self, GtkWidget *group, GCallback changed)
{
  self->indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->aim_indicator = val_person_form_choice (
      self->aim, C_ ("aim", "Indicator"), (const char *const[]) { C_ ("indicator", "None"), NULL }, 0);
  self->aim_value = val_person_form_entry (self->aim, C_ ("aim", "Value to reach"), "");
  self->aim_error = val_person_form_error (group);
  g_signal_connect_swapped (self->aim_indicator, "notify::selected", changed, self);
  g_signal_connect_swapped (self->aim_value, "changed", changed, self);
}

/* val_mentoring_show_aim_indicator: those in use and the one that was chosen; while filling */
void
val_mentoring_show_aim_indicator (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  const ValIndicator *aim = find_indicator (self, now->aim_indicator_id);
  ValDay today = val_session_get_today (self->session);
  g_autoptr (GPtrArray) all
      = val_indicators_in_order (val_session_get_dataset (self->session));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *value
      = aim != NULL && now->aim_value >= 0 ? dup_value (aim, now->aim_value) : g_strdup ("");
  gint64 none = 0;
  guint selected = 0;

  g_array_set_size (self->indicators, 0);
  g_array_append_val (self->indicators, none);
  g_ptr_array_add (names, (gpointer) C_ ("indicator", "None"));
  for (guint i = 0; i < all->len; i++)
    {
      const ValIndicator *indicator = g_ptr_array_index (all, i);

      if (indicator != aim && !val_indicator_is_active (indicator, today))
        continue;
      if (indicator == aim)
        selected = names->len;
      g_array_append_val (self->indicators, indicator->record.id);
      g_ptr_array_add (names, (gpointer) val_indicator_get_name (indicator));
    }
  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->aim_indicator), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->aim_indicator), selected);
  gtk_editable_set_text (GTK_EDITABLE (self->aim_value), value);
  gtk_widget_set_visible (self->aim_value, selected != 0);
}

static gboolean
parse_value (ValMentoringWindow *self, const ValIndicator *indicator, int *ret_value)
{
  g_autofree char *text = val_person_form_dup_entry (self->aim_value);
  gint64 value;

  *ret_value = -1;
  if (indicator == NULL || *text == '\0')
    return TRUE;
  if (!val_indicator_parse (val_formula_unit (indicator->formula, indicator->unit), text, &value)
      || value < 0 || value > G_MAXINT32)
    return FALSE;
  *ret_value = (int) value;
  return TRUE;
}

/* val_mentoring_read_aim_indicator: into the model; where one stands is written down when the
 * indicator is chosen */
void
val_mentoring_read_aim_indicator (ValMentoringWindow *self)
{
  ValMentoring *now = self->model->now;
  gint64 id = chosen (self);

  if (id == 0)
    now->aim_stood = -1;
  else if (id != now->aim_indicator_id)
    now->aim_stood = stands_at (self, id);
  now->aim_indicator_id = id;
  parse_value (self, find_indicator (self, id), &now->aim_value);
  gtk_widget_set_visible (self->aim_value, id != 0);
}

/* val_mentoring_check_aim_indicator: FALSE when the value cannot be understood; says so */
gboolean
val_mentoring_check_aim_indicator (ValMentoringWindow *self)
{
  int value;

  val_person_form_set_error (self->aim_error, NULL, NULL);
  if (parse_value (self, find_indicator (self, chosen (self)), &value))
    return TRUE;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->aim), TRUE);
  val_person_form_set_error (self->aim_error, self->aim_value,
                             _("This is not a value of the indicator; write a number like 85 or "
                               "87.5"));
  return FALSE;
}

/* val_mentoring_dup_aim_indicator: (transfer full) (nullable): "First contact → 85 %" */
char *
val_mentoring_dup_aim_indicator (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  const ValIndicator *indicator = find_indicator (self, now->aim_indicator_id);
  g_autofree char *value = NULL;

  if (indicator == NULL)
    return NULL;
  if (now->aim_value < 0)
    return g_strdup (val_indicator_get_name (indicator));
  value = dup_value (indicator, now->aim_value);
  return g_strdup_printf ("%s → %s", val_indicator_get_name (indicator), value);
}

/* val_mentoring_dup_aim_change: (transfer full) (nullable): where one stood when it was aimed at,
 * and where now; NULL: no such aim, or nothing is known */
char *
val_mentoring_dup_aim_change (ValMentoringWindow *self)
{
  const ValMentoring *now = self->model->now;
  const ValIndicator *indicator = find_indicator (self, now->aim_indicator_id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int stands;

  if (indicator == NULL || (stands = stands_at (self, now->aim_indicator_id)) < 0)
    return NULL;
  before = now->aim_stood >= 0 ? dup_value (indicator, now->aim_stood)
                               : g_strdup (C_ ("aim", "not known"));
  after = dup_value (indicator, stands);
  /* Translators: an indicator; its value when it was aimed at, or "not known", and now */
  return g_strdup_printf (_("%1$s: before %2$s, now %3$s"), val_indicator_get_name (indicator),
                          before, after);
}

/* val_mentoring_take_figures: (transfer full): what is known of the person's indicators now */
void
val_mentoring_take_figures (ValMentoringWindow *self, GArray *figures)
{
  ValMentoring *now = self->model->now;
  const ValIndicator *indicator = find_indicator (self, now->aim_indicator_id);
  int stands;

  g_clear_pointer (&self->figures, g_array_unref);
  self->figures = figures;
  stands = stands_at (self, now->aim_indicator_id);
  self->model->aim_stands = stands;
  self->model->aim_reached
      = indicator != NULL && stands >= 0 && now->aim_value >= 0
        && (indicator->lower_is_better ? stands <= now->aim_value : stands >= now->aim_value);
}
