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

#include "val-field-fault.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

#define KEY "val-number-spin"

typedef struct
{
  double written;   /* the number that was last written into the field */
  gboolean setting; /* what is typed has to give way */
} State;

static State *
get_state (gpointer spin)
{
  return g_object_get_data (G_OBJECT (spin), KEY);
}

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

/* Whether the text of @spin is a number that may stand in it. */
static gboolean
read_value (GtkSpinButton *spin, double *ret_value)
{
  g_autofree char *half = val_format_number (0.5, 1);
  gboolean whole = gtk_spin_button_get_digits (spin) == 0;
  double value, least, most;

  if (!val_parse_number (gtk_editable_get_text (GTK_EDITABLE (spin)), half[1], &value))
    return FALSE;
  gtk_spin_button_get_range (spin, &least, &most);
  if (value < least || value > most || (whole && value != floor (value)))
    return FALSE;
  *ret_value = whole ? value : to_thousandths (value) / 1000.0;
  return TRUE;
}

/**
 * val_number_dup_range_fault:
 * @whole: whether it has to be a whole number
 *
 * Returns: (transfer full): what to write into a field, translated
 */
char *
val_number_dup_range_fault (double least, double most, gboolean whole)
{
  g_autofree char *from = val_format_number (least, 0);
  g_autofree char *to = val_format_number (most, 0);

  if (whole)
    /* Translators: at a field; %1$s and %2$s are numbers */
    return g_strdup_printf (_("Write a whole number from %1$s to %2$s"), from, to);
  /* Translators: at a field; %1$s and %2$s are numbers */
  return g_strdup_printf (_("Write a number from %1$s to %2$s"), from, to);
}

static char *
check (GtkWidget *field)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (field);
  double value, least, most;

  if (read_value (spin, &value))
    return NULL;
  gtk_spin_button_get_range (spin, &least, &most);
  return val_number_dup_range_fault (least, most, gtk_spin_button_get_digits (spin) == 0);
}

/* What is typed and no number stays, and what is wrong with it is said (val-field-fault.h). */
static gboolean
output_cb (GtkSpinButton *spin, gpointer data)
{
  State *state = get_state (spin);
  double value = gtk_spin_button_get_value (spin);
  g_autofree char *text = write_value (spin, value);
  double typed;
  int length;

  if (!state->setting && value == state->written && !read_value (spin, &typed))
    return TRUE;
  state->written = value;
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
  if (!read_value (spin, ret_value))
    *ret_value = gtk_spin_button_get_value (spin);
  return TRUE;
}

/**
 * val_number_spin_new:
 * @most: the highest number, at most 1 000 000; the lowest is 0
 * @step: what + and − change, in thousandths; 1000 and its multiples: whole numbers only
 *
 * A field that writes 2,5 in Polish, Greek and Finnish and 2.5 in English, and reads both in
 * every language, whichever locales are installed. Text that is no number in range stays and is
 * said to be none at the field; the number before it goes on to count. Main thread.
 *
 * Returns: (transfer floating): a #GtkSpinButton that stands at 0
 */
GtkWidget *
val_number_spin_new (int most, gint32 step)
{
  GtkWidget *spin = gtk_spin_button_new (NULL, 0, 0);
  State *state = g_new0 (State, 1);

  g_return_val_if_fail (most > 0 && most <= 1000000 && step > 0, NULL);

  state->written = NAN;
  g_object_set_data_full (G_OBJECT (spin), KEY, state, g_free);
  val_gtk_leave_wheel (spin);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step % 1000 == 0 ? 0 : 1);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (spin), step / 1000.0, step / 100.0);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (spin), 0, most);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0);
  val_field_watch (spin, check);
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
  State *state;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  state = get_state (spin);
  state->setting = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), thousandths / 1000.0);
  state->setting = FALSE;
}
