/* val-import-words-numbers.c: the words of telephone systems and help desks, in four languages
 *
 * Drawn from the exports of Genesys, Avaya, Cisco, Amazon Connect, Asterisk, Zendesk, Freshdesk,
 * Jira Service Management and of spreadsheets made by hand. Compared as all headers are: folded,
 * without brackets and punctuation.
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-import-words-numbers.h"

#include <stdlib.h>
#include <string.h>

#include "val-contacts.h"
#include "val-import-words.h"

typedef struct
{
  const char *field;
  gboolean weak; /* taken when no other column says the same */
  const char *words;
} Header;

/* When a contact or an interval began. */
#define START_WORDS \
  "start|start time|started|started at|start date time|start timestamp|call timestamp|timestamp|time stamp|" \
  "date time|datetime|date and time|created|created at|created date|created on|created time|creation date|" \
  "creation time|opened|opened at|open date|call start|call start time|call date|calldate|call date time|" \
  "conversation start|conversation start time|contact start|contact start time|contact date time|segstart|" \
  "segstart utc|segment start|segment start time|received|received at|received on|arrival time|arrived at|" \
  "offered at|initiated|initiation timestamp|connected to system timestamp|interaction start|" \
  "interaction start time|interaction date|reported|submitted|submitted at|requested|" \
  "requested at|date created|" \
  "event time|entry time|queue entry time|interval start|interval start time|period start|start date|" \
  "start interval|row date|" \
  "początek|start rozmowy|data i godzina|data i czas|data godzina|data czas|czas rozpoczęcia|" \
  "data rozpoczęcia|" \
  "rozpoczęcie|godzina rozpoczęcia|data zgłoszenia|data utworzenia|data połączenia|data rozmowy|" \
  "data kontaktu|" \
  "utworzono|wpłynęło|data wpływu|początek rozmowy|początek połączenia|" \
  "έναρξη|ώρα έναρξης|ημερομηνία και ώρα|ημερομηνία ώρα|ημερομηνία έναρξης|ημερομηνία κλήσης|δημιουργήθηκε|" \
  "ημερομηνία δημιουργίας|ημερομηνία επαφής|άφιξη|έναρξη κλήσης|έναρξη επαφής|χρονοσήμανση|" \
  "χρονοσφραγίδα|ημ νία και ώρα|ημ νία ώρα|ώρα έναρξης κλήσης|ημερομηνία έναρξης κλήσης|" \
  "ημερομηνία υποβολής|" \
  "alku|alkoi|alkuaika|aloitusaika|alkamisaika|aikaleima|päivä ja aika|pvm ja aika|" \
  "päivämäärä ja aika|luotu|" \
  "luontiaika|luontipäivä|saapunut|saapumisaika|puhelun alku|kontaktin alku|aloitus|" \
  "fecha y hora|inicio|beginn|startzeit"

#define DATE_WORDS \
  "date|day date|contact date|calendar date|report date|ds|data|dzień|ημερομηνία|ημέρα|ημ νία|ημνία|" \
  "päivä|päivämäärä|pvm|fecha|datum|dato"

#define TIME_WORDS \
  "time|time of day|call time|hour|start hour|contact time|interval|time interval|half hour|" \
  "quarter hour|slot|" \
  "time slot|godzina|godz|czas|interwał|przedział|ώρα|ώρα κλήσης|ώρα επαφής|διάστημα|" \
  "χρονικό διάστημα|aika|kello|kellonaika|klo|aikaväli|" \
  "jakso klo|hora|uhrzeit"

#define WAIT_WORDS \
  "wait|wait time|waiting time|waiting|wait duration|waited|speed of answer|speed to answer|" \
  "answer speed|asa|" \
  "time to answer|queue time|time in queue|queue wait|queue wait time|queue duration|ring time|" \
  "ringing time|" \
  "response time|first response time|first reply time|time to first response|first response|" \
  "initial response time|" \
  "answer delay|delay|answered after|tacd|tanswered|tanswer|twait|disptime|queuetime|ttanswered|" \
  "agent response time|waitsec|wait sec|holdtime|" \
  "czas oczekiwania|oczekiwanie|czas oczekiwania na połączenie|czas odpowiedzi|czas pierwszej odpowiedzi|" \
  "czas w kolejce|czas do odebrania|czas do odpowiedzi|czas oczekiwania w kolejce|" \
  "χρόνος αναμονής|αναμονή|χρόνος απόκρισης|χρόνος πρώτης απάντησης|χρόνος απάντησης|χρόνος στην ουρά|" \
  "χρόνος σε αναμονή|διάρκεια αναμονής|αναμονή στην ουρά|ταχύτητα απάντησης|" \
  "odotusaika|odotus|jonotusaika|vastausviive|vasteaika|ensivasteaika|aika jonossa|vastausaika|" \
  "jonotuksen kesto|odotusaika jonossa|vastausnopeus"

