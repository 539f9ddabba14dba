-- Schema 3: indicators, what they are measured by, and forecasts.
-- Values, targets and floors are thousandths of the indicator's unit (a percentage of 87.5 is
-- 87500, 67.5 seconds are 67500); weights are thousandths; days count from 1970-01-01; times of
-- day in the centre's own clock.

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  unit INTEGER NOT NULL CHECK (unit BETWEEN 0 AND 7),
  formula INTEGER NOT NULL CHECK (formula BETWEEN 0 AND 15),
  variant INTEGER NOT NULL CHECK (variant BETWEEN 0 AND 4),
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 3),
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1)),
  min_n INTEGER NOT NULL CHECK (min_n >= 0),
  position INTEGER NOT NULL,
  start_day INTEGER CHECK (start_day BETWEEN 0 AND 65534),
  suspended_day INTEGER CHECK (suspended_day BETWEEN 0 AND 65534),
  decides TEXT NOT NULL,
  proposes TEXT NOT NULL,
  approves TEXT NOT NULL,
  introduces TEXT NOT NULL,
  suspends TEXT NOT NULL,
  reasons_for TEXT NOT NULL,
  reasons_against TEXT NOT NULL,
  CHECK (key <> '' OR name <> '')
) STRICT;

-- What an indicator was wanted to be, and how much it counted, from a day on. Never overwritten by
-- a later one: the index of a past month is worked out with the terms of that month.
CREATE TABLE indicator_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  floor INTEGER NOT NULL,
  target INTEGER NOT NULL,
  weight INTEGER NOT NULL CHECK (weight >= 0),
  reason TEXT NOT NULL,
  CHECK (floor <> target)
) STRICT;
CREATE UNIQUE INDEX indicator_term_day ON indicator_term (indicator_id, day);

-- Values that were entered or imported; those out of contacts are worked out when they are asked
-- for. Rows of an import have keys in the range of that import and do not count while it is undone.
CREATE TABLE indicator_value (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id) ON DELETE CASCADE,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  value INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0) -- how many cases it was made of; 0: not known
) STRICT;
CREATE INDEX indicator_value_person ON indicator_value (person_id, indicator_id, day);
CREATE INDEX indicator_value_indicator ON indicator_value (indicator_id);

-- Agents (0), channels (1) and topics (2) as the telephone system or help desk writes them. An
-- agent is matched to a person here, once for all contacts, and may stay unmatched.
CREATE TABLE contact_label (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK (person_id IS NULL OR kind = 0)
) STRICT;
CREATE UNIQUE INDEX contact_label_name ON contact_label (kind, name);
CREATE INDEX contact_label_person ON contact_label (person_id) WHERE person_id IS NOT NULL;

-- One row per contact. The keys of an import are the range of that import and nobody else's; they
-- do not count while it is undone. Labels are not references: a bulk of millions could not afford
-- to look each of them up, and they are never deleted while a contact has them.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  second INTEGER CHECK (second BETWEEN 0 AND 86399),
  agent INTEGER,
  channel INTEGER,
  topic INTEGER,
  answered INTEGER CHECK (answered IN (0, 1)),
  resolved INTEGER CHECK (resolved IN (0, 1)),
  wait INTEGER CHECK (wait >= 0), -- seconds
  talk INTEGER CHECK (talk >= 0), -- seconds
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1000 AND 5000),
  difficult INTEGER CHECK (difficult BETWEEN 0 AND 4), -- 0: no; 1: yes; 2 ... 4: yes, and why
  reference TEXT                                       -- its number in the other system
) STRICT;
CREATE INDEX contact_agent ON contact (agent, day);

-- A forecast as it stood when it was made, or intervals that another system counted.
CREATE TABLE forecast (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER REFERENCES import (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534), -- made on
  at INTEGER NOT NULL,
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 1 AND 1440),
  variant INTEGER NOT NULL CHECK (variant BETWEEN 0 AND 4), -- formula of its service level
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX forecast_import ON forecast (import_id) WHERE import_id IS NOT NULL;

-- Counts are thousandths, service levels thousandths of a percent, handle times thousandths of a
-- second. forecast_id is no reference: a version that is deleted and asked for again finds its
-- rows; they go when it can no longer be asked for.
CREATE TABLE forecast_interval (
  id INTEGER PRIMARY KEY,
  forecast_id INTEGER NOT NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 65534),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  forecast INTEGER CHECK (forecast >= 0),
  actual INTEGER CHECK (actual >= 0),
  answered INTEGER CHECK (answered >= 0),
  service_level INTEGER CHECK (service_level BETWEEN 0 AND 100000),
  handle_time INTEGER CHECK (handle_time >= 0)
) STRICT;
CREATE UNIQUE INDEX forecast_interval_place ON forecast_interval (forecast_id, day, minute);

ALTER TABLE note ADD COLUMN indicator_id INTEGER REFERENCES indicator (id) ON DELETE SET NULL;
CREATE INDEX note_indicator ON note (indicator_id) WHERE indicator_id IS NOT NULL;
ALTER TABLE mentoring ADD COLUMN aim_indicator_id INTEGER REFERENCES indicator (id)
  ON DELETE SET NULL;
ALTER TABLE mentoring ADD COLUMN aim_value INTEGER;
ALTER TABLE mentoring ADD COLUMN aim_stood INTEGER; -- when the session was planned
CREATE INDEX mentoring_indicator ON mentoring (aim_indicator_id)
  WHERE aim_indicator_id IS NOT NULL;
ALTER TABLE goal ADD COLUMN indicator_id INTEGER REFERENCES indicator (id) ON DELETE SET NULL;
ALTER TABLE goal ADD COLUMN wanted INTEGER;
ALTER TABLE goal ADD COLUMN stood INTEGER; -- when it was set
CREATE INDEX goal_indicator ON goal (indicator_id) WHERE indicator_id IS NOT NULL;
