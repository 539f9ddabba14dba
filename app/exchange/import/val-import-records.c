/* val-import-records.c: rows that are notes or recognitions
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-fold.h"
#include "val-i18n.h"
#include "val-import-run-private.h"
#include "val-import-words.h"

/* What is shown of a cell in the reason why its row is refused. */
#define SHOWN_BYTES 60
/* A kind of recognition that is made on the way has a name, not a story. */
#define LONGEST_KIND 80

typedef struct
{
  ValImportRun *run;
  int date, kind, text, remark; /* columns; -1: none */
  ValImportIntern *kind_keys;   /* -> index among the new or stored kinds + 1, or note kind + 1 */
  GArray *kind_ids;             /* of gint64: recognition kinds that were met */
} Records;

typedef struct
{
  int kind;
  const char *words;
} KindWords;

/* Compared as headers are: folded, without punctuation. */
static const KindWords note_kinds[] = {
  { VAL_NOTE_OBSERVATION,
    "observation|note|neutral|general|info|information|comment|"
    "obserwacja|spostrzeżenie|notatka|uwaga|informacja|neutralna|"
    "παρατήρηση|σημείωση|γενικό|πληροφορία|σχόλιο|"
    "havainto|huomio|merkintä|muistiinpano|yleinen|tieto" },
  { VAL_NOTE_PRAISE,
    "praise|positive|compliment|kudos|good|strength|well done|"
    "pochwała|pozytywna|pozytywny|komplement|plus|mocna strona|"
    "έπαινος|θετικό|θετική|θετικό σχόλιο|μπράβο|επιβράβευση|"
    "kehu|kehut|positiivinen|kiitos|onnistuminen|vahvuus|"
    "pochwały|docenienie|onnistumiset" },
  { VAL_NOTE_TO_IMPROVE,
    "to improve|improve|improvement|to-improve|negative|development|development area|needs improvement|"
    "criticism|coaching|corrective|"
    "do poprawy|poprawa|negatywna|negatywny|do rozwoju|rozwój|obszar do poprawy|minus|krytyka|"
    "προς βελτίωση|για βελτίωση|βελτίωση|αρνητικό|αρνητική|αρνητικό σχόλιο|κριτική|ανάπτυξη|"
    "σημείο βελτίωσης|"
    "kehitettävää|kehitettävä|kehityskohde|kehitys|negatiivinen|parannettavaa|korjaava|"
    "obszar rozwoju|wskazówka|kehityskohteet|korjattavaa" },
  { VAL_NOTE_SAID,
    "said|said by the agent|agent said|voice|own words|employee comment|agent voice|"
    "głos konsultanta|głos pracownika|powiedział|słowa konsultanta|"
    "λόγια του εκπροσώπου|λόγια εκπροσώπου|είπε|φωνή εκπροσώπου|λόγια|"
    "asiakaspalvelijan sanoin|sanottu|omin sanoin|omat sanat|"
    "wypowiedź konsultanta|wypowiedź pracownika|asiakaspalvelijan omin sanoin|"
    "asiakaspalvelijan kommentti|työntekijän kommentti" },
  { VAL_NOTE_COMPLAINT,
    "complaint|complaint review|customer complaint|complaints|"
    "skarga|analiza skargi|reklamacja|zażalenie|"
    "παράπονο|παράπονο πελάτη|εξέταση παραπόνου|παράπονα|καταγγελία|"
    "reklamaatio|reklamaation arviointi|valitus|asiakasvalitus|"
    "skargi|reklamacje|skarga klienta|reklamaatiot|valitukset|asiakasreklamaatio" },
};

