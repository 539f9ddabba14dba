/* val-gtk-compat.h: what differs between the GTK of today and of tomorrow, in one small place
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void val_gtk_show_uri (GtkWidget *parent, const char *uri);

/* Sets the accessible label, and the tooltip to the same words. */
void val_gtk_label_button (GtkWidget *button, const char *label);
void val_gtk_set_accessible_label (GtkWidget *widget, const char *label);
/* The same for a drop-down or menu button, whose focus sits on a button inside. */
void val_gtk_label_inside (GtkWidget *widget, const char *label);
/* The wheel scrolls the page and never changes the number of a scale or spin button. */
void val_gtk_leave_wheel (GtkWidget *widget);
/* A table inside of a page that scrolls: at its end the wheel goes on with the page. */
void val_gtk_pass_wheel (GtkWidget *scrolled);
/* A table of GTK has no names for its rows: call both, one when it is made and one for each row. */
void val_gtk_label_table (GtkWidget *column_view, const char *label);
void val_gtk_label_row (GtkListItem *item, const char *label);
void val_gtk_set_accessible_description (GtkWidget *widget, const char *description);

/* The words of a button may take more than one line, where large text leaves no other way. */
void val_gtk_wrap_words (GtkWidget *button);

/* @icon: (transfer floating); returns: (transfer floating) */
GtkWidget *val_gtk_beside_text (GtkWidget *icon);

/* For GtkWidgetClass.focus of a bin that says in grab_focus what is first: Tab goes on through what
 * is inside. GTK's own would take the focus back to the first, and nobody could get out backwards. */
gboolean val_gtk_focus_inside (GtkWidget *bin, GtkDirectionType direction);

/* Shows a page of a stack and takes all others out of sight and out of mind. */
void val_gtk_stack_show (GtkStack *stack, const char *name);
void val_gtk_stack_show_child (GtkStack *stack, GtkWidget *child);

/* A spinner that turns while it is on screen; returns: (transfer floating) */
GtkWidget *val_gtk_spinner_new (const char *label);

void val_gtk_set_menu (GtkWidget *button, GMenuModel *menu);

/* For a popover that hangs at a widget of ours; (transfer full) */
void val_gtk_drop_popover (GtkWidget *popover);

/* Registers the interface's templates and the style; any number of times. */
void val_gtk_ensure_resources (void);

/* The colour of text on @widget. */
void val_gtk_get_text_colour (GtkWidget *widget, GdkRGBA *ret_colour);

G_END_DECLS
