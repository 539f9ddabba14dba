/* val-indicator-dialog.c: adding or changing an indicator
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-indicator-dialog.h"

#include "val-date-entry.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-number-spin.h"
#include "val-person-form.h"
#include "val-term-dialog.h"

#define MOST_SECONDS 86400
#define MOST_N 100000
#define N_TEXTS 7

/* Suspended from the first day on: a preset that nobody has asked for yet. The list takes it into
 * use; the form does not say 1 January 1970. */
#define NEVER_USED 0

#define VAL_TYPE_INDICATOR_DIALOG (val_indicator_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ValIndicatorDialog, val_indicator_dialog, VAL, INDICATOR_DIALOG, AdwWindow)

/**
 * ValIndicatorDialog:
 *
 * What is measured and how, what it is judged by since when, and who decided that and why.
 */
struct _ValIndicatorDialog
{
  AdwWindow parent_instance;

  ValSession *session;
  ValIndicator *indicator; /* as it was */
  GtkWidget *save, *error;
  GtkWidget *name, *description, *formula, *unit, *seconds, *variant, *lower, *period, *min_n;
  GtkWidget *start, *suspended;
  GtkWidget *texts[N_TEXTS];
  GtkWidget *terms; /* nullable: the box of the history, of a stored indicator */
  GtkWidget *term_list;
  ValTermRows rows; /* of a new one */
};

G_DEFINE_FINAL_TYPE (ValIndicatorDialog, val_indicator_dialog, ADW_TYPE_WINDOW)

static void fill_terms (ValIndicatorDialog *self);

static void
val_indicator_dialog_dispose (GObject *object)
{
  ValIndicatorDialog *self = VAL_INDICATOR_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->indicator, val_record_free);
  G_OBJECT_CLASS (val_indicator_dialog_parent_class)->dispose (object);
}

static void
val_indicator_dialog_class_init (ValIndicatorDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_indicator_dialog_dispose;
}

static void
val_indicator_dialog_init (ValIndicatorDialog *self)
{
}

/* ---- Reading ----------------------------------------------------------------------------------- */

static gboolean
is_new (ValIndicatorDialog *self)
{
  return self->indicator->record.id <= 0;
}

static char **
text_fields (ValIndicator *indicator, guint index)
{
  char **const fields[N_TEXTS] = {
    &indicator->decides,    &indicator->proposes, &indicator->approves,
    &indicator->introduces, &indicator->suspends, &indicator->reasons_for,
    &indicator->reasons_against,
  };

  return fields[index];
}

static gboolean
text_is_long (guint index)
{
  return index >= N_TEXTS - 2;
}

static int
selected (GtkWidget *combo)
{
  return (int) adw_combo_row_get_selected (ADW_COMBO_ROW (combo));
}

/* A name or description that is still the translation of a preset stays the preset's. */
static void
take_text (char **field, const char *shown, char *typed)
{
  g_autofree char *text = typed;

  if (g_strcmp0 (shown, text) != 0)
    val_set_string (field, text);
}

static ValIndicator *
read_form (ValIndicatorDialog *self)
{
  ValIndicator *indicator = val_record_copy (self->indicator);

  take_text (&indicator->name, val_indicator_get_name (self->indicator),
             val_person_form_dup_entry (self->name));
  take_text (&indicator->description, val_indicator_get_description (self->indicator),
             val_person_form_dup_text (self->description));
  indicator->formula = selected (self->formula);
  indicator->unit = val_formula_unit (indicator->formula, selected (self->unit));
  indicator->variant = selected (self->variant);
  indicator->seconds = val_number_spin_get (self->seconds) / 1000;
  indicator->period = selected (self->period);
  indicator->min_n = val_number_spin_get (self->min_n) / 1000;
  indicator->lower_is_better = gtk_switch_get_active (GTK_SWITCH (self->lower));
  indicator->start_day = val_date_entry_get_day (VAL_DATE_ENTRY (self->start));
  indicator->suspended_day = val_date_entry_get_day (VAL_DATE_ENTRY (self->suspended));
  if (indicator->suspended_day == VAL_DAY_NONE && self->indicator->suspended_day == NEVER_USED)
    indicator->suspended_day = NEVER_USED;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = text_is_long (i) ? val_person_form_dup_text (self->texts[i])
                                               : val_person_form_dup_entry (self->texts[i]);

      val_set_string (text_fields (indicator, i), text);
    }
  return indicator;
}

