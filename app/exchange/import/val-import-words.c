/* val-import-words.c: the words by which files name things, in four languages
 *
 * Everything is compared folded: without marks, case and punctuation. The lists are words of real
 * exports (personnel systems, learning systems, spreadsheets made by hand), not only translations.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-words.h"

#include <string.h>

#include "val-fold.h"

static const struct
{
  const char *field;
  const char *words;
} headers[] = {
  { "agent",
    "agent|agents|agent name|name|full name|employee|employee name|staff|staff name|staff member|person|"
    "worker|worker name|operator|operator name|user|user name|learner|learner name|display name|"
    "team member|member|associate|associate name|representative|rep|advisor|adviser|colleague|who|"
    "people|csr|assessee|participant|full name of employee|employee full name|"
    "konsultant|konsultantka|konsultant ka|pracownik|imię i nazwisko|nazwisko i imię|osoba|"
    "agent imię i nazwisko|"
    "pracownik imię i nazwisko|doradca|uczestnik|operator imię i nazwisko|dane pracownika|"
    "εκπρόσωπος|εκπρόσωποι|ονοματεπώνυμο|όνομα και επώνυμο|όνομα επώνυμο|επώνυμο και όνομα|εργαζόμενος|"
    "εργαζόμενη|υπάλληλος|χειριστής|άτομο|συνεργάτης|συμμετέχων|πράκτορας|μέλος ομάδας|"
    "όνομα εκπροσώπου|όνομα υπαλλήλου|όνομα εργαζομένου|ονοματεπώνυμο εκπροσώπου|"
    "ονοματεπώνυμο υπαλλήλου|ονοματεπώνυμο εργαζομένου|τηλεφωνητής|τηλεφωνήτρια|χρήστης|"
    "asiakaspalvelija|asiakaspalvelijat|nimi|koko nimi|työntekijä|henkilö|henkilön nimi|agentti|"
    "työntekijän nimi|sukunimi ja etunimi|etunimi ja sukunimi|sukunimi etunimi|etunimi sukunimi|"
    "osallistuja|toimihenkilö|operaattori|"
    "imię nazwisko|nazwisko imię|nazwa pracownika|nazwa konsultanta|konsultant imię i nazwisko|"
    "użytkownik|pracownica|asiakaspalvelijan nimi|asiakasneuvoja|palveluneuvoja|neuvoja|käyttäjä|"
    "agentin nimi" },
  { "number",
    "number|employee number|employee no|employee id|employeeid|emp id|emp no|emp number|agent id|agent no|"
    "agent number|staff id|staff no|staff number|personnel number|personnel no|person number|person id|"
    "personal number|payroll number|payroll id|operator id|operator no|worker id|worker number|"
    "badge|badge number|"
    "badge id|id|user id|login|login id|employee code|agent code|id number|hr id|associate id|"
    "numer|numer pracownika|nr pracownika|nr ewidencyjny|numer ewidencyjny|nr osobowy|numer osobowy|"
    "numer kadrowy|nr kadrowy|identyfikator|id pracownika|id konsultanta|id agenta|numer konsultanta|"
    "nr konsultanta|kod pracownika|numer służbowy|nr służbowy|"
    "αριθμός|αριθμός μητρώου|αρ μητρώου|αμ|α μ|αρ εργαζομένου|αρ υπαλλήλου|κωδ υπαλλήλου|κωδικός|"
    "κωδικός υπαλλήλου|κωδικός εργαζομένου|"
    "κωδικός εκπροσώπου|αριθμός υπαλλήλου|αριθμός εργαζομένου|μητρώο|id εργαζομένου|id υπαλλήλου|"
    "numero|henkilönumero|henkilönro|henkilöstönumero|työntekijänumero|työntekijän numero|"
    "työntekijä id|tunnus|henkilötunniste|käyttäjätunnus|agenttinumero|palkkanumero|hlönro|hlö nro|"
    "numer id|id pracownicze|työntekijätunnus|hlönumero|asiakaspalvelijan numero|"
    "asiakaspalvelijan tunnus" },
  { "given",
    "given|given name|first name|firstname|forename|first|fname|given names|preferred name|"
    "imię|imiona|imię pierwsze|pierwsze imię|"
    "όνομα|μικρό όνομα|κύριο όνομα|etunimi|etunimet|kutsumanimi|"
    "imię pracownika|imię konsultanta|työntekijän etunimi|asiakaspalvelijan etunimi" },
  { "family",
    "family|family name|last name|lastname|surname|last|lname|second name|"
    "nazwisko|nazwiska|επώνυμο|επίθετο|sukunimi|"
    "nazwisko pracownika|nazwisko konsultanta|työntekijän sukunimi|asiakaspalvelijan sukunimi" },
  { "team",
    "team|team name|group|group name|department|dept|unit|org unit|organisation unit|organization unit|"
    "business unit|section|squad|crew|queue|"
    "zespół|zespol|nazwa zespołu|grupa|dział|departament|jednostka|jednostka organizacyjna|sekcja|"
    "ομάδα|ονομα ομάδας|όνομα ομάδας|τμήμα|όνομα τμήματος|τομέας|μονάδα|διεύθυνση|"
    "tiimi|tiimin nimi|ryhmä|osasto|yksikkö|organisaatioyksikkö|"
    "komórka organizacyjna|oddział|palvelulinja|toimipiste|työryhmä" },
  { "role",
    "role|role name|job role|job title|title|position|post|designation|job|function|occupation|job name|"
    "rola|stanowisko|nazwa stanowiska|funkcja|"
    "ρόλος|θέση|θέση εργασίας|τίτλος|τίτλος θέσης|ειδικότητα|ιδιότητα|"
    "rooli|tehtävä|tehtävänimike|nimike|ammattinimike|toimenkuva|"
    "stanowisko pracy|työtehtävä|työnimike" },
  { "email",
    "email|e mail|mail|email address|e mail address|work email|business email|company email|mail address|"
    "adres email|adres e mail|poczta|mejl|służbowy e mail|"
    "ηλεκτρονικό ταχυδρομείο|ηλεκτρονική διεύθυνση|διεύθυνση email|διεύθυνση e mail|ηλ ταχυδρομείο|"
    "sähköposti|sähköpostiosoite|s posti" },
  { "start",
    "start|start date|hire date|hired|hired on|date hired|date of hire|employment date|employed since|joined|"
    "join date|joining date|date of joining|date joined|entry date|employment start|"
    "employment start date|since|"
    "original hire date|start of employment|"
    "data zatrudnienia|data rozpoczęcia|zatrudniony od|zatrudniona od|zatrudnienie od|początek|"
    "data rozpoczęcia pracy|data przyjęcia|pracuje od|start pracy|początek pracy|"
    "έναρξη|ημερομηνία πρόσληψης|ημ πρόσληψης|ημερομηνία έναρξης|ημ έναρξης|πρόσληψη|"
    "έναρξη εργασίας|ημνία πρόσληψης|ημ νία πρόσληψης|ημ νία έναρξης|ημερ πρόσληψης|"
    "aloitus|aloituspäivä|aloituspvm|työsuhteen alku|työsuhteen alkupäivä|työsuhteen alkamispäivä|"
    "työsuhde alkoi|työsuhde alkaen|alkupäivä|alkupvm|alkamispäivä|palkattu|aloittanut|"
    "data przyjęcia do pracy|data początku pracy|w firmie od|työsuhteen aloituspäivä|"
    "työsuhteen aloitus|ensimmäinen työpäivä|talossa alkaen" },
  { "leave",
    "leave|leave date|leaving date|left|left on|end date|exit date|termination date|last day|date left|"
    "date of leaving|employment end|employment end date|terminated|separation date|end of employment|"
    "data odejścia|data zwolnienia|data zakończenia|zatrudniony do|zatrudniona do|zatrudnienie do|koniec|"
    "data zakończenia pracy|pracuje do|data rozwiązania umowy|"
    "αποχώρηση|ημερομηνία αποχώρησης|ημ αποχώρησης|ημερομηνία λήξης|ημ λήξης|λήξη|λήξη εργασίας|"
    "ημνία αποχώρησης|ημ νία αποχώρησης|ημερ αποχώρησης|τελευταία ημέρα εργασίας|"
    "lähtö|lähtöpäivä|lähtöpvm|työsuhteen loppu|työsuhteen päättymispäivä|työsuhde päättyi|"
    "päättymispäivä|loppupäivä|loppupvm|lopetuspäivä|"
    "data ustania zatrudnienia|ostatni dzień pracy|koniec pracy|viimeinen työpäivä|"
    "työsuhteen päättyminen|lähtenyt|lopettanut" },
  { "skill",
    "skill|skills|skill name|competence|competency|competency name|competence name|capability|operation|"
    "ability|criterion|criteria|process|task|subject|module|course|course name|area|skill area|"
    "knowledge area|item|category item|"
    "umiejętność|umiejętności|nazwa umiejętności|kompetencja|kompetencje|nazwa kompetencji|"
    "kryterium|obszar|operacja|czynność|proces|zadanie|temat|szkolenie|"
    "δεξιότητα|δεξιότητες|όνομα δεξιότητας|ικανότητα|ικανότητες|κριτήριο|γνώση|πεδίο|"
    "λειτουργία|εργασία|θέμα|αντικείμενο|μάθημα|"
    "taito|taidot|taidon nimi|osaaminen|osaamisalue|kompetenssi|kriteeri|osa alue|"
    "työvaihe|aihe|kurssi|arvioitava asia|"
    "osaamisen nimi|taitoalue" },
  { "level",
    "level|skill level|competency level|proficiency|proficiency level|score|skill score|rating|grade|mark|"
    "value|points|result|eff|efficiency|assessment|evaluation|level achieved|current level|"
    "actual level|final score|score percent|achieved|manager rating|skill rating|"
    "poziom|poziom umiejętności|poziom kompetencji|ocena|wynik|punkty|stopień|wartość|"
    "poziom aktualny|aktualny poziom|biegłość|efektywność|ocena menedżera|"
    "επίπεδο|επίπεδο δεξιότητας|βαθμός|βαθμολογία|αξιολόγηση|σκορ|τιμή|πόντοι|αποτέλεσμα|"
    "τρέχον επίπεδο|απόδοση|επίδοση|τελικός βαθμός|τελική βαθμολογία|"
    "taso|taitotaso|osaamistaso|arvosana|pisteet|arvo|tulos|arvio|arviointi|nykytaso|pistemäärä|"
    "suoritustaso|"
    "osiągnięty poziom|wynik oceny|arvioitu taso|osaamisen taso|saavutettu taso" },
  { "date",
    "date|day|assessment date|assessed on|assessed|date of assessment|evaluation date|evaluated on|"
    "rating date|as of|as of date|scored on|score date|review date|completion date|completed|completed on|"
    "date completed|timestamp|datum|"
    "data|dzień|data oceny|dzień oceny|data ocenienia|data badania|data ukończenia|ocena z dnia|"
    "ημερομηνία|ημερα|ημέρα|ημερομηνία αξιολόγησης|ημ αξιολόγησης|ημ νία|ημνία|ημερομηνία ολοκλήρωσης|"
    "ημ νία αξιολόγησης|ημερ αξιολόγησης|ημνία αξιολόγησης|"
    "päivä|päivämäärä|pvm|arviointipäivä|arviointipvm|arvioitu|arvioinnin päivämäärä|arvioinnin pvm|"
    "suorituspäivä|suorituspvm|"
    "arviointiajankohta|ajankohta" },
  { "assessor",
    "assessor|assessed by|assessor type|rater|rater type|evaluator|source|type of assessment|"
    "assessment type|rated by|scored by|evaluated by|evaluation type|reviewer|perspective|"
    "oceniający|oceniająca|kto ocenia|kto ocenił|kto oceniał|typ oceny|rodzaj oceny|źródło|źródło oceny|"
    "αξιολογητής|αξιολογητής τύπος|είδος αξιολόγησης|τύπος αξιολόγησης|πηγή|ποιος αξιολόγησε|"
    "αξιολόγηση από|βαθμολογητής|"
    "arvioija|arvioitsija|arvioinnin tyyppi|arviointityyppi|arvioinnin tekijä|lähde|kuka arvioi|"
    "osoba oceniająca|arvioijan rooli" },
  { "remark",
    "remark|remarks|comment|comments|note|notes|justification|reason for score|feedback|observation|"
    "komentarz|komentarze|uwaga|uwagi|uzasadnienie|notatka|opis|"
    "σχόλιο|σχόλια|παρατήρηση|παρατηρήσεις|σημείωση|σημειώσεις|αιτιολογία|αιτιολόγηση|"
    "huomautus|huomautukset|huomio|huomiot|kommentti|kommentit|perustelu|perustelut|lisätieto|"
    "lisätiedot|muistiinpano|"
    "dodatkowe uwagi|komentarz do oceny|lisähuomiot|vapaa kommentti" },
};

/* What a column is called in files of notes and thanks, before the words above are asked. */
static const struct
{
  const char *field;
  const char *words;
} record_headers[] = {
  { "text",
    "text|text the person may read|note|notes|note text|what was said|feedback|feedback text|"
    "message|content|body|description|details|what for|"
    "reason|thanks for|recognition|praise|observation|summary|"
    "tekst|treść|notatka|notatki|treść notatki|informacja zwrotna|opis|za co|wiadomość|podziękowanie|"
    "pochwała|obserwacja|szczegóły|treść którą osoba może przeczytać|"
    "treść widoczna dla osoby|"
    "κείμενο|σημείωση|σημειώσεις|ανατροφοδότηση|περιγραφή|περιεχόμενο|μήνυμα|για ποιο λόγο|"
    "για ποιον λόγο|λόγος|κείμενο που μπορεί να διαβάσει το άτομο|"
    "κείμενο ορατό στο άτομο|σύνοψη|"
    "έπαινος|παρατήρηση|λεπτομέρειες|"
    "teksti|palaute|palautemerkintä|merkintä|muistiinpano|muistiinpanot|kuvaus|viesti|sisältö|mistä|"
    "syy|kiitos|kehu|havainto|tiedot|teksti jonka henkilö saa lukea" },
  { "kind",
    "kind|type|category|note type|note kind|feedback type|type of feedback|recognition type|kind of note|"
    "type of recognition|kind of recognition|form|"
    "rodzaj|typ|kategoria|rodzaj notatki|typ notatki|rodzaj docenienia|forma|typ informacji zwrotnej|"
    "είδος|τύπος|κατηγορία|είδος σημείωσης|τύπος σημείωσης|είδος αναγνώρισης|τύπος αναγνώρισης|"
    "είδος ευχαριστιών|μορφή|"
    "laji|tyyppi|luokka|kategoria|merkinnän laji|palautteen tyyppi|palautteen laji|tunnustuksen laji|muoto" },
  { "date",
    "note date|feedback date|recognition date|given on|given|date given|created|created at|created on|when|"
    "data notatki|data pochwały|data docenienia|kiedy|utworzono|"
    "ημερομηνία σημείωσης|ημερομηνία αναγνώρισης|πότε|δόθηκε|δόθηκε στις|δημιουργήθηκε|"
    "merkintäpäivä|palautepäivä|annettu|milloin|luotu" },
};

