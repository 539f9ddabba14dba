/* val-person-view.c: one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-view.h"

#include "val-answer.h"
#include "val-chart-view.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-parts.h"
#include "val-width-bin.h"

#define SIDE_BY_SIDE_FROM 900

/**
 * ValPersonView:
 *
 * What is known of a person on one page: who it is, facts, skills beside the role's demand,
 * readiness and its way, and every score with its history. It is put together anew when something
 * changes; which skills are open and how far one has scrolled stays.
 */
struct _ValPersonView
{
  AdwBin parent_instance;

  ValSession *session;
  gint64 person_id;
  GHashTable *expanded; /* of gint64: skills whose history is open */
  gboolean side_by_side;

  GtkWidget *scrolled;
  GtkWidget *head; /* who it is; takes the focus when the page opens */
  GtkWidget *column;
  GtkWidget *cards; /* nullable */
};

G_DEFINE_FINAL_TYPE (ValPersonView, val_person_view, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Senior · Complaints · since: March 2023 (3 years)" */
static char *
dup_subtitle (ValPersonView *self, const ValPerson *person)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *since = val_person_dup_since (self->session, person);
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

static void
add_header (ValPersonView *self, guint index, const ValPerson *person)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = val_session_dup_person_name (self->session, index);
  g_autofree char *subtitle = dup_subtitle (self, person);
  gboolean initials = !val_session_get_hide_names (self->session)
                      && (*person->given != '\0' || *person->family != '\0');
  GtkWidget *avatar = adw_avatar_new (self->side_by_side ? 72 : 56, name, initials);

  gtk_widget_set_valign (avatar, GTK_ALIGN_START);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (name, "title-1"));
  if (*subtitle != '\0')
    gtk_box_append (GTK_BOX (texts), new_label (subtitle, "dim-label"));
  gtk_box_append (GTK_BOX (self->head), avatar);
  gtk_box_append (GTK_BOX (self->head), texts);
}

static void
add_leaving (ValPersonView *self, const ValPerson *person)
{
  ValDay today = val_session_get_today (self->session);
  gboolean away = person->leave <= today;
  GtkWidget *box, *button, *label;
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (person->leave == VAL_DAY_NONE)
    return;
  day = val_format_date (person->leave, VAL_DATE_LONG, today);
  /* Translators: %s is a date */
  sentence = val_format_replace (away ? _("Has left. First day away: %s.")
                                      : _("Will leave. First day away: %s."),
                                 day);
  text = *person->leave_reason != '\0' && !val_session_get_hide_names (self->session)
             ? g_strdup_printf ("%s\n%s", sentence, person->leave_reason)
             : g_strdup (sentence);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = new_label (text, "val-notice");
  gtk_widget_set_hexpand (label, TRUE);
  button = gtk_button_new_with_mnemonic (_("_Bring back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.restore");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (self->column), box);
}

static GtkWidget *
new_radar (ValPersonView *self, guint index)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autoptr (ValChart) chart
      = val_answer_radar_chart (dataset, index, val_session_get_today (self->session));
  GtkWidget *content, *view;
  gboolean is_empty = val_chart_get_n_rows (chart) == 0;
  /* The picture brings its own heading: what it shows. */
  GtkWidget *card
      = val_person_card_new (is_empty ? _("Skills beside the role's demand") : NULL, &content);

  if (is_empty)
    {
      gtk_box_append (GTK_BOX (content),
                      new_label (_("The picture appears with the first score or with a role that "
                                   "requires skills."),
                                 "dim-label"));
      return card;
    }
  view = val_chart_view_new (chart);
  gtk_widget_set_size_request (view, 260, 380);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (content), view);
  return card;
}

