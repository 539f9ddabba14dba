/* val-chart-plot.c: the picture of a chart, with its cursor
 *
 * The chart is drawn once into a texture. Pointing at it or moving the cursor puts a ring over
 * the texture and neither lays out nor draws the chart again.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-plot.h"

#include <math.h>

#include "val-i18n.h"
#include "val-style.h"

#define LEAST_WIDTH 260
#define USUAL_WIDTH 480
#define LEAST_COMPACT 48
#define USUAL_COMPACT 120
#define MOST_PIXELS (24 * 1024 * 1024) /* of a texture; what is larger is drawn directly */
#define MOST_SIDE 16000
#define RING_GAP 4 /* pixels between the chart and the ring of the focus */

struct _ValChartPlot
{
  GtkWidget parent_instance;

  ValChart *chart;
  gulong invalidated_id;
  gboolean compact;

  GdkTexture *texture;
  int texture_width, texture_height, texture_scale;
  guint texture_serial; /* of the fonts */
  const ValPalette *texture_palette;
  guint n_drawn;

  gboolean has_hover, has_cursor;
  ValChartPoint hover, cursor;
  guint describe_id;
};

G_DEFINE_FINAL_TYPE (ValChartPlot, val_chart_plot, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  POINTED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Lays out for this widget; another view or a picture may have laid out the same chart since.
 * Costs nothing when nothing changed. */
static gboolean
ensure_layout (ValChartPlot *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->chart == NULL || width < 1 || height < 1)
    return FALSE;
  val_chart_layout (self->chart, gtk_widget_get_pango_context (GTK_WIDGET (self)), width, height);
  return TRUE;
}

static gboolean
describe_cb (gpointer data)
{
  ValChartPlot *self = data;
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;
  const char *title, *period;

  self->describe_id = 0;
  if (self->chart == NULL)
    return G_SOURCE_REMOVE;
  title = val_chart_get_title (self->chart);
  period = val_chart_get_period (self->chart);
  if (title != NULL && period != NULL)
    /* Translators: name of a chart: %1$s what it says, %2$s the day or days it is of */
    label = g_strdup_printf (C_ ("chart", "%1$s, %2$s"), title, period);
  else
    label = g_strdup (title != NULL ? title : period != NULL ? period : C_ ("chart", "Chart"));
  /* While the keyboard reads single points a screen reader hears those. */
  description = self->has_cursor ? val_chart_dup_point_text (self->chart, &self->cursor)
                                 : val_chart_dup_description (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return G_SOURCE_REMOVE;
}

/* Several changes in a row are described once. */
static void
queue_describe (ValChartPlot *self)
{
  if (self->describe_id == 0)
    self->describe_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, describe_cb, self, NULL);
}

static void
pointed (ValChartPlot *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[POINTED], 0);
}

static void
forget_picture (ValChartPlot *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
invalidated_cb (ValChartPlot *self)
{
  forget_picture (self);
  self->has_hover = FALSE;
  if (self->has_cursor)
    {
      g_autofree char *text = val_chart_dup_point_text (self->chart, &self->cursor);

      self->has_cursor = *text != '\0';
    }
  queue_describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[POINTED], 0);
}

static GdkTexture *
paint (ValChartPlot *self, int width, int height, int scale, const ValPalette *palette)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr = cairo_create (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  val_chart_draw (self->chart, cr, palette, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * height * scale,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                    stride);
  self->n_drawn++;
  return texture;
}

static gboolean
ensure_texture (ValChartPlot *self, const ValPalette *palette)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  if (width * scale > MOST_SIDE || height * scale > MOST_SIDE
      || (gint64) width * height * scale * scale > MOST_PIXELS)
    return FALSE;
  if (self->texture != NULL && self->texture_width == width && self->texture_height == height
      && self->texture_scale == scale && self->texture_serial == serial
      && self->texture_palette == palette)
    return TRUE;
  g_clear_object (&self->texture);
  self->texture = paint (self, width, height, scale, palette);
  self->texture_width = width;
  self->texture_height = height;
  self->texture_scale = scale;
  self->texture_serial = serial;
  self->texture_palette = palette;
  return TRUE;
}

static void
snapshot_ring (GtkSnapshot *snapshot, const ValPalette *palette, const graphene_rect_t *bounds,
               float width)
{
  const GdkRGBA rgba = { (float) palette->focus.red, (float) palette->focus.green,
                         (float) palette->focus.blue, 1 };
  const GdkRGBA colours[4] = { rgba, rgba, rgba, rgba };
  const float widths[4] = { width, width, width, width };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 5);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
