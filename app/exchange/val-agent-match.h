/* val-agent-match.h: names in contacts that have become those of people
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-dataset.h"
#include "val-edit.h"

G_BEGIN_DECLS

/* Setting of the centre's file: labels of which somebody said that they are nobody's. */
#define VAL_SETTING_AGENTS_NOBODY "agents-nobody"

/**
 * ValAgentMatch: an agent of contacts and the one person who fits.
 */
typedef struct
{
  gint64 label_id;
  gint64 person_id;
} ValAgentMatch;

/* Somebody decided that this agent is nobody of the centre: it is not asked about again. */
gboolean val_agent_is_nobody (ValDataset *dataset, gint64 label_id);
void val_agent_set_nobody (ValEdit *edit, ValDataset *dataset, gint64 label_id, gboolean nobody);
/* The same of all that are offered. */
void val_agent_leave_all (ValEdit *edit, ValDataset *dataset, const GArray *matches);

/* (transfer full) (element-type ValAgentMatch): agents without a person whom one person alone fits
 * by number, name or e-mail address. Any thread. */
GArray *val_agent_find_matches (ValDataset *dataset);
/* (transfer full): gives them their people. */
ValEdit *val_agent_match_edit (ValDataset *dataset, const GArray *matches);

G_END_DECLS