static const char *const not_applicable[] = {
  "n/a", "na", "n.a.", "not applicable", "n a", "nd", "n/d", "n.d.", "nie dotyczy", "nie dot", "nie dot.",
  "nd.", "δ/ε", "δ.ε.", "δε", "δεν εφαρμόζεται", "δεν αφορά", "δεν ισχύει", "δ/υ", "μη εφαρμόσιμο",
  "ei sovellu", "ei koske", "e/s", "ei sov", "ei sov.", "ei käytössä", "ei sovellettavissa",
};

static const struct
{
  ValAssessor assessor;
  const char *words;
} assessors[] = {
  { VAL_ASSESSOR_MANAGER,
    "manager|supervisor|team leader|team lead|leader|lead|boss|superior|coach|line manager|"
    "menedżer|menadżer|kierownik|przełożony|przełożona|lider|liderka|lider zespołu|"
    "υπεύθυνος|υπεύθυνη|προϊστάμενος|προϊσταμένη|διευθυντής|διευθύντρια|επικεφαλής|επικεφαλής ομάδας|"
    "esihenkilö|esimies|tiiminvetäjä|päällikkö|johtaja|vetäjä|"
    "menedżerka|menadżerka|kierowniczka|liderka zespołu|szef|szefowa|ocena menedżera|"
    "ocena przełożonego|lähiesihenkilö|lähiesimies|tiimiesihenkilö|esihenkilön arvio|"
    "esihenkilöarvio|esimiesarvio" },
  { VAL_ASSESSOR_SELF,
    "self|self assessment|self assessed|self rating|own|agent|employee|self score|"
    "samoocena|własna|ocena własna|sam|pracownik|konsultant|"
    "αυτοαξιολόγηση|αυτο αξιολόγηση|εαυτός|ο ίδιος|η ίδια|εκπρόσωπος|εργαζόμενος|"
    "itse|itsearvio|itsearviointi|oma|oma arvio|oma arviointi|asiakaspalvelija|työntekijä|"
    "sama|samoocena pracownika|työntekijän oma arvio" },
  { VAL_ASSESSOR_PEER,
    "peer|colleague|co worker|coworker|peer review|team mate|teammate|"
    "współpracownik|współpracowniczka|kolega|koleżanka|koleżeńska|ocena koleżeńska|"
    "συνάδελφος|συνάδελφοι|ομότιμος|"
    "kollega|työkaveri|työtoveri|vertainen|vertaisarvio|vertaisarviointi|"
    "ocena współpracownika|työkaverin arvio|kollegan arvio" },
  { VAL_ASSESSOR_AUDIT,
    "audit|auditor|quality|qa|quality assurance|quality audit|external|"
    "audyt|audytor|jakość|dział jakości|kontrola jakości|kontrola|"
    "έλεγχος|ελεγκτής|ποιότητα|ποιοτικός έλεγχος|διασφάλιση ποιότητας|"
    "ελέγκτρια|υπεύθυνος ποιότητας|"
    "auditointi|auditoija|auditoitu|laatu|laadunvarmistus|tarkastus|tarkastaja|"
    "audyt jakości|ocena jakości|laatuarvio|laatuauditointi|laatutiimi" },
};

