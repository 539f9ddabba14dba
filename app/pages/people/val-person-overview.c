/* val-person-overview.c: what to know before talking with somebody
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-attention.h"
#include "val-format.h"
#include "val-goal-standing.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-line.h"
#include "val-person-list.h"
#include "val-person-parts.h"
#include "val-person-words.h"
#include "val-record-edits.h"
#include "val-record-form.h"
#include "val-text-label.h"

#define WINDOW_DAYS 90
#define MAX_AGREEMENTS 8

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  /* A few letters wide, GTK 4.8 contradicts itself about the width and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* ---- Before you talk ---- */

static void
add_status (GtkWidget *content, const ValPersonAttention *attention)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
    const char *words;
  } looks[VAL_N_ATTENTION_STATUSES] = {
    [VAL_ATTENTION_NONE] = { NULL, NULL, NULL },
    [VAL_ATTENTION_OK]
    = { "emblem-ok-symbolic", "success", N_ ("The rhythm of sessions is kept") },
    [VAL_ATTENTION_DUE]
    = { "appointment-soon-symbolic", "accent", N_ ("It is time for a session") },
    [VAL_ATTENTION_AMBER]
    = { "dialog-warning-symbolic", "warning", N_ ("A session is overdue") },
    [VAL_ATTENTION_RED]
    = { "dialog-error-symbolic", "error", N_ ("A session is long overdue") },
  };
  GtkWidget *box, *label, *icon;

  if (looks[attention->status].icon == NULL)
    return;
  box = val_line_new (6, GTK_ALIGN_CENTER);
  label = new_label (_(looks[attention->status].words), "heading");
  icon = gtk_image_new_from_icon_name (looks[attention->status].icon);
  val_line_append (VAL_LINE (box), icon);
  val_line_append (VAL_LINE (box), label);
  gtk_widget_add_css_class (box, looks[attention->status].css_class);
  gtk_box_append (GTK_BOX (content), box);
}

/* "Last session: 6 days ago · next: 26 March, 10:00" */
static void
add_days (GtkWidget *content, ValSession *session, const ValPersonAttention *attention)
{
  ValDay today = val_session_get_today (session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  if (attention->last_day != VAL_DAY_NONE)
    {
      g_autofree char *ago = val_person_dup_ago (today - attention->last_day);

      /* Translators: %s is "6 days ago" */
      g_ptr_array_add (parts, val_format_replace (_("last session: %s"), ago));
    }
  else
    g_ptr_array_add (parts, g_strdup (_("no session has taken place yet")));
  if (attention->next_day != VAL_DAY_NONE)
    {
      g_autofree char *day = val_format_date (attention->next_day, VAL_DATE_MEDIUM, today);

      /* Translators: %s is a date, often with an hour */
      if (attention->next_minute == VAL_MINUTE_NONE)
        g_ptr_array_add (parts, val_format_replace (_("next: %s"), day));
      else
        {
          g_autofree char *time = val_format_time (attention->next_minute / 60,
                                                   attention->next_minute % 60);
          g_autofree char *when = g_strdup_printf ("%s, %s", day, time);

          g_ptr_array_add (parts, val_format_replace (_("next: %s"), when));
        }
    }
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **) parts->pdata);
  {
    g_autofree char *capital = val_format_capital (line);

    gtk_box_append (GTK_BOX (content), new_label (capital, "dim-label"));
  }
}

typedef struct
{
  ValSession *session;
  ValAgreement *agreement;
} Tick;

static void
tick_free (gpointer data, GClosure *closure)
{
  Tick *tick = data;

  g_object_unref (tick->session);
  val_record_free (tick->agreement);
  g_free (tick);
}

static void
tick_cb (GtkCheckButton *check, Tick *tick)
{
  g_autofree char *name
      = val_record_form_dup_name (tick->session, tick->agreement->record.person_id);
  g_autoptr (ValEdit) edit
      = val_record_edit_tick (tick->agreement, gtk_check_button_get_active (check),
                              val_session_get_today (tick->session), name);

  val_session_edit (tick->session, edit, NULL, NULL);
}

