/* val-import-dialog-private.h: the rooms of the import dialog
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-import-dialog.h"
#include "val-import-job.h"

G_BEGIN_DECLS

struct _ValImportDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwStatusPage *choose_page;
  GtkWidget *choose_button;
  GtkLabel *repeat_label;
  GtkLabel *problem_label;
  GtkWidget *outcome_group;
  AdwActionRow *counts_row;
  GtkWidget *skip_row;
  GtkSwitch *skip_switch;
  AdwExpanderRow *errors_row;
  AdwPreferencesGroup *agents_group; /* agents of contacts who are not recognised */
  AdwComboRow *agents_row;           /* all of them at once */
  AdwComboRow *kind_row;
  AdwComboRow *scale_row;
  GtkWidget *scale_note;             /* that the scale was guessed */
  AdwComboRow *service_row; /* the formula of service levels */
  AdwActionRow *date_row;
  GtkWidget *team_row;
  AdwExpanderRow *reading_row;
  AdwComboRow *sheet_row; /* of a workbook */
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwComboRow *decimal_row;
  AdwComboRow *order_row;
  AdwPreferencesGroup *columns_group;
  GtkColumnView *preview;
  GtkLabel *preview_note;
  GtkWidget *next_bad;
  guint bad_at;              /* the bad row that the preview went to last, counted from 1 */
  GtkWidget *date_entry;
  GtkWidget *save_errors;

  ValSession *session;
  GBytes *bytes;
  char *file_name;
  ValImportFinding *finding;
  GCancellable *cancellable; /* of the job or the storing under way */
  ValImportJob *job;
  gboolean again;            /* settings changed while a job was running */
  gboolean storing;
  gboolean closing;
  gboolean filling;          /* widgets are being set, not the user */
  gboolean scale_chosen;
  guint start_timeout;
  guint progress_timeout;
  GPtrArray *column_rows;    /* of GtkDropDown, one a column */
  GPtrArray *error_rows;
  GPtrArray *imports;        /* of ValImport: what was imported before */
  GArray *present;           /* of guint64: numbers of contacts that are stored already; nullable */
  GArray *present_ids;       /* of gint64: contacts that are still to be asked for; nullable */
  guint present_at;
  gboolean present_known;    /* the store was asked for this file */
  gboolean repeat_accepted;  /* the same file once more, by a press more */
  GHashTable *agent_choices; /* name -> ValImportAgentChoice: chosen by hand */
  GPtrArray *agent_rows;     /* of GtkDropDown */
  GtkStringList *agent_names; /* what there is to choose */
  GArray *agent_ids;         /* of gint64: the people in it */
};

/* val-import-dialog.c */
void val_import_dialog_work (ValImportDialog *self);

/* val-import-options.c */
void val_import_dialog_init_options (ValImportDialog *self);
void val_import_dialog_fill_options (ValImportDialog *self);
ValImportSettings *val_import_dialog_read_options (ValImportDialog *self);

/* val-import-agents.c */
void val_import_dialog_init_agents (ValImportDialog *self);
void val_import_dialog_show_agents (ValImportDialog *self);
void val_import_dialog_read_agents (ValImportDialog *self, ValImportSettings *settings);
void val_import_dialog_forget_agents (ValImportDialog *self);

/* val-import-present.c */
gboolean val_import_dialog_ask_present (ValImportDialog *self);
void val_import_dialog_forget_present (ValImportDialog *self);

/* val-import-preview.c */
void val_import_dialog_init_preview (ValImportDialog *self);
void val_import_dialog_show_outcome (ValImportDialog *self);
void val_import_dialog_fill_preview (ValImportDialog *self);

G_END_DECLS