static const struct
{
  const char *key;
  const char *words;
} recognition_kinds[] = {
  { "email",
    "email|e mail|thank you e mail|thank you email|thanks|thank you|mail|message|"
    "e mail z podziękowaniem|podziękowanie|dziękuję|mejl|"
    "ευχαριστήριο e mail|ευχαριστήριο email|ευχαριστήριο μήνυμα|ευχαριστώ|ευχαριστίες|μήνυμα|"
    "kiitossähköposti|kiitos|sähköposti|viesti" },
  { "handwritten",
    "handwritten|handwritten note|card|thank you card|letter|"
    "odręczny liścik|liścik|kartka|list|"
    "χειρόγραφο σημείωμα|χειρόγραφο|κάρτα|ευχαριστήρια κάρτα|γράμμα|επιστολή|"
    "käsin kirjoitettu kiitos|kortti|kiitoskortti|kirje|"
    "kartka z podziękowaniem|ręcznie napisany liścik|käsinkirjoitettu kiitos|"
    "käsinkirjoitettu viesti" },
  { "team",
    "team|praise in front of the team|public praise|shout out|praise|"
    "pochwała przy zespole|pochwała na forum|pochwała|pochwała przed zespołem|"
    "έπαινος μπροστά στην ομάδα|έπαινος|δημόσιος έπαινος|δημόσια αναγνώριση|"
    "kehu tiimin edessä|kehu|julkinen kiitos|"
    "kehu koko tiimin kuullen" },
  { "award", "award|prize|trophy|nagroda|wyróżnienie|βραβείο|βράβευση|διάκριση|palkinto|huomionosoitus" },
  { "bonus", "bonus|premium|spot bonus|premia|μπόνους|πριμ|επίδομα|palkkio|bonuspalkkio" },
  { "day-off",
    "day off|day-off|free day|time off|dzień wolny|wolne|ημέρα άδειας|μέρα άδειας|ρεπό|άδεια|"
    "vapaapäivä|vapaa" },
  { "benefit",
    "benefit|non cash benefit|gift|voucher|benefit pozapłacowy|świadczenie pozapłacowe|prezent|bon|voucher|"
    "μη χρηματική παροχή|παροχή σε είδος|παροχή|δώρο|δωροκάρτα|δωροεπιταγή|"
    "aineeton etu|etu|rahanarvoinen etu|lahja|lahjakortti|"
    "karta podarunkowa|bon podarunkowy|luontoisetu|henkilöstöetu|henkilökuntaetu" },
};