snapshot_point (ValChartPlot *self, GtkSnapshot *snapshot, const ValPalette *palette,
                const ValChartPoint *point)
{
  cairo_rectangle_t box;

  if (!val_chart_get_bounds (self->chart, point, &box))
    return;
  snapshot_ring (snapshot, palette,
                 &GRAPHENE_RECT_INIT ((float) box.x - 2, (float) box.y - 2, (float) box.width + 4,
                                      (float) box.height + 4),
                 3);
}

static void
val_chart_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ValChartPlot *self = VAL_CHART_PLOT (widget);
  const ValPalette *palette = val_style_get_palette ();
  graphene_rect_t bounds;
  ValChartPoint point;

  if (!ensure_layout (self))
    return;
  bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                               gtk_widget_get_height (widget));
  if (ensure_texture (self, palette))
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  else
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      val_chart_draw (self->chart, cr, palette, NULL);
      cairo_destroy (cr);
    }
  if (val_chart_plot_get_point (self, &point))
    snapshot_point (self, snapshot, palette, &point);
  else if (gtk_widget_has_visible_focus (widget))
    {
      /* Around the chart, where no word stands. */
      graphene_rect_inset (&bounds, -RING_GAP, -RING_GAP);
      snapshot_ring (snapshot, palette, &bounds, 2);
    }
}

static GtkSizeRequestMode
val_chart_plot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
val_chart_plot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *ret_minimum, int *ret_natural, int *ret_minimum_baseline,
                        int *ret_natural_baseline)
{
  ValChartPlot *self = VAL_CHART_PLOT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *ret_minimum = self->compact ? LEAST_COMPACT : LEAST_WIDTH;
      *ret_natural = self->compact ? USUAL_COMPACT : USUAL_WIDTH;
      return;
    }
  *ret_minimum = *ret_natural = 0;
  if (self->chart == NULL)
    return;
  val_chart_set_context (self->chart, gtk_widget_get_pango_context (widget));
  *ret_minimum = *ret_natural = val_chart_get_height_for_width (
      self->chart, for_size > 0 ? for_size : USUAL_WIDTH);
  /* Without a width GTK wants a height that does at the greatest; a chart can grow with it. */
  if (for_size <= 0)
    *ret_minimum = *ret_natural
        = MAX (*ret_minimum, val_chart_get_height_for_width (self->chart, G_MAXINT / 2048));
}

static void
val_chart_plot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (val_chart_plot_parent_class)->css_changed (widget, change);
  forget_picture (VAL_CHART_PLOT (widget));
  gtk_widget_queue_resize (widget);
}

static gboolean
same_point (const ValChartPoint *a, const ValChartPoint *b)
{
  return a->series == b->series && a->index == b->index;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  ValChartPlot *self = data;
  ValChartPoint point;
  gboolean hit = ensure_layout (self) && val_chart_hit (self->chart, x, y, &point);

  if (hit == self->has_hover && (!hit || same_point (&point, &self->hover)))
    return;
  self->has_hover = hit;
  if (hit)
    self->hover = point;
  pointed (self);
}

static void
leave_cb (GtkEventControllerMotion *controller, gpointer data)
{
  ValChartPlot *self = data;

  if (!self->has_hover)
    return;
  self->has_hover = FALSE;
  pointed (self);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  ValChartPlot *self = data;
  ValChartPoint point;

  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!ensure_layout (self) || !val_chart_hit (self->chart, x, y, &point))
    return;
  val_chart_plot_set_cursor (self, &point);
  g_signal_emit (self, signals[ACTIVATED], 0, point.series, point.index);
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (data, signals[MENU], 0, x, y);
}

static void
step (ValChartPlot *self, ValChartStep way)
{
  ValChartPoint from, to;
  gboolean somewhere = val_chart_plot_get_point (self, &from);

  if (val_chart_step (self->chart, somewhere ? &from : NULL, way, &to))
    val_chart_plot_set_cursor (self, &to);
  else if (somewhere)
    val_chart_plot_set_cursor (self, &from);
}

