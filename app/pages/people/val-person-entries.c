/* val-person-entries.c: what happened to a person, line by line
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-person-entries.h"

#include "val-i18n.h"

/* Filters beyond the kinds of notes. */
enum
{
  NOTE_FOLLOW_UP = VAL_N_NOTE_KINDS,
};

enum
{
  TIME_NOTES,
  TIME_THANKS,
  TIME_SESSIONS,
  TIME_AGREEMENTS,
  TIME_GOALS,
  TIME_SCORES,
  N_TIME_FILTERS
};

static void
add (GArray *entries, ValEntryType type, ValDay day, guint filter, const ValRecord *record,
     gboolean is_open)
{
  ValEntry entry = { type, day, VAL_MINUTE_NONE, 1u << filter, 0, is_open, record };

  if (day != VAL_DAY_NONE)
    g_array_append_val (entries, entry);
}

static void
add_note (GArray *entries, ValEntriesKind kind, const ValNote *note)
{
  gboolean is_open = note->follow_day != VAL_DAY_NONE && note->follow_done == VAL_DAY_NONE;

  add (entries, VAL_ENTRY_NOTE, note->day,
       kind == VAL_ENTRIES_TIMELINE ? TIME_NOTES : (guint) note->kind, &note->record, is_open);
  if (kind == VAL_ENTRIES_NOTES && is_open && entries->len > 0)
    g_array_index (entries, ValEntry, entries->len - 1).filters |= 1u << NOTE_FOLLOW_UP;
}

static void
add_session (GArray *entries, ValEntriesKind kind, const ValMentoring *session)
{
  add (entries, VAL_ENTRY_SESSION, val_mentoring_get_day (session),
       kind == VAL_ENTRIES_TIMELINE ? TIME_SESSIONS : (guint) session->state, &session->record,
       session->state == VAL_MENTORING_PLANNED);
  if (entries->len > 0)
    g_array_index (entries, ValEntry, entries->len - 1).minute
        = val_mentoring_get_minute (session);
}

static void
add_lasting (GArray *entries, const ValRecord *record)
{
  if (record->type == VAL_RECORD_AGREEMENT)
    {
      const ValAgreement *agreement = (const ValAgreement *) record;

      add (entries, VAL_ENTRY_AGREEMENT, agreement->day, TIME_AGREEMENTS, record,
           agreement->done_day == VAL_DAY_NONE);
      add (entries, VAL_ENTRY_AGREEMENT_DONE, agreement->done_day, TIME_AGREEMENTS, record, FALSE);
    }
  else if (record->type == VAL_RECORD_GOAL)
    {
      const ValGoal *goal = (const ValGoal *) record;

      add (entries, VAL_ENTRY_GOAL, goal->day, TIME_GOALS, record,
           goal->done_day == VAL_DAY_NONE);
      add (entries, VAL_ENTRY_GOAL_DONE, goal->done_day, TIME_GOALS, record, FALSE);
    }
  else if (record->type == VAL_RECORD_PHASE)
    add (entries, VAL_ENTRY_PHASE, ((const ValPhase *) record)->day, TIME_GOALS, record, FALSE);
}

static void
add_record (GArray *entries, ValEntriesKind kind, const ValRecord *record)
{
  gboolean all = kind == VAL_ENTRIES_TIMELINE;

  if (record->type == VAL_RECORD_NOTE && (all || kind == VAL_ENTRIES_NOTES))
    add_note (entries, kind, (const ValNote *) record);
  else if (record->type == VAL_RECORD_RECOGNITION && (all || kind == VAL_ENTRIES_THANKS))
    {
      const ValRecognition *thanks = (const ValRecognition *) record;

      add (entries, VAL_ENTRY_THANKS, thanks->day, all ? TIME_THANKS : (guint) thanks->promised,
           record, thanks->promised);
    }
  else if (record->type == VAL_RECORD_MENTORING && (all || kind == VAL_ENTRIES_SESSIONS))
    add_session (entries, kind, (const ValMentoring *) record);
  else if (all)
    add_lasting (entries, record);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  ValDay first = *(const ValDay *) a;
  ValDay second = *(const ValDay *) b;

  return (first > second) - (first < second);
}

