/* val-scorecard-rows.c: whom a scorecard is about
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "val-scorecard-private.h"

/* val_lines_clear: frees what @lines holds */
void
val_lines_clear (ValLines *lines)
{
  g_free (lines->of_label);
  g_clear_pointer (&lines->labels, g_array_unref);
}

/* val_lines_init: people, then unmatched agents, then those without an agent, teams, the centre */
void
val_lines_init (ValLines *lines, ValDataset *dataset)
{
  guint n = val_dataset_n_records (dataset, VAL_RECORD_LABEL), person;
  const ValRecord *last = n > 0 ? val_dataset_record (dataset, VAL_RECORD_LABEL, n - 1) : NULL;

  lines->label_line = val_dataset_n_people (dataset);
  lines->labels = g_array_new (FALSE, FALSE, sizeof (gint64));
  lines->n_labels = last != NULL ? (guint) last->id + 1 : 1;
  lines->of_label = g_new (guint, lines->n_labels + 1);
  memset (lines->of_label, 0xff, (lines->n_labels + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      const ValContactLabel *label = val_dataset_record (dataset, VAL_RECORD_LABEL, i);

      if (label->kind != VAL_LABEL_AGENT)
        continue;
      if (val_dataset_find_person (dataset, label->record.person_id, &person))
        lines->of_label[label->record.id] = person;
      else
        {
          lines->of_label[label->record.id] = lines->label_line + lines->labels->len;
          g_array_append_val (lines->labels, label->record.id);
        }
    }
  lines->none_line = lines->label_line + lines->labels->len;
  for (guint i = 0; i <= lines->n_labels; i++)
    if (lines->of_label[i] == G_MAXUINT)
      lines->of_label[i] = lines->none_line;
  lines->team_line = lines->none_line + 1;
  lines->centre_line = lines->team_line + val_dataset_n_teams (dataset);
}

static gboolean
has_data (const ValScorecard *self, guint line)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (self->measures[i][(gsize) self->current * self->n_lines + line].rows > 0)
      return TRUE;
  return FALSE;
}

/* Who worked there for a day at least or has a value, in the team that is asked for. */
static gboolean
is_peer (const ValScorecard *self, guint line)
{
  const ValScorecardQuery *query = &self->query;
  const ValPerson *person = val_dataset_person (self->dataset, line);
  gboolean there = (person->start == VAL_DAY_NONE || person->start <= query->to)
                   && (person->leave == VAL_DAY_NONE || person->leave > query->from);

  return (there || has_data (self, line))
         && (query->team_id == 0
             || val_dataset_team_within (self->dataset, person->team_id, query->team_id));
}

static void
show_row (ValScorecard *self, ValScoreRowKind kind, gint64 id, guint line)
{
  const ValScoreRow row = { kind, id };

  self->lines[self->rows->len] = line;
  g_array_append_val (self->rows, row);
}

/* The peers, and of them the person who is asked for; agents nobody was matched to. */
static void
show_people (ValScorecard *self, const ValLines *lines, GHashTable *teams)
{
  const ValScorecardQuery *query = &self->query;

  for (guint line = 0; line < lines->label_line; line++)
    {
      const ValPerson *person = val_dataset_person (self->dataset, line);

      if (!is_peer (self, line))
        continue;
      g_array_append_val (self->peers, line);
      if (query->person_id != 0 && query->person_id != person->id)
        continue;
      show_row (self, VAL_SCORE_ROW_PERSON, person->id, line);
      g_hash_table_add (teams, GINT_TO_POINTER ((int) person->team_id));
    }
  for (guint i = 0; query->team_id == 0 && i < lines->labels->len; i++)
    {
      guint line = lines->label_line + i;

      if (!has_data (self, line))
        continue;
      g_array_append_val (self->peers, line);
      if (query->person_id == 0)
        show_row (self, VAL_SCORE_ROW_LABEL, g_array_index (lines->labels, gint64, i), line);
    }
}

/* val_scorecard_show_rows: people, teams of these people, and the centre */
void
val_scorecard_show_rows (ValScorecard *self, const ValLines *lines)
{
  const ValScorecardQuery *query = &self->query;
  g_autoptr (GHashTable) teams = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_teams = val_dataset_n_teams (self->dataset);

  self->rows = g_array_new (FALSE, FALSE, sizeof (ValScoreRow));
  self->peers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_new0 (guint, self->n_lines);
  show_people (self, lines, teams);
  self->n_people = self->rows->len;
  for (guint t = 0; t < n_teams; t++)
    {
      gint64 id = val_dataset_team (self->dataset, t)->id;
      gboolean shown = id == query->team_id;
      GHashTableIter iter;
      gpointer of_person;

      g_hash_table_iter_init (&iter, teams);
      while (g_hash_table_iter_next (&iter, &of_person, NULL))
        shown |= val_dataset_team_within (self->dataset, GPOINTER_TO_INT (of_person), id)
                 && (query->team_id == 0
                     || val_dataset_team_within (self->dataset, id, query->team_id));
      if (shown)
        show_row (self, VAL_SCORE_ROW_TEAM, id, lines->team_line + t);
    }
  show_row (self, VAL_SCORE_ROW_CENTRE, 0, lines->centre_line);
}
