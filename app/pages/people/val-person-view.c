/* val-person-view.c: one person
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-view.h"

#include "val-format.h"
#include "val-gtk-compat.h"
#include "val-i18n.h"
#include "val-in-turns.h"
#include "val-line.h"
#include "val-person-first.h"
#include "val-person-list.h"
#include "val-person-parts.h"
#include "val-person-performance.h"
#include "val-person-records.h"
#include "val-scrolled.h"
#include "val-text-label.h"
#include "val-width-bin.h"
#include "val-wrap-box.h"

#define SIDE_BY_SIDE_FROM 900
/* Below this width the tabs would take three lines: they are one choice. */
#define TABS_FROM 560

enum
{
  OVERVIEW,
  SESSIONS,
  NOTES,
  THANKS,
  SKILLS,
  PERFORMANCE,
  TIMELINE,
  N_TABS
};

static const struct
{
  const char *name;
  const char *label;
  ValEntriesKind kind; /* of those that are lists */
} tabs[N_TABS] = {
  [OVERVIEW] = { "overview", NC_ ("tab", "Overview"), 0 },
  [SESSIONS] = { "sessions", NC_ ("tab", "Sessions"), VAL_ENTRIES_SESSIONS },
  [NOTES] = { "notes", NC_ ("tab", "Notes"), VAL_ENTRIES_NOTES },
  [THANKS] = { "thanks", NC_ ("tab", "Thanks"), VAL_ENTRIES_THANKS },
  [SKILLS] = { "skills", NC_ ("tab", "Skills"), 0 },
  [PERFORMANCE] = { "performance", NC_ ("tab", "Performance"), 0 },
  [TIMELINE] = { "timeline", NC_ ("tab", "Timeline"), VAL_ENTRIES_TIMELINE },
};

/**
 * ValPersonView:
 *
 * What is known of a person: who it is above, and below it, one at a time, what to know before
 * talking, sessions, notes, thanks, skills and everything in its order. Only what is on screen is
 * put together, anew when something changes; which tab, which skills are open and how far one has
 * scrolled stays.
 */
struct _ValPersonView
{
  AdwBin parent_instance;

  ValSession *session;
  ValPersonRecords *records;
  gint64 person_id;
  GHashTable *expanded; /* of gint64: skills whose history is open */
  gboolean side_by_side;
  gboolean is_stale[N_TABS];

  GtkWidget *head; /* who it is; takes the focus when the page opens */
  GtkWidget *top;  /* the head and what stands under it */
  GtkWidget *tabs[N_TABS];
  GtkWidget *tab_bar, *tab_choice; /* one of them is in sight */
  GtkWidget *stack;
  GtkWidget *columns[N_TABS]; /* OVERVIEW, SKILLS, PERFORMANCE: what they are put together in */
  GtkWidget *lists[N_TABS];   /* the others */
  GPtrArray *rows;            /* of GtkBox, owned: side by side, or one under the other */
};

G_DEFINE_FINAL_TYPE (ValPersonView, val_person_view, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = val_text_label_new (text);

  /* A few letters wide, GTK 4.8 contradicts itself about the width and warns. */
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What stands above all that scrolls: even a name as long as a book takes a few lines. */
static GtkWidget *
new_head_label (const char *text, const char *css_class)
{
  GtkWidget *label = new_label (text, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 5);
  return label;
}

static GtkWidget *
new_action (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "val-act");
  return button;
}

/* A row of the page whose parts go under each other where it is narrow. */
static GtkWidget *
new_row (ValPersonView *self)
{
  GtkWidget *row = val_line_new (18, GTK_ALIGN_FILL);

  val_line_set_stacked (VAL_LINE (row), !self->side_by_side);
  g_ptr_array_add (self->rows, g_object_ref (row));
  return row;
}

