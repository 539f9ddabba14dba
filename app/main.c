/* main.c: the window program
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-application.h"
#include "val-i18n.h"

int
main (int argc, char *argv[])
{
  g_autoptr (ValApplication) application = NULL;

  val_i18n_init (NULL);
  application = val_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