/* Scores of one day are one line. */
static void
add_scores (GArray *entries, ValDataset *dataset, guint person)
{
  const ValScores *scores = val_dataset_scores (dataset, person);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (ValDay));

  for (guint i = 0; scores != NULL && i < scores->n; i++)
    {
      ValDay day = scores->scores[i].day;

      g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      ValDay day = g_array_index (days, ValDay, i);

      if (i == 0 || g_array_index (days, ValDay, i - 1) != day)
        add (entries, VAL_ENTRY_SCORES, day, TIME_SCORES, NULL, FALSE);
      g_array_index (entries, ValEntry, entries->len - 1).count++;
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const ValEntry *first = a;
  const ValEntry *second = b;

  if (first->day != second->day)
    return first->day < second->day ? 1 : -1;
  if (first->minute != second->minute)
    return second->minute - first->minute;
  if (first->record != NULL && second->record != NULL && first->record->id != second->record->id)
    return first->record->id < second->record->id ? 1 : -1;
  return (int) first->type - (int) second->type;
}

/**
 * val_entries_new:
 * @kind: which list
 * @records: (nullable) (element-type ValRecord): everything written about the person
 * @dataset: the newest picture
 * @person: index of the person
 *
 * Returns: (transfer full) (element-type ValEntry): the lines, newest first; they point into
 *   @records, which must live as long
 */
