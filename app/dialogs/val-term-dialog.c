/* val-term-dialog.c: floor, target and weight of an indicator from a day on
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-term-dialog.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-number-spin.h"
#include "val-person-form.h"

#define MOST_VALUE 1000000
#define MOST_WEIGHT 1000

#define VAL_TYPE_TERM_DIALOG (val_term_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValTermDialog, val_term_dialog, VAL, TERM_DIALOG, AdwWindow)

/**
 * ValTermDialog:
 *
 * From which day on an indicator is judged by other numbers, and why. What held before stays.
 */
struct _ValTermDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValIndicator *indicator;
  ValIndicatorTerm *term; /* as it was */
  ValTermRows rows;
  GtkWidget *day, *reason, *save, *error;
};

G_DEFINE_FINAL_TYPE (ValTermDialog, val_term_dialog, ADW_TYPE_WINDOW)

static void
val_term_dialog_dispose (GObject *object)
{
  ValTermDialog *self = VAL_TERM_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->indicator, val_record_free);
  g_clear_pointer (&self->term, val_record_free);
  G_OBJECT_CLASS (val_term_dialog_parent_class)->dispose (object);
}

static void
val_term_dialog_class_init (ValTermDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_term_dialog_dispose;
}

static void
val_term_dialog_init (ValTermDialog *self)
{
}

/* ---- The three numbers ------------------------------------------------------------------------- */

static GtkWidget *
add_number (GtkWidget *group, const char *title, const char *subtitle, int most, gint32 step,
            gint64 value)
{
  GtkWidget *spin = val_number_spin_new (most, step);

  val_number_spin_set (spin, (gint32) CLAMP (value, 0, G_MAXINT32));
  val_person_form_field (group, title, subtitle, spin);
  return spin;
}

/**
 * val_term_rows_add:
 * @group: where the rows go
 * @term: what they show
 */
void
val_term_rows_add (ValTermRows *self, GtkWidget *group, const ValIndicatorTerm *term)
{
  self->floor = add_number (group, C_ ("indicator", "Floor"), _("This or worse scores 0"),
                            MOST_VALUE, 500, term->floor);
  self->target = add_number (group, C_ ("indicator", "Target"), _("This or better scores 10"),
                             MOST_VALUE, 500, term->target);
  self->weight = add_number (group, C_ ("indicator", "Weight"),
                             _("How much it counts in the index; 0: shown, not counted"),
                             MOST_WEIGHT, 500, term->weight);
}

/* val_term_rows_read: fills @term */
void
val_term_rows_read (const ValTermRows *self, ValIndicatorTerm *term)
{
  term->floor = val_number_spin_get (self->floor);
  term->target = val_number_spin_get (self->target);
  term->weight = val_number_spin_get (self->weight);
}

/**
 * val_term_rows_problem:
 *
 * Returns: (transfer none) (nullable): a translated sentence
 */
const char *
val_term_rows_problem (const ValIndicator *indicator, const ValIndicatorTerm *term)
{
  if (term->floor == term->target)
    return _("Floor and target are the same: nothing could lie between them.");
  if (indicator->lower_is_better && term->floor < term->target)
    return _("Less is better here, so the floor must be higher than the target.");
  if (!indicator->lower_is_better && term->floor > term->target)
    return _("More is better here, so the floor must be lower than the target.");
  return NULL;
}

/* ---- The form ---------------------------------------------------------------------------------- */

static gboolean
day_is_taken (ValTermDialog *self, ValDay day)
{
  g_autoptr (GPtrArray) terms = val_indicator_terms (val_session_get_dataset (self->session),
                                                     self->term->indicator_id);

  for (guint i = 0; i < terms->len; i++)
    {
      const ValIndicatorTerm *other = terms->pdata[i];

      if (other->day == day && other->record.id != self->term->record.id)
        return TRUE;
    }
  return FALSE;
}

static void
save_cb (GtkButton *button, ValTermDialog *self)
{
  ValIndicatorTerm *term = val_record_copy (self->term);
  g_autofree char *reason = val_person_form_dup_text (self->reason);
  g_autoptr (ValEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  const char *problem;

  val_term_rows_read (&self->rows, term);
  term->day = val_date_entry_get_day (VAL_DATE_ENTRY (self->day));
  val_set_string (&term->reason, reason);
  problem = val_term_rows_problem (self->indicator, term);
  val_person_form_set_error (self->error, NULL, NULL);
  if (term->day == VAL_DAY_NONE)
    val_person_form_set_error (self->error, self->day,
                               _("The day is not a date; write it as 5.3.2026"));
  else if (day_is_taken (self, term->day))
    val_person_form_set_error (self->error, self->day,
                               _("From this day on there are numbers already: change those."));
  else if (problem != NULL)
    val_person_form_set_error (self->error, self->rows.floor, problem);
  else if (!val_record_validate (term, &error))
    val_person_form_set_error (self->error, NULL, error->message);
  else
    {
      /* Translators: floor, target and weight of an indicator; %s is its name */
      edit = val_edit_new (N_ ("Target and weight saved: %s"),
                           val_indicator_get_name (self->indicator));
      val_edit_put_record (edit, term);
      val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
    }
  val_record_free (term);
}

/**
 * val_term_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @indicator: whose
 * @term: id 0: a new one; copied
 */
void
val_term_dialog_present (GtkWindow *parent, ValSession *session, const ValIndicator *indicator,
                         const ValIndicatorTerm *term)
{
  ValTermDialog *self = g_object_new (VAL_TYPE_TERM_DIALOG, NULL);
  const char *name = val_indicator_get_name (indicator);
  GtkWidget *content, *group;

  self->session = g_object_ref (session);
  self->indicator = val_record_copy (indicator);
  self->term = val_record_copy (term);
  val_person_form_build (GTK_WINDOW (self), _("Target and Weight"),
                         term->record.id <= 0 ? _("_Add") : _("_Save"), &self->save, &content);
  group = val_person_form_group (
      content, name,
      _("What held before stays: the index of a past month uses the numbers of that month."));
  self->day = val_person_form_date (group, C_ ("indicator", "From"), term->day,
                                    val_session_get_today (session));
  val_term_rows_add (&self->rows, group, term);
  self->reason = val_person_form_text (group, C_ ("indicator", "Why, and who decided"),
                                       term->reason);
  self->error = val_person_form_error (group);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 560);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->day);
  gtk_window_present (GTK_WINDOW (self));
}
