/* val-cli.h: the command line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/**
 * val_cli_run:
 *
 * Carries out one command. Returns the exit code: 0 done, 1 not done, 2 wrong usage, 3 rows
 * refused.
 */
int val_cli_run (int argc, char *argv[]);
