/* val-text-faults.c: text of a window that cannot be read whole
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-text-faults.h"

#include "val-i18n.h"

/* A pixel that rounding takes. */
#define SLACK 1

typedef struct
{
  GtkWidget *root;
  const ValTextLeave *leave;
  GPtrArray *faults;
} Walk;

static gboolean
is_called (GtkWidget *widget, const char *place)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), place)
         || g_strcmp0 (gtk_widget_get_css_name (widget), place) == 0
         || gtk_widget_has_css_class (widget, place);
}

static gboolean
is_left (const Walk *self, GtkWidget *widget)
{
  for (const ValTextLeave *leave = self->leave; leave != NULL && leave->place != NULL; leave++)
    {
      for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
        {
          if (is_called (w, leave->place))
            return TRUE;
        }
    }
  return FALSE;
}

/* Where it stands, from the outside to the inside. */
static char *
dup_path (Walk *self, GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL && w != self->root; w = gtk_widget_get_parent (w))
    {
      g_string_prepend (path, G_OBJECT_TYPE_NAME (w));
      if (w != widget)
        g_string_insert (path, strlen (G_OBJECT_TYPE_NAME (w)), " > ");
    }
  return g_string_free (path, FALSE);
}

static void add (Walk *self, GtkWidget *widget, const char *text, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
add (Walk *self, GtkWidget *widget, const char *text, const char *format, ...)
{
  g_autofree char *path = dup_path (self, widget);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s: “%s” in %s", what, text, path));
}

/* Whether what lies beyond the edge of @widget can be scrolled to. */
static gboolean
scrolls (GtkWidget *widget, GtkOrientation orientation)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkPolicyType across, down;

  if (!GTK_IS_SCROLLABLE (widget))
    return FALSE;
  /* A scrollable of our own (a table) has bars where it wants them. */
  if (!GTK_IS_SCROLLED_WINDOW (parent))
    return TRUE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (parent), &across, &down);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? across : down) != GTK_POLICY_NEVER;
}

/* Whether @seen, a part of @widget, is not beyond an edge of anything it lies in. */
static void
check_edges (Walk *self, GtkWidget *widget, const char *text, const graphene_rect_t *seen)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      int width = gtk_widget_get_width (w), height = gtk_widget_get_height (w);
      graphene_rect_t bounds;

      if (w != self->root && gtk_widget_get_overflow (w) != GTK_OVERFLOW_HIDDEN)
        continue;
      if (!gtk_widget_compute_bounds (widget, w, &bounds))
        return;
      /* The place of the text itself, not of its label's margins. */
      bounds.origin.x += seen->origin.x;
      bounds.origin.y += seen->origin.y;
      if (!scrolls (w, GTK_ORIENTATION_HORIZONTAL)
          && (bounds.origin.x < -SLACK || bounds.origin.x + seen->size.width > width + SLACK))
        {
          add (self, widget, text, "cut at the side of %s (%.0f ... %.0f of %d)",
               G_OBJECT_TYPE_NAME (w), bounds.origin.x, bounds.origin.x + seen->size.width, width);
          return;
        }
      if (!scrolls (w, GTK_ORIENTATION_VERTICAL)
          && (bounds.origin.y < -SLACK || bounds.origin.y + seen->size.height > height + SLACK))
        {
          add (self, widget, text, "cut at the end of %s (%.0f ... %.0f of %d)",
               G_OBJECT_TYPE_NAME (w), bounds.origin.y, bounds.origin.y + seen->size.height, height);
          return;
        }
      /* Beyond a scrolled edge everything may lie anywhere; a popover has a surface of its own. */
      if (GTK_IS_SCROLLABLE (w) || GTK_IS_NATIVE (w))
        return;
    }
}