#define TALK_WORDS \
  "talk|talk time|talking time|talking|talk duration|call duration|duration|call length|length|handle time|" \
  "handling time|aht|handle duration|conversation duration|conversation time|billsec|talktime|" \
  "ttalk|thandle|" \
  "ttalkcomplete|work time|acd time|acdtime|interaction duration|agent time|agent interaction duration|" \
  "chat duration|service time|time spent|handled time|contact duration|contact handle time|" \
  "conversation length|" \
  "czas rozmowy|czas trwania|czas obsługi|czas połączenia|długość|długość rozmowy|czas trwania rozmowy|" \
  "czas trwania połączenia|czas obsługi kontaktu|czas obsługi połączenia|czas obsługi zgłoszenia|" \
  "διάρκεια|διάρκεια κλήσης|χρόνος ομιλίας|διάρκεια ομιλίας|χρόνος διαχείρισης|χρόνος εξυπηρέτησης|" \
  "διάρκεια επαφής|διάρκεια συνομιλίας|χρόνος συνομιλίας|διάρκεια εξυπηρέτησης|" \
  "puheaika|kesto|puhelun kesto|käsittelyaika|keskustelun kesto|kontaktin kesto|" \
  "puhelun pituus|keskusteluaika|puheluaika|käsittelyn kesto|yhteydenoton kesto"

