/* val-entities.c: teams, people, roles, skills, scores, bands
 *
 * Copyright 2026 Valmius developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "val-entities.h"

#include <string.h>

#include "val-format.h"
#include "val-i18n.h"
#include "val-words.h"

G_DEFINE_QUARK (val-domain-error-quark, val_domain_error)
G_DEFINE_BOXED_TYPE (ValTeam, val_team, val_team_copy, val_team_free)
G_DEFINE_BOXED_TYPE (ValPerson, val_person, val_person_copy, val_person_free)
G_DEFINE_BOXED_TYPE (ValRole, val_role, val_role_copy, val_role_free)
G_DEFINE_BOXED_TYPE (ValSkill, val_skill, val_skill_copy, val_skill_free)
G_DEFINE_BOXED_TYPE (ValAssessment, val_assessment, val_assessment_copy, val_assessment_free)
G_DEFINE_BOXED_TYPE (ValBand, val_band, val_band_copy, val_band_free)
G_DEFINE_BOXED_TYPE (ValImport, val_import, val_import_copy, val_import_free)

/* An entity is plain values and owned strings; its strings are listed once, so that making,
 * copying and freeing one cannot disagree. */
typedef struct
{
  gsize size;
  const gsize *strings; /* offsets of char * fields that are never NULL */
  gsize n_strings;
} EntityKind;

#define ENTITY(Type, ...)                                                                         \
  static const gsize Type##_strings[] = { __VA_ARGS__ };                                          \
  static const EntityKind Type##_kind                                                             \
      = { sizeof (Type), Type##_strings, G_N_ELEMENTS (Type##_strings) }

ENTITY (ValTeam, G_STRUCT_OFFSET (ValTeam, name));
ENTITY (ValPerson, G_STRUCT_OFFSET (ValPerson, given), G_STRUCT_OFFSET (ValPerson, family),
        G_STRUCT_OFFSET (ValPerson, number), G_STRUCT_OFFSET (ValPerson, email),
        G_STRUCT_OFFSET (ValPerson, channels), G_STRUCT_OFFSET (ValPerson, languages),
        G_STRUCT_OFFSET (ValPerson, contract), G_STRUCT_OFFSET (ValPerson, matters),
        G_STRUCT_OFFSET (ValPerson, wishes), G_STRUCT_OFFSET (ValPerson, strengths),
        G_STRUCT_OFFSET (ValPerson, traits), G_STRUCT_OFFSET (ValPerson, leave_reason));
ENTITY (ValRole, G_STRUCT_OFFSET (ValRole, name));
ENTITY (ValSkill, G_STRUCT_OFFSET (ValSkill, name), G_STRUCT_OFFSET (ValSkill, category),
        G_STRUCT_OFFSET (ValSkill, description));
ENTITY (ValAssessment, G_STRUCT_OFFSET (ValAssessment, remark));
ENTITY (ValBand, G_STRUCT_OFFSET (ValBand, key), G_STRUCT_OFFSET (ValBand, name),
        G_STRUCT_OFFSET (ValBand, meaning));
ENTITY (ValImport, G_STRUCT_OFFSET (ValImport, file_name), G_STRUCT_OFFSET (ValImport, kind),
        G_STRUCT_OFFSET (ValImport, sha256));

static gpointer
entity_new (const EntityKind *kind)
{
  gpointer self = g_malloc0 (kind->size);

  for (gsize i = 0; i < kind->n_strings; i++)
    G_STRUCT_MEMBER (char *, self, kind->strings[i]) = g_strdup ("");
  return self;
}

static gpointer
entity_copy (const EntityKind *kind, gconstpointer self)
{
  gpointer copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, kind->size);
  for (gsize i = 0; i < kind->n_strings; i++)
    G_STRUCT_MEMBER (char *, copy, kind->strings[i])
        = g_strdup (G_STRUCT_MEMBER (char *, copy, kind->strings[i]));
  return copy;
}

static void
entity_free (const EntityKind *kind, gpointer self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < kind->n_strings; i++)
    g_free (G_STRUCT_MEMBER (char *, self, kind->strings[i]));
  g_free (self);
}

