/* val-person-scores.c: a person's scores, skill by skill, each with its history
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-line-chart.h"
#include "val-person-parts.h"
#include "val-question.h"
#include "val-readiness.h"
#include "val-text-label.h"

/* What is said of a skill. */
/* So many rows are made before the first frame. */
#define ROWS_AT_ONCE 4

typedef struct
{
  guint skill;
  gboolean required;
  ValLevel target; /* or VAL_LEVEL_NONE */
  ValLevel level;  /* what counts; VAL_LEVEL_NONE, VAL_LEVEL_NOT_APPLICABLE */
  ValLevel self;   /* newest self score, or VAL_LEVEL_NONE */
  ValLevel others; /* newest score by somebody else, or VAL_LEVEL_NONE */
  ValDay day;
  ValAssessor assessor;
  gint32 gap; /* thousandths */
} Line;

/* One skill's row while it is on the screen. */
typedef struct
{
  ValSession *session;
  ValScale scale;
  gint64 person_id;
  gint64 skill_id;
  GtkWidget *row;
  GHashTable *expanded;
  GCancellable *cancellable;
  GPtrArray *shown; /* of GtkWidget: the rows inside */
} SkillRow;

static void
skill_row_free (gpointer data)
{
  SkillRow *self = data;

  val_question_drop (&self->cancellable);
  g_clear_object (&self->session);
  g_hash_table_unref (self->expanded);
  g_ptr_array_unref (self->shown);
  g_free (self);
}

/* A difference of levels as steps of the scale: A to C are two. */
static char *
dup_difference (const ValScale *scale, gint32 difference)
{
  double width = scale->letters ? 4 : scale->max - scale->min;
  double value = ABS (difference) / 1000.0 * width / 10.0;
  g_autofree char *number = val_format_number (value, fabs (value - round (value)) < 0.05 ? 0 : 1);

  return g_strconcat (difference > 0 ? "+" : "−", number, NULL);
}

/* The newest scores of a skill up to a day: of the person, and of everybody else. */
static void
find_newest (const ValScores *scores, guint skill, ValDay on, Line *line)
{
  guint n = 0;
  guint first = scores != NULL ? val_scores_find (scores, (guint16) skill, &n) : 0;

  line->self = line->others = VAL_LEVEL_NONE;
  for (guint i = 0; i < n; i++)
    {
      ValScore score = scores->scores[first + i];

      if ((ValDay) score.day > on)
        break;
      if (val_score_assessor (score) == VAL_ASSESSOR_SELF)
        line->self = val_score_level (score);
      else
        line->others = val_score_level (score);
    }
}

static gboolean
read_line (ValDataset *dataset, guint person, guint skill, ValDay on, Line *line)
{
  const ValScores *scores = val_dataset_scores (dataset, person);
  gint32 weight;
  ValScore score;

  *line = (Line){ .skill = skill, .target = VAL_LEVEL_NONE, .level = VAL_LEVEL_NONE,
                  .day = VAL_DAY_NONE };
  if (val_dataset_skill (dataset, skill)->archived || !val_dataset_skill_is_leaf (dataset, skill))
    return FALSE;
  line->required = val_readiness_demand (dataset, person, skill, on, &line->target, &weight);
  if (scores != NULL && val_scores_latest (scores, (guint16) skill, on, &score))
    {
      line->level = val_score_level (score);
      line->day = score.day;
      line->assessor = val_score_assessor (score);
    }
  else if (!line->required)
    return FALSE;
  find_newest (scores, skill, on, line);
  if (line->required && line->level >= 0)
    line->gap = MAX (0, line->target - line->level);
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const Line *first = a;
  const Line *second = b;

  if (first->gap != second->gap)
    return first->gap > second->gap ? -1 : 1;
  if ((first->level == VAL_LEVEL_NONE) != (second->level == VAL_LEVEL_NONE))
    return first->level == VAL_LEVEL_NONE ? -1 : 1;
  return g_utf8_collate (val_dataset_skill (data, first->skill)->name,
                         val_dataset_skill (data, second->skill)->name);
}

static char *
dup_level (const ValScale *scale, ValLevel level)
{
  if (level == VAL_LEVEL_NONE)
    return g_strdup ("–");
  if (level == VAL_LEVEL_NOT_APPLICABLE)
    return g_strdup (C_("level", "n/a"));
  return val_scale_format (scale, level);
}