GArray *
val_entries_new (ValEntriesKind kind, GPtrArray *records, ValDataset *dataset, guint person)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (ValEntry));
  const ValPerson *who = val_dataset_person (dataset, person);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_record (entries, kind, records->pdata[i]);
  if (kind == VAL_ENTRIES_TIMELINE)
    {
      add_scores (entries, dataset, person);
      add (entries, VAL_ENTRY_STARTED, who->start, N_TIME_FILTERS, NULL, FALSE);
      add (entries, VAL_ENTRY_LEFT, who->leave, N_TIME_FILTERS, NULL, FALSE);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/**
 * val_entries_filter_label:
 * @kind: which list
 * @filter: 0 and up
 *
 * Returns: (transfer none) (nullable): what the filter is called
 */
const char *
val_entries_filter_label (ValEntriesKind kind, guint filter)
{
  static const char *const time_labels[N_TIME_FILTERS] = {
    NC_ ("filter", "Notes"),      NC_ ("filter", "Thanks"), NC_ ("filter", "Sessions"),
    NC_ ("filter", "Agreements"), NC_ ("filter", "Goals"),  NC_ ("filter", "Scores"),
  };

  switch (kind)
    {
    case VAL_ENTRIES_NOTES:
      if (filter == NOTE_FOLLOW_UP)
        return C_ ("filter", "To follow up");
      return filter < VAL_N_NOTE_KINDS ? val_note_kind_get_label ((int) filter) : NULL;
    case VAL_ENTRIES_THANKS:
      return filter == 0   ? C_ ("filter", "Given")
             : filter == 1 ? C_ ("filter", "Promised")
                           : NULL;
    case VAL_ENTRIES_SESSIONS:
      return filter <= VAL_MENTORING_MISSED ? val_mentoring_state_get_label ((int) filter) : NULL;
    case VAL_ENTRIES_TIMELINE:
      return filter < N_TIME_FILTERS ? g_dpgettext2 (NULL, "filter", time_labels[filter]) : NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- A line as an object ---- */

struct _ValEntryItem
{
  GObject parent_instance;
  GPtrArray *records; /* keeps what the entry points to */
  ValEntry entry;
};

G_DEFINE_FINAL_TYPE (ValEntryItem, val_entry_item, G_TYPE_OBJECT)

static void
val_entry_item_finalize (GObject *object)
{
  g_clear_pointer (&VAL_ENTRY_ITEM (object)->records, g_ptr_array_unref);
  G_OBJECT_CLASS (val_entry_item_parent_class)->finalize (object);
}

static void
val_entry_item_class_init (ValEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_entry_item_finalize;
}

static void
val_entry_item_init (ValEntryItem *self)
{
}

/* val_entry_item_get: (transfer none): alive as long as the item */
const ValEntry *
val_entry_item_get (ValEntryItem *self)
{
  g_return_val_if_fail (VAL_IS_ENTRY_ITEM (self), NULL);
  return &self->entry;
}

/* val_entry_item_get_records: (transfer none) (nullable): all records of the person */
GPtrArray *
val_entry_item_get_records (ValEntryItem *self)
{
  g_return_val_if_fail (VAL_IS_ENTRY_ITEM (self), NULL);
  return self->records;
}

/* ---- The list model ---- */

struct _ValEntryList
{
  GObject parent_instance;
  GPtrArray *records;
  GArray *entries; /* of ValEntry: those the filters let through */
};

static GType
get_item_type (GListModel *model)
{
  return VAL_TYPE_ENTRY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return VAL_ENTRY_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ValEntryList *self = VAL_ENTRY_LIST (model);
  ValEntryItem *item;

  if (position >= self->entries->len)
    return NULL;
  item = g_object_new (VAL_TYPE_ENTRY_ITEM, NULL);
  item->records = self->records != NULL ? g_ptr_array_ref (self->records) : NULL;
  item->entry = g_array_index (self->entries, ValEntry, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ValEntryList, val_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
val_entry_list_finalize (GObject *object)
{
  ValEntryList *self = VAL_ENTRY_LIST (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (val_entry_list_parent_class)->finalize (object);
}

static void
val_entry_list_class_init (ValEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_entry_list_finalize;
}

static void
val_entry_list_init (ValEntryList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (ValEntry));
}

/* val_entry_list_new: (transfer full): an empty list */
ValEntryList *
val_entry_list_new (void)
{
  return g_object_new (VAL_TYPE_ENTRY_LIST, NULL);
}

static gboolean
is_same_line (const ValEntry *a, const ValEntry *b)
{
  if (a->type != b->type || a->day != b->day || (a->record == NULL) != (b->record == NULL))
    return FALSE;
  return a->record == NULL || (a->record->type == b->record->type && a->record->id == b->record->id);
}

/* How many lines the two begin with are the same, or end with behind the first @skip. */
static guint
count_same (const GArray *before, const GArray *after, gboolean from_end, guint skip)
{
  guint n = MIN (before->len, after->len) - skip, same = 0;

  while (same < n
         && is_same_line (
             &g_array_index (before, ValEntry, from_end ? before->len - 1 - same : same),
             &g_array_index (after, ValEntry, from_end ? after->len - 1 - same : same)))
    same++;
  return same;
}

/**
 * val_entry_list_set:
 * @self: the list
 * @entries: (element-type ValEntry): all lines, in their order
 * @records: (nullable): what they point into
 * @filters: bits of the filters whose lines are shown; 0: all
 * @ret_first: (out) (optional): the first line that is new
 *
 * Lines at the beginning and the end that are there already are not told of, whatever they say now:
 * who shows them asks for their items again.
 *
 * Returns: how many lines are new, one after another
 */
guint
val_entry_list_set (ValEntryList *self, GArray *entries, GPtrArray *records, guint32 filters,
                    guint *ret_first)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GPtrArray) records_before = NULL;
  guint first, last;

  g_return_val_if_fail (VAL_IS_ENTRY_LIST (self), 0);

  if (records != NULL)
    g_ptr_array_ref (records);
  records_before = g_steal_pointer (&self->records);
  self->records = records;
  before = g_steal_pointer (&self->entries);
  self->entries = g_array_new (FALSE, FALSE, sizeof (ValEntry));
  for (guint i = 0; i < entries->len; i++)
    {
      const ValEntry *entry = &g_array_index (entries, ValEntry, i);

      if (filters == 0 || (entry->filters & filters))
        g_array_append_vals (self->entries, entry, 1);
    }
  first = count_same (before, self->entries, FALSE, 0);
  last = count_same (before, self->entries, TRUE, first);
  g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                              self->entries->len - first - last);
  if (ret_first != NULL)
    *ret_first = first;
  return self->entries->len - first - last;
}
