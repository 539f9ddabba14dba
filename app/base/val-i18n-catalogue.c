/* val-i18n-catalogue.c: one thread speaking another language for a while
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-i18n-private.h"

#include <string.h>

#include "val-config.h"

#define MO_MAGIC 0x950412de

/* A compiled catalogue as msgfmt writes it, in this machine's byte order (the only one that the
 * build makes). gettext itself knows one language a process; a session sheet in the agent's
 * language must not make the windows around it speak that language too. */
typedef struct
{
  GMappedFile *file;
  GHashTable *texts; /* msgid up to its first NUL -> its translations, one after another */
} Catalogue;

static GPrivate override; /* an Override of this thread */

typedef struct
{
  const char *language; /* static */
  const Catalogue *catalogue; /* NULL: what the source says */
} Override;

static gboolean
read_texts (Catalogue *self)
{
  const char *data = g_mapped_file_get_contents (self->file);
  gsize length = g_mapped_file_get_length (self->file);
  guint32 head[5]; /* magic, revision, count, place of ids, place of translations */

  if (length < sizeof head)
    return FALSE;
  memcpy (head, data, sizeof head);
  if (head[0] != MO_MAGIC || head[2] > length / 16 || head[3] > length - 8 * head[2]
      || head[4] > length - 8 * head[2])
    return FALSE;
  for (guint32 i = 0; i < head[2]; i++)
    {
      guint32 id[2], text[2]; /* length, place; a NUL follows */

      memcpy (id, data + head[3] + 8 * i, sizeof id);
      memcpy (text, data + head[4] + 8 * i, sizeof text);
      if (id[1] >= length || id[0] >= length - id[1] || text[1] >= length
          || text[0] >= length - text[1] || data[id[1] + id[0]] != '\0'
          || data[text[1] + text[0]] != '\0')
        return FALSE;
      g_hash_table_insert (self->texts, (gpointer) (data + id[1]), (gpointer) (data + text[1]));
    }
  return TRUE;
}

/* Read once, kept for the life of the program; NULL: there is none. */
static const Catalogue *
find_catalogue (const char *language)
{
  static GMutex lock;
  static GHashTable *known;
  Catalogue *catalogue;

  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue = g_hash_table_lookup (known, language);
  if (catalogue == NULL)
    {
      g_autofree char *folder = val_i18n_dup_folder ();
      g_autofree char *path
          = g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      catalogue = g_new0 (Catalogue, 1);
      catalogue->file = g_mapped_file_new (path, FALSE, NULL);
      catalogue->texts = g_hash_table_new (g_str_hash, g_str_equal);
      if (catalogue->file == NULL || !read_texts (catalogue))
        g_hash_table_remove_all (catalogue->texts);
      g_hash_table_insert (known, (gpointer) language, catalogue);
    }
  g_mutex_unlock (&lock);
  return catalogue;
}

/**
 * val_i18n_push:
 * @language: (nullable): "en", "pl", "el" or "fi"; %NULL: stay with the interface language
 *
 * From here to val_i18n_pop () this thread speaks @language; others go on as before. Not nested.
 */
void
val_i18n_push (const char *language)
{
  const char *known = language != NULL ? val_i18n_known_language (language) : NULL;
  Override *mine;

  g_return_if_fail (g_private_get (&override) == NULL);
  if (known == NULL)
    return;
  mine = g_new0 (Override, 1);
  mine->language = known;
  mine->catalogue = strcmp (known, "en") == 0 ? NULL : find_catalogue (known);
  g_private_set (&override, mine);
}

/**
 * val_i18n_pop:
 *
 * This thread speaks the interface language again.
 */
void
val_i18n_pop (void)
{
  g_free (g_private_get (&override));
  g_private_set (&override, NULL);
}

/* val_i18n_override: (nullable): the language this thread speaks instead of the interface's */
const char *
val_i18n_override (void)
{
  const Override *mine = g_private_get (&override);

  return mine != NULL ? mine->language : NULL;
}

static const char *
look_up (const Override *mine, const char *id)
{
  return mine->catalogue != NULL ? g_hash_table_lookup (mine->catalogue->texts, id) : NULL;
}

/**
 * val_i18n_text:
 * @id: what the source says
 *
 * What _() stands for.
 *
 * Returns: (transfer none): the translation, or @id without one
 */
const char *
val_i18n_text (const char *id)
{
  const Override *mine = g_private_get (&override);
  const char *found;

  if (mine == NULL)
    return gettext (id);
  found = look_up (mine, id);
  return found != NULL ? found : id;
}

/**
 * val_i18n_context_of:
 * @context: the context
 * @id: what the source says
 *
 * Returns: (transfer none): the translation, or @id without one
 */
const char *
val_i18n_context_of (const char *context, const char *id)
{
  const Override *mine = g_private_get (&override);
  g_autofree char *key = NULL;
  const char *found;

  if (mine == NULL)
    return g_dpgettext2 (NULL, context, id);
  key = g_strconcat (context, "\004", id, NULL);
  found = look_up (mine, key);
  return found != NULL ? found : id;
}

/* The forms of our languages, as their catalogues say in Plural-Forms. */
static guint
plural_form (const char *language, gulong n)
{
  gulong ones = n % 10, tens = n % 100;

  if (strcmp (language, "pl") != 0)
    return n == 1 ? 0 : 1;
  if (n == 1)
    return 0;
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

/**
 * val_i18n_plural:
 * @one: what the source says of one
 * @many: what it says of another number
 * @n: how many
 *
 * What ngettext () stands for.
 *
 * Returns: (transfer none): the translation for @n, or @one or @many without one
 */
const char *
val_i18n_plural (const char *one, const char *many, gulong n)
{
  const Override *mine = g_private_get (&override);
  const char *found;

  if (mine == NULL)
    return dngettext (NULL, one, many, n);
  found = look_up (mine, one);
  if (found == NULL)
    return n == 1 ? one : many;
  for (guint i = plural_form (mine->language, n); i > 0; i--)
    found += strlen (found) + 1;
  return found;
}