static void
add_agreement (GtkWidget *content, ValSession *session, const ValAgreement *agreement)
{
  GtkWidget *line = val_line_new (12, GTK_ALIGN_START);
  GtkWidget *check = gtk_check_button_new ();
  gboolean done = agreement->done_day != VAL_DAY_NONE, late = FALSE;
  g_autofree char *due = done ? val_format_date (agreement->done_day, VAL_DATE_MEDIUM,
                                                 val_session_get_today (session))
                              : val_person_dup_due (session, agreement->due_day, &late);
  gboolean hidden = val_session_get_hide_names (session);
  g_autofree char *shown = late ? g_strdup_printf ("▲ %s", due) : g_strdup (due);
  /* Translators: who promised (you, or the person), and what */
  g_autofree char *text = g_strdup_printf (
      "%s: %s", agreement->mine ? C_ ("agreement", "I") : C_ ("agreement", "The person"),
      hidden ? "…" : agreement->text);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, due);
  GtkWidget *label = new_label (text, done ? "dim-label" : NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *day = new_label (shown, late ? "warning" : "dim-label");
  Tick *tick = g_new0 (Tick, 1);

  tick->session = g_object_ref (session);
  tick->agreement = val_record_copy (agreement);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  val_gtk_set_accessible_label (check, spoken);
  g_signal_connect_data (check, "toggled", G_CALLBACK (tick_cb), tick, tick_free, 0);
  val_text_label_set_most (label, 3);
  gtk_widget_add_css_class (day, "caption");
  gtk_widget_set_visible (day, *shown != '\0');
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), day);
  val_line_append (VAL_LINE (line), check);
  val_line_append (VAL_LINE (line), texts);
  gtk_box_append (GTK_BOX (content), line);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const ValAgreement *first = *(const ValAgreement *const *) a;
  const ValAgreement *second = *(const ValAgreement *const *) b;
  gint64 x = first->due_day == VAL_DAY_NONE ? G_MAXINT64 : first->due_day;
  gint64 y = second->due_day == VAL_DAY_NONE ? G_MAXINT64 : second->due_day;

  return (x > y) - (x < y);
}

/* The open ones, the most urgent first, and the one that was kept last. */
static void
add_agreements (GtkWidget *content, ValSession *session, GPtrArray *records)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  const ValAgreement *kept = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ValAgreement *agreement = records->pdata[i];

      if (agreement->record.type != VAL_RECORD_AGREEMENT)
        continue;
      if (agreement->done_day == VAL_DAY_NONE)
        g_ptr_array_add (open, (gpointer) agreement);
      else if (!agreement->dropped && (kept == NULL || agreement->done_day > kept->done_day))
        kept = agreement;
    }
  g_ptr_array_sort (open, compare_due);
  for (guint i = 0; i < MIN (open->len, MAX_AGREEMENTS); i++)
    add_agreement (content, session, open->pdata[i]);
  if (open->len > MAX_AGREEMENTS)
    {
      g_autofree char *count = val_format_integer (open->len - MAX_AGREEMENTS);
      g_autofree char *more = val_format_replace (
          ngettext ("and %s more", "and %s more", open->len - MAX_AGREEMENTS), count);

      gtk_box_append (GTK_BOX (content), new_label (more, "dim-label"));
    }
  if (kept != NULL)
    add_agreement (content, session, kept);
  if (open->len == 0)
    gtk_box_append (GTK_BOX (content), new_label (_("No open agreements."), "dim-label"));
}

/* What the person said last, word for word. */
static void
add_words (GtkWidget *content, ValSession *session, GPtrArray *records)
{
  const ValMentoring *last = NULL;
  g_autofree char *day = NULL, *source = NULL, *quote = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ValMentoring *talk = records->pdata[i];

      if (talk->record.type == VAL_RECORD_MENTORING && talk->state == VAL_MENTORING_HELD
          && talk->record.person_id != 0 && *talk->words != '\0'
          && (last == NULL || talk->held_day > last->held_day))
        last = talk;
    }
  if (last == NULL || val_session_get_hide_names (session))
    return;
  day = val_format_date (last->held_day, VAL_DATE_MEDIUM, val_session_get_today (session));
  quote = val_format_replace (_("“%s”"), last->words);
  {
    GtkWidget *label = new_label (quote, NULL);

    val_text_label_set_most (label, 5);
    gtk_box_append (GTK_BOX (content), label);
  }
  source = last->said_back ? g_strdup_printf ("%s · %s", day, _("said back and confirmed"))
                           : g_strdup (day);
  gtk_box_append (GTK_BOX (content), new_label (source, "caption"));
}

/**
 * val_person_talk_new:
 * @session: the session
 * @person: index of the person
 * @records: everything written about the person
 *
 * Returns: (transfer floating): a card: how the rhythm stands, what was agreed, the last words
 */
