/* val-people-model.c: the people of the centre as a list that is searched, filtered and sorted
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-model-private.h"

#include <string.h>

#include "val-config.h"
#include "val-fold.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-latest.h"

/**
 * ValPeopleModel:
 *
 * A list model over a dataset without an object per person: searching, filtering and sorting run
 * over columns of integers, and a row's object is made when it is asked for. Whatever changes,
 * one "items-changed" tells of the range between the first and the last row that differ.
 * Main thread.
 */
static void val_people_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ValPeopleModel, val_people_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      val_people_model_list_model_init))

/**
 * val_people_model_dup_name:
 * @index: a person's place in the dataset
 *
 * Returns: (transfer full): the name as the list may show it; nothing of the real one shines
 *   through while names are hidden
 */
char *
val_people_model_dup_name (ValPeopleModel *self, guint index)
{
  g_autofree char *number = NULL;

  if (!self->hide_names)
    return val_person_get_name (val_dataset_person (self->dataset, index));
  number = val_format_integer ((gint64) index + 1);
  /* Translators: stands for a person while names are hidden; %s is a number */
  return g_strdup_printf (_("Agent %s"), number);
}

static GType
get_item_type (GListModel *model)
{
  return VAL_TYPE_PERSON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return VAL_PEOPLE_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ValPeopleModel *self = VAL_PEOPLE_MODEL (model);
  g_autofree char *name = NULL;
  guint index;

  if (position >= self->rows->len)
    return NULL;
  index = g_array_index (self->rows, guint, position);
  name = val_people_model_dup_name (self, index);
  return val_person_item_new (self->dataset, index, &self->figures[index], name,
                              self->hide_names);
}

static void
val_people_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
forget_columns (ValPeopleModel *self)
{
  for (guint i = 0; i < VAL_PEOPLE_N_COLUMNS; i++)
    val_people_model_forget_order (self, i);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->folded_at, g_free);
  g_clear_pointer (&self->prints, g_free);
}

static void
val_people_model_finalize (GObject *object)
{
  ValPeopleModel *self = VAL_PEOPLE_MODEL (object);

  forget_columns (self);
  g_free (self->figures);
  g_free (self->looks);
  g_clear_pointer (&self->latest, val_latest_unref);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_free (self->query);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (val_people_model_parent_class)->finalize (object);
}

static void
val_people_model_class_init (ValPeopleModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_people_model_finalize;
}

static void
val_people_model_init (ValPeopleModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->query = g_strdup ("");
}

/**
 * val_people_model_new:
 *
 * Returns: (transfer full): an empty list
 */
ValPeopleModel *
val_people_model_new (void)
{
  return g_object_new (VAL_TYPE_PEOPLE_MODEL, NULL);
}

/*
 * refilter:
 * @before: (nullable): what the people of the rows looked like in the dataset before; NULL: the
 *   dataset is the same
 */
static void
refilter (ValPeopleModel *self, const ValPeopleShown *before)
{
  g_autoptr (GArray) old = self->rows;
  const guint *was = (const guint *) (gpointer) old->data, *is;
  guint start = 0, end = 0, n;

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), 64);
  val_people_model_list_rows (self, self->rows);
  is = (const guint *) (gpointer) self->rows->data;
  n = self->rows->len;
  while (start < old->len && start < n && val_people_same_row (before, self, was[start], is[start]))
    start++;
  while (end < old->len - start && end < n - start
         && val_people_same_row (before, self, was[old->len - 1 - end], is[n - 1 - end]))
    end++;
  if (old->len != n || start + end < old->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                n - start - end);
}

/**
 * val_people_model_set_dataset:
 * @self: the list
 * @dataset: (nullable): the newest picture of the centre
 * @today: who has left and how ready everybody is are worked out on this day
 * @hide_names: whether people are "Agent 1", "Agent 2"; they are then found by nothing else
 *
 * Shows another picture. Search, filter and order stay.
 */
