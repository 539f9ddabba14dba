/* val-mentoring-window.c: planning and holding a session
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-mentoring-private.h"
#include "val-question.h"
#include "val-session-sheet.h"

#include "val-calendar-export.h"
#include "val-coaching-dialog.h"
#include "val-gtk-compat.h"
#include "val-header-title.h"
#include "val-i18n.h"
#include "val-record-form.h"
#include "val-width-bin.h"

#define TWO_COLUMNS_FROM 840
#define TITLE_FROM 480
#define WIDEST_COLUMN 640

/**
 * ValMentoringWindow:
 *
 * The half-hour beside the person's facts: on the left what both know, on the right what is said
 * now. Everything is stored as one change; what is being typed survives a crash as a draft and is
 * there again when the session is opened next.
 */
G_DEFINE_FINAL_TYPE (ValMentoringWindow, val_mentoring_window, ADW_TYPE_WINDOW)

static void
session_changed_cb (ValSession *session, guint tables, ValMentoringWindow *self)
{
  ValDataset *dataset = val_session_get_dataset (session);

  if (dataset == NULL || self->done)
    return;
  val_mentoring_model_set_dataset (self->model, dataset);
  if (self->is_loaded && !self->storing)
    val_mentoring_load (self);
}

static void
val_mentoring_window_dispose (GObject *object)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (object);

  g_clear_handle_id (&self->draft_source, g_source_remove);
  val_question_drop (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->model, val_mentoring_model_free);
  g_clear_pointer (&self->arriving, g_ptr_array_unref);
  g_clear_pointer (&self->phases, g_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->indicators, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->draft_key, g_free);
  g_clear_object (&self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_object (&self->parts[i]);
  G_OBJECT_CLASS (val_mentoring_window_parent_class)->dispose (object);
}

static gboolean
val_mentoring_window_close_request (GtkWindow *window)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (window);

  if (!self->done && self->model != NULL)
    {
      val_mentoring_read_form (self);
      val_mentoring_touched (self);
      val_mentoring_flush_draft (self);
    }
  return GTK_WINDOW_CLASS (val_mentoring_window_parent_class)->close_request (window);
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (widget);

  val_mentoring_store (self,
                       self->model->now->state == VAL_MENTORING_PLANNED ? VAL_MENTORING_FINISH
                                                                        : VAL_MENTORING_SAVE,
                       NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_mentoring_store (VAL_MENTORING_WINDOW (widget), VAL_MENTORING_SAVE, NULL);
}

static void
miss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_mentoring_present_miss (VAL_MENTORING_WINDOW (widget));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  val_mentoring_delete (VAL_MENTORING_WINDOW (widget));
}

static void
programme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (widget);

  if (self->model->now->record.person_id != 0)
    val_coaching_dialog_present (GTK_WINDOW (self), self->session,
                                 self->model->now->record.person_id);
}

static void
calendar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->model->stored == NULL)
    return;
  g_array_append_val (ids, self->model->stored->record.id);
  val_calendar_export_run (GTK_WIDGET (self->holder), self->session, ids);
}

/* The sheet is of what stands in the window, stored or not: to a file, or "meeting.print". */
static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (widget);
  GPtrArray *agreements;
  ValMentoring *session;

  val_mentoring_read_form (self);
  if (self->model->now->people->len == 0)
    {
      val_mentoring_say (self, _("Choose who takes part in the session."));
      return;
    }
  session = val_mentoring_model_dup_sheet (self->model, &agreements);
  if (g_str_equal (name, "meeting.print"))
    val_session_sheet_print (GTK_WIDGET (self->holder), self->session, session, agreements);
  else
    val_session_sheet_save (GTK_WIDGET (self->holder), self->session, session, agreements);
  val_record_free (session);
}

/* Throws away what was restored from a draft and shows the session as the file has it. */
static void
forget_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ValMentoringWindow *self = VAL_MENTORING_WINDOW (widget);
  ValMentoring *session = val_record_copy (self->model->initial);
  ValDataset *dataset = val_session_get_dataset (self->session);

  g_clear_pointer (&self->model, val_mentoring_model_free);
  self->model
      = val_mentoring_model_new (dataset, val_session_get_today (self->session), session);
  val_record_free (session);
  val_mentoring_forget_draft (self);
  self->done = FALSE;
  gtk_widget_set_visible (self->restored, FALSE);
  val_mentoring_show_form (self);
  val_mentoring_load (self);
}

/* What is written in the window names people everywhere; closed, it keeps its draft. */
static void
hide_names_cb (ValMentoringWindow *self)
{
  if (val_session_get_hide_names (self->session))
    gtk_window_close (GTK_WINDOW (self));
}

