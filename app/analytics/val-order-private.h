/* val-order-private.h: how many pairs of an order turn round
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @before rises. Pairs that differ in it. */
guint64 val_order_count_pairs (const gint64 *before, guint n);
/* Pairs that differ in @before, which rises, and stand the other way round in @after, whose order is
 * lost. */
guint64 val_order_count_turned (const gint64 *before, gint64 *after, guint n);

G_END_DECLS