static const Header contact_headers[] = {
  { "id", FALSE,
    "call id|callid|contact id|conversation id|ticket id|ticket|ticket number|ticket no|case id|case number|"
    "interaction id|session id|chat id|unique id|uniqueid|linkedid|uuid|call uuid|reference|ref|"
    "contact number|"
    "call number|call no|incident|incident number|issue key|ucid|segment id|request id|request number|guid|"
    "master contact id|conversation|number in the other system|numer w innym systemie|"
    "αριθμός στο άλλο σύστημα|numero toisessa järjestelmässä|"
    "id kontaktu|id połączenia|id rozmowy|numer zgłoszenia|nr zgłoszenia|"
    "id zgłoszenia|numer kontaktu|numer rozmowy|numer sprawy|nr sprawy|identyfikator kontaktu|"
    "identyfikator rozmowy|κωδικός επαφής|αριθμός επαφής|αριθμός αιτήματος|κωδικός κλήσης|αριθμός κλήσης|"
    "κωδικός αιτήματος|αριθμός υπόθεσης|κωδικός υπόθεσης|αριθμός ticket|κωδικός συνομιλίας|"
    "kontaktin tunnus|tukipyynnön numero|tapausnumero|puhelun tunnus|"
    "yhteydenoton tunnus|tiketti|tiketin numero|tikettinumero|viite|kontaktin numero|"
    "numer połączenia|nr połączenia|nr rozmowy|id sprawy|puhelun numero|kontaktin id|puhelun id|"
    "tiketin id|palvelupyynnön numero|yhteydenoton numero|asianumero" },
  { "id", TRUE,
    "id|number|key|identyfikator|numer|αναγνωριστικό|κωδικός|αριθμός|tunnus|numero|sequence|row id" },
  { "agent", FALSE,
    "agent|agent name|konsultant|pracownik|εκπρόσωπος|υπάλληλος|asiakaspalvelija|agentti|employee|"
    "employee name|operator|assigned agent|assignee|assigned to|handled by|answered by|"
    "agent full name|last agent|answering agent|"
    "queue agent|resolver|responder|owner|ticket owner|user name|agents|users|destination agent|"
    "agent username|"
    "connected agent|ostatni konsultant|przypisany|przypisany do|obsłużył|odebrał|odebrała|prowadzący|"
    "χειρίστηκε|χειρίστηκε από|ανατέθηκε σε|ανάθεση σε|απάντησε|χειριστής|χειριστής κλήσης|"
    "όνομα εκπροσώπου|käsittelijä|vastaanottaja|vastasi|"
    "vastaaja|agentin nimi|vastuuhenkilö" },
  { "agent", TRUE,
    "agent id|agentid|agent login|agent login id|login|login id|loginid|logid|user id|userid|employee id|"
    "employee number|agent number|agent no|extension|operator id|queue name agent|id konsultanta|"
    "numer konsultanta|nr konsultanta|id agenta|login konsultanta|κωδικός εκπροσώπου|αριθμός εκπροσώπου|"
    "agentin numero|agenttinumero|käyttäjätunnus|henkilönumero" },
  { "start", FALSE, START_WORDS },
  { "date", FALSE, DATE_WORDS },
  { "time", FALSE, TIME_WORDS },
  { "channel", FALSE,
    "channel|media|media type|medium|contact channel|source channel|interaction type|contact type|via|"
    "communication channel|channel type|kanał|kanał kontaktu|typ kontaktu|rodzaj kontaktu|κανάλι|"
    "κανάλι επικοινωνίας|κανάλι επαφής|μέσο|μέσο επικοινωνίας|τρόπος επικοινωνίας|τύπος επαφής|"
    "kanava|yhteydenottotapa|yhteydenottokanava|kontaktikanava" },
  { "channel", TRUE, "source|origin|call type|źródło|πηγή|lähde" },
  { "topic", FALSE,
    "topic|reason|subject|category|call reason|contact reason|reason for contact|ticket type|issue|"
    "issue type|"
    "wrap up|wrap up code|wrapup|wrapup code|disposition code|topic name|call topic|enquiry|inquiry type|"
    "request type|case type|case reason|temat|powód|powód kontaktu|kategoria|rodzaj sprawy|typ zgłoszenia|"
    "temat kontaktu|przyczyna kontaktu|θέμα|λόγος|λόγος επαφής|κατηγορία|τύπος αιτήματος|θέμα επαφής|"
    "αιτία|αιτία κλήσης|λόγος κλήσης|αιτία επικοινωνίας|λόγος επικοινωνίας|είδος αιτήματος|"
    "κατηγορία αιτήματος|θέμα κλήσης|"
    "aihe|syy|yhteydenoton syy|luokka|kategoria|tukipyynnön tyyppi|asia|kontaktin aihe|"
    "kategoria zgłoszenia|kategoria sprawy|kategoria kontaktu|temat rozmowy|powód zgłoszenia|"
    "rodzaj zgłoszenia|yhteydenoton aihe|puhelun aihe|puhelun syy|tiketin tyyppi|tikettityyppi" },
  { "topic", TRUE,
    "type|skill|skill name|queue|queue name|service|product|tags|tag|typ|rodzaj|kolejka|usługa|produkt|"
    "είδος|τύπος|ουρά|υπηρεσία|tyyppi|laji|jono|palvelu|tuote" },
  { "answered", FALSE,
    "answered|answered y n|is answered|call answered|answer status|call status|disposition|call result|"
    "call outcome|call disposition|handled|connected|odebrane|odebrano|odebrany|czy odebrano|"
    "odebrany kontakt|"
    "status połączenia|απαντήθηκε|απαντημένη|απαντημένο|απαντημένη κλήση|κατάσταση κλήσης|"
    "αποτέλεσμα κλήσης|έκβαση κλήσης|vastattu|puhelun tila|vastattiin|"
    "obsłużone|obsłużony|status kontaktu|status rozmowy|kontaktin tila" },
  { "answered", TRUE, "status|state|outcome|result|stan|wynik|κατάσταση|αποτέλεσμα|tila|tulos|lopputulos" },
  { "abandoned", FALSE,
    "abandoned|is abandoned|abandoned y n|abandon|missed|lost|aban|porzucone|porzucono|porzucony|utracone|"
    "εγκαταλείφθηκε|εγκατάλειψη|εγκαταλελειμμένη|εγκαταλειμμένη|αναπάντητη|αναπάντητη κλήση|"
    "χαμένη|χαμένη κλήση|hylätty|luovutti|jonosta luovuttu|vastaamatta|menetetty|"
    "utracony|rozłączone|luopunut|jonosta poistunut" },
  { "resolved", FALSE,
    "resolved|is resolved|solved|first contact resolution|fcr|first call resolution|"
    "resolved on first contact|"
    "resolved at first contact|one touch|one touch resolution|resolution status|ticket status|case status|"
    "issue resolved|załatwione|rozwiązane|rozwiązano|załatwiono|status zgłoszenia|status sprawy|"
    "załatwione przy pierwszym kontakcie|επιλύθηκε|λύθηκε|επίλυση|επίλυση με την πρώτη επαφή|"
    "επίλυση στην πρώτη επαφή|επίλυση στην πρώτη κλήση|επιλυμένο|επιλυμένη|κατάσταση υπόθεσης|"
    "κατάσταση αιτήματος|ratkaistu|ratkaistu ensimmäisellä kontaktilla|ratkesi|tukipyynnön tila|"
    "tiketin tila|"
    "rozwiązany|załatwiony|czy załatwiono|czy rozwiązano|rozwiązane przy pierwszym kontakcie|"
    "asia ratkesi|ratkaistu ensikontaktilla|ensikontaktiratkaisu" },
  { "wait", FALSE, WAIT_WORDS },
  { "talk", FALSE, TALK_WORDS },
  { "satisfaction", FALSE,
    "satisfaction|satisfaction rating|satisfaction score|csat|csat score|csat rating|customer satisfaction|"
    "customer satisfaction score|customer satisfaction rating|customer rating|survey score|survey result|"
    "survey rating|stars|feedback score|satysfakcja|zadowolenie|ocena klienta|satysfakcja klienta|csi|"
    "zadowolenie klienta|ικανοποίηση|ικανοποίηση πελάτη|ικανοποίηση πελατών|"
    "βαθμός ικανοποίησης|βαθμολογία ικανοποίησης|βαθμολογία πελάτη|αξιολόγηση πελάτη|tyytyväisyys|"
    "asiakastyytyväisyys|asiakkaan arvosana|asiakaspalaute|"
    "ocena rozmowy|ocena satysfakcji|wynik ankiety|ocena z ankiety|kyselyn arvosana|"
    "palautearvosana|tyytyväisyysarvosana" },
  { "satisfaction", TRUE, "rating|score|ocena|βαθμολογία|αξιολόγηση|arvosana|arvio" },
  { "difficult", FALSE,
    "difficult|difficult or why|difficult contact|hard|difficulty|trudny lub powód trudności|"
    "trudny|trudne|trudny kontakt|trudna rozmowa|δύσκολη|δύσκολο|"
    "δύσκολη επαφή|δύσκολη ή ο λόγος|δυσκολία|λόγος δυσκολίας|vaikea tai syy|vaikea|vaikea kontakti|"
    "haastava|hankala|"
    "kontakt trudny|trudne połączenie|vaikea puhelu|vaikea yhteydenotto|hankala kontakti" },
};

