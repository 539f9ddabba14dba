/* val-skills-starter.c: the first skills of an empty catalogue
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-starter.h"

#include "val-catalogue.h"
#include "val-i18n.h"

/**
 * val_skills_add_starter:
 *
 * Adds the skills of the starter catalogue that are not there yet, in the interface language.
 */
void
val_skills_add_starter (ValSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = val_catalogue_starter_skills (
      val_i18n_language (), val_session_get_dataset (session), &error);

  if (edit != NULL)
    val_session_edit (session, edit, NULL, NULL);
  else if (error != NULL)
    g_signal_emit_by_name (session, "failed", error);
}
