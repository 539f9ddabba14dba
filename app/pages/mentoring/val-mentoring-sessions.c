/* val-mentoring-sessions.c: who is due, what is planned, and the year at a glance
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-parts.h"

#include "val-calendar-chart.h"
#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-row.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

#define MOST_IN_YEAR 60
#define WEEKS_AHEAD 28

/* val_mentoring_part_label: (transfer none): a sentence of the page */
GtkWidget *
val_mentoring_part_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* val_mentoring_part_heading: heads a part of the page */
void
val_mentoring_part_heading (GtkWidget *box, const char *title)
{
  gtk_widget_set_margin_top (val_mentoring_part_label (box, title, "title-4"), 12);
}

/* val_mentoring_part_buttons: (transfer none): a ValWrapBox under a heading */
GtkWidget *
val_mentoring_part_buttons (GtkWidget *box)
{
  GtkWidget *buttons = val_wrap_box_new (6);

  gtk_box_append (GTK_BOX (box), buttons);
  return buttons;
}

/* val_mentoring_part_list: (transfer none): an empty boxed list */
GtkWidget *
val_mentoring_part_list (GtkWidget *box, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, label);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

/* val_mentoring_part_row: (transfer none): a row of plain text */
GtkWidget *
val_mentoring_part_row (GtkWidget *list, const char *title, const char *subtitle)
{
  GtkWidget *row = val_row_new (title, subtitle);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
rows_free (gpointer data)
{
  ValMentoringRows *self = data;

  g_ptr_array_unref (self->people);
  g_free (self);
}

/* val_mentoring_part_rows: a row for each of @people, up to the page's most; those below come while
 * the first can be read */
void
val_mentoring_part_rows (GtkWidget *list, ValPage *page, const ValMentoringPicture *picture,
                         GPtrArray *people, ValInTurns function)
{
  ValMentoringRows *rows = g_new0 (ValMentoringRows, 1);

  rows->page = page;
  rows->picture = picture;
  rows->people = g_ptr_array_ref (people);
  val_in_turns (list, MIN (people->len, picture->most_rows), picture->at_once, function, rows,
                rows_free);
}

/* val_mentoring_part_more: the button under a list that has @left rows more; 0: none */
void
val_mentoring_part_more (GtkWidget *box, guint left)
{
  g_autofree char *label = val_format_count (ngettext ("Show %u more", "Show %u more", left), left);
  GtkWidget *button;

  if (left == 0)
    return;
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.more");
  gtk_box_append (GTK_BOX (box), button);
}

/* val_mentoring_part_chart: a picture, as high as it wants to be */
void
val_mentoring_part_chart (GtkWidget *box, ValChart *chart)
{
  gtk_box_append (GTK_BOX (box), val_chart_view_new (chart));
}

static gint64
id_of (const ValMentoringPicture *picture, guint person)
{
  return val_dataset_person (picture->attention->dataset, person)->id;
}

static void
activate (GtkWidget *row, const char *action, gint64 id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int64 (id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/* ---- Who is due ------------------------------------------------------------------------------- */

static char *
dup_since (const ValPersonAttention *person)
{
  if (person->last_day == VAL_DAY_NONE)
    return g_strdup (_("No session yet"));
  if (person->days_since == 0)
    return g_strdup (_("Last session: today"));
  return val_format_count (ngettext ("Last session %d day ago", "Last session %d days ago",
                                     (gulong) person->days_since),
                           person->days_since);
}

static char *
dup_plan (ValSession *session, const ValPersonAttention *person)
{
  ValDay today = val_session_get_today (session);
  ValDay day = person->next_day != VAL_DAY_NONE ? person->next_day : person->pending_day;
  g_autofree char *date = NULL;

  if (day == VAL_DAY_NONE)
    return g_strdup (_("none planned"));
  date = val_format_date (day, VAL_DATE_MEDIUM, today);
  if (person->next_day != VAL_DAY_NONE)
    /* Translators: of a session; %s is a date */
    return g_strdup_printf (_("planned for %s"), date);
  /* Translators: a planned session that was neither held nor called off; %s is a date */
  return g_strdup_printf (_("was planned for %s: did it take place?"), date);
}

/* What the rhythm says of somebody: never by its colour alone. */
typedef struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} Look;

static const Look looks[VAL_N_ATTENTION_STATUSES] = {
  [VAL_ATTENTION_OK] = { "object-select-symbolic", "success", NC_ ("rhythm", "Kept") },
  [VAL_ATTENTION_DUE] = { "alarm-symbolic", "accent", NC_ ("rhythm", "Due") },
  [VAL_ATTENTION_AMBER] = { "dialog-warning-symbolic", "val-warn", NC_ ("rhythm", "Late") },
  [VAL_ATTENTION_RED] = { "dialog-error-symbolic", "val-bad", NC_ ("rhythm", "Very late") },
};

static void
add_person (GtkWidget *list, ValSession *session, const ValMentoringPicture *picture,
            const ValPersonAttention *person)
{
  const Look *look = &looks[person->status];
  g_autofree char *name = val_session_dup_person_name (session, person->person);
  g_autofree char *since = dup_since (person);
  g_autofree char *plan = dup_plan (session, person);
  g_autofree char *subtitle
      = look->word != NULL ? g_strdup_printf ("%s · %s · %s",
                                              g_dpgettext2 (NULL, "rhythm", look->word), since,
                                              plan)
                           : g_strdup_printf ("%s · %s", since, plan);
  GtkWidget *row = val_mentoring_part_row (list, name, subtitle);

  if (look->icon != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (look->icon);

      gtk_widget_add_css_class (icon, look->css_class);
      val_row_add_before (VAL_ROW (row), icon);
    }
  activate (row, "page.talk", id_of (picture, person->person));
}

static void
add_person_cb (GtkWidget *list, guint i, gpointer data)
{
  const ValMentoringRows *rows = data;
  ValSession *session = val_page_get_session (rows->page);

  /* People are known by their place; of a newer dataset there will be a new picture. */
  if (val_session_get_dataset (session) == rows->picture->attention->dataset)
    add_person (list, session, rows->picture, rows->people->pdata[i]);
}

static void
add_due (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  g_autoptr (GPtrArray) people = val_mentoring_picture_due (picture);
  GtkWidget *rhythm = gtk_button_new_with_mnemonic (_("_Rhythm…"));
  GtkWidget *plan = gtk_button_new_with_mnemonic (_("_Plan a Session"));
  GtkWidget *buttons;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (rhythm), "page.cadence");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (plan), "page.new");
  val_mentoring_part_heading (box, _("Who is next"));
  buttons = val_mentoring_part_buttons (box);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), plan);
  val_wrap_box_append (VAL_WRAP_BOX (buttons), rhythm);
  if (people->len > 0)
    val_mentoring_part_rows (val_mentoring_part_list (box, _("Who is next")), page, picture, people,
                             add_person_cb);
  val_mentoring_part_more (box, people->len - MIN (people->len, picture->most_rows));
  if (people->len == 0)
    val_mentoring_part_label (box, _("Nobody is here yet. Add people, and this page shows whom you "
                                     "have not talked with for a while."),
                              "dim-label");
}

