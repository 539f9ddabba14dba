/* val-person-facts.c: what is known of a person beside the scores
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-parts.h"
#include "val-text-label.h"

/**
 * val_person_card_new:
 * @title: (nullable): its heading, translated
 * @ret_content: (out) (transfer none): a vertical box for the content
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
val_person_card_new (const char *title, GtkWidget **ret_content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  if (title != NULL)
    {
      GtkWidget *heading = gtk_label_new (title);

      gtk_widget_add_css_class (heading, "heading");
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
      gtk_widget_set_margin_top (heading, 18);
      gtk_widget_set_margin_start (heading, 18);
      gtk_widget_set_margin_end (heading, 18);
      gtk_box_append (GTK_BOX (card), heading);
    }
  else
    gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (card), content);
  *ret_content = content;
  return card;
}

static void
add_fact (GtkWidget *list, const char *title, const char *value)
{
  GtkWidget *box, *label, *text;

  if (*value == '\0')
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  text = val_text_label_new (value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (list), box);
}

static void
write_cb (GtkButton *button, gpointer data)
{
  g_autofree char *uri
      = g_strdup_printf ("mailto:%s", (const char *) g_object_get_data (G_OBJECT (button), "to"));

  val_gtk_show_uri (GTK_WIDGET (button), uri);
}

static void
add_email (GtkWidget *list, const char *email)
{
  GtkWidget *button;
  GtkWidget *label;
  g_autofree char *spoken = NULL;

  if (*email == '\0')
    return;
  button = gtk_button_new ();
  label = gtk_label_new (email);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "to", g_uri_escape_string (email, "@", TRUE), g_free);
  /* Translators: %s is an e-mail address */
  spoken = val_format_replace (_("Write to %s"), email);
  val_gtk_label_button (button, spoken);
  g_signal_connect (button, "clicked", G_CALLBACK (write_cb), NULL);
  gtk_box_append (GTK_BOX (list), button);
}

/* @session: the session
 * @person: somebody
 *
 * Returns: (transfer full): "since March 2023 (3 years)", or "" without a start date */
static char *
dup_since (ValSession *session, const ValPerson *person)
{
  ValDay today = val_session_get_today (session);
  ValDay end = person->leave != VAL_DAY_NONE ? MIN (person->leave, today) : today;
  g_autofree char *month = NULL;
  g_autofree char *length = NULL;
  g_autofree char *count = NULL;
  int months = 0;

  if (person->start == VAL_DAY_NONE)
    return g_strdup ("");
  month = val_format_date (person->start, VAL_DATE_MONTH, today);
  while (val_day_add_months (person->start, months + 1) <= end)
    months++;
  if (months >= 24)
    {
      count = val_format_integer (months / 12);
      length = val_format_replace (ngettext ("%s year", "%s years", (gulong) months / 12), count);
    }
  else
    {
      count = val_format_integer (months);
      length = val_format_replace (ngettext ("%s month", "%s months", (gulong) months), count);
    }
  if (person->start > today)
    return val_format_replace (_("starts: %s"), month);
  /* Translators: since when somebody works here: a month ("March 2023") and how long that is
   * ("3 years") */
  return g_strdup_printf (_("since: %1$s (%2$s)"), month, length);
}

/**
 * val_person_facts_new:
 * @session: the session
 * @person: index of the person
 *
 * Returns: (transfer floating): a card with what is given; number and e-mail not while names are
 *   hidden
 */
GtkWidget *
val_person_facts_new (ValSession *session, guint person_index)
{
  const ValPerson *person = val_dataset_person (val_session_get_dataset (session), person_index);
  ValDay today = val_session_get_today (session);
  gboolean hidden = val_session_get_hide_names (session);
  g_autofree char *start = NULL;
  GtkWidget *content;
  GtkWidget *card = val_person_card_new (_("Facts"), &content);

  if (person->start != VAL_DAY_NONE)
    start = val_format_date (person->start, VAL_DATE_LONG, today);
  if (!hidden)
    add_fact (content, _("Employee number"), person->number);
  add_fact (content, _("Start date"), start != NULL ? start : "");
  add_fact (content, _("Contract"), person->contract);
  add_fact (content, _("Customer channels"), person->channels);
  add_fact (content, _("Languages"), person->languages);
  add_fact (content, _("Strengths"), person->strengths);
  add_fact (content, _("Traits"), person->traits);
  if (!hidden)
    {
      add_fact (content, _("What matters to the person"), person->matters);
      add_fact (content, _("Working-time wishes and life situation"), person->wishes);
      add_email (content, person->email);
    }
  if (gtk_widget_get_first_child (content) == NULL)
    {
      GtkWidget *label = gtk_label_new (
          hidden ? _("Nothing to show while names are hidden.")
                 : _("Nothing is noted yet: languages, strengths, what matters to the person."));
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Edit…"));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit");
      gtk_box_append (GTK_BOX (content), label);
      gtk_box_append (GTK_BOX (content), button);
    }
  return card;
}

/* val_person_dup_subtitle: (transfer full): "Senior · Complaints · since: March 2023 (3 years)" */
char *
val_person_dup_subtitle (ValSession *session, const ValPerson *person)
{
  ValDataset *dataset = val_session_get_dataset (session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *since = dup_since (session, person);
  guint index;

  if (val_dataset_find_role (dataset, person->role_id, &index))
    g_ptr_array_add (parts, g_strdup (val_dataset_role (dataset, index)->name));
  if (val_dataset_find_team (dataset, person->team_id, &index))
    g_ptr_array_add (parts, g_strdup (val_dataset_team (dataset, index)->name));
  if (*since != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&since));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