/* "JobRole" and "employeeID" are two words each. */
static void
append_split (GString *out, const char *text, gsize length)
{
  gboolean lower_before = FALSE;
  int depth = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      else if (depth > 0)
        continue;
      else if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        g_string_append_c (out, ' ');
      else
        {
          if (lower_before && c < 128 && g_ascii_isupper ((char) c))
            g_string_append_c (out, ' ');
          g_string_append_unichar (out, c);
        }
      lower_before = c < 128 && g_ascii_islower ((char) c);
    }
}

/**
 * val_import_words_normalise:
 * @text: UTF-8
 * @length: its bytes, or -1
 *
 * Makes headers comparable: what stands in brackets is dropped, words are parted by single
 * spaces, "JobRole" is two words, everything is folded. Any thread.
 *
 * Returns: (transfer full): the normal form, perhaps ""
 */
char *
val_import_words_normalise (const char *text, gssize length)
{
  g_autoptr (GString) split = g_string_new (NULL);
  g_autofree char *folded = NULL;
  GString *out = g_string_new (NULL);

  append_split (split, text, length < 0 ? strlen (text) : (gsize) length);
  folded = val_fold (split->str);
  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ' || (out->len > 0 && out->str[out->len - 1] != ' '))
      g_string_append_c (out, *p);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static void
add_words (GHashTable *table, const char *words, gconstpointer value)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *key = val_import_words_normalise (list[i], -1);

      if (g_hash_table_contains (table, key))
        g_free (key);
      else
        g_hash_table_insert (table, key, (gpointer) value);
    }
}

