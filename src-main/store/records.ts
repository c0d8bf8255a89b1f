import type { Database } from './database.ts';

export type Decision = 'accepted' | 'declined' | 'set-aside';

/** One decision by one person on one version; `record` is the canonical JSON of the whole acceptance record. */
export interface AcceptanceRow {
  readonly id: string;
  readonly versionId: string;
  readonly decision: Decision;
  readonly record: string;
  readonly decidedAt: string;
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
  record: string;
  decided_at: string;
}

const acceptanceView = (row: AcceptanceRecordRow): AcceptanceRow => ({
  id: row.id,
  versionId: row.version_id,
  decision: row.decision,
  record: row.record,
  decidedAt: row.decided_at,
});

/** Decisions; append-only by trigger. */
export function acceptanceStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO acceptance (id, version_id, decision, record, decided_at) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = database.prepare<[string], AcceptanceRecordRow>('SELECT * FROM acceptance WHERE id = ?');
  const ofVersion = database.prepare<[string], AcceptanceRecordRow>(
    'SELECT * FROM acceptance WHERE version_id = ? ORDER BY decided_at, rowid',
  );
  const all = database.prepare<[], AcceptanceRecordRow>('SELECT * FROM acceptance ORDER BY decided_at, rowid');
  return {
    add: (row: AcceptanceRow): void => {
      insert.run(row.id, row.versionId, row.decision, row.record, row.decidedAt);
    },
    byId: (id: string): AcceptanceRow | undefined => {
      const row = byId.get(id);
      return row && acceptanceView(row);
    },
    ofVersion: (versionId: string): readonly AcceptanceRow[] => ofVersion.all(versionId).map(acceptanceView),
    all: (): readonly AcceptanceRow[] => all.all().map(acceptanceView),
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