/* "target 8 · gap −2 · 5 March · manager · self 8" */
static char *
dup_subtitle (const Line *line, const ValScale *scale, ValDay today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (line->required && line->target >= 0)
    {
      g_autofree char *target = dup_level (scale, line->target);
      g_ptr_array_add (parts, val_format_replace (_("target %s"), target));
    }
  if (!line->required)
    g_ptr_array_add (parts, g_strdup (_("not required")));
  if (line->gap > 0)
    {
      g_autofree char *gap = dup_difference (scale, -line->gap);
      /* Translators: how much is missing to the target, as a negative number */
      g_ptr_array_add (parts, val_format_replace (_("gap %s"), gap));
    }
  if (line->level == VAL_LEVEL_NONE)
    g_ptr_array_add (parts, g_strdup (_("to assess")));
  else
    {
      g_ptr_array_add (parts, val_format_date (line->day, VAL_DATE_MEDIUM, today));
      g_ptr_array_add (parts, g_strdup (val_assessor_get_label (line->assessor)));
    }
  if (line->self >= 0 && line->others >= 0 && line->self != line->others)
    {
      g_autofree char *self = dup_level (scale, line->self);
      g_autofree char *difference = dup_difference (scale, line->self - line->others);

      /* Translators: what the person gave themselves, and how far that is from the others' score,
       * for example "own score 8 (+2)" */
      g_ptr_array_add (parts,
                       g_strdup_printf (_("self-assessment %1$s (%2$s)"), self, difference));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* ---- History ---- */

static void
show_inside (SkillRow *self, GtkWidget *widget)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), widget);
  g_ptr_array_add (self->shown, widget);
}

static void
show_sentence (SkillRow *self, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  val_gtk_set_accessible_label (row, sentence);
  show_inside (self, row);
}

static void
show_assessment (SkillRow *self, const ValAssessment *assessment)
{
  ValDay today = val_session_get_today (self->session);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *level_label;
  g_autofree char *level = dup_level (&self->scale, assessment->level);
  g_autofree char *date = val_format_date (assessment->day, VAL_DATE_LONG, today);
  g_autofree char *title
      = g_strdup_printf ("%s · %s", date, val_assessor_get_label (assessment->assessor));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, level);
  gboolean hidden = val_session_get_hide_names (self->session);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  /* A remark may name anybody, so it goes with the names. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hidden ? "" : assessment->remark);
  val_gtk_set_accessible_label (row, spoken);
  level_label = gtk_label_new (level);
  gtk_widget_add_css_class (level_label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), level_label);
  show_inside (self, row);
}

/* A line over at least two scores; newest first as the store gives them. */
static void
show_sparkline (SkillRow *self, GPtrArray *history)
{
  g_autofree ValDay *days = g_new (ValDay, history->len + 1);
  g_autofree double *values = g_new (double, history->len + 1);
  g_autoptr (ValChart) chart = NULL;
  /* Letters have no places of their own on an axis. */
  const ValScale *scale = self->scale.letters ? &val_scale_default : &self->scale;
  GtkWidget *row, *view;
  guint n = 0;

  for (guint i = history->len; i > 0; i--)
    {
      const ValAssessment *assessment = history->pdata[i - 1];

      if (assessment->level < 0 || assessment->assessor == VAL_ASSESSOR_SELF)
        continue;
      days[n] = assessment->day;
      values[n++] = val_scale_level_to_value (scale, assessment->level);
    }
  if (n < 2)
    return;
  chart = val_line_chart_new (TRUE);
  val_chart_set_title (chart, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row)));
  val_line_chart_set (VAL_LINE_CHART (chart), days, values, n, scale->min, scale->max,
                      C_("series", "Level"));
  view = val_chart_view_new (chart);
  val_chart_view_set_compact (VAL_CHART_VIEW (view), TRUE);
  gtk_widget_set_size_request (view, 200, 48);
  gtk_widget_set_margin_start (view, 12);
  gtk_widget_set_margin_end (view, 12);
  row = adw_preferences_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), view);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  show_inside (self, row);
}

static void
history_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history
      = val_store_history_finish (VAL_STORE (source), result, &error);
  SkillRow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the row is gone */
  if (history == NULL)
    {
      show_sentence (self, error->message);
      return;
    }
  show_sparkline (self, history);
  for (guint i = 0; i < history->len; i++)
    show_assessment (self, history->pdata[i]);
  if (history->len == 0)
    show_sentence (self, _("Never assessed."));
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, SkillRow *self)
{
  gint64 *key;

  if (!adw_expander_row_get_expanded (row))
    {
      g_hash_table_remove (self->expanded, &self->skill_id);
      return;
    }
  key = g_new (gint64, 1);
  *key = self->skill_id;
  g_hash_table_add (self->expanded, key);
  if (self->cancellable != NULL)
    return; /* asked for already */
  self->cancellable = g_cancellable_new ();
  val_store_history_async (val_session_get_store (self->session), self->person_id, self->skill_id,
                           self->cancellable, history_cb, self);
}

