/* val-goal-steps.c: the sparring steps of a goal, as a list to write in
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-goal-steps.h"

#include "val-gtk-compat.h"
#include "val-i18n.h"

/**
 * ValGoalSteps:
 *
 * One row a step: a tick, what it is, with whom; buttons (and Alt+Up, Alt+Down) that move it, and
 * one that takes it away. Enter makes the next step.
 */
struct _ValGoalSteps
{
  GtkBox parent_instance;

  ValDay today;
  GPtrArray *stored; /* of ValGoalStep: as the file has them */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (ValGoalSteps, val_goal_steps, GTK_TYPE_BOX)

typedef struct
{
  gint64 id;       /* 0: new */
  ValDay done_day; /* as it was */
  GtkWidget *check, *text, *partner;
} Step;

static Step *
step_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "val-step");
}

static GtkWidget *add_step (ValGoalSteps *self, const ValGoalStep *step, int position);

static GtkWidget *
row_of (gpointer widget)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (widget), GTK_TYPE_LIST_BOX_ROW);
}

static void
focus_text (GtkWidget *row)
{
  gtk_widget_grab_focus (step_of (row)->text);
}

static void
move (ValGoalSteps *self, GtkWidget *row, int by)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;

  if (position < 0 || gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                     position) == NULL)
    return;
  g_object_ref (row);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, position);
  g_object_unref (row);
  focus_text (row);
}

static void
up_cb (GtkButton *button, ValGoalSteps *self)
{
  move (self, row_of (button), -1);
}

static void
down_cb (GtkButton *button, ValGoalSteps *self)
{
  move (self, row_of (button), 1);
}

static gboolean
move_key_cb (GtkWidget *list, GVariant *by, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  if (focus == NULL || row_of (focus) == NULL)
    return FALSE;
  move (data, row_of (focus), g_variant_get_int32 (by));
  return TRUE;
}

static void
remove_cb (GtkButton *button, ValGoalSteps *self)
{
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row_of (button));
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
activate_cb (GtkEntry *entry, ValGoalSteps *self)
{
  GtkWidget *row = row_of (entry);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    next = add_step (self, NULL, -1);
  if (next != NULL)
    focus_text (next);
}

static void
add_cb (GtkButton *button, ValGoalSteps *self)
{
  focus_text (add_step (self, NULL, -1));
}

static GtkWidget *
new_button (const char *icon, const char *label, GCallback callback, ValGoalSteps *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  val_gtk_label_button (button, label);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_entry (const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  val_gtk_set_accessible_label (entry, label);
  return entry;
}

/* @position: -1: last */
static GtkWidget *
add_step (ValGoalSteps *self, const ValGoalStep *stored, int position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Step *step = g_new0 (Step, 1);

  step->id = stored != NULL ? stored->record.id : 0;
  step->done_day = stored != NULL ? stored->done_day : VAL_DAY_NONE;
  step->check = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (step->check), step->done_day != VAL_DAY_NONE);
  val_gtk_label_button (step->check, C_ ("step", "Done"));
  step->text = new_entry (_("What the step is"), stored != NULL ? stored->text : "");
  step->partner = new_entry (_("Sparring partner"), stored != NULL ? stored->partner : "");
  g_signal_connect (step->text, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (step->partner, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (first), step->check);
  gtk_box_append (GTK_BOX (first), step->text);
  gtk_box_append (GTK_BOX (second), step->partner);
  gtk_box_append (GTK_BOX (second),
                  new_button ("go-up-symbolic", _("Move Up"), G_CALLBACK (up_cb), self));
  gtk_box_append (GTK_BOX (second),
                  new_button ("go-down-symbolic", _("Move Down"), G_CALLBACK (down_cb), self));
  gtk_box_append (GTK_BOX (second), new_button ("user-trash-symbolic", _("Remove the Step"),
                                                G_CALLBACK (remove_cb), self));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "val-step", step, g_free);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, position);
  gtk_widget_set_visible (self->list, TRUE);
  return row;
}

