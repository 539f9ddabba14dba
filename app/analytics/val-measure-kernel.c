/* val-measure-kernel.c: adding contacts to sums
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-places-private.h"

/* Who gives up so soon may have dialled wrongly. */
#define SHORT_SECONDS 5

#define ANSWERED (VAL_CONTACT_ANSWERED | VAL_CONTACT_ANSWERED_KNOWN)

/* A case in the lower half, whether it holds in the upper one: both are added at once. There are
 * fewer contacts than 2^32. */
typedef guint64 Share;
#define CASE ((Share) 1)
#define HOLDS (CASE | (CASE << 32))

typedef struct
{
  gint64 n;
  gint64 sum;
  double squares;
} Moments;

/**
 * ValTally:
 * @shares: of a share
 * @moments: of a mean; both %NULL: contacts are only counted
 */
struct _ValTally
{
  ValMeasureFormula formula;
  guint32 n_cells;
  Share *shares;
  Moments *moments;
};

/* val_tally_new: (transfer full): all sums 0; entered values are not tallied */
ValTally *
val_tally_new (const ValMeasureFormula *formula, guint32 n_cells)
{
  ValTally *self = g_new0 (ValTally, 1);
  ValMeasureKind kind = val_measure_kind (formula);

  self->formula = *formula;
  self->n_cells = n_cells;
  if (kind == VAL_MEASURE_SHARE)
    self->shares = g_new0 (Share, (gsize) n_cells + 1);
  else if (kind == VAL_MEASURE_MEAN || kind == VAL_MEASURE_RATING)
    self->moments = g_new0 (Moments, (gsize) n_cells + 1);
  return self;
}

/* val_tally_free: (transfer full) (nullable) */
void
val_tally_free (ValTally *self)
{
  if (self == NULL)
    return;
  g_free (self->shares);
  g_free (self->moments);
  g_free (self);
}

/* Contacts with all flags of @known are cases, and hold when their flag of @mask is as @wanted. */
static void
add_flags (const guint8 *flags, guint known, guint mask, guint wanted, const guint32 *places,
           guint n, Share *cells)
{
  Share worth[256];

  for (guint i = 0; i < G_N_ELEMENTS (worth); i++)
    worth[i] = (i & known) != known ? 0 : (i & mask) == wanted ? HOLDS : CASE;
  for (guint i = 0; i < n; i++)
    cells[places[i]] += worth[flags[i]];
}

/* Answered contacts with a known time. */
static void
add_seconds (const guint8 *flags, const gint32 *seconds, const guint32 *places, guint n,
             Moments *cells)
{
  for (guint i = 0; i < n; i++)
    {
      Moments *cell = &cells[places[i]];
      gint32 is_case = ((flags[i] & ANSWERED) == ANSWERED) & (seconds[i] >= 0);
      gint32 value = seconds[i] & -is_case;

      cell->n += is_case;
      cell->sum += value;
      cell->squares += (double) value * (double) value;
    }
}

static void
add_ratings (const guint16 *ratings, const guint32 *places, guint n, Moments *cells)
{
  for (guint i = 0; i < n; i++)
    {
      Moments *cell = &cells[places[i]];
      gint32 rating = ratings[i];

      cell->n += rating > 0;
      cell->sum += rating;
      cell->squares += (double) (rating * rating);
    }
}

/* Ratings of 4 and above. */
static void
add_satisfied (const guint16 *ratings, const guint32 *places, guint n, Share *cells)
{
  for (guint i = 0; i < n; i++)
    cells[places[i]] += (Share) (ratings[i] > 0) | (Share) (ratings[i] >= 4000) << 32;
}

/* What an abandoned contact counts for below and above the line, in time, later and at once. */
typedef struct
{
  Share early;
  Share late;
  gboolean short_holds;
} ServiceRule;

