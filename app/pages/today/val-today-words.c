/* val-today-words.c: a line of Today in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-today-words.h"

#include "val-format.h"
#include "val-goal-dialog.h"
#include "val-i18n.h"

/**
 * val_today_section_get_title:
 *
 * Returns: (transfer none): the heading, translated
 */
const char *
val_today_section_get_title (ValTodaySection section)
{
  switch (section)
    {
    case VAL_TODAY_TALK: return C_ ("today", "Talk");
    case VAL_TODAY_PROMISED: return C_ ("today", "Promised");
    case VAL_TODAY_THANK: return C_ ("today", "Thank");
    case VAL_TODAY_FOLLOW_UP: return C_ ("today", "Follow up");
    case VAL_TODAY_GOALS: return C_ ("today", "Goals");
    default: return "";
    }
}

/**
 * val_today_dup_day:
 * @today: a day
 *
 * Returns: (transfer full): weekday and day as a heading
 */
char *
val_today_dup_day (ValDay today)
{
  g_autofree char *date = val_format_date (today, VAL_DATE_MEDIUM, today);
  /* Translators: a heading; %1$s is a weekday, %2$s day and month: “Thursday 26 March” */
  g_autofree char *words = g_strdup_printf (C_ ("day", "%1$s %2$s"),
                                            val_format_weekday (val_day_weekday (today)), date);

  return val_format_capital (words);
}

/**
 * val_today_dup_summary:
 *
 * Returns: (transfer full): how much waits, as a sentence
 */
char *
val_today_dup_summary (const ValTodayPicture *picture)
{
  guint n = picture->attention->owed->len;
  g_autofree char *number = val_format_integer (n);

  return val_format_replace (ngettext ("%s thing waits for you", "%s things wait for you", n),
                             number);
}

/**
 * val_today_dup_excerpt:
 * @text: any text
 * @max_chars: at most so many letters
 *
 * Returns: (transfer full): its beginning on one line
 */
char *
val_today_dup_excerpt (const char *text, guint max_chars)
{
  g_autofree char *line = g_strdup (text);
  gboolean whole = g_utf8_strlen (line, -1) <= (glong) max_chars;

  if (!whole)
    *g_utf8_offset_to_pointer (line, max_chars) = '\0';
  g_strdelimit (line, "\n\r\t", ' ');
  g_strstrip (line);
  return whole ? g_steal_pointer (&line) : g_strconcat (line, "…", NULL);
}

static char *
days_sentence (const char *sentence, int days)
{
  g_autofree char *number = val_format_integer (days);

  return val_format_replace (sentence, number);
}

static char *
dup_name (ValSession *session, const ValOwed *owed)
{
  g_autofree char *name = val_session_dup_person_name (session, owed->person);
  g_autofree char *more = NULL;

  if (owed->n_people < 2)
    return g_steal_pointer (&name);
  more = val_format_integer (owed->n_people - 1);
  /* Translators: a group; %1$s is a name, %2$s how many people besides */
  return g_strdup_printf (ngettext ("%1$s and %2$s more", "%1$s and %2$s more",
                                    owed->n_people - 1),
                          name, more);
}

/**
 * val_today_dup_title:
 * @owed: a line of @picture
 *
 * Returns: (transfer full): the text that was written, else who it is about; plain text
 */
char *
val_today_dup_title (ValSession *session, const ValTodayPicture *picture, const ValOwed *owed)
{
  gconstpointer record = val_today_picture_record (picture, owed);
  g_autofree char *title = NULL;

  if (record != NULL)
    switch (owed->type)
      {
      case VAL_OWED_PROMISE_MINE:
      case VAL_OWED_PROMISE_THEIRS:
        title = val_today_dup_excerpt (((const ValAgreement *) record)->text, 200);
        break;
      case VAL_OWED_FOLLOW_UP:
        title = val_today_dup_excerpt (((const ValNote *) record)->text, 200);
        break;
      case VAL_OWED_THANKS_PROMISED:
        title = val_today_dup_excerpt (((const ValRecognition *) record)->text, 200);
        break;
      case VAL_OWED_GOAL:
        title = val_goal_dup_title (session, record);
        break;
      case VAL_OWED_SESSION:
        title = g_strdup (((const ValMentoring *) record)->title);
        break;
      case VAL_OWED_TALK:
      case VAL_OWED_THANKS:
      default:
        break;
      }
  if (title == NULL || *title == '\0')
    return dup_name (session, owed);
  return g_steal_pointer (&title);
}

