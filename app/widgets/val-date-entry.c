/* val-date-entry.c: a day, typed or picked
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-date-entry.h"

#include "val-field-fault.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

struct _ValDateEntry
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkWidget *calendar; /* this and the next: NULL until it is asked for */
  GtkWidget *popover;
  GtkWidget *button;
  ValDay today;
  ValDay day;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ValDateEntry, val_date_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * val_date_entry_parse:
 * @text: what was typed
 *
 * Year first when the first number has four digits, else day, month, year as all four countries
 * write it.
 *
 * Returns: the day, or %VAL_DAY_NONE
 */
ValDay
val_date_entry_parse (const char *text)
{
  int numbers[3] = { 0, 0, 0 };
  int digits[3] = { 0, 0, 0 };
  int n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (n > 2 || digits[n] > 3)
            return VAL_DAY_NONE;
          numbers[n] = numbers[n] * 10 + (*p - '0');
          digits[n]++;
        }
      else if (strchr (".-/ ", *p) != NULL)
        {
          if (n < 3 && digits[n] > 0)
            n++;
        }
      else
        return VAL_DAY_NONE;
    }
  if (n < 2 || digits[2] == 0)
    return VAL_DAY_NONE;
  if (digits[0] == 4)
    return val_day_from_ymd (numbers[0], numbers[1], numbers[2]);
  return val_day_from_ymd (digits[2] <= 2 ? numbers[2] + 2000 : numbers[2], numbers[1],
                           numbers[0]);
}

static void
show_day (ValDateEntry *self)
{
  g_autofree char *text = self->day == VAL_DAY_NONE
                              ? g_strdup ("")
                              : val_format_date (self->day, VAL_DATE_SHORT, self->today);

  /* Setting the same text would take the selection of who is about to type. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
take_day (ValDateEntry *self, ValDay day)
{
  if (self->day == day)
    return;
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
settle (ValDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text == '\0')
    {
      take_day (self, VAL_DAY_NONE);
      return;
    }
  if (val_date_entry_is_wrong (self))
    return;
  take_day (self, val_date_entry_parse (text));
  show_day (self);
}

static char *
check (GtkWidget *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));

  if (*text == '\0' || val_date_entry_parse (text) != VAL_DAY_NONE)
    return NULL;
  return g_strdup (_("The day is not a date; write it as 5.3.2026"));
}

static void
leave_cb (GtkEventControllerFocus *controller, ValDateEntry *self)
{
  settle (self);
}

static void
calendar_cb (GtkCalendar *calendar, ValDateEntry *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->setting)
    return;
  date = gtk_calendar_get_date (calendar);
  val_date_entry_set_day (self, val_day_from_ymd (g_date_time_get_year (date),
                                                  g_date_time_get_month (date),
                                                  g_date_time_get_day_of_month (date)));
}

static void
today_cb (GtkButton *button, ValDateEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  val_date_entry_set_day (self, self->today);
}

static void
popover_show_cb (GtkWidget *popover, ValDateEntry *self)
{
  ValDay day = self->day != VAL_DAY_NONE ? self->day : self->today;
  int year, month, dom;

  if (val_day_to_ymd (day, &year, &month, &dom))
    {
      g_autoptr (GDateTime) date = g_date_time_new_local (year, month, dom, 12, 0, 0);

      self->setting = TRUE;
      if (date != NULL)
        gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
      self->setting = FALSE;
    }
}

/* A calendar is some sixty labels, which few ever look at. */
static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  ValDateEntry *self = data;
  GtkWidget *inside, *today;

  if (self->popover != NULL)
    return;
  inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  today = gtk_button_new_with_label (C_ ("date", "Today"));
  self->calendar = gtk_calendar_new ();
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (calendar_cb), self);
  g_signal_connect (today, "clicked", G_CALLBACK (today_cb), self);
  gtk_box_append (GTK_BOX (inside), self->calendar);
  gtk_box_append (GTK_BOX (inside), today);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), inside);
  g_signal_connect (self->popover, "show", G_CALLBACK (popover_show_cb), self);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
val_date_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_int (value, VAL_DATE_ENTRY (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
val_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    val_date_entry_set_day (VAL_DATE_ENTRY (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
val_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VAL_DATE_ENTRY (widget)->entry);
}

static void
val_date_entry_class_init (ValDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = val_date_entry_get_property;
  object_class->set_property = val_date_entry_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_date_entry_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  properties[PROP_DAY]
      = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, VAL_DAY_NONE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
val_date_entry_init (ValDateEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->day = VAL_DAY_NONE;
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_widget_set_hexpand (self->entry, TRUE);
  val_field_watch (self->entry, check);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (settle), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover_cb, self,
                                         NULL);
  val_gtk_label_button (self->button, _("Pick a Day"));

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  val_date_entry_set_label (self, C_("calendar day", "Date"));
}

/**
 * val_date_entry_new:
 * @today: what the Today button means
 *
 * Returns: (transfer floating): an empty date entry
 */
GtkWidget *
val_date_entry_new (ValDay today)
{
  ValDateEntry *self = g_object_new (VAL_TYPE_DATE_ENTRY, NULL);

  self->today = today;
  val_date_entry_set_hint (self, VAL_DAY_NONE);
  return GTK_WIDGET (self);
}

/**
 * val_date_entry_set_hint:
 * @day: what holds while the entry is empty; %VAL_DAY_NONE: nothing, and the entry says how a day is
 *   written. A day as an example would look as if it had been chosen.
 */
void
val_date_entry_set_hint (ValDateEntry *self, ValDay day)
{
  g_autofree char *hint = val_format_date (day, VAL_DATE_SHORT, self->today);

  /* Translators: how a day is written in figures */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  day != VAL_DAY_NONE ? hint : C_ ("date", "dd/mm/yyyy"));
}

/**
 * val_date_entry_get_day:
 *
 * What is typed counts even before the entry is left.
 *
 * Returns: the day, or %VAL_DAY_NONE when empty or not a day
 */
ValDay
val_date_entry_get_day (ValDateEntry *self)
{
  g_return_val_if_fail (VAL_IS_DATE_ENTRY (self), VAL_DAY_NONE);
  return val_date_entry_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/**
 * val_date_entry_set_day:
 * @day: the day, or %VAL_DAY_NONE: empty
 */
void
val_date_entry_set_day (ValDateEntry *self, ValDay day)
{
  g_return_if_fail (VAL_IS_DATE_ENTRY (self));
  if (self->day != day)
    {
      self->day = day;
      show_day (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
  else
    show_day (self);
}

/**
 * val_date_entry_is_wrong:
 *
 * Returns: whether something is typed that is no day
 */
gboolean
val_date_entry_is_wrong (ValDateEntry *self)
{
  const char *text;

  g_return_val_if_fail (VAL_IS_DATE_ENTRY (self), FALSE);
  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  return *text != '\0' && val_date_entry_parse (text) == VAL_DAY_NONE;
}

/**
 * val_date_entry_set_label:
 * @label: translated; the entry's name for a screen reader
 */
void
val_date_entry_set_label (ValDateEntry *self, const char *label)
{
  g_return_if_fail (VAL_IS_DATE_ENTRY (self));
  val_gtk_set_accessible_label (self->entry, label);
}