static const ServiceRule service_rules[] = {
  [VAL_SERVICE_ALL] = { HOLDS, CASE, FALSE },
  [VAL_SERVICE_ANSWERED] = { 0, 0, FALSE },
  [VAL_SERVICE_OFFERED] = { CASE, CASE, FALSE },
  [VAL_SERVICE_WITHOUT_EARLY] = { 0, CASE, FALSE },
  [VAL_SERVICE_SHORT_FORGIVEN] = { CASE, CASE, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (service_rules) == VAL_N_SERVICE_VARIANTS);

/* An answered contact whose wait is not known is left out; an abandoned one counts as given up
 * late. */
static void
add_service (const ValMeasureFormula *formula, const guint8 *flags, const gint32 *waits,
             const guint32 *places, guint n, Share *cells)
{
  const ServiceRule *rule = &service_rules[formula->variant];

  for (guint i = 0; i < n; i++)
    {
      gboolean in_time = (waits[i] >= 0) & (waits[i] <= formula->seconds);
      gboolean at_once = (waits[i] >= 0) & (waits[i] <= SHORT_SECONDS);
      Share worth = 0;

      if ((flags[i] & ANSWERED) == ANSWERED)
        worth = waits[i] < 0 ? 0 : in_time ? HOLDS : CASE;
      else if ((flags[i] & VAL_CONTACT_ANSWERED_KNOWN) != 0)
        worth = at_once && rule->short_holds ? HOLDS : in_time ? rule->early : rule->late;
      cells[places[i]] += worth;
    }
}

/**
 * val_tally_block:
 * @self: sums
 * @columns: contacts
 * @from: the first of them
 * @n: how many
 * @places: (array length=n): the cell of each
 *
 * The definitions are those of #ValFormula and #ValServiceVariant. Any thread.
 */
void
val_tally_block (ValTally *self, const ValContactColumns *columns, guint from, guint n,
                 const guint32 *places)
{
  const guint8 *flags = columns->flags + from;
  const guint resolved = VAL_CONTACT_RESOLVED, difficult = VAL_CONTACT_DIFFICULT;

  switch ((ValFormula) self->formula.formula)
    {
    case VAL_FORMULA_ANSWERED:
      add_flags (flags, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED, VAL_CONTACT_ANSWERED,
                 places, n, self->shares);
      break;
    case VAL_FORMULA_ABANDONED:
      add_flags (flags, VAL_CONTACT_ANSWERED_KNOWN, VAL_CONTACT_ANSWERED, 0, places, n,
                 self->shares);
      break;
    case VAL_FORMULA_SERVICE_LEVEL:
      add_service (&self->formula, flags, columns->wait + from, places, n, self->shares);
      break;
    case VAL_FORMULA_WAIT:
      add_seconds (flags, columns->wait + from, places, n, self->moments);
      break;
    case VAL_FORMULA_TALK:
      add_seconds (flags, columns->talk + from, places, n, self->moments);
      break;
    case VAL_FORMULA_RESOLVED:
      add_flags (flags, ANSWERED | VAL_CONTACT_RESOLVED_KNOWN, resolved, resolved, places, n,
                 self->shares);
      break;
    case VAL_FORMULA_RESOLVED_OF_ALL:
      add_flags (flags, VAL_CONTACT_RESOLVED_KNOWN, resolved, resolved, places, n, self->shares);
      break;
    case VAL_FORMULA_DIFFICULT:
      add_flags (flags, VAL_CONTACT_DIFFICULT_KNOWN, difficult, difficult, places, n,
                 self->shares);
      break;
    case VAL_FORMULA_SATISFACTION:
      add_ratings (columns->satisfaction + from, places, n, self->moments);
      break;
    case VAL_FORMULA_SATISFIED:
      add_satisfied (columns->satisfaction + from, places, n, self->shares);
      break;
    case VAL_FORMULA_CONTACTS:
    case VAL_FORMULA_ENTERED:
    default:
      break;
    }
}

/* val_count_block: adds 1 at each place */
void
val_count_block (const guint32 *places, guint n, guint32 *rows)
{
  for (guint i = 0; i < n; i++)
    rows[places[i]]++;
}

/**
 * val_tally_end:
 * @self: sums
 * @rows: contacts of each cell
 * @cells: (out): as many measures as the tally has cells
 */
void
val_tally_end (const ValTally *self, const guint32 *rows, ValMeasure *cells)
{
  for (guint32 i = 0; i < self->n_cells; i++)
    {
      ValMeasure *cell = &cells[i];

      if (self->shares != NULL)
        *cell = (ValMeasure){ (gint64) (self->shares[i] & G_MAXUINT32),
                              (gint64) (self->shares[i] >> 32), 0, rows[i] };
      else if (self->moments != NULL)
        *cell = (ValMeasure){ self->moments[i].n, self->moments[i].sum, self->moments[i].squares,
                              rows[i] };
      else
        *cell = (ValMeasure){ rows[i], rows[i], 0, rows[i] };
    }
}
