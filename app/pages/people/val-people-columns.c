/* val-people-columns.c: the columns of the people table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-columns.h"

#include "val-format.h"
#include "val-i18n.h"

/* What a screen reader says of the whole row. */
static char *
describe_row (gpointer item, gpointer data)
{
  const char *name = val_person_item_get_name (item);
  int level = val_person_item_get_level (item);
  g_autofree char *number = NULL;

  if (val_person_item_is_away (item))
    /* Translators: read aloud for a row of the list; %s is a person's name */
    return val_format_replace (_("%s, has left"), name);
  if (level < 0)
    /* Translators: read aloud for a row of the list; %s is a person's name */
    return val_format_replace (_("%s, not assessed yet"), name);
  number = val_format_integer (level);
  /* Translators: read aloud for a row of the list: name, readiness level */
  return g_strdup_printf (_("%1$s, level %2$s"), name, number);
}

static void
fill_name (gpointer item, ValLongTableCell *cell, gpointer data)
{
  const ValPeopleColumnsLook *look = data;
  const char *team = val_person_item_get_team (item);
  const char *role = val_person_item_get_role (item);

  cell->text = g_strdup (val_person_item_get_name (item));
  cell->dim = val_person_item_is_away (item);
  cell->beside = look->width != VAL_PEOPLE_NARROW;
  if (cell->dim)
    cell->second = g_strdup (C_("person", "Has left"));
  else if (look->width == VAL_PEOPLE_NARROW)
    cell->second = g_strjoin (*team != '\0' && *role != '\0' ? " · " : "", team, role, NULL);
}

static void
fill_readiness (gpointer item, ValLongTableCell *cell, gpointer data)
{
  g_autofree char *scored = val_format_integer (val_person_item_get_scored (item));
  g_autofree char *required = val_format_integer (val_person_item_get_required (item));

  cell->strong = cell->numeric = cell->beside = TRUE;
  if (val_person_item_get_required (item) > 0)
    cell->second = g_strdup_printf ("%s/%s", scored, required);
  if (val_person_item_get_level (item) < 0)
    {
      cell->text = g_strdup ("–");
      return;
    }
  {
    g_autofree char *mean = val_format_number (val_person_item_get_mean (item), 1);

    cell->text = val_format_integer (val_person_item_get_level (item));
    /* Translators: mean, skills with a score, skills required */
    cell->tooltip = g_strdup_printf (_("Mean %1$s from %2$s of %3$s required skills"), mean,
                                     scored, required);
  }
}

/* ---- The others: one text each ---- */

static char *
dup_day (ValDay day, ValDay today)
{
  return day == VAL_DAY_NONE ? g_strdup ("") : val_format_date (day, VAL_DATE_MEDIUM, today);
}

static void
fill_number (gpointer item, ValLongTableCell *cell, gpointer data)
{
  cell->numeric = TRUE;
  cell->text = g_strdup (val_person_item_get_number (item));
}

static void
fill_team (gpointer item, ValLongTableCell *cell, gpointer data)
{
  cell->text = g_strdup (val_person_item_get_team (item));
}

static void
fill_role (gpointer item, ValLongTableCell *cell, gpointer data)
{
  cell->text = g_strdup (val_person_item_get_role (item));
}

static void
fill_assessed (gpointer item, ValLongTableCell *cell, gpointer data)
{
  const ValPeopleColumnsLook *look = data;

  cell->text = dup_day (val_person_item_get_assessed (item), look->today);
}

static void
fill_start (gpointer item, ValLongTableCell *cell, gpointer data)
{
  const ValPeopleColumnsLook *look = data;

  cell->text = dup_day (val_person_item_get_person (item)->start, look->today);
}

/* ---- The table ---- */

/**
 * val_people_columns_new:
 * @selection: (transfer full): the people, and who of them is chosen
 * @look: what the cells look at; outlives the table
 *
 * Returns: (transfer floating): a table whose columns are in the order of #ValPeopleColumn
 */
GtkWidget *
val_people_columns_new (GtkSelectionModel *selection, ValPeopleColumnsLook *look)
{
  GtkWidget *widget = val_long_table_new (selection, describe_row, NULL);
  ValLongTable *table = VAL_LONG_TABLE (widget);

  val_long_table_add_column (table, C_("person", "Name"), TRUE, fill_name, look);
  val_long_table_add_column (table, C_("person", "Number"), FALSE, fill_number, look);
  val_long_table_add_column (table, C_("person", "Team"), TRUE, fill_team, look);
  val_long_table_add_column (table, C_("person", "Role"), TRUE, fill_role, look);
  val_long_table_add_column (table, C_("person", "Readiness"), FALSE, fill_readiness, look);
  val_long_table_add_column (table, C_("person", "Last assessed"), FALSE, fill_assessed, look);
  val_long_table_add_column (table, C_("person", "Start"), FALSE, fill_start, look);
  return widget;
}

/**
 * val_people_columns_set_width:
 * @table: the table
 * @look: what its cells look at
 * @width: how much room there is
 *
 * Shows the columns that fit. When it is narrow, team and role stand under the name.
 */
void
val_people_columns_set_width (ValLongTable *table, ValPeopleColumnsLook *look,
                              ValPeopleWidth width)
{
  const gboolean details = width == VAL_PEOPLE_WIDE;
  const gboolean groups = width != VAL_PEOPLE_NARROW;

  look->width = width;
  val_long_table_set_lines_below (table, groups ? 0 : 1);
  val_long_table_set_column_visible (table, VAL_PEOPLE_NUMBER, details);
  val_long_table_set_column_visible (table, VAL_PEOPLE_ASSESSED, details);
  val_long_table_set_column_visible (table, VAL_PEOPLE_START, details);
  val_long_table_set_column_visible (table, VAL_PEOPLE_TEAM, groups);
  val_long_table_set_column_visible (table, VAL_PEOPLE_ROLE, groups);
  val_long_table_refresh (table);
}
