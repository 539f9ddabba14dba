/* val-contact-pack.h: columns of contacts as few bytes
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-contacts.h"

G_BEGIN_DECLS

GByteArray *val_contact_pack_write (const ValContactColumns *columns);
gboolean val_contact_pack_read (gconstpointer data, gsize size, gint32 first_id, guint n,
                                ValContactColumns *ret_columns);

G_END_DECLS