static const Header value_headers[] = {
  { "indicator", FALSE,
    "indicator|indicator name|kpi|kpi name|metric|metric name|measure|wskaźnik|nazwa wskaźnika|miernik|"
    "δείκτης|όνομα δείκτη|kpi δείκτης|μετρική|mittari|mittarin nimi|tunnusluku" },
  { "value", FALSE,
    "value|actual value|measured value|wartość|wartość wskaźnika|τιμή|τιμή δείκτη|arvo|mittarin arvo" },
  { "value", TRUE, "result|score|actual|wynik|wykonanie|αποτέλεσμα|tulos|toteuma" },
  { "n", FALSE,
    "n|cases|number of cases|sample|sample size|base|liczba przypadków|liczebność|próba|πλήθος|"
    "πλήθος περιπτώσεων|μέγεθος δείγματος|"
    "αριθμός περιπτώσεων|δείγμα|tapauksia|tapausten määrä|otos|otoskoko|lukumäärä" },
  { "n", TRUE, "count|contacts|calls|liczba|liczba kontaktów|kontakty|επαφές|αριθμός επαφών|kontaktit|määrä" },
  { "date", FALSE,
    DATE_WORDS "|month|period|week|month start|period start|miesiąc|okres|tydzień|μήνας|περίοδος|εβδομάδα|"
               "kuukausi|jakso|viikko|kk" },
};

static const Header forecast_headers[] = {
  { "start", FALSE, START_WORDS },
  { "date", FALSE, DATE_WORDS },
  { "date", TRUE, "day" },
  { "time", FALSE, TIME_WORDS },
  { "forecast", FALSE,
    "forecast|forecasted|forecast calls|forecast contacts|forecast volume|forecasted calls|"
    "forecasted contacts|"
    "predicted|predicted calls|prediction|expected|expected calls|expected contacts|planned|"
    "planned calls|fcst|"
    "contacts forecasted|yhat|calls forecasted|prognoza|prognozowane|prognozowane kontakty|"
    "prognoza kontaktów|prognoza połączeń|"
    "planowane|πρόβλεψη|προβλεπόμενες|προβλεπόμενες κλήσεις|προβλεπόμενες επαφές|πρόβλεψη κλήσεων|"
    "πρόβλεψη επαφών|αναμενόμενες|αναμενόμενες κλήσεις|αναμενόμενες επαφές|"
    "ennuste|ennustettu|ennustetut puhelut|ennustetut kontaktit|ennustetut|"
    "prognozowane połączenia|prognozowana liczba kontaktów|prognozowana liczba połączeń|"
    "puheluennuste|kontaktiennuste|ennustettu määrä" },
  { "actual", FALSE,
    "actual|actual calls|actual contacts|actual volume|calls|contacts|volume|call volume|offered|"
    "calls offered|"
    "offered calls|contacts offered|offered contacts|contact volume|incoming|"
    "incoming calls|inbound calls|calls received|contacts received|"
    "arrivals|contacts that arrived|total calls|total contacts|number of calls|number of contacts|"
    "nr of calls|callsoffered|noffered|"
    "contacts actual|rzeczywiste|rzeczywista|faktyczne|wykonanie|liczba połączeń|połączenia|"
    "połączenia przychodzące|kontakty|kontakty które wpłynęły|liczba kontaktów|przychodzące|"
    "πραγματικές|πραγματικά|πραγματικός|κλήσεις|"
    "εισερχόμενες|εισερχόμενες κλήσεις|εισερχόμενες επαφές|επαφές|επαφές που ήρθαν|πραγματικές κλήσεις|"
    "πραγματικές επαφές|αριθμός κλήσεων|αριθμός επαφών|πλήθος κλήσεων|πλήθος επαφών|σύνολο κλήσεων|"
    "σύνολο επαφών|όγκος κλήσεων|toteuma|toteutunut|toteutuneet|"
    "puhelut|saapuneet|saapuneet kontaktit|saapuneet puhelut|kontaktit|puhelumäärä|yhteydenotot|llamadas|"
    "rzeczywista liczba kontaktów|rzeczywista liczba połączeń|liczba rozmów|liczba zgłoszeń|"
    "zaoferowane|zaoferowane połączenia|wolumen|toteutuneet puhelut|toteutuneet kontaktit|"
    "toteutunut määrä|kontaktimäärä|kontaktien määrä|puheluiden määrä|puhelujen määrä|"
    "yhteydenottojen määrä" },
  { "actual", TRUE, "count|received|n|y|liczba|πλήθος|lukumäärä|määrä" },
  { "answered", FALSE,
    "answered|answered calls|calls answered|handled|handled calls|calls handled|contacts answered|"
    "contacts handled|acd calls|acdcalls|nanswered|answered contacts|odebrane|odebrane połączenia|"
    "obsłużone|obsłużone kontakty|odebrane kontakty|απαντημένες|απαντημένες κλήσεις|απαντημένες επαφές|"
    "απαντήθηκε|απαντήθηκαν|απαντηθείσες|εξυπηρετημένες|εξυπηρετημένες κλήσεις|"
    "vastatut|vastatut puhelut|käsitellyt|vastattu|"
    "obsłużone połączenia|liczba odebranych|vastatut kontaktit|käsitellyt puhelut" },
  { "abandoned", FALSE,
    "abandoned|abandoned calls|calls abandoned|contacts abandoned|abandons|aban calls|abancalls|"
    "abncalls|nabandon|"
    "lost calls|missed calls|abandoned contacts|porzucone|porzucone połączenia|utracone|nieodebrane|"
    "εγκαταλειμμένες|εγκαταλελειμμένες|εγκαταλείφθηκε|εγκαταλείφθηκαν|εγκαταλειφθείσες|"
    "εγκαταλειμμένες κλήσεις|εγκαταλελειμμένες κλήσεις|χαμένες|χαμένες κλήσεις|αναπάντητες|"
    "αναπάντητες κλήσεις|jonosta luovuttu|hylätyt|hylätyt puhelut|luopuneet|menetetyt|"
    "vastaamattomat|"
    "porzucone kontakty|utracone połączenia|liczba porzuconych|menetetyt puhelut|"
    "jonosta luopuneet" },
  { "service_level", FALSE,
    "service level|sla|sl|servicelevel|service level percent|tsf|service level achieved|actual service level|"
    "service level percentage|osl|poziom obsługi|poziom obsługi sla|επίπεδο εξυπηρέτησης|"
    "επίπεδο υπηρεσιών|palvelutaso|"
    "osiągnięty poziom obsługi|toteutunut palvelutaso|palvelutasoprosentti" },
  { "handle_time", FALSE,
    "handle time|handling time|aht|average handle time|average handling time|avg handle time|"
    "talk duration|talk time|talking time|call duration|handle duration|"
    "czas obsługi|czas rozmowy|średni czas obsługi|χρόνος διαχείρισης|μέσος χρόνος διαχείρισης|"
    "διάρκεια ομιλίας|χρόνος ομιλίας|διάρκεια κλήσης|χρόνος εξυπηρέτησης|käsittelyaika|"
    "keskimääräinen käsittelyaika|puheaika|"
    "czas obsługi kontaktu|czas obsługi połączenia|keskipuheaika|keskikäsittelyaika" },
  { "team", FALSE,
    "team|queue|skill|queue name|skill group|group|skill name|split|split skill|team or queue|"
    "zespół|kolejka|grupa|zespół lub kolejka|ομάδα|ουρά|ομάδα ή ουρά|τμήμα|tiimi tai jono|"
    "tiimi|jono|ryhmä" },
};

