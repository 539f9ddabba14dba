/* val-pivot-choice.c: which indicator by which dimensions, of which days
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pivot-choice.h"

#include "val-date-entry.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-indicator-words.h"
#include "val-performance-words.h"
#include "val-wrap-box.h"

#define CHOICE_KEY "view:pivot" /* what was chosen last, beside drafts of texts */

/**
 * ValPivotChoice:
 *
 * What is to be shown of the contacts. It is there again tomorrow.
 */
struct _ValPivotChoice
{
  AdwBin parent_instance;

  ValSession *session;
  ValPerformanceData *data;
  GArray *indicators; /* of gint64: as in the list */
  gint64 indicator_id;
  GtkWidget *bar;
  GtkWidget *rows, *columns, *value, *from, *to;
  gboolean filling;
  gboolean remembered; /* the last choice was read */
};

G_DEFINE_FINAL_TYPE (ValPivotChoice, val_pivot_choice, ADW_TYPE_BIN)

static guint changed_signal;

static ValDimension
dimension_of (GtkWidget *choice)
{
  return (ValDimension) MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)),
                             VAL_N_DIMENSIONS - 1);
}

static void
ignored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  val_store_put_draft_finish (VAL_STORE (source), result, NULL);
}

/* What was chosen is there again tomorrow. It is no change of the centre: no undo, no toast. */
static void
remember (ValPivotChoice *self)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s %" G_GINT64_FORMAT, val_dimension_to_key (dimension_of (self->rows)),
                         val_dimension_to_key (dimension_of (self->columns)), self->indicator_id);

  if (!val_store_is_read_only (val_session_get_store (self->session)))
    val_store_put_draft_async (val_session_get_store (self->session), CHOICE_KEY, text, NULL,
                               ignored_cb, NULL);
}

static void
fill_indicators (ValPivotChoice *self)
{
  g_autoptr (GPtrArray) all = val_indicators_in_order (self->data->dataset);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->filling = TRUE;
  g_array_set_size (self->indicators, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const ValIndicator *indicator = all->pdata[i];

      if (indicator->record.id == self->indicator_id)
        selected = self->indicators->len;
      g_array_append_val (self->indicators, indicator->record.id);
      gtk_string_list_append (names, val_indicator_get_name (indicator));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->value), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->value), selected);
  self->indicator_id
      = self->indicators->len > 0 ? g_array_index (self->indicators, gint64, selected) : 0;
  self->filling = FALSE;
}

static void
recall (ValPivotChoice *self, const char *text)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", 3) : NULL;
  ValDimension dimension;

  if (words == NULL || g_strv_length (words) != 3)
    return;
  self->filling = TRUE;
  if (val_dimension_from_key (words[0], &dimension))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rows), dimension);
  if (val_dimension_from_key (words[1], &dimension))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->columns), dimension);
  self->indicator_id = g_ascii_strtoll (words[2], NULL, 10);
  self->filling = FALSE;
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValPivotChoice) self = data;
  g_autoptr (GHashTable) drafts
      = val_store_read_drafts_finish (VAL_STORE (source), result, NULL);

  if (self->data == NULL)
    return; /* closed */
  recall (self, drafts != NULL ? g_hash_table_lookup (drafts, CHOICE_KEY) : NULL);
  self->remembered = TRUE;
  fill_indicators (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
chosen_cb (ValPivotChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->value));

  if (self->filling || self->data == NULL)
    return;
  if (selected < self->indicators->len)
    self->indicator_id = g_array_index (self->indicators, gint64, selected);
  remember (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
swap_cb (GtkButton *button, ValPivotChoice *self)
{
  guint rows = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rows));

  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rows),
                              gtk_drop_down_get_selected (GTK_DROP_DOWN (self->columns)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->columns), rows);
  self->filling = FALSE;
  chosen_cb (self);
}

/* A choice with its word before it. */
static GtkWidget *
new_choice (const char *title, GtkWidget *choice)
{
  GtkWidget *box = val_wrap_box_new (6);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "val-choice");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  val_wrap_box_append (VAL_WRAP_BOX (box), label);
  val_wrap_box_append (VAL_WRAP_BOX (box), choice);
  return box;
}

static GtkWidget *
add_choice (ValPivotChoice *self, const char *title, GtkWidget *choice)
{
  val_wrap_box_append (VAL_WRAP_BOX (self->bar), new_choice (title, choice));
  return choice;
}

static GtkWidget *
new_dimensions (ValPivotChoice *self, const char *title, ValDimension chosen)
{
  const char *names[VAL_N_DIMENSIONS + 1] = { NULL };
  GtkWidget *choice;

  for (guint i = 0; i < VAL_N_DIMENSIONS; i++)
    names[i] = val_performance_dimension ((ValDimension) i);
  choice = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  val_gtk_label_inside (choice, title);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  return choice;
}

