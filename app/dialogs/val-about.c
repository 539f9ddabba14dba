/* val-about.c: what this program is
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-about.h"

#include "val-config.h"
#include "val-i18n.h"

/**
 * val_about_present:
 * @parent: (nullable): the window in front
 *
 * Shows name, version, licence.
 */
void
val_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", "Valmius", "application-icon", VAL_APP_ID, "version",
                VAL_VERSION, "developer-name", _("Valmius developers"), "copyright",
                _("© 2026 Valmius developers"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _("Know how ready your customer-service people are, and what each group needs. "
                  "Everything stays on this computer."),
                /* Translators: your names, one a line; shown in the About window */
                "translator-credits", _("translator-credits"), "transient-for", parent, "modal",
                parent != NULL, NULL);
  if (g_str_equal (_("translator-credits"), "translator-credits"))
    g_object_set (about, "translator-credits", "", NULL);
  gtk_window_present (GTK_WINDOW (about));
}
