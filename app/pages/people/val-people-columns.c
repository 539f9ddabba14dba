/* val-people-columns.c: the columns of the people table
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-people-columns.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

#define WIDTH_KEY "val-people-width"
#define TODAY_KEY "val-people-today"
#define ITEM_KEY "val-people-item"

static ValPeopleWidth
get_width (GtkColumnView *view)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), WIDTH_KEY));
}

static ValDay
get_today (GtkColumnView *view)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), TODAY_KEY));
}

static GtkWidget *
new_label (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* The child knows its row, so that a place on the screen can be traced back to a person. */
static void
set_child (GtkListItem *list_item, GtkWidget *child)
{
  g_object_set_data (G_OBJECT (child), ITEM_KEY, list_item);
  gtk_list_item_set_child (list_item, child);
}

/* Sets a text and, because it may be too long for its column, the same as tooltip. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
}

/* ---- Name ---- */

static void
name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = new_label (0);
  GtkWidget *second = new_label (0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), second);
  set_child (list_item, box);
}

/* What a screen reader says of the whole row. */
static char *
dup_row_name (ValPersonItem *item)
{
  const char *name = val_person_item_get_name (item);
  int level = val_person_item_get_level (item);
  g_autofree char *number = NULL;

  if (val_person_item_is_away (item))
    /* Translators: read aloud for a row of the list; %s is a person's name */
    return val_format_replace (_("%s, has left"), name);
  if (level < 0)
    /* Translators: read aloud for a row of the list; %s is a person's name */
    return val_format_replace (_("%s, not assessed yet"), name);
  number = val_format_integer (level);
  /* Translators: read aloud for a row of the list: name, readiness level */
  return g_strdup_printf (_("%1$s, level %2$s"), name, number);
}

static void
name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  ValPersonItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *second = gtk_widget_get_last_child (box);
  GtkWidget *cell = gtk_widget_get_parent (box);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *row_name = dup_row_name (item);
  g_autofree char *below = NULL;
  const char *team = val_person_item_get_team (item);
  const char *role = val_person_item_get_role (item);

  set_text (name, val_person_item_get_name (item));
  if (val_person_item_is_away (item))
    below = g_strdup (C_("person", "Has left"));
  else if (get_width (data) == VAL_PEOPLE_NARROW)
    below = g_strjoin (*team != '\0' && *role != '\0' ? " · " : "", team, role, NULL);
  set_text (second, below != NULL ? below : "");
  gtk_widget_set_visible (second, below != NULL && *below != '\0');
  if (val_person_item_is_away (item))
    gtk_widget_add_css_class (name, "dim-label");
  else
    gtk_widget_remove_css_class (name, "dim-label");
  if (row != NULL)
    val_gtk_set_accessible_label (row, row_name);
}

/* ---- Readiness ---- */

static void
readiness_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *level = new_label (1);
  GtkWidget *n = new_label (0);

  gtk_label_set_width_chars (GTK_LABEL (level), 3);
  gtk_widget_add_css_class (level, "numeric");
  gtk_widget_add_css_class (level, "heading");
  gtk_widget_add_css_class (n, "caption");
  gtk_widget_add_css_class (n, "dim-label");
  gtk_widget_add_css_class (n, "numeric");
  gtk_box_append (GTK_BOX (box), level);
  gtk_box_append (GTK_BOX (box), n);
  set_child (list_item, box);
}

static void
readiness_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  ValPersonItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  g_autofree char *level = NULL;
  g_autofree char *scored = val_format_integer (val_person_item_get_scored (item));
  g_autofree char *required = val_format_integer (val_person_item_get_required (item));
  g_autofree char *n = NULL;
  g_autofree char *tooltip = NULL;

  if (val_person_item_get_level (item) >= 0)
    {
      g_autofree char *mean = val_format_number (val_person_item_get_mean (item), 1);

      level = val_format_integer (val_person_item_get_level (item));
      /* Translators: mean, skills with a score, skills required */
      tooltip = g_strdup_printf (_("Mean %1$s from %2$s of %3$s required skills"), mean, scored,
                                 required);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), level != NULL ? level : "–");
  if (val_person_item_get_required (item) > 0)
    n = g_strdup_printf ("%s/%s", scored, required);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), n != NULL ? n : "");
  gtk_widget_set_tooltip_text (box, tooltip);
}

/* ---- The others: one text each ---- */

static void
text_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = new_label (0);

  set_child (list_item, label);
}

static char *
dup_day (ValDay day, ValDay today)
{
  return day == VAL_DAY_NONE ? g_strdup ("") : val_format_date (day, VAL_DATE_MEDIUM, today);
}

static void
number_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  gtk_widget_add_css_class (gtk_list_item_get_child (list_item), "numeric");
  set_text (gtk_list_item_get_child (list_item),
            val_person_item_get_number (gtk_list_item_get_item (list_item)));
}

static void
team_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  set_text (gtk_list_item_get_child (list_item),
            val_person_item_get_team (gtk_list_item_get_item (list_item)));
}

static void
role_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  set_text (gtk_list_item_get_child (list_item),
            val_person_item_get_role (gtk_list_item_get_item (list_item)));
}

static void
assessed_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_autofree char *text = dup_day (
      val_person_item_get_assessed (gtk_list_item_get_item (list_item)), get_today (data));

  set_text (gtk_list_item_get_child (list_item), text);
}