/**
 * val_set_string:
 * @field: a string field of a draft
 * @value: (nullable): the new text; %NULL is ""
 *
 * Replaces an owned string by a copy.
 */
void
val_set_string (char **field, const char *value)
{
  char *copy = g_strdup (value != NULL ? value : "");

  g_free (*field);
  *field = copy;
}

/**
 * val_team_new:
 *
 * Returns: (transfer full): a new team without a name
 */
ValTeam *
val_team_new (void)
{
  return entity_new (&ValTeam_kind);
}

/**
 * val_team_copy:
 * @self: a team
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValTeam *
val_team_copy (const ValTeam *self)
{
  return entity_copy (&ValTeam_kind, self);
}

/**
 * val_team_free:
 * @self: (nullable): a team
 */
void
val_team_free (ValTeam *self)
{
  entity_free (&ValTeam_kind, self);
}

/**
 * val_person_new:
 *
 * Returns: (transfer full): a new person: no names, no team, no dates
 */
ValPerson *
val_person_new (void)
{
  ValPerson *self = entity_new (&ValPerson_kind);

  self->start = VAL_DAY_NONE;
  self->leave = VAL_DAY_NONE;
  return self;
}

/**
 * val_person_copy:
 * @self: a person
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValPerson *
val_person_copy (const ValPerson *self)
{
  return entity_copy (&ValPerson_kind, self);
}

/**
 * val_person_free:
 * @self: (nullable): a person
 */
void
val_person_free (ValPerson *self)
{
  entity_free (&ValPerson_kind, self);
}

/**
 * val_person_get_name:
 * @self: a person
 *
 * Returns: (transfer full): "Given Family"; without a name the employee number
 */
char *
val_person_get_name (const ValPerson *self)
{
  return val_format_person (self->given, self->family, self->number);
}

/**
 * val_person_get_initials:
 * @self: a person
 *
 * Returns: (transfer full): at most two letters, as written: a capital of a Greek name keeps
 *   no accent to lose. The end of the number when there is no name.
 */
char *
val_person_get_initials (const ValPerson *self)
{
  GString *out = g_string_new (NULL);

  if (*self->given != '\0')
    g_string_append_unichar (out, g_utf8_get_char (self->given));
  if (*self->family != '\0')
    g_string_append_unichar (out, g_utf8_get_char (self->family));
  if (out->len == 0)
    {
      glong length = g_utf8_strlen (self->number, -1);

      g_string_append (out, g_utf8_offset_to_pointer (self->number, MAX (0, length - 2)));
    }
  return g_string_free (out, FALSE);
}

/**
 * val_person_is_active:
 * @self: a person
 * @on: a day
 *
 * Returns: whether the person has started and not left on @on. A missing date limits nothing.
 */
gboolean
val_person_is_active (const ValPerson *self, ValDay on)
{
  return (self->start == VAL_DAY_NONE || self->start <= on)
         && (self->leave == VAL_DAY_NONE || self->leave > on);
}

/**
 * val_person_validate:
 * @self: a draft
 * @error: %VAL_DOMAIN_ERROR with a translated sentence
 *
 * Returns: whether the draft can be stored
 */
gboolean
val_person_validate (const ValPerson *self, GError **error)
{
  if (*self->given == '\0' && *self->family == '\0' && *self->number == '\0')
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME,
                           _ ("Give a name or an employee number"));
      return FALSE;
    }
  if (self->start != VAL_DAY_NONE && self->leave != VAL_DAY_NONE && self->leave < self->start)
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_DATES,
                           _ ("The leaving date is before the start date"));
      return FALSE;
    }
  return TRUE;
}

/**
 * val_role_new:
 *
 * Returns: (transfer full): a new role without a name
 */
ValRole *
val_role_new (void)
{
  return entity_new (&ValRole_kind);
}

/**
 * val_role_copy:
 * @self: a role
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValRole *
val_role_copy (const ValRole *self)
{
  return entity_copy (&ValRole_kind, self);
}

/**
 * val_role_free:
 * @self: (nullable): a role
 */
void
val_role_free (ValRole *self)
{
  entity_free (&ValRole_kind, self);
}