/* What a widget asks for counts its margins, what it was given does not. */
static void
check_size (Walk *self, GtkWidget *widget, const char *text)
{
  int across = gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  int down = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  int width = gtk_widget_get_allocated_width (widget) + across;
  int height = gtk_widget_get_allocated_height (widget) + down;
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (width < minimum - SLACK)
    add (self, widget, text, "%d wide, needs %d", width, minimum);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  if (height < minimum - SLACK)
    add (self, widget, text, "%d high, needs %d", height, minimum);
}

/* A line that ends within a word: the word is wider than all the room there is. */
static gboolean
breaks_a_word (PangoLayout *layout)
{
  int n = 0;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);
  const char *text = pango_layout_get_text (layout);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      glong at = g_utf8_pointer_to_offset (text, text + line->start_index);

      if (line->start_index > 0 && !line->is_paragraph_start && at < n
          && !attributes[at].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* Words of the source that stand on the screen of another language. Short ones may be words of that
 * language too: “Role” are roles in Polish. */
static gboolean
is_untranslated (const char *text)
{
  return strlen (text) > 5 && !g_str_equal (val_i18n_language (), "en")
         && !g_str_equal (val_i18n_text (text), text);
}

static void
check_label (Walk *self, GtkWidget *widget)
{
  GtkLabel *label = GTK_LABEL (widget);
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = gtk_label_get_text (label);
  graphene_rect_t seen;
  PangoRectangle ink;
  int x, y;

  if (*text == '\0' || is_left (self, widget))
    return;
  if (pango_layout_is_ellipsized (layout))
    add (self, widget, text, "cut with an ellipsis");
  if (breaks_a_word (layout))
    add (self, widget, text, "broken within a word");
  if (is_untranslated (text))
    add (self, widget, text, "not translated");
  check_size (self, widget, text);
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  gtk_label_get_layout_offsets (label, &x, &y);
  graphene_rect_init (&seen, x + ink.x, y + ink.y, ink.width, ink.height);
  check_edges (self, widget, text, &seen);
}

/* A number that is longer than its field. */
static void
check_number (Walk *self, GtkWidget *widget)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
  GtkWidget *field = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (field, text);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (field) + SLACK)
    add (self, widget, text, "a number cut: %d of %d", gtk_widget_get_width (field), width);
}

/* What has to be pushed to the side to be read. */
static void
check_sideways (Walk *self, GtkWidget *widget)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget));
  double beyond = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);

  if (beyond > SLACK && child != NULL && !is_left (self, child))
    add (self, widget, "", "scrolls %.0f sideways", beyond);
}

static void
walk (Walk *self, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) == 0)
    return;
  if (GTK_IS_LABEL (widget))
    check_label (self, widget);
  if (GTK_IS_SPIN_BUTTON (widget))
    check_number (self, widget);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_sideways (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (self, child);
}

/* The innermost part of @widget that cannot be narrower than @width. */
static GtkWidget *
find_stiff (GtkWidget *widget, int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > width)
        return find_stiff (child, width);
    }
  return widget;
}

/**
 * val_text_faults:
 * @root: a window or part of one that is on screen and has its size
 * @width: what @root was asked to be wide, or 0
 * @leave: (nullable): where text may be cut
 *
 * Walks through all that is on screen. A label is at fault that is cut with an ellipsis, broken
 * within a word, smaller than it needs, not wholly within what shows it (beyond an edge that
 * scrolls everything may lie), or in the words of the source; so is a number longer than its
 * field, what scrolls sideways, and a window wider than it was asked to be.
 *
 * Returns: (transfer container): the faults in words, none if there are none
 */
GPtrArray *
val_text_faults (GtkWidget *root, int width, const ValTextLeave *leave)
{
  Walk self = { root, leave, g_ptr_array_new_with_free_func (g_free) };

  if (width > 0 && gtk_widget_get_width (root) > width)
    add (&self, find_stiff (root, width - width / 6), "", "%d wide instead of %d",
         gtk_widget_get_width (root), width);
  walk (&self, root);
  return self.faults;
}
