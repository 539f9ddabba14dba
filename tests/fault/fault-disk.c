/* fault-disk.c: a disk that fails, and one whose power is cut: the calls
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Else the names without and with 64 would be one. */
#undef _FILE_OFFSET_BITS
#include "fault-log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_FDS 1024

/* Which of the kinds of fault a call can meet. */
#define MEETS_IO (1 << FAULT_IO)
#define MEETS_FULL (1 << FAULT_FULL)

typedef struct
{
  gboolean watched;
  char *name; /* below the folder; "" is the folder itself */
} Descriptor;

static GMutex lock;
static char *watched;
static Descriptor descriptors[MAX_FDS];
static FaultKind armed;
static FaultKind counted;
static guint countdown;
static gboolean for_good;
static gboolean fired;
static guint calls;
static gboolean lying;
static FaultLog *recording;

void
fault_disk_watch (const char *folder)
{
  g_mutex_lock (&lock);
  g_free (watched);
  watched = g_strdup (folder);
  g_mutex_unlock (&lock);
}

void
fault_disk_arm (FaultKind kind, guint nth, gboolean all_after)
{
  g_mutex_lock (&lock);
  armed = kind;
  counted = FAULT_NONE;
  countdown = nth;
  for_good = all_after;
  fired = FALSE;
  g_mutex_unlock (&lock);
}

void
fault_disk_count (FaultKind kind)
{
  g_mutex_lock (&lock);
  armed = FAULT_NONE;
  counted = kind;
  calls = 0;
  g_mutex_unlock (&lock);
}

guint
fault_disk_calls (void)
{
  return calls;
}

gboolean
fault_disk_disarm (void)
{
  gboolean result;

  g_mutex_lock (&lock);
  result = fired;
  armed = FAULT_NONE;
  counted = FAULT_NONE;
  g_mutex_unlock (&lock);
  return result;
}

void
fault_disk_set_lying (gboolean value)
{
  lying = value;
}

void
fault_disk_record (void)
{
  FaultLog *log = fault_log_new (watched);

  g_mutex_lock (&lock);
  recording = log;
  g_mutex_unlock (&lock);
}

void
fault_disk_mark (int value)
{
  g_mutex_lock (&lock);
  if (recording != NULL)
    fault_log_add_mark (recording, value);
  g_mutex_unlock (&lock);
}

FaultLog *
fault_disk_take_log (void)
{
  FaultLog *log;

  g_mutex_lock (&lock);
  log = g_steal_pointer (&recording);
  g_mutex_unlock (&lock);
  return log;
}

/* The name below the watched folder, or NULL. */
static const char *
name_of (const char *path)
{
  gsize length;

  if (watched == NULL || path == NULL)
    return NULL;
  length = strlen (watched);
  if (strncmp (path, watched, length) != 0 || (path[length] != '/' && path[length] != '\0'))
    return NULL;
  return path[length] == '/' ? path + length + 1 : path + length;
}

static const char *
name_of_fd (int fd)
{
  return fd >= 0 && fd < MAX_FDS && descriptors[fd].watched ? descriptors[fd].name : NULL;
}

/* With the lock held: 0, or the errno that the call is to fail with. */
static int
meet (int kinds)
{
  if (counted != FAULT_NONE && (kinds & (1 << counted)) != 0)
    calls++;
  if (armed == FAULT_NONE || (kinds & (1 << armed)) == 0)
    return 0;
  if (countdown > 0)
    countdown--;
  if (countdown > 0 || (fired && !for_good))
    return 0;
  fired = TRUE;
  return armed == FAULT_FULL ? ENOSPC : EIO;
}

static int
meet_path (const char *path, int kinds)
{
  int number = 0;

  g_mutex_lock (&lock);
  if (name_of (path) != NULL)
    number = meet (kinds);
  g_mutex_unlock (&lock);
  return number;
}

static int
meet_fd (int fd, int kinds)
{
  int number = 0;

  g_mutex_lock (&lock);
  if (name_of_fd (fd) != NULL)
    number = meet (kinds);
  g_mutex_unlock (&lock);
  return number;
}

static int
failed (int number)
{
  errno = number;
  return -1;
}

