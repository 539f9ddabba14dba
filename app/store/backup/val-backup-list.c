/* val-backup-list.c: names of backups, which are due, which are kept
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup is named NAME-YYYY-MM-DD-HHMMSS-REASON.EXT by the local clock; everything about it is
 * in the name, so that nothing needs to be remembered elsewhere.
 */
#include "val-backup-private.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "val-files.h"
#include "val-store-error.h"

#define STAMP_LENGTH 17 /* 2026-11-22-233405 */
/* A temporary file older than this belongs to no backup under way. */
#define STALE_SECONDS (60 * 60)

typedef struct
{
  const char *reason;
  guint keep; /* 0: all */
} Rule;

static const Rule rules[] = {
  { VAL_BACKUP_DAILY, 7 },
  { VAL_BACKUP_WEEKLY, 4 },
  { VAL_BACKUP_MONTHLY, 3 },
  { VAL_BACKUP_PINNED, 0 },
  { VAL_BACKUP_BEFORE_IMPORT, 5 },
  { VAL_BACKUP_BEFORE_MIGRATION, 5 },
  { VAL_BACKUP_BEFORE_RESTORE, 5 },
  { VAL_BACKUP_BEFORE_DELETE, 5 },
  { VAL_BACKUP_INTERRUPTED, 3 },
};

/**
 * val_backup_dup_folder:
 * @path: the database
 *
 * Returns: (transfer full): the folder "backups" beside it
 */
char *
val_backup_dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* "valmius.db" into "valmius" and ".db". */
static void
split_name (const char *path, char **ret_stem, char **ret_extension)
{
  char *stem = g_path_get_basename (path);
  char *dot = strrchr (stem, '.');

  *ret_extension = g_strdup (dot != NULL && dot != stem ? dot : "");
  if (dot != NULL && dot != stem)
    *dot = '\0';
  *ret_stem = stem;
}

/**
 * val_backup_dup_new_name:
 * @path: the database
 * @reason: one of VAL_BACKUP_*
 * @error: return location
 *
 * Makes the backups folder when it is missing, and finds a name in it that is free.
 *
 * Returns: (transfer full) (nullable): the path
 */
char *
val_backup_dup_new_name (const char *path, const char *reason, GError **error)
{
  g_autofree char *folder = val_backup_dup_folder (path);
  g_autofree char *stem = NULL;
  g_autofree char *extension = NULL;
  g_autoptr (GDateTime) at = g_date_time_new_now_local ();

  if (!val_files_make_folder (folder, error))
    return NULL;
  split_name (path, &stem, &extension);
  /* Two in one second: the later one takes the next second that is free. */
  for (int attempt = 0; attempt < 1000; attempt++)
    {
      g_autoptr (GDateTime) later = g_date_time_add_seconds (at, attempt);
      g_autofree char *stamp = g_date_time_format (later, "%Y-%m-%d-%H%M%S");
      g_autofree char *name = g_strdup_printf ("%s/%s-%s-%s%s", folder, stem, stamp, reason,
                                               extension);

      if (!val_files_exists (name))
        return g_steal_pointer (&name);
    }
  val_store_set_error (error, VAL_STORE_ERROR_EXISTS);
  return NULL;
}

static gboolean
parse_stamp (const char *stamp, gint64 *ret_at)
{
  static const char shape[] = "dddd-dd-dd-dddddd";
  int part[6];
  g_autoptr (GDateTime) at = NULL;

  for (int i = 0; i < STAMP_LENGTH; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (stamp[i]) : stamp[i] != shape[i])
      return FALSE;
  part[0] = (int) g_ascii_strtoll (stamp, NULL, 10);
  for (int i = 1; i < 6; i++)
    {
      static const int starts[] = { 0, 5, 8, 11, 13, 15 };

      part[i] = (stamp[starts[i]] - '0') * 10 + (stamp[starts[i] + 1] - '0');
    }
  at = g_date_time_new_local (part[0], part[1], part[2], part[3], part[4], part[5]);
  if (at == NULL)
    return FALSE;
  *ret_at = g_date_time_to_unix (at);
  return TRUE;
}

/* @path: the database
 * @name: the base name of a file in its backups folder
 * @ret_at: (out): when it was made, seconds since 1970
 * @ret_reason: (out) (transfer full): why
 *
 * Whether @name is that of a backup of @path. */
static gboolean
parse_name (const char *path, const char *name, gint64 *ret_at, char **ret_reason)
{
  g_autofree char *stem = NULL;
  g_autofree char *extension = NULL;
  g_autofree char *prefix = NULL;
  const char *stamp;

  split_name (path, &stem, &extension);
  prefix = g_strconcat (stem, "-", NULL);
  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, extension))
    return FALSE;
  stamp = name + strlen (prefix);
  if (strlen (stamp) <= STAMP_LENGTH + 1 + strlen (extension) || stamp[STAMP_LENGTH] != '-'
      || !parse_stamp (stamp, ret_at))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *tail = g_strconcat (rules[i].reason, extension, NULL);

      if (strcmp (stamp + STAMP_LENGTH + 1, tail) == 0)
        {
          *ret_reason = g_strdup (rules[i].reason);
          return TRUE;
        }
    }
  return FALSE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ValBackupInfo *first = *(ValBackupInfo *const *) a;
  const ValBackupInfo *second = *(ValBackupInfo *const *) b;

  if (first->at != second->at)
    return first->at < second->at ? 1 : -1;
  return strcmp (second->path, first->path);
}

