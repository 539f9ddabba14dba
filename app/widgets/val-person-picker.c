/* val-person-picker.c: a person, found by a few letters
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-picker.h"

#include <string.h>

#include "val-fold.h"
#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"

/* So many are offered at a time; more letters bring the others. */
#define MAX_ROWS 5

typedef struct
{
  gint64 id;
  char *name;
  char *detail;
  char *folded; /* what letters are compared with; begins with a blank */
} Choice;

struct _ValPersonPicker
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *frame;
  GtkListBox *list;
  GtkLabel *more;
  GtkListBoxRow *rows[MAX_ROWS];
  AdwAvatar *avatars[MAX_ROWS];
  GtkLabel *names[MAX_ROWS];
  GtkLabel *details[MAX_ROWS];

  GArray *choices; /* of Choice */
  guint found[MAX_ROWS];
  guint n_found;
  guint n_all;
  gint64 person_id;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ValPersonPicker, val_person_picker, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_PERSON_ID,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_free (choice->detail);
  g_free (choice->folded);
}

static void
take_person (ValPersonPicker *self, gint64 person_id)
{
  if (self->person_id == person_id)
    return;
  self->person_id = person_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON_ID]);
}

static void
set_text (ValPersonPicker *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

static void
close_list (ValPersonPicker *self)
{
  self->n_found = 0;
  self->n_all = 0;
  gtk_widget_set_visible (self->frame, FALSE);
  val_gtk_set_accessible_description (self->entry, "");
}

/* 0: every word begins a word of the name; 1: every word is somewhere in it; 2: neither. */
static int
rank (const Choice *choice, char *const *words)
{
  gboolean begins = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = strstr (choice->folded, words[i] + 1);

      if (words[i][1] == '\0')
        continue;
      if (at == NULL)
        return 2;
      begins = begins && strstr (choice->folded, words[i]) != NULL;
    }
  return begins ? 0 : 1;
}

/* The words of the query, each with a blank before it. */
static char **
split_query (const char *text)
{
  g_autofree char *folded = val_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strconcat (" ", parts[i], NULL));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static void
look_up (ValPersonPicker *self, const char *text)
{
  g_auto (GStrv) words = split_query (text);
  guint second[MAX_ROWS], n_second = 0;

  self->n_found = 0;
  self->n_all = 0;
  for (guint i = 0; i < self->choices->len; i++)
    {
      int r = rank (&g_array_index (self->choices, Choice, i), words);

      if (r == 2)
        continue;
      self->n_all++;
      if (r == 0 && self->n_found < MAX_ROWS)
        self->found[self->n_found++] = i;
      else if (r == 1 && n_second < MAX_ROWS)
        second[n_second++] = i;
    }
  for (guint i = 0; i < n_second && self->n_found < MAX_ROWS; i++)
    self->found[self->n_found++] = second[i];
}

static int
selected_row (ValPersonPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
describe_selected (ValPersonPicker *self)
{
  int at = selected_row (self);
  const Choice *choice;
  g_autofree char *sentence = NULL;

  if (at < 0 || (guint) at >= self->n_found)
    {
      val_gtk_set_accessible_description (self->entry, self->n_all == 0 ? _("Nobody found") : "");
      return;
    }
  choice = &g_array_index (self->choices, Choice, self->found[at]);
  /* Translators: said by a screen reader while somebody looks for a person by letters */
  sentence = val_format_replace (_("Enter chooses %s"), choice->name);
  val_gtk_set_accessible_description (self->entry, sentence);
}

static void
show_more (ValPersonPicker *self)
{
  guint rest = self->n_all - self->n_found;
  g_autofree char *number = val_format_integer (rest);
  g_autofree char *sentence = NULL;

  if (self->n_all == 0)
    gtk_label_set_text (self->more, _("Nobody found"));
  else if (rest > 0)
    {
      sentence = val_format_replace (
          ngettext ("%s more; another letter brings them closer",
                    "%s more; another letter brings them closer", rest),
          number);
      gtk_label_set_text (self->more, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), self->n_all == 0 || rest > 0);
}

static void
open_list (ValPersonPicker *self)
{
  look_up (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), i < self->n_found);
      if (i < self->n_found)
        {
          const Choice *choice = &g_array_index (self->choices, Choice, self->found[i]);
          const char *detail = choice->detail != NULL ? choice->detail : "";

          adw_avatar_set_text (self->avatars[i], choice->name);
          gtk_label_set_text (self->names[i], choice->name);
          gtk_label_set_text (self->details[i], detail);
          gtk_widget_set_visible (GTK_WIDGET (self->details[i]), *detail != '\0');
          val_gtk_set_accessible_label (GTK_WIDGET (self->rows[i]), choice->name);
        }
    }
  show_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_found > 0);
  gtk_widget_set_visible (self->frame, TRUE);
  gtk_list_box_select_row (self->list, self->n_found > 0 ? self->rows[0] : NULL);
  describe_selected (self);
}