/* Where the last one stands, and one more. */
static int
next_position (ValIndicatorDialog *self)
{
  g_autoptr (GPtrArray) all = val_indicators_in_order (val_session_get_dataset (self->session));

  return all->len > 0 ? ((const ValIndicator *) all->pdata[all->len - 1])->position + 1 : 0;
}

static void
store (ValIndicatorDialog *self, ValIndicator *indicator, const ValIndicatorTerm *term)
{
  g_autoptr (ValEdit) edit = NULL;
  const char *name = val_indicator_get_name (indicator);

  /* Translators: %s is an indicator */
  edit = is_new (self) ? val_edit_new (N_ ("Indicator added: %s"), name)
                       : val_edit_new (N_ ("Indicator saved: %s"), name);
  if (is_new (self))
    {
      ValIndicatorTerm *first = val_record_copy (term);

      indicator->position = next_position (self);
      first->indicator_id = val_edit_put_record (edit, indicator);
      val_edit_put_record (edit, first);
      val_record_free (first);
    }
  else
    val_edit_put_record (edit, indicator);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, self->save, self->error);
}

/* Turning the direction must not leave a target on the wrong side. */
static const char *
find_problem (ValIndicatorDialog *self, const ValIndicator *indicator, ValIndicatorTerm *term)
{
  g_autoptr (GPtrArray) terms = NULL;

  if (is_new (self))
    {
      val_term_rows_read (&self->rows, term);
      return val_term_rows_problem (indicator, term);
    }
  terms = val_indicator_terms (val_session_get_dataset (self->session), indicator->record.id);
  for (guint i = 0; i < terms->len; i++)
    if (val_term_rows_problem (indicator, terms->pdata[i]) != NULL)
      return _("Floor and target below do not fit this direction. Change them first.");
  return NULL;
}

static void
save_cb (GtkButton *button, ValIndicatorDialog *self)
{
  ValIndicator *indicator = read_form (self);
  ValIndicatorTerm *term = val_indicator_term_new (0, 0);
  g_autoptr (GError) error = NULL;
  const char *problem = find_problem (self, indicator, term);

  val_person_form_clear_field (self->name);
  val_person_form_set_error (self->error, NULL, NULL);
  if (*val_indicator_get_name (indicator) == '\0')
    val_person_form_set_error (self->error, self->name, _("An indicator needs a name."));
  else if (!val_record_validate (indicator, &error))
    val_person_form_set_error (self->error, self->name, error->message);
  else if (problem != NULL)
    val_person_form_set_error (self->error, is_new (self) ? self->rows.floor : self->lower,
                               problem);
  else
    store (self, indicator, term);
  val_record_free (indicator);
  val_record_free (term);
}

static void
delete_cb (GtkButton *button, ValIndicatorDialog *self)
{
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Indicator deleted: %s"),
                                           val_indicator_get_name (self->indicator));

  val_edit_delete_record (edit, VAL_RECORD_INDICATOR, self->indicator->record.id);
  val_person_form_store (GTK_WINDOW (self), self->session, edit, GTK_WIDGET (button), self->error);
}

/* ---- The history of targets and weights --------------------------------------------------------- */

static void
term_cb (AdwActionRow *row, ValIndicatorDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "val-term");
  const ValIndicatorTerm *term = val_dataset_find_record (val_session_get_dataset (self->session),
                                                          VAL_RECORD_TERM, *id);

  if (term != NULL)
    val_term_dialog_present (GTK_WINDOW (self), self->session, self->indicator, term);
}

static void
add_term_cb (GtkButton *button, ValIndicatorDialog *self)
{
  ValDay today = val_session_get_today (self->session);
  const ValIndicatorTerm *now = val_indicator_term_on (val_session_get_dataset (self->session),
                                                       self->indicator->record.id, today);
  ValIndicatorTerm *term = val_indicator_term_new (self->indicator->record.id, today);

  if (now != NULL)
    {
      term->floor = now->floor;
      term->target = now->target;
      term->weight = now->weight;
    }
  val_term_dialog_present (GTK_WINDOW (self), self->session, self->indicator, term);
  val_record_free (term);
}

static void
delete_term_cb (GtkButton *button, ValIndicatorDialog *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "val-term");
  g_autoptr (ValEdit) edit = val_edit_new (N_ ("Target and weight deleted: %s"),
                                           val_indicator_get_name (self->indicator));

  val_edit_delete_record (edit, VAL_RECORD_TERM, *id);
  val_session_edit (self->session, edit, NULL, NULL);
}

