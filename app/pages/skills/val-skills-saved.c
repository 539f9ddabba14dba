/* val-skills-saved.c: views of the matrix that are kept by name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-saved.h"

#include <string.h>

/* name, search, team, role, what is shown, order, skill of the order, folded groups */
#define FORMAT "a(ssxxuuxas)"
/* More than anybody looks through, and a bound for a text that somebody else wrote. */
#define MOST_VIEWS 100

/**
 * val_skills_saved_new:
 *
 * Returns: (transfer full): a view of everybody and everything
 */
ValSkillsSaved *
val_skills_saved_new (const char *name)
{
  ValSkillsSaved *self = g_new0 (ValSkillsSaved, 1);

  self->name = g_strdup (name);
  self->search = g_strdup ("");
  self->folded = g_new0 (char *, 1);
  return self;
}

/**
 * val_skills_saved_free:
 */
void
val_skills_saved_free (ValSkillsSaved *self)
{
  g_free (self->name);
  g_free (self->search);
  g_strfreev (self->folded);
  g_free (self);
}

/**
 * val_skills_saved_read:
 * @text: (nullable): what val_skills_saved_write () wrote
 *
 * A text that is not understood, of a newer program perhaps, gives no views.
 *
 * Returns: (transfer full) (element-type ValSkillsSaved): the views, by name in the order of the
 *   interface language
 */
GPtrArray *
val_skills_saved_read (const char *text)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) val_skills_saved_free);
  g_autoptr (GVariant) value
      = text != NULL ? g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL) : NULL;
  gsize n = value != NULL ? MIN (g_variant_n_children (value), MOST_VIEWS) : 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (ValSkillsSaved) view = g_new0 (ValSkillsSaved, 1);
      guint show, sort;

      g_variant_get_child (value, i, "(ssxxuux^as)", &view->name, &view->search, &view->team_id,
                           &view->role_id, &show, &sort, &view->sort_skill_id, &view->folded);
      view->show = show <= VAL_SKILLS_SHOW_CRITICAL ? (ValSkillsShow) show : VAL_SKILLS_SHOW_ALL;
      view->sort = sort <= VAL_SKILLS_SORT_SKILL_UP ? (ValSkillsSort) sort : VAL_SKILLS_SORT_NAME;
      if (*view->name != '\0')
        val_skills_saved_put (views, g_steal_pointer (&view));
    }
  return views;
}

/**
 * val_skills_saved_write:
 * @views: (element-type ValSkillsSaved)
 *
 * Returns: (transfer full) (nullable): the text that is kept; %NULL without views
 */
char *
val_skills_saved_write (GPtrArray *views)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (FORMAT));
  g_autoptr (GVariant) value = NULL;

  if (views->len == 0)
    return NULL;
  for (guint i = 0; i < views->len; i++)
    {
      const ValSkillsSaved *view = views->pdata[i];

      g_variant_builder_add (&builder, "(ssxxuux^as)", view->name, view->search, view->team_id,
                             view->role_id, (guint) view->show, (guint) view->sort,
                             view->sort_skill_id, view->folded);
    }
  value = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (value, FALSE);
}

static char *
dup_folded_case (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *first = dup_folded_case (a);
  g_autofree char *second = dup_folded_case (b);

  return g_str_equal (first, second);
}

/**
 * val_skills_saved_find:
 * @ret_place: (out) (optional): where it stands
 *
 * Returns: whether there is a view of this name, written in capitals or not
 */
gboolean
val_skills_saved_find (GPtrArray *views, const char *name, guint *ret_place)
{
  for (guint i = 0; i < views->len; i++)
    if (same_name (((const ValSkillsSaved *) views->pdata[i])->name, name))
      {
        if (ret_place != NULL)
          *ret_place = i;
        return TRUE;
      }
  return FALSE;
}

static int
compare_views (gconstpointer a, gconstpointer b)
{
  const ValSkillsSaved *first = *(const ValSkillsSaved *const *) a;
  const ValSkillsSaved *second = *(const ValSkillsSaved *const *) b;

  return g_utf8_collate (first->name, second->name);
}

/**
 * val_skills_saved_put:
 * @view: (transfer full): takes the place of one of the same name
 */
void
val_skills_saved_put (GPtrArray *views, ValSkillsSaved *view)
{
  val_skills_saved_remove (views, view->name);
  g_ptr_array_add (views, view);
  g_ptr_array_sort (views, compare_views);
}

/**
 * val_skills_saved_rename:
 *
 * Returns: %FALSE when there is no @from, or when another view is called @to already
 */
gboolean
val_skills_saved_rename (GPtrArray *views, const char *from, const char *to)
{
  ValSkillsSaved *view;
  guint place, other;

  if (!val_skills_saved_find (views, from, &place)
      || (val_skills_saved_find (views, to, &other) && other != place))
    return FALSE;
  view = views->pdata[place];
  g_free (view->name);
  view->name = g_strdup (to);
  g_ptr_array_sort (views, compare_views);
  return TRUE;
}

/**
 * val_skills_saved_remove:
 *
 * Returns: whether there was one
 */
gboolean
val_skills_saved_remove (GPtrArray *views, const char *name)
{
  guint place;

  if (!val_skills_saved_find (views, name, &place))
    return FALSE;
  g_ptr_array_remove_index (views, place);
  return TRUE;
}
