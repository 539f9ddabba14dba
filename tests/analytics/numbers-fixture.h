/* numbers-fixture.h: small centres with contacts and indicators for tests
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"
#include "val-dataset.h"
#include "val-indicator.h"

G_BEGIN_DECLS

/* Rows are added in any order; numbers_dataset () and the like take a picture. Ids count from 1 per
 * kind; labels of all kinds count together. */
typedef struct
{
  GPtrArray *teams;
  GPtrArray *people;
  GPtrArray *labels;
  GPtrArray *indicators;
  GPtrArray *terms;
  GArray *contacts; /* of ValContact */
  GArray *values;   /* of ValValue */
} Numbers;

Numbers *numbers_new (void);
void numbers_free (Numbers *self);
gint64 numbers_team (Numbers *self, const char *name, gint64 parent_id);
gint64 numbers_person (Numbers *self, const char *name, gint64 team_id);
gint32 numbers_label (Numbers *self, ValLabelKind kind, const char *name, gint64 person_id);
ValIndicator *numbers_indicator (Numbers *self, const char *key, ValFormula formula);
void numbers_term (Numbers *self, gint64 indicator_id, ValDay day, double floor, double target,
                   double weight);
/* A contact of whom nothing is known yet. */
ValContact *numbers_contact (Numbers *self, gint32 agent, ValDay day);
void numbers_value (Numbers *self, gint64 indicator_id, gint64 person_id, ValDay day, double value,
                    int n);

ValDataset *numbers_dataset (Numbers *self);
ValContacts *numbers_contacts (Numbers *self);
ValValues *numbers_values (Numbers *self);

void contact_answered (ValContact *contact, gboolean answered);
void contact_resolved (ValContact *contact, gboolean resolved);
void contact_difficult (ValContact *contact, gboolean difficult);

/* The 5,000 contacts of a real file; %FALSE: it is not there. */
gboolean numbers_read_calls (Numbers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Numbers, numbers_free)

G_END_DECLS