static void
add_header (ValPersonView *self, guint index, const ValPerson *person)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *actions = val_wrap_box_new (6);
  GtkWidget *who = val_line_new (12, GTK_ALIGN_CENTER);
  g_autofree char *name = val_session_dup_person_name (self->session, index);
  g_autofree char *subtitle = val_person_dup_subtitle (self->session, person);
  gboolean initials = !val_session_get_hide_names (self->session)
                      && (*person->given != '\0' || *person->family != '\0');
  GtkWidget *avatar = adw_avatar_new (56, name, initials);
  GtkWidget *talk = new_action (_("_Session"), _("Hold or plan a session (Ctrl+Shift+S)"),
                                "page.session");

  gtk_widget_add_css_class (talk, "suggested-action");
  val_wrap_box_append (VAL_WRAP_BOX (actions), talk);
  val_wrap_box_append (VAL_WRAP_BOX (actions),
                       new_action (_("_Note"), _("Write a note (Ctrl+Shift+M)"), "page.note"));
  val_wrap_box_append (VAL_WRAP_BOX (actions), new_action (_("_Thank"),
                                                           _("Thank this person (Ctrl+Shift+T)"),
                                                           "page.thank"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_head_label (name, "title-1"));
  if (*subtitle != '\0')
    gtk_box_append (GTK_BOX (texts), new_head_label (subtitle, "dim-label"));
  val_line_append (VAL_LINE (who), avatar);
  val_line_append (VAL_LINE (who), texts);
  val_line_append (VAL_LINE (self->head), who);
  val_line_append (VAL_LINE (self->head), actions);
}

