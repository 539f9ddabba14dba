/* val-import-plan.h: what a file will become, before it becomes it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

#define VAL_TYPE_IMPORT_PLAN (val_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (ValImportPlan, val_import_plan, VAL, IMPORT_PLAN, GObject)

#define VAL_EXCHANGE_ERROR (val_exchange_error_quark ())

typedef enum
{
  VAL_EXCHANGE_ERROR_EMPTY,          /* no rows */
  VAL_EXCHANGE_ERROR_ENCODING,       /* bytes that do not fit the encoding */
  VAL_EXCHANGE_ERROR_NOT_A_TABLE,    /* a picture, database ... */
  VAL_EXCHANGE_ERROR_NOT_RECOGNISED, /* required columns not found */
  VAL_EXCHANGE_ERROR_TOO_LARGE,
  VAL_EXCHANGE_ERROR_BAD_MAPPING,    /* --map names an unknown field or column */
  VAL_EXCHANGE_ERROR_ROWS,           /* bad rows */
  VAL_EXCHANGE_ERROR_FAILED,
} ValExchangeError;

GQuark val_exchange_error_quark (void);

typedef enum
{
  VAL_IMPORT_PEOPLE,
  VAL_IMPORT_ASSESSMENTS,
  VAL_IMPORT_NOTES,
  VAL_IMPORT_RECOGNITIONS,
  VAL_IMPORT_CONTACTS,
  VAL_IMPORT_VALUES, /* of indicators */
  VAL_IMPORT_FORECAST,
} ValImportKind;

#define VAL_N_IMPORT_KINDS 7

/* The word of files and of the command line. */
const char *val_import_kind_to_key (ValImportKind kind);
gboolean val_import_kind_from_key (const char *key, ValImportKind *ret_kind);

typedef enum
{
  VAL_DATE_ORDER_YMD,
  VAL_DATE_ORDER_DMY,
  VAL_DATE_ORDER_MDY,
} ValDateOrder;

/* A column that stands for itself in the mapping: a skill of a wide assessment table. */
#define VAL_FIELD_SKILL_COLUMN "skill-column"
/* The same of an indicator in a wide table of values. */
#define VAL_FIELD_INDICATOR_COLUMN "indicator-column"

/**
 * ValRowError: why a row is refused.
 */
typedef struct
{
  int line;     /* physical line of the file on which the row begins; the header is 1 */
  char *field;  /* "agent", "level", ...; as in the command line */
  char *reason; /* translated */
} ValRowError;

/**
 * ValAgentChoice: what is done about an agent of contacts whom nobody of the centre is.
 */
typedef enum
{
  VAL_AGENT_NEW,    /* a new person is made */
  VAL_AGENT_LEAVE,  /* the contacts are kept, for nobody's account */
  VAL_AGENT_PERSON, /* somebody of the centre, said by hand */
} ValAgentChoice;

/**
 * ValImportAgent: an agent as contacts name them.
 */
typedef struct
{
  char *name;
  int contacts;
  gboolean recognised;   /* by number, name or an earlier choice: nothing to ask */
  gboolean ambiguous;    /* fits more than one person */
  ValAgentChoice choice; /* of one who is not recognised */
  gint64 person_id;      /* 0: nobody's; below 0: a new person */
} ValImportAgent;

/**
 * ValImportOutcome: what running a plan gives. Nothing is stored by it.
 */
typedef struct
{
  int rows_read;
  int rows_stored;  /* rows that would be stored */
  int rows_refused;
  int rows_present; /* contacts that were imported before, by their number: left out */
  int rows_blank;   /* rows of separators alone, neither read nor refused */
  int people_made;
  int people_changed;
  int skills_made;
  GPtrArray *errors; /* of ValRowError, in the file's order */
  ValEdit *edit;     /* the good rows; NULL when there is none */
  GPtrArray *agents; /* of ValImportAgent: those of contacts, in the file's order */
  ValDay first_day;  /* of the good rows of contacts and forecasts; VAL_DAY_NONE: none */
  ValDay last_day;
  gboolean converted; /* stamps with a time zone were put into the local one */
} ValImportOutcome;

void val_import_outcome_free (ValImportOutcome *self);

/* @bytes: the whole file. Recognises encoding, separator, decimal sign, date order, header and
 * columns; a mapping remembered in the dataset's settings for the same header wins. @today stands
 * in for missing dates of assessments. NULL and @error when the file is no table at all; a table
 * whose columns are not recognised gives a plan that is not ready, see ..._get_problem (). */
/* Told 0 ... 1 in the thread that works. */
typedef void (*ValImportProgress) (double fraction, gpointer data);

/**
 * ValImportReading: how a file is read; begins as { NULL }.
 * @cancellable: (nullable): breaks the reading of a long workbook off
 * @progress: (nullable): told how far it has come
 * @progress_data: for @progress
 * @workbook: what was read of a workbook, so that the next plan of the same file need not read it
 *   again; see val_import_reading_clear ()
 */
typedef struct
{
  GCancellable *cancellable;
  ValImportProgress progress;
  gpointer progress_data;
  /*< private >*/
  struct _ValXlsx *workbook;
} ValImportReading;

void val_import_reading_clear (ValImportReading *self);
void val_import_reading_continue (ValImportReading *self, ValImportPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ValImportReading, val_import_reading_clear)

ValImportPlan *val_import_plan_new_reading (GBytes *bytes, const char *file_name,
                                            ValImportKind kind, ValDataset *dataset, ValDay today,
                                            ValImportReading *reading, GError **error);
