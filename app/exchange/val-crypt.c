/* val-crypt.c: files under a passphrase
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-crypt.h"

#include <errno.h>
#include <fcntl.h>
#include <gcrypt.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "val-i18n.h"

/* The container: a header, then chunks of cipher text, each followed by its tag.
 *
 *   8 bytes  "VALMCRYP"
 *   4 bytes  version, little endian, as are all numbers
 *   4 bytes  Argon2id memory in KiB
 *   4 bytes  Argon2id passes
 *   4 bytes  chunk size
 *  16 bytes  salt
 *   7 bytes  nonce prefix
 *   1 byte   0
 *
 * Key: Argon2id (RFC 9106), one lane, 32 bytes. Chunks: ChaCha20-Poly1305 (RFC 8439) with the
 * nonce prefix | 32-bit number of the chunk | 1 for the last chunk, else 0, so that chunks can
 * neither change places nor be cut off; the header is authenticated with every chunk. */
#define MAGIC "VALMCRYP"
#define VERSION 1
#define HEADER_SIZE 48
#define SALT_AT 24
#define SALT_SIZE 16
#define PREFIX_AT 40
#define PREFIX_SIZE 7
#define KEY_SIZE 32
#define TAG_SIZE 16
#define CHUNK_SIZE 65536
#define MEMORY_KIB 65536 /* RFC 9106, second recommended choice: 64 MiB, 3 passes */
#define PASSES 3
#define MOST_MEMORY_KIB (1024 * 1024)
#define MOST_PASSES 64

G_DEFINE_QUARK (val-crypt-error-quark, val_crypt_error)

static void
put_number (guchar *place, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (place, &number, sizeof number);
}

static guint32
get_number (const guchar *place)
{
  guint32 number;

  memcpy (&number, place, sizeof number);
  return GUINT32_FROM_LE (number);
}

static gboolean
set_io_error (GError **error, const char *path)
{
  int code = errno;

  /* Translators: a file and what the system said about it */
  g_set_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_IO, _ ("“%s”: %s"), path,
               g_strerror (code));
  return FALSE;
}

static gboolean
set_failed (GError **error, gcry_error_t code)
{
  g_set_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_FAILED,
               _ ("The encryption could not be set up: %s"), gcry_strerror (code));
  return FALSE;
}

static void
initialise (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      gcry_check_version (NULL);
      gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
      gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
      g_once_init_leave (&done, 1);
    }
}

static gboolean
derive_key (const guchar *header, const char *passphrase, guchar *key, GError **error)
{
  const unsigned long parameters[4] = { KEY_SIZE, get_number (header + 16),
                                        get_number (header + 12), 1 };
  gcry_kdf_hd_t kdf;
  gcry_error_t code
      = gcry_kdf_open (&kdf, GCRY_KDF_ARGON2, GCRY_KDF_ARGON2ID, parameters, 4, passphrase,
                       strlen (passphrase), header + SALT_AT, SALT_SIZE, NULL, 0, NULL, 0);

  if (code != 0)
    return set_failed (error, code);
  code = gcry_kdf_compute (kdf, NULL);
  if (code == 0)
    code = gcry_kdf_final (kdf, KEY_SIZE, key);
  gcry_kdf_close (kdf);
  return code == 0 ? TRUE : set_failed (error, code);
}

static gcry_error_t
begin_chunk (gcry_cipher_hd_t cipher, const guchar *header, guint32 number, gboolean last)
{
  guchar nonce[PREFIX_SIZE + 5];
  gcry_error_t code;

  memcpy (nonce, header + PREFIX_AT, PREFIX_SIZE);
  put_number (nonce + PREFIX_SIZE, number);
  nonce[PREFIX_SIZE + 4] = last ? 1 : 0;
  code = gcry_cipher_setiv (cipher, nonce, sizeof nonce);
  if (code == 0)
    code = gcry_cipher_authenticate (cipher, header, HEADER_SIZE);
  if (code == 0)
    code = gcry_cipher_final (cipher);
  return code;
}

static gboolean
open_cipher (const guchar *header, const char *passphrase, gcry_cipher_hd_t *ret_cipher,
             GError **error)
{
  guchar key[KEY_SIZE];
  gcry_error_t code;

  if (!derive_key (header, passphrase, key, error))
    return FALSE;
  code = gcry_cipher_open (ret_cipher, GCRY_CIPHER_CHACHA20, GCRY_CIPHER_MODE_POLY1305, 0);
  if (code == 0)
    {
      code = gcry_cipher_setkey (*ret_cipher, key, sizeof key);
      if (code != 0)
        gcry_cipher_close (*ret_cipher);
    }
  explicit_bzero (key, sizeof key);
  return code == 0 ? TRUE : set_failed (error, code);
}

