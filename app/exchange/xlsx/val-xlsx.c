/* val-xlsx.c: reading workbooks (Office Open XML)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ECMA-376, part 1: workbook 18.2, sheet data 18.3; part 2: relationships 6.5.
 */
#include "val-xlsx-private.h"

#include <string.h>

#include "val-i18n.h"
#include "val-import-plan.h"

#define MAX_SHEETS 1024

/* val_xlsx_ref: (transfer full). Any thread. */
ValXlsx *
val_xlsx_ref (ValXlsx *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* val_xlsx_watch: see the header; @cancellable is kept */
void
val_xlsx_watch (ValXlsx *self, GCancellable *cancellable, ValXlsxProgress progress, gpointer data)
{
  g_set_object (&self->cancellable, cancellable);
  self->progress = progress;
  self->progress_data = data;
}

/* val_xlsx_unref: (nullable) (transfer full). Any thread. */
void
val_xlsx_unref (ValXlsx *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->csv, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->parts);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_byte_array_unref (self->formats);
  g_string_free (self->text, TRUE);
  g_array_unref (self->strings);
  g_free (self);
}

/**
 * val_xlsx_is_likely:
 * @bytes: a file
 *
 * Returns: whether it begins as a workbook does. Any thread.
 */
gboolean
val_xlsx_is_likely (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 4 && memcmp (data, "PK\3\4", 4) == 0;
}

/* Relationships of one part: id -> target, and by the end of the type. */
typedef struct
{
  GHashTable *by_id;
  GHashTable *by_type;
} Relations;

static void
relations_start (gpointer data, const char *name, const char **attributes)
{
  Relations *self = data;
  const char *id = val_xlsx_attribute (attributes, "Id");
  const char *type = val_xlsx_attribute (attributes, "Type");
  const char *target = val_xlsx_attribute (attributes, "Target");
  const char *slash;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  slash = strrchr (type, '/');
  g_hash_table_insert (self->by_id, g_strdup (id), g_strdup (target));
  g_hash_table_insert (self->by_type, g_strdup (slash != NULL ? slash + 1 : type),
                       g_strdup (target));
}

static void
relations_clear (Relations *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_type, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

static gboolean
load_relations (GBytes *bytes, const char *part, Relations *relations, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *file = g_path_get_basename (part);
  /* The folder of a part that lies at the top is called "." here. */
  g_autofree char *path = *part == '\0' ? g_strdup ("_rels/.rels")
                          : strcmp (folder, ".") == 0
                              ? g_strdup_printf ("_rels/%s.rels", file)
                              : g_strdup_printf ("%s/_rels/%s.rels", folder, file);
  ValXlsxParse parse = { .start = relations_start, .self = relations };
  g_autoptr (GError) inner = NULL;

  relations->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  relations->by_type = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (val_xlsx_parse_part (bytes, path, &parse, NULL, &inner) || inner == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* The part that @target means, seen from @part; NULL stays NULL. */
static char *
resolve_part (const char *part, const char *target)
{
  g_autofree char *folder = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *whole = NULL;

  if (target == NULL)
    return NULL;
  if (*target == '/')
    return g_strdup (target + 1);
  folder = g_path_get_dirname (part);
  joined = g_build_filename ("/", folder, target, NULL);
  whole = g_canonicalize_filename (joined, "/");
  return g_strdup (whole + 1);
}

typedef struct
{
  ValXlsx *book;
  const Relations *relations;
  const char *part;
} Workbook;

/* No two sheets share a part, and nobody chooses among more of them. */
static void
add_sheet (ValXlsx *book, const char *label, char *take_part)
{
  g_autofree char *part = take_part;

  if (book->parts->len >= MAX_SHEETS
      || g_ptr_array_find_with_equal_func (book->parts, part, g_str_equal, NULL))
    return;
  g_ptr_array_add (book->names, g_strdup (label));
  g_ptr_array_add (book->parts, g_steal_pointer (&part));
}

static void
workbook_start (gpointer data, const char *name, const char **attributes)
{
  Workbook *self = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      const char *from_1904 = val_xlsx_attribute (attributes, "date1904");

      self->book->from_1904 = g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
    }
  else if (strcmp (name, "sheet") == 0)
    {
      const char *label = val_xlsx_attribute (attributes, "name");
      const char *id = NULL;
      const char *target;

      /* r:id and not sheetId, which also ends in id. */
      for (guint i = 0; attributes[i] != NULL; i += 2)
        if (g_str_has_suffix (attributes[i], ":id") || strcmp (attributes[i], "id") == 0)
          id = attributes[i + 1];
      target = id != NULL ? g_hash_table_lookup (self->relations->by_id, id) : NULL;
      if (label == NULL || target == NULL || strstr (target, "chartsheet") != NULL)
        return;
      add_sheet (self->book, label, resolve_part (self->part, target));
    }
}

static gboolean
load_workbook (ValXlsx *self, const char *part, GError **error)
{
  g_auto (Relations) relations = { NULL, NULL };
  Workbook workbook = { self, &relations, part };
  ValXlsxParse parse = { .start = workbook_start, .self = &workbook };
  g_autoptr (GError) inner = NULL;

  if (!load_relations (self->bytes, part, &relations, error))
    return FALSE;
  self->strings_part
      = resolve_part (part, g_hash_table_lookup (relations.by_type, "sharedStrings"));
  self->styles_part = resolve_part (part, g_hash_table_lookup (relations.by_type, "styles"));
  if (val_xlsx_parse_part (self->bytes, part, &parse, NULL, &inner) && self->names->len > 0)
    return TRUE;
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  else
    g_set_error_literal (error, VAL_EXCHANGE_ERROR, VAL_EXCHANGE_ERROR_NOT_A_TABLE,
                         _ ("There is no sheet with cells in this file."));
  return FALSE;
}

/**
 * val_xlsx_open:
 * @bytes: the file
 * @error: a translated sentence that says what is wrong
 *
 * Reads which sheets there are. Any thread.
 *
 * Returns: (transfer full) (nullable): the workbook
 */
ValXlsx *
val_xlsx_open (GBytes *bytes, GError **error)
{
  g_autoptr (ValXlsx) self = g_new0 (ValXlsx, 1);
  g_auto (Relations) relations = { NULL, NULL };
  g_autofree char *part = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_byte_array_new ();
  self->text = g_string_new (NULL);
  self->strings = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!load_relations (bytes, "", &relations, error))
    return NULL;
  part = resolve_part ("", g_hash_table_lookup (relations.by_type, "officeDocument"));
  if (!load_workbook (self, part != NULL ? part : "xl/workbook.xml", error))
    return NULL;
  return g_steal_pointer (&self);
}

/* val_xlsx_n_sheets: sheets with cells; those that are a chart are left out. */
guint
val_xlsx_n_sheets (const ValXlsx *self)
{
  return self->names->len;
}

/* val_xlsx_sheet_name: (transfer none) */
const char *
val_xlsx_sheet_name (const ValXlsx *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->names->len, NULL);
  return g_ptr_array_index (self->names, sheet);
}

/* val_xlsx_find_sheet: by its exact name. */
gboolean
val_xlsx_find_sheet (const ValXlsx *self, const char *name, guint *ret_sheet)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->names, i), name) == 0)
      {
        *ret_sheet = i;
        return TRUE;
      }
  return FALSE;
}
