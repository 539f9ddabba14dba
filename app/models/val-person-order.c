/* val-person-order.c: the order in which people are listed
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-order.h"

/**
 * val_person_order_key:
 * @person: a person
 * @index: the place in the dataset
 * @hide_names: whether people are "Agent 1", "Agent 2"
 *
 * As address lists have it in all our countries: by family name, then by given name, in the order
 * of the interface language; who has no name by the number, 9 before 10. While names are hidden
 * the order must not give them away: people then stand by the number they are shown with. Any
 * thread.
 *
 * Returns: (transfer full): bytes to be compared with strcmp ()
 */
char *
val_person_order_key (const ValPerson *person, guint index, gboolean hide_names)
{
  g_autofree char *text = NULL;

  if (hide_names)
    return g_strdup_printf ("%010u", index);
  if (*person->family == '\0' && *person->given == '\0')
    return g_utf8_collate_key_for_filename (person->number, -1);
  text = g_strconcat (person->family, " ", person->given, NULL);
  return g_utf8_collate_key (g_strstrip (text), -1);
}