/**
 * val_skill_new:
 *
 * Returns: (transfer full): a new skill: target 8, weight 1, 4 hours a level, not critical,
 *   wanted cover 2
 */
ValSkill *
val_skill_new (void)
{
  ValSkill *self = entity_new (&ValSkill_kind);

  self->target = 8000;
  self->weight = 1000;
  self->hours_per_level = 4000;
  self->wanted_cover = 2;
  return self;
}

/**
 * val_skill_copy:
 * @self: a skill
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValSkill *
val_skill_copy (const ValSkill *self)
{
  ValSkill *copy = entity_copy (&ValSkill_kind, self);

  if (copy != NULL)
    for (int i = 0; i < VAL_N_LEVELS; i++)
      copy->level_texts[i] = g_strdup (self->level_texts[i]);
  return copy;
}

/**
 * val_skill_free:
 * @self: (nullable): a skill
 */
void
val_skill_free (ValSkill *self)
{
  if (self != NULL)
    for (int i = 0; i < VAL_N_LEVELS; i++)
      g_free (self->level_texts[i]);
  entity_free (&ValSkill_kind, self);
}

/**
 * val_skill_validate:
 * @self: a draft
 * @error: %VAL_DOMAIN_ERROR with a translated sentence
 *
 * Returns: whether the draft can be stored
 */
gboolean
val_skill_validate (const ValSkill *self, GError **error)
{
  if (*self->name == '\0')
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_NO_NAME,
                           _ ("Give the skill a name"));
      return FALSE;
    }
  if (self->target < 0 || self->target > VAL_LEVEL_MAX || self->weight < 0
      || self->hours_per_level < 0 || self->cost_per_hour < 0 || self->wanted_cover < 0)
    {
      g_set_error_literal (error, VAL_DOMAIN_ERROR, VAL_DOMAIN_ERROR_BAD_VALUE,
                           _ ("The target lies between 0 and 10; weight, hours, cost and cover "
                              "are not negative"));
      return FALSE;
    }
  return TRUE;
}

/**
 * val_assessment_new:
 *
 * Returns: (transfer full): an empty score by the manager, without a day
 */
ValAssessment *
val_assessment_new (void)
{
  ValAssessment *self = entity_new (&ValAssessment_kind);

  self->day = VAL_DAY_NONE;
  self->level = VAL_LEVEL_NONE;
  return self;
}

/**
 * val_assessment_copy:
 * @self: a score
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValAssessment *
val_assessment_copy (const ValAssessment *self)
{
  return entity_copy (&ValAssessment_kind, self);
}

/**
 * val_assessment_free:
 * @self: (nullable): a score
 */
void
val_assessment_free (ValAssessment *self)
{
  entity_free (&ValAssessment_kind, self);
}

static const ValWord assessors[] = {
  [VAL_ASSESSOR_MANAGER] = { "manager", "assessor", NC_ ("assessor", "manager") },
  [VAL_ASSESSOR_SELF] = { "self", "assessor", NC_ ("assessor", "self") },
  [VAL_ASSESSOR_PEER] = { "peer", "assessor", NC_ ("assessor", "peer") },
  [VAL_ASSESSOR_AUDIT] = { "audit", "assessor", NC_ ("assessor", "audit") },
};

/**
 * val_assessor_to_key:
 * @assessor: who assessed
 *
 * Returns: (transfer none): the word that files use
 */
const char *
val_assessor_to_key (ValAssessor assessor)
{
  g_return_val_if_fail ((guint) assessor < G_N_ELEMENTS (assessors), NULL);
  return val_words_key (VAL_WORDS (assessors), (int) assessor);
}

/**
 * val_assessor_from_key:
 * @key: (nullable): a word from a file
 * @ret_assessor: (out): who assessed
 *
 * Returns: whether @key is one of the four words
 */
gboolean
val_assessor_from_key (const char *key, ValAssessor *ret_assessor)
{
  int number;

  if (!val_words_find (VAL_WORDS (assessors), key, &number))
    return FALSE;
  *ret_assessor = (ValAssessor) number;
  return TRUE;
}

