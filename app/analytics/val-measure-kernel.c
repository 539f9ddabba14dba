/* val-measure-kernel.c: adding contacts to measures
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-places-private.h"

/* Who gives up so soon may have dialled wrongly. */
#define SHORT_SECONDS 5

static void
add_rows (const guint32 *places, guint n, ValMeasure *cells)
{
  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];

      cell->rows++;
      cell->n++;
      cell->sum++;
    }
}

/* Contacts with all flags of @known are cases, and hold when their flags of @mask are @wanted. */
static void
add_flags (const guint8 *flags, guint known, guint mask, guint wanted, const guint32 *places,
           guint n, ValMeasure *cells)
{
  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];
      gint64 is_case = (flags[i] & known) == known;

      cell->rows++;
      cell->n += is_case;
      cell->sum += is_case & ((flags[i] & mask) == wanted);
    }
}

/* Answered contacts with a known time. */
static void
add_seconds (const guint8 *flags, const gint32 *seconds, const guint32 *places, guint n,
             ValMeasure *cells)
{
  const guint answered = VAL_CONTACT_ANSWERED | VAL_CONTACT_ANSWERED_KNOWN;

  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];
      gint64 is_case = ((flags[i] & answered) == answered) & (seconds[i] >= 0);
      gint64 value = is_case * seconds[i];

      cell->rows++;
      cell->n += is_case;
      cell->sum += value;
      cell->squares += (double) value * (double) value;
    }
}

static void
add_ratings (const guint16 *ratings, const guint32 *places, guint n, ValMeasure *cells)
{
  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];
      guint32 rating = ratings[i];

      cell->rows++;
      cell->n += rating > 0;
      cell->sum += rating;
      cell->squares += (double) (rating * rating);
    }
}

/* Ratings of 4 and above. */
static void
add_satisfied (const guint16 *ratings, const guint32 *places, guint n, ValMeasure *cells)
{
  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];

      cell->rows++;
      cell->n += ratings[i] > 0;
      cell->sum += ratings[i] >= 4000;
    }
}

/* What a contact counts for below and above the line, by what became of it. An answered contact
 * whose wait is not known is left out; an abandoned one counts as given up late. */
typedef struct
{
  gint64 early_below; /* abandoned in time: below the line */
  gint64 early_above; /* and above it */
  gint64 late_below;  /* abandoned later: below the line */
  gint64 short_above; /* abandoned within seconds: above the line */
} ServiceRule;

static const ServiceRule service_rules[] = {
  [VAL_SERVICE_ALL] = { 1, 1, 1, 0 },
  [VAL_SERVICE_ANSWERED] = { 0, 0, 0, 0 },
  [VAL_SERVICE_OFFERED] = { 1, 0, 1, 0 },
  [VAL_SERVICE_WITHOUT_EARLY] = { 0, 0, 1, 0 },
  [VAL_SERVICE_SHORT_FORGIVEN] = { 1, 0, 1, 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (service_rules) == VAL_N_SERVICE_VARIANTS);

static void
add_service (const ValMeasureFormula *formula, const guint8 *flags, const gint32 *waits,
             const guint32 *places, guint n, ValMeasure *cells)
{
  const ServiceRule *rule = &service_rules[formula->variant];

  for (guint i = 0; i < n; i++)
    {
      ValMeasure *cell = &cells[places[i]];
      gint64 known = (flags[i] & VAL_CONTACT_ANSWERED_KNOWN) != 0;
      gint64 answered = known & ((flags[i] & VAL_CONTACT_ANSWERED) != 0) & (waits[i] >= 0);
      gint64 abandoned = known & ((flags[i] & VAL_CONTACT_ANSWERED) == 0);
      gint64 in_time = (waits[i] >= 0) & (waits[i] <= formula->seconds);
      gint64 at_once = (waits[i] >= 0) & (waits[i] <= SHORT_SECONDS);

      cell->rows++;
      cell->n += answered
                 + abandoned * (in_time ? rule->early_below : rule->late_below);
      cell->sum += (answered & in_time) + abandoned * (in_time & rule->early_above)
                   + abandoned * (at_once & rule->short_above);
    }
}

/**
 * val_measure_block:
 * @formula: what is measured; not entered values
 * @columns: contacts
 * @from: the first of them
 * @n: how many
 * @places: (array length=n): the cell of each
 * @cells: measures that are added to
 *
 * The definitions are those of #ValFormula and #ValServiceVariant. Any thread.
 */
void
val_measure_block (const ValMeasureFormula *formula, const ValContactColumns *columns, guint from,
                   guint n, const guint32 *places, ValMeasure *cells)
{
  const guint8 *flags = columns->flags + from;

  switch ((ValFormula) formula->formula)
    {
    case VAL_FORMULA_ANSWERED:
      add_flags (flags, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED,
                 places, n, cells);
      break;
    case VAL_FORMULA_ABANDONED:
      add_flags (flags, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED, 0, places, n, cells);
      break;
    case VAL_FORMULA_SERVICE_LEVEL:
      add_service (formula, flags, columns->wait + from, places, n, cells);
      break;
    case VAL_FORMULA_WAIT:
      add_seconds (flags, columns->wait + from, places, n, cells);
      break;
    case VAL_FORMULA_TALK:
      add_seconds (flags, columns->talk + from, places, n, cells);
      break;
    case VAL_FORMULA_RESOLVED:
      add_flags (flags,
                 VAL_CONTACT_ANSWERED | VAL_CONTACT_ANSWERED_KNOWN | VAL_CONTACT_RESOLVED_KNOWN,
                 VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED, places, n, cells);
      break;
    case VAL_FORMULA_RESOLVED_OF_ALL:
      add_flags (flags, VAL_CONTACT_RESOLVED_KNOWN, VAL_CONTACT_RESOLVED, VAL_CONTACT_RESOLVED,
                 places, n, cells);
      break;
    case VAL_FORMULA_DIFFICULT:
      add_flags (flags, VAL_CONTACT_DIFFICULT_KNOWN, VAL_CONTACT_DIFFICULT, VAL_CONTACT_DIFFICULT,
                 places, n, cells);
      break;
    case VAL_FORMULA_SATISFACTION:
      add_ratings (columns->satisfaction + from, places, n, cells);
      break;
    case VAL_FORMULA_SATISFIED:
      add_satisfied (columns->satisfaction + from, places, n, cells);
      break;
    case VAL_FORMULA_CONTACTS:
    case VAL_FORMULA_ENTERED:
    default:
      add_rows (places, n, cells);
      break;
    }
}
