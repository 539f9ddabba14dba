/* val-page.c: a page of the window
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-page.h"

typedef struct
{
  ValSession *session;
  char *title;
  char *subtitle;
  GtkWidget *header_start;
  GtkWidget *header_end;
  GActionGroup *actions;
  gboolean can_go_back;
  gboolean narrow;
} ValPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ValPage, val_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_HEADER_START,
  PROP_HEADER_END,
  PROP_CAN_GO_BACK,
  PROP_NARROW,
  N_PROPS
};

enum
{
  OPEN_PERSON,
  OPEN_SKILL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

#define PRIVATE(self) ((ValPagePrivate *) val_page_get_instance_private (self))

static void
val_page_dispose (GObject *object)
{
  ValPagePrivate *priv = PRIVATE (VAL_PAGE (object));

  g_clear_object (&priv->header_start);
  g_clear_object (&priv->header_end);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (val_page_parent_class)->dispose (object);
}

static void
val_page_finalize (GObject *object)
{
  ValPagePrivate *priv = PRIVATE (VAL_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (val_page_parent_class)->finalize (object);
}

static void
val_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ValPagePrivate *priv = PRIVATE (VAL_PAGE (object));

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_HEADER_START:
      g_value_set_object (value, priv->header_start);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, priv->header_end);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, priv->can_go_back);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ValPage *self = VAL_PAGE (object);
  ValPagePrivate *priv = PRIVATE (self);

  switch (id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      val_page_set_title (self, g_value_get_string (value), priv->subtitle);
      break;
    case PROP_SUBTITLE:
      val_page_set_title (self, priv->title, g_value_get_string (value));
      break;
    case PROP_HEADER_START:
      val_page_set_header_start (self, g_value_get_object (value));
      break;
    case PROP_HEADER_END:
      val_page_set_header_end (self, g_value_get_object (value));
      break;
    case PROP_CAN_GO_BACK:
      val_page_set_can_go_back (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      val_page_set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
val_page_class_init (ValPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = val_page_dispose;
  object_class->finalize = val_page_finalize;
  object_class->get_property = val_page_get_property;
  object_class->set_property = val_page_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, VAL_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_HEADER_START]
      = g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEADER_END]
      = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_PERSON] = g_signal_new ("open-person", VAL_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPEN_SKILL] = g_signal_new ("open-skill", VAL_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_page_init (ValPage *self)
{
}

/**
 * val_page_get_session:
 *
 * Returns: (transfer none): what all pages of the window share
 */
ValSession *
val_page_get_session (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->session;
}

/**
 * val_page_set_title:
 * @title: (nullable): plain text for the header bar
 * @subtitle: (nullable): the n, "24 people"; plain text
 */