static char *
dup_due (const ValOwed *owed, ValDay today)
{
  g_autofree char *date = NULL;

  if (owed->due_day == VAL_DAY_NONE)
    return NULL;
  if (owed->days == 0)
    return g_strdup (_("due today"));
  if (owed->days == -1)
    return g_strdup (_("due tomorrow"));
  if (owed->days == 1)
    return g_strdup (_("due yesterday"));
  if (owed->days > 1)
    return days_sentence (ngettext ("due %s day ago", "due %s days ago", owed->days), owed->days);
  date = val_format_date (owed->due_day, VAL_DATE_MEDIUM, today);
  /* Translators: %s is a date */
  return val_format_replace (_("due on %s"), date);
}

static char *
dup_session_detail (const ValOwed *owed, const ValMentoring *session)
{
  if (owed->days > 1)
    return days_sentence (ngettext ("Planned %s day ago. Did it take place?",
                                    "Planned %s days ago. Did it take place?", owed->days),
                          owed->days);
  if (owed->days == 1)
    return g_strdup (_("Planned for yesterday. Did it take place?"));
  if (owed->minute != VAL_MINUTE_NONE)
    {
      g_autofree char *time = val_format_time (owed->minute / 60, owed->minute % 60);

      /* Translators: %s is a time of the day */
      return val_format_replace (_("Today at %s"), time);
    }
  return g_strdup (session != NULL ? val_mentoring_kind_get_label (session->kind)
                                   : C_ ("date", "Today"));
}

static char *
dup_talk_detail (const ValTodayPicture *picture, const ValOwed *owed)
{
  const ValPersonAttention *person = val_attention_find (picture->attention, owed->person);

  if (owed->days < 0 || (person != NULL && person->never))
    return g_strdup (_("No session yet"));
  return days_sentence (
      ngettext ("Last session %s day ago", "Last session %s days ago", owed->days), owed->days);
}

static char *
dup_thanks_detail (const ValTodayPicture *picture, const ValOwed *owed)
{
  const ValPersonAttention *person = val_attention_find (picture->attention, owed->person);

  if (owed->days < 0 || (person != NULL && person->thanked_day == VAL_DAY_NONE))
    return g_strdup (_("Not thanked yet"));
  return days_sentence (
      ngettext ("Last thanked %s day ago", "Last thanked %s days ago", owed->days), owed->days);
}

static const char *
what_it_is (ValOwedType type)
{
  switch (type)
    {
    case VAL_OWED_PROMISE_MINE: return _("Your promise");
    case VAL_OWED_PROMISE_THEIRS: return _("The person’s promise");
    case VAL_OWED_THANKS_PROMISED: return _("Promised thanks");
    case VAL_OWED_FOLLOW_UP: return _("What came of it?");
    case VAL_OWED_GOAL: return C_ ("record", "Goal");
    case VAL_OWED_SESSION:
    case VAL_OWED_TALK:
    case VAL_OWED_THANKS:
    default: return NULL;
    }
}

/**
 * val_today_dup_detail:
 * @owed: a line of @picture
 *
 * Returns: (transfer full): how it stands, and whom it is about when the title does not say so;
 *   plain text
 */
char *
val_today_dup_detail (ValSession *session, const ValTodayPicture *picture, const ValOwed *owed)
{
  gconstpointer record = val_today_picture_record (picture, owed);
  g_autofree char *title = val_today_dup_title (session, picture, owed);
  g_autofree char *name = dup_name (session, owed);
  g_autofree char *state = NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (!g_str_equal (title, name))
    parts[n++] = name;
  if (what_it_is (owed->type) != NULL)
    parts[n++] = what_it_is (owed->type);
  if (owed->type == VAL_OWED_SESSION)
    state = dup_session_detail (owed, record);
  else if (owed->type == VAL_OWED_TALK)
    state = dup_talk_detail (picture, owed);
  else if (owed->type == VAL_OWED_THANKS)
    state = dup_thanks_detail (picture, owed);
  else
    state = dup_due (owed, picture->attention->query.today);
  if (state != NULL)
    parts[n++] = state;
  return g_strjoinv (" · ", (char **) parts);
}

/**
 * val_today_urgency_word:
 *
 * Returns: (transfer none) (nullable): the word that stands with the colour
 */
const char *
val_today_urgency_word (ValAttentionStatus urgency)
{
  switch (urgency)
    {
    case VAL_ATTENTION_DUE: return C_ ("urgency", "Due");
    case VAL_ATTENTION_AMBER: return C_ ("urgency", "Overdue");
    case VAL_ATTENTION_RED: return C_ ("urgency", "Long overdue");
    case VAL_ATTENTION_NONE:
    case VAL_ATTENTION_OK:
    default: return NULL;
    }
}

/**
 * val_today_urgency_icon:
 *
 * Returns: (transfer none) (nullable): the icon that stands with the word
 */
const char *
val_today_urgency_icon (ValAttentionStatus urgency)
{
  if (urgency == VAL_ATTENTION_AMBER)
    return "dialog-warning-symbolic";
  return urgency == VAL_ATTENTION_RED ? "dialog-error-symbolic" : NULL;
}