static void
add_leaving (ValPersonView *self, const ValPerson *person)
{
  ValDay today = val_session_get_today (self->session);
  gboolean away = person->leave <= today;
  GtkWidget *box, *button, *label, *icon;
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (person->leave == VAL_DAY_NONE)
    return;
  day = val_format_date (person->leave, VAL_DATE_LONG, today);
  /* Translators: %s is a date */
  sentence = val_format_replace (away ? _("Has left. First day away: %s.")
                                      : _("Will leave. First day away: %s."),
                                 day);
  text = *person->leave_reason != '\0' && !val_session_get_hide_names (self->session)
             ? g_strdup_printf ("%s\n%s", sentence, person->leave_reason)
             : g_strdup (sentence);
  box = val_line_new (12, GTK_ALIGN_CENTER);
  label = new_label (text, "val-notice");
  gtk_widget_set_hexpand (label, TRUE);
  button = gtk_button_new_with_mnemonic (_("_Bring Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.restore");
  icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  val_line_append (VAL_LINE (box), icon);
  val_line_append (VAL_LINE (box), label);
  val_line_append (VAL_LINE (box), button);
  gtk_box_append (GTK_BOX (self->top), box);
}

/* ---- The tabs ---- */

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill_skills (ValPersonView *self, guint index)
{
  GtkWidget *row = new_row (self);
  GtkWidget *radar = val_person_radar_new (self->session, index);

  gtk_widget_set_hexpand (radar, TRUE);
  val_line_append (VAL_LINE (row), val_person_readiness_new (self->session, index));
  val_line_append (VAL_LINE (row), radar);
  gtk_box_append (GTK_BOX (self->columns[SKILLS]), row);
  gtk_box_append (GTK_BOX (self->columns[SKILLS]),
                  val_person_scores_new (self->session, index, self->expanded));
}

static guint
shown_tab (ValPersonView *self)
{
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  for (guint i = 0; i < N_TABS; i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return i;
  return OVERVIEW;
}

static void
show_waiting (ValPersonView *self)
{
  const char *failure = val_person_records_get_failure (self->records);

  gtk_box_append (GTK_BOX (self->columns[OVERVIEW]),
                  new_label (failure != NULL ? failure : _("Reading…"),
                             failure != NULL ? "error" : "dim-label"));
}

/* Puts together what is on screen, when it is not up to date. */
static void
fill_tab (ValPersonView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  GPtrArray *records = val_person_records_get (self->records);
  guint tab = shown_tab (self), index;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean was_inside;

  if (!self->is_stale[tab] || dataset == NULL
      || !val_dataset_find_person (dataset, self->person_id, &index))
    return;
  self->is_stale[tab] = FALSE;
  if (self->lists[tab] != NULL)
    {
      val_person_list_set (VAL_PERSON_LIST (self->lists[tab]), self->person_id, records,
                           val_person_records_get_failure (self->records));
      return;
    }
  was_inside = focus != NULL && gtk_widget_is_ancestor (focus, self->columns[tab]);
  val_in_turns_drop (self->columns[tab]);
  empty_box (self->columns[tab]);
  g_ptr_array_set_size (self->rows, 0);
  if (tab == SKILLS)
    fill_skills (self, index);
  else if (tab == PERFORMANCE)
    gtk_box_append (GTK_BOX (self->columns[PERFORMANCE]),
                    val_person_performance_new (self->session, self->person_id));
  else if (records == NULL)
    show_waiting (self);
  else
    val_person_fill_overview (self, self->columns[OVERVIEW], new_row (self), new_row (self),
                              self->session, index, records);
  /* What had the focus was made anew. */
  if (was_inside)
    gtk_widget_child_focus (self->columns[tab], GTK_DIR_TAB_FORWARD);
}

static void
show_head (ValPersonView *self)
{
  ValDataset *dataset = val_session_get_dataset (self->session);
  g_autofree char *name = NULL;
  GtkWidget *child;
  guint index;

  val_line_clear (VAL_LINE (self->head));
  while ((child = gtk_widget_get_next_sibling (self->head)) != NULL)
    gtk_box_remove (GTK_BOX (self->top), child);
  if (dataset == NULL || !val_dataset_find_person (dataset, self->person_id, &index))
    return;
  name = val_session_dup_person_name (self->session, index);
  val_gtk_set_accessible_label (self->head, name);
  add_header (self, index, val_dataset_person (dataset, index));
  add_leaving (self, val_dataset_person (dataset, index));
}

/* Scores alone are no matter of what was written, but they stand in the timeline. */
static void
make_stale (ValPersonView *self, ValTables tables)
{
  gboolean scores = (tables & ~(guint) VAL_TABLE_ASSESSMENTS) == 0;

  for (guint i = 0; i < N_TABS; i++)
    self->is_stale[i] |= !scores || self->lists[i] == NULL || i == TIMELINE;
  fill_tab (self);
}

static void
records_cb (ValPersonRecords *records, ValPersonView *self)
{
  gboolean skills_stale = self->is_stale[SKILLS];
  gboolean performance_stale = self->is_stale[PERFORMANCE];

  if (self->person_id == 0)
    return;
  for (guint i = 0; i < N_TABS; i++)
    self->is_stale[i] = TRUE;
  /* Neither hangs on what is written about the person. */
  self->is_stale[SKILLS] = skills_stale;
  self->is_stale[PERFORMANCE] = performance_stale;
  fill_tab (self);
}

static void
tab_cb (GtkToggleButton *button, ValPersonView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_TABS; i++)
    if (self->tabs[i] == GTK_WIDGET (button))
      {
        val_gtk_stack_show (GTK_STACK (self->stack), tabs[i].name);
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->tab_choice), i);
      }
  if (self->session != NULL && self->person_id != 0)
    fill_tab (self);
}

static void
tab_choice_cb (ValPersonView *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->tab_choice));

  if (chosen < N_TABS)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[chosen]), TRUE);
}

static void
width_cb (ValWidthBin *bin, int width, ValPersonView *self)
{
  gboolean side_by_side = width >= SIDE_BY_SIDE_FROM;

  gtk_widget_set_visible (self->tab_bar, width >= TABS_FROM);
  gtk_widget_set_visible (self->tab_choice, width < TABS_FROM);
  if (side_by_side == self->side_by_side)
    return;
  self->side_by_side = side_by_side;
  val_line_set_stacked (VAL_LINE (self->head), !side_by_side);
  for (guint i = 0; i < self->rows->len; i++)
    val_line_set_stacked (VAL_LINE (self->rows->pdata[i]), !side_by_side);
}