void
val_people_model_set_dataset (ValPeopleModel *self, ValDataset *dataset, ValDay today,
                              gboolean hide_names)
{
  g_autoptr (ValDataset) before = NULL;
  g_autoptr (ValPeopleShown) shown = NULL;

  g_return_if_fail (VAL_IS_PEOPLE_MODEL (self));

  if (dataset == self->dataset && today == self->today && hide_names == self->hide_names)
    return;
  before = self->dataset;
  if (before != NULL && dataset != NULL && hide_names == self->hide_names
      && val_people_same_texts (before, dataset))
    {
      /* A score changed: names and their order stay, and so does the folded text. */
      val_people_model_forget_order (self, VAL_PEOPLE_READINESS);
      val_people_model_forget_order (self, VAL_PEOPLE_ASSESSED);
    }
  else if (before != NULL)
    forget_columns (self);
  shown = val_people_shown_new (self, before);
  self->dataset = dataset != NULL ? val_dataset_ref (dataset) : NULL;
  self->today = today;
  self->hide_names = hide_names;
  self->n_active = self->n_left = 0;
  if (dataset != NULL)
    {
      val_people_model_work_out (self, before);
    }
  else
    g_clear_pointer (&self->latest, val_latest_unref);
  refilter (self, shown);
}

typedef struct
{
  ValDataset *dataset;
  ValDay today;
  gboolean hide_names;
} Prepare;

static void
prepare_free (Prepare *prepare)
{
  val_dataset_unref (prepare->dataset);
  g_free (prepare);
}

/* A list of its own that nobody listens to: all that is worked out of a dataset is the same. */
static void
prepare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Prepare *prepare = data;
  g_autoptr (ValPeopleModel) model = val_people_model_new ();

  val_people_model_set_dataset (model, prepare->dataset, prepare->today, prepare->hide_names);
  val_people_model_fold_everybody (model);
  g_task_return_pointer (task, g_steal_pointer (&model), g_object_unref);
}

/**
 * val_people_model_prepare_async:
 * @self: the list
 * @dataset: the newest picture of the centre
 * @today: as in val_people_model_set_dataset ()
 * @hide_names: the same
 *
 * As val_people_model_set_dataset (), for a large centre seen for the first time: names are put in
 * order and levels worked out in a worker. The list changes in val_people_model_prepare_finish ().
 */
void
val_people_model_prepare_async (ValPeopleModel *self, ValDataset *dataset, ValDay today,
                                gboolean hide_names, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  Prepare *prepare = g_new0 (Prepare, 1);

  prepare->dataset = val_dataset_ref (dataset);
  prepare->today = today;
  prepare->hide_names = hide_names;
  g_task_set_task_data (task, prepare, (GDestroyNotify) prepare_free);
  g_task_run_in_thread (task, prepare_thread);
}

/**
 * val_people_model_prepare_finish:
 * @self: the list
 * @result: of val_people_model_prepare_async ()
 *
 * Takes over what the worker made, unless the list has been filled meanwhile. Main thread.
 */
void
val_people_model_prepare_finish (ValPeopleModel *self, GAsyncResult *result)
{
  g_autoptr (ValPeopleModel) made = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (ValPeopleShown) nobody = NULL;

  if (self->dataset != NULL)
    return;
  nobody = val_people_shown_new (self, NULL);
  self->dataset = g_steal_pointer (&made->dataset);
  self->latest = g_steal_pointer (&made->latest);
  self->figures = g_steal_pointer (&made->figures);
  self->folded = g_steal_pointer (&made->folded);
  self->folded_at = g_steal_pointer (&made->folded_at);
  self->prints = g_steal_pointer (&made->prints);
  self->looks = g_steal_pointer (&made->looks);
  for (guint i = 0; i < VAL_PEOPLE_N_COLUMNS; i++)
    {
      self->orders[i] = made->orders[i];
      memset (&made->orders[i], 0, sizeof made->orders[i]);
    }
  self->today = made->today;
  self->hide_names = made->hide_names;
  self->n_active = made->n_active;
  self->n_left = made->n_left;
  refilter (self, nobody);
}

/**
 * val_people_model_has_dataset:
 * @self: the list
 *
 * Returns: whether it has been filled, perhaps with nobody
 */
