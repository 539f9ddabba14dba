/* val-check.c: is a file a database of ours, and is it sound
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "val-bulk-range.h"
#include "val-contact-packs.h"
#include "val-i18n.h"
#include "val-plain-db.h"
#include "val-probe.h"
#include "val-search.h"
#include "val-store-error.h"

#define HEADER_SIZE 100
/* What is named of a damaged file; the rest is of the same kind. */
#define MAX_FINDINGS 5

/* Offsets in the first page, from https://www.sqlite.org/fileformat2.html, section 1.3. */
#define AT_PAGE_SIZE 16
#define AT_CHANGE_COUNTER 24
#define AT_PAGE_COUNT 28
#define AT_USER_VERSION 60
#define AT_APPLICATION_ID 68
#define AT_VALID_FOR 92

static guint32
read_u32 (const guchar *header, gsize at)
{
  return (guint32) header[at] << 24 | (guint32) header[at + 1] << 16
         | (guint32) header[at + 2] << 8 | header[at + 3];
}

static gboolean
read_header (const char *path, guchar *header, gsize *ret_got, gint64 *ret_size, GError **error)
{
  gssize got;
  struct stat st;
  int number;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    {
      val_store_set_errno (error, errno, path);
      return FALSE;
    }
  do
    got = pread (fd, header, HEADER_SIZE, 0);
  while (got < 0 && errno == EINTR);
  number = errno;
  if (got >= 0 && fstat (fd, &st) != 0)
    {
      number = errno;
      got = -1;
    }
  close (fd);
  if (got < 0)
    {
      if (number == EISDIR)
        val_store_set_error (error, VAL_STORE_ERROR_FOLDER);
      else
        val_store_set_errno (error, number, path);
      return FALSE;
    }
  *ret_got = (gsize) got;
  *ret_size = st.st_size;
  return TRUE;
}

static void
set_damaged (GError **error, const char *what)
{
  g_set_error_literal (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED, what);
}

static gboolean
is_blank (const guchar *header, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (header[i] != 0)
      return FALSE;
  return TRUE;
}

/* A database that was cut short: its own header says how many pages it had. */
static gboolean
is_cut_short (const guchar *header, gint64 size)
{
  guint32 page_size = (guint32) header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];

  if (page_size == 1)
    page_size = 65536;
  if (read_u32 (header, AT_CHANGE_COUNTER) != read_u32 (header, AT_VALID_FOR))
    return FALSE;
  return (gint64) read_u32 (header, AT_PAGE_COUNT) * page_size > size;
}

/**
 * val_check_header:
 * @path: a file that this process has not open
 * @error: return location
 *
 * Says from the first bytes alone, without SQLite, whether @path is a database of ours:
 * VAL_STORE_ERROR_NOT_FOUND, _DAMAGED (an empty file is damage, never a new database), _FOREIGN,
 * _FOLDER, _NEWER, or what the system answered. Layout: SQLite's file format, section 1.3.
 */
gboolean
val_check_header (const char *path, GError **error)
{
  guchar header[HEADER_SIZE] = { 0 };
  gsize got = 0;
  gint64 size = 0;
  gboolean ours;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!read_header (path, header, &got, &size, error))
    return FALSE;
  if (size == 0)
    {
      set_damaged (error, _("The file is damaged: it is empty."));
      return FALSE;
    }
  ours = got == HEADER_SIZE && read_u32 (header, AT_APPLICATION_ID) == VAL_DB_APPLICATION_ID;
  if (memcmp (header, "SQLite format 3", 16) != 0)
    {
      if (ours || is_blank (header, got))
        set_damaged (error, _("The file is damaged: its beginning was overwritten."));
      else
        val_store_set_error (error, VAL_STORE_ERROR_FOREIGN);
      return FALSE;
    }
  if (got == HEADER_SIZE && !ours)
    {
      val_store_set_error (error, VAL_STORE_ERROR_FOREIGN);
      return FALSE;
    }
  /* With a hot journal the length is not the last word: rolling back restores it. */
  if (got < HEADER_SIZE || (is_cut_short (header, size) && !val_plain_db_has_hot_journal (path)))
    {
      set_damaged (error, _("The file is damaged: its end is missing."));
      return FALSE;
    }
  if (read_u32 (header, AT_USER_VERSION) > VAL_DB_VERSION)
    {
      val_store_set_error (error, VAL_STORE_ERROR_NEWER);
      return FALSE;
    }
  return TRUE;
}

