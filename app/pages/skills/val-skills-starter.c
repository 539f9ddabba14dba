/* val-skills-starter.c: the skills of the starter catalogue, added to the centre's own
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-skills-starter.h"

#include "val-catalogue.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-toast.h"

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  ValSession *session = VAL_SESSION (source);
  g_autoptr (ValEditResult) stored = val_session_edit_finish (session, result, NULL);
  g_autofree char *number = val_format_integer (n);
  g_autofree char *message = val_format_replace (
      ngettext ("%s starter skill added", "%s starter skills added", n), number);

  if (stored != NULL)
    g_signal_emit_by_name (session, "saved", message, stored->change_id);
}

/**
 * val_skills_add_starter:
 * @place: a widget of the window that says how many came in
 *
 * Adds the skills of the starter catalogue that are not there yet, in the interface language.
 */
void
val_skills_add_starter (GtkWidget *place, ValSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = val_catalogue_starter_skills (
      val_i18n_language (), val_session_get_dataset (session), &error);

  if (edit == NULL)
    {
      g_signal_emit_by_name (session, "failed", error);
      return;
    }
  if (val_edit_n_ops (edit) == 0)
    {
      val_toast_say (place, _ ("All skills of the starter catalogue are there already."));
      return;
    }
  val_session_edit_quietly (session, edit, added_cb, GUINT_TO_POINTER (val_edit_n_ops (edit)));
}
