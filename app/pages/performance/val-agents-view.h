/* val-agents-view.h: agents of the telephone system and the people they are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"
#include "val-performance-data.h"

G_BEGIN_DECLS

#define VAL_TYPE_AGENTS_VIEW (val_agents_view_get_type ())
G_DECLARE_FINAL_TYPE (ValAgentsView, val_agents_view, VAL, AGENTS_VIEW, AdwBin)

GtkWidget *val_agents_view_new (ValPage *page);
void val_agents_view_set_data (ValAgentsView *self, ValPerformanceData *data);

/* val-agent-dialog.c: whom an agent is matched to. */
void val_agent_dialog_present (GtkWindow *parent, ValSession *session, gint64 label_id);
/* A person named as the agent of a file is: "Kowalska, Anna" and "Anna Kowalska". */
ValPerson *val_agent_person_new (const char *name);

G_END_DECLS
