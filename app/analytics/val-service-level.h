/* val-service-level.h: the five service levels that are in use
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ValServiceFormula: which of the formulas a service level was worked out by.
 * @VAL_SERVICE_OFFERED_BOTH: (answered in time + abandoned in time) / (answered + abandoned)
 * @VAL_SERVICE_ANSWERED: answered in time / answered
 * @VAL_SERVICE_OFFERED: answered in time / (answered + abandoned)
 * @VAL_SERVICE_WITHOUT_EARLY: answered in time / (answered + abandoned after the time)
 * @VAL_SERVICE_SHORT_FORGIVEN: (answered in time + abandoned within seconds) / (answered +
 *   abandoned): who hangs up at once is taken as served
 */
typedef enum
{
  VAL_SERVICE_OFFERED_BOTH,
  VAL_SERVICE_ANSWERED,
  VAL_SERVICE_OFFERED,
  VAL_SERVICE_WITHOUT_EARLY,
  VAL_SERVICE_SHORT_FORGIVEN,
} ValServiceFormula;

#define VAL_N_SERVICE_FORMULAS 5

/**
 * ValServiceCounts: contacts by what became of them, all >= 0.
 * @answered: all that were answered
 * @abandoned: all that were given up before an answer
 * @answered_in: answered within the time of the target
 * @abandoned_in: given up within the time of the target
 * @abandoned_short: given up within the first few seconds
 */
typedef struct
{
  double answered;
  double abandoned;
  double answered_in;
  double abandoned_in;
  double abandoned_short;
} ValServiceCounts;

gboolean val_service_level (ValServiceFormula formula, const ValServiceCounts *counts,
                            double *ret_share);
const char *val_service_formula_key (ValServiceFormula formula);
gboolean val_service_formula_from_key (const char *key, ValServiceFormula *ret_formula);

G_END_DECLS