static void
add_finding (GPtrArray *findings, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_strdelimit (valid, "\n\r", ' ');
  g_strstrip (valid);
  g_ptr_array_add (findings, g_steal_pointer (&valid));
}

static char *
foreign_key_finding (sqlite3_stmt *statement)
{
  const char *table = (const char *) sqlite3_column_text (statement, 0);
  const char *parent = (const char *) sqlite3_column_text (statement, 2);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " → %s", table != NULL ? table : "?",
                          (gint64) sqlite3_column_int64 (statement, 1),
                          parent != NULL ? parent : "?");
}

/* Runs a check whose rows are findings; "ok" is none. */
static gboolean
collect (sqlite3 *db, const char *sql, gboolean foreign_keys, GPtrArray *findings, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      const char *text;

      code = sqlite3_step (statement);
      if (code != SQLITE_ROW || findings->len >= MAX_FINDINGS)
        break;
      text = (const char *) sqlite3_column_text (statement, 0);
      if (foreign_keys)
        g_ptr_array_add (findings, foreign_key_finding (statement));
      else if (g_strcmp0 (text, "ok") != 0)
        add_finding (findings, text != NULL ? text : "?");
    }
  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    {
      add_finding (findings, sqlite3_errmsg (db));
      return TRUE;
    }
  val_store_set_sqlite_error (error, db, code);
  return FALSE;
}

/* Trees whose upward way never ends would hang whoever walks them. */
static const char *const invariants[] = {
  "SELECT 'team ' || id FROM team WHERE id IN (WITH RECURSIVE up (start, at) AS "
  "(SELECT id, parent_id FROM team UNION SELECT up.start, team.parent_id FROM up "
  "JOIN team ON team.id = up.at) SELECT start FROM up WHERE start = at)",
  "SELECT 'skill ' || id FROM skill WHERE id IN (WITH RECURSIVE up (start, at) AS "
  "(SELECT id, parent_id FROM skill UNION SELECT up.start, skill.parent_id FROM up "
  "JOIN skill ON skill.id = up.at) SELECT start FROM up WHERE start = at)",
};

/* NULL is not in an empty list. */
#define NO_LABEL(column, kind)                                                                    \
  "(c." column " IS NOT NULL AND c." column " NOT IN (SELECT id FROM contact_label WHERE kind = "  \
  kind "))"

/* What no reference of the schema says about numbers. Of contacts that belong to no import the first
 * behind each import is named: to ask each of millions would take long. */
static const ValSearchInvariant number_invariants[] = {
  { "contact",
    "SELECT 'contact ' || id FROM (SELECT (SELECT min (id) FROM contact WHERE id > x) AS id FROM "
    "(SELECT -1 AS x UNION SELECT last_row FROM import WHERE kind IN " VAL_KINDS_OF_CONTACTS
    ")) AS c WHERE c.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM import AS i WHERE i.kind IN "
    VAL_KINDS_OF_CONTACTS " AND c.id BETWEEN i.first_row AND i.last_row)" },
  { "contact",
    "SELECT 'contact ' || c.id || ' → contact_label' FROM import AS i CROSS JOIN contact AS c "
    "ON c.id BETWEEN i.first_row AND i.last_row WHERE i.undone = 0 AND i.kind IN "
    VAL_KINDS_OF_CONTACTS " AND (" NO_LABEL ("agent", "0") " OR " NO_LABEL ("channel", "1") " OR "
    NO_LABEL ("topic", "2") ")" },
  { "forecast_interval",
    "SELECT 'forecast_interval → forecast ' || forecast_id FROM (SELECT DISTINCT forecast_id FROM "
    "forecast_interval) WHERE forecast_id NOT IN (SELECT id FROM forecast) AND forecast_id NOT IN "
    "(SELECT key FROM journal WHERE kind = 'forecast' AND op = 2)" },
  { NULL, NULL },
};