static void
val_goal_steps_finalize (GObject *object)
{
  g_ptr_array_unref (VAL_GOAL_STEPS (object)->stored);
  G_OBJECT_CLASS (val_goal_steps_parent_class)->finalize (object);
}

static void
val_goal_steps_class_init (ValGoalStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_goal_steps_finalize;
}

static void
add_move_keys (ValGoalSteps *self)
{
  static const struct { guint key; int by; } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                              gtk_callback_action_new (move_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
    }
  gtk_widget_add_controller (self->list, shortcuts);
}

static void
val_goal_steps_init (ValGoalSteps *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add S_tep"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->stored = g_ptr_array_new_with_free_func (val_record_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_visible (self->list, FALSE);
  val_gtk_set_accessible_label (self->list, _("Steps"));
  add_move_keys (self);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), add);
}

/**
 * val_goal_steps_new:
 * @today: the day on which steps are ticked
 *
 * Returns: (transfer floating): a list without steps
 */
GtkWidget *
val_goal_steps_new (ValDay today)
{
  ValGoalSteps *self = g_object_new (VAL_TYPE_GOAL_STEPS, NULL);

  self->today = today;
  return GTK_WIDGET (self);
}

/**
 * val_goal_steps_set:
 * @steps: (nullable) (element-type ValGoalStep): in their order; copied
 */
void
val_goal_steps_set (ValGoalSteps *self, GPtrArray *steps)
{
  g_return_if_fail (VAL_IS_GOAL_STEPS (self));

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      g_ptr_array_add (self->stored, val_record_copy (steps->pdata[i]));
      add_step (self, steps->pdata[i], -1);
    }
}

static const ValGoalStep *
find_stored (ValGoalSteps *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->stored->len; i++)
    if (((ValGoalStep *) self->stored->pdata[i])->record.id == id)
      return self->stored->pdata[i];
  return NULL;
}

static ValGoalStep *
read_step (ValGoalSteps *self, const Step *step, int position)
{
  ValGoalStep *now = val_record_new (VAL_RECORD_STEP);

  now->record.id = step->id;
  now->position = position;
  val_set_string (&now->text, gtk_editable_get_text (GTK_EDITABLE (step->text)));
  val_set_string (&now->partner, gtk_editable_get_text (GTK_EDITABLE (step->partner)));
  g_strstrip (now->text);
  g_strstrip (now->partner);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (step->check)))
    now->done_day = step->done_day != VAL_DAY_NONE ? step->done_day : self->today;
  return now;
}

/**
 * val_goal_steps_put:
 * @edit: what is stored
 * @goal_id: the goal, as the edit knows it
 * @person_id: whose goal
 *
 * Adds what is new, changed, moved or taken away. A row without a text is no step.
 */
void
val_goal_steps_put (ValGoalSteps *self, ValEdit *edit, gint64 goal_id, gint64 person_id)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  int position = 0;

  g_return_if_fail (VAL_IS_GOAL_STEPS (self));
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      ValGoalStep *now = read_step (self, step_of (row), position);
      const ValGoalStep *stored = find_stored (self, now->record.id);

      now->goal_id = goal_id;
      now->record.person_id = person_id;
      if (*now->text != '\0')
        {
          position++;
          g_hash_table_add (kept, GSIZE_TO_POINTER ((gsize) now->record.id));
          if (stored == NULL || !val_record_equal (stored, now))
            val_edit_put_record (edit, now);
        }
      val_record_free (now);
    }
  for (guint i = 0; i < self->stored->len; i++)
    {
      gint64 id = ((ValGoalStep *) self->stored->pdata[i])->record.id;

      if (!g_hash_table_contains (kept, GSIZE_TO_POINTER ((gsize) id)))
        val_edit_delete_record (edit, VAL_RECORD_STEP, id);
    }
}