static GHashTable *
header_table (void)
{
  static gsize once = 0;
  static GHashTable *table = NULL;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
        add_words (table, headers[i].words, headers[i].field);
      g_once_init_leave (&once, 1);
    }
  return table;
}

/**
 * val_import_words_field:
 * @header: the header of a column, as it stands in the file
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the field it names: "agent" for a full name of any kind
 */
const char *
val_import_words_field (const char *header)
{
  g_autofree char *normal = val_import_words_normalise (header, -1);

  return normal[0] == '\0' ? NULL : g_hash_table_lookup (header_table (), normal);
}

/**
 * val_import_words_record_field:
 * @header: the header of a column of a file of notes or recognitions
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the field it names
 */
const char *
val_import_words_record_field (const char *header)
{
  static gsize once = 0;
  static GHashTable *table = NULL;
  g_autofree char *normal = val_import_words_normalise (header, -1);
  const char *field;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (record_headers); i++)
        add_words (table, record_headers[i].words, record_headers[i].field);
      g_once_init_leave (&once, 1);
    }
  field = normal[0] == '\0' ? NULL : g_hash_table_lookup (table, normal);
  return field != NULL ? field : val_import_words_field (header);
}

/**
 * val_import_words_not_applicable:
 * @cell: a cell without blanks around it
 *
 * Returns: whether it says that the skill is not required of the person
 */
