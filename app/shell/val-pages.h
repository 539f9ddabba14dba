/* val-pages.h: which pages there are
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

/**
 * ValPageInfo: a line of the sidebar. Titles are message ids in the context "page".
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  ValPage *(*create) (ValSession *session);
} ValPageInfo;

extern const ValPageInfo val_pages[];
extern const guint val_n_pages;

const char *val_page_info_get_title (const ValPageInfo *info);

G_END_DECLS
