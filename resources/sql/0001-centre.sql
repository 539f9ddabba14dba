-- Schema 1: the centre, its scores, and the journal that takes changes back.
-- Weights, levels, hours and costs are whole thousandths; days count from 1970-01-01; moments are
-- seconds since 1970 in UTC. Every table has an integer key, so that the journal can name a row.

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  sha256 TEXT NOT NULL,
  at INTEGER NOT NULL,
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
  rows_stored INTEGER NOT NULL CHECK (rows_stored >= 0),
  rows_refused INTEGER NOT NULL CHECK (rows_refused >= 0),
  people_made INTEGER NOT NULL CHECK (people_made >= 0),
  -- The scores of an import have the keys first_row ... last_row and nobody else has them.
  first_row INTEGER NOT NULL DEFAULT 0,
  last_row INTEGER NOT NULL DEFAULT -1,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  next_id INTEGER REFERENCES role (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK (next_id <> id)
) STRICT;
CREATE UNIQUE INDEX role_name ON role (name);
CREATE INDEX role_next ON role (next_id) WHERE next_id IS NOT NULL;

CREATE TABLE team (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES team (id) ON DELETE SET NULL,
  leader_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK (parent_id <> id)
) STRICT;
CREATE INDEX team_parent ON team (parent_id);
CREATE INDEX team_leader ON team (leader_id) WHERE leader_id IS NOT NULL;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  team_id INTEGER REFERENCES team (id) ON DELETE SET NULL,
  role_id INTEGER REFERENCES role (id) ON DELETE SET NULL,
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  number TEXT NOT NULL,
  email TEXT NOT NULL,
  channels TEXT NOT NULL,
  languages TEXT NOT NULL,
  contract TEXT NOT NULL,
  matters TEXT NOT NULL,
  wishes TEXT NOT NULL,
  strengths TEXT NOT NULL,
  traits TEXT NOT NULL,
  leave_reason TEXT NOT NULL,
  start_day INTEGER,
  leave_day INTEGER,
  CHECK (given <> '' OR family <> '' OR number <> '')
) STRICT;
CREATE UNIQUE INDEX person_number ON person (number) WHERE number <> '';
CREATE INDEX person_team ON person (team_id);
CREATE INDEX person_role ON person (role_id);
CREATE INDEX person_import ON person (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE skill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES skill (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  category TEXT NOT NULL,
  description TEXT NOT NULL,
  target INTEGER NOT NULL CHECK (target BETWEEN 0 AND 10000),
  weight INTEGER NOT NULL CHECK (weight >= 0),
  hours_per_level INTEGER NOT NULL CHECK (hours_per_level >= 0),
  cost_per_hour INTEGER NOT NULL CHECK (cost_per_hour >= 0),
  wanted_cover INTEGER NOT NULL CHECK (wanted_cover >= 0),
  critical INTEGER NOT NULL CHECK (critical IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  text_0 TEXT, text_1 TEXT, text_2 TEXT, text_3 TEXT, text_4 TEXT, text_5 TEXT,
  text_6 TEXT, text_7 TEXT, text_8 TEXT, text_9 TEXT, text_10 TEXT,
  CHECK (parent_id <> id)
) STRICT;
CREATE INDEX skill_parent ON skill (parent_id);

CREATE TABLE requirement (
  id INTEGER PRIMARY KEY,
  role_id INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
  weight INTEGER CHECK (weight >= 0),               -- NULL: the skill's own
  target INTEGER CHECK (target BETWEEN 0 AND 10000) -- NULL: the skill's own
) STRICT;
CREATE UNIQUE INDEX requirement_pair ON requirement (role_id, skill_id);
CREATE INDEX requirement_skill ON requirement (skill_id);

-- One row per score as it was given; never overwritten. The first index holds all that readiness
-- asks for, in the order in which it asks; the key stands last in it by itself: order of entry.
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65535),
  level INTEGER CHECK (level BETWEEN 0 AND 10000), -- NULL: not applicable
  assessor INTEGER NOT NULL CHECK (assessor BETWEEN 0 AND 3),
  remark TEXT                                      -- NULL: none
) STRICT;
CREATE INDEX assessment_person ON assessment (person_id, skill_id, day);
CREATE INDEX assessment_skill ON assessment (skill_id);

-- Scores of imports that were taken back and may be asked for again.
CREATE TABLE assessment_undone (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL,
  skill_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  level INTEGER,
  assessor INTEGER NOT NULL,
  remark TEXT
) STRICT;

CREATE TABLE band (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_level INTEGER NOT NULL CHECK (from_level BETWEEN 0 AND 10),
  to_level INTEGER NOT NULL CHECK (to_level BETWEEN from_level AND 10),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  meaning TEXT NOT NULL
) STRICT;

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  at INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (body <> '')
) STRICT;
CREATE UNIQUE INDEX scenario_name ON scenario (name);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_key ON setting (key);

-- The log of changes. state 0: stands; 1: taken back and can be redone; 2: taken back for good.
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  argument TEXT,
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
  undoable INTEGER NOT NULL DEFAULT 1 CHECK (undoable IN (0, 1))
) STRICT;
CREATE INDEX change_redo ON change (id) WHERE state = 1;
CREATE INDEX change_import ON change (import_id) WHERE import_id IS NOT NULL;

-- What has to be done to turn a change round: newest row first.
-- op 1: delete the row; 2: put it back; 3: give it these values; 4: take the scores of an import
-- out; 5: put them back in. body: the row's values by column name.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
  op INTEGER NOT NULL CHECK (op BETWEEN 1 AND 5),
  kind TEXT NOT NULL,
  key INTEGER NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX journal_change ON journal (change_id);
CREATE INDEX journal_key ON journal (kind, key);
