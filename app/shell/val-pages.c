/* val-pages.c: which pages there are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-pages.h"

#include "val-i18n.h"
#include "val-mentoring-page.h"
#include "val-people-page.h"
#include "val-performance-page.h"
#include "val-planning-page.h"
#include "val-readiness-page.h"
#include "val-skills-page.h"
#include "val-today-page.h"

/* The order is that of the sidebar and of Alt+1, Alt+2, ... A page that does not exist yet has no
 * line here. */
const ValPageInfo val_pages[] = {
  { "today", NC_ ("page", "Today"), "val-today-symbolic", val_today_page_new },
  { "people", NC_ ("page", "People"), "val-people-symbolic", val_people_page_new },
  { "mentoring", NC_ ("page", "Mentoring"), "val-mentoring-symbolic", val_mentoring_page_new },
  { "readiness", NC_ ("page", "Readiness"), "val-readiness-symbolic", val_readiness_page_new },
  { "skills", NC_ ("page", "Skills"), "val-skills-symbolic", val_skills_page_new },
  { "performance", NC_ ("page", "Performance"), "val-performance-symbolic",
    val_performance_page_new },
  { "planning", NC_ ("page", "Planning"), "val-planning-symbolic", val_planning_page_new },
};
const guint val_n_pages = G_N_ELEMENTS (val_pages);

/**
 * val_page_info_get_title:
 *
 * Returns: (transfer none): the translated title
 */
const char *
val_page_info_get_title (const ValPageInfo *info)
{
  g_autofree char *key = g_strconcat ("page\004", info->title, NULL);

  return val_i18n_context (key, info->title);
}
