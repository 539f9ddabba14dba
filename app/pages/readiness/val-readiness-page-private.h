/* val-readiness-page-private.h: the rooms of the readiness page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-answer.h"
#include "val-chart-view.h"
#include "val-readiness-filters.h"
#include "val-readiness-groups.h"
#include "val-readiness-history.h"
#include "val-readiness-job.h"
#include "val-readiness-order.h"
#include "val-readiness-page.h"
#include "val-readiness-people.h"

G_BEGIN_DECLS

struct _ValReadinessPage
{
  ValPage parent_instance;

  GtkStack *stack; /* "empty", "overview", "people" */
  AdwStatusPage *empty;
  GtkWidget *empty_import;
  GtkWidget *scroller;
  ValReadinessPeople *people;
  ValReadinessFilters *filters;

  GtkWidget *content;
  GtkWidget *head;
  GtkLabel *headline;
  GtkLabel *subtitle;
  GtkWidget *answer_card;
  GtkLabel *answer;
  ValChartView *distribution;
  ValReadinessHistory *history;
  ValReadinessGroups *groups;
  GtkWidget *needed_card;
  GtkWidget *needed_list;
  GtkWidget *pair; /* cover and gaps, side by side where there is room */
  ValChartView *cover;
  ValChartView *gaps;
  ValReadinessOrder *order;
  GtkWidget *movement_card;
  ValChartView *movement;

  GSimpleActionGroup *actions;
  ValReadiness *readiness;
  ValReadiness *before;
  GCancellable *working; /* the newest question */
  GCancellable *looking_back;
  gint64 past_team;
  gint64 past_role;
};

/* val-readiness-page.c */
ValAnswerOptions val_readiness_page_get_options (ValReadinessPage *self);
void val_readiness_page_open_people (ValReadinessPage *self);

/* val-readiness-build.c */
void val_readiness_page_build (ValReadinessPage *self);
void val_readiness_page_set_narrow (ValReadinessPage *self, gboolean narrow);

/* val-readiness-show.c */
void val_readiness_page_show (ValReadinessPage *self);
void val_readiness_page_connect (ValReadinessPage *self);

/* val-readiness-export.c */
void val_readiness_page_add_actions (ValReadinessPage *self);

G_END_DECLS