/* Whether nothing follows in @file. */
static gboolean
is_at_end (FILE *file)
{
  int next = fgetc (file);

  if (next == EOF)
    return TRUE;
  ungetc (next, file);
  return FALSE;
}

static gboolean
encrypt_chunks (FILE *in, FILE *out, gcry_cipher_hd_t cipher, const guchar *header, GError **error)
{
  g_autofree guchar *chunk = g_malloc (CHUNK_SIZE);
  guchar tag[TAG_SIZE];
  gboolean last = FALSE;

  for (guint32 number = 0; !last; number++)
    {
      gsize length = fread (chunk, 1, CHUNK_SIZE, in);
      gcry_error_t code;

      if (ferror (in))
        return set_io_error (error, _ ("source"));
      last = is_at_end (in);
      code = begin_chunk (cipher, header, number, last);
      if (code == 0)
        code = gcry_cipher_encrypt (cipher, chunk, length, NULL, 0);
      if (code == 0)
        code = gcry_cipher_gettag (cipher, tag, sizeof tag);
      if (code != 0)
        return set_failed (error, code);
      if (fwrite (chunk, 1, length, out) != length || fwrite (tag, 1, TAG_SIZE, out) != TAG_SIZE)
        return set_io_error (error, _ ("target"));
    }
  return TRUE;
}

static gboolean
set_wrong (GError **error)
{
  g_set_error_literal (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_WRONG,
                       _ ("The passphrase does not fit, or the file is damaged"));
  return FALSE;
}

static gboolean
decrypt_chunks (FILE *in, FILE *out, gcry_cipher_hd_t cipher, const guchar *header, GError **error)
{
  g_autofree guchar *chunk = g_malloc (CHUNK_SIZE + TAG_SIZE);
  gboolean last = FALSE;

  for (guint32 number = 0; !last; number++)
    {
      gsize length = fread (chunk, 1, CHUNK_SIZE + TAG_SIZE, in);

      if (ferror (in))
        return set_io_error (error, _ ("source"));
      if (length < TAG_SIZE)
        return set_wrong (error);
      length -= TAG_SIZE;
      last = is_at_end (in);
      if (begin_chunk (cipher, header, number, last) != 0
          || gcry_cipher_decrypt (cipher, chunk, length, NULL, 0) != 0
          || gcry_cipher_checktag (cipher, chunk + length, TAG_SIZE) != 0)
        return set_wrong (error);
      if (fwrite (chunk, 1, length, out) != length)
        return set_io_error (error, _ ("target"));
    }
  return TRUE;
}

/* A new file that its owner alone may read; an existing one is never overwritten. */
static FILE *
create_file (const char *path, GError **error)
{
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      set_io_error (error, path);
      return NULL;
    }
  return fdopen (descriptor, "wb");
}

static gboolean
close_file (FILE *file, const char *path, gboolean good, GError **error)
{
  if (good && (fflush (file) != 0 || fsync (fileno (file)) != 0))
    good = set_io_error (error, path);
  if (fclose (file) != 0 && good)
    good = set_io_error (error, path);
  if (!good)
    g_unlink (path);
  return good;
}

static void
make_header (guchar *header)
{
  memset (header, 0, HEADER_SIZE);
  memcpy (header, MAGIC, 8);
  put_number (header + 8, VERSION);
  put_number (header + 12, MEMORY_KIB);
  put_number (header + 16, PASSES);
  put_number (header + 20, CHUNK_SIZE);
  gcry_randomize (header + SALT_AT, SALT_SIZE, GCRY_STRONG_RANDOM);
  gcry_create_nonce (header + PREFIX_AT, PREFIX_SIZE);
}

/**
 * val_crypt_encrypt_file:
 * @source: a file
 * @target: a new file; an existing one is refused
 * @passphrase: not empty, UTF-8
 * @error: %VAL_CRYPT_ERROR with a translated sentence
 *
 * Writes @source under a passphrase. The format stands at the top of this file. Takes about a
 * third of a second for the key. Blocks; any thread. @target is readable by its owner only and
 * does not exist after an error.
 *
 * Returns: whether @target is complete and on the disk
 */
