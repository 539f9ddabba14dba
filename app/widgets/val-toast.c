/* val-toast.c: says in a few words that something was done
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-toast.h"

#include "val-format.h"
#include "val-i18n.h"

/* When a toast was first seen, kept with what it says; and within what time it has come in whole,
 * in microseconds: libadwaita takes 0.5 s. */
#define TOAST_SHOWN "val-toast-shown"
#define TOAST_COMES 600000
#define TOAST_GONE "val-toast-gone"
#define TOAST_LINES 6

/* The button of a toast is as high as two lines; GTK would let any words fill them, with gaps beside
 * words torn in two. How high its place is does not matter to a label in a bin like this. */
static void
words_measure (GtkWidget *bin, GtkOrientation orientation, int for_size, int *minimum, int *natural,
               int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (bin), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
words_allocate (GtkWidget *bin, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (bin), width, height, baseline, NULL);
}

static GtkSizeRequestMode
words_mode (GtkWidget *bin)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
toast_shown_cb (GtkWidget *title, gpointer data)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_data_full (G_OBJECT (title), TOAST_SHOWN, g_memdup2 (&now, sizeof now), g_free);
}

/**
 * val_toast_new:
 * @over: what it is going to lie over
 * @message: plain text, already translated
 *
 * A toast that takes several lines where one would be cut off. Names and file names may be in
 * @message: nothing in it is markup.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
val_toast_new (GtkWidget *over, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *bin = adw_bin_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A name can be as long as a book: a toast never hides the page. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), TOAST_LINES);
  /* A toast is given its height before its width, so that it wraps only where it is told to. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), gtk_widget_get_width (over) < 480 ? 18 : 48);
  gtk_widget_add_css_class (label, "heading");
  adw_bin_set_child (ADW_BIN (bin), label);
  gtk_widget_set_layout_manager (
      bin, gtk_custom_layout_new (words_mode, words_measure, words_allocate));
  g_signal_connect (bin, "map", G_CALLBACK (toast_shown_cb), NULL);
  adw_toast_set_custom_title (toast, bin);
  return toast;
}

/**
 * val_toast_say:
 * @place: where it was asked for
 * @message: plain text, already translated
 *
 * Says in a toast that something was done, over @place or else in the window.
 */
void
val_toast_say (GtkWidget *place, const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (place, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), val_toast_new (overlay, message));
  else
    gtk_widget_activate_action (place, "win.say", "s", message);
}

/* val_toast_say_saved: says that @file was written */
void
val_toast_say_saved (GtkWidget *place, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: %s is the name of a file */
  g_autofree char *message = val_format_replace (_("Saved as %s"), name);

  val_toast_say (place, message);
}

static gboolean
toast_leaves_cb (GtkWidget *label, GdkFrameClock *clock, gpointer data)
{
  gint64 *shown = g_object_get_data (G_OBJECT (label), TOAST_SHOWN);

  if (gdk_frame_clock_get_frame_time (clock) < *shown + TOAST_COMES)
    return G_SOURCE_CONTINUE;
  adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

static gboolean
forget_cb (gpointer data)
{
  /* One that is shown again meanwhile goes as it went before. */
  if (g_object_get_data (data, TOAST_GONE) == NULL
      && !gtk_widget_get_mapped (adw_toast_get_custom_title (data)))
    adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/* Another took its place and libadwaita put it back behind, from where it would come once more. The
 * movement with which it came goes on unseen: not before that has ended. */
static void
toast_displaced_cb (GtkWidget *label, AdwToast *toast)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_COMES / 1000, forget_cb, g_object_ref (toast),
                      g_object_unref);
}

static void
toast_gone_cb (AdwToast *toast, gpointer data)
{
  g_object_set_data (G_OBJECT (toast), TOAST_GONE, toast);
}

/**
 * val_toast_dismiss:
 * @toast: of val_toast_new (), in an overlay
 *
 * Takes away its button at once, and the toast as soon as it has come in whole. libadwaita 1.2
 * frees what belongs to a toast when it has faded, although the movement with which it came may
 * still be going on and then writes into it: a toast that came in place of another and is dismissed
 * within a fifth of a second takes the program with it.
 */
void
val_toast_dismiss (AdwToast *toast)
{
  GtkWidget *label = adw_toast_get_custom_title (toast);

  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_button_label (toast, NULL);
  if (!gtk_widget_get_mapped (label))
    {
      adw_toast_dismiss (toast);
      return;
    }
  g_signal_connect (toast, "dismissed", G_CALLBACK (toast_gone_cb), NULL);
  g_signal_connect_object (label, "unmap", G_CALLBACK (toast_displaced_cb), toast, 0);
  gtk_widget_add_tick_callback (label, toast_leaves_cb, g_object_ref (toast), g_object_unref);
}
