/* val-keep-weights.c: the weights that were tried become those that hold, from a day on
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scorecard-weights.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-person-form.h"

#define VAL_TYPE_KEEP_WEIGHTS (val_keep_weights_get_type ())
G_DECLARE_FINAL_TYPE (ValKeepWeights, val_keep_weights, VAL, KEEP_WEIGHTS, AdwWindow)

/**
 * ValKeepWeights:
 *
 * From which day on, and why. What held before stays for the periods before.
 */
struct _ValKeepWeights
{
  AdwWindow parent_instance;

  ValSession *session;
  ValScoreIndex *base;
  ValScoreIndex *index;
  GtkWidget *day, *reason, *save, *error;
};

G_DEFINE_FINAL_TYPE (ValKeepWeights, val_keep_weights, ADW_TYPE_WINDOW)

static void
val_keep_weights_dispose (GObject *object)
{
  ValKeepWeights *self = VAL_KEEP_WEIGHTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->base, val_score_index_unref);
  g_clear_pointer (&self->index, val_score_index_unref);
  G_OBJECT_CLASS (val_keep_weights_parent_class)->dispose (object);
}

static void
val_keep_weights_class_init (ValKeepWeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_keep_weights_dispose;
}

static void
val_keep_weights_init (ValKeepWeights *self)
{
}

static gboolean
is_changed (ValKeepWeights *self, guint indicator, int *ret_before, int *ret_after)
{
  guint current = val_scorecard_current (val_score_index_scorecard (self->base));

  *ret_before = val_score_index_weight (self->base, current, indicator);
  *ret_after = val_score_index_weight (self->index, current, indicator);
  return *ret_before >= 0 && *ret_before != *ret_after;
}

/* Terms of that very day are changed; else there is a new one beside those before it. */
static void
put_term (ValKeepWeights *self, ValEdit *edit, guint indicator, int weight, ValDay day,
          const char *reason)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  ValScorecard *card = val_score_index_scorecard (self->base);
  gint64 id = val_scorecard_indicator (card, indicator)->record.id;
  const ValIndicatorTerm *held = val_indicator_term_on (dataset, id, day);
  const ValScoreTerm *judged = val_scorecard_term (card, val_scorecard_current (card), indicator);
  ValIndicatorTerm *term;

  if (held != NULL && held->day == day)
    term = val_record_copy (held);
  else
    {
      term = val_indicator_term_new (id, day);
      term->floor = held != NULL ? held->floor : judged->floor;
      term->target = held != NULL ? held->target : judged->target;
    }
  term->weight = weight;
  val_set_string (&term->reason, reason);
  val_edit_put_record (edit, term);
  val_record_free (term);
}

static void
save_cb (GtkButton *button, ValKeepWeights *self)
{
  ValScorecard *card = val_score_index_scorecard (self->base);
  g_autofree char *reason = val_person_form_dup_text (self->reason);
  ValDay day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  g_autofree char *written = NULL;
  g_autoptr (ValEdit) edit = NULL;
  int before, after;

  val_person_form_set_error (self->error, NULL, NULL);
  if (val_date_entry_is_wrong (VAL_DATE_ENTRY (self->day)) || day < 0)
    {
      val_person_form_set_error (self->error, self->day,
                                 _("The day is not a date; write it as 5.3.2026"));
      return;
    }
  written = val_format_date (day, VAL_DATE_LONG, val_session_get_today (self->session));
  /* Translators: %s is a day */
  edit = val_edit_new (N_ ("Weights kept from %s"), written);
  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (is_changed (self, i, &before, &after))
      put_term (self, edit, i, after, day, reason);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

static void
add_changes (ValKeepWeights *self, GtkWidget *content)
{
  GtkWidget *group = val_person_form_group (content, _("What Changes"), NULL);
  ValScorecard *card = val_score_index_scorecard (self->base);
  int before, after;

  for (guint i = 0; i < val_scorecard_n_indicators (card); i++)
    if (is_changed (self, i, &before, &after))
      {
        GtkWidget *row = adw_action_row_new ();
        g_autofree char *from = val_format_number (before / 1000.0, 1);
        g_autofree char *to = val_format_number (after / 1000.0, 1);
        g_autofree char *words = g_strdup_printf ("%s → %s", from, to);
        GtkWidget *label = gtk_label_new (words);

        gtk_widget_add_css_class (label, "val-number");
        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                       val_indicator_get_name (val_scorecard_indicator (card, i)));
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      }
}

/**
 * val_keep_weights_present:
 * @parent: the window it stands over
 * @base: with the weights that hold
 * @index: with those that were tried, of the same scorecard
 */
void
val_keep_weights_present (GtkWindow *parent, ValSession *session, ValScoreIndex *base,
                          ValScoreIndex *index)
{
  ValKeepWeights *self = g_object_new (VAL_TYPE_KEEP_WEIGHTS, NULL);
  ValScorecard *card = val_score_index_scorecard (base);
  const ValScorePeriod *judged = val_scorecard_period (card, val_scorecard_current (card));
  GtkWidget *content, *group;

  self->session = g_object_ref (session);
  self->base = val_score_index_ref (base);
  self->index = val_score_index_ref (index);
  val_person_form_build (GTK_WINDOW (self), C_ ("window", "New Weights"), _("_Keep"), &self->save,
                         &content);
  group = val_person_form_group (
      content, NULL,
      _("They hold from this day on. Periods before it keep the weights they had."));
  self->day = val_person_form_date (group, C_ ("indicator", "From"), judged->from,
                                    val_session_get_today (session));
  self->reason = val_person_form_text (group, C_ ("indicator", "Why, and who decided"), "");
  self->error = val_person_form_error (group);
  add_changes (self, content);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 480);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->reason);
  gtk_window_present (GTK_WINDOW (self));
}
