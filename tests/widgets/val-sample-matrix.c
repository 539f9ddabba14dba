/* val-sample-matrix.c: a matrix of any size, worked out instead of kept
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-sample-matrix.h"

struct _ValSampleMatrix
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  GHashTable *set; /* row << 12 | column -> level + 10 */
  GString *edits;
  guint n_calls;
  char name[64];
};

static void iface_init (ValMatrixModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ValSampleMatrix, val_sample_matrix, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (VAL_TYPE_MATRIX_MODEL, iface_init))

static const char *const skills[]
    = { "Product", "Industry", "Listening", "Understanding needs", "Giving time",
        "Keeping promises", "Calm with difficult customers", "Negotiation and sales", "Tools",
        "Patience", "Empathy", "Returns abroad" };
static const char *const people[]
    = { "Anna Nowak", "Jan Wiśniewski", "Maria Kowalska", "Ελένη Παπαδοπούλου",
        "Γιώργος Νικολάου", "Pekka Äijälä", "Åsa Östman", "Olga Zielińska" };

static guint
get_n_rows (ValMatrixModel *model)
{
  return VAL_SAMPLE_MATRIX (model)->n_rows;
}

static guint
get_n_columns (ValMatrixModel *model)
{
  return VAL_SAMPLE_MATRIX (model)->n_columns;
}

/* Columns 2 to 5 are a group; what stands before and behind them is none. */
static guint
get_n_groups (ValMatrixModel *model)
{
  return VAL_SAMPLE_MATRIX (model)->n_columns > 6 ? 3 : 1;
}

static void
get_group (ValMatrixModel *model, guint group, const char **ret_name, guint *ret_first,
           guint *ret_n)
{
  static const guint starts[] = { 0, 2, 6 };
  guint n = get_n_columns (model);

  *ret_name = group == 1 ? "communication" : "";
  *ret_first = starts[group];
  *ret_n = (group == 2 || n <= 6 ? n : starts[group + 1]) - starts[group];
}

static const char *
get_row_name (ValMatrixModel *model, guint row)
{
  ValSampleMatrix *self = VAL_SAMPLE_MATRIX (model);

  if (row < G_N_ELEMENTS (people))
    return people[row];
  g_snprintf (self->name, sizeof self->name, "%s %u", people[row % G_N_ELEMENTS (people)], row);
  return self->name;
}

static const char *
get_column_name (ValMatrixModel *model, guint column)
{
  ValSampleMatrix *self = VAL_SAMPLE_MATRIX (model);

  if (column < G_N_ELEMENTS (skills))
    return skills[column];
  g_snprintf (self->name, sizeof self->name, "%s %u", skills[column % G_N_ELEMENTS (skills)],
              column);
  return self->name;
}

static gboolean
column_is_critical (ValMatrixModel *model, guint column)
{
  return column == 11;
}

static ValMatrixCell
make_cell (ValSampleMatrix *self, guint row, guint column)
{
  guint hash = (row * 2654435761u + column * 40503u) >> 7;
  gpointer set = g_hash_table_lookup (self->set, GUINT_TO_POINTER (row << 12 | column));
  ValMatrixCell cell = { (ValLevel) (hash % 11) * 1000, 0 };

  if (hash % 53 == 0)
    cell.level = VAL_LEVEL_NONE;
  else if (hash % 59 == 0)
    cell.level = VAL_LEVEL_NOT_APPLICABLE;
  else if (hash % 31 == 0)
    cell.flags = VAL_MATRIX_CELL_OLD;
  else if (hash % 37 == 0)
    cell.flags = VAL_MATRIX_CELL_SELF;
  if (set != NULL)
    {
      cell.level = GPOINTER_TO_INT (set) - 10;
      cell.flags = 0;
    }
  return cell;
}

static void
get_cells (ValMatrixModel *model, guint row, guint first, guint n, ValMatrixCell *cells)
{
  for (guint i = 0; i < n; i++)
    cells[i] = make_cell (VAL_SAMPLE_MATRIX (model), row, first + i);
}

static ValLevel
get_fold (ValMatrixModel *model, guint row, guint group)
{
  return (ValLevel) (row * 370 % 10000);
}

static ValLevel
get_row_summary (ValMatrixModel *model, guint row)
{
  return (ValLevel) (4000 + row * 730 % 5000);
}

static gboolean
get_column_summary (ValMatrixModel *model, guint column, guint *ret_at_target, guint *ret_wanted)
{
  *ret_at_target = column == 11 ? 2 : 6 + column;
  *ret_wanted = 4;
  return TRUE;
}

static char *
dup_cell_text (ValMatrixModel *model, guint row, int column, guint group)
{
  ValMatrixCell cell = { VAL_LEVEL_NONE, 0 };

  if (column >= 0)
    cell = make_cell (VAL_SAMPLE_MATRIX (model), row, (guint) column);
  return g_strdup_printf ("row %u column %d level %d", row, column, cell.level);
}

static void
edit (ValMatrixModel *model, const ValMatrixEdit *edits, guint n_edits)
{
  ValSampleMatrix *self = VAL_SAMPLE_MATRIX (model);

  self->n_calls++;
  g_string_truncate (self->edits, 0);
  for (guint i = 0; i < n_edits; i++)
    {
      g_string_append_printf (self->edits, "%s%u,%u=%d", i > 0 ? " " : "", edits[i].row,
                              edits[i].column, edits[i].level);
      g_hash_table_insert (self->set, GUINT_TO_POINTER (edits[i].row << 12 | edits[i].column),
                           GINT_TO_POINTER (edits[i].level + 10));
    }
  val_matrix_model_changed (model, VAL_MATRIX_CHANGED_CELLS);
}

static void
iface_init (ValMatrixModelInterface *iface)
{
  VAL_MATRIX_MODEL_FILL (iface);
}

static void
val_sample_matrix_finalize (GObject *object)
{
  ValSampleMatrix *self = VAL_SAMPLE_MATRIX (object);

  g_hash_table_unref (self->set);
  g_string_free (self->edits, TRUE);
  G_OBJECT_CLASS (val_sample_matrix_parent_class)->finalize (object);
}

static void
val_sample_matrix_class_init (ValSampleMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = val_sample_matrix_finalize;
}

static void
val_sample_matrix_init (ValSampleMatrix *self)
{
  self->set = g_hash_table_new (NULL, NULL);
  self->edits = g_string_new (NULL);
}

ValMatrixModel *
val_sample_matrix_new (guint n_rows, guint n_columns)
{
  ValSampleMatrix *self = g_object_new (VAL_TYPE_SAMPLE_MATRIX, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  return VAL_MATRIX_MODEL (self);
}

const char *
val_sample_matrix_get_edits (ValSampleMatrix *self)
{
  return self->edits->str;
}

guint
val_sample_matrix_get_n_calls (ValSampleMatrix *self)
{
  return self->n_calls;
}

ValLevel
val_sample_matrix_level (ValSampleMatrix *self, guint row, guint column)
{
  return make_cell (self, row, column).level;
}
