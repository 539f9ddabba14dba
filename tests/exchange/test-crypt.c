/* test-crypt.c: files under a passphrase
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "val-crypt.h"
#include "val-i18n.h"

typedef struct
{
  char *folder;
  char *plain;
  char *cipher;
  char *again;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("valmius-crypt-XXXXXX", NULL);
  fixture->plain = g_build_filename (fixture->folder, "plain", NULL);
  fixture->cipher = g_build_filename (fixture->folder, "cipher", NULL);
  fixture->again = g_build_filename (fixture->folder, "again", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->plain);
  g_unlink (fixture->cipher);
  g_unlink (fixture->again);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->plain);
  g_free (fixture->cipher);
  g_free (fixture->again);
}

static char *
make_text (gsize length)
{
  char *text = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    text[i] = (char) (i * 7 + i / 256);
  return text;
}

/* Sizes around the ends of chunks, the empty file among them. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = make_text (sizes[i]);
      g_autofree char *read = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      struct stat status;

      g_assert_true (g_file_set_contents (fixture->plain, text, (gssize) sizes[i], NULL));
      val_crypt_encrypt_file (fixture->plain, fixture->cipher, "zażółć", &error);
      g_assert_no_error (error);
      g_assert_true (val_crypt_is_encrypted (fixture->cipher));
      g_assert_false (val_crypt_is_encrypted (fixture->plain));
      g_assert_cmpint (g_stat (fixture->cipher, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      val_crypt_decrypt_file (fixture->cipher, fixture->again, "zażółć", &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (fixture->again, &read, &length, NULL));
      g_assert_cmpmem (read, length, text, sizes[i]);
      g_unlink (fixture->cipher);
      g_unlink (fixture->again);
    }
}

static void
assert_refused (Fixture *fixture, const char *bytes, gsize length, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->cipher, bytes, (gssize) length, NULL));
  g_assert_false (
      val_crypt_decrypt_file (fixture->cipher, fixture->again, passphrase, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (fixture->again, G_FILE_TEST_EXISTS));
}

/* One bit anywhere, a missing end, chunks that change places: nothing may come out. */
static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  const gsize chunk = 65536 + 16;
  g_autofree char *text = make_text (150000);
  g_autofree char *good = NULL;
  g_autofree char *swapped = NULL;
  gsize length;
  static const gsize places[] = { 30, 42, 47, 48, 60000, 66000, 140000 };

  g_assert_true (g_file_set_contents (fixture->plain, text, 150000, NULL));
  g_assert_true (val_crypt_encrypt_file (fixture->plain, fixture->cipher, "x", NULL));
  g_assert_true (g_file_get_contents (fixture->cipher, &good, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);

      bad[places[i]] ^= 1;
      assert_refused (fixture, bad, length, "x");
    }
  assert_refused (fixture, good, length, "y");
  assert_refused (fixture, good, 48 + 2 * chunk, "x");
  assert_refused (fixture, good, length - 1, "x");
  assert_refused (fixture, good, 20, "x");
  swapped = g_memdup2 (good, length);
  memcpy (swapped + 48, good + 48 + chunk, chunk);
  memcpy (swapped + 48 + chunk, good + 48, chunk);
  assert_refused (fixture, swapped, length, "x");
}

/* A forged header that asks for too much memory is refused before any is taken. */
static void
test_forged_header (Fixture *fixture, gconstpointer data)
{
  char header[200] = "VALMCRYP\1\0\0\0\377\377\377\177\3\0\0\0\0\0\1\0";

  assert_refused (fixture, header, sizeof header, "x");
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_true (g_file_set_contents (fixture->plain, "secret\r\nrest", -1, NULL));
  g_assert_false (val_crypt_encrypt_file (fixture->plain, fixture->cipher, "", &error));
  g_assert_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_EMPTY_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (val_crypt_encrypt_file (fixture->plain, fixture->plain, "x", &error));
  g_assert_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (val_crypt_decrypt_file (fixture->plain, fixture->again, "x", &error));
  g_assert_error (error, VAL_CRYPT_ERROR, VAL_CRYPT_ERROR_NOT_ENCRYPTED);
  line = val_crypt_read_passphrase (fixture->plain, NULL);
  g_assert_cmpstr (line, ==, "secret");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  val_i18n_init ("en");
#define ADD(name, function)                                                                       \
  g_test_add ("/exchange/crypt/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("tampering", test_tampering);
  ADD ("forged-header", test_forged_header);
  ADD ("refusals", test_refusals);
  return g_test_run ();
}