static GtkWidget *
new_day (ValPivotChoice *self, const char *title)
{
  GtkWidget *entry = val_date_entry_new (val_session_get_today (self->session));

  val_date_entry_set_label (VAL_DATE_ENTRY (entry), title);
  g_signal_connect_swapped (entry, "notify::day", G_CALLBACK (chosen_cb), self);
  return entry;
}

static void
build (ValPivotChoice *self)
{
  GtkWidget *days = val_wrap_box_new (9);
  GtkWidget *swap = gtk_button_new_from_icon_name ("object-flip-horizontal-symbolic");

  self->bar = val_wrap_box_new (9);
  self->value = gtk_drop_down_new (NULL, NULL);
  val_gtk_label_inside (self->value, C_ ("pivot", "Indicator"));
  g_signal_connect_swapped (self->value, "notify::selected", G_CALLBACK (chosen_cb), self);
  add_choice (self, C_ ("pivot", "Indicator"), self->value);
  self->rows = add_choice (self, C_ ("pivot", "Rows"),
                           new_dimensions (self, C_ ("pivot", "Rows"), VAL_DIMENSION_AGENT));
  val_gtk_label_button (swap, _("Swap Rows and Columns"));
  g_signal_connect (swap, "clicked", G_CALLBACK (swap_cb), self);
  val_wrap_box_append (VAL_WRAP_BOX (self->bar), swap);
  self->columns = add_choice (self, C_ ("pivot", "Columns"),
                              new_dimensions (self, C_ ("pivot", "Columns"),
                                              VAL_DIMENSION_WEEKDAY));
  /* First and last day go into the next line together, or each into one where there is no room. */
  self->from = new_day (self, C_ ("pivot", "From"));
  self->to = new_day (self, C_ ("pivot", "To"));
  val_wrap_box_append (VAL_WRAP_BOX (days), new_choice (C_ ("pivot", "From"), self->from));
  val_wrap_box_append (VAL_WRAP_BOX (days), new_choice (C_ ("pivot", "To"), self->to));
  val_wrap_box_append (VAL_WRAP_BOX (self->bar), days);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

static void
val_pivot_choice_dispose (GObject *object)
{
  ValPivotChoice *self = VAL_PIVOT_CHOICE (object);

  self->filling = TRUE;
  g_clear_pointer (&self->indicators, g_array_unref);
  g_clear_pointer (&self->data, val_performance_data_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (val_pivot_choice_parent_class)->dispose (object);
}

static void
val_pivot_choice_class_init (ValPivotChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_pivot_choice_dispose;
  changed_signal = g_signal_new ("changed", VAL_TYPE_PIVOT_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
val_pivot_choice_init (ValPivotChoice *self)
{
  self->indicators = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * val_pivot_choice_new:
 * @session: the session
 *
 * Returns: (transfer floating): the choice; nothing is chosen before it has data
 */
GtkWidget *
val_pivot_choice_new (ValSession *session)
{
  ValPivotChoice *self = g_object_new (VAL_TYPE_PIVOT_CHOICE, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * val_pivot_choice_set_data:
 * @data: whose indicators and days there are
 *
 * What was chosen stays chosen; the first time, what was chosen last is read. "changed" follows, at
 * once or when it is read.
 */
void
val_pivot_choice_set_data (ValPivotChoice *self, ValPerformanceData *data)
{
  ValDay first, last;

  val_performance_data_ref (data);
  g_clear_pointer (&self->data, val_performance_data_unref);
  self->data = data;
  val_contacts_get_days (data->contacts, &first, &last);
  val_date_entry_set_hint (VAL_DATE_ENTRY (self->from), first);
  val_date_entry_set_hint (VAL_DATE_ENTRY (self->to), last);
  if (!self->remembered)
    {
      val_store_read_drafts_async (val_session_get_store (self->session), NULL, drafts_cb,
                                   g_object_ref (self));
      return;
    }
  fill_indicators (self);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * val_pivot_choice_get_query:
 * @ret_query: (out): what is chosen, of all teams; its indicator lives as long as the data
 *
 * Returns: FALSE: nothing yet
 */
gboolean
val_pivot_choice_get_query (ValPivotChoice *self, ValPivotQuery *ret_query)
{
  const ValIndicator *indicator
      = self->data != NULL && self->remembered
            ? val_dataset_find_record (self->data->dataset, VAL_RECORD_INDICATOR,
                                       self->indicator_id)
            : NULL;

  *ret_query = (ValPivotQuery) { .rows = dimension_of (self->rows),
                                 .columns = dimension_of (self->columns),
                                 .indicator = indicator,
                                 .filter = (ValContactFilter) VAL_CONTACT_FILTER_ALL };
  ret_query->filter.from = val_date_entry_get_day (VAL_DATE_ENTRY (self->from));
  ret_query->filter.to = val_date_entry_get_day (VAL_DATE_ENTRY (self->to));
  return indicator != NULL;
}

/* val_pivot_choice_append: see the header */
void
val_pivot_choice_append (ValPivotChoice *self, GtkWidget *button)
{
  val_wrap_box_append (VAL_WRAP_BOX (self->bar), button);
}
