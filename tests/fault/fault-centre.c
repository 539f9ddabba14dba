/* fault-centre.c: a centre that is edited, and that shows whether an edit is whole
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-centre.h"

#include <string.h>

#include "fault-disk.h"
#include "val-backup.h"
#include "val-seal.h"

#define SKILLS 3

char *
fault_centre_path (const char *folder)
{
  return g_build_filename (folder, "valmius.db", NULL);
}

void
fault_centre_create (const char *folder)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValEdit) edit = val_edit_new ("Made: %s", "skills");
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_CREATE_ONLY, &error);
  g_autoptr (ValEditResult) result = NULL;
  ValTables tables;

  g_assert_no_error (error);
  for (int i = 0; i < SKILLS; i++)
    {
      g_autoptr (ValSkill) skill = val_skill_new ();

      val_set_string (&skill->name, i == 0 ? "Listening" : i == 1 ? "Patience" : "Tools");
      val_edit_put_skill (edit, skill);
    }
  val_edit_set_setting (edit, "last", "0");
  result = val_core_edit (core, edit, NULL, NULL, &tables, &error);
  g_assert_no_error (error);
}

static gint64
put_person (ValEdit *edit, int n)
{
  g_autoptr (ValPerson) person = val_person_new ();
  g_autofree char *number = g_strdup_printf ("%d", n);
  /* Of different lengths, so that pages fill in different ways. */
  g_autofree char *wishes = g_strnfill ((gsize) (n * 7919 % 3000), 'w');

  val_set_string (&person->given, "Aino");
  val_set_string (&person->number, number);
  val_set_string (&person->wishes, wishes);
  return val_edit_put_person (edit, person);
}

static void
put_records (ValEdit *edit, gint64 person, int n)
{
  g_autofree char *remark = g_strnfill ((gsize) (n * 104729 % 5000), 'r');
  ValNote *note = val_note_new (person, 20000 + n % 100);
  ValMentoring *session = val_mentoring_new ();
  ValAgreement *agreement = val_agreement_new (person, 20000);

  val_set_string (&note->text, "Żółw jest spokojny");
  val_set_string (&note->remark, remark);
  val_edit_put_record (edit, note);
  val_mentoring_add_person (session, person);
  session->planned_day = 20000 + n % 50;
  val_set_string (&session->agenda, "Ήρεμα");
  agreement->mentoring_id = val_edit_put_record (edit, session);
  val_set_string (&agreement->text, "Kuuntele");
  val_edit_put_record (edit, agreement);
  val_record_free (note);
  val_record_free (session);
  val_record_free (agreement);
}

static gboolean
apply (ValCore *core, ValEdit *edit, int n, GError **error)
{
  g_autofree char *last = g_strdup_printf ("%d", n);
  g_autoptr (ValEditResult) result = NULL;
  ValTables tables;

  val_edit_set_setting (edit, "last", last);
  result = val_core_edit (core, edit, NULL, NULL, &tables, error);
  return result != NULL;
}

gboolean
fault_centre_edit (ValCore *core, int n, GError **error)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Added: %s", "somebody");
  gint64 person = put_person (edit, n);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ValAssessment) assessment = val_assessment_new ();

      assessment->person_id = person;
      assessment->skill_id = 1 + i;
      assessment->day = 20000 + n % 100;
      assessment->level = n % 11 * 1000;
      val_edit_add_assessment (edit, assessment);
    }
  put_records (edit, person, n);
  return apply (core, edit, n, error);
}

