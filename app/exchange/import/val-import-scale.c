/* val-import-scale.c: the scale that the values of a file speak for
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-plan-private.h"

#include "val-cell.h"

/* A proposal is looked over by a person, so that the beginning of a file is enough. */
#define LOOKED_AT 5000

typedef struct
{
  guint numbers; /* other than 0, which lies on most scales */
  guint zeros;
  guint above;   /* above 10 */
  guint letters; /* A ... E */
  guint others;
  double min;
  double max;
} Seen;

static void
look_at_cell (ValImportPlan *plan, const char *text, Seen *seen)
{
  ValCsvField cell = { text, strlen (text) };
  ValScale letters = { 0, 4, TRUE };
  ValLevel level;
  double value;

  if (cell.len == 0)
    return;
  if (val_cell_parse_number (cell, plan->decimal_sign, &value))
    {
      seen->numbers += value != 0;
      seen->zeros += value == 0;
      seen->above += value > 10;
      seen->min = MIN (seen->min, value);
      seen->max = MAX (seen->max, value);
    }
  else if (cell.len == 1 && val_scale_parse_value (&letters, text, &level, NULL))
    seen->letters++;
  else
    seen->others++;
}

/* Ratings of customers are on 1 to 5 unless they go beyond it. */
static gboolean
propose_ratings (const Seen *seen, ValScale *ret_scale)
{
  if (seen->numbers == 0 || seen->min < 0 || seen->max <= 5 || seen->max > 100)
    return FALSE;
  return val_scale_parse (seen->max > 10 ? "0-100" : seen->zeros > 0 ? "0-10" : "1-10", ret_scale,
                          NULL);
}

/**
 * val_import_plan_propose_scale:
 * @self: a plan for skill scores, or for contacts with ratings
 * @ret_scale: (out): what the values speak for
 *
 * 0 to 100 when no value lies outside of it and more than half are above 10, so that one slip of
 * the hand in a table on 0 to 10 does not make a tenth of everybody; A to E when more cells are
 * such letters than anything else. Nothing else is proposed: 1 to 5 and 1 to 6 could as well be
 * 0 to 10. Only for where a person sees and corrects it; an import that nobody watches means
 * 0 to 10 unless it is told. No other thread may use @self meanwhile.
 *
 * Returns: whether there is something to propose
 */
gboolean
val_import_plan_propose_scale (ValImportPlan *self, ValScale *ret_scale)
{
  int n_rows = MIN (val_import_plan_n_rows (self), LOOKED_AT);
  int n_columns = val_import_plan_n_columns (self);
  Seen seen = { 0 };

  if (self->kind != VAL_IMPORT_ASSESSMENTS && self->kind != VAL_IMPORT_CONTACTS)
    return FALSE;
  for (int row = 0; row < n_rows; row++)
    {
      for (int column = 0; column < n_columns; column++)
        {
          const char *field = val_import_plan_column_field (self, column);

          if (g_strcmp0 (field, "level") == 0 || g_strcmp0 (field, "satisfaction") == 0
              || g_strcmp0 (field, VAL_FIELD_SKILL_COLUMN) == 0)
            look_at_cell (self, val_import_plan_cell (self, row, column), &seen);
        }
    }
  if (self->kind == VAL_IMPORT_CONTACTS)
    return propose_ratings (&seen, ret_scale);
  if (seen.numbers > 0 && seen.min >= 0 && seen.max <= 100 && seen.above * 2 > seen.numbers)
    return val_scale_parse ("0-100", ret_scale, NULL);
  if (seen.letters > seen.numbers && seen.letters > seen.others)
    return val_scale_parse ("A-E", ret_scale, NULL);
  return FALSE;
}
