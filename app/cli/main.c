/* main.c: the command-line program
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli.h"

int
main (int argc, char *argv[])
{
  return val_cli_run (argc, argv);
}
