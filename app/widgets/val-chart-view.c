/* val-chart-view.c: a chart on the screen: title, picture, read-out, and the same as a table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-chart-view.h"

#include "val-chart-plot.h"
#include "val-chart-table.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-text-label.h"

struct _ValChartView
{
  GtkWidget parent_instance;

  ValChart *chart;
  gulong invalidated_id;
  gboolean show_title, show_table, compact;
  guint update_id;

  GtkWidget *title;
  GtkWidget *plot;
  GtkWidget *readout;
  GtkWidget *table; /* nullable: made when first shown */
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (ValChartView, val_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHART,
  PROP_SHOW_TITLE,
  PROP_SHOW_TABLE,
  PROP_COMPACT,
  N_PROPS
};

enum
{
  ACTIVATED,
  SAVE_PICTURE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Hover and focus say the same in the same place. */
static void
update_readout (ValChartView *self)
{
  g_autofree char *text = NULL;
  ValChartPoint point;

  if (self->chart != NULL && val_chart_plot_get_point (VAL_CHART_PLOT (self->plot), &point))
    text = val_chart_dup_point_text (self->chart, &point);
  else if (self->chart != NULL && gtk_widget_has_focus (self->plot))
    text = g_strdup (_ ("The arrow keys read the values, Ctrl+T shows them as a table."));
  /* A space keeps the line's height, so that pointing moves nothing. */
  gtk_label_set_text (GTK_LABEL (self->readout), text != NULL && *text != '\0' ? text : " ");
}

static void
update_table (ValChartView *self)
{
  gboolean had_focus
      = self->table != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->table;

  g_clear_pointer (&self->table, gtk_widget_unparent);
  if (!self->show_table || self->chart == NULL)
    return;
  self->table = val_chart_table_new (self->chart);
  gtk_widget_insert_after (self->table, GTK_WIDGET (self), self->plot);
  if (had_focus)
    gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

static void
update_visibility (ValChartView *self)
{
  const char *title = self->chart != NULL ? val_chart_get_title (self->chart) : NULL;

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_widget_set_visible (self->title, self->show_title && !self->compact && title != NULL);
  gtk_widget_set_visible (self->plot, !self->show_table);
  gtk_widget_set_visible (self->readout, !self->show_table && !self->compact);
}

static gboolean
update_cb (gpointer data)
{
  ValChartView *self = data;

  self->update_id = 0;
  update_visibility (self);
  update_table (self);
  return G_SOURCE_REMOVE;
}

static void
invalidated_cb (ValChartView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
activated_cb (ValChartView *self, int series, int index)
{
  g_signal_emit (self, signals[ACTIVATED], 0, series, index);
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE_PICTURE], 0);
}

static void
menu_cb (ValChartView *self, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean can_save
      = g_signal_has_handler_pending (self, signals[SAVE_PICTURE], 0, FALSE);
  graphene_point_t place;

  g_menu_append (menu, _ ("Show as _Table"), "chart.show-table");
  if (can_save)
    g_menu_append (menu, _ ("_Save Picture…"), "chart.save-picture");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-picture", can_save);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  if (!gtk_widget_compute_point (self->plot, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    graphene_point_init (&place, 0, 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) place.x, (int) place.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Whether the numbers are shown as a table instead of the picture. */
static void
set_show_table (ValChartView *self, gboolean show)
{
  gboolean had_focus;

  g_return_if_fail (VAL_IS_CHART_VIEW (self));

  if (self->show_table == !!show)
    return;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->show_table = !!show;
  update_visibility (self);
  update_table (self);
  /* The key that swaps the two must work again at once. */
  if (had_focus && self->table != NULL)
    gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
  else if (had_focus)
    gtk_widget_grab_focus (self->plot);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TABLE]);
}

