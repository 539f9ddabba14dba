/* val-record-words.c: what records are called, and which of them can be kept
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-record.h"

#include <string.h>

#include "val-contacts.h"
#include "val-forecast-version.h"
#include "val-i18n.h"
#include "val-indicator.h"
#include "val-words.h"

static const ValWord note_kinds[] = {
  [VAL_NOTE_OBSERVATION] = { "observation", "note", NC_ ("note", "Observation") },
  [VAL_NOTE_PRAISE] = { "praise", "note", NC_ ("note", "Praise") },
  [VAL_NOTE_TO_IMPROVE] = { "to-improve", "note", NC_ ("note", "To improve") },
  [VAL_NOTE_SAID] = { "said", "note", NC_ ("note", "Said by the agent") },
  [VAL_NOTE_COMPLAINT] = { "complaint", "note", NC_ ("note", "Complaint review") },
};

static const ValWord verdicts[] = {
  [VAL_VERDICT_NONE] = { "none", "verdict", NC_ ("verdict", "Not decided") },
  [VAL_VERDICT_FOUNDED] = { "founded", "verdict", NC_ ("verdict", "Founded") },
  [VAL_VERDICT_UNFOUNDED] = { "unfounded", "verdict", NC_ ("verdict", "Unfounded") },
  [VAL_VERDICT_PARTLY] = { "partly", "verdict", NC_ ("verdict", "Partly founded") },
};

static const ValWord mentoring_kinds[] = {
  [VAL_MENTORING_KIND_MENTORING] = { "mentoring", "session", NC_ ("session", "Mentoring") },
  [VAL_MENTORING_KIND_COACHING] = { "coaching", "session", NC_ ("session", "Coaching") },
  [VAL_MENTORING_KIND_SPARRING] = { "sparring", "session", NC_ ("session", "Sparring") },
  [VAL_MENTORING_KIND_ONBOARDING]
  = { "onboarding", "session", NC_ ("session", "Onboarding check") },
  [VAL_MENTORING_KIND_RETURN] = { "return", "session", NC_ ("session", "Return to work") },
  [VAL_MENTORING_KIND_FEEDBACK] = { "feedback", "session", NC_ ("session", "Feedback") },
};

static const ValWord mentoring_states[] = {
  [VAL_MENTORING_PLANNED] = { "planned", "session", NC_ ("session", "Planned") },
  [VAL_MENTORING_HELD] = { "held", "session", NC_ ("session", "Held") },
  [VAL_MENTORING_MISSED] = { "missed", "session", NC_ ("session", "Did not take place") },
};

static const ValWord phases[] = {
  [VAL_PHASE_COLLEAGUES] = { "colleagues", "phase", NC_ ("phase", "Helping colleagues") },
  [VAL_PHASE_CUSTOMERS] = { "customers", "phase", NC_ ("phase", "Contact with customers") },
  [VAL_PHASE_MIXED] = { "mixed", "phase", NC_ ("phase", "Colleagues and customers together") },
  [VAL_PHASE_EMPATHY] = { "empathy", "phase", NC_ ("phase", "Empathy") },
  [VAL_PHASE_COMMUNICATION] = { "communication", "phase", NC_ ("phase", "Communication") },
  [VAL_PHASE_RELATIONS] = { "relations", "phase", NC_ ("phase", "Relations") },
  [VAL_PHASE_COACHING] = { "coaching", "phase", NC_ ("phase", "Coaching others") },
};

static const ValWord kinds[] = {
  { "email", "recognition", NC_ ("recognition", "Thank-you e-mail") },
  { "handwritten", "recognition", NC_ ("recognition", "Handwritten note") },
  { "team", "recognition", NC_ ("recognition", "Praise in front of the team") },
  { "award", "recognition", NC_ ("recognition", "Award") },
  { "bonus", "recognition", NC_ ("recognition", "Bonus") },
  { "day-off", "recognition", NC_ ("recognition", "Day off") },
  { "benefit", "recognition", NC_ ("recognition", "Non-cash benefit") },
};

static const ValWord types[] = {
  [VAL_RECORD_NOTE] = { "note", "record", NC_ ("record", "Note") },
  [VAL_RECORD_RECOGNITION] = { "recognition", "record", NC_ ("record", "Thanks") },
  [VAL_RECORD_MENTORING] = { "session", "record", NC_ ("record", "Session") },
  [VAL_RECORD_AGREEMENT] = { "agreement", "record", NC_ ("record", "Agreement") },
  [VAL_RECORD_GOAL] = { "goal", "record", NC_ ("record", "Goal") },
  [VAL_RECORD_STEP] = { "step", "record", NC_ ("record", "Step") },
  [VAL_RECORD_PHASE] = { "phase", "record", NC_ ("record", "Coaching phase") },
  [VAL_RECORD_KIND] = { "kind", "record", NC_ ("record", "Kind of recognition") },
  [VAL_RECORD_RULE] = { "rule", "record", NC_ ("record", "Recognition rule") },
  [VAL_RECORD_CADENCE] = { "cadence", "record", NC_ ("record", "Rhythm") },
  [VAL_RECORD_INDICATOR] = { "indicator", "record", NC_ ("record", "Indicator") },
  [VAL_RECORD_TERM] = { "indicator-term", "record", NC_ ("record", "Target and weight") },
  [VAL_RECORD_VALUE] = { "indicator-value", "record", NC_ ("record", "Value") },
  [VAL_RECORD_LABEL] = { "contact-label", "record", NC_ ("record", "Name in imported contacts") },
  [VAL_RECORD_FORECAST] = { "forecast", "record", NC_ ("record", "Forecast") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (note_kinds) == VAL_N_NOTE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (mentoring_kinds) == VAL_N_MENTORING_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (phases) == VAL_N_PHASE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (types) == VAL_N_RECORD_TYPES);

/* val_note_kind_get_label: (transfer none): translated, as a heading; "" for no such kind */
const char *
val_note_kind_get_label (int kind)
{
  return val_words_label (VAL_WORDS (note_kinds), kind);
}