static const struct
{
  ValDurationUnit unit;
  const char *words;
} units[] = {
  { VAL_DURATION_SECONDS,
    "seconds|second|secs|sec|s|sekundy|sekund|sekundach|sek|δευτερόλεπτα|δευτερόλεπτο|δευτ|δλ|"
    "sekuntia|sekunnit|sekuntit|"
    "sekunteina|segundos" },
  { VAL_DURATION_MINUTES,
    "minutes|minute|mins|min|minuty|minut|minutach|λεπτά|λεπτό|λεπτ|λεπ|minuuttia|minuutit|"
    "minuutteina|minutos" },
  { VAL_DURATION_HOURS,
    "hours|hour|hrs|hr|h|godziny|godzin|godz|godzinach|ώρες|tuntia|tunnit|tunteina|horas" },
  { VAL_DURATION_MILLISECONDS,
    "milliseconds|millisecond|millis|msec|msecs|ms|milisekundy|milisekund|χιλιοστά|"
    "millisekuntia|millisekunteina|millisekunnit" },
};

/* Words that say nothing of their own in a header. */
static const char fillers[]
    = "avg|average|mean|total|in|w|śr|średni|średnia|średnie|średnio|σε|μέσος|μέση|μέσο|"
      "συνολικός|συνολική|συνολικό|ka|"
      "keskim|keskimääräinen|keskiarvo";