/* ---- What is planned --------------------------------------------------------------------------- */

static void
add_meeting (GtkWidget *list, ValSession *session, const ValMentoringMeeting *meeting)
{
  ValDay today = val_session_get_today (session);
  g_autofree char *name = val_session_dup_person_name (session, meeting->person);
  g_autofree char *date = val_format_date (meeting->day, VAL_DATE_MEDIUM, today);
  const char *weekday = val_format_weekday (val_day_weekday (meeting->day));
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  g_autofree char *whole = NULL;
  GtkWidget *row;

  if (meeting->minute >= 0)
    time = val_format_time (meeting->minute / 60, meeting->minute % 60);
  when = time != NULL ? g_strdup_printf (C_ ("session", "%1$s, %2$s, %3$s"), weekday, date, time)
                      : g_strdup_printf (C_ ("session", "%1$s, %2$s"), weekday, date);
  whole = val_format_capital (when);
  if (meeting->n_people > 1)
    title = g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more",
                                       meeting->n_people - 1),
                             name, meeting->n_people - 1);
  row = val_mentoring_part_row (list, title != NULL ? title : name, whole);
  activate (row, "page.open-session", meeting->id);
}

static void
add_meetings (GtkWidget *box, ValSession *session, const ValMentoringPicture *picture)
{
  ValDay until = val_session_get_today (session) + WEEKS_AHEAD;
  GtkWidget *list = NULL;
  guint n = 0;

  val_mentoring_part_heading (box, _("Planned for the coming four weeks"));
  if (picture->meetings->len > 0)
    {
      GtkWidget *calendar = gtk_button_new_with_mnemonic (_("_Calendar File…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (calendar), "page.calendar");
      val_wrap_box_append (VAL_WRAP_BOX (val_mentoring_part_buttons (box)), calendar);
    }
  for (guint i = 0; i < picture->meetings->len; i++)
    {
      const ValMentoringMeeting *meeting
          = &g_array_index (picture->meetings, ValMentoringMeeting, i);

      if (meeting->day > until)
        break;
      if (++n > picture->most_rows)
        continue;
      if (list == NULL)
        list = val_mentoring_part_list (box, _("Planned for the coming four weeks"));
      add_meeting (list, session, meeting);
    }
  val_mentoring_part_more (box, n - MIN (n, picture->most_rows));
  if (list == NULL)
    val_mentoring_part_label (box, _("No session is planned. Finishing one plans the next by "
                                     "itself."),
                              "dim-label");
}

/* ---- The year ---------------------------------------------------------------------------------- */

static void
add_year (GtkWidget *box, ValSession *session, const ValMentoringPicture *picture)
{
  const ValYear *year = picture->year;
  guint n = MIN (year->people->len, MOST_IN_YEAR);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree ValCalendarWeek *weeks = g_new0 (ValCalendarWeek, (gsize) n * year->n_weeks + 1);
  g_autoptr (ValChart) chart = NULL;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const ValPersonYear *person = &g_array_index (year->people, ValPersonYear, i);

      g_ptr_array_add (names, val_session_dup_person_name (session, person->person));
      for (guint w = 0; w < year->n_weeks; w++)
        {
          weeks[i * year->n_weeks + w].state = person->weeks[w].state;
          weeks[i * year->n_weeks + w].count = person->weeks[w].held;
        }
    }
  val_mentoring_part_heading (box, _("The year at a glance"));
  chart = val_calendar_chart_new ();
  val_calendar_chart_set_weeks (VAL_CALENDAR_CHART (chart), year->first, year->n_weeks,
                                (const char *const *) names->pdata, n, weeks,
                                val_session_get_today (session));
  val_mentoring_part_chart (box, chart);
  if (year->people->len > n)
    val_mentoring_part_label (box, _("The first sixty people are shown. Choose a team to see the "
                                     "others."),
                              "dim-label");
}

/* val_mentoring_fill_sessions: the first tab */
void
val_mentoring_fill_sessions (GtkWidget *box, ValPage *page, const ValMentoringPicture *picture)
{
  ValSession *session = val_page_get_session (page);

  add_due (box, page, picture);
  add_meetings (box, session, picture);
  add_year (box, session, picture);
}
