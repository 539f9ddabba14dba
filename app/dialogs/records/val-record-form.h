/* val-record-form.h: what the forms of notes and thanks have in common
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-form-draft.h"
#include "val-record.h"
#include "val-session.h"

G_BEGIN_DECLS

/**
 * ValRecordChoice: a list of records to choose from, or none of them.
 * @row: the row of the form
 * @drop: its GtkDropDown
 * @ids: (element-type gint64): what its lines stand for
 */
typedef struct
{
  GtkWidget *row;
  GtkWidget *drop;
  GArray *ids;
} ValRecordChoice;

void val_record_choice_init (ValRecordChoice *self, GtkWidget *group, const char *title,
                             const char *none, GCallback changed, gpointer data);
void val_record_choice_add (ValRecordChoice *self, gint64 id, const char *name);
gint64 val_record_choice_get (const ValRecordChoice *self);
void val_record_choice_set (ValRecordChoice *self, gint64 id);
void val_record_choice_empty (ValRecordChoice *self);
void val_record_choice_clear (ValRecordChoice *self);
/* Skills that are in use, and @keep. */
void val_record_choice_add_skills (ValRecordChoice *self, ValDataset *dataset, gint64 keep);

/* Indicators that are in use on @today, and @keep. */
void val_record_choice_add_indicators (ValRecordChoice *self, ValDataset *dataset, ValDay today,
                                       gint64 keep);

/* A row with a switch. */
GtkWidget *val_record_form_switch (GtkWidget *group, const char *title, GtkWidget **ret_row);
/* The first group, which says whom it is about. */
GtkWidget *val_record_form_first_group (GtkWidget *content, ValSession *session,
                                        gint64 person_id);
GtkWidget *val_record_form_area (GtkWidget *content, const char *label, gboolean is_private,
                                 GCallback changed, GCallback submit, gpointer data);
/* A red button under the form. */
GtkWidget *val_record_form_delete (GtkWidget *content, const char *label);
void val_record_form_keep_draft (GtkWindow *window, ValSession *session, const char *name,
                                 const ValRecord *record, GtkWidget *content, ValFormRead read,
                                 ValFormFill fill);
void val_record_form_present (GtkWindow *window, GtkWindow *parent, GtkWidget *first);
/* Whether a stored record may be opened: not while names are hidden, which is then said. */
gboolean val_record_form_may_open (GtkWindow *parent, ValSession *session);
char *val_record_form_dup_name (ValSession *session, gint64 person_id);

G_END_DECLS