static const struct
{
  int field; /* ValAnswerField, -1: all */
  ValAnswer answer;
  const char *words;
} answers[] = {
  { -1, VAL_ANSWER_YES,
    "y|yes|true|t|1|x|tak|prawda|ναι|ν|αληθές|αληθής|kyllä|k|tosi|on|sí|si|ja|oui" },
  { -1, VAL_ANSWER_NO, "n|no|false|f|0|nie|fałsz|όχι|ο|ψευδές|ψευδής|ei|e|epätosi|off|nein|non" },
  { -1, VAL_ANSWER_UNKNOWN,
    "null|none|unknown|n a|na|nan|nie wiadomo|brak|brak danych|nd|άγνωστο|δεν είναι γνωστό|ei tiedossa|"
    "tuntematon|not set" },
  { VAL_ANSWER_OF_ANSWERED, VAL_ANSWER_YES,
    "answered|connected|completed|complete|handled|accepted|odebrane|odebrany|odebrana|odebrano|obsłużone|"
    "połączone|απαντήθηκε|απαντημένη|απαντημένο|εξυπηρετήθηκε|ολοκληρώθηκε|vastattu|käsitelty|"
    "completed call|closed|"
    "obsłużony|obsłużona|obsłużono|połączono|vastatut" },
  { VAL_ANSWER_OF_ANSWERED, VAL_ANSWER_NO,
    "abandoned|abandon|missed|lost|unanswered|not answered|no answer|noanswer|busy|failed|timeout|timed out|"
    "cancelled|canceled|rejected|overflow|porzucone|porzucony|nieodebrane|nieodebrany|utracone|"
    "bez odpowiedzi|zajęte|εγκαταλείφθηκε|εγκαταλελειμμένη|εγκαταλειμμένη|αναπάντητη|κατειλημμένη|"
    "χαμένη|δεν απαντήθηκε|hylätty|"
    "vastaamaton|ei vastattu|menetetty|luopunut|"
    "nieodebrana|nieodebrano|porzucona|porzucono|utracony|rozłączony|rozłączono|ei vastausta|"
    "vastaamatta|luovutti" },
  { VAL_ANSWER_OF_ABANDONED, VAL_ANSWER_YES,
    "abandoned|abandon|missed|lost|porzucone|porzucony|utracone|εγκαταλείφθηκε|"
    "εγκαταλελειμμένη|εγκαταλειμμένη|χαμένη|hylätty|luopunut|"
    "porzucona|porzucono|utracony|luovutti" },
  { VAL_ANSWER_OF_ABANDONED, VAL_ANSWER_NO, "answered|connected|handled|odebrane|απαντήθηκε|vastattu|"
    "odebrany|odebrana|odebrano|obsłużone|obsłużony|käsitelty" },
  { VAL_ANSWER_OF_RESOLVED, VAL_ANSWER_YES,
    "resolved|solved|closed|done|completed|complete|fixed|fulfilled|rozwiązane|rozwiązany|"
    "załatwione|załatwiony|"
    "załatwiona|zamknięte|zamknięty|zakończone|επιλύθηκε|λύθηκε|επιλυμένο|επιλυμένη|"
    "κλειστό|κλειστή|έκλεισε|ολοκληρώθηκε|ολοκληρωμένο|ολοκληρωμένη|ratkaistu|"
    "suljettu|valmis|"
    "rozwiązana|rozwiązano|załatwiono|zamknięta|zakończony|zakończona|hoidettu|ratkennut" },
  { VAL_ANSWER_OF_RESOLVED, VAL_ANSWER_NO,
    "unresolved|not resolved|open|new|pending|in progress|on hold|hold|waiting|reopened|escalated|assigned|"
    "waiting for customer|waiting for support|waiting on customer|nierozwiązane|nierozwiązany|"
    "otwarte|otwarty|"
    "nowe|nowy|w toku|wstrzymane|oczekujące|oczekuje|eskalowane|ανοιχτό|ανοικτό|νέο|σε εξέλιξη|εκκρεμεί|"
    "σε αναμονή|σε εκκρεμότητα|εκκρεμές|ανοιχτή|νέα|ανεπίλυτο|δεν επιλύθηκε|avoin|uusi|kesken|"
    "käsittelyssä|odottaa|ratkaisematta|"
    "nierozwiązana|niezałatwione|niezałatwiony|nowa|otwarta|w trakcie|w realizacji|oczekująca|"
    "ei ratkaistu|ratkaisematon|odottaa asiakasta|auki|työn alla|eskaloitu" },
};

static const struct
{
  int reason; /* ValDifficultReason */
  const char *words;
} difficult[] = {
  { VAL_DIFFICULT_OTHER,
    "difficult|hard|other|trudny|trudne|trudna|inny|inne|δύσκολη|δύσκολο|άλλο|vaikea|hankala|haastava|muu" },
  { VAL_DIFFICULT_NO_QUICK_CONTACT,
    "no quick contact|no quick answer|long wait|could not reach|brak szybkiego kontaktu|długie oczekiwanie|"
    "χωρίς γρήγορη επαφή|χωρίς γρήγορη επικοινωνία|μεγάλη αναμονή|yhteyttä ei saanut nopeasti|"
    "ei nopeaa yhteyttä|pitkä odotus|"
    "długi czas oczekiwania|długa kolejka|pitkä jono|pitkä jonotus" },
  { VAL_DIFFICULT_UNPLEASANT,
    "unpleasant|unpleasant conversation|rude|rude customer|aggressive|abusive|nieprzyjemna rozmowa|"
    "nieprzyjemny|agresywny|agresja|δυσάρεστη συνομιλία|δυσάρεστη|επιθετικός|αγενής|"
    "αγενής πελάτης|επιθετικός πελάτης|epämiellyttävä|"
    "epämiellyttävä keskustelu|aggressiivinen|töykeä|"
    "niegrzeczny|niegrzeczny klient|agresywny klient|epäasiallinen|epäasiallinen käytös|uhkaava" },
  { VAL_DIFFICULT_CLAIM_REFUSED,
    "claim refused|claim rejected|complaint refused|complaint rejected|refused claim|odrzucona reklamacja|"
    "reklamacja odrzucona|odrzucone roszczenie|odmowa|απόρριψη απαίτησης|απόρριψη αιτήματος|"
    "απόρριψη αξίωσης|απορρίφθηκε|απόρριψη παραπόνου|vaatimus hylätty|"
    "hylätty vaatimus|reklamaatio hylätty|"
    "odmowa uznania reklamacji|reklamacja nieuznana|roszczenie odrzucone|"
    "reklamaatiota ei hyväksytty|hyvitys evätty" },
};