static void
val_mentoring_window_class_init (ValMentoringWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = val_mentoring_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = val_mentoring_window_close_request;
  gtk_widget_class_install_action (widget_class, "meeting.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "meeting.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "meeting.miss", NULL, miss_action);
  gtk_widget_class_install_action (widget_class, "meeting.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "meeting.programme", NULL, programme_action);
  gtk_widget_class_install_action (widget_class, "meeting.calendar", NULL, calendar_action);
  gtk_widget_class_install_action (widget_class, "meeting.sheet", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "meeting.print", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "meeting.forget", NULL, forget_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "meeting.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "meeting.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
val_mentoring_window_init (ValMentoringWindow *self)
{
}

/* ---- The frame ------------------------------------------------------------------------------- */

static GtkWidget *
new_menu (ValMentoringWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  if (self->model->now->state == VAL_MENTORING_PLANNED)
    g_menu_append (menu, _("_Did Not Take Place…"), "meeting.miss");
  if (self->model->now->people->len == 1)
    g_menu_append (menu, _("_Coaching Programme…"), "meeting.programme");
  g_menu_append (menu, _("Save a S_heet to Sign (PDF)…"), "meeting.sheet");
  g_menu_append (menu, _("_Print the Sheet…"), "meeting.print");
  if (self->model->stored != NULL)
    g_menu_append (menu, _("Sa_ve as a Calendar File…"), "meeting.calendar");
  g_menu_append (end, _("De_lete Session"), "meeting.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  val_gtk_label_button (button, C_ ("session", "More"));
  return button;
}

/* The two buttons stand beside the title, and below everything where there is no room for them. */
static void
place_buttons (ValMentoringWindow *self, gboolean narrow)
{
  GtkWidget *buttons[] = { self->save, self->finish };

  if (self->is_narrow == narrow)
    return;
  self->is_narrow = narrow;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = g_object_ref (buttons[i]);

      if (narrow)
        {
          adw_header_bar_remove (ADW_HEADER_BAR (self->header), button);
          gtk_box_append (GTK_BOX (self->foot), button);
        }
      else
        {
          gtk_box_remove (GTK_BOX (self->foot), button);
          if (button == self->save)
            adw_header_bar_pack_start (ADW_HEADER_BAR (self->header), button);
          else
            adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), button);
        }
      gtk_widget_set_hexpand (button, narrow);
      g_object_unref (button);
    }
  gtk_widget_set_visible (self->foot, narrow);
}

static GtkWidget *
new_foot (void)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (foot), TRUE);
  gtk_widget_add_css_class (foot, "val-foot");
  gtk_widget_set_visible (foot, FALSE);
  return foot;
}

static GtkWidget *
new_header (ValMentoringWindow *self)
{
  GtkWidget *header = self->header = adw_header_bar_new ();
  gboolean planned = self->model->now->state == VAL_MENTORING_PLANNED;

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   val_header_title_new_two (&self->title, &self->subtitle));
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "meeting.save");
  self->finish = gtk_button_new_with_mnemonic (C_ ("session", "_Finish"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->finish), "meeting.finish");
  gtk_widget_set_tooltip_text (self->finish, _("The session took place: keep it"));
  gtk_widget_add_css_class (planned ? self->finish : self->save, "suggested-action");
  gtk_widget_set_visible (self->finish, planned);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), new_menu (self));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->finish);
  return header;
}

static GtkWidget *
new_bar (const char *sentence, const char *css_class, GtkWidget **ret_label)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = val_mentoring_label (sentence, NULL);

  gtk_widget_add_css_class (bar, "val-bar");
  if (css_class != NULL)
    gtk_widget_add_css_class (bar, css_class);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_widget_set_visible (bar, FALSE);
  if (ret_label != NULL)
    *ret_label = label;
  return bar;
}

static GtkWidget *
new_column (GtkWidget **ret_box)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST_COLUMN);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  *ret_box = box;
  return g_object_ref_sink (clamp);
}

static GtkWidget *
new_scroll (void)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

/* One column scrolls as a whole, two each for themselves. What is in them moves over with the
 * cursor where it was. */
