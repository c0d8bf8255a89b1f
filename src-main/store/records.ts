import type { Database } from './database.ts';

export type Decision = 'accepted' | 'declined' | 'set-aside';

/** One decision by one person on one version, as lists need it: without its record. */
export interface AcceptanceRow {
  readonly id: string;
  readonly versionId: string;
  readonly decision: Decision;
  readonly decidedAt: string;
  /** The reason that its record gives. */
  readonly reason?: string;
  /** Who decided, by the name in the record. */
  readonly person?: string;
}

/** A decision as it is written down; `record` is the canonical JSON of the whole acceptance record. */
export interface NewAcceptance extends Omit<AcceptanceRow, 'reason' | 'person'> {
  readonly record: string;
}

export interface ReviewRow {
  readonly versionId: string;
  readonly startedAt: string;
  /** JSON of what was seen so far. */
  readonly observations: string;
  readonly updatedAt: string;
}

interface AcceptanceRecordRow {
  id: string;
  version_id: string;
  decision: Decision;
  decided_at: string;
  reason: string | null;
  person: string | null;
}

/** A text of a record; a record that gives none says so in an object. A record that is no JSON any more has none to tell. */
const textIn = (path: string): string => `CASE WHEN json_valid(record) THEN
    CASE json_type(record, '${path}') WHEN 'text' THEN json_extract(record, '${path}') END
  END`;

const ACCEPTANCE = `SELECT id, version_id, decision, decided_at, ${textIn('$.reason')} AS reason,
  ${textIn('$.person.name')} AS person FROM acceptance`;

const acceptanceView = (row: AcceptanceRecordRow): AcceptanceRow => ({
  id: row.id,
  versionId: row.version_id,
  decision: row.decision,
  decidedAt: row.decided_at,
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.person === null ? {} : { person: row.person }),
});

/** Decisions; append-only by trigger. */
export function acceptanceStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO acceptance (id, version_id, decision, record, decided_at) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = database.prepare<[string], AcceptanceRecordRow>(`${ACCEPTANCE} WHERE id = ?`);
  const ofVersion = database.prepare<[string], AcceptanceRecordRow>(
    `${ACCEPTANCE} WHERE version_id = ? ORDER BY decided_at, rowid`,
  );
  const all = database.prepare<[], AcceptanceRecordRow>(`${ACCEPTANCE} ORDER BY decided_at, rowid`);
  const json = database.prepare<[string], string>('SELECT record FROM acceptance WHERE id = ?').pluck();
  return {
    add: (row: NewAcceptance): void => {
      insert.run(row.id, row.versionId, row.decision, row.record, row.decidedAt);
    },
    byId: (id: string): AcceptanceRow | undefined => {
      const row = byId.get(id);
      return row && acceptanceView(row);
    },
    ofVersion: (versionId: string): readonly AcceptanceRow[] => ofVersion.all(versionId).map(acceptanceView),
    all: (): readonly AcceptanceRow[] => all.all().map(acceptanceView),
    /** The record of one decision, byte for byte as it was written. */
    json: (id: string): string | undefined => json.get(id),
  };
}

/** What was seen of a version so far, so that leaving and coming back resumes. */
export function reviewStore(database: Database) {
  const get = database.prepare<
    [string],
    { version_id: string; started_at: string; observations: string; updated_at: string }
  >('SELECT * FROM review WHERE version_id = ?');
  const put = database.prepare(
    `INSERT INTO review (version_id, started_at, observations, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (version_id) DO UPDATE SET observations = excluded.observations, updated_at = excluded.updated_at`,
  );
  const started = database.prepare<[], { version_id: string; started_at: string }>(
    'SELECT version_id, started_at FROM review',
  );
  return {
    get: (versionId: string): ReviewRow | undefined => {
      const row = get.get(versionId);
      return (
        row && {
          versionId: row.version_id,
          startedAt: row.started_at,
          observations: row.observations,
          updatedAt: row.updated_at,
        }
      );
    },
    put: (versionId: string, observations: string, at: string): void => {
      put.run(versionId, at, observations, at);
    },
    /** When the review of each version began. */
    started: (): ReadonlyMap<string, string> =>
      new Map(started.all().map(({ version_id, started_at }) => [version_id, started_at])),
  };
}