static const struct
{
  int thousandths;
  const char *words;
} ratings[] = {
  { 5000,
    "good|very satisfied|extremely happy|excellent|happy|very good|bardzo zadowolony|bardzo zadowolona|"
    "πολύ ικανοποιημένος|πολύ ικανοποιημένη|άριστα|εξαιρετικά|erittäin tyytyväinen|"
    "bardzo dobry|bardzo dobra|bardzo dobrze|doskonale|erinomainen|erittäin hyvä" },
  { 4000,
    "satisfied|somewhat happy|zadowolony|zadowolona|ικανοποιημένος|ικανοποιημένη|tyytyväinen|"
    "dobry|dobrze|raczej zadowolony|raczej zadowolona|hyvä|melko tyytyväinen" },
  { 3000,
    "neutral|neither satisfied nor dissatisfied|neutralny|neutralna|ani zadowolony ani niezadowolony|"
    "ουδέτερος|ουδέτερη|ουδέτερο|ούτε ικανοποιημένος ούτε δυσαρεστημένος|neutraali|"
    "ei tyytyväinen eikä tyytymätön|"
    "przeciętny|przeciętna|przeciętnie|ani zadowolona ani niezadowolona|tyydyttävä|"
    "keskinkertainen" },
  { 2000,
    "dissatisfied|somewhat unhappy|niezadowolony|niezadowolona|δυσαρεστημένος|δυσαρεστημένη|"
    "tyytymätön|"
    "źle|raczej niezadowolony|raczej niezadowolona|huono|välttävä|melko tyytymätön" },
  { 1000,
    "bad|very dissatisfied|extremely unhappy|unhappy|very bad|bardzo niezadowolony|"
    "bardzo niezadowolona|πολύ δυσαρεστημένος|πολύ δυσαρεστημένη|erittäin tyytymätön|"
    "bardzo zły|bardzo zła|bardzo źle|erittäin huono" },
};

static void
add_words (GHashTable *table, const char *prefix, const char *words, int value)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *normal = val_import_words_normalise (list[i], -1);
      char *key = g_strconcat (prefix, normal, NULL);

      if (g_hash_table_contains (table, key))
        g_free (key);
      else
        g_hash_table_insert (table, key, GINT_TO_POINTER (value));
    }
}

/* Headers by "c:", "v:" or "f:" and the normal form, weak ones in capitals; the rest by "u:" unit,
 * "-:" filler, "0:" ... "3:" answer, "d:" difficult, "r:" rating. Values begin at 1. */