/* Newest first, not looked into; an unreadable or missing folder holds none. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) val_backup_info_free);
  g_autofree char *folder = val_backup_dup_folder (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *reason = NULL;
      gint64 at = 0;
      ValBackupInfo *info;

      if (!parse_name (path, name, &at, &reason))
        continue;
      info = g_new0 (ValBackupInfo, 1);
      info->path = g_build_filename (folder, name, NULL);
      info->reason = g_steal_pointer (&reason);
      info->at = at;
      g_ptr_array_add (list, info);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

static void
look_into (ValBackupInfo *info)
{
  struct stat st;

  if (stat (info->path, &st) == 0)
    info->size = st.st_size;
  info->good = val_backup_verify (info->path, NULL);
}

/**
 * val_store_list_backups:
 * @path: the database
 * @error: return location; a missing folder is no error
 *
 * What lies in its backups folder; every one is read and checked, so this takes time: run it in a
 * worker thread.
 *
 * Returns: (transfer container) (element-type ValBackupInfo): newest first
 */
GPtrArray *
val_store_list_backups (const char *path, GError **error)
{
  GPtrArray *list;

  g_return_val_if_fail (path != NULL, NULL);

  list = list_names (path);
  for (guint i = list->len; i > 0; i--)
    {
      ValBackupInfo *info = g_ptr_array_index (list, i - 1);

      if (strcmp (info->reason, VAL_BACKUP_INTERRUPTED) == 0)
        g_ptr_array_remove_index (list, i - 1);
      else
        look_into (info);
    }
  return list;
}

/**
 * val_backup_info_free:
 * @self: (nullable): a backup's description
 */
void
val_backup_info_free (ValBackupInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

static gboolean
is_of_period (gint64 at, gint64 now, const char *reason)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);

  if (strcmp (reason, VAL_BACKUP_MONTHLY) == 0)
    return g_date_time_get_year (then) == g_date_time_get_year (today)
           && g_date_time_get_month (then) == g_date_time_get_month (today);
  if (strcmp (reason, VAL_BACKUP_WEEKLY) == 0)
    return g_date_time_get_week_numbering_year (then) == g_date_time_get_week_numbering_year (today)
           && g_date_time_get_week_of_year (then) == g_date_time_get_week_of_year (today);
  return g_date_time_get_year (then) == g_date_time_get_year (today)
         && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today);
}

/**
 * val_backup_due:
 * @path: the database
 * @now: seconds since 1970
 *
 * Which backup is to be made by itself. The first of a month is the monthly one, the first of an
 * ISO week the weekly one, else the first of a day the daily one. Counting is by the names that
 * are there, never by age, so a clock that jumps makes at most one too many.
 *
 * Returns: (nullable): VAL_BACKUP_MONTHLY, _WEEKLY or _DAILY; %NULL when today has one
 */
const char *
val_backup_due (const char *path, gint64 now)
{
  g_autoptr (GPtrArray) list = list_names (path);
  gboolean month = FALSE;
  gboolean week = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const ValBackupInfo *info = g_ptr_array_index (list, i);
      gboolean is_month = strcmp (info->reason, VAL_BACKUP_MONTHLY) == 0;
      gboolean is_week = strcmp (info->reason, VAL_BACKUP_WEEKLY) == 0;

      if (!is_month && !is_week && strcmp (info->reason, VAL_BACKUP_DAILY) != 0)
        continue;
      if (is_of_period (info->at, now, VAL_BACKUP_DAILY))
        return NULL;
      month = month || (is_month && is_of_period (info->at, now, VAL_BACKUP_MONTHLY));
      week = week || ((is_week || is_month) && is_of_period (info->at, now, VAL_BACKUP_WEEKLY));
    }
  if (!month)
    return VAL_BACKUP_MONTHLY;
  return week ? VAL_BACKUP_DAILY : VAL_BACKUP_WEEKLY;
}

static void
remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = (gint64) time (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat st;

      if (g_str_has_prefix (name, VAL_BACKUP_TEMP_PREFIX) && strstr (name, ".tmp") != NULL
          && lstat (path, &st) == 0 && S_ISREG (st.st_mode)
          && (st.st_mtime < now - STALE_SECONDS || st.st_mtime > now + STALE_SECONDS))
        unlink (path);
    }
}

/**
 * val_backup_rotate:
 * @path: the database
 *
 * Removes what is beyond 7 daily, 4 weekly and 3 monthly backups, 5 of each kind made before
 * something, and 3 interrupted states; pinned ones stay. Only to be called after a good backup
 * was made.
 */
void
val_backup_rotate (const char *path)
{
  g_autoptr (GPtrArray) list = list_names (path);
  g_autofree char *folder = val_backup_dup_folder (path);

  for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
    {
      guint seen = 0;

      for (guint i = 0; i < list->len; i++)
        {
          const ValBackupInfo *info = g_ptr_array_index (list, i);

          if (strcmp (info->reason, rules[rule].reason) == 0 && rules[rule].keep > 0
              && ++seen > rules[rule].keep)
            val_backup_remove (info->path);
        }
    }
  remove_stale (folder);
}
