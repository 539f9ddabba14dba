/* val-people-model-private.h: the rooms of the people list
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-latest.h"
#include "val-people-model.h"
#include "val-person-item-private.h"

G_BEGIN_DECLS

/**
 * ValPeopleOrder: everybody in the order of one column; equal ones follow by name.
 */
typedef struct
{
  guint *people; /* places in the dataset, ascending */
  guint *groups; /* where each run of equal ones begins in @people; the end of all is the last */
  guint n_groups;
} ValPeopleOrder;

/**
 * ValPeopleShown: what people looked like in the dataset before
 */
typedef struct
{
  gint64 *ids;
  guint64 *looks; /* a number over all a row shows */
} ValPeopleShown;

struct _ValPeopleModel
{
  GObject parent_instance;

  ValDataset *dataset;
  ValLatest *latest;
  ValDay today;
  gboolean hide_names;
  ValPersonFigures *figures;                    /* per person */
  ValPeopleOrder orders[VAL_PEOPLE_N_COLUMNS];  /* made when first asked for */
  char *folded;                                 /* texts to search, one after the other; the same */
  gsize *folded_at;                             /* where each person's begins */
  guint64 *prints;                              /* a number over the texts of a row */
  guint64 *looks;                               /* a number over everything a row shows */
  guint n_active;
  guint n_left;

  char *query; /* folded */
  gint64 team_id;
  gboolean show_left;
  ValPeopleColumn column;
  gboolean descending;

  GArray *rows; /* of guint: places in the dataset */
};

/* val-people-model.c */
char *val_people_model_dup_name (ValPeopleModel *self, guint index);

/* val-people-look.c */
void val_people_model_work_out (ValPeopleModel *self, ValDataset *before);
gboolean val_people_same_texts (ValDataset *a, ValDataset *b);
ValPeopleShown *val_people_shown_new (ValPeopleModel *self, ValDataset *before);
void val_people_shown_free (ValPeopleShown *shown);
gboolean val_people_same_row (const ValPeopleShown *before, ValPeopleModel *self, guint old,
                              guint new);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValPeopleShown, val_people_shown_free)

/* val-people-order.c */
void val_people_model_forget_order (ValPeopleModel *self, ValPeopleColumn column);
void val_people_model_fold_everybody (ValPeopleModel *self);
void val_people_model_list_rows (ValPeopleModel *self, GArray *rows);

G_END_DECLS