static void
note_opened (int fd, const char *path, int flags, gboolean is_new)
{
  const char *name;

  if (fd < 0 || fd >= MAX_FDS)
    return;
  g_mutex_lock (&lock);
  name = name_of (path);
  g_free (descriptors[fd].name);
  descriptors[fd].watched = name != NULL;
  descriptors[fd].name = g_strdup (name);
  if (name != NULL && recording != NULL && is_new)
    fault_log_add_create (recording, name);
  if (name != NULL && recording != NULL && !is_new && (flags & O_TRUNC) != 0)
    fault_log_add_truncate (recording, name, 0);
  g_mutex_unlock (&lock);
}

static int
open_common (const char *path, int flags, mode_t mode)
{
  struct stat st;
  gboolean is_new = (flags & O_CREAT) != 0
                    && syscall (SYS_newfstatat, AT_FDCWD, path, &st, AT_SYMLINK_NOFOLLOW) != 0;
  int number = meet_path (path, MEETS_IO | (is_new ? MEETS_FULL : 0));
  int fd;

  if (number != 0)
    return failed (number);
  fd = (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
  number = errno;
  note_opened (fd, path, flags, is_new);
  errno = number;
  return fd;
}

#define DEFINE_OPEN(name)                                                                          \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list list;                                                                                  \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (list, flags);                                                                        \
    if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                                      \
      mode = (mode_t) va_arg (list, int);                                                          \
    va_end (list);                                                                                 \
    return open_common (path, flags, mode);                                                        \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

int
close (int fd)
{
  g_mutex_lock (&lock);
  if (fd >= 0 && fd < MAX_FDS)
    {
      descriptors[fd].watched = FALSE;
      g_clear_pointer (&descriptors[fd].name, g_free);
    }
  g_mutex_unlock (&lock);
  return (int) syscall (SYS_close, fd);
}

ssize_t
read (int fd, void *buffer, size_t length)
{
  int number = meet_fd (fd, MEETS_IO);

  return number != 0 ? failed (number) : syscall (SYS_read, fd, buffer, length);
}

static ssize_t
pread_common (int fd, void *buffer, size_t length, off_t offset)
{
  int number = meet_fd (fd, MEETS_IO);

  return number != 0 ? failed (number) : syscall (SYS_pread64, fd, buffer, length, offset);
}

ssize_t
pread (int fd, void *buffer, size_t length, off_t offset)
{
  return pread_common (fd, buffer, length, offset);
}

ssize_t
pread64 (int fd, void *buffer, size_t length, off_t offset)
{
  return pread_common (fd, buffer, length, offset);
}

static void
note_written (int fd, off_t offset, const void *buffer, ssize_t length)
{
  const char *name;

  g_mutex_lock (&lock);
  name = name_of_fd (fd);
  if (name != NULL && recording != NULL && length > 0)
    fault_log_add_write (recording, name, offset, buffer, (gsize) length);
  g_mutex_unlock (&lock);
}

static ssize_t
pwrite_common (int fd, const void *buffer, size_t length, off_t offset)
{
  int number = meet_fd (fd, MEETS_IO | MEETS_FULL);
  ssize_t written;

  /* A full disk takes what still fits. */
  if (number == ENOSPC && length > 1)
    syscall (SYS_pwrite64, fd, buffer, length / 2, offset);
  if (number != 0)
    return failed (number);
  written = syscall (SYS_pwrite64, fd, buffer, length, offset);
  number = errno;
  note_written (fd, offset, buffer, written);
  errno = number;
  return written;
}

ssize_t
pwrite (int fd, const void *buffer, size_t length, off_t offset)
{
  return pwrite_common (fd, buffer, length, offset);
}

ssize_t
pwrite64 (int fd, const void *buffer, size_t length, off_t offset)
{
  return pwrite_common (fd, buffer, length, offset);
}

ssize_t
write (int fd, const void *buffer, size_t length)
{
  int number = meet_fd (fd, MEETS_IO | MEETS_FULL);
  off_t offset;
  ssize_t written;

  if (number != 0)
    return failed (number);
  offset = syscall (SYS_lseek, fd, 0, SEEK_CUR);
  written = syscall (SYS_write, fd, buffer, length);
  number = errno;
  note_written (fd, offset, buffer, written);
  errno = number;
  return written;
}

static int
truncate_common (int fd, off_t length)
{
  int number = meet_fd (fd, MEETS_IO);
  const char *name;

  if (number != 0)
    return failed (number);
  if (syscall (SYS_ftruncate, fd, length) != 0)
    return -1;
  g_mutex_lock (&lock);
  name = name_of_fd (fd);
  if (name != NULL && recording != NULL)
    fault_log_add_truncate (recording, name, length);
  g_mutex_unlock (&lock);
  return 0;
}

int
ftruncate (int fd, off_t length)
{
  return truncate_common (fd, length);
}

int
ftruncate64 (int fd, off_t length)
{
  return truncate_common (fd, length);
}

static int
sync_common (int fd)
{
  int number = meet_fd (fd, MEETS_IO);
  const char *name;

  if (number != 0)
    return failed (number);
  g_mutex_lock (&lock);
  name = name_of_fd (fd);
  if (name != NULL && recording != NULL && !lying)
    fault_log_add_sync (recording, name);
  g_mutex_unlock (&lock);
  /* What the real disk does is no part of the test, and slow. */
  return name != NULL ? 0 : (int) syscall (SYS_fsync, fd);
}

int
fsync (int fd)
{
  return sync_common (fd);
}

int
fdatasync (int fd)
{
  return sync_common (fd);
}

int
unlink (const char *path)
{
  int number = meet_path (path, MEETS_IO);
  const char *name;

  if (number != 0)
    return failed (number);
  if (syscall (SYS_unlinkat, AT_FDCWD, path, 0) != 0)
    return -1;
  g_mutex_lock (&lock);
  name = name_of (path);
  if (name != NULL && recording != NULL)
    fault_log_add_unlink (recording, name);
  g_mutex_unlock (&lock);
  return 0;
}

static void
note_renamed (const char *from, const char *to, gboolean keep)
{
  g_mutex_lock (&lock);
  if (name_of (from) != NULL && name_of (to) != NULL && recording != NULL)
    {
      if (keep)
        fault_log_add_link (recording, name_of (from), name_of (to));
      else
        fault_log_add_rename (recording, name_of (from), name_of (to));
    }
  g_mutex_unlock (&lock);
}

int
renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned int flags)
{
  int number = meet_path (from, MEETS_IO | MEETS_FULL);

  if (number != 0)
    return failed (number);
  if (syscall (SYS_renameat2, from_fd, from, to_fd, to, flags) != 0)
    return -1;
  note_renamed (from, to, FALSE);
  return 0;
}

