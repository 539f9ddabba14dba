/* val-service-level.c: the five service levels that are in use
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telephone systems and contracts differ in whom they count. A service level without the name of
 * its formula cannot be compared with another one: keep the key beside every figure.
 */
#include "val-service-level.h"

#include <string.h>

/* Kept in files: never change one. */
static const char *const keys[VAL_N_SERVICE_FORMULAS] = {
  [VAL_SERVICE_OFFERED_BOTH] = "offered-both",
  [VAL_SERVICE_ANSWERED] = "answered",
  [VAL_SERVICE_OFFERED] = "offered",
  [VAL_SERVICE_WITHOUT_EARLY] = "without-early",
  [VAL_SERVICE_SHORT_FORGIVEN] = "short-forgiven",
};

/**
 * val_service_level:
 * @formula: which of them
 * @counts: contacts by what became of them
 * @ret_share: (out): 0 ... 1
 *
 * Any thread.
 *
 * Returns: %FALSE when nobody is counted: there is no service level then
 */
gboolean
val_service_level (ValServiceFormula formula, const ValServiceCounts *counts, double *ret_share)
{
  double good = counts->answered_in;
  double all = counts->answered + counts->abandoned;

  switch (formula)
    {
    case VAL_SERVICE_OFFERED_BOTH:
      good += counts->abandoned_in;
      break;
    case VAL_SERVICE_ANSWERED:
      all = counts->answered;
      break;
    case VAL_SERVICE_OFFERED:
      break;
    case VAL_SERVICE_WITHOUT_EARLY:
      all -= counts->abandoned_in;
      break;
    case VAL_SERVICE_SHORT_FORGIVEN:
      good += counts->abandoned_short;
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!(all > 0))
    return FALSE;
  *ret_share = good / all;
  return TRUE;
}

/**
 * val_service_formula_key:
 * @formula: which of them
 *
 * Returns: (transfer none): its name in files; the same for ever. Any thread.
 */
const char *
val_service_formula_key (ValServiceFormula formula)
{
  g_return_val_if_fail ((guint) formula < VAL_N_SERVICE_FORMULAS, NULL);
  return keys[formula];
}

/**
 * val_service_formula_from_key:
 * @key: (nullable): a name in a file
 * @ret_formula: (out): the formula
 *
 * Returns: %FALSE when no formula has this name. Any thread.
 */
gboolean
val_service_formula_from_key (const char *key, ValServiceFormula *ret_formula)
{
  for (guint i = 0; key != NULL && i < VAL_N_SERVICE_FORMULAS; i++)
    if (strcmp (key, keys[i]) == 0)
      {
        *ret_formula = i;
        return TRUE;
      }
  return FALSE;
}
