/* val-person-form.h: rows of the forms about people, teams and roles
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "val-session.h"

G_BEGIN_DECLS

/* A window with Cancel and a button that does it; @ret_content is where the groups go. */
void val_person_form_build (GtkWindow *window, const char *title, const char *button,
                            GtkWidget **ret_button, GtkWidget **ret_content);
GtkWidget *val_person_form_group (GtkWidget *content, const char *title, const char *description);
GtkWidget *val_person_form_entry (GtkWidget *group, const char *title, const char *text);
GtkWidget *val_person_form_text (GtkWidget *group, const char *title, const char *text);
GtkWidget *val_person_form_date (GtkWidget *group, const char *title, ValDay day, ValDay today);
GtkWidget *val_person_form_field (GtkWidget *group, const char *title, const char *subtitle,
                                  GtkWidget *field);
GtkWidget *val_person_form_choice (GtkWidget *group, const char *title, const char *const *names,
                                   guint selected);
/* Shows of a path ("Centre › Complaints") the last part, and all of it in the list. */
void val_person_form_shorten_paths (GtkWidget *combo);
char *val_person_form_dup_text (GtkWidget *text_view);
char *val_person_form_dup_entry (GtkWidget *entry);

/* A sentence in place, under the rows of a group; NULL takes it away. */
GtkWidget *val_person_form_error (GtkWidget *group);
void val_person_form_set_error (GtkWidget *error, GtkWidget *field, const char *sentence);
void val_person_form_clear_field (GtkWidget *field);

/* Stands over the window of @parent. */
void val_person_form_place (GtkWindow *window, GtkWidget *parent, int width);
/* Closes when it is stored; says why when it is not. */
void val_person_form_store (GtkWindow *window, ValSession *session, ValEdit *edit,
                            GtkWidget *button, GtkWidget *error);

G_END_DECLS