static void
add_cards (ValPersonView *self, guint index)
{
  GtkWidget *facts = val_person_facts_new (self->session, index);
  GtkWidget *radar = new_radar (self, index);
  GtkWidget *readiness = val_person_readiness_new (self->session, index);

  self->cards = gtk_box_new (self->side_by_side ? GTK_ORIENTATION_HORIZONTAL
                                                : GTK_ORIENTATION_VERTICAL,
                             18);
  gtk_widget_set_hexpand (radar, TRUE);
  gtk_box_append (GTK_BOX (self->cards), readiness);
  gtk_box_append (GTK_BOX (self->cards), radar);
  gtk_box_append (GTK_BOX (self->cards), facts);
  gtk_box_append (GTK_BOX (self->column), self->cards);
}

static void
show (ValPersonView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *name = NULL;
  GtkWidget *child;
  guint index;

  while ((child = gtk_widget_get_first_child (self->head)) != NULL)
    gtk_box_remove (GTK_BOX (self->head), child);
  while ((child = gtk_widget_get_next_sibling (self->head)) != NULL)
    gtk_box_remove (GTK_BOX (self->column), child);
  self->cards = NULL;
  if (dataset == NULL || !val_dataset_find_person (dataset, self->person_id, &index))
    return;
  name = val_session_dup_person_name (self->session, index);
  val_gtk_set_accessible_label (self->head, name);
  add_header (self, index, val_dataset_person (dataset, index));
  add_leaving (self, val_dataset_person (dataset, index));
  add_cards (self, index);
  gtk_box_append (GTK_BOX (self->column),
                  val_person_scores_new (self->session, index, self->expanded));
}

static void
width_cb (ValWidthBin *bin, int width, ValPersonView *self)
{
  gboolean side_by_side = width >= SIDE_BY_SIDE_FROM;

  if (side_by_side == self->side_by_side)
    return;
  self->side_by_side = side_by_side;
  if (self->cards != NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards),
                                    side_by_side ? GTK_ORIENTATION_HORIZONTAL
                                                 : GTK_ORIENTATION_VERTICAL);
}

static gboolean
val_person_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VAL_PERSON_VIEW (widget)->head);
}

static void
val_person_view_dispose (GObject *object)
{
  ValPersonView *self = VAL_PERSON_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  G_OBJECT_CLASS (val_person_view_parent_class)->dispose (object);
}

static void
val_person_view_class_init (ValPersonViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_person_view_grab_focus;
}

static void
val_person_view_init (ValPersonView *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *bin;

  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->side_by_side = TRUE;
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  /* The keys work from the start, and the page opens at its top. */
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_set_focusable (self->head, TRUE);
  gtk_box_append (GTK_BOX (self->column), self->head);
  gtk_widget_set_margin_top (self->column, 24);
  gtk_widget_set_margin_bottom (self->column, 36);
  gtk_widget_set_margin_start (self->column, 12);
  gtk_widget_set_margin_end (self->column, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1200);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  bin = val_width_bin_new (clamp);
  g_signal_connect (bin, "width-changed", G_CALLBACK (width_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), bin);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

/**
 * val_person_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): a view of nobody yet
 */
GtkWidget *
val_person_view_new (ValSession *session)
{
  ValPersonView *self = g_object_new (VAL_TYPE_PERSON_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * val_person_view_set_person:
 * @self: the view
 * @person_id: somebody, or 0: nobody
 *
 * Shows another person, from the top.
 */
void
val_person_view_set_person (ValPersonView *self, gint64 person_id)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (VAL_IS_PERSON_VIEW (self));

  if (self->person_id != person_id)
    g_hash_table_remove_all (self->expanded);
  self->person_id = person_id;
  show (self);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_adjustment_set_value (adjustment, 0);
}

/**
 * val_person_view_update:
 * @self: the view
 * @tables: what changed
 *
 * Shows the session's newest dataset.
 */
void
val_person_view_update (ValPersonView *self, ValTables tables)
{
  g_return_if_fail (VAL_IS_PERSON_VIEW (self));

  if (self->person_id != 0)
    show (self);
}