static gboolean
step_sideways (ValChartPlot *self, ValChartStep way)
{
  ValChartPoint from, to;

  if (!ensure_layout (self))
    return FALSE;
  /* Up and down leave a chart that has nothing above or below; left and right stay inside. */
  if ((way == VAL_CHART_STEP_UP || way == VAL_CHART_STEP_DOWN)
      && val_chart_plot_get_point (self, &from)
      && !val_chart_step (self->chart, &from, way, &to))
    return FALSE;
  step (self, way);
  return TRUE;
}

static gboolean
enter_point (ValChartPlot *self)
{
  ValChartPoint point;

  if (!val_chart_plot_get_point (self, &point))
    return FALSE;
  val_chart_plot_set_cursor (self, &point);
  g_signal_emit (self, signals[ACTIVATED], 0, point.series, point.index);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        gpointer data)
{
  ValChartPlot *self = data;

  if (self->chart == NULL || self->compact || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step_sideways (self, VAL_CHART_STEP_NEXT);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step_sideways (self, VAL_CHART_STEP_PREVIOUS);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step_sideways (self, VAL_CHART_STEP_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step_sideways (self, VAL_CHART_STEP_DOWN);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return step_sideways (self, VAL_CHART_STEP_FIRST);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return step_sideways (self, VAL_CHART_STEP_LAST);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return enter_point (self);
    case GDK_KEY_Escape:
      if (!self->has_cursor)
        return FALSE;
      val_chart_plot_set_cursor (self, NULL);
      return TRUE;
    case GDK_KEY_Menu:
      g_signal_emit (self, signals[MENU], 0, 12.0, 12.0);
      return TRUE;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      g_signal_emit (self, signals[MENU], 0, 12.0, 12.0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *controller, gpointer data)
{
  val_chart_plot_set_cursor (data, NULL);
  gtk_widget_queue_draw (data);
}

static void
val_chart_plot_dispose (GObject *object)
{
  ValChartPlot *self = VAL_CHART_PLOT (object);

  g_clear_handle_id (&self->describe_id, g_source_remove);
  if (self->chart != NULL)
    g_clear_signal_handler (&self->invalidated_id, self->chart);
  g_clear_object (&self->chart);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (val_chart_plot_parent_class)->dispose (object);
}

static void
val_chart_plot_class_init (ValChartPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_chart_plot_dispose;
  widget_class->snapshot = val_chart_plot_snapshot;
  widget_class->get_request_mode = val_chart_plot_get_request_mode;
  widget_class->measure = val_chart_plot_measure;
  widget_class->css_changed = val_chart_plot_css_changed;

  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (ValChartPlot *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
val_chart_plot_init (ValChartPlot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  add_controllers (self);
  val_style_watch (self, G_CALLBACK (forget_picture));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_picture), NULL);
}

GtkWidget *
val_chart_plot_new (void)
{
  return g_object_new (VAL_TYPE_CHART_PLOT, NULL);
}

void
val_chart_plot_set_chart (ValChartPlot *self, ValChart *chart)
{
  if (self->chart == chart)
    return;
  if (self->chart != NULL)
    g_clear_signal_handler (&self->invalidated_id, self->chart);
  g_set_object (&self->chart, chart);
  self->has_hover = self->has_cursor = FALSE;
  if (chart != NULL)
    {
      self->invalidated_id
          = g_signal_connect_swapped (chart, "invalidated", G_CALLBACK (invalidated_cb), self);
      invalidated_cb (self);
    }
  forget_picture (self);
}

void
val_chart_plot_set_compact (ValChartPlot *self, gboolean compact)
{
  self->compact = compact;
  gtk_widget_set_focusable (GTK_WIDGET (self), !compact);
  gtk_widget_set_can_target (GTK_WIDGET (self), !compact);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The point under the mouse, else the one under the keyboard's cursor. */
gboolean
val_chart_plot_get_point (ValChartPlot *self, ValChartPoint *ret_point)
{
  if (self->has_hover)
    *ret_point = self->hover;
  else if (self->has_cursor)
    *ret_point = self->cursor;
  else
    return FALSE;
  return TRUE;
}

void
val_chart_plot_set_cursor (ValChartPlot *self, const ValChartPoint *point)
{
  if (point == NULL && !self->has_cursor)
    return;
  self->has_cursor = point != NULL;
  if (point != NULL)
    {
      self->cursor = *point;
      self->has_hover = FALSE;
    }
  queue_describe (self);
  pointed (self);
}

guint
val_chart_plot_get_n_drawn (ValChartPlot *self)
{
  return self->n_drawn;
}
