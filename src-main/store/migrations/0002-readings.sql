-- Words apart from what is understood of them, rows that lists read apart from texts, and every revision of what binds.

-- `passed(x)` is x: it counts one more row for the person who waits.

-- The words of a version. `form` numbers the canonical form they were saved in.
CREATE TABLE version_text (
  version_id     TEXT PRIMARY KEY REFERENCES version (id),
  form           INTEGER NOT NULL CHECK (form >= 1),
  canonical_text TEXT NOT NULL
) STRICT;
INSERT INTO version_text (version_id, form, canonical_text) SELECT id, 1, passed(canonical_text) FROM version;

-- What a reader understood of a version: structure, kinds, facts. The newest (highest `row`) is used.
CREATE TABLE reading (
  row         INTEGER PRIMARY KEY,
  version_id  TEXT NOT NULL REFERENCES version (id),
  reader      TEXT NOT NULL,
  made_at     TEXT NOT NULL,
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  conspicuous INTEGER NOT NULL,
  document    TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
INSERT INTO reading (version_id, reader, made_at, sha256, conspicuous, document)
  SELECT id, 'before readings were kept', saved_at, sha256_hex(document), conspicuous, passed(document) FROM version ORDER BY rowid;
-- All that a list asks of a reading, without a page of its text.
CREATE INDEX reading_version ON reading (version_id, row, conspicuous, reader, sha256, made_at);

-- A clause belongs to the reading that drew it; search looks at the newest of each version.
ALTER TABLE clause ADD COLUMN reading INTEGER REFERENCES reading (row);
UPDATE clause SET reading = (SELECT row FROM reading WHERE reading.version_id = clause.version_id);

-- The largest first: each of these writes what is left of every row anew.
ALTER TABLE version DROP COLUMN document;
ALTER TABLE version DROP COLUMN canonical_text;
ALTER TABLE version DROP COLUMN conspicuous;

-- What likeness between versions is worked out from. Derived: may be made anew at any time.
CREATE TABLE sketch (
  version_id TEXT NOT NULL REFERENCES version (id),
  form       INTEGER NOT NULL CHECK (form >= 1),
  sketch     TEXT NOT NULL CHECK (json_valid(sketch)),
  PRIMARY KEY (version_id, form)
) STRICT, WITHOUT ROWID;

-- What reading a version again would change, once it was tried: `differs` of what `reader` makes of it from the reading
-- that `sha256` names. Derived: may be made anew at any time.
CREATE TABLE reading_tried (
  version_id TEXT PRIMARY KEY REFERENCES version (id),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  reader     INTEGER NOT NULL,
  differs    INTEGER NOT NULL CHECK (differs >= 0)
) STRICT, WITHOUT ROWID;

-- What lists ask of rows that hold bytes or a whole record: answered from these, never from the rows.
CREATE INDEX source_thin ON source (imported_at, id, name, size, sha256, origin);
CREATE INDEX attachment_thin ON attachment (sha256, name, media_type, kept_at, length(bytes));
CREATE INDEX acceptance_thin ON acceptance (version_id, decided_at, id, decision,
  CASE WHEN json_valid(record) THEN
    CASE json_type(record, '$.reason') WHEN 'text' THEN json_extract(record, '$.reason') END
  END,
  CASE WHEN json_valid(record) THEN
    CASE json_type(record, '$.person.name') WHEN 'text' THEN json_extract(record, '$.person.name') END
  END);

-- Removed papers stay for their undoing; what binds is never removed and keeps every revision.
ALTER TABLE paper ADD COLUMN removed_at TEXT;
CREATE TABLE paper_revision (
  paper_id TEXT NOT NULL REFERENCES paper (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state    TEXT NOT NULL,
  body     TEXT NOT NULL CHECK (json_valid(body)),
  at       TEXT NOT NULL,
  PRIMARY KEY (paper_id, revision)
) STRICT;
-- The kinds that bind, once; `kernel/stored-names.ts` says what each is called today.
CREATE VIEW binding_paper AS SELECT * FROM paper WHERE (desk, kind) IN (VALUES
  ('evidence', 'sealed-copy'), ('evidence', 'supersession'), ('review', 'happening'), ('review', 'explanation'),
  ('notices', 'notice'), ('obligations', 'claim'));
INSERT INTO paper_revision (paper_id, revision, state, body, at) SELECT id, 1, state, body, updated_at FROM binding_paper;
CREATE TRIGGER binding_paper_added AFTER INSERT ON paper WHEN EXISTS (SELECT 1 FROM binding_paper WHERE id = NEW.id)
BEGIN
  INSERT INTO paper_revision (paper_id, revision, state, body, at) VALUES (NEW.id, 1, NEW.state, NEW.body, NEW.updated_at);
END;
CREATE TRIGGER binding_paper_revised AFTER UPDATE ON paper WHEN EXISTS (SELECT 1 FROM binding_paper WHERE id = NEW.id)
BEGIN
  INSERT INTO paper_revision (paper_id, revision, state, body, at)
    SELECT NEW.id, coalesce(max(revision), 0) + 1, NEW.state, NEW.body, NEW.updated_at FROM paper_revision WHERE paper_id = NEW.id;
END;
CREATE TRIGGER binding_paper_stays BEFORE DELETE ON paper WHEN EXISTS (SELECT 1 FROM binding_paper WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;
CREATE TRIGGER binding_paper_not_removed BEFORE UPDATE OF removed_at ON paper
  WHEN NEW.removed_at IS NOT NULL AND EXISTS (SELECT 1 FROM binding_paper WHERE id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;
CREATE TRIGGER paper_named BEFORE UPDATE OF id, desk, kind, subject, created_at ON paper
BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;

-- Drafting a claim letter counted as having made the claim. It is a draft until a person says that it went out.
UPDATE paper SET state = 'drafted' WHERE desk = 'obligations' AND kind = 'claim' AND state = 'made';

CREATE TRIGGER version_text_fixed   BEFORE UPDATE ON version_text   BEGIN SELECT RAISE(ABORT, 'append-only: version_text'); END;
CREATE TRIGGER version_text_kept    BEFORE DELETE ON version_text   BEGIN SELECT RAISE(ABORT, 'append-only: version_text'); END;
CREATE TRIGGER reading_fixed        BEFORE UPDATE ON reading        BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
CREATE TRIGGER reading_kept         BEFORE DELETE ON reading        BEGIN SELECT RAISE(ABORT, 'append-only: reading'); END;
CREATE TRIGGER paper_revision_fixed BEFORE UPDATE ON paper_revision BEGIN SELECT RAISE(ABORT, 'append-only: paper_revision'); END;
CREATE TRIGGER paper_revision_kept  BEFORE DELETE ON paper_revision BEGIN SELECT RAISE(ABORT, 'append-only: paper_revision'); END;
