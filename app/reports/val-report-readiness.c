/* val-report-readiness.c: the readiness report
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-report-private.h"

#include "val-format.h"
#include "val-i18n.h"

static const char *
centre_name (const ValReadiness *readiness)
{
  const char *name = val_dataset_setting (readiness->dataset, VAL_SETTING_CENTRE_NAME);

  return name != NULL ? name : "";
}

static char *
join (const char *first, const char *second)
{
  return *first != '\0' ? g_strjoin (" · ", first, second, NULL) : g_strdup (second);
}

static ValDocument *
start_document (const ValReadiness *readiness, const char *date, const char *headline)
{
  const char *centre = centre_name (readiness);
  g_autofree char *kind = g_strdup_printf (_ ("Readiness report, %s"), date);
  g_autofree char *footer = join (centre, kind);
  g_autofree char *title = g_strjoin (" · ", kind, headline, NULL);
  ValDocument *document = val_document_new (title, *centre != '\0' ? centre : "Valmius", footer);

  val_document_add_text (document, VAL_TEXT_TITLE, footer);
  return document;
}

static void
add_most_needed (ValDocument *document, const ValReadiness *readiness,
                 const ValAnswerOptions *options)
{
  if (readiness->critical->len == 0)
    return;
  val_document_add_text (document, VAL_TEXT_HEADING, _ ("Most needed"));
  if (readiness->most_needed->len == 0)
    val_document_add_text (
        document, VAL_TEXT_BODY,
        _ ("No further critical skill falls below its wanted cover when one person is away."));
  for (guint i = 0; i < readiness->most_needed->len; i++)
    {
      g_autofree char *sentence = val_answer_most_needed (
          readiness, g_ptr_array_index (readiness->most_needed, i), options);

      val_document_add_text (document, VAL_TEXT_BODY, sentence);
    }
}

/**
 * val_report_readiness:
 * @readiness: an answer
 * @options: (nullable): with what to compare, whether names are hidden
 * @error: %VAL_REPORT_ERROR_PAGES when the pages could not be made
 *
 * The report for the auditor: the headline, the distribution, the paragraph, what each group
 * needs, who is most needed, cover, gaps, movement, the same numbers as tables, the people of
 * each level and the method.
 *
 * Returns: (transfer full): a PDF file of as many A4 pages as it takes
 */
GBytes *
val_report_readiness (const ValReadiness *readiness, const ValAnswerOptions *options,
                      GError **error)
{
  g_autoptr (ValDocument) document = NULL;
  g_autofree char *date = NULL, *headline = NULL, *subtitle = NULL, *scope = NULL;
  g_autofree char *paragraph = NULL;

  g_return_val_if_fail (readiness != NULL, NULL);

  date = val_format_date (readiness->query.on, VAL_DATE_LONG, VAL_DAY_NONE);
  headline = val_answer_headline (readiness);
  subtitle = val_answer_subtitle (readiness, options);
  scope = val_answer_scope (readiness);
  paragraph = val_answer_paragraph (readiness, options);
  document = start_document (readiness, date, headline);
  val_document_add_text (document, VAL_TEXT_HEADLINE, headline);
  val_document_add_text (document, VAL_TEXT_TITLE, subtitle);
  val_document_add_text (document, VAL_TEXT_TITLE, scope);
  if (readiness->assessed > 0)
    val_document_take_chart (document, val_answer_distribution_chart (readiness, options));
  val_document_add_text (document, VAL_TEXT_BODY, paragraph);
  if (readiness->assessed > 0)
    {
      val_report_add_groups (document, readiness);
      add_most_needed (document, readiness, options);
      val_report_add_cover (document, readiness, options);
      val_report_add_gaps (document, readiness);
      val_report_add_movement (document, readiness, options);
      val_report_add_levels (document, readiness, options);
    }
  val_report_add_people (document, readiness, options);
  val_report_add_method (document, readiness);
  return val_document_to_pdf (document, NULL, error);
}
