/* val-matrix-fold.c: groups of columns that are folded to their mean
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-matrix-private.h"

#include <string.h>

/**
 * val_matrix_toggle_fold:
 *
 * Folds a group to its weighted mean, or unfolds it. The cursor stays in the group.
 */
void
val_matrix_toggle_fold (ValMatrix *self, guint group)
{
  const char *name;
  guint first, n;

  val_matrix_commit (self);
  val_matrix_model_get_group (self->model, group, &name, &first, &n);
  if (*name == '\0')
    return;
  if (!g_hash_table_remove (self->folded, name))
    g_hash_table_add (self->folded, g_strdup (name));
  self->grid->hovering = FALSE;
  self->grid->measured = FALSE;
  val_grid_ensure_measured (VAL_GRID (self));
  for (guint s = 0; s < self->slots->len; s++)
    if (val_matrix_slot (self, s)->group == group)
      {
        self->grid->column = self->grid->anchor_column = s;
        break;
      }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  val_grid_refresh_read_out (VAL_GRID (self));
}

/**
 * val_matrix_fold_all:
 * @fold: FALSE: unfold all
 */
void
val_matrix_fold_all (ValMatrix *self, gboolean fold)
{
  guint n_groups = self->model != NULL ? val_matrix_model_get_n_groups (self->model) : 0;

  val_matrix_commit (self);
  g_hash_table_remove_all (self->folded);
  for (guint g = 0; fold && g < n_groups; g++)
    {
      const char *name;
      guint first, n;

      val_matrix_model_get_group (self->model, g, &name, &first, &n);
      if (*name != '\0')
        g_hash_table_add (self->folded, g_strdup (name));
    }
  val_grid_refresh (VAL_GRID (self));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * val_matrix_dup_folded:
 *
 * Returns: (transfer full): the names of the folded groups, always in the same order
 */
GStrv
val_matrix_dup_folded (ValMatrix *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->folded);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * val_matrix_set_folded:
 * @names: (array zero-terminated=1): the groups that are to be folded; what is no group of now
 *   folds when it becomes one
 */
void
val_matrix_set_folded (ValMatrix *self, const char *const *names)
{
  val_matrix_commit (self);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      g_hash_table_add (self->folded, g_strdup (names[i]));
  val_grid_refresh (VAL_GRID (self));
}
