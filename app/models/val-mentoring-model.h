/* val-mentoring-model.h: a session while it is planned and held
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

/**
 * ValAgreementLine: an agreement on the table.
 * @stored: (nullable): as the file has it; %NULL: made just now
 * @now: as it stands on the screen
 * @removed: taken away again
 */
typedef struct
{
  ValAgreement *stored;
  ValAgreement *now;
  gboolean removed;
} ValAgreementLine;

/**
 * ValStepLine: a step of a goal on the table.
 */
typedef struct
{
  ValGoalStep *stored;
  ValGoalStep *now;
} ValStepLine;

/**
 * ValMentoringModel:
 * @stored: (nullable): the session as the file has it
 * @now: as it stands on the screen
 * @records: (element-type ValRecord): all that is written about those who take part
 * @agreements: (element-type ValAgreementLine): those still open, those ticked here, those made here
 * @steps: (element-type ValStepLine): of open goals
 * @last: (nullable): the last session before this one that took place, one of @records
 * @later: (nullable): a planned one after this, one of @records
 * @plan_next: whether finishing plans the next session, for @next_day and @next_minute
 *
 * What the window shows and what its buttons store, without a window: the same questions can be
 * asked by a test. Main thread.
 */
typedef struct
{
  ValDataset *dataset;
  ValDay today;
  int clock; /* minutes after midnight: now */
  ValMentoring *stored;
  ValMentoring *now;
  ValMentoring *initial; /* as the window opened */
  GPtrArray *records;
  GPtrArray *agreements;
  GPtrArray *steps;
  const ValMentoring *last;
  const ValMentoring *later;
  gboolean is_day_chosen; /* by the user: another person does not change it */
  gboolean plan_next;
  gboolean next_chosen; /* by the user: no longer proposed */
  ValDay next_day;
  int next_minute;
  int aim_stands;       /* the aim's indicator now, thousandths, or -1: not known */
  gboolean aim_reached; /* and whether it is where it was wanted */
} ValMentoringModel;

/* What a button does with the session. */
typedef enum
{
  VAL_MENTORING_SAVE,   /* keeps it as it is */
  VAL_MENTORING_FINISH, /* it took place */
  VAL_MENTORING_MISS,   /* it did not */
} ValMentoringAct;

ValMentoringModel *val_mentoring_model_new (ValDataset *dataset, ValDay today,
                                            const ValMentoring *mentoring);
void val_mentoring_model_free (ValMentoringModel *self);
void val_mentoring_model_set_dataset (ValMentoringModel *self, ValDataset *dataset);
void val_mentoring_model_take_records (ValMentoringModel *self, GPtrArray *records);

/* What was agreed with somebody just now goes too. */
void val_mentoring_model_remove_person (ValMentoringModel *self, gint64 person_id);

/* The day and minute shown: of the plan until it was held. */
void val_mentoring_model_set_when (ValMentoringModel *self, ValDay day, int minute);

ValAgreementLine *val_mentoring_model_add_agreement (ValMentoringModel *self, gint64 person_id,
                                                     gboolean mine);
ValMentoring *val_mentoring_model_dup_sheet (const ValMentoringModel *self,
                                             GPtrArray **ret_agreements);
gboolean val_mentoring_model_made_here (const ValMentoringModel *self,
                                        const ValAgreementLine *line);
void val_mentoring_model_tick (ValMentoringModel *self, ValAgreementLine *line, gboolean done);
void val_mentoring_model_drop (ValMentoringModel *self, ValAgreementLine *line);
void val_mentoring_model_tick_step (ValMentoringModel *self, ValStepLine *line, gboolean done);

/* When the last session was, or a month before this one; what is new is new since then. */
ValDay val_mentoring_model_get_since (const ValMentoringModel *self);
ValDay val_mentoring_model_get_until (const ValMentoringModel *self);
/* Whether something of that day is new for this session. */
gboolean val_mentoring_model_is_new (const ValMentoringModel *self, ValDay day);
/* The day and the time a session of these people should be on. */
void val_mentoring_model_propose_next (ValMentoringModel *self);
void val_mentoring_propose_first (ValDataset *dataset, ValMentoring *mentoring, ValDay today);
ValDay val_mentoring_working_day_after (ValDay day);
/* Levels of the one person who takes part, in the aim's skill. */
ValLevel val_mentoring_model_get_level (const ValMentoringModel *self, gint64 skill_id, ValDay on);

gboolean val_mentoring_model_has_changes (const ValMentoringModel *self);
ValEdit *val_mentoring_model_edit (ValMentoringModel *self, ValMentoringAct act,
                                   const char *reason, const char *name, GError **error);

char *val_mentoring_model_dup_draft_key (const ValMentoringModel *self);
char *val_mentoring_model_to_draft (const ValMentoringModel *self);
gboolean val_mentoring_model_from_draft (ValMentoringModel *self, const char *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ValMentoringModel, val_mentoring_model_free)

G_END_DECLS