ValImportKind val_import_plan_guess_kind_reading (GBytes *bytes, const char *file_name,
                                                  ValImportReading *reading);
/* Until it is told another one, or NULL. */
void val_import_plan_set_reading (ValImportPlan *self, ValImportReading *reading);
ValImportPlan *val_import_plan_new (GBytes *bytes, const char *file_name, ValImportKind kind,
                                    ValDataset *dataset, ValDay today, GError **error);
/* What the columns look like. */
ValImportKind val_import_plan_guess_kind (GBytes *bytes, const char *file_name);

/* What was recognised, and correcting it. Changing encoding or separator reads the file anew. */
ValImportKind val_import_plan_get_kind (ValImportPlan *self);
const char *val_import_plan_get_encoding (ValImportPlan *self);
const char *const *val_import_plan_list_encodings (void);
gboolean val_import_plan_set_encoding (ValImportPlan *self, const char *encoding, GError **error);
char val_import_plan_get_separator (ValImportPlan *self);
gboolean val_import_plan_set_separator (ValImportPlan *self, char separator, GError **error);
char val_import_plan_get_decimal_sign (ValImportPlan *self);
void val_import_plan_set_decimal_sign (ValImportPlan *self, char decimal_sign);
ValDateOrder val_import_plan_get_date_order (ValImportPlan *self);
void val_import_plan_set_date_order (ValImportPlan *self, ValDateOrder order);
ValScale val_import_plan_get_scale (ValImportPlan *self);
void val_import_plan_set_scale (ValImportPlan *self, const ValScale *scale);
/* For a window that shows it; never for an import that nobody watches. */
gboolean val_import_plan_propose_scale (ValImportPlan *self, ValScale *ret_scale);
ValDay val_import_plan_get_date (ValImportPlan *self);
void val_import_plan_set_date (ValImportPlan *self, ValDay day);
/* By which formula the service levels of a forecast came about: a ValServiceVariant. */
int val_import_plan_get_service_variant (ValImportPlan *self);
void val_import_plan_set_service_variant (ValImportPlan *self, int variant);
void val_import_plan_set_team (ValImportPlan *self, const char *team_name);
gboolean val_import_plan_is_wide (ValImportPlan *self);
/* Agents of contacts who are not recognised: all at once, and one by one over that. */
void val_import_plan_set_unknown_agents (ValImportPlan *self, ValAgentChoice choice);
void val_import_plan_set_agent (ValImportPlan *self, const char *name, ValAgentChoice choice,
                                gint64 person_id);
/* The numbers of contacts that are stored already, as val_import_plan_hash_reference () gives them,
 * of guint64; those rows are left out. */
void val_import_plan_set_present (ValImportPlan *self, GArray *hashes);
guint64 val_import_plan_hash_reference (const char *text, gsize length);
/* What to ask the store for, and what its answers are for val_import_plan_set_present (). */
GArray *val_import_present_ids (const ValContacts *contacts, const ValImportOutcome *outcome);
void val_import_present_add (GArray *hashes, const GPtrArray *details);

/* Sheets of a workbook; 0 of any other file. Reading another sheet reads the table anew. */
guint val_import_plan_n_sheets (ValImportPlan *self);
const char *val_import_plan_sheet_name (ValImportPlan *self, guint sheet);
guint val_import_plan_get_sheet (ValImportPlan *self);
gboolean val_import_plan_set_sheet (ValImportPlan *self, const char *name, GError **error);
/* (transfer full): of the file, or of the sheet of it that is read: what was imported before. */
char *val_import_plan_dup_checksum (ValImportPlan *self);

int val_import_plan_n_columns (ValImportPlan *self);
const char *val_import_plan_column_name (ValImportPlan *self, int column);
const char *val_import_plan_column_sample (ValImportPlan *self, int column);
/* The field of a column, VAL_FIELD_SKILL_COLUMN, or NULL: left out. */
const char *val_import_plan_column_field (ValImportPlan *self, int column);
void val_import_plan_set_column_field (ValImportPlan *self, int column, const char *field);
const char *const *val_import_plan_list_fields (ValImportKind kind);
const char *val_import_plan_field_label (ValImportKind kind, const char *field); /* translated */
const char *val_import_plan_field_word (const char *field);  /* translated; as in CLI.md */
/* FIELD=COLUMN, as on the command line; COLUMN is a header or a number from 1. */
gboolean val_import_plan_map (ValImportPlan *self, const char *assignment, GError **error);
int val_import_plan_n_rows (ValImportPlan *self);
const char *val_import_plan_cell (ValImportPlan *self, int row, int column);
int val_import_plan_row_line (ValImportPlan *self, int row);

/* A translated sentence that says what is missing, or NULL: ready to run. */
char *val_import_plan_get_problem (ValImportPlan *self);


/* Works through all rows. May run in a worker thread; @progress is called there. */
ValImportOutcome *val_import_plan_run (ValImportPlan *self, GCancellable *cancellable,
                                       ValImportProgress progress, gpointer data,
                                       GError **error);
/* What is plainly wrong with the whole file when most rows are refused; NULL: nothing. */
char *val_import_plan_get_doubt (ValImportPlan *self, const ValImportOutcome *outcome);
char *val_import_plan_describe_columns (ValImportPlan *self);
/* The refused rows as CSV, with line and reason in front, to be saved and mended. */
char *val_import_plan_refused_csv (ValImportPlan *self, const ValImportOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValImportOutcome, val_import_outcome_free)

G_END_DECLS
