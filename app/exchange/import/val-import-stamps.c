/* val-import-stamps.c: when a row happened
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cell.h"
#include "val-i18n.h"
#include "val-import-run-private.h"

/* Finds the columns that say when. */
void
val_import_stamps_init (ValImportStamps *self, ValImportRun *run)
{
  *self = (ValImportStamps){
    .run = run,
    .start = val_import_mapping_column (run->plan, "start"),
    .date = val_import_mapping_column (run->plan, "date"),
    .time = val_import_mapping_column (run->plan, "time"),
    .days = val_import_intern_new (),
    .zone = g_time_zone_new_local (),
  };
}

/* Frees what the columns needed. */
void
val_import_stamps_clear (ValImportStamps *self)
{
  g_clear_pointer (&self->days, val_import_intern_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

/* Into the centre's own clock. */
static void
to_local (ValImportStamps *self, gint64 utc, ValDay *ret_day, int *ret_second)
{
  int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, utc);
  gint64 local = utc + g_time_zone_get_offset (self->zone, interval);
  gint64 second = local % 86400;

  if (second < 0)
    second += 86400;
  *ret_day = (ValDay) ((local - second) / 86400);
  *ret_second = (int) second;
  self->converted = TRUE;
}

/* The same text is the same day; only the first is worked out. */
static gboolean
read_day (ValImportStamps *self, ValCsvField cell, ValDay *ret_day)
{
  gboolean is_new;
  gint32 *known = val_import_intern_lookup (self->days, cell.text, cell.len, &is_new);
  char *reason = NULL;

  if (*known > 0)
    {
      *ret_day = *known - 1;
      return TRUE;
    }
  if (val_import_run_date (self->run, cell, ret_day, &reason))
    {
      if (*ret_day >= 0)
        {
          *known = *ret_day + 1;
          return TRUE;
        }
      reason = g_strdup (_ ("the date lies before 1970"));
    }
  val_import_run_refuse (self->run, "date", reason);
  return FALSE;
}

static gboolean
read_time (ValImportStamps *self, ValCsvField cell, ValDay *day, int *ret_second)
{
  ValCsvField from, to;
  ValCellTime time;

  if (cell.len == 0)
    return TRUE;
  if (!val_cell_parse_time (cell, &time))
    {
      if (!val_cell_parse_interval (cell, &from, &to) || !val_cell_parse_time (from, &time))
        {
          val_import_run_refuse_cell (self->run, "time", _ ("“%s” is not a time of day"), cell);
          return FALSE;
        }
    }
  if (time.has_zone)
    to_local (self, (gint64) *day * 86400 + time.second - time.zone, day, ret_second);
  else
    *ret_second = time.second;
  return TRUE;
}

/* Where day and time of the present row stand; FALSE: both are in @ret_utc. */
static gboolean
find_parts (ValImportStamps *self, ValCsvField *ret_date, ValCsvField *ret_time, gint64 *ret_utc)
{
  ValCsvField start = val_import_run_cell (self->run, self->start);
  ValCsvField date = val_import_run_cell (self->run, self->date);
  ValCsvField time = val_import_run_cell (self->run, self->time);

  *ret_date = *ret_time = (ValCsvField){ "", 0 };
  if (start.len > 0)
    {
      if (val_cell_parse_epoch (start, ret_utc))
        return FALSE;
      val_cell_split_stamp (start, ret_date, ret_time);
    }
  if (ret_date->len == 0 && date.len > 0)
    {
      ValCsvField rest;

      if (val_cell_parse_epoch (date, ret_utc))
        return FALSE;
      val_cell_split_stamp (date, ret_date, &rest);
      if (ret_time->len == 0)
        *ret_time = rest;
    }
  if (time.len > 0)
    *ret_time = time;
  return TRUE;
}

/* When the present row happened; @ret_second stays as it was when no time is told. Refuses the row
 * when there is no day, and with @past when it has not come yet. */
gboolean
val_import_stamps_read (ValImportStamps *self, gboolean past, ValDay *ret_day, int *ret_second)
{
  ValImportRun *run = self->run;
  ValCsvField date, time;
  gint64 utc;

  *ret_day = 0;
  if (!find_parts (self, &date, &time, &utc))
    to_local (self, utc, ret_day, ret_second);
  else if (date.len == 0)
    {
      val_import_run_refuse (run, "date", g_strdup (_ ("the date is missing")));
      return FALSE;
    }
  else if (!read_day (self, date, ret_day) || !read_time (self, time, ret_day, ret_second))
    return FALSE;
  if (past && *ret_day > run->plan->today)
    {
      val_import_run_refuse (run, "date", g_strdup (_ ("the date lies in the future")));
      return FALSE;
    }
  if (*ret_day >= 0 && *ret_day < VAL_DAY_MAX_SCORE)
    return TRUE;
  val_import_run_refuse (run, "date", g_strdup (_ ("the date lies before 1970")));
  return FALSE;
}
