/* val-crypt.h: files under a passphrase
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VAL_CRYPT_ERROR (val_crypt_error_quark ())

typedef enum
{
  VAL_CRYPT_ERROR_EMPTY_PASSPHRASE,
  VAL_CRYPT_ERROR_NOT_ENCRYPTED,
  VAL_CRYPT_ERROR_NEWER,
  VAL_CRYPT_ERROR_WRONG, /* the passphrase does not fit, or the file is damaged */
  VAL_CRYPT_ERROR_IO,
  VAL_CRYPT_ERROR_FAILED,
} ValCryptError;

GQuark val_crypt_error_quark (void);

gboolean val_crypt_is_encrypted (const char *path);
gboolean val_crypt_encrypt_file (const char *source, const char *target, const char *passphrase,
                                 GError **error);
gboolean val_crypt_decrypt_file (const char *source, const char *target, const char *passphrase,
                                 GError **error);
char *val_crypt_read_passphrase (const char *path, GError **error);

G_END_DECLS