static gboolean
step_tab_cb (GtkWidget *widget, GVariant *arguments, gpointer step)
{
  ValPersonView *self = VAL_PERSON_VIEW (widget);

  val_person_view_show_tab (self,
                            tabs[(shown_tab (self) + GPOINTER_TO_UINT (step)) % N_TABS].name);
  /* The keyboard goes on in what it has come to. */
  if (self->lists[shown_tab (self)] != NULL)
    gtk_widget_grab_focus (self->lists[shown_tab (self)]);
  else
    gtk_widget_grab_focus (gtk_widget_get_visible (self->tab_bar) ? self->tabs[shown_tab (self)]
                                                                  : self->tab_choice);
  return TRUE;
}

/* Before a list sees the keys: it would move its cursor. */
static void
add_tab_keys (ValPersonView *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (
          gtk_keyval_trigger_new (GDK_KEY_Page_Up, GDK_CONTROL_MASK),
          gtk_callback_action_new (step_tab_cb, GUINT_TO_POINTER (N_TABS - 1), NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Down, GDK_CONTROL_MASK),
                        gtk_callback_action_new (step_tab_cb, GUINT_TO_POINTER (1), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static gboolean
val_person_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VAL_PERSON_VIEW (widget)->head);
}

static void
val_person_view_dispose (GObject *object)
{
  ValPersonView *self = VAL_PERSON_VIEW (object);

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  g_clear_object (&self->records);
  g_clear_object (&self->session);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (val_person_view_parent_class)->dispose (object);
}

static void
val_person_view_class_init (ValPersonViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = val_person_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = val_person_view_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = val_gtk_focus_inside;
}

static GtkWidget *
new_clamp (GtkWidget *child)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1200);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  return clamp;
}

static GtkWidget *
new_column (ValPersonView *self, guint tab)
{
  GtkWidget *outside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->columns[tab] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  /* Nothing is pushed apart where there is little to show. Aligned to the start, the column would
   * be asked how narrow it could be at its height, and a chart is higher where it is wider: GTK
   * warns of that. */
  gtk_widget_set_vexpand (self->columns[tab], FALSE);
  gtk_box_append (GTK_BOX (outside), self->columns[tab]);
  gtk_widget_set_margin_top (self->columns[tab], 12);
  gtk_widget_set_margin_bottom (self->columns[tab], 36);
  return val_scrolled_new (new_clamp (outside));
}

static void
val_person_view_init (ValPersonView *self)
{
  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->side_by_side = TRUE;
}

static GtkWidget *
build_tabs (ValPersonView *self)
{
  const char *names[N_TABS + 1] = { NULL };
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < N_TABS; i++)
    names[i] = g_dpgettext2 (NULL, "tab", tabs[i].label);
  self->tab_bar = val_wrap_box_new (6);
  self->tab_choice = gtk_drop_down_new_from_strings (names);
  val_gtk_label_inside (self->tab_choice, _("Part of the page"));
  gtk_widget_set_visible (self->tab_choice, FALSE);
  g_signal_connect_swapped (self->tab_choice, "notify::selected", G_CALLBACK (tab_choice_cb),
                            self);
  gtk_box_append (GTK_BOX (both), self->tab_bar);
  gtk_box_append (GTK_BOX (both), self->tab_choice);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  for (guint i = 0; i < N_TABS; i++)
    {
      gboolean is_column = i == OVERVIEW || i == SKILLS || i == PERFORMANCE;

      if (!is_column)
        self->lists[i] = val_person_list_new (self->session, tabs[i].kind);
      gtk_stack_add_named (GTK_STACK (self->stack),
                           is_column ? new_column (self, i) : self->lists[i], tabs[i].name);
      self->tabs[i] = gtk_toggle_button_new_with_label (names[i]);
      gtk_widget_add_css_class (self->tabs[i], "flat");
      gtk_widget_add_css_class (self->tabs[i], "val-tab");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->tabs[i]),
                                     GTK_TOGGLE_BUTTON (self->tabs[0]));
      g_signal_connect (self->tabs[i], "toggled", G_CALLBACK (tab_cb), self);
      val_wrap_box_append (VAL_WRAP_BOX (self->tab_bar), self->tabs[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[OVERVIEW]), TRUE);
  return both;
}

