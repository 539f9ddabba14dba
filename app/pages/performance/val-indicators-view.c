/* val-indicators-view.c: the catalogue of indicators
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-indicators-view.h"

#include "val-column.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-dialog.h"
#include "val-indicator-words.h"
#include "val-row.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

#define WIDEST 900

struct _ValIndicatorsView
{
  AdwBin parent_instance;

  ValPage *page; /* holds this view */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (ValIndicatorsView, val_indicators_view, ADW_TYPE_BIN)

static guint enter_values_signal;

static ValSession *
session_of (ValIndicatorsView *self)
{
  return val_page_get_session (self->page);
}

static const ValIndicator *
indicator_of (ValIndicatorsView *self, gpointer widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (widget), "val-indicator");

  return val_dataset_find_record (val_session_get_dataset (session_of (self)),
                                  VAL_RECORD_INDICATOR, *id);
}

/* ---- What the user does ------------------------------------------------------------------------ */

static void
edit_cb (ValRow *row, ValIndicatorsView *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "val-indicator");

  val_indicator_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                session_of (self), *id);
}

static void
values_cb (GtkButton *button, ValIndicatorsView *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "val-indicator");

  g_signal_emit (self, enter_values_signal, 0, *id);
}

/* In use from today on, or no longer. */
static void
suspend_cb (GtkButton *button, ValIndicatorsView *self)
{
  const ValIndicator *stored = indicator_of (self, button);
  ValDay today = val_session_get_today (session_of (self));
  g_autoptr (ValEdit) edit = NULL;
  ValIndicator *indicator;

  if (stored == NULL)
    return;
  indicator = val_record_copy (stored);
  if (val_indicator_is_active (stored, today))
    {
      indicator->suspended_day = today;
      /* Translators: %s is an indicator */
      edit = val_edit_new (N_ ("Indicator suspended: %s"), val_indicator_get_name (stored));
    }
  else
    {
      indicator->suspended_day = VAL_DAY_NONE;
      if (indicator->start_day != VAL_DAY_NONE && indicator->start_day > today)
        indicator->start_day = today;
      /* Translators: %s is an indicator */
      edit = val_edit_new (N_ ("Indicator put into use: %s"), val_indicator_get_name (stored));
    }
  val_edit_put_record (edit, indicator);
  val_session_edit (session_of (self), edit, NULL, NULL);
  val_record_free (indicator);
}

/* Changes places with the one before it in its list. */
static void
up_cb (GtkButton *button, ValIndicatorsView *self)
{
  const ValIndicator *stored = indicator_of (self, button);
  ValDataset *dataset = val_session_get_dataset (session_of (self));
  ValDay today = val_session_get_today (session_of (self));
  g_autoptr (GPtrArray) all = val_indicators_in_order (dataset);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (ValEdit) edit = NULL;
  guint before = G_MAXUINT;

  for (guint i = 0; i < all->len && stored != NULL; i++)
    {
      if (all->pdata[i] == stored && before != G_MAXUINT)
        g_ptr_array_insert (order, (int) before, all->pdata[i]);
      else
        {
          if (val_indicator_is_active (all->pdata[i], today)
              == val_indicator_is_active (stored, today))
            before = order->len;
          g_ptr_array_add (order, all->pdata[i]);
        }
      if (all->pdata[i] == stored)
        before = G_MAXUINT;
    }
  edit = val_edit_new (N_ ("Order of indicators changed"), NULL);
  for (guint i = 0; i < order->len; i++)
    if (((const ValIndicator *) order->pdata[i])->position != (int) i)
      {
        ValIndicator *moved = val_record_copy (order->pdata[i]);

        moved->position = (int) i;
        val_edit_put_record (edit, moved);
        val_record_free (moved);
      }
  if (val_edit_n_ops (edit) > 0)
    val_session_edit (session_of (self), edit, NULL, NULL);
}

static void
add_cb (GtkButton *button, ValIndicatorsView *self)
{
  val_indicator_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                session_of (self), 0);
}

/* ---- Rows -------------------------------------------------------------------------------------- */

static char *
dup_words (ValIndicatorsView *self, const ValIndicator *indicator)
{
  ValDay today = val_session_get_today (session_of (self));
  const ValIndicatorTerm *term = val_indicator_term_on (
      val_session_get_dataset (session_of (self)), indicator->record.id, today);
  g_autofree char *terms = term != NULL ? val_indicator_term_words (indicator, term) : NULL;
  g_autofree char *since = NULL, *suspended = NULL;
  GString *words = g_string_new (val_formula_get_label (indicator->formula));

  if (terms != NULL)
    g_string_append_printf (words, " · %s", terms);
  if (*indicator->decides != '\0')
    /* Translators: who decides about an indicator; %s is a person or a body, as written */
    since = val_format_replace (_("decided by: %s"), indicator->decides);
  if (since != NULL)
    g_string_append_printf (words, " · %s", since);
  if (indicator->suspended_day > 0) /* 0: never in use yet, there is no day to tell */
    {
      g_autofree char *day = val_format_date (indicator->suspended_day, VAL_DATE_LONG, today);

      /* Translators: since when an indicator is not in use; %s is a day */
      suspended = val_format_replace (_("suspended from %s"), day);
      g_string_append_printf (words, " · %s", suspended);
    }
  return g_string_free (words, FALSE);
}