static void
val_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValChartView *self = VAL_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_SHOW_TITLE:
      g_value_set_boolean (value, self->show_title);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValChartView *self = VAL_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      val_chart_view_set_chart (self, g_value_get_object (value));
      break;
    case PROP_SHOW_TITLE:
      val_chart_view_set_show_title (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_TABLE:
      set_show_table (self, g_value_get_boolean (value));
      break;
    case PROP_COMPACT:
      val_chart_view_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_chart_view_dispose (GObject *object)
{
  ValChartView *self = VAL_CHART_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->chart != NULL)
    g_clear_signal_handler (&self->invalidated_id, self->chart);
  /* A plot that has the focus loses it by going, and must not ask for a read-out then. */
  if (self->plot != NULL)
    g_signal_handlers_disconnect_by_data (self->plot, self);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->readout, gtk_widget_unparent);
  g_clear_pointer (&self->menu, val_gtk_drop_popover);
  g_clear_object (&self->chart);
  G_OBJECT_CLASS (val_chart_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, VAL_TYPE_CHART, flags);
  props[PROP_SHOW_TITLE] = g_param_spec_boolean ("show-title", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
val_chart_view_class_init (ValChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = val_chart_view_dispose;
  object_class->get_property = val_chart_view_get_property;
  object_class->set_property = val_chart_view_set_property;
  install_properties (object_class);

  /**
   * ValChartView::activated:
   * @series: of the point
   * @index: of the point
   *
   * A point was clicked, or Enter pressed on it.
   */
  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /**
   * ValChartView::save-picture:
   *
   * The menu's "Save Picture…". The menu has it only while the signal is connected.
   */
  signals[SAVE_PICTURE] = g_signal_new ("save-picture", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
  gtk_widget_class_install_action (widget_class, "chart.save-picture", NULL,
                                   save_picture_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "chart.show-table", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_label (GtkAccessibleRole role, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  val_text_label_set_up (GTK_LABEL (label));
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
val_chart_view_init (ValChartView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->show_title = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->title = make_label (GTK_ACCESSIBLE_ROLE_HEADING, "title-4");
  self->plot = val_chart_plot_new ();
  self->readout = make_label (GTK_ACCESSIBLE_ROLE_LABEL, "caption");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->plot, GTK_WIDGET (self));
  gtk_widget_set_parent (self->readout, GTK_WIDGET (self));
  g_signal_connect_swapped (self->plot, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->plot, "pointed", G_CALLBACK (update_readout), self);
  g_signal_connect_swapped (self->plot, "notify::has-focus", G_CALLBACK (update_readout), self);
  g_signal_connect_swapped (self->plot, "menu", G_CALLBACK (menu_cb), self);
  update_visibility (self);
  update_readout (self);
}

/**
 * val_chart_view_new:
 * @chart: (nullable): the chart to show
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
val_chart_view_new (ValChart *chart)
{
  return g_object_new (VAL_TYPE_CHART_VIEW, "chart", chart, NULL);
}

/**
 * val_chart_view_set_chart:
 * @chart: (nullable): the chart to show; the view follows its changes
 */
void
val_chart_view_set_chart (ValChartView *self, ValChart *chart)
{
  g_return_if_fail (VAL_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || VAL_IS_CHART (chart));

  if (self->chart == chart)
    return;
  if (self->chart != NULL)
    g_clear_signal_handler (&self->invalidated_id, self->chart);
  g_set_object (&self->chart, chart);
  if (chart != NULL)
    self->invalidated_id
        = g_signal_connect_swapped (chart, "invalidated", G_CALLBACK (invalidated_cb), self);
  val_chart_plot_set_chart (VAL_CHART_PLOT (self->plot), chart);
  update_visibility (self);
  update_table (self);
  update_readout (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

/**
 * val_chart_view_get_chart:
 *
 * Returns: (transfer none) (nullable): the chart, for saving its picture
 */
ValChart *
val_chart_view_get_chart (ValChartView *self)
{
  g_return_val_if_fail (VAL_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * val_chart_view_set_show_title:
 * @show: whether the chart's title is a heading above it
 */
void
val_chart_view_set_show_title (ValChartView *self, gboolean show)
{
  g_return_if_fail (VAL_IS_CHART_VIEW (self));

  if (self->show_title == !!show)
    return;
  self->show_title = !!show;
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TITLE]);
}

/**
 * val_chart_view_get_show_table:
 *
 * Returns: whether the table is shown
 */
gboolean
val_chart_view_get_show_table (ValChartView *self)
{
  g_return_val_if_fail (VAL_IS_CHART_VIEW (self), FALSE);

  return self->show_table;
}

/**
 * val_chart_view_set_compact:
 * @compact: whether it is the picture alone, which takes no focus: a sparkline in a row
 */
void
val_chart_view_set_compact (ValChartView *self, gboolean compact)
{
  g_return_if_fail (VAL_IS_CHART_VIEW (self));

  if (self->compact == !!compact)
    return;
  self->compact = !!compact;
  val_chart_plot_set_compact (VAL_CHART_PLOT (self->plot), self->compact);
  update_visibility (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}

/**
 * val_chart_view_get_cursor:
 * @ret_point: (out): the point that is read out
 *
 * Returns: whether one is
 */
gboolean
val_chart_view_get_cursor (ValChartView *self, ValChartPoint *ret_point)
{
  g_return_val_if_fail (VAL_IS_CHART_VIEW (self), FALSE);

  return val_chart_plot_get_point (VAL_CHART_PLOT (self->plot), ret_point);
}
