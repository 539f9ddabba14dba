/* fault-centre.h: a centre that is edited, and that shows whether an edit is whole
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-core.h"

G_BEGIN_DECLS

#define FAULT_ROWS 1500 /* of an import */
#define FAULT_CONTACTS 600
#define FAULT_VALUES 20

/* Edit n makes the person number n, two scores, a note, a session and an agreement about that
 * person, and says n in a setting. */
char *fault_centre_path (const char *folder);
void fault_centre_create (const char *folder);
gboolean fault_centre_edit (ValCore *core, int n, GError **error);
/* The same as an import that makes one person, a name of an agent, FAULT_ROWS scores,
 * FAULT_CONTACTS contacts and FAULT_VALUES values. */
gboolean fault_centre_import (ValCore *core, int n, GError **error);
/* The number of the last edit. */
int fault_centre_last (ValCore *core);
/* NULL, or what is wrong: it must open, be sound and hold exactly the first @saved edits, or one
 * more. @ret_last: nullable, how many. */
char *fault_centre_verify (const char *folder, int saved, int *ret_last);
/* Whether the file, which may be open here, is byte for byte one that was verified before. */
gboolean fault_centre_is_known (const char *folder, int *ret_last);
/* A file that another process has verified: the same bytes need not be looked over again. */
void fault_centre_remember (const char *folder, int last);
/* The same on an open one. */
char *fault_centre_inspect (ValCore *core, int least, int most);

/* Sessions as of a large centre: opened, looked over unless sealed, edited once, closed and sealed.
 * Sealing has to be on, see val_seal_set_least_size (). */
gboolean fault_centre_session (const char *folder, int n, GError **error);
char *fault_centre_seal_path (const char *folder);
/* NULL, or what is wrong: a seal that holds is on a sound file. Counts in @n_held those that do. */
char *fault_centre_verify_seal (const char *folder, guint *n_held);

G_END_DECLS