static GtkWidget *
add_button (ValIndicatorsView *self, GtkWidget *row, GtkWidget *button,
            const ValIndicator *indicator, const char *words, GCallback callback)
{
  g_autofree char *label
      = g_strdup_printf ("%s: %s", words, val_indicator_get_name (indicator));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  val_gtk_label_button (button, label);
  g_object_set_data_full (
      G_OBJECT (button), "val-indicator",
      g_memdup2 (&indicator->record.id, sizeof indicator->record.id), g_free);
  g_signal_connect (button, "clicked", callback, self);
  val_row_add_after (VAL_ROW (row), button);
  return button;
}

static void
add_row (ValIndicatorsView *self, GtkWidget *list, const ValIndicator *indicator, gboolean first)
{
  ValDay today = val_session_get_today (session_of (self));
  gboolean active = val_indicator_is_active (indicator, today);
  g_autofree char *words = dup_words (self, indicator);
  GtkWidget *row = val_row_new (val_indicator_get_name (indicator), words), *up;

  gtk_widget_set_tooltip_text (row, val_indicator_get_description (indicator));
  if (indicator->formula == VAL_FORMULA_ENTERED && active)
    add_button (self, row, gtk_button_new_from_icon_name ("document-edit-symbolic"), indicator,
                _("Enter Values"), G_CALLBACK (values_cb));
  add_button (self, row,
              gtk_button_new_from_icon_name (active ? "media-playback-pause-symbolic"
                                                    : "media-playback-start-symbolic"),
              indicator, active ? _("Suspend") : _("Put into Use"), G_CALLBACK (suspend_cb));
  up = add_button (self, row, gtk_button_new_from_icon_name ("go-up-symbolic"), indicator,
                   _("Move Up"), G_CALLBACK (up_cb));
  gtk_widget_set_sensitive (up, !first);
  g_object_set_data_full (
      G_OBJECT (row), "val-indicator",
      g_memdup2 (&indicator->record.id, sizeof indicator->record.id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (edit_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_text (ValIndicatorsView *self, const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static guint
add_list (ValIndicatorsView *self, GPtrArray *all, gboolean active, const char *title,
          const char *description)
{
  ValDay today = val_session_get_today (session_of (self));
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    if (val_indicator_is_active (all->pdata[i], today) == active)
      add_row (self, list, all->pdata[i], n++ == 0);
  if (n == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return 0;
    }
  add_text (self, title, "title-4");
  add_text (self, description, "dim-label");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, title);
  gtk_box_append (GTK_BOX (self->box), list);
  return n;
}

/**
 * val_indicators_view_update:
 *
 * Shows the indicators of the newest dataset.
 */
void
val_indicators_view_update (ValIndicatorsView *self)
{
  ValDataset *dataset = val_session_get_dataset (session_of (self));
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *child, *add, *bar;

  if (dataset == NULL)
    return;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  all = val_indicators_in_order (dataset);
  add = gtk_button_new_with_mnemonic (_("_Add Indicator"));
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  bar = val_wrap_box_new (6);
  val_wrap_box_append (VAL_WRAP_BOX (bar), add);
  gtk_box_append (GTK_BOX (self->box), bar);
  add_list (self, all, TRUE, _("In Use"),
            _("They make up the scorecard. Open one to see how it is measured, who decided it and "
              "how its target and weight have changed."));
  add_list (self, all, FALSE, C_ ("indicators", "Suspended"),
            _("Kept with their history; put one into use when you need it."));
}

static void
val_indicators_view_class_init (ValIndicatorsViewClass *klass)
{
  enter_values_signal
      = g_signal_new ("enter-values", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_indicators_view_init (ValIndicatorsView *self)
{
}

/**
 * val_indicators_view_new:
 * @page: the page that holds it
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
val_indicators_view_new (ValPage *page)
{
  ValIndicatorsView *self = g_object_new (VAL_TYPE_INDICATORS_VIEW, NULL);

  self->page = page;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  adw_bin_set_child (ADW_BIN (self), val_column_new (self->box, WIDEST));
  return GTK_WIDGET (self);
}
