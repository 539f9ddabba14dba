/* val-level-spin.c: a level entered as a number or a letter
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-level-spin.h"

#include <math.h>

#include "val-field-fault.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-number-spin.h"

/* A step of letters is four to ten levels. */
#define N_LETTER_STEPS 4

typedef struct
{
  ValScale scale;
  ValLevel level; /* what was set, to the thousandth */
  double value;   /* where the button stood then */
  double written; /* where it stood when it was last written into the field */
  gboolean setting;
} State;

static State *
get_state (gpointer spin)
{
  return g_object_get_data (G_OBJECT (spin), "val-level-spin");
}

static ValLevel
value_to_level (const State *state, double value)
{
  ValLevel level = 0;

  if (state->scale.letters)
    return (ValLevel) lround (value) * (VAL_LEVEL_MAX / N_LETTER_STEPS);
  val_scale_value_to_level (&state->scale, CLAMP (value, state->scale.min, state->scale.max),
                            &level);
  return level;
}

static char *
write_value (GtkSpinButton *spin)
{
  const State *state = get_state (spin);
  double value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));

  return val_scale_format (&state->scale, value_to_level (state, value));
}

/* What stands there rounded is not read back. */
static gboolean
is_as_written (GtkSpinButton *spin)
{
  g_autofree char *written = write_value (spin);

  return g_str_equal (written, gtk_editable_get_text (GTK_EDITABLE (spin)));
}

static char *
check (GtkWidget *field)
{
  const State *state = get_state (field);
  ValLevel level;

  if (is_as_written (GTK_SPIN_BUTTON (field))
      || val_scale_parse_value (&state->scale, gtk_editable_get_text (GTK_EDITABLE (field)), &level,
                                NULL))
    return NULL;
  return state->scale.letters
             ? g_strdup (_("Write a letter from A to E"))
             : val_number_dup_range_fault (state->scale.min, state->scale.max, FALSE);
}

/* What is typed and no level stays, and what is wrong with it is said (val-field-fault.h). */
static gboolean
output_cb (GtkSpinButton *spin, gpointer data)
{
  State *state = get_state (spin);
  double value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  g_autofree char *text = write_value (spin);

  if (!state->setting && value == state->written && !val_field_is_right (GTK_WIDGET (spin)))
    return TRUE;
  state->written = value;
  /* Written again only when it differs: the cursor would jump. */
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin, double *ret_value, gpointer data)
{
  const State *state = get_state (spin);
  ValLevel level;

  *ret_value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  if (is_as_written (spin)
      || !val_scale_parse_value (&state->scale, gtk_editable_get_text (GTK_EDITABLE (spin)), &level,
                                 NULL))
    return TRUE;
  *ret_value = state->scale.letters ? level / (VAL_LEVEL_MAX / N_LETTER_STEPS)
                                    : val_scale_level_to_value (&state->scale, level);
  return TRUE;
}

/**
 * val_level_spin_new:
 * @scale: how the level is entered and shown
 * @step: in levels of 0 ... 10; a wide scale steps by as much of its own
 *
 * What is typed is read as val_scale_parse_value () reads it; anything else stays, is said to be no
 * level at the field, and the level before it goes on to count.
 *
 * Returns: (transfer floating): a #GtkSpinButton; listen to its “value-changed”
 */
GtkWidget *
val_level_spin_new (const ValScale *scale, double step)
{
  State *state = g_new0 (State, 1);
  double range = scale->max - scale->min;
  GtkWidget *spin;

  state->scale = *scale;
  state->level = VAL_LEVEL_NONE;
  state->written = NAN;
  if (scale->letters)
    spin = gtk_spin_button_new_with_range (0, N_LETTER_STEPS, 1);
  else
    spin = gtk_spin_button_new_with_range (scale->min, scale->max,
                                           range > 20 ? step * range / 10.0 : step);
  g_object_set_data_full (G_OBJECT (spin), "val-level-spin", state, g_free);
  /* As fine as a thousandth of a level on any scale. */
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), scale->letters ? 0 : 4);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  val_gtk_leave_wheel (spin);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  output_cb (GTK_SPIN_BUTTON (spin), NULL);
  val_field_watch (spin, check);
  return spin;
}

/**
 * val_level_spin_set_level:
 * @spin: from val_level_spin_new ()
 * @level: 0 ... %VAL_LEVEL_MAX
 */
void
val_level_spin_set_level (GtkWidget *spin, ValLevel level)
{
  State *state = get_state (spin);
  double value = state->scale.letters
                     ? (level + VAL_LEVEL_MAX / 8) / (VAL_LEVEL_MAX / N_LETTER_STEPS)
                     : val_scale_level_to_value (&state->scale, level);

  /* Known before anybody is told of the new value. */
  state->level = level;
  state->value = value;
  state->setting = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  state->setting = FALSE;
  state->value = gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
}

/**
 * val_level_spin_get_level:
 *
 * What is typed counts, also while the cursor still stands in it.
 *
 * Returns: the level; exactly what was set, when nobody changed it
 */
ValLevel
val_level_spin_get_level (GtkWidget *spin)
{
  const State *state = get_state (spin);
  double value;

  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  value = gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin));
  if (state->level != VAL_LEVEL_NONE && fabs (value - state->value) < 1e-6)
    return state->level;
  return value_to_level (state, value);
}
