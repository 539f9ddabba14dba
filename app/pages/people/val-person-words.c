/* val-person-words.c: a line of a person's records in words
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-words.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"

/* Letters of a text that a line shows; the form shows all of it. */
#define MAX_SHOWN 400

static char *
dup_shown (ValSession *session, const char *text)
{
  g_autofree char *valid = NULL;
  const char *end = text;

  /* A text may name anybody, so it goes with the names. */
  if (val_session_get_hide_names (session))
    return g_strdup ("");
  for (int i = 0; i < MAX_SHOWN && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);
  valid = g_strndup (text, (gsize) (end - text));
  return g_strconcat (valid, "…", NULL);
}

static char *
dup_joined (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
skill_name (ValSession *session, gint64 id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  guint index;

  return dataset != NULL && val_dataset_find_skill (dataset, id, &index)
             ? val_dataset_skill (dataset, index)->name
             : "";
}

/**
 * val_person_dup_due:
 * @session: the session
 * @due: when something falls due
 * @ret_late: (out): whether that day has passed
 *
 * Returns: (transfer full): "by 27 March", or how late it is; "" without a day
 */
char *
val_person_dup_due (ValSession *session, ValDay due, gboolean *ret_late)
{
  ValDay today = val_session_get_today (session);
  g_autofree char *words = NULL;

  *ret_late = due != VAL_DAY_NONE && due < today;
  if (due == VAL_DAY_NONE)
    return g_strdup ("");
  if (due == today)
    return g_strdup (C_ ("due", "today"));
  if (*ret_late)
    {
      words = val_format_integer (today - due);
      return val_format_replace (
          ngettext ("%s day late", "%s days late", (gulong) (today - due)), words);
    }
  words = val_format_date (due, VAL_DATE_MEDIUM, today);
  /* Translators: %s is a date by which something is to be done */
  return val_format_replace (C_ ("due", "by: %s"), words);
}

/* val_person_dup_ago: (transfer full): @days whole days ago, 0: today */
char *
val_person_dup_ago (int days)
{
  g_autofree char *count = val_format_integer (days);

  if (days == 0)
    return g_strdup (C_ ("ago", "today"));
  if (days == 1)
    return g_strdup (C_ ("ago", "yesterday"));
  return val_format_replace (ngettext ("%s day ago", "%s days ago", (gulong) days), count);
}

/* val_person_dup_goal: (transfer full): "Listening → 8", an indicator or the goal's own words */
char *
val_person_dup_goal (ValSession *session, const ValGoal *goal)
{
  ValScale scale = val_session_get_scale (session);
  g_autofree char *level = NULL;

  if (goal->kind == VAL_GOAL_SKILL)
    {
      level = val_scale_format (&scale, goal->level);
      return g_strdup_printf ("%s → %s", skill_name (session, goal->skill_id), level);
    }
  if (goal->kind == VAL_GOAL_INDICATOR)
    return g_strdup_printf ("%s → %s", goal->indicator, goal->value);
  return g_strdup (goal->text);
}

static gboolean
link_cb (const GMatchInfo *match, GString *out, gpointer data)
{
  g_autofree char *address = g_match_info_fetch (match, 0);

  /* The text was escaped before, so it can stand in an attribute as it is. */
  g_string_append_printf (out, "<a href=\"%s\">%s</a>", address, address);
  return FALSE;
}

/**
 * val_person_dup_links:
 * @text: plain text
 *
 * Returns: (transfer full): markup that shows @text, with addresses that begin with http:// or
 *   https:// as links
 */
char *
val_person_dup_links (const char *text)
{
  static GRegex *regex;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (strstr (text, "://") == NULL)
    return g_steal_pointer (&escaped);
  if (regex == NULL)
    regex = g_regex_new ("https?://(?:(?!&(?:quot|apos|lt|gt);)[^\\s<>])+(?<![.,;:!?)])",
                         G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_replace_eval (regex, escaped, -1, 0, 0, link_cb, NULL, NULL);
}

/* ---- One kind after the other ---- */

static void
add_indicator (GPtrArray *parts, ValSession *session, gint64 id)
{
  const ValIndicator *indicator
      = val_dataset_find_record (val_session_get_dataset (session), VAL_RECORD_INDICATOR, id);

  if (indicator != NULL)
    g_ptr_array_add (parts, g_strdup (val_indicator_get_name (indicator)));
}

static void
say_note (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  static const char *const icons[VAL_N_NOTE_KINDS] = {
    "view-reveal-symbolic", "starred-symbolic", "go-up-symbolic", "user-available-symbolic",
    "dialog-question-symbolic",
  };
  const ValNote *note = (const ValNote *) entry->record;
  const char *skill = skill_name (session, note->skill_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  self->icon = icons[CLAMP (note->kind, 0, VAL_N_NOTE_KINDS - 1)];
  self->title = *skill != '\0'
                    ? g_strdup_printf ("%s · %s", val_note_kind_get_label (note->kind), skill)
                    : g_strdup (val_note_kind_get_label (note->kind));
  if (note->kind == VAL_NOTE_COMPLAINT)
    {
      /* Translators: %s is the verdict on a complaint, for example "founded" */
      g_ptr_array_add (parts, val_format_replace (C_ ("verdict", "content: %s"),
                                                  val_verdict_get_label (note->on_content)));
      g_ptr_array_add (parts, val_format_replace (C_ ("verdict", "manner: %s"),
                                                  val_verdict_get_label (note->on_manner)));
    }
  if (note->indicator_id != 0)
    add_indicator (parts, session, note->indicator_id);
  if (*note->contact != '\0' && !val_session_get_hide_names (session))
    g_ptr_array_add (parts, g_strdup (note->contact));
  if (entry->is_open)
    {
      g_autofree char *due = val_person_dup_due (session, note->follow_day, &self->warn);

      /* Translators: %s is when: a date or how late it is */
      g_ptr_array_add (parts, val_format_replace (_("to follow up: %s"), due));
    }
  else if (note->follow_done != VAL_DAY_NONE)
    {
      g_autofree char *day = val_format_date (note->follow_done, VAL_DATE_MEDIUM,
                                              val_session_get_today (session));

      g_ptr_array_add (parts, val_format_replace (_("followed up: %s"), day));
    }
  self->meta = dup_joined (parts);
  self->text = dup_shown (session, note->text);
  self->remark = dup_shown (session, note->remark);
}

static void
say_thanks (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  const ValRecognition *thanks = (const ValRecognition *) entry->record;
  const ValKind *kind = val_dataset_find_record (val_session_get_dataset (session),
                                                 VAL_RECORD_KIND, thanks->kind_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  self->icon = thanks->promised ? "non-starred-symbolic" : "emblem-favorite-symbolic";
  self->title = g_strdup (kind != NULL ? val_kind_get_name (kind)
                                       : val_record_type_get_label (VAL_RECORD_RECOGNITION));
  if (thanks->promised)
    {
      g_autofree char *due = val_person_dup_due (session, thanks->due_day, &self->warn);

      g_ptr_array_add (parts, g_strdup (C_ ("thanks", "promised")));
      if (*due != '\0')
        g_ptr_array_add (parts, g_steal_pointer (&due));
    }
  if (*thanks->value != '\0')
    g_ptr_array_add (parts, g_strdup (thanks->value));
  if (thanks->cost > 0)
    {
      g_autofree char *cost = val_format_number (thanks->cost / 1000.0,
                                                 thanks->cost % 1000 == 0 ? 0 : 2);

      /* Translators: %s is a number, in the centre’s currency */
      g_ptr_array_add (parts, val_format_replace (_("cost: %s"), cost));
    }
  self->meta = dup_joined (parts);
  self->text = dup_shown (session, thanks->text);
  self->remark = dup_shown (session, thanks->remark);
}

static void
say_session (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  const ValMentoring *talk = (const ValMentoring *) entry->record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean hidden = val_session_get_hide_names (session);

  self->icon = talk->state == VAL_MENTORING_HELD     ? "emblem-ok-symbolic"
               : talk->state == VAL_MENTORING_MISSED ? "window-close-symbolic"
                                                     : "x-office-calendar-symbolic";
  self->title = g_strdup_printf ("%s · %s", val_mentoring_kind_get_label (talk->kind),
                                 val_mentoring_state_get_label (talk->state));
  self->warn = talk->state == VAL_MENTORING_PLANNED
               && talk->planned_day < val_session_get_today (session);
  if (talk->state == VAL_MENTORING_HELD)
    {
      g_autofree char *minutes = val_format_integer (talk->minutes);

      g_ptr_array_add (parts, val_format_replace (ngettext ("%s minute", "%s minutes",
                                                            (gulong) talk->minutes),
                                                  minutes));
      if (talk->said_back)
        g_ptr_array_add (parts, g_strdup (_("said back and confirmed")));
    }
  else if (self->warn)
    g_ptr_array_add (parts, g_strdup (_("the day has passed")));
  if (*talk->title != '\0' && !hidden)
    g_ptr_array_add (parts, g_strdup (talk->title));
  if (*talk->place != '\0' && !hidden)
    g_ptr_array_add (parts, g_strdup (talk->place));
  self->meta = dup_joined (parts);
  if (*talk->words != '\0' && !hidden)
    {
      g_autofree char *shown = dup_shown (session, talk->words);

      /* Translators: what somebody said, in the quotation marks of the language */
      self->text = val_format_replace (_("“%s”"), shown);
    }
  else
    self->text = dup_shown (session, talk->text);
  self->remark = dup_shown (session, talk->remark);
}

static void
say_agreement (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  const ValAgreement *agreement = (const ValAgreement *) entry->record;
  gboolean done = entry->type == VAL_ENTRY_AGREEMENT_DONE;

  self->icon = done ? "object-select-symbolic" : "mail-attachment-symbolic";
  if (!done)
    self->title = g_strdup (agreement->mine ? _("My promise") : _("The person’s promise"));
  else if (agreement->dropped)
    self->title = g_strdup (_("Agreement dropped"));
  else
    self->title = g_strdup (agreement->mine ? _("I kept my promise") : _("The promise was kept"));
  if (entry->is_open)
    self->meta = val_person_dup_due (session, agreement->due_day, &self->warn);
  self->text = dup_shown (session, agreement->text);
}

static void
say_goal (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  const ValGoal *goal = (const ValGoal *) entry->record;
  g_autofree char *what = val_person_dup_goal (session, goal);

  self->icon = "mail-mark-important-symbolic";
  if (entry->type == VAL_ENTRY_GOAL)
    self->title = g_strdup (_("Goal set"));
  else
    self->title = g_strdup (goal->dropped ? _("Goal dropped") : _("Goal reached"));
  if (entry->is_open)
    self->meta = val_person_dup_due (session, goal->due_day, &self->warn);
  self->text = dup_shown (session, what);
}

static void
say_rest (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  if (entry->type == VAL_ENTRY_PHASE)
    {
      const ValPhase *phase = (const ValPhase *) entry->record;

      self->icon = "media-playlist-consecutive-symbolic";
      self->title = g_strdup_printf ("%s · %s", val_record_type_get_label (VAL_RECORD_PHASE),
                                     val_phase_kind_get_label (phase->kind));
      self->text = dup_shown (session, phase->text);
      self->remark = dup_shown (session, phase->resistance);
    }
  else if (entry->type == VAL_ENTRY_SCORES)
    {
      g_autofree char *count = val_format_integer (entry->count);

      self->icon = "view-list-symbolic";
      self->title = val_format_replace (
          ngettext ("%s score given", "%s scores given", entry->count), count);
    }
  else
    {
      self->icon = "avatar-default-symbolic";
      self->title = g_strdup (entry->type == VAL_ENTRY_STARTED ? _("First working day")
                                                               : _("First day away"));
    }
}

static void
fill_in (char **field)
{
  if (*field == NULL)
    *field = g_strdup ("");
}

/**
 * val_entry_words_init:
 * @self: to be filled; cleared by val_entry_words_clear ()
 * @session: the session, with a dataset
 * @entry: a line
 *
 * Says what a line tells, in the language of the interface. Main thread.
 */
void
val_entry_words_init (ValEntryWords *self, ValSession *session, const ValEntry *entry)
{
  g_autofree char *day
      = val_format_date (entry->day, VAL_DATE_MEDIUM, val_session_get_today (session));

  memset (self, 0, sizeof *self);
  if (entry->minute != VAL_MINUTE_NONE)
    {
      g_autofree char *time = val_format_time (entry->minute / 60, entry->minute % 60);

      self->when = g_strdup_printf ("%s, %s", day, time);
    }
  else
    self->when = g_steal_pointer (&day);
  if (entry->type == VAL_ENTRY_NOTE)
    say_note (self, session, entry);
  else if (entry->type == VAL_ENTRY_THANKS)
    say_thanks (self, session, entry);
  else if (entry->type == VAL_ENTRY_SESSION)
    say_session (self, session, entry);
  else if (entry->type == VAL_ENTRY_AGREEMENT || entry->type == VAL_ENTRY_AGREEMENT_DONE)
    say_agreement (self, session, entry);
  else if (entry->type == VAL_ENTRY_GOAL || entry->type == VAL_ENTRY_GOAL_DONE)
    say_goal (self, session, entry);
  else
    say_rest (self, session, entry);
  fill_in (&self->meta);
  fill_in (&self->text);
  fill_in (&self->remark);
}

/* val_entry_words_clear: frees what it says */
void
val_entry_words_clear (ValEntryWords *self)
{
  g_free (self->title);
  g_free (self->when);
  g_free (self->meta);
  g_free (self->text);
  g_free (self->remark);
  memset (self, 0, sizeof *self);
}
