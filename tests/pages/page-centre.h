/* page-centre.h: a centre of its own for a test of a page, and a window over it
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-page.h"

G_BEGIN_DECLS

/**
 * PageCentre: a store in a folder of its own, its session, and a page in a window.
 * @page: (nullable): what the window shows
 * @message: (nullable): of the newest toast
 * @failure: (nullable): why the newest change was refused
 * @patience: how often the main loop is turned at least, for what is worked out in threads
 */
typedef struct
{
  char *folder;
  ValStore *store;
  ValSession *session;
  GtkWidget *window;
  ValPage *page;
  char *message, *failure;
  int patience;
} PageCentre;

/* A new store; what the page is to show is put into it before page_centre_show (). */
void page_centre_open (PageCentre *self);
/* @new_page: (nullable): makes the page */
void page_centre_show (PageCentre *self, ValPage *(*new_page) (ValSession *session), int width,
                       int height);
/* Until nothing is under way. */
void page_centre_settle (PageCentre *self);
/* Closes the window and removes the folder. */
void page_centre_close (PageCentre *self);

G_END_DECLS