/* Whether the normal form @cell is among @words, parted by "|". */
static gboolean
is_among (const char *cell, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *word = val_import_words_normalise (list[i], -1);

      if (strcmp (word, cell) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_called (const char *cell, const char *name)
{
  g_autofree char *normal = val_import_words_normalise (name, -1);

  return strcmp (normal, cell) == 0;
}

static gboolean
find_note_kind (const char *cell, int *ret_kind)
{
  for (int kind = 0; kind < VAL_N_NOTE_KINDS; kind++)
    if (is_called (cell, val_note_kind_get_label (kind))
        || is_called (cell, val_note_kind_to_key (kind)))
      {
        *ret_kind = kind;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (note_kinds); i++)
    if (is_among (cell, note_kinds[i].words))
      {
        *ret_kind = note_kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* Whether @text is a word for a kind of note. */
gboolean
val_import_is_note_kind (const char *text)
{
  g_autofree char *normal = val_import_words_normalise (text, -1);
  int ignored;

  return find_note_kind (normal, &ignored);
}

static char *
shown (ValCsvField cell)
{
  char *text = g_strndup (cell.text, MIN (cell.len, SHOWN_BYTES));

  if (!g_utf8_validate (text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (text, -1);

      g_free (text);
      return valid;
    }
  return text;
}

static gboolean
read_note_kind (Records *self, int *ret_kind)
{
  ValCsvField cell = val_import_run_cell (self->run, self->kind);
  g_autofree char *normal = NULL;
  g_autofree char *text = NULL;
  gboolean is_new;
  gint32 *known;

  *ret_kind = VAL_NOTE_OBSERVATION;
  if (cell.len == 0)
    return TRUE;
  known = val_import_intern_lookup (self->kind_keys, cell.text, cell.len, &is_new);
  if (is_new && cell.len <= LONGEST_KIND)
    {
      normal = val_import_words_normalise (cell.text, (gssize) cell.len);
      *known = find_note_kind (normal, ret_kind) ? *ret_kind + 1 : 0;
    }
  if (*known > 0)
    {
      *ret_kind = *known - 1;
      return TRUE;
    }
  text = shown (cell);
  val_import_run_refuse (
      self->run, "kind",
      g_strdup_printf (_ ("“%s” is not a kind of note; the kinds are praise, to improve, "
                          "observation, said by the agent and complaint review"),
                       text));
  return FALSE;
}

/* The kind of recognition that @cell names among those of the centre, or 0. */
static gint64
find_stored_kind (const ValDataset *dataset, const char *cell)
{
  const char *key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (recognition_kinds) && key == NULL; i++)
    if (is_called (cell, recognition_kinds[i].key) || is_among (cell, recognition_kinds[i].words))
      key = recognition_kinds[i].key;
  for (int by_name = TRUE; dataset != NULL && by_name >= FALSE; by_name--)
    for (guint i = 0; i < val_dataset_n_records (dataset, VAL_RECORD_KIND); i++)
      {
        const ValKind *kind = val_dataset_record (dataset, VAL_RECORD_KIND, i);

        if (by_name ? is_called (cell, val_kind_get_name (kind))
                    : key != NULL && strcmp (kind->key, key) == 0)
          return kind->record.id;
      }
  return 0;
}

static gint64
make_kind (Records *self, ValCsvField cell)
{
  ValKind *kind = val_record_new (VAL_RECORD_KIND);
  const ValDataset *dataset = self->run->plan->dataset;
  gint64 id;

  g_free (kind->name);
  kind->name = g_strndup (cell.text, cell.len);
  kind->position = (dataset != NULL ? (int) val_dataset_n_records (dataset, VAL_RECORD_KIND) : 0)
                   + (int) self->kind_ids->len;
  id = val_edit_put_record (self->run->edit, kind);
  val_record_free (kind);
  return id;
}

/* A kind that the centre does not know is made, as a skill would be. Called for good rows only. */
static gint64
use_recognition_kind (Records *self)
{
  ValCsvField cell = val_import_run_cell (self->run, self->kind);
  gboolean is_new;
  gint32 *known;
  gint64 id;

  if (cell.len == 0)
    return 0;
  known = val_import_intern_lookup (self->kind_keys, cell.text, cell.len, &is_new);
  if (*known == 0)
    {
      g_autofree char *normal = val_import_words_normalise (cell.text, (gssize) cell.len);

      id = find_stored_kind (self->run->plan->dataset, normal);
      if (id == 0)
        id = make_kind (self, cell);
      g_array_append_val (self->kind_ids, id);
      *known = (gint32) self->kind_ids->len;
    }
  return g_array_index (self->kind_ids, gint64, *known - 1);
}

static gboolean
check_recognition_kind (Records *self)
{
  ValCsvField cell = val_import_run_cell (self->run, self->kind);
  g_autofree char *text = NULL;

  if (cell.len <= LONGEST_KIND)
    return TRUE;
  text = shown (cell);
  val_import_run_refuse (self->run, "kind",
                         g_strdup_printf (_ ("“%s…” is too long for a kind of recognition"), text));
  return FALSE;
}

static gboolean
read_text (Records *self, int column, const char *field, gboolean wanted, char **ret_text)
{
  ValCsvField cell = val_import_run_cell (self->run, column);

  *ret_text = NULL;
  if (cell.len == 0 && wanted)
    {
      val_import_run_refuse (self->run, field, g_strdup (_ ("the text is missing")));
      return FALSE;
    }
  if (cell.len > VAL_RECORD_MAX_TEXT)
    {
      val_import_run_refuse (self->run, field, g_strdup (_ ("the text is longer than 1 MiB")));
      return FALSE;
    }
  *ret_text = val_import_run_text (self->run, column);
  return TRUE;
}

static ValRecord *
make_note (Records *self, ValDay day, int kind, const char *text, const char *remark)
{
  ValNote *note = val_note_new (0, day);

  note->kind = kind;
  note->at = g_get_real_time () / G_USEC_PER_SEC;
  val_set_string (&note->text, text);
  val_set_string (&note->remark, remark);
  return &note->record;
}

static ValRecord *
make_recognition (Records *self, ValDay day, const char *text, const char *remark)
{
  ValRecognition *recognition = val_recognition_new (0, day);

  recognition->kind_id = use_recognition_kind (self);
  val_set_string (&recognition->text, text);
  val_set_string (&recognition->remark, remark);
  return &recognition->record;
}

static void
store_row (Records *self)
{
  ValImportRun *run = self->run;
  gboolean notes = run->plan->kind == VAL_IMPORT_NOTES;
  int person = val_import_run_person (run);
  int kind = 0;
  g_autofree char *text = NULL;
  g_autofree char *remark = NULL;
  ValRecord *record;
  ValDay day;
  gboolean ok = person >= 0;

  ok = val_import_run_past_day (run, self->date, &day) && ok;
  ok = (notes ? read_note_kind (self, &kind) : check_recognition_kind (self)) && ok;
  ok = read_text (self, self->remark, "remark", FALSE, &remark) && ok;
  /* A note may be for the manager alone. */
  ok = read_text (self, self->text, "text", !notes || remark == NULL || remark[0] == '\0', &text)
       && ok;
  if (!ok)
    return;
  record = notes ? make_note (self, day, kind, text, remark)
                 : make_recognition (self, day, text, remark);
  record->person_id = val_import_run_use_person (run, person);
  val_edit_put_record (run->edit, record);
  val_record_free (record);
  run->outcome->rows_stored++;
}

/* Works through the rows of a file of notes or recognitions. */
gboolean
val_import_run_records (ValImportRun *run, GError **error)
{
  Records self = {
    .run = run,
    .date = val_import_mapping_column (run->plan, "date"),
    .kind = val_import_mapping_column (run->plan, "kind"),
    .text = val_import_mapping_column (run->plan, "text"),
    .remark = val_import_mapping_column (run->plan, "remark"),
  };
  g_autoptr (GError) local = NULL;

  self.kind_keys = val_import_intern_new ();
  self.kind_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (val_import_run_next (run, &local))
    if (val_import_run_check_record (run))
      store_row (&self);
  val_import_intern_free (self.kind_keys);
  g_array_unref (self.kind_ids);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
