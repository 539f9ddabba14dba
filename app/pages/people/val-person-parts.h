/* val-person-parts.h: what the view of a person is put together from
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* Each makes a new widget of the session's dataset; @person is an index in it. */
GtkWidget *val_person_card_new (const char *title, GtkWidget **ret_content);
GtkWidget *val_person_facts_new (ValSession *session, guint person);
GtkWidget *val_person_readiness_new (ValSession *session, guint person);

/* Which skills are open is kept in @expanded, a set of skill ids. */
GtkWidget *val_person_scores_new (ValSession *session, guint person, GHashTable *expanded);

/* @records: of ValRecord, everything written about the person. */
GtkWidget *val_person_talk_new (ValSession *session, guint person, GPtrArray *records);
GtkWidget *val_person_months_new (ValSession *session, guint person, GPtrArray *records);
GtkWidget *val_person_goals_new (ValSession *session, guint person, GPtrArray *records);
GtkWidget *val_person_radar_new (ValSession *session, guint person);

char *val_person_dup_subtitle (ValSession *session, const ValPerson *person);

G_END_DECLS