gboolean
val_crypt_encrypt_file (const char *source, const char *target, const char *passphrase,
                        GError **error)
{
  guchar header[HEADER_SIZE];
  gcry_cipher_hd_t cipher;
  FILE *in, *out;
  gboolean good;

  if (*passphrase == '\0')
    {
      g_set_error_literal (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_EMPTY_PASSPHRASE,
                           _ ("The passphrase is empty"));
      return FALSE;
    }
  initialise ();
  make_header (header);
  in = g_fopen (source, "rbe");
  if (in == NULL)
    return set_io_error (error, source);
  out = create_file (target, error);
  if (out == NULL || !open_cipher (header, passphrase, &cipher, error))
    {
      fclose (in);
      if (out != NULL)
        close_file (out, target, FALSE, NULL);
      return FALSE;
    }
  good = fwrite (header, 1, HEADER_SIZE, out) == HEADER_SIZE || set_io_error (error, target);
  good = good && encrypt_chunks (in, out, cipher, header, error);
  gcry_cipher_close (cipher);
  fclose (in);
  return close_file (out, target, good, error);
}

static gboolean
read_header (FILE *in, guchar *header, GError **error)
{
  if (fread (header, 1, HEADER_SIZE, in) != HEADER_SIZE || memcmp (header, MAGIC, 8) != 0)
    {
      g_set_error_literal (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_NOT_ENCRYPTED,
                           _ ("The file is not an encrypted Valmius file"));
      return FALSE;
    }
  if (get_number (header + 8) != VERSION)
    {
      g_set_error_literal (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_NEWER,
                           _ ("The file was encrypted by a newer version of Valmius"));
      return FALSE;
    }
  /* A forged header must not take all memory or run for ever. */
  if (get_number (header + 12) > MOST_MEMORY_KIB || get_number (header + 16) > MOST_PASSES
      || get_number (header + 20) != CHUNK_SIZE)
    return set_wrong (error);
  return TRUE;
}

/**
 * val_crypt_decrypt_file:
 * @source: a file that val_crypt_encrypt_file () made
 * @target: a new file; an existing one is refused
 * @passphrase: the same passphrase
 * @error: %VAL_CRYPT_ERROR with a translated sentence
 *
 * Blocks; any thread. @target does not exist after an error.
 *
 * Returns: whether @target is complete and every byte of it is authentic
 */
gboolean
val_crypt_decrypt_file (const char *source, const char *target, const char *passphrase,
                        GError **error)
{
  guchar header[HEADER_SIZE];
  gcry_cipher_hd_t cipher;
  FILE *in, *out;
  gboolean good;

  initialise ();
  in = g_fopen (source, "rbe");
  if (in == NULL)
    return set_io_error (error, source);
  if (!read_header (in, header, error) || !open_cipher (header, passphrase, &cipher, error))
    {
      fclose (in);
      return FALSE;
    }
  out = create_file (target, error);
  good = out != NULL && decrypt_chunks (in, out, cipher, header, error);
  gcry_cipher_close (cipher);
  fclose (in);
  return out != NULL && close_file (out, target, good, error);
}

/**
 * val_crypt_is_encrypted:
 * @path: a file
 *
 * Returns: whether the file begins as an encrypted one
 */
gboolean
val_crypt_is_encrypted (const char *path)
{
  char magic[8] = "";
  FILE *file = g_fopen (path, "rbe");
  gboolean encrypted;

  if (file == NULL)
    return FALSE;
  encrypted = fread (magic, 1, sizeof magic, file) == sizeof magic
              && memcmp (magic, MAGIC, sizeof magic) == 0;
  fclose (file);
  return encrypted;
}

/**
 * val_crypt_read_passphrase:
 * @path: a file whose first line is the passphrase
 * @error: %VAL_CRYPT_ERROR with a translated sentence
 *
 * Returns: (transfer full) (nullable): the first line without its end
 */
char *
val_crypt_read_passphrase (const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!g_file_get_contents (path, &contents, NULL, &local_error))
    {
      g_set_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_IO,
                   _ ("The passphrase could not be read: %s"), local_error->message);
      return NULL;
    }
  contents[strcspn (contents, "\r\n")] = '\0';
  if (*contents == '\0' || !g_utf8_validate (contents, -1, NULL))
    {
      g_set_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_EMPTY_PASSPHRASE,
                   _ ("“%s” holds no passphrase on its first line"), path);
      return NULL;
    }
  return g_steal_pointer (&contents);
}
