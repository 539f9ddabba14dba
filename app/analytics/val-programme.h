/* val-programme.h: what the recognition programme asks for and what it has cost
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"

G_BEGIN_DECLS

/**
 * ValRuleDue: whom a rule asks to thank by now.
 * @person: index in the dataset
 * @last_day: when it was last done for the person, or %VAL_DAY_NONE
 * @due_day: since when it is due
 */
typedef struct
{
  guint person;
  ValDay last_day;
  ValDay due_day;
} ValRuleDue;

/**
 * ValRuleState: one rule.
 * @rule: of the dataset
 * @due: (element-type ValRuleDue): the longest due first; empty for a suspended rule and for one
 *   without a rhythm
 * @given: times within the window
 * @promised: promises still open
 * @cost: of what was given within the window, thousandths of the centre's currency
 * @cost_ever: of all that was given
 */
typedef struct
{
  const ValRule *rule;
  GArray *due;
  guint given;
  guint promised;
  gint64 cost;
  gint64 cost_ever;
} ValRuleState;

/**
 * ValKindState: one kind of recognition, whatever the rule.
 * @kind_id: 0: without a kind
 */
typedef struct
{
  gint64 kind_id;
  guint given;
  gint64 cost;
} ValKindState;

/**
 * ValProgramme: the answer. Free with val_programme_free ().
 * @rules: (element-type ValRuleState): all rules, by id
 * @kinds: (element-type ValKindState): kinds that were given in the window, the most first
 * @given, @cost: all within the window, with a rule or without
 * @n_due: people due over all rules; somebody due by two rules counts twice
 */
typedef struct
{
  ValDataset *dataset;
  GPtrArray *rules;
  GArray *kinds;
  guint given;
  gint64 cost;
  guint n_due;
} ValProgramme;

ValProgramme *val_programme_compute (ValDataset *dataset, gint64 team_id, ValDay from,
                                     ValDay today, const GPtrArray *recognitions);
void val_programme_free (ValProgramme *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValProgramme, val_programme_free)

G_END_DECLS
