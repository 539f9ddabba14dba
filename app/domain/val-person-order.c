/* val-person-order.c: the order in which people are listed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-order.h"

#include <string.h>

#include "val-dataset-private.h"

typedef struct
{
  char *key;
  guint index;
} Collated;

static int
compare_collated (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Collated *) a)->key, ((const Collated *) b)->key);
}

static char *
make_key (const ValPerson *person)
{
  g_autofree char *text = NULL;

  if (*person->family == '\0' && *person->given == '\0')
    return g_utf8_collate_key_for_filename (person->number, -1);
  text = g_strconcat (person->family, " ", person->given, NULL);
  return g_utf8_collate_key (g_strstrip (text), -1);
}

/**
 * val_person_order_new:
 * @people: (element-type ValPerson): people
 *
 * As address lists have it in all our countries: by family name, then by given name, in the order
 * of the interface language; who has no name by the number, 9 before 10. A comparison of names costs
 * a microsecond and more, which is much with thousands of people and whenever a list is sorted: it is
 * made once for as long as nobody comes, goes or changes the name. Any thread.
 *
 * Returns: (transfer full) (element-type guint): beside @people the place of each in that order;
 *   those of one name share one
 */
GArray *
val_person_order_new (const GPtrArray *people)
{
  g_autofree Collated *collated = g_new (Collated, people->len + 1);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint), people->len);
  guint place = 0;

  for (guint i = 0; i < people->len; i++)
    collated[i] = (Collated) { make_key (people->pdata[i]), i };
  qsort (collated, people->len, sizeof *collated, compare_collated);
  g_array_set_size (places, people->len);
  for (guint i = 0; i < people->len; i++)
    {
      if (i > 0 && compare_collated (&collated[i - 1], &collated[i]) != 0)
        place++;
      g_array_index (places, guint, collated[i].index) = place;
    }
  for (guint i = 0; i < people->len; i++)
    g_free (collated[i].key);
  return places;
}

/**
 * val_person_order:
 * @dataset: a dataset
 * @index: a person's place in it
 * @hide_names: whether people are "Agent 1", "Agent 2"
 *
 * While names are hidden the order must not give them away: people then stand by the number they
 * are shown with. Any thread.
 *
 * Returns: what people are listed by, the smallest first
 */
guint
val_person_order (const ValDataset *dataset, guint index, gboolean hide_names)
{
  return hide_names ? index : g_array_index (dataset->order, guint, index);
}
