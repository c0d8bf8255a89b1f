-- The record of the accepting party. What binds is append-only: triggers refuse UPDATE and DELETE.
CREATE TABLE source (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  bytes       BLOB NOT NULL,
  size        INTEGER NOT NULL CHECK (size = length(bytes)),
  sha256      TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  origin      TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

-- What the person did with a source after import; the source itself never changes.
CREATE TABLE source_reading (
  source_id   TEXT PRIMARY KEY REFERENCES source (id),
  state       TEXT NOT NULL CHECK (state IN ('pending', 'saved', 'set-aside', 'unreadable')),
  encoding    TEXT,
  choices     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(choices)),
  refusal     TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
  updated_at  TEXT NOT NULL
) STRICT;

CREATE TABLE agreement (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  provider   TEXT,
  kind       TEXT NOT NULL,
  origin     TEXT NOT NULL DEFAULT 'own',
  annex_of   TEXT REFERENCES agreement (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE version (
  id             TEXT PRIMARY KEY,
  agreement_id   TEXT NOT NULL REFERENCES agreement (id),
  ordinal        INTEGER NOT NULL CHECK (ordinal >= 1),
  title          TEXT NOT NULL,
  fingerprint    TEXT NOT NULL CHECK (length(fingerprint) = 64),
  source_id      TEXT NOT NULL REFERENCES source (id),
  canonical_text TEXT NOT NULL,
  document       TEXT NOT NULL CHECK (json_valid(document)),
  conspicuous    INTEGER NOT NULL,
  annex_of       TEXT REFERENCES version (id),
  saved_at       TEXT NOT NULL,
  UNIQUE (agreement_id, ordinal)
) STRICT;
CREATE INDEX version_fingerprint ON version (fingerprint);
CREATE INDEX version_source ON version (source_id);
CREATE INDEX version_annex ON version (annex_of);

CREATE TABLE clause (
  row        INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES version (id),
  clause_id  TEXT NOT NULL,
  ordinal    INTEGER NOT NULL
) STRICT;
CREATE INDEX clause_version ON clause (version_id, ordinal);

-- One token a Chinese character, so that a phrase query finds words of any length, two characters included.
CREATE VIRTUAL TABLE clause_words USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);

CREATE TABLE review (
  version_id   TEXT PRIMARY KEY REFERENCES version (id),
  started_at   TEXT NOT NULL,
  observations TEXT NOT NULL CHECK (json_valid(observations)),
  updated_at   TEXT NOT NULL
) STRICT;

CREATE TABLE acceptance (
  id          TEXT PRIMARY KEY,
  version_id  TEXT NOT NULL REFERENCES version (id),
  decision    TEXT NOT NULL CHECK (decision IN ('accepted', 'declined', 'set-aside')),
  record      TEXT NOT NULL CHECK (json_valid(record)),
  decided_at  TEXT NOT NULL
) STRICT;
CREATE INDEX acceptance_version ON acceptance (version_id, decided_at);

-- Every file that is kept beside a record: PDFs, scans, pictures of clauses, authorisation letters.
CREATE TABLE attachment (
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  kept_at    TEXT NOT NULL
) STRICT;

CREATE TABLE ledger (
  sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE,
  entry    TEXT NOT NULL CHECK (json_valid(entry))
) STRICT;
CREATE INDEX ledger_subject ON ledger (subject, sequence);

-- Papers, notices, orders, outages, requests for explanation: a body whose shape its desk parses, and the columns that are asked for.
CREATE TABLE paper (
  id         TEXT PRIMARY KEY,
  desk       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  subject    TEXT,
  state      TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX paper_desk ON paper (desk, kind, created_at);
CREATE INDEX paper_subject ON paper (subject);

CREATE TABLE setting (
  name       TEXT PRIMARY KEY,
  value      TEXT NOT NULL CHECK (json_valid(value)),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER source_fixed     BEFORE UPDATE ON source     BEGIN SELECT RAISE(ABORT, 'append-only: source'); END;
CREATE TRIGGER source_kept      BEFORE DELETE ON source     BEGIN SELECT RAISE(ABORT, 'append-only: source'); END;
CREATE TRIGGER version_fixed    BEFORE UPDATE ON version    BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;
CREATE TRIGGER version_kept     BEFORE DELETE ON version    BEGIN SELECT RAISE(ABORT, 'append-only: version'); END;
CREATE TRIGGER acceptance_fixed BEFORE UPDATE ON acceptance BEGIN SELECT RAISE(ABORT, 'append-only: acceptance'); END;
CREATE TRIGGER acceptance_kept  BEFORE DELETE ON acceptance BEGIN SELECT RAISE(ABORT, 'append-only: acceptance'); END;
CREATE TRIGGER attachment_fixed BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'append-only: attachment'); END;
CREATE TRIGGER attachment_kept  BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'append-only: attachment'); END;
CREATE TRIGGER ledger_fixed     BEFORE UPDATE ON ledger     BEGIN SELECT RAISE(ABORT, 'append-only: ledger'); END;
CREATE TRIGGER ledger_kept      BEFORE DELETE ON ledger     BEGIN SELECT RAISE(ABORT, 'append-only: ledger'); END;