static void
add_term_row (ValIndicatorDialog *self, const ValIndicatorTerm *term, gboolean only)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  ValDay today = val_session_get_today (self->session);
  g_autofree char *day = term->day == 0 ? NULL : val_format_date (term->day, VAL_DATE_LONG, today);
  /* Translators: since when a target holds; %s is a day */
  g_autofree char *title = day != NULL ? val_format_replace (_("From %s"), day)
                                       : g_strdup (_("From the beginning"));
  g_autofree char *words = val_indicator_term_words (self->indicator, term);
  g_autofree char *subtitle
      = *term->reason != '\0' ? g_strdup_printf ("%s\n%s", words, term->reason) : g_strdup (words);
  g_autofree char *label = g_strdup_printf ("%s: %s", _("Delete"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_sensitive (remove, !only);
  val_gtk_label_button (remove, label);
  g_object_set_data_full (G_OBJECT (remove), "val-term",
                          g_memdup2 (&term->record.id, sizeof term->record.id), g_free);
  g_object_set_data_full (G_OBJECT (row), "val-term",
                          g_memdup2 (&term->record.id, sizeof term->record.id), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (delete_term_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (term_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->term_list), row);
}

static void
fill_terms (ValIndicatorDialog *self)
{
  g_autoptr (GPtrArray) terms = NULL;
  GtkWidget *row;

  if (self->terms == NULL || self->session == NULL)
    return;
  while ((row = gtk_widget_get_first_child (self->term_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->term_list), row);
  terms = val_indicator_terms (val_session_get_dataset (self->session),
                               self->indicator->record.id);
  for (guint i = 0; i < terms->len; i++)
    add_term_row (self, terms->pdata[i], terms->len == 1);
}

static void
build_terms (ValIndicatorDialog *self, GtkWidget *content)
{
  GtkWidget *group = val_person_form_group (
      content, _("Floor, Target and Weight"),
      _("A value at the floor scores 0, at the target 10. Each change keeps its day and reason."));
  GtkWidget *add;

  if (is_new (self))
    {
      ValIndicatorTerm *term = val_indicator_term_new (0, 0);

      val_term_rows_add (&self->rows, group, term);
      val_record_free (term);
      return;
    }
  add = gtk_button_new_with_mnemonic (_("Change _from a Day…"));
  g_signal_connect (add, "clicked", G_CALLBACK (add_term_cb), self);
  self->terms = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->term_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->term_list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->term_list, "boxed-list");
  val_gtk_set_accessible_label (self->term_list, _("Floor, Target and Weight"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->terms), self->term_list);
  gtk_box_append (GTK_BOX (self->terms), add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->terms);
  fill_terms (self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (fill_terms), self,
                           G_CONNECT_SWAPPED);
}

/* ---- Building ---------------------------------------------------------------------------------- */

static GtkWidget *
add_suffix (GtkWidget *group, const char *title, const char *subtitle, GtkWidget *widget)
{
  val_person_form_field (group, title, subtitle, widget);
  return widget;
}

static GtkWidget *
add_words (GtkWidget *group, const char *title, const char *(*label) (int number), guint n,
           int chosen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) label ((int) i));
  g_ptr_array_add (names, NULL);
  return val_person_form_choice (group, title, (const char *const *) names->pdata, (guint) chosen);
}

/* A field that does not belong to the formula is not shown. */
static void
formula_cb (ValIndicatorDialog *self)
{
  gboolean level = selected (self->formula) == VAL_FORMULA_SERVICE_LEVEL;
  GtkWidget *seconds = gtk_widget_get_ancestor (self->seconds, ADW_TYPE_ACTION_ROW);

  gtk_widget_set_visible (self->unit, selected (self->formula) == VAL_FORMULA_ENTERED);
  gtk_widget_set_visible (self->variant, level);
  gtk_widget_set_visible (seconds, level);
}

