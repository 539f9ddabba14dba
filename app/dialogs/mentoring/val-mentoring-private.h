/* val-mentoring-private.h: shared by the files of the session's window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-mentoring-model.h"
#include "val-mentoring-window.h"

G_BEGIN_DECLS

struct _ValMentoringWindow
{
  AdwWindow parent_instance;

  ValSession *session;
  ValMentoringModel *model;
  GCancellable *cancellable;
  char *draft_key;
  guint draft_source;   /* a draft is to be written */
  guint waiting;        /* people whose records are being read */
  GPtrArray *arriving;  /* of ValRecord: what has been read of them */
  gboolean is_loaded;   /* once; drafts are not written before */
  gboolean setting;     /* widgets are filled by us */
  gboolean storing;
  gboolean done;        /* stored or thrown away: no draft stays */

  /* The frame. */
  GtkWidget *header, *title, *subtitle, *foot;
  GtkWidget *finish;
  GtkWidget *save;
  GtkWidget *restored;  /* bar: what was being written is back */
  GtkWidget *error;
  AdwBin *holder;       /* one column or two */
  GtkWidget *parts[2];  /* owned: what stands in the columns */
  gboolean is_wide, is_narrow;
  GtkWidget *left;      /* box: what both know */
  GtkWidget *right;     /* box: what is said now */

  /* What is said now. */
  GtkWidget *when;      /* AdwExpanderRow */
  GtkWidget *people;    /* box of who takes part */
  GtkWidget *picker;
  GtkWidget *group_title;
  GtkWidget *kind, *day, *minute, *minutes, *place, *phase, *with_manager;
  GArray *phases;       /* of gint64: what the choice stands for */
  GtkWidget *built;     /* box: the agenda that builds itself */
  GtkWidget *agenda, *words, *text, *remark;
  GtkWidget *said_back;
  GtkWidget *agreements; /* GtkListBox */
  GtkWidget *aim;        /* AdwExpanderRow */
  GtkWidget *aim_skill, *aim_level, *aim_day;
  GtkWidget *aim_indicator, *aim_value, *aim_error;
  GArray *indicators;    /* of gint64 */
  GArray *figures;       /* (nullable): of ValFigure: where the person stands */
  GArray *skills;        /* of gint64 */
  GtkWidget *usefulness;
  GtkWidget *next_group, *next, *next_day, *next_minute, *next_error;
};

/* val-mentoring-facts.c */
void val_mentoring_show_facts (ValMentoringWindow *self);

/* val-mentoring-numbers.c */
void val_mentoring_add_numbers (ValMentoringWindow *self);

/* val-mentoring-aim.c */
void val_mentoring_build_aim_indicator (ValMentoringWindow *self, GtkWidget *group,
                                        GCallback changed);
void val_mentoring_show_aim_indicator (ValMentoringWindow *self);
void val_mentoring_read_aim_indicator (ValMentoringWindow *self);
gboolean val_mentoring_check_aim_indicator (ValMentoringWindow *self);
char *val_mentoring_dup_aim_indicator (ValMentoringWindow *self);
char *val_mentoring_dup_aim_change (ValMentoringWindow *self);
void val_mentoring_take_figures (ValMentoringWindow *self, GArray *figures);

/* val-mentoring-form.c */
void val_mentoring_build_form (ValMentoringWindow *self);
void val_mentoring_show_form (ValMentoringWindow *self);
void val_mentoring_read_form (ValMentoringWindow *self);
/* Says in place what cannot be understood; FALSE when something cannot. */
gboolean val_mentoring_check_form (ValMentoringWindow *self);
void val_mentoring_show_agenda (ValMentoringWindow *self);
void val_mentoring_show_next (ValMentoringWindow *self);

/* val-mentoring-when.c */
void val_mentoring_build_when (ValMentoringWindow *self);
void val_mentoring_show_when (ValMentoringWindow *self);
void val_mentoring_show_people (ValMentoringWindow *self);
void val_mentoring_read_when (ValMentoringWindow *self);

/* val-mentoring-agreements.c */
GtkWidget *val_mentoring_build_agreements (ValMentoringWindow *self);
void val_mentoring_show_agreements (ValMentoringWindow *self);

/* val-mentoring-store.c */
void val_mentoring_load (ValMentoringWindow *self);
/* Something on the screen is another than before. */
void val_mentoring_touched (ValMentoringWindow *self);
void val_mentoring_flush_draft (ValMentoringWindow *self);
void val_mentoring_forget_draft (ValMentoringWindow *self);
void val_mentoring_store (ValMentoringWindow *self, ValMentoringAct act, const char *reason);
void val_mentoring_delete (ValMentoringWindow *self);
char *val_mentoring_dup_name (ValMentoringWindow *self);
char *val_mentoring_dup_title (ValMentoringWindow *self);
void val_mentoring_say (ValMentoringWindow *self, const char *sentence);

/* val-mentoring-miss.c */
void val_mentoring_present_miss (ValMentoringWindow *self);

/* val-mentoring-words.c: sentences; each is (transfer full) */
char *val_mentoring_dup_when (ValDay day, int minute, ValDay today);
char *val_mentoring_dup_due (const ValAgreement *agreement, ValDay today);
char *val_mentoring_dup_days_ago (ValDay day, ValDay today);
char *val_mentoring_dup_change (ValSession *session, const char *skill, ValLevel from,
                                ValLevel to);
/* (element-type utf8): what stands on the agenda by itself. */
GPtrArray *val_mentoring_dup_agenda (ValMentoringWindow *self);
char *val_mentoring_dup_person (ValMentoringWindow *self, gint64 person_id);

GtkWidget *val_mentoring_label (const char *text, const char *css_class);
GtkWidget *val_mentoring_heading (const char *text);

G_END_DECLS
