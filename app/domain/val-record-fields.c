/* val-record-fields.c: the fields of every kind of records
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-contacts.h"
#include "val-forecast-version.h"
#include "val-indicator.h"
#include "val-record.h"

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define TEXT(Type, member, flags) { #member, VAL_FIELD_TEXT, flags, AT (Type, member), NULL }
#define INT(Type, member) { #member, VAL_FIELD_INT, 0, AT (Type, member), NULL }
#define INT64(Type, member) { #member, VAL_FIELD_INT64, 0, AT (Type, member), NULL }
#define FLAG(Type, member) { #member, VAL_FIELD_FLAG, 0, AT (Type, member), NULL }
#define REF(Type, member, target) { #member, VAL_FIELD_REF, 0, AT (Type, member), target }
#define DAY(Type, member) { #member, VAL_FIELD_DAY, 0, AT (Type, member), NULL }
#define LEVEL(Type, member) { #member, VAL_FIELD_LEVEL, 0, AT (Type, member), NULL }
#define OPTIONAL(Type, member) { #member, VAL_FIELD_OPTIONAL, 0, AT (Type, member), NULL }

#define PLAIN VAL_FIELD_PLAIN
#define SEARCHED VAL_FIELD_SEARCHED
#define PRIVATE (VAL_FIELD_SEARCHED | VAL_FIELD_PRIVATE)

static const ValField note_fields[] = {
  INT (ValNote, kind),
  DAY (ValNote, day),
  INT64 (ValNote, at),
  REF (ValNote, skill_id, "skill"),
  TEXT (ValNote, contact, SEARCHED),
  DAY (ValNote, follow_day),
  DAY (ValNote, follow_done),
  TEXT (ValNote, text, SEARCHED),
  TEXT (ValNote, remark, PRIVATE),
  INT (ValNote, on_content),
  INT (ValNote, on_manner),
  REF (ValNote, indicator_id, "indicator"),
};

static const ValField recognition_fields[] = {
  REF (ValRecognition, kind_id, "recognition_kind"),
  REF (ValRecognition, rule_id, "recognition_rule"),
  DAY (ValRecognition, day),
  DAY (ValRecognition, due_day),
  FLAG (ValRecognition, promised),
  TEXT (ValRecognition, text, SEARCHED),
  TEXT (ValRecognition, value, SEARCHED),
  INT64 (ValRecognition, cost),
  TEXT (ValRecognition, remark, PRIVATE),
};

static const ValField mentoring_fields[] = {
  INT (ValMentoring, kind),
  INT (ValMentoring, state),
  DAY (ValMentoring, planned_day),
  OPTIONAL (ValMentoring, planned_minute),
  DAY (ValMentoring, held_day),
  OPTIONAL (ValMentoring, held_minute),
  INT (ValMentoring, minutes),
  TEXT (ValMentoring, title, SEARCHED),
  TEXT (ValMentoring, place, SEARCHED),
  TEXT (ValMentoring, agenda, SEARCHED),
  TEXT (ValMentoring, words, SEARCHED),
  FLAG (ValMentoring, said_back),
  TEXT (ValMentoring, text, SEARCHED),
  TEXT (ValMentoring, remark, PRIVATE),
  OPTIONAL (ValMentoring, usefulness),
  REF (ValMentoring, aim_skill_id, "skill"),
  LEVEL (ValMentoring, aim_level),
  DAY (ValMentoring, aim_day),
  LEVEL (ValMentoring, aim_before),
  REF (ValMentoring, phase_id, "coaching_phase"),
  FLAG (ValMentoring, with_manager),
  REF (ValMentoring, aim_indicator_id, "indicator"),
  OPTIONAL (ValMentoring, aim_value),
  OPTIONAL (ValMentoring, aim_stood),
};

static const ValField agreement_fields[] = {
  REF (ValAgreement, mentoring_id, "mentoring"),
  REF (ValAgreement, done_mentoring_id, "mentoring"),
  FLAG (ValAgreement, mine),
  TEXT (ValAgreement, text, SEARCHED),
  DAY (ValAgreement, day),
  DAY (ValAgreement, due_day),
  DAY (ValAgreement, done_day),
  FLAG (ValAgreement, dropped),
};

static const ValField goal_fields[] = {
  INT (ValGoal, kind),
  REF (ValGoal, skill_id, "skill"),
  LEVEL (ValGoal, level),
  LEVEL (ValGoal, before),
  TEXT (ValGoal, indicator, SEARCHED),
  TEXT (ValGoal, value, PLAIN),
  TEXT (ValGoal, text, SEARCHED),
  DAY (ValGoal, day),
  DAY (ValGoal, due_day),
  DAY (ValGoal, done_day),
  FLAG (ValGoal, dropped),
  REF (ValGoal, indicator_id, "indicator"),
  OPTIONAL (ValGoal, wanted),
  OPTIONAL (ValGoal, stood),
};

static const ValField step_fields[] = {
  REF (ValGoalStep, goal_id, "goal"),
  INT (ValGoalStep, position),
  TEXT (ValGoalStep, text, SEARCHED),
  TEXT (ValGoalStep, partner, SEARCHED),
  DAY (ValGoalStep, done_day),
};

static const ValField phase_fields[] = {
  INT (ValPhase, kind),
  DAY (ValPhase, day),
  DAY (ValPhase, end_day),
  TEXT (ValPhase, text, SEARCHED),
  TEXT (ValPhase, resistance, PRIVATE),
};

static const ValField kind_fields[] = {
  TEXT (ValKind, key, PLAIN),
  TEXT (ValKind, name, PLAIN),
  INT (ValKind, position),
  FLAG (ValKind, archived),
};

static const ValField rule_fields[] = {
  TEXT (ValRule, name, SEARCHED),
  REF (ValRule, kind_id, "recognition_kind"),
  TEXT (ValRule, giver, SEARCHED),
  REF (ValRule, team_id, "team"),
  INT (ValRule, every_days),
  INT64 (ValRule, cost),
  DAY (ValRule, day),
  FLAG (ValRule, suspended),
};

static const ValField cadence_fields[] = {
  REF (ValCadence, team_id, "team"),
  INT (ValCadence, every_days),
  INT (ValCadence, amber_days),
  INT (ValCadence, red_days),
};

static const ValField indicator_fields[] = {
  TEXT (ValIndicator, key, PLAIN),
  TEXT (ValIndicator, name, SEARCHED),
  TEXT (ValIndicator, description, SEARCHED),
  INT (ValIndicator, unit),
  INT (ValIndicator, formula),
  INT (ValIndicator, variant),
  INT (ValIndicator, seconds),
  INT (ValIndicator, period),
  FLAG (ValIndicator, lower_is_better),
  INT (ValIndicator, min_n),
  INT (ValIndicator, position),
  DAY (ValIndicator, start_day),
  DAY (ValIndicator, suspended_day),
  TEXT (ValIndicator, decides, SEARCHED),
  TEXT (ValIndicator, proposes, SEARCHED),
  TEXT (ValIndicator, approves, SEARCHED),
  TEXT (ValIndicator, introduces, SEARCHED),
  TEXT (ValIndicator, suspends, SEARCHED),
  TEXT (ValIndicator, reasons_for, SEARCHED),
  TEXT (ValIndicator, reasons_against, SEARCHED),
};

static const ValField term_fields[] = {
  REF (ValIndicatorTerm, indicator_id, "indicator"),
  DAY (ValIndicatorTerm, day),
  INT64 (ValIndicatorTerm, floor),
  INT64 (ValIndicatorTerm, target),
  INT (ValIndicatorTerm, weight),
  TEXT (ValIndicatorTerm, reason, PLAIN),
};

static const ValField value_fields[] = {
  REF (ValIndicatorValue, indicator_id, "indicator"),
  DAY (ValIndicatorValue, day),
  INT64 (ValIndicatorValue, value),
  INT (ValIndicatorValue, n),
};

static const ValField label_fields[] = {
  INT (ValContactLabel, kind),
  TEXT (ValContactLabel, name, PLAIN),
};

static const ValField forecast_fields[] = {
  TEXT (ValForecastVersion, name, PLAIN),
  INT (ValForecastVersion, kind),
  DAY (ValForecastVersion, day),
  INT64 (ValForecastVersion, at),
  INT (ValForecastVersion, slot_minutes),
  INT (ValForecastVersion, variant),
  INT (ValForecastVersion, seconds),
  TEXT (ValForecastVersion, remark, PLAIN),
};

#define CLASS(table, Type, has_person, has_import, fields)                                        \
  { table, sizeof (Type), has_person, has_import, fields, G_N_ELEMENTS (fields) }

static const ValRecordClass classes[] = {
  [VAL_RECORD_NOTE] = CLASS ("note", ValNote, TRUE, TRUE, note_fields),
  [VAL_RECORD_RECOGNITION]
  = CLASS ("recognition", ValRecognition, TRUE, TRUE, recognition_fields),
  [VAL_RECORD_MENTORING] = CLASS ("mentoring", ValMentoring, FALSE, FALSE, mentoring_fields),
  [VAL_RECORD_AGREEMENT] = CLASS ("agreement", ValAgreement, TRUE, FALSE, agreement_fields),
  [VAL_RECORD_GOAL] = CLASS ("goal", ValGoal, TRUE, FALSE, goal_fields),
  [VAL_RECORD_STEP] = CLASS ("goal_step", ValGoalStep, TRUE, FALSE, step_fields),
  [VAL_RECORD_PHASE] = CLASS ("coaching_phase", ValPhase, TRUE, FALSE, phase_fields),
  [VAL_RECORD_KIND] = CLASS ("recognition_kind", ValKind, FALSE, FALSE, kind_fields),
  [VAL_RECORD_RULE] = CLASS ("recognition_rule", ValRule, FALSE, FALSE, rule_fields),
  [VAL_RECORD_CADENCE] = CLASS ("cadence", ValCadence, TRUE, FALSE, cadence_fields),
  [VAL_RECORD_INDICATOR] = CLASS ("indicator", ValIndicator, FALSE, FALSE, indicator_fields),
  [VAL_RECORD_TERM] = CLASS ("indicator_term", ValIndicatorTerm, FALSE, FALSE, term_fields),
  [VAL_RECORD_VALUE]
  = CLASS ("indicator_value", ValIndicatorValue, TRUE, FALSE, value_fields),
  [VAL_RECORD_LABEL] = CLASS ("contact_label", ValContactLabel, TRUE, FALSE, label_fields),
  [VAL_RECORD_FORECAST]
  = CLASS ("forecast", ValForecastVersion, FALSE, TRUE, forecast_fields),
};

G_STATIC_ASSERT (G_N_ELEMENTS (classes) == VAL_N_RECORD_TYPES);

/**
 * val_record_class:
 * @type: a kind of records
 *
 * Returns: (transfer none): what there is to know of it. Any thread.
 */
const ValRecordClass *
val_record_class (ValRecordType type)
{
  g_return_val_if_fail ((guint) type < VAL_N_RECORD_TYPES, NULL);
  return &classes[type];
}
