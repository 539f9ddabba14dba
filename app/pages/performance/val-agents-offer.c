/* val-agents-offer.c: offers to match names in the contacts to people who have come since
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-agents-offer.h"

#include "val-agent-match.h"
#include "val-format.h"
#include "val-i18n.h"
#include "val-performance-words.h"
#include "val-question.h"

/* So many are named one by one. */
#define MOST_NAMED 3

struct _ValAgentsOffer
{
  AdwBin parent_instance;

  ValPage *page; /* holds this; NULL when it went while something was worked out */
  ValDataset *dataset;
  GArray *matches; /* of ValAgentMatch */
  GCancellable *working;
  GtkWidget *revealer;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (ValAgentsOffer, val_agents_offer, ADW_TYPE_BIN)

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, val_agent_find_matches (data), (GDestroyNotify) g_array_unref);
}

/* "Nowak A. → Anna Nowak, 17 → Becky Adams and 4 more" */
static char *
dup_pairs (ValAgentsOffer *self)
{
  ValSession *session = val_page_get_session (self->page);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  guint named = self->matches->len > MOST_NAMED + 1 ? MOST_NAMED : self->matches->len;

  for (guint i = 0; i < named; i++)
    {
      const ValAgentMatch *match = &g_array_index (self->matches, ValAgentMatch, i);
      g_autofree char *name = val_performance_label_name (session, self->dataset, match->label_id);
      g_autofree char *person = val_performance_person_name (session, match->person_id);

      g_ptr_array_add (pairs, g_strdup_printf ("%s → %s", name, person));
    }
  if (named < self->matches->len)
    g_ptr_array_add (pairs, val_format_count (ngettext ("%u more", "%u more",
                                                        self->matches->len - named),
                                              self->matches->len - named));
  g_ptr_array_add (pairs, NULL);
  return val_format_list ((const char *const *) pairs->pdata);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ValAgentsOffer) self = data;
  g_autoptr (GArray) matches = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *pairs = NULL;
  g_autofree char *text = NULL;

  if (matches == NULL || self->page == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->working)
    return;
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = g_steal_pointer (&matches);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->matches->len > 0);
  gtk_widget_set_visible (self->revealer, self->matches->len > 0);
  if (self->matches->len == 0)
    return;
  pairs = dup_pairs (self);
  /* Translators: %1$u names in contacts, %2$s which: "Nowak A. → Anna Nowak, 17 → Becky Adams" */
  text = g_strdup_printf (ngettext ("%1$u name in the contacts matches a person now: %2$s",
                                    "%1$u names in the contacts match people now: %2$s",
                                    self->matches->len),
                          self->matches->len, pairs);
  gtk_label_set_text (self->text, text);
}

static void
match_cb (GtkButton *button, ValAgentsOffer *self)
{
  ValSession *session = val_page_get_session (self->page);
  g_autoptr (ValEdit) edit = NULL;

  if (self->matches == NULL)
    return;
  edit = val_agent_match_edit (val_session_get_dataset (session), self->matches);
  if (val_edit_n_ops (edit) > 0)
    val_session_edit (session, edit, NULL, NULL);
}

/* They are somebody else, or nobody: not offered again. */
static void
leave_cb (GtkButton *button, ValAgentsOffer *self)
{
  ValSession *session = val_page_get_session (self->page);
  g_autoptr (ValEdit) edit = NULL;

  if (self->matches == NULL)
    return;
  edit = val_edit_new (N_ ("Names in the contacts left without a person"), NULL);
  val_agent_leave_all (edit, val_session_get_dataset (session), self->matches);
  val_session_edit (session, edit, NULL, NULL);
}

/**
 * val_agents_offer_set_dataset:
 * @dataset: the centre as it is now
 */
void
val_agents_offer_set_dataset (ValAgentsOffer *self, ValDataset *dataset)
{
  g_autoptr (GTask) task = NULL;

  val_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  self->dataset = dataset;
  val_question_renew (&self->working);
  task = g_task_new (NULL, self->working, found_cb, g_object_ref (self));
  g_task_set_task_data (task, val_dataset_ref (dataset), (GDestroyNotify) val_dataset_unref);
  g_task_run_in_thread (task, find_thread);
}

static void
val_agents_offer_dispose (GObject *object)
{
  ValAgentsOffer *self = VAL_AGENTS_OFFER (object);

  g_clear_weak_pointer (&self->page);
  val_question_drop (&self->working);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->dataset, val_dataset_unref);
  G_OBJECT_CLASS (val_agents_offer_parent_class)->dispose (object);
}

static void
val_agents_offer_class_init (ValAgentsOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_agents_offer_dispose;
}

static void
val_agents_offer_init (ValAgentsOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Match"));
  GtkWidget *leave = gtk_button_new_with_mnemonic (_("_Leave"));

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (leave, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (leave, _("They are somebody else, and are not offered again"));
  g_signal_connect (button, "clicked", G_CALLBACK (match_cb), self);
  g_signal_connect (leave, "clicked", G_CALLBACK (leave_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), leave);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "val-offer");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_visible (self->revealer, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

/* val_agents_offer_new: (transfer floating): @page holds it */
GtkWidget *
val_agents_offer_new (ValPage *page)
{
  ValAgentsOffer *self = g_object_new (VAL_TYPE_AGENTS_OFFER, NULL);

  g_set_weak_pointer (&self->page, page);
  return GTK_WIDGET (self);
}
