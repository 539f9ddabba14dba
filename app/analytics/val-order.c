/* val-order.c: how many pairs of an order turn round
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-order-private.h"

#include <stdlib.h>
#include <string.h>

/* Sorts @values ascending and counts the pairs that stood the other way round. */
static guint64
count_inversions (gint64 *values, gint64 *spare, guint n)
{
  guint middle = n / 2;
  guint64 count;
  guint left = 0, right = middle;

  if (n < 2)
    return 0;
  count = count_inversions (values, spare, middle)
          + count_inversions (values + middle, spare, n - middle);
  for (guint i = 0; i < n; i++)
    if (right == n || (left < middle && values[left] <= values[right]))
      spare[i] = values[left++];
    else
      {
        count += middle - left;
        spare[i] = values[right++];
      }
  memcpy (values, spare, n * sizeof (gint64));
  return count;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* val_order_count_turned: n log n. Equal ones have no order to lose: within them the values are
 * sorted before counting. */
guint64
val_order_count_turned (const gint64 *before, gint64 *after, guint n)
{
  g_autofree gint64 *spare = g_new (gint64, MAX (n, 1));
  guint group = 0;

  for (guint i = 1; i <= n; i++)
    {
      if (i < n && before[i] == before[group])
        continue;
      if (i - group > 1)
        qsort (after + group, i - group, sizeof (gint64), compare_values);
      group = i;
    }
  return count_inversions (after, spare, n);
}

/* val_order_count_pairs: of different values */
guint64
val_order_count_pairs (const gint64 *before, guint n)
{
  guint64 pairs = n > 0 ? (guint64) n * (n - 1) / 2 : 0;
  guint64 same = 0;

  for (guint i = 1; i < n; i++)
    {
      same = before[i] == before[i - 1] ? same + 1 : 0;
      pairs -= same;
    }
  return pairs;
}
