/* val-planning-page-private.h: the parts of the planning page
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-planning-page.h"
#include "val-planning-words.h"

G_BEGIN_DECLS

typedef enum
{
  VAL_PLANNING_TAB_FORECAST,
  VAL_PLANNING_TAB_STAFFING,
  VAL_PLANNING_TAB_MENTORING,
} ValPlanningTab;

#define VAL_PLANNING_N_TABS 3

/* Fields of the staffing tab and of the mentoring tab; shrinkage stands on both. */
typedef enum
{
  VAL_PLANNING_SHARE,
  VAL_PLANNING_SECONDS,
  VAL_PLANNING_HANDLE_TIME,
  VAL_PLANNING_SHRINKAGE,
  VAL_PLANNING_OCCUPANCY,
  VAL_PLANNING_PEOPLE,
  VAL_PLANNING_CONTRACT,
  VAL_PLANNING_MENTORING,
} ValPlanningField;

#define VAL_PLANNING_N_FIELDS 8

struct _ValPlanningPage
{
  ValPage parent_instance;

  GtkWidget *outer; /* "loading", "empty", "content" */
  GtkWidget *contents[VAL_PLANNING_N_TABS]; /* of the tabs */
  GtkWidget *source_choice;
  GArray *sources; /* of ValPlanningSource */
  ValPlanningSource source;
  gboolean chosen; /* by the user */
  GtkWidget *tabs; /* a ValTabs, numbered by ValPlanningTab */
  GtkWidget *keep, *full, *pdf;
  GSimpleActionGroup *actions;

  ValPlanningInput *input;
  ValPlanningPicture *picture;
  GCancellable *cancellable;
  ValPlanningOptions options;
  guint save_timeout;
  gboolean setting;
  gboolean looks_ahead; /* at what is to come, while another source is read */

  /* Forecast */
  ValPlanningRange range;
  ValDay day; /* VAL_DAY_NONE: not chosen yet */
  gint64 compare_id;
  GArray *compare_ids; /* of gint64; 0: none */
  GtkWidget *headline, *band, *honest, *level, *expected, *holidays;
  GtkWidget *chart;
  GtkWidget *ranges[VAL_N_PLANNING_RANGES];
  GtkWidget *before, *after, *today;
  GtkWidget *country, *compare;
  GtkWidget *versions_heading, *versions;

  /* Staffing and mentoring */
  GtkWidget *fields[VAL_PLANNING_N_FIELDS];
  GtkWidget *shrinkage_again;
  GtkWidget *interval;
  GtkWidget *staffing_headline, *staffing_facts, *staffing_none, *staffing_content;
  GtkWidget *staffing_chart;
  GtkWidget *more_rows[3]; /* one fewer, as many, one more */
  GtkWidget *mentoring_headline, *mentoring_sentence, *mentoring_queue;
  GtkWidget *cost_cells[6][2];
};

ValPlanningView val_planning_page_get_view (ValPlanningPage *self);
void val_planning_page_ask (ValPlanningPage *self);
void val_planning_page_options_changed (ValPlanningPage *self);
void val_planning_page_show_source (ValPlanningPage *self, gint64 version_id);

GtkWidget *val_planning_page_label (GtkWidget *box, const char *css_class);

GtkWidget *val_planning_page_build_forecast (ValPlanningPage *self);
void val_planning_page_show_forecast (ValPlanningPage *self);
void val_planning_page_show_expected (ValPlanningPage *self);
void val_planning_page_build_versions (ValPlanningPage *self, GtkWidget *box);
void val_planning_page_show_versions (ValPlanningPage *self);
void val_planning_page_ask_formula (ValPlanningPage *self, gint64 id);

GtkWidget *val_planning_page_build_staffing (ValPlanningPage *self);
void val_planning_page_show_staffing (ValPlanningPage *self);
ValChart *val_planning_page_make_staffing (ValPlanningPage *self);

GtkWidget *val_planning_page_build_mentoring (ValPlanningPage *self);
void val_planning_page_show_mentoring (ValPlanningPage *self);

GtkWidget *val_planning_page_new_field (ValPlanningPage *self, GtkWidget *list,
                                        ValPlanningField field);
void val_planning_page_fill_fields (ValPlanningPage *self);

void val_planning_page_add_actions (ValPlanningPage *self);
void val_planning_page_update_actions (ValPlanningPage *self);

G_END_DECLS