static void
put_numbers (ValEdit *edit, gint64 person, int n)
{
  ValContactLabel *label = (ValContactLabel *) val_record_new (VAL_RECORD_LABEL);
  ValContactRows *contacts = val_contact_rows_new ();
  GArray *values = g_array_new (FALSE, TRUE, sizeof (ValValue));
  g_autofree char *name = g_strdup_printf ("Agent %d", n);
  gint64 agent;

  label->record.person_id = person;
  val_set_string (&label->name, name);
  agent = val_edit_put_record (edit, label);
  val_record_free (&label->record);
  for (int i = 0; i < FAULT_CONTACTS; i++)
    {
      ValContact row = { .agent = (gint32) agent, .second = i, .wait = i % 90, .talk = -1,
                         .day = (guint16) (20000 + i % 30), .satisfaction = 4000 };

      row.reference = val_contact_rows_add_text (contacts, name, strlen (name));
      g_array_append_val (contacts->rows, row);
    }
  for (int i = 0; i < FAULT_VALUES; i++)
    {
      ValValue value = { .value = i, .person_id = (gint32) person, .indicator_id = 1,
                         .day = (guint16) (20000 + i) };

      g_array_append_val (values, value);
    }
  val_edit_take_contacts (edit, contacts);
  val_edit_take_values (edit, values);
}

gboolean
fault_centre_import (ValCore *core, int n, GError **error)
{
  g_autoptr (ValEdit) edit = val_edit_new ("Imported: %s", "scores.csv");
  g_autoptr (ValImport) import = val_import_new ();
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (ValEditRow));
  gint64 person = put_person (edit, n);

  val_set_string (&import->file_name, "scores.csv");
  val_set_string (&import->kind, "assessments");
  import->rows_read = FAULT_ROWS;
  import->rows_stored = FAULT_ROWS;
  val_edit_set_import (edit, import);
  for (int i = 0; i < FAULT_ROWS; i++)
    {
      ValEditRow row = { .person_id = (gint32) person, .skill_id = 1 + i % SKILLS,
                         .day = (guint16) (10000 + i), .packed = (guint16) (i % 10001) };

      g_array_append_val (rows, row);
    }
  val_edit_take_rows (edit, rows, NULL);
  put_numbers (edit, person, n);
  return apply (core, edit, n, error);
}

static gint64
ask (ValCore *core, const char *sql)
{
  gint64 value = -1;

  return val_db_get_int (core->db, sql, &value, NULL) ? value : -2;
}

int
fault_centre_last (ValCore *core)
{
  return (int) ask (core, "SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'last'");
}

char *
fault_centre_inspect (ValCore *core, int least, int most)
{
  int last = fault_centre_last (core);
  gint64 people = ask (core, "SELECT count (*) FROM person");
  gint64 scores = ask (core, "SELECT count (*) FROM assessment");
  gint64 imports = ask (core, "SELECT count (*) FROM import WHERE kind = 'assessments'");
  gint64 contacts = ask (core, "SELECT count (*) FROM contact");
  gint64 values = ask (core, "SELECT count (*) FROM indicator_value");
  gint64 labels = ask (core, "SELECT count (*) FROM contact_label");
  gint64 records = ask (core, "SELECT (SELECT count (*) FROM note) "
                              "+ (SELECT count (*) FROM mentoring_person) "
                              "+ (SELECT count (*) FROM agreement)");
  gint64 found = ask (core, "SELECT count (*) FROM search WHERE search MATCH 'zolw OR kuuntele'");
  g_autoptr (GError) error = NULL;

  if (!val_check_db (core->db->handle, &error))
    return g_strdup (error->message);
  if (last < least || last > most)
    return g_strdup_printf ("wanted %d to %d, found %d", least, most, last);
  if (people != last || scores != 2 * (last - imports) + FAULT_ROWS * imports)
    return g_strdup_printf ("half of something: %d edits, %d people, %d scores, %d imports", last,
                            (int) people, (int) scores, (int) imports);
  if (contacts != FAULT_CONTACTS * imports || values != FAULT_VALUES * imports
      || labels != imports)
    return g_strdup_printf ("half of the numbers: %d imports, %d contacts, %d values, %d labels",
                            (int) imports, (int) contacts, (int) values, (int) labels);
  if (records != 3 * (last - imports) || found != 2 * (last - imports))
    return g_strdup_printf ("half of what is written: %d edits, %d records, %d found", last,
                            (int) records, (int) found);
  return NULL;
}

