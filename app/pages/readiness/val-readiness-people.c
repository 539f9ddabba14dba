/* val-readiness-people.c: people of a bar or of a group
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-readiness-people.h"

#include <math.h>
#include <string.h>

#include "val-column.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-person-order.h"
#include "val-row.h"

struct _ValReadinessPeople
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (ValReadinessPeople, val_readiness_people, ADW_TYPE_BIN)

/* More rows than this are not read on a screen; the people page lists everybody. */
#define MAX_PEOPLE 500

enum
{
  OPEN_PERSON,
  OPEN_SKILL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
val_readiness_people_class_init (ValReadinessPeopleClass *klass)
{
  signals[OPEN_PERSON] = g_signal_new ("open-person", VAL_TYPE_READINESS_PEOPLE, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[OPEN_SKILL] = g_signal_new ("open-skill", VAL_TYPE_READINESS_PEOPLE, G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
val_readiness_people_init (ValReadinessPeople *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_bin_set_child (ADW_BIN (self), val_column_new (self->box, 760));
}

/**
 * val_readiness_people_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
val_readiness_people_new (void)
{
  return g_object_new (VAL_TYPE_READINESS_PEOPLE, NULL);
}

static void
clear (ValReadinessPeople *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
append_text (ValReadinessPeople *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
append_list (ValReadinessPeople *self, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  append_text (self, title, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  val_gtk_set_accessible_label (list, title);
  gtk_box_append (GTK_BOX (self->box), list);
  return list;
}

static void
row_cb (ValRow *row, ValReadinessPeople *self)
{
  gint64 *person = g_object_get_data (G_OBJECT (row), "val-person");
  gint64 *skill = g_object_get_data (G_OBJECT (row), "val-skill");

  if (person != NULL)
    g_signal_emit (self, signals[OPEN_PERSON], 0, *person);
  if (skill != NULL)
    g_signal_emit (self, signals[OPEN_SKILL], 0, *skill);
}

static GtkWidget *
make_row (ValReadinessPeople *self, const char *title, const char *subtitle, const char *number,
          const char *kind, gint64 id)
{
  GtkWidget *row = val_row_new (title, subtitle);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "val-number");
  val_row_add_after (VAL_ROW (row), label);
  val_row_add_after (VAL_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), kind, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_cb), self);
  return row;
}

/* A person with what the list is sorted by. */
typedef struct
{
  const ValAgentReadiness *agent;
  guint place;
  double mean; /* the lowest first; 0 where the name alone decides */
} Listed;

static int
compare_listed (gconstpointer a, gconstpointer b)
{
  const Listed *first = a, *second = b;

  if (first->mean < second->mean || first->mean > second->mean)
    return first->mean < second->mean ? -1 : 1;
  return (first->place > second->place) - (first->place < second->place);
}

static GArray *
list_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Listed));
}

static void
list_add (GArray *list, ValReadiness *readiness, const ValAnswerOptions *options,
          const ValAgentReadiness *agent, gboolean by_mean)
{
  /* Shown to the tenth: who shows the same number stands by name. */
  double mean = by_mean && !isnan (agent->mean) ? floor (agent->mean * 10 + 0.5) : 0;
  Listed listed
      = { agent, val_person_order (readiness->dataset, agent->person, options->hide_names), mean };

  g_array_append_val (list, listed);
}

static void
append_person (ValReadinessPeople *self, GtkWidget *list, ValReadiness *readiness,
               const ValAnswerOptions *options, const ValAgentReadiness *agent)
{
  const ValPerson *person = val_dataset_person (readiness->dataset, agent->person);
  g_autofree char *name = val_answer_person_name (readiness, agent->person, options);
  g_autofree char *mean = NULL;
  g_autofree char *scored = NULL;
  GtkWidget *row, *avatar;

  mean = isnan (agent->mean) ? g_strdup ("–")
                             : val_format_number (floor (agent->mean * 10 + 0.5) / 10, 1);
  if (agent->scored < agent->required)
    /* Translators: skills assessed out of the skills required of a person */
    scored = g_strdup_printf (_("%1$u of %2$u skills assessed"), agent->scored, agent->required);
  row = make_row (self, name, scored, mean, "val-person", person->id);
  avatar = adw_avatar_new (32, options->hide_names ? NULL : name, !options->hide_names);
  val_row_add_before (VAL_ROW (row), avatar);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static char *
dup_count (guint n)
{
  g_autofree char *number = val_format_integer (n);

  return val_format_replace (ngettext ("%s person", "%s people", n), number);
}

static void
append_more (ValReadinessPeople *self, guint n)
{
  if (n > MAX_PEOPLE)
    {
      g_autofree char *number = val_format_integer (n - MAX_PEOPLE);
      g_autofree char *text = val_format_replace (
          ngettext ("And %s more, on the People page.", "And %s more, on the People page.",
                    n - MAX_PEOPLE),
          number);

      append_text (self, text, "dim-label");
    }
}

/* Everybody of @people in order, as far as can be read on a screen. */
static void
append_people (ValReadinessPeople *self, ValReadiness *readiness, const ValAnswerOptions *options,
               GArray *people, const char *title)
{
  GtkWidget *list = append_list (self, title);

  g_array_sort (people, compare_listed);
  for (guint i = 0; i < MIN (people->len, MAX_PEOPLE); i++)
    append_person (self, list, readiness, options, g_array_index (people, Listed, i).agent);
  gtk_widget_set_visible (list, people->len > 0);
  append_more (self, people->len);
}

/**
 * val_readiness_people_show_level:
 * @level: 0 ... 10
 */
void
val_readiness_people_show_level (ValReadinessPeople *self, ValReadiness *readiness,
                                 const ValAnswerOptions *options, int level)
{
  g_autofree char *title = g_strdup_printf (_("Level %d"), level);
  g_autofree char *count = dup_count (readiness->counts[level]);
  const ValBand *band = val_dataset_band_of_level (readiness->dataset, level);
  g_autoptr (GArray) people = list_new ();

  clear (self);
  append_text (self, title, "title-1");
  if (band != NULL)
    append_text (self, val_band_get_meaning (band), NULL);
  for (guint i = 0; i < readiness->agents->len; i++)
    {
      const ValAgentReadiness *agent
          = &g_array_index (readiness->agents, ValAgentReadiness, i);

      if (agent->level == level)
        list_add (people, readiness, options, agent, FALSE);
    }
  append_people (self, readiness, options, people, count);
}

static void
append_gaps (ValReadinessPeople *self, ValReadiness *readiness, const ValReadinessGroup *group)
{
  GtkWidget *list;

  if (group->gaps->len == 0)
    return;
  list = append_list (self, _("What they need"));
  for (guint i = 0; i < group->gaps->len; i++)
    {
      const ValSkillGap *gap = &g_array_index (group->gaps, ValSkillGap, i);
      const ValSkill *skill = val_dataset_skill (readiness->dataset, gap->skill);
      g_autofree char *levels
          = val_format_number (gap->missing / 1000.0, gap->missing % 1000 == 0 ? 0 : 1);
      g_autofree char *hours = val_format_integer ((gap->hours + 999) / 1000);
      g_autofree char *hours_text = val_format_replace (C_ ("hours", "%s h"), hours);
      g_autoptr (GString) text = g_string_new (NULL);

      if (gap->people > 0)
        {
          g_autofree char *people = dup_count (gap->people);
          /* Translators: levels missing to the target, and of how many people */
          g_autofree char *part = g_strdup_printf (_("−%1$s levels · %2$s"), levels, people);

          g_string_append (text, part);
        }
      if (gap->to_assess > 0)
        {
          g_autofree char *number = val_format_integer (gap->to_assess);
          g_autofree char *part = val_format_replace (
              ngettext ("%s person to assess", "%s people to assess", gap->to_assess), number);

          g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
        }
      gtk_list_box_append (GTK_LIST_BOX (list),
                           make_row (self, skill->name, text->str,
                                     gap->hours > 0 ? hours_text : "", "val-skill", skill->id));
    }
}

/**
 * val_readiness_people_show_group:
 * @group: a place in the groups of @readiness
 */
void
val_readiness_people_show_group (ValReadinessPeople *self, ValReadiness *readiness,
                                 const ValAnswerOptions *options, guint group)
{
  const ValReadinessGroup *what;
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GArray) people = list_new ();

  clear (self);
  if (group >= readiness->groups->len)
    return;
  what = readiness->groups->pdata[group];
  name = val_format_capital (val_band_get_name (what->band));
  if (what->band->from == what->band->to)
    title = g_strdup_printf ("%s %d", name, what->band->from);
  else
    /* Translators: a group and its levels: "Starting 0–4" */
    title = g_strdup_printf (_("%1$s %2$d–%3$d"), name, what->band->from, what->band->to);
  append_text (self, title, "title-1");
  append_text (self, val_band_get_meaning (what->band), NULL);
  append_gaps (self, readiness, what);
  count = dup_count (what->count);
  for (guint i = 0; i < what->people->len; i++)
    list_add (people, readiness, options,
              &g_array_index (readiness->agents, ValAgentReadiness,
                              g_array_index (what->people, guint, i)),
              TRUE);
  append_people (self, readiness, options, people, count);
}

/**
 * val_readiness_people_show_movement:
 * @from: level before
 * @to: level after
 */
void
val_readiness_people_show_movement (ValReadinessPeople *self, ValReadiness *before,
                                    ValReadiness *readiness, const ValAnswerOptions *options,
                                    int from, int to)
{
  g_autoptr (GArray) movement = val_readiness_movement (before, readiness);
  g_autofree char *title = g_strdup_printf (_("From level %1$d to %2$d"), from, to);
  g_autoptr (GArray) people = list_new ();

  clear (self);
  append_text (self, title, "title-1");
  for (guint i = 0; i < movement->len; i++)
    {
      const ValMovement *moved = &g_array_index (movement, ValMovement, i);

      if (moved->from != from || moved->to != to)
        continue;
      for (guint a = 0; a < readiness->agents->len; a++)
        {
          const ValAgentReadiness *agent
              = &g_array_index (readiness->agents, ValAgentReadiness, a);

          if (agent->person == moved->person)
            list_add (people, readiness, options, agent, FALSE);
        }
    }
  append_people (self, readiness, options, people, _("People"));
}