static void
choose (ValPersonPicker *self, int at)
{
  gint64 id;

  g_return_if_fail (at >= 0 && (guint) at < self->n_found);
  id = g_array_index (self->choices, Choice, self->found[at]).id;
  set_text (self, g_array_index (self->choices, Choice, self->found[at]).name);
  close_list (self);
  take_person (self, id);
}

static void
changed_cb (GtkEditable *editable, ValPersonPicker *self)
{
  if (self->setting)
    return;
  take_person (self, 0);
  if (*gtk_editable_get_text (editable) == '\0')
    close_list (self);
  else
    open_list (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ValPersonPicker *self)
{
  choose (self, gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0, self->person_id);
}

static gboolean
move (ValPersonPicker *self, int step)
{
  int at;

  if (!gtk_widget_get_visible (self->frame))
    {
      if (step > 0 && self->person_id == 0)
        open_list (self);
      return step > 0 && self->person_id == 0;
    }
  if (self->n_found == 0)
    return TRUE;
  at = CLAMP (selected_row (self) + step, 0, (int) self->n_found - 1);
  gtk_list_box_select_row (self->list, self->rows[at]);
  describe_selected (self);
  return TRUE;
}

static gboolean
enter (ValPersonPicker *self)
{
  if (!val_person_picker_settle (self))
    return FALSE;
  g_signal_emit (self, signals[CHOSEN], 0, self->person_id);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        ValPersonPicker *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
      return move (self, 1);
    case GDK_KEY_Up:
      return move (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter (self);
    case GDK_KEY_Tab:
      /* Somebody who goes on means the first one found. */
      val_person_picker_settle (self);
      return FALSE;
    case GDK_KEY_Escape:
      if (!gtk_widget_get_visible (self->frame))
        return FALSE;
      close_list (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
val_person_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PERSON_ID)
    g_value_set_int64 (value, VAL_PERSON_PICKER (object)->person_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
val_person_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PERSON_ID)
    val_person_picker_set_person (VAL_PERSON_PICKER (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
val_person_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VAL_PERSON_PICKER (widget)->entry);
}

static void
val_person_picker_finalize (GObject *object)
{
  g_array_unref (VAL_PERSON_PICKER (object)->choices);
  G_OBJECT_CLASS (val_person_picker_parent_class)->finalize (object);
}

static void
val_person_picker_class_init (ValPersonPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = val_person_picker_finalize;
  object_class->get_property = val_person_picker_get_property;
  object_class->set_property = val_person_picker_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_person_picker_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
  properties[PROP_PERSON_ID]
      = g_param_spec_int64 ("person-id", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", VAL_TYPE_PERSON_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
add_row (ValPersonPicker *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  self->avatars[i] = ADW_AVATAR (adw_avatar_new (24, NULL, TRUE));
  self->names[i] = GTK_LABEL (name);
  self->details[i] = GTK_LABEL (detail);
  self->rows[i] = GTK_LIST_BOX_ROW (row);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatars[i]));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (self->rows[i], box);
  /* The letters keep the focus; arrows go through the list from there. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
val_person_picker_init (ValPersonPicker *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("A few letters of a name"));
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), FALSE);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "val-choices");
  val_gtk_set_accessible_label (GTK_WIDGET (self->list), _("People found"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  for (guint i = 0; i < MAX_ROWS; i++)
    add_row (self, i);

  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more, 0);
  gtk_label_set_wrap (self->more, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "val-picker-more");
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->more));
  self->frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (self->frame), inside);
  gtk_widget_add_css_class (self->frame, "val-picker");
  gtk_widget_set_visible (self->frame, FALSE);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->frame);
  val_person_picker_set_label (self, C_("person", "Person"));
}

/**
 * val_person_picker_new:
 *
 * A field in which a few letters of any part of the name find a person: accents and case do not
 * matter, arrows move, Enter, Tab and a click choose. Main thread, as everything here.
 *
 * Returns: (transfer floating): a picker without people
 */
GtkWidget *
val_person_picker_new (void)
{
  return g_object_new (VAL_TYPE_PERSON_PICKER, NULL);
}

/**
 * val_person_picker_clear:
 *
 * Takes all people away, so that they are added anew. Who is chosen stays chosen, and with them
 * the name that is shown, until val_person_picker_set_person () says otherwise.
 */
void
val_person_picker_clear (ValPersonPicker *self)
{
  g_return_if_fail (VAL_IS_PERSON_PICKER (self));
  g_array_set_size (self->choices, 0);
  close_list (self);
}

/**
 * val_person_picker_add:
 * @id: above 0
 * @name: as screens may show it; letters are looked for in it
 * @detail: (nullable): said beside the name (a team); letters are not looked for in it
 *
 * Adds somebody at the end.
 */
void
val_person_picker_add (ValPersonPicker *self, gint64 id, const char *name, const char *detail)
{
  g_autofree char *folded = NULL;
  Choice choice;

  g_return_if_fail (VAL_IS_PERSON_PICKER (self));
  g_return_if_fail (name != NULL);
  folded = val_fold (name);
  choice.id = id;
  choice.name = g_strdup (name);
  choice.detail = g_strdup (detail);
  choice.folded = g_strconcat (" ", folded, NULL);
  for (char *p = choice.folded; *p != '\0'; p++)
    if (*p == '-' || *p == '(')
      *p = ' '; /* "Maria-Eleni" is found by "ele" as a word too */
  g_array_append_val (self->choices, choice);
}

/**
 * val_person_picker_get_person:
 *
 * Returns: who is chosen, or 0
 */
gint64
val_person_picker_get_person (ValPersonPicker *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_PICKER (self), 0);
  return self->person_id;
}

/**
 * val_person_picker_set_person:
 * @person_id: somebody of the list, or 0; somebody who is not in it is nobody
 */
void
val_person_picker_set_person (ValPersonPicker *self, gint64 person_id)
{
  const char *name = "";
  gint64 known = 0;

  g_return_if_fail (VAL_IS_PERSON_PICKER (self));
  for (guint i = 0; i < self->choices->len && person_id != 0; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->id != person_id)
        continue;
      name = choice->name;
      known = person_id;
      break;
    }
  set_text (self, name);
  close_list (self);
  take_person (self, known);
}

/**
 * val_person_picker_settle:
 *
 * Whom the list has selected is chosen, as Enter does.
 *
 * Returns: whether that changed anything
 */
gboolean
val_person_picker_settle (ValPersonPicker *self)
{
  int at;

  g_return_val_if_fail (VAL_IS_PERSON_PICKER (self), FALSE);
  at = selected_row (self);
  if (self->person_id != 0 || !gtk_widget_get_visible (self->frame) || at < 0
      || (guint) at >= self->n_found)
    return FALSE;
  choose (self, at);
  return TRUE;
}

/**
 * val_person_picker_is_undecided:
 *
 * Returns: whether letters are typed and nobody was chosen by them
 */
gboolean
val_person_picker_is_undecided (ValPersonPicker *self)
{
  g_return_val_if_fail (VAL_IS_PERSON_PICKER (self), FALSE);
  return self->person_id == 0 && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

/**
 * val_person_picker_set_label:
 * @label: translated; what a screen reader calls the field
 */
void
val_person_picker_set_label (ValPersonPicker *self, const char *label)
{
  g_return_if_fail (VAL_IS_PERSON_PICKER (self));
  val_gtk_set_accessible_label (self->entry, label);
}
