/* val-agents-offer.h: offers to match names in the contacts to people who have come since
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "val-page.h"

G_BEGIN_DECLS

#define VAL_TYPE_AGENTS_OFFER (val_agents_offer_get_type ())
G_DECLARE_FINAL_TYPE (ValAgentsOffer, val_agents_offer, VAL, AGENTS_OFFER, AdwBin)

GtkWidget *val_agents_offer_new (ValPage *page);
/* Looks for names that match now; is not to be seen when there are none. */
void val_agents_offer_set_dataset (ValAgentsOffer *self, ValDataset *dataset);

G_END_DECLS
