/* val-window.c: a window over one file
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-window-private.h"

#include "val-config.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-question.h"
#include "val-settings.h"
#include "val-toast.h"
#include "val-width-bin.h"
#include "val-wrap-box.h"

G_DEFINE_FINAL_TYPE (ValWindow, val_window, ADW_TYPE_APPLICATION_WINDOW)

/* The window goes narrow below this width, in pixels: margins shrink. */
#define NARROW_WIDTH 600

/**
 * val_window_say:
 * @message: plain text, already translated
 *
 * Says that something was done.
 */
void
val_window_say (ValWindow *self, const char *message)
{
  AdwToast *toast = val_toast_new (GTK_WIDGET (self), message);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * val_window_warn:
 * @message: (nullable): plain text, already translated; NULL takes the bar away
 * @error: whether something failed, rather than is merely so
 *
 * Says that something is not as it should be, until it is dismissed.
 */
void
val_window_warn (ValWindow *self, const char *message, gboolean error)
{
  if (message != NULL)
    gtk_label_set_text (self->bar_label, message);
  if (error)
    gtk_widget_add_css_class (self->bar, "error");
  else
    gtk_widget_remove_css_class (self->bar, "error");
  gtk_revealer_set_reveal_child (self->bar_revealer, message != NULL);
  self->bar_is_failure = FALSE;
}

static void
bar_close_cb (GtkButton *button, ValWindow *self)
{
  val_window_warn (self, NULL, FALSE);
}

/**
 * val_window_update_title:
 *
 * The window is named after the centre, when it has a name.
 */
void
val_window_update_title (ValWindow *self)
{
  ValDataset *dataset = self->session != NULL ? val_session_get_dataset (self->session) : NULL;
  const char *centre = NULL;

  if (dataset != NULL)
    centre = val_dataset_setting (dataset, VAL_SETTING_CENTRE_NAME);
  if (centre != NULL && *centre == '\0')
    centre = NULL;
  adw_window_title_set_subtitle (self->centre_title, centre != NULL ? centre : "");
  gtk_window_set_title (GTK_WINDOW (self), centre != NULL ? centre : "Valmius");
}

static void
width_changed_cb (ValWidthBin *bin, int width, ValWindow *self)
{
  val_window_check_fold (self);
}

static gboolean
style_cb (gpointer data)
{
  ValWindow *self = data;

  self->style_idle = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_WIDTH)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  return G_SOURCE_REMOVE;
}

/* The style changes sizes, which must not happen while they are given out. */
static void
val_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ValWindow *self = VAL_WINDOW (widget);

  GTK_WIDGET_CLASS (val_window_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < NARROW_WIDTH) != gtk_widget_has_css_class (widget, "narrow")
      && self->style_idle == 0)
    self->style_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, style_cb, self, NULL);
  val_window_check_fold (self);
}

static void
save_state (ValWindow *self)
{
  int width, height;

  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      if (width >= 360 && height >= 240)
        {
          val_settings_set_int ("window-width", width);
          val_settings_set_int ("window-height", height);
        }
    }
  val_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
val_window_close_request (GtkWindow *window)
{
  save_state (VAL_WINDOW (window));
  val_window_close_dialogs (VAL_WINDOW (window));
  return GTK_WINDOW_CLASS (val_window_parent_class)->close_request (window);
}

/* A window that is closed lets go of its file at once, also when an answer that is still to come
 * holds the window: the next one may open the same file. */
static void
val_window_unrealize (GtkWidget *widget)
{
  ValWindow *self = VAL_WINDOW (widget);

  self->closed = TRUE;
  val_question_drop (&self->opening);
  val_window_end_session (self);
  GTK_WIDGET_CLASS (val_window_parent_class)->unrealize (widget);
}

static gboolean
escape_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
           ValWindow *self)
{
  ValPage *page = val_window_get_page (self);

  if (key == GDK_KEY_Escape && page != NULL && val_page_get_can_go_back (page))
    return val_window_go_back (self);
  return FALSE;
}

