/* fuzz-xlsx-libfuzzer.c: reading workbooks under libFuzzer (clang)
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stddef.h>
#include <stdint.h>

#include "fuzz-xlsx.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  val_fuzz_xlsx (data, length);
  return 0;
}
