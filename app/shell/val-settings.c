/* val-settings.c: what the window remembers of itself
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-settings.h"

#include "val-config.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) beside = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  /* Running from the build folder: the compiled schema lies in its resources folder. It wins over
   * an installed one, which may be of another version. */
  if (program != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (program);
      g_autofree char *path = g_build_filename (folder, "resources", NULL);

      beside = g_settings_schema_source_new_from_directory (path, installed, TRUE, NULL);
    }
  if (beside == NULL && installed == NULL)
    return NULL;
  return g_settings_schema_source_lookup (beside != NULL ? beside : installed, VAL_APP_ID, TRUE);
}

/**
 * val_settings_get_default:
 *
 * A missing schema ends a program that uses GSettings carelessly; here it only means that nothing
 * is remembered.
 *
 * Returns: (transfer none) (nullable): the settings
 */
GSettings *
val_settings_get_default (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      g_autoptr (GSettingsSchema) schema = NULL;

      looked = TRUE;
      schema = find_schema ();
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

static gboolean
has_key (const char *key)
{
  GSettings *settings = val_settings_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return FALSE;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key);
}

/**
 * val_settings_get_int:
 *
 * Returns: what is remembered under @key, or @fallback
 */
int
val_settings_get_int (const char *key, int fallback)
{
  return has_key (key) ? g_settings_get_int (val_settings_get_default (), key) : fallback;
}

/**
 * val_settings_get_boolean:
 *
 * Returns: what is remembered under @key, or @fallback
 */
gboolean
val_settings_get_boolean (const char *key, gboolean fallback)
{
  return has_key (key) ? g_settings_get_boolean (val_settings_get_default (), key) : fallback;
}

/**
 * val_settings_set_int:
 *
 * Remembers @value, when there is a place for it.
 */
void
val_settings_set_int (const char *key, int value)
{
  if (has_key (key))
    g_settings_set_int (val_settings_get_default (), key, value);
}

/**
 * val_settings_set_boolean:
 *
 * Remembers @value, when there is a place for it.
 */
void
val_settings_set_boolean (const char *key, gboolean value)
{
  if (has_key (key))
    g_settings_set_boolean (val_settings_get_default (), key, value);
}
