/* val-readiness-build.c: the readiness page's widgets
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-gtk-compat.h"
#include "val-empty-place.h"
#include "val-i18n.h"
#include "val-readiness-page-private.h"
#include "val-scrolled.h"
#include "val-text-label.h"
#include "val-wrap-box.h"

static GtkWidget *
make_card (GtkWidget *inside)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "val-card");
  gtk_box_append (GTK_BOX (card), inside);
  return card;
}

static GtkWidget *
make_text (const char *css_class)
{
  GtkWidget *label = val_text_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_action_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
build_head (ValReadinessPage *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->headline = GTK_LABEL (make_text ("title-1"));
  self->subtitle = GTK_LABEL (make_text ("dim-label"));
  gtk_widget_set_valign (GTK_WIDGET (self->headline), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->subtitle), GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->subtitle), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "val-number");
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->headline));
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->subtitle));
  return self->head;
}

static GtkWidget *
build_answer (ValReadinessPage *self)
{
  GtkWidget *buttons = val_wrap_box_new (6);
  GtkWidget *made[] = {
    make_action_button (_("_Copy Answer"), "page.copy"),
    make_action_button (_("Export _Picture…"), "page.picture"),
    make_action_button (_("_Report as PDF…"), "page.print"),
  };

  self->answer = GTK_LABEL (make_text ("val-answer"));
  gtk_label_set_selectable (self->answer, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    val_wrap_box_append (VAL_WRAP_BOX (buttons), made[i]);
  self->answer_card = make_card (GTK_WIDGET (self->answer));
  gtk_box_append (GTK_BOX (self->answer_card), buttons);
  return self->answer_card;
}

static GtkWidget *
build_needed (ValReadinessPage *self)
{
  GtkWidget *title = make_text ("heading");

  gtk_label_set_text (GTK_LABEL (title), _("Most needed"));
  self->needed_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->needed_list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->needed_list), TRUE);
  gtk_widget_add_css_class (self->needed_list, "val-plain");
  val_gtk_set_accessible_label (self->needed_list, _("Most needed"));
  self->needed_card = make_card (title);
  gtk_box_append (GTK_BOX (self->needed_card), self->needed_list);
  return self->needed_card;
}

static GtkWidget *
build_pair (ValReadinessPage *self)
{
  GtkWidget *cover_card, *gaps_card;

  self->cover = VAL_CHART_VIEW (val_chart_view_new (NULL));
  self->gaps = VAL_CHART_VIEW (val_chart_view_new (NULL));
  cover_card = make_card (GTK_WIDGET (self->cover));
  gaps_card = make_card (GTK_WIDGET (self->gaps));
  gtk_widget_set_hexpand (cover_card, TRUE);
  gtk_widget_set_hexpand (gaps_card, TRUE);
  self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_set_homogeneous (GTK_BOX (self->pair), TRUE);
  gtk_box_append (GTK_BOX (self->pair), cover_card);
  gtk_box_append (GTK_BOX (self->pair), gaps_card);
  g_object_bind_property (self->cover, "visible", cover_card, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->gaps, "visible", gaps_card, "visible", G_BINDING_SYNC_CREATE);
  return self->pair;
}

static GtkWidget *
build_overview (ValReadinessPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->content, "val-page-content");
  self->distribution = VAL_CHART_VIEW (val_chart_view_new (NULL));
  self->history = VAL_READINESS_HISTORY (val_readiness_history_card_new ());
  self->groups = VAL_READINESS_GROUPS (val_readiness_groups_new ());
  self->movement = VAL_CHART_VIEW (val_chart_view_new (NULL));
  self->movement_card = make_card (GTK_WIDGET (self->movement));

  gtk_box_append (GTK_BOX (self->content), build_head (self));
  gtk_box_append (GTK_BOX (self->content), make_card (GTK_WIDGET (self->distribution)));
  gtk_box_append (GTK_BOX (self->content), build_answer (self));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->groups));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->history));
  gtk_box_append (GTK_BOX (self->content), self->movement_card);
  gtk_box_append (GTK_BOX (self->content), build_needed (self));
  gtk_box_append (GTK_BOX (self->content), build_pair (self));
  self->order = VAL_READINESS_ORDER (val_readiness_order_new ());
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->order));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->content);
  self->scroller = val_scrolled_new (clamp);
  return self->scroller;
}

static GtkWidget *
build_empty (ValReadinessPage *self)
{
  self->empty = ADW_STATUS_PAGE (val_empty_place_new ("val-readiness-symbolic", "", ""));
  self->empty_import = val_empty_place_add_button (GTK_WIDGET (self->empty), _("_Import…"),
                                                   "win.import", TRUE);
  return GTK_WIDGET (self->empty);
}

static GtkWidget *
build_header_end (ValReadinessPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pdf = make_action_button (_("PDF"), "page.print");

  gtk_widget_set_tooltip_text (pdf, _("Report as PDF"));
  gtk_box_append (GTK_BOX (box), make_action_button (_("_Copy Answer"), "page.copy"));
  gtk_box_append (GTK_BOX (box), pdf);
  /* The card of the answer has them too; a narrow window has no room for both. */
  g_object_bind_property (self, "narrow", box, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return box;
}

/**
 * val_readiness_page_build:
 *
 * Makes all widgets, empty.
 */
void
val_readiness_page_build (ValReadinessPage *self)
{
  GtkWidget *loading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->people = VAL_READINESS_PEOPLE (val_readiness_people_new ());
  gtk_stack_add_named (self->stack, loading, "loading");
  gtk_stack_add_named (self->stack, build_overview (self), "overview");
  gtk_stack_add_named (self->stack, build_empty (self), "empty");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->people), "people");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  val_page_set_header_end (VAL_PAGE (self), build_header_end (self));
}

/**
 * val_readiness_page_set_narrow:
 * @narrow: whether what stands side by side goes one under the other
 */
void
val_readiness_page_set_narrow (ValReadinessPage *self, gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair), orientation);
  gtk_box_set_homogeneous (GTK_BOX (self->pair), !narrow);
  val_readiness_groups_set_narrow (self->groups, narrow);
}