static GHashTable *
get_table (void)
{
  static gsize once = 0;
  static GHashTable *table = NULL;

  if (!g_once_init_enter (&once))
    return table;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (contact_headers); i++)
    add_words (table, contact_headers[i].weak ? "C:" : "c:", contact_headers[i].words, (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (value_headers); i++)
    add_words (table, value_headers[i].weak ? "V:" : "v:", value_headers[i].words, (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (forecast_headers); i++)
    add_words (table, forecast_headers[i].weak ? "F:" : "f:", forecast_headers[i].words,
               (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    add_words (table, "u:", units[i].words, (int) units[i].unit + 1);
  add_words (table, "-:", fillers, 1);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (int field = 0; field < VAL_N_ANSWER_FIELDS; field++)
      if (answers[i].field == -1 || answers[i].field == field)
        {
          const char prefix[] = { (char) ('0' + field), ':', 0 };

          add_words (table, prefix, answers[i].words, (int) answers[i].answer);
        }
  for (guint i = 0; i < G_N_ELEMENTS (difficult); i++)
    add_words (table, "d:", difficult[i].words, difficult[i].reason + 1);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    add_words (table, "r:", ratings[i].words, ratings[i].thousandths);
  g_once_init_leave (&once, 1);
  return table;
}

static int
look_up (const char *prefix, const char *normal)
{
  g_autofree char *key = g_strconcat (prefix, normal, NULL);

  return GPOINTER_TO_INT (g_hash_table_lookup (get_table (), key));
}

static int
look_up_cell (const char *prefix, ValCsvField cell)
{
  g_autofree char *normal = NULL;

  if (cell.len == 0 || cell.len > 100)
    return 0;
  normal = val_import_words_normalise (cell.text, (gssize) cell.len);
  return normal[0] == '\0' ? 0 : look_up (prefix, normal);
}

/* The unit that any word of @text names. */
static gboolean
find_unit (const char *text, ValDurationUnit *ret_unit)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int unit = look_up ("u:", words[i]);

      if (unit > 0)
        {
          *ret_unit = (ValDurationUnit) (unit - 1);
          return TRUE;
        }
    }
  return FALSE;
}

/* Without units, numbers and words that say nothing. */
static char *
strip_normal (const char *normal)
{
  g_auto (GStrv) words = g_strsplit (normal, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_ascii_isdigit (words[i][0]) && look_up ("u:", words[i]) == 0
        && look_up ("-:", words[i]) == 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

static char *
without_brackets (const char *header)
{
  char *flat = g_strdup (header);
  char *normal;

  for (char *p = flat; *p != '\0'; p++)
    if (strchr ("()[]{}", *p) != NULL)
      *p = ' ';
  normal = val_import_words_normalise (flat, -1);
  g_free (flat);
  return normal;
}

/**
 * val_import_words_number_field:
 * @kind: contacts, values or forecast
 * @header: the header of a column, as it stands in the file
 * @ret_weak: (out): whether another column with a clearer name goes before
 * @ret_unit: (out): what bare numbers of a duration count: seconds where the header does not say
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the field it names
 */
const char *
val_import_words_number_field (ValImportKind kind, const char *header, gboolean *ret_weak,
                               ValDurationUnit *ret_unit)
{
  static const char *const strong[] = { "c:", "v:", "f:" };
  static const char *const weak[] = { "C:", "V:", "F:" };
  const Header *lists[] = { contact_headers, value_headers, forecast_headers };
  int which = kind == VAL_IMPORT_CONTACTS ? 0 : kind == VAL_IMPORT_VALUES ? 1 : 2;
  g_autofree char *normal = val_import_words_normalise (header, -1);
  g_autofree char *bare = NULL;
  g_autofree char *open = without_brackets (header);
  int found = 0;

  *ret_unit = VAL_DURATION_SECONDS;
  *ret_weak = FALSE;
  if (normal[0] == '\0')
    return NULL;
  find_unit (open, ret_unit);
  bare = strip_normal (normal);
  found = look_up (strong[which], normal);
  if (found == 0 && bare[0] != '\0')
    found = look_up (strong[which], bare);
  if (found == 0)
    {
      *ret_weak = TRUE;
      found = look_up (weak[which], normal);
    }
  return found > 0 ? lists[which][found - 1].field : NULL;
}

/**
 * val_import_words_answer:
 * @field: what it is about
 * @cell: a cell without blanks around it
 *
 * Any thread.
 *
 * Returns: yes or no in one of the four languages
 */
ValAnswer
val_import_words_answer (ValAnswerField field, ValCsvField cell)
{
  const char prefix[] = { (char) ('0' + (int) field), ':', 0 };

  if (cell.len == 1 && cell.text[0] == '-')
    return VAL_ANSWER_UNKNOWN;
  return (ValAnswer) look_up_cell (prefix, cell);
}

/**
 * val_import_words_rating:
 * @cell: a cell without blanks around it
 * @ret_thousandths: (out): 1000 ... 5000
 *
 * Returns: whether it is a rating in words, as help desks write them
 */
gboolean
val_import_words_rating (ValCsvField cell, int *ret_thousandths)
{
  *ret_thousandths = look_up_cell ("r:", cell);
  return *ret_thousandths > 0;
}

/**
 * val_import_words_difficult:
 * @cell: a cell without blanks around it
 * @ret_reason: (out): a #ValDifficultReason
 *
 * Returns: whether it says why a contact was difficult
 */
gboolean
val_import_words_difficult (ValCsvField cell, int *ret_reason)
{
  g_autofree char *normal = NULL;
  int found = look_up_cell ("d:", cell);

  *ret_reason = found - 1;
  if (found > 0 || cell.len == 0 || cell.len > 100)
    return found > 0;
  normal = val_import_words_normalise (cell.text, (gssize) cell.len);
  for (int reason = VAL_DIFFICULT_OTHER; reason <= VAL_DIFFICULT_CLAIM_REFUSED; reason++)
    {
      g_autofree char *label
          = val_import_words_normalise (val_difficult_reason_get_label (reason), -1);
      g_autofree char *key = val_import_words_normalise (val_difficult_reason_to_key (reason), -1);

      if (strcmp (label, normal) == 0 || strcmp (key, normal) == 0)
        {
          *ret_reason = reason;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * val_import_words_seconds_in:
 * @header: the header of a service level, such as "Service Level (20 Seconds)" or "SLA 80/20"
 *
 * Returns: within how many seconds is in time; 0: it does not say
 */
int
val_import_words_seconds_in (const char *header)
{
  const char *slash = strchr (header, '/');
  int seconds;

  if (slash != NULL && g_ascii_isdigit (slash[1]))
    seconds = atoi (slash + 1);
  else
    {
      const char *p = header;

      while (*p != '\0' && !g_ascii_isdigit (*p))
        p++;
      seconds = atoi (p);
    }
  return seconds >= 1 && seconds <= 86400 ? seconds : 0;
}
