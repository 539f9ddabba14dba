/* val-gallery.h: every window of the program, opened by its name
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "window-fixture.h"

G_BEGIN_DECLS

/**
 * ValGallery: the program over a database, and one of its windows.
 * @person: of whom most is written
 * @files: a folder of its own for tables to import
 */
typedef struct
{
  ValWindow *window;
  ValSession *session;
  gint64 person;
  char *files;
} ValGallery;

/**
 * ValGalleryItem: one window, or what stands in the main window instead of a page.
 * @name: for files and messages
 * @open: opens it
 * @inside: the name of a type: a part of the main window or a popover; NULL: a window of its own
 */
typedef struct
{
  const char *name;
  void (*open) (ValGallery *self);
  const char *inside;
} ValGalleryItem;

/* Each ends with an empty item. */
extern const ValGalleryItem val_gallery_records[];
extern const ValGalleryItem val_gallery_files[];

guint val_gallery_n_items (void);
const ValGalleryItem *val_gallery_item (guint index);

/* val-gallery.c */
ValGallery *val_gallery_new (const char *database);
void val_gallery_free (ValGallery *self);
GtkWidget *val_gallery_open (ValGallery *self, const ValGalleryItem *item, int width);
void val_gallery_close (ValGallery *self);
void val_gallery_open_and_close (ValGallery *self, const ValGalleryItem *item);
void val_gallery_resize (GtkWidget *root, int width, int height);
GtkWindow *val_gallery_parent (ValGallery *self);
ValDataset *val_gallery_dataset (ValGallery *self);
ValDay val_gallery_today (ValGallery *self);

/* For the items. */
GtkWidget *val_gallery_find (GtkWidget *root, const char *type);
GtkWidget *val_gallery_find_button (GtkWidget *root, const char *label);
void val_gallery_press (GtkWidget *root, const char *label);
GtkWidget *val_gallery_newest (ValGallery *self);
void val_gallery_show_page (ValGallery *self, const char *id, guint tab);
void val_gallery_act (ValGallery *self, const char *action, GVariant *parameter);
GFile *val_gallery_write (ValGallery *self, const char *name, const char *text);

G_END_DECLS
