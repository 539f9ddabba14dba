/* val-number-spin.c: a number field that speaks the interface language
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkSpinButton writes numbers as the C library's locale does, which stays C in this program and
 * may not be installed anyway; its "numeric" filter takes that locale's decimal sign only. So the
 * filter stays off and both ways go through val-format.h.
 */
#include "val-number-spin.h"

#include <math.h>

#include "val-format.h"
#include "val-gtk-compat.h"

static gint32
to_thousandths (double value)
{
  return (gint32) floor (value * 1000.0 + 0.5);
}

/* As many decimals as the value has, and at least as many as the steps. */
static char *
write_value (GtkSpinButton *spin, double value)
{
  int decimals = (int) gtk_spin_button_get_digits (spin);
  gint32 rest = ABS (to_thousandths (value)) % 1000;

  if (decimals > 0 && rest % 10 != 0)
    decimals = 3;
  else if (decimals > 0 && rest % 100 != 0)
    decimals = 2;
  return val_format_number (value, decimals);
}

static gboolean
output_cb (GtkSpinButton *spin, gpointer data)
{
  g_autofree char *text = write_value (spin, gtk_spin_button_get_value (spin));
  int length;

  /* Setting the same text would move the cursor of who is typing. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  /* GTK counts the digits of the C library's locale. */
  length = (int) g_utf8_strlen (text, -1);
  if (gtk_editable_get_width_chars (GTK_EDITABLE (spin)) < length)
    gtk_editable_set_width_chars (GTK_EDITABLE (spin), length);
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin, double *ret_value, gpointer data)
{
  g_autofree char *half = val_format_number (0.5, 1);
  double value;

  /* What is no number leaves the one that was there; output_cb () then writes it again. */
  *ret_value = gtk_spin_button_get_value (spin);
  if (!val_parse_number (gtk_editable_get_text (GTK_EDITABLE (spin)), half[1], &value))
    return TRUE;
  value = CLAMP (value, -1e6, 1e6);
  *ret_value = gtk_spin_button_get_digits (spin) == 0 ? floor (value + 0.5)
                                                      : to_thousandths (value) / 1000.0;
  return TRUE;
}

/**
 * val_number_spin_new:
 * @most: the highest number, at most 1 000 000; the lowest is 0
 * @step: what + and − change, in thousandths; 1000 and its multiples: whole numbers only
 *
 * A field that writes 2,5 in Polish, Greek and Finnish and 2.5 in English, and reads both in
 * every language, whichever locales are installed. Main thread.
 *
 * Returns: (transfer floating): a #GtkSpinButton that stands at 0
 */
GtkWidget *
val_number_spin_new (int most, gint32 step)
{
  GtkWidget *spin = gtk_spin_button_new (NULL, 0, 0);

  g_return_val_if_fail (most > 0 && most <= 1000000 && step > 0, NULL);

  val_gtk_leave_wheel (spin);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step % 1000 == 0 ? 0 : 1);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (spin), step / 1000.0, step / 100.0);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (spin), 0, most);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  /* By itself it would be as wide with large text as with small. */
  gtk_editable_set_width_chars (GTK_EDITABLE (spin),
                                CLAMP ((int) log10 (most) + (step % 1000 == 0 ? 1 : 3), 3, 7));
  return spin;
}

/**
 * val_number_spin_new_money:
 * @most: the highest amount, at most 1 000 000; the lowest is 0
 * @step: what + and − change, in thousandths
 *
 * As val_number_spin_new (), with two decimals. Main thread.
 *
 * Returns: (transfer floating): a #GtkSpinButton that stands at 0
 */
GtkWidget *
val_number_spin_new_money (int most, gint32 step)
{
  GtkWidget *spin = val_number_spin_new (most, step);

  g_return_val_if_fail (spin != NULL, NULL);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 2);
  return spin;
}

/**
 * val_number_spin_get:
 * @spin: by val_number_spin_new ()
 *
 * What is typed counts, also while the cursor still stands in it. Main thread.
 *
 * Returns: the number in thousandths
 */
gint32
val_number_spin_get (GtkWidget *spin)
{
  g_return_val_if_fail (GTK_IS_SPIN_BUTTON (spin), 0);

  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  return to_thousandths (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)));
}

/**
 * val_number_spin_set:
 * @spin: by val_number_spin_new ()
 * @thousandths: the number
 *
 * Shows @thousandths, or the nearest number in range. Main thread.
 */
void
val_number_spin_set (GtkWidget *spin, gint32 thousandths)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), thousandths / 1000.0);
}