/* What takes the focus of an expander row is a row inside of it, and that needs the name. */
static void
label_header (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_BOX_ROW (child) || GTK_IS_LIST_BOX (child))
        val_gtk_set_accessible_label (child, name);
      if (ADW_IS_ACTION_ROW (child))
        return;
      label_header (child, name);
    }
}

static GtkWidget *
new_skill_row (ValSession *session, const ValPerson *person, const Line *line,
               const ValScale *scale, GHashTable *expanded)
{
  const ValSkill *skill = val_dataset_skill (val_session_get_dataset (session), line->skill);
  SkillRow *self = g_new0 (SkillRow, 1);
  GtkWidget *level_label;
  g_autofree char *level = dup_level (scale, line->level);
  g_autofree char *subtitle = dup_subtitle (line, scale, val_session_get_today (session));
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", skill->name, level);

  self->session = g_object_ref (session);
  self->scale = *scale;
  self->person_id = person->id;
  self->skill_id = skill->id;
  self->expanded = g_hash_table_ref (expanded);
  self->shown = g_ptr_array_new ();
  self->row = adw_expander_row_new ();
  g_object_set_data_full (G_OBJECT (self->row), "val-skill-row", self, skill_row_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), skill->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), escaped);
  val_gtk_set_accessible_label (self->row, spoken);
  label_header (self->row, spoken);
  val_text_label_ease (self->row);
  if (line->gap > 0 && skill->critical)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_tooltip_text (icon, _("A critical skill below its target"));
      val_gtk_set_accessible_label (icon, _("A critical skill below its target"));
      adw_expander_row_add_action (ADW_EXPANDER_ROW (self->row), icon);
    }
  level_label = gtk_label_new (level);
  gtk_widget_add_css_class (level_label, "numeric");
  gtk_widget_add_css_class (level_label, "heading");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self->row), level_label);
  g_signal_connect (self->row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  if (g_hash_table_contains (expanded, &self->skill_id))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->row), TRUE);
  return self->row;
}

typedef struct
{
  ValSession *session;
  ValDataset *dataset; /* of the lines */
  guint person;
  ValScale scale;
  GArray *lines; /* of Line */
  GHashTable *expanded;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *self = data;

  g_object_unref (self->session);
  val_dataset_unref (self->dataset);
  g_array_unref (self->lines);
  g_hash_table_unref (self->expanded);
  g_free (self);
}

static void
add_row_cb (GtkWidget *group, guint i, gpointer data)
{
  const Rows *self = data;

  /* Skills are known by their place; of a newer dataset there will be new rows. */
  if (val_session_get_dataset (self->session) == self->dataset)
    adw_preferences_group_add (
        ADW_PREFERENCES_GROUP (group),
        new_skill_row (self->session, val_dataset_person (self->dataset, self->person),
                       &g_array_index (self->lines, Line, i), &self->scale, self->expanded));
}

/**
 * val_person_scores_new:
 * @session: the session
 * @person: index of the person
 * @expanded: (element-type gint64): set of the skills whose history is open; kept up to date
 *
 * Returns: (transfer floating): a list of the skills that are required or scored, the largest gap
 *   first; a row opens its history
 */
GtkWidget *
val_person_scores_new (ValSession *session, guint person, GHashTable *expanded)
{
  ValDataset *dataset = val_session_get_dataset (session);
  ValDay on = val_session_get_today (session);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  GtkWidget *group = adw_preferences_group_new ();
  Rows *rows = g_new0 (Rows, 1);

  for (guint i = 0; i < val_dataset_n_skills (dataset); i++)
    {
      Line line;

      if (read_line (dataset, person, i, on, &line))
        g_array_append_val (lines, line);
    }
  g_array_sort_with_data (lines, compare_lines, dataset);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Scores"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      lines->len > 0 ? _("The largest gap first. Open a skill to see its history.")
                     : _("No skill is required or scored yet. Scores are entered in the skill "
                         "matrix."));
  val_text_label_ease (group);
  rows->session = g_object_ref (session);
  rows->dataset = val_dataset_ref (dataset);
  rows->person = person;
  rows->scale = val_session_get_scale (session);
  rows->lines = lines;
  rows->expanded = g_hash_table_ref (expanded);
  val_in_turns (group, lines->len, ROWS_AT_ONCE, add_row_cb, rows, rows_free);
  return group;
}