/* val_verdict_get_label: (transfer none): translated; "" for no such verdict */
const char *
val_verdict_get_label (int verdict)
{
  return val_words_label (VAL_WORDS (verdicts), verdict);
}

/* val_mentoring_kind_get_label: (transfer none): translated; "" for no such kind */
const char *
val_mentoring_kind_get_label (int kind)
{
  return val_words_label (VAL_WORDS (mentoring_kinds), kind);
}

/* val_mentoring_state_get_label: (transfer none): translated; "" for no such state */
const char *
val_mentoring_state_get_label (int state)
{
  return val_words_label (VAL_WORDS (mentoring_states), state);
}

/* val_phase_kind_get_label: (transfer none): translated; "" for no such phase */
const char *
val_phase_kind_get_label (int kind)
{
  return val_words_label (VAL_WORDS (phases), kind);
}

/* val_record_type_get_label: (transfer none): translated, as a heading */
const char *
val_record_type_get_label (ValRecordType type)
{
  return val_words_label (VAL_WORDS (types), (int) type);
}

/* val_kind_get_name: (transfer none): the given name, else the translation of the key */
const char *
val_kind_get_name (const ValKind *self)
{
  int number;

  if (*self->name != '\0')
    return self->name;
  return val_words_find (VAL_WORDS (kinds), self->key, &number)
             ? val_words_label (VAL_WORDS (kinds), number)
             : self->key;
}

/* val_note_kind_to_key: (transfer none) (nullable): the word of files */
const char *
val_note_kind_to_key (int kind)
{
  return val_words_key (VAL_WORDS (note_kinds), kind);
}

/* val_mentoring_kind_to_key: (transfer none) (nullable): the word of files */
const char *
val_mentoring_kind_to_key (int kind)
{
  return val_words_key (VAL_WORDS (mentoring_kinds), kind);
}

/* val_phase_kind_to_key: (transfer none) (nullable): the word of files */
const char *
val_phase_kind_to_key (int kind)
{
  return val_words_key (VAL_WORDS (phases), kind);
}

/**
 * val_kinds_new_default:
 *
 * Returns: (transfer full) (element-type ValKind): the kinds of recognition a centre begins with
 */