/* A file of an older schema, such as an old backup, lacks tables and is as sound as it was. */
static gboolean
has_table (sqlite3 *db, const char *name)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  return sqlite3_prepare_v2 (db, "SELECT 1 FROM sqlite_schema WHERE name = ?1", -1, &statement,
                             NULL)
             == SQLITE_OK
         && sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK
         && sqlite3_step (statement) == SQLITE_ROW;
}

/* Packs are read in place of rows. */
static gboolean
collect_packs (sqlite3 *db, GPtrArray *findings, GError **error)
{
  gint64 wrong;

  if (!has_table (db, "contact_pack"))
    return TRUE;
  if (!val_contact_packs_check (db, &wrong, error))
    return FALSE;
  if (wrong != 0)
    g_ptr_array_add (findings, g_strdup_printf ("contact_pack %" G_GINT64_FORMAT, wrong));
  return TRUE;
}

static gboolean
collect_all (sqlite3 *db, const ValSearchInvariant *questions, GPtrArray *findings, GError **error)
{
  for (; questions->table != NULL; questions++)
    if (has_table (db, questions->table)
        && !collect (db, questions->sql, FALSE, findings, error))
      return FALSE;
  return TRUE;
}

static gboolean
run_checks (sqlite3 *db, gboolean whole, GPtrArray *findings, GError **error)
{
  if (!collect (db, whole ? "PRAGMA integrity_check(5)" : "PRAGMA quick_check(5)", FALSE, findings,
                error))
    return FALSE;
  /* Keys of rows that cannot be read say nothing. */
  if (findings->len > 0 || !whole)
    return TRUE;
  if (!collect (db, "PRAGMA foreign_key_check", TRUE, findings, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (invariants); i++)
    if (!collect (db, invariants[i], FALSE, findings, error))
      return FALSE;
  return collect_all (db, number_invariants, findings, error)
         && collect_packs (db, findings, error)
         && (!has_table (db, "search_text")
             || collect_all (db, val_search_invariants, findings, error));
}

static gboolean
check (sqlite3 *db, gboolean whole, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (!run_checks (db, whole, findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_ptr_array_add (findings, NULL);
  list = g_strjoinv ("; ", (char **) findings->pdata);
  /* Translators: %s lists what is damaged, in the words of the database engine. */
  g_set_error (error, VAL_STORE_ERROR, VAL_STORE_ERROR_DAMAGED, _("The file is damaged: %s"), list);
  return FALSE;
}

/**
 * val_check_db:
 * @db: a connection to a database of ours with the newest schema
 * @error: return location
 *
 * The whole check: every page, every index, every reference, and our own rules that trees have no
 * circles and that what is written can be found. The error names what is damaged. Takes time in
 * proportion to the file.
 */
gboolean
val_check_db (sqlite3 *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return check (db, TRUE, error);
}

/**
 * val_check_db_quick:
 * @db: a connection
 * @error: return location
 *
 * SQLite's quick_check: every page and row, not the indexes.
 */
gboolean
val_check_db_quick (sqlite3 *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return check (db, FALSE, error);
}

/**
 * val_store_check_file:
 * @path: a file that no store has open
 * @error: return location
 *
 * Whether @path is a sound database of ours. An interrupted transaction is rolled back first, as
 * opening would, after file and journal were copied aside. The error names what is damaged.
 * Blocks; any thread.
 *
 * Returns: %TRUE when it is sound
 */
gboolean
val_store_check_file (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  gboolean hot;

  g_return_val_if_fail (path != NULL, FALSE);

  /* Looking into a file that is open in this process would drop its locks. */
  if (val_probe_is_claimed (path))
    {
      val_store_set_error (error, VAL_STORE_ERROR_BUSY);
      return FALSE;
    }
  if (!val_restore_resume (path, error) || !val_check_header (path, error))
    return FALSE;
  hot = val_plain_db_has_hot_journal (path);
  if (hot && !val_backup_keep_hot_journal (path, NULL, error))
    return FALSE;
  db = val_plain_db_open (path, hot ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);
  return db != NULL && val_check_db (db, error);
}