int
rename (const char *from, const char *to)
{
  return renameat2 (AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
link (const char *from, const char *to)
{
  int number = meet_path (from, MEETS_IO | MEETS_FULL);

  if (number != 0)
    return failed (number);
  if (syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0) != 0)
    return -1;
  note_renamed (from, to, TRUE);
  return 0;
}

int
mkdir (const char *path, mode_t mode)
{
  int number = meet_path (path, MEETS_IO | MEETS_FULL);

  if (number != 0)
    return failed (number);
  if (syscall (SYS_mkdirat, AT_FDCWD, path, mode) != 0)
    return -1;
  g_mutex_lock (&lock);
  if (name_of (path) != NULL && recording != NULL)
    fault_log_add_folder (recording, name_of (path));
  g_mutex_unlock (&lock);
  return 0;
}

static int
stat_common (const char *path, void *st, int flags)
{
  int number = meet_path (path, MEETS_IO);

  return number != 0 ? failed (number)
                     : (int) syscall (SYS_newfstatat, AT_FDCWD, path, st, flags);
}

static int
fstat_common (int fd, void *st)
{
  int number = meet_fd (fd, MEETS_IO);

  return number != 0 ? failed (number) : (int) syscall (SYS_fstat, fd, st);
}

int
stat (const char *path, struct stat *st)
{
  return stat_common (path, st, 0);
}

int
stat64 (const char *path, struct stat64 *st)
{
  return stat_common (path, st, 0);
}

int
lstat (const char *path, struct stat *st)
{
  return stat_common (path, st, AT_SYMLINK_NOFOLLOW);
}

int
lstat64 (const char *path, struct stat64 *st)
{
  return stat_common (path, st, AT_SYMLINK_NOFOLLOW);
}

int
fstat (int fd, struct stat *st)
{
  return fstat_common (fd, st);
}

int
fstat64 (int fd, struct stat64 *st)
{
  return fstat_common (fd, st);
}