GPtrArray *
val_kinds_new_default (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (val_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ValKind *kind = val_record_new (VAL_RECORD_KIND);

      val_set_string (&kind->key, kinds[i].key);
      kind->position = (int) i;
      g_ptr_array_add (all, kind);
    }
  return all;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

static gboolean
within (gint64 value, gint64 low, gint64 high)
{
  return value >= low && value <= high;
}

/* Days of events fit into 16 bits; texts do not swallow the file; levels lie on the scale. */
static gboolean
check_fields (gconstpointer record, GError **error)
{
  const ValRecordClass *klass = val_record_class (((const ValRecord *) record)->type);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ValField *field = &klass->fields[i];
      gboolean none;
      gint64 value;

      if (field->type == VAL_FIELD_TEXT)
        {
          const char *text = val_record_get_text (record, field);

          if (strlen (text) > VAL_RECORD_MAX_TEXT || !g_utf8_validate (text, -1, NULL))
            return refuse (error, _("This text is too long to be kept."));
          continue;
        }
      value = val_record_get_int (record, field, &none);
      if (field->type == VAL_FIELD_DAY && !none && !within (value, 0, VAL_DAY_MAX_SCORE - 1))
        return refuse (error, _("The date lies outside of what can be kept: 1970 to 2149."));
      if (field->type == VAL_FIELD_LEVEL && !none && !within (value, 0, 10000))
        return refuse (error, _("A level lies between 0 and 10."));
    }
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
check_mentoring (const ValMentoring *self, GError **error)
{
  if (self->people->len == 0)
    return refuse (error, _("Choose who takes part in the session."));
  if (self->state == VAL_MENTORING_HELD ? self->held_day == VAL_DAY_NONE
                                        : self->planned_day == VAL_DAY_NONE)
    return refuse (error, _("A session needs a day."));
  if (!within (self->minutes, 1, 24 * 60))
    return refuse (error, _("A session lasts between one minute and a day."));
  if (!within (self->usefulness, -1, 10) || !within (self->planned_minute, -1, 1439)
      || !within (self->held_minute, -1, 1439) || !within (self->kind, 0, VAL_N_MENTORING_KINDS - 1)
      || !within (self->state, 0, VAL_MENTORING_MISSED))
    return refuse (error, _("A number lies outside of what is possible."));
  return TRUE;
}

static gboolean
check_cadence (const ValCadence *self, GError **error)
{
  if (!within (self->every_days, 0, 3660) || !within (self->amber_days, self->every_days, 3660)
      || !within (self->red_days, self->amber_days, 3660))
    return refuse (error, _("The amber limit cannot come before the rhythm itself, nor the red one "
                            "before the amber one."));
  return TRUE;
}

static gboolean
check_goal (const ValGoal *self, GError **error)
{
  if (self->kind == VAL_GOAL_SKILL && (self->skill_id == 0 || self->level < 0))
    return refuse (error, _("Choose the skill and the level to reach."));
  if (self->kind == VAL_GOAL_INDICATOR && self->indicator_id == 0 && is_blank (self->indicator))
    return refuse (error, _("Name the indicator to reach."));
  if (self->kind == VAL_GOAL_FREE && is_blank (self->text))
    return refuse (error, _("Write what is to be reached."));
  return TRUE;
}

static gboolean
check_indicator (const ValIndicator *self, GError **error)
{
  if (*self->key == '\0' && is_blank (self->name))
    return refuse (error, _("An indicator needs a name."));
  return (within (self->unit, 0, VAL_N_UNITS - 1) && within (self->formula, 0, VAL_N_FORMULAS - 1)
          && within (self->variant, 0, VAL_N_SERVICE_VARIANTS - 1)
          && within (self->period, 0, VAL_N_PERIODS - 1) && within (self->seconds, 0, 86400)
          && within (self->min_n, 0, G_MAXINT))
         || refuse (error, _("A number lies outside of what is possible."));
}

static gboolean
check_term (const ValIndicatorTerm *self, GError **error)
{
  if (self->indicator_id == 0 || self->day == VAL_DAY_NONE)
    return refuse (error, _("A target needs an indicator and a day from which it counts."));
  if (self->floor == self->target)
    return refuse (error, _("Floor and target have to differ."));
  return self->weight >= 0 || refuse (error, _("A weight cannot be below 0."));
}

static gboolean
check_number (const ValRecord *record, GError **error)
{
  if (record->type == VAL_RECORD_VALUE)
    {
      const ValIndicatorValue *self = (const ValIndicatorValue *) record;

      return (self->indicator_id != 0 && self->day != VAL_DAY_NONE && self->n >= 0)
             || refuse (error, _("A value needs an indicator and a day."));
    }
  if (record->type == VAL_RECORD_LABEL)
    {
      const ValContactLabel *self = (const ValContactLabel *) record;

      return (within (self->kind, 0, VAL_N_LABEL_KINDS - 1) && *self->name != '\0')
             || refuse (error, _("A number lies outside of what is possible."));
    }
  if (is_blank (((const ValForecastVersion *) record)->name))
    return refuse (error, _("A forecast needs a name."));
  return within (((const ValForecastVersion *) record)->slot_minutes, 1, 1440)
         || refuse (error, _("A number lies outside of what is possible."));
}

static gboolean
check_kind (const ValRecord *record, GError **error)
{
  switch (record->type)
    {
    case VAL_RECORD_NOTE:
      {
        const ValNote *self = (const ValNote *) record;

        if (is_blank (self->text) && is_blank (self->remark))
          return refuse (error, _("A note needs a text."));
        return within (self->kind, 0, VAL_N_NOTE_KINDS - 1)
               || refuse (error, _("A number lies outside of what is possible."));
      }
    case VAL_RECORD_RECOGNITION:
      if (is_blank (((const ValRecognition *) record)->text))
        return refuse (error, _("Write what the thanks are for."));
      return ((const ValRecognition *) record)->cost >= 0
             || refuse (error, _("A cost cannot be below 0."));
    case VAL_RECORD_MENTORING:
      return check_mentoring ((const ValMentoring *) record, error);
    case VAL_RECORD_AGREEMENT:
      return !is_blank (((const ValAgreement *) record)->text)
             || refuse (error, _("Write what was agreed."));
    case VAL_RECORD_GOAL:
      return check_goal ((const ValGoal *) record, error);
    case VAL_RECORD_STEP:
      return !is_blank (((const ValGoalStep *) record)->text)
             || refuse (error, _("Write what the step is."));
    case VAL_RECORD_KIND:
      return *((const ValKind *) record)->key != '\0'
             || !is_blank (((const ValKind *) record)->name)
             || refuse (error, _("A kind of recognition needs a name."));
    case VAL_RECORD_RULE:
      if (is_blank (((const ValRule *) record)->name))
        return refuse (error, _("Write what the rule recognises."));
      return (((const ValRule *) record)->cost >= 0
              && within (((const ValRule *) record)->every_days, 0, 3660))
             || refuse (error, _("A number lies outside of what is possible."));
    case VAL_RECORD_CADENCE:
      return check_cadence ((const ValCadence *) record, error);
    case VAL_RECORD_PHASE:
      return within (((const ValPhase *) record)->kind, 0, VAL_N_PHASE_KINDS - 1)
             || refuse (error, _("A number lies outside of what is possible."));
    case VAL_RECORD_INDICATOR:
      return check_indicator ((const ValIndicator *) record, error);
    case VAL_RECORD_TERM:
      return check_term ((const ValIndicatorTerm *) record, error);
    case VAL_RECORD_VALUE:
    case VAL_RECORD_LABEL:
    case VAL_RECORD_FORECAST:
      return check_number (record, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * val_record_validate:
 * @record: a draft
 * @error: %VAL_DOMAIN_ERROR with a translated sentence that says what is missing
 *
 * Returns: whether the record can be kept
 */
gboolean
val_record_validate (gconstpointer record, GError **error)
{
  const ValRecord *self = record;

  if (val_record_class (self->type)->has_person && self->type != VAL_RECORD_CADENCE
      && self->type != VAL_RECORD_LABEL && self->person_id == 0)
    return refuse (error, _("Choose a person."));
  return check_fields (record, error) && check_kind (self, error);
}