static void
build_measure (ValIndicatorDialog *self, GtkWidget *content)
{
  const ValIndicator *indicator = self->indicator;
  GtkWidget *group = val_person_form_group (content, NULL, NULL);

  self->name
      = val_person_form_entry (group, C_ ("indicator", "Name"), val_indicator_get_name (indicator));
  self->description = val_person_form_text (group, C_ ("indicator", "What it says"),
                                            val_indicator_get_description (indicator));
  self->error = val_person_form_error (group);
  group = val_person_form_group (content, _("How It Is Measured"), NULL);
  self->formula = add_words (group, C_ ("indicator", "Worked out from"), val_formula_get_label,
                             VAL_N_FORMULAS, indicator->formula);
  self->unit = add_words (group, C_ ("indicator", "Unit"), val_unit_get_label, VAL_N_UNITS,
                          indicator->unit);
  self->variant = add_words (group, _("Formula of service level"), val_service_variant_get_label,
                             VAL_N_SERVICE_VARIANTS, indicator->variant);
  self->seconds = add_suffix (group, _("In time means within, seconds"), NULL,
                              val_number_spin_new (MOST_SECONDS, 1000));
  val_number_spin_set (self->seconds, indicator->seconds * 1000);
  self->lower = add_suffix (group, _("Less is better"), NULL, gtk_switch_new ());
  gtk_switch_set_active (GTK_SWITCH (self->lower), indicator->lower_is_better);
  self->period = add_words (group, _("Reviewed every"), val_period_get_label, VAL_N_PERIODS,
                            indicator->period);
  self->min_n = add_suffix (group, _("Fewest cases for a place"),
                            _("Below that, chance would decide, not the person"),
                            val_number_spin_new (MOST_N, 1000));
  val_number_spin_set (self->min_n, indicator->min_n * 1000);
  g_signal_connect_swapped (self->formula, "notify::selected", G_CALLBACK (formula_cb), self);
  formula_cb (self);
}

static void
build_governance (ValIndicatorDialog *self, GtkWidget *content)
{
  const char *const titles[N_TEXTS] = {
    C_ ("indicator", "Who decides about it"),  C_ ("indicator", "Who proposes"),
    C_ ("indicator", "Who approves"),          C_ ("indicator", "Who introduces it"),
    C_ ("indicator", "Who may suspend it"),    C_ ("indicator", "Reasons for it"),
    C_ ("indicator", "Reasons against it"),
  };
  ValDay today = val_session_get_today (self->session);
  GtkWidget *group = val_person_form_group (
      content, _("Who Decided, and Why"),
      _("An indicator is fair only when everybody can see who decided it, why, and with what "
        "weight."));

  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = *text_fields (self->indicator, i);

      self->texts[i] = text_is_long (i) ? val_person_form_text (group, titles[i], text)
                                        : val_person_form_entry (group, titles[i], text);
    }
  group = val_person_form_group (content, _("In Use"), NULL);
  self->start = val_person_form_date (group, C_ ("indicator", "In use since"),
                                      self->indicator->start_day, today);
  self->suspended = val_person_form_date (group, C_ ("indicator", "Suspended from"),
                                          self->indicator->suspended_day == NEVER_USED
                                              ? VAL_DAY_NONE
                                              : self->indicator->suspended_day,
                                          today);
}

static void
add_delete (ValIndicatorDialog *self, GtkWidget *content)
{
  GtkWidget *delete = gtk_button_new_with_mnemonic (_("_Delete Indicator"));

  gtk_widget_add_css_class (delete, "destructive-action");
  gtk_widget_set_halign (delete, GTK_ALIGN_START);
  g_signal_connect (delete, "clicked", G_CALLBACK (delete_cb), self);
  gtk_box_append (GTK_BOX (content), delete);
}

/**
 * val_indicator_dialog_present:
 * @parent: the window it stands over
 * @session: the session, with a dataset
 * @indicator_id: 0: a new one
 */
void
val_indicator_dialog_present (GtkWindow *parent, ValSession *session, gint64 indicator_id)
{
  ValIndicatorDialog *self = g_object_new (VAL_TYPE_INDICATOR_DIALOG, NULL);
  const ValIndicator *stored
      = indicator_id != 0 ? val_dataset_find_record (val_session_get_dataset (session),
                                                     VAL_RECORD_INDICATOR, indicator_id)
                          : NULL;
  GtkWidget *content;

  self->session = g_object_ref (session);
  self->indicator = stored != NULL ? val_record_copy (stored) : val_indicator_new ();
  val_person_form_build (GTK_WINDOW (self),
                         is_new (self) ? _("Add Indicator") : _("Edit Indicator"),
                         is_new (self) ? _("_Add") : _("_Save"), &self->save, &content);
  build_measure (self, content);
  build_terms (self, content);
  build_governance (self, content);
  if (!is_new (self))
    add_delete (self, content);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 700);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  g_signal_connect (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_grab_focus (self->name);
  gtk_window_present (GTK_WINDOW (self));
}
