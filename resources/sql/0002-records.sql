-- Schema 2: what is written about people, and the index that finds it.
-- Columns of records follow app/domain/val-record-fields.c. Days count from 1970-01-01; times of
-- day are minutes after midnight; costs are thousandths of the centre's currency.

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  at INTEGER NOT NULL,
  skill_id INTEGER REFERENCES skill (id) ON DELETE SET NULL,
  contact TEXT NOT NULL,
  follow_day INTEGER CHECK (follow_day BETWEEN 0 AND 65534),
  follow_done INTEGER CHECK (follow_done BETWEEN 0 AND 65534),
  text TEXT NOT NULL,
  remark TEXT NOT NULL,
  on_content INTEGER NOT NULL CHECK (on_content BETWEEN 0 AND 3),
  on_manner INTEGER NOT NULL CHECK (on_manner BETWEEN 0 AND 3),
  CHECK (text <> '' OR remark <> '')
) STRICT;
-- Holds all that an event needs, so that the texts are not read at the start.
CREATE INDEX note_person ON note (person_id, day, kind, follow_day, follow_done);
CREATE INDEX note_skill ON note (skill_id) WHERE skill_id IS NOT NULL;
CREATE INDEX note_import ON note (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE recognition_kind (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  CHECK (key <> '' OR name <> '')
) STRICT;

CREATE TABLE recognition_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  kind_id INTEGER REFERENCES recognition_kind (id) ON DELETE SET NULL,
  giver TEXT NOT NULL,
  team_id INTEGER REFERENCES team (id) ON DELETE SET NULL,
  every_days INTEGER NOT NULL CHECK (every_days >= 0),
  cost INTEGER NOT NULL CHECK (cost >= 0),
  day INTEGER CHECK (day BETWEEN 0 AND 65534),
  suspended INTEGER NOT NULL CHECK (suspended IN (0, 1))
) STRICT;
CREATE INDEX recognition_rule_kind ON recognition_rule (kind_id) WHERE kind_id IS NOT NULL;
CREATE INDEX recognition_rule_team ON recognition_rule (team_id) WHERE team_id IS NOT NULL;

CREATE TABLE recognition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  kind_id INTEGER REFERENCES recognition_kind (id) ON DELETE SET NULL,
  rule_id INTEGER REFERENCES recognition_rule (id) ON DELETE SET NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  due_day INTEGER CHECK (due_day BETWEEN 0 AND 65534),
  promised INTEGER NOT NULL CHECK (promised IN (0, 1)),
  text TEXT NOT NULL CHECK (text <> ''),
  value TEXT NOT NULL,
  cost INTEGER NOT NULL CHECK (cost >= 0),
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX recognition_person ON recognition (person_id, day, due_day, promised);
CREATE INDEX recognition_by_kind ON recognition (kind_id) WHERE kind_id IS NOT NULL;
CREATE INDEX recognition_by_rule ON recognition (rule_id) WHERE rule_id IS NOT NULL;
CREATE INDEX recognition_import ON recognition (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE coaching_phase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 6),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  end_day INTEGER CHECK (end_day BETWEEN 0 AND 65534),
  text TEXT NOT NULL,
  resistance TEXT NOT NULL
) STRICT;
CREATE INDEX coaching_phase_person ON coaching_phase (person_id);

CREATE TABLE mentoring (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
  planned_day INTEGER CHECK (planned_day BETWEEN 0 AND 65534),
  planned_minute INTEGER CHECK (planned_minute BETWEEN 0 AND 1439),
  held_day INTEGER CHECK (held_day BETWEEN 0 AND 65534),
  held_minute INTEGER CHECK (held_minute BETWEEN 0 AND 1439),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  agenda TEXT NOT NULL,
  words TEXT NOT NULL,
  said_back INTEGER NOT NULL CHECK (said_back IN (0, 1)),
  text TEXT NOT NULL,
  remark TEXT NOT NULL,
  usefulness INTEGER CHECK (usefulness BETWEEN 0 AND 10),
  aim_skill_id INTEGER REFERENCES skill (id) ON DELETE SET NULL,
  aim_level INTEGER CHECK (aim_level BETWEEN 0 AND 10000),
  aim_day INTEGER CHECK (aim_day BETWEEN 0 AND 65534),
  aim_before INTEGER CHECK (aim_before BETWEEN 0 AND 10000),
  phase_id INTEGER REFERENCES coaching_phase (id) ON DELETE SET NULL,
  with_manager INTEGER NOT NULL CHECK (with_manager IN (0, 1)),
  CHECK (planned_day IS NOT NULL OR held_day IS NOT NULL),
  CHECK (state <> 1 OR held_day IS NOT NULL)
) STRICT;
CREATE INDEX mentoring_day ON mentoring (ifnull (held_day, planned_day));
CREATE INDEX mentoring_skill ON mentoring (aim_skill_id) WHERE aim_skill_id IS NOT NULL;
CREATE INDEX mentoring_phase ON mentoring (phase_id) WHERE phase_id IS NOT NULL;

