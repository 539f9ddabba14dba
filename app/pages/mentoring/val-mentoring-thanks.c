/* val-mentoring-thanks.c: who is thanked, and how the manager's attention falls
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-parts.h"

#include <math.h>

#include "val-calendar-chart.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-recognition-dialog.h"
#include "val-row.h"
#include "val-rule-dialog.h"
#include "val-spread-chart.h"
#include "val-wrap-box.h"

#define MOST_IN_SPREAD 60
/* Attention that is spread more unevenly than this is said so. */
#define UNEVEN 0.35
#define VERY_UNEVEN 0.55

/* ---- Spread ------------------------------------------------------------------------------------ */

static void
add_spread (GtkWidget *box, ValSession *session, const ValMentoringPicture *picture,
            ValSpreadKind kind, const char *what)
{
  g_autoptr (ValSpread) spread = val_attention_spread (picture->attention, kind);
  guint n = MIN (spread->values->len, MOST_IN_SPREAD);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  g_autoptr (ValChart) chart = val_spread_chart_new ();

  if (spread->total == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const ValSpreadValue *value = &g_array_index (spread->values, ValSpreadValue, i);

      g_ptr_array_add (names, val_session_dup_person_name (session, value->person));
      counts[i] = value->count;
    }
  val_mentoring_part_heading (box, what);
  val_spread_chart_set (VAL_SPREAD_CHART (chart), what, (const char *const *) names->pdata, counts,
                        n);
  val_mentoring_part_chart (box, chart);
}

/* ---- Thanks ------------------------------------------------------------------------------------ */

static void
thank_cb (GtkButton *button, ValPage *page)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "val-person");
  gint64 *rule_id = g_object_get_data (G_OBJECT (button), "val-rule");
  ValSession *session = val_page_get_session (page);
  ValRecognition *thanks = val_recognition_new (*id, val_session_get_today (session));
  const ValRule *rule = rule_id != NULL
                            ? val_dataset_find_record (val_session_get_dataset (session),
                                                       VAL_RECORD_RULE, *rule_id)
                            : NULL;

  if (rule != NULL)
    {
      thanks->rule_id = rule->record.id;
      thanks->cost = rule->cost;
      if (rule->kind_id != 0)
        thanks->kind_id = rule->kind_id;
    }
  val_recognition_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), session,
                                  thanks);
  val_record_free (thanks);
}

static char *
dup_thanked (const ValPersonAttention *person)
{
  if (person->thanked_id == 0)
    return g_strdup (_("Not thanked yet"));
  if (person->days_thanked == 0)
    return g_strdup (_("Thanked today"));
  return val_format_count (ngettext ("Last thanked %d day ago", "Last thanked %d days ago",
                                     (gulong) person->days_thanked),
                           person->days_thanked);
}

/* Thanks for somebody, at the end of @row; by the rule when there is one. */
static void
add_thank_button (ValPage *page, GtkWidget *row, gint64 person_id, const char *name,
                  const ValRule *rule)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("button", "Thank"));
  /* Translators: of a button; %s is a person */
  g_autofree char *words = g_strdup_printf (_("Thank: %s"), name);

  val_gtk_label_button (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "val-person",
                          g_memdup2 (&person_id, sizeof person_id), g_free);
  if (rule != NULL)
    g_object_set_data_full (G_OBJECT (button), "val-rule",
                            g_memdup2 (&rule->record.id, sizeof rule->record.id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (thank_cb), page);
  val_row_add_after (VAL_ROW (row), button);
  if (rule == NULL)
    val_row_set_stands_for (VAL_ROW (row), button);
}

static void
add_person_cb (GtkWidget *list, guint i, gpointer data)
{
  const ValMentoringRows *rows = data;
  const ValPersonAttention *person = rows->people->pdata[i];
  ValSession *session = val_page_get_session (rows->page);
  ValDataset *dataset = rows->picture->attention->dataset;
  gint64 id = val_dataset_person (dataset, person->person)->id;
  g_autofree char *name = NULL, *since = NULL;

  /* People are known by their place; of a newer dataset there will be a new picture. */
  if (val_session_get_dataset (session) != dataset)
    return;
  name = val_session_dup_person_name (session, person->person);
  since = dup_thanked (person);
  add_thank_button (rows->page, val_mentoring_part_row (list, name, since), id, name, NULL);
}