GtkWidget *
val_person_talk_new (ValSession *session, guint person, GPtrArray *records)
{
  ValDataset *dataset = val_session_get_dataset (session);
  ValAttentionQuery query;
  ValPersonAttention attention;
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Before you talk"), &content);

  val_attention_query_init (&query, val_session_get_today (session));
  val_attention_of_person (dataset, person, &query, &attention);
  add_status (content, &attention);
  add_days (content, session, &attention);
  add_agreements (content, session, records);
  add_words (content, session, records);
  return card;
}

/* ---- The last months ---- */

static void
add_figure (GtkWidget *content, const char *title, const char *value, const char *css_class)
{
  GtkWidget *line = val_line_new (12, GTK_ALIGN_START);
  GtkWidget *name = new_label (title, NULL);
  GtkWidget *figure = new_label (value, css_class != NULL ? css_class : "numeric");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  val_line_append (VAL_LINE (line), name);
  val_line_append (VAL_LINE (line), figure);
  gtk_box_append (GTK_BOX (content), line);
}

static void
add_count (GtkWidget *content, const char *title, guint n)
{
  g_autofree char *count = val_format_integer (n);

  add_figure (content, title, count, NULL);
}

/* Promises of thanks that are still open. */
static void
add_promises (GtkWidget *content, ValSession *session, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ValRecognition *thanks = records->pdata[i];
      const ValKind *kind;
      g_autofree char *due = NULL, *title = NULL, *shown = NULL;
      gboolean late;

      if (thanks->record.type != VAL_RECORD_RECOGNITION || !thanks->promised)
        continue;
      kind = val_dataset_find_record (val_session_get_dataset (session), VAL_RECORD_KIND,
                                      thanks->kind_id);
      due = val_person_dup_due (session, thanks->due_day, &late);
      /* Translators: %s is a kind of recognition, for example "Bonus" */
      title = val_format_replace (_("Promised: %s"),
                                  kind != NULL ? val_kind_get_name (kind) : "");
      shown = late ? g_strdup_printf ("▲ %s", due) : g_strdup (due);
      add_figure (content, title, shown, late ? "warning" : NULL);
    }
}

/**
 * val_person_months_new:
 * @session: the session
 * @person: index of the person
 * @records: everything written about the person
 *
 * Returns: (transfer floating): a card: thanks, notes and sessions of the last 90 days
 */
GtkWidget *
val_person_months_new (ValSession *session, guint person, GPtrArray *records)
{
  ValDay today = val_session_get_today (session);
  ValAttentionQuery query;
  ValPersonAttention attention;
  g_autofree char *thanked = NULL;
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Last 90 days"), &content);

  val_attention_query_init (&query, today);
  query.from = today - WINDOW_DAYS + 1;
  val_attention_of_person (val_session_get_dataset (session), person, &query, &attention);
  add_count (content, _("Sessions"), attention.n_sessions);
  add_count (content, _("Thanks"), attention.n_thanks);
  thanked = attention.thanked_day != VAL_DAY_NONE ? val_person_dup_ago (attention.days_thanked)
                                                  : g_strdup (C_ ("thanked", "not yet"));
  add_figure (content, _("Last thanked"), thanked, NULL);
  add_promises (content, session, records);
  for (int i = 0; i < VAL_N_NOTE_KINDS; i++)
    if (attention.notes[i] > 0)
      add_count (content, val_note_kind_get_label (i), attention.notes[i]);
  if (attention.n_notes == 0)
    add_count (content, _("Notes"), 0);
  return card;
}

/* ---- Goals ---- */

static double
progress_of (const ValGoal *goal, GPtrArray *records, ValLevel now, guint *ret_done,
             guint *ret_steps)
{
  *ret_done = *ret_steps = 0;
  for (guint i = 0; i < records->len; i++)
    {
      const ValGoalStep *step = records->pdata[i];

      if (step->record.type != VAL_RECORD_STEP || step->goal_id != goal->record.id)
        continue;
      ++*ret_steps;
      if (step->done_day != VAL_DAY_NONE)
        ++*ret_done;
    }
  if (goal->kind == VAL_GOAL_SKILL && now >= 0 && goal->before >= 0 && goal->level > goal->before)
    return CLAMP ((double) (now - goal->before) / (goal->level - goal->before), 0, 1);
  return *ret_steps > 0 ? (double) *ret_done / *ret_steps : -1;
}

