/* slow-disk.c: preloaded: a disk on which every fsync takes half a second
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dlfcn.h>
#include <unistd.h>

static int
wait_for_disk (const char *name, int descriptor)
{
  int (*real) (int) = (int (*) (int)) dlsym (RTLD_NEXT, name);

  usleep (500 * 1000);
  return real (descriptor);
}

int
fsync (int descriptor)
{
  return wait_for_disk ("fsync", descriptor);
}

int
fdatasync (int descriptor)
{
  return wait_for_disk ("fdatasync", descriptor);
}
