/* val-text-area.c: a place to write several lines, shared or for the manager alone
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-text-area.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"

#define DEFAULT_LINES 3
/* A long text scrolls in itself, so that what follows on the form stays near. */
#define MAX_HEIGHT 280

struct _ValTextArea
{
  AdwBin parent_instance;

  gboolean is_private;
  char *text; /* what get_text gave last */
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (ValTextArea, val_text_area, ADW_TYPE_BIN)

enum
{
  CHANGED,
  SUBMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
val_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VAL_TEXT_AREA (widget)->view);
}

static void
val_text_area_finalize (GObject *object)
{
  g_free (VAL_TEXT_AREA (object)->text);
  G_OBJECT_CLASS (val_text_area_parent_class)->finalize (object);
}

static void
val_text_area_class_init (ValTextAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_text_area_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_text_area_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  signals[CHANGED] = g_signal_new ("changed", VAL_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SUBMIT] = g_signal_new ("submit", VAL_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
changed_cb (GtkTextBuffer *buffer, ValTextArea *self)
{
  val_text_area_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
submit_cb (GtkWidget *view, GVariant *arguments, gpointer self)
{
  g_signal_emit (self, signals[SUBMIT], 0);
  return TRUE;
}

static void
add_submit (ValTextArea *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  /* Before the text sees the key: it would begin a new line. */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                          gtk_callback_action_new (submit_cb, self, NULL)));
  gtk_widget_add_controller (self->view, shortcuts);
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static void
val_text_area_init (ValTextArea *self)
{
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "val-form-text");
  add_submit (self);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                    G_CALLBACK (changed_cb), self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
}

/**
 * val_text_area_new:
 * @label: what is written here, translated; one "_" may mark a mnemonic
 * @is_private: for the manager alone
 *
 * Returns: (transfer floating): an empty place to write
 */
GtkWidget *
val_text_area_new (const char *label, gboolean is_private)
{
  ValTextArea *self = g_object_new (VAL_TYPE_TEXT_AREA, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new_with_mnemonic (label);
  const char *plain = gtk_label_get_text (GTK_LABEL (title));

  self->is_private = is_private;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), self->view);
  gtk_widget_add_css_class (title, "heading");
  val_gtk_set_accessible_label (self->view, plain);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "val-text-area");
  if (is_private)
    gtk_box_append (GTK_BOX (head), val_gtk_beside_text (gtk_image_new_from_icon_name (
                                        "changes-prevent-symbolic")));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (box), head);
  if (is_private)
    {
      const char *words = _("For you alone: on nothing that is printed, sent or handed over.");

      gtk_widget_add_css_class (box, "private");
      gtk_box_append (GTK_BOX (box), new_caption (words));
      val_gtk_set_accessible_description (self->view, words);
    }
  gtk_box_append (GTK_BOX (box), self->scrolled);
  self->error = new_caption ("");
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (box), self->error);
  adw_bin_set_child (ADW_BIN (self), box);
  val_text_area_set_lines (self, DEFAULT_LINES);
  return GTK_WIDGET (self);
}

/**
 * val_text_area_get_text:
 * @self: a place to write
 *
 * Returns: (transfer none): the text without blanks around it, until the next call
 */
const char *
val_text_area_get_text (ValTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (VAL_IS_TEXT_AREA (self), "");

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return self->text;
}

/**
 * val_text_area_set_text:
 * @self: a place to write
 * @text: UTF-8
 *
 * Replaces the text. The user cannot take that back with Ctrl+Z.
 */
void
val_text_area_set_text (ValTextArea *self, const char *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (VAL_IS_TEXT_AREA (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/**
 * val_text_area_set_lines:
 * @self: a place to write
 * @lines: how many are shown at least, in the font's own height
 */
void
val_text_area_set_lines (ValTextArea *self, guint lines)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int height;

  g_return_if_fail (VAL_IS_TEXT_AREA (self));

  context = gtk_widget_get_pango_context (self->view);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  height = PANGO_PIXELS (pango_font_metrics_get_height (metrics)) * (int) lines;
  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              MIN (height, MAX_HEIGHT));
}

/**
 * val_text_area_set_error:
 * @self: a place to write
 * @sentence: (nullable): translated; goes with the next letter that is typed
 */
void
val_text_area_set_error (ValTextArea *self, const char *sentence)
{
  const char *words = self->is_private
                          ? _("For you alone: on nothing that is printed, sent or handed over.")
                          : "";

  g_return_if_fail (VAL_IS_TEXT_AREA (self));

  if (sentence == NULL && !gtk_widget_get_visible (self->error))
    return;
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
  val_gtk_set_accessible_description (self->view, sentence != NULL ? sentence : words);
  if (sentence != NULL)
    gtk_widget_grab_focus (self->view);
}
