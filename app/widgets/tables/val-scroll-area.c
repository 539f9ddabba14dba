/* val-scroll-area.c: a widget that scrolls what it shows by itself
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-scroll-area.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

/* By GtkOrientation. */
typedef struct
{
  GtkAdjustment *adjustments[2]; /* nullable before it is in a scrolled window */
  GtkScrollablePolicy policies[2];
} ValScrollAreaPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ValScrollArea, val_scroll_area, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (ValScrollArea)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

#define PRIVATE(self) \
  ((ValScrollAreaPrivate *) val_scroll_area_get_instance_private (VAL_SCROLL_AREA (self)))

/**
 * val_scroll_area_can_scroll:
 *
 * Returns: FALSE before it is put into a scrolled window
 */
gboolean
val_scroll_area_can_scroll (ValScrollArea *self)
{
  return PRIVATE (self)->adjustments[GTK_ORIENTATION_VERTICAL] != NULL;
}

/**
 * val_scroll_area_get_value:
 *
 * Returns: how much lies before what is in sight
 */
double
val_scroll_area_get_value (ValScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/**
 * val_scroll_area_set_value:
 * @value: taken to the end when beyond it
 */
void
val_scroll_area_set_value (ValScrollArea *self, GtkOrientation orientation, double value)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
}

/**
 * val_scroll_area_show:
 * @from, @to: what is to be in sight
 *
 * Scrolls as little as is needed.
 */
void
val_scroll_area_show (ValScrollArea *self, GtkOrientation orientation, double from, double to)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

/**
 * val_scroll_area_get_page:
 *
 * Returns: how much is in sight at a time
 */
double
val_scroll_area_get_page (ValScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_page_size (adjustment) : 0;
}

/**
 * val_scroll_area_set_range:
 * @upper: how much there is
 * @page: how much is in sight at a time
 * @step: how far a click on an arrow goes
 *
 * The place it shows stays, unless there is no longer so much.
 */
void
val_scroll_area_set_range (ValScrollArea *self, GtkOrientation orientation, double upper,
                           double page, double step)
{
  GtkAdjustment *adjustment = PRIVATE (self)->adjustments[orientation];
  double most = MAX (upper, page);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment,
                              CLAMP (gtk_adjustment_get_value (adjustment), 0, most - page), 0,
                              most, step, page * 0.9, page);
}

static void
value_changed_cb (ValScrollArea *self)
{
  VAL_SCROLL_AREA_GET_CLASS (self)->scrolled (self);
}

static void
forget_adjustment (ValScrollArea *self, GtkOrientation orientation)
{
  GtkAdjustment **adjustment = &PRIVATE (self)->adjustments[orientation];

  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_func (*adjustment, value_changed_cb, self);
  g_clear_object (adjustment);
}

static void
set_adjustment (ValScrollArea *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (PRIVATE (self)->adjustments[orientation] == adjustment && adjustment != NULL)
    return;
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  forget_adjustment (self, orientation);
  PRIVATE (self)->adjustments[orientation] = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  VAL_SCROLL_AREA_GET_CLASS (self)->configure (self);
}

static void
val_scroll_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValScrollArea *self = VAL_SCROLL_AREA (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      PRIVATE (self)->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      PRIVATE (self)->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_scroll_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValScrollAreaPrivate *priv = PRIVATE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_scroll_area_dispose (GObject *object)
{
  forget_adjustment (VAL_SCROLL_AREA (object), GTK_ORIENTATION_HORIZONTAL);
  forget_adjustment (VAL_SCROLL_AREA (object), GTK_ORIENTATION_VERTICAL);
  G_OBJECT_CLASS (val_scroll_area_parent_class)->dispose (object);
}

static void
val_scroll_area_class_init (ValScrollAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = val_scroll_area_set_property;
  object_class->get_property = val_scroll_area_get_property;
  object_class->dispose = val_scroll_area_dispose;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
val_scroll_area_init (ValScrollArea *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
