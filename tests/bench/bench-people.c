/* bench-people.c: B5: the people list beside GTK's own models
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>
#include <stdio.h>

#include "val-fold.h"
#include "val-people-model.h"
#include "val-times.h"

#define PEOPLE 5000
#define SKILLS 200
#define ROUNDS 15
#define TODAY 20100

/* Against GTK's own models, or within a frame. */
static void
report (const char *what, double result, double reference, double goal)
{
  g_autofree char *detail = g_strdup_printf ("%.3f ms, GTK's model %.3f ms", result, reference);

  if (reference > 0)
    val_say_row ("B5", what, reference / result, "x faster", ">=", goal, detail);
  else
    val_say_row ("B6", what, result, "ms", "<=", goal, "5,000 people x 200 skills");
}

static ValDataset *
make_dataset (void)
{
  static const char *const given[] = { "Anna", "Łukasz", "Άννα", "Päivi", "Jan", "Żaneta", "Matti" };
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (NULL);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) val_person_free);
  GPtrArray *skills = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skill_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < SKILLS; i++)
    {
      ValSkill *skill = val_skill_new ();

      skill->id = i + 1;
      g_ptr_array_add (skills, skill);
    }
  for (int i = 0; i < PEOPLE; i++)
    {
      ValPerson *person = val_person_new ();
      ValScore scores[SKILLS];
      g_autofree char *family = g_strdup_printf ("Nowak%d", g_rand_int_range (random, 0, 900));
      g_autofree char *number = g_strdup_printf ("%d", 10000 + i);

      person->id = i + 1;
      val_set_string (&person->given, given[i % (int) G_N_ELEMENTS (given)]);
      val_set_string (&person->family, family);
      val_set_string (&person->number, number);
      g_ptr_array_add (people, person);
      for (int j = 0; j < SKILLS; j++)
        scores[j] = val_score_make ((guint16) j, (guint16) (20000 + i % 90),
                                    g_rand_int_range (random, 0, 10001), VAL_ASSESSOR_MANAGER);
      val_dataset_builder_set_scores (builder, person->id, val_scores_new (scores, SKILLS));
    }
  val_dataset_builder_take_people (builder, people);
  val_dataset_builder_take_skills (builder, skills);
  return val_dataset_builder_end (builder);
}

static ValDataset *
with_one_score_less (ValDataset *dataset, gint64 person)
{
  g_autoptr (ValDatasetBuilder) builder = val_dataset_builder_new (dataset);
  const ValScores *old = val_dataset_scores (dataset, (guint) person - 1);

  val_dataset_builder_set_scores (builder, person, val_scores_new (old->scores, old->n - 1));
  return val_dataset_builder_end (builder);
}

/* ---- The reference: an object per person, GTK's filter and sort models, the same matching ---- */

static gboolean
filter_cb (gpointer item, gpointer query)
{
  g_autofree char *folded = val_fold (gtk_string_object_get_string (item));

  return strstr (folded, query) != NULL;
}

static void
time_gtk (ValDataset *dataset, double *filter_times, double *sort_times)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkExpression *expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkSorter *sorter = GTK_SORTER (gtk_string_sorter_new (expression));

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autofree char *name = val_person_get_name (val_dataset_person (dataset, i));

      gtk_string_list_append (list, name);
    }
  for (int r = 0; r < ROUNDS; r++)
    {
      double start = val_cpu_ms ();
      GtkCustomFilter *filter = gtk_custom_filter_new (filter_cb, (gpointer) "anna", NULL);
      GtkFilterListModel *filtered
          = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (list)), GTK_FILTER (filter));

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (filtered)), >, 0);
      filter_times[r] = val_cpu_ms () - start;
      g_object_unref (filtered);

      start = val_cpu_ms ();
      {
        GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (list)),
                                                            g_object_ref (sorter));

        g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sorted)), ==, PEOPLE);
        sort_times[r] = val_cpu_ms () - start;
        g_object_unref (sorted);
      }
    }
  g_object_unref (sorter);
  g_object_unref (list);
}

int
main (void)
{
  g_autoptr (ValDataset) dataset = make_dataset ();
  g_autoptr (ValPeopleModel) model = val_people_model_new ();
  double filter[ROUNDS], sort[ROUNDS], gtk_filter[ROUNDS], gtk_sort[ROUNDS], edit[ROUNDS];
  double first = val_cpu_ms ();

  val_people_model_set_dataset (model, dataset, TODAY, FALSE);
  first = val_cpu_ms () - first;
  val_people_model_set_search (model, "x"); /* folds everybody once */
  for (int r = 0; r < ROUNDS; r++)
    {
      g_autoptr (ValDataset) next = with_one_score_less (dataset, 17 + r);
      double start;

      val_people_model_set_search (model, NULL);
      start = val_cpu_ms ();
      val_people_model_set_search (model, "anna");
      filter[r] = val_cpu_ms () - start;
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 0);
      val_people_model_set_search (model, NULL);
      start = val_cpu_ms ();
      val_people_model_set_sort (model, VAL_PEOPLE_NAME, r % 2 == 0);
      sort[r] = val_cpu_ms () - start;
      start = val_cpu_ms ();
      val_people_model_set_dataset (model, next, TODAY, FALSE);
      edit[r] = val_cpu_ms () - start;
    }
  time_gtk (dataset, gtk_filter, gtk_sort);
  printf ("1..1\n# people list, 5,000 people x 200 skills\n");
  printf ("# B5 %-46s %8.3f ms\n", "first filling", first);
  report ("people list, one letter more", val_median (filter, ROUNDS),
          val_median (gtk_filter, ROUNDS), 10);
  report ("people list, another order", val_median (sort, ROUNDS), val_median (gtk_sort, ROUNDS), 10);
  report ("people list after one edit", val_median (edit, ROUNDS), 0, 8);
  printf ("ok 1 bench\n");
  return 0;
}
