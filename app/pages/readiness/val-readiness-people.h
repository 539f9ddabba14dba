/* val-readiness-people.h: people of a bar or of a group
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-answer.h"

G_BEGIN_DECLS

#define VAL_TYPE_READINESS_PEOPLE (val_readiness_people_get_type ())
G_DECLARE_FINAL_TYPE (ValReadinessPeople, val_readiness_people, VAL, READINESS_PEOPLE, AdwBin)

/* Signals: "open-person" (gint64 id), "open-skill" (gint64 id). */
GtkWidget *val_readiness_people_new (void);
/* Who stands at @level. */
void val_readiness_people_show_level (ValReadinessPeople *self, ValReadiness *readiness,
                                      const ValAnswerOptions *options, int level);
/* A group: its meaning, all its gaps, its people. */
void val_readiness_people_show_group (ValReadinessPeople *self, ValReadiness *readiness,
                                      const ValAnswerOptions *options, guint group);
/* Who went from one level to another. */
void val_readiness_people_show_movement (ValReadinessPeople *self, ValReadiness *before,
                                         ValReadiness *readiness, const ValAnswerOptions *options,
                                         int from, int to);

G_END_DECLS