/**
 * val_assessor_get_label:
 * @assessor: who assessed
 *
 * Returns: (transfer none): the translated word
 */
const char *
val_assessor_get_label (ValAssessor assessor)
{
  return val_words_label (VAL_WORDS (assessors), (int) assessor);
}

/**
 * val_band_new:
 *
 * Returns: (transfer full): a band of level 0 alone without a name
 */
ValBand *
val_band_new (void)
{
  return entity_new (&ValBand_kind);
}

/**
 * val_band_copy:
 * @self: a band
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValBand *
val_band_copy (const ValBand *self)
{
  return entity_copy (&ValBand_kind, self);
}

/**
 * val_band_free:
 * @self: (nullable): a band
 */
void
val_band_free (ValBand *self)
{
  entity_free (&ValBand_kind, self);
}

/* The bands that every new centre begins with: PRODUCT R3. */
static const struct
{
  const char *key;
  int from;
  int to;
} default_bands[] = {
  { "starting", 0, 4 },
  { "developing", 5, 6 },
  { "proficient", 7, 8 },
  { "expert", 9, 10 },
};

/**
 * val_band_get_name:
 * @self: a band
 *
 * Returns: (transfer none): its own name, or the translated one of a default band
 */
const char *
val_band_get_name (const ValBand *self)
{
  if (*self->name != '\0')
    return self->name;
  if (strcmp (self->key, "starting") == 0)
    /* Translators: the four groups of people by level; plural, as in “4 starting” */
    return C_ ("band", "starting");
  if (strcmp (self->key, "developing") == 0)
    return C_ ("band", "developing");
  if (strcmp (self->key, "proficient") == 0)
    return C_ ("band", "proficient");
  if (strcmp (self->key, "expert") == 0)
    return C_ ("band", "expert");
  return self->key;
}

/**
 * val_band_get_meaning:
 * @self: a band
 *
 * Returns: (transfer none): what its people can do, in a translated sentence or the user's own
 *   words; "" when nothing was said
 */
const char *
val_band_get_meaning (const ValBand *self)
{
  if (*self->meaning != '\0')
    return self->meaning;
  if (strcmp (self->key, "starting") == 0)
    return _ ("Learning the work: serves simple contacts with somebody at hand.");
  if (strcmp (self->key, "developing") == 0)
    return _ ("Serves everyday contacts alone and asks about the rare ones.");
  if (strcmp (self->key, "proficient") == 0)
    return _ ("Serves all kinds of contacts alone, the difficult ones too.");
  if (strcmp (self->key, "expert") == 0)
    return _ ("Solves what others cannot and can teach them.");
  return "";
}

/**
 * val_band_get_id_name:
 * @self: a band
 *
 * Returns: (transfer none): the name for files: its own, or the English key of a default band
 */
const char *
val_band_get_id_name (const ValBand *self)
{
  return *self->name != '\0' ? self->name : self->key;
}

/**
 * val_bands_new_default:
 *
 * Returns: (transfer full) (element-type ValBand): the default bands, lowest first
 */
GPtrArray *
val_bands_new_default (void)
{
  GPtrArray *bands = g_ptr_array_new_with_free_func ((GDestroyNotify) val_band_free);

  for (gsize i = 0; i < G_N_ELEMENTS (default_bands); i++)
    {
      ValBand *band = val_band_new ();

      band->id = (gint64) i + 1;
      band->from = default_bands[i].from;
      band->to = default_bands[i].to;
      val_set_string (&band->key, default_bands[i].key);
      g_ptr_array_add (bands, band);
    }
  return bands;
}

/**
 * val_import_new:
 *
 * Returns: (transfer full): an empty record of an import
 */
ValImport *
val_import_new (void)
{
  return entity_new (&ValImport_kind);
}

/**
 * val_import_copy:
 * @self: a record of an import
 *
 * Returns: (transfer full): a copy, with the same id
 */
ValImport *
val_import_copy (const ValImport *self)
{
  return entity_copy (&ValImport_kind, self);
}

/**
 * val_import_free:
 * @self: (nullable): a record of an import
 */
void
val_import_free (ValImport *self)
{
  entity_free (&ValImport_kind, self);
}