gboolean
val_import_words_not_applicable (ValCsvField cell)
{
  static gsize once = 0;
  static GHashTable *table = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (cell.len < 2 || cell.len > 60 || g_ascii_isdigit (cell.text[0]))
    return FALSE;
  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (not_applicable); i++)
        g_hash_table_add (table, val_fold (not_applicable[i]));
      g_once_init_leave (&once, 1);
    }
  text = g_strndup (cell.text, cell.len);
  folded = val_fold (text);
  return g_hash_table_contains (table, folded);
}

/**
 * val_import_words_assessor:
 * @cell: a cell without blanks around it
 * @ret_assessor: (out): who
 *
 * Returns: whether the cell names an assessor in one of the four languages
 */
gboolean
val_import_words_assessor (ValCsvField cell, ValAssessor *ret_assessor)
{
  static gsize once = 0;
  static GHashTable *table = NULL;
  g_autofree char *normal = NULL;
  gpointer value;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (assessors); i++)
        add_words (table, assessors[i].words, GINT_TO_POINTER (assessors[i].assessor + 1));
      g_once_init_leave (&once, 1);
    }
  if (cell.len == 0 || cell.len > 100)
    return FALSE;
  normal = val_import_words_normalise (cell.text, cell.len);
  value = g_hash_table_lookup (table, normal);
  if (value == NULL)
    return FALSE;
  *ret_assessor = (ValAssessor) (GPOINTER_TO_INT (value) - 1);
  return TRUE;
}