/* A file that was opened and found whole, byte for byte. Thousands of faults end in the same few
 * files; looking one over takes ten times as long as seeing that it is one of them. */
typedef struct
{
  GBytes *bytes;
  int last;
} Image;

static Image images[64];
static guint n_images; /* ever remembered */

static GBytes *
read_image (const char *path)
{
  char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) ? g_bytes_new_take (bytes, length)
                                                           : g_bytes_new (NULL, 0);
}

static const Image *
find_image (GBytes *bytes)
{
  for (guint i = 0; i < MIN (n_images, G_N_ELEMENTS (images)); i++)
    if (g_bytes_equal (images[i].bytes, bytes))
      return &images[i];
  return NULL;
}

static void
remember_image (GBytes *bytes, int last)
{
  Image *image = &images[n_images++ % G_N_ELEMENTS (images)];

  g_clear_pointer (&image->bytes, g_bytes_unref);
  image->bytes = g_bytes_ref (bytes);
  image->last = last;
}

/* Nothing lies beside the file that opening it would have to deal with first. */
static gboolean
is_alone (const char *folder, const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GBytes) bytes = read_image (journal);

  return g_bytes_get_size (bytes) == 0 && fault_count_files (folder, "-restoring") == 0;
}

/* NULL, or what is wrong with what the open @core holds. */
static char *
inspect_new (ValCore *core, const char *path, int saved, int *ret_last)
{
  g_autoptr (GBytes) bytes = read_image (path);
  const Image *image = find_image (bytes);
  char *wrong;

  *ret_last = fault_centre_last (core);
  if (image != NULL && image->last == *ret_last)
    return NULL;
  wrong = fault_centre_inspect (core, saved, saved + 1);
  if (wrong == NULL)
    remember_image (bytes, *ret_last);
  return wrong;
}

char *
fault_centre_verify (const char *folder, int saved, int *ret_last)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GBytes) bytes = read_image (path);
  const Image *image = is_alone (folder, path) ? find_image (bytes) : NULL;
  char *wrong = NULL;
  int last;

  if (image != NULL)
    last = image->last;
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);

      if (core == NULL)
        return g_strdup (error->message);
      wrong = inspect_new (core, path, saved, &last);
    }
  if (wrong == NULL && (last < saved || last > saved + 1))
    wrong = g_strdup_printf ("wanted %d to %d, found %d", saved, saved + 1, last);
  if (ret_last != NULL)
    *ret_last = last;
  return wrong;
}

gboolean
fault_centre_is_known (const char *folder, int *ret_last)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GBytes) bytes = read_image (path);
  const Image *image = is_alone (folder, path) ? find_image (bytes) : NULL;

  if (image != NULL)
    *ret_last = image->last;
  return image != NULL;
}

void
fault_centre_remember (const char *folder, int last)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GBytes) bytes = read_image (path);

  if (is_alone (folder, path) && find_image (bytes) == NULL)
    remember_image (bytes, last);
}

char *
fault_centre_seal_path (const char *folder)
{
  return g_build_filename (folder, "backups", "valmius.db.seal", NULL);
}

gboolean
fault_centre_session (const char *folder, int n, GError **error)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, error);

  return core != NULL && fault_centre_edit (core, n, error);
}

char *
fault_centre_verify_seal (const char *folder, guint *n_held)
{
  g_autofree char *path = fault_centre_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (ValCore) core = val_core_open (path, VAL_STORE_OPEN_EXISTING, &error);
  gint64 checked_at;

  if (core == NULL)
    return g_strdup (error->message);
  if (!val_seal_holds (core->db, g_get_real_time () / G_USEC_PER_SEC, &checked_at))
    return NULL;
  (*n_held)++;
  return val_check_db (core->db->handle, &error) ? NULL : g_strdup (error->message);
}
