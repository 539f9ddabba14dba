/* val-mentoring-parts.h: what the page is put together from
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-chart.h"
#include "val-in-turns.h"
#include "val-mentoring-picture.h"
#include "val-page.h"

G_BEGIN_DECLS

/* Each fills @box, which is empty, with a tab of the page. */
void val_mentoring_fill_sessions (GtkWidget *box, ValPage *page,
                                  const ValMentoringPicture *picture);
void val_mentoring_fill_thanks (GtkWidget *box, ValPage *page,
                                const ValMentoringPicture *picture);
void val_mentoring_fill_mirror (GtkWidget *box, ValPage *page,
                                const ValMentoringPicture *picture);

void val_mentoring_part_heading (GtkWidget *box, const char *title);
GtkWidget *val_mentoring_part_buttons (GtkWidget *box);
GtkWidget *val_mentoring_part_label (GtkWidget *box, const char *text, const char *css_class);
GtkWidget *val_mentoring_part_list (GtkWidget *box, const char *label);
GtkWidget *val_mentoring_part_row (GtkWidget *list, const char *title, const char *subtitle);
/* What a row of a list of people is made from; @picture is the page's. */
typedef struct
{
  ValPage *page;
  const ValMentoringPicture *picture;
  GPtrArray *people; /* of ValPersonAttention */
} ValMentoringRows;

/* @function gets a ValMentoringRows. */
void val_mentoring_part_rows (GtkWidget *list, ValPage *page, const ValMentoringPicture *picture,
                              GPtrArray *people, ValInTurns function);
void val_mentoring_part_more (GtkWidget *box, guint left);
void val_mentoring_part_chart (GtkWidget *box, ValChart *chart);

G_END_DECLS