static void
start_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const ValPerson *person = val_person_item_get_person (gtk_list_item_get_item (list_item));
  g_autofree char *text = dup_day (person->start, get_today (data));

  set_text (gtk_list_item_get_child (list_item), text);
}

/* ---- The table ---- */

typedef void (*BindFunc) (GtkSignalListItemFactory *, GtkListItem *, gpointer);

/* A column's sorter never sorts: asked to compare, it tells which column it belongs to, and the
 * model sorts its columns of numbers. So the header works as everywhere, without an object per
 * person. */
static int
tell_column_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  int *asked = g_object_get_data (G_OBJECT (a), "asked");

  *asked = GPOINTER_TO_INT (data);
  return -1;
}

static void
add_column (GtkColumnView *view, ValPeopleColumn which, const char *title, gboolean expand,
            BindFunc setup, BindFunc bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;
  GtkSorter *sorter
      = GTK_SORTER (gtk_custom_sorter_new (tell_column_cb, GINT_TO_POINTER (which), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup), view);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), view);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  g_object_unref (sorter);
}

/**
 * val_people_columns_add:
 * @view: an empty table
 * @today: for leaving out the year in dates
 *
 * Adds the columns, in the order of #ValPeopleColumn.
 */
void
val_people_columns_add (GtkColumnView *view, ValDay today)
{
  g_object_set_data (G_OBJECT (view), TODAY_KEY, GINT_TO_POINTER (today));
  add_column (view, VAL_PEOPLE_NAME, C_("person", "Name"), TRUE, name_setup_cb, name_bind_cb);
  add_column (view, VAL_PEOPLE_NUMBER, C_("person", "Number"), FALSE, text_setup_cb,
              number_bind_cb);
  add_column (view, VAL_PEOPLE_TEAM, C_("person", "Team"), TRUE, text_setup_cb, team_bind_cb);
  add_column (view, VAL_PEOPLE_ROLE, C_("person", "Role"), TRUE, text_setup_cb, role_bind_cb);
  add_column (view, VAL_PEOPLE_READINESS, C_("person", "Readiness"), FALSE, readiness_setup_cb,
              readiness_bind_cb);
  add_column (view, VAL_PEOPLE_ASSESSED, C_("person", "Last assessed"), FALSE, text_setup_cb,
              assessed_bind_cb);
  add_column (view, VAL_PEOPLE_START, C_("person", "Start"), FALSE, text_setup_cb, start_bind_cb);
}

static GtkColumnViewColumn *
get_column (GtkColumnView *view, guint which)
{
  GtkColumnViewColumn *column = g_list_model_get_item (gtk_column_view_get_columns (view), which);

  g_object_unref (column); /* the view holds it */
  return column;
}

/**
 * val_people_columns_set_width:
 * @view: the table
 * @width: how much room there is
 *
 * Shows the columns that fit. When it is narrow, team and role stand under the name; the rows have
 * to be bound again for that.
 */
void
val_people_columns_set_width (GtkColumnView *view, ValPeopleWidth width)
{
  const gboolean details = width == VAL_PEOPLE_WIDE;
  const gboolean groups = width != VAL_PEOPLE_NARROW;

  g_object_set_data (G_OBJECT (view), WIDTH_KEY, GINT_TO_POINTER (width));
  gtk_column_view_column_set_visible (get_column (view, VAL_PEOPLE_NUMBER), details);
  gtk_column_view_column_set_visible (get_column (view, VAL_PEOPLE_ASSESSED), details);
  gtk_column_view_column_set_visible (get_column (view, VAL_PEOPLE_START), details);
  gtk_column_view_column_set_visible (get_column (view, VAL_PEOPLE_TEAM), groups);
  gtk_column_view_column_set_visible (get_column (view, VAL_PEOPLE_ROLE), groups);
}

/**
 * val_people_columns_get_sort:
 * @view: the table
 * @ret_column: (out): the column whose header shows the arrow
 * @ret_descending: (out): whether it points down
 *
 * Returns: whether the table is sorted by a header
 */
gboolean
val_people_columns_get_sort (GtkColumnView *view, ValPeopleColumn *ret_column,
                             gboolean *ret_descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);
  int asked = -1;
  GtkOrdering ordering;

  g_object_set_data (first, "asked", &asked);
  g_object_set_data (second, "asked", &asked);
  ordering = gtk_sorter_compare (sorter, first, second);
  if (asked < 0)
    return FALSE;
  *ret_column = (ValPeopleColumn) asked;
  *ret_descending = ordering == GTK_ORDERING_LARGER;
  return TRUE;
}

/**
 * val_people_columns_sort:
 * @view: the table
 * @column: a column
 * @descending: largest first
 *
 * As a click on the header does.
 */
void
val_people_columns_sort (GtkColumnView *view, ValPeopleColumn column, gboolean descending)
{
  gtk_column_view_sort_by_column (view, get_column (view, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static GtkListItem *
get_list_item (GtkWidget *widget)
{
  return widget != NULL ? g_object_get_data (G_OBJECT (widget), ITEM_KEY) : NULL;
}

/**
 * val_people_columns_pick:
 * @view: the table
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: the position of the row there, or %GTK_INVALID_LIST_POSITION
 */
guint
val_people_columns_pick (GtkColumnView *view, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    {
      GtkListItem *item = get_list_item (widget);
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (item == NULL)
        item = get_list_item (child);
      if (item == NULL && child != NULL)
        item = get_list_item (gtk_widget_get_first_child (child));
      if (item != NULL)
        return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}
