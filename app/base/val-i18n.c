/* val-i18n.c: the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n-private.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "val-config.h"

/* The languages of the program with the locale that sorts as that country does. English has no
 * catalogue: it is what the source says. */
static const struct
{
  const char *language;
  const char *locale;
} languages[] = {
  { "en", "en_GB.UTF-8" },
  { "pl", "pl_PL.UTF-8" },
  { "el", "el_GR.UTF-8" },
  { "fi", "fi_FI.UTF-8" },
};

static const char *current_language = "en";

/* val_i18n_known_language: (transfer none) (nullable): of a name as "pl" or "pl_PL.UTF-8" */
const char *
val_i18n_known_language (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gsize length = strlen (languages[i].language);

      if (strncmp (name, languages[i].language, length) == 0
          && (name[length] == '\0' || strchr ("_.@", name[length]) != NULL))
        return languages[i].language;
    }
  return NULL;
}

/* The first language we speak, in the order gettext would ask for them. LANGUAGE counts even
 * where the locale is plain C, which gettext would not do. */
static const char *
language_from_environment (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *list = g_getenv ("LANGUAGE");

  if (list != NULL && *list != '\0')
    {
      g_auto (GStrv) names = g_strsplit (list, ":", -1);

      for (gsize i = 0; names[i] != NULL; i++)
        if (val_i18n_known_language (names[i]) != NULL)
          return val_i18n_known_language (names[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return val_i18n_known_language (value) != NULL ? val_i18n_known_language (value) : "en";
    }
  return "en";
}

/* val_i18n_dup_folder: (transfer full): where the translations are; a program that runs from its
 * build folder finds them beside it */
char *
val_i18n_dup_folder (void)
{
  const char *for_tests = g_getenv ("VAL_TEST_LOCALEDIR");
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *catalogue = NULL;

  if (for_tests != NULL)
    return g_strdup (for_tests);
  if (executable == NULL)
    return g_strdup (VAL_LOCALEDIR);
  folder = g_path_get_dirname (executable);
  catalogue = g_build_filename (folder, "po", "pl", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  if (g_file_test (catalogue, G_FILE_TEST_EXISTS))
    return g_build_filename (folder, "po", NULL);
  return g_strdup (VAL_LOCALEDIR);
}

static void
set_locale (const char *language)
{
  const char *messages;

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i].language, language) == 0)
      setlocale (LC_COLLATE, languages[i].locale);

  /* In plain C gettext gives English whatever LANGUAGE says, and text is not UTF-8. */
  messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (!g_str_has_suffix (setlocale (LC_CTYPE, NULL), "UTF-8")
      && !g_str_has_suffix (setlocale (LC_CTYPE, NULL), "utf8"))
    setlocale (LC_CTYPE, "C.UTF-8");
  /* Numbers are formatted and read by val-format.h; files want a decimal point. */
  setlocale (LC_NUMERIC, "C");
}

/**
 * val_i18n_init:
 * @language: (nullable): "en", "pl", "el" or "fi"; %NULL: as the environment says
 *
 * Chooses the interface language for the whole process and binds the translations. A locale that
 * is not installed is no obstacle. Call it once, first thing in main (), before other threads;
 * calling it again changes the language of what is said from then on (the command line and tests
 * do that).
 */
void
val_i18n_init (const char *language)
{
  g_autofree char *folder = val_i18n_dup_folder ();
  const char *chosen = language != NULL ? val_i18n_known_language (language) : NULL;

  if (chosen == NULL)
    chosen = language_from_environment ();
  current_language = chosen;
  g_setenv ("LANGUAGE", chosen, TRUE);
  set_locale (chosen);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * val_i18n_language:
 *
 * Returns: (transfer none): the language that is spoken: "en", "pl", "el" or "fi"; the interface's,
 *   unless this thread was told another one
 */
const char *
val_i18n_language (void)
{
  const char *mine = val_i18n_override ();

  return mine != NULL ? mine : current_language;
}

/**
 * val_i18n_context:
 * @context_and_id: context, \004, message
 * @id: the message alone
 *
 * What C_() stands for. Returns: (transfer none): the translation, or @id without one.
 */
const char *
val_i18n_context (const char *context_and_id, const char *id)
{
  const char *translation = val_i18n_text (context_and_id);

  return translation == context_and_id ? id : translation;
}
