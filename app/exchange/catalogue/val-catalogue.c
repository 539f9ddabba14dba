/* val-catalogue.c: the starter catalogue of skills
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-config.h"

#include "val-catalogue.h"

#include "val-catalogue-private.h"
#include "val-catalogues.h"
#include "val-fold.h"
#include "val-i18n.h"
#include "val-import-plan.h"

static const struct
{
  const char *key;
  int target;          /* 0 ... 10 */
  int weight;          /* thousandths */
  int hours_per_level; /* whole hours */
  int wanted_cover;
  gboolean critical;
} numbers[VAL_CATALOGUE_N_SKILLS] = {
  { "product", 8, 2000, 6, 8, TRUE },      { "industry", 7, 1000, 5, 4, FALSE },
  { "listening", 8, 1500, 4, 6, FALSE },   { "needs", 7, 1000, 4, 6, FALSE },
  { "time", 7, 500, 3, 4, FALSE },         { "promises", 8, 1000, 2, 10, TRUE },
  { "writing", 7, 1000, 4, 5, FALSE },     { "calm", 8, 1500, 6, 6, TRUE },
  { "negotiation", 8, 1000, 6, 2, TRUE },  { "sales", 6, 500, 4, 3, FALSE },
  { "tools", 7, 1000, 3, 6, FALSE },       { "patience", 7, 1000, 3, 4, FALSE },
  { "empathy", 8, 1000, 4, 4, FALSE },     { "stress", 7, 1000, 4, 4, FALSE },
};

/* The catalogue of @language, English for one we do not have. */
JsonObject *
val_catalogue_load (const char *language, GError **error)
{
  static const char *const languages[] = { "en", "pl", "el", "fi", NULL };
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *data;
  gsize length;

  if (language == NULL || !g_strv_contains (languages, language))
    language = "en";
  path = g_strdup_printf (VAL_RESOURCE_PATH "/catalogues/%s.json", language);
  bytes = g_resource_lookup_data (val_catalogues_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize) length, error))
    return NULL;
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

/* A text of a list of texts; the list begins again at its end. */
const char *
val_catalogue_text (JsonObject *catalogue, const char *member, guint index)
{
  JsonArray *array = json_object_get_array_member (catalogue, member);

  return json_array_get_string_element (array, index % json_array_get_length (array));
}

/* The draft of a skill: texts from the catalogue, numbers from ours. */
ValSkill *
val_catalogue_skill (JsonObject *catalogue, guint index)
{
  JsonObject *texts
      = json_array_get_object_element (json_object_get_array_member (catalogue, "skills"), index);
  JsonObject *levels = json_object_get_object_member (texts, "levels");
  ValSkill *skill = val_skill_new ();

  g_assert (g_str_equal (json_object_get_string_member (texts, "key"), numbers[index].key));
  val_set_string (&skill->name, json_object_get_string_member (texts, "name"));
  val_set_string (&skill->category, json_object_get_string_member (texts, "category"));
  val_set_string (&skill->description, json_object_get_string_member (texts, "description"));
  for (int level = 0; level < VAL_N_LEVELS; level++)
    {
      g_autofree char *member = g_strdup_printf ("%d", level);

      if (json_object_has_member (levels, member))
        skill->level_texts[level] = g_strdup (json_object_get_string_member (levels, member));
    }
  skill->target = numbers[index].target * 1000;
  skill->weight = numbers[index].weight;
  skill->hours_per_level = numbers[index].hours_per_level * 1000;
  skill->wanted_cover = numbers[index].wanted_cover;
  skill->critical = numbers[index].critical;
  return skill;
}

static GHashTable *
known_names (ValDataset *dataset)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; dataset != NULL && i < val_dataset_n_skills (dataset); i++)
    g_hash_table_add (names, val_fold (val_dataset_skill (dataset, i)->name));
  return names;
}

/**
 * val_catalogue_starter_skills:
 * @language: "en", "pl", "el" or "fi"
 * @dataset: (nullable): the centre as it is
 * @error: set when the catalogue cannot be read
 *
 * Skills of customer service with levels in words, targets, weights and hours. Those that the
 * dataset has by name are left out. Any thread.
 *
 * Returns: (transfer full) (nullable): the edit, perhaps without operations
 */
ValEdit *
val_catalogue_starter_skills (const char *language, ValDataset *dataset, GError **error)
{
  g_autoptr (JsonObject) catalogue = val_catalogue_load (language, error);
  g_autoptr (GHashTable) known = NULL;
  ValEdit *edit;

  if (catalogue == NULL)
    return NULL;
  known = known_names (dataset);
  edit = val_edit_new (N_ ("Starter skills"), NULL);
  for (guint i = 0; i < VAL_CATALOGUE_N_SKILLS; i++)
    {
      g_autoptr (ValSkill) skill = val_catalogue_skill (catalogue, i);
      g_autofree char *name = val_fold (skill->name);

      if (!g_hash_table_contains (known, name))
        val_edit_put_skill (edit, skill);
    }
  return edit;
}