static void
add_people (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  g_autoptr (GPtrArray) people = val_mentoring_picture_unthanked (picture);

  if (people->len == 0)
    return;
  val_mentoring_part_heading (box, _("Longest without thanks"));
  val_mentoring_part_rows (val_mentoring_part_list (box, _("Longest without thanks")), page,
                           picture, people, add_person_cb);
  val_mentoring_part_more (box, people->len - MIN (people->len, picture->most_rows));
}

static void
add_calendar (GtkWidget *box, ValSession *session, const ValMentoringPicture *picture)
{
  g_autoptr (ValChart) chart = val_calendar_chart_new ();

  val_calendar_chart_set_days (VAL_CALENDAR_CHART (chart), _("Thanks given"), picture->first_day,
                               picture->thanks_days, VAL_MENTORING_DAYS,
                               val_session_get_today (session));
  val_mentoring_part_chart (box, chart);
}

/* ---- The programme ----------------------------------------------------------------------------- */

static void
edit_rule_cb (ValRow *row, ValPage *page)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "val-rule");
  ValSession *session = val_page_get_session (page);
  const ValRule *rule = val_dataset_find_record (val_session_get_dataset (session),
                                                 VAL_RECORD_RULE, *id);

  if (rule != NULL)
    val_rule_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), session, rule);
}

static void
new_rule_cb (GtkButton *button, ValPage *page)
{
  ValSession *session = val_page_get_session (page);
  ValRule *rule = val_record_new (VAL_RECORD_RULE);

  rule->day = val_session_get_today (session);
  val_rule_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), session, rule);
  val_record_free (rule);
}

static char *
dup_rule_state (ValSession *session, const ValRuleState *state)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (state->rule->suspended)
    g_ptr_array_add (parts, g_strdup (C_ ("rule", "suspended")));
  if (state->n_due == 1)
    {
      g_autofree char *name = val_session_dup_person_name (session, state->due);

      /* Translators: a rule of the programme is due for one person */
      g_ptr_array_add (parts, g_strdup_printf (_("due: %s"), name));
    }
  else if (state->n_due > 1)
    g_ptr_array_add (parts, val_format_count (ngettext ("due for %u person", "due for %u people",
                                                        state->n_due),
                                              state->n_due));
  g_ptr_array_add (parts, val_format_count (ngettext ("given %u time", "given %u times",
                                                      state->n_given),
                                            state->n_given));
  if (state->cost > 0)
    {
      g_autofree char *cost = val_format_number ((double) state->cost / 1000, 2);

      /* Translators: what a rule has cost so far; %s is a number */
      g_ptr_array_add (parts, g_strdup_printf (_("cost so far %s"), cost));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_programme (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  ValSession *session = val_page_get_session (page);
  ValDataset *dataset = picture->attention->dataset;
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Rule"));
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Report as PDF…"));
  GtkWidget *buttons, *list;

  g_signal_connect (add, "clicked", G_CALLBACK (new_rule_cb), page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print");
  gtk_widget_set_tooltip_text (print, _("Who was thanked, what is due and what it has cost (Ctrl+P)"));
  val_mentoring_part_heading (box, _("Recognition programme"));
  buttons = val_mentoring_part_buttons (box);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), add);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), print);
  if (picture->rules->len == 0)
    {
      val_mentoring_part_label (box,
                                _("No rule yet. A rule says what is recognised, how, by whom and "
                                  "how often; here it says when it is due and what it costs."),
                                "dim-label");
      return;
    }
  list = val_mentoring_part_list (box, _("Recognition programme"));
  for (guint i = 0; i < picture->rules->len; i++)
    {
      const ValRuleState *state = &g_array_index (picture->rules, ValRuleState, i);
      gint64 id = state->rule->record.id;
      g_autofree char *words = dup_rule_state (session, state);
      GtkWidget *row = val_mentoring_part_row (list, state->rule->name, words);

      g_object_set_data_full (G_OBJECT (row), "val-rule", g_memdup2 (&id, sizeof id), g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (edit_rule_cb), page);
      /* Who waits longest comes first. */
      if (state->n_due > 0)
        {
          g_autofree char *name = val_session_dup_person_name (session, state->due);

          add_thank_button (page, row, val_dataset_person (dataset, state->due)->id, name,
                            state->rule);
        }
      val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
}

