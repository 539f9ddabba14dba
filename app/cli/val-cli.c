/* val-cli.c: the command line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-cli.h"

int
val_cli_run (int argc, char *argv[])
{
  return 2;
}