static void
build (ValPersonView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bin;

  self->top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  /* The keys work from the start. */
  self->head = val_line_new (12, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->head, TRUE);
  gtk_widget_set_margin_top (self->top, 18);
  gtk_box_append (GTK_BOX (self->top), self->head);
  gtk_box_append (GTK_BOX (box), new_clamp (self->top));
  gtk_box_append (GTK_BOX (box), new_clamp (build_tabs (self)));
  gtk_box_append (GTK_BOX (box), self->stack);
  bin = val_width_bin_new (box);
  g_signal_connect (bin, "width-changed", G_CALLBACK (width_cb), self);
  adw_bin_set_child (ADW_BIN (self), bin);
  add_tab_keys (self);
}

/**
 * val_person_view_new:
 * @session: the session
 *
 * Returns: (transfer floating): a view of nobody yet
 */
GtkWidget *
val_person_view_new (ValSession *session)
{
  ValPersonView *self = g_object_new (VAL_TYPE_PERSON_VIEW, NULL);

  self->session = g_object_ref (session);
  self->records = val_person_records_new (session);
  g_signal_connect (self->records, "changed", G_CALLBACK (records_cb), self);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * val_person_view_set_person:
 * @self: the view
 * @person_id: somebody, or 0: nobody
 *
 * Shows another person, on the tab that is shown.
 */
void
val_person_view_set_person (ValPersonView *self, gint64 person_id)
{
  GtkWidget *page;

  g_return_if_fail (VAL_IS_PERSON_VIEW (self));

  if (self->person_id != person_id)
    g_hash_table_remove_all (self->expanded);
  self->person_id = person_id;
  val_person_records_set_person (self->records, person_id);
  show_head (self);
  make_stale (self, VAL_TABLE_ALL);
  page = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  if (GTK_IS_SCROLLED_WINDOW (page))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)), 0);
}

/**
 * val_person_view_update:
 * @self: the view
 * @tables: what changed
 *
 * Shows the session's newest dataset.
 */
void
val_person_view_update (ValPersonView *self, ValTables tables)
{
  g_return_if_fail (VAL_IS_PERSON_VIEW (self));

  if (self->person_id == 0)
    return;
  val_person_records_update (self->records, tables);
  /* What is written about people alone is shown when it was read. */
  if ((tables & ~(guint) VAL_TABLE_RECORDS) == 0)
    return;
  show_head (self);
  make_stale (self, tables);
}

/**
 * val_person_view_show_tab:
 * @self: the view
 * @name: "overview", "sessions", "notes", "thanks", "skills", "performance" or "timeline"
 */
void
val_person_view_show_tab (ValPersonView *self, const char *name)
{
  g_return_if_fail (VAL_IS_PERSON_VIEW (self));

  for (guint i = 0; i < N_TABS; i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[i]), TRUE);
}

/* val_person_view_get_list: (transfer none) (nullable): the list of a tab that is one */
GtkWidget *
val_person_view_get_list (ValPersonView *self, const char *name)
{
  g_return_val_if_fail (VAL_IS_PERSON_VIEW (self), NULL);

  for (guint i = 0; i < N_TABS; i++)
    if (g_strcmp0 (tabs[i].name, name) == 0)
      return self->lists[i];
  return NULL;
}
