/* val-cli-private.h: what the commands share
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-cli.h"
#include "val-pivot.h"
#include "val-scorecard.h"
#include "val-store.h"

/* Exit codes: the contract of the command line. */
enum
{
  VAL_CLI_DONE = 0,
  VAL_CLI_NOT_DONE = 1,
  VAL_CLI_USAGE = 2,
  VAL_CLI_ROWS_REFUSED = 3,
};

/**
 * ValCli: the options that stand for every command.
 */
typedef struct
{
  char *database; /* nullable: the window program's own file */
  char *language; /* nullable: as the environment says */
} ValCli;

/**
 * ValCliCommand:
 * @name: the word on the command line
 * @usage: what follows it; not translated, as it is typed
 * @run: carries it out; @arguments[0] is the name
 */
typedef struct
{
  const char *name;
  const char *usage;
  int (*run) (ValCli *cli, char **arguments);
} ValCliCommand;

extern const ValCliCommand val_cli_commands[];
extern const gsize val_cli_n_commands;

/* Reads the options of a command. What is left in @arguments behind its name are the operands, of
 * which there must be @n_operands. FALSE: the sentence has been said; return VAL_CLI_USAGE. */
gboolean val_cli_parse (ValCli *cli, char ***arguments, const GOptionEntry *entries,
                        guint n_operands);
/* Says @sentence and how to write the command, or all of them before it is known; returns
 * VAL_CLI_USAGE. */
int val_cli_usage (const char *sentence);
/* Says the error's sentence; returns VAL_CLI_NOT_DONE. */
int val_cli_fail (const GError *error);
int val_cli_fail_text (const char *sentence);
void val_cli_print (const char *text);
/* One translated line whose %s is a number, ungrouped so that scripts can read it: “Rows read: %s”. */
void val_cli_print_count (const char *sentence, gint64 count);

char *val_cli_database_path (ValCli *cli);
/* An open store, or NULL: the sentence has been said. */
ValStore *val_cli_open (ValCli *cli);
ValStore *val_cli_open_with (ValCli *cli, ValStoreOpenFlags flags);
gboolean val_cli_parse_day (const char *text, ValDay *ret_day);
/* The id of what @name names, by its exact name first, then without case and accents. FALSE: the
 * sentence has been said. NULL name: 0. */
gboolean val_cli_find_team (ValDataset *dataset, const char *name, gint64 *ret_id);
gboolean val_cli_find_role (ValDataset *dataset, const char *name, gint64 *ret_id);
gboolean val_cli_find_skill (ValDataset *dataset, const char *name, gint64 *ret_id);
gboolean val_cli_find_person (ValDataset *dataset, const char *name, gint64 *ret_id);
/* Text to @output, or to standard output when it is NULL. */
int val_cli_write (const char *output, const void *data, gsize length);

/* The reports about people: “agent”, “session” and “recognition”. */
int val_cli_report_people (ValCli *cli, const char *kind, const char *team, const char *agent,
                           const char *output);

/* The day of the last contact or entered value, not after @today. */
ValDay val_cli_last_day_of_numbers (const ValContacts *contacts, const ValValues *values,
                                    ValDay today);
/* A scorecard with the weights of its terms. */
ValScoreIndex *val_cli_score (ValDataset *dataset, const ValContacts *contacts,
                              const ValValues *values, const ValScorecardQuery *query);

int val_cli_init (ValCli *cli, char **arguments);
int val_cli_import (ValCli *cli, char **arguments);
int val_cli_undo (ValCli *cli, char **arguments);
int val_cli_readiness (ValCli *cli, char **arguments);
/* val-cli-numbers-xlsx.c: to a file; they return an exit code. */
int val_cli_write_pivot_xlsx (const ValPivot *pivot, ValDataset *dataset, const char *output);
int val_cli_write_scorecard_xlsx (const ValScoreIndex *index, const char *output);

int val_cli_scorecard (ValCli *cli, char **arguments);
int val_cli_pivot (ValCli *cli, char **arguments);
int val_cli_report (ValCli *cli, char **arguments);
int val_cli_search (ValCli *cli, char **arguments);
int val_cli_export (ValCli *cli, char **arguments);
int val_cli_check (ValCli *cli, char **arguments);
int val_cli_backup (ValCli *cli, char **arguments);
int val_cli_restore (ValCli *cli, char **arguments);
int val_cli_salvage (ValCli *cli, char **arguments);
int val_cli_staffing (ValCli *cli, char **arguments);
