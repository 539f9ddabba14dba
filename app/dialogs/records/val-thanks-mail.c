/* val-thanks-mail.c: a thank-you as an e-mail that waits to be sent
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-thanks-mail.h"

#include "val-address.h"
#include "val-format.h"
#include "val-i18n.h"

/* Lines of a mailto: address end with CR LF (RFC 6068, section 5). */
static char *
escape (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);

  return g_uri_escape_string (joined, NULL, FALSE);
}

/**
 * val_thanks_mail_uri:
 * @person: who is thanked; without an address the user fills it in
 * @recognition: for what; nothing of what is for the manager alone is used
 *
 * Returns: (transfer full): a mailto: address (RFC 6068) with subject and text in the language of
 *   the interface, everything escaped
 */
char *
val_thanks_mail_uri (const ValPerson *person, const ValRecognition *recognition)
{
  g_autofree char *to = g_uri_escape_string (person->email, "@", FALSE);
  g_autofree char *subject = escape (_("Thank you"));
  g_autofree char *name = val_person_get_name (person);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *body = NULL;
  gboolean has_given = *person->given != '\0';
  g_autofree char *called = val_address_name (has_given ? person->given : name, has_given);

  /* Translators: opens a letter; %s is the name of the person it is written to, in Greek and
   * Polish as it is called (Γιώργο for Γιώργος, Anno for Anna). */
  g_autofree char *greeting = val_format_replace (C_("letter", "Hello, %s!"), called);

  g_string_append_printf (text, "%s\n\n%s\n\n%s\n", greeting,
                          C_("letter", "I would like to thank you:"), recognition->text);
  if (*recognition->value != '\0')
    {
      /* Translators: %s is a value of the company, as the user wrote it */
      g_autofree char *value
          = val_format_replace (C_("letter", "It shows what we value: %s"), recognition->value);

      g_string_append_printf (text, "\n%s\n", value);
    }
  body = escape (text->str);
  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, subject, body);
}
