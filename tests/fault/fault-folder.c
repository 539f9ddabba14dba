/* fault-folder.c: folders for tests that open thousands of files
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-disk.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* In memory where the system has such a place: what a real disk does is simulated here. */
char *
fault_make_folder (void)
{
  const char *base = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  char *folder = g_build_filename (base, "valmius-fault-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

void
fault_clear_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fault_remove_folder (path);
      else
        g_unlink (path);
    }
}

void
fault_remove_folder (const char *folder)
{
  fault_clear_folder (folder);
  g_rmdir (folder);
}

/* Files below @folder with @part in their names. */
guint
fault_count_files (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += fault_count_files (path, part);
      else if (strstr (name, part) != NULL)
        n++;
    }
  return n;
}
