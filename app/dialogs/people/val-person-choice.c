/* val-person-choice.c: the people of the centre in a picker
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-choice.h"

#include "val-person-order.h"

typedef struct
{
  guint place;
  guint index;
} Sorted;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Sorted *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static GArray *
sort_people (ValSession *session)
{
  ValDataset *dataset = val_session_get_dataset (session);
  ValDay today = val_session_get_today (session);
  GArray *people = g_array_new (FALSE, FALSE, sizeof (Sorted));

  for (guint i = 0; i < val_dataset_n_people (dataset); i++)
    {
      const ValPerson *person = val_dataset_person (dataset, i);
      Sorted one = { val_person_order (dataset, i, val_session_get_hide_names (session)), i };

      if (person->leave != VAL_DAY_NONE && person->leave <= today)
        continue;
      g_array_append_val (people, one);
    }
  g_array_sort (people, compare);
  return people;
}

static void
fill (ValPersonPicker *picker, ValSession *session)
{
  ValDataset *dataset = val_session_get_dataset (session);
  gint64 chosen = val_person_picker_get_person (picker);
  g_autoptr (GArray) people = NULL;

  val_person_picker_clear (picker);
  if (dataset == NULL)
    return;
  people = sort_people (session);
  for (guint i = 0; i < people->len; i++)
    {
      guint index = g_array_index (people, Sorted, i).index;
      const ValPerson *person = val_dataset_person (dataset, index);
      g_autofree char *name = val_session_dup_person_name (session, index);
      const char *team = NULL;
      guint at;

      if (person->team_id != 0 && val_dataset_find_team (dataset, person->team_id, &at))
        team = val_dataset_team (dataset, at)->name;
      val_person_picker_add (picker, person->id, name, team);
    }
  if (chosen != 0)
    val_person_picker_set_person (picker, chosen);
}

static void
changed_cb (ValSession *session, guint tables, ValPersonPicker *picker)
{
  if ((tables & (VAL_TABLE_PEOPLE | VAL_TABLE_TEAMS)) != 0)
    fill (picker, session);
}

/**
 * val_person_choice_new:
 * @session: whose people
 *
 * Names are shown, and looked for, as the session shows them; in the order of the people page.
 *
 * Returns: (transfer floating): a ValPersonPicker
 */
GtkWidget *
val_person_choice_new (ValSession *session)
{
  GtkWidget *picker = val_person_picker_new ();

  fill (VAL_PERSON_PICKER (picker), session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), picker, 0);
  return picker;
}