-- Who takes part. A session nobody is left of stays until it is deleted.
CREATE TABLE mentoring_person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mentoring_id INTEGER NOT NULL REFERENCES mentoring (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX mentoring_person_pair ON mentoring_person (mentoring_id, person_id);
CREATE INDEX mentoring_person_person ON mentoring_person (person_id);

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  mentoring_id INTEGER REFERENCES mentoring (id) ON DELETE SET NULL,
  done_mentoring_id INTEGER REFERENCES mentoring (id) ON DELETE SET NULL,
  mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
  text TEXT NOT NULL CHECK (text <> ''),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  due_day INTEGER CHECK (due_day BETWEEN 0 AND 65534),
  done_day INTEGER CHECK (done_day BETWEEN 0 AND 65534),
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1))
) STRICT;
CREATE INDEX agreement_person ON agreement (person_id, day, due_day, done_day, mine);
CREATE INDEX agreement_mentoring ON agreement (mentoring_id) WHERE mentoring_id IS NOT NULL;
CREATE INDEX agreement_done_mentoring ON agreement (done_mentoring_id)
  WHERE done_mentoring_id IS NOT NULL;

CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  skill_id INTEGER REFERENCES skill (id) ON DELETE SET NULL,
  level INTEGER CHECK (level BETWEEN 0 AND 10000),
  before INTEGER CHECK (before BETWEEN 0 AND 10000),
  indicator TEXT NOT NULL,
  value TEXT NOT NULL,
  text TEXT NOT NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  due_day INTEGER CHECK (due_day BETWEEN 0 AND 65534),
  done_day INTEGER CHECK (done_day BETWEEN 0 AND 65534),
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1))
) STRICT;
CREATE INDEX goal_person ON goal (person_id, day, due_day, done_day, dropped);
CREATE INDEX goal_skill ON goal (skill_id) WHERE skill_id IS NOT NULL;

CREATE TABLE goal_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  partner TEXT NOT NULL,
  done_day INTEGER CHECK (done_day BETWEEN 0 AND 65534)
) STRICT;
CREATE INDEX goal_step_goal ON goal_step (goal_id);
CREATE INDEX goal_step_person ON goal_step (person_id);

CREATE TABLE cadence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
  team_id INTEGER REFERENCES team (id) ON DELETE CASCADE,
  every_days INTEGER NOT NULL CHECK (every_days >= 0),
  amber_days INTEGER NOT NULL CHECK (amber_days >= every_days),
  red_days INTEGER NOT NULL CHECK (red_days >= amber_days),
  CHECK (person_id IS NULL OR team_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX cadence_whose ON cadence (ifnull (person_id, 0), ifnull (team_id, 0));
CREATE INDEX cadence_team ON cadence (team_id) WHERE team_id IS NOT NULL;

-- Text that is being typed. Not part of any change: it is there until its record is saved.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_key ON draft (key);

-- What full-text search looks into: one row per record that holds a text, folded by the program.
-- kind and key name the record; it is filled in the transaction that writes the record. The id
-- rises with the day, so that the newest come first without sorting: day << 20 | a number, people
-- above all days.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  key INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_text_record ON search_text (kind, key);
-- Where in a text a word stands is not kept: half of the room goes to prefixes of one to three
-- letters instead, which answer a keystroke a hundred times sooner.
CREATE VIRTUAL TABLE search USING fts5 (
  folded, content = 'search_text', content_rowid = 'id', prefix = '1 2 3', detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);