static GdkDragAction
drop_enter_cb (GtkDropTarget *target, double x, double y, ValWindow *self)
{
  if (self->session == NULL)
    return 0;
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target, ValWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, ValWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  if (files == NULL)
    return FALSE;
  /* Tables are imported one at a time: each of them wants to be looked at. */
  val_window_open_file (self, files->data);
  return TRUE;
}

static void
add_controllers (ValWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->content_box), keys);

  g_signal_connect (target, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
val_window_dispose (GObject *object)
{
  ValWindow *self = VAL_WINDOW (object);

  val_window_end_session (self);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_handle_id (&self->frame_timeout, g_source_remove);
  g_clear_handle_id (&self->fold_idle, g_source_remove);
  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_weak_pointer (&self->last_focus);
  g_clear_handle_id (&self->style_idle, g_source_remove);
  val_question_drop (&self->opening);
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (val_window_parent_class)->dispose (object);
}

static void
val_window_finalize (GObject *object)
{
  g_free (VAL_WINDOW (object)->path);
  G_OBJECT_CLASS (val_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ValWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, states);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, other);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, content_bin);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, centre_title);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, header);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, end_bin);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, fold_bar);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, fold_start_bin);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, fold_end_bin);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, bar_revealer);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, bar_label);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, bar_close);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, other_menu_button);
  gtk_widget_class_bind_template_child (widget_class, ValWindow, short_menu);
}

static void
val_window_class_init (ValWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  val_gtk_ensure_resources ();
  g_type_ensure (VAL_TYPE_WIDTH_BIN);
  g_type_ensure (VAL_TYPE_WRAP_BOX);
  object_class->dispose = val_window_dispose;
  object_class->finalize = val_window_finalize;
  widget_class->size_allocate = val_window_size_allocate;
  widget_class->unrealize = val_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = val_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, VAL_RESOURCE_PATH "/window.ui");
  bind_children (widget_class);
  val_window_install_actions (widget_class);
}

static void
folded_cb (AdwLeaflet *leaflet, GParamSpec *pspec, ValWindow *self)
{
  val_window_queue_fold (self);
}

static void
val_window_init (ValWindow *self)
{
  self->fold_start = TRUE;
  self->fold_end = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  val_gtk_set_menu (self->menu_button, G_MENU_MODEL (self->primary_menu));
  val_gtk_set_menu (self->other_menu_button, G_MENU_MODEL (self->short_menu));
  gtk_window_set_default_size (GTK_WINDOW (self), val_settings_get_int ("window-width", 1180),
                               val_settings_get_int ("window-height", 820));
  if (val_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (self->bar_close, "clicked", G_CALLBACK (bar_close_cb), self);
  g_signal_connect (self->content_bin, "width-changed", G_CALLBACK (width_changed_cb), self);
  g_signal_connect (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  val_window_fill_sidebar (self);
  add_controllers (self);
  val_window_keep_focus (self);
  val_window_update_actions (self);
}

/**
 * val_window_new:
 * @application: the application
 * @path: (nullable): the database; NULL: the default one
 *
 * Shows a frame at once and opens the file behind it.
 *
 * Returns: (transfer none): a new window; it belongs to @application
 */
ValWindow *
val_window_new (GtkApplication *application, const char *path)
{
  ValWindow *self = g_object_new (VAL_TYPE_WINDOW, "application", application, "icon-name",
                                  VAL_APP_ID, NULL);
  g_autofree char *default_path = path == NULL ? val_store_default_path () : NULL;

  val_window_open_database (self, path != NULL ? path : default_path);
  return self;
}

/**
 * val_window_get_path:
 *
 * Returns: (transfer none): the database this window is over
 */
const char *
val_window_get_path (ValWindow *self)
{
  g_return_val_if_fail (VAL_IS_WINDOW (self), NULL);
  return self->path;
}