/* What the indicator of a goal says today comes a moment later. */
static void
show_standing (GtkWidget *content, const ValGoalStanding *standing)
{
  GtkWidget *second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (content));

  /* Steps have a bar of their own. */
  if (standing->fraction >= 0 && !GTK_IS_PROGRESS_BAR (second))
    {
      GtkWidget *bar = gtk_progress_bar_new ();

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), standing->fraction);
      val_gtk_set_accessible_label (bar, standing->words);
      gtk_box_insert_child_after (GTK_BOX (content), bar, gtk_widget_get_first_child (content));
    }
  gtk_box_append (GTK_BOX (content), new_label (standing->words, "dim-label"));
}

static void
add_goal (GtkWidget *list, ValSession *session, GPtrArray *records, const ValGoal *goal,
          ValLevel now)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *what = val_person_dup_goal (session, goal);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *meta = NULL, *due = NULL;
  guint done, steps;
  gboolean late;
  double progress = progress_of (goal, records, now, &done, &steps);
  gboolean hidden = val_session_get_hide_names (session) && goal->kind != VAL_GOAL_SKILL;
  GtkWidget *label = new_label (hidden ? "…" : what, NULL);

  val_text_label_set_most (label, 4);
  gtk_box_append (GTK_BOX (content), label);
  if (progress >= 0)
    {
      GtkWidget *bar = gtk_progress_bar_new ();

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), progress);
      val_gtk_set_accessible_label (bar, what);
      gtk_box_append (GTK_BOX (content), bar);
    }
  if (now >= 0)
    {
      ValScale scale = val_session_get_scale (session);
      g_autofree char *level = val_scale_format (&scale, now);

      /* Translators: %s is a level */
      g_ptr_array_add (parts, val_format_replace (_("now: %s"), level));
    }
  if (steps > 0)
    {
      g_autofree char *of = val_format_integer (done);
      g_autofree char *all = val_format_integer (steps);

      /* Translators: how many steps towards a goal are done, and how many there are */
      g_ptr_array_add (parts, g_strdup_printf (_("%1$s of %2$s steps"), of, all));
    }
  due = val_person_dup_due (session, goal->due_day, &late);
  if (*due != '\0')
    g_ptr_array_add (parts, late ? g_strconcat ("▲ ", due, NULL) : g_strdup (due));
  g_ptr_array_add (parts, NULL);
  meta = g_strjoinv (" · ", (char **) parts->pdata);
  if (*meta != '\0')
    gtk_box_append (GTK_BOX (content), new_label (meta, late ? "warning" : "dim-label"));
  val_goal_standing_ask (content, session, goal, show_standing);
  gtk_widget_add_css_class (content, "val-person-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data (G_OBJECT (row), "val-goal", (gpointer) goal);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
goal_cb (GtkListBox *list, GtkListBoxRow *row, ValSession *session)
{
  val_person_open_record (GTK_WIDGET (list), session,
                          g_object_get_data (G_OBJECT (list), "val-records"),
                          g_object_get_data (G_OBJECT (row), "val-goal"));
}

/* The rows point into @records, which the list keeps. */
static GtkWidget *
new_goal_list (ValSession *session, GPtrArray *records)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "val-plain");
  val_gtk_set_accessible_label (list, _("Goals"));
  g_object_set_data_full (G_OBJECT (list), "val-records", g_ptr_array_ref (records),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (goal_cb), session, 0);
  return list;
}

static ValLevel
level_now (ValSession *session, guint person, gint64 skill_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValScores *scores = val_dataset_scores (dataset, person);
  guint skill;
  ValScore score;

  if (scores == NULL || !val_dataset_find_skill (dataset, skill_id, &skill)
      || !val_scores_latest (scores, (guint16) skill, val_session_get_today (session), &score))
    return VAL_LEVEL_NONE;
  return val_score_level (score);
}

/**
 * val_person_goals_new:
 * @session: the session
 * @person: index of the person
 * @records: everything written about the person
 *
 * Returns: (transfer floating): a card with the goals that are not reached yet, each of which opens,
 *   and a button for one more
 */
GtkWidget *
val_person_goals_new (ValSession *session, guint person, GPtrArray *records)
{
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Goals"), &content);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add _Goal"));
  GtkWidget *list = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const ValGoal *goal = records->pdata[i];

      if (goal->record.type != VAL_RECORD_GOAL || goal->done_day != VAL_DAY_NONE || goal->dropped)
        continue;
      if (list == NULL)
        list = new_goal_list (session, records);
      add_goal (list, session, records, goal, level_now (session, person, goal->skill_id));
    }
  gtk_box_append (GTK_BOX (content),
                  list != NULL ? list : new_label (_("No open goals."), "dim-label"));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.goal");
  gtk_box_append (GTK_BOX (content), add);
  return card;
}
