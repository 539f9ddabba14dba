/* val-person-item.c: a row of the people list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-item-private.h"

/**
 * ValPersonItem:
 *
 * What a row shows of a person. Immutable; made when a row comes on screen and gone with it, so
 * that a centre of thousands costs no objects.
 */
struct _ValPersonItem
{
  GObject parent_instance;
  ValDataset *dataset;
  guint index;
  char *name;
  ValPersonFigures figures;
  gboolean hide_names;
};

G_DEFINE_FINAL_TYPE (ValPersonItem, val_person_item, G_TYPE_OBJECT)

static void
val_person_item_finalize (GObject *object)
{
  ValPersonItem *self = VAL_PERSON_ITEM (object);

  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_free (self->name);
  G_OBJECT_CLASS (val_person_item_parent_class)->finalize (object);
}

static void
val_person_item_class_init (ValPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_person_item_finalize;
}

static void
val_person_item_init (ValPersonItem *self)
{
}

/**
 * val_person_item_new:
 * @dataset: the picture the row is of
 * @index: the person's place in it
 * @figures: what the model has worked out
 * @name: the name as it may be shown
 * @hide_names: whether the number is hidden too
 *
 * Returns: (transfer full): a row
 */
ValPersonItem *
val_person_item_new (ValDataset *dataset, guint index, const ValPersonFigures *figures,
                     const char *name, gboolean hide_names)
{
  ValPersonItem *self = g_object_new (VAL_TYPE_PERSON_ITEM, NULL);

  self->dataset = val_dataset_ref (dataset);
  self->index = index;
  self->figures = *figures;
  self->name = g_strdup (name);
  self->hide_names = hide_names;
  return self;
}

/**
 * val_person_item_get_person:
 * @self: a row
 *
 * Returns: (transfer none): the person, alive as long as the row
 */
const ValPerson *
val_person_item_get_person (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), NULL);
  return val_dataset_person (self->dataset, self->index);
}

/**
 * val_person_item_get_name:
 * @self: a row
 *
 * Returns: the name, or what stands for it while names are hidden
 */
const char *
val_person_item_get_name (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), NULL);
  return self->name;
}

/**
 * val_person_item_get_number:
 * @self: a row
 *
 * Returns: the employee number; "" without one and while names are hidden
 */
const char *
val_person_item_get_number (ValPersonItem *self)
{
  const ValPerson *person = val_person_item_get_person (self);

  return self->hide_names ? "" : person->number;
}

/**
 * val_person_item_get_team:
 * @self: a row
 *
 * Returns: the team's name, or ""
 */
const char *
val_person_item_get_team (ValPersonItem *self)
{
  const ValPerson *person = val_person_item_get_person (self);
  guint team;

  if (!val_dataset_find_team (self->dataset, person->team_id, &team))
    return "";
  return val_dataset_team (self->dataset, team)->name;
}

/**
 * val_person_item_get_role:
 * @self: a row
 *
 * Returns: the role's name, or ""
 */
const char *
val_person_item_get_role (ValPersonItem *self)
{
  const ValPerson *person = val_person_item_get_person (self);
  guint role;

  if (!val_dataset_find_role (self->dataset, person->role_id, &role))
    return "";
  return val_dataset_role (self->dataset, role)->name;
}

/**
 * val_person_item_get_level:
 * @self: a row
 *
 * Returns: the readiness level 0 ... 10, or -1: nothing assessed, or not here today
 */
int
val_person_item_get_level (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), -1);
  return self->figures.level;
}

/**
 * val_person_item_get_mean:
 * @self: a row
 *
 * Returns: the unrounded mean behind the level, or NAN
 */
double
val_person_item_get_mean (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), 0);
  return self->figures.mean;
}

/**
 * val_person_item_get_scored:
 * @self: a row
 *
 * Returns: how many of the required skills have a score
 */
guint
val_person_item_get_scored (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), 0);
  return self->figures.scored;
}

/**
 * val_person_item_get_required:
 * @self: a row
 *
 * Returns: how many skills are required
 */
guint
val_person_item_get_required (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), 0);
  return self->figures.required;
}

/**
 * val_person_item_get_assessed:
 * @self: a row
 *
 * Returns: the day of the newest score, or %VAL_DAY_NONE
 */
ValDay
val_person_item_get_assessed (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), VAL_DAY_NONE);
  return self->figures.assessed;
}

/**
 * val_person_item_is_away:
 * @self: a row
 *
 * Returns: whether the person has left
 */
gboolean
val_person_item_is_away (ValPersonItem *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_ITEM (self), FALSE);
  return self->figures.away;
}