/* val_mentoring_fill_thanks: the second tab */
void
val_mentoring_fill_thanks (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  ValSession *session = val_page_get_session (page);

  add_spread (box, session, picture, VAL_SPREAD_THANKS, _("Thanks given"));
  add_people (box, page, picture);
  add_programme (box, page, picture);
  val_mentoring_part_heading (box, _("A year of thanks"));
  add_calendar (box, session, picture);
}

/* ---- The mirror -------------------------------------------------------------------------------- */

static const char *
ratio_words (const ValMirror *mirror)
{
  if (mirror->praise == 0 && mirror->to_improve == 0)
    return _("No note praises or asks to improve yet.");
  if (mirror->to_improve == 0)
    return _("Only praise so far. Something to improve, said kindly, is a gift too.");
  if (mirror->ratio < 1)
    return _("More is criticised than praised. What went well deserves a line as well.");
  if (mirror->ratio < 3)
    return _("Praise comes first, with room for more of it.");
  return _("Praise carries what is to be improved.");
}

static const char *
evenness_words (const ValMirror *mirror)
{
  if (isnan (mirror->gini))
    return _("There is nothing to compare yet.");
  if (mirror->gini < UNEVEN)
    return _("Attention falls on people quite evenly.");
  if (mirror->gini < VERY_UNEVEN)
    return _("Some get clearly more attention than others.");
  return _("A few people get most of the attention.");
}

static const char *
recent_words (const ValMirror *mirror)
{
  if (isnan (mirror->recent_share))
    return _("No note was written in the last four weeks.");
  if (mirror->recent_share > 0.75)
    return _("Most of what was written lately comes from the last two weeks. Bear the time before "
             "in mind when you judge.");
  if (mirror->recent_share < 0.25)
    return _("Little was written in the last two weeks.");
  return _("What was written is spread evenly over the last four weeks.");
}

static void
add_number (GtkWidget *box, const char *title, const char *number, const char *words)
{
  GtkWidget *list = gtk_widget_get_last_child (box);
  GtkWidget *row = val_mentoring_part_row (list, title, words);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "val-number");
  gtk_widget_add_css_class (label, "title-4");
  val_row_add_after (VAL_ROW (row), label);
}

/* val_mentoring_fill_mirror: the third tab */
void
val_mentoring_fill_mirror (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  ValSession *session = val_page_get_session (page);
  g_autofree char *ratio = NULL;
  g_autofree char *nobody = NULL;
  g_autofree char *recent = NULL;
  g_autofree char *words = NULL;
  ValMirror mirror;

  val_attention_mirror (picture->attention, &mirror);
  val_mentoring_part_heading (box, _("Your mirror"));
  val_mentoring_part_label (box, _("For you alone: how your attention fell in the last year."),
                            "dim-label");
  val_mentoring_part_list (box, _("Your mirror"));
  ratio = g_strdup_printf ("%u : %u", mirror.praise, mirror.to_improve);
  add_number (box, _("Praise to criticism"), ratio, ratio_words (&mirror));
  nobody = val_format_integer (mirror.nobody);
  words = mirror.nobody == 0
              ? g_strdup (_("Everybody got a note, thanks or a session."))
              : val_format_count (ngettext ("%u person got no note, thanks or session.",
                                            "%u people got no note, thanks or session.",
                                            mirror.nobody),
                                  mirror.nobody);
  add_number (box, _("Without any attention"), nobody, words);
  add_number (box, _("Evenness"), "", evenness_words (&mirror));
  recent = isnan (mirror.recent_share)
               ? g_strdup ("")
               : val_format_percent ((int) lround (mirror.recent_share * 100));
  add_number (box, _("The last two weeks of four"), recent, recent_words (&mirror));
  add_spread (box, session, picture, VAL_SPREAD_ATTENTION, _("Notes, thanks and sessions"));
}