void
val_page_set_title (ValPage *self, const char *title, const char *subtitle)
{
  ValPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (VAL_IS_PAGE (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (priv->title, title) != 0)
    {
      g_autofree char *old = priv->title;

      priv->title = g_strdup (title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (g_strcmp0 (priv->subtitle, subtitle) != 0)
    {
      g_autofree char *old = priv->subtitle;

      priv->subtitle = g_strdup (subtitle);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * val_page_get_title:
 *
 * Returns: (nullable) (transfer none): the title
 */
const char *
val_page_get_title (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->title;
}

/**
 * val_page_get_subtitle:
 *
 * Returns: (nullable) (transfer none): the subtitle
 */
const char *
val_page_get_subtitle (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->subtitle;
}

static void
set_header (ValPage *self, GtkWidget **field, GtkWidget *widget, int property)
{
  /* The page keeps its own reference: the window takes the widget out of its header bar and puts
   * it back as pages change. */
  if (*field == widget)
    return;
  g_clear_object (field);
  if (widget != NULL)
    *field = g_object_ref_sink (widget);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * val_page_set_header_start:
 * @widget: (nullable) (transfer floating): goes to the start of the window's header bar while
 *   this page is shown; below it when the window is narrow
 */
void
val_page_set_header_start (ValPage *self, GtkWidget *widget)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  set_header (self, &PRIVATE (self)->header_start, widget, PROP_HEADER_START);
}

/**
 * val_page_set_header_end:
 * @widget: (nullable) (transfer floating): goes before the menu in the window's header bar while
 *   this page is shown
 */
void
val_page_set_header_end (ValPage *self, GtkWidget *widget)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  set_header (self, &PRIVATE (self)->header_end, widget, PROP_HEADER_END);
}

/**
 * val_page_get_header_start:
 *
 * Returns: (nullable) (transfer none): the widget for the start of the header bar
 */
GtkWidget *
val_page_get_header_start (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->header_start;
}

/**
 * val_page_get_header_end:
 *
 * Returns: (nullable) (transfer none): the widget for the end of the header bar
 */
GtkWidget *
val_page_get_header_end (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->header_end;
}

/**
 * val_page_set_can_go_back:
 * @can_go_back: whether the page shows an inner place, so that the window offers a back button
 */
void
val_page_set_can_go_back (ValPage *self, gboolean can_go_back)
{
  ValPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (VAL_IS_PAGE (self));

  can_go_back = !!can_go_back;
  if (priv->can_go_back == can_go_back)
    return;
  priv->can_go_back = can_go_back;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/**
 * val_page_get_can_go_back:
 *
 * Returns: whether there is an inner place to go back from
 */
gboolean
val_page_get_can_go_back (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  return PRIVATE (self)->can_go_back;
}

/**
 * val_page_set_narrow:
 * @narrow: whether the page has to make do with little width
 *
 * Called by the window; listen to "notify::narrow".
 */
void
val_page_set_narrow (ValPage *self, gboolean narrow)
{
  ValPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (VAL_IS_PAGE (self));

  narrow = !!narrow;
  if (priv->narrow == narrow)
    return;
  priv->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/**
 * val_page_get_narrow:
 *
 * Returns: whether the page has little width
 */
gboolean
val_page_get_narrow (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  return PRIVATE (self)->narrow;
}

/**
 * val_page_say:
 * @message: plain text, translated
 *
 * Says in a toast that something was done.
 */
void
val_page_say (ValPage *self, const char *message)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", message);
}

/**
 * val_page_warn:
 * @message: plain text, translated
 *
 * Says that something did not go well, until it is dismissed.
 */
void
val_page_warn (ValPage *self, const char *message)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.warn", "s", message);
}

/**
 * val_page_set_actions:
 * @actions: (nullable): offered by the window as "page.x" while this page is shown
 */
void
val_page_set_actions (ValPage *self, GActionGroup *actions)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  g_set_object (&PRIVATE (self)->actions, actions);
}

/**
 * val_page_get_actions:
 *
 * Returns: (nullable) (transfer none): the page's actions
 */
GActionGroup *
val_page_get_actions (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), NULL);
  return PRIVATE (self)->actions;
}

/**
 * val_page_update:
 * @tables: what changed since the last call; %VAL_TABLE_ALL the first time
 *
 * Called by the window.
 */
void
val_page_update (ValPage *self, ValTables tables)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  if (VAL_PAGE_GET_CLASS (self)->update != NULL)
    VAL_PAGE_GET_CLASS (self)->update (self, tables);
}

/**
 * val_page_focus_search:
 *
 * Returns: whether the page has something to search
 */
gboolean
val_page_focus_search (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  if (VAL_PAGE_GET_CLASS (self)->focus_search == NULL)
    return FALSE;
  return VAL_PAGE_GET_CLASS (self)->focus_search (self);
}

/**
 * val_page_go_back:
 *
 * Returns: whether the page left an inner place
 */
gboolean
val_page_go_back (ValPage *self)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  if (VAL_PAGE_GET_CLASS (self)->go_back == NULL)
    return FALSE;
  return VAL_PAGE_GET_CLASS (self)->go_back (self);
}

/**
 * val_page_show_person:
 * @person_id: a stored person
 *
 * Returns: whether the page has a place for people and went to it
 */
gboolean
val_page_show_person (ValPage *self, gint64 person_id)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  if (VAL_PAGE_GET_CLASS (self)->show_person == NULL)
    return FALSE;
  return VAL_PAGE_GET_CLASS (self)->show_person (self, person_id);
}

/**
 * val_page_show_skill:
 * @skill_id: a stored skill
 *
 * Returns: whether the page has a place for skills and went to it
 */
gboolean
val_page_show_skill (ValPage *self, gint64 skill_id)
{
  g_return_val_if_fail (VAL_IS_PAGE (self), FALSE);
  if (VAL_PAGE_GET_CLASS (self)->show_skill == NULL)
    return FALSE;
  return VAL_PAGE_GET_CLASS (self)->show_skill (self, skill_id);
}

/**
 * val_page_open_person:
 * @person_id: a stored person
 *
 * Asks the window to show that person.
 */
void
val_page_open_person (ValPage *self, gint64 person_id)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  g_signal_emit (self, signals[OPEN_PERSON], 0, person_id);
}

/**
 * val_page_open_skill:
 * @skill_id: a stored skill
 *
 * Asks the window to show that skill.
 */
void
val_page_open_skill (ValPage *self, gint64 skill_id)
{
  g_return_if_fail (VAL_IS_PAGE (self));
  g_signal_emit (self, signals[OPEN_SKILL], 0, skill_id);
}
