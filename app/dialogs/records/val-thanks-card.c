/* val-thanks-card.c: a thank-you on a card of A6
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-thanks-card.h"

#include "val-file-choice.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-print.h"
#include "val-report.h"

typedef struct
{
  GtkWindow *window;
  ValDataset *dataset;
  ValRecognition *recognition;
  ValCardDone done;
} Card;

static Card *
card_new (GtkWindow *window, ValSession *session, const ValRecognition *recognition,
          ValCardDone done)
{
  Card *card = g_new0 (Card, 1);

  card->window = g_object_ref (window);
  card->dataset = val_dataset_ref (val_session_get_dataset (session));
  card->recognition = val_record_copy (recognition);
  card->done = done;
  return card;
}

static void
card_free (Card *card)
{
  g_object_unref (card->window);
  val_dataset_unref (card->dataset);
  val_record_free (card->recognition);
  g_free (card);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Card, card_free)

/* The card speaks the language of who gets it; %NULL: the interface's. */
static const char *
language_of (const Card *card)
{
  guint index;

  if (!val_dataset_find_person (card->dataset, card->recognition->record.person_id, &index))
    return NULL;
  return val_report_language_of (val_dataset_person (card->dataset, index));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Card) card = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      card->done (card->window, error->message, TRUE);
      return;
    }
  /* Translators: %s is the name of a file */
  sentence = val_format_replace (
      val_report_card_has_room (card->recognition)
          ? _("Saved as %s")
          /* Translators: %s is the name of a file with a thank-you card */
          : _("Saved as %s, without the end of the text: the card has no room for all of it"),
      name);
  card->done (card->window, sentence, FALSE);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Card) card = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  bytes = val_report_card (card->dataset, card->recognition, language_of (card), &error);
  if (bytes == NULL)
    card->done (card->window, error->message, TRUE);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         written_cb, g_steal_pointer (&card));
}

/**
 * val_thanks_card_save:
 * @window: the form
 * @session: the session, with a dataset
 * @recognition: what stands in the form; copied
 * @done: told what came of it, unless the user thought better of it
 *
 * Asks for a place and writes the card there as a PDF file of one A6 page. Main thread.
 */
void
val_thanks_card_save (GtkWindow *window, ValSession *session, const ValRecognition *recognition,
                      ValCardDone done)
{
  const ValFileType types[] = { { _("PDF"), "*.pdf" } };
  g_autofree char *day = val_day_to_iso (recognition->day);
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", C_ ("file name", "thanks"), day);

  val_file_choice_save (GTK_WIDGET (window), _("Save Card"), name, types, G_N_ELEMENTS (types),
                        chosen_cb, card_new (window, session, recognition, done));
}

static void
draw_cb (cairo_t *cr, guint page, gpointer data)
{
  const Card *card = data;

  val_report_card_draw (cr, card->dataset, card->recognition, language_of (card));
}

static void
failed_cb (GError *error, gpointer data)
{
  const Card *card = data;

  card->done (card->window, error->message, TRUE);
}

/**
 * val_thanks_card_print:
 * @window: the form
 * @session: the session, with a dataset
 * @recognition: what stands in the form; copied
 * @done: told when it could not be printed
 *
 * Prints the card on A6 through the system's dialog. Main thread.
 */
void
val_thanks_card_print (GtkWindow *window, ValSession *session, const ValRecognition *recognition,
                       ValCardDone done)
{
  const ValPrintJob job = {
    .name = _("Thank-you card"), .paper = "iso_a6", .n_pages = 1, .draw = draw_cb,
    .failed = failed_cb,
  };

  val_print (window, &job, card_new (window, session, recognition, done),
             (GDestroyNotify) card_free);
}
