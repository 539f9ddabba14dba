/* val-tabs.c: the inner pages of a page, with their names above
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-tabs.h"

#include "val-gtk-compat.h"
#include "val-wrap-box.h"

/* More of them stand closer, or a narrow window has no room for the words. */
#define MOST_WIDE 3

enum
{
  PROP_0,
  PROP_SHOWN,
};

/* Ctrl+Page Up and Ctrl+Page Down step through the tabs.
 *
 * Linked buttons over a GtkStack, on two lines where large text leaves no other way. GtkStackSwitcher
 * asks for more room than a narrow window has. */
struct _ValTabs
{
  AdwBin parent_instance;

  GtkWidget *row;
  GtkWidget *stack;
  GPtrArray *buttons;  /* of GtkToggleButton, children of the row */
  GPtrArray *contents; /* of GtkWidget, children of the stack */
  guint shown;
};

G_DEFINE_FINAL_TYPE (ValTabs, val_tabs, ADW_TYPE_BIN)

static void
toggled_cb (ValTabs *self, GtkToggleButton *button)
{
  guint tab;

  if (!gtk_toggle_button_get_active (button)
      || !g_ptr_array_find (self->buttons, button, &tab) || tab == self->shown)
    return;
  self->shown = tab;
  val_gtk_stack_show_child (GTK_STACK (self->stack), self->contents->pdata[tab]);
  g_object_notify (G_OBJECT (self), "shown");
}

/**
 * val_tabs_add:
 * @title: a word
 * @content: shown while its tab is chosen; the first one from the start
 */
void
val_tabs_add (ValTabs *self, const char *title, GtkWidget *content)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  gtk_stack_add_child (GTK_STACK (self->stack), content);
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_set_visible (content, self->buttons->len == 0);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->contents, content);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  val_wrap_box_append (VAL_WRAP_BOX (self->row), button);
  gtk_widget_add_css_class (button, "val-act");
  for (guint i = 0; self->buttons->len > MOST_WIDE && i < self->buttons->len; i++)
    gtk_widget_add_css_class (self->buttons->pdata[i], "val-tab");
}

/**
 * val_tabs_get_n:
 *
 * Returns: how many tabs there are
 */
guint
val_tabs_get_n (ValTabs *self)
{
  return self->buttons->len;
}

/**
 * val_tabs_get_shown:
 *
 * Returns: the number of the tab in sight
 */
guint
val_tabs_get_shown (ValTabs *self)
{
  return self->shown;
}

/**
 * val_tabs_set_shown:
 * @tab: the number of a tab
 */
void
val_tabs_set_shown (ValTabs *self, guint tab)
{
  g_return_if_fail (tab < self->buttons->len);

  gtk_toggle_button_set_active (self->buttons->pdata[tab], TRUE);
}

/* The keyboard goes on at the tab it has come to; what has the focus elsewhere on the page keeps it. */
static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer step)
{
  ValTabs *self = VAL_TABS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean within = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (!gtk_widget_get_mapped (widget) || self->buttons->len < 2)
    return FALSE;
  val_tabs_set_shown (self, (self->shown + self->buttons->len + GPOINTER_TO_INT (step))
                                % self->buttons->len);
  if (within || focus == NULL)
    gtk_widget_grab_focus (self->buttons->pdata[self->shown]);
  return TRUE;
}

static void
add_key (GtkEventController *keys, guint keyval, int step)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_CONTROL_MASK),
                        gtk_callback_action_new (step_cb, GINT_TO_POINTER (step), NULL)));
}

/* Wherever the focus is in the window, and before a place that scrolls takes them. */
static void
add_keys (ValTabs *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (keys, GDK_KEY_Page_Up, -1);
  add_key (keys, GDK_KEY_KP_Page_Up, -1);
  add_key (keys, GDK_KEY_Page_Down, 1);
  add_key (keys, GDK_KEY_KP_Page_Down, 1);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
val_tabs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOWN:
      g_value_set_uint (value, VAL_TABS (object)->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_tabs_finalize (GObject *object)
{
  ValTabs *self = VAL_TABS (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->contents);
  G_OBJECT_CLASS (val_tabs_parent_class)->finalize (object);
}

static void
val_tabs_class_init (ValTabsClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = val_tabs_get_property;
  G_OBJECT_CLASS (klass)->finalize = val_tabs_finalize;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_SHOWN,
      g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
val_tabs_init (ValTabs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->buttons = g_ptr_array_new ();
  self->contents = g_ptr_array_new ();
  self->row = val_wrap_box_new (0);
  gtk_widget_add_css_class (self->row, "linked");
  gtk_widget_set_halign (self->row, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->row, 6);
  gtk_widget_set_margin_bottom (self->row, 6);
  self->stack = gtk_stack_new ();
  /* Only what is shown is measured. */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), self->row);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  add_keys (self);
}

/**
 * val_tabs_new:
 *
 * Returns: (transfer floating): no tabs yet
 */
GtkWidget *
val_tabs_new (void)
{
  return g_object_new (VAL_TYPE_TABS, NULL);
}