static void
set_wide (ValMentoringWindow *self, gboolean wide)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->is_wide == wide && adw_bin_get_child (self->holder) != NULL)
    return;
  if (focus != NULL)
    g_object_ref (focus);
  /* What has it already is not given it: the columns would not know where the next Tab goes on. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->is_wide = wide;
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    if (gtk_widget_get_parent (self->parts[i]) != NULL)
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->parts[i])), self->parts[i]);
  adw_bin_set_child (self->holder, NULL);
  if (wide)
    {
      GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
      for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
        {
          GtkWidget *scroll = new_scroll ();
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

          gtk_box_append (GTK_BOX (box), self->parts[i]);
          gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
          gtk_box_append (GTK_BOX (columns), scroll);
        }
      adw_bin_set_child (self->holder, columns);
    }
  else
    {
      GtkWidget *scroll = new_scroll ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
        gtk_box_append (GTK_BOX (box), self->parts[i]);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
      adw_bin_set_child (self->holder, scroll);
    }
  if (focus != NULL)
    {
      gtk_widget_grab_focus (focus);
      g_object_unref (focus);
    }
}

static void
width_cb (ValWidthBin *bin, int width, ValMentoringWindow *self)
{
  set_wide (self, width >= TWO_COLUMNS_FROM);
  place_buttons (self, width < TITLE_FROM);
}

static void
build (ValMentoringWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *forget = gtk_button_new_with_mnemonic (_("_Throw Away"));
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *bin;

  self->restored = new_bar (_("What was being written here is back. It is not saved yet."), NULL,
                            NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (forget), "meeting.forget");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->restored), forget);
  self->parts[0] = new_column (&self->left);
  self->parts[1] = new_column (&self->right);
  self->holder = ADW_BIN (adw_bin_new ());
  bin = val_width_bin_new (GTK_WIDGET (self->holder));
  g_signal_connect (bin, "width-changed", G_CALLBACK (width_cb), self);
  gtk_widget_set_vexpand (bin, TRUE);

  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), self->restored);
  gtk_box_append (GTK_BOX (box), new_bar ("", "error", &self->error));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), bin);
  gtk_box_append (GTK_BOX (box), toasts);
  self->foot = new_foot ();
  gtk_box_append (GTK_BOX (box), self->foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  set_wide (self, FALSE);
  val_mentoring_build_form (self);
}

/* What one came for: the people, the day, or the words. */
static void
focus_first (ValMentoringWindow *self)
{
  gboolean is_new = self->model->stored == NULL;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->when), is_new);
  if (self->model->now->people->len == 0)
    gtk_widget_grab_focus (self->picker);
  else
    gtk_widget_grab_focus (is_new ? self->day : self->words);
}

/**
 * val_mentoring_window_present:
 * @parent: the window it belongs to
 * @session: the session of the window, with a dataset
 * @mentoring: what is planned or held; id 0: a new one, whose day is proposed and whose people may
 *   be missing; copied
 *
 * Opens the window of a session. It does not stand in the way of the others: notes can be looked up
 * meanwhile. While names are hidden it does not open, and says why.
 */
void
val_mentoring_window_present (GtkWindow *parent, ValSession *session, const ValMentoring *mentoring)
{
  ValMentoringWindow *self;
  g_autofree char *name = NULL;

  if (!val_record_form_may_open (parent, session))
    return;
  self = g_object_new (VAL_TYPE_MENTORING_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->model = val_mentoring_model_new (val_session_get_dataset (session),
                                         val_session_get_today (session), mentoring);
  self->draft_key = val_mentoring_model_dup_draft_key (self->model);
  build (self);
  val_mentoring_show_form (self);
  name = val_mentoring_dup_name (self);
  gtk_window_set_title (GTK_WINDOW (self), *name != '\0' ? name : _("Session"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 760);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  g_signal_connect (session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "notify::hide-names", G_CALLBACK (hide_names_cb), self);
  val_mentoring_load (self);
  focus_first (self);
  gtk_window_present (GTK_WINDOW (self));
}

typedef struct
{
  GtkWindow *parent;
  ValSession *session;
} Opening;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GtkWindow) parent = opening->parent;
  g_autoptr (ValSession) session = opening->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = val_store_read_records_finish (VAL_STORE (source), result, &error);

  g_free (opening);
  if (records == NULL)
    g_signal_emit_by_name (session, "failed", error);
  else if (records->len > 0 && val_session_get_dataset (session) != NULL)
    val_mentoring_window_present (parent, session, records->pdata[0]);
}

/**
 * val_mentoring_window_open:
 * @parent: the window it belongs to
 * @session: the session of the window, with a dataset
 * @mentoring_id: a session that is stored
 *
 * Reads the session and opens its window; nothing happens when it is gone.
 */
void
val_mentoring_window_open (GtkWindow *parent, ValSession *session, gint64 mentoring_id)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  opening->parent = g_object_ref (parent);
  opening->session = g_object_ref (session);
  g_array_append_val (ids, mentoring_id);
  val_store_read_records_async (val_session_get_store (session), VAL_RECORD_MENTORING, ids, NULL,
                                read_cb, opening);
}

/**
 * val_mentoring_window_open_person:
 * @parent: the window it belongs to
 * @session: the session of the window, with a dataset
 * @person_id: somebody
 *
 * Opens the earliest session with the person that is planned and not held yet, or plans one.
 */
void
val_mentoring_window_open_person (GtkWindow *parent, ValSession *session, gint64 person_id)
{
  ValDataset *dataset = val_session_get_dataset (session);
  const ValEvents *events = NULL;
  ValMentoring *mentoring;
  guint index;

  if (val_dataset_find_person (dataset, person_id, &index))
    events = val_dataset_events (dataset, index);
  for (guint i = 0; events != NULL && i < events->n; i++)
    if (events->events[i].type == VAL_RECORD_MENTORING
        && (events->events[i].flags & VAL_EVENT_OPEN) != 0
        && (events->events[i].flags & VAL_EVENT_GROUP) == 0)
      {
        val_mentoring_window_open (parent, session, events->events[i].id);
        return;
      }
  mentoring = val_mentoring_new ();
  val_mentoring_add_person (mentoring, person_id);
  val_mentoring_window_present (parent, session, mentoring);
  val_record_free (mentoring);
}
