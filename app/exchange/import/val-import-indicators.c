/* val-import-indicators.c: which indicator a text names
 *
 * By its own name, its key, and what its preset is called in any of the four languages: a file
 * need not be written in the language of the window.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-indicators.h"

#include "val-i18n.h"
#include "val-import-words.h"

struct _ValImportIndicators
{
  ValDataset *dataset; /* nullable */
  GPtrArray *presets;  /* of ValIndicator */
  GHashTable *names;   /* normal form -> const ValIndicator */
};

static const char *const languages[] = { "en", "pl", "el", "fi" };

static void
add_name (ValImportIndicators *self, const char *name, const ValIndicator *indicator)
{
  char *normal = val_import_words_normalise (name, -1);

  if (normal[0] == '\0' || g_hash_table_contains (self->names, normal))
    g_free (normal);
  else
    g_hash_table_insert (self->names, normal, (gpointer) indicator);
}

static void
add_indicator (ValImportIndicators *self, const ValIndicator *indicator)
{
  add_name (self, indicator->name, indicator);
  add_name (self, val_indicator_get_name (indicator), indicator);
  add_name (self, indicator->key, indicator);
}

/* The names that the presets have in each language, for the indicators that came from them. */
static void
add_translations (ValImportIndicators *self, GHashTable *by_key)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      val_i18n_push (languages[l]);
      for (guint i = 0; i < self->presets->len; i++)
        {
          const ValIndicator *preset = g_ptr_array_index (self->presets, i);
          const ValIndicator *indicator
              = by_key == NULL ? preset : g_hash_table_lookup (by_key, preset->key);

          if (indicator != NULL)
            add_name (self, val_indicator_get_name (preset), indicator);
        }
      val_i18n_pop ();
    }
}

/**
 * val_import_indicators_new:
 * @dataset: (nullable): the centre; without one only the presets are known
 *
 * Any thread.
 *
 * Returns: (transfer full): the names of its indicators
 */
ValImportIndicators *
val_import_indicators_new (ValDataset *dataset)
{
  ValImportIndicators *self = g_new0 (ValImportIndicators, 1);
  g_autoptr (GHashTable) by_key = NULL;
  GPtrArray *terms = NULL;

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->presets = val_indicators_new_default (&terms);
  g_ptr_array_unref (terms);
  if (dataset != NULL)
    {
      self->dataset = val_dataset_ref (dataset);
      by_key = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_INDICATOR); i++)
        {
          const ValIndicator *indicator = val_dataset_record (dataset, VAL_RECORD_INDICATOR, i);

          add_indicator (self, indicator);
          if (indicator->key[0] != '\0' && !g_hash_table_contains (by_key, indicator->key))
            g_hash_table_insert (by_key, indicator->key, (gpointer) indicator);
        }
    }
  else
    for (guint i = 0; i < self->presets->len; i++)
      add_indicator (self, g_ptr_array_index (self->presets, i));
  add_translations (self, by_key);
  return self;
}

/**
 * val_import_indicators_free:
 * @self: (transfer full) (nullable): names of indicators
 */
void
val_import_indicators_free (ValImportIndicators *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->presets);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  g_free (self);
}

/**
 * val_import_indicators_find:
 * @text: UTF-8
 * @length: its bytes, or -1
 *
 * Returns: (transfer none) (nullable): the indicator it names; one of the presets, without an id,
 *   when there is no dataset
 */
const ValIndicator *
val_import_indicators_find (ValImportIndicators *self, const char *text, gssize length)
{
  g_autofree char *normal = val_import_words_normalise (text, length);

  return g_hash_table_lookup (self->names, normal);
}