gboolean
val_people_model_has_dataset (ValPeopleModel *self)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), FALSE);
  return self->dataset != NULL;
}

/**
 * val_people_model_set_search:
 * @self: the list
 * @text: (nullable): what was typed; case and accents do not matter
 *
 * Shows those whose name, number, e-mail, team or role has it.
 */
void
val_people_model_set_search (ValPeopleModel *self, const char *text)
{
  g_autofree char *query = val_fold (text != NULL ? text : "");

  g_return_if_fail (VAL_IS_PEOPLE_MODEL (self));

  g_strstrip (query);
  if (strcmp (query, self->query) == 0)
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&query);
  refilter (self, NULL);
}

/**
 * val_people_model_set_team:
 * @self: the list
 * @team_id: a team, the teams below it included; %VAL_PEOPLE_ALL_TEAMS or %VAL_PEOPLE_NO_TEAM
 *
 * Shows the people of a team.
 */
void
val_people_model_set_team (ValPeopleModel *self, gint64 team_id)
{
  g_return_if_fail (VAL_IS_PEOPLE_MODEL (self));

  if (self->team_id == team_id)
    return;
  self->team_id = team_id;
  refilter (self, NULL);
}

/**
 * val_people_model_set_show_left:
 * @self: the list
 * @show_left: whether those who have left are shown too
 *
 * Shows or hides who has left.
 */
void
val_people_model_set_show_left (ValPeopleModel *self, gboolean show_left)
{
  g_return_if_fail (VAL_IS_PEOPLE_MODEL (self));

  if (self->show_left == show_left)
    return;
  self->show_left = show_left;
  refilter (self, NULL);
}

/**
 * val_people_model_set_sort:
 * @self: the list
 * @column: what to sort by; equal ones follow by name
 * @descending: largest first
 *
 * Sorts the list.
 */
void
val_people_model_set_sort (ValPeopleModel *self, ValPeopleColumn column, gboolean descending)
{
  g_return_if_fail (VAL_IS_PEOPLE_MODEL (self));
  g_return_if_fail ((guint) column < VAL_PEOPLE_N_COLUMNS);

  if (self->column == column && self->descending == descending)
    return;
  self->column = column;
  self->descending = descending;
  refilter (self, NULL);
}

/**
 * val_people_model_get_sort:
 * @self: the list
 * @ret_descending: (out) (optional): whether largest first
 *
 * Returns: what the list is sorted by
 */
ValPeopleColumn
val_people_model_get_sort (ValPeopleModel *self, gboolean *ret_descending)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), VAL_PEOPLE_NAME);

  if (ret_descending != NULL)
    *ret_descending = self->descending;
  return self->column;
}

/**
 * val_people_model_get_n_active:
 * @self: the list
 *
 * Returns: how many people have not left, whatever is searched or filtered
 */
guint
val_people_model_get_n_active (ValPeopleModel *self)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), 0);
  return self->n_active;
}

/**
 * val_people_model_get_n_left:
 * @self: the list
 *
 * Returns: how many people have left, whatever is searched or filtered
 */
guint
val_people_model_get_n_left (ValPeopleModel *self)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), 0);
  return self->n_left;
}

/**
 * val_people_model_find:
 * @self: the list
 * @person_id: a person
 * @ret_position: (out) (optional): where in the list
 *
 * Returns: whether the person is in the list as it is shown now
 */
gboolean
val_people_model_find (ValPeopleModel *self, gint64 person_id, guint *ret_position)
{
  guint index;

  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), FALSE);

  if (self->dataset == NULL || !val_dataset_find_person (self->dataset, person_id, &index))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, guint, i) == index)
      {
        if (ret_position != NULL)
          *ret_position = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * val_people_model_get_id:
 * @self: the list
 * @position: a place in it
 *
 * Returns: the id of the person there; 0: no such place
 */
gint64
val_people_model_get_id (ValPeopleModel *self, guint position)
{
  g_return_val_if_fail (VAL_IS_PEOPLE_MODEL (self), 0);
  if (position >= self->rows->len)
    return 0;
  return val_dataset_person (self->dataset, g_array_index (self->rows, guint, position))->id;
}
