/* val-person-first.c: the first tab of a person: what to know before talking
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-first.h"

#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-line.h"
#include "val-person-list.h"
#include "val-person-parts.h"
#include "val-person-row.h"
#include "val-text-label.h"

#define N_LATEST 5

static void
show_all_cb (ValPersonView *self)
{
  val_person_view_show_tab (self, "timeline");
}

static void
latest_cb (GtkListBox *list, GtkListBoxRow *row, ValSession *session)
{
  ValEntryItem *item = g_object_get_data (G_OBJECT (row), "val-item");

  if (val_entry_item_get (item)->record != NULL)
    val_person_open_record (GTK_WIDGET (list), session, val_entry_item_get_records (item),
                            val_entry_item_get (item)->record);
}

/* Plans come first in a list of the newest; they have not happened. */
static void
leave_out_future (GArray *entries, ValDay today)
{
  guint n = 0;

  while (n < entries->len && g_array_index (entries, ValEntry, n).day > today)
    n++;
  g_array_remove_range (entries, 0, n);
}

static GtkWidget *
new_nothing (const char *text)
{
  GtkWidget *label = val_text_label_new (text);

  /* A few letters wide, GTK 4.8 contradicts itself about the width and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* What happened last. */
static GtkWidget *
new_latest (ValPersonView *view, ValSession *session, guint index, GPtrArray *records)
{
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Lately"), &content);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *all = gtk_button_new_with_mnemonic (_("Show _Everything"));
  g_autoptr (GArray) entries = val_entries_new (VAL_ENTRIES_TIMELINE, records,
                                                val_session_get_dataset (session), index);
  g_autoptr (ValEntryList) model = val_entry_list_new ();

  leave_out_future (entries, val_session_get_today (session));
  g_array_set_size (entries, MIN (entries->len, N_LATEST));
  val_entry_list_set (model, entries, records, 0, NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "val-plain");
  for (guint i = 0; i < entries->len; i++)
    {
      ValEntryItem *item = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *line = val_person_row_new (session);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
      g_object_set_data_full (G_OBJECT (row), "val-item", item, g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      val_person_row_set (VAL_PERSON_ROW (line), item);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (latest_cb), session, 0);
  gtk_widget_set_halign (all, GTK_ALIGN_START);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (show_all_cb), view);
  if (entries->len > 0)
    gtk_box_append (GTK_BOX (content), list);
  else
    gtk_box_append (GTK_BOX (content),
                    new_nothing (_("Nothing has happened yet. A note or a thank-you takes "
                                   "seconds.")));
  if (entries->len > 0)
    gtk_box_append (GTK_BOX (content), all);
  return card;
}

enum
{
  TALK,
  RADAR,
  MONTHS,
  LATEST,
  FACTS,
  N_PIECES,
};

typedef struct
{
  ValPersonView *view; /* lives longer than its column */
  ValSession *session; /* the view's */
  gint64 person_id;
  GPtrArray *records;
  GtkWidget *first, *second; /* rows of the column */
} Overview;

static void
overview_free (gpointer data)
{
  Overview *self = data;

  g_ptr_array_unref (self->records);
  g_free (self);
}

static void
fill_overview_cb (GtkWidget *column, guint piece, gpointer data)
{
  const Overview *self = data;
  ValSession *session = self->session;
  GtkWidget *card = NULL;
  guint index;

  /* Since the piece before, somebody may have gone: then this page goes too. */
  if (!val_dataset_find_person (val_session_get_dataset (session), self->person_id, &index))
    return;
  switch (piece)
    {
    case TALK: card = val_person_talk_new (session, index, self->records); break;
    case RADAR: card = val_person_radar_new (session, index); break;
    case MONTHS: card = val_person_months_new (session, index, self->records); break;
    case LATEST: card = new_latest (self->view, session, index, self->records); break;
    case FACTS:
      card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
      gtk_box_append (GTK_BOX (card), val_person_goals_new (session, index, self->records));
      gtk_box_append (GTK_BOX (card), val_person_facts_new (session, index));
      break;
    default: g_assert_not_reached ();
    }
  if (piece != RADAR && piece != LATEST)
    gtk_widget_set_size_request (card, piece == TALK ? 290 : piece == MONTHS ? 240 : 280, -1);
  if (piece == TALK || piece == RADAR || piece == LATEST)
    gtk_widget_set_hexpand (card, TRUE);
  val_line_append (VAL_LINE (piece < LATEST ? self->first : self->second), card);
}

/**
 * val_person_fill_overview:
 * @view: the view
 * @column: its empty column
 * @first, @second: (transfer floating): rows for the column
 * @index: of the person in @session's dataset
 * @records: everything written about the person
 *
 * What is said first can be read while the rest is put together.
 */
void
val_person_fill_overview (ValPersonView *view, GtkWidget *column, GtkWidget *first,
                          GtkWidget *second, ValSession *session, guint index, GPtrArray *records)
{
  Overview *overview = g_new0 (Overview, 1);

  overview->view = view;
  overview->session = session;
  overview->person_id = val_dataset_person (val_session_get_dataset (session), index)->id;
  overview->records = g_ptr_array_ref (records);
  overview->first = first;
  overview->second = second;
  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  val_in_turns (column, N_PIECES, 1, fill_overview_cb, overview, overview_free);
}
